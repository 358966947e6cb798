/// What binds tighter than `..`: signs, powers, numbers that touch a name, calls, groups.
extension Parser {
  /// `-x`, `-2^2` = −(2²), `4 h100_sxm`, `2 x^2` = 2 × (x²), `x^2^3` = x^(2³)
  mutating func parseSigned() throws(Fault) -> Expression {
    let start = Int(token.start)
    if at(.minus) || at(.plus) { return try parseSign() }
    let base = try parseOperand()
    // What follows a number without an operator multiplies, if it is a name, a call or a group.
    if numberEnd == previousEnd, at(.name) || at(.leftParen), !endsExpression,
      case .number(let literal) = base, Int(literal.span.start) == start
    {
      let right = try parseJuxtaposed()
      try grow(over: 1)
      lastOperand = span(from: start)
      let opSpan = Span(Int(literal.span.end), Int(right.span.start))
      return .binary(Binary(.juxtapose, base, right, opSpan: opSpan))
    }
    if at(.caret) || at(.superscript) {
      let value = try parsePower(of: base)
      lastOperand = span(from: start)
      return value
    }
    lastOperand = span(from: start)
    return base
  }

  private mutating func parseSign() throws(Fault) -> Expression {
    let sign = token
    try enter()
    advance()
    if !beginsOperand(token), !at(.minus), !at(.plus) { throw missingOperand(after: sign) }
    let touchesNumber = touches && (at(.number) || at(.sign))
    var operand = try parseSigned()
    nesting -= 1
    if sign.kind == .plus { return operand }
    // −5 °C is a reading of its own.
    if touchesNumber, case .number(var literal) = operand, isTemperatureReading(literal.unit) {
      literal.value = -literal.value
      literal.span = sign.span.joined(literal.span)
      literal.numberSpan = sign.span.joined(literal.numberSpan)
      operand = .number(literal)
    } else {
      operand = .negate(operand, sign.span)
      try grow(over: 0)
    }
    lastOperand = span(from: Int(sign.start))
    return operand
  }

  private func isTemperatureReading(_ unit: UnitExpression?) -> Bool {
    unit?.factors.onlyName.map(Word.isTemperatureReading) ?? false
  }

  /// The name, call or group directly after a number, with its power.
  private mutating func parseJuxtaposed() throws(Fault) -> Expression {
    let right = try parseOperand()
    if at(.caret) || at(.superscript) { return try parsePower(of: right) }
    return right
  }

  /// Whether the name in hand is a word that ends an expression: `format` of the statement, `by` of
  /// the call.
  var endsExpression: Bool {
    endsAtWords
      && (token.isName(.format) || token.isName(.depth) || token.isName(.by) || lacksDepth)
      || endsAtHint && token.isName(.hint) || overBelongsToCall && token.isName(.by)
  }

  /// `^` and what follows, or superscript digits.
  private mutating func parsePower(of base: Expression) throws(Fault) -> Expression {
    let sign = token
    let top = height
    var exponent: Expression
    if at(.superscript) {
      let value = superscriptValue(token)
      advance()
      exponent = .number(
        NumberLiteral(
          value: Double(abs(value)), lastDigit: 1, unit: nil, span: sign.span,
          numberSpan: sign.span))
      if value < 0 { exponent = .negate(exponent, sign.span) }
      height = 2
    } else {
      try enter()
      advancePastNewlines()
      exponent = try parseExponent()
      nesting -= 1
    }
    try grow(over: top)
    if beginsOperand(token), !at(.leftBracket) || !touches, !at(.minus), !at(.plus),
      !endsExpression
    {
      lastOperand = source.balanced(base.span.joined(span(from: Int(sign.start))))
      throw missingOperator()
    }
    return .binary(Binary(.power, base, exponent, opSpan: sign.span))
  }

  /// What may stand after `^`: a number without a unit, a name, a call, a group, a sign before it.
  private mutating func parseExponent() throws(Fault) -> Expression {
    let start = token
    if at(.minus) || at(.plus) {
      try enter()
      advance()
      let operand = try parseExponent()
      nesting -= 1
      if start.kind == .plus { return operand }
      try grow(over: 0)
      return .negate(operand, start.span)
    }
    let base: Expression
    if at(.number) {
      let value = lexer.value(token)
      guard value.isFinite else { throw fault(.numberTooLarge, token.span) }
      base = .number(
        NumberLiteral(
          value: value, lastDigit: Lexer.tenTo(Int(token.exponent)), unit: nil, span: token.span,
          numberSpan: token.span))
      height = 1
      advance()
    } else {
      base = try parseOperand()
    }
    return at(.caret) || at(.superscript) ? try parsePower(of: base) : base
  }

