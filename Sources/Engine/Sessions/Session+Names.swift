import EnergyCore
import Syntax
import Units

/// Finding names: the nearest ones for an error, and what the catalog knows.
extension Session {
  func nearestNames(to word: String) -> [String] {
    guard word.utf8.count <= Limits.comparedWord else { return [] }
    // `a2` is nobody's card; `nvidia_a2` is
    let longer = word.count < 2 ? [] : Catalog.allIds.filter { $0.hasSuffix("_\(word)") }
    if !longer.isEmpty { return Array(longer.prefix(3)) }
    var candidates = world.names.map(\.text)
    candidates += Library.constants.keys.map(\.text)
    candidates += Catalog.allIds
    candidates += Library.physical.keys
    if word.hasPrefix("measured") {
      candidates += Measurements.names.map { Self.measuredPrefix + $0 }
    }
    return nearest(to: word, in: candidates, limit: 3)
  }

  func nearestFunctions(to word: String) -> [String] {
    guard word.utf8.count <= Limits.comparedWord else { return [] }
    let own = world.functionNames.map(\.text)
    return nearest(
      to: word, in: own + Library.help.map(\.name).filter { $0 != "pi" }, limit: 3)
  }

  /// How a function of this name is called, `f(p, k)`; nil where there is none.
  func callText(_ name: Name) -> String? {
    if let function = world.function(name) {
      let parameters = function.definition.parameters.map(\.name.text).joined(separator: ", ")
      return "\(name.text)(\(parameters))"
    }
    return Library.isBuiltIn(name) ? "\(name.text)(…)" : nil
  }

  // MARK: the catalog

  /// A unit of the catalog, read once.
  func catalogUnit(_ text: String) -> (unit: Unit, factor: Double) {
    if text.isEmpty { return (.one, 1) }
    if let known = catalogUnits[text] { return known }
    var found = (unit: Unit.one, factor: 1.0)
    if let (_, expression) = Parser.quantity("1 \(text)", units: units), let expression,
      let unit = try? units.resolve(expression)
    {
      found = (unit, units.factor(of: unit))
    }
    catalogUnits[text] = found
    return found
  }

  /// Other rows for the same thing that do know a figure.
  func alternatives(to entry: Catalog.Entry, field name: String) -> [String] {
    entry.alternatives.filter { id in
      guard let other = Catalog.entry(id) else { return false }
      if case .notKnown = other.fields.first(where: { $0.name == name })?.figure { return false }
      return true
    }
  }
}
