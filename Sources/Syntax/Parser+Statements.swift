/// Statements: what begins them, what may end them.
extension Parser {
  /// What may end a statement that prints: `with …`, `under …`, `format …`.
  struct Ending {
    var whatIf: WhatIf?
    var format: Name?
  }

  /// The next statement, or `.end` at the end of the text.
  mutating func parseStatement() throws(Fault) -> Step {
    openBrackets = 0
    nesting = 0
    height = 0
    endsAtWords = false
    takesConversion = true
    overBelongsToCall = false
    endsAtHint = false
    found = nil
    lexer.hasMetAnswer = false
    var lines = Documentation()
    repeat {
      readDocumentation(&lines)
      advance()
    } while at(.newline) || at(.semicolon)
    if at(.end) {
      stage = .ended
      return .end
    }
    let start = Int(token.start)
    statementStart = start
    var ending = Ending()
    let kind = try parseKind(&ending)
    switch token.kind {
    case .newline, .semicolon, .end: break
    default: throw unexpected(Self.endOfStatement)
    }
    return .statement(
      Statement(
        kind: kind, whatIf: ending.whatIf, format: ending.format, documentation: lines.text,
        provenance: lines.sources, source: source, span: span(from: start),
        mayHoldAnswer: lexer.hasMetAnswer))
  }

  private mutating func parseKind(_ ending: inout Ending) throws(Fault) -> Statement.Kind {
    switch token.kind {
    case .name:
      if let definition = try parseDefinition() { return definition }
      if token.name.id >= Word.table.rawValue, token.name.id <= Word.histogram.rawValue,
        let kind = try parseWordStatement(&ending)
      {
        return kind
      }
      if atPromptMark { throw promptMarkFault() }
    case .colon: return try parseSetting()
    case .question:
      let next = peek()
      if !next.hasBlankBefore || next.kind == .newline || next.kind == .end {
        let text = restOfStatement(from: Int(token.end))
        return .help(text)
      }
    case .times, .slash, .arrow: if isPrompt { standInAns() }
    case .word:
      if isPrompt, at(.to) || at(.in) { standInAns() }
    default: break
    }
    let value = try parseWhole()
    if at(.equals) || at(.becomes) { throw fault(.cannotDefine(text(value.span)), value.span) }
    if at(.where) { throw fault(.whereWithoutDefinition, token.span) }
    return .expression(value)
  }

  /// A line at the prompt that begins with an operator continues `ans`: the name is put before it.
  private mutating func standInAns() {
    lexer.position = Int(token.start)
    lexer.hasMetAnswer = true
    token = Token(kind: .name, hasBlankBefore: true, start: token.start, end: token.start)
    token.name = Word.ans.name
  }

  // MARK: words of statements

