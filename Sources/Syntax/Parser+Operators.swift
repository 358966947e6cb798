/// Operators that bind more loosely than `..`: from `if` down to `*`.
extension Parser {
  /// `if`, `solve`, `minimize` or an expression of operators; no `with` or `under`.
  mutating func parseExpression() throws(Fault) -> Expression {
    guard token.kind == .word else { return try parseOr() }
    switch token.name.id {
    case Word.if.rawValue: return try parseConversions(of: try parseIf())
    case Word.solve.rawValue: return try parseConversions(of: try parseSolve())
    case Word.minimize.rawValue, Word.maximize.rawValue:
      return try parseConversions(of: try parseOptimize())
    default: return try parseOr()
    }
  }

  /// `if c then a else b`: a `->` in the last branch belongs to the whole.
  private mutating func parseIf() throws(Fault) -> Expression {
    let start = Int(token.start)
    let outer = takesConversion
    try enter()
    advance()
    takesConversion = true
    let condition = try parseExpression()
    var top = height
    guard at(.then) else { throw unexpected("`then`") }
    advancePastNewlines()
    let then = try parseExpression()
    top = max(top, height)
    guard at(.else) else { throw unexpected("`else`") }
    advancePastNewlines()
    takesConversion = false
    let otherwise = try parseExpression()
    takesConversion = outer
    nesting -= 1
    try grow(over: top)
    return .conditional(
      Conditional(
        condition: condition, then: then, otherwise: otherwise, span: span(from: start)))
  }

  // MARK: truth

  mutating func parseOr() throws(Fault) -> Expression {
    var left = try parseAnd()
    while at(.or) {
      left = try parseBinary(.or, left, of: { (parser) throws(Fault) in try parser.parseAnd() })
    }
    return left
  }

  private mutating func parseAnd() throws(Fault) -> Expression {
    var left = try parseNot()
    while at(.and) {
      left = try parseBinary(.and, left, of: { (parser) throws(Fault) in try parser.parseNot() })
    }
    return left
  }

  private mutating func parseNot() throws(Fault) -> Expression {
    guard at(.not) else { return try parseComparison() }
    let span = token.span
    try enter()
    advance()
    let operand = try parseNot()
    nesting -= 1
    try grow(over: 0)
    return .not(operand, span)
  }

  /// `a < b < c`, `a ~= b within 1%`
  private mutating func parseComparison() throws(Fault) -> Expression {
    let first = try parseConversion()
    if at(.approximately) { return try parseApproximation(of: first) }
    guard let op = comparison else { return first }
    var top = height
    var rest: [(op: Comparison.Operator, operand: Expression, span: Span)] = []
    var next: Comparison.Operator? = op
    while let op = next {
      let span = token.span
      advancePastNewlines()
      rest.append((op, try parseConversion(), span))
      top = max(top, height)
      next = comparison
    }
    height = top
    try grow(over: 0)
    return .comparison(Comparison(first: first, rest: rest))
  }

  private var comparison: Comparison.Operator? {
    switch token.kind {
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .equal: .equal
    case .notEqual: .notEqual
    default: nil
    }
  }

  private mutating func parseApproximation(of left: Expression) throws(Fault) -> Expression {
    let span = token.span
    var top = height
    advancePastNewlines()
    let right = try parseConversion()
    top = max(top, height)
    var within: Approximation.Within?
    var whole = left.span.joined(right.span)
    if at(.within) {
      advance()
      if token.isName(.rounding) {
        whole = whole.joined(token.span)
        advance()
        within = .rounding
      } else {
        let amount = try parseConversion()
        within = .amount(amount)
        whole = whole.joined(amount.span)
        top = max(top, height)
      }
    }
    height = top
    try grow(over: 0)
    return .approximately(
      Approximation(left: left, right: right, within: within, opSpan: span, span: whole))
  }

  // MARK: conversion

  /// `jt -> kWh/Mt`; `to` and `in` are the same.
  mutating func parseConversion() throws(Fault) -> Expression {
    let value = try parseSum()
    return takesConversion && atArrow ? try parseConversions(of: value) : value
  }

  var atArrow: Bool { at(.arrow) || at(.to) || at(.in) }

  mutating func parseConversions(of value: Expression) throws(Fault) -> Expression {
    var value = value
    while takesConversion, atArrow {
      let (unit, span) = try parseConversionTarget()
      try grow(over: 0)
      value = .convert(value, unit, span)
      if let fault = conversionFault(after: unit) { throw fault }
    }
    return value
  }

  mutating func parseConversionTarget() throws(Fault) -> (UnitExpression, Span) {
    let span = token.span
    advancePastNewlines()
    return (try parseWholeUnit(), span)
  }

  // MARK: arithmetic

  private mutating func parseSum() throws(Fault) -> Expression {
    var left = try parseProduct()
    while at(.plus) || at(.minus) {
      let op: BinaryOperator = at(.plus) ? .add : .subtract
      let span = token.span
      let top = height
      let touchesUnit = unitEnd == Int(span.start) && op == .subtract
      advancePastNewlines()
      if touchesUnit, touches, let fault = hyphenFault(span) { throw fault }
      let right = try parseProduct()
      try grow(over: top)
      if percentEnd == previousEnd { notePercent(op, left, right) }
      left = .binary(Binary(op, left, right, opSpan: span))
    }
    return left
  }

  private mutating func parseProduct() throws(Fault) -> Expression {
    let start = Int(token.start)
    var left = try parseRange()
    guard at(.times) || at(.slash) else { return left }
    var previous = unbracketedRange(left, from: start)
    var range = previous
    var isTight = false
    repeat {
      let op: BinaryOperator = at(.times) ? .multiply : .divide
      let sign = token
      let top = height
      advancePastNewlines()
      let isTouching = !sign.hasBlankBefore && touches
      let lacksBlank = !sign.hasBlankBefore || touches
      let touchesUnit =
        isTouching && unitEnd == Int(sign.start) && at(.name)
        && lexer.byte(Int(token.end)) != UInt8(ascii: "(")
      let operandStart = Int(token.start)
      let right = try parseRange()
      try grow(over: top)
      let other = unbracketedRange(right, from: operandStart)
      if lacksBlank, previous != nil || other != nil { isTight = true }
      if other != nil, range == nil { range = other }
      previous = other
      if isTouching || Int(lastPower.start) >= operandStart {
        noteProduct(op, left, right, isTouching: isTouching)
      }
      left = .binary(Binary(op, left, right, opSpan: sign.span, touchesUnit: touchesUnit))
    } while at(.times) || at(.slash)
    if let range {
      if let fault = rangeFault(range, isTight: isTight, product: span(from: start)) { throw fault }
    }
    return left
  }

  /// Takes the operator in hand and its right operand.
  private mutating func parseBinary(
    _ op: BinaryOperator, _ left: Expression,
    of operand: (inout Parser) throws(Fault) -> Expression
  ) throws(Fault) -> Expression {
    let span = token.span
    let top = height
    advancePastNewlines()
    let right = try operand(&self)
    try grow(over: top)
    return .binary(Binary(op, left, right, opSpan: span))
  }
}
