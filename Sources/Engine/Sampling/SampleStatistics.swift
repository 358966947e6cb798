import CKernels
import Glibc

/// What is known of the samples of one result.
struct SampleStatistics {
  /// so many samples; fewer than were asked for where the work was stopped
  var count: Int
  var mean: Double
  /// divided by the count
  var variance: Double
  /// its root, also where the square is too large or too small for a number
  var deviation: Double
  /// those asked for, in their order
  var quantiles: [Double]
  /// how far each of them is likely off
  var errors: [Double]
  /// how far the mean is likely off
  var meanError: Double
  /// all samples are the same number
  var isConstant: Bool

  /// So near to each other lie numbers that differ by rounding alone, as a share of their size.
  static let rounding = 0x1p-49
}

/// Finds means, variances and quantiles of many results at once, in memory that does not hold the
/// samples.
///
/// The first 64th of the samples is a net itself. It tells between which numbers each quantile lies, as
/// its own first 64th does for it, and so on down to a few samples that are all kept. Then one sweep
/// sums, counts the samples below these windows and keeps the few within them: the quantiles are order
/// statistics, exactly. One that lies outside its window after all, or in a window of very many samples
/// (a number that occurs often), is looked for in further sweeps. Counts do not depend on who counts,
/// and sums are added piece by piece in order: the same bits on any number of cores.
struct StatisticsFinder {
  /// of all samples, for each result
  let shares: [Double]
  let isInterrupted: (Double) -> Bool

  /// so few samples are all kept
  var few = 2048
  /// so many samples of a window are kept
  var collected = 1 << 18
  /// and so many of all windows, where numbers that occur often lie in many
  private static let mostKept = 1 << 26
  /// as many as are kept without a second thought
  private static let fewKept = 1 << 22
  /// from so many samples on their first ones may take long as well
  private static let many = 1 << 20

  /// - Returns: nil where the work was stopped before anything was known.
  func find<Columns: SampleColumns>(_ columns: Columns, fault: inout Double?)
    -> [SampleStatistics]?
  {
    guard let seen = look(columns, first: columns.total, fault: &fault) else { return nil }
    var found = seen.map(\.statistics)
    let open = seen.flatMap(\.open)
    if !open.isEmpty {
      OrderStatistics(shares: shares, most: collected)
        .find(open, columns, { _ in isInterrupted(1) }, into: &found)
    }
    return rescaled(found, columns, fault: &fault)
  }

  /// Looks at the first samples of all.
  private func look<Columns: SampleColumns>(
    _ columns: Columns, first total: Int, fault: inout Double?
  ) -> [Seen]? {
    let windows: SampleWindows
    var centers: [Double]
    let slots = columns.width * shares.count
    var few = self.few
    while few > 256, few * columns.width > Self.fewKept { few /= 2 }
    if total <= few {
      windows = SampleWindows(everythingOf: columns.width, shares.count)
      let worker = columns.worker()
      guard worker.run(from: 0, min(total, SamplePlan.blockSize)) else { return nil }
      centers = (0..<columns.width).map { worker.result($0, 1)[0] }
    } else {
      // of many results less can be kept: they are looked for more closely
      let part = slots <= 64 ? 64 : slots <= 4096 ? 16 : 4
      let fewer = max(total / part, few / 4)
      guard let seen = look(columns, first: fewer, fault: &fault) else { return nil }
      guard seen.allSatisfy({ $0.statistics.count == fewer }) else { return seen }
      windows = SampleWindows(seen.map(\.windows))
      centers = seen.map(\.statistics.mean)
    }
    for i in centers.indices where !centers[i].isFinite { centers[i] = 0 }

    let sweep = SampleSweep(total)
    let sums = PieceSums(columns.width, sweep.pieces)
    let most = min(collected, Self.mostKept / max(windows.ranges.count, 1)) / SampleSweep.runs
    let isBrief = total < min(columns.total, Self.many)
    let work = Double(total) / Double(columns.total)
    let ask = { (share: Double) in isBrief ? false : isInterrupted(share * work) }
    let (surveys, isWhole) = sweep.run(columns, isInterrupted: ask) {
      Survey(windows, most: max(most, 1))
    } _: { survey, piece, start, n, worker in
      let run = min(start / sweep.runSize, SampleSweep.runs - 1)
      survey.done[run] += n
      for i in 0..<centers.count {
        let cells = worker.result(i, n)
        let (first, count) = windows.places(i)
        var (sum, squares) = (0.0, 0.0)
        tj_survey(cells, n, centers[i], survey.windows(run) + first, count, &sum, &squares)
        if !squares.isFinite, tj_all_finite(cells, n) == 0 { survey.note(cells, start, n) }
        sums.add(sum, squares, i, piece)
      }
    }
    if let first = surveys.compactMap(\.fault).min(by: { $0.at < $1.at }) {
      fault = first.value
      return nil
    }
    let done = (0..<SampleSweep.runs).map { run in surveys.reduce(0) { $0 + $1.done[run] } }
    guard done.contains(where: { $0 > 0 }) else { return nil }
    return centers.indices.map { i in
      seen(
        i, centers[i], windows, surveys, done, sums, sweep, isWhole: isWhole,
        isLast: total == columns.total)
    }
  }