  /// `table a, b`, `assert …`: the word counts only before a blank and the start of an operand.
  private mutating func parseWordStatement(
    _ ending: inout Ending
  ) throws(Fault) -> Statement.Kind? {
    guard let word = Word(rawValue: token.name.id) else { return nil }
    let next = peek()
    if word == .correlate {
      guard next.kind == .leftParen else { return nil }
      let call = try parseWhole()
      guard case .call(let call) = call else { return .expression(call) }
      return .correlate(call.arguments.map(\.value))
    }
    if word == .histogram, next.kind == .leftParen, !next.hasBlankBefore {
      endsAtWords = true
      let value = try parseExpression()
      guard case .call(let call) = value, call.name == Word.histogram.name, call.over.isEmpty,
        call.arguments.count == 1, call.arguments[0].name == nil
      else { return .expression(value) }
      return .histogram(try parseEnding(of: [call.arguments[0].value], &ending)[0])
    }
    guard next.hasBlankBefore, beginsOperand(next) else { return nil }
    if word == .ask { return try parseQuestion(next) }
    advance()
    switch word {
    case .unit: return try parseUnitDeclaration()
    case .use: return try parseUse()
    case .scenario: return try parseScenario()
    case .assert:
      let value = try parseExpression()
      if at(.equals) { throw equalsFault(after: value.span) }
      return .assert(try parseEnding(of: [value], &ending)[0])
    default: break
    }
    endsAtWords = true
    switch word {
    case .print: return .print(try parseColumns(&ending))
    case .table: return .table(try parseColumns(&ending))
    case .compare: return .compare(try parseColumns(&ending))
    case .explain:
      let value = try parseExpression()
      if lacksDepth { throw depthWithoutWord() }
      let depth = try parseDepth()
      let whole = try parseEnding(of: [value], &ending)[0]
      if depth != nil, token.isName(.depth) { throw fault(.clauseTwice("depth"), token.span) }
      let later = try parseDepth()
      if token.isName(.depth) { throw fault(.clauseTwice("depth"), token.span) }
      try parseFormat(&ending)
      return .explain(whole, depth: depth ?? later)
    case .sensitivity:
      let value = try parseExpression()
      var by = try parseBy()
      let whole = try parseEnding(of: [value], &ending)[0]
      if by == nil {
        by = try parseBy()
        try parseFormat(&ending)
      }
      return .sensitivity(whole, by: by)
    case .inputs: return .inputs(try parseOne(&ending))
    case .graph: return .graph(try parseOne(&ending))
    case .histogram: return .histogram(try parseOne(&ending))
    case .why:
      let value = try parseExpression()
      var byFactor = try parseByFactor()
      let whole = try parseEnding(of: [value], &ending)[0]
      if !byFactor { byFactor = try parseByFactor() }
      try parseFormat(&ending)
      return .why(whole, byFactor: byFactor)
    default: return nil
    }
  }

  /// `by 10%`
  private mutating func parseBy() throws(Fault) -> Expression? {
    guard token.isName(.by) else { return nil }
    advance()
    return try parseExpression()
  }

  private mutating func parseOne(_ ending: inout Ending) throws(Fault) -> Expression {
    let value = try parseExpression()
    return try parseEnding(of: [value], &ending)[0]
  }

  private mutating func parseColumns(_ ending: inout Ending) throws(Fault) -> [Expression] {
    var columns = [try parseExpression()]
    while at(.comma) {
      if let fault = thousandsFault() { throw fault }
      advancePastNewlines()
      columns.append(try parseExpression())
    }
    if at(.equals) { throw equalsFault(after: columns[columns.count - 1].span) }
    return try parseEnding(of: columns, &ending)
  }

  /// `under …`, `with …`, a conversion of the whole, and `format …` at the end of a statement.
  private mutating func parseEnding(
    of expressions: [Expression], _ ending: inout Ending
  ) throws(Fault) -> [Expression] {
    var expressions = expressions
    if at(.with) || at(.under) {
      ending.whatIf = try parseWhatIf()
      while atArrow {
        let (unit, span) = try parseConversionTarget()
        expressions = expressions.map { .convert($0, unit, span) }
      }
    }
    try parseFormat(&ending)
    return expressions
  }

  private mutating func parseFormat(_ ending: inout Ending) throws(Fault) {
    guard endsAtWords, token.isName(.format) else { return }
    if ending.format != nil { throw fault(.clauseTwice("format"), token.span) }
    advance()
    ending.format = try expectName("a form, such as `markdown` or `json`,")
      .name
    if token.isName(.format) { throw fault(.clauseTwice("format"), token.span) }
  }

  private mutating func parseByFactor() throws(Fault) -> Bool {
    guard token.isName(.by) else { return false }
    advance()
    guard token.kind == .name, token.name == "factor" else { throw unexpected("`factor`") }
    advance()
    return true
  }

