/// Reads statements one after another from a source.
///
/// ```
/// var parser = Parser(source, units: table)
/// while true {
///   switch parser.next() {
///   case .statement(let statement): …
///   case .failure(let diagnostics): …   // the parser stands behind the faulty statement
///   case .end: return
///   }
/// }
/// ```
public struct Parser {
  public enum Step {
    case statement(Statement)
    case failure([Diagnostic])
    case end
  }

  /// Notes about doubtful spellings in the statement that `next()` read last.
  public private(set) var notes: [Diagnostic] = []

  public init(_ source: SourceText, units: any UnitNames, isPrompt: Bool = false) {
  }

  public mutating func next() -> Step { .end }

  /// Whether a text ends inside an open bracket, brace, string or after an operator that needs more:
  /// then the prompt asks for another line.
  public static func isIncomplete(_ text: String) -> Bool { false }

  /// A number with a unit and nothing else: a catalog cell, a constant of the unit files.
  /// `3.6e6 J`, `4.184 J/g`, `60 s`, `$`; nil where the text is anything else.
  public static func quantity(
    _ text: String, units: any UnitNames
  ) -> (value: Double, unit: UnitExpression?)? { nil }
}
