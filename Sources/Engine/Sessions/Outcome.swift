import Syntax
import Units

/// What a statement has to show. `Report` turns it into text, Markdown, CSV or JSON.
public enum Outcome: Sendable {
  /// A bare expression's value, or, at the prompt, a definition's (`name` is set then).
  case value(name: String?, Value)
  /// At the prompt: a definition that has no value yet, with the names that it waits for.
  case waiting(name: String, for: [String])
  /// At the prompt: a function was defined: its head as written.
  case function(String)
  /// At the prompt: a scenario was defined: its overrides as written.
  case scenario(name: String, from: String?, overrides: [String])
  /// At the prompt: a named result downstream of a redefinition that has changed.
  indirect case change(Change)
  /// More changes than are listed: how many.
  case moreChanges(Int)
  /// Results downstream whose values were not found in time: how many.
  case notRecomputed(Int)
  /// At the prompt: an expression that `:watch` keeps in view.
  indirect case watched(Watched)
  indirect case table(Table)
  indirect case comparison(ScenarioComparison)
  indirect case hole(Hole)
  indirect case attribution(Attribution)
  indirect case inputs(Assumptions)
  indirect case graph(DependencyGraph)
  indirect case sensitivity(Tornado)
  indirect case histogram(Histogram)
  /// how a statement was read: `:echo on`, `tj read`
  indirect case reading(StatementReading)
  /// A question of a lesson, with what is known about its answer.
  indirect case exercise(Exercise)
  indirect case derivation(Derivation)
  /// what `print` printed
  case text(String)
  /// an error or a note; apart, as a change is, so that an outcome can be moved in registers
  indirect case diagnostic(Diagnostic)
  /// `:digits 8`, `?jt`: for the shell
  case setting(Name, String, Place)
  case help(String, Place)
}

public struct Change: Sendable {
  public var name: String
  public var before: Value
  /// nil where the definition has become an error; then `problem` says why
  public var after: Value?
  public var problem: Diagnostic?

  package init(name: String, before: Value, after: Value?, problem: Diagnostic?) {
    self.name = name
    self.before = before
    self.after = after
    self.problem = problem
  }
}

/// A watched expression, with its value when it was last shown.
public struct Watched: Sendable {
  public var text: String
  /// nil when it is shown for the first time, and where it had no value
  public var before: Value?
  /// nil where it has no value; then `problem` says why
  public var after: Value?
  public var problem: Diagnostic?
}

/// Values side by side along their common axes.
public struct Table: Sendable {
  public struct Column: Sendable {
    public var title: String
    public var value: Value
  }
  public var columns: [Column]
  /// every axis that a column varies along, rows first
  public var axes: [Axis]
  /// `format markdown` at the end of the statement
  public var format: String?
}
