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
      guard !formula.distributions.isEmpty else {
        throw Diagnostic(
          EngineProblem.noDistribution("statistics", of: formula.place.text), at: formula.place)
      }
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
      if session.mustStop() {
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
    let found: [SampleStatistics]
    let axes: [[Axis]]
    if let planned = try SamplePlanner(self, samples, at: point).plan(formulas) {
      axes = planned.axes
      found = try statistics(of: PlannedColumns(plan: planned.plan), shares, formulas[0].place)
    } else {
      let columns = try ValuedColumns(self, samples, formulas, at: point)
      axes = columns.axes
      found = try statistics(of: columns, shares, formulas[0].place)
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

  private func statistics<Columns: SampleColumns>(
    of columns: Columns, _ shares: [Double], _ place: Place
  ) throws(Diagnostic) -> [SampleStatistics] {
    let progress = Progress(session)
    let finder = StatisticsFinder(shares: shares) { share in progress.isInterrupted(share) }
    var fault: Double?
    let found = finder.find(columns, fault: &fault)
    progress.end()
    if let failure = (columns as? ValuedColumns)?.failure,
      !session.showsPart(after: failure) || found == nil
    {
      throw failure
    }
    if let fault { throw failure(fault, place) }
    guard let found else { throw Diagnostic(EngineProblem.interrupted, at: place) }
    if let count = found.map(\.count).min(), count < columns.total {
      // Ctrl-C asks for what there is so far; a limit is an error, and a part of the samples no answer
      // to whoever has no time for all
      if session.isHurried || session.isOverLimit {
        throw Diagnostic(EngineProblem.interrupted, at: place)
      }
      session.noteStopped(after: count, of: columns.total, at: place)
    }
    return found
  }

  /// Of a formula that rests on brackets too: its least, its greatest and its value at the best
  /// guesses, each sample by sample.
  struct Envelope {
    var axes: [Axis]
    var low: [SampleStatistics]
    var high: [SampleStatistics]
    var best: [SampleStatistics]
    var isOuterBound: Bool
  }

  func envelope(of formula: Formula, _ shares: [Double]) throws(Diagnostic) -> Envelope {
    guard let samples else {
      return try sampled([formula]) { () throws(Diagnostic) in try envelope(of: formula, shares) }
    }
    var isOuterBound = false
    let formula = simplified(formula)
    // each of them takes long: what is there when it is stopped is shown
    let columns = try ValuedColumns(samples, most: 2048) {
      [unowned self] (some) throws(Diagnostic) in
      let outer = self.samples
      self.samples = some
      defer { self.samples = outer }
      let range = try exactRange(formula)
      if range.isOuterBound { isOuterBound = true }
      let axes = range.axes.filter { $0 !== some.axis } + [some.axis]
      return [range.low, range.high, range.best].map {
        Column(axes: range.axes, cells: $0).spread(over: axes)
      }
    }
    let found = try statistics(of: columns, shares, formula.place)
    let count = found.count / 3
    return Envelope(
      axes: columns.axes[0], low: Array(found[..<count]), high: Array(found[count..<(2 * count)]),
      best: Array(found[(2 * count)...]), isOuterBound: isOuterBound)
  }
}
