import Syntax

/// What can be wrong with a unit.
public enum UnitProblem: Problem, Error {
  case unknownUnit(name: String, nearest: [String], span: Span)

  public var id: String { "unknown-unit" }
}
