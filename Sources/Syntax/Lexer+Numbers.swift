import Glibc

extension Lexer {
  /// `12`, `1_500`, `.5`, `6.02e23`. A point without a digit after it makes the token bad, unless
  /// it begins `..`.
  mutating func lexNumber(_ start: Int, blank: Bool) -> Token {
    var at = start
    var mantissa: UInt64 = 0
    var digits = 0
    var exponent = 0
    func digit(_ offset: Int) -> Bool {
      isDigit(byte(offset))
        || byte(offset) == UInt8(ascii: "_") && offset > start && isDigit(byte(offset - 1))
          && isDigit(byte(offset + 1))
    }
    func take(_ c: UInt8) {
      guard c != UInt8(ascii: "_") else { return }
      mantissa = mantissa &* 10 &+ UInt64(c &- 48)
      if digits > 0 || c != UInt8(ascii: "0") { digits += 1 }
    }
    while digit(at) {
      take(text[at])
      at += 1
    }
    var isBad = false
    if byte(at) == UInt8(ascii: "."), byte(at + 1) != UInt8(ascii: ".") {
      at += 1
      isBad = !isDigit(byte(at))
      while digit(at) {
        if text[at] != UInt8(ascii: "_") { exponent -= 1 }
        take(text[at])
        at += 1
      }
    }
    if byte(at) | 0x20 == UInt8(ascii: "e") {
      var after = at + 1
      let sign = byte(after)
      if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { after += 1 }
      if isDigit(byte(after)) {
        var written = 0
        while isDigit(byte(after)) {
          written = min(written * 10 + Int(text[after] - 48), 100_000)
          after += 1
        }
        exponent += sign == UInt8(ascii: "-") ? -written : written
        at = after
      }
    }
    position = at
    var token = token(isBad ? .bad : .number, start, blank: blank)
    token.mantissa = mantissa
    token.exponent = Int32(exponent)
    token.isLong = digits > 19
    return token
  }

  /// The value of a number token times a power of ten, correctly rounded.
  func value(_ token: Token, timesTenTo power: Int = 0) -> Double {
    let exponent = Int(token.exponent) + power
    if !token.isLong, token.mantissa <= 1 << 53 {
      if exponent == 0 { return Double(token.mantissa) }
      if exponent > 0, exponent <= 22 { return Double(token.mantissa) * Self.powersOfTen[exponent] }
      if exponent < 0, exponent >= -22 {
        return Double(token.mantissa) / Self.powersOfTen[-exponent]
      }
    }
    var digits: [CChar] = []
    for at in Int(token.start)..<Int(token.end) {
      let c = text[at]
      if c | 0x20 == UInt8(ascii: "e") { break }
      if c != UInt8(ascii: "_"), c != UInt8(ascii: ".") { digits.append(CChar(c)) }
    }
    digits += "e\(exponent)".utf8.map { CChar($0) }
    digits.append(0)
    return strtod(digits, nil)
  }

  static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// 10 to a whole power, correctly rounded.
  static func tenTo(_ power: Int) -> Double {
    if power >= 0, power <= 22 { return powersOfTen[power] }
    if power < 0, power >= -22 { return 1 / powersOfTen[-power] }
    return strtod("1e\(power)", nil)
  }
}
