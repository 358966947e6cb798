/// Brackets and tolerances: `1.5..3.0 kW`, `1.5..2.2..3.0 kW`, `319.8 t/s ± 10%`, `… as uniform`.
extension Parser {
  mutating func parseRange() throws(Fault) -> Expression {
    let start = Int(token.start)
    let first = try parseSigned()
    guard at(.dots) || at(.plusMinus) || at(.as) else { return first }
    var value = first
    if at(.dots) {
      value = try parseEnds(from: first, start)
    } else if at(.plusMinus) {
      value = try parseTolerance(of: first, start)
    }
    while at(.as) {
      let asSpan = token.span
      advance()
      let kind = try expectName("a distribution, such as uniform")
      try grow(over: 0)
      value = .promote(value, kind.name, asSpan.joined(kind.span))
    }
    return value
  }

  private mutating func parseEnds(from first: Expression, _ start: Int) throws(Fault) -> Expression
  {
    var ends = [first]
    var top = height
    while at(.dots), ends.count < 3 {
      let sign = token
      advancePastNewlines()
      if !beginsOperand(token), !at(.minus), !at(.plus) { throw missingOperand(after: sign) }
      ends.append(try parseSigned())
      top = max(top, height)
    }
    height = top
    try grow(over: 0)
    if at(.dots) { throw unexpected("an operator") }
    shareUnits(&ends)
    return .range(
      RangeLiteral(
        low: ends[0], best: ends.count == 3 ? ends[1] : nil, high: ends[ends.count - 1],
        span: span(from: start)))
  }

  private mutating func parseTolerance(
    of center: Expression, _ start: Int
  ) throws(Fault) -> Expression {
    let sign = token
    var top = height
    advancePastNewlines()
    if !beginsOperand(token), !at(.minus), !at(.plus) { throw missingOperand(after: sign) }
    var ends = [center, try parseSigned()]
    top = max(top, height)
    height = top
    try grow(over: 0)
    let isRelative = isPercent(ends[1])
    if isRelative {
      notePercentTolerance(center, ends[1], span(from: start))
    } else {
      shareUnits(&ends)
    }
    return .tolerance(
      Tolerance(
        center: ends[0], halfWidth: ends[1], isRelative: isRelative, span: span(from: start)))
  }

  /// Whether an expression is a literal in `%`, `‰` or `ppm`.
  func isPercent(_ expression: Expression) -> Bool {
    switch expression {
    case .number(let literal): literal.unit.map(Word.isPercent) ?? false
    // `(1 + 1)%`, `[1, 2]%`
    case .united(_, let unit): Word.isPercent(unit)
    case .list(let list): list.unit.map(Word.isPercent) ?? false
    default: false
    }
  }

  // MARK: bare ends

  /// A bare number takes the multiplier and the unit of the other end: `500..900 million request`,
  /// `$0.08..0.15/kWh`.
  private func shareUnits(_ ends: inout [Expression]) {
    let literals = ends.map { literal($0) }
    var unit = literals.last { $0?.unit != nil }??.unit
    let multiplier = literals.last { ($0?.multiplier ?? 1) != 1 }??.multiplier ?? 1
    guard unit != nil || multiplier != 1 else { return }
    // `$0.08..0.15/kWh`: the sign stands before the first, what it is divided by behind the last.
    if let last = literal(ends[ends.count - 1])?.unit, let first = literal(ends[0])?.unit,
      isCurrencyBefore(ends[0]), let head = first.factors.first,
      last.factors.first?.joint == .slashFirst
    {
      unit = UnitExpression(factors: [head] + last.factors, span: last.span)
      for i in ends.indices where literal(ends[i])?.unit != nil { setUnit(&ends[i], unit) }
    } else if let last = literal(ends[ends.count - 1])?.unit, isCurrencyBefore(ends[0]),
      isCurrencyBefore(ends[ends.count - 1]), last.factors.count > 1,
      last.factors.first.map(kindName) == literal(ends[0])?.unit?.factors.first.map(kindName)
    {
      setUnit(&ends[0], last)
    }
    for i in ends.indices {
      guard let end = literal(ends[i]) else { continue }
      // `$2..3 million`: a sign before the number leaves it bare.
      let isBare = end.unit == nil || isCurrencyBefore(ends[i])
      if isBare, end.multiplier == 1 { multiply(&ends[i], by: multiplier) }
      if end.unit == nil, unit != nil { setUnit(&ends[i], unit) }
    }
  }

  private func kindName(_ factor: UnitFactor) -> Name? {
    if case .unit(let name) = factor.kind { name } else { nil }
  }

  /// The literal that an end is, a sign before it or not.
  private func literal(_ expression: Expression) -> NumberLiteral? {
    switch expression {
    case .number(let literal): return literal
    case .negate(.number(let literal), _): return literal
    default: return nil
    }
  }

  /// Whether the unit of an end is a currency sign that stands before the number, alone.
  private func isCurrencyBefore(_ expression: Expression) -> Bool {
    guard let literal = literal(expression), let first = literal.unit?.factors.first else {
      return false
    }
    return first.span.start < literal.numberSpan.start
  }

  private func setUnit(_ expression: inout Expression, _ unit: UnitExpression?) {
    change(&expression) { $0.unit = unit }
  }

  private func multiply(_ expression: inout Expression, by factor: Double) {
    change(&expression) {
      $0.value *= factor
      $0.lastDigit *= factor
      $0.multiplier = factor
    }
  }

  /// Changes the literal of an end; a minus before it becomes part of it.
  private func change(_ expression: inout Expression, _ body: (inout NumberLiteral) -> Void) {
    switch expression {
    case .number(var literal):
      body(&literal)
      expression = .number(literal)
    case .negate(.number(var literal), let span):
      body(&literal)
      literal.value = -literal.value
      literal.span = span.joined(literal.span)
      literal.numberSpan = span.joined(literal.numberSpan)
      expression = .number(literal)
    default: break
    }
  }

  // MARK: beside a product

  /// The range or tolerance that an operand of `*` or `/` is, if no bracket stands around it.
  func unbracketedRange(_ operand: Expression, from start: Int) -> Expression? {
    switch operand {
    case .range(let range): Int(range.span.start) == start ? operand : nil
    case .tolerance(let tolerance): Int(tolerance.span.start) == start ? operand : nil
    case .promote(let base, _, _): unbracketedRange(base, from: start)
    default: nil
    }
  }

  /// `0.9*x..1.1*x` could be bracketed in two ways; only literal ends between blanks are clear.
  mutating func rangeFault(_ range: Expression, isTight: Bool, product: Span) -> Fault? {
    let ends: [Expression]
    let span: Span
    switch range {
    case .range(let r): (ends, span) = ([r.low] + (r.best.map { [$0] } ?? []) + [r.high], r.span)
    case .tolerance(let t): (ends, span) = ([t.center, t.halfWidth], t.span)
    default: return nil
    }
    guard isTight || ends.contains(where: { literal($0) == nil }) else { return nil }
    let mends = rangeMends(
      range: span, first: ends[0].span, second: ends[1].span, product: product)
    return fault(.rangeBesideProduct(mends: mends), span)
  }
}
