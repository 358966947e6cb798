/// What went wrong, as data: an enum of each room, with the user's own names and values in it.
/// The words stand in `Report/Wording`.
public protocol Problem: Sendable {
  /// A stable identifier, kebab-case: `unknown-unit`.
  var id: String { get }
}

/// An error, or a note about a doubtful spelling, at a place.
public struct Diagnostic: Error, Sendable {
  public enum Severity: Sendable { case error, note }

  public var severity: Severity
  public var problem: any Problem
  public var place: Place
  /// Other places that belong to it: the two operands of a mismatch, the other definition.
  public var labels: [Label]
  /// What would mend it, where that takes the whole statement to know; its words are further help.
  public var advice: [any Problem] = []

  public struct Label: Sendable {
    public var place: Place
    public var text: String
    public init(_ place: Place, _ text: String) {
      self.place = place
      self.text = text
    }
  }

  public init(
    _ problem: any Problem, at place: Place, labels: [Label] = [], severity: Severity = .error
  ) {
    self.problem = problem
    self.place = place
    self.labels = labels
    self.severity = severity
  }

  public static func note(_ problem: any Problem, at place: Place) -> Diagnostic {
    Diagnostic(problem, at: place, severity: .note)
  }
}
