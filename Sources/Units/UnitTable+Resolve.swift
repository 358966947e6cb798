import Glibc
import Syntax

/// From a unit as written to the interned unit.
extension UnitTable {
  /// The unit that a text means: `kWh/million t`, `W/(m² K)`. What was written stays: nothing is
  /// merged but equal names.
  ///
  /// - Throws: `UnitProblem.unknownUnit` with the nearest names, `.tonneMeant` for `Mt CO2e`.
  /// - Complexity: some nanoseconds a factor, once a text was resolved.
  public func resolve(_ expression: UnitExpression) throws(UnitProblem) -> Unit {
    if let name = expression.factors.onlyName {
      if let unit = unit(named: name) { return unit }
      throw unknown(name, expression.factors[0].span)
    }
    guard let node = node(of: expression) else { return try resolveAnew(expression) }
    if let known = trieUnits[node] { return Unit(id: known) }
    let unit = try resolveAnew(expression)
    trieUnits.insert(node, unit.id)
    return unit
  }

  private func resolveAnew(_ expression: UnitExpression) throws(UnitProblem) -> Unit {
    var terms: [Term] = []
    var pending: (number: Double, exponent: Rational)?
    for factor in expression.factors {
      switch factor.kind {
      case .number(let number):
        if let earlier = pending { terms.append(numberTerm(earlier.number, earlier.exponent)) }
        pending = (number, factor.exponent)
      case .unit(let name):
        guard let atom = atom(spelled: name.text) else { throw unknown(name, factor.span) }
        if let (number, exponent) = pending {
          pending = nil
          if exponent == factor.exponent {
            terms.append(Term(atom: scaled(number, atom), exponent: exponent))
            continue
          }
          terms.append(numberTerm(number, exponent))
        }
        if let same = terms.firstIndex(where: { $0.atom == atom }) {
          terms[same].exponent = terms[same].exponent + factor.exponent
        } else {
          terms.append(Term(atom: atom, exponent: factor.exponent))
        }
      }
    }
    if let (number, exponent) = pending { terms.append(numberTerm(number, exponent)) }
    terms.removeAll { $0.exponent.isZero }
    try refuseTokensOfCarbon(terms, expression)
    return intern(terms)
  }

  /// `5 Mt CO2e` reads as megatokens of CO2e, and a megatonne is meant.
  private func refuseTokensOfCarbon(
    _ terms: [Term], _ expression: UnitExpression
  ) throws(UnitProblem) {
    let token = dimensions.base(named: "token")
    let carbon = dimensions.base(named: "CO2e")
    func holds(_ dimension: Dimension) -> Term? {
      terms.first { atoms[Int($0.atom)].dimension == dimension }
    }
    guard let tokens = holds(token), let gas = holds(carbon), tokens.exponent == gas.exponent,
      holds(dimensions.base(named: "mass")) == nil
    else { return }
    let atom = atoms[Int(tokens.atom)]
    throw .tonneMeant(
      written: atom.text,
      offered: atom.prefix < 0 ? "tonne CO2e" : "\(Prefix.all[Int(atom.prefix)].short)tCO2e",
      span: expression.span)
  }

  func unknown(_ name: Name, _ span: Span) -> UnitProblem {
    .unknownUnit(name: name.text, nearest: suggestions(for: name.text, limit: 3), span: span)
  }

  /// The atom of a number before a unit: `million t`.
  private func scaled(_ number: Double, _ atom: Int32) -> Int32 {
    var made = atoms[Int(atom)]
    made.text = numberWord(number) + " " + made.text
    if let known = atomIDs[made.text] { return known }
    made.factor *= number
    made.unscaled = atom
    made.unit = -1
    atomIDs[made.text] = Int32(atoms.count)
    atoms.append(made)
    return Int32(atoms.count - 1)
  }

  private func numberTerm(_ number: Double, _ exponent: Rational) -> Term {
    let text = numberWord(number)
    if let known = atomIDs[text] { return Term(atom: known, exponent: exponent) }
    atomIDs[text] = Int32(atoms.count)
    atoms.append(
      Atom(text: text, definition: -1, prefix: -1, factor: number, dimension: .none))
    return Term(atom: Int32(atoms.count - 1), exponent: exponent)
  }

