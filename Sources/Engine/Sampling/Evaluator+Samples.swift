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
    if let samples, samples.holds(sources.keys) { return try body() }
    let outer = samples
    samples = SampleSet(sources, session.sampling)
    defer { samples = outer }
    return try body()
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
    let shares = samples.shares(
      of: input.source, named: session.sourceNames[Int(input.source)])
    var columns: [Column<Double>] = []
    for parameter in input.parameters { columns.append(try column(parameter, at: point)) }
    let varying = columns.contains { $0.index(of: samples.axis) != nil }
    var axes = try union(columns.map(\.axes), input.place).filter { $0 !== samples.axis }
    let perCell = varying ? [Double].Index(1) : shares.count
    axes.append(samples.axis)
    // each parameter spread over the cells in which the distribution stays the same
    let over = varying ? axes : Array(axes.dropLast())
    let values = columns.map { $0.spread(over: over).cells }
    let total = try union([axes], input.place).reduce(1) { $0 * $1.count }
    var cells: [Double] = []
    cells.reserveCapacity(total)
    for i in 0..<(total / perCell) {
      let parameters = values.map { $0[i] }
      if let fault = parameters.first(where: \.isNaN) {
        cells.append(contentsOf: repeatElement(fault, count: perCell))
        continue
      }
      let distribution = try checked(input, parameters)
      let quantile = distribution.quantile
      if varying {
        cells.append(quantile(shares[i % shares.count]))
      } else {
        for share in shares { cells.append(quantile(share)) }
      }
      if session.isInterrupted() {
        throw Diagnostic(EngineProblem.interrupted, at: input.place)
      }
    }
    return Column(axes: axes, cells: cells)
  }

  /// The distribution of some parameters, or the error that names the one that is impossible.
  private func checked(_ input: DistributionInput, _ values: [Double]) throws(Diagnostic)
    -> Distribution
  {
    if case .promoted(let kind, let low, let best, let high) = input.literal {
      let (a, b) = (values[0], values[values.count - 1])
      if a > b {
        throw Diagnostic(
          EngineProblem.lowAboveHigh(
            low: session.brief(a, low.type.unit), high: session.brief(b, high.type.unit)),
          at: input.place)
      }
      if best != nil, values[1] < a || values[1] > b {
        throw Diagnostic(
          EngineProblem.bestOutside(
            best: session.brief(values[1], low.type.unit), low: session.brief(a, low.type.unit),
            high: session.brief(b, high.type.unit)),
          at: input.place)
      }
      if kind == .lognormal, a <= 0 {
        throw Diagnostic(
          EngineProblem.badParameter(
            "low end", of: "lognormal", value: session.brief(a, low.type.unit),
            must: "be above 0"),
          at: low.place)
      }
    }
    let distribution = input.distribution(values)
    let names = input.kind.parameters
    if case .made = input.literal {
      for (i, value) in values.enumerated() where !value.isFinite {
        throw failure(value, input.parameters[i].place)
      }
      if let fault = distribution.fault, let i = names.firstIndex(of: fault.parameter) {
        let parameter = input.parameters[i]
        throw Diagnostic(
          EngineProblem.badParameter(
            fault.parameter, of: input.kind.rawValue,
            value: session.brief(values[i], parameter.type.unit), must: fault.must),
          at: parameter.place)
      }
    }
    return distribution
  }

  /// A statistic of the samples: the axis of the samples goes, others stay.
  func statistic(
    _ statistic: Statistic, _ formula: Formula, share: Formula?, place: Place, at point: Point
  ) throws(Diagnostic) -> Column<Double> {
    var p = 0.5
    if let share {
      let column = try column(share, at: point)
      guard column.axes.isEmpty, let value = column.cells.first, value >= 0, value <= 1 else {
        let shown = column.cells.first.map { session.brief($0, .one) } ?? ""
        throw Diagnostic(
          EngineProblem.badParameter(
            "share", of: "quantile", value: shown, must: "lie between 0 and 1"),
          at: share.place)
      }
      p = value
    }
    if statistic == .low { p = 0.05 }
    if statistic == .high { p = 0.95 }
    // samples of its own: what stands beside it in a statement does not change it
    let outer = (samples, isFindingSupport)
    (samples, isFindingSupport) = (nil, false)
    defer { (samples, isFindingSupport) = outer }
    return try sampled([formula]) { () throws(Diagnostic) in
      let column = try column(formula, at: point)
      guard let samples, let axis = column.index(of: samples.axis) else {
        return statistic == .sd || statistic == .var ? column.map { _ in 0 } : column
      }
      if statistic == .mean || statistic == .sd || statistic == .var,
        let divisor = try divisorAtZero(of: formula)
      {
        throw Diagnostic(
          EngineProblem.noMoment(
            statistic.rawValue, of: formula.place.text, divisor: divisor), at: place)
      }
      var fault: Double?
      let result = column.reducing(along: axis) { line in
        if let bad = line.first(where: { !$0.isFinite }) {
          fault = bad
          return bad
        }
        return Samples.statistic(statistic, of: line, share: p)
      }
      if let fault { throw failure(fault, formula.place) }
      return result
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
    var columns: [Column<Double>] = []
    for parameter in input.parameters {
      // of a distribution of distributions anything may come
      if parameter.hasSamples { return Column(everything(of: input)) }
      columns.append(try column(parameter))
    }
    let axes = try union(columns.map(\.axes), input.place)
    let values = columns.map { $0.spread(over: axes).cells }
    let count = axes.reduce(1) { $0 * $1.count }
    return Column(
      axes: axes,
      cells: (0..<count).map { i in
        let range = input.distribution(values.map { $0[i] }).support
        if range.isPoint || range.low.isNaN { return Dual(range.low) }
        var dual = everything(of: input)
        dual.range = range
        return dual
      })
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
