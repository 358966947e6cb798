import EnergyCore
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
    return resting(replacement, on: definition, statement.source).documented(like: statement)
  }

  /// The command line has the last word: a scenario gives a name that was set no value of its own. One
  /// that moves the name (`node = node * 1.2`) moves what was set.
  func isSet(_ change: WhatIf.Override) -> Bool {
    settings[change.name] != nil
      && !ReferenceCollector.references(of: change.value).contains(.value(change.name))
  }

  /// The same, as long as nobody has defined the name anew since.
  func yieldsToSetting(_ change: WhatIf.Override) -> Bool {
    !settings.isEmpty && isSet(change) && world.node(change.name)?.source.name == "--set"
  }

  /// `node=node * 2`: as in `with`, the name in its own override is the script's definition.
  private func resting(_ set: Statement, on own: Definition, _ source: SourceText) -> Statement {
    guard case .definition(let definition) = set.kind, own.locals.isEmpty, !own.isFrozen else {
      return set
    }
    let spans = ReferenceCollector.spans(of: own.name, in: [definition.value])
    guard !spans.isEmpty else { return set }
    var bytes = set.source.bytes
    let text = Array("(\(source.text(of: own.value)))".utf8)
    for span in spans.sorted(by: { $0.start > $1.start }) {
      bytes.replaceSubrange(Int(span.start)..<Int(span.end), with: text)
    }
    var parser = Parser(SourceText(name: set.source.name, bytes: bytes), units: units)
    guard case .statement(let statement) = parser.next(), case .end = parser.next() else {
      return set
    }
    return statement
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
    ownDefinitions[definition.name] = old
    let isSame =
      before.type.kind == after.type.kind
      && (agree(before.type.dimension, after.type.dimension) || after.type.isZero
        || before.type.isZero)
    if isSame { return true }
    let (was, found) = sides(
      (before, statement.source.text(of: definition.value)),
      (after, replacement.source.text(of: set.value)))
    throw Diagnostic(
      EngineProblem.overrideDiffers(name: definition.name.text, was: was, found: found),
      at: Place(replacement.source, set.value.span))
  }

  /// At the end of a script: its lists may be written for other labels than those that were set.
  func noteLabelsSet() {
    for (name, own) in ownDefinitions.sorted(by: { $0.key < $1.key }) {
      if let node = world.node(name), node !== own { noteLabels(replaced: own, by: node) }
    }
    ownDefinitions = [:]
  }

  /// `--set h100_sxm='1 kW'` stands above the catalog from the first line on, as in `with`.
  /// - Throws: `overrideDiffers`, at the value that was set.
  func defineCatalogSettings() throws(Diagnostic) {
    for (name, statement) in settings.sorted(by: { $0.key < $1.key }) {
      guard case .definition(let definition) = statement.kind, world.node(name) == nil,
        !usedSettings.contains(name), Catalog.entry(name.text) != nil
      else { continue }
      usedSettings.insert(name)
      let figure = try build(.name(name, definition.nameSpan), statement.source)
      let set = try build(definition.value, statement.source)
      let fits =
        set.type.kind == figure.type.kind
        && (agree(figure.type.dimension, set.type.dimension) || set.type.isZero)
      if !fits {
        let (was, found) = sides(
          (figure, name.text), (set, statement.source.text(of: definition.value)))
        throw Diagnostic(
          EngineProblem.overrideDiffers(name: name.text, was: was, found: found),
          at: Place(statement.source, definition.value.span))
      }
      var kept = definition
      // its own name in it is the catalog's figure
      let references = ReferenceCollector.references(of: definition.value)
      if references.contains(.value(name)) { kept.isFrozen = true }
      try define(kept, statement, isLast: false)
    }
  }

  /// Names that were set, each with those that a script may have meant.
  public func namesNear(_ name: String) -> [String] {
    nearestNames(to: name).filter { $0 != name && settings[Name($0)] == nil }
  }
}
