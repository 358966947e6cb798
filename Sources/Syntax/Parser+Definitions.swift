/// What a statement can define: a name, a function, a unit, a scenario; and `use`.
extension Parser {
  /// A definition, if the statement that begins with the name in hand is one.
  mutating func parseDefinition() throws(Fault) -> Statement.Kind? {
    let (name, nameSpan) = (token.name, token.span)
    let next = peek()
    switch next.kind {
    case .equals, .becomes:
      advance()
      let isFrozen = at(.becomes)
      advancePastNewlines()
      return try parseValue(of: name, nameSpan, annotation: nil, isFrozen: isFrozen)
    case .colon:
      advance()
      advance()
      let annotation = try parseWholeUnit()
      guard at(.equals) || at(.becomes) else {
        throw unexpected("`=` after what `\(name.text)` is to be")
      }
      let isFrozen = at(.becomes)
      advancePastNewlines()
      return try parseValue(of: name, nameSpan, annotation: annotation, isFrozen: isFrozen)
    case .leftParen:
      return try parseFunction(name, nameSpan)
    default:
      return nil
    }
  }

  private mutating func parseValue(
    of name: Name, _ nameSpan: Span, annotation: UnitExpression?, isFrozen: Bool
  ) throws(Fault) -> Statement.Kind {
    var value = try parseExpression()
    let locals = try parseLocals()
    value = try parseWhatIfs(of: value)
    if at(.equals) { throw equalsFault(after: value.span) }
    return .definition(
      Definition(
        name: name, nameSpan: nameSpan, annotation: annotation, value: value, locals: locals,
        isFrozen: isFrozen))
  }

  /// `f(x, p: power, rate = 3 t/s) = …`. What turns out to be a call is read again as one, so that
  /// reading a statement stays linear.
  private mutating func parseFunction(
    _ name: Name, _ nameSpan: Span
  ) throws(Fault) -> Statement.Kind? {
    let start = position
    advance()
    let head: [FunctionDefinition.Parameter]
    do {
      head = try parseParameters()
    } catch {
      found = nil
      goBack(to: start)
      return nil
    }
    guard at(.equals) else {
      goBack(to: start)
      return nil
    }
    try refuseTwice(head.map { ($0.name, $0.span) })
    advancePastNewlines()
    var body = try parseExpression()
    let locals = try parseLocals(beside: head.map { ($0.name, $0.span) })
    body = try parseWhatIfs(of: body)
    return .function(
      FunctionDefinition(
        name: name, nameSpan: nameSpan, parameters: head, body: body, locals: locals))
  }

  private mutating func parseParameters() throws(Fault) -> [FunctionDefinition.Parameter] {
    openBrackets += 1
    advance()
    var parameters: [FunctionDefinition.Parameter] = []
    while !at(.rightParen) {
      let (name, nameSpan) = try expectName("the name of a parameter")
      let annotation = eat(.colon) ? try parseWholeUnit() : nil
      let standard = eat(.equals) ? try parseExpression() : nil
      parameters.append(
        .init(name: name, span: nameSpan, annotation: annotation, standard: standard))
      if !eat(.comma) { break }
    }
    openBrackets -= 1
    try expect(.rightParen, "`,` or `)`")
    return parameters
  }

  /// `where a = …, b = …`
  private mutating func parseLocals(
    beside parameters: [(name: Name, span: Span)] = []
  ) throws(Fault) -> [LocalDefinition] {
    guard at(.where) else { return [] }
    var locals: [LocalDefinition] = []
    repeat {
      advancePastNewlines()
      let (name, nameSpan) = try expectName("a name to define")
      guard at(.equals) else { throw unexpected("`=`") }
      advancePastNewlines()
      locals.append(LocalDefinition(name: name, nameSpan: nameSpan, value: try parseExpression()))
      if let fault = thousandsFault() { throw fault }
    } while at(.comma)
    try refuseTwice(parameters + locals.map { ($0.name, $0.nameSpan) })
    return locals
  }

