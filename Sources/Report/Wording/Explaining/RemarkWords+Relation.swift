import Engine
import Units

/// Units: what they have to do with each other, and what cancels.
extension RemarkWords {
  func words(_ relation: Derivation.UnitRelation) -> String {
    switch relation {
    case .same(let a, let b, isMade: false): "\(name(a)) is \(name(b))"
    case .same(let a, let b, isMade: true):
      "\(name(a).replacing(" ", with: " × ")) = \(name(b))"
    case .larger(let large, let count, .one): "1 \(name(large)) = \(units.powerText(count))"
    // of a plain number and a percent the percent is said: 1 % = 0.01
    case .larger(.one, let count, let small): "1 \(name(small)) = \(units.powerText(1 / count))"
    case .larger(let large, let count, let small):
      "1 \(name(large)) = \(units.powerText(count)) \(name(small))"
    case .watt(_, count: 1): "a watt is a joule per second"
    case .watt(let unit, let count):
      "a watt is a joule per second, and 1 \(name(unit)) = \(units.powerText(count)) W"
    case .cancel(let cancelled): words(cancelled)
    case .zero(let unit, let amount): "0 \(name(unit)) is \(text(amount))"
    case .reading(let one, let other): "\(text(one)) is \(text(other))"
    }
  }

  private func words(_ cancelled: [Derivation.Cancelled]) -> String {
    let plurals = cancelled.compactMap(\.plural)
    if plurals.count == cancelled.count { return "the \(Words.joined(plurals, "and")) cancel" }
    let verb = cancelled.count == 1 ? "cancels" : "cancel"
    return "\(Words.joined(cancelled.map(\.name), "and")) \(verb)"
  }

  private func name(_ unit: Unit) -> String { units.text(of: unit) }
}
