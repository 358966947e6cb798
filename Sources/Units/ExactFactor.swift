import Syntax

/// A positive rational number as primes to whole powers: 3.6 is 2 × 3² × 5⁻¹.
///
/// Factors of units are multiplied and divided in it without rounding, so that 1 yd = 3 ft and
/// 1 Wh = 3600 J come out as they are defined. A number with a large prime keeps it as it is; what
/// is left of a number after division by every prime below `largestDivisor` counts as one.
struct ExactFactor {
  private var powers: [UInt64: Int] = [:]

  private static let largestDivisor: UInt64 = 1 << 20
  /// Digits with which a `Double` is a decimal number and no rounding of another.
  static let mostDigits = 15

  static let one = ExactFactor()

  /// `0.45359237`, `1.602176634e-19`; nil for what has more digits than a number by definition has.
  init?(decimal text: Substring) {
    var digits: UInt64 = 0
    var count = 0
    var exponent = 0
    var isFraction = false
    var rest = text[...]
    while let character = rest.first, character != "e", character != "E" {
      rest = rest.dropFirst()
      if character == "." {
        isFraction = true
      } else if let digit = character.wholeNumberValue {
        if count > 0 || digit > 0 { count += 1 }
        if count > 18 { return nil }
        digits = digits * 10 + UInt64(digit)
        if isFraction { exponent -= 1 }
      } else {
        return nil
      }
    }
    if !rest.isEmpty {
      guard let more = Int(rest.dropFirst()) else { return nil }
      exponent += more
    }
    while digits > 0, digits % 10 == 0, count > 1 {
      (digits, count, exponent) = (digits / 10, count - 1, exponent + 1)
    }
    guard digits > 0 else { return nil }
    if count > Self.mostDigits {
      guard let number = Double(text), let fraction = Self(fraction: number) else { return nil }
      self = fraction
      return
    }
    multiply(digits, 1)
    multiply(2, exponent)
    multiply(5, exponent)
  }

  /// A number that was computed: the decimal that it is the rounding of.
  init?(_ number: Double) {
    guard number > 0, number.isFinite else { return nil }
    if let exact = Self(decimal: Substring(number.description)) {
      self = exact
      return
    }
    // 402.33599999999996 is 402.336 and the rounding of a product
    var out: [UInt8] = []
    NumberText(digits: 13).write(number, into: &out)
    let short = String(decoding: out, as: UTF8.self)
    guard let near = Double(short), abs(near - number) <= 4 * number.ulp,
      let exact = Self(decimal: Substring(short))
    else { return nil }
    self = exact
  }

  /// 0.5555555555555556 as 5/9: the fraction of small numbers that is nearest, if it is meant.
  private init?(fraction number: Double) {
    var (rest, last, now) = (number, (1.0, 0.0), (number.rounded(.down), 1.0))
    for _ in 0..<20 {
      if abs(now.0 / now.1 - number) <= number.ulp {
        guard now.0 >= 1, now.0 < 1e15 else { return nil }
        multiply(UInt64(now.0), 1)
        multiply(UInt64(now.1), -1)
        return
      }
      let part = rest - rest.rounded(.down)
      if part == 0 { return nil }
      rest = 1 / part
      let whole = rest.rounded(.down)
      (last, now) = (now, (whole * now.0 + last.0, whole * now.1 + last.1))
      if now.1 > 1000 { return nil }
    }
    return nil
  }

  private init() {}

  init(prefix: Prefix) {
    if prefix.base == 2 {
      multiply(2, prefix.exponent)
    } else {
      multiply(2, prefix.exponent)
      multiply(5, prefix.exponent)
    }
  }

  private mutating func multiply(_ number: UInt64, _ power: Int) {
    guard power != 0 else { return }
    var rest = number
    var divisor: UInt64 = 2
    while divisor * divisor <= rest, divisor < Self.largestDivisor {
      while rest % divisor == 0 {
        powers[divisor, default: 0] += power
        rest /= divisor
      }
      divisor += divisor == 2 ? 1 : 2
    }
    if rest > 1 { powers[rest, default: 0] += power }
  }

