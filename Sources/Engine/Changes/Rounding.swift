import Glibc

/// What is told of two numbers leaves out how they were rounded on the way.
extension Double {
  /// Whether two numbers differ by no more than some roundings of either: a reading in another unit
  /// and back differs so.
  package func isWithinRounding(of other: Double) -> Bool {
    self == other || abs(self - other) <= 1e-13 * max(abs(self), abs(other))
  }

  /// The number to nine digits, for putting changes in order; what is not finite stays.
  var roundedToNineDigits: Double { rounded(toDigits: 9) }

  /// The number to some significant digits; what is not finite stays.
  package func rounded(toDigits digits: Int) -> Double {
    guard isFinite, self != 0 else { return self }
    let scale = pow(10, Double(digits - 1) - floor(log10(abs(self))))
    let scaled = (self * scale).rounded() / scale
    return scaled.isFinite ? scaled : self
  }
}

extension Double {
  /// Side by side, what agrees to twelve digits is equal.
  static let sideBySide = 1e-12

  /// The number, or the one it agrees with to twelve digits.
  func snapped(to other: Double) -> Double {
    abs(self - other) <= Self.sideBySide * Swift.max(abs(self), abs(other)) ? other : self
  }
}

extension Value {
  /// The value with each cell, and each end of a bracket, that agrees with that of another value to
  /// twelve digits replaced by it: a way through other units is no change.
  /// - Parameter other: along the same axes; else nothing is replaced.
  func snapped(to other: Value) -> Value {
    guard axes.elementsEqual(other.axes, by: ===), dimension == other.dimension,
      case .numbers(let mine) = cells, case .numbers(let others) = other.cells
    else { return self }
    func snapped(_ numbers: [Double], _ others: [Double]) -> [Double] {
      zip(numbers, others).map { $0.snapped(to: $1) }
    }
    var value = self
    value.cells = .numbers(snapped(mine, others))
    value.low = low.map { snapped($0, other.low ?? others) }
    value.high = high.map { snapped($0, other.high ?? others) }
    return value
  }

  /// A share with what is nothing but rounding set to 0.
  var withoutRounding: Value {
    guard case .numbers(let numbers) = cells else { return self }
    func cleaned(_ numbers: [Double]) -> [Double] {
      numbers.map { abs($0) <= Double.sideBySide ? 0 : $0 }
    }
    var value = self
    value.cells = .numbers(cleaned(numbers))
    value.low = low.map(cleaned)
    value.high = high.map(cleaned)
    return value
  }

  /// A difference with what is nothing but rounding of two values set to 0.
  func withoutRounding(of a: Value, _ b: Value) -> Value {
    guard case .numbers(let numbers) = cells, case .numbers(let x) = a.cells,
      case .numbers(let y) = b.cells, x.count == numbers.count, y.count == numbers.count
    else { return self }
    func cleaned(_ numbers: [Double]) -> [Double] {
      numbers.indices.map { i in
        let ends = [x[i], y[i], a.low?[i], a.high?[i], b.low?[i], b.high?[i]]
        let scale = ends.compactMap { $0.map(abs) }.max() ?? 0
        return abs(numbers[i]) <= Double.sideBySide * scale ? 0 : numbers[i]
      }
    }
    var value = self
    value.cells = .numbers(cleaned(numbers))
    value.low = low.map(cleaned)
    value.high = high.map(cleaned)
    return value
  }
}
