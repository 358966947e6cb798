import Syntax

/// The unknown dimension of a hole: a base dimension that no unit has.
extension UnitTable {
  public var holeDimension: Dimension { dimensions.base(named: Self.holeName) }

  private static let holeName = "?"

  /// What the hole must be for two dimensions to be the same; nil where that does not depend on it.
  public func holeDimension(making a: Dimension, equal b: Dimension) -> Dimension? {
    let ratio = quotient(a, b)
    let gap = dimensions.powers(of: ratio)
    guard let hole = gap.first(where: { dimensions.bases[Int($0.base)] == Self.holeName }) else {
      return nil
    }
    let rest = dimensions.intern(gap.filter { $0.base != hole.base })
    // rest · ?ⁿ = 1
    let exponent = Rational(-Int(hole.exponent.denominator), Int(hole.exponent.numerator))
    return power(rest, exponent)
  }
}
