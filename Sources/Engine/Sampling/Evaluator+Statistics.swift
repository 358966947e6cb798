import Syntax

/// Statistics of formulas, found in one go with all that stands beside them in a statement.
extension Evaluator {
  /// What is known of a formula's samples, cell by cell along its other axes.
  struct Sampled {
    var axes: [Axis]
    var cells: [SampleStatistics]
    /// so many samples it rests on; fewer than asked for where the work was stopped
    var count: Int { cells.map(\.count).min() ?? 0 }
  }

  /// - Parameter shares: of the quantiles that are asked for.
  func statistics(of formula: Formula, _ shares: [Double], at point: Point? = nil)
    throws(Diagnostic) -> Sampled
  {
    guard let samples else {
      return try sampled([formula]) { () throws(Diagnostic) in
        try statistics(of: formula, shares, at: point)
      }
    }
    if samples.isGiven {
      // what is worked out at given points has a distribution of its own
      self.samples = nil
      defer { self.samples = samples }
      return try statistics(of: formula, shares, at: point)
    }
    let point = point ?? bestPoint
    if point === bestPoint, let known = samples.found(formula, shares) { return known }
    // all formulas of the statement that are shown alike are valued together
    var together = [formula]
    if point === bestPoint, samples.formulas.contains(where: { $0 === formula }) {
      together += samples.formulas.filter {
        $0 !== formula && $0.hasSamples && !$0.hasSources && $0.type.kind == .number
      }
    }
    if together.count > 1 {
      let several = try? statistics(together, shares, samples, at: point)
      if let several {
        for (one, found) in zip(together, several) { samples.keep(found, of: one, shares) }
        return several[0]
      }
      if session.isInterrupted() {
        throw Diagnostic(EngineProblem.interrupted, at: formula.place)
      }
    }
    let found = try statistics([formula], shares, samples, at: point)[0]
    if point === bestPoint { samples.keep(found, of: formula, shares) }
    return found
  }

  private func statistics(
    _ formulas: [Formula], _ shares: [Double], _ samples: SampleSet, at point: Point
  ) throws(Diagnostic) -> [Sampled] {
    let place = formulas[0].place
    let progress = Progress(session)
    defer { progress.end() }
    let finder = StatisticsFinder(shares: shares) { share in progress.isInterrupted(share) }
    var fault: Double?
    let found: [SampleStatistics]?
    let axes: [[Axis]]
    if let planned = try SamplePlanner(self, samples, at: point).plan(formulas) {
      axes = planned.axes
      found = finder.find(PlannedColumns(plan: planned.plan), fault: &fault)
    } else {
      let columns = try ValuedColumns(self, samples, formulas, at: point)
      axes = columns.axes
      found = finder.find(columns, fault: &fault)
      if let failure = columns.failure { throw failure }
    }
    if let fault { throw failure(fault, place) }
    guard let found else { throw Diagnostic(EngineProblem.interrupted, at: place) }
    if let count = found.map(\.count).min(), count < samples.sampling.count {
      session.noteStopped(after: count, of: samples.sampling.count, at: place)
    }
    var sampled: [Sampled] = []
    var next = 0
    for axes in axes {
      let count = axes.reduce(1) { $0 * $1.count }
      sampled.append(Sampled(axes: axes, cells: Array(found[next..<(next + count)])))
      next += count
    }
    return sampled
  }
}
