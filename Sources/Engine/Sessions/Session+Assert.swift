import Syntax
import Units

/// `assert`: a failure shows both values in the same unit and the difference, and the script goes on.
extension Session {
  func check(assertion expression: Expression, _ statement: Statement) throws(Diagnostic) -> Bool {
    let place = Place(statement.source, statement.span)
    let world = try statementWorld(statement, [expression])
    let formula = try build(expression, statement.source, in: world)
    let value = try value(of: formula)
    // a part of the samples decides nothing
    if stoppedAfter != nil { throw Diagnostic(EngineProblem.interrupted, at: place) }
    guard case .truths(let truths) = value.cells else {
      throw Diagnostic(
        EngineProblem.notACondition(statement.source.text(of: expression)),
        at: Place(statement.source, expression.span))
    }
    if truths.allSatisfy({ $0 == .yes }) { return true }
    let text = statement.source.text(of: expression)
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
    if !truths.contains(.no), let least = truths.compactMap(\.probability).first {
      report(Diagnostic(EngineProblem.assertProbably(text: text, probability: least), at: place))
      return false
    }
    if formula.hasSamples {
      report(Diagnostic(EngineProblem.assertProbably(text: text, probability: "0 %"), at: place))
      return false
    }
    let sides = try sides(expression, statement, world)
    noteNearlyEqual(
      expression, Value(cells: .truths(truths), dimension: .none, unit: .one), statement)
    var failure = Diagnostic(
      EngineProblem.assertFailed(
        text: text, left: sides?.left, right: sides?.right, difference: sides?.difference),
      at: place)
    if let ratio = try? ratio(expression, statement, world) { failure.advice = [ratio] }
    report(failure)
    return false
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
    let error = [a, b].compactMap { $0.errors?.cells.first }.max() ?? 0
    let sampled =
      error > 0 ? "; the sampling error is \(brief(error, shown, isPinned: true, digits: 1))" : ""
    return (brief(a), brief(b), brief(gap, shown, isPinned: true, digits: 4) + share + sampled)
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
