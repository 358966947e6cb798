import Syntax
import Units

/// Comparisons, `~=`, `and`, `or`, `not` and `if`.
extension FormulaBuilder {
  func condition(_ expression: Expression, _ scope: Scope) throws(Diagnostic) -> Operand {
    switch expression {
    case .not(let operand, _):
      return emit(.not, try truth(operand, scope), type: .truth)
    case .comparison(let comparison): return try self.comparison(comparison, scope)
    case .approximately(let approximation): return try self.approximation(approximation, scope)
    default: return try truth(expression, scope)
    }
  }

  /// An operand that must be true or false.
  func truth(_ expression: Expression, _ scope: Scope) throws(Diagnostic) -> Operand {
    let operand = try build(expression, scope)
    guard operand.type.kind == .truth else {
      throw fail(.notACondition(scope.source.text(of: expression)), expression, scope)
    }
    return operand
  }

  func connective(_ binary: Binary, _ scope: Scope) throws(Diagnostic) -> Operand {
    let left = try truth(binary.left, scope)
    let right = try truth(binary.right, scope)
    if let a = left.constant, !a.isNaN {
      return (a == 0) == (binary.op == .and) ? .constant(a, .truth) : right
    }
    let register = writer.emit(
      binary.op == .and ? .and : .or, self.register(left), self.register(right))
    return Operand(.register(register), .truth)
  }

  private func comparison(_ comparison: Comparison, _ scope: Scope) throws(Diagnostic) -> Operand {
    var result: Operand?
    var left = comparison.first
    for part in comparison.rest {
      let one = try compared(left, part.op, part.operand, part.span, scope)
      if let before = result {
        result = emit(.and, before, one, type: .truth)
      } else {
        result = one
      }
      left = part.operand
    }
    return result ?? .constant(1, .truth)
  }

  private func compared(
    _ left: Expression, _ op: Comparison.Operator, _ right: Expression, _ span: Span, _ scope: Scope
  ) throws(Diagnostic) -> Operand {
    let a = try build(left, scope)
    let b = try build(right, scope)
    if a.type.kind == .text, b.type.kind == .text, op == .equal || op == .notEqual {
      let place = Place(scope.source, span)
      return operand(
        .sameText(
          finished(a, place: place), finished(b, place: place), isNegated: op == .notEqual),
        .truth)
    }
    // a text of the catalog that nobody states
    for (one, other) in [(a, b), (b, a)] where one.type.kind == .text {
      if let unknown = other.constant, unknown.isNaN { return .constant(unknown, .truth) }
    }
    if a.type.kind == .truth, b.type.kind == .truth, op == .equal || op == .notEqual {
      return emit(op == .equal ? .equal : .notEqual, a, b, type: .truth)
    }
    try checkComparable(left, a, right, b, op: op.rawValue, span, scope)
    if hasSources, a.constant == nil || b.constant == nil {
      // brackets: decided by the exact range of the difference, in which shared sources cancel
      let place = Place(scope.source, left.span.joined(right.span))
      let gap = finished(emit(.subtract, a, b, type: a.type), place: place)
      return operand(.comparison(op, gap), .truth)
    }
    switch op {
    case .less: return emit(.less, a, b, type: .truth)
    case .lessOrEqual: return emit(.lessOrEqual, a, b, type: .truth)
    case .greater: return emit(.less, b, a, type: .truth)
    case .greaterOrEqual: return emit(.lessOrEqual, b, a, type: .truth)
    case .equal: return emit(.equal, a, b, type: .truth)
    case .notEqual: return emit(.notEqual, a, b, type: .truth)
    }
  }

  func checkComparable(
    _ left: Expression, _ a: Operand, _ right: Expression, _ b: Operand, op: String, _ span: Span,
    _ scope: Scope
  ) throws(Diagnostic) {
    try requireNumber(a, left, scope, what: "compared")
    try requireNumber(b, right, scope, what: "compared")
    if agree(a.type.dimension, b.type.dimension) || a.type.isZero || b.type.isZero {
      session.noteBinary(a.type.unit, b.type.unit, at: Place(scope.source, span))
      return
    }
    let (first, second) = sides((left, a), (right, b), scope)
    throw Diagnostic(
      EngineProblem.doNotCompare(op: op, left: first, right: second),
      at: Place(scope.source, span), labels: labels([(left, first), (right, second)], scope))
  }

  /// `a ~= b within 1%`: relative to `b`; `within 0.05 J/t`; `within rounding`; else 1e-9 relative.
  private func approximation(_ approximation: Approximation, _ scope: Scope) throws(Diagnostic)
    -> Operand
  {
    let a = try build(approximation.left, scope)
    let b = try build(approximation.right, scope)
    try checkComparable(
      approximation.left, a, approximation.right, b, op: "~=", approximation.opSpan, scope)
    let (tolerance, isShare) = try self.tolerance(of: approximation, b, scope)
    let place = Place(scope.source, approximation.left.span.joined(approximation.right.span))
    if hasSources, !hasSamples, a.constant == nil || b.constant == nil {
      return operand(
        .near(
          NearInput(
            left: finished(a, place: place), right: finished(b, place: place),
            within: finished(tolerance, place: place), isShare: isShare)),
        .truth)
    }
    let amount =
      isShare
      ? emit(.multiply, tolerance, emit(.absolute, b, type: b.type), type: b.type) : tolerance
    if hasSources, hasSamples {
      // a hair wider, as of plain numbers
      let most = emit(.multiply, amount, .constant(1 + 1e-12), type: amount.type)
      let apart = emit(.absolute, emit(.subtract, a, b, type: a.type), type: a.type)
      let gap = finished(emit(.subtract, apart, most, type: a.type), place: place)
      return operand(.comparison(.lessOrEqual, gap), .truth)
    }
    if let x = a.constant, let y = b.constant, let t = amount.constant {
      if x.isNaN || y.isNaN || t.isNaN { return .constant(x.isNaN ? x : y.isNaN ? y : t, .truth) }
      return .constant(isNear(x, y, t) ? 1 : 0, .truth)
    }
    let register = writer.emit(
      .near, self.register(a), self.register(b), self.register(amount))
    return Operand(.register(register), .truth)
  }

