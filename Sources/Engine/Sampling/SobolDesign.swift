import Syntax

/// The samples from which Sobol indices are told: for each scramble the points A and B, and for each
/// group of sources the points A with the shares of that group taken from B (A. Saltelli et al.,
/// *Variance based sensitivity analysis of model output*, Comput. Phys. Commun. 181 (2010) 259-270).
struct SobolDesign {
  /// as many scrambles, from whose differences an error is told, or more
  static let scrambles = 8
  /// the most cells of a column
  private static let mostCells = 1 << 20

  /// sources that vary together are one
  let groups: [[Int32]]
  let sampling: Sampling
  /// points of A in each scramble
  let count: Int
  /// how many scrambles there are
  let runs: Int
  private let names: [Int32: String]
  private let order: [Int32]
  private let correlations: Correlations

  /// A quarter of the samples are points of A: 4,096 of 16,384.
  ///
  /// - Parameter names: of the sources, as which they are sampled.
  init(_ names: [Int32: String], _ sampling: Sampling, _ correlations: Correlations) {
    self.names = names
    self.sampling = sampling
    self.correlations = correlations
    let order = names.keys.sorted { (names[$0] ?? "", $0) < (names[$1] ?? "", $1) }
    self.order = order
    let joined = correlations.groups(order.map { names[$0] ?? "" })
    let grouped = Set(joined.joined())
    groups =
      (joined + order.indices.filter { !grouped.contains($0) }.map { [$0] })
      .sorted { $0[0] < $1[0] }.map { $0.map { order[$0] } }
    let total = max(sampling.count / 4, 16 * Self.scrambles)
    var count = total / Self.scrambles
    while count > 64, count * (groups.count + 2) > Self.mostCells { count /= 2 }
    self.count = count
    runs = total / count
  }

  /// How often the formula is valued in all scrambles together.
  var evaluations: Int { runs * count * (groups.count + 2) }

  /// All points of a scramble: those of A, those of B, then those of each group.
  func samples(scramble: Int) -> SampleSet {
    // the two halves of the dimensions are named apart, so that each is scrambled by itself
    func named(_ name: String, _ half: String) -> String { "\(name) \(half) \(scramble + 1)" }
    let halves = ["A", "B"]
    var together = Correlations()
    for (pair, factor) in correlations.pairs {
      for half in halves {
        let both = Correlations.Pair(named(pair.first, half), named(pair.second, half))
        together[both] = factor
      }
    }
    var part = sampling
    part.setCount(count)
    let points = SamplePoints(
      halves.flatMap { half in order.map { named(names[$0] ?? "", half) } }, part, together)
    var shares: [Int32: [Double]] = [:]
    for (dimension, source) in order.enumerated() {
      let a = self.shares(points, dimension)
      let b = self.shares(points, order.count + dimension)
      var all = a + b
      all.reserveCapacity(count * (groups.count + 2))
      for group in groups { all += group.contains(source) ? b : a }
      shares[source] = all
    }
    return SampleSet(shares, names, count: count * (groups.count + 2), sampling)
  }

  private func shares(_ points: SamplePoints, _ dimension: Int) -> [Double] {
    [Double](count: count) { cells in
      guard let base = cells.baseAddress else { return true }
      let block = 512
      for start in stride(from: 0, to: cells.count, by: block) {
        points.shares(dimension, base + start, from: start, min(block, cells.count - start))
      }
      return true
    } ?? []
  }
}

/// What one scramble tells of a cell.
struct SobolSums {
  /// the variance of the result
  var variance = 0.0
  /// for each group the part of it that the group alone makes (A. Saltelli), and that which goes where
  /// the group stays (M. J. W. Jansen)
  var first: [Double]
  var total: [Double]

  /// - Parameter line: the result at all points of a scramble, block by block.
  init(_ line: [Double], count: Int, groups: Int) {
    let mean = Lines.sum(Array(line[..<(2 * count)])) / Double(2 * count)
    let n = Double(count)
    func sum(_ term: (Int) -> Double) -> Double { Lines.sum((0..<count).map(term)) }
    variance =
      sum { i in
        let (a, b) = (line[i] - mean, line[count + i] - mean)
        return a * a + b * b
      } / (2 * n)
    first = []
    total = []
    for group in 0..<groups {
      let start = (group + 2) * count
      first.append(sum { (line[count + $0] - mean) * (line[start + $0] - line[$0]) } / n)
      total.append(
        sum { i in
          let change = line[i] - line[start + i]
          return change * change
        } / (2 * n))
    }
  }
}

/// A share of the variance and its standard error.
struct SobolIndex {
  var share: Double
  var error: Double

  /// The ratio of two sums over scrambles; its error by leaving out each of them in turn.
  init(_ parts: [Double], of variances: [Double]) {
    let part = Lines.sum(parts)
    let whole = Lines.sum(variances)
    guard whole > 0 else {
      (share, error) = (0, 0)
      return
    }
    let share = part / whole
    self.share = share
    let without = zip(parts, variances).map { whole > $1 ? (part - $0) / (whole - $1) : share }
    let n = Double(without.count)
    let mean = Lines.sum(without) / n
    error = (Lines.sum(without.map { ($0 - mean) * ($0 - mean) }) * (n - 1) / n).squareRoot()
  }
}
