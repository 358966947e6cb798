/// A syntax error has been found; the parser keeps the diagnostic in `found`.
struct Fault: Error {}

/// How a fault is described, and where reading goes on after it.
extension Parser {
  mutating func fault(_ problem: SyntaxProblem, _ span: Span, labels: [Diagnostic.Label] = [])
    -> Fault
  {
    if found == nil { found = Diagnostic(problem, at: Place(source, span), labels: labels) }
    return Fault()
  }

  /// What stands there is not what the rule needs. The likelier slips have their own words.
  mutating func unexpected(_ expected: String) -> Fault {
    switch token.kind {
    case .bad: return badFault()
    case .comma:
      if let fault = thousandsFault() ?? decimalCommaFault() ?? commaBetweenStatements()
        ?? secondExpression()
      {
        return fault
      }
    case .question:
      if let fault = markBehind() { return fault }
    case .dot:
      if let fault = dotBetweenUnits() { return fault }
    case .rightParen, .rightBracket, .rightBrace:
      if expected == Self.endOfStatement {
        return fault(.unopenedBracket(text(token.span)), token.span)
      }
    case .equals: return equalsFault(after: lastOperand)
    case .number, .name, .sign, .quote, .rawQuote, .leftParen, .leftBracket:
      if Int(lastOperand.end) == previousEnd, previousEnd > 0, !endsExpression {
        return missingOperator()
      }
    case .word:
      if token.multiplier != nil {
        if Int(lastOperand.end) == previousEnd, previousEnd > 0 { return missingOperator() }
      } else if expected.hasPrefix("a name") || expected.hasPrefix("the name") {
        return fault(.reservedWord(text(token.span)), token.span)
      } else if at(.where) {
        return fault(.whereWithoutDefinition, token.span)
      }
    default: break
    }
    return fault(.unexpected(found: description(token), expected: expected), token.span)
  }

  static let endOfStatement = "the end of the statement"

  /// A token in the user's terms.
  func description(_ token: Token) -> String {
    switch token.kind {
    case .end: "the end of the text"
    case .newline: "the end of the line"
    default: "`" + text(token.span) + "`"
    }
  }

  // MARK: operands

  /// No operand begins here.
  mutating func operandFault() -> Fault {
    switch token.kind {
    case .bad: return badFault()
    case .word:
      let next = peek()
      if next.kind == .equals || previousEnd == 0 || previousEnd <= statementStart {
        return fault(.reservedWord(text(token.span)), token.span)
      }
    case .rightParen, .rightBracket, .rightBrace:
      if previousEnd <= statementStart || openBrackets == 0 && nesting == 0 {
        return fault(.unopenedBracket(text(token.span)), token.span)
      }
    case .end where openBrackets > 0:
      if let open = innermostOpening()?.span {
        return fault(.unclosedBracket(text(open)), open)
      }
    case .times where text(previousStart, previousEnd) == "*" && touches:
      let span = Span(previousStart, Int(token.end))
      return fault(.unexpectedCharacter("**", instead: "^"), span)
    case .slash where text(previousStart, previousEnd) == "+" && touches && isMinus(peek()):
      let span = Span(previousStart, Int(peek().end))
      return fault(.unexpectedCharacter(text(span), instead: "+-"), span)
    default: break
    }
    let after = previousStart < statementStart ? "" : text(previousStart, previousEnd)
    return fault(.missingOperand(after: after, found: description(token)), token.span)
  }

  private func isMinus(_ token: Token) -> Bool { token.kind == .minus && !token.hasBlankBefore }

  mutating func missingOperand(after sign: Token) -> Fault {
    if token.kind == .bad { return badFault() }
    if at(.end) && openBrackets > 0 || at(.slash) { return operandFault() }
    return fault(.missingOperand(after: text(sign.span), found: description(token)), token.span)
  }

  // MARK: brackets

