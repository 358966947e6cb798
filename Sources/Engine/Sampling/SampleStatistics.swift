import CKernels
import Glibc

/// What is known of the samples of one result.
struct SampleStatistics {
  /// so many samples; fewer than were asked for where the work was stopped
  var count: Int
  var mean: Double
  /// divided by the count
  var variance: Double
  /// those asked for, in their order
  var quantiles: [Double]
  /// how far each of them is likely off
  var errors: [Double]
  /// how far the mean is likely off
  var meanError: Double
  /// all samples are the same number
  var isConstant: Bool
}

/// Finds means, variances and quantiles of many results at once, in memory that does not grow with the
/// number of samples.
///
/// A first sweep sums, and counts in bins whose ends come from the first samples: the first block is a
/// net itself, so it knows about where the quantiles lie. A second one takes the few samples out of the
/// bins in which the quantiles lie: they are order statistics, exactly. Bins that hold too many are
/// divided first. Of very many samples a bin that is filled evenly tells more than they know. Counts do not depend on who counts, and sums are added piece by piece in order: the
/// same bits on any number of cores.
struct StatisticsFinder {
  /// of all samples, for each result
  let shares: [Double]
  let isInterrupted: (Double) -> Bool

  /// results that fit are kept between the sweeps instead of being made anew
  var keptCells = 1 << 22
  /// a bin holds at most so many when its samples are taken out
  var collected = 1 << 17

  private struct Bins {
    var low: Double
    var scale: Double
    var center: Double
  }

  /// - Returns: nil where the work was stopped before anything was known.
  func find<Columns: SampleColumns>(_ columns: Columns, fault: inout Double?)
    -> [SampleStatistics]?
  {
    let width = columns.width
    let sweep = SampleSweep(columns.total)
    let bins = pilot(columns)
    guard bins.count == width else { return nil }
    var kept: KeptColumns?
    if width * columns.total <= keptCells {
      kept = KeptColumns(
        width: width, total: columns.total,
        cells: .allocate(capacity: max(width * columns.total, 1)))
    }
    defer { kept?.cells.deallocate() }

    let binCount = Self.binCount(columns)
    let sums = PieceSums(width, sweep.pieces)
    let passes = kept == nil ? 2.0 : 1.0
    let runSize = max(columns.total / SampleSweep.runs, 1)
    let asked = { (share: Double) in isInterrupted(share / passes) }
    let (states, isWhole) = sweep.run(columns, isInterrupted: asked) {
      Counts(width, binCount)
    } _: { state, piece, start, n, worker in
      let run = min(start / runSize, SampleSweep.runs - 1)
      for i in 0..<width {
        let cells = worker.result(i, n)
        if let kept {
          (kept.cells + i * columns.total + start).update(from: cells, count: n)
        }
        if tj_all_finite(cells, n) == 0 {
          state.note(cells, start, n)
          continue
        }
        var (sum, squares) = (0.0, 0.0)
        tj_moments(cells, n, bins[i].center, &sum, &squares)
        sums.add(sum, squares, i, piece)
        tj_bins(state.bins, cells, n, bins[i].low, bins[i].scale, Int32(binCount - 1))
        tj_count(state.counts(i, run), state.bins, n)
      }
    }
    if let first = states.compactMap(\.fault).min(by: { $0.at < $1.at }) {
      fault = first.value
      return nil
    }
    guard let counts = Counts.merged(states), counts.all(0).contains(where: { $0 > 0 }) else {
      return nil
    }
    var found = (0..<width).map { i in
      statistics(of: i, bins[i], counts, sums, columns.total)
    }
    guard isWhole else { return found }
    let isRegenerated = kept == nil
    let ask = { (share: Double) in isInterrupted(isRegenerated ? 0.5 + share / 2 : 1) }
    if let kept {
      OrderStatistics(shares: shares, bins: bins.map { ($0.low, $0.scale) }, counts: counts)
        .find(kept, sweep, ask, collected, into: &found)
    } else {
      OrderStatistics(shares: shares, bins: bins.map { ($0.low, $0.scale) }, counts: counts)
        .find(columns, sweep, ask, collected, into: &found)
    }
    return found
  }

