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
    do {
      return try body()
    } catch {
      // of many samples one is enough
      guard case .notDefinedFor? = error.problem as? EngineProblem, error.advice.isEmpty else {
        throw error
      }
      var told = error
      told.advice = [EngineProblem.someSamplesOutside(Set(sources.values).sorted())]
      throw told
    }
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
    // what a statistic alone rests on may not be among those that are valued
    guard let samples, samples.holds(CollectionOfOne(input.source)) else {
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
      let isList = !column.axes.isEmpty
      throw Diagnostic(
        EngineProblem.badParameter(
          "share", of: "quantile", value: isList ? "a list" : shown,
          must: isList ? "be one number" : "lie between 0 and 1"),
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
      try requireMoment(statistic, of: formula, place)
      let shares: [Double]
      switch statistic {
      case .mean, .sd, .var: shares = run?.ends ?? []
      case .prob: shares = []
      case .median, .low, .high: shares = [p]
      case .quantile: shares = [p] + [beyond(p)].compactMap { $0 }
      }
      let found = try statistics(of: formula, shares, at: point)
      if statistic == .quantile, shares.count > 1,
        found.cells.contains(where: { $0.quantiles[0] != $0.quantiles[1] })
      {
        throw Diagnostic(
          EngineProblem.quantileBeyond(
            session.brief(p, .one), count: session.sampling.count,
            needed: p > 0 && p < 1 ? 16 / min(p, 1 - p) : nil), at: place)
      }
      let certain =
        statistic == .prob && run != nil && found.cells.contains { $0.mean == 0 || $0.mean == 1 }
        ? try certainties(of: formula, found.axes) : []
      return Column(
        axes: found.axes,
        cells: found.cells.enumerated().map { i, cell in
          switch statistic {
          case .mean: unsureMean(cell)
          case .prob: certain.isEmpty || certain[i] == nil ? unsure(cell.mean) : cell.mean
          case .sd: cell.deviation * (1 + unsureShare(cell) / 2)
          case .var: cell.variance * (1 + unsureShare(cell))
          case .median, .quantile, .low, .high: cell.quantiles[0]
          }
        })
    }
  }

  /// A mean or variance that does not exist is an error.
  func requireMoment(_ statistic: Statistic, of formula: Formula, _ place: Place)
    throws(Diagnostic)
  {
    guard [.mean, .sd, .var].contains(statistic),
      let missing = try missingMoment(statistic == .mean ? 1 : 2, of: formula)
    else { return }
    throw Diagnostic(
      EngineProblem.noMoment(statistic.rawValue, of: formula.place.text, missing), at: place)
  }

  private func unsure(_ share: Double) -> Double { run?.unsure(share) ?? share }

  /// The mean of one run; what has both signs may add up to anything.
  private func unsureMean(_ found: SampleStatistics) -> Double {
    let x = found.quantiles
    guard let run, x.count == 4, x.allSatisfy({ $0 > 0 }) || x.allSatisfy({ $0 < 0 }) else {
      return found.mean
    }
    return found.mean * (1 + run.missing([(abs(x[0]), abs(x[1])), (abs(x[2]), abs(x[3]))]))
  }

  /// By how much the variance of one run is moved, as a share of it.
  private func unsureShare(_ found: SampleStatistics) -> Double {
    guard let run, found.quantiles.count == 4 else { return 0 }
    let x = found.quantiles.map { value in
      let gap = (value - found.mean) / found.deviation
      return gap * gap
    }
    return run.missing([(x[0], x[1]), (x[2], x[3])])
  }

  /// Of a quantile that lies beyond the outermost samples another one that is nearer to the middle:
  /// where both are the same, as of a list of values, it is known nevertheless.
  private func beyond(_ share: Double) -> Double? {
    let count = Double(session.sampling.count)
    guard run == nil, min(share, 1 - share) * count < 1 else { return nil }
    return share < 0.5 ? 16 / count : 1 - 16 / count
  }

  /// What is certain of a condition by all that its distributions and brackets can come to, whatever
  /// the samples: cell by cell, nil where nobody can say.
  func certainties(of condition: Formula, _ axes: [Axis]) throws(Diagnostic) -> [Bool?] {
    let count = axes.reduce(1) { $0 * $1.count }
    let unknown: [Bool?] = Array(repeating: nil, count: count)
    // two sides that are one, as `3 * x == x * 3`; what is near may be so by a share of itself
    if let (gap, isNear) = condition.comparedGap, !gap.hasSources,
      let found = try? statistics(of: gap, []),
      found.cells.allSatisfy({ $0.isConstant && !(isNear && $0.mean != 0) })
    {
      let holds = try statistics(of: condition, [])
      return holds.cells.count == count ? holds.cells.map { $0.mean == 1 } : unknown
    }
    let outer = isFindingSupport
    isFindingSupport = true
    defer { isFindingSupport = outer }
    var whole: [Int32: Interval] = [:]
    for source in condition.sources { whole[source] = Interval(0, 1) }
    let column: Column<Dual>
    do {
      column = try duals(condition, in: Box(whole, point: bestPoint))
    } catch {
      if error.problem as? EngineProblem == .interrupted { throw error }
      return unknown
    }
    guard column.axes.allSatisfy({ axis in axes.contains { $0 === axis } }) else { return unknown }
    return column.spread(over: axes).cells.map { cell in
      cell.range == Interval(1) ? true : cell.range == Interval(0) ? false : nil
    }
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

extension Formula {
  /// The difference of two sides that are compared, and whether they need only be near.
  fileprivate var comparedGap: (Formula, isNear: Bool)? {
    var formula = self
    for _ in 0..<Limits.callDepth {
      if case .program(var program, let inputs) = formula.code,
        let last = program.instructions.indices.last,
        program.instructions[last].target == program.result,
        [.less, .lessOrEqual, .equal, .notEqual, .near].contains(
          program.instructions[last].operation)
      {
        let isNear = program.instructions[last].operation == .near
        program.instructions[last].operation = .subtract
        let gap = Formula(
          type: .plain, code: .program(program, inputs), place: formula.place, nodes: formula.nodes,
          hasSources: formula.hasSources, hasSamples: formula.hasSamples)
        return (gap, isNear)
      }
      guard case .input(let input) = formula.code else { return nil }
      switch input {
      case .comparison(_, let gap): return (gap, false)
      case .formula(let next): formula = next
      case .node(let node):
        guard let next = node.formula else { return nil }
        formula = next
      default: return nil
      }
    }
    return nil
  }
}

extension Evaluator {
  /// A list of which some items vary with samples: each label has a line of them.
  func sampled<Element>(
    _ list: ListInput, _ column: (Formula) throws(Diagnostic) -> Column<Element>
  ) throws(Diagnostic) -> Column<Element> {
    let formulas = list.items.map(\.value)
    guard let samples else {
      return try sampled(formulas) { () throws(Diagnostic) in try sampled(list, column) }
    }
    let count = samples.axis.count
    var lines: [[Element]] = []
    for item in list.items {
      let column = try column(item.value)
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
