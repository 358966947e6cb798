import Syntax
import Units

/// Help on units, alone and put together, and on dimensions.
extension Session {
  /// `?kWh`
  func describe(unit name: Name) -> Description? {
    guard let info = units.info(name), let unit = units.unit(named: name) else { return nil }
    var facts: [(label: String, value: String)] = []
    if units.isReading(unit) {
      facts.append(("definition", reading(unit, info)))
    } else {
      if let definition = info.definition { facts.append(("definition", definition)) }
      if "\(info.name) = \(info.inStandardUnit)" != info.definition {
        facts.append(("is", info.inStandardUnit))
      }
    }
    facts.append(("dimension", info.dimension))
    let others = info.names.filter { $0 != info.name }
    if !others.isEmpty { facts.append(("also", others.joined(separator: ", "))) }
    if !info.prefixes.isEmpty {
      facts.append(("prefixes", info.prefixes.joined(separator: " ")))
    }
    facts += having(units.dimension(of: unit), hasCatalog: false)
    for source in info.sources { facts.append(("source", source)) }
    return answered(
      Description(
        title: "\(info.name): a unit", facts: facts, paragraphs: info.documentation.prose,
        example: info.documentation.examples + conversion(unit)))
  }

  /// Of a thermometer: where its zero lies, and how long its step is.
  private func reading(_ unit: Unit, _ info: UnitInfo) -> String {
    let zero = units.numberText(units.offset(of: unit), unit: .one, digits: 7)
    let step = units.numberText(units.factor(of: unit), unit: .one, digits: 6)
    return "0 \(info.name) is \(zero) K, and a step of 1 \(info.name) is \(step) K"
  }

  /// `?J/t`: units put together; nil for what is none.
  func describe(compound text: String) -> Description? {
    guard let expression = Parser.dimension(text, units: units),
      let unit = try? units.resolve(expression), !expression.factors.isEmpty
    else { return nil }
    let dimension = units.dimension(of: unit)
    var facts: [(label: String, value: String)] = [("in words", units.words(of: expression))]
    let standard = units.standardUnit(of: dimension)
    if standard != .one, standard != unit {
      let size = units.numberText(
        units.factor(of: unit) / units.factor(of: standard), unit: .one, digits: 15)
      facts.append(("is", "\(size) \(units.text(of: standard))"))
    }
    facts.append(("dimension", units.name(of: dimension)))
    facts += having(dimension, hasCatalog: true)
    return Description(
      title: "\(Reading.unit(expression)): units put together", facts: facts, paragraphs: [],
      example: conversion(unit))
  }

  /// `?power`, `?energy/token`
  package func describe(dimension text: String) -> Description? {
    guard let expression = Parser.dimension(text, units: units),
      let dimension = try? units.dimension(annotation: expression), dimension != .none
    else { return nil }
    // (`gpu` and `token` are units as well: `W/gpu` is units put together)
    let hasWord = expression.factors.contains { factor in
      if case .unit(let name) = factor.kind {
        return units.dimension(word: name.text) != nil
          && (expression.factors.count == 1 || !units.isUnit(name))
      }
      return false
    }
    guard hasWord else { return nil }
    let standard = units.text(of: units.standardUnit(of: dimension))
    let fitting = self.units(of: dimension)
    var facts: [(label: String, value: String)] = []
    let name = units.name(of: dimension)
    if name != text { facts.append(("is", name)) }
    if !fitting.isEmpty {
      facts.append(("units", fitting.prefix(12).joined(separator: ", ")))
    } else if !standard.isEmpty {
      facts.append(("units", standard))
    }
    facts += having(dimension, hasCatalog: true)
    return Description(
      title: "\(text): a dimension", facts: facts,
      paragraphs: ["Stated behind a name, it is checked: a value of another one is an error."],
      example: standard.isEmpty ? [] : ["x: \(text) = 3 \(standard)", "#> x = 3 \(standard)"])
  }

  /// Who has a dimension.
  private func having(_ dimension: Dimension, hasCatalog: Bool) -> [(label: String, value: String)]
  {
    if dimension == .none { return [] }
    for name in world.names { if let node = world.node(name) { try? check(node) } }
    var facts: [(label: String, value: String)] = []
    let names = fitting(dimension).prefix(6).map { name in
      world.node(name).flatMap(briefly).map { "\(name.text) = \($0)" } ?? name.text
    }
    if !names.isEmpty { facts.append(("in scope", names.joined(separator: ", "))) }
    let catalog = hasCatalog ? catalogFitting(dimension).prefix(4) : []
    if !catalog.isEmpty { facts.append(("catalog", catalog.joined(separator: "; "))) }
    return facts
  }

  /// A unit in another of its dimension: in the standard one, or that one in a larger.
  private func conversion(_ unit: Unit) -> [String] {
    let text = units.text(of: unit)
    let dimension = units.dimension(of: unit)
    guard !text.isEmpty else { return [] }
    if units.isReading(unit) { return ["20 \(text) -> K", "20 \(text) + 10 K"] }
    let standard = units.standardUnit(of: dimension)
    if standard != unit, standard != .one {
      let size = units.numberText(
        units.factor(of: unit) / units.factor(of: standard), unit: standard, digits: 6)
      let name = units.text(of: standard)
      return ["1 \(text) -> \(name)", "#> \(size) \(name)"]
    }
    let usual = units.name(of: dimension) == "energy/token" ? ["kWh/Mt"] : []
    for name in usual + self.units(of: dimension) {
      guard let (_, read) = Parser.quantity("1 \(name)", units: units), let read,
        let other = try? units.resolve(read)
      else { continue }
      let size = units.factor(of: other) / units.factor(of: unit)
      guard size > 1 else { continue }
      let number = units.numberText(size, unit: unit, digits: 15)
      return ["\(number) \(text) -> \(name)", "#> 1 \(name)"]
    }
    return ["3 \(text) * 2"]
  }
}
