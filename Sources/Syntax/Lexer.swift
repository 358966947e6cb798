/// Splits bytes into tokens, one at a time.
///
/// It knows nothing of grammar: a newline is a token like any other, and the parser decides whether
/// it ends something. Its only state is the position, so looking ahead is lexing from a copy.
package struct Lexer {
  var text: UnsafeBufferPointer<UInt8>
  var position: Int
  /// The word `ans` has been met.
  var hasMetAnswer = false

  package init(_ text: UnsafeBufferPointer<UInt8>, position: Int = 0) {
    self.text = text
    self.position = position
  }

  /// The byte at an offset, 0 outside the text.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 {
    UInt(bitPattern: offset) < UInt(bitPattern: text.count) ? text[offset] : 0
  }

  package mutating func lex() -> Token {
    let before = position
    skipBlanks()
    let start = position
    guard start < text.count else { return token(.end, start, blank: start != before) }
    let c = text[start]
    var kind: Token.Kind
    var length = 1
    switch c {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      return lexName(start, blank: start != before)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return lexNumber(start, blank: start != before)
    case UInt8(ascii: "\n"): kind = .newline
    case UInt8(ascii: ";"): kind = .semicolon
    case UInt8(ascii: "("): kind = .leftParen
    case UInt8(ascii: ")"): kind = .rightParen
    case UInt8(ascii: "["): kind = .leftBracket
    case UInt8(ascii: "]"): kind = .rightBracket
    case UInt8(ascii: "{"): kind = .leftBrace
    case UInt8(ascii: "}"): kind = .rightBrace
    case UInt8(ascii: ","): kind = .comma
    case UInt8(ascii: "?"): kind = .question
    case UInt8(ascii: "/"): kind = .slash
    case UInt8(ascii: "*"): kind = .times
    case UInt8(ascii: "^"): kind = .caret
    case UInt8(ascii: "+"): kind = pair("-", .plusMinus, else: .plus, &length)
    case UInt8(ascii: "-"): kind = pair(">", .arrow, else: .minus, &length)
    case UInt8(ascii: "="): kind = pair("=", .equal, else: .equals, &length)
    case UInt8(ascii: ":"): kind = pair("=", .becomes, else: .colon, &length)
    case UInt8(ascii: "<"): kind = pair("=", .lessOrEqual, else: .less, &length)
    case UInt8(ascii: ">"): kind = pair("=", .greaterOrEqual, else: .greater, &length)
    case UInt8(ascii: "!"): kind = pair("=", .notEqual, else: .bad, &length)
    case UInt8(ascii: "~"): kind = pair("=", .approximately, else: .bad, &length)
    case UInt8(ascii: "."):
      if isDigit(byte(start + 1)) { return lexNumber(start, blank: start != before) }
      kind = pair(".", .dots, else: .dot, &length)
    case UInt8(ascii: "\""):
      kind = .quote
      if byte(start + 1) == c, byte(start + 2) == c {
        kind = .rawQuote
        length = 3
      }
    case UInt8(ascii: "%"), UInt8(ascii: "$"):
      position = start + 1
      return signToken(start, blank: start != before)
    case 0x80...:
      return lexBeyondASCII(start, blank: start != before)
    default: kind = .bad
    }
    position = start + length
    return token(kind, start, blank: start != before)
  }

  // MARK: blanks

  /// Blanks, tabs, the carriage return of a CRLF, no-break and thin spaces, and comments.
  private mutating func skipBlanks() {
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): position += 1
      case UInt8(ascii: "\r") where byte(position + 1) == UInt8(ascii: "\n"): position += 1
      case UInt8(ascii: "#"):
        while position < text.count, text[position] != UInt8(ascii: "\n") { position += 1 }
      case 0xC2 where byte(position + 1) == 0xA0: position += 2
      case 0xE2 where isWideBlank(byte(position + 1), byte(position + 2)): position += 3
      default: return
      }
    }
  }

  /// U+2000…U+200A and U+202F: spaces that texts set between a number and its unit.
  private func isWideBlank(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x80 && (0x80...0x8A ~= third || third == 0xAF)
  }

  // MARK: names

  private mutating func lexName(_ start: Int, blank: Bool) -> Token {
    var end = start
    while end < text.count {
      let c = text[end]
      if c < 0x80 {
        guard isNameByte(c) else { break }
        end += 1
      } else {
        let (scalar, length) = scalar(at: end)
        guard isNameScalar(scalar) else { break }
        end += length
      }
    }
    // `US$`, `A$`: a country's dollar, no ampere times one
    if end < text.count, text[end] == UInt8(ascii: "$"), end - start <= 2,
      text[start..<end].allSatisfy({ 65...90 ~= $0 })
    {
      position = end + 1
      return signToken(start, blank: blank)
    }
    position = end
    var token = token(.name, start, blank: blank)
    token.name = Name(bytes: UnsafeBufferPointer(rebasing: text[start..<end]))
    if Word.isReserved(token.name) { token.kind = .word }
    if token.name.id == Word.ans.rawValue { hasMetAnswer = true }
    return token
  }

  private func signToken(_ start: Int, blank: Bool) -> Token {
    var token = token(.sign, start, blank: blank)
    token.name = Name(bytes: UnsafeBufferPointer(rebasing: text[start..<position]))
    return token
  }

  // MARK: beyond ASCII

  private mutating func lexBeyondASCII(_ start: Int, blank: Bool) -> Token {
    let (scalar, length) = scalar(at: start)
    position = start + length
    let kind: Token.Kind
    switch scalar.value {
    case 0xD7, 0xB7, 0x22C5: kind = .times
    case 0xF7, 0x2215, 0x2044: kind = .slash
    case 0x2212: kind = .minus
    case 0x2192: kind = .arrow
    case 0xB1: kind = .plusMinus
    case 0x2264: kind = .lessOrEqual
    case 0x2265: kind = .greaterOrEqual
    case 0x2260: kind = .notEqual
    case 0x2248: kind = .approximately
    case 0xB0:
      // ° ends an angle, or begins °C and °F.
      while isLetter(byte(position)) { position += 1 }
      return signToken(start, blank: blank)
    // a difference, `Δ°C` or with the sign of an increment, and of `℃`
    case 0x394 where [0x2103, 0x2109].contains(self.scalar(at: position).0.value):
      position += 3
      return signToken(start, blank: blank)
    case 0x394 where byte(position) == 0xC2 && byte(position + 1) == 0xB0,
      0x2206 where byte(position) == 0xC2 && byte(position + 1) == 0xB0:
      position += 2
      while isLetter(byte(position)) { position += 1 }
      return signToken(start, blank: blank)
    case 0x2103, 0x2109, 0x2030, 0xA2, 0xA3, 0xA5, 0x9F3, 0xE3F, 0x20A0...0x20CF:
      return signToken(start, blank: blank)
    default:
      if superscriptDigit(scalar) != nil {
        while superscriptDigit(self.scalar(at: position).0) != nil {
          position += self.scalar(at: position).1
        }
        kind = .superscript
      } else if isLetterScalar(scalar) {
        return lexName(start, blank: blank)
      } else {
        kind = .bad
      }
    }
    return token(kind, start, blank: blank)
  }

  /// The character at an offset and how many bytes it takes. The text is known to be valid UTF-8.
  func scalar(at offset: Int) -> (Unicode.Scalar, Int) {
    let first = UInt32(byte(offset))
    let value: UInt32
    let length: Int
    func next(_ i: Int) -> UInt32 { UInt32(byte(offset + i) & 0x3F) }
    switch first {
    case 0..<0x80: (value, length) = (first, 1)
    case 0..<0xE0: (value, length) = ((first & 0x1F) << 6 | next(1), 2)
    case 0..<0xF0: (value, length) = ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3)
    default:
      (value, length) = ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// 0…9 for a superscript digit, −1 for the superscript minus.
  func superscriptDigit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0xB9: 1
    case 0xB2, 0xB3: Int(scalar.value) - 0xB0
    case 0x2070, 0x2074...0x2079: Int(scalar.value) - 0x2070
    case 0x207B: -1
    default: nil
    }
  }

  // never inlined: what they need of Unicode would be set up for every word

  @inline(never)
  private func isLetterScalar(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

  @inline(never)
  private func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: true
    default: isLetterScalar(scalar)
    }
  }

  // MARK: small parts

  @inline(__always)
  func isDigit(_ c: UInt8) -> Bool { c &- 48 < 10 }

  @inline(__always)
  func isLetter(_ c: UInt8) -> Bool { (c | 0x20) &- 97 < 26 }

  @inline(__always)
  func isNameByte(_ c: UInt8) -> Bool { isLetter(c) || isDigit(c) || c == UInt8(ascii: "_") }

  @inline(__always)
  func token(_ kind: Token.Kind, _ start: Int, blank: Bool) -> Token {
    Token(
      kind: kind, hasBlankBefore: blank, start: UInt32(truncatingIfNeeded: start),
      end: UInt32(truncatingIfNeeded: position))
  }

  @inline(__always)
  private func pair(
    _ second: Unicode.Scalar, _ both: Token.Kind, else one: Token.Kind, _ length: inout Int
  ) -> Token.Kind {
    guard byte(position + 1) == UInt8(ascii: second) else { return one }
    length = 2
    return both
  }
}
