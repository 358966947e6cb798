import EnergyCore
import Syntax
import Units

/// What tj knows about a name: for `?jt`.
public struct Description: Sendable {
  public var title: String
  public var facts: [(label: String, value: String)]
  public var paragraphs: [String]
  /// lines to try, and behind `#>` and `#!` what tj answers
  public var example: [String] = []
  /// what the fact called `value` tells in few words
  public var value: Value?
  /// what a line to try comes to, where it does not stand behind it
  public var answers: [String: Value] = [:]
}

/// One line of a list of names: for `:list`.
public struct Entry: Sendable {
  public var kind: String
  public var name: String
  public var value: String
  public var summary: String
}

extension Session {
  public static let entryKinds = [
    "definitions", "functions", "scenarios", "units", "accelerators", "models", "grids",
    "facilities", "measured", "constants",
  ]

  /// Everything known about a name, or nil: a definition, a function, a catalog row, a unit, a
  /// built-in function or constant.
  public func describe(_ text: String) -> Description? {
    let name = Name(text)
    if let node = world.node(name) { return describe(node) }
    if let function = world.function(name) { return describe(function) }
    if let scenario = world.scenario(name) { return describe(scenario) }
    if let found = describe(catalog: text) { return found }
    if let topic = Topic.named(text) { return describe(topic, as: text) }
    if let help = (Library.help + Library.words).first(where: { $0.name == text }) {
      return Description(title: help.usage, facts: [], paragraphs: [help.summary])
    }
    return describe(unit: name) ?? describe(dotted: text) ?? describe(dimension: text)
      ?? describe(compound: text)
  }

  private func describe(_ topic: Topic, as asked: String) -> Description? {
    // a command's words stand with it
    if topic.chapter == "commands" { return nil }
    var facts: [(label: String, value: String)] = []
    if !topic.related.isEmpty {
      facts.append(("see also", topic.related.map { "?\($0)" }.joined(separator: " ")))
    }
    if units.isUnit(Name(asked)) {
      facts.append(("also", "the unit \(asked), directly after a number"))
    }
    if !topic.names.isEmpty {
      let names = topic.names.filter { !$0.contains(" ") && $0 != topic.name }
      if !names.isEmpty { facts.insert(("also written", names.joined(separator: "  ")), at: 0) }
    }
    return Description(
      title: topic.usage, facts: facts, paragraphs: [topic.summary] + topic.details,
      example: topic.example)
  }

  private func describe(_ node: Node) -> Description {
    var facts: [(label: String, value: String)] = [("formula", formulaText(node))]
    var shown: Value?
    do {
      let value = try valueInWords(node)
      shown = value
      facts.append(("value", brief(value)))
      if case .numbers = value.cells {
        let unit = units.text(of: value.unit)
        if !unit.isEmpty { facts.append(("unit", unit)) }
        facts.append(("dimension", units.name(of: value.dimension)))
      }
      let axes = value.axes.compactMap(\.name?.text)
      if !axes.isEmpty { facts.append(("varies over", axes.joined(separator: ", "))) }
    } catch {
      facts.append(("value", waitingText(node) ?? "none now"))
    }
    for source in node.provenance { facts.append(("source", source)) }
    if let text = correlationText(of: node) {
      facts.append(("correlated", String(text.dropFirst("correlated ".count))))
    }
    let rests = node.references.compactMap { restingOn($0) } + figures(in: node)
    if !rests.isEmpty { facts.append(("rests on", listed(rests))) }
    facts += usedBy(.value(node.name))
    if units.isUnit(node.name) {
      facts.append(("also", "the unit \(node.name.text), directly after a number"))
    }
    let example = tries(node)
    return answered(
      Description(
        title: "\(node.name.text): a definition", facts: facts,
        paragraphs: node.documentation.prose, example: node.documentation.examples + example,
        value: shown))
  }

  /// `h100_sxm = 700 W`: the figures of the catalog, and the constants, that a formula names.
  private func figures(in node: Node) -> [String] {
    let walk = DependencyWalk(self)
    guard let found = try? walk.run(node.definition.value, node.source, in: node.world) else {
      return []
    }
    return found.items[0].children.compactMap { index in
      let item = found.items[index]
      switch item.subject {
      case .figure(let entry, let field):
        return entry.field(field).map { "\(item.name) = \(figureText($0.figure))" }
      case .constant(let name):
        return Library.physical[name].map {
          let value = units.numberText($0.value, unit: .one, digits: 6)
          return "\(name) = \(value) \($0.unit)"
        }
      default: return nil
      }
    }
  }

