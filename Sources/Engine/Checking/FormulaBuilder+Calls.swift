import EnergyCore
import Syntax
import Units

/// Calls: the built-in functions and the user's own, which are inlined.
extension FormulaBuilder {
  func call(_ call: Call, _ scope: Scope) throws(Diagnostic) -> Operand {
    let name = call.name
    if call.over.isEmpty, name == "min" || name == "max", call.arguments.count > 1 {
      return try extreme(call, name == "min" ? .minimum : .maximum, scope)
    }
    if let function = Library.cellFunctions[name] { return try cells(call, function, scope) }
    if let reduction = Library.reductions[name] {
      return try reduce(call, reduction, scope)
    }
    if let operation = Library.lineOperations[name] { return try along(call, operation, scope) }
    if let spacing = Library.spacings[name] { return try spaced(call, spacing, scope) }
    if let end = Library.ends[name] {
      try expect(call, 1...1, "1", scope)
      let formula = try subformula(call.arguments[0].value, scope)
      guard formula.type.kind == .number else {
        throw fail(
          .notANumber(scope.source.text(of: call.arguments[0].value), what: "a bracket"),
          call.arguments[0].value, scope)
      }
      return operand(.end(end, formula), formula.type)
    }
    if name == Library.interpolate { return try interpolation(call, scope) }
    let place = Place(scope.source, call.nameSpan)
    if name == "log" { throw Diagnostic(EngineProblem.logIsAmbiguous, at: place) }
    if let feature = Library.later[name] {
      throw Diagnostic(EngineProblem.notBuilt(feature: feature), at: place)
    }
    return try own(call, scope)
  }