  /// What some of the samples tell of a result.
  private struct Seen {
    var statistics: SampleStatistics
    /// between which numbers each quantile of more samples lies
    var windows: [SampleWindow]
    /// what is not known for certain
    var open: [OrderStatistics.Place] = []
  }

  private func seen(
    _ i: Int, _ center: Double, _ windows: SampleWindows, _ surveys: [Survey], _ done: [Int],
    _ sums: PieceSums, _ sweep: SampleSweep, isWhole: Bool, isLast: Bool
  ) -> Seen {
    let count = done.reduce(0, +)
    let n = Double(count)
    let (sum, squares) = sums.totals(i)
    let shift = sum / n
    let variance = max(squares / n - shift * shift, 0)
    // those that are whole
    let runs = done.indices.filter { done[$0] == sweep.runSize }
    let means = sums.means(i, runs: SampleSweep.runs, sweep.runSize).filter { _ in runs.count > 1 }
    var seen = Seen(
      statistics: SampleStatistics(
        count: count, mean: center + shift,
        // so large that their squares are no numbers
        variance: squares.isNaN ? .infinity : variance, deviation: variance.squareRoot(),
        quantiles: shares.map { _ in center }, errors: shares.map { _ in 0 },
        meanError: Self.error(of: means) ?? (variance / n).squareRoot(),
        isConstant: squares == 0
          || variance.squareRoot() <= SampleStatistics.rounding * abs(center + shift)),
      windows: shares.map { _ in SampleWindow(low: center, high: center) })
    guard squares != 0, !shares.isEmpty else { return seen }
    let (first, slots) = windows.places(i)
    for slot in first..<(first + slots) {
      let line = KeptLine(slot, windows.ranges[slot], surveys)
      for (k, share) in shares.enumerated() where windows.ofShare[i][k] == slot {
        let some = runs.map {
          let found = line.quantile(share, of: sweep.runSize, run: $0)
          return found.value ?? line.guess(found.rank, of: sweep.runSize, run: $0, center)
        }
        let error =
          Self.error(of: some) ?? (variance * share * (1 - share) / n).squareRoot() * 3
        let found = line.quantile(share, of: count, run: nil)
        let value = found.value ?? line.guess(found.rank, of: count, run: nil, center)
        if found.value == nil, isWhole {
          seen.open += line.places(found, of: count, result: i, share: k)
        }
        seen.statistics.quantiles[k] = value
        seen.statistics.errors[k] = error.isNaN ? .infinity : error
        if !isLast {
          seen.windows[k] = SampleWindow(
            value, error, some, near: line.near(share, of: count), share, of: count)
        }
      }
    }
    return seen
  }

  /// How far the whole is likely off that is made of some runs, by how far these differ.
  private static func error(of runs: [Double]) -> Double? {
    guard runs.count > 1 else { return nil }
    return Samples.deviation(runs) / Double(runs.count - 1).squareRoot()
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
