import Glibc

/// How large a formula can become where its sources go far out or near a point: what decides whether it
/// has a mean.
///
/// Bounds only, but for sources that vary by themselves: of `1 / sqrt(x)` with `x` from 0 on it knows that
/// it goes up as x to the power −½, of `exp(y)` with a lognormal `y` that it outgrows every tail.
struct Growth {
  /// A value of a source near which something happens.
  struct Pole: Hashable {
    var source: Int32
    var at: Double
  }
  /// How something grows with the normal quantile z of a source: as zᵖ, as exp(zᵖ), or as exp(exp(z)).
  struct Far: Comparable {
    var level = 0
    var power: Double

    static func < (a: Far, b: Far) -> Bool { (a.level, a.power) < (b.level, b.power) }

    /// The growth of a product.
    func times(_ other: Far) -> Far {
      level == 0 && other.level == 0 ? Far(power: power + other.power) : max(self, other)
    }
    func raised(to exponent: Double) -> Far {
      level == 0 ? Far(power: power * exponent) : self
    }
    var exponential: Far { level == 0 ? Far(level: 1, power: power) : Far(level: 2, power: 1) }
    /// of what goes up, its logarithm
    var logarithm: Far { level == 0 ? Far(power: 0) : Far(level: level - 1, power: power) }
    /// Whether no normal tail keeps up with it: exp(zᵖ) has a mean for p below 2.
    var isTooFast: Bool { level > 1 || (level == 1 && power > 2) }
  }
  typealias Ends = [Int32: Far]
  typealias Poles = [Pole: Double]

  /// all that it can come to
  var range: Interval
  /// how it goes to infinity at most where a source goes far out, and how to −infinity
  var above: Ends = [:]
  var below: Ends = [:]
  /// where its size goes to infinity, with the power of the inverse distance
  var near: Poles = [:]
  /// where it can be 0, with the power of the distance below which it does not fall; nil: nobody knows
  var zeros: Poles?
  /// a · source + b, where it is one
  var line: (source: Int32, a: Double, b: Double)?
  /// something is divided by what comes near 0 nobody knows how
  var divisor: String?
  /// of a condition: where its source must lie for it to hold
  var condition: (source: Int32, holds: Interval)?

  static let unbounded = 1e59

  init(_ range: Interval, zeros: Poles? = nil) {
    self.range = range
    self.zeros = range.holdsZero ? zeros : [:]
  }

  init(_ value: Double) { self.init(Interval(value)) }

  var size: Ends { above.merging(below, uniquingKeysWith: max) }
  private var isPositive: Bool { range.low >= 0 }

  /// What has an end goes no further.
  private func settled() -> Growth {
    var settled = self
    if range.high < Self.unbounded { settled.above = [:] }
    if range.low > -Self.unbounded { settled.below = [:] }
    if !range.holdsZero { settled.zeros = [:] }
    return settled
  }

  /// Either of some: as fast as the fastest.
  func joined(_ other: Growth) -> Growth {
    var joined = Growth(range.joined(other.range))
    joined.above = above.merging(other.above, uniquingKeysWith: max)
    joined.below = below.merging(other.below, uniquingKeysWith: max)
    joined.near = near.merging(other.near, uniquingKeysWith: max)
    joined.zeros = zeros.flatMap { a in
      other.zeros.map { a.merging($0, uniquingKeysWith: max) }
    }
    joined.divisor = divisor ?? other.divisor
    return joined
  }

  /// The same in place: of a list of very many sources each adds its own alone.
  mutating func join(_ other: Growth) {
    range = range.joined(other.range)
    above.merge(other.above, uniquingKeysWith: max)
    below.merge(other.below, uniquingKeysWith: max)
    near.merge(other.near, uniquingKeysWith: max)
    if let others = other.zeros { zeros?.merge(others, uniquingKeysWith: max) } else { zeros = nil }
    divisor = divisor ?? other.divisor
    (line, condition) = (nil, nil)
  }

  static func + (a: Growth, b: Growth) -> Growth {
    var sum = a.joined(b)
    sum.range = a.range + b.range
    sum.zeros = nil
    if let line = a.line, b.range.isPoint {
      sum.setLine(line.source, line.a, line.b + b.range.low)
    } else if let line = b.line, a.range.isPoint {
      sum.setLine(line.source, line.a, line.b + a.range.low)
    } else if (a.isPositive && b.isPositive) || (a.range.high <= 0 && b.range.high <= 0) {
      // no smaller than either, and so than √(a·b)
      if let x = a.zeros, let y = b.zeros {
        sum.zeros = x.merging(y, uniquingKeysWith: +).mapValues { $0 / 2 }
      } else {
        sum.zeros = a.zeros ?? b.zeros
      }
    }
    return sum.settled()
  }

  private mutating func setLine(_ source: Int32, _ a: Double, _ b: Double) {
    guard a != 0 else { return }
    line = (source, a, b)
    zeros = [Pole(source: source, at: -b / a): 1]
  }

  static prefix func - (a: Growth) -> Growth {
    var turned = a
    turned.range = -a.range
    (turned.above, turned.below) = (a.below, a.above)
    turned.line = a.line.map { ($0.source, -$0.a, -$0.b) }
    return turned
  }

