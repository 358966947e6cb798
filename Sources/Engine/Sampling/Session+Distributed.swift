import Syntax
import Units

/// From samples to what is shown of them.
extension Session {
  /// A value that varies with samples: medians with 5 % and 95 % points. Where all samples of every
  /// cell agree, as of `x - x`, it is the plain number.
  ///
  /// - Parameter atBest: brackets stay at their best guess.
  func distributed(_ formula: Formula, atBest: Bool = false) throws(Diagnostic) -> Value {
    try evaluator.sampled([formula]) { () throws(Diagnostic) in
      let type = formula.type
      var value = Value(
        cells: .numbers([]), dimension: type.dimension, unit: type.unit, isPinned: type.isPinned)
      if formula.hasSources, !atBest { return try envelope(formula, value) }
      let missing = (
        mean: try evaluator.missingMoment(1, of: formula),
        sd: try evaluator.missingMoment(2, of: formula)
      )
      let found = try evaluator.statistics(of: formula, Samples.shown)
      value.axes = found.axes
      value.cells = .numbers(found.cells.map { $0.quantiles[1] })
      if isConstant(found.cells, formula) {
        value.cells = .numbers(settled(found.cells.map { $0.quantiles[1] }, formula))
        return value
      }
      var distributed = Distributed(
        spreads: found.cells.map {
          Self.spread($0, hasMean: missing.mean == nil, hasVariance: missing.sd == nil)
        }, sampling: sampling)
      distributed.missing = missing.mean
      distributed.samples = min(found.count, sampling.count)
      value.distributed = distributed
      return value
    }
  }

  /// Whether all samples of each cell are one number, but for rounding.
  private func isConstant(_ cells: [SampleStatistics], _ formula: Formula) -> Bool {
    if cells.allSatisfy(\.isConstant) { return true }
    let noise = evaluator.roundingNoise(of: formula)
    return cells.allSatisfy { $0.isConstant || $0.deviation <= 4 * noise }
  }

  /// Numbers of which no more than rounding is left are 0.
  private func settled(_ numbers: [Double], _ formula: Formula) -> [Double] {
    guard numbers.contains(where: { $0 != 0 && abs($0) < 1e-6 }) else { return numbers }
    let noise = evaluator.roundingNoise(of: formula)
    return numbers.map { abs($0) <= 4 * noise ? 0 : $0 }
  }

  private static func spread(_ found: SampleStatistics, hasMean: Bool, hasVariance: Bool) -> Spread
  {
    Spread(
      low: found.quantiles[0], high: found.quantiles[2], mean: hasMean ? found.mean : nil,
      sd: hasVariance ? found.deviation : nil, error: found.errors.max() ?? 0,
      medianError: found.errors[1])
  }

  func noteStopped(after count: Int, of wanted: Int, at place: Place) {
    // what else the statement asks for is stopped sooner still
    if stoppedAfter == nil {
      stoppedAfter = count
      stoppedNote = .note(EngineProblem.noteStopped(after: count, of: wanted), at: place)
    }
  }

  func noteStoppedSearch(at place: Place) {
    note(.noteStoppedSearch, at: place)
  }

  /// Whether an error is no more than Ctrl-C, which asks for what there is so far. A limit is an error, and
  /// a part no answer to whoever has no time for all.
  func showsPart(after error: Diagnostic) -> Bool {
    error.problem as? EngineProblem == .interrupted && !isHurried && !isOverLimit
  }

  /// Beside brackets: the 5 % point where it is least and the 95 % point where it is greatest.
  private func envelope(_ formula: Formula, _ shown: Value) throws(Diagnostic) -> Value {
    var value = shown
    let found = try evaluator.envelope(of: formula, Samples.shown)
    let isMoved = zip(found.low, found.high).contains { $0.quantiles != $1.quantiles }
    // brackets of which only the best guess is taken
    if !isMoved, !found.isOuterBound { return try distributed(formula, atBest: true) }
    value.axes = found.axes
    value.isOuterBound = found.isOuterBound
    value.cells = .numbers(found.best.map { $0.quantiles[1] })
    if isConstant(found.low + found.high, formula) {
      let low = settled(found.low.map { $0.quantiles[0] }, formula)
      let high = settled(found.high.map { $0.quantiles[2] }, formula)
      if low == high {
        value.cells = .numbers(low)
        value.isOuterBound = false
      } else {
        (value.low, value.high) = (low, high)
      }
      return value
    }
    var distributed = Distributed(
      spreads: zip(found.low, found.high).map {
        Spread(
          low: $0.quantiles[0], high: $1.quantiles[2], mean: nil, sd: nil,
          error: max($0.errors[0], $1.errors[2]))
      }, sampling: sampling)
    distributed.samples = (found.low + found.high).map(\.count).min() ?? sampling.count
    if !value.isOuterBound, stoppedAfter == nil {
      value.isOuterBound = try !evaluator.areAttained(
        found.low.map { $0.quantiles[0] }, found.high.map { $0.quantiles[2] }, of: formula)
    }
    // `pue with` is the bracket of an override
    distributed.brackets = formula.sources.map { SourceName.short(sourceNames[Int($0)]) }
    value.distributed = distributed
    return value
  }

  /// How likely a condition of samples holds, cell by cell. What holds in all samples is certain only
  /// where nothing that the distributions can come to says otherwise.
  func probabilities(_ formula: Formula) throws(Diagnostic) -> Value {
    try evaluator.sampled([formula]) { () throws(Diagnostic) in
      let axes: [Axis]
      let shares: [(low: Double, high: Double)]
      var isOuterBound = false
      if formula.hasSources {
        let found = try rangeOverBrackets(formula.probability)
        axes = found.axes
        shares = zip(found.low, found.high).map { ($0, $1) }
        isOuterBound = found.isOuterBound
      } else {
        let found = try evaluator.statistics(of: formula, [])
        axes = found.axes
        shares = found.cells.map { ($0.mean, $0.mean) }
      }
      var certain: [Bool?]?
      var truths: [Value.Truth] = []
      for (cell, share) in shares.enumerated() {
        if share.low == share.high, share.low == 0 || share.low == 1 {
          if certain == nil { certain = try evaluator.certainties(of: formula, axes) }
          let known = certain?[cell] ?? nil
          truths.append(known.map { $0 ? .yes : .no } ?? .probably(share.low))
        } else {
          truths.append(
            share.low == share.high ? .probably(share.low) : .between(share.low, share.high))
        }
      }
      var value = Value(axes: axes, cells: .truths(truths), dimension: .none, unit: .one)
      value.isOuterBound = isOuterBound
      let errors = truths.map { $0.samplingError(of: sampling.count) }
      if errors.contains(where: { $0 > 0 }) {
        value.errors = SamplingErrors(
          cells: truths.map { $0.samplingError(of: stoppedAfter ?? sampling.count) },
          sampling: sampling, samples: stoppedAfter)
      }
      return value
    }
  }
}

extension Formula {
  /// `prob(…)` of a condition.
  fileprivate var probability: Formula {
    Formula(
      type: .plain, code: .input(.statistic(.prob, self, share: nil, place: place)), place: place,
      nodes: [], hasSources: hasSources)
  }
}

extension Session {
  /// What was found from samples is found again from others.
  func forgetSamples() {
    generation += 1
    world.forgetAll()
  }
}
