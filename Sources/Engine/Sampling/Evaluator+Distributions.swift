import Syntax
import Units

/// Literals with their parameters valued and checked.
extension Evaluator {
  /// The distribution of a literal, one for each cell of its parameters. Where a parameter varies with
  /// samples the axis of the samples is among the axes.
  func distributions(of input: DistributionInput, at point: Point) throws(Diagnostic)
    -> Column<Distribution>
  {
    try distributions(of: input.literal, input.place, at: point)
  }

  private func distributions(
    of literal: DistributionInput.Literal, _ place: Place, at point: Point
  ) throws(Diagnostic) -> Column<Distribution> {
    switch literal {
    case .listed(let values, let weights):
      return Column(try listed(values, weights, literal.name, at: point))
    case .choice(let count, let weights):
      let shares = try weights.map { (w) throws(Diagnostic) in try cells(of: w, at: point) }
      if let fault = shares?.first(where: \.isNaN) { return Column(.fault(fault)) }
      let upTo = try cumulative(
        shares ?? Array(repeating: 1, count: count), weights, "mixture")
      return Column(.discrete(values: (0..<count).map(Double.init), upTo: upTo))
    case .truncated(let whole, let low, let high):
      return try truncated(
        try distributions(of: whole, place, at: point), low, high, place, at: point)
    case .made, .promoted:
      var columns: [Column<Double>] = []
      for parameter in literal.parameters { columns.append(try column(parameter, at: point)) }
      let axes = try union(columns.map(\.axes), place)
      let values = columns.map { $0.spread(over: axes).cells }
      let count = axes.reduce(1) { $0 * $1.count }
      var cells: [Distribution] = []
      cells.reserveCapacity(count)
      for i in 0..<count {
        let parameters = values.map { $0[i] }
        if let fault = parameters.first(where: \.isNaN) {
          cells.append(.fault(fault))
        } else {
          cells.append(try checked(literal, parameters, place))
        }
        if i & 1023 == 1023, session.mustStop() {
          throw Diagnostic(EngineProblem.interrupted, at: place)
        }
      }
      return Column(axes: axes, cells: cells)
    }
  }

  /// The distribution of some parameters, or the error that names the one that is impossible.
  private func checked(
    _ literal: DistributionInput.Literal, _ values: [Double], _ place: Place
  ) throws(Diagnostic) -> Distribution {
    guard case .made(let kind, let formulas) = literal else {
      return try promoted(literal, values, place)
    }
    for (i, value) in values.enumerated() where !value.isFinite {
      throw failure(value, formulas[i].place)
    }
    let distribution = kind.distribution(values)
    if let fault = distribution.fault, let i = kind.parameters.firstIndex(of: fault.parameter) {
      let parameter = i < formulas.count ? formulas[i] : formulas[formulas.count - 1]
      throw Diagnostic(
        EngineProblem.badParameter(
          fault.parameter, of: kind.rawValue,
          value: session.brief(i < values.count ? values[i] : 0, parameter.type.unit),
          must: fault.must),
        at: parameter.place)
    }
    return distribution
  }

  /// The ends of a range that is taken as a distribution.
  private func promoted(
    _ literal: DistributionInput.Literal, _ values: [Double], _ place: Place
  ) throws(Diagnostic) -> Distribution {
    guard case .promoted(let kind, let low, let best, _) = literal else { return .fault(.nan) }
    let (a, b) = (values[0], values[values.count - 1])
    func shown(_ value: Double) -> String { session.brief(value, low.type.unit) }
    if a > b {
      throw Diagnostic(EngineProblem.lowAboveHigh(low: shown(a), high: shown(b)), at: place)
    }
    if best != nil, values[1] < a || values[1] > b {
      throw Diagnostic(
        EngineProblem.bestOutside(best: shown(values[1]), low: shown(a), high: shown(b)), at: place)
    }
    if kind == .lognormal, a <= 0 {
      throw Diagnostic(
        EngineProblem.badParameter(
          "low end", of: "lognormal", value: shown(a), must: "be above 0"), at: low.place)
    }
    return kind.promotion(low: a, best: best == nil ? nil : values[1], high: b)
  }

