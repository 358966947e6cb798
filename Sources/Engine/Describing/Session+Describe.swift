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
    "facilities",
    "constants",
  ]

  /// Everything known about a name, or nil: a definition, a function, a catalog row, a unit, a
  /// built-in function or constant.
  public func describe(_ text: String) -> Description? {
    let name = Name(text)
    if let node = world.node(name) { return describe(node) }
    if let function = world.function(name) { return describe(function) }
    if let scenario = world.scenario(name) { return describe(scenario) }
    if let entry = Catalog.entry(text) { return describe(entry) }
    if let constant = Library.physical[text] {
      return Description(
        title: "\(text): a physical constant",
        facts: [
          ("value", "\(units.numberText(constant.value, unit: .one, digits: 15)) \(constant.unit)")
        ],
        paragraphs: [constant.summary], example: [text])
    }
    if let topic = Topic.named(text) { return describe(topic) }
    if let help = (Library.help + Library.words).first(where: { $0.name == text }) {
      return Description(title: help.usage, facts: [], paragraphs: [help.summary])
    }
    if let feature = Library.later[name] {
      return Description(title: text, facts: [], paragraphs: ["\(feature): not built yet"])
    }
    return describe(unit: name) ?? describe(dimension: text) ?? describe(compound: text)
  }

  private func describe(_ topic: Topic) -> Description? {
    // a command's words stand with it
    if topic.chapter == "commands" { return nil }
    var facts: [(label: String, value: String)] = []
    if !topic.related.isEmpty {
      facts.append(("see also", topic.related.map { "?\($0)" }.joined(separator: " ")))
    }
    if units.isUnit(Name(topic.name)) {
      facts.append(("also", "the unit \(topic.name), directly after a number"))
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
    do {
      let value = try valueInWords(node)
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
    let rests = node.references.compactMap { restingOn($0) } + figures(in: node)
    if !rests.isEmpty { facts.append(("rests on", listed(rests))) }
    let users = world.directDependents(of: .value(node.name)).map(\.name.text).sorted()
    if !users.isEmpty { facts.append(("used by", listed(users))) }
    if units.isUnit(node.name) {
      facts.append(("also", "the unit \(node.name.text), directly after a number"))
    }
    let example = tries(node)
    return Description(
      title: "\(node.name.text): a definition", facts: facts,
      paragraphs: node.documentation.prose, example: node.documentation.examples + example)
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

  /// Lines to try on a definition.
  private func tries(_ node: Node) -> [String] {
    guard briefly(node) != nil else { return [] }
    var lines: [String] = []
    for reference in node.references {
      guard let input = world.node(reference.name), let value = try? value(of: input),
        case .numbers(let numbers) = value.cells, numbers.count == 1, !value.isBracket
      else { continue }
      let text = brief(numbers[0], value.unit, isPinned: value.isPinned)
      lines.append("\(node.name.text) with \(input.name.text) = \(text)")
      break
    }
    lines.append("inputs \(node.name.text)")
    return lines
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
    return node.source.text(definition.value.span.joined(last.value.span))
  }

  private func describe(_ function: Function) -> Description {
    let definition = function.definition
    var facts: [(label: String, value: String)] = [("formula", formulaText(function))]
    for source in function.provenance { facts.append(("source", source)) }
    let users = world.directDependents(of: .function(definition.name)).map(\.name.text).sorted()
    if !users.isEmpty { facts.append(("used by", users.joined(separator: ", "))) }
    // what stands by itself may be left out, and a dimension that is stated has a unit
    let call = definition.parameters.filter { $0.standard == nil }.map { parameter in
      let dimension = parameter.annotation.flatMap { try? units.dimension(annotation: $0) }
      let unit = dimension.map { units.text(of: units.standardUnit(of: $0)) } ?? ""
      return "\(parameter.name.text) = " + (unit.isEmpty ? "…" : "1 \(unit)")
    }.joined(separator: ", ")
    let examples = function.documentation.examples
    return Description(
      title: "\(definition.name.text): a function", facts: facts,
      paragraphs: function.documentation.prose,
      example: examples.isEmpty ? ["\(definition.name.text)(\(call))"] : examples)
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
    let users = world.directDependents(of: .scenario(definition.name)).map(\.name.text).sorted()
    if !users.isEmpty { facts.append(("used by", users.joined(separator: ", "))) }
    return Description(
      title: "\(definition.name.text): a scenario", facts: facts,
      paragraphs: scenario.documentation.prose,
      example: scenario.overrides.first.map {
        ["\($0.name.text) under \(definition.name.text)"]
      } ?? [])
  }

  private func describe(_ entry: Catalog.Entry) -> Description {
    var facts: [(label: String, value: String)] = []
    var unknown: [String] = []
    for field in entry.fields where !["source", "confidence", "note"].contains(field.name) {
      let isPlain = field.name == entry.plainField
      if !isPlain, case .notKnown = field.figure {
        unknown.append(".\(field.name)")
        continue
      }
      let label = isPlain ? field.name : ".\(field.name)"
      facts.append((label, figureText(field.figure)))
    }
    if !unknown.isEmpty { facts.append(("not known", unknown.joined(separator: ", "))) }
    facts.append(("source", entry.source))
    facts.append(("confidence", entry.confidence))
    for id in entry.alternatives {
      guard let other = Catalog.entry(id) else { continue }
      facts.append(
        ("also", "\(id) = \(figureText(other.plain)) (\(other.source), \(other.confidence))"))
    }
    let note = entry.note.isEmpty ? [] : [entry.note]
    return Description(
      title: "\(entry.id): \(entry.title)", facts: facts,
      paragraphs: note + [
        "\(entry.kind == .accelerator ? "an" : "a") \(entry.kind.rawValue); its plain value is its \(entry.plainField.replacing("_", with: " "))"
      ],
      example: figureExample(entry)
    )
  }

  /// A figure of a catalog row, asked for.
  private func figureExample(_ entry: Catalog.Entry) -> [String] {
    for field in entry.fields where field.name != entry.plainField {
      if case .number = field.figure {
        return ["\(entry.id).\(field.name)", "#> \(figureText(field.figure))"]
      }
    }
    return []
  }

  private func figureText(_ figure: Catalog.Figure) -> String {
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
    var names = nearestNames(to: text)
    let words = Topic.all.filter { $0.chapter == "words" }.map(\.name) + units.dimensionWords()
    let topics = text.utf8.count > Limits.comparedWord ? [] : nearest(to: text, in: words, limit: 2)
    for name in topics + nearestFunctions(to: text) + units.suggestions(for: text, limit: 3)
    where !names.contains(name) {
      names.append(name)
    }
    return Array(names.prefix(5))
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
    for kind in Catalog.Kind.allCases { names += Catalog.ids(kind).map { ($0, kind.rawValue) } }
    return names
  }

  /// The fields of a record, for completion after its `.`.
  public func fields(of text: String) -> [String] {
    if let kind = Catalog.entry(text)?.kind { return kind.fieldNames }
    if let kind = world.node(Name(text))?.formula?.type.record {
      return fieldNames(of: kind)
    }
    return []
  }
}
