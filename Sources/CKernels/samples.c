#include <string.h>

#include "clones.h"
#include "samples.h"

#pragma STDC FP_CONTRACT OFF

CLONES void tj_net(double *restrict target, const uint64_t *restrict table, uint64_t base,
                   size_t n) {
  for (size_t i = 0; i < n; i++) {
    /* 52 binary digits as a number: behind those of 2^52 */
    const uint64_t bits = (table[i] ^ base) | 0x4330000000000000;
    double number;
    memcpy(&number, &bits, sizeof number);
    target[i] = ((number - 0x1p52) + 0.5) * 0x1p-52;
  }
}

CLONES void tj_bins(int32_t *restrict bins, const double *restrict a, size_t n, double low,
                    double scale, int32_t last) {
  const double most = last;
  for (size_t i = 0; i < n; i++) {
    double position = (a[i] - low) * scale;
    position = position > 0 ? position : 0;
    position = position < most ? position : most;
    bins[i] = (int32_t)position;
  }
}

void tj_count(uint32_t *counts, const int32_t *bins, size_t n) {
  for (size_t i = 0; i < n; i++) counts[bins[i]]++;
}

void tj_cumulate(uint32_t *restrict target, const uint32_t *restrict counts, size_t n) {
  uint32_t sum = 0;
  for (size_t i = 0; i < n; i++) {
    sum += counts[i];
    target[i] = sum;
  }
}

size_t tj_collect(double *restrict room, const double *restrict a, const int32_t *restrict bins,
                  const uint8_t *restrict wanted, size_t n) {
  size_t count = 0;
  for (size_t i = 0; i < n; i++) {
    if (wanted[bins[i]]) room[count++] = a[i];
  }
  return count;
}

CLONES void tj_moments(const double *restrict a, size_t n, double center, double *sum,
                       double *squares) {
  double s[8] = {0}, q[8] = {0};
  size_t i = 0;
  for (; i + 8 <= n; i += 8) {
    for (int k = 0; k < 8; k++) {
      const double d = a[i + k] - center;
      s[k] += d;
      q[k] += d * d;
    }
  }
  for (; i < n; i++) {
    const double d = a[i] - center;
    s[i & 7] += d;
    q[i & 7] += d * d;
  }
  *sum = ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));
  *squares = ((q[0] + q[4]) + (q[2] + q[6])) + ((q[1] + q[5]) + (q[3] + q[7]));
}

CLONES double tj_sum(const double *restrict a, size_t n) {
  double s[8] = {0};
  size_t i = 0;
  for (; i + 8 <= n; i += 8) {
    for (int k = 0; k < 8; k++) s[k] += a[i + k];
  }
  for (; i < n; i++) s[i & 7] += a[i];
  return ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));
}
