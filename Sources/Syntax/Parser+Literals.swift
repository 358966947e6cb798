/// Numbers: digits, literal powers, multiplier words, and the unit that follows.
extension Parser {
  /// `319.8 t/s`, `70 billion param`, `10^6 t`, `3.6×10⁶ J`, `million`
  mutating func parseNumber() throws(Fault) -> Expression {
    let literal = try parseQuantityLiteral()
    if at(.number) { throw numbersFault(literal) }
    height = 1
    numberEnd = previousEnd
    return .number(literal)
  }

  /// A number and its unit; what follows is not looked at.
  mutating func parseQuantityLiteral() throws(Fault) -> NumberLiteral {
    let digits = try parseDigits()
    return NumberLiteral(
      value: digits.value, lastDigit: digits.lastDigit, unit: try parseUnitAfterNumber(),
      span: span(from: digits.start), numberSpan: Span(digits.start, digits.end),
      multiplier: digits.multiplier, power: digits.power)
  }

  /// `$0.12/kWh`, `$2.5 million`: the unit is the sign and what follows the number.
  mutating func parseCurrency() throws(Fault) -> Expression {
    let sign = token
    advance()
    guard at(.number), Self.isCurrency(lexer.scalar(at: Int(sign.start)).0) else {
      throw fault(.unitWithoutNumber(text(sign.span)), sign.span)
    }
    let digits = try parseDigits()
    let literal = NumberLiteral(
      value: digits.value, lastDigit: digits.lastDigit, unit: try parseUnit(withSign: sign),
      span: span(from: Int(sign.start)), numberSpan: Span(digits.start, digits.end),
      multiplier: digits.multiplier, power: digits.power)
    if at(.number) { throw numbersFault(literal) }
    height = 1
    numberEnd = previousEnd
    return .number(literal)
  }

  /// The number without its unit, multiplier words taken in.
  private struct Digits {
    var value = 1.0
    var lastDigit = 1.0
    var multiplier = 1.0
    var power: LiteralPower?
    var start: Int
    var end: Int
  }

  static func isCurrency(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .currencySymbol
  }

  /// The digits with a literal power and multiplier words, without the unit.
  private mutating func parseDigits() throws(Fault) -> Digits {
    let first = token
    var digits = Digits(start: Int(first.start), end: Int(first.end))
    lastNumberStart = first.start
    if at(.number) {
      digits.value = lexer.value(first)
      // behind a power it could be 0: `1e400^-1`
      guard digits.value.isFinite else { throw fault(.numberTooLarge, first.span) }
      digits.lastDigit = Lexer.tenTo(Int(first.exponent))
      advance()
      if touches {
        switch token.kind {
        case .caret, .superscript, .times: takePower(of: first, &digits)
        case .name: if token.end == token.start + 1 { try checkLetter(after: first) }
        default: break
        }
      }
    }
    while let factor = token.multiplier {
      digits.value *= factor
      digits.lastDigit *= factor
      digits.multiplier *= factor
      digits.power = nil
      advance()
    }
    guard digits.value.isFinite else { throw fault(.numberTooLarge, first.span) }
    digits.end = previousEnd
    return digits
  }

  // MARK: literal powers

  /// `10^6`, `3.6*10^6`, `3.6×10⁶`: only without blanks, and only whole exponents.
  private mutating func takePower(of digits: Token, _ literal: inout Digits) {
    let start = position
    var base = digits
    if at(.times) {
      advance()
      guard at(.number), touches, token.mantissa == 10, token.exponent == 0 else {
        return goBack(to: start)
      }
      base = token
      advance()
    }
    guard touches, let power = eatExponent() else { return goBack(to: start) }
    let isScaled = base.start != digits.start
    literal.power = LiteralPower(
      coefficient: isScaled ? lexer.value(digits) : nil, base: lexer.value(base), exponent: power)
    if base.mantissa == 10, base.exponent == 0 {
      if !isScaled {
        literal.value = Lexer.tenTo(power)
        literal.lastDigit = literal.value
      } else {
        literal.value = lexer.value(digits, timesTenTo: power)
        literal.lastDigit = Lexer.tenTo(Int(digits.exponent) + power)
      }
    } else {
      literal.value = Self.power(literal.value, power)
      literal.lastDigit = min(literal.lastDigit, 1)
    }
    lastPower = span(from: Int(digits.start))
  }

  /// `^6`, `^-6` or superscript digits, if no further power follows.
  private mutating func eatExponent() -> Int? {
    let value: Int
    if at(.superscript) {
      value = superscriptValue(token)
      advance()
    } else if at(.caret) {
      advance()
      guard touches else { return nil }
      let isNegative = eat(.minus)
      guard touches, at(.number), token.exponent == 0, !token.isLong, token.mantissa < 100_000
      else { return nil }
      value = isNegative ? -Int(token.mantissa) : Int(token.mantissa)
      advance()
    } else {
      return nil
    }
    return at(.caret) || at(.superscript) ? nil : value
  }

  /// A whole power by repeated squaring.
  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    var square = base
    var left = abs(exponent)
    while left > 0 {
      if left & 1 == 1 { result *= square }
      square *= square
      left >>= 1
    }
    return exponent < 0 ? 1 / result : result
  }

  // MARK: slips

  /// `16k`, `1M`, `70B`: a lone letter is no multiplier.
  private mutating func checkLetter(after digits: Token) throws(Fault) {
    let letter = lexer.byte(Int(token.start))
    switch Unicode.Scalar(letter) {
    case "k", "K", "M", "B", "G", "T": throw letterFault(digits, token)
    default: return
    }
  }
}
