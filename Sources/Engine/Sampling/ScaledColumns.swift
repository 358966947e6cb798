import Glibc

/// The same results in units of their own: powers of two, in which their squares are neither too large
/// nor too small for a number.
///
/// `normal(0, 1) * 1e300` has samples whose squares are no numbers; times 2⁻⁹⁹⁶ they are, and what is
/// found of them is exact in the bits that it was exact in before.
struct ScaledColumns<Base: SampleColumns>: SampleColumns {
  let base: Base
  /// which results, and the exponents of their factors
  let results: [(index: Int, exponent: Int)]

  var width: Int { results.count }
  var total: Int { base.total }
  var work: Int { base.work }
  var isShared: Bool { base.isShared }

  final class Worker: SampleWorker {
    private let worker: Base.Worker
    private let results: [(index: Int, exponent: Int)]
    private let cells: UnsafeMutablePointer<Double>

    init(_ worker: Base.Worker, _ results: [(index: Int, exponent: Int)]) {
      (self.worker, self.results) = (worker, results)
      cells = .allocate(capacity: SamplePlan.blockSize)
      cells.initialize(repeating: 0, count: SamplePlan.blockSize)
    }

    deinit { cells.deallocate() }

    func run(from start: Int, _ n: Int) -> Bool { worker.run(from: start, n) }

    func result(_ i: Int, _ n: Int) -> UnsafePointer<Double> {
      let numbers = worker.result(results[i].index, n)
      for k in 0..<n { cells[k] = scalbn(numbers[k], Int32(results[i].exponent)) }
      return UnsafePointer(cells)
    }
  }

  func worker() -> Worker { Worker(base.worker(), results) }
}

extension StatisticsFinder {
  /// Finds those results once more, in units of their own, whose squares were too large or too small for
  /// numbers.
  func rescaled<Columns: SampleColumns>(
    _ found: [SampleStatistics], _ columns: Columns, fault: inout Double?
  ) -> [SampleStatistics] {
    let extreme = found.indices.filter { i in
      let least = found[i].variance / Double(max(columns.total, 1))
      return !found[i].variance.isFinite || least < .leastNormalMagnitude
    }
    guard !extreme.isEmpty else { return found }
    let worker = columns.worker()
    let n = min(columns.total, SamplePlan.blockSize)
    guard worker.run(from: 0, n) else { return found }
    var results: [(index: Int, exponent: Int)] = []
    for i in extreme {
      let numbers = worker.result(i, n)
      var (size, differs) = (0.0, false)
      for k in 0..<n {
        size = max(size, abs(numbers[k]))
        if numbers[k] != numbers[0] { differs = true }
      }
      if differs, size > 0, size.isFinite { results.append((i, -Int(size.exponent))) }
    }
    // in units of their own already, or one number
    guard results.contains(where: { abs($0.exponent) > 8 }) else { return found }
    let scaled = ScaledColumns(base: columns, results: results)
    guard let again = find(scaled, fault: &fault) else { return found }
    var whole = found
    for ((i, exponent), statistics) in zip(results, again) {
      whole[i] = statistics.scaled(by: -exponent)
    }
    return whole
  }
}

extension SampleStatistics {
  /// The same in another unit.
  fileprivate func scaled(by exponent: Int) -> SampleStatistics {
    func scaled(_ number: Double) -> Double { scalbn(number, Int32(exponent)) }
    var other = self
    other.mean = scaled(mean)
    other.meanError = scaled(meanError)
    other.deviation = scaled(deviation)
    other.variance = scaled(scaled(variance))
    other.quantiles = quantiles.map(scaled)
    other.errors = errors.map(scaled)
    return other
  }
}