  /// The bracket that was opened has not been closed where it must be.
  mutating func bracketFault(_ open: Token, _ expected: String) -> Fault {
    switch token.kind {
    case .end: return fault(.unclosedBracket(text(open.span)), open.span)
    case .rightParen, .rightBracket, .rightBrace:
      let label = Diagnostic.Label(Place(source, open.span), "opened here")
      return fault(
        .wrongBracket(found: text(token.span), open: text(open.span)), token.span,
        labels: [label])
    case .equals, .becomes, .colon:
      if hasNewline(Int(open.end), Int(token.start)) {
        return fault(.unclosedBracket(text(open.span)), open.span)
      }
    case .word where at(.with) || at(.under): return withFault(from: Int(open.end))
    case .name, .newline:
      if hasNewline(previousEnd, Int(token.start)) {
        return fault(.unclosedBracket(text(open.span)), open.span)
      }
    default: break
    }
    return unexpected(expected)
  }

  func hasNewline(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    return lexer.text[start..<end].contains(UInt8(ascii: "\n"))
  }

  /// The innermost bracket of the statement that is still open at its end, or at a byte.
  func innermostOpening(before end: Int = .max) -> Token? {
    var open: [Token] = []
    var ahead = Lexer(lexer.text, position: statementStart)
    while true {
      let token = ahead.lex()
      if Int(token.start) >= end { return open.last }
      switch token.kind {
      case .leftParen, .leftBracket: open.append(token)
      case .rightParen, .rightBracket: if !open.isEmpty { open.removeLast() }
      case .quote, .rawQuote: ahead.skipText(token)
      case .end: return open.last
      default: break
      }
    }
  }

  /// `f(jt with a = 2)`: the comma would be read in two ways.
  mutating func withFault(from start: Int) -> Fault {
    let word = text(token.span)
    let place = token.span
    _ = try? parseWhatIf()
    found = nil
    var start = start
    while start < Int(place.start), lexer.byte(start) == 32 { start += 1 }
    var inner = text(start, previousEnd)
    // `f(jt under worst, a = 2)`: what has an `=` behind it is no scenario
    if word == "under", lexer.byte(Int(token.start)) == UInt8(ascii: "="),
      let comma = inner.lastIndex(of: ",")
    {
      inner = String(inner[..<comma])
    }
    return fault(.withNeedsParentheses(word: word, mend: "(" + inner + ")"), place)
  }

  // MARK: `=` and `->`

  /// `assert a = b`, `if a = b then …`
  mutating func equalsFault(after left: Span) -> Fault {
    let sign = token.span
    var mend: String?
    var alone: String?
    // (behind `over tput = …` what stood last is something else)
    if !isMending, previousEnd == Int(left.end) {
      isMending = true
      advance()
      let start = Int(token.start)
      if (try? parseConversion()) != nil, previousEnd - Int(left.start) < 80 {
        mend = text(left) + " == " + text(start, previousEnd)
        // an axis is named without the table that varies along it
        let parts = text(left).split(separator: ".", omittingEmptySubsequences: false)
        let isPath =
          parts.count > 1
          && parts.allSatisfy { part in
            part.first.map { $0.isLetter || $0 == "_" } == true
              && part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
          }
        if isPath, let last = parts.last { alone = "\(last) = " + text(start, previousEnd) }
      }
      // the whole line, where it ends as it began
      let (first, last) = (statementStart, Int(sign.start))
      if alone == nil, mend != nil, openBrackets == 0, first < Int(left.start) {
        let rest = restOfLine(from: Int(sign.end))
        if last - first + rest.utf8.count < 80, !rest.contains(" = ") {
          mend = text(first, last).trimmedEnd + " == " + rest
        }
      }
      isMending = false
      found = nil
    }
    return fault(.singleEquals(mend: mend, alone: alone), sign)
  }

  /// `-> kWh + 3`: a conversion converts what stands before it, and nothing follows.
  mutating func conversionFault(after unit: UnitExpression) -> Fault? {
    switch token.kind {
    case .plus, .minus, .times, .slash, .number, .dots, .plusMinus, .leftParen:
      fault(.conversionNotLast(unit: text(unit.span)), token.span)
    default: nil
    }
  }

