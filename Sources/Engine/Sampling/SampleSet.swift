import Syntax

/// How many samples, and from which seed: `:samples n`, `:seed n`.
public struct Sampling: Sendable, Equatable {
  public static let range = 16...(1 << SobolPoints.levels)

  /// a power of two
  public private(set) var count = 16_384
  public var seed: UInt64 = 1

  public init() {}

  /// Takes the next power of two.
  public mutating func setCount(_ wanted: Int) {
    var power = Self.range.lowerBound
    while power < min(wanted, Self.range.upperBound) { power *= 2 }
    count = power
  }
}

/// The samples of one statement: each of its sources takes a dimension of the Sobol sequence, in the
/// order of the names, so that a statement means the same wherever it stands.
///
/// Samples are an axis like any other: a column of a distribution has one cell for each, and goes
/// through programs, lists and functions as labels do.
final class SampleSet {
  /// the axis of the samples; its name can be typed by nobody
  let axis: Axis
  let sampling: Sampling
  let points: SamplePoints
  /// which of all samples the axis has: all of them, or some in a row
  let start: Int
  private let dimensions: [Int32: Int]
  /// the set of which it has some samples, and which
  private var picked: (from: SampleSet, positions: [Int])?
  private var shares: [Int32: [Double]] = [:]
  private var scores: [Int32: [Double]] = [:]
  private struct Key: Hashable {
    var node: ObjectIdentifier
    var point: ObjectIdentifier
  }
  /// what definitions came to, with what must live as long as their identities are used
  private var columns: [Key: (node: Node, point: Point, column: Column<Double>)] = [:]

  private struct BoxKey: Hashable {
    var node: ObjectIdentifier
    /// nil for the whole box
    var box: ObjectIdentifier?

    init(_ node: Node, _ box: Box) {
      self.node = ObjectIdentifier(node)
      self.box = box.isWhole ? nil : ObjectIdentifier(box)
    }
  }
  /// what definitions are enclosed by
  private var enclosures: [BoxKey: (node: Node, box: Box, column: Column<Dual>)] = [:]

  subscript(_ node: Node, _ box: Box) -> Column<Dual>? {
    get { enclosures[BoxKey(node, box)]?.column }
    set { enclosures[BoxKey(node, box)] = newValue.map { (node, box, $0) } }
  }

  /// what the statement shows
  var formulas: [Formula] = []
  private var found: [ObjectIdentifier: (Formula, shares: [Double], Evaluator.Sampled)] = [:]

  func found(_ formula: Formula, _ shares: [Double]) -> Evaluator.Sampled? {
    guard let known = found[ObjectIdentifier(formula)], known.shares == shares else { return nil }
    return known.2
  }

  func keep(_ sampled: Evaluator.Sampled, of formula: Formula, _ shares: [Double]) {
    found[ObjectIdentifier(formula)] = (formula, shares, sampled)
  }

  static let axisName: Name = "the samples"

  init(
    _ sources: [Int32: String], _ sampling: Sampling, _ correlations: Correlations = Correlations()
  ) {
    self.sampling = sampling
    start = 0
    axis = Axis(name: Self.axisName, labels: .counts(sampling.count))
    let order = sources.sorted { $0.value < $1.value }
    var dimensions: [Int32: Int] = [:]
    for (i, (source, _)) in order.enumerated() { dimensions[source] = i }
    self.dimensions = dimensions
    points = SamplePoints(order.map(\.value), sampling, correlations)
  }

  /// Some of the samples of another set, in a row.
  init(_ whole: SampleSet, from start: Int, count: Int) {
    (sampling, points, dimensions) = (whole.sampling, whole.points, whole.dimensions)
    self.start = start
    axis = Axis(name: Self.axisName, labels: .counts(count))
  }

  /// Some of the samples of another set, one by one.
  init(_ whole: SampleSet, picking positions: [Int]) {
    (sampling, points, dimensions) = (whole.sampling, whole.points, whole.dimensions)
    start = whole.start
    axis = Axis(name: Self.axisName, labels: .counts(positions.count))
    picked = (whole, positions)
    isOfMedians = whole.isOfMedians
  }

  /// Samples whose shares are known: the points of a design.
  init(
    _ shares: [Int32: [Double]], _ names: [Int32: String], count: Int, _ sampling: Sampling
  ) {
    self.sampling = sampling
    self.shares = shares
    start = 0
    points = SamplePoints([], sampling, Correlations())
    axis = Axis(name: Self.axisName, labels: .counts(count))
    dimensions = names.mapValues { _ in 0 }
  }

  /// A single sample: every source at its median.
  static func medians(_ sampling: Sampling) -> SampleSet {
    let set = SampleSet([:], [:], count: 1, sampling)
    set.isOfMedians = true
    return set
  }

  private(set) var isOfMedians = false

  /// Its shares were given: there are no others.
  var isGiven: Bool { points.count == 0 }

  func holds(_ sources: some Sequence<Int32>) -> Bool {
    isOfMedians || sources.allSatisfy { dimensions[$0] != nil }
  }

  /// Which of the points belong to a source.
  func dimension(of source: Int32) -> Int { dimensions[source] ?? 0 }

  subscript(_ node: Node, _ point: Point) -> Column<Double>? {
    get { columns[Key(node: ObjectIdentifier(node), point: ObjectIdentifier(point))]?.column }
    set {
      let key = Key(node: ObjectIdentifier(node), point: ObjectIdentifier(point))
      columns[key] = newValue.map { (node, point, $0) }
    }
  }

  /// The shares below of a source, sample by sample: above 0 and below 1.
  func shares(of source: Int32) -> [Double] {
    if let known = shares[source] { return known }
    if let picked {
      let all = picked.from.shares(of: source)
      let made = picked.positions.map { all[$0] }
      shares[source] = made
      return made
    }
    if isOfMedians { return [0.5] }
    let made = made { points.shares(dimension(of: source), $0, from: start + $1, $2) }
    shares[source] = made
    return made
  }

  /// The normal quantiles of the shares of a source.
  func scores(of source: Int32) -> [Double] {
    if let known = scores[source] { return known }
    if let picked {
      let all = picked.from.scores(of: source)
      let made = picked.positions.map { all[$0] }
      scores[source] = made
      return made
    }
    if isGiven {
      let made = shares(of: source).map(StandardNormal.quantile)
      scores[source] = made
      return made
    }
    let made = made { points.scores(dimension(of: source), $0, from: start + $1, $2) }
    scores[source] = made
    return made
  }

  private func made(_ fill: (UnsafeMutablePointer<Double>, Int, Int) -> Void) -> [Double] {
    [Double](count: axis.count) { cells in
      guard let base = cells.baseAddress else { return true }
      let block = 512
      for from in stride(from: 0, to: cells.count, by: block) {
        fill(base + from, from, min(block, cells.count - from))
      }
      return true
    } ?? []
  }
}

extension Axis {
  var isOfSamples: Bool { name == SampleSet.axisName }
}