  private static func binCount<Columns: SampleColumns>(_ columns: Columns) -> Int {
    if columns.total > OrderStatistics.many, columns.width <= 16 { return 4096 }
    return columns.width <= 64 ? 1024 : 256
  }

  /// Where the bins lie: what the first samples reach, but for their ends.
  private func pilot<Columns: SampleColumns>(_ columns: Columns) -> [Bins] {
    let n = min(256, columns.total)
    let worker = columns.worker()
    guard worker.run(from: 0, n) else { return [] }
    let isWide = shares.contains { $0 < 0.03 || $0 > 0.97 }
    let binCount = Double(Self.binCount(columns))
    return (0..<columns.width).map { i in
      let cells = worker.result(i, n)
      var sorted = (0..<n).map { cells[$0] }
      for k in sorted.indices where !sorted[k].isFinite { sorted[k] = 0 }
      sorted.sort()
      let cut = isWide ? 0 : n / 100
      var (low, high) = (sorted[cut], sorted[n - 1 - cut])
      if low == high { (low, high) = (sorted[0], sorted[n - 1]) }
      let span = (high - low) * 1.2
      let scale = binCount / span
      return Bins(
        low: low - (high - low) * 0.1, scale: scale.isFinite && span.isFinite ? scale : 0,
        center: sorted[n / 2])
    }
  }

  private func statistics(
    of i: Int, _ bins: Bins, _ counts: Counts, _ sums: PieceSums, _ total: Int
  ) -> SampleStatistics {
    let all = counts.all(i)
    let count = all.reduce(0) { $0 + Int($1) }
    let n = Double(count)
    let (sum, squares) = sums.totals(i)
    let shift = sum / n
    let variance = max(squares / n - shift * shift, 0)
    // of the runs that are whole
    let runSize = max(total / SampleSweep.runs, 1)
    let runs = (0..<SampleSweep.runs).filter { counts.total(i, run: $0) == runSize }
    var errors = shares.map { _ in 0.0 }
    var quantiles = shares.map { _ in bins.center }
    if squares > 0 {
      quantiles =
        all.withUnsafeBufferPointer { all in
          all.baseAddress.map { counts.quantiles($0, count, shares, bins.low, bins.scale) }
        } ?? quantiles
      let some = runs.map {
        counts.quantiles(counts.counts(i, $0), runSize, shares, bins.low, bins.scale)
      }
      for (k, share) in shares.enumerated() {
        errors[k] =
          Self.error(of: some.map { $0[k] })
          ?? (variance * share * (1 - share) / n).squareRoot() * 3
      }
    }
    let means = sums.means(i, runs: SampleSweep.runs, runSize).filter { _ in runs.count > 1 }
    return SampleStatistics(
      count: count, mean: bins.center + shift, variance: squares > 0 ? variance : 0,
      quantiles: quantiles, errors: errors,
      meanError: Self.error(of: means) ?? (variance / n).squareRoot(),
      isConstant: squares == 0)
  }

  /// How far the whole is likely off that is made of some runs, by how far these differ.
  private static func error(of runs: [Double]) -> Double? {
    guard runs.count > 1 else { return nil }
    return (Samples.variance(runs) / Double(runs.count - 1)).squareRoot()
  }
}

/// The sums of each piece, so that they can be added in order.
final class PieceSums: @unchecked Sendable {
  private let pieces: Int
  private let sums: UnsafeMutablePointer<Double>
  private let squares: UnsafeMutablePointer<Double>

  init(_ width: Int, _ pieces: Int) {
    self.pieces = pieces
    sums = .allocate(capacity: max(width * pieces, 1))
    squares = .allocate(capacity: max(width * pieces, 1))
    sums.initialize(repeating: 0, count: width * pieces)
    squares.initialize(repeating: 0, count: width * pieces)
  }

  deinit {
    sums.deallocate()
    squares.deallocate()
  }

