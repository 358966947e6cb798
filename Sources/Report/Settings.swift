/// The forms in which results come out; the words of `--format` and `format` in a statement.
package enum Format: String, CaseIterable, Sendable {
  case text, markdown, csv, json

  /// Reads `text`, `markdown` or `md`, `csv`, `json`; nil for anything else.
  package init?(word: String) {
    self.init(rawValue: word == "md" ? "markdown" : word)
  }
}

/// How results are shown.
///
/// `:digits n` sets `digits`, the significant digits of a single value (6 to begin with). Values side
/// by side (lists, tables, change lines, both ends of a bracket) get two thirds as many, rounded:
/// 6 → 4, 9 → 6, 3 → 2. CSV and JSON always carry full precision.
package struct Settings: Sendable {
  package var digits: Int
  package var hasColour: Bool
  /// Columns of the terminal or page: help texts wrap and source lines are cut here.
  package var width: Int
  /// Whether a value of very many rows shows its first and last ones only (as text; a `table` and
  /// every other form have all).
  package var cutsLongValues = false

  package init(digits: Int = 6, hasColour: Bool = false, width: Int = 100) {
    self.digits = min(max(digits, 1), 17)
    self.hasColour = hasColour
    self.width = max(width, 40)
  }

  /// Significant digits of values side by side.
  package var digitsSideBySide: Int { max(1, (2 * digits + 1) / 3) }
}
