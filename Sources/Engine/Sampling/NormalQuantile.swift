import Glibc

/// The standard normal distribution.
enum StandardNormal {
  /// The value below which a share `p` lies, above 0 and below 1: within 1e-14 of itself.
  static func quantile(_ p: Double) -> Double { Elementary.normalQuantile(p) }

  /// The share below a value.
  static func share(below x: Double) -> Double { 0.5 * erfc(-x * 0.5.squareRoot()) }
}