  /// `node = 3.08 kW`: a definition that another rests on.
  private func restingOn(_ reference: Reference) -> String? {
    guard let node = world.node(reference.name) else {
      return world.function(reference.name) == nil ? nil : "\(reference.name.text)(…)"
    }
    return briefly(node).map { "\(node.name.text) = \($0)" } ?? node.name.text
  }

  private func listed(_ names: [String]) -> String {
    let shown = names.prefix(12).joined(separator: ", ")
    return names.count > 12 ? "\(shown) and \(names.count - 12) more" : shown
  }

  /// Lines to try on a definition: what it would be with an input a fifth larger, and what it rests on.
  private func tries(_ node: Node) -> [String] {
    guard briefly(node) != nil else { return [] }
    let name = node.name.text
    let changed = node.references.first { reference in
      guard reference.isValue, let input = world.node(reference.name),
        let type = input.formula?.type
      else { return false }
      // (an axis has the labels that it has)
      return type.kind == .number && !type.isReading && type.record == nil && input.axis == nil
    }
    guard let changed else { return ["inputs \(name)"] }
    return ["\(name) with \(changed.text) = 1.2 * \(changed.text)", "inputs \(name)"]
  }

  /// With what each line to try comes to.
  func answered(_ description: Description) -> Description {
    var described = description
    for (i, line) in description.example.enumerated() where !line.hasPrefix("#") {
      let next = i + 1 < description.example.count ? description.example[i + 1] : ""
      if !next.hasPrefix("#"), let value = answer(to: line) { described.answers[line] = value }
    }
    return described
  }

  /// The value of a line, if it is an expression that has one.
  func answer(to line: String) -> Value? {
    let source = SourceText(name: "example", text: line)
    var parser = Parser(source, units: units)
    guard case .statement(let statement) = parser.next(),
      case .expression(let expression) = statement.kind, case .end = parser.next()
    else { return nil }
    return silently {
      guard let formula = try? build(expression, source) else { return nil }
      return try? value(of: formula)
    }
  }

  private func waitingText(_ node: Node) -> String? {
    guard case .waiting = node.state else { return nil }
    return "waits for \(missing(node).map(\.text).joined(separator: ", "))"
  }

  func formulaText(_ node: Node) -> String {
    let definition = node.definition
    guard let last = definition.locals.last else {
      return node.source.text(of: definition.value)
    }
    return node.source.text(
      node.source.balanced(definition.value.span.joined(last.value.span)))
  }

  private func describe(_ function: Function) -> Description {
    let definition = function.definition
    var facts: [(label: String, value: String)] = [("formula", formulaText(function))]
    let inference = Inference(self)
    let scheme = inference.scheme(of: definition.name)
    if let scheme {
      for (parameter, shape) in zip(definition.parameters, scheme.parameters) {
        guard parameter.annotation == nil, let dimension = inference.dimension(shape) else {
          continue
        }
        facts.append((parameter.name.text, units.name(of: dimension)))
      }
    }
    let result = scheme.flatMap { inference.dimension($0.value) }
    let shown = result == nil ? dimensionOfExample(function.documentation.examples) : nil
    facts.append(
      (
        "dimension",
        result.map { units.name(of: $0) } ?? shown.map { "\(units.name(of: $0)) in the example" }
          ?? "what its arguments make it"
      ))
    for source in function.provenance { facts.append(("source", source)) }
    facts += usedBy(.function(definition.name))
    // what stands by itself may be left out, and a dimension that is stated has a unit
    var isWhole = true
    let call = definition.parameters.enumerated().filter { $0.element.standard == nil }.map {
      (i, parameter) in
      let stated = parameter.annotation.flatMap { try? units.dimension(annotation: $0) }
      let dimension = stated ?? scheme.flatMap { inference.dimension($0.parameters[i]) }
      let unit = dimension.flatMap { $0 == .none ? "1" : example(of: $0) }
      if unit == nil { isWhole = false }
      return "\(parameter.name.text) = " + (unit ?? "…")
    }.joined(separator: ", ")
    let examples = function.documentation.examples
    let described = Description(
      title: "\(definition.name.text): a function", facts: facts,
      paragraphs: function.documentation.prose,
      example: examples.isEmpty ? ["\(definition.name.text)(\(call))"] : examples)
    return isWhole || !examples.isEmpty ? answered(described) : described
  }

  /// What the first line of an example comes to, where the formula alone does not tell.
  private func dimensionOfExample(_ lines: [String]) -> Dimension? {
    guard let line = lines.first(where: { !$0.hasPrefix("#") }) else { return nil }
    let source = SourceText(name: "example", text: line)
    var parser = Parser(source, units: units)
    guard case .statement(let statement) = parser.next(),
      case .expression(let expression) = statement.kind
    else { return nil }
    return silently {
      guard let type = try? build(expression, source).type, type.kind == .number else { return nil }
      return type.dimension
    }
  }