  /// The value of superscript digits.
  func superscriptValue(_ token: Token) -> Int {
    var at = Int(token.start)
    var value = 0
    var sign = 1
    while at < Int(token.end) {
      let (scalar, length) = lexer.scalar(at: at)
      let digit = lexer.superscriptDigit(scalar) ?? 0
      if digit < 0 { sign = -1 } else { value = min(value * 10 + digit, 100_000) }
      at += length
    }
    return sign * value
  }

  // MARK: operands

  /// A number, name, call, group, list, string or hole, with the fields and indices that follow it.
  mutating func parseOperand() throws(Fault) -> Expression {
    switch token.kind {
    case .number: return try parseNumber()
    case .name: return try parseNamed()
    case .leftParen: return try parseGroup()
    case .leftBracket: return try parseSuffixes(of: try parseList())
    case .sign: return try parseCurrency()
    case .quote, .rawQuote:
      height = 1
      return .text(try parseText())
    case .question:
      let span = token.span
      height = 1
      advance()
      return .hole(span)
    case .word where token.multiplier != nil: return try parseNumber()
    default: throw operandFault()
    }
  }

  /// `jt`, `grid.FRA`, `f(x)`
  private mutating func parseNamed() throws(Fault) -> Expression {
    let (name, nameSpan) = (token.name, token.span)
    advance()
    height = 1
    if at(.leftParen) {
      return try parseSuffixes(of: try parseCall(name, nameSpan))
    }
    if at(.dot), touches { return try parseDotted(name, nameSpan) }
    if at(.leftBracket), touches { return try parseSuffixes(of: .name(name, nameSpan)) }
    return .name(name, nameSpan)
  }

  private mutating func parseDotted(_ name: Name, _ nameSpan: Span) throws(Fault) -> Expression {
    var names = [name]
    while at(.dot), touches {
      names.append(try parseFieldName().name)
    }
    let whole = span(from: Int(nameSpan.start))
    if at(.leftParen), touches { throw fault(.notAFunction(text(whole)), whole) }
    return try parseSuffixes(of: .dotted(names, whole))
  }

  /// `.memory`: any word may name a field.
  private mutating func parseFieldName() throws(Fault) -> (name: Name, span: Span) {
    advance()
    guard touches, at(.name) || at(.word) else { throw unexpected("the name of a field") }
    let result = (token.name, token.span)
    advance()
    return result
  }

  /// `.field` and `[index]` after an operand.
  func atSuffix() -> Bool { touches && (at(.dot) || at(.leftBracket)) }

  mutating func parseSuffixes(of base: Expression) throws(Fault) -> Expression {
    var base = base
    while atSuffix() {
      if at(.dot) {
        let (name, nameSpan) = try parseFieldName()
        try grow(over: 0)
        base = .field(base, name, nameSpan)
      } else {
        base = try parseIndex(of: base)
      }
    }
    return base
  }

  /// `(…)`, with `with` and `under` inside, and the unit after it.
  private mutating func parseGroup() throws(Fault) -> Expression {
    let open = try openBracket()
    let state = bracketState()
    let value = try parseWhole()
    try closeBracket(open, .rightParen, state, "`)`")
    if atSuffix() { return try parseSuffixes(of: value) }
    guard let unit = try parseUnitAfterGroup() else { return value }
    try grow(over: 0)
    return .united(value, unit)
  }

  // MARK: brackets

  struct BracketState {
    var takesConversion: Bool
    var overBelongsToCall: Bool
  }

  /// Takes `(` or `[`: newlines are blanks from here on.
  mutating func openBracket() throws(Fault) -> Token {
    let open = token
    try enter()
    openBrackets += 1
    advance()
    return open
  }

  /// What holds inside a bracket anew.
  mutating func bracketState() -> BracketState {
    let state = BracketState(
      takesConversion: takesConversion, overBelongsToCall: overBelongsToCall)
    takesConversion = true
    overBelongsToCall = false
    return state
  }

  mutating func closeBracket(
    _ open: Token, _ kind: Token.Kind, _ state: BracketState, _ expected: String
  ) throws(Fault) {
    guard at(kind) else { throw bracketFault(open, expected) }
    openBrackets -= 1
    nesting -= 1
    advance()
    takesConversion = state.takesConversion
    overBelongsToCall = state.overBelongsToCall
  }
}
