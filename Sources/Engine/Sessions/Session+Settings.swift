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
    replacedBySettings.append(statement)
    return replacement.documented(like: statement)
  }

  /// A setting keeps the dimension of the definition that it replaces.
  ///
  /// What a script's definition rests on may come further down, and is compared then.
  /// - Throws: `overrideDiffers`, at the value that was set.
  func checkSettings() throws(Diagnostic) {
    guard !replacedBySettings.isEmpty else { return }
    var waiting: [Statement] = []
    for statement in replacedBySettings where !(try isChecked(statement)) {
      waiting.append(statement)
    }
    replacedBySettings = waiting
  }

  /// - Returns: false where either side cannot be told yet.
  private func isChecked(_ statement: Statement) throws(Diagnostic) -> Bool {
    guard case .definition(var definition) = statement.kind,
      let replacement = settings[definition.name],
      case .definition(let set) = replacement.kind, let new = world.node(definition.name)
    else { return true }
    definition.isFrozen = false
    let references = ReferenceCollector.references(of: definition.value, locals: definition.locals)
    // by itself: it is no part of the world
    let old = Node(
      name: definition.name, definition: definition, source: statement.source,
      references: references, world: world)
    try? check(old)
    try? check(new)
    guard let before = old.formula, let after = new.formula else { return false }
    let isSame =
      before.type.kind == after.type.kind
      && (agree(before.type.dimension, after.type.dimension) || after.type.isZero
        || before.type.isZero)
    if isSame { return true }
    func side(_ formula: Formula, _ text: String) -> EngineProblem.Side {
      EngineProblem.Side(
        text: text, value: briefly(formula),
        dimension: formula.type.kind == .number
          ? units.name(of: formula.type.dimension) : "no number")
    }
    throw Diagnostic(
      EngineProblem.overrideDiffers(
        name: definition.name.text, was: side(before, statement.source.text(of: definition.value)),
        found: side(after, replacement.source.text(of: set.value))),
      at: Place(replacement.source, set.value.span))
  }

  /// Names that were set, each with those that a script may have meant.
  public func namesNear(_ name: String) -> [String] {
    nearestNames(to: name).filter { $0 != name && settings[Name($0)] == nil }
  }
}
