import Syntax
import Units

/// Notes about units that are right and often meant otherwise; each is said once in a session.
extension Session {
  private static let hours: Set<Name> = ["h", "hour", "hours", "hr"]
  private static let longTimes: Set<Name> = [
    "day", "days", "week", "weeks", "month", "months", "year", "years", "yr",
  ]

  /// `3 kWh/h` is a power, `3 kW/h` and `3 kW/day` a change of power.
  func noteHours(_ unit: UnitExpression, at place: Place) {
    guard unit.factors.count == 2, case .unit(let second) = unit.factors[1].kind,
      case .unit(let first) = unit.factors[0].kind,
      unit.factors[0].exponent == .one, unit.factors[1].exponent == -.one
    else { return }
    let isEnergy = first.text.hasSuffix("Wh")
    guard isEnergy || first.text.hasSuffix("W"),
      Self.hours.contains(second) || !isEnergy && Self.longTimes.contains(second)
    else { return }
    // kWh/h is kW, who writes kW/h means kWh, and who writes kW/day means kWh/day
    var other = isEnergy ? String(first.text.dropLast()) : first.text + "h"
    guard units.isUnit(Name(other)) else { return }
    if !Self.hours.contains(second) { other += "/" + second.text }
    noteOnce(
      isEnergy ? "energy-per-hour" : "power-per-hour",
      .noteEnergyPerHour(unit: Reading.unit(unit), isEnergy: isEnergy, as: other), at: place)
  }

  /// GB and GiB in one sum or comparison.
  func noteBinary(_ a: Unit, _ b: Unit, at place: Place) {
    guard a != b, let first = units.dataUnit(in: a), let second = units.dataUnit(in: b),
      first.isBinary != second.isBinary
    else { return }
    let (binary, decimal) = first.isBinary ? (first, second) : (second, first)
    let ratio = brief(binary.factor, units.unit(named: Name(decimal.text)) ?? .one, isPinned: true)
    noteOnce(
      "binary-prefix",
      .noteBinaryPrefix(decimal: decimal.text, binary: binary.text, ratio: ratio), at: place)
  }
}
