/// Things in brackets with commas: lists, the arguments of a call, the labels of an index.
extension Parser {
  /// `[53.9, 102.9] t/s over batch`, `[1: 53.9, 2: 102.9]`, `[[…], […]] over a, b`
  mutating func parseList() throws(Fault) -> Expression {
    let start = Int(token.start)
    let leavesOver = overBelongsToCall
    let open = try openBracket()
    let state = bracketState()
    var items: [ListLiteral.Item] = []
    var commas = Commas()
    var top = 0
    while !at(.rightBracket) {
      var value = try parseExpression()
      top = max(top, height)
      var label: Expression?
      if at(.colon) {
        advance()
        label = value
        value = try parseExpression()
        top = max(top, height)
      }
      if let first = items.first, (first.label == nil) != (label == nil) {
        throw fault(.mixedLabels, value.span)
      }
      items.append(ListLiteral.Item(label: label, value: value))
      guard at(.comma) else { break }
      takeComma(&commas)
    }
    if items.isEmpty, at(.rightBracket) { throw unexpected("a value") }
    try closeBracket(open, .rightBracket, state, "`,` or `]`")
    if let fault = mixedCommasFault(commas, span(from: start)) { throw fault }
    height = top
    try grow(over: 0)
    noteListOfRange(items, span(from: start))
    var list = ListLiteral(items: items, unit: nil, over: [], span: span(from: start))
    list.unit = try parseUnitAfterGroup()
    if at(.over) {
      let before = position
      list.over = try parseAxes(atMost: axes(of: list))
      if leavesOver, at(.rightParen) {
        list.over = []
        goBack(to: before)
      }
    }
    list.span = span(from: start)
    return .list(list)
  }

  /// How deep lists stand in each other: as many axes may follow `over`.
  private func axes(of list: ListLiteral) -> Int {
    if case .list(let inner)? = list.items.first?.value, inner.over.isEmpty {
      return 1 + axes(of: inner)
    }
    return 1
  }

  /// `over a, b`
  private mutating func parseAxes(atMost limit: Int) throws(Fault) -> [(name: Name, span: Span)] {
    var names: [(name: Name, span: Span)] = []
    repeat {
      advance()
      names.append(try expectName("the name of an axis"))
    } while at(.comma) && names.count < limit && peek().kind == .name
    return names
  }

  // MARK: calls

  /// `f(x, rate = 300 t/s)`, `sum(jt over batch)`, `sum(log.energy by log.index)`, which is an argument
  /// of that name; the name of the function is taken already.
  mutating func parseCall(_ name: Name, _ nameSpan: Span) throws(Fault) -> Expression {
    let open = try openBracket()
    let state = bracketState()
    var arguments: [Call.Argument] = []
    var over: [(name: Name, span: Span)] = []
    var commas = Commas()
    var top = 0
    var argumentStart = Int(token.start)
    while !at(.rightParen) {
      argumentStart = Int(token.start)
      var argumentName: Name?
      if at(.name), peek().kind == .equals {
        argumentName = token.name
        advance()
        advance()
      }
      overBelongsToCall = true
      let value = try parseExpression()
      overBelongsToCall = false
      top = max(top, height)
      arguments.append(Call.Argument(name: argumentName, value: value))
      if at(.over) { over = try parseAxes(atMost: .max) }
      if at(.name), token.isName(.by) {
        advance()
        overBelongsToCall = true
        let groups = try parseExpression()
        overBelongsToCall = false
        top = max(top, height)
        arguments.append(Call.Argument(name: .by, value: groups))
      }
      guard at(.comma) else { break }
      takeComma(&commas)
    }
    if at(.with) || at(.under) { throw withFault(from: argumentStart) }
    try closeBracket(open, .rightParen, state, "`,` or `)`")
    let whole = span(from: Int(nameSpan.start))
    if let fault = mixedCommasFault(commas, whole) { throw fault }
    height = top
    try grow(over: 0)
    let call = Call(
      name: name, nameSpan: nameSpan, arguments: arguments, over: over, span: whole)
    if at(.name) || at(.sign), !endsExpression, let fault = unitAfterCallFault(call) { throw fault }
    return .call(call)
  }

  /// `jt[batch = 8]`, `batch[jt < 1 J/t]`
  mutating func parseIndex(of base: Expression) throws(Fault) -> Expression {
    var top = height
    let open = try openBracket()
    let state = bracketState()
    var selectors: [Index.Selector] = []
    repeat {
      if at(.comma) { advance() }
      if at(.name), peek().kind == .equals {
        let (name, nameSpan) = (token.name, token.span)
        advance()
        advance()
        selectors.append(.label(name, try parseExpression(), nameSpan))
      } else {
        selectors.append(.filter(try parseExpression()))
      }
      top = max(top, height)
    } while at(.comma)
    try closeBracket(open, .rightBracket, state, "`,` or `]`")
    height = top
    try grow(over: 0)
    return .index(
      Index(base: base, selectors: selectors, span: span(from: Int(base.span.start))))
  }

  // MARK: commas

  /// How the commas of one list stand: `[1,500, 2,000]` mixes those of thousands with those of lists.
  struct Commas {
    var hasBlank = false
    var hasThousands = false
  }

  mutating func takeComma(_ commas: inout Commas) {
    let comma = Int(token.start)
    let isThousands = isThousands(comma)
    advance()
    if token.hasBlankBefore { commas.hasBlank = true }
    if isThousands { commas.hasThousands = true }
  }
}
