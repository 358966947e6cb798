import EnergyCore
import Syntax
import Units

/// Calls: the built-in functions and the user's own, which are inlined.
extension FormulaBuilder {
  func call(_ call: Call, _ scope: Scope) throws(Diagnostic) -> Operand {
    let name = call.name
    let isGrouped = call.arguments.contains { $0.name == .by }
    if call.over.isEmpty, name == "min" || name == "max", call.arguments.count > 1, !isGrouped {
      return try extreme(call, name == "min" ? .minimum : .maximum, scope)
    }
    if let function = Library.cellFunctions[name] { return try cells(call, function, scope) }
    if let reduction = Library.reductions[name] {
      return try reduce(call, reduction, scope)
    }
    if let operation = Library.lineOperations[name] { return try along(call, operation, scope) }
    if let spacing = Library.spacings[name] { return try spaced(call, spacing, scope) }
    if let kind = Library.distributions[name] { return try distribution(call, kind, scope) }
    if let function = Library.sourceFunctions[name] {
      return try source(call, function, scope)
    }
    if let statistic = Library.statistics[name] {
      return try self.statistic(call, statistic, scope)
    }
    if let end = Library.ends[name] {
      try expect(call, 1...1, "1", scope)
      let before = (hasSamples, hasSources)
      let formula = try subformula(call.arguments[0].value, scope)
      guard formula.type.kind == .number else {
        throw fail(
          .notANumber(scope.source.text(of: call.arguments[0].value), what: "a bracket"),
          call.arguments[0].value, scope)
      }
      if formula.hasSamples {
        hasSamples = before.0
        let found = try statistic(
          end.statistic, formula, nil, call.arguments[0].value, call, scope)
        // that at the best guesses is one number
        guard end == .best, formula.hasSources else { return found }
        let median = finished(found, place: Place(scope.source, call.span))
        hasSources = before.1
        return operand(.end(.best, median), median.type)
      }
      // a number, wherever in the bracket the value lies, and no row any more
      hasSources = before.1
      var type = formula.type
      type.record = nil
      return operand(.end(end, formula), type)
    }
    if name == "read_csv" || name == "csv" { return try table(call, scope) }
    if name == Library.known { return try known(call, scope) }
    if name == Library.refuse { return try refusal(call, scope) }
    if name == Library.integrate { return try integral(call, scope) }
    if name == Library.interpolate { return try interpolation(call, scope) }
    let place = Place(scope.source, call.nameSpan)
    if name == "log" { throw Diagnostic(EngineProblem.logIsAmbiguous, at: place) }
    if name == "histogram", context.world.function(name) == nil {
      let text = call.arguments.first.map { scope.source.text(of: $0.value) } ?? "…"
      throw Diagnostic(EngineProblem.histogramInside(text), at: place)
    }
    return try own(call, scope)
  }

  func expect(
    _ call: Call, _ counts: ClosedRange<Int>, _ words: String, _ scope: Scope
  ) throws(Diagnostic) {
    if counts.contains(call.arguments.count) { return }
    throw Diagnostic(
      EngineProblem.argumentCount(
        function: call.name.text, expected: words, found: call.arguments.count),
      at: Place(scope.source, call.span))
  }

  // MARK: functions of cells