  mutating func unitFault() -> Fault {
    if token.kind == .bad { return badFault() }
    if token.kind == .word {
      return fault(.reservedWord(text(token.span)), token.span)
    }
    if at(.number), let fault = rangeWithToFault() { return fault }
    return fault(.unitExpected(found: description(token)), token.span)
  }

  // MARK: going on

  /// Skips to the end of the faulty statement, so that the next one is read for itself.
  ///
  /// A bracket that was never closed would swallow the rest of the file; a line that begins with a
  /// letter in its first column ends it.
  mutating func skipStatement() {
    var depth = max(openBrackets, 0)
    var braces = openBraces
    openBrackets = 0
    openBraces = 0
    let start = Int(token.start)
    if depth > 0, braces == 0, start > 0, lexer.byte(start - 1) == 10,
      lexer.isLetter(lexer.byte(start))
    {
      return
    }
    while true {
      switch token.kind {
      case .end: return
      case .leftParen, .leftBracket: depth += 1
      case .rightParen, .rightBracket: depth -= 1
      case .leftBrace: braces += 1
      case .rightBrace: braces = max(braces - 1, 0)
      case .quote, .rawQuote: lexer.skipText(token)
      case .semicolon: if depth <= 0, braces == 0 { return }
      case .newline:
        let next = lexer.byte(lexer.position)
        if braces == 0, depth <= 0 || lexer.isLetter(next) { return }
      default: break
      }
      token = lexer.lex()
    }
  }

  // MARK: the whole text

  /// Size, UTF-8 and control characters, before anything is read.
  func checkText() -> Diagnostic? {
    let text = lexer.text
    if text.count > Self.textLimit {
      return Diagnostic(
        SyntaxProblem.textTooLong(limit: Self.textLimit), at: Place(source, Span(0, 0)))
    }
    var at = 0
    while at < text.count {
      let c = text[at]
      if c &- 32 < 95 {
        at += 1
      } else if c >= 0x80 {
        let length = lengthOfScalar(at)
        if length == 0 {
          return Diagnostic(SyntaxProblem.invalidUTF8, at: Place(source, Span(at, at + 1)))
        }
        at += length
      } else if c == 10 || c == 9 || c == 13 && lexer.byte(at + 1) == 10 {
        at += 1
      } else {
        return Diagnostic(
          SyntaxProblem.controlCharacter(code: c), at: Place(source, Span(at, at + 1)))
      }
    }
    return nil
  }

  /// How many bytes a character beyond ASCII takes; 0 where it is not valid UTF-8.
  private func lengthOfScalar(_ at: Int) -> Int {
    let first = lexer.byte(at)
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return 0
    }
    for i in 1..<length where lexer.byte(at + i) & 0xC0 != 0x80 { return 0 }
    let second = lexer.byte(at + 1)
    switch first {
    case 0xE0: return second >= 0xA0 ? 3 : 0
    case 0xED: return second < 0xA0 ? 3 : 0
    case 0xF0: return second >= 0x90 ? 4 : 0
    case 0xF4: return second < 0x90 ? 4 : 0
    default: return length
    }
  }
}

extension Lexer {
  /// Goes to the end of a string whose opening quote was lexed last; its content is not looked at.
  mutating func skipText(_ open: Token) {
    let quote = UInt8(ascii: "\"")
    position = Int(open.end)
    while position < text.count {
      let c = text[position]
      if open.kind == .rawQuote {
        if c == quote, byte(position + 1) == quote, byte(position + 2) == quote {
          position += 3
          return
        }
      } else if c == UInt8(ascii: "\n") {
        return
      } else if c == quote {
        position += 1
        return
      } else if c == UInt8(ascii: "\\") {
        position += 1
      }
      position += 1
    }
    position = min(position, text.count)
  }
}

extension String {
  /// Without the blanks at its end.
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