  /// How far apart the sides of `~=` may be: an amount, or a share of the right one.
  func tolerance(of approximation: Approximation, _ scope: Scope) throws(Diagnostic)
    -> (Formula, isShare: Bool)
  {
    let b = try build(approximation.right, scope)
    let (amount, isShare) = try tolerance(of: approximation, b, scope)
    let place = Place(scope.source, approximation.opSpan)
    return (finished(amount, place: place), isShare)
  }

  private func tolerance(
    of approximation: Approximation, _ b: Operand, _ scope: Scope
  ) throws(Diagnostic) -> (Operand, isShare: Bool) {
    switch approximation.within {
    case nil: return (.constant(1e-9), !b.type.isReading)
    case .rounding:
      guard let half = halfLastDigit(approximation.right, scope) else {
        throw fail(
          .notANumber(scope.source.text(of: approximation.right), what: "rounded"),
          approximation.right, scope)
      }
      return (half, false)
    case .amount(let expression):
      let amount = try build(expression, scope)
      try requireNumber(amount, expression, scope, what: "a tolerance")
      let isShare =
        amount.type.dimension == .none
        && (b.type.dimension != .none || amount.type.unit != .one)
      if isShare {
        if b.type.isReading {
          throw fail(
            .readingArithmetic(scope.source.text(of: expression), mend: "within 1 K"), expression,
            scope)
        }
        return (amount, true)
      }
      guard agree(amount.type.dimension, b.type.dimension) || amount.type.isZero else {
        throw Diagnostic(
          EngineProblem.doNotCompare(
            op: "within", left: side(approximation.right, b, scope),
            right: side(expression, amount, scope)),
          at: Place(scope.source, expression.span))
      }
      return (amount, false)
    }
  }

  /// Half a unit of the last digit written: the bound of an honest rounding. A range has one for
  /// each end, of which the larger is taken; a list one for each item.
  private func halfLastDigit(_ expression: Expression, _ scope: Scope) -> Operand? {
    func scale(_ unit: UnitExpression?) -> Double {
      unit.flatMap { try? units.resolve($0) }.map { units.factor(of: $0) } ?? 1
    }
    switch expression {
    case .number(let literal):
      // a hair wider, for a value that lies on the edge but for the last bits
      return .constant(literal.lastDigit / 2 * scale(literal.unit) * (1 + 1e-9))
    case .negate(let operand, _): return halfLastDigit(operand, scope)
    case .binary(let binary) where binary.op == .divide:
      // `57.85 kWh/100 km`
      guard let half = halfLastDigit(binary.left, scope)?.constant,
        let divisor = (try? build(binary.right, scope))?.constant, divisor != 0
      else { return nil }
      return .constant(half / abs(divisor))
    case .united(let base, let unit):
      guard let half = halfLastDigit(base, scope)?.constant else { return nil }
      return .constant(half * scale(unit))
    case .range(let range):
      guard let low = halfLastDigit(range.low, scope)?.constant,
        let high = halfLastDigit(range.high, scope)?.constant
      else { return nil }
      return .constant(max(low, high))
    case .list(let list):
      let factor = scale(list.unit)
      let halves = list.items.map { halfLastDigit($0.value, scope)?.constant }
      if halves.contains(where: { $0 == nil }) { return nil }
      return .constant(halves.compactMap { $0 }.max().map { $0 * factor } ?? 0)
    default: return nil
    }
  }

  // MARK: if

  func conditional(_ conditional: Conditional, _ scope: Scope) throws(Diagnostic) -> Operand {
    let condition = try truth(conditional.condition, scope)
    let then = try build(conditional.then, scope)
    let otherwise = try build(conditional.otherwise, scope)
    let isText = then.type.kind == .text && otherwise.type.kind == .text
    let isTruth = then.type.kind == .truth && otherwise.type.kind == .truth
    let agree =
      isText || isTruth
      || (then.type.kind == .number && otherwise.type.kind == .number
        && (agree(then.type.dimension, otherwise.type.dimension) || then.type.isZero
          || otherwise.type.isZero))
    guard agree else {
      let (first, second) = sides(
        (conditional.then, then), (conditional.otherwise, otherwise), scope)
      throw Diagnostic(
        EngineProblem.branchesDiffer(first, second), at: Place(scope.source, conditional.span),
        labels: labels([(conditional.then, first), (conditional.otherwise, second)], scope))
    }
    if isText {
      if let known = condition.constant, !known.isNaN { return known == 1 ? then : otherwise }
      let place = Place(scope.source, conditional.span)
      return Operand(
        .text(
          .choose(
            finished(condition, place: Place(scope.source, conditional.condition.span)),
            finished(then, place: place),
            finished(otherwise, place: place))), .text)
    }
    var type = then.type.isZero ? otherwise.type : then.type
    type.record = nil
    type.isPinned = then.type.isPinned && otherwise.type.isPinned
    if let known = condition.constant, !known.isNaN {
      // the branch that is not taken still says what kind of value this is
      var taken = known == 1 ? then : otherwise
      if taken.type.isZero { taken.type = type }
      return taken
    }
    note(condition, in: [(then, true), (otherwise, false)], Place(scope.source, conditional.span))
    let selected = writer.emit(
      .select, register(then), register(otherwise), register(condition))
    return Operand(.register(selected), type)
  }
}
