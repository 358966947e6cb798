import Syntax

/// Products of shown units: what merges and what stays as it was written.
///
/// 1. Factors of the two sides that are the same unit, or units of one dimension, cancel.
/// 2. Factors whose dimensions are powers of each other become one with the left one's unit, where
///    either unit could hold both (`m^3` and `L`; `km/L` stays).
/// 3. Named merges: `W·s` is `J`, `kW·h` is `kWh`, `J/s` is `W` (`NamedMerge`).
/// 4. Plain factors (`%`, `param`, `rad`, a bare `million`) fall away.
///
/// Two factors of the same side never merge: somebody wrote them so, or they stayed before
/// (`kWh/year`, `L/m²`, `8760 h/year`). A unit such as `mph` is taken apart where that cancels.
extension UnitTable {
  /// The shown unit of a product, merged by the rules of *Display*.
  /// - Complexity: a table look-up, once a pair has met.
  public func product(_ a: Unit, _ b: Unit) -> Unit {
    let key = UInt64(UInt32(bitPattern: a.id)) << 32 | UInt64(UInt32(bitPattern: b.id))
    if let known = products[key] { return Unit(id: known) }
    let result = combine(a, b, sign: 1)
    products.insert(key, result.id)
    return result
  }

  /// The shown unit of a quotient: `kW` over `t/s` is `kJ/t`.
  public func quotient(_ a: Unit, _ b: Unit) -> Unit {
    let key = UInt64(UInt32(bitPattern: a.id)) << 32 | UInt64(UInt32(bitPattern: b.id))
    if let known = quotients[key] { return Unit(id: known) }
    let result = combine(a, b, sign: -1)
    quotients.insert(key, result.id)
    return result
  }

  /// The shown unit of a power: `m` squared is `m^2`; plain units fall away.
  public func power(_ a: Unit, _ exponent: Rational) -> Unit {
    if exponent == .one { return a }
    if exponent.isZero { return .one }
    let (numerator, denominator) = (Int(exponent.numerator), Int(exponent.denominator))
    guard abs(numerator) < 256, denominator < 256 else { return raise(a, exponent) }
    let key = UInt64(UInt32(bitPattern: a.id)) << 32 | UInt64((numerator + 256) << 8 | denominator)
    if let known = powers[key] { return Unit(id: known) }
    let result = raise(a, exponent)
    powers.insert(key, result.id)
    return result
  }

  private func raise(_ a: Unit, _ exponent: Rational) -> Unit {
    let terms = unscaled(
      units[Int(a.id)].terms.compactMap {
        isPlain($0) ? nil : Term(atom: $0.atom, exponent: $0.exponent * exponent)
      })
    return asDifference(intern(terms))
  }

  private func combine(_ a: Unit, _ b: Unit, sign: Int) -> Unit {
    let left = units[Int(a.id)]
    let right = units[Int(b.id)]
    if b == .one { return left.dimension == .none ? .one : a }
    if a == .one, sign == 1 { return right.dimension == .none ? .one : b }
    let dimension =
      sign == 1
      ? dimensions.product(left.dimension, right.dimension)
      : dimensions.quotient(left.dimension, right.dimension)
    if dimension == .none { return .one }
    let whole = merged(left.terms, right.terms, sign: sign, takingApart: false)
    let parted = merged(left.terms, right.terms, sign: sign, takingApart: true)
    return asDifference(
      intern(unscaled(parted.count < whole.count ? parted : whole)))
  }

  /// A factor of a product on the way, and the sides it came from: 1 left, 2 right, 3 both.
  private struct Factor {
    var term: Term
    var sides: Int
  }

  private func merged(
    _ left: [Term], _ right: [Term], sign: Int, takingApart: Bool
  ) -> [Term] {
    var factors: [Factor] = []
    for (terms, side) in [(left, 1), (right, 2)] {
      for term in terms where !isPlain(term) {
        let exponent = side == 2 ? term.exponent * Rational(sign) : term.exponent
        guard takingApart, let parts = parts(of: term.atom) else {
          factors.append(Factor(term: Term(atom: term.atom, exponent: exponent), sides: side))
          continue
        }
        for part in parts {
          factors.append(
            Factor(
              term: Term(atom: part.atom, exponent: part.exponent * exponent), sides: side))
        }
      }
    }
    repeat {
      for sameUnit in [true, false] { cancel(&factors, sameUnit: sameUnit) }
      joinPowers(&factors)
    } while joinNamed(&factors)
    return factors.map(\.term)
  }

