import Glibc

/// What is told of two numbers leaves out how they were rounded on the way.
extension Double {
  /// Whether two numbers differ by no more than some roundings of either: a reading in another unit
  /// and back differs so.
  package func isWithinRounding(of other: Double) -> Bool {
    self == other || abs(self - other) <= 1e-13 * max(abs(self), abs(other))
  }

  /// The number to nine digits, for putting changes in order; what is not finite stays.
  var roundedToNineDigits: Double {
    guard isFinite, self != 0 else { return self }
    let scale = pow(10, 8 - floor(log10(abs(self))))
    let scaled = (self * scale).rounded() / scale
    return scaled.isFinite ? scaled : self
  }
}
