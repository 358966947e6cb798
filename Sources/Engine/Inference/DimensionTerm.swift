import Syntax
import Units

/// A dimension that is not known yet, or not wholly: a known one times unknown ones to powers.
///
/// In `f(p, r) = p / r` the value has the dimension `a b^-1`, where `a` is that of `p` and `b` that of
/// `r`: an element of the free abelian group over the unknown ones, with rational exponents.
struct DimensionTerm {
  var known: Dimension
  /// exponents other than 0, by the number of the unknown one
  var unknowns: [Int: Rational] = [:]

  static let plain = DimensionTerm(known: .none)

  init(known: Dimension) { self.known = known }

  init(unknown: Int) {
    known = .none
    unknowns = [unknown: .one]
  }

  var isKnown: Bool { unknowns.isEmpty }
}

/// Finds the most general meaning of unknown dimensions that makes pairs of terms equal.
///
/// With rational exponents that is Gaussian elimination: of an equation that holds an unknown one any
/// may be turned around to that unknown, and nothing is lost. (With whole exponents it would need
/// Euclid's algorithm: A. Kennedy, *Programming Languages and Dimensions*, Cambridge 1996, ch. 3.)
struct DimensionUnifier {
  private let units: UnitTable
  private var meanings: [Int: DimensionTerm] = [:]
  private var count = 0

  init(_ units: UnitTable) { self.units = units }

  mutating func unknown() -> DimensionTerm {
    count += 1
    return DimensionTerm(unknown: count)
  }

  func product(_ a: DimensionTerm, _ b: DimensionTerm, power: Rational = .one) -> DimensionTerm {
    var result = a
    result.known = units.product(a.known, units.power(b.known, power))
    for (unknown, exponent) in b.unknowns {
      let sum = (result.unknowns[unknown] ?? .zero) + exponent * power
      result.unknowns[unknown] = sum.isZero ? nil : sum
    }
    return result
  }

  func power(_ a: DimensionTerm, _ exponent: Rational) -> DimensionTerm {
    product(.plain, a, power: exponent)
  }

  func quotient(_ a: DimensionTerm, _ b: DimensionTerm) -> DimensionTerm {
    product(a, b, power: -.one)
  }

  /// A term with all that has been found out put in.
  func resolved(_ term: DimensionTerm) -> DimensionTerm {
    var result = term
    // a meaning holds only unknowns that had none when it was found, so this ends
    while let (unknown, meaning) = firstMeant(result) {
      let exponent = result.unknowns.removeValue(forKey: unknown) ?? .zero
      result = product(result, meaning, power: exponent)
    }
    return result
  }

  private func firstMeant(_ term: DimensionTerm) -> (Int, DimensionTerm)? {
    for unknown in term.unknowns.keys {
      if let meaning = meanings[unknown] { return (unknown, meaning) }
    }
    return nil
  }

  /// Makes two terms equal.
  /// - Returns: false where they cannot be, as nothing in them is unknown.
  mutating func unify(_ a: DimensionTerm, _ b: DimensionTerm) -> Bool {
    var rest = resolved(quotient(a, b))
    guard let unknown = rest.unknowns.keys.min(), let exponent = rest.unknowns[unknown] else {
      return rest.known == .none
    }
    rest.unknowns[unknown] = nil
    // u^e · rest = 1, so u = rest^(−1/e)
    let inverse = Rational(-Int(exponent.denominator), Int(exponent.numerator))
    meanings[unknown] = power(rest, inverse)
    return true
  }
}
