import Syntax
import Units

/// Lists, their axes, picking and filtering.
extension FormulaBuilder {
  func list(_ list: ListLiteral, _ scope: Scope) throws(Diagnostic) -> Operand {
    let place = Place(scope.source, list.span)
    var items: [ListInput.Item] = []
    var expressions: [Expression] = []
    let shape = try flatten(list, scope, into: &items, &expressions)
    let over = try axes(list.over, scope)
    if shape.count > 1, let label = Self.firstLabel(in: list) {
      throw fail(.labelsInRows(scope.source.text(of: label)), label, scope)
    }
    if shape.count > 1, over.count != shape.count {
      throw Diagnostic(EngineProblem.severalAxesInList("\(shape.count)"), at: place)
    }
    if shape.count == 1, over.count == 1, over[0].node != nil,
      let target = try? session.evaluator.target(over[0])
    {
      for (item, written) in zip(items, list.items) {
        guard let label = item.label, let expression = written.label else { continue }
        try checkLabel(
          label, over[0].name, of: target.axis, picks: false, expression, scope)
      }
    }
    if over.isEmpty, let first = items.first?.label, let written = list.items.first?.label {
      for (item, other) in zip(items, list.items) {
        guard let label = item.label, let expression = other.label else { continue }
        let isSame =
          label.type.kind == first.type.kind
          && (agree(label.type.dimension, first.type.dimension) || label.type.isZero
            || first.type.isZero)
        if !isSame { throw unlike((written, first), (expression, label), scope) }
      }
    }
    // (no list is written empty)
    var type = items[0].value.type
    if type.kind == .text {
      for (item, expression) in zip(items, expressions) where item.value.type.kind != .text {
        throw unlike((expressions[0], items[0].value), (expression, item.value), scope)
      }
      let input = ListInput(items: items, over: over, shape: shape, isText: true, place: place)
      return Operand(.text(.list(input)), .text)
    }
    if type.isZero, let other = items.first(where: { !$0.value.type.isZero }) {
      type = other.value.type
    }
    for (item, expression) in zip(items, expressions) {
      let isSame =
        item.value.type.kind == type.kind
        && (agree(item.value.type.dimension, type.dimension) || item.value.type.isZero)
      if !isSame {
        throw unlike((expressions[0], items[0].value), (expression, item.value), scope)
      }
      if item.value.type.record != type.record { type.record = nil }
    }
    type.isZero = false
    type.isPinned = false
    let input = ListInput(items: items, over: over, shape: shape, isText: false, place: place)
    var result = operand(.list(input), type)
    if let unit = list.unit {
      let resolved = try resolve(unit, scope)
      result = try applying(resolved, to: result, .list(list), scope)
    }
    return result
  }

  private static func firstLabel(in list: ListLiteral) -> Expression? {
    for item in list.items {
      if let label = item.label { return label }
      if case .list(let nested) = item.value, let label = firstLabel(in: nested) { return label }
    }
    return nil
  }

  /// A plain number needs no program of its own, and may stand there a million times.
  private func item(_ expression: Expression, _ scope: Scope) throws(Diagnostic) -> Formula {
    guard case .number(let literal) = expression else { return try subformula(expression, scope) }
    let operand = try number(literal, scope)
    return Formula(
      type: operand.type, code: .constant(operand.constant ?? .nan, record: nil),
      place: Place(scope.source, literal.span), nodes: [], hasSources: false)
  }

  /// Nested lists flat, row by row; returns how many there are at each depth.
  private func flatten(
    _ list: ListLiteral, _ scope: Scope, into items: inout [ListInput.Item],
    _ expressions: inout [Expression]
  ) throws(Diagnostic) -> [Int] {
    var shape: [Int]?
    for item in list.items {
      var inner: [Int] = []
      if case .list(let nested) = item.value, nested.over.isEmpty {
        let before = items.count
        inner = try flatten(nested, scope, into: &items, &expressions)
        if let unit = nested.unit {
          let resolved = try resolve(unit, scope)
          for i in before..<items.count {
            items[i].value = try scaled(items[i].value, resolved, expressions[i], scope)
          }
        }
      } else {
        let label = try item.label.map { (e) throws(Diagnostic) in try subformula(e, scope) }
        items.append(ListInput.Item(label: label, value: try self.item(item.value, scope)))
        expressions.append(item.value)
      }
      if let known = shape, known != inner {
        throw Diagnostic(
          EngineProblem.lengthsDiffer(known.first ?? 1, inner.first ?? 1),
          at: Place(scope.source, item.value.span))
      }
      shape = inner
    }
    return [list.items.count] + (shape ?? [])
  }

  private func scaled(
    _ formula: Formula, _ unit: Unit, _ expression: Expression, _ scope: Scope
  ) throws(Diagnostic) -> Formula {
    let builder = FormulaBuilder(context)
    let operand = builder.operand(.formula(formula), formula.type)
    let result = try builder.applying(unit, to: operand, expression, scope)
    builder.adopt(formula)
    return builder.finished(result, place: formula.place)
  }

  // MARK: axes

