#include <math.h>
#include <string.h>

#include "clones.h"
#include "samples.h"

#pragma STDC FP_CONTRACT OFF

static inline double from_bits(uint64_t bits) {
  double number;
  memcpy(&number, &bits, sizeof number);
  return number;
}

static inline uint64_t to_bits(double number) {
  uint64_t bits;
  memcpy(&bits, &number, sizeof bits);
  return bits;
}

static const uint64_t one = 0x3ff0000000000000;
/* beside it a whole number stands in the last binary digits */
static const double whole = 0x1.8p52;
/* ln 2, its first half so short that multiples up to 2^11 are exact (fdlibm) */
static const double ln2_high = 6.93147180369123816490e-01, ln2_low = 1.90821492927058770002e-10;

/* e^x = 2^k e^r with |r| <= ln 2 / 2, where e^r = 1 + r + r^2 (1/2! + r/3! + r^2/4! ...): the next
   term of the series is below 2^-57 of the whole. */
static inline double exponential(double x) {
  /* what is beyond comes to infinity or 0 all the same; a fault passes through */
  double y = x > 800 ? 800 : x;
  y = y < -800 ? -800 : y;
  const double near = y * 1.4426950408889634 + whole, k = near - whole;
  const double r = (y - k * ln2_high) - k * ln2_low;
  double q = 1.6059043836821613e-10;
  q = q * r + 2.08767569878681e-09;
  q = q * r + 2.505210838544172e-08;
  q = q * r + 2.755731922398589e-07;
  q = q * r + 2.7557319223985893e-06;
  q = q * r + 2.48015873015873e-05;
  q = q * r + 0.0001984126984126984;
  q = q * r + 0.001388888888888889;
  q = q * r + 0.008333333333333333;
  q = q * r + 0.041666666666666664;
  q = q * r + 0.16666666666666666;
  q = q * r + 0.5;
  const double power = 1 + (r + r * r * q);
  /* in two steps, so that neither leaves the range of numbers before the result does */
  const double half_near = k * 0.5 + whole, half = half_near - whole;
  const double rest_near = (k - half) + whole;
  const double first = from_bits((to_bits(half_near) << 52) + one);
  const double second = from_bits((to_bits(rest_near) << 52) + one);
  return x == x ? power * first * second : x;
}

/* ln x = k ln 2 + ln m with sqrt(1/2) <= m < sqrt 2: the polynomial of fdlibm's e_log.c (Sun
   Microsystems, 1993), below 1 ulp. For what is above 0 and not subnormal. */
static inline double logarithm(double x) {
  const uint64_t bits = to_bits(x) + (one - 0x3fe6a09e00000000);
  const double k = from_bits((bits >> 52) | 0x4330000000000000) - (0x1p52 + 1023);
  const double f = from_bits((bits & 0x000fffffffffffff) + 0x3fe6a09e00000000) - 1;
  const double half_square = 0.5 * f * f;
  const double s = f / (2 + f), z = s * s, w = z * z;
  const double odd =
      w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  const double even =
      z * (6.666666666666735130e-01 +
           w * (2.857142874366239149e-01 +
                w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
  return ((s * (half_square + (even + odd)) + k * ln2_low) - half_square) + f + k * ln2_high;
}

CLONES void tj_exp(double *restrict target, const double *restrict a, size_t n) {
  for (size_t i = 0; i < n; i++) target[i] = exponential(a[i]);
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

/* The normal quantile is (p - 1/2) R(w) with w = -ln(4 p (1 - p)), where R is smooth and rising. For
   w up to 6, all but 12 of 10,000 probabilities, a ratio of two polynomials that was fitted to R at
   60 digits comes within 1.1e-16 of it; all its coefficients are above 0, so nothing cancels. */
static inline double middle(double p, double *w_found) {
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
  *w_found = w;
  return (p - 0.5) * above / below;
}

/* Beyond, PPND16 of M. J. Wichura, Algorithm AS 241, Applied Statistics 37 (1988) 477-484. */
static const double tail_above[8] = {7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0};
static const double tail_below[8] = {1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1};
static const double far_above[8] = {2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0};
static const double far_below[8] = {2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1};

static double outside(double p) {
  double r = __builtin_sqrt(-logarithm(p < 0.5 ? p : 1 - p));
  const int is_far = r > 5;
  const double *a = is_far ? far_above : tail_above, *b = is_far ? far_below : tail_below;
  r -= is_far ? 5 : 1.6;
  double above = a[0], below = b[0];
  for (int i = 1; i < 8; i++) {
    above = above * r + a[i];
    below = below * r + b[i];
  }
  return p < 0.5 ? -(above / below) : above / below;
}

CLONES void tj_normal_quantile(double *restrict target, const double *restrict a, size_t n) {
  int any = 0;
  for (size_t i = 0; i < n; i++) {
    double w;
    target[i] = middle(a[i], &w);
    any |= w > 6;
  }
  if (!any) return;
  /* the same bound on p, from either side */
  for (size_t i = 0; i < n; i++) {
    if (a[i] < 0.0006200725341141524 || a[i] > 1 - 0.0006200725341141524) target[i] = outside(a[i]);
  }
}
