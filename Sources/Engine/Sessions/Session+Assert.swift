import Syntax
import Units

/// `assert`: a failure shows both values in the same unit and the difference, and the script goes on.
extension Session {
  func check(assertion expression: Expression, _ statement: Statement) throws(Diagnostic) -> Bool {
    let place = Place(statement.source, statement.span)
    let world = try statementWorld(statement, [expression])
    let truths: [Value.Truth]
    if case .approximately(let approximation) = expression {
      truths = try near(approximation, statement, world)
    } else {
      let value = try value(of: build(expression, statement.source, in: world))
      guard case .truths(let found) = value.cells else {
        throw Diagnostic(
          EngineProblem.notACondition(statement.source.text(expression.span)),
          at: Place(statement.source, expression.span))
      }
      truths = found
    }
    if truths.allSatisfy({ $0 == .yes }) { return true }
    let text = statement.source.text(expression.span)
    let depending = truths.compactMap { truth -> [String]? in
      if case .depends(let sources) = truth { return sources }
      return nil
    }
    if !depending.isEmpty, !truths.contains(.no) {
      report(
        Diagnostic(
          EngineProblem.assertDepends(text: text, sources: Set(depending.joined()).sorted()),
          at: place))
      return false
    }
    let sides = try sides(expression, statement, world)
    noteNearlyEqual(
      expression, Value(cells: .truths(truths), dimension: .none, unit: .one), statement)
    report(
      Diagnostic(
        EngineProblem.assertFailed(
          text: text, left: sides?.left, right: sides?.right, difference: sides?.difference),
        at: place))
    return false
  }

  /// `~=` between brackets compares the exact low ends and the exact high ends.
  private func near(_ approximation: Approximation, _ statement: Statement, _ world: World)
    throws(Diagnostic) -> [Value.Truth]
  {
    let formula = try build(.approximately(approximation), statement.source, in: world)
    let left = try value(of: build(approximation.left, statement.source, in: world))
    let right = try value(of: build(approximation.right, statement.source, in: world))
    guard left.isBracket || right.isBracket, case .numbers(let a) = left.cells,
      case .numbers(let b) = right.cells
    else {
      let value = try value(of: formula)
      guard case .truths(let truths) = value.cells else { return [] }
      return truths
    }
    let axes = try evaluator.union([left.axes, right.axes], formula.place)
    func ends(_ value: Value, _ middle: [Double]) -> ([Double], [Double]) {
      let low = Column(axes: value.axes, cells: value.low ?? middle).spread(over: axes).cells
      let high = Column(axes: value.axes, cells: value.high ?? middle).spread(over: axes).cells
      return (low, high)
    }
    let (leftLow, leftHigh) = ends(left, a)
    let (rightLow, rightHigh) = ends(right, b)
    return try leftLow.indices.map { (i) throws(Diagnostic) in
      let low = try tolerance(approximation, rightLow[i], statement, world)
      let high = try tolerance(approximation, rightHigh[i], statement, world)
      let holds =
        isNear(leftLow[i], rightLow[i], low) && isNear(leftHigh[i], rightHigh[i], high)
      return holds ? .yes : .no
    }
  }

  /// The tolerance that `within …` allows around a number.
  private func tolerance(
    _ approximation: Approximation, _ number: Double, _ statement: Statement, _ world: World
  ) throws(Diagnostic) -> Double {
    switch approximation.within {
    case nil: return 1e-9 * abs(number)
    case .rounding:
      let context = BuildContext(session: self, world: world, owner: nil, mayWait: false)
      let scope = Scope(parent: nil, source: statement.source, path: "assert")
      let builder = FormulaBuilder(context)
      return builder.halfLastDigit(approximation.right, scope)?.constant ?? 0
    case .amount(let expression):
      let formula = try build(expression, statement.source, in: world)
      let amount = try evaluator.column(formula).cells[0]
      let right = try build(approximation.right, statement.source, in: world)
      let isShare =
        formula.type.dimension == .none
        && (right.type.dimension != .none || formula.type.unit != .one)
      return isShare ? amount * abs(number) : amount
    }
  }

  private func sides(_ expression: Expression, _ statement: Statement, _ world: World)
    throws(Diagnostic) -> (left: String, right: String, difference: String?)?
  {
    let left: Expression
    let right: Expression
    switch expression {
    case .approximately(let approximation):
      (left, right) = (approximation.left, approximation.right)
    case .comparison(let comparison) where comparison.rest.count == 1:
      (left, right) = (comparison.first, comparison.rest[0].operand)
    default: return nil
    }
    var a = try value(of: build(left, statement.source, in: world))
    var b = try value(of: build(right, statement.source, in: world))
    guard case .numbers(let x) = a.cells, case .numbers(let y) = b.cells else {
      return (brief(a), brief(b), nil)
    }
    let axes = try evaluator.union([a.axes, b.axes], Place(statement.source, expression.span))
    if !axes.isEmpty { return try differing(a, x, b, y, axes) }
    // both in the unit of the right side
    let largest = max(abs(x[0]), abs(y[0]))
    let unit = b.isPinned ? b.unit : units.step(of: b.unit, for: largest)
    (a.unit, a.isPinned, b.unit, b.isPinned) = (unit, true, unit, true)
    if a.isBracket || b.isBracket { return (brief(a), brief(b), nil) }
    let gap = x[0] - y[0]
    let share = y[0] == 0 ? "" : " (\(plain(gap / abs(y[0]) * 100)) %)"
    let shown = units.isReading(unit) ? units.difference(of: unit) : unit
    return (brief(a), brief(b), brief(gap, shown, isPinned: true, digits: 4) + share)
  }

  /// Along axes: the first label at which the two sides differ most.
  private func differing(
    _ a: Value, _ x: [Double], _ b: Value, _ y: [Double], _ axes: [Axis]
  ) throws(Diagnostic) -> (left: String, right: String, difference: String?) {
    func cells(_ value: Value, _ cells: [Double]) -> [Double] {
      Column(axes: value.axes, cells: cells).spread(over: axes).cells
    }
    let pairs = [
      (cells(a, a.low ?? x), cells(b, b.low ?? y)), (cells(a, a.high ?? x), cells(b, b.high ?? y)),
    ]
    var worst = (index: 0, gap: -1.0)
    for (left, right) in pairs {
      for i in left.indices {
        let gap = abs(left[i] - right[i]) / max(abs(right[i]), .leastNormalMagnitude)
        if gap > worst.gap { worst = (i, gap) }
      }
    }
    func one(_ value: Value, _ numbers: [Double]) -> String {
      var cell = value
      cell.axes = []
      cell.cells = .numbers([cells(value, numbers)[worst.index]])
      cell.low = value.low.map { [cells(value, $0)[worst.index]] }
      cell.high = value.high.map { [cells(value, $0)[worst.index]] }
      return brief(cell)
    }
    var at: [String] = []
    var rest = worst.index
    for axis in axes.reversed() {
      let label = labels(of: axis)[rest % axis.count]
      at.insert("\(axis.name?.text ?? "item") = \(label)", at: 0)
      rest /= axis.count
    }
    return (one(a, x), one(b, y), "at \(at.joined(separator: ", "))")
  }
}
