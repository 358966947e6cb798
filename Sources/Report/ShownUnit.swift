import Engine
import Units

/// The unit in which cells are shown together, and the way from base units into it.
///
/// Values side by side share one: the ladder's step for the largest of them, unless the unit was
/// asked for with `->`.
struct ShownUnit {
  let unit: Unit
  /// `kWh/Mt`, empty for a plain number
  let text: String
  private(set) var offset: Double
  private let factor: Double

  init(_ unit: Unit, units: UnitTable) {
    self.unit = unit
    text = units.text(of: unit)
    factor = units.factor(of: unit)
    offset = units.offset(of: unit)
  }

  /// The unit of all cells of a value together.
  init(of value: Value, units: UnitTable) {
    let largest = value.largestMagnitude
    let unit = value.isPinned ? value.unit : units.step(of: value.unit, for: largest)
    // of a unit as small as that no number says how many there are
    let isTooSmall = !(largest / units.factor(of: unit)).isFinite
    self.init(isTooSmall ? units.standardUnit(of: value.dimension) : unit, units: units)
  }

  /// The unit of an axis' labels together; nil for labels that are no numbers.
  init?(of axis: Axis, units: UnitTable) {
    guard case .numbers(let labels, let unit) = axis.labels else { return nil }
    self.init(units.step(of: unit, for: largestMagnitude(labels)), units: units)
  }

  /// The same for differences: without the zero point of a temperature scale.
  var ofDifferences: ShownUnit {
    var other = self
    other.offset = 0
    return other
  }

  /// A value in base units as it counts in this unit.
  ///
  /// Of two numbers that are the same in base units the one with fewer digits: `0.12 $/kWh` is 0.12
  /// again, and not 0.11999999999999998.
  func inUnit(_ base: Double) -> Double {
    let number = (base - offset) / factor
    if factor == 1, offset == 0 { return number }
    let short = number.rounded(toDigits: 15)
    return short * factor + offset == base ? short : number
  }

  /// One of this unit in base units: differences are divided by it.
  var inOne: Double { factor }

  /// Writes the number alone: `9.63102`.
  func writeNumber(_ base: Double, digits: Int, units: UnitTable, into out: inout [UInt8]) {
    units.write(inUnit(base), unit: unit, digits: digits, into: &out)
  }

  /// Writes a blank and the unit; nothing for a plain number.
  func writeUnit(hasColour: Bool, into out: inout [UInt8]) {
    guard !text.isEmpty else { return }
    out.append(UInt8(ascii: " "))
    out.write(text, .unit, hasColour: hasColour)
  }
}

extension Value {
  /// The largest absolute value among the cells and ends, in base units; 0 where nothing is finite.
  var largestMagnitude: Double {
    if let spreads = distributed?.spreads {
      return Report.largestMagnitude(spreads.flatMap { [$0.low, $0.high] })
    }
    if let low, let high { return max(Report.largestMagnitude(low), Report.largestMagnitude(high)) }
    guard case .numbers(let numbers) = cells else { return 0 }
    return Report.largestMagnitude(numbers)
  }

  /// Whether the value has a unit at all: truths and texts have none.
  var isNumeric: Bool {
    if case .numbers = cells { true } else { false }
  }
}

func largestMagnitude(_ numbers: [Double]) -> Double {
  var largest = 0.0
  for number in numbers where number.isFinite { largest = max(largest, abs(number)) }
  return largest
}
