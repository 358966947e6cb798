import CKernels
import Glibc

/// Two numbers between which a quantile lies, both with it.
struct SampleWindow {
  var low: Double
  var high: Double

  init(low: Double, high: Double) { (self.low, self.high) = (low, high) }

  static let everything = SampleWindow(low: -.infinity, high: .infinity)

  /// Where a quantile of more samples lies: within five errors of that of fewer, and at least between some
  /// of these. Of a share that few of them lie beyond nobody knows how far out it goes.
  ///
  /// - Parameters:
  ///   - error: of the quantile, as the runs tell it; of points that lie evenly it is next to nothing.
  ///   - runs: the quantile of each run.
  ///   - near: samples on either side.
  init(
    _ quantile: Double, _ error: Double, _ runs: [Double], near: SampleWindow, _ share: Double,
    of count: Int
  ) {
    self.init(
      low: min(quantile - 5 * error, near.low), high: max(quantile + 5 * error, near.high))
    if share * Double(count) < 16 {
      self = SampleWindow(low: -.infinity, high: max(high, runs.max() ?? .infinity))
    }
    if (1 - share) * Double(count) < 16 {
      self = SampleWindow(low: min(low, runs.min() ?? -.infinity), high: .infinity)
    }
    if !(low <= high) { self = .everything }
  }
}

/// The windows of all results, one behind the other: those of a result in order, without overlap.
struct SampleWindows {
  private(set) var ranges: [SampleWindow] = []
  /// for each result the window of each share
  private(set) var ofShare: [[Int]] = []
  private var ends: [Int] = []

  init(everythingOf width: Int, _ shares: Int) {
    self.init(Array(repeating: Array(repeating: .everything, count: shares), count: width))
  }

  /// - Parameter wanted: for each result a window for each share.
  init(_ wanted: [[SampleWindow]]) {
    for windows in wanted {
      var places = Array(repeating: 0, count: windows.count)
      let first = ranges.count
      for k in windows.indices.sorted(by: { windows[$0].low < windows[$1].low }) {
        if ranges.count > first, windows[k].low <= ranges[ranges.count - 1].high {
          ranges[ranges.count - 1].high = max(ranges[ranges.count - 1].high, windows[k].high)
        } else {
          ranges.append(windows[k])
        }
        places[k] = ranges.count - 1
      }
      ofShare.append(places)
      ends.append(ranges.count)
    }
  }

  /// The first window of a result, and how many there are.
  func places(_ i: Int) -> (first: Int, count: Int) {
    let first = i > 0 ? ends[i - 1] : 0
    return (first, ends[i] - first)
  }
}

/// What one thread sees in the windows, run by run.
final class Survey: @unchecked Sendable {
  private let slots: Int
  private let all: UnsafeMutablePointer<tj_window>
  /// how many samples of each run
  let done: UnsafeMutablePointer<Int>
  private(set) var fault: (at: Int, value: Double)?

  /// - Parameter most: so many samples of a window and run are kept.
  init(_ windows: SampleWindows, most: Int) {
    slots = windows.ranges.count
    let count = slots * SampleSweep.runs
    all = .allocate(capacity: max(count, 1))
    done = .allocate(capacity: SampleSweep.runs)
    done.initialize(repeating: 0, count: SampleSweep.runs)
    for k in 0..<count {
      let range = windows.ranges[k % slots]
      var window = tj_window()
      (window.low, window.high) = (range.low, range.high)
      // of one number there is nothing to keep
      window.most = range.low < range.high ? Int64(most) : 0
      (all + k).initialize(to: window)
    }
  }

  deinit {
    for k in 0..<(slots * SampleSweep.runs) { free(all[k].numbers) }
    all.deallocate()
    done.deallocate()
  }

  func windows(_ run: Int) -> UnsafeMutablePointer<tj_window> { all + run * slots }

  /// Keeps the first number that is none.
  func note(_ numbers: UnsafePointer<Double>, _ start: Int, _ n: Int) {
    for k in 0..<n where !numbers[k].isFinite {
      if fault.map({ start + k < $0.at }) ?? true { fault = (start + k, numbers[k]) }
      return
    }
  }
}

/// What all threads together have kept of a window: the numbers of a run, and of all, in a row.
final class KeptLine {
  private let window: SampleWindow
  private let numbers: UnsafeMutablePointer<Double>
  /// `tj_ranked` moves them
  private let room: UnsafeMutablePointer<Double>
  /// of each run, and of all
  private var below: [Int] = []
  private var within: [Int] = []
  private var starts = [0]

