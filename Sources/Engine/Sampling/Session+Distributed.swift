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
      let column = try evaluator.column(formula)
      guard let samples = evaluator.samples, let index = column.index(of: samples.axis) else {
        for cell in column.cells where !cell.isFinite {
          throw evaluator.failure(cell, formula.place)
        }
        value.axes = column.axes
        value.cells = .numbers(column.cells)
        return value
      }
      let divisor = try evaluator.divisorAtZero(of: formula)
      var medians: [Double] = []
      var shape: [Double] = []
      var fault: Double?
      let summaries = column.reducing(along: index) { line -> Spread? in
        guard fault == nil else { return nil }
        if let bad = line.first(where: { !$0.isFinite }) {
          fault = bad
          return nil
        }
        let sorted = line.sorted()
        medians.append(Samples.quantile(sorted, 0.5))
        if column.axes.count == 1 { shape = Bins.shape(sorted) }
        return Self.spread(line, sorted, hasMean: divisor == nil)
      }
      if let fault { throw evaluator.failure(fault, formula.place) }
      value.axes = summaries.axes
      value.cells = .numbers(medians)
      let spreads = summaries.cells.compactMap { $0 }
      if zip(spreads, medians).contains(where: { $0.low != $1 || $0.high != $1 || $0.sd != 0 }) {
        var distributed = Distributed(spreads: spreads, sampling: sampling)
        distributed.divisor = divisor
        distributed.shape = shape
        value.distributed = distributed
      }
      return value
    }
  }

  private static func spread(_ line: [Double], _ sorted: [Double], hasMean: Bool) -> Spread {
    if let first = sorted.first, first == sorted.last {
      return Spread(low: first, high: first, mean: first, sd: 0, error: 0)
    }
    return Spread(
      low: Samples.quantile(sorted, 0.05), high: Samples.quantile(sorted, 0.95),
      mean: hasMean ? Samples.mean(line) : nil,
      sd: hasMean ? Samples.variance(line).squareRoot() : nil,
      error: Samples.errors(of: line, at: [0.05, 0.5, 0.95]).max() ?? 0)
  }

  /// Beside brackets: the 5 % point where it is least and the 95 % point where it is greatest.
  private func envelope(_ formula: Formula, _ shown: Value) throws(Diagnostic) -> Value {
    var value = shown
    let range = try evaluator.exactRange(formula)
    guard let samples = evaluator.samples else { return value }
    for end in range.low + range.high where !end.isFinite {
      throw evaluator.failure(end, formula.place)
    }
    guard let index = range.axes.firstIndex(where: { $0 === samples.axis }) else {
      value.axes = range.axes
      value.cells = .numbers(range.best)
      (value.low, value.high) = (range.low, range.high)
      value.isOuterBound = range.isOuterBound
      return value
    }
    func along<Result>(_ cells: [Double], _ body: ([Double]) -> Result) -> Column<Result> {
      Column(axes: range.axes, cells: cells).reducing(along: index, body)
    }
    func point(_ p: Double) -> ([Double]) -> (point: Double, error: Double) {
      { (Samples.quantile($0.sorted(), p), Samples.errors(of: $0, at: [p])[0]) }
    }
    let low = along(range.low, point(0.05))
    let high = along(range.high, point(0.95))
    let middle = along(range.best, point(0.5))
    value.axes = low.axes
    value.cells = .numbers(middle.cells.map(\.point))
    var distributed = Distributed(
      spreads: zip(low.cells, high.cells).map {
        Spread(low: $0.point, high: $1.point, mean: nil, sd: nil, error: max($0.error, $1.error))
      }, sampling: sampling)
    distributed.brackets = formula.sources.map { sourceNames[Int($0)] }
    value.distributed = distributed
    value.isOuterBound = range.isOuterBound
    return value
  }

  /// How likely a condition of samples holds, cell by cell.
  func probabilities(_ formula: Formula) throws(Diagnostic) -> Value {
    try evaluator.sampled([formula]) { () throws(Diagnostic) in
      let column = try evaluator.column(formula)
      guard let samples = evaluator.samples, let index = column.index(of: samples.axis) else {
        return Value(
          axes: column.axes, cells: .truths(column.cells.map { $0 == 1 ? .yes : .no }),
          dimension: .none, unit: .one)
      }
      var fault: Double?
      let truths = column.reducing(along: index) { line -> Value.Truth in
        if let bad = line.first(where: \.isNaN) { fault = bad }
        let share = Samples.mean(line)
        return share == 1 ? .yes : share == 0 ? .no : .probably(share)
      }
      if let fault { throw evaluator.failure(fault, formula.place) }
      return Value(axes: truths.axes, cells: .truths(truths.cells), dimension: .none, unit: .one)
    }
  }
}

extension Session {
  /// What was found from samples is found again from others.
  func forgetSamples() {
    generation += 1
    world.forgetAll()
  }
}
