#include "rows.h"

#include <math.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF

#define INLINE static inline __attribute__((always_inline))

typedef const unsigned char *place;

#define ONES 0x0101010101010101u
#define TOPS 0x8080808080808080u

/* Eight bytes as they lie in memory. */
INLINE uint64_t raw(place p) {
  uint64_t word;
  memcpy(&word, p, sizeof word);
  return word;
}

/* Eight bytes, of which the first is the lowest of the number. */
INLINE uint64_t word(place p) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return __builtin_bswap64(raw(p));
#else
  return raw(p);
#endif
}

uint64_t tj_row_hash(const unsigned char *row, size_t count) {
  uint64_t hash = 0x9e3779b97f4a7c15u ^ count;
  place end = row + count;
#define MIX(more)                                                              \
  {                                                                            \
    unsigned __int128 product = (unsigned __int128)(hash ^ (more)) * 0xff51afd7ed558ccdu; \
    hash = (uint64_t)(product >> 64) ^ ((uint64_t)product + 0x2545f4914f6cdd1du);         \
  }
  for (; end - row >= 8; row += 8) MIX(raw(row));
  /* the bytes that are left, the last the lowest: of a longer row, out of its last eight */
  uint64_t rest = 0;
  if (count < 8)
    for (; row < end; row++) rest = rest << 8 | *row;
  else if (row < end)
    rest = __builtin_bswap64(word(end - 8)) & ~(uint64_t)0 >> (64 - 8 * (end - row));
  MIX(rest);
#undef MIX
  return hash;
}

INLINE int is_blank(unsigned char byte) {
  return byte == ' ' || byte == '\t' || byte == '\v' || byte == '\f';
}

INLINE int is_letter(unsigned char byte) { return (unsigned char)((byte | 32) - 'a') < 26; }

static const double powers[] = {1,    1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,
                                1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19};
static const uint64_t whole_powers[] = {1u,
                                        10u,
                                        100u,
                                        1000u,
                                        10000u,
                                        100000u,
                                        1000000u,
                                        10000000u,
                                        100000000u,
                                        1000000000u,
                                        10000000000u,
                                        100000000000u,
                                        1000000000000u,
                                        10000000000000u,
                                        100000000000000u,
                                        1000000000000000u,
                                        10000000000000000u,
                                        100000000000000000u,
                                        1000000000000000000u,
                                        10000000000000000000u};

/* More might not fit. */
enum { most_digits = 19 };

/* Reads digits behind those that `*value` has, eight at a time. A byte is a digit where its exclusive or
   with '0' is less than ten; carries of that test go to later bytes only, so that the first other byte is
   found rightly. Neighbours are joined to pairs, pairs to fours, fours to eight.
   Returns NULL for more than fit, and where it would look beyond the bytes. */
INLINE place read_digits(place p, place limit, uint64_t *value, size_t *count) {
  for (;;) {
    if (p > limit) return NULL;
    uint64_t digits = word(p) ^ ONES * '0';
    uint64_t other = ((digits + ONES * 0x76) | digits) & TOPS;
    size_t found = other ? (size_t)__builtin_ctzll(other) / 8 : 8;
    if (found == 0) return p;
    digits <<= 64 - 8 * found;
    digits = (digits * (10 * 0x100 + 1) >> 8) & 0x00ff00ff00ff00ffu;
    digits = (digits * (100 * 0x10000 + 1) >> 16) & 0x0000ffff0000ffffu;
    digits = digits * (10000 * 0x100000000u + 1) >> 32;
    *value = *value * whole_powers[found] + digits;
    *count += found;
    p += found;
    if (*count > most_digits) return NULL;
    if (found < 8) return p;
  }
}

/* The double nearest to `digits` less so many places. Up to 2^53 one division of exact numbers rounds
   rightly; beyond it 62 bits or more of the quotient are found, and whether there is more of it, which
   is all that rounding rests on. */
INLINE double decimal(uint64_t digits, size_t places) {
  if (digits < (uint64_t)1 << 53) return (double)digits / powers[places];
  int up = __builtin_clzll(digits), below = __builtin_clzll(whole_powers[places]);
  unsigned __int128 dividend = (unsigned __int128)(digits << up) << 63;
  uint64_t divisor = whole_powers[places] << below;
  uint64_t quotient = (uint64_t)(dividend / divisor);
  int is_more = (uint64_t)dividend != quotient * divisor;
  return ldexp((double)(quotient | (uint64_t)is_more), below - up - 63);
}

