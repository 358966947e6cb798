#include "kernels.h"

#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONES
#endif

/* The target may be one of the operands: then it is the whole block, index by index. */
#define KERNEL(name, op)                                                                  \
  CLONES void name(double *target, const double *a, const double *b, size_t n) {          \
    for (size_t i = 0; i < n; i++) target[i] = a[i] op b[i];                              \
  }

KERNEL(tj_add, +)
KERNEL(tj_subtract, -)
KERNEL(tj_multiply, *)
KERNEL(tj_divide, /)

CLONES int tj_all_finite(const double *a, size_t n) {
  /* x - x is 0 for a finite x and not a number otherwise */
  int all = 1;
  for (size_t i = 0; i < n; i++) {
    double zero = a[i] - a[i];
    all &= zero == 0;
  }
  return all;
}
