import Syntax

/// `##` lines typed one by one at the prompt: they document the definition that is typed next.
///
/// ```
/// tj> ## the throughput
/// tj> ## source: log of May
/// tj> tput = 300 t/s
/// ```
extension Session {
  /// Keeps an entry that is nothing but `##` lines; an empty entry lets go of what was kept.
  /// - Returns: whether the entry is kept, and nothing is left to run.
  func holdsDocumentation(_ source: SourceText) -> Bool {
    let text = String(decoding: source.bytes, as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
      .map { $0.drop { $0 == " " || $0 == "\t" } }
    if lines.allSatisfy({ $0.allSatisfy { $0.isWhitespace } }) {
      heldDocumentation = []
      return false
    }
    guard lines.allSatisfy({ $0.hasPrefix("##") && !$0.hasPrefix("###") }) else { return false }
    heldDocumentation += lines.map(String.init)
    return true
  }

  /// A statement with the lines that were kept for it above its own. What is no definition lets go
  /// of them; a definition that is refused leaves them for the next try.
  func documented(_ statement: Statement) -> Statement {
    guard !heldDocumentation.isEmpty else { return statement }
    switch statement.kind {
    case .definition, .function, .scenario, .unit: break
    default:
      heldDocumentation = []
      return statement
    }
    // read as they are read above a definition
    let text = heldDocumentation.joined(separator: "\n") + "\nx = 1"
    var parser = Parser(SourceText(name: "prompt", text: text), units: units)
    guard case .statement(let held) = parser.next() else { return statement }
    return Statement(
      kind: statement.kind, whatIf: statement.whatIf, format: statement.format,
      documentation: held.documentation + statement.documentation,
      provenance: held.provenance + statement.provenance, source: statement.source,
      span: statement.span, mayHoldAnswer: statement.mayHoldAnswer)
  }
}
