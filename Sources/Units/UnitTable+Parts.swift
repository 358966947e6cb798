import Syntax

/// One factor of a shown unit, as it stands there: `kW`, or `s` to the power −1.
public struct UnitPart: Sendable {
  /// the factor to the first power: `kW`
  public var unit: Unit
  public var exponent: Rational
  /// `kW`
  public var text: String
  /// the unit without its prefix: `W`
  public var name: String
  /// `k`; empty without one
  public var prefix: String
  /// `seconds`, where the unit files have the word
  public var plural: String?
}

/// Units taken apart and put together again without any merging: what a derivation shows.
extension UnitTable {
  /// The factors of a unit in their order; none for a plain number.
  public func parts(of unit: Unit) -> [UnitPart] {
    units[Int(unit.id)].terms.map { term in
      let atom = atoms[Int(term.atom)]
      let known = atom.definition >= 0 && !atom.isScaled ? definition(atom.definition) : nil
      return UnitPart(
        unit: self.unit(ofAtom: term.atom), exponent: term.exponent, text: atom.text,
        name: known?.name ?? atom.text,
        prefix: atom.prefix >= 0 && known != nil ? Prefix.all[Int(atom.prefix)].short : "",
        plural: atom.prefix < 0 ? known.flatMap(Self.plural) : nil)
    }
  }

  /// `seconds`: a name that is another one with an s.
  private static func plural(of definition: Definition) -> String? {
    let long = definition.names.filter { $0.utf8.count >= 3 }
    let plurals = long.filter { $0.hasSuffix("s") && long.contains(String($0.dropLast())) }
    // `tokens` rather than `toks`, but also `days`
    return plurals.first { $0.utf8.count > 4 } ?? plurals.first
  }

  /// Units multiplied as they are: `kW` and `h` make `kW h`, `t/s` twice `t^2/s^2`.
  public func unmerged(_ factors: [(unit: Unit, exponent: Rational)]) -> Unit {
    var terms: [Term] = []
    for (unit, exponent) in factors {
      for term in units[Int(unit.id)].terms {
        let added = term.exponent * exponent
        if let same = terms.firstIndex(where: { $0.atom == term.atom }) {
          terms[same].exponent = terms[same].exponent + added
        } else {
          terms.append(Term(atom: term.atom, exponent: added))
        }
      }
    }
    terms.removeAll { $0.exponent.isZero }
    return terms.isEmpty ? .one : intern(terms)
  }

  /// A unit with one factor written as another unit: the `kW` of `kW/gpu` as `J/s`.
  public func rewriting(_ unit: Unit, part index: Int, as other: Unit) -> Unit {
    var factors: [(unit: Unit, exponent: Rational)] = []
    for (i, part) in parts(of: unit).enumerated() {
      factors.append((i == index ? other : part.unit, part.exponent))
    }
    return unmerged(factors)
  }
}