  private func mayMerge(_ a: Factor, _ b: Factor) -> Bool { a.sides | b.sides == 3 }

  /// Removes pairs that cancel: `kWh` with `/kWh`, or, in the second round, with `/J`.
  private func cancel(_ factors: inout [Factor], sameUnit: Bool) {
    var i = 0
    outer: while i < factors.count {
      for j in factors.indices where j > i && mayMerge(factors[i], factors[j]) {
        let (a, b) = (factors[i].term, factors[j].term)
        if sameUnit, a.atom != b.atom { continue }
        guard
          let ratio = dimensions.exponent(
            of: atoms[Int(b.atom)].dimension, over: atoms[Int(a.atom)].dimension),
          (a.exponent + ratio * b.exponent).isZero
        else { continue }
        factors.remove(at: j)
        factors.remove(at: i)
        continue outer
      }
      i += 1
    }
  }

  private func joinPowers(_ factors: inout [Factor]) {
    var i = 0
    outer: while i < factors.count {
      for j in factors.indices where j > i && mayMerge(factors[i], factors[j]) {
        let (a, b) = (factors[i].term, factors[j].term)
        guard
          let ratio = dimensions.exponent(
            of: atoms[Int(b.atom)].dimension, over: atoms[Int(a.atom)].dimension)
        else { continue }
        let asLeft = a.exponent + ratio * b.exponent
        let asRight =
          b.exponent + a.exponent * Rational(Int(ratio.denominator), Int(ratio.numerator))
        // `m^3` and `L` are one, `km` and `L` are not: nobody wants `km^-2` for `km/L`
        guard ratio == .one || (asLeft.isInteger && asRight.isInteger) else { continue }
        factors[i].term = Term(atom: a.atom, exponent: asLeft)
        factors[i].sides = 3
        factors.remove(at: j)
        if factors[i].term.exponent.isZero { factors.remove(at: i) }
        continue outer
      }
      i += 1
    }
  }

  /// Makes one named merge; false when there is none left.
  private func joinNamed(_ factors: inout [Factor]) -> Bool {
    for i in factors.indices {
      for j in factors.indices where j != i && mayMerge(factors[i], factors[j]) {
        let (a, b) = (factors[i].term, factors[j].term)
        guard let merge = namedMerge(a, b), let atom = atom(of: merge, a, b) else { continue }
        let place = min(i, j)
        let result = Factor(
          term: Term(atom: atom, exponent: a.exponent * merge.resultExponent), sides: 3)
        factors.remove(at: max(i, j))
        factors[place] = result
        return true
      }
    }
    return false
  }

  private func parts(of atom: Int32) -> [Term]? {
    let place = atoms[Int(atom)].definition
    guard place >= 0, var parts = definition(place)?.parts else { return nil }
    let prefix = atoms[Int(atom)].prefix
    if prefix >= 0, let first = parts.first {
      let spelled = Prefix.all[Int(prefix)].short + atoms[Int(first.atom)].text
      if let prefixed = self.atom(spelled: spelled) { parts[0].atom = prefixed }
    }
    return parts
  }

  private func isPlain(_ term: Term) -> Bool { atoms[Int(term.atom)].dimension == .none }

  /// A number stays only in a denominator (`/million t`), unsquared: elsewhere it would not read back.
  private func unscaled(_ terms: [Term]) -> [Term] {
    let hasNumerator = terms.contains { $0.exponent.numerator > 0 }
    return terms.map { term in
      let plain = atoms[Int(term.atom)].unscaled
      if plain < 0 || (hasNumerator && term.exponent == -.one) { return term }
      return Term(atom: plain, exponent: term.exponent)
    }
  }

  /// What is computed is never a reading: `°C` left over from `°C/W × W` is `Δ°C`.
  private func asDifference(_ unit: Unit) -> Unit { difference(of: unit) }
}
