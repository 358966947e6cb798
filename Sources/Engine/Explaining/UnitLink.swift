import Syntax
import Units

/// How a number in one unit becomes a number in another: what is multiplied and divided by, and the
/// relations that say why.
///
/// ```
/// lb → kg      × 0.45359237              1 lb = 0.45359237 kg
/// J → kWh      / (3.6×10⁶)               1 kWh = 3.6×10⁶ J
/// GJ → kWh     × 10⁹ / (3.6×10⁶)         1 GJ = 10⁹ J and 1 kWh = 3.6×10⁶ J
/// rad → deg    × 57.2958                 1 rad ≈ 57.2958 deg
/// ```
struct UnitLink {
  struct Scale {
    var isDivided: Bool
    var count: Double
    var isExact: Bool
  }

  var scales: [Scale] = []
  var relations: [Derivation.UnitRelation] = []
}

extension UnitRelations {
  /// Below this a relation is said in two, through a unit that both are many of.
  private static let leastShare = 0.01

  /// The way from `a` to `b`, two units of one dimension, each to a power. It has no step where both
  /// are of one size.
  func link(_ a: Unit, _ b: Unit, power: Rational = .one) -> UnitLink {
    if let direct = exactLink(a, b, power, atLeast: 1) { return direct }
    if let direct = exactLink(a, b, power, atLeast: Self.leastShare) { return direct }
    for between in between(a, b) {
      if let first = exactLink(a, between, power, atLeast: Self.leastShare),
        let second = exactLink(between, b, power, atLeast: Self.leastShare)
      {
        return UnitLink(
          scales: first.scales + second.scales, relations: first.relations + second.relations)
      }
    }
    if let direct = exactLink(a, b, power, atLeast: 0) { return direct }
    return roundedLink(a, b, power)
  }

  /// `1 a = n b` or `1 b = n a`, with n as small a number of digits as it has by definition.
  private func exactLink(_ a: Unit, _ b: Unit, _ power: Rational, atLeast least: Double)
    -> UnitLink?
  {
    if a == b { return UnitLink() }
    for (one, other, isInverse) in [(a, b, false), (b, a, true)] {
      guard let count = units.exactRatio(one, other), count >= least,
        let raised = units.exactRatio(one, other, power: power.absolute)
      else { continue }
      if count == 1 { return UnitLink(relations: [.same(a, b, isMade: false)]) }
      return UnitLink(
        scales: [
          UnitLink.Scale(
            isDivided: isInverse == (power.numerator > 0), count: raised, isExact: true)
        ],
        relations: [size(one, count, other, isExact: true)])
    }
    return nil
  }

  /// `1 one = count other`; of a plain number and a percent the percent is said: `1 % = 0.01`.
  private func size(_ one: Unit, _ count: Double, _ other: Unit, isExact: Bool)
    -> Derivation.UnitRelation
  {
    guard one == .one else { return .size(one, count: count, other, isExact: isExact) }
    let inverse = units.exactRatio(other, one)
    return .size(
      other, count: inverse ?? units.factor(of: other), .one, isExact: inverse != nil)
  }

  private func roundedLink(_ a: Unit, _ b: Unit, _ power: Rational) -> UnitLink {
    let isInverse = units.factor(of: a) < units.factor(of: b)
    let (one, other) = isInverse ? (b, a) : (a, b)
    let count = units.factor(of: one) / units.factor(of: other)
    // a size that is known to sixteen digits may come to 1 by rounding
    if abs(count - 1) < 1e-15 { return UnitLink(relations: [.same(a, b, isMade: false)]) }
    return UnitLink(
      scales: [
        UnitLink.Scale(
          isDivided: isInverse == (power.numerator > 0),
          count: Scalar.apply(.power, count, power.absolute.value), isExact: false)
      ],
      relations: [size(one, count, other, isExact: false)])
  }

  /// Units that two may have in common: the bare one under a prefix, and the unit of the SI.
  private func between(_ a: Unit, _ b: Unit) -> [Unit] {
    var found: [Unit] = []
    for unit in [a, b] {
      let parts = units.parts(of: unit)
      guard parts.count == 1, parts[0].exponent == .one, !parts[0].prefix.isEmpty,
        let bare = units.unit(named: Name(parts[0].name))
      else { continue }
      found.append(bare)
    }
    found.append(units.standardUnit(of: units.dimension(of: a)))
    return found.filter { $0 != a && $0 != b }
  }

  /// Why a unit may be written as another one of its dimension.
  func relation(_ a: Unit, _ b: Unit) -> [Derivation.UnitRelation] { link(a, b).relations }
}

extension Rational {
  fileprivate var absolute: Rational { numerator < 0 ? -self : self }
}
