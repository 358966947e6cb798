import CKernels

/// Exponentials, logarithms and normal quantiles by the block kernels: the same bits for one number
/// and for a block of them.
enum Elementary {
  static func exp(_ x: Double) -> Double {
    var (x, y) = (x, 0.0)
    tj_exp(&y, &x, 1)
    return y
  }

  /// Not a number below 0.
  static func log(_ x: Double) -> Double {
    var (x, y) = (x, 0.0)
    tj_log(&y, &x, 1)
    return y
  }

  static func normalQuantile(_ p: Double) -> Double {
    var (p, y) = (p, 0.0)
    tj_normal_quantile(&y, &p, 1)
    return y
  }
}
