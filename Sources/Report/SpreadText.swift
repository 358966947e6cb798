import Engine
import Units

/// The numbers of a distribution, all to the same decimal: two digits of its half-width, or fewer
/// where its samples do not tell more.
///
/// ```
/// 2.50 (1.65..3.62)       median, 5 % and 95 % point
/// 1.4..4.2                worst case over brackets
/// ```
struct SpreadText {
  private let numbers: SpreadNumbers
  let isEnvelope: Bool

  init(_ value: Value, _ distributed: Distributed, cell i: Int, _ shown: ShownUnit) {
    let spread = distributed.spreads[i]
    var middle = 0.0
    if case .numbers(let numbers) = value.cells { middle = shown.inUnit(numbers[i]) }
    numbers = SpreadNumbers(
      median: middle, low: shown.inUnit(spread.low), high: shown.inUnit(spread.high),
      error: abs(shown.ofDifferences.inUnit(spread.error)),
      medianError: abs(shown.ofDifferences.inUnit(spread.medianError)))
    isEnvelope = !distributed.brackets.isEmpty
  }

  var median: String { numbers.median }
  var low: String { numbers.low }
  var high: String { numbers.high }
  /// `0.3`, where not even the first digit of the half-width is known
  var error: String? { numbers.error }

  /// `1.65..3.62`
  var range: String { numbers.range }

  /// `2.50 (1.65..3.62)`, or the range alone
  var short: String {
    if low == high, median == low { return median }
    return isEnvelope ? range : "\(median) (\(range))"
  }

  /// A number rounded to a decimal place: −2 is hundredths.
  static func text(_ number: Double, place: Int) -> String {
    SpreadNumbers.text(number, place: place)
  }
}

extension ValueText {
  /// `2.50 kWh/Mt (1.65..3.62, 90 %)`
  func write(
    _ value: Value, _ distributed: Distributed, _ shown: ShownUnit, into out: inout [UInt8]
  ) {
    let text = SpreadText(value, distributed, cell: 0, shown)
    out.write(text.isEnvelope ? text.range : text.median, .value, hasColour: settings.hasColour)
    shown.writeUnit(hasColour: settings.hasColour, into: &out)
    var remark = text.isEnvelope ? distributed.remark : "\(text.range), \(distributed.remark)"
    if let error = text.error { remark += ", sampling error \(error)" }
    out.write(" (\(remark))")
    if !distributed.shape.isEmpty {
      out.write("  " + Sparkline.text(distributed.shape), .dim, hasColour: settings.hasColour)
    }
    if value.isOuterBound { out.write(" (outer bound)", .dim, hasColour: settings.hasColour) }
  }
}
