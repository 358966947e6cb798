import Glibc

/// A distribution with its parameters, in base units: what turns a share into a value.
enum Distribution: Equatable {
  case uniform(low: Double, high: Double)
  case normal(mean: Double, sd: Double)
  /// `gsd`: the factor by which it spreads, exp of the standard deviation of the logarithm
  case lognormal(median: Double, gsd: Double)
  case triangular(low: Double, mode: Double, high: Double)
  /// a beta distribution between its ends, with mean (low + 4 mode + high) / 6
  case pert(low: Double, mode: Double, high: Double)
  case beta(a: Double, b: Double)

  /// What is asked for how often: a function of the share below, rising, from 0…1.
  ///
  /// The same form for all cells of a column, made once.
  var quantile: (Double) -> Double {
    switch self {
    case .uniform(let low, let high): return { low + $0 * (high - low) }
    case .normal(let mean, let sd):
      return { mean + sd * StandardNormal.quantile($0) }
    case .lognormal(let median, let gsd):
      let spread = log(gsd)
      return { median * exp(spread * StandardNormal.quantile($0)) }
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
      let width = high - low
      guard width > 0 else { return { _ in low } }
      let beta = BetaDistribution(
        1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width)
      return { low + width * beta.quantile($0) }
    case .beta(let a, let b):
      let beta = BetaDistribution(a, b)
      return { beta.quantile($0) }
    }
  }

  /// Between which values it lies. An open end at 0 is the least that is surely not 0.
  var support: Interval {
    switch self {
    case .uniform(let low, let high), .triangular(let low, _, let high),
      .pert(let low, _, let high):
      Interval(low, high)
    case .normal(let mean, let sd): sd == 0 ? Interval(mean) : .everything
    case .lognormal(let median, let gsd):
      gsd == 1 ? Interval(median) : Interval(Self.above0, 1 / Self.above0)
    case .beta: Interval(0, 1)
    }
  }

  /// So small that it stands for an end that is not reached, and so large that products of some stay
  /// above 0.
  private static let above0 = 1e-60

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
    case .beta(let a, let b):
      return a <= 0 ? ("a", "be above 0") : b <= 0 ? ("b", "be above 0") : nil
    }
  }
}

/// The kinds of distributions that have parameters of their own, by what they are called.
enum DistributionKind: String, CaseIterable {
  case uniform, normal, lognormal, triangular, pert, beta

  /// What the parameters are called, in their order.
  var parameters: [String] {
    switch self {
    case .uniform: ["low", "high"]
    case .normal: ["mean", "sd"]
    case .lognormal: ["median", "gsd"]
    case .triangular, .pert: ["low", "mode", "high"]
    case .beta: ["a", "b"]
    }
  }

  /// - Parameter p: as many as there are parameters.
  func distribution(_ p: [Double]) -> Distribution {
    switch self {
    case .uniform: .uniform(low: p[0], high: p[1])
    case .normal: .normal(mean: p[0], sd: p[1])
    case .lognormal: .lognormal(median: p[0], gsd: p[1])
    case .triangular: .triangular(low: p[0], mode: p[1], high: p[2])
    case .pert: .pert(low: p[0], mode: p[1], high: p[2])
    case .beta: .beta(a: p[0], b: p[1])
    }
  }

  /// `1.5..3 kW as normal`: whose 5 % and 95 % points are the ends.
  static let promotions: [DistributionKind] = [.uniform, .normal, .lognormal, .triangular, .pert]

  /// The standard normal distribution lies below this with 95 %.
  static let point95 = 1.6448536269514722

  /// The distribution between two ends.
  func promotion(low: Double, best: Double?, high: Double) -> Distribution {
    let spread = 2 * Self.point95
    switch self {
    case .normal: return .normal(mean: low / 2 + high / 2, sd: (high - low) / spread)
    case .lognormal:
      return .lognormal(
        median: low.squareRoot() * high.squareRoot(), gsd: exp(log(high / low) / spread))
    case .triangular, .pert:
      return distribution([low, best ?? (low / 2 + high / 2), high])
    case .uniform, .beta: return .uniform(low: low, high: high)
    }
  }
}
