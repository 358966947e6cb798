/// What holds for a whole expression: `with`, `under`; and the questions `solve` and `minimize`.
extension Parser {
  /// An expression with its `with` and `under`: a statement, or what stands in brackets.
  mutating func parseWhole() throws(Fault) -> Expression {
    let value = try parseExpression()
    guard at(.with) || at(.under) else { return value }
    return try parseWhatIfs(of: value)
  }

  /// `under worst with a = 2 -> kWh/Mt` after an expression; a conversion converts the whole.
  mutating func parseWhatIfs(of value: Expression) throws(Fault) -> Expression {
    var value = value
    while at(.with) || at(.under) {
      value = .whatIf(value, try parseWhatIf())
      try grow(over: 0)
      value = try parseConversions(of: value)
    }
    return value
  }

  /// `under worst, late with a = e1, b = e2`, in either order, until something else begins.
  mutating func parseWhatIf() throws(Fault) -> WhatIf {
    let start = Int(token.start)
    var scenarios: [(name: Name, span: Span)] = []
    var overrides: [WhatIf.Override] = []
    let outerHeight = height
    while true {
      if at(.under) {
        repeat {
          advancePastNewlines()
          scenarios.append(try expectName("the name of a scenario"))
        } while at(.comma) && peek().kind == .name
      } else if at(.with) {
        repeat {
          advancePastNewlines()
          if let fault = bracketedOverrideFault() { throw fault }
          let (name, nameSpan) = try expectWholeName("a name to override")
          if at(.as) {
            overrides.append(try parsePromotion(of: name, nameSpan))
            continue
          }
          guard at(.equals) else { throw overrideFault(name, nameSpan) }
          advancePastNewlines()
          let outer = takesConversion
          takesConversion = false
          let value = try parseExpression()
          takesConversion = outer
          overrides.append(.init(name: name, span: nameSpan, value: value))
          try grow(over: outerHeight)
          if let fault = thousandsFault() ?? joinedOverridesFault(value) { throw fault }
        } while at(.comma) && nextIsOverride
        if let fault = openOverridesFault() { throw fault }
      } else {
        break
      }
    }
    return WhatIf(scenarios: scenarios, overrides: overrides, span: span(from: start))
  }

  /// `with node as uniform`: the bracket of that name as a distribution.
  private mutating func parsePromotion(of name: Name, _ nameSpan: Span) throws(Fault)
    -> WhatIf.Override
  {
    let asSpan = token.span
    advance()
    let kind = try expectName("a kind of distribution, such as `uniform`")
    return .init(
      name: name, span: nameSpan,
      value: .promote(.name(name, nameSpan), kind.name, asSpan.joined(kind.span)))
  }

  /// A name that may be that of a row: `node`, `grid.FRA`.
  mutating func expectWholeName(_ what: String) throws(Fault) -> (name: Name, span: Span) {
    var (name, span) = try expectName(what)
    while at(.dot), touches, let next = nameTouchingNext() {
      advance()
      advance()
      name = Name("\(name.text).\(next.name)")
      span = span.joined(next.span)
    }
    return (name, span)
  }

  /// The name that touches the token after this one.
  private func nameTouchingNext() -> (name: Name, span: Span)? {
    let next = peek()
    guard next.kind == .name, !next.hasBlankBefore else { return nil }
    return (Name(text(next.span)), next.span)
  }

  /// After a comma only `NAME =` and `NAME as` go on with the overrides.
  private var nextIsOverride: Bool {
    var ahead = lexer
    var token = ahead.lex()
    while token.kind == .newline { token = ahead.lex() }
    guard token.kind == .name else { return false }
    var next = ahead.lex()
    while next.kind == .dot {
      guard ahead.lex().kind == .name else { return false }
      next = ahead.lex()
    }
    return next.kind == .equals || next.isWord(.as)
  }

  /// `solve jt == 0.4 J/t for tput from 1 t/s..1000 t/s`
  mutating func parseSolve() throws(Fault) -> Expression {
    let start = Int(token.start)
    try enter()
    advance()
    let left = try parseConversion()
    guard at(.equal) else {
      if at(.equals) { throw equalsFault(after: left.span) }
      throw equationFault(left)
    }
    advancePastNewlines()
    let right = try parseConversion()
    guard eat(.for) else { throw unknownFault(left.span.joined(right.span)) }
    let (unknown, unknownSpan) = try expectWholeName("the name to solve for")
    let from = eat(.from) ? try parseRange() : nil
    nesting -= 1
    return .solve(
      Solve(
        left: left, right: right, unknown: unknown, unknownSpan: unknownSpan, from: from,
        span: span(from: start)))
  }

  /// `minimize cost over batch`, `maximize p over speed from 1 m/s..9 m/s`
  mutating func parseOptimize() throws(Fault) -> Expression {
    let start = Int(token.start)
    let isMinimum = at(.minimize)
    try enter()
    advance()
    let goal = try parseConversion()
    guard eat(.over) else { throw goalFault(goal.span) }
    let (over, overSpan) = try expectWholeName("the name to vary")
    let from = eat(.from) ? try parseRange() : nil
    nesting -= 1
    return .optimize(
      Optimize(
        isMinimum: isMinimum, goal: goal, over: over, overSpan: overSpan, from: from,
        span: span(from: start)))
  }
}
