/// The words and signs that the language itself knows. They are interned before any other name, in
/// this order, so that a word is recognised by comparing its id: `name.id == Word.format.rawValue`.
enum Word: Int32, CaseIterable {
  // Reserved: never a name, never a unit.
  case `if`, then, `else`, and, or, not, with, under, over, `as`, to, `in`, per, `where`, within
  case from, `for`, solve, minimize, maximize, hundred, thousand, million, billion, trillion
  // Words of statements: only first in a statement, before a blank and the start of an operand.
  case table, print, assert, compare, explain, sensitivity, inputs, graph, why, unit, use, scenario
  case ask, correlate, histogram
  // Words inside certain statements.
  case format, depth, by, full, also, prefixes, rounding, expect, hint
  // Names with a meaning of their own to the reader.
  case ans
  // Units with a rule of their own.
  case percent, permille, ppm, celsius, fahrenheit, degC, degF

  static let spellings = [
    "if", "then", "else", "and", "or", "not", "with", "under", "over", "as", "to", "in", "per",
    "where", "within", "from", "for", "solve", "minimize", "maximize", "hundred", "thousand",
    "million", "billion", "trillion", "table", "print", "assert", "compare", "explain",
    "sensitivity", "inputs", "graph", "why", "unit", "use", "scenario", "ask", "correlate",
    "histogram",
    "format",
    "depth", "by", "full", "also", "prefixes", "rounding", "expect", "hint", "ans", "%", "‰", "ppm",
    "°C", "°F",
    "degC", "degF",
  ]

  var name: Name { Name(id: rawValue) }

  static func isReserved(_ name: Name) -> Bool { name.id <= Word.trillion.rawValue }

  /// `million` is 1e6; nil for any other word.
  static func multiplier(_ name: Name) -> Double? {
    switch name.id {
    case Word.hundred.rawValue: 1e2
    case Word.thousand.rawValue: 1e3
    case Word.million.rawValue: 1e6
    case Word.billion.rawValue: 1e9
    case Word.trillion.rawValue: 1e12
    default: nil
    }
  }

  /// `%`, `‰`, `ppm`: after `±` they are of the best guess.
  static func isPercent(_ name: Name) -> Bool {
    name.id >= Word.percent.rawValue && name.id <= Word.ppm.rawValue
  }

  static func isPercent(_ unit: UnitExpression) -> Bool {
    guard unit.factors.count == 1, case .unit(let name) = unit.factors[0].kind else { return false }
    return isPercent(name)
  }

  /// `°C`, `°F`: a touching minus belongs to the number.
  static func isTemperatureReading(_ name: Name) -> Bool {
    name.id >= Word.celsius.rawValue && name.id <= Word.degF.rawValue
  }

  /// Reserved words for help, completion and the nearest-name search.
  static var reserved: ArraySlice<String> { spellings[...Int(Word.trillion.rawValue)] }
}
