import Glibc

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
    case .beta: ["a", "b", "low", "high"]
    }
  }

  /// How many of them may be left out, from the last: a beta distribution lies between 0 and 1 where
  /// nothing else is said.
  var optional: Int { self == .beta ? 2 : 0 }

  /// - Parameter p: as many as there are parameters.
  func distribution(_ p: [Double]) -> Distribution {
    switch self {
    case .uniform: .uniform(low: p[0], high: p[1])
    case .normal: .normal(mean: p[0], sd: p[1])
    case .lognormal: .lognormal(median: p[0], gsd: p[1])
    case .triangular: .triangular(low: p[0], mode: p[1], high: p[2])
    case .pert: .pert(low: p[0], mode: p[1], high: p[2])
    case .beta: .beta(a: p[0], b: p[1], low: p.count > 2 ? p[2] : 0, high: p.count > 3 ? p[3] : 1)
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
