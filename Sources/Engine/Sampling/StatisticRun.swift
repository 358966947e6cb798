import Glibc
import Syntax

/// One of several valuings of a formula that rests on statistics, each on samples of its own: from
/// how they differ it is told how far the statistic is likely off.
final class StatisticRun {
  static let runs = 8

  let sampling: Sampling
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
  func statisticErrors(of formula: Formula, _ column: Column<Double>) -> SamplingErrors? {
    guard usesStatistics, !formula.hasSources, !formula.hasSamples, evaluator.run == nil,
      let nodes = formula.restingOnStatistics
    else { return nil }
    let outer = evaluator.samples
    evaluator.samples = nil
    defer {
      evaluator.run = nil
      evaluator.samples = outer
    }
    var found: [[Double]] = []
    for number in 1...StatisticRun.runs {
      if mustStop() { return nil }
      evaluator.run = StatisticRun(number, of: sampling, nodes: nodes)
      guard let other = try? evaluator.column(formula), other.cells.count == column.cells.count,
        other.cells.allSatisfy(\.isFinite)
      else { return nil }
      found.append(other.cells)
    }
    let n = Double(found.count)
    let errors = column.cells.indices.map { i in
      (Samples.variance(found.map { $0[i] }) / (n - 1)).squareRoot()
    }
    return SamplingErrors(cells: errors, sampling: sampling)
  }
}
