import Syntax
import Units

/// `1.5..3.0 kW`, `319.8 t/s ± 10%`: each literal one source.
extension FormulaBuilder {
  func range(_ range: RangeLiteral, _ scope: Scope) throws(Diagnostic) -> Operand {
    operand(try bracket(range, scope))
  }

  func tolerance(_ tolerance: Tolerance, _ scope: Scope) throws(Diagnostic) -> Operand {
    operand(try bracket(tolerance, scope))
  }

  private func operand(_ bracket: (input: BracketInput, type: ValueType)) -> Operand {
    hasSources = true
    return operand(.bracket(bracket.input), bracket.type)
  }

  /// A range as a bracket, of which nothing is emitted yet.
  func bracket(_ range: RangeLiteral, _ scope: Scope) throws(Diagnostic)
    -> (input: BracketInput, type: ValueType)
  {
    let place = Place(scope.source, range.span)
    let low = try end(range.low, scope)
    let high = try end(range.high, scope)
    let best = try range.best.map { (e) throws(Diagnostic) in try end(e, scope) }
    for (other, expression) in [(high, range.high)]
      + [best.map { ($0, range.best ?? range.high) }]
      .compactMap({ $0 })
    where !agree(other.type.dimension, low.type.dimension) && !other.type.isZero && !low.type.isZero
    {
      throw unlike((range.low, low), (expression, other), scope)
    }
    let type = low.type.isZero ? high.type : low.type
    if best != nil { session.noteBest(context.sourceName(path: scope.path, place: place)) }
    return bracket(low: low, best: best, high: high, type: larger(type, high.type), place, scope)
  }

  private func larger(_ a: ValueType, _ b: ValueType) -> ValueType {
    var type = a
    type.isZero = false
    type.isPinned = false
    return type
  }

  /// - Parameter mend: what to write of an end that is a bracket or a distribution.
  private func end(
    _ expression: Expression, _ scope: Scope,
    orWrite mend: (String) -> String = { "\($0) * (1 ± 10%)" }
  ) throws(Diagnostic) -> Formula {
    let formula = try subformula(expression, scope)
    guard formula.type.kind == .number else {
      throw fail(
        .notANumber(scope.source.text(of: expression), what: "an end of a range"), expression,
        scope)
    }
    if formula.hasSamples || (formula.hasSources && !formula.freeSources.isEmpty) {
      let text = scope.source.text(of: expression)
      throw fail(.uncertainEnd(text, mend: mend(text)), expression, scope)
    }
    return formula
  }

  /// After `±` a temperature is a difference: `25 °C ± 2 °C`.
  func difference(_ formula: Formula) throws(Diagnostic) -> Formula {
    guard formula.type.isReading else { return formula }
    let builder = FormulaBuilder(context)
    var type = formula.type
    type.isReading = false
    type.unit = units.difference(of: formula.type.unit)
    let reading = builder.operand(.formula(formula), formula.type)
    let zero = Operand.constant(units.offset(of: formula.type.unit), type)
    builder.adopt(formula)
    return builder.finished(
      builder.emit(.subtract, reading, zero, type: type), place: formula.place)
  }

  /// The center is the best guess; a percentage is of it.
  func bracket(_ tolerance: Tolerance, _ scope: Scope) throws(Diagnostic)
    -> (input: BracketInput, type: ValueType)
  {
    let place = Place(scope.source, tolerance.span)
    let center = try end(
      tolerance.center, scope,
      orWrite: {
        let half = scope.source.text(of: tolerance.halfWidth)
        return tolerance.isRelative ? "\($0) * (1 ± \(half))" : "\($0) + (0 ± \(half))"
      })
    let half = try difference(try end(tolerance.halfWidth, scope))
    if !tolerance.isRelative, !agree(half.type.dimension, center.type.dimension),
      !half.type.isZero
    {
      throw unlike((tolerance.center, center), (tolerance.halfWidth, half), scope)
    }
    // center ∓ half, or center ∓ center × share, as formulas over the two
    func side(_ sign: Double) -> Formula {
      let builder = FormulaBuilder(context)
      let c = builder.operand(.formula(center), center.type)
      let h = builder.operand(.formula(half), center.type)
      let width =
        tolerance.isRelative
        ? builder.emit(.multiply, builder.emit(.absolute, c, type: c.type), h, type: c.type) : h
      let value = builder.emit(sign < 0 ? .subtract : .add, c, width, type: c.type)
      builder.adopt(center)
      builder.adopt(half)
      return builder.finished(value, place: place)
    }
    var type = center.type
    type.isPinned = false
    type.isZero = false
    if half.type.dimension != .none || tolerance.isRelative || center.type.dimension == .none {
      session.noteHardLimits(at: place)
    }
    session.noteBest(context.sourceName(path: scope.path, place: place))
    return bracket(low: side(-1), best: center, high: side(1), type: type, place, scope)
  }

  private func bracket(
    low: Formula, best: Formula?, high: Formula, type: ValueType, _ place: Place, _ scope: Scope
  ) -> (input: BracketInput, type: ValueType) {
    let name = context.sourceName(path: scope.path, place: place)
    let input = BracketInput(
      source: session.sourceID(name), low: low, best: best, high: high, place: place)
    return (input, type)
  }
}