  private func expect(
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
        if x.type.dimension != .none {
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
  private func refuseReading(_ type: ValueType, _ expression: Expression, _ scope: Scope)
    throws(Diagnostic)
  {
    guard type.isReading else { return }
    let text = scope.source.text(of: expression)
    throw fail(.readingArithmetic(text, mend: "(\(text) -> K)"), expression, scope)
  }

  private func unpinned(_ type: ValueType) -> ValueType {
    var type = type
    type.isPinned = false
    type.record = nil
    return type
  }

  private func requirePlain(
    _ operand: Operand, _ expression: Expression, _ function: String, _ scope: Scope
  ) throws(Diagnostic) {
    if operand.type.dimension != .none {
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

  // MARK: functions along axes

  private func reduce(_ call: Call, _ reduction: Reduction, _ scope: Scope) throws(Diagnostic)
    -> Operand
  {
    try expect(call, 1...1, "1", scope)
    let expression = call.arguments[0].value
    let formula = try subformula(expression, scope)
    let over = try axes(call.over, scope)
    let place = Place(scope.source, call.span)
    switch reduction {
    case .count:
      guard formula.type.kind == .truth else {
        throw fail(.notACondition(scope.source.text(of: expression)), expression, scope)
      }
      return operand(.reduction(.count, formula, over: over, place: place), .plain)
    case .argmin, .argmax:
      guard formula.type.kind == .number else {
        throw fail(
          .notANumber(scope.source.text(of: expression), what: "compared"), expression, scope)
      }
      // the labels' own dimension and unit, found where the axis is defined
      var type = ValueType.plain
      if let axis = over.first ?? implicitAxis(formula) {
        if let known = axis.node.formula?.type {
          type = known
          type.isPinned = false
        }
        return operand(.reduction(reduction, formula, over: [axis], place: place), type)
      }
      let axes = (try? session.evaluator.axes(of: formula)) ?? []
      throw Diagnostic(
        EngineProblem.whichAxis(
          function: call.name.text, axes: axes.compactMap(\.name?.text)), at: place)
    default:
      guard formula.type.kind == .number else {
        throw fail(
          .notANumber(scope.source.text(of: expression), what: "given to \(call.name)"),
          expression, scope)
      }
      if reduction == .sum { try refuseReading(formula.type, expression, scope) }
      return operand(
        .reduction(reduction, formula, over: over, place: place), unpinned(formula.type))
    }
  }

  /// The axis of a formula that varies along one list, where none is named.
  private func implicitAxis(_ formula: Formula) -> AxisReference? {
    guard let axes = try? session.evaluator.axes(of: formula), axes.count == 1,
      let name = axes[0].name, let node = context.world.node(name)
    else { return nil }
    load(node)
    return AxisReference(name: name, node: node, place: formula.place)
  }

  private func along(_ call: Call, _ operation: LineOperation, _ scope: Scope) throws(Diagnostic)
    -> Operand
  {
    try expect(call, 1...1, "1", scope)
    let formula = try subformula(call.arguments[0].value, scope)
    guard formula.type.kind == .number else {
      throw fail(
        .notANumber(
          scope.source.text(of: call.arguments[0].value), what: "given to \(call.name)"),
        call.arguments[0].value, scope)
    }
    let over = try axes(call.over, scope)
    var type = unpinned(formula.type)
    if operation == .cumulative {
      try refuseReading(formula.type, call.arguments[0].value, scope)
    } else if operation == .difference, type.isReading {
      type.isReading = false
      type.unit = units.difference(of: type.unit)
    }
    return operand(
      .along(operation, formula, over: over, place: Place(scope.source, call.span)), type)
  }

  private func spaced(_ call: Call, _ spacing: Spacing, _ scope: Scope) throws(Diagnostic)
    -> Operand
  {
    try expect(call, 3...3, "3", scope)
    let formulas = try [
      subformula(call.arguments[0].value, scope), subformula(call.arguments[1].value, scope),
      subformula(call.arguments[2].value, scope),
    ]
    for (formula, argument) in zip(formulas, call.arguments) where formula.hasSources {
      let text = scope.source.text(of: argument.value)
      throw fail(.uncertainEnd(text, mend: "best(\(text))"), argument.value, scope)
    }
    let a = formulas[0].type
    let b = formulas[1].type
    let c = formulas[2].type
    let isStep = spacing == .steps
    let fits =
      (a.dimension == b.dimension || a.isZero || b.isZero)
      && (isStep ? c.dimension == b.dimension || c.isZero : c.dimension == .none)
    guard a.kind == .number, b.kind == .number, c.kind == .number, fits else {
      func side(_ i: Int) -> EngineProblem.Side {
        EngineProblem.Side(
          text: scope.source.text(of: call.arguments[i].value), value: nil,
          dimension: description(of: formulas[i].type))
      }
      let other = a.dimension == b.dimension ? 2 : 1
      throw fail(
        .listItemsDiffer(first: side(0), other: side(other)), call.arguments[other].value, scope)
    }
    let type = a.isZero ? b : a
    return operand(
      .spaced(
        spacing, formulas[0], formulas[1], formulas[2], place: Place(scope.source, call.span)),
      unpinned(type))
  }

  /// `interpolate(tput, batch = 6)`, `interpolate(tput, batch = 6, log)`
  private func interpolation(_ call: Call, _ scope: Scope) throws(Diagnostic) -> Operand {
    try expect(call, 2...3, "2 or 3", scope)
    let formula = try subformula(call.arguments[0].value, scope)
    guard let axisName = call.arguments[1].name else {
      throw fail(
        .argumentMissing(function: "interpolate", name: "batch = …"), call.arguments[1].value, scope
      )
    }
    var isLogarithmic = false
    if call.arguments.count == 3 {
      guard case .name(let word, _) = call.arguments[2].value, word == "log" else {
        throw fail(
          .unknownArgument(
            function: "interpolate", name: scope.source.text(of: call.arguments[2].value),
            parameters: ["log"]),
          call.arguments[2].value, scope)
      }
      isLogarithmic = true
    }
    let expression = call.arguments[1].value
    let axis = try axis(axisName, expression.span, scope)
    let position = try subformula(expression, scope)
    try checkLabel(position, axis, expression, scope)
    if position.hasSources {
      let text = scope.source.text(of: expression)
      throw fail(.uncertainEnd(text, mend: "best(\(text))"), expression, scope)
    }
    return operand(
      .interpolation(
        formula, along: axis, at: position, isLogarithmic: isLogarithmic,
        place: Place(scope.source, call.span)),
      unpinned(formula.type))
  }

  // MARK: the user's functions

  private func own(_ call: Call, _ scope: Scope) throws(Diagnostic) -> Operand {
    let place = Place(scope.source, call.nameSpan)
    guard let function = context.world.function(call.name) else {
      let isValue =
        context.world.node(call.name) != nil || Catalog.entry(call.name.text) != nil
      if context.mayWait, !isValue {
        context.waiting.append(call.name)
        throw Diagnostic(
          EngineProblem.undefined(call.name.text, missing: [call.name.text]), at: place)
      }
      throw Diagnostic(
        EngineProblem.unknownFunction(
          call.name.text, nearest: session.nearestFunctions(to: call.name.text), isValue: isValue),
        at: place)
    }
    // `f([1, 2] over x)`: after a list literal `over` belongs to the list
    if !call.over.isEmpty, let last = call.arguments.last, case .list(var list) = last.value,
      list.over.isEmpty
    {
      list.over = call.over
      var bound = call
      bound.over = []
      bound.arguments[call.arguments.count - 1].value = .list(list)
      return try own(bound, scope)
    }
    if !call.over.isEmpty {
      throw Diagnostic(
        EngineProblem.unknownArgument(function: call.name.text, name: "over", parameters: []),
        at: place)
    }
    guard !context.calling.contains(call.name), context.calling.count < Limits.callDepth else {
      throw Diagnostic(
        EngineProblem.functionCallsItself((context.calling + [call.name]).map(\.text)), at: place)
    }
    let definition = function.definition
    let calls = context.sourceName(path: "\(scope.path)/\(call.name)", place: place)
    let path = calls.contains("#") ? calls : "\(calls)#1"
    let body = Scope(parent: nil, source: function.source, path: path)
    let arguments = try match(call, definition, scope)
    let inside = context.calling + [call.name]
    for (parameter, argument) in zip(definition.parameters, arguments) {
      var required: (dimension: Dimension, text: String, function: Name, parameter: Name)?
      if let annotation = parameter.annotation {
        do {
          required = (
            try units.dimension(annotation: annotation),
            function.source.text(annotation.span), call.name, parameter.name
          )
        } catch {
          throw Diagnostic(error, at: Place(function.source, annotation.span))
        }
      }
      switch argument {
      case .given(let expression):
        body.bind(
          parameter.name,
          to: Binding(expression, in: scope, calling: context.calling, required: required))
      case .standard(let expression):
        body.bind(
          parameter.name,
          to: Binding(expression, in: body, calling: inside, required: required))
      }
    }
    for local in definition.locals {
      body.bind(local.name, to: Binding(local.value, in: body, calling: inside))
    }
    context.calling.append(call.name)
    defer { context.calling.removeLast() }
    // every stated parameter is checked, used or not
    for parameter in definition.parameters where parameter.annotation != nil {
      _ = try lookUp(parameter.name, place, body)
    }
    do {
      return try build(definition.body, body)
    } catch var diagnostic {
      let isElsewhere = diagnostic.place.source !== scope.source || scope.source === function.source
      if isElsewhere, diagnostic.labels.isEmpty {
        diagnostic.labels.append(
          Diagnostic.Label(Place(scope.source, call.span), "in this call of \(call.name)"))
      }
      throw diagnostic
    }
  }

  private enum Argument {
    case given(Expression)
    case standard(Expression)
  }

  private func match(_ call: Call, _ definition: FunctionDefinition, _ scope: Scope)
    throws(Diagnostic) -> [Argument]
  {
    let parameters = definition.parameters
    var found: [Expression?] = Array(repeating: nil, count: parameters.count)
    let names = parameters.map(\.name.text)
    var position = 0
    for argument in call.arguments {
      let place = Place(scope.source, argument.value.span)
      let index: Int
      if let name = argument.name {
        guard let i = parameters.firstIndex(where: { $0.name == name }) else {
          throw Diagnostic(
            EngineProblem.unknownArgument(
              function: call.name.text, name: name.text, parameters: names),
            at: place)
        }
        index = i
      } else {
        index = position
        position += 1
      }
      guard index < parameters.count else {
        throw Diagnostic(
          EngineProblem.argumentCount(
            function: call.name.text, expected: "\(parameters.count)", found: call.arguments.count),
          at: Place(scope.source, call.span))
      }
      if found[index] != nil {
        throw Diagnostic(
          EngineProblem.argumentTwice(function: call.name.text, name: names[index]), at: place)
      }
      found[index] = argument.value
    }
    var arguments: [Argument] = []
    for (parameter, expression) in zip(parameters, found) {
      if let expression {
        arguments.append(.given(expression))
      } else if let standard = parameter.standard {
        arguments.append(.standard(standard))
      } else {
        throw Diagnostic(
          EngineProblem.argumentMissing(function: call.name.text, name: parameter.name.text),
          at: Place(scope.source, call.span))
      }
    }
    return arguments
  }
}
