#ifndef TJ_SAMPLES_H
#define TJ_SAMPLES_H
#include <stddef.h>
#include <stdint.h>

/* Elementary functions of blocks: target[i] = f(a[i]). The target is not the operand. All
   instruction sets give the same bits. A fault (a NaN) stays the fault that it is. */

/* e to the power of a: within 1.1 ulp, also where the result is subnormal. */
void tj_exp(double *target, const double *a, size_t n);

/* The natural logarithm: within 1 ulp. -inf of 0, not a number below. */
void tj_log(double *target, const double *a, size_t n);

/* The value below which a standard normal distribution lies with a probability: within 1e-14 of
   itself. The probabilities lie above 0 and below 1, at least 2^-53 from either. */
void tj_normal_quantile(double *target, const double *a, size_t n);

/* Points of a digital net: ((table[i] ^ base) + 1/2) / 2^52. */
void tj_net(double *target, const uint64_t *table, uint64_t base, size_t n);

/* low + width times each of them */
void tj_net_between(double *target, const uint64_t *table, uint64_t base, double low, double width,
                    size_t n);

/* The normal quantiles of 512 points of a net of which 8 lie in each 64th of 0..1, the same bits as one
   by one: then the points of a stratum, of which all go through one polynomial, stand side by side.
   sorted[8 g + k] is the k-th number of the table whose first 6 of 52 digits are g, order[8 g + k] its
   place in the table. */
void tj_net_quantiles(double *target, const uint64_t *sorted, const uint16_t *order, uint64_t base);

/* Samples between two numbers, both with it: how many lie below them, how many within, and those that
   are kept of these, at most so many. What is kept is the caller's to free. */
typedef struct {
  double low, high;
  int64_t below, within;
  int64_t kept, room, most;
  double *numbers;
} tj_window;

/* Looks at a block of at most 512 samples: the sum of a - center, and of its squares, in eight sums each
   that are added in a fixed order; and counts, and keeps, for some windows. A fault is in no window. */
void tj_survey(const double *a, size_t n, double center, tj_window *windows, size_t count,
               double *sum, double *squares);

/* The number of a rank, from 0, of numbers of which no one is a fault and which all lie within two
   others; infinite ones where it is not known. Moves them.
   - Complexity: about three times through the numbers, and through few of them again. */
double tj_ranked(double *numbers, size_t n, size_t rank, double low, double high);

/* The number of the next rank, where that of a rank is known; the same where there is none. */
double tj_next(const double *a, size_t n, size_t rank, double number);

/* Those that hold, of numbers that are 0 and 1. */
double tj_sum(const double *a, size_t n);

#endif
