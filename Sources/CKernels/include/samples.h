#ifndef TJ_SAMPLES_H
#define TJ_SAMPLES_H
#include <stddef.h>
#include <stdint.h>

/* Elementary functions of blocks: target[i] = f(a[i]). The target is not the operand. All
   instruction sets give the same bits. A fault (a NaN) stays the fault that it is. */

/* e to the power of a: within 1 ulp, also where the result is subnormal. */
void tj_exp(double *target, const double *a, size_t n);

/* The natural logarithm: within 1 ulp. -inf of 0, not a number below. */
void tj_log(double *target, const double *a, size_t n);

/* The value below which a standard normal distribution lies with a probability: within 1e-14 of
   itself. The probabilities lie above 0 and below 1, at least 2^-53 from either. */
void tj_normal_quantile(double *target, const double *a, size_t n);

/* Points of a digital net: ((table[i] ^ base) + 1/2) / 2^52. */
void tj_net(double *target, const uint64_t *table, uint64_t base, size_t n);

/* Statistics of samples. What lies below `low` counts to the first of the bins, what lies too far
   above to the last: bin(x) = (x - low) * scale. No number may be a fault. */
void tj_bins(int32_t *bins, const double *a, size_t n, double low, double scale, int32_t last);

/* counts[bins[i]] += 1 */
void tj_count(uint32_t *counts, const int32_t *bins, size_t n);

/* Running sums of counts, which all together stay below 2^32. */
void tj_cumulate(uint32_t *target, const uint32_t *counts, size_t n);

/* Appends the numbers whose bin is wanted. Returns how many; `room` is at least n. */
size_t tj_collect(double *room, const double *a, const int32_t *bins, const uint8_t *wanted,
                  size_t n);

/* The sum of a - center, and of its squares: in eight sums each, added in a fixed order. */
void tj_moments(const double *a, size_t n, double center, double *sum, double *squares);

/* Those that hold, of numbers that are 0 and 1. */
double tj_sum(const double *a, size_t n);

#endif
