#include "elementary.h"

#include <math.h>

#include "clones.h"
#include "samples.h"

#pragma STDC FP_CONTRACT OFF

/* e^x = 2^k e^r with |r| <= ln 2 / 2, where e^r = 1 + r + r^2 q(r). The polynomial q was fitted at 60
   digits (scripts/kernels.py): e^r comes within 1.7e-17 of itself. Sums of pairs, so that a processor
   need not wait for one term after the other. */
static inline double power(double x, double *near_found) {
  const double near = x * 1.4426950408889634 + whole, k = near - whole;
  const double r = (x - k * ln2_high) - k * ln2_low, r2 = r * r, r4 = r2 * r2;
  const double low = (0.5000000000000001 + 0.16666666666666669 * r) +
                     (0.04166666666662413 + 0.008333333333330062 * r) * r2;
  const double middle = (0.0013888888917213717 + 0.00019841269863053618 * r) +
                        (2.4801521295954376e-05 + 2.7557268459997064e-06 * r) * r2;
  const double high = 2.7620088445409746e-07 + 2.510038549551032e-08 * r;
  *near_found = near;
  return 1 + (r + r2 * (low + r4 * (middle + r4 * high)));
}

/* Where the result is neither infinite nor subnormal. */
static inline double exponential(double x) {
  double near;
  const double found = power(x, &near);
  return found * from_bits((to_bits(near) << 52) + one);
}

/* Anywhere: in two steps, so that neither leaves the range of numbers before the result does. */
static inline double exponential_beyond(double x) {
  /* what is beyond comes to infinity or 0 all the same; a fault passes through */
  double y = x > 800 ? 800 : x, near;
  y = y < -800 ? -800 : y;
  const double found = power(y, &near), k = near - whole;
  const double half_near = k * 0.5 + whole, half = half_near - whole;
  const double rest_near = (k - half) + whole;
  const double first = from_bits((to_bits(half_near) << 52) + one);
  const double second = from_bits((to_bits(rest_near) << 52) + one);
  return x == x ? found * first * second : x;
}

CLONES void tj_exp(double *restrict target, const double *restrict a, size_t n) {
  int is_within = 1;
  for (size_t i = 0; i < n; i++) is_within &= __builtin_elementwise_abs(a[i]) < 708;
  if (is_within) {
    for (size_t i = 0; i < n; i++) target[i] = exponential(a[i]);
  } else {
    for (size_t i = 0; i < n; i++) target[i] = exponential_beyond(a[i]);
  }
}

CLONES void tj_log(double *restrict target, const double *restrict a, size_t n) {
  for (size_t i = 0; i < n; i++) {
    const double x = a[i];
    /* subnormal numbers are lifted first */
    const int is_small = x < 0x1p-1022;
    const double lifted = is_small ? x * 0x1p54 : x;
    const double found = logarithm(lifted) - (is_small ? 54 * ln2_high + 54 * ln2_low : 0);
    const double beyond = x == 0 ? -INFINITY : x < 0 ? NAN : x;
    target[i] = x > 0 && x < INFINITY ? found : beyond;
  }
}
