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
  let variance: Double
  /// For each group the part of the variance that the group alone makes (A. Saltelli), and that which
  /// it makes together with others (M. J. W. Jansen), each with the whole; that of the second is taken
  /// among the same points, so that what both are off by cancels in their ratio.
  private(set) var first: [(part: Double, whole: Double)] = []
  private(set) var total: [(part: Double, whole: Double)] = []

  /// - Parameter line: the result at all points of a scramble, block by block.
  init(_ line: [Double], count: Int, groups: Int) {
    let n = Double(count)
    // around a mean, so that no digits are lost where that is large
    let mean = Lines.sum(Array(line[..<(2 * count)])) / (2 * n)
    func sum(_ term: (Int) -> Double) -> Double { Lines.sum((0..<count).map(term)) }
    let squares = (0..<(groups + 2)).map { block in
      sum { i in
        let off = line[block * count + i] - mean
        return off * off
      }
    }
    variance = (squares[0] + squares[1]) / (2 * n)
    for group in 0..<groups {
      let start = (group + 2) * count
      let both = (squares[0] + squares[group + 2]) / (2 * n)
      first.append(
        (sum { (line[count + $0] - mean) * (line[start + $0] - line[$0]) } / n, variance))
      total.append(
        (
          sum { i in
            let change = line[i] - line[start + i]
            return change * change
          } / (2 * n), both
        ))
    }
  }
}

/// A share of the variance and its standard error.
struct SobolIndex {
  var share: Double
  var error: Double

  /// With so few scrambles the error is known to a quarter itself: by so much it is enlarged that three
  /// errors cover with 99.7 % (Student's distribution with 7 degrees of freedom).
  static let enlargement = 1.5

  /// The ratio of two sums over scrambles; its error by leaving out each of them in turn.
  init(_ sums: [(part: Double, whole: Double)]) {
    let part = Lines.sum(sums.map(\.part))
    let whole = Lines.sum(sums.map(\.whole))
    guard whole > 0 else {
      (share, error) = (0, 0)
      return
    }
    let share = part / whole
    self.share = share
    let without = sums.map { whole > $0.whole ? (part - $0.part) / (whole - $0.whole) : share }
    let n = Double(without.count)
    let mean = Lines.sum(without) / n
    let squares = Lines.sum(without.map { ($0 - mean) * ($0 - mean) })
    error = Self.enlargement * (squares * (n - 1) / n).squareRoot()
  }
}
