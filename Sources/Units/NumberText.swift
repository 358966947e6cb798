/// How a number is written: significant digits rounded half up in decimal, no grouping, no `-0`.
///
/// Between 10⁻⁴ and 10¹⁵ (2⁵³ where all integer digits are kept) a number is written out, else as
/// `6.02e23`. Whole numbers up to 2⁵³ are exact.
struct NumberText {
  /// significant digits, 1…17
  var digits: Int
  /// whether digits before the point are never rounded away
  var keepsInteger = false
  /// money: two decimals from 1 on
  var isMoney = false

  static let largestWhole = 9_007_199_254_740_992.0

  func write(_ value: Double, into out: inout [UInt8]) {
    guard value.isFinite else {
      out.append(contentsOf: value.isNaN ? "nan".utf8 : value < 0 ? "-inf".utf8 : "inf".utf8)
      return
    }
    let x = abs(value)
    if x == 0 {
      out.append(0x30)
      return
    }
    let start = out.count
    if value < 0 { out.append(0x2D) }
    if x <= Self.largestWhole, x == x.rounded(.towardZero) {
      Self.write(UInt64(x), into: &out)
      if isMoney { out.append(contentsOf: [0x2E, 0x30, 0x30]) }
      return
    }
    let exponent = Self.decimalExponent(x)
    if isMoney, x >= 1, x < 1e13 {
      writePlain(x, significant: exponent + 3, exponent: exponent, decimals: 2, into: &out)
    } else if x < 1e-4 || x >= (keepsInteger ? Self.largestWhole : 1e15) {
      writeScientific(x, significant: clamped(digits), exponent: exponent, into: &out)
    } else {
      let significant = clamped(keepsInteger ? max(digits, exponent + 1) : digits)
      writePlain(x, significant: significant, exponent: exponent, decimals: nil, into: &out)
    }
    if out.count == start + 2, out[start] == 0x2D, out[start + 1] == 0x30 {
      out.remove(at: start)
    }
  }

  private func clamped(_ n: Int) -> Int { min(max(n, 1), 17) }

  /// `x` to `significant` digits, trailing zeros cut or, for money, two decimals kept.
  private func writePlain(
    _ x: Double, significant: Int, exponent: Int, decimals: Int?, into out: inout [UInt8]
  ) {
    var (rounded, exponent) = Self.round(x, significant: significant, exponent: exponent)
    var count = significant
    if decimals == nil {
      while count > 1, rounded % 10 == 0 {
        rounded /= 10
        count -= 1
      }
    } else {
      count = exponent + 3
      if count > significant { rounded *= 10 }
    }
    // rounded has `count` digits; the point stands after digit `exponent + 1`
    if exponent >= count - 1 {
      Self.write(rounded, into: &out)
      out.append(contentsOf: repeatElement(0x30, count: exponent - count + 1))
    } else if exponent < 0 {
      out.append(contentsOf: [0x30, 0x2E])
      out.append(contentsOf: repeatElement(0x30, count: -exponent - 1))
      Self.write(rounded, into: &out)
    } else {
      Self.write(rounded, decimals: count - 1 - exponent, into: &out)
    }
    exponent = 0
  }

  private func writeScientific(
    _ x: Double, significant: Int, exponent: Int, into out: inout [UInt8]
  ) {
    var (rounded, exponent) = Self.round(x, significant: significant, exponent: exponent)
    while rounded >= 10, rounded % 10 == 0 { rounded /= 10 }
    let start = out.count
    Self.write(rounded, into: &out)
    if out.count > start + 1 { out.insert(0x2E, at: start + 1) }
    out.append(0x65)
    if exponent < 0 {
      out.append(0x2D)
      exponent = -exponent
    }
    Self.write(UInt64(exponent), into: &out)
  }

  /// The `significant` leading digits of `x`, rounded half up, as a whole number with exactly that
  /// many digits, and the exponent of the first one (one more where rounding carries).
  static func round(
    _ x: Double, significant: Int, exponent: Int
  ) -> (digits: UInt64, exponent: Int) {
    let shift = significant - 1 - exponent
    if significant <= 11, shift <= 22, shift >= -22 {
      // One rounding of at most 2⁻¹⁷: safe unless the fraction is that near to a half.
      let scaled = shift >= 0 ? x * powerOfTen(shift) : x / powerOfTen(-shift)
      let whole = scaled.rounded(.down)
      let fraction = scaled - whole
      if abs(fraction - 0.5) > 1e-3, fraction > 1e-4 || whole > 0 {
        let digits = UInt64(whole) + (fraction > 0.5 ? 1 : 0)
        return carried(digits, significant, exponent)
      }
    }
    return roundShortest(x, significant: significant)
  }

