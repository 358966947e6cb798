import Engine
import Units

/// Units: what they have to do with each other, and what cancels.
extension RemarkWords {
  func words(_ relation: Derivation.UnitRelation) -> String {
    switch relation {
    case .same(let a, .one, isMade: _): "1 \(name(a)) = 1"
    case .same(let a, let b, isMade: false): "\(name(a)) is \(name(b))"
    case .same(let a, let b, isMade: true):
      "\(name(a).replacing(" ", with: " × ")) = \(name(b))"
    case .size(let a, let count, let b, let isExact): size(a, count, b, isExact: isExact)
    case .watt(_, count: 1): "a watt is a joule per second"
    case .watt(let unit, let count):
      "a watt is a joule per second, and 1 \(name(unit)) = \(units.powerText(count)) W"
    case .cancel(let cancelled): words(cancelled)
    case .zero(let unit, let amount): "0 \(name(unit)) is \(text(amount))"
    case .reading(let one, let other): "\(text(one)) is \(text(other))"
    }
  }

  /// `1 mile = 1.609344 km`; what is no decimal of a few digits to six of them, and says so.
  private func size(_ a: Unit, _ count: Double, _ b: Unit, isExact: Bool) -> String {
    let sign = isExact ? "=" : "≈"
    let shown = isExact ? count : sixDigits(count)
    let unit = b == .one ? "" : " \(name(b))"
    return "1 \(name(a)) \(sign) \(units.powerText(shown))\(unit)"
  }

  private func sixDigits(_ number: Double) -> Double {
    guard number.isFinite, number > 0 else { return number }
    var (exponent, scaled) = (0, number)
    while scaled >= 10 { (scaled, exponent) = (scaled / 10, exponent + 1) }
    while scaled < 1 { (scaled, exponent) = (scaled * 10, exponent - 1) }
    return Double("\(text(scaled))e\(exponent)") ?? number
  }

  private func words(_ cancelled: [Derivation.Cancelled]) -> String {
    let plurals = cancelled.compactMap(\.plural)
    if plurals.count == cancelled.count { return "the \(Words.joined(plurals, "and")) cancel" }
    let verb = cancelled.count == 1 ? "cancels" : "cancel"
    return "\(Words.joined(cancelled.map(\.name), "and")) \(verb)"
  }

  private func name(_ unit: Unit) -> String { units.text(of: unit) }
}
