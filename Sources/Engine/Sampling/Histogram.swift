import Glibc
import Syntax
import Units

/// How the samples of a distribution lie: `histogram jt`.
public struct Histogram: Sendable {
  /// The expression as it was written.
  public var title: String
  /// what it is as a value: medians with their points, along axes
  public var value: Value
  /// The edges of the bins in base units, one more than bins; for `isCounted` the values themselves.
  public var edges: [Double]
  /// There are few values: each has a row of its own.
  public var isCounted: Bool
  /// Cell by cell of `value`.
  public var lines: [Line]
  /// how many samples were counted; never more than 2²⁰
  public var samples: Int
  public var seed: UInt64
  /// `format markdown` at the end of the statement
  public var format: String?

  /// The shares of one cell.
  public struct Line: Sendable {
    public var shares: [Double]
    /// below the first edge and above the last
    public var below = 0.0
    public var above = 0.0
  }

  package init(
    title: String, value: Value, edges: [Double], isCounted: Bool, lines: [Line], samples: Int,
    seed: UInt64
  ) {
    self.title = title
    self.value = value
    self.edges = edges
    self.isCounted = isCounted
    self.lines = lines
    self.samples = samples
    self.seed = seed
  }
}

/// Bins for lines of samples.
struct Bins {
  /// more values than these are put into bins
  static let mostValues = 20
  /// about as many bins
  static let wanted = 16.0

  private(set) var edges: [Double]
  let isCounted: Bool

  /// - Parameters:
  ///   - sorted: of each cell the samples in ascending order, finite.
  ///   - factor: the size of the unit in which the edges are to be round.
  ///   - offset: its zero point.
  init(_ sorted: [[Double]], factor: Double, offset: Double) {
    var values: Set<Double> = []
    for line in sorted {
      for value in line where values.count <= Self.mostValues { values.insert(value) }
    }
    if values.count <= Self.mostValues {
      edges = values.sorted()
      isCounted = true
      return
    }
    isCounted = false
    // what lies further out is counted, and not drawn
    let low = sorted.map { Samples.quantile($0, 0.002) }.min() ?? 0
    let high = sorted.map { Samples.quantile($0, 0.998) }.max() ?? 1
    let (a, b) = ((low - offset) / factor, (high - offset) / factor)
    let step = Self.step((b - a) / Self.wanted)
    let first = (a / step + 1e-9).rounded(.down)
    let last = max((b / step - 1e-9).rounded(.up), first + 1)
    // where the ends are too far apart for a number, or too near to each other, there are no steps
    let count = last - first < 64 ? Int(last - first) : last.isFinite && first.isFinite ? 64 : 1
    edges = (0...count).map { (first + Double($0)) * step * factor + offset }
    if zip(edges, edges.dropFirst()).contains(where: { !($0 < $1) }) { edges = [low, high] }
  }

  /// 1, 2 or 5 times a power of ten, at least so much.
  private static func step(_ least: Double) -> Double {
    guard least > 0, least.isFinite else { return 1 }
    let power = pow(10, log10(least).rounded(.down))
    for factor in [1.0, 2, 5] where factor * power >= least * (1 - 1e-9) { return factor * power }
    return 10 * power
  }

  /// The share of sorted samples in each bin; its lower edge belongs to a bin.
  func line(_ sorted: [Double]) -> Histogram.Line {
    let count = Double(max(sorted.count, 1))
    func below(_ value: Double) -> Int { Self.index(of: value, in: sorted) }
    if isCounted {
      return Histogram.Line(
        shares: edges.map { Double(below($0.nextUp) - below($0)) / count })
    }
    let places = edges.map(below)
    var line = Histogram.Line(
      shares: zip(places, places.dropFirst()).map { Double($1 - $0) / count })
    line.below = Double(places.first ?? 0) / count
    line.above = Double(sorted.count - (places.last ?? 0)) / count
    return line
  }

