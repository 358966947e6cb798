import Syntax

/// `--set name=expr`: what the command line says about a script's inputs.
extension Session {
  /// The script's definition of the name will be replaced by this one.
  /// - Parameter text: `node=2 kW`
  public func set(_ text: String) throws(Diagnostic) {
    let source = SourceText(name: "--set", text: text)
    var parser = Parser(source, units: units)
    let whole = Place(source, Span(0, source.bytes.count))
    switch parser.next() {
    case .statement(let statement):
      guard case .definition(let definition) = statement.kind, case .end = parser.next() else {
        throw Diagnostic(EngineProblem.badSetting(text), at: whole)
      }
      settings[definition.name] = statement
    case .failure(let diagnostics):
      throw diagnostics.first ?? Diagnostic(EngineProblem.badSetting(text), at: whole)
    case .end: throw Diagnostic(EngineProblem.badSetting(text), at: whole)
    }
  }

  /// Names that were set and that no script has defined.
  public func unusedSettings() -> [String] {
    settings.keys.filter { !usedSettings.contains($0) }.map(\.text).sorted()
  }

  /// The statement to run in place of a script's definition.
  func setting(for statement: Statement) -> Statement {
    guard mode == .script || mode == .command,
      case .definition(let definition) = statement.kind,
      let replacement = settings[definition.name]
    else { return statement }
    usedSettings.insert(definition.name)
    return replacement.documented(like: statement)
  }
}
