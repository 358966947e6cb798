#ifndef TJ_KERNELS_H
#define TJ_KERNELS_H
#include <stddef.h>

#include "rows.h"
#include "samples.h"

/* Cell-by-cell arithmetic on blocks: target[i] = a[i * a_step] op b[i * b_step], where a step is 1,
   or 0 for an operand whose one number stands for the whole block. The target is neither operand.
   Each function is compiled for several instruction sets and the loader picks one; all give the
   same bits. */
void tj_add(double *target, const double *a, size_t a_step, const double *b, size_t b_step,
            size_t n);
void tj_subtract(double *target, const double *a, size_t a_step, const double *b, size_t b_step,
                 size_t n);
void tj_multiply(double *target, const double *a, size_t a_step, const double *b, size_t b_step,
                 size_t n);
void tj_divide(double *target, const double *a, size_t a_step, const double *b, size_t b_step,
               size_t n);

/* Whether every value is a finite number. */
int tj_all_finite(const double *a, size_t n);

/* Whether some value is 0. */
int tj_any_zero(const double *a, size_t n);

/* Whether every value lies above another. */
int tj_all_above(const double *a, size_t n, double least);

/* How many cores this process may use; 1 where that is not known. */
size_t tj_core_count(void);

/* Gives memory that was freed back to the system. */
void tj_give_back_memory(void);

#endif
