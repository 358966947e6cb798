import Syntax
import Units

/// Functions that run along an axis: sums and the like, running sums, spaced lists, interpolation.
extension FormulaBuilder {
  func reduce(_ call: Call, _ reduction: Reduction, _ scope: Scope) throws(Diagnostic)
    -> Operand
  {
    if call.arguments.contains(where: { $0.name == .by }) {
      return try grouped(call, .reduce(reduction), scope)
    }
    try expect(call, 1...1, "1", scope)
    let expression = call.arguments[0].value
    let before = hasSamples
    let formula = try subformula(expression, scope)
    let isOverSamples = isOverSamples(call)
    if formula.hasSamples || isOverSamples,
      let found = try ofDistribution(call, reduction, formula, expression, before: before, scope)
    {
      return found
    }
    if isOverSamples {
      throw Diagnostic(
        EngineProblem.overSamples(call.name.text, of: scope.source.text(of: expression)),
        at: Place(scope.source, call.span))
    }
    let over = try axes(call.over, scope)
    for axis in over { try refuseForeign(axis, of: formula) }
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
      if let axis = over.first.map({ meant($0, in: formula) }) ?? implicitAxis(formula) {
        let ofColumn = axis.node == nil ? self.axis(axis, of: formula) : nil
        var isText = axis.node?.formula?.type.kind == .text
        if case .texts = ofColumn?.labels { isText = true }
        if isText {
          let nodes = formula.nodes + (axis.node.map { [$0] } ?? [])
          let position = Formula(
            type: .plain, code: .input(.reduction(reduction, formula, over: [axis], place: place)),
            place: place, nodes: nodes, hasSources: formula.hasSources)
          adopt(position)
          return Operand(
            .text(.label(TextLabel(goal: formula, position: position, axis: axis))), .text)
        }
        let own = axis.node == nil ? nil : try? session.evaluator.ownAxis(axis)
        if case .numbers(_, let unit)? = own?.labels {
          type = self.type(of: unit)
        } else if case .counts? = own?.labels {
          // a list of brackets, say
          type = .plain
        } else if let known = axis.node?.formula?.type {
          type = known
          type.isPinned = false
        } else if case .numbers(_, let unit) = ofColumn?.labels {
          type = self.type(of: unit)
        }
        return operand(.reduction(reduction, formula, over: [axis], place: place), type)
      }
      let axes = (try? session.evaluator.axes(of: formula)) ?? []
      throw Diagnostic(
        EngineProblem.whichAxis(
          function: call.name.text,
          axes: axes.filter { !$0.isOfSamples }.compactMap(\.name?.text)), at: place)
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

  /// What is checked only is not valued, which would tell along what it varies. But it cannot vary along
  /// a list that it does not rest on.
  func refuseForeign(_ axis: AxisReference, of formula: Formula, _ text: String? = nil)
    throws(Diagnostic)
  {
    guard session.isChecking, let node = axis.node else { return }
    // a list may be another one's under a name of its own
    guard !formula.isAnswer, let own = Self.below([node]), let all = Self.below(formula.nodes),
      own.isDisjoint(with: all), !isMovedByScenario(all)
    else { return }
    throw Diagnostic(
      EngineProblem.doesNotVary(
        "`\(text ?? formula.place.text)`", axis: axis.name.text, axes: []), at: axis.place)
  }

  /// All definitions that these rest on, by their names and with themselves; nil if they are many, or if
  /// some read a table, whose columns may be axes of any name.
  private static func below(_ nodes: [Node]) -> Set<Name>? {
    var found: Set<Name> = []
    var open = nodes
    while let node = open.popLast() {
      guard found.insert(node.name).inserted else { continue }
      guard found.count < 500, let formula = node.formula else { return nil }
      if case .table? = formula.type.record { return nil }
      if formula.isAnswer { return nil }
      open += formula.nodes
    }
    return found
  }

  /// Whether a scenario overrides one of some names: `compare` may ask for it alone.
  private func isMovedByScenario(_ names: Set<Name>) -> Bool {
    context.world.scenarioNames.contains { name in
      context.world.scenario(name)?.overrides.contains { names.contains($0.name) } ?? false
    }
  }

  /// The axis of a column, where what varies has one of that name and not the one that is defined.
  private func meant(_ axis: AxisReference, in formula: Formula) -> AxisReference {
    guard axis.node != nil, let axes = try? session.evaluator.axes(of: formula),
      axes.contains(where: { $0.isOfColumn && $0.name == axis.name })
    else { return axis }
    if let own = try? session.evaluator.ownAxis(axis), axes.contains(where: { $0 === own }) {
      return axis
    }
    return AxisReference(name: axis.name, node: nil, place: axis.place)
  }

  /// The axis of a formula that varies along one list, where none is named.
  private func implicitAxis(_ formula: Formula) -> AxisReference? {
    guard let axes = try? session.evaluator.axes(of: formula).filter({ !$0.isOfSamples }),
      axes.count == 1, let name = axes[0].name
    else { return nil }
    if axes[0].isOfColumn { return AxisReference(name: name, node: nil, place: formula.place) }
    guard let node = context.world.node(name) else { return nil }
    load(node)
    return AxisReference(name: name, node: node, place: formula.place)
  }

  func along(_ call: Call, _ operation: LineOperation, _ scope: Scope) throws(Diagnostic)
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
    for axis in over { try refuseForeign(axis, of: formula) }
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

  func spaced(_ call: Call, _ spacing: Spacing, _ scope: Scope) throws(Diagnostic)
    -> Operand
  {
    try expect(call, 3...3, "3", scope)
    let formulas = try [
      subformula(call.arguments[0].value, scope), subformula(call.arguments[1].value, scope),
      subformula(call.arguments[2].value, scope),
    ]
    for (formula, argument) in zip(formulas, call.arguments)
    where formula.hasSources || formula.hasSamples {
      let text = scope.source.text(of: argument.value)
      throw fail(.uncertainEnd(text, mend: "best(\(text))"), argument.value, scope)
    }
    for (formula, argument) in zip(formulas, call.arguments) where formula.type.kind != .number {
      throw fail(
        .notANumber(scope.source.text(of: argument.value), what: "given to \(call.name)"),
        argument.value, scope)
    }
    let a = formulas[0].type
    let b = formulas[1].type
    let c = formulas[2].type
    let isStep = spacing == .steps
    let areAlike = agree(a.dimension, b.dimension) || a.isZero || b.isZero
    guard areAlike, !isStep || agree(c.dimension, b.dimension) || c.isZero else {
      let other = areAlike ? 2 : 1
      throw unlike(
        (call.arguments[0].value, formulas[0]), (call.arguments[other].value, formulas[other]),
        scope)
    }
    if !isStep, !agree(c.dimension, .none) {
      let count = call.arguments[2].value
      throw fail(
        .parameterDiffers(
          "count", of: call.name.text, text: scope.source.text(of: count),
          found: description(of: c), wanted: "a plain number", like: nil), count, scope)
    }
    let type = a.isZero ? b : a
    return operand(
      .spaced(
        spacing, formulas[0], formulas[1], formulas[2], place: Place(scope.source, call.span)),
      unpinned(type))
  }

  /// `interpolate(tput, batch = 6)`, `interpolate(tput, batch = 6, log)`
  func interpolation(_ call: Call, _ scope: Scope) throws(Diagnostic) -> Operand {
    try expect(call, 2...3, "2 or 3", scope)
    let formula = try subformula(call.arguments[0].value, scope)
    guard formula.type.kind == .number else {
      throw fail(
        .notANumber(scope.source.text(of: call.arguments[0].value), what: "interpolated"),
        call.arguments[0].value, scope)
    }
    guard let axisName = call.arguments[1].name else {
      throw fail(
        .argumentMissing(function: "interpolate", name: "batch = …"), call.arguments[1].value, scope
      )
    }
    var isLogarithmic = false
    if call.arguments.count == 3 {
      let third = call.arguments[2]
      guard third.name == nil, case .name(let word, _) = third.value, word == "log" else {
        let text = scope.source.text(of: third.value)
        throw fail(
          .unknownArgument(
            function: "interpolate", name: third.name.map { "\($0) = \(text)" } ?? text,
            parameters: ["log"]),
          call.arguments[2].value, scope)
      }
      isLogarithmic = true
    }
    let expression = call.arguments[1].value
    try refuseColumn(axisName, call, scope)
    let axis = try axis(axisName, expression.span, scope)
    try refuseForeign(axis, of: formula)
    let position = try subformula(expression, scope)
    try checkLabel(position, axis, of: formula, expression, scope)
    if position.hasSources || position.hasSamples {
      let text = scope.source.text(of: expression)
      throw fail(.uncertainEnd(text, mend: "best(\(text))"), expression, scope)
    }
    return operand(
      .interpolation(
        formula, along: axis, at: position, isLogarithmic: isLogarithmic,
        place: Place(scope.source, call.span)),
      unpinned(formula.type))
  }

  /// `interpolate(r.rate, batch = 100)`: a column of a table varies over its rows, and has one value for
  /// each `batch` only as groups of them.
  private func refuseColumn(_ axis: Name, _ call: Call, _ scope: Scope) throws(Diagnostic) {
    let value = call.arguments[0].value
    guard context.world.node(axis) == nil, let column = sibling(of: value, axis, scope),
      let formula = try? FormulaBuilder(context).formula(value, scope),
      let axes = try? session.evaluator.axes(of: formula),
      !axes.contains(where: { $0.name == axis })
    else { return }
    let text = scope.source.text(of: value)
    throw fail(
      .interpolatesColumn(
        text, axis: axis.text,
        mend: "interpolate(mean(\(text) by \(column)), \(axis.text) = "
          + "\(scope.source.text(of: call.arguments[1].value)))"),
      value, scope)
  }
}
