import Glibc

/// The quantiles of a beta distribution over normal quantiles, as a table between whose points
/// polynomials of degree 5 run: a block of samples costs a few steps each instead of an iteration.
///
/// Over the normal quantile z of a share the value x is smooth, also at the ends. Its slopes follow
/// from the densities: x′ = φ(z) / f(x) and x″ = −x′ (z + x′ (ln f)′(x)). The polynomials have the
/// values and both slopes of the table, and are off by less than 1e-11.
struct BetaTable: Sendable {
  private static let reach = 8.3
  private static let perUnit = 64.0
  /// six coefficients for each step, over 0…1 within it
  private let coefficients: [Double]
  private let steps: Int

  init(_ beta: BetaDistribution) {
    let steps = Int(2 * Self.reach * Self.perUnit) + 1
    let h = 1 / Self.perUnit
    let nodes = (0...steps).map { Self.node(beta, Double($0) * h - Self.reach, h) }
    var found: [Double] = []
    found.reserveCapacity(6 * steps)
    for i in 0..<steps {
      let (a, b) = (nodes[i], nodes[i + 1])
      let rise = b.x - a.x
      // where a density is beyond what a number can hold, the slopes are none: a straight line then
      let isSmooth =
        (a.slope > 0.5 * rise && a.slope < 2 * rise && b.slope > 0.5 * rise && b.slope < 2 * rise
          && abs(a.bend) < rise && abs(b.bend) < rise)
      guard isSmooth else {
        found += [a.x, rise, 0, 0, 0, 0]
        continue
      }
      let c3 = 10 * rise - 6 * a.slope - 4 * b.slope - 1.5 * a.bend + 0.5 * b.bend
      let c4 = -15 * rise + 8 * a.slope + 7 * b.slope + 1.5 * a.bend - b.bend
      let c5 = 6 * rise - 3 * (a.slope + b.slope) + 0.5 * (b.bend - a.bend)
      found += [a.x, a.slope, 0.5 * a.bend, c3, c4, c5]
    }
    coefficients = found
    self.steps = steps
  }

  private static func node(_ beta: BetaDistribution, _ z: Double, _ h: Double)
    -> (x: Double, slope: Double, bend: Double)
  {
    if min(beta.a, beta.b) > Self.nearlyNormal { return (nearNormal(beta, z), 0, 0) }
    // from the side on which the share is known exactly
    let x =
      z < 0
      ? beta.quantile(StandardNormal.share(below: z))
      : 1 - BetaDistribution(beta.b, beta.a).quantile(StandardNormal.share(below: -z))
    guard x > 0, x < 1 else { return (x, 0, 0) }
    let slope = exp(-z * z / 2) / (2 * Double.pi).squareRoot() / beta.density(x)
    let bend = -slope * (z + slope * ((beta.a - 1) / x - (beta.b - 1) / (1 - x)))
    guard slope.isFinite, bend.isFinite else { return (x, 0, 0) }
    return (x, slope * h, bend * h * h)
  }

  /// Beyond this the incomplete beta function loses digits, and the expansion below has them.
  private static let nearlyNormal = 2e4

  /// The quantile by the expansion of Cornish and Fisher, from the first four moments.
  private static func nearNormal(_ beta: BetaDistribution, _ z: Double) -> Double {
    let (a, b, n) = (beta.a, beta.b, beta.a + beta.b)
    let deviation = (a / n * (b / n) / (n + 1)).squareRoot()
    let skew = 2 * (b - a) * (n + 1).squareRoot() / ((n + 2) * (a * b).squareRoot())
    let excess =
      6 * ((a - b) * (a - b) * (n + 1) - a * b * (n + 2)) / (a * b * (n + 2) * (n + 3))
    let bent =
      z + skew * (z * z - 1) / 6 + excess * (z * z * z - 3 * z) / 24
      - skew * skew * (2 * z * z * z - 5 * z) / 36
    return min(max(a / n + deviation * bent, 0), 1)
  }

  /// Values between two ends, from normal quantiles.
  func fill(
    _ target: UnsafeMutablePointer<Double>, _ scores: UnsafePointer<Double>, _ n: Int, low: Double,
    width: Double
  ) {
    coefficients.withUnsafeBufferPointer { all in
      guard let all = all.baseAddress else { return }
      let last = Double(steps) - 1e-9
      for i in 0..<n {
        let place = min(max((scores[i] + Self.reach) * Self.perUnit, 0), last)
        let step = Int(place)
        let t = place - Double(step)
        let c = all + 6 * step
        let high = c[3] + t * (c[4] + t * c[5])
        target[i] = low + width * (c[0] + t * (c[1] + t * (c[2] + t * high)))
      }
    }
  }
}
