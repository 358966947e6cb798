import Glibc
import Syntax

/// Finding the place where a function of one number crosses 0, or is least.
///
/// R. P. Brent, *Algorithms for Minimization without Derivatives*, 1973, chapters 4 and 5.
enum Brent {
  typealias Function = (Double) throws(Diagnostic) -> Double

  /// Where a function crosses 0 between two places of opposite sign: to the last bits. It asks for one
  /// value after another, so that many can be looked for together.
  struct Root {
    private var (a, fa): (Double, Double)
    private var (b, fb): (Double, Double)
    private var (c, fc): (Double, Double)
    private var step: Double
    private var before: Double
    private var rounds = 0
    private var isDone = false
    private var isRetry = false
    /// relative to the place
    private let tolerance: Double

    init(
      _ low: (x: Double, y: Double), _ high: (x: Double, y: Double),
      tolerance: Double = 2 * .ulpOfOne
    ) {
      self.tolerance = tolerance
      (a, fa) = low
      (b, fb) = high
      (c, fc) = low
      step = high.x - low.x
      before = step
    }

    /// the best place so far, and the value there
    var best: (x: Double, y: Double) { (b, fb) }

    /// Where the function is to be valued next; nil at the end.
    mutating func next() -> Double? {
      rounds += 1
      guard !isDone, rounds < 300 else { return nil }
      if isRetry {
        // undefined between two defined places: halve towards the nearer of them
        b = a + (c - a) / 2
        return b
      }
      if (fb > 0) == (fc > 0) {
        (c, fc) = (a, fa)
        step = b - a
        before = step
      }
      if abs(fc) < abs(fb) {
        (a, fa, b, fb, c, fc) = (b, fb, c, fc, b, fb)
      }
      let tolerance = self.tolerance * abs(b)
      let half = (c - b) / 2
      if abs(half) <= tolerance || fb == 0 || half == 0 {
        isDone = true
        return nil
      }
      if abs(before) >= tolerance, abs(fa) > abs(fb) {
        interpolate(half, tolerance)
      } else {
        (step, before) = (half, half)
      }
      (a, fa) = (b, fb)
      b += abs(step) > tolerance ? step : half > 0 ? tolerance : -tolerance
      return b
    }

    mutating func take(_ y: Double) {
      if y.isNaN {
        isDone = isRetry
        isRetry = true
        if isDone { fb = y }
        return
      }
      isRetry = false
      fb = y
    }

    private mutating func interpolate(_ half: Double, _ tolerance: Double) {
      var p: Double
      var q: Double
      let s = fb / fa
      if a == c {
        p = 2 * half * s
        q = 1 - s
      } else {
        q = fa / fc
        let r = fb / fc
        p = s * (2 * half * q * (q - r) - (b - a) * (r - 1))
        q = (q - 1) * (r - 1) * (s - 1)
      }
      if p > 0 { q = -q } else { p = -p }
      if 2 * p < min(3 * half * q - abs(tolerance * q), abs(before * q)) {
        before = step
        step = p / q
      } else {
        (step, before) = (half, half)
      }
    }
  }

  /// Where a function is least between two places; NaNs count as too large.
  static func minimum(_ range: Interval, _ function: Function) throws(Diagnostic)
    -> (x: Double, y: Double)
  {
    func value(_ x: Double) throws(Diagnostic) -> Double {
      let y = try function(x)
      return y.isNaN ? .infinity : y
    }
    let golden = 0.3819660112501051
    var (a, b) = (range.low, range.high)
    var x = a + golden * (b - a)
    var (w, v) = (x, x)
    var fx = try value(x)
    var (fw, fv) = (fx, fx)
    var step = 0.0
    var before = 0.0
    for _ in 0..<200 {
      let middle = a / 2 + b / 2
      let tolerance = 1e-9 * abs(x) + 1e-18
      if abs(x - middle) <= 2 * tolerance - (b - a) / 2 { break }
      var isGolden = true
      if abs(before) > tolerance {
        let r = (x - w) * (fx - fv)
        var q = (x - v) * (fx - fw)
        var p = (x - v) * q - (x - w) * r
        q = 2 * (q - r)
        if q > 0 { p = -p } else { q = -q }
        let last = before
        before = step
        if abs(p) < abs(q * last / 2), p > q * (a - x), p < q * (b - x) {
          step = p / q
          let u = x + step
          if u - a < 2 * tolerance || b - u < 2 * tolerance {
            step = x < middle ? tolerance : -tolerance
          }
          isGolden = false
        }
      }
      if isGolden {
        before = x < middle ? b - x : a - x
        step = golden * before
      }
      let u = x + (abs(step) >= tolerance ? step : step > 0 ? tolerance : -tolerance)
      let fu = try value(u)
      if fu <= fx {
        if u < x { b = x } else { a = x }
        (v, fv, w, fw, x, fx) = (w, fw, x, fx, u, fu)
      } else {
        if u < x { a = u } else { b = u }
        if fu <= fw || w == x {
          (v, fv, w, fw) = (w, fw, u, fu)
        } else if fu <= fv || v == x || v == w {
          (v, fv) = (u, fu)
        }
      }
    }
    return (x, fx)
  }
}
