import Glibc

/// Statistics of a line of samples, and how far they may be off.
enum Samples {
  /// the shares of what is shown: the 5 % point, the median, the 95 % point
  static let shown = [0.05, 0.5, 0.95]

  /// The value below which a share of sorted samples lies. Each sample stands for the middle of its
  /// part of the shares; between two of them the line is straight (Hazen's definition).
  static func quantile(_ sorted: [Double], _ p: Double) -> Double {
    guard let first = sorted.first, let last = sorted.last else { return .nan }
    let position = p * Double(sorted.count) - 0.5
    if position <= 0 { return first }
    if position >= Double(sorted.count - 1) { return last }
    let i = Int(position)
    let share = position - Double(i)
    return sorted[i] == sorted[i + 1]
      ? sorted[i] : sorted[i] * (1 - share) + sorted[i + 1] * share
  }

  static func mean(_ line: [Double]) -> Double { Lines.sum(line) / Double(line.count) }

  /// Of the distribution, so divided by the count.
  static func variance(_ line: [Double]) -> Double {
    let mean = mean(line)
    return Lines.sum(line.map { ($0 - mean) * ($0 - mean) }) / Double(line.count)
  }

  /// The root of the variance, also where squares are too large or too small for numbers.
  static func deviation(_ line: [Double]) -> Double {
    let middle = mean(line.map { $0 / Double(line.count) }) * Double(line.count)
    let size = line.reduce(0) { max($0, abs($1 - middle)) }
    guard size > 0, size.isFinite else { return size }
    return variance(line.map { ($0 - middle) / size }).squareRoot() * size
  }

  static func statistic(_ statistic: Statistic, of line: [Double], share: Double) -> Double {
    switch statistic {
    case .mean, .prob: mean(line)
    case .sd: deviation(line)
    case .var: variance(line)
    case .median, .quantile, .low, .high: quantile(line.sorted(), share)
    }
  }

  /// How far a quantile of all samples is likely off: the standard deviation of the same quantile
  /// among 16 runs of the points, each a net of its own, over the root of their number.
  ///
  /// The error of scrambled nets falls faster than with the root, so it is rather less than this.
  static func errors(of line: [Double], at shares: [Double]) -> [Double] {
    let runs = 16
    let size = line.count / runs
    guard size > 0 else { return shares.map { _ in .infinity } }
    var found: [[Double]] = shares.map { _ in [] }
    for run in 0..<runs {
      let sorted = line[(run * size)..<((run + 1) * size)].sorted()
      for (k, share) in shares.enumerated() { found[k].append(quantile(sorted, share)) }
    }
    return found.map { deviation($0) / Double(runs - 1).squareRoot() }
  }
}
