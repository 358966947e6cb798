#ifndef TJ_KERNELS_H
#define TJ_KERNELS_H
#include <stddef.h>

/* Cell-by-cell arithmetic on blocks: target[i] = a[i] op b[i]. Each function is compiled for several
   instruction sets and the loader picks one; all give the same bits. */
void tj_add(double *target, const double *a, const double *b, size_t n);
void tj_subtract(double *target, const double *a, const double *b, size_t n);
void tj_multiply(double *target, const double *a, const double *b, size_t n);
void tj_divide(double *target, const double *a, const double *b, size_t n);

/* Whether every value is a finite number. */
int tj_all_finite(const double *a, size_t n);

#endif
