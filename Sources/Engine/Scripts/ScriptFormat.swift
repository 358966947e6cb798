import Syntax

/// `tj fmt`: a script with its blanks in order, which reads as it did.
///
/// ```
/// let found = ScriptFormat(source, besides: "rig.tj").formatted()
/// found.text           // nil where the script cannot be read; then `faults` say why
/// ```
///
/// What is written is read again, and every statement compared: its tree, its documentation and what
/// is noted about its spelling. One that does not read the same is written more carefully, and in the
/// end as it stands.
public struct ScriptFormat {
  let source: SourceText
  /// the path of the script, below whose folder it may `use` others, which may bring units
  let path: String?

  public init(_ source: SourceText, besides path: String?) {
    self.source = source
    self.path = path
  }

  /// A statement as what it means is compared.
  private struct ReadStatement: Equatable {
    var span: Span
    var text: String
    var documentation: [String]
    var notes: [String]

    func isSame(as other: ReadStatement) -> Bool {
      text == other.text && documentation == other.documentation && notes == other.notes
    }
  }

  /// - Complexity: a reading of the script for each time that a statement had to be written more
  ///   carefully; those are found all at once.
  public func formatted() -> (text: String?, faults: [Diagnostic]) {
    let (before, faults) = read(source)
    guard faults.isEmpty else { return (nil, faults) }
    var formatter = Formatter(source, statements: before.map(\.span))
    var isCareful: Set<Int> = []
    // each round takes at least one statement a step back
    for _ in 0...(2 * before.count) {
      let text = formatter.text()
      let (after, _) = read(SourceText(name: source.name, text: text))
      var others = before.indices.filter {
        $0 >= after.count || !before[$0].isSame(as: after[$0])
      }
      if others.isEmpty, after.count == before.count { return (text, []) }
      // where statements were lost or won the first that differs is the cause of the others
      if after.count != before.count { others = [others.first ?? before.count - 1] }
      for index in others {
        if isCareful.insert(index).inserted {
          formatter.careful.append(before[index].span)
        } else {
          formatter.verbatim.append(before[index].span)
        }
      }
    }
    return (String(decoding: source.bytes, as: UTF8.self), [])
  }

  /// Reads a text in a session of its own. A file that cannot be used is no fault here.
  private func read(_ source: SourceText) -> (statements: [ReadStatement], faults: [Diagnostic]) {
    let session = Session()
    if let path { session.allowFiles(besides: path) }
    var parser = Parser(source, units: session.units)
    var statements: [ReadStatement] = []
    var faults: [Diagnostic] = []
    while true {
      switch parser.next() {
      case .end: return (statements, faults)
      case .failure(let diagnostics):
        faults += diagnostics
        if faults.count >= Limits.syntaxErrors { return (statements, faults) }
      case .statement(let statement):
        _ = try? session.read(statement)
        statements.append(
          ReadStatement(
            span: statement.span, text: Syntax.Reading.text(statement),
            documentation: statement.documentation + statement.provenance,
            notes: parser.notes.map(\.problem.id)))
      }
    }
  }
}
