import EnergyCore
import Syntax
import Units

/// `inputs jt`: the assumptions that a result rests on.
extension Session {
  func showInputs(_ expression: Expression, _ statement: Statement) throws(Diagnostic) {
    try checkFormat(statement)
    let world = try statementWorld(statement, [expression])
    let dependencies = try DependencyWalk(self).run(expression, statement.source, in: world)
    var assumptions = Assumptions(
      title: title(expression, statement.source), leaves: [], numbers: [],
      missing: [], format: statement.format?.text)
    assumptions.value = try rootValue(expression, statement, world, dependencies)
    let users = dependencies.users
    var lines = SourceLines()
    for (count, index) in dependencies.inOrder.enumerated() {
      if count & 255 == 255, mustStop() {
        throw Diagnostic(
          EngineProblem.interrupted, at: Place(statement.source, expression.span))
      }
      let item = dependencies.items[index]
      if case .missing = item.subject { assumptions.missing.append(item.name) }
      if var leaf = leaf(item, isLeaf: dependencies.isLeaf(index), &lines) {
        leaf.usedIn = users[index].map { $0 == 0 ? nil : dependencies.items[$0].name }
        assumptions.leaves.append(leaf)
      }
      if let numbers = hiddenNumbers(item, isLeaf: dependencies.isLeaf(index), &lines) {
        assumptions.numbers.append(numbers)
      }
    }
    emit(.inputs(assumptions))
  }

  /// What the expression of a statement comes to; nil where a definition on the way still waits. A
  /// name that is missing in the expression itself is an error, like any other fault.
  func rootValue(
    _ expression: Expression, _ statement: Statement, _ world: World, _ found: Dependencies
  ) throws(Diagnostic) -> Value? {
    do {
      return try value(of: build(expression, statement.source, in: world))
    } catch {
      if case .undefined = error.problem as? EngineProblem,
        found.items.contains(where: { if case .missing = $0.subject { true } else { false } }),
        !found.items[0].children.contains(where: {
          if case .missing = found.items[$0].subject { true } else { false }
        })
      {
        return nil
      }
      throw error
    }
  }

  /// The row of an item; nil where it is no assumption.
  func leaf(_ item: Dependencies.Item, isLeaf: Bool, _ lines: inout SourceLines)
    -> Assumptions.Leaf?
  {
    switch item.subject {
    case .expression, .function, .missing: return nil
    case .definition(let node):
      if !isLeaf, node.outer == nil { return nil }
      var leaf = Assumptions.Leaf(
        name: item.name, kind: .definition, formula: oneLine(formulaText(node)),
        documentation: node.documentation.prose, sources: node.provenance,
        given: given(node, &lines), usedIn: [])
      leaf.isLiteral = isLeaf && DependencyWalk.isWritten(node.definition)
      leaf.isFrozen = node.definition.isFrozen
      leaf.isLeaf = isLeaf
      leaf.isLabelsOnly = !item.isUsed
      if let correlation = correlationText(of: node) { leaf.documentation.append(correlation) }
      do {
        leaf.value = try valueInWords(node)
      } catch {
        leaf.problem = error
      }
      if let outer = node.outer { leaf.was = replaced(node.name, in: outer) }
      return leaf
    case .figure(let entry, let field):
      let figure = entry.field(field)
      var leaf = Assumptions.Leaf(
        name: item.name, kind: .catalog, value: value(of: figure?.figure ?? .notKnown),
        documentation: [documentation(of: entry, figure)], sources: [entry.source],
        confidence: entry.confidence, given: .catalog, usedIn: [])
      if !entry.note.isEmpty { leaf.documentation.append(entry.note) }
      return leaf
    case .constant(let name):
      if let measured = measuredLeaf(name) { return measured }
      guard let constant = Library.physical[name] else { return nil }
      let (unit, factor) = catalogUnit(constant.unit)
      let value = Value(
        cells: .numbers([constant.value * factor]), dimension: units.dimension(of: unit),
        unit: unit, isPinned: true)
      return Assumptions.Leaf(
        name: name, kind: .constant, value: value, documentation: [constant.summary],
        sources: [], given: .constant, usedIn: [])
    }
  }

