import Syntax

/// Units that a session makes: `unit lap = 400 m, also laps, prefixes k`.
extension UnitTable {
  /// `unit lap = 400 m, also laps, prefixes k`; without a value a new base dimension.
  ///
  /// A built-in currency may be given a rate (`unit EUR = 1.08 USD`), and a unit made here may be
  /// made anew, its other names with it; both hold for what is resolved from then on.
  ///
  /// - Parameters:
  ///   - value: base units per unit, and their dimension.
  ///   - prefixes: `k`, `M` … or `SI`, `IEC`; they go before the name and before each alias.
  ///   - documentation: lines for help; those that begin `source:` are its provenance.
  /// - Throws: `.nameTaken`, `.prefixClash`, `.unknownPrefix`, `.definedByItself`,
  ///   `.notPositive`.
  public func define(
    _ name: Name, value: (factor: Double, dimension: Dimension)?, aliases: [Name],
    prefixes: [Name], documentation: [String] = []
  ) throws(UnitProblem) {
    loadIndex()
    var set: UInt64 = 0
    for prefix in prefixes {
      guard let bits = Prefix.set(named: prefix.text) else { throw .unknownPrefix(prefix.text) }
      set |= bits
    }
    let replaced = try replaceable(name.text)
    var names = [name.text] + aliases.map(\.text)
    // a currency keeps its sign; a unit made here has the names that it is given now
    var inherited = replaced.map { $0.isOwn ? $0.inherited : $0.names } ?? []
    if declared(name, value: value) == .again, let replaced {
      // said again: what it is called already stays
      inherited += replaced.names.filter { !names.contains($0) && !inherited.contains($0) }
      set |= replaced.prefixes
    }
    names += inherited.filter { !names.contains($0) }
    for spelled in names { try refuseTaken(spelled, prefixes: set, replaced: replaced) }

    var made = Definition(name: name.text, factor: 1, dimension: .none)
    if let value {
      guard value.factor > 0, value.factor.isFinite else { throw .notPositive(name: name.text) }
      if let replaced, holds(value.dimension, baseOf: replaced) {
        throw .definedByItself(name: name.text)
      }
      (made.factor, made.dimension) = (value.factor, value.dimension)
      let standard = standardUnit(of: value.dimension)
      // (grams of emissions are told, and kilograms are their base)
      let factor = value.factor / self.factor(of: standard)
      let number = numberText(factor, unit: .one, digits: 15)
      made.value = standard == .one ? number : "\(number) \(text(of: standard))"
    } else {
      made.dimension = dimensions.base(named: name.text)
    }
    made.prefixes = set
    made.names = names
    made.documentation = documentation
    made.isOwn = true
    made.inherited = inherited
    let place = Int32(definitions.count)
    definitions.append(made)
    let old = replaced.flatMap { spelling($0.name)?.definition }
    if let replaced, replaced.isOwn {
      for name in replaced.names { ownNames[name] = nil }
    }
    for spelled in names { ownNames[spelled] = (place, .either) }
    forgetNames(of: old)
  }

  /// How a declaration stands to the unit of its name that was made here before.
  public enum Declared: Equatable {
    /// there is none
    case new
    /// it means the same
    case again
    /// it means something else: `lap = 400 m`
    case otherwise(String)
  }

  /// - Parameter value: as `define` takes it.
  public func declared(_ name: Name, value: (factor: Double, dimension: Dimension)?) -> Declared {
    loadIndex()
    guard let (place, prefix) = spelling(name.text), prefix == nil, let known = definition(place),
      known.isOwn
    else { return .new }
    let isSame =
      value.map {
        known.value != nil && known.factor == $0.factor && known.dimension == $0.dimension
      } ?? (known.value == nil)
    return known.name == name.text && isSame ? .again : .otherwise(summary(known))
  }

  /// Which units have been made here, at a moment: to come back to it.
  public struct OwnUnits {
    fileprivate var names: [String: (definition: Int32, kind: DefinitionIndex.Kind)] = [:]

