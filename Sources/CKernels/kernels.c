#include "kernels.h"

#include <math.h>

#include "clones.h"

#pragma STDC FP_CONTRACT OFF

#define LOOP(value) \
  for (size_t i = 0; i < n; i++) target[i] = value

/* A number that stands for the whole block is kept in a register of the processor. Compilers swap
   operands then, so it is said which fault stays where both are faults: the left one. */
#define KERNEL(name, op)                                                                  \
  CLONES void name(double *restrict target, const double *restrict a, size_t a_step,      \
                   const double *restrict b, size_t b_step, size_t n) {                   \
    const double first = *a, second = *b;                                                 \
    if (a_step && b_step)                                                                 \
      LOOP(a[i] op b[i]);                                                                 \
    else if (a_step && second == second)                                                  \
      LOOP(a[i] op second);                                                               \
    else if (a_step)                                                                      \
      LOOP(a[i] == a[i] ? second : a[i]);                                                 \
    else if (first != first)                                                              \
      LOOP(first);                                                                        \
    else if (b_step)                                                                      \
      LOOP(first op b[i]);                                                                \
    else                                                                                  \
      LOOP(first op second);                                                              \
  }

KERNEL(tj_add, +)
KERNEL(tj_subtract, -)
KERNEL(tj_multiply, *)
KERNEL(quotients, /)

void tj_divide(double *target, const double *a, size_t a_step, const double *b, size_t b_step,
               size_t n) {
  /* halves and quarters are products: both are rounded once, from the same number */
  int exponent;
  if (b_step == 0 && frexp(*b, &exponent) == 0.5 && exponent > -1000 && exponent < 1000) {
    const double share = 1 / *b;
    tj_multiply(target, a, a_step, &share, 0, n);
  } else {
    quotients(target, a, a_step, b, b_step, n);
  }
}

CLONES int tj_all_finite(const double *a, size_t n) {
  /* x - x is 0 for a finite x and not a number otherwise */
  int all = 1;
  for (size_t i = 0; i < n; i++) {
    double zero = a[i] - a[i];
    all &= zero == 0;
  }
  return all;
}

CLONES int tj_all_above(const double *a, size_t n, double least) {
  int all = 1;
  for (size_t i = 0; i < n; i++) all &= a[i] > least;
  return all;
}

CLONES int tj_any_zero(const double *a, size_t n) {
  int any = 0;
  for (size_t i = 0; i < n; i++) any |= a[i] == 0;
  return any;
}