  private func cells(_ call: Call, _ function: Library.CellFunction, _ scope: Scope)
    throws(Diagnostic) -> Operand
  {
    let place = Place(scope.source, call.span)
    let name = call.name.text
    if !call.over.isEmpty {
      throw Diagnostic(
        EngineProblem.unknownArgument(function: name, name: "over", parameters: []),
        at: Place(scope.source, call.nameSpan))
    }
    func argument(_ i: Int) throws(Diagnostic) -> Operand {
      let expression = call.arguments[i].value
      let operand = try build(expression, scope)
      try requireNumber(operand, expression, scope, what: "given to \(name)")
      if case .clamp = function { return operand }
      try refuseReading(operand.type, expression, scope)
      return operand
    }
    switch function {
    case .plain(let operation):
      try expect(call, 1...1, "1", scope)
      let x = try argument(0)
      try requirePlain(x, call.arguments[0].value, name, scope)
      return emit(operation, x, type: .plain, place: place)
    case .keeping(let operation):
      try expect(call, 1...1, "1", scope)
      let x = try argument(0)
      return emit(operation, x, type: unpinned(x.type), place: place)
    case .root(let operation, let exponent):
      try expect(call, 1...1, "1", scope)
      let x = try argument(0)
      let type = ValueType(
        dimension: units.power(x.type.dimension, exponent),
        unit: units.power(x.type.unit, exponent))
      return emit(operation, x, type: type, place: place)
    case .extreme(let operation): return try extreme(call, operation, scope)
    case .clamp:
      try expect(call, 3...3, "3", scope)
      let x = try argument(0)
      let low = try argument(1)
      let high = try argument(2)
      let expressions = call.arguments.map(\.value)
      try checkComparable(expressions[0], x, expressions[1], low, op: name, call.nameSpan, scope)
      try checkComparable(expressions[0], x, expressions[2], high, op: name, call.nameSpan, scope)
      let type = unpinned(x.type)
      return emit(.minimum, emit(.maximum, x, low, type: type), high, type: type)
    case .stepped(let operation):
      try expect(call, 1...2, "1 or 2", scope)
      let x = try argument(0)
      if call.arguments.count == 1 {
        if !agree(x.type.dimension, .none) {
          let text = scope.source.text(of: call.arguments[0].value)
          let unit = units.text(of: x.type.unit)
          throw fail(
            .needsStep(
              function: name, side(call.arguments[0].value, x, scope),
              mend: "\(name)(\(text), 1 \(unit))"),
            call.arguments[0].value, scope)
        }
        return emit(operation, x, .constant(1), type: .plain, place: place)
      }
      let step = try argument(1)
      try checkComparable(
        call.arguments[0].value, x, call.arguments[1].value, step, op: name, call.nameSpan, scope)
      return emit(operation, x, step, type: unpinned(x.type), place: place)
    case .modulo:
      try expect(call, 2...2, "2", scope)
      let a = try argument(0)
      let b = try argument(1)
      try checkComparable(
        call.arguments[0].value, a, call.arguments[1].value, b, op: name, call.nameSpan, scope)
      return emit(.modulo, a, b, type: unpinned(a.type), place: place)
    }
  }

  /// Of a reading only differences, the smallest, the largest and the mean make sense.
  func refuseReading(_ type: ValueType, _ expression: Expression, _ scope: Scope)
    throws(Diagnostic)
  {
    guard type.isReading else { return }
    let text = scope.source.text(of: expression)
    throw fail(.readingArithmetic(text, mend: "(\(text) -> K)"), expression, scope)
  }

  func unpinned(_ type: ValueType) -> ValueType {
    var type = type
    type.isPinned = false
    type.record = nil
    return type
  }

  private func requirePlain(
    _ operand: Operand, _ expression: Expression, _ function: String, _ scope: Scope
  ) throws(Diagnostic) {
    if !agree(operand.type.dimension, .none) {
      throw fail(
        .needsPlain(function: function, side(expression, operand, scope)), expression, scope)
    }
  }

  private func extreme(_ call: Call, _ operation: Instruction.Operation, _ scope: Scope)
    throws(Diagnostic) -> Operand
  {
    let first = call.arguments[0].value
    var result = try build(first, scope)
    try requireNumber(result, first, scope, what: "compared")
    var type = unpinned(result.type)
    for argument in call.arguments.dropFirst() {
      let next = try build(argument.value, scope)
      try checkComparable(
        first, result, argument.value, next, op: call.name.text, call.nameSpan, scope)
      if type.isZero { type = unpinned(next.type) }
      result = emit(operation, result, next, type: type)
    }
    return result
  }
}
