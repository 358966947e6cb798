/// The decimal number at the beginning of some bytes: `70.2` of `70.2 W`.
///
/// ```
/// LeadingNumber(bytes of "-1.5e3 W")     // value -1500, length 6
/// ```
///
/// Digits with or without a point, then perhaps an exponent; a sign may stand before. `inf`, `nan` and
/// `0x1p3` are none. The value is the `Double` nearest to what is written: where the digits and the
/// power of ten are both exact as `Double`s, one multiplication or division rounds correctly (W. D.
/// Clinger, How to read floating point numbers accurately, 1990); anything longer is read by the
/// standard library.
///
/// - Complexity: linear in the digits; some 10 ns for a number of a log.
public struct LeadingNumber {
  public let value: Double
  /// how many bytes it takes
  public let length: Int

  public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    var index = 0
    var isNegative = false
    if index < count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    var digits: UInt64 = 0
    let first = index
    while index < count, bytes[index] &- 48 < 10 {
      digits = digits &* 10 &+ UInt64(bytes[index] &- 48)
      index += 1
    }
    var written = index - first
    var exponent = 0
    if index < count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      let point = index
      while index < count, bytes[index] &- 48 < 10 {
        digits = digits &* 10 &+ UInt64(bytes[index] &- 48)
        index += 1
      }
      exponent = point - index
      written += index - point
    }
    guard written > 0 else { return nil }
    if index + 1 < count, bytes[index] | 32 == UInt8(ascii: "e") {
      var next = index + 1
      var isDown = false
      if bytes[next] == UInt8(ascii: "-") || bytes[next] == UInt8(ascii: "+") {
        isDown = bytes[next] == UInt8(ascii: "-")
        next += 1
      }
      if next < count, bytes[next] &- 48 < 10 {
        var stated = 0
        while next < count, bytes[next] &- 48 < 10 {
          stated = min(stated * 10 + Int(bytes[next] &- 48), 100_000)
          next += 1
        }
        exponent += isDown ? -stated : stated
        index = next
      }
    }
    length = index
    // more digits may have gone round the end of `digits`
    if written <= 19, digits < 1 << 53, abs(exponent) < Self.powers.count {
      let whole = Double(digits)
      let size = exponent < 0 ? whole / Self.power(-exponent) : whole * Self.power(exponent)
      value = isNegative ? -size : size
      return
    }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[..<index]), as: UTF8.self)
    guard let known = Double(text), known.isFinite else { return nil }
    value = known
  }

  /// The powers of ten that are exact.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  @inline(__always)
  private static func power(_ exponent: Int) -> Double {
    powers.withUnsafeBufferPointer { $0[exponent] }
  }
}
