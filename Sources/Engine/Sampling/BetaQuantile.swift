import Glibc

/// The beta distribution on 0…1.
///
/// The share below a value is the regularized incomplete beta function, by the continued fraction
/// of W. Gautschi evaluated by Lentz's method; the quantile is found by steps of Halley kept within
/// a bracket that is halved where a step would leave it.
struct BetaDistribution: Sendable {
  let a: Double
  let b: Double
  /// ln B(a, b)
  private let scale: Double

  init(_ a: Double, _ b: Double) {
    self.a = a
    self.b = b
    var sign: Int32 = 0
    scale = lgamma_r(a, &sign) + lgamma_r(b, &sign) - lgamma_r(a + b, &sign)
  }

  /// The share below x, 0…1.
  func share(below x: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    let front = exp(a * log(x) + b * log1p(-x) - scale)
    if x < (a + 1) / (a + b + 2) { return front * Self.fraction(a, b, x) / a }
    return 1 - front * Self.fraction(b, a, 1 - x) / b
  }

  /// How often a value between 0 and 1 is met.
  func density(_ x: Double) -> Double { exp((a - 1) * log(x) + (b - 1) * log1p(-x) - scale) }

  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func safe(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / safe(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / safe(1 + even * d)
      c = safe(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / safe(1 + odd * d)
      c = safe(1 + odd / c)
      result *= d * c
      if abs(d * c - 1) < 1e-15 { break }
    }
    return result
  }

  /// The value below which a share `p` lies, above 0 and below 1.
  func quantile(_ p: Double) -> Double {
    // from the side on which it lies nearer to the end: no digits are lost there
    let mean = a / (a + b)
    if mean > 0.5 { return 1 - BetaDistribution(b, a).lower(1 - p) }
    return lower(p)
  }

  private func lower(_ p: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    // where the density's other factor hardly varies
    var x = min(exp((log(p) + log(a) + scale) / a), 0.5)
    if a > 1, b > 1 {
      let z = StandardNormal.quantile(p)
      let mean = a / (a + b)
      let sd = (mean * (1 - mean) / (a + b + 1)).squareRoot()
      x = min(max(mean + z * sd, mean * 1e-3), 1 - (1 - mean) * 1e-3)
    }
    for _ in 0..<200 {
      let error = share(below: x) - p
      if error > 0 { high = min(high, x) } else { low = max(low, x) }
      if error == 0 { return x }
      let density = exp((a - 1) * log(x) + (b - 1) * log1p(-x) - scale)
      let newton = error / density
      let bend = (a - 1) / x - (b - 1) / (1 - x)
      var next = x - newton / (1 - 0.5 * min(1, newton * bend))
      if !(next > low && next < high) { next = low > 0 ? (low * high).squareRoot() : high / 2 }
      if abs(next - x) <= 4e-16 * next || high - low <= 4e-16 * high { return next }
      x = next
    }
    return x
  }
}