  /// How many sorted numbers are less.
  static func index(of value: Double, in sorted: [Double]) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The shape of a distribution in few strokes: shares of equal parts between its 0.5 % and 99.5 %
  /// points.
  static func shape(_ sorted: [Double]) -> [Double] {
    let parts = 13
    let low = Samples.quantile(sorted, 0.005)
    let high = Samples.quantile(sorted, 0.995)
    guard high > low, sorted.count > 1 else { return [] }
    let width = (high - low) / Double(parts)
    var places = (0...parts).map { index(of: low + Double($0) * width, in: sorted) }
    // the last part holds its upper end
    places[parts] = index(of: high.nextUp, in: sorted)
    return zip(places, places.dropFirst()).map { Double($1 - $0) / Double(sorted.count) }
  }
}

extension Session {
  /// `histogram jt`, `histogram(jt)`
  func showHistogram(_ expression: Expression, _ statement: Statement) throws(Diagnostic) {
    try checkFormat(statement)
    let world = try statementWorld(statement, [expression])
    let place = Place(statement.source, expression.span)
    let formula = try build(expression, statement.source, in: world)
    let text = oneLine(place.text)
    guard formula.type.kind == .number else {
      throw Diagnostic(EngineProblem.notANumber(text, what: "drawn"), at: place)
    }
    guard formula.hasSamples else {
      throw Diagnostic(EngineProblem.noDistribution("histogram", of: text), at: place)
    }
    guard !formula.hasSources else {
      throw Diagnostic(EngineProblem.statisticOfEnvelope("histogram", of: text), at: place)
    }
    // first what takes no longer however many samples there are: what is stopped then is shown
    let (column, samples) = try histogramSamples(formula)
    let shown = try value(of: formula)
    var sorted: [[Double]] = []
    if let axis = column.index(of: samples.axis) {
      var fault: Double?
      sorted =
        column.reducing(along: axis) { line in
          if let bad = line.first(where: { !$0.isFinite }) { fault = bad }
          return fault == nil ? line.sorted() : []
        }.cells
      if let fault { throw evaluator.failure(fault, place) }
    } else {
      sorted = column.cells.map { [$0] }
    }
    let largest = sorted.flatMap { [$0.first ?? 0, $0.last ?? 0] }.map(abs).max() ?? 0
    let unit = shown.isPinned ? shown.unit : units.step(of: shown.unit, for: largest)
    let bins = Bins(sorted, factor: units.factor(of: unit), offset: units.offset(of: unit))
    var histogram = Histogram(
      title: oneLine(title(expression, statement.source)), value: shown, edges: bins.edges,
      isCounted: bins.isCounted, lines: sorted.map(bins.line), samples: samples.axis.count,
      seed: sampling.seed)
    histogram.value.unit = unit
    histogram.value.isPinned = true
    histogram.format = statement.format?.text
    emit(.histogram(histogram))
  }

  /// All samples, or 2²⁰ where there are more: nobody sees a difference.
  private func histogramSamples(_ formula: Formula) throws(Diagnostic)
    -> (Column<Double>, SampleSet)
  {
    try withFew(formula, 1 << 20) { (samples) throws(Diagnostic) in
      (try evaluator.column(formula), samples)
    }
  }

  /// Values a formula on at most so many samples, which can all be kept.
  func withFew<Result>(
    _ formula: Formula, _ most: Int, _ body: (SampleSet) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    var few = sampling
    few.setCount(min(sampling.count, most))
    var sources: [Int32: String] = [:]
    for source in formula.distributions.keys { sources[source] = sourceNames[Int(source)] }
    let samples = SampleSet(sources, few, correlations)
    let outer = evaluator.samples
    evaluator.samples = samples
    defer { evaluator.samples = outer }
    return try body(samples)
  }

  /// The shape of a single value, where shapes are drawn.
  func withShape(_ value: Value, of formula: Formula) -> Value {
    guard drawsShapes, value.axes.isEmpty, value.distributed?.brackets.isEmpty == true,
      let line = try? withFew(
        formula, 1 << 14, { (_) throws(Diagnostic) in try evaluator.column(formula).cells })
    else { return value }
    var drawn = value
    drawn.distributed?.shape = Bins.shape(line.sorted())
    return drawn
  }
}