  func axes(_ names: [(name: Name, span: Span)], _ scope: Scope) throws(Diagnostic)
    -> [AxisReference]
  {
    var references: [AxisReference] = []
    for (name, span) in names {
      if references.contains(where: { $0.name == name }) {
        throw Diagnostic(EngineProblem.axisTwice(name.text), at: Place(scope.source, span))
      }
      references.append(try axis(name, span, scope))
    }
    return references
  }

  func axis(_ name: Name, _ span: Span, _ scope: Scope) throws(Diagnostic) -> AxisReference {
    let place = Place(scope.source, span)
    if let binding = scope.binding(name), case .name(let inner, let innerSpan) = binding.expression
    {
      return try axis(inner, innerSpan, binding.scope)
    }
    let world = name == context.ownName ? context.outer ?? context.world : context.world
    guard let node = world.node(name) else {
      if session.evaluator.isColumnAxis(name) {
        return AxisReference(name: name, node: nil, place: place)
      }
      if context.mayWait {
        context.waiting.append(name)
        throw Diagnostic(EngineProblem.undefined(name.text, missing: [name.text]), at: place)
      }
      throw unknown(name, place, scope)
    }
    try session.check(node)
    switch node.state {
    case .checked: load(node)
    case .waiting: throw waiting(for: node, place)
    case .failed(let diagnostic): throw diagnostic
    case .unchecked:
      throw Diagnostic(EngineProblem.cycle([name.text, name.text]), at: place)
    }
    return AxisReference(name: name, node: node, place: place)
  }

  // MARK: picking

  /// A label has the dimension of the labels of its axis.
  /// - Parameter base: what varies along it.
  func checkLabel(
    _ label: Formula, _ axis: AxisReference, of base: Formula, _ expression: Expression,
    _ scope: Scope
  ) throws(Diagnostic) {
    guard let target = self.axis(axis, of: base) else { return }
    try checkLabel(label, axis.name, of: target, picks: true, expression, scope)
  }

  private func checkLabel(
    _ label: Formula, _ axis: Name, of target: Axis, picks: Bool, _ expression: Expression,
    _ scope: Scope
  ) throws(Diagnostic) {
    var labels = ValueType.plain
    switch target.labels {
    case .numbers(_, let unit): labels = type(of: unit)
    case .counts: break
    case .texts:
      guard target.isTruth else { return }
      if label.type.kind == .truth { return }
      labels = .truth
    }
    let fits =
      label.type.kind == .number && labels.kind == .number
      && (agree(label.type.dimension, labels.dimension) || label.type.isZero)
    if fits { return }
    func side(_ type: ValueType, _ text: String) -> EngineProblem.Side {
      EngineProblem.Side(
        text: text, value: nil, dimension: description(of: type), measure: type.measure)
    }
    var diagnostic = fail(
      .doNotCompare(
        op: "=", left: side(labels, axis.text),
        right: side(label.type, scope.source.text(of: expression))),
      expression, scope)
    diagnostic.advice = [
      EngineProblem.labelsAre(
        axis: axis.text, labels: Array(session.labels(of: target).prefix(6)),
        count: target.count, picks: picks)
    ]
    throw diagnostic
  }

  /// The axis that a name means; that of a column is found where something varies along it.
  func axis(_ reference: AxisReference, of base: Formula) -> Axis? {
    if reference.node != nil, let target = try? session.evaluator.target(reference) {
      return target.axis
    }
    guard let axes = try? session.evaluator.axes(of: base) else { return nil }
    return axes.first { $0.isOfColumn && $0.name == reference.name }
  }

  /// `jt[batch = 8]`, `batch[jt < 1 J/t]`
  func index(_ index: Index, _ scope: Scope) throws(Diagnostic) -> Operand {
    let place = Place(scope.source, index.span)
    var base = try build(index.base, scope)
    for selector in index.selectors {
      switch selector {
      case .label(let name, let expression, let span):
        let formula = finished(base, place: place)
        let axis = try axis(name, span, scope)
        try refuseForeign(axis, of: formula, scope.source.text(of: index.base))
        let label = try subformula(expression, scope)
        if label.hasSamples, label.type.record == nil {
          let text = scope.source.text(of: expression)
          throw fail(.labelVaries(text, isBracket: false), expression, scope)
        }
        try checkLabel(label, axis, of: formula, expression, scope)
        let pick = PickInput(axis: axis, label: label)
        if base.type.kind == .text {
          base = Operand(.text(.pick(formula, [pick], place: place)), .text)
        } else {
          base = operand(.pick(formula, [pick], place: place), base.type)
        }
      case .filter(let expression):
        let builder = FormulaBuilder(context)
        let condition = try builder.truth(expression, scope)
        let test = builder.finished(condition, place: Place(scope.source, expression.span))
        adopt(test)
        let formula = finished(base, place: place)
        if base.type.kind == .text {
          base = Operand(.text(.filter(formula, condition: test, place: place)), .text)
          continue
        }
        base = operand(.filter(formula, condition: test, place: place), base.type)
      }
    }
    return base
  }
}