  /// `used by  jt, cost`: the definitions and functions whose formulas name it.
  func usedBy(
    _ reference: Reference, where isUser: (Node) -> Bool = { _ in true }
  ) -> [(label: String, value: String)] {
    let users = world.directDependents(of: reference).filter { user in
      world.node(user.name).map(isUser) ?? true
    }.map(\.name.text).sorted()
    return users.isEmpty ? [] : [("used by", listed(users))]
  }

  /// `f(x, y) = x * y where …`, without the checks that stand before the formula.
  private func formulaText(_ function: Function) -> String {
    let (source, definition) = (function.source, function.definition)
    let between = Span(Int(definition.nameSpan.start), Int(definition.body.span.start))
    var head = source.text(between).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // brackets around the whole formula belong to it
    while let last = head.last, last == "(" || last == " " { head.removeLast() }
    var text = head.replacing("( ", with: "(").replacing(" )", with: ")") + " "
    switch definition.body {
    case .convert(let base, let unit, _) where base.unguarded.span.start != base.span.start:
      text += source.text(of: base.unguarded) + " -> " + source.text(unit.span)
    default: text += source.text(of: definition.body.unguarded)
    }
    guard let first = definition.locals.first, let last = definition.locals.last else {
      return text
    }
    return text + " where " + source.text(source.balanced(first.nameSpan.joined(last.value.span)))
  }

  private func describe(_ scenario: Scenario) -> Description {
    let definition = scenario.definition
    var facts: [(label: String, value: String)] = []
    if let parent = definition.parent { facts.append(("from", parent.text)) }
    for change in scenario.overrides { facts.append(("overrides", scenario.text(of: change))) }
    for source in scenario.provenance { facts.append(("source", source)) }
    facts += usedBy(.scenario(definition.name))
    return answered(
      Description(
        title: "\(definition.name.text): a scenario", facts: facts,
        paragraphs: scenario.documentation.prose,
        example: scenario.overrides.first.map {
          ["\($0.name.text) under \(definition.name.text)"]
        } ?? []))
  }

  func figureText(_ figure: Catalog.Figure) -> String {
    switch figure {
    case .text(let text): return text
    case .notKnown: return "not known"
    case .number(let value, let text):
      let (unit, factor) = catalogUnit(text)
      return brief(value * factor, unit)
    case .bracket(let low, let high, let text):
      let (unit, factor) = catalogUnit(text)
      var value = Value(
        cells: .numbers([(low + high) / 2 * factor]), dimension: .none, unit: unit)
      value.low = [low * factor]
      value.high = [high * factor]
      return brief(value)
    }
  }

  /// Names near an unknown one, for `?nmae`.
  public func nearestForHelp(to text: String) -> [String] {
    if let unit = nearestCompound(to: text) { return [unit] }
    var names = nearestNames(to: text)
    let words = Topic.all.filter { $0.chapter == "words" }.map(\.name) + units.dimensionWords()
    let topics = text.utf8.count > Limits.comparedWord ? [] : nearest(to: text, in: words, limit: 2)
    for name in topics + nearestFunctions(to: text) + units.suggestions(for: text, limit: 3)
    where !names.contains(name) {
      names.append(name)
    }
    return Array(names.prefix(5))
  }

  /// `J/t` for `J/tt`: units put together, of which one is misspelt.
  private func nearestCompound(to text: String) -> String? {
    let parts = text.split(separator: "/").map(String.init)
    guard 2...4 ~= parts.count, parts.contains(where: { units.isUnit(Name($0)) }) else {
      return nil
    }
    let near = parts.map { part in
      units.isUnit(Name(part)) ? part : units.suggestions(for: part, limit: 1).first ?? part
    }
    let unit = near.joined(separator: "/")
    return Parser.quantity("1 \(unit)", units: units) == nil ? nil : unit
  }

  // MARK: lists

  /// The names of a kind that hold a text; without a kind the session's own.
  public func entries(kind: String?, matching part: String) -> [Entry] {
    let all: [Entry]
    switch kind {
    case nil: all = definitionEntries() + functionEntries() + scenarioEntries()
    case "definitions": all = definitionEntries()
    case "functions": all = functionEntries() + builtInEntries()
    case "scenarios": all = scenarioEntries()
    case "units": all = unitEntries()
    case "constants": all = constantEntries()
    case "measured": all = measuredEntries()
    default:
      let kinds = Catalog.Kind.allCases.filter { $0.plural == kind }
      all = kinds.flatMap(catalogEntries)
    }
    if part.isEmpty { return all }
    let wanted = part.lowercased()
    return all.filter {
      $0.name.lowercased().contains(wanted) || $0.summary.lowercased().contains(wanted)
    }
  }