  // MARK: lists

  /// The cells of a list of numbers, whatever it varies along.
  private func cells(of formula: Formula, at point: Point) throws(Diagnostic) -> [Double] {
    try column(formula, at: point).cells
  }

  private func listed(
    _ values: Formula, _ weights: Formula?, _ kind: String, at point: Point
  ) throws(Diagnostic) -> Distribution {
    let numbers = try cells(of: values, at: point)
    if let fault = numbers.first(where: \.isNaN) { return .fault(fault) }
    var shares = Array(repeating: 1.0, count: numbers.count)
    if let weights {
      shares = try cells(of: weights, at: point)
      if let fault = shares.first(where: \.isNaN) { return .fault(fault) }
      guard shares.count == numbers.count else {
        throw Diagnostic(
          EngineProblem.weightsDiffer(kind, values: numbers.count, weights: shares.count),
          at: weights.place)
      }
    }
    _ = try cumulative(shares, weights, kind)
    let order = numbers.indices.filter { shares[$0] > 0 }.sorted { numbers[$0] < numbers[$1] }
    return .discrete(
      values: order.map { numbers[$0] },
      upTo: try cumulative(order.map { shares[$0] }, weights, kind))
  }

  /// The shares up to each of some weights, the last of them 1.
  private func cumulative(_ weights: [Double], _ formula: Formula?, _ kind: String)
    throws(Diagnostic) -> [Double]
  {
    let total = Lines.sum(weights)
    if let formula {
      func fail(_ parameter: String, _ value: Double, _ must: String) -> Diagnostic {
        Diagnostic(
          EngineProblem.badParameter(
            parameter, of: kind, value: session.brief(value, formula.type.unit), must: must),
          at: formula.place)
      }
      if let bad = weights.firstIndex(where: { $0 < 0 }) {
        throw fail("weight \(bad + 1)", weights[bad], "not be negative")
      }
      if !total.isFinite || total <= 0 { throw fail("sum of the weights", total, "be above 0") }
    }
    var running = 0.0
    var upTo = weights.map { (weight: Double) -> Double in
      running += weight
      return running / total
    }
    if let last = upTo.indices.last { upTo[last] = 1 }
    return upTo
  }

  // MARK: parts

  private func truncated(
    _ whole: Column<Distribution>, _ low: Formula, _ high: Formula, _ place: Place,
    at point: Point
  ) throws(Diagnostic) -> Column<Distribution> {
    let lows = try column(low, at: point)
    let highs = try column(high, at: point)
    let axes = try union([whole.axes, lows.axes, highs.axes], place)
    let (a, b) = (lows.spread(over: axes).cells, highs.spread(over: axes).cells)
    let all = whole.spread(over: axes).cells
    var cells: [Distribution] = []
    cells.reserveCapacity(all.count)
    for i in all.indices {
      if case .fault = all[i] {
        cells.append(all[i])
        continue
      }
      if let fault = [a[i], b[i]].first(where: \.isNaN) {
        cells.append(.fault(fault))
        continue
      }
      func shown(_ value: Double) -> String { session.brief(value, low.type.unit) }
      if a[i] > b[i] {
        throw Diagnostic(EngineProblem.lowAboveHigh(low: shown(a[i]), high: shown(b[i])), at: place)
      }
      if !(all[i].share(from: a[i], to: b[i]) > 0) {
        let support = all[i].support
        throw Diagnostic(
          EngineProblem.nothingToTruncate(
            low: shown(a[i]), high: shown(b[i]),
            support: support.low.isFinite && support.high.isFinite && support.high < 1e59
              ? [shown(support.low), shown(support.high)] : []),
          at: place)
      }
      cells.append(.truncated(all[i], low: a[i], high: b[i]))
    }
    return Column(axes: axes, cells: cells)
  }
}
