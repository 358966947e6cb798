import Syntax

/// What can be wrong with a unit.
public enum UnitProblem: Problem, Error {
  /// `3 kw`: no unit of that name; the nearest names, best first (for `ton` the tons there are)
  case unknownUnit(name: String, nearest: [String], span: Span)
  /// `p: powr`: no dimension word and no unit
  case unknownDimension(name: String, nearest: [String], span: Span)
  /// `5 Mt CO2e`: `Mt` is a megatoken
  case tonneMeant(written: String, offered: String, span: Span)
  /// `unit kWh = …`: the name is a unit already
  case nameTaken(name: String, definition: String)
  /// `unit in = …` with `prefixes m`: a prefixed form is a unit already (`min` is minute)
  case prefixClash(spelling: String, name: String, definition: String)
  /// `prefixes kilos`
  case unknownPrefix(String)
  /// `unit USD = 0.9 EUR` where a euro is dollars already
  case definedByItself(name: String)

  /// `unit lap = 0 m`: a unit is a positive, finite multiple
  case notPositive(name: String)

  public var id: String {
    switch self {
    case .unknownUnit: "unknown-unit"
    case .unknownDimension: "unknown-dimension"
    case .tonneMeant: "tonne-meant"
    case .nameTaken: "unit-name-taken"
    case .prefixClash: "unit-prefix-clash"
    case .unknownPrefix: "unknown-prefix"
    case .definedByItself: "unit-defined-by-itself"
    case .notPositive: "unit-not-positive"
    }
  }

  /// Where in the text it is, if it is in one.
  public var span: Span? {
    switch self {
    case .unknownUnit(_, _, let span), .unknownDimension(_, _, let span),
      .tonneMeant(_, _, let span):
      span
    case .nameTaken, .prefixClash, .unknownPrefix, .definedByItself, .notPositive: nil
    }
  }
}
