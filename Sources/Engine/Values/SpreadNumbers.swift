import Glibc

/// The numbers of a distribution, all to the same decimal: two digits of its half-width, or fewer
/// where its samples do not tell more.
package struct SpreadNumbers {
  package let median: String
  package let low: String
  package let high: String
  /// `0.3`, where not even the first digit of the half-width is known
  package let error: String?
  private let isSpaced: Bool

  /// - Parameters:
  ///   - error: how far each number is likely off.
  ///   - medianError: how far the median is, where that is known by itself.
  package init(
    median: Double, low: Double, high: Double, error off: Double, medianError: Double? = nil
  ) {
    let half = abs(high / 2 - low / 2)
    let first = Self.place(of: half)
    var place = first - 1
    if half == 0 { place = median == 0 ? 0 : Self.place(of: median) - 3 }
    let isKnown = off <= Self.power(first)
    while place < first, off > Self.power(place) { place += 1 }
    error =
      isKnown || half == 0
      ? nil : off.isFinite ? Self.text(off, place: Self.place(of: off)) : "unknown"
    let texts = [(median, medianError ?? off), (low, off), (high, off)].map {
      number, off -> String in
      // beside so much more it would be 0, which it is not
      let wouldBeZero = abs(number) < max(1e-3 * half, Self.power(place) / 2)
      let isSmall = wouldBeZero && abs(number) > 10 * off && number != 0
      return Self.text(number, place: isSmall ? min(place, Self.place(of: number) - 1) : place)
    }
    (self.median, self.low, self.high) = (texts[0], texts[1], texts[2])
    isSpaced = low < 0 || high < 0
  }

  /// `1.65..3.62`
  package var range: String { low + (isSpaced ? " .. " : "..") + high }

  /// The decimal place of the first digit: 2 of 320, −1 of 0.5.
  private static func place(of number: Double) -> Int {
    number == 0 || !number.isFinite ? 0 : Int(log10(abs(number)).rounded(.down))
  }

  private static func power(_ exponent: Int) -> Double { pow(10, Double(exponent)) }

  /// A number rounded to a decimal place: −2 is hundredths.
  package static func text(_ number: Double, place: Int) -> String {
    let steps = (number / power(place)).rounded()
    if steps == 0 {
      return "0" + (place < 0 && place >= -12 ? "." + String(repeating: "0", count: -place) : "")
    }
    guard abs(steps) < 1e15, abs(number) < 1e18, place >= -12, place <= 12 else {
      return plain(number, place: place)
    }
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
    let first = number == 0 ? place : Self.place(of: number)
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
  public var remark: String {
    brackets.isEmpty ? "90 %" : "5–95 %, worst case over " + brackets.joined(separator: ", ")
  }
}