  /// `H100 SXM5 80GB: board power`
  private func documentation(of entry: Catalog.Entry, _ field: Catalog.Field?) -> String {
    guard let field, field.name != "title" else { return entry.title }
    return "\(entry.title): \(field.name.replacing("_", with: " "))"
  }

  /// The numbers that an item holds and that no row shows.
  func hiddenNumbers(
    _ item: Dependencies.Item, isLeaf: Bool, _ lines: inout SourceLines
  ) -> Assumptions.Numbers? {
    guard !item.numbers.isEmpty else { return nil }
    var numbers = Assumptions.Numbers(
      holder: .expression, name: item.name, numbers: item.numbers.map(\.text))
    switch item.subject {
    case .expression: break
    case .function(let function):
      numbers.holder = .function
      numbers.documentation = function.documentation.prose
      numbers.sources = function.provenance
      let name = Place(function.source, function.definition.nameSpan)
      numbers.given = .text(name: function.source.name, line: lines.line(of: name))
    case .definition(let node):
      if isLeaf { return nil }
      numbers.holder = .definition
      numbers.documentation = node.documentation.prose
      numbers.sources = node.provenance
      numbers.given = given(node, &lines)
    case .figure, .constant, .missing: return nil
    }
    return numbers
  }

  func given(_ node: Node, _ lines: inout SourceLines) -> Assumptions.Given {
    if node.outer != nil { return .override(scenario: node.scenario?.text) }
    if node.source.name == "--set" { return .setting }
    return .text(name: node.source.name, line: lines.line(of: node.place))
  }

  /// What a name meant before it was overridden.
  private func replaced(_ name: Name, in outer: World) -> Value? {
    if let node = outer.node(name) { return try? value(of: node) }
    guard let entry = Catalog.entry(name.text) else { return nil }
    return value(of: entry.plain)
  }

  /// The value of a figure of the catalog; nil for one that nobody states.
  func value(of figure: Catalog.Figure) -> Value? {
    switch figure {
    case .notKnown: return nil
    case .text(let text):
      return Value(cells: .texts([text]), dimension: .none, unit: .one)
    case .number(let number, let text):
      let (unit, factor) = catalogUnit(text)
      return Value(
        cells: .numbers([number * factor]), dimension: units.dimension(of: unit), unit: unit)
    case .bracket(let low, let high, let text):
      let (unit, factor) = catalogUnit(text)
      var value = Value(
        cells: .numbers([(low / 2 + high / 2) * factor]), dimension: units.dimension(of: unit),
        unit: unit)
      value.low = [low * factor]
      value.high = [high * factor]
      return value
    }
  }

  func oneLine(_ text: String) -> String {
    text.contains(where: \.isNewline)
      ? text.split(whereSeparator: \.isWhitespace).joined(separator: " ") : text
  }

  func checkFormat(_ statement: Statement, also more: Set<String> = []) throws(Diagnostic) {
    guard let format = statement.format, !Self.formats.contains(format.text),
      !more.contains(format.text)
    else { return }
    // it stands behind everything else but a depth
    let text = Array(statement.source.text(statement.span).utf8), name = Array(format.text.utf8)
    let last = text.indices.last { text[$0...].starts(with: name) } ?? 0
    let start = Int(statement.span.start) + last
    throw Diagnostic(
      EngineProblem.unknownFormat(format.text, also: more.sorted()),
      at: Place(statement.source, Span(start, start + name.count)))
  }
}

/// Lines of many places, found faster than each by itself: the ends of lines are looked for once in
/// each source.
struct SourceLines {
  private var starts: [ObjectIdentifier: (source: SourceText, offsets: [Int])] = [:]

  mutating func line(of place: Place) -> Int {
    let source = place.source
    let id = ObjectIdentifier(source)
    if starts[id] == nil {
      var offsets: [Int] = []
      for (i, byte) in source.bytes.enumerated() where byte == 10 { offsets.append(i) }
      starts[id] = (source, offsets)
    }
    guard let offsets = starts[id]?.offsets else { return source.firstLine }
    // how many line ends stand before it
    var (low, high) = (0, offsets.count)
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < Int(place.span.start) { low = middle + 1 } else { high = middle }
    }
    return source.firstLine + low
  }
}
