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
