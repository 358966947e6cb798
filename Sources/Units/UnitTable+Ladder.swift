import Syntax

/// The ladders on which computed values move.
extension UnitTable {
  /// The step of the unit's ladder at which a value (base units, its magnitude) is shown.
  /// Values side by side ask once, with the largest.
  ///
  /// The value moves only when it leaves [0.1, 1000) in `unit`, and then to the largest step of the
  /// ladder of its first numerator unit that keeps it at 1 or more. Denominators stay, but money and
  /// emissions per token are shown per Mt.
  public func step(of unit: Unit, for magnitude: Double) -> Unit {
    let unit = perMegatoken(unit)
    let magnitude = abs(magnitude) * (1 + 1e-12)
    let value = magnitude / factor(of: unit)
    if !units[Int(unit.id)].hasLadder || !(value < 0.1 || value >= 1000) || value == 0
      || !value.isFinite
    {
      return unit
    }
    let steps = units[Int(unit.id)].steps ?? makeSteps(unit)
    guard var best = steps.first else { return unit }
    // far below the smallest step a prefix is no help: 6.62607e-34 J s
    if magnitude / best.factor < 1e-3 { return unit }
    for step in steps.dropFirst() where magnitude / step.factor >= 1 { best = step }
    return best.unit
  }

  func hasLadder(_ atom: Int32) -> Bool {
    let atom = atoms[Int(atom)]
    guard atom.definition >= 0, !atom.isScaled, let definition = definition(atom.definition) else {
      return false
    }
    return definition.ladderOf != nil || !definition.ladders.isEmpty
  }

  /// The steps of the ladder that a term stands on, as terms to the power 1; of several ladders the
  /// one that has its size. Squares and cubes may have steps of their own.
  private func ladder(of term: Term) -> [Term] {
    guard hasLadder(term.atom), var definition = definition(atoms[Int(term.atom)].definition) else {
      return []
    }
    if let other = definition.ladderOf, let spelled = spelling(other),
      let shared = self.definition(spelled.definition)
    {
      definition = shared
    }
    if term.exponent != .one, !definition.powerLadder.isEmpty {
      return definition.powerLadder.compactMap(step)
    }
    let ladders = definition.ladders.map { $0.compactMap(step) }
    let factor = atoms[Int(term.atom)].factor
    return ladders.first { $0.contains { atoms[Int($0.atom)].factor == factor } }
      ?? ladders.first ?? []
  }

  /// `kW`, or `m^3` as a step of the litre.
  private func step(_ text: String) -> Term? {
    guard let quantity = DefinitionQuantity("1 " + Substring(text)), quantity.factors.count == 1,
      let atom = atom(spelled: String(quantity.factors[0].name))
    else { return nil }
    return Term(atom: atom, exponent: Rational(quantity.factors[0].exponent))
  }

  private func makeSteps(_ unit: Unit) -> [UnitRecord.Step] {
    let terms = units[Int(unit.id)].terms
    guard let place = terms.firstIndex(where: { $0.exponent.numerator > 0 }) else { return [] }
    // `h/year` is a ratio: on its way up the ladder the numerator would pass what cancels it
    let dimension = atoms[Int(terms[place].atom)].dimension
    let isRatio = terms.contains {
      $0.exponent.numerator < 0 && atoms[Int($0.atom)].dimension == dimension
    }
    if isRatio, dimension != .none { return [] }
    var steps: [UnitRecord.Step] = []
    for step in ladder(of: terms[place]) {
      // `L` beside `m` does not become `m^3`: it would read back as one power of m
      if terms.indices.contains(where: { $0 != place && terms[$0].atom == step.atom }) { continue }
      var terms = terms
      terms[place].atom = step.atom
      terms[place].exponent = terms[place].exponent * step.exponent
      let unit = intern(terms)
      steps.append(UnitRecord.Step(factor: factor(of: unit), unit: unit))
    }
    units[Int(unit.id)].steps = steps
    return steps
  }

  /// `$/t` and `g CO2e/t` as `$/Mt` and `g CO2e/Mt`; every other unit as it is.
  private func perMegatoken(_ unit: Unit) -> Unit {
    let known = units[Int(unit.id)].perMegatoken
    if known >= 0 { return Unit(id: known) }
    let made = makePerMegatoken(unit)
    units[Int(unit.id)].perMegatoken = made.id
    return made
  }

  private func makePerMegatoken(_ unit: Unit) -> Unit {
    var terms = units[Int(unit.id)].terms
    let token = dimensions.base(named: "token")
    guard
      let place = terms.firstIndex(where: {
        $0.exponent == -.one && atoms[Int($0.atom)].dimension == token
      }), !atoms[Int(terms[place].atom)].isScaled
    else { return unit }
    let above = dimensions.product(units[Int(unit.id)].dimension, token)
    let emissions = dimensions.product(
      dimensions.base(named: "mass"), dimensions.base(named: "CO2e"))
    let powers = dimensions.powers(of: above)
    let isMoney =
      powers.count == 1 && powers[0].exponent == .one
      && dimensions.isCurrency[Int(powers[0].base)]
    let definition = atoms[Int(terms[place].atom)].definition
    guard isMoney || above == emissions, let name = self.definition(definition)?.name,
      let mega = atom(spelled: "M" + name)
    else { return unit }
    terms[place].atom = mega
    return intern(terms)
  }
}