  static func * (a: ExactFactor, b: ExactFactor) -> ExactFactor {
    var result = a
    result.powers.merge(b.powers, uniquingKeysWith: +)
    return result
  }

  /// To a whole power, or to a fraction that divides every exponent.
  func raised(to exponent: Rational) -> ExactFactor? {
    var result = ExactFactor()
    let (numerator, denominator) = (Int(exponent.numerator), Int(exponent.denominator))
    for (prime, power) in powers where power != 0 {
      guard power * numerator % denominator == 0 else { return nil }
      result.powers[prime] = power * numerator / denominator
    }
    return result
  }

  /// The number as a decimal, where it ends after `mostDigits` digits or fewer.
  var decimal: Double? {
    var exponent = 0
    var digits: UInt64 = 1
    func times(_ number: UInt64, _ power: Int) -> Bool {
      for _ in 0..<power {
        let (product, isTooLarge) = digits.multipliedReportingOverflow(by: number)
        if isTooLarge || product > 1_000_000_000_000_000_000 { return false }
        digits = product
      }
      return true
    }
    // 2 × 5 are tens, and what is left of one of them is made a ten by the other
    let (two, five) = (powers[2] ?? 0, powers[5] ?? 0)
    exponent = min(two, five)
    guard abs(two - five) < 64, times(two > five ? 2 : 5, abs(two - five)) else { return nil }
    for (prime, power) in powers where power != 0 && prime != 2 && prime != 5 {
      guard power > 0, power < 64, times(prime, power) else { return nil }
    }
    while digits % 10 == 0 { (digits, exponent) = (digits / 10, exponent + 1) }
    guard digits < 1_000_000_000_000_000 else { return nil }
    return Double("\(digits)e\(exponent)")
  }
}

extension UnitTable {
  /// How many of `b` are one `a`, to a power, where that is a decimal of 15 digits or fewer by the
  /// definitions of both: 0.45359237 for lb and kg.
  ///
  /// ```
  /// table.exactRatio(ft, inch)   // 12
  /// table.exactRatio(Wh, MJ)     // 0.0036
  /// table.exactRatio(MJ, Wh)     // nil: 277.777…
  /// table.exactRatio(deg, rad)   // nil: π/180
  /// ```
  public func exactRatio(_ a: Unit, _ b: Unit, power: Rational = .one) -> Double? {
    guard let numerator = exact(a), let denominator = exact(b)?.raised(to: -Rational.one) else {
      return nil
    }
    return (numerator * denominator).raised(to: power)?.decimal
  }

  private func exact(_ unit: Unit) -> ExactFactor? {
    var result = ExactFactor.one
    for term in units[Int(unit.id)].terms {
      guard let factor = exact(atom: term.atom)?.raised(to: term.exponent) else { return nil }
      result = result * factor
    }
    return result
  }

  private func exact(atom: Int32) -> ExactFactor? {
    if let known = exactFactors[atom] { return known }
    let made = makeExact(atoms[Int(atom)])
    exactFactors[atom] = .some(made)
    return made
  }

  private func makeExact(_ atom: Atom) -> ExactFactor? {
    if atom.unscaled >= 0 {
      let unscaled = atoms[Int(atom.unscaled)]
      return ExactFactor(atom.factor / unscaled.factor).flatMap { number in
        exact(atom: atom.unscaled).map { number * $0 }
      }
    }
    guard atom.definition >= 0, let known = definition(atom.definition) else {
      return ExactFactor(atom.factor)
    }
    guard let factor = exact(known) else { return nil }
    return atom.prefix < 0 ? factor : ExactFactor(prefix: Prefix.all[Int(atom.prefix)]) * factor
  }

  private func exact(_ definition: Definition) -> ExactFactor? {
    guard !definition.isOwn, let value = definition.value else {
      return ExactFactor(definition.factor)
    }
    guard let words = DeclarationLine.split(Substring(value), at: " ").first,
      var result = ExactFactor(decimal: words),
      let quantity = DefinitionQuantity(Substring(value))
    else { return nil }
    for factor in quantity.factors {
      guard let atom = atom(spelled: String(factor.name)),
        let other = exact(atom: atom)?.raised(to: Rational(factor.exponent))
      else { return nil }
      result = result * other
    }
    return result
  }
}
