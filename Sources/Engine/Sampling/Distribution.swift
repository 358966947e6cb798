import CKernels
import Glibc

/// A distribution with its parameters, in base units: what turns a share into a value.
enum Distribution: Equatable, Sendable {
  case uniform(low: Double, high: Double)
  case normal(mean: Double, sd: Double)
  /// `gsd`: the factor by which it spreads, exp of the standard deviation of the logarithm
  case lognormal(median: Double, gsd: Double)
  case triangular(low: Double, mode: Double, high: Double)
  /// a beta distribution between its ends, with mean (low + 4 mode + high) / 6
  case pert(low: Double, mode: Double, high: Double)
  case beta(a: Double, b: Double, low: Double, high: Double)
  /// values in rising order, and the share up to each with it
  case discrete(values: [Double], upTo: [Double])
  /// the part of another that lies between two values
  indirect case truncated(Distribution, low: Double, high: Double)
  /// a parameter was one: its number
  case fault(Double)

  /// What is asked for how often: a function of the share below, rising, from 0…1.
  ///
  /// The same form for all cells of a column, made once.
  var quantile: (Double) -> Double {
    switch self {
    case .uniform(let low, let high): return { low + $0 * (high - low) }
    case .normal(let mean, let sd):
      return { mean + sd * StandardNormal.quantile($0) }
    case .lognormal(let median, let gsd):
      let spread = Elementary.log(gsd)
      return { median * Elementary.exp(spread * StandardNormal.quantile($0)) }
    case .triangular(let low, let mode, let high):
      let width = high - low
      guard width > 0 else { return { _ in low } }
      let turn = (mode - low) / width
      return { p in
        p < turn
          ? low + (p * width * (mode - low)).squareRoot()
          : high - ((1 - p) * width * (high - mode)).squareRoot()
      }
    case .pert(let low, let mode, let high):
      guard high > low else { return { _ in low } }
      let beta = Self.beta(low, mode, high)
      return { low + (high - low) * beta.quantile($0) }
    case .beta(let a, let b, let low, let high):
      let beta = BetaDistribution(a, b)
      if low == 0, high == 1 { return { beta.quantile($0) } }
      return { low + (high - low) * beta.quantile($0) }
    case .discrete(let values, let upTo):
      return { p in
        // the first value whose share is not below p
        var (from, to) = (0, upTo.count - 1)
        while from < to {
          let middle = (from + to) / 2
          if upTo[middle] < p { from = middle + 1 } else { to = middle }
        }
        return values[from]
      }
    case .truncated(let whole, let low, let high): return whole.quantile(from: low, to: high)
    case .fault(let fault): return { _ in fault }
    }
  }

  /// Whether it is made of normal quantiles rather than of shares.
  var isOfScores: Bool {
    switch self {
    case .normal, .lognormal, .pert, .beta: true
    default: false
    }
  }

  /// Fills blocks with values: from their shares, or where `isOfScores` from the normal quantiles of
  /// them.
  typealias Sampler =
    @Sendable (_ target: UnsafeMutablePointer<Double>, _ points: UnsafePointer<Double>, Int) -> Void

  /// What fills blocks, made once.
  var sampler: Sampler {
    // one rounding after the other, as the quantile above does it
    switch self {
    case .uniform(let low, let high):
      let width = high - low
      return { target, points, n in
        for i in 0..<n { target[i] = low + points[i] * width }
      }
    case .normal(let mean, let sd):
      return { target, points, n in
        for i in 0..<n { target[i] = mean + sd * points[i] }
      }
    case .lognormal(let median, let gsd):
      let spread = Elementary.log(gsd)
      return { target, points, n in
        for start in stride(from: 0, to: n, by: SamplePlan.blockSize) {
          let count = min(SamplePlan.blockSize, n - start)
          withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { exponents in
            guard let base = exponents.baseAddress else { return }
            for i in 0..<count { base[i] = spread * points[start + i] }
            tj_exp(target + start, base, count)
          }
        }
        for i in 0..<n { target[i] = median * target[i] }
      }
    case .beta(let a, let b, let low, let high):
      let table = BetaTable(BetaDistribution(a, b))
      return { target, points, n in
        table.fill(target, points, n, low: low, width: high - low)
      }
    case .pert(let low, let mode, let high) where high > low:
      let table = BetaTable(Self.beta(low, mode, high))
      return { target, points, n in
        table.fill(target, points, n, low: low, width: high - low)
      }
    default:
      return { target, points, n in
        let quantile = quantile
        for i in 0..<n { target[i] = quantile(points[i]) }
      }
    }
  }

  private static func beta(_ low: Double, _ mode: Double, _ high: Double) -> BetaDistribution {
    let width = high - low
    return BetaDistribution(1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width)
  }

  /// Between which values it lies. An open end at 0 is the least that is surely not 0.
  var support: Interval {
    switch self {
    case .uniform(let low, let high), .triangular(let low, _, let high),
      .pert(let low, _, let high), .beta(_, _, let low, let high):
      return Interval(low, high)
    case .normal(let mean, let sd): return sd == 0 ? Interval(mean) : .everything
    case .lognormal(let median, let gsd):
      return gsd == 1 ? Interval(median) : Interval(Self.above0, 1 / Self.above0)
    case .discrete(let values, _):
      return Interval(values.first ?? .nan, values.last ?? .nan)
    case .truncated(let whole, let low, let high):
      let support = whole.support
      return Interval(max(low, support.low), min(high, support.high))
    case .fault(let fault): return Interval(fault)
    }
  }

