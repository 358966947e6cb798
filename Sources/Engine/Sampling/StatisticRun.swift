import Glibc
import Syntax

/// One of several valuings of a formula that rests on statistics, each on samples of its own: from
/// how they differ it is told how far the statistic is likely off.
final class StatisticRun {
  static let runs = 8

  let sampling: Sampling
  private let number: Int
  /// what the samples tell alone, nothing added for what they may have missed
  private let isPlain: Bool
  private let nodes: Set<ObjectIdentifier>
  private struct Key: Hashable {
    var node: ObjectIdentifier
    var point: ObjectIdentifier
  }
  private var columns: [Key: (node: Node, point: Point, column: Column<Double>)] = [:]

  /// - Parameter nodes: the definitions that rest on a statistic: what is kept with them is of all
  ///   samples.
  init(
    _ number: Int, of sampling: Sampling, nodes: Set<ObjectIdentifier>, isPlain: Bool = false
  ) {
    var part = sampling
    part.setCount(sampling.count / Self.runs)
    part.seed = KeyedStream.key(seed: sampling.seed, name: "a run", replicate: UInt64(number))
    self.sampling = part
    self.nodes = nodes
    self.number = number
    self.isPlain = isPlain
  }

  /// A share that samples have taken is a whole number of them, and so off by one or less, also where all
  /// runs agree: of those that are valued in turn every other one gets a little. Where no sample, or every
  /// one, has taken it, they are off by the share of one sample in all; else by the standard deviation of
  /// a step of one sample up or down.
  func unsure(_ share: Double) -> Double {
    guard !isPlain else { return share }
    let isOdd = !number.isMultiple(of: 2)
    let runs = Double(Self.runs)
    let step = (runs - 1).squareRoot() / (Double(sampling.count) * runs)
    if share == 0 || share == 1 {
      return !isOdd ? share : share == 0 ? 2 * step : 1 - 2 * step
    }
    return min(max(share + (isOdd ? 1 : -1) * step / 3.0.squareRoot(), 0), 1)
  }

  /// Two samples at each end, the outermost but one and one further in: from them it is told how fast
  /// what is added up grows where samples become rare.
  var ends: [Double] {
    let count = Double(sampling.count)
    return count < 128 ? [] : Self.places.map { $0 / count } + Self.places.map { 1 - $0 / count }
  }

  private static let places = [1.5, 24.0]

  /// Of a sum, how large a part is likely missing as it lies beyond all samples: of exp(s·z) with a
  /// normal z that is the share of a normal distribution around s. Of runs that are valued in turn every
  /// other one gets it. Nothing for what grows no faster than exp(z).
  /// - Parameter tails: what the samples at `ends` add, outer and inner of one end after the other.
  func missing(_ tails: [(outer: Double, inner: Double)]) -> Double {
    guard !isPlain else { return 0 }
    let count = Double(sampling.count)
    func z(_ place: Double, _ count: Double) -> Double {
      -StandardNormal.quantile(place / count)
    }
    let width = z(Self.places[0], count) - z(Self.places[1], count)
    let last = z(0.5, count * Double(Self.runs))
    let usual = StandardNormal.share(below: 1 - last)
    var part = 0.0
    for tail in tails where tail.outer > tail.inner && tail.inner > 0 {
      let slope = log(tail.outer / tail.inner) / width
      part = max(part, StandardNormal.share(below: slope - last) - usual)
    }
    let sign = number.isMultiple(of: 2) ? -1.0 : 1
    return sign * min(part / (1 - part), 3) * Double(Self.runs - 1).squareRoot()
  }

  /// What was frozen keeps its error: a little more in one run, a little less in the next.
  func moved(_ column: Column<Double>, by errors: [Double]) -> Column<Double> {
    guard !isPlain, errors.count == column.cells.count else { return column }
    let sign = (number.isMultiple(of: 2) ? -1 : 1) * Double(Self.runs - 1).squareRoot()
    var moved = column
    for (i, error) in errors.enumerated() where error.isFinite { moved.cells[i] += sign * error }
    return moved
  }

  /// The first of the samples, to see roughly how a statistic runs.
  init(few count: Int, of sampling: Sampling, nodes: Set<ObjectIdentifier>) {
    var part = sampling
    part.setCount(min(count, sampling.count))
    self.sampling = part
    self.nodes = nodes
    number = 0
    isPlain = true
  }

  func holds(_ node: Node) -> Bool { nodes.contains(ObjectIdentifier(node)) }

  subscript(_ node: Node, _ point: Point) -> Column<Double>? {
    get { columns[Key(node: ObjectIdentifier(node), point: ObjectIdentifier(point))]?.column }
    set {
      let key = Key(node: ObjectIdentifier(node), point: ObjectIdentifier(point))
      columns[key] = newValue.map { (node, point, $0) }
    }
  }

  func forget() { columns = [:] }
}

extension Formula {
  /// The definitions below that rest on a statistic; nil where there is no statistic at all.
  /// - Complexity: linear in the formulas below; without recursion, since chains may be long.
  var restingOnStatistics: Set<ObjectIdentifier>? {
    var links: [ObjectIdentifier: Links] = [:]
    var holding: Set<ObjectIdentifier> = []
    var nodes: Set<ObjectIdentifier> = []
    var stack: [Formula] = [self]
    while let formula = stack.last {
      let id = ObjectIdentifier(formula)
      guard let found = links[id] else {
        let found = Links(formula)
        links[id] = found
        for next in found.formulas where links[ObjectIdentifier(next)] == nil { stack.append(next) }
        continue
      }
      stack.removeLast()
      if holding.contains(id) { continue }
      let rests =
        found.hasStatistic || found.isFrozen
        || found.formulas.contains { holding.contains(ObjectIdentifier($0)) }
      if rests { holding.insert(id) }
      for node in found.nodes {
        if let formula = node.formula, holding.contains(ObjectIdentifier(formula)) {
          nodes.insert(ObjectIdentifier(node))
        }
      }
    }
    return holding.contains(ObjectIdentifier(self)) ? nodes : nil
  }
}

