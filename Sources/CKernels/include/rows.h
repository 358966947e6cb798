#ifndef TJ_ROWS_H
#define TJ_ROWS_H
#include <stddef.h>
#include <stdint.h>

/* What the cells of a column of comma-separated text are. */
typedef enum {
  /* whatever they are, nobody asks */
  tj_cells_passed,
  /* none is known so far */
  tj_cells_open,
  tj_cells_numbers,
  /* numbers since the first day of 1970 */
  tj_cells_unix_times,
  tj_cells_times,
  /* texts that are to be none but texts, and texts as they stand */
  tj_cells_words,
  tj_cells_texts
} tj_cells;

/* How plain cells of a column are read. What is not plain (a quote, a date that is another than `date`,
   a unit that is another than `tail`, more digits than a number has) ends the reading: another reader
   knows what to do with it. */
typedef struct {
  tj_cells cells;
  /* What stands behind the number or the time of day: at most eight bytes as they lie in memory. */
  uint64_t tail;
  size_t tail_length;
  /* Of numbers: whether one without the tail is to be read too, what makes base units of either, and
     whether one below zero is wrong. */
  int takes_bare;
  int is_power;
  double factor, offset;
  double tail_factor, tail_offset;
  /* Of times: ten bytes as they lie in memory, seconds from the start to their midnight, and the part of
     a second with which the start begins. Of Unix times `start` is the first, of which `per_second` are a
     second. */
  uint64_t date;
  uint16_t date_end;
  int64_t midnight;
  double start;
  double per_second;
} tj_column;

/* Where the cells of a column go: numbers (NaN for one that is missing), or where a text begins and how
   long it is; nowhere if both are null. */
typedef struct {
  double *numbers;
  uint32_t *texts;
} tj_kept;

/* What plain rows have come to. */
typedef struct {
  size_t rows;
  /* bytes that they take */
  size_t taken;
  /* numbers that are missing */
  size_t missing;
} tj_read;

/* Reads rows that begin before `stop` as long as they are plain: each on a line, with as many cells as
   there are columns. Of `count` bytes the last rows are left, as eight bytes are looked at together.
   `hashes`, where it is not null, gets a number for each row (`tj_row_hash`). */
tj_read tj_plain_rows(const unsigned char *bytes, size_t count, size_t stop, unsigned char separator,
                      const tj_column *columns, const tj_kept *kept, size_t width, uint64_t *hashes);

/* 64 bits of a multiplicative hash of a row. */
uint64_t tj_row_hash(const unsigned char *row, size_t count);

/* Some rows that have been, as many as fit into a line of the cache, and the lines of a text on which
   they stand; no line is 0. */
enum { tj_rows_together = 5 };
typedef struct {
  uint64_t hashes[tj_rows_together];
  uint32_t lines[tj_rows_together];
  uint32_t unused;
} tj_remembered;

/* Remembers rows that stand on lines from `line` on, in memory whose size is a power of two. Where it is
   full, an older row is given up for each.
   Returns how many there are before one that has been, and the line of that in `known`; all, if none. */
size_t tj_remember(tj_remembered *memory, size_t size, int is_full, const uint64_t *hashes, size_t n,
                   uint32_t line, uint32_t *known);

#endif
