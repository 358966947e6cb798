#ifndef CREADLINE_SHIM_H
#define CREADLINE_SHIM_H

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>

#include <readline/history.h>
#include <readline/readline.h>

// The commands that tj adds to readline's own.
typedef struct {
  rl_command_func_t *accept;
  rl_command_func_t *newline;
  rl_command_func_t *complete;
  rl_command_func_t *previous_line;
  rl_command_func_t *next_line;
} tj_commands;

// readline's other completion commands would offer file names; they offer nothing.
static inline char **tj_no_completion(const char *text, int start, int end) {
  (void)text; (void)start; (void)end;
  rl_attempted_completion_over = 1;
  return NULL;
}

// The command names are for inputrc: `"\C-o": tj-newline` inside `$if tj`.
static inline void tj_add_commands(tj_commands commands) {
  rl_add_defun("tj-accept", commands.accept, -1);
  rl_add_defun("tj-newline", commands.newline, -1);
  rl_add_defun("tj-complete", commands.complete, -1);
  rl_add_defun("tj-previous-line", commands.previous_line, -1);
  rl_add_defun("tj-next-line", commands.next_line, -1);
}

static inline void tj_bind(tj_commands commands, Keymap map) {
  rl_bind_key_in_map('\r', commands.accept, map);
  rl_bind_key_in_map('\n', commands.accept, map);
  rl_bind_key_in_map('\t', commands.complete, map);
  rl_bind_keyseq_in_map("\\e[A", commands.previous_line, map);
  rl_bind_keyseq_in_map("\\eOA", commands.previous_line, map);
  rl_bind_keyseq_in_map("\\e[B", commands.next_line, map);
  rl_bind_keyseq_in_map("\\eOB", commands.next_line, map);
}

// Once, before the first line is read. Everything here stands before rl_initialize, which reads
// the user's inputrc, so that the user has the last word. `name` must live on.
static inline void tj_configure(const char *name, tj_commands commands) {
  rl_readline_name = name;
  rl_instream = stdin;
  rl_outstream = stdout;
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  rl_attempted_completion_function = tj_no_completion;
  rl_variable_bind("show-all-if-ambiguous", "on");
  tj_add_commands(commands);
  tj_bind(commands, emacs_standard_keymap);
  tj_bind(commands, vi_insertion_keymap);
  rl_bind_keyseq_in_map("\\e\\C-m", commands.newline, emacs_standard_keymap);
  rl_bind_keyseq_in_map("\\e\\C-j", commands.newline, emacs_standard_keymap);
  rl_bind_key_in_map('\r', commands.accept, vi_movement_keymap);
  rl_bind_key_in_map('\n', commands.accept, vi_movement_keymap);
  rl_initialize();
}

// The text being edited: bytes, their number, and the cursor as an offset into them.
static inline const char *tj_line(void) { return rl_line_buffer; }
static inline int tj_line_length(void) { return rl_end; }
static inline int tj_cursor(void) { return rl_point; }
static inline void tj_set_cursor(int point) { rl_point = point; }

// Whether the last key ran this command too.
static inline int tj_is_repeated(rl_command_func_t *command) { return rl_last_func == command; }

static inline int tj_shows_all_if_ambiguous(void) {
  const char *value = rl_variable_value("show-all-if-ambiguous");
  return value != NULL && strcmp(value, "on") == 0;
}

static inline void tj_write(const char *bytes, size_t count) {
  fwrite(bytes, 1, count, rl_outstream);
  fflush(rl_outstream);
}

// History files keep entries of several lines whole only with time stamps.
static inline void tj_configure_history(int limit) {
  using_history();
  history_write_timestamps = 1;
  history_comment_char = '#';
  stifle_history(limit);
}

static inline const char *tj_last_history_line(void) {
  if (history_length == 0) return NULL;
  HIST_ENTRY *entry = history_get(history_base + history_length - 1);
  return entry == NULL ? NULL : entry->line;
}

// More than 1 where the locale's characters can have several bytes.
static inline int tj_bytes_per_character(void) { return (int)MB_CUR_MAX; }

#endif
