/// Strings. The lexer only sees the opening quote; what follows is read here, byte by byte, and the
/// expressions between braces by the parser itself.
extension Parser {
  /// `"batch {b}: {jt:.2f}"` or `"""raw"""`; the opening quote is in hand.
  mutating func parseText() throws(Fault) -> TextLiteral {
    let start = Int(token.start)
    if at(.rawQuote) { return try parseRawText() }
    let open = token.span
    var pieces: [TextLiteral.Piece] = []
    var bytes: [UInt8] = []
    var at = Int(token.end)
    while true {
      guard at < lexer.text.count, lexer.text[at] != UInt8(ascii: "\n") else {
        throw fault(.unclosedString, open)
      }
      let c = lexer.text[at]
      switch c {
      case UInt8(ascii: "\""):
        if !bytes.isEmpty || pieces.isEmpty {
          pieces.append(.text(String(decoding: bytes, as: UTF8.self)))
        }
        finishText(at: at + 1)
        return TextLiteral(pieces: pieces, span: span(from: start))
      case UInt8(ascii: "\\"):
        // the line ends behind it
        guard at + 1 < lexer.text.count, lexer.text[at + 1] != UInt8(ascii: "\n") else {
          throw fault(.unclosedString, open)
        }
        bytes.append(try escape(at))
        at += 2
      case UInt8(ascii: "{") where lexer.byte(at + 1) == c,
        UInt8(ascii: "}") where lexer.byte(at + 1) == c:
        bytes.append(c)
        at += 2
      case UInt8(ascii: "}"): throw fault(.loneBrace, Span(at, at + 1))
      case UInt8(ascii: "{"):
        if !bytes.isEmpty { pieces.append(.text(String(decoding: bytes, as: UTF8.self))) }
        bytes = []
        let (piece, end) = try parsePiece(at: at)
        pieces.append(piece)
        at = end
      default:
        bytes.append(c)
        at += 1
      }
    }
  }

  /// Goes on with tokens behind the closing quote.
  private mutating func finishText(at end: Int) {
    lexer.position = end
    token.end = UInt32(truncatingIfNeeded: end)
    advance()
  }

  private func escaped(_ c: UInt8) -> UInt8? {
    switch Unicode.Scalar(c) {
    case "\"", "\\", "{", "}": c
    case "n": UInt8(ascii: "\n")
    case "t": UInt8(ascii: "\t")
    default: nil
    }
  }

  private mutating func escape(_ at: Int) throws(Fault) -> UInt8 {
    guard let byte = escaped(lexer.byte(at + 1)) else {
      let end = at + 1 + lexer.scalar(at: at + 1).1
      throw fault(.badEscape(text(at, end)), Span(at, end))
    }
    return byte
  }

  /// `{expr:.2f}`; returns where the text goes on.
  private mutating func parsePiece(at brace: Int) throws(Fault) -> (TextLiteral.Piece, Int) {
    let outer = openBrackets
    try enter()
    openBrackets = 0
    lexer.position = brace + 1
    advance()
    let state = bracketState()
    let outerWords = endsAtWords
    endsAtWords = false
    let value = try parseWhole()
    endsAtWords = outerWords
    takesConversion = state.takesConversion
    overBelongsToCall = state.overBelongsToCall
    openBrackets = outer
    nesting -= 1
    if at(.rightBrace) { return (.value(value, format: nil), Int(token.end)) }
    guard at(.colon) || at(.becomes) else {
      if at(.newline) || at(.end) || at(.quote) {
        throw fault(.unclosedBrace, Span(brace, brace + 1))
      }
      throw unexpected("`}` or `:` and a format")
    }
    let start = Int(token.start) + 1
    var end = start
    while lexer.byte(end) != UInt8(ascii: "}") {
      let c = lexer.byte(end)
      if end >= lexer.text.count || c == UInt8(ascii: "\n") || c == UInt8(ascii: "\"") {
        throw fault(.unclosedBrace, Span(brace, brace + 1))
      }
      end += 1
    }
    return (.value(value, format: text(start, end)), end + 1)
  }

  /// Everything up to the next `"""`, as it stands; a newline directly behind the opening is dropped.
  private mutating func parseRawText() throws(Fault) -> TextLiteral {
    let open = token.span
    let quote = UInt8(ascii: "\"")
    var start = Int(token.end)
    if lexer.byte(start) == 13, lexer.byte(start + 1) == 10 { start += 1 }
    if lexer.byte(start) == 10 { start += 1 }
    var end = start
    while lexer.byte(end) != quote || lexer.byte(end + 1) != quote || lexer.byte(end + 2) != quote {
      guard end < lexer.text.count else { throw fault(.unclosedString, open) }
      end += 1
    }
    let content = text(start, end)
    finishText(at: end + 3)
    return TextLiteral(pieces: [.text(content)], span: span(from: Int(open.start)))
  }
}