/* Reads a number without an exponent. Returns NULL for anything else. */
INLINE place read_number(place p, place limit, double *value) {
  int is_negative = *p == '-';
  if (is_negative || *p == '+') p++;
  uint64_t digits = 0;
  size_t count = 0, places = 0;
  if (!(p = read_digits(p, limit, &digits, &count))) return NULL;
  if (*p == '.') {
    size_t before = count;
    if (!(p = read_digits(p + 1, limit, &digits, &count))) return NULL;
    places = count - before;
  }
  if (count == 0) return NULL;
  double size = decimal(digits, places);
  *value = is_negative ? -size : size;
  return p;
}

/* Where a cell ends: at a separator, or at what may end a line. Returns NULL where that is too near to the
   end of the bytes. (`RecordScanner.plainEnd` says how eight bytes are looked at together.) */
INLINE place cell_end(place p, place limit, unsigned char separator) {
  for (;;) {
    if (p > limit) return NULL;
    uint64_t bytes = word(p), other = bytes ^ ONES * separator;
    uint64_t found = (((other - ONES) & ~other) | ((bytes - ONES * 14) & ~bytes)) & TOPS;
    if (!found) {
      p += 8;
      continue;
    }
    p += __builtin_ctzll(found) / 8;
    if (*p == separator || *p == '\n' || *p == '\r') return p;
    p++;
  }
}

INLINE int has_digit(place p, place end) {
  for (; p < end; p++)
    if ((unsigned char)(*p - '0') < 10) return 1;
  return 0;
}

INLINE int is_end(unsigned char byte, unsigned char separator) {
  return byte == separator || byte == '\n' || byte == '\r';
}

/* Goes past what says that a cell is missing. */
INLINE int is_missing(place *p, unsigned char separator) {
  if (is_end(**p, separator)) return 1;
  if (memcmp(*p, "[N/A]", 5)) return 0;
  *p += 5;
  return 1;
}

INLINE int has_tail(place p, const tj_column *column) {
  size_t length = column->tail_length;
  if (length == 0) return 0;
  uint64_t difference = raw(p) ^ column->tail;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return difference >> (64 - 8 * length) == 0;
#else
  return difference << (64 - 8 * length) == 0;
#endif
}

/* Seconds from the start to a moment of `column->date`: `2026-01-01 12:00:00.5`. */
INLINE place read_time(place p, place limit, unsigned char separator, const tj_column *column,
                       double *seconds) {
  if (limit - p < 19) return NULL;
  uint16_t date_end;
  memcpy(&date_end, p + 8, sizeof date_end);
  if (raw(p) != column->date || date_end != column->date_end) return NULL;
  if (p[10] != ' ' && p[10] != 'T') return NULL;
  /* 00:00:00 */
  uint64_t clock = word(p + 11) ^ 0x30303a30303a3030u;
  if (((clock + 0x76767f76767f7676u) | clock) & TOPS) return NULL;
#define TWO(at) (int64_t)((clock >> 8 * (at) & 15) * 10 + (clock >> 8 * ((at) + 1) & 15))
  int64_t hour = TWO(0), minute = TWO(3), second = TWO(6);
#undef TWO
  if (hour > 23 || minute > 59 || second > 59) return NULL;
  p += 19;
  double fraction = 0;
  if (*p == '.' || (*p == ',' && separator != ',')) {
    uint64_t digits = 0;
    size_t count = 0;
    if (!(p = read_digits(p + 1, limit, &digits, &count)) || count == 0 || count > 15) return NULL;
    fraction = (double)digits / powers[count];
  }
  if (column->tail_length > 0) {
    if (p > limit || !has_tail(p, column)) return NULL;
    p += column->tail_length;
  }
  *seconds = (double)(column->midnight + hour * 3600 + minute * 60 + second) +
             (fraction - column->start);
  return p;
}

/* The first and the last moment of a Unix time in seconds that is told to be one. */
static const double first_second = 946684800, last_second = 4102444800;