  private func definitionEntries() -> [Entry] {
    world.names.sorted().compactMap { name in
      guard let node = world.node(name) else { return nil }
      let value = briefly(node) ?? waitingText(node) ?? "no value now"
      return Entry(
        kind: "definition", name: name.text, value: value,
        summary: node.documentation.prose.first ?? formulaText(node))
    }
  }

  private func functionEntries() -> [Entry] {
    world.functionNames.sorted().compactMap { name in
      guard let function = world.function(name) else { return nil }
      let definition = function.definition
      let parameters = definition.parameters.map(\.name.text).joined(separator: ", ")
      return Entry(
        kind: "function", name: "\(name)(\(parameters))", value: "",
        summary: function.documentation.prose.first ?? function.source.text(definition.body.span))
    }
  }

  private func scenarioEntries() -> [Entry] {
    world.scenarioNames.compactMap { name in
      guard let scenario = world.scenario(name) else { return nil }
      let from = scenario.definition.parent.map { "from \($0.text) " } ?? ""
      let overrides = scenario.overrides.map(scenario.text).joined(separator: "; ")
      return Entry(
        kind: "scenario", name: name.text, value: "",
        summary: scenario.documentation.prose.first ?? "\(from){ \(overrides) }")
    }
  }

  private func builtInEntries() -> [Entry] {
    Library.help.filter { $0.name != "pi" }.map {
      Entry(kind: "function", name: $0.usage, value: "", summary: $0.summary)
    }
  }

  private func constantEntries() -> [Entry] {
    let physical = Library.physical.sorted { $0.key < $1.key }.map { name, constant in
      Entry(
        kind: "constant", name: name, value: "\(constant.value) \(constant.unit)",
        summary: constant.summary)
    }
    return [Entry(kind: "constant", name: "pi", value: "3.14159", summary: "circle constant")]
      + physical
  }

  private func unitEntries() -> [Entry] {
    units.listing().flatMap { dimension, names in
      names.map { Entry(kind: "unit", name: $0, value: "", summary: dimension) }
    }
  }

  private func catalogEntries(_ kind: Catalog.Kind) -> [Entry] {
    Catalog.ids(kind).compactMap { id in
      guard let entry = Catalog.entry(id) else { return nil }
      return Entry(
        kind: kind.rawValue, name: id, value: figureText(entry.plain), summary: entry.title)
    }
  }

  // MARK: completion

  /// More names than these are listed without what is said about each.
  public static let describedNames = 16

  /// The session's own values, functions and scenarios in alphabetical order, without what they are.
  public func ownNames() -> [String] {
    (Name.sorted(world.names) + Name.sorted(world.functionNames) + world.scenarioNames)
      .map(\.text)
  }

  /// Everything that can stand where a value is expected; functions end in `(`. Of the session's own
  /// values only those that begin with some letters, and nothing about each where there are many.
  /// - Complexity: milliseconds for a hundred thousand definitions.
  public func completionNames(beginning word: String = "") -> [(name: String, detail: String)] {
    let own = Name.beginning(with: word, among: world.names)
    let hasDetails = own.count <= Self.describedNames
    var names: [(String, String)] = own.map { name in
      (name.text, hasDetails ? world.node(name).map(formulaText) ?? "" : "")
    }
    names += world.functionNames.map { ("\($0)(", "function") }
    names += Library.help.map { $0.name == "pi" ? ("pi", "") : ("\($0.name)(", $0.summary) }
    names += Library.physical.keys.map { ($0, "constant") }
    names += Measurements.names.map { (Self.measuredPrefix + $0, "measured") }
    for kind in Catalog.Kind.allCases { names += Catalog.ids(kind).map { ($0, kind.rawValue) } }
    return names
  }

  /// The fields of a record, for completion after its `.`.
  public func fields(of text: String) -> [String] {
    if let kind = Catalog.entry(text)?.kind { return kind.fieldNames }
    if text.hasPrefix(Self.measuredPrefix),
      let set = Measurements.named(String(text.dropFirst(Self.measuredPrefix.count)))
    {
      return set.columns.map(\.name)
    }
    if let kind = world.node(Name(text))?.formula?.type.record {
      return fieldNames(of: kind)
    }
    return []
  }
}