  /// So small that it stands for an end that is not reached, and so large that products of some stay
  /// above 0.
  private static let above0 = 1e-60

  private static let leastShape = 0.02
  private static let greatestShape = 1e9

  /// What is wrong with the parameters, if anything: which one, and what it must be.
  var fault: (parameter: String, must: String)? {
    switch self {
    case .uniform(let low, let high):
      return low > high ? ("low", "be at most the high end") : nil
    case .normal(_, let sd): return sd < 0 ? ("sd", "not be negative") : nil
    case .lognormal(let median, let gsd):
      if median <= 0 { return ("median", "be above 0") }
      return gsd < 1 ? ("gsd", "be 1 or more: it is a factor") : nil
    case .triangular(let low, let mode, let high), .pert(let low, let mode, let high):
      if low > high { return ("low", "be at most the high end") }
      return mode < low || mode > high ? ("mode", "lie between the ends") : nil
    case .beta(let a, let b, let low, let high):
      for (name, value) in [("a", a), ("b", b)] {
        if value <= 0 { return (name, "be above 0") }
        // below, values are too near to an end for a number; above, all are one
        if value < Self.leastShape { return (name, "be at least \(Self.leastShape)") }
        if value > Self.greatestShape { return (name, "be at most 1e9") }
      }
      return low > high ? ("low", "be at most the high end") : nil
    case .discrete, .truncated, .fault: return nil
    }
  }
}

/// Shares below and above values, for parts of distributions.
extension Distribution {
  /// The share below a value, 0…1; of a discrete distribution that up to it and with it.
  func share(below x: Double) -> Double {
    switch self {
    case .uniform(let low, let high):
      return x <= low ? 0 : x >= high ? 1 : (x - low) / (high - low)
    case .normal(let mean, let sd):
      return sd == 0 ? (x < mean ? 0 : 1) : StandardNormal.share(below: (x - mean) / sd)
    case .lognormal(let median, let gsd):
      if gsd == 1 { return x < median ? 0 : 1 }
      return x <= 0 ? 0 : StandardNormal.share(below: log(x / median) / log(gsd))
    case .triangular(let low, let mode, let high):
      if x <= low { return x < low || low < high ? 0 : 1 }
      if x >= high { return 1 }
      return x < mode
        ? (x - low) * (x - low) / ((high - low) * (mode - low))
        : 1 - (high - x) * (high - x) / ((high - low) * (high - mode))
    case .pert(let low, let mode, let high):
      if low == high { return x < low ? 0 : 1 }
      return Self.beta(low, mode, high).share(below: (x - low) / (high - low))
    case .beta(let a, let b, let low, let high):
      if low == high { return x < low ? 0 : 1 }
      return BetaDistribution(a, b).share(below: (x - low) / (high - low))
    case .discrete(let values, let upTo):
      guard let last = values.lastIndex(where: { $0 <= x }) else { return 0 }
      return upTo[last]
    case .truncated(let whole, let low, let high):
      if x <= low { return 0 }
      if x >= high { return 1 }
      let (from, to) = whole.shares(from: low, to: high)
      return (whole.share(below: x) - from) / (to - from)
    case .fault(let fault): return fault
    }
  }

  /// The shares between which the part from one value to another lies.
  func shares(from low: Double, to high: Double) -> (from: Double, to: Double) {
    if case .discrete(let values, let upTo) = self {
      let below = values.lastIndex { $0 < low }.map { upTo[$0] } ?? 0
      return (below, share(below: high))
    }
    return (share(below: low), share(below: high))
  }

  /// The same distribution turned around 0 (of a lognormal one: its inverse), where its upper tail is
  /// known as exactly as its lower one.
  private func quantile(from low: Double, to high: Double) -> (Double) -> Double {
    switch self {
    case .normal(let mean, let sd) where low > mean && sd > 0:
      let turned = Distribution.normal(mean: -mean, sd: sd).quantile(from: -high, to: -low)
      return { -turned(1 - $0) }
    case .lognormal(let median, let gsd) where low > median && gsd > 1:
      let turned = Distribution.lognormal(median: 1 / median, gsd: gsd)
        .quantile(from: 1 / high, to: 1 / low)
      return { 1 / turned(1 - $0) }
    default:
      let (from, to) = shares(from: low, to: high)
      let quantile = quantile
      let least = Double.leastNormalMagnitude
      return { p in
        let share = min(max(from + p * (to - from), least), 1 - 0x1p-53)
        return min(max(quantile(share), low), high)
      }
    }
  }

  /// The share of the part between two values, which is 0 where there is no such part.
  func share(from low: Double, to high: Double) -> Double {
    switch self {
    case .normal(let mean, let sd) where low > mean && sd > 0:
      return Distribution.normal(mean: -mean, sd: sd).share(from: -high, to: -low)
    case .lognormal(let median, let gsd) where low > median && gsd > 1:
      return Distribution.lognormal(median: 1 / median, gsd: gsd).share(from: 1 / high, to: 1 / low)
    default:
      let (from, to) = shares(from: low, to: high)
      return to - from
    }
  }
}
