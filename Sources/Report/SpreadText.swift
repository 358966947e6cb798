import Engine
import Glibc
import Units

/// The numbers of a distribution, all to the same decimal: two digits of its half-width, or fewer
/// where its samples do not tell more.
///
/// ```
/// 2.50 (1.65..3.62)       median, 5 % and 95 % point
/// 1.4..4.2                worst case over brackets
/// ```
struct SpreadText {
  let median: String
  let low: String
  let high: String
  /// `0.3`, where not even the first digit of the half-width is known
  let error: String?
  let isEnvelope: Bool
  private let isSpaced: Bool

  init(_ value: Value, _ distributed: Distributed, cell i: Int, _ shown: ShownUnit) {
    let spread = distributed.spreads[i]
    let (a, b) = (shown.inUnit(spread.low), shown.inUnit(spread.high))
    var middle = 0.0
    if case .numbers(let numbers) = value.cells { middle = shown.inUnit(numbers[i]) }
    let half = abs(b - a) / 2
    let off = abs(shown.ofDifferences.inUnit(spread.error))
    let first = half > 0 ? Int(log10(half).rounded(.down)) : 0
    var place = first - 1
    if half == 0 { place = middle == 0 ? 0 : Int(log10(abs(middle)).rounded(.down)) - 3 }
    let isKnown = off <= Self.power(first)
    while place < first, off > Self.power(place) { place += 1 }
    error = isKnown || half == 0 ? nil : Self.text(off, place: Int(log10(off).rounded(.down)))
    median = Self.text(middle, place: place)
    low = Self.text(a, place: place)
    high = Self.text(b, place: place)
    isEnvelope = !distributed.brackets.isEmpty
    isSpaced = a < 0 || b < 0
  }

  /// `1.65..3.62`
  var range: String { low + (isSpaced ? " .. " : "..") + high }

  /// `2.50 (1.65..3.62)`, or the range alone
  var short: String {
    if low == high, median == low { return median }
    return isEnvelope ? range : "\(median) (\(range))"
  }

  private static func power(_ exponent: Int) -> Double { pow(10, Double(exponent)) }

  /// A number rounded to a decimal place: −2 is hundredths.
  static func text(_ number: Double, place: Int) -> String {
    let steps = (number / power(place)).rounded()
    guard abs(steps) < 1e15, place >= -12, place <= 12 else { return plain(number, place: place) }
    if place >= 0 {
      let text = String(Int(abs(steps) * power(place)))
      return steps < 0 ? "-" + text : text
    }
    var digits = String(Int(abs(steps)))
    let decimals = -place
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    let whole = digits.dropLast(decimals)
    return (steps < 0 ? "-" : "") + whole + "." + digits.suffix(decimals)
  }

  private static func plain(_ number: Double, place: Int) -> String {
    let first = number == 0 ? place : Int(log10(abs(number)).rounded(.down))
    let digits = min(max(first - place, 0), 15)
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
      guard let base = buffer.baseAddress else { return "" }
      let count = withVaList([Int32(digits), number]) { vsnprintf(base, 64, "%.*e", $0) }
      let bytes = UnsafeRawBufferPointer(start: base, count: min(Int(max(count, 0)), 63))
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}

extension Distributed {
  /// What is said behind the numbers: `90 %`, or `5–95 %, worst case over node`.
  var remark: String {
    brackets.isEmpty ? "90 %" : "5–95 %, worst case over " + brackets.joined(separator: ", ")
  }
}

extension ValueText {
  /// `2.50 kWh/Mt (1.65..3.62, 90 %)`
  func write(
    _ value: Value, _ distributed: Distributed, _ shown: ShownUnit, into out: inout [UInt8]
  ) {
    let text = SpreadText(value, distributed, cell: 0, shown)
    out.write(text.isEnvelope ? text.range : text.median)
    shown.writeUnit(hasColour: settings.hasColour, into: &out)
    var remark = text.isEnvelope ? distributed.remark : "\(text.range), \(distributed.remark)"
    if let error = text.error { remark += ", sampling error \(error)" }
    out.write(" (\(remark))")
    if value.isOuterBound { out.write(" (outer bound)", .dim, hasColour: settings.hasColour) }
  }
}
