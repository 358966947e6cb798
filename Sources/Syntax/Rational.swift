/// A ratio of two whole numbers in lowest terms, denominator positive: an exponent.
public struct Rational: Hashable, Sendable {
  public let numerator: Int32
  public let denominator: Int32

  public static let zero = Rational(0)
  public static let one = Rational(1)

  public init(_ numerator: Int, _ denominator: Int = 1) {
    let sign = denominator < 0 ? -1 : 1
    var (a, b) = (abs(numerator), abs(denominator))
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = max(a, 1)
    self.numerator = Int32(clamping: sign * numerator / divisor)
    self.denominator = Int32(clamping: sign * denominator / divisor)
  }

  public var value: Double { Double(numerator) / Double(denominator) }
  public var isZero: Bool { numerator == 0 }
  public var isInteger: Bool { denominator == 1 }

  public static func + (a: Rational, b: Rational) -> Rational {
    if a.denominator == 1, b.denominator == 1 {
      return Rational(Int(a.numerator) + Int(b.numerator))
    }
    return Rational(
      Int(a.numerator) * Int(b.denominator) + Int(b.numerator) * Int(a.denominator),
      Int(a.denominator) * Int(b.denominator))
  }
  public static prefix func - (a: Rational) -> Rational {
    Rational(-Int(a.numerator), Int(a.denominator))
  }
  public static func - (a: Rational, b: Rational) -> Rational { a + (-b) }
  public static func * (a: Rational, b: Rational) -> Rational {
    Rational(
      Int(a.numerator) * Int(b.numerator), Int(a.denominator) * Int(b.denominator))
  }
}