  private mutating func parseDepth() throws(Fault) -> Statement.Depth? {
    guard token.isName(.depth) else { return nil }
    advance()
    if token.isName(.full) {
      advance()
      return .full
    }
    guard at(.number), token.exponent == 0, token.mantissa <= 1000 else {
      var found = token.span
      if at(.minus), peek().kind == .number { found = found.joined(peek().span) }
      throw fault(
        .badDepth(token.kind == .end || token.kind == .newline ? "" : text(found)), found)
    }
    let steps = Int(token.mantissa)
    advance()
    return .steps(steps)
  }

  /// Whether an expression can begin with a token.
  func beginsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .name, .sign, .quote, .rawQuote, .leftParen, .leftBracket, .question, .bad: true
    case .word:
      switch Word(rawValue: token.name.id) {
      case .if, .not, .solve, .minimize, .maximize: true
      default: token.multiplier != nil
      }
    case .minus, .plus:
      // `table -3` prints −3; `table - 3` subtracts.
      ![32, 9, 10, 13, 0].contains(lexer.byte(Int(token.end)))
    default: false
    }
  }

  // MARK: the rest of a line

  /// `:digits 8`
  private mutating func parseSetting() throws(Fault) -> Statement.Kind {
    advance()
    guard touches, at(.name) || at(.word) else { throw unexpected("a setting, such as :digits 8") }
    let name = token.name
    let rest = restOfStatement(from: Int(token.end))
    return .setting(name, rest)
  }

  /// The text up to the newline, `;` or a comment, without the blanks around it.
  mutating func restOfStatement(from start: Int) -> String {
    var end = start
    var inQuotes = false
    loop: while end < lexer.text.count {
      switch lexer.text[end] {
      case UInt8(ascii: "\n"): break loop
      case UInt8(ascii: "\""): inQuotes.toggle()
      case UInt8(ascii: ";"), UInt8(ascii: "#"): if !inQuotes { break loop }
      default: break
      }
      end += 1
    }
    lexer.position = end
    var first = start
    func isBlank(_ at: Int) -> Bool { [32, 9, 13].contains(lexer.byte(at)) }
    while first < end, isBlank(first) { first += 1 }
    var last = end
    while last > first, isBlank(last - 1) { last -= 1 }
    let text = text(first, last)
    token = lexer.lex()
    previousEnd = max(last, start)
    return text
  }

  // MARK: documentation

  struct Documentation {
    var text: [String] = []
    var sources: [String] = []
  }

  /// Collects the `##` lines directly above what comes next; the lexer has not taken them yet.
  private mutating func readDocumentation(_ lines: inout Documentation) {
    // Only at the start of a line, and only if there is a comment at all.
    var at = lexer.position
    let isLineStart = at == 0 || lexer.byte(at - 1) == UInt8(ascii: "\n")
    while lexer.byte(at) == 32 || lexer.byte(at) == 9 { at += 1 }
    if at == 0, lexer.byte(0) == 0xEF, lexer.byte(1) == 0xBB, lexer.byte(2) == 0xBF {
      lexer.position = 3
      at = 3
    }
    guard lexer.byte(at) == UInt8(ascii: "#"), isLineStart || at == 3 else {
      let c = lexer.byte(at)
      if c == 10 || c == 13, !lines.text.isEmpty || !lines.sources.isEmpty {
        lines = Documentation()
      }
      return
    }
    guard lexer.byte(at + 1) == UInt8(ascii: "#"), lexer.byte(at + 2) != UInt8(ascii: "#") else {
      lines = Documentation()
      return
    }
    var end = at + 2
    while end < lexer.text.count, lexer.text[end] != UInt8(ascii: "\n") { end += 1 }
    lexer.position = end
    var last = end
    while last > at + 2, [32, 9, 13].contains(lexer.byte(last - 1)) { last -= 1 }
    var first = at + 2
    if lexer.byte(first) == 32 { first += 1 }
    let line = text(first, max(first, last))
    if line.hasPrefix("source:") {
      lines.sources.append(trimmed(line.dropFirst(7)))
    } else {
      lines.text.append(line)
    }
  }

  private func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " || $0 == "\t" })
  }
}