  /// Of two meanings of a name in one definition neither is the one that is meant.
  private mutating func refuseTwice(_ names: [(name: Name, span: Span)]) throws(Fault) {
    var seen: Set<Name> = []
    for (name, span) in names where !seen.insert(name).inserted {
      throw fault(.namedTwice(name.text), span)
    }
  }

  // MARK: units, other files, scenarios

  /// `unit lap = 400 m, also laps, prefixes k M`; the word is taken already.
  mutating func parseUnitDeclaration() throws(Fault) -> Statement.Kind {
    let (name, nameSpan) = try expectUnitName("the name of a unit")
    var value: Expression?
    if at(.equals) {
      advancePastNewlines()
      value = try parseExpression()
    } else if at(.number) {
      throw unitWithoutEqualsFault(nameSpan)
    }
    var aliases: [Name] = []
    var prefixes: [Name] = []
    while at(.comma) {
      advancePastNewlines()
      let isAlso = token.isName(.also)
      guard isAlso || token.isName(.prefixes) else {
        throw unexpected("`also` and other names, or `prefixes`")
      }
      advance()
      repeat {
        let (word, _) = try expectUnitName(isAlso ? "another name" : "a prefix such as k or Ki")
        if isAlso { aliases.append(word) } else { prefixes.append(word) }
        if at(.comma), !isWordOfUnits(peekPastNewlines()) { advancePastNewlines() }
      } while at(.name) || at(.sign)
    }
    return .unit(
      UnitDeclaration(
        name: name, nameSpan: nameSpan, value: value, aliases: aliases, prefixes: prefixes))
  }

  private func isWordOfUnits(_ token: Token) -> Bool {
    token.isName(.also) || token.isName(.prefixes)
  }

  private mutating func expectUnitName(_ expected: String) throws(Fault) -> (Name, Span) {
    guard at(.name) || at(.sign) else { throw unexpected(expected) }
    let result = (token.name, token.span)
    advance()
    return result
  }

  /// `use "rig.tj"`, `use energy`; the word is taken already.
  mutating func parseUse() throws(Fault) -> Statement.Kind {
    let start = Int(token.start)
    if at(.name) {
      let path = token.name.text
      advance()
      return .use(UsePath(path: path, isLibrary: true, span: span(from: start)))
    }
    guard at(.quote) else { throw unexpected("a file in quotes, or the name of a library") }
    let text = try parseText()
    guard text.pieces.count == 1, case .text(let path) = text.pieces[0] else {
      throw fault(.unexpected(found: self.text(text.span), expected: "a file name"), text.span)
    }
    return .use(UsePath(path: path, isLibrary: false, span: text.span))
  }

  /// `scenario worse from worst { node = 3 kW; pue = 1.5 }`; the word is taken already.
  mutating func parseScenario() throws(Fault) -> Statement.Kind {
    let (name, nameSpan) = try expectName("the name of a scenario")
    let parent = eat(.from) ? try expectName("the name of another scenario").name : nil
    while at(.newline) { advance() }
    let open = token.span
    guard eat(.leftBrace) else { throw scenarioFault(name, nameSpan) }
    openBraces = 1
    var definitions: [LocalDefinition] = []
    while true {
      while at(.newline) || at(.semicolon) { advance() }
      if eat(.rightBrace) { break }
      if at(.end) { throw fault(.unclosedBrace, open) }
      let (name, nameSpan) = try expectWholeName("a name to define, or `}`")
      guard at(.equals) else { throw overrideFault(name, nameSpan) }
      advancePastNewlines()
      let value = try parseExpression()
      if let fault = joinedOverridesFault(value, joint: "; ") { throw fault }
      definitions.append(LocalDefinition(name: name, nameSpan: nameSpan, value: value))
      guard at(.newline) || at(.semicolon) || at(.rightBrace) || at(.end) else {
        throw unexpected("a new line, `;` or `}`")
      }
    }
    openBraces = 0
    return .scenario(
      ScenarioDefinition(
        name: name, nameSpan: nameSpan, parent: parent, definitions: definitions))
  }

  private func peekPastNewlines() -> Token {
    var ahead = lexer
    var token = ahead.lex()
    while token.kind == .newline { token = ahead.lex() }
    return token
  }
}
