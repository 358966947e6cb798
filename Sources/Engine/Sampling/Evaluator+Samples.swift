import Glibc
import Syntax
import Units

/// Distributions valued: a column with one cell for each sample.
extension Evaluator {
  /// Values what a statement shows on common samples: those of all its formulas together.
  func sampled<Result>(
    _ formulas: [Formula], _ body: () throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    guard formulas.contains(where: \.hasSamples) else { return try body() }
    var sources: [Int32: String] = [:]
    for formula in formulas {
      for source in formula.distributions.keys {
        sources[source] = session.sourceNames[Int(source)]
      }
    }
    // what is worked out at given points has a distribution of its own
    if let samples, !samples.isGiven, samples.holds(sources.keys) { return try body() }
    let outer = samples
    let made = try session.samples(sources, for: formulas)
    made.formulas = formulas
    samples = made
    defer { samples = outer }
    return try body()
  }

  /// For what a few samples tell as well as all: the axes of a value, and most of its faults.
  func withFewSamples<Result>(
    of formula: Formula, _ body: () throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    guard formula.hasSamples else { return try body() }
    let outer = samples
    samples = nil
    defer { samples = outer }
    return try sampled([formula]) { () throws(Diagnostic) in
      if let all = samples {
        samples = SampleSet(all, from: 0, count: min(256, all.sampling.count))
      }
      return try body()
    }
  }

  /// The samples of a literal, along the axes of its parameters and that of the samples.
  func sample(_ input: DistributionInput, at point: Point) throws(Diagnostic) -> Column<Double> {
    guard let samples else {
      let literal = Formula(
        type: .plain, code: .input(.distribution(input)), place: input.place, nodes: [],
        hasSources: false, hasSamples: true)
      return try sampled([literal]) { () throws(Diagnostic) in try sample(input, at: point) }
    }
    // so many that they do not fit are an error before they are made
    _ = try union([[samples.axis]], input.place)
    let parameters = try distributions(of: input, at: point)
    let count = samples.axis.count
    if let along = parameters.index(of: samples.axis) {
      // a distribution for each sample
      let axes = parameters.axes.filter { $0 !== samples.axis } + [samples.axis]
      let shares = samples.shares(of: input.source)
      let all = along == axes.count - 1 ? parameters : parameters.spread(over: axes)
      return Column(
        axes: axes,
        cells: all.cells.enumerated().map { i, distribution in
          distribution.quantile(shares[i % count])
        })
    }
    let axes = parameters.axes + [samples.axis]
    _ = try union([axes], input.place)
    var isStopped = false
    let cells =
      [Double](count: parameters.cells.count * count) { cells in
        guard let base = cells.baseAddress else { return true }
        for (i, distribution) in parameters.cells.enumerated() {
          let points =
            distribution.isOfScores
            ? samples.scores(of: input.source) : samples.shares(of: input.source)
          points.withUnsafeBufferPointer { points in
            guard let from = points.baseAddress else { return }
            distribution.sampler(base + i * count, from, count)
          }
          if session.mustStop() {
            isStopped = true
            return false
          }
        }
        return true
      } ?? []
    if isStopped { throw Diagnostic(EngineProblem.interrupted, at: input.place) }
    return Column(axes: axes, cells: cells)
  }

  /// Which quantile is asked for.
  func share(of statistic: Statistic, _ share: Formula?, at point: Point) throws(Diagnostic)
    -> Double
  {
    if statistic == .low { return 0.05 }
    if statistic == .high { return 0.95 }
    guard let share else { return 0.5 }
    let column = try column(share, at: point)
    guard column.axes.isEmpty, let value = column.cells.first, value >= 0, value <= 1 else {
      let shown = column.cells.first.map { session.brief($0, .one) } ?? ""
      throw Diagnostic(
        EngineProblem.badParameter(
          "share", of: "quantile", value: shown, must: "lie between 0 and 1"),
        at: share.place)
    }
    return value
  }

