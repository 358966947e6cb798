#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "clones.h"
#include "samples.h"

#pragma STDC FP_CONTRACT OFF

/* 52 binary digits as a number, behind those of 2^52; then half of the last one more. */
static inline double share(uint64_t digits) {
  const uint64_t bits = digits | 0x4330000000000000;
  double number;
  memcpy(&number, &bits, sizeof number);
  return ((number - 0x1p52) + 0.5) * 0x1p-52;
}

CLONES void tj_net(double *restrict target, const uint64_t *restrict table, uint64_t base,
                   size_t n) {
  for (size_t i = 0; i < n; i++) target[i] = share(table[i] ^ base);
}

CLONES void tj_net_between(double *restrict target, const uint64_t *restrict table, uint64_t base,
                           double low, double width, size_t n) {
  for (size_t i = 0; i < n; i++) target[i] = low + share(table[i] ^ base) * width;
}

/* Eight numbers at a time, in whatever registers there are. */
typedef double eight __attribute__((vector_size(64), aligned(8)));
typedef int64_t truths __attribute__((vector_size(64), aligned(8)));

/* In eight sums each, added in a fixed order. */
static inline __attribute__((always_inline)) void add_up(const double *restrict a, size_t n,
                                                         double center, double *sum,
                                                         double *squares) {
  eight s = {0}, q = {0};
  size_t i = 0;
  for (; i + 8 <= n; i += 8) {
    eight x;
    memcpy(&x, a + i, sizeof x);
    const eight d = x - center;
    s += d;
    q += d * d;
  }
  for (; i < n; i++) {
    const double d = a[i] - center;
    s[i & 7] += d;
    q[i & 7] += d * d;
  }
  *sum = ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));
  *squares = ((q[0] + q[4]) + (q[2] + q[6])) + ((q[1] + q[5]) + (q[3] + q[7]));
}

/* Counts what lies below a window; puts what lies within it into `found`, and says how many they are. */
static inline __attribute__((always_inline)) size_t look(const double *restrict a, size_t n,
                                                         tj_window *restrict window,
                                                         double *restrict found) {
  const double low = window->low, high = window->high;
  truths below = {0};
  size_t count = 0, i = 0;
  for (; i + 8 <= n; i += 8) {
    eight x;
    memcpy(&x, a + i, sizeof x);
    const truths is_below = x < low, is_within = is_below ^ (x <= high);
    below += is_below;
    if (__builtin_reduce_or(is_within)) {
      for (int k = 0; k < 8; k++) {
        found[count] = x[k];
        count -= (size_t)is_within[k];
      }
    }
  }
  for (; i < n; i++) {
    below[0] -= a[i] < low;
    found[count] = a[i];
    count += a[i] >= low && a[i] <= high;
  }
  window->below -= __builtin_reduce_add(below);
  return count;
}

/* Keeps numbers, as far as there is room or room can be had. */
static void keep(tj_window *window, const double *numbers, size_t count) {
  window->within += (int64_t)count;
  int64_t kept = window->kept + (int64_t)count;
  kept = kept < window->most ? kept : window->most;
  if (kept > window->room) {
    const int64_t room = kept * 2 < window->most ? kept * 2 : window->most;
    double *more = realloc(window->numbers, (size_t)room * sizeof(double));
    if (!more) return;
    window->numbers = more;
    window->room = room;
  }
  if (kept == window->kept) return;
  memcpy(window->numbers + window->kept, numbers, (size_t)(kept - window->kept) * sizeof(double));
  window->kept = kept;
}

CLONES void tj_survey(const double *restrict a, size_t n, double center,
                      tj_window *restrict windows, size_t count, double *restrict sum,
                      double *restrict squares) {
  double found[512 + 8];
  add_up(a, n, center, sum, squares);
  /* one after the other: then all that is needed stays in registers */
  for (size_t k = 0; k < count; k++) {
    const size_t within = look(a, n, windows + k, found);
    if (within > 0) keep(windows + k, found, within);
  }
}

/* The least and the greatest of some numbers. */
static void extremes(const double *a, size_t n, double *low, double *high) {
  *low = *high = a[0];
  for (size_t i = 1; i < n; i++) {
    *low = a[i] < *low ? a[i] : *low;
    *high = a[i] > *high ? a[i] : *high;
  }
}

/* Takes those out that lie in the part in which the rank does, of 32 or 256 equal parts, and again until
   few are left. */
double tj_ranked(double *restrict numbers, size_t n, size_t rank, double low, double high) {
  while (n > 24) {
    if (!(low > -INFINITY && high < INFINITY)) extremes(numbers, n, &low, &high);
    if (low == high) return low;
    const int last = n < 1024 ? 31 : 255;
    const double scale = last / (high - low);
    const int is_fit = scale > 0 && scale < INFINITY;
    size_t kept = 0, below = 0;
    if (is_fit) {
      uint32_t counts[256];
      memset(counts, 0, (size_t)(last + 1) * sizeof counts[0]);
      for (size_t i = 0; i < n; i++) counts[(int)((numbers[i] - low) * scale)]++;
      int part = 0;
      while (below + counts[part] <= rank) below += counts[part++];
      for (size_t i = 0; i < n; i++) {
        const double number = numbers[i];
        numbers[kept] = number;
        kept += (int)((number - low) * scale) == part;
      }
    } else {
      /* so near or so far from each other that the parts have no width: halves */
      const double half = low / 2 + high / 2, middle = half >= low && half < high ? half : low;
      for (size_t i = 0; i < n; i++) below += numbers[i] <= middle;
      const int is_upper = rank >= below;
      for (size_t i = 0; i < n; i++) {
        const double number = numbers[i];
        numbers[kept] = number;
        kept += (number > middle) == is_upper;
      }
      if (!is_upper) below = 0;
    }
    rank -= below;
    n = kept;
    extremes(numbers, n, &low, &high);
  }
  for (size_t i = 1; i < n; i++) {
    const double number = numbers[i];
    size_t k = i;
    for (; k > 0 && numbers[k - 1] > number; k--) numbers[k] = numbers[k - 1];
    numbers[k] = number;
  }
  return numbers[rank];
}

double tj_next(const double *a, size_t n, size_t rank, double number) {
  size_t up_to = 0;
  double next = INFINITY;
  for (size_t i = 0; i < n; i++) {
    up_to += a[i] <= number;
    const double above = a[i] > number ? a[i] : INFINITY;
    next = above < next ? above : next;
  }
  return up_to > rank + 1 || next == INFINITY ? number : next;
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