  /// Of `w * 7 / w` the pole goes: what is a line through it is 0 there, as the distance is.
  private static func cancelled(_ near: Poles, by other: Growth) -> Poles {
    guard let line = other.line, line.a != 0 else { return near }
    let pole = Pole(source: line.source, at: -line.b / line.a)
    guard let power = near[pole] else { return near }
    var left = near
    left[pole] = power > 1 ? power - 1 : nil
    return left
  }

  static func * (a: Growth, b: Growth) -> Growth {
    var product = Growth(a.range * b.range)
    let size = a.size.merging(b.size) { $0.times($1) }
    (product.above, product.below) = (size, size)
    product.near = cancelled(a.near, by: b).merging(cancelled(b.near, by: a), uniquingKeysWith: +)
    product.zeros = a.zeros.flatMap { x in b.zeros.map { x.merging($0, uniquingKeysWith: +) } }
    product.divisor = a.divisor ?? b.divisor
    if let line = a.line, b.range.isPoint {
      product.setLine(line.source, line.a * b.range.low, line.b * b.range.low)
    } else if let line = b.line, a.range.isPoint {
      product.setLine(line.source, line.a * a.range.low, line.b * a.range.low)
    }
    return product.settled()
  }

  /// - Parameter name: what is divided by, if that matters.
  func inverse(_ name: () -> String) -> Growth {
    var inverse = Growth(.everything)
    if !range.holdsZero {
      inverse.range = Interval(1) / range
    } else if isPositive {
      inverse.range = Interval(range.high.isFinite ? 1 / range.high : 0, .infinity)
    }
    inverse.near = zeros ?? [:]
    // where it goes to infinity the inverse goes to 0
    inverse.zeros = inverse.range.holdsZero ? (size.isEmpty ? near : nil) : [:]
    inverse.divisor = divisor ?? (zeros == nil ? name() : nil)
    return inverse
  }

  /// Its size to a power above 0.
  func raised(to exponent: Double, _ range: Interval) -> Growth {
    var raised = Growth(range)
    let size = self.size.mapValues { $0.raised(to: exponent) }
    (raised.above, raised.below) = (size, size)
    raised.near = near.mapValues { $0 * exponent }
    raised.zeros = zeros?.mapValues { $0 * exponent }
    raised.divisor = divisor
    return raised.settled()
  }

  func exponential(_ range: Interval) -> Growth {
    // it is never 0, though rounding may say so
    let least = 1 / Self.unbounded / Self.unbounded
    var raised = Growth(Interval(max(range.low, least), max(range.high, least)))
    raised.divisor = divisor
    if self.range.high < 700 { return raised }
    raised.above = above.mapValues(\.exponential)
    // e to what goes to infinity in the finite
    raised.near = near.mapValues { _ in .infinity }
    return raised.settled()
  }

  func logarithm(_ range: Interval) -> Growth {
    var taken = Growth(range)
    let size = self.size.mapValues(\.logarithm)
    (taken.above, taken.below) = (size, size)
    taken.divisor = divisor
    return taken.settled()
  }

  /// A line below a number, or above it.
  func compared(below number: Double, _ isBelow: Bool) -> Growth {
    var found = bounded(Interval(0, 1))
    guard let line, line.a != 0 else { return found }
    let edge = (number - line.b) / line.a
    found.condition =
      isBelow == (line.a > 0)
      ? (line.source, Interval(-.infinity, edge)) : (line.source, Interval(edge, .infinity))
    return found
  }

  /// Either of two: where a condition keeps a source away from a pole, that is none.
  static func chosen(_ a: Growth, _ b: Growth, _ condition: Growth) -> Growth {
    var (a, b) = (a, b)
    if let (source, holds) = condition.condition {
      a.near = a.near.filter { pole, _ in
        pole.source != source || (holds.low <= pole.at && pole.at <= holds.high)
      }
      // the rest, its edge with it
      b.near = b.near.filter { pole, _ in
        pole.source != source || !(holds.low < pole.at && pole.at < holds.high)
      }
    }
    return a.joined(b)
  }

  /// Something that stays between two ends.
  func bounded(_ range: Interval) -> Growth {
    var bounded = Growth(range)
    bounded.divisor = divisor
    return bounded
  }
}

extension Distribution {
  /// How its share near a value falls with the distance from it: as that to this power. A moment of
  /// `|x − value|` to a negative power exists where that is smaller.
  func order(at x: Double) -> Double {
    guard support.low <= x, x <= support.high, !support.isPoint else { return .infinity }
    switch self {
    case .uniform, .normal: return 1
    case .lognormal: return x > 0 ? 1 : .infinity
    case .triangular(let low, let mode, let high):
      return (x == low && mode > low) || (x == high && mode < high) ? 2 : 1
    case .pert(let low, let mode, let high):
      let (a, b) = (1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low))
      return x == low ? a : x == high ? b : 1
    case .beta(let a, let b, let low, let high): return x == low ? a : x == high ? b : 1
    case .discrete(let values, _): return values.contains(x) ? 0 : .infinity
    case .truncated(let whole, _, _): return whole.order(at: x)
    case .fault: return .infinity
    }
  }

  /// How it goes out where it has no end.
  var far: Growth.Far {
    switch self {
    case .lognormal: Growth.Far(level: 1, power: 1)
    case .truncated(let whole, _, _): whole.far
    default: Growth.Far(power: 1)
    }
  }
}
