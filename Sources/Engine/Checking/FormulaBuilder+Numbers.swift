import Syntax
import Units

/// Numbers with units, units on groups, and conversions.
extension FormulaBuilder {
  func number(_ literal: NumberLiteral, _ scope: Scope) throws(Diagnostic) -> Operand {
    guard let expression = literal.unit else {
      var type = ValueType.plain
      type.isZero = literal.value == 0
      return .constant(literal.value, type)
    }
    let unit = try resolve(expression, scope)
    if session.hasUnitNames { try checkVariables(in: expression, literal, scope) }
    if expression.factors.count == 2 {
      session.noteHours(expression, at: Place(scope.source, expression.span))
    }
    let value = literal.value * units.factor(of: unit) + units.offset(of: unit)
    return .constant(value, type(of: unit))
  }

  func resolve(_ expression: UnitExpression, _ scope: Scope) throws(Diagnostic) -> Unit {
    do {
      return try units.resolve(expression)
    } catch {
      throw Diagnostic(error, at: Place(scope.source, expression.span))
    }
  }

  func type(of unit: Unit) -> ValueType {
    ValueType(
      dimension: units.dimension(of: unit), unit: unit, isReading: units.isReading(unit))
  }

  /// A unit whose name is also a variable: meant where only a unit can stand, an error where a
  /// reader could take it either way.
  private func checkVariables(
    in expression: UnitExpression, _ literal: NumberLiteral, _ scope: Scope
  ) throws(Diagnostic) {
    for factor in expression.factors {
      guard case .unit(let name) = factor.kind else { continue }
      guard scope.binding(name) != nil || context.world.node(name) != nil else { continue }
      let text = scope.source.text(literal.span)
      switch factor.joint {
      case .blank, .slashFirst:
        let before = scope.source.text(Span(Int(literal.span.start), Int(factor.span.start)))
        let trimmed = before.reversed().drop { $0 == " " || $0 == "/" }.reversed()
        let left = String(trimmed)
        let op = factor.joint == .blank ? "*" : "/"
        throw Diagnostic(
          EngineProblem.unitIsAlsoVariable(
            name.text,
            asUnit: factor.joint == .blank ? "\(left)*\(name.text)" : "\(left) / (1 \(name.text))",
            asVariable: "\(left) \(op) \(name.text)"),
          at: Place(scope.source, factor.span))
      default:
        session.noteOnce(
          "unit-meant-\(name)",
          .noteUnitMeant(name.text, text: text, asVariable: product(literal, factor, name, scope)),
          at: Place(scope.source, factor.span))
      }
    }
  }

  /// `3 * h` for `3 h`, `319.8 * t / 1 s` for the t of `319.8 t/s`: as it is with the variable.
  private func product(
    _ literal: NumberLiteral, _ factor: UnitFactor, _ name: Name, _ scope: Scope
  ) -> String {
    let source = scope.source
    var left = source.text(Span(Int(literal.span.start), Int(factor.span.start)))
    while let last = left.last, " */·×÷".contains(last) { left.removeLast() }
    let sign = factor.exponent.numerator < 0 ? "/" : "*"
    var right = source.text(Span(Int(factor.span.end), Int(literal.span.end)))
    guard let first = right.first else { return "\(left) \(sign) \(name)" }
    guard first == "/" else { return "2 * \(name)" }
    right.removeFirst()
    return "\(left) \(sign) \(name) / 1 \(right)"
  }

  /// `(3 + 4) kW`, `(319.8 ± 10%) t/s`
  func united(_ base: Expression, _ expression: UnitExpression, _ scope: Scope)
    throws(Diagnostic) -> Operand
  {
    let unit = try resolve(expression, scope)
    let operand = try build(base, scope)
    return try applying(unit, to: operand, base, scope)
  }

  func applying(
    _ unit: Unit, to operand: Operand, _ expression: Expression, _ scope: Scope
  ) throws(Diagnostic) -> Operand {
    guard operand.type.kind == .number, operand.type.dimension == .none, operand.record == nil
    else {
      throw fail(
        .unitOnQuantity(
          side(expression, operand, scope), unit: units.text(of: unit),
          converts: operand.type.kind == .number
            && operand.type.dimension == units.dimension(of: unit)), expression, scope)
    }
    let scaled = emit(
      .multiply, operand, .constant(units.factor(of: unit)), type: type(of: unit))
    let offset = units.offset(of: unit)
    return offset == 0 ? scaled : emit(.add, scaled, .constant(offset), type: scaled.type)
  }

  /// `jt -> kWh/Mt`
  func convert(_ base: Expression, _ expression: UnitExpression, _ scope: Scope)
    throws(Diagnostic) -> Operand
  {
    let unit = try resolve(expression, scope)
    var operand = try build(base, scope)
    guard operand.type.kind == .number else {
      throw fail(.notANumber(scope.source.text(of: base), what: "converted"), base, scope)
    }
    let wanted = units.dimension(of: unit)
    guard agree(operand.type.dimension, wanted) || operand.type.isZero else {
      var from = side(base, operand, scope)
      // (`1` has no text as a unit)
      let text = unit == .one ? scope.source.text(expression.span) : units.text(of: unit)
      var target = EngineProblem.Side(text: text, value: nil, dimension: "", measure: wanted)
      (from.dimension, target.dimension) = units.names(of: operand.type.dimension, and: wanted)
      var diagnostic = fail(.cannotConvert(from: from, to: target), base, scope)
      diagnostic.labels = [
        Diagnostic.Label(Place(scope.source, expression.span), target.dimension)
      ]
      throw diagnostic
    }
    if units.isReading(unit), !operand.type.isReading,
      operand.type.unit == units.difference(of: unit)
    {
      throw fail(
        .differenceAsReading(scope.source.text(of: base), unit: units.text(of: unit)), base, scope)
    }
    operand.type.isReading = units.isReading(unit)
    operand.type.dimension = wanted
    operand.type.unit = unit
    operand.type.isPinned = true
    operand.type.isZero = false
    return operand
  }
}
