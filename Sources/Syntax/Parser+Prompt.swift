/// Questions about a text that need no session: is it complete, is it just a quantity?
extension Parser {
  /// Whether a text ends inside an open bracket, brace or raw string, or after an operator that
  /// needs more: then the prompt asks for another line.
  ///
  /// ```
  /// Parser.isIncomplete("x = (1 +")        // true
  /// Parser.isIncomplete("x = 1 + 2)")      // false: an error now, not a longer line
  /// ```
  public static func isIncomplete(_ text: String) -> Bool {
    var copy = text
    return copy.withUTF8 { bytes in
      var lexer = Lexer(bytes)
      var open: [Token.Kind] = []
      var wantsMore = false
      var question = QuestionStart()
      while true {
        let token = lexer.lex()
        question.take(token)
        switch token.kind {
        case .end: return wantsMore || !open.isEmpty
        case .newline: continue
        case .leftParen, .leftBracket, .leftBrace: open.append(token.kind)
        case .rightParen: if open.popLast() != .leftParen { return false }
        case .rightBracket: if open.popLast() != .leftBracket { return false }
        case .rightBrace: if open.popLast() != .leftBrace { return false }
        case .rawQuote:
          lexer.skipText(token)
          let end = lexer.position
          if end - Int(token.end) < 3 || !bytes[(end - 3)..<end].allSatisfy({ $0 == 34 }) {
            return true
          }
        case .quote: lexer.skipText(token)
        default: break
        }
        wantsMore = needsMore(token) || question.needsMore(after: token)
      }
    }
  }

  /// Whether a statement begins with `ask "`: there a line goes on behind `expect` and `hint`.
  private struct QuestionStart {
    private var tokens = 0
    private var isAsk = false
    private var isQuestion = false

    mutating func take(_ token: Token) {
      if token.kind == .newline || token.kind == .semicolon {
        if !isQuestion { tokens = 0 }
        return
      }
      if tokens == 0 { isAsk = token.isName(.ask) }
      if tokens == 1 { isQuestion = isAsk && (token.kind == .quote || token.kind == .rawQuote) }
      tokens += 1
    }

    func needsMore(after token: Token) -> Bool {
      isQuestion && (token.isName(.expect) || token.isName(.hint))
    }
  }

  /// Whether a line that ends with a token goes on in the next one.
  private static func needsMore(_ token: Token) -> Bool {
    switch token.kind {
    case .plus, .minus, .times, .slash, .caret, .plusMinus, .dots, .arrow, .less, .lessOrEqual,
      .greater, .greaterOrEqual, .equal, .notEqual, .approximately, .comma, .equals, .becomes:
      return true
    case .word:
      switch Word(rawValue: token.name.id) {
      case .and, .or, .then, .else, .where, .with, .to, .in: return true
      default: return false
      }
    default:
      return false
    }
  }

  /// A number with a unit and nothing else: a catalog cell, a constant of the unit files.
  ///
  /// ```
  /// Parser.quantity("3.6e6 J", units: table)     // (3.6e6, J)
  /// Parser.quantity("4.184 J/g", units: table)   // (4.184, J/g)
  /// Parser.quantity("$", units: table)           // (1, $)
  /// Parser.quantity("44-132", units: table)      // nil
  /// ```
  public static func quantity(
    _ text: String, units: any UnitNames
  ) -> (value: Double, unit: UnitExpression?)? {
    let source = SourceText(name: "", text: text)
    var parser = Parser(source, units: units)
    return source.bytes.withUnsafeBufferPointer { bytes in
      parser.lexer.text = bytes
      return try? parser.parseQuantity()
    }
  }

  /// What may stand after `name:`, alone: dimension words and units; nil for what is not that.
  ///
  /// ```
  /// Parser.dimension("energy/token", units: table)   // energy/token
  /// ```
  public static func dimension(_ text: String, units: any UnitNames) -> UnitExpression? {
    let source = SourceText(name: "", text: text)
    var parser = Parser(source, units: units)
    return source.bytes.withUnsafeBufferPointer { bytes in
      parser.lexer.text = bytes
      guard parser.checkText() == nil else { return nil }
      parser.advance()
      guard let unit = try? parser.parseWholeUnit(), parser.at(.end) else { return nil }
      return unit
    }
  }

  private mutating func parseQuantity() throws(Fault) -> (value: Double, unit: UnitExpression?)? {
    guard checkText() == nil else { return nil }
    advance()
    var value = 1.0
    var unit: UnitExpression?
    let isNegative = eat(.minus)
    if at(.number) || isCurrencyNumber {
      let literal = try at(.number) ? parseNumber() : parseCurrency()
      guard case .number(let number) = literal else { return nil }
      value = isNegative ? -number.value : number.value
      unit = number.unit
    } else if isNegative {
      return nil
    } else {
      unit = try parseWholeUnit()
    }
    guard at(.end) else { return nil }
    for factor in unit?.factors ?? [] {
      if case .unit(let name) = factor.kind, !units.isUnit(name) { return nil }
    }
    return (value, unit)
  }

  private var isCurrencyNumber: Bool { at(.sign) && peek().kind == .number }
}