  private func numberWord(_ number: Double) -> String {
    switch number {
    case 1e3: "thousand"
    case 1e6: "million"
    case 1e9: "billion"
    case 1e12: "trillion"
    default: numberText(number, unit: .one, digits: 17)
    }
  }

  /// The place of a text in the trie of texts; nil where a factor does not fit the keys.
  private func node(of expression: UnitExpression) -> UInt64? {
    var node: UInt64 = 0
    for factor in expression.factors {
      let (numerator, denominator) = (factor.exponent.numerator, factor.exponent.denominator)
      guard numerator > -64, numerator < 64, denominator < 16 else { return nil }
      var key = UInt64(numerator + 64) << 4 | UInt64(denominator)
      switch factor.kind {
      case .unit(let name): key |= UInt64(UInt32(bitPattern: name.id)) << 12
      case .number(let number): key |= 1 << 11 | UInt64(id(ofNumber: number)) << 12
      }
      guard key < 1 << 36, node < 1 << 27 else { return nil }
      key |= node << 36
      if let next = trie[key] {
        node = UInt64(next)
      } else {
        trieNodes += 1
        trie.insert(key, Int32(trieNodes))
        node = trieNodes
      }
    }
    return node
  }

  private func id(ofNumber number: Double) -> Int32 {
    let key = number.bitPattern & (.max >> 1)
    if let known = numberIDs[key] { return known }
    let id = Int32(numberIDs.count)
    numberIDs.insert(key, id)
    return id
  }

  // MARK: interning

  /// The unit of a list of terms, with its factor, dimension and text.
  func intern(_ terms: [Term]) -> Unit {
    if terms.isEmpty { return .one }
    var key = IntegerMap.key(terms) { ($0.atom, $0.exponent) }
    while let known = unitIDs[key] {
      if units[Int(known)].terms == terms { return Unit(id: known) }
      key &+= 1
    }
    let (factor, dimension) = size(of: terms)
    var record = UnitRecord(
      terms: terms, text: text(of: terms), factor: factor.numerator / factor.denominator,
      dimension: dimension)
    if let first = terms.first(where: { $0.exponent.numerator > 0 }) {
      record.hasLadder = hasLadder(first.atom)
      let powers = dimensions.powers(of: dimension)
      record.isPlainMoney =
        terms.count == 1 && powers.count == 1 && powers[0].exponent == .one
        && dimensions.isCurrency[Int(powers[0].base)] && !atoms[Int(first.atom)].isScaled
    }
    if terms.count == 1, terms[0].exponent == .one {
      let place = atoms[Int(terms[0].atom)].definition
      if place >= 0, let definition = definition(place), let difference = definition.difference,
        let atom = atom(spelled: difference)
      {
        record.offset = definition.offset
        record.difference = unit(ofAtom: atom).id
      }
    }
    let id = Int32(units.count)
    units.append(record)
    while unitIDs[key] != nil { key &+= 1 }  // a reading has interned its difference meanwhile
    unitIDs.insert(key, id)
    return Unit(id: id)
  }

  /// Numerators joined by blanks, denominators as a chain, `s^-1` without a numerator.
  private func text(of terms: [Term]) -> String {
    var text = ""
    for term in terms where term.exponent.numerator > 0 {
      if !text.isEmpty { text += " " }
      text += atoms[Int(term.atom)].text + exponentText(term.exponent)
    }
    let hasNumerator = !text.isEmpty
    var previousWasNumber = false
    for term in terms where term.exponent.numerator < 0 {
      let atom = atoms[Int(term.atom)]
      if hasNumerator {
        text += previousWasNumber ? " " : "/"
        text += atom.text + exponentText(-term.exponent)
        previousWasNumber = atom.definition < 0
      } else {
        if !text.isEmpty { text += " " }
        text += atom.isScaled ? "(\(atom.text))" : atom.text
        text += exponentText(term.exponent)
      }
    }
    return text
  }

  private func exponentText(_ exponent: Rational) -> String {
    if exponent == .one { return "" }
    if exponent.isInteger { return "^\(exponent.numerator)" }
    return "^(\(exponent.numerator)/\(exponent.denominator))"
  }
}

/// A positive factor to a power; whole powers by multiplication, so that they are exact if they can be.
func raised(_ factor: Double, _ exponent: Double) -> Double {
  if exponent == 1 { return factor }
  if exponent == 2 { return factor * factor }
  if exponent == 3 { return factor * factor * factor }
  return pow(factor, exponent)
}