tj_read tj_plain_rows(const unsigned char *bytes, size_t count, size_t stop, unsigned char separator,
                      const tj_column *columns, const tj_kept *kept, size_t width,
                      uint64_t *hashes) {
  tj_read read = {0, 0, 0};
  if (count < 8) return read;
  place limit = bytes + count - 8, row = bytes;
  while (row < bytes + stop) {
    place p = row, end = row;
    size_t missing = 0;
    for (size_t i = 0; i < width; i++) {
      const tj_column *column = columns + i;
      if (p > limit || *p == '"') return read;
      double number = NAN;
      if (column->cells != tj_cells_passed)
        while (is_blank(*p) && *p != separator)
          if (++p > limit) return read;
      place start = p;
      switch (column->cells) {
      case tj_cells_passed:
        if (!(p = cell_end(p, limit, separator))) return read;
        break;
      case tj_cells_words:
      case tj_cells_texts:
        if (!(p = cell_end(p, limit, separator))) return read;
        if (column->cells == tj_cells_words && !is_letter(*start) && has_digit(start, p)) return read;
        break;
      case tj_cells_times:
        if (is_missing(&p, separator)) break;
        if (!(p = read_time(p, limit, separator, column, &number))) return read;
        break;
      case tj_cells_open:
      case tj_cells_numbers:
      case tj_cells_unix_times:
        if (is_missing(&p, separator)) break;
        double value;
        if (column->cells == tj_cells_open || !(p = read_number(p, limit, &value)) || p > limit)
          return read;
        if (column->cells == tj_cells_unix_times) {
          double per_second = column->per_second;
          if (!(value >= first_second * per_second && value < last_second * per_second)) return read;
          number = round((value - column->start) / per_second * 1e6) / 1e6;
          break;
        }
        if (!is_end(*p, separator) && has_tail(p, column)) {
          p += column->tail_length;
          number = value * column->tail_factor + column->tail_offset;
        } else {
          if (!column->takes_bare) return read;
          number = value * column->factor + column->offset;
        }
        if (column->is_power && number < 0) return read;
        break;
      }
      if (p > limit) return read;
      while (!is_end(*p, separator))
        if (!is_blank(*p) || ++p > limit) return read;
      end = p;
      if (i + 1 < width) {
        if (*p++ != separator) return read;
      } else if (*p == '\n') {
        p++;
      } else if (*p == '\r' && p[1] == '\n') {
        p += 2;
      } else {
        return read;
      }
      /* a line with nothing on it is no row */
      if (width == 1 && start == end) return read;
      if (!kept) continue;
      if (kept[i].numbers) {
        kept[i].numbers[read.rows] = number;
        missing += number != number;
      } else if (kept[i].texts) {
        place last = end;
        while (last > start && is_blank(last[-1])) last--;
        kept[i].texts[2 * read.rows] = (uint32_t)(start - bytes);
        kept[i].texts[2 * read.rows + 1] = (uint32_t)(last - start);
      }
    }
    if (hashes) hashes[read.rows] = tj_row_hash(row, (size_t)(end - row));
    read.rows++;
    read.missing += missing;
    row = p;
    read.taken = (size_t)(row - bytes);
  }
  return read;
}

size_t tj_remember(tj_remembered *memory, size_t size, int is_full, const uint64_t *hashes, size_t n,
                   uint32_t line, uint32_t *known) {
  /* rows ahead of which the memory is asked for: it takes longer to come than a row to remember */
  enum { ahead = 16 };
#define BEGIN(hash) ((size_t)((hash) >> 20) & (size - 1))
  for (size_t i = 0; i < n; i++) {
    if (i + ahead < n) __builtin_prefetch(memory + BEGIN(hashes[i + ahead]), 1);
    uint64_t hash = hashes[i];
    size_t begin = BEGIN(hash);
    tj_remembered *some = memory + begin;
    size_t k = 0;
    while (some->lines[k] != 0) {
      if (some->hashes[k] == hash) {
        *known = some->lines[k];
        return i;
      }
      if (++k < tj_rows_together) continue;
      if (is_full) {
        /* which one is given up, other bits tell */
        k = (size_t)((hash >> 48) * tj_rows_together >> 16);
        break;
      }
      k = 0;
      begin = (begin + 1) & (size - 1);
      some = memory + begin;
    }
    some->hashes[k] = hash;
    some->lines[k] = line + (uint32_t)i;
  }
#undef BEGIN
  return n;
}