  private static func carried(
    _ digits: UInt64, _ significant: Int, _ exponent: Int
  ) -> (digits: UInt64, exponent: Int) {
    if digits >= wholePowers[significant] { return (digits / 10, exponent + 1) }
    if digits < wholePowers[significant - 1] { return (digits * 10, exponent - 1) }
    return (digits, exponent)
  }

  /// Rounds the shortest decimal that reads back as `x`, so that `2.675` is a half.
  private static func roundShortest(
    _ x: Double, significant: Int
  ) -> (digits: UInt64, exponent: Int) {
    var digits: UInt64 = 0
    var count = 0
    var point: Int?
    var exponent = 0
    var isNegative = false
    var inExponent = false
    var text = x.description
    text.withUTF8 { bytes in
      for byte in bytes {
        switch byte {
        case 0x2E: point = count
        case 0x65, 0x45: inExponent = true
        case 0x2D: isNegative = true
        case 0x2B: break
        default:
          let digit = UInt64(byte &- 0x30)
          if inExponent {
            exponent = exponent * 10 + Int(digit)
          } else if count > 0 || digit > 0 {
            digits = digits * 10 + digit
            count += 1
          } else if point != nil {
            point = (point ?? 0) - 1
          }
        }
      }
    }
    var first = (point ?? count) - 1 + (isNegative ? -exponent : exponent)
    while count > significant + 1, count > 1 {
      // fold all but one digit beyond the last; a non-zero rest only matters above a half
      digits = digits / 10
      count -= 1
    }
    if count == significant + 1 {
      digits = (digits + 5) / 10
      count = significant
      if digits >= wholePowers[significant] {
        digits /= 10
        first += 1
      }
    }
    while count < significant {
      digits *= 10
      count += 1
    }
    return (digits, first)
  }

  /// ⌊log₁₀ x⌋, or one off where x is within rounding of a power of ten (`round` mends it).
  static func decimalExponent(_ x: Double) -> Int {
    if x >= 1, x < 1e15 {
      var n = 0
      while n < 15, x >= powerOfTen(n + 1) { n += 1 }
      return n
    }
    let estimate = (Double(x.exponent) * 0.30102999566398120).rounded(.down)
    var n = Int(estimate)
    while atLeastPower(x, n + 1) { n += 1 }
    while !atLeastPower(x, n) { n -= 1 }
    return n
  }

  private static func atLeastPower(_ x: Double, _ n: Int) -> Bool {
    if n >= 0 { return x >= powerOfTen(n) }
    if n >= -22 { return x * powerOfTen(-n) >= 1 }
    return x >= (Double("1e\(n)") ?? 0)
  }

  /// - Parameter decimals: how many of the digits stand behind the point; fewer than there are.
  private static func write(_ number: UInt64, decimals: Int = 0, into out: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 21) { digits in
      var rest = number
      var start = 21
      let point = start - decimals
      repeat {
        if start == point, decimals > 0 {
          start -= 1
          digits[start] = 0x2E
        }
        start -= 1
        digits[start] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
        rest /= 10
      } while rest > 0
      out.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  private static let wholePowers: [UInt64] = (0...19).map { n in
    (0..<n).reduce(1) { product, _ in product * 10 }
  }
}

extension UnitTable {
  /// A number as it stands before a unit: `digits` significant, trailing zeros cut, all integer
  /// digits for units without a ladder, two decimals for plain money of 1 or more.
  public func numberText(_ valueInUnit: Double, unit: Unit, digits: Int) -> String {
    var out: [UInt8] = []
    write(valueInUnit, unit: unit, digits: digits, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether a unit is one currency and nothing else, which shows two decimals from 1 on.
  public func isPlainMoney(_ unit: Unit) -> Bool { units[Int(unit.id)].isPlainMoney }

  /// The same as bytes, appended: what a line printed a million times uses.
  public func write(_ valueInUnit: Double, unit: Unit, digits: Int, into out: inout [UInt8]) {
    let (hasLadder, isMoney) = (units[Int(unit.id)].hasLadder, units[Int(unit.id)].isPlainMoney)
    NumberText(digits: digits, keepsInteger: !hasLadder, isMoney: isMoney)
      .write(valueInUnit, into: &out)
  }
}
