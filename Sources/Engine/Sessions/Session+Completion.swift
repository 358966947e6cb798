import Syntax
import Units

/// What lists and completion ask: what is defined, the dimension of a text before `->` and the
/// units that fit it.
extension Session {
  /// How many values are defined.
  package var definitionCount: Int { world.names.count }

  /// The value of every definition that has one now, by name.
  package func definedValues() -> [String: Value] {
    var values: [String: Value] = [:]
    for name in world.names {
      guard let node = world.node(name), let value = try? value(of: node) else { continue }
      values[name.text] = value
    }
    return values
  }

  /// Whether a value or a function of the session has a name.
  package func isDefined(_ text: String) -> Bool {
    world.node(Name(text)) != nil || world.function(Name(text)) != nil
  }

  /// The first line of the documentation of a value or a function; nil where there is none.
  package func documentation(of text: String) -> String? {
    world.node(Name(text))?.documentation.prose.first
      ?? world.function(Name(text))?.documentation.prose.first
  }

  /// The dimension of what a text is when read as an expression; nil where it is none, where it
  /// holds an error or is no number. Says nothing, values nothing and changes nothing.
  package func dimension(of text: String) -> Dimension? {
    let source = SourceText(name: "completion", text: text)
    var parser = Parser(source, units: units)
    guard case .statement(let statement) = parser.next(),
      case .expression(let expression) = statement.kind, case .end = parser.next()
    else { return nil }
    let outer = (emit: emit, mode: mode, saidNotes: saidNotes)
    emit = { _ in }
    mode = .script
    defer { (emit, mode, saidNotes) = outer }
    guard let formula = try? build(expression, source), formula.type.kind == .number else {
      return nil
    }
    return formula.type.dimension
  }

  /// The units of a dimension by their first names, with the prefixes of their ladders: `W`, `mW`,
  /// `kW`, `hp`. For a dimension that no single unit has, the units above its slash: `J/t`, `kWh/t`.
  package func units(of dimension: Dimension) -> [String] {
    let single = singleUnits(of: dimension)
    guard single.isEmpty, dimension != .none else { return single }
    let standard = units.text(of: units.standardUnit(of: dimension))
    guard let slash = standard.firstIndex(of: "/"),
      let above = units.unit(named: Name(String(standard[..<slash])))
    else { return standard.isEmpty ? [] : [standard] }
    return singleUnits(of: units.dimension(of: above)).map { $0 + standard[slash...] }
  }

  private func singleUnits(of dimension: Dimension) -> [String] {
    units.allNames().filter { text in
      let name = Name(text)
      guard let unit = units.unit(named: name), units.dimension(of: unit) == dimension else {
        return false
      }
      guard let names = units.info(name)?.names else { return false }
      // other names of the same unit are left out, its prefixed forms are not
      return names.first == text || !names.contains(text)
    }
  }
}
