import Syntax

/// Answers to `minimize E over NAME` where the name may have any value of a range.
extension Evaluator {
  func optimize(_ sought: Sought, at point: Point) throws(Diagnostic) -> Column<Double> {
    var positions = point.positions
    for source in positions.keys where !sought.sources.contains(source) {
      positions[source] = nil
    }
    let probe = try Probe(self, sought, at: positions)
    defer { probe.restore() }
    var search = OptimumSearch(probe)
    let found = try search.run()
    var answers = found.map { $0?.x ?? .nan }
    let flat = answers.indices.filter { answers[$0].isNaN }.map {
      session.label($0, along: probe.axes)
    }
    if let cell = answers.firstIndex(where: \.isNaN), let fault = probe.fault,
      try probe.gap(probe.range.split)[cell].isNaN
    {
      throw fault
    }
    if !flat.isEmpty {
      let unit = sought.type.unit
      let value = answers.firstIndex(where: \.isNaN).flatMap { cell in
        (try? probe.gap(probe.range.split)[cell]).map { session.brief($0, sought.gap.type.unit) }
      }
      let problem = EngineProblem.optimumFlat(
        EngineProblem.Searched(
          equation: sought.text, name: sought.unknown.name.text,
          low: session.brief(probe.range.low, unit), high: session.brief(probe.range.high, unit)),
        label: flat[0], value: value ?? "")
      let number = faults.number(problem, at: sought.place)
      answers = answers.map { $0.isNaN ? number : $0 }
    }
    if sought.isStatistical, run == nil { sought.known = answers }
    let goals = found.map { $0?.y ?? .nan }
    if run != nil {
      sought.reachedInRuns.append(goals)
    } else if point.positions.isEmpty {
      sought.jump = nil
      if probe.axes.isEmpty, let best = found.first ?? nil {
        // the answer is shown rounded: it may be the other side of a jump
        let x = probe.rounded(best.x)
        let y = try probe.gap(x)[0]
        if y.isFinite, abs(y - best.y) > 1e-6 * max(abs(y), abs(best.y)) { sought.jump = (x, y) }
      }
      sought.reached = Column(axes: probe.axes, cells: goals)
      sought.reachedInRuns = []
      sought.cellsAtEnd = answers.map { $0 == probe.range.low || $0 == probe.range.high }
    }
    return Column(
      axes: probe.axes, cells: answers,
      records: sought.record.map { Array(repeating: $0, count: answers.count) })
  }

  /// With brackets about, only an optimum that none of them moves is one: an end of the range.
  func encloseOptimum(_ sought: Sought, in box: Box) throws(Diagnostic) -> Column<Dual> {
    let best = try optimize(sought, at: middle(of: box, sought))
    let range = try self.range(of: sought)
    var isDecided = false
    if let formula = sought.enclosed, let source = sought.enclosedUnknown.source {
      let inner = Box(
        box.ranges, isGradient: box.isGradient, point: box.point, unknown: (source, Column(range)))
      let cells =
        (try? roughly(sought) { () throws(Diagnostic) in try duals(formula, in: inner).cells })
        ?? []
      isDecided = !cells.isEmpty && cells.allSatisfy { sought.sign($0) != 0 }
    }
    guard isDecided else {
      throw Diagnostic(
        EngineProblem.optimumDepends(
          sought.text, name: sought.unknown.name.text,
          sources: sought.sources.map { session.sourceNames[Int($0)] },
          isLeast: sought.task == .minimum),
        at: sought.place)
    }
    return best.map { $0.isNaN ? .fault($0) : Dual($0) }
  }
}