  /// A piece is done by one thread.
  func add(_ sum: Double, _ square: Double, _ i: Int, _ piece: Int) {
    sums[i * pieces + piece] += sum
    squares[i * pieces + piece] += square
  }

  func totals(_ i: Int) -> (Double, Double) {
    let range = i * pieces..<(i + 1) * pieces
    return (Lines.sum(range.map { sums[$0] }), Lines.sum(range.map { squares[$0] }))
  }

  /// The means of the runs, from the center on.
  func means(_ i: Int, runs: Int, _ size: Int) -> [Double] {
    guard pieces >= runs else { return [] }
    let part = pieces / runs
    return (0..<runs).map { run in
      let range = (i * pieces + run * part)..<(i * pieces + (run + 1) * part)
      return Lines.sum(range.map { sums[$0] }) / Double(size)
    }
  }
}

/// How many samples of each run and result lie in each bin.
final class Counts: @unchecked Sendable {
  let width: Int
  let binCount: Int
  let bins: UnsafeMutablePointer<Int32>
  private let cells: UnsafeMutablePointer<UInt32>
  private(set) var fault: (at: Int, value: Double)?

  init(_ width: Int, _ binCount: Int) {
    self.width = width
    self.binCount = binCount
    let count = width * SampleSweep.runs * binCount
    cells = .allocate(capacity: max(count, 1))
    cells.initialize(repeating: 0, count: count)
    bins = .allocate(capacity: SamplePlan.blockSize)
  }

  deinit {
    cells.deallocate()
    bins.deallocate()
  }

  func counts(_ i: Int, _ run: Int) -> UnsafeMutablePointer<UInt32> {
    cells + (i * SampleSweep.runs + run) * binCount
  }

  /// Keeps the first number that is none.
  func note(_ numbers: UnsafePointer<Double>, _ start: Int, _ n: Int) {
    for k in 0..<n where !numbers[k].isFinite {
      if fault.map({ start + k < $0.at }) ?? true { fault = (start + k, numbers[k]) }
      return
    }
  }

  static func merged(_ all: [Counts]) -> Counts? {
    guard let first = all.first else { return nil }
    let count = first.width * SampleSweep.runs * first.binCount
    for other in all.dropFirst() {
      for k in 0..<count { first.cells[k] += other.cells[k] }
    }
    return first
  }

  func total(_ i: Int, run: Int) -> Int {
    let counts = counts(i, run)
    var total = 0
    for bin in 0..<binCount { total += Int(counts[bin]) }
    return total
  }

  /// How many lie in each bin, of all runs.
  func all(_ i: Int) -> [UInt32] {
    Array(unsafeUninitializedCapacity: binCount) { all, filled in
      guard let base = all.baseAddress else { return }
      base.initialize(from: counts(i, 0), count: binCount)
      for run in 1..<SampleSweep.runs {
        let other = counts(i, run)
        for bin in 0..<binCount { base[bin] += other[bin] }
      }
      filled = binCount
    }
  }

  /// Quantiles as the bins know them: between the ends of a bin its samples lie evenly.
  func quantiles(
    _ counts: UnsafePointer<UInt32>, _ total: Int, _ shares: [Double], _ low: Double,
    _ scale: Double
  ) -> [Double] {
    guard scale > 0 else { return shares.map { _ in low } }
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: binCount) { room in
      guard let upTo = room.baseAddress else { return shares }
      tj_cumulate(upTo, counts, binCount)
      return shares.map { share in
        let wanted = share * Double(total)
        // the first bin that reaches so far and is not empty
        var (from, to) = (0, binCount - 1)
        while from < to {
          let middle = (from + to) / 2
          if Double(upTo[middle]) < wanted || upTo[middle] == 0 {
            from = middle + 1
          } else {
            to = middle
          }
        }
        let here = Double(counts[from])
        let part = here > 0 ? (wanted - Double(upTo[from]) + here) / here : 0
        return low + (Double(from) + part) / scale
      }
    }
  }
}