extension Session {
  /// How far a value is likely off, cell by cell, for resting on statistics of samples; nil where it
  /// rests on none, and where that cannot be told.
  ///
  /// - Parameters:
  ///   - ends: its cells; of a range over brackets both ends.
  ///   - places: where these are attained, of those cells for which that is known.
  func statisticErrors(
    of formula: Formula, _ ends: [[Double]], at places: [Int: ExactRange.Places] = [:],
    isOuterBound: Bool = false
  ) -> SamplingErrors? {
    guard usesStatistics, !formula.hasSamples, evaluator.run == nil,
      let nodes = formula.restingOnStatistics
    else { return nil }
    let cells = ends.first?.indices ?? 0..<0
    // of work that was stopped: from few samples, how far as many as there are will be off
    let before = isInterrupted
    defer { isInterrupted = before }
    let whole = formula.hasSources ? samplingBesideBrackets : sampling
    var part = whole
    var scale = 1.0
    func takeFew(of count: Int) {
      isInterrupted = { false }
      part.setCount(min(count, Sampling().count))
      scale = (Double(part.count) / Double(max(count, 1))).squareRoot()
    }
    if let stoppedAfter { takeFew(of: stoppedAfter) }
    // of a range, where its ends are attained
    var points: [[Point]] = [[evaluator.bestPoint]]
    if formula.hasSources {
      guard cells.count <= ExactRange.mostPlaces else { return nil }
      points = [
        cells.map { places[$0].map { Point($0.low) } ?? evaluator.bestPoint },
        cells.map { places[$0].map { Point($0.high) } ?? evaluator.bestPoint },
      ]
    }
    var valued: [[[Double]]] = Array(repeating: [], count: StatisticRun.runs)
    for (points, end) in zip(points, ends) {
      var found = statisticRuns(of: formula, nodes, at: points, part)
      if found == nil, stoppedAfter == nil, isInterrupted(), !isHurried, !isOverLimit {
        // the value was there, and only how far it is off was not
        takeFew(of: whole.count)
        found = statisticRuns(of: formula, nodes, at: points, part)
      }
      guard let runs = found else { return nil }
      for (k, run) in runs.enumerated() {
        guard run.allSatisfy({ $0.count == end.count }) else { return nil }
        valued[k].append(formula.hasSources ? cells.map { run[$0][$0] } : run[0])
      }
    }
    func error(_ end: Int, _ cell: Int) -> Double {
      let runs = valued.map { $0[end][cell] }
      let error = Samples.deviation(runs) / Double(runs.count - 1).squareRoot()
      // an outer bound may be attained nowhere
      if formula.hasSources, isOuterBound || places[cell] == nil { return error }
      // what comes out otherwise with fewer samples will with more; what comes out larger, as of long
      // tails, by more than it did
      let mean = Samples.mean(runs)
      let growth = abs(ends[end][cell]) - abs(mean)
      if growth > 2 * error { return 3 * growth }
      let drift = abs(mean - ends[end][cell])
      return drift > 3 * error ? drift : error
    }
    let errors = cells.map { cell in ends.indices.map { error($0, cell) * scale }.max() ?? 0 }
    return SamplingErrors(cells: errors, sampling: whole, samples: stoppedAfter)
  }

  /// The enclosures of a statistic that brackets move hold all its samples, and so there are not more.
  private static let mostBesideBrackets = 1 << 18

  private var samplingBesideBrackets: Sampling {
    var part = sampling
    part.setCount(min(sampling.count, Self.mostBesideBrackets))
    return part
  }

  /// The range of a formula over its brackets; of a statistic with no more samples than can be held.
  func rangeOverBrackets(_ formula: Formula) throws(Diagnostic) -> ExactRange {
    guard usesStatistics, sampling.count > Self.mostBesideBrackets, evaluator.run == nil,
      let nodes = formula.restingOnStatistics
    else { return try evaluator.exactRange(formula) }
    evaluator.run = StatisticRun(few: Self.mostBesideBrackets, of: sampling, nodes: nodes)
    defer { evaluator.run = nil }
    return try evaluator.exactRange(formula)
  }

  /// A formula valued on the samples of each run: run by run, for each of some points, its cells. Nil
  /// where it has no values there, or the work was stopped.
  func statisticRuns(
    of formula: Formula, _ nodes: Set<ObjectIdentifier>, at points: [Point], _ sampling: Sampling,
    isPlain: Bool = false
  ) -> [[[Double]]]? {
    let outer = (evaluator.samples, evaluator.run, isHurried)
    evaluator.samples = nil
    // a part of their samples is no run
    isHurried = true
    defer { (evaluator.samples, evaluator.run, isHurried) = outer }
    var found: [[[Double]]] = []
    for number in 1...StatisticRun.runs {
      if mustStop() { return nil }
      evaluator.run = StatisticRun(number, of: sampling, nodes: nodes, isPlain: isPlain)
      var all: [[Double]] = []
      for point in points {
        guard let column = try? evaluator.column(formula, at: point),
          column.cells.allSatisfy(\.isFinite)
        else { return nil }
        all.append(column.cells)
      }
      found.append(all)
    }
    return found
  }
}
