#ifndef TJ_ELEMENTARY_H
#define TJ_ELEMENTARY_H
#include <stdint.h>
#include <string.h>

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

#endif
