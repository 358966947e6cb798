import Glibc
import Syntax
import Units

/// Answers to `solve A == B for NAME`: one for each cell of the two sides.
///
/// A cell without one answer is a NaN that stands for the error, so that it counts only where the
/// cell is used.
extension Evaluator {
  func seek(_ sought: Sought, at point: Point) throws(Diagnostic) -> Column<Double> {
    if sought.task != .solution { return try optimize(sought, at: point) }
    var positions = point.positions
    for source in positions.keys where !sought.sources.contains(source) {
      positions[source] = nil
    }
    let probe = try Probe(self, sought, at: positions)
    defer { probe.restore() }
    let cells = Array(0..<probe.count)
    var report = SolveReport(self, probe)
    var answers = Array(repeating: Double.nan, count: probe.count)
    var open = cells
    if let turned = try turnedAround(sought, probe) {
      answers = turned
      open = try unproven(turned, probe, &report)
    }
    if !open.isEmpty {
      var search = CrossingSearch(probe)
      let found = try search.run(open)
      for cell in open {
        if found[cell].solutions.count == 1, found[cell].flat == nil {
          answers[cell] = found[cell].solutions[0]
        } else {
          report.add(found[cell], cell)
        }
      }
    }
    for cell in report.cells { answers[cell] = .nan }
    if sought.isStatistical, run == nil { sought.known = answers }
    if let problem = try report.problem() {
      let number = faults.number(problem, at: sought.place)
      answers = answers.map { $0.isNaN ? number : $0 }
    }
    return Column(
      axes: probe.axes, cells: answers,
      records: sought.record.map { Array(repeating: $0, count: answers.count) })
  }

  /// The equation turned around, where that is right over the whole range; in the order of the
  /// probe's cells.
  private func turnedAround(_ sought: Sought, _ probe: Probe) throws(Diagnostic) -> [Double]? {
    guard let inverse = sought.inverse else { return nil }
    for end in [probe.range.low, probe.range.high]
    where !inverse.positive.isEmpty {
      probe.set(end)
      for base in inverse.positive {
        guard let cells = try? probe.column(base).cells, cells.allSatisfy({ $0 >= 0 }) else {
          return nil
        }
      }
    }
    for divisor in inverse.steady {
      var signs: Set<FloatingPointSign> = []
      for end in [probe.range.low, probe.range.high] {
        probe.set(end)
        guard let cells = try? probe.column(divisor).cells,
          cells.allSatisfy({ $0 != 0 && !$0.isNaN })
        else { return nil }
        signs.formUnion(cells.map(\.sign))
      }
      if signs.count > 1 { return nil }
    }
    let column: Column<Double>
    do {
      column = try self.column(inverse.formula, at: Point(probe.positions))
    } catch {
      if case .interrupted = error.problem as? EngineProblem { throw error }
      return nil
    }
    let axes = probe.axes
    guard column.axes.count == axes.count,
      column.axes.allSatisfy({ axis in axes.contains { $0 === axis } })
    else { return nil }
    return column.spread(over: axes).cells
  }

  /// Puts the answers back: those that do not make the two sides equal are looked for again.
  private func unproven(_ answers: [Double], _ probe: Probe, _ report: inout SolveReport)
    throws(Diagnostic) -> [Int]
  {
    let (low, high) = (probe.range.low * (1 - 1e-12), probe.range.high * (1 + 1e-12))
    let inside =
      probe.range.low < 0 || probe.range.high < 0
      ? Interval(
        probe.range.low - 1e-12 * abs(probe.range.low),
        probe.range.high + 1e-12 * abs(probe.range.high)) : Interval(low, high)
    // all cells at once; where lists without names do not line up, one by one
    var tried = Column(axes: probe.axes, cells: answers)
    tried.records = probe.axes.isEmpty ? probe.sought.record.map { [$0] } : nil
    probe.set(tried)
    var gaps: [Double]?
    var sides: [Double] = []
    if let gap = try? probe.column(probe.sought.gap),
      let left = try? probe.column(probe.sought.left),
      gap.axes.count == probe.axes.count,
      zip(gap.axes, probe.axes).allSatisfy({ $0 === $1 }),
      left.axes.allSatisfy({ axis in probe.axes.contains { $0 === axis } })
    {
      gaps = gap.cells
      sides = left.spread(over: probe.axes).cells
    }
    var open: [Int] = []
    for (cell, x) in answers.enumerated() {
      let gap: Double
      let side: Double
      if let gaps {
        (gap, side) = (gaps[cell], sides[cell])
      } else {
        gap = try probe.gap(x)[cell]
        side = try probe.left(x)[cell]
      }
      let isProven =
        gap.isFinite && side.isFinite && abs(gap) <= 1e-9 * max(abs(side), abs(side - gap))
      if isProven, x >= inside.low, x <= inside.high { continue }
      if isProven { report.elsewhere[cell] = x } else { open.append(cell) }
    }
    return open
  }

  // MARK: over a box of brackets

  /// Between what the answer lies while the brackets are anywhere in a box, with its slopes: those of
  /// the equation over its slope in the unknown.
  func enclose(_ sought: Sought, in box: Box) throws(Diagnostic) -> Column<Dual> {
    if sought.sources.isEmpty { return try seek(sought, at: bestPoint).map(plainDual) }
    if sought.task != .solution { return try encloseOptimum(sought, in: box) }
    // the whole range once: whether there is an answer at all
    let middle = try seek(sought, at: middle(of: box, sought))
    let duals: Column<Dual>
    if let inverse = sought.inverse, inverse.positive.isEmpty {
      duals = try self.duals(inverse.formula, in: box)
      guard duals.axes.count == middle.axes.count else {
        throw Diagnostic(EngineProblem.bracketNotSupported(function: "solve"), at: sought.place)
      }
      let cells = duals.spread(over: middle.axes).cells
      return Column(
        axes: middle.axes,
        cells: zip(cells, middle.cells).map { $1.isNaN ? .fault($1) : $0 })
    }
    guard let formula = sought.enclosed, let source = sought.enclosedUnknown.source else {
      throw Diagnostic(
        EngineProblem.bracketNotSupported(function: "a search through this"), at: sought.place)
    }
    return try roughly(sought) { () throws(Diagnostic) in
      try AnswerEnclosure(self, sought, formula, over: source, in: box, around: middle).run()
    }
  }

  func middle(of box: Box, _ sought: Sought) -> Point {
    var positions: [Int32: Double] = [:]
    for source in sought.sources {
      if box.ranges[source] == nil, box.point != nil || box.isGradient {
        positions[source] = box.point?.positions[source]
      } else {
        positions[source] = (box.ranges[source] ?? Interval(0, 1)).middle
      }
    }
    return Point(positions)
  }

  private func plainDual(_ value: Double) -> Dual { value.isNaN ? .fault(value) : Dual(value) }
}
