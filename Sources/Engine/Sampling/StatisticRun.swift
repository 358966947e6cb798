import Glibc
import Syntax

/// One of several valuings of a formula that rests on statistics, each on samples of its own: from
/// how they differ it is told how far the statistic is likely off.
final class StatisticRun {
  static let runs = 8

  let sampling: Sampling
  private let number: Int
  private let nodes: Set<ObjectIdentifier>
  private struct Key: Hashable {
    var node: ObjectIdentifier
    var point: ObjectIdentifier
  }
  private var columns: [Key: (node: Node, point: Point, column: Column<Double>)] = [:]

  /// - Parameter nodes: the definitions that rest on a statistic: what is kept with them is of all
  ///   samples.
  init(_ number: Int, of sampling: Sampling, nodes: Set<ObjectIdentifier>) {
    var part = sampling
    part.setCount(sampling.count / Self.runs)
    part.seed = KeyedStream.key(seed: sampling.seed, name: "a run", replicate: UInt64(number))
    self.sampling = part
    self.nodes = nodes
    self.number = number
  }

  /// A share that no sample, or every one, has taken: of those that are valued in turn every other one
  /// gets a little, so that in all they are off by the share of one sample.
  func unsure(_ share: Double) -> Double {
    guard number > 0, !number.isMultiple(of: 2) else { return share }
    let runs = Double(Self.runs)
    let little = 2 * (runs - 1).squareRoot() / (Double(sampling.count) * runs)
    return share == 0 ? little : share == 1 ? 1 - little : share
  }

  /// The first of the samples, to see roughly how a statistic runs.
  init(few count: Int, of sampling: Sampling, nodes: Set<ObjectIdentifier>) {
    var part = sampling
    part.setCount(min(count, sampling.count))
    self.sampling = part
    self.nodes = nodes
    number = 0
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
        found.hasStatistic || found.formulas.contains { holding.contains(ObjectIdentifier($0)) }
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
  /// Of a range over brackets both ends count.
  func statisticErrors(of formula: Formula, _ ends: [[Double]]) -> SamplingErrors? {
    guard usesStatistics, !formula.hasSamples, evaluator.run == nil,
      let nodes = formula.restingOnStatistics
    else { return nil }
    let outer = evaluator.samples
    evaluator.samples = nil
    defer {
      evaluator.run = nil
      evaluator.samples = outer
    }
    // of a range, where its ends are attained
    var corners: [[Point]] = [[evaluator.bestPoint]]
    if formula.hasSources {
      let cells = ends.first?.indices ?? 0..<0
      guard cells.count <= 8 else { return nil }
      let found = cells.map { try? evaluator.corners(formula, cell: $0) }
      guard !found.contains(where: { $0 == nil }) else { return nil }
      corners = [
        found.map { Point($0?.low ?? [:]) }, found.map { Point($0?.high ?? [:]) },
      ]
    }
    var found: [[[Double]]] = []
    for number in 1...StatisticRun.runs {
      if mustStop() { return nil }
      evaluator.run = StatisticRun(number, of: sampling, nodes: nodes)
      var others: [[Double]] = []
      for (points, end) in zip(corners, ends) {
        var cells: [Double] = []
        for (cell, point) in points.enumerated() {
          guard let column = try? evaluator.column(formula, at: point),
            column.cells.count == end.count, column.cells.allSatisfy(\.isFinite)
          else { return nil }
          if formula.hasSources { cells.append(column.cells[cell]) } else { cells = column.cells }
        }
        others.append(cells)
      }
      found.append(others)
    }
    let n = Double(found.count)
    func error(_ end: Int, _ cell: Int) -> Double {
      let runs = found.map { $0[end][cell] }
      let error = Samples.deviation(runs) / (n - 1).squareRoot()
      // what comes out otherwise with fewer samples, as of long tails, will with more
      let drift = abs(Samples.mean(runs) - ends[end][cell])
      return drift > 3 * error ? drift : error
    }
    let errors = (ends.first ?? []).indices.map { cell in
      ends.indices.map { error($0, cell) }.max() ?? 0
    }
    return SamplingErrors(cells: errors, sampling: sampling)
  }
}
