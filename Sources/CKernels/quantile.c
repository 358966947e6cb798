#include "clones.h"
#include "elementary.h"
#include "samples.h"
#include "strata.h"

#pragma STDC FP_CONTRACT OFF

/* The normal quantile of p up to 1/2; beyond, that of 1 - p with the other sign, where 1 - p is exact.
   From 1/64 on a polynomial for each stratum of width 1/64 (strata.h). Below, (p - 1/2) R(w) with
   w = -ln(4 p (1 - p)), where R is smooth and rising: for w up to 6, all but 12 of 10,000
   probabilities, a ratio of two polynomials that was fitted to R at 60 digits comes within 1.1e-16 of
   it; all its coefficients are above 0, so nothing cancels. */
static inline double outer(double p) {
  const double w = -logarithm(4 * p * (1 - p));
  double above = 1.276632147443953e-07;
  above = above * w + 4.283835980557302e-06;
  above = above * w + 7.617511679720759e-05;
  above = above * w + 0.0009203885656438887;
  above = above * w + 0.008248306648186531;
  above = above * w + 0.05606154304537818;
  above = above * w + 0.282426649027499;
  above = above * w + 1.0352772628383757;
  above = above * w + 2.5066282746310007;
  double below = 2.6439671152181718e-09;
  below = below * w + 3.3228988802622936e-07;
  below = below * w + 6.668711589461439e-06;
  below = below * w + 0.00010158257589270153;
  below = below * w + 0.0011376693776943751;
  below = below * w + 0.007308092128476047;
  below = below * w + 0.06005151144823359;
  below = below * w + 0.15121648428535778;
  below = below * w + 1.0;
  return (p - 0.5) * above / below;
}

/* where w is 6 */
static const double outermost = 0.0006200725341141524;

/* Beyond, PPND16 of M. J. Wichura, Algorithm AS 241, Applied Statistics 37 (1988) 477-484. */
static const double tail_above[8] = {7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0};
static const double tail_below[8] = {1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1};
static const double far_above[8] = {2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0};
static const double far_below[8] = {2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1};

static double far_out(double p) {
  double r = __builtin_sqrt(-logarithm(p));
  const int is_far = r > 5;
  const double *a = is_far ? far_above : tail_above, *b = is_far ? far_below : tail_below;
  r -= is_far ? 5 : 1.6;
  double above = a[0], below = b[0];
  for (int i = 1; i < 8; i++) {
    above = above * r + a[i];
    below = below * r + b[i];
  }
  return -(above / below);
}

/* Around what the polynomial of a stratum goes, from where the stratum begins. */
static inline double middle(unsigned s) { return s == 31 ? 1.0 / 64 : 1.0 / 128; }

/* - Parameters: the polynomials of a tier, their degree, and p less what they go around. */
static inline double polynomial(const double *c, int degree, double x) {
  double found = c[0];
  for (int k = 1; k <= degree; k++) found = found * x + c[k];
  return found;
}

/* p up to 1/2 */
static inline double lower_quantile(double p) {
  const unsigned s = p < 0.5 ? (unsigned)(p * 64) : 31;
  const double x = p - s * 0x1p-6 - middle(s);
  if (s >= 16) return polynomial(strata_16[s - 16], 7, x);
  if (s >= 8) return polynomial(strata_8[s - 8], 9, x);
  if (s >= 4) return polynomial(strata_4[s - 4], 11, x);
  if (s >= 2) return polynomial(strata_2[s - 2], 13, x);
  if (s == 1) return polynomial(strata_1[0], 17, x);
  return p < outermost ? far_out(p) : outer(p);
}

void tj_normal_quantile(double *target, const double *a, size_t n) {
  for (size_t i = 0; i < n; i++) {
    const double p = a[i];
    target[i] = p <= 0.5 ? lower_quantile(p) : p <= 1 ? -lower_quantile(1 - p) : p;
  }
}

/* Eight numbers at a time, in whatever registers there are. */
typedef double eight __attribute__((vector_size(64), aligned(8)));
typedef uint64_t digits __attribute__((vector_size(64), aligned(8)));

/* Points of a stratum, less its begin: what follows the first 6 of 52 binary digits. */
static inline __attribute__((always_inline)) void within(eight *x, const uint64_t *sorted,
                                                         uint64_t base, double less) {
  digits bits;
  memcpy(&bits, sorted, sizeof bits);
  bits = ((bits ^ base) & 0x00003fffffffffff) | 0x4330000000000000;
  eight number;
  memcpy(&number, &bits, sizeof number);
  *x = ((number - 0x1p52) + 0.5) * 0x1p-52 - less;
}

static inline __attribute__((always_inline)) void put(double *target, const uint16_t *order,
                                                      const eight *x) {
  for (int k = 0; k < 8; k++) target[order[k]] = (*x)[k];
}

/* A stratum and the one that lies opposite, whose points come by turning all digits round. */
#define TIER(first, last, degree)                                        \
  for (unsigned s = first; s <= last; s++) {                             \
    const double *c = strata_##first[s - first];                         \
    const unsigned low = (s ^ group) * 8, high = (63 - s ^ group) * 8;   \
    eight x, y;                                                          \
    within(&x, sorted + low, base, middle(s));                           \
    within(&y, sorted + high, ~base, middle(s));                         \
    eight z = x * c[0] + c[1], opposite = y * c[0] + c[1];               \
    for (int k = 2; k <= degree; k++) {                                  \
      z = z * x + c[k];                                                  \
      opposite = opposite * y + c[k];                                    \
    }                                                                    \
    opposite = -opposite;                                                \
    put(target, order + low, &z);                                        \
    put(target, order + high, &opposite);                                \
  }

CLONES void tj_net_quantiles(double *restrict target, const uint64_t *restrict sorted,
                             const uint16_t *restrict order, uint64_t base) {
  const unsigned group = (unsigned)(base >> 46);
  TIER(16, 31, 7)
  TIER(8, 15, 9)
  TIER(4, 7, 11)
  TIER(2, 3, 13)
  TIER(1, 1, 17)
  const unsigned low = group * 8, high = (63 ^ group) * 8;
  eight ends[2];
  within(&ends[0], sorted + low, base, 0);
  within(&ends[1], sorted + high, ~base, 0);
  double p[16], z[16];
  memcpy(p, ends, sizeof p);
  for (int k = 0; k < 16; k++) z[k] = outer(p[k]);
  for (int k = 0; k < 16; k++) {
    if (p[k] < outermost) z[k] = far_out(p[k]);
  }
  for (int k = 0; k < 8; k++) {
    target[order[low + k]] = z[k];
    target[order[high + k]] = -z[k + 8];
  }
}
