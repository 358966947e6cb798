import Syntax

/// What `?kWh` tells.
public struct UnitInfo: Sendable {
  /// as asked: `kWh`
  public var name: String
  /// the unit without its prefix and every other name of it: `Wh`, `watthour`, `watthours`
  public var names: [String]
  /// the prefixes that it takes: `k M G …`
  public var prefixes: [String]
  /// `kWh = 1000 Wh`, `Wh = 3600 J`; nil for a base unit
  public var definition: String?
  /// `energy`
  public var dimension: String
  /// base units per unit
  public var factor: Double
  /// the same in words: `3600000 J`
  public var inStandardUnit: String
  /// the `##` lines of the unit file without those that name sources
  public var documentation: [String]
  /// what follows `source:` in them
  public var sources: [String]
}

extension UnitTable {
  /// Everything that is known of a unit; nil for a word that is none.
  public func info(_ name: Name) -> UnitInfo? {
    guard let unit = unit(named: name), let (place, prefix) = spelling(name.text),
      let known = definition(place)
    else { return nil }
    var definition: String?
    if let prefix {
      let factor = numberText(Prefix.all[prefix].apply(to: 1), unit: .one, digits: 15)
      definition = "\(name.text) = \(factor) \(known.name)"
    } else if let value = known.value {
      definition = "\(name.text) = \(value)"
    }
    let standard = standardUnit(of: known.dimension)
    let inStandard = numberText(
      factor(of: unit) / factor(of: standard), unit: .one, digits: 15)
    let source = "source:"
    let documentation = documentation(place)
    return UnitInfo(
      name: name.text, names: known.names,
      prefixes: Prefix.all.indices.filter { known.prefixes & (1 << UInt64($0)) != 0 }.map {
        Prefix.all[$0].short
      },
      definition: definition, dimension: self.name(of: known.dimension),
      factor: factor(of: unit),
      inStandardUnit: standard == .one ? inStandard : "\(inStandard) \(text(of: standard))",
      documentation: documentation.filter { !$0.hasPrefix(source) },
      sources: documentation.filter { $0.hasPrefix(source) }.map {
        String(DeclarationLine.trimmed($0.dropFirst(source.count)))
      })
  }

  /// The `##` lines above a declaration, without the marks.
  private func documentation(_ place: Int32) -> [String] {
    guard Int(place) < index.declarations.count else {
      return definition(place)?.documentation ?? []
    }
    return index.declarations[Int(place)].documentation.string.split(separator: "\n").map {
      String(DeclarationLine.trimmed($0.drop { $0 == "#" }))
    }
  }

  /// The names that completion offers: every declared name and the steps of every ladder.
  public func allNames() -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    loadIndex()
    for place in definitions.indices where !isGone(Int32(place)) {
      guard let known = definition(Int32(place)) else { continue }
      for name in known.names + known.ladders.joined()
      where !name.contains("^") && seen.insert(name).inserted {
        names.append(name)
      }
    }
    return names
  }

  /// The first name of every unit by dimension, in the order of the unit files.
  public func listing() -> [(dimension: String, names: [String])] {
    var order: [String] = []
    var names: [String: [String]] = [:]
    loadIndex()
    for place in definitions.indices where !isGone(Int32(place)) {
      guard let known = definition(Int32(place)) else { continue }
      let dimension = name(of: known.dimension)
      if names[dimension] == nil { order.append(dimension) }
      names[dimension, default: []].append(known.name)
    }
    return order.map { ($0, names[$0] ?? []) }
  }
}