  init(_ slot: Int, _ window: SampleWindow, _ surveys: [Survey]) {
    self.window = window
    for run in 0..<SampleSweep.runs {
      let parts = surveys.map { $0.windows(run)[slot] }
      below.append(parts.reduce(0) { $0 + Int($1.below) })
      within.append(parts.reduce(0) { $0 + Int($1.within) })
      starts.append(starts[run] + parts.reduce(0) { $0 + Int($1.kept) })
    }
    below.append(below.reduce(0, +))
    within.append(within.reduce(0, +))
    let count = starts[SampleSweep.runs]
    numbers = .allocate(capacity: max(count, 1))
    room = .allocate(capacity: max(count, 1))
    var filled = 0
    for run in 0..<SampleSweep.runs {
      for survey in surveys {
        let part = survey.windows(run)[slot]
        guard let from = part.numbers else { continue }
        (numbers + filled).update(from: from, count: Int(part.kept))
        filled += Int(part.kept)
      }
    }
  }

  deinit {
    numbers.deallocate()
    room.deallocate()
  }

  /// A quantile of a run, or of all samples. Each sample stands for the middle of its part of the
  /// shares; between two of them the line is straight (Hazen's definition).
  /// - Returns: the rank of its lower neighbour, and the value; nil where that is not known.
  func quantile(_ share: Double, of count: Int, run: Int?) -> (rank: Int, value: Double?) {
    let position = min(max(share * Double(count) - 0.5, 0), Double(count - 1))
    let rank = Int(position)
    let part = position - Double(rank)
    let line = run ?? SampleSweep.runs
    let place = rank - below[line]
    let last = part > 0 ? place + 1 : place
    guard place >= 0, last < within[line] else { return (rank, nil) }
    if window.low == window.high { return (rank, window.low) }
    let start = run.map { starts[$0] } ?? 0
    let kept = run.map { starts[$0 + 1] - start } ?? starts[SampleSweep.runs]
    guard kept == within[line] else { return (rank, nil) }
    room.update(from: numbers + start, count: kept)
    let value = tj_ranked(room, kept, place, window.low, window.high)
    guard part > 0 else { return (rank, value) }
    let next = tj_next(numbers + start, kept, place, value)
    return (rank, value == next ? value : value * (1 - part) + next * part)
  }

  /// Samples some ranks below and above a quantile, as far as they are kept.
  func near(_ share: Double, of count: Int) -> SampleWindow {
    let (below, within) = (self.below[SampleSweep.runs], self.within[SampleSweep.runs])
    let place = Int(share * Double(count)) - below
    let kept = starts[SampleSweep.runs]
    guard kept == within, kept > 0 else { return window }
    let ends = [place - 4, place + 4].map { place -> Double in
      room.update(from: numbers, count: kept)
      return tj_ranked(room, kept, min(max(place, 0), kept - 1), window.low, window.high)
    }
    return SampleWindow(low: ends[0], high: ends[1])
  }

  /// About where a rank lies of which nothing better is known.
  func guess(_ rank: Int, of count: Int, run: Int?, _ center: Double) -> Double {
    let line = run ?? SampleSweep.runs
    let place = Double(rank - below[line]) / Double(max(within[line], 1))
    let (low, high) = (window.low, window.high)
    guard low.isFinite, high.isFinite else {
      return low.isFinite ? max(low, center) : high.isFinite ? min(high, center) : center
    }
    return low + (high - low) * min(max(place, 0), 1)
  }

  /// Where to look for the neighbours of a quantile.
  func places(
    _ found: (rank: Int, value: Double?), of count: Int, result: Int, share: Int
  ) -> [OrderStatistics.Place] {
    let (below, within) = (self.below[SampleSweep.runs], self.within[SampleSweep.runs])
    return [found.rank, min(found.rank + 1, count - 1)].enumerated().map { k, rank in
      var place = OrderStatistics.Place(
        result: result, share: share, isUpper: k == 1, count: count, rank: rank)
      if rank < below {
        place.keep(upTo: window.low.nextDown, of: below)
      } else if rank < below + within {
        place.keep(from: window.low, below: below)
        place.keep(upTo: window.high, of: within)
      } else {
        place.keep(from: window.high.nextUp, below: below + within)
      }
      return place
    }
  }
}