    /// none at all
    public static var none: OwnUnits { OwnUnits() }
  }

  public var ownUnits: OwnUnits { OwnUnits(names: ownNames) }

  /// Goes back, or forth again, to the units of another moment; what was resolved before stays what
  /// it was.
  /// - Complexity: linear in the units used so far.
  public func restore(_ own: OwnUnits) {
    guard !ownNames.isEmpty || !own.names.isEmpty else { return }
    ownNames = own.names
    for id in unitByName.indices { unitByName[id] = Self.unasked }
    // a unit that is back, or a currency that has lost its rate, is the one that it was
    for isValid in [false, true] {
      for (id, atom) in atoms.enumerated() where atom.definition >= 0 {
        guard isGone(atom.definition) != isValid else { continue }
        if isValid {
          if isOwn(atom.definition) || atomIDs[atom.text] == nil { atomIDs[atom.text] = Int32(id) }
        } else if atomIDs[atom.text] == Int32(id) {
          atomIDs[atom.text] = nil
        }
      }
    }
    trieUnits = IntegerMap()
  }

  private func isOwn(_ place: Int32) -> Bool {
    place >= 0 && definitions[Int(place)]?.isOwn ?? false
  }

  /// Whether a place holds a unit that is not valid now: forgotten, or another one has its name.
  func isGone(_ place: Int32) -> Bool {
    guard !ownNames.isEmpty || isOwn(place), let name = definitions[Int(place)]?.name else {
      return false
    }
    guard let own = ownNames[name] else { return isOwn(place) }
    return own.definition != place
  }

  /// The definition that a name may replace: one made here, or a currency without a rate.
  private func replaceable(_ name: String) throws(UnitProblem) -> Definition? {
    guard let (place, prefix) = spelling(name), let known = definition(place) else { return nil }
    let powers = dimensions.powers(of: known.dimension)
    let isCurrency =
      known.value == nil && powers.count == 1 && dimensions.isCurrency[Int(powers[0].base)]
    if prefix == nil, known.isOwn ? known.name == name : isCurrency { return known }
    throw taken(name, by: known)
  }

  private func refuseTaken(
    _ name: String, prefixes: UInt64, replaced: Definition?
  ) throws(UnitProblem) {
    func known(_ spelled: String) -> Definition? {
      guard let (place, _) = spelling(spelled), let found = definition(place) else { return nil }
      return found.name == replaced?.name ? nil : found
    }
    if let other = known(name) { throw taken(name, by: other) }
    for (index, prefix) in Prefix.all.enumerated() where prefixes & (1 << UInt64(index)) != 0 {
      for short in [prefix.short] + prefix.variants {
        if let other = known(short + name) {
          throw .prefixClash(spelling: short + name, name: name, definition: summary(other))
        }
      }
    }
  }

  private func taken(_ name: String, by known: Definition) -> UnitProblem {
    .nameTaken(name: name, definition: summary(known))
  }

  private func summary(_ definition: Definition) -> String {
    definition.value.map { "\(definition.name) = \($0)" }
      ?? (definition.isOwn ? "unit \(definition.name)" : definition.name)
  }

  private func holds(_ dimension: Dimension, baseOf definition: Definition) -> Bool {
    let base = dimensions.powers(of: definition.dimension)
    guard definition.value == nil, let own = base.first else { return false }
    return dimensions.powers(of: dimension).contains { $0.base == own.base }
  }

  /// Drops what was found by name, so that the next question sees the new definition. Units that
  /// were resolved before stay what they were.
  private func forgetNames(of replaced: Int32?) {
    for id in unitByName.indices where replaced != nil || unitByName[id] == Self.unknown {
      unitByName[id] = Self.unasked
    }
    guard let replaced else { return }
    atomIDs = atomIDs.filter { atoms[Int($0.value)].definition != replaced }
    trieUnits = IntegerMap()
  }
}