  /// A statistic of the samples: the axis of the samples goes, others stay.
  func statistic(
    _ statistic: Statistic, _ formula: Formula, share: Formula?, place: Place, at point: Point
  ) throws(Diagnostic) -> Column<Double> {
    let p = try self.share(of: statistic, share, at: point)
    // samples of its own: what stands beside it in a statement does not change it
    let outer = (samples, isFindingSupport)
    (samples, isFindingSupport) = (nil, false)
    defer { (samples, isFindingSupport) = outer }
    return try sampled([formula]) { () throws(Diagnostic) in
      if statistic == .mean || statistic == .sd || statistic == .var,
        let divisor = try divisorAtZero(of: formula)
      {
        throw Diagnostic(
          EngineProblem.noMoment(
            statistic.rawValue, of: formula.place.whole, divisor: divisor), at: place)
      }
      let shares: [Double]
      switch statistic {
      case .mean, .sd, .var, .prob: shares = []
      case .median, .quantile, .low, .high: shares = [p]
      }
      let found = try statistics(of: formula, shares, at: point)
      return Column(
        axes: found.axes,
        cells: found.cells.map { cell in
          switch statistic {
          case .mean, .prob: cell.mean
          case .sd: cell.variance.squareRoot()
          case .var: cell.variance
          case .median, .quantile, .low, .high: cell.quantiles[0]
          }
        })
    }
  }

  /// Whether something is divided by what may be 0, by the supports of the distributions: then no mean
  /// exists. What is divided by, or nil.
  func divisorAtZero(of formula: Formula) throws(Diagnostic) -> String? {
    let outer = isFindingSupport
    isFindingSupport = true
    defer { isFindingSupport = outer }
    let column: Column<Dual>
    do {
      column = try duals(formula, in: Box(point: bestPoint))
    } catch {
      // what has no enclosure says nothing
      if error.problem as? EngineProblem == .interrupted { throw error }
      return nil
    }
    for cell in column.cells where cell.isFault {
      guard let fault = faults[cell.range.low] else { continue }
      if case .divisorHoldsZero(let sources) = fault.problem {
        return sources.first ?? fault.place.text
      }
    }
    return nil
  }

  /// Whether a formula has no enclosure but its number.
  func isPlain(_ formula: Formula) -> Bool {
    !formula.hasSources && !(isFindingSupport && formula.hasSamples)
  }

  /// Sample by sample; or, where that is asked, all that the distribution can come to.
  func enclose(_ input: DistributionInput) throws(Diagnostic) -> Column<Dual> {
    guard isFindingSupport else {
      return try sample(input, at: bestPoint).map { $0.isNaN ? .fault($0) : Dual($0) }
    }
    // of a distribution of distributions anything may come
    if input.parameters.contains(where: \.hasSamples) { return Column(everything(of: input)) }
    return try distributions(of: input, at: bestPoint).map { distribution in
      let range = distribution.support
      if range.low.isNaN { return .fault(range.low) }
      if range.isPoint { return Dual(range.low) }
      var dual = everything(of: input)
      dual.range = range
      return dual
    }
  }

  private func everything(of input: DistributionInput) -> Dual {
    Dual(
      range: .everything, center: 0,
      slopes: [Dual.Slope(source: input.source, slope: .everything)], isRough: true)
  }
}

extension Evaluator {
  /// A list of which some items vary with samples: each label has a line of them.
  func sampled(_ list: ListInput, at point: Point) throws(Diagnostic) -> Column<Double> {
    let formulas = list.items.map(\.value)
    guard let samples else {
      return try sampled(formulas) { () throws(Diagnostic) in try sampled(list, at: point) }
    }
    let count = samples.axis.count
    var lines: [[Double]] = []
    for item in list.items {
      let column = try column(item.value, at: point)
      if column.axes.isEmpty {
        lines.append(Array(repeating: column.cells[0], count: count))
      } else if column.axes.count == 1, column.axes[0] === samples.axis {
        lines.append(column.cells)
      } else {
        throw Diagnostic(
          EngineProblem.severalAxesInList(item.value.place.text), at: item.value.place)
      }
    }
    let placed = try place(lines, nil, list)
    return Column(axes: placed.axes + [samples.axis], cells: Array(placed.cells.joined()))
  }
}
