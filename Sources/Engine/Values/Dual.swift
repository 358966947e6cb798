import Glibc

/// A closed interval of numbers. Ends may be infinite; a NaN low end is a fault that travels on.
struct Interval: Equatable {
  var low: Double
  var high: Double

  static let everything = Interval(-.infinity, .infinity)
  static let zero = Interval(0, 0)

  init(_ low: Double, _ high: Double) {
    self.low = low
    self.high = high
  }

  init(_ point: Double) { self.init(point, point) }

  var isPoint: Bool { low == high }
  var width: Double { high - low }
  var middle: Double { low.isFinite && high.isFinite ? low / 2 + high / 2 : 0 }
  var holdsZero: Bool { low <= 0 && high >= 0 }
  /// 1 or −1 where no value has the other sign, 0 where both may occur.
  var sign: Int { low >= 0 ? 1 : high <= 0 ? -1 : 0 }

  static func + (a: Interval, b: Interval) -> Interval { Interval(a.low + b.low, a.high + b.high) }
  static func - (a: Interval, b: Interval) -> Interval { Interval(a.low - b.high, a.high - b.low) }
  static prefix func - (a: Interval) -> Interval { Interval(-a.high, -a.low) }

  static func * (a: Interval, b: Interval) -> Interval {
    let p = product(a.low, b.low)
    if a.isPoint, b.isPoint { return Interval(p) }
    let q = product(a.low, b.high)
    let r = product(a.high, b.low)
    let s = product(a.high, b.high)
    return Interval(min(min(p, q), min(r, s)), max(max(p, q), max(r, s)))
  }

  /// Of an end that is infinite with one that is 0: the 0 is exact.
  private static func product(_ x: Double, _ y: Double) -> Double { x == 0 || y == 0 ? 0 : x * y }

  /// - Precondition: the divisor does not hold 0.
  static func / (a: Interval, b: Interval) -> Interval {
    if a.isPoint, b.isPoint { return Interval(a.low / b.low) }
    let p = a.low / b.low
    let q = a.low / b.high
    let r = a.high / b.low
    let s = a.high / b.high
    return Interval(min(min(p, q), min(r, s)), max(max(p, q), max(r, s)))
  }

  /// Whether a number lies within, but for what rounding may do.
  func holds(_ value: Double) -> Bool {
    let slack = 1e-9 * max(abs(low), abs(high), abs(value))
    return !(value < low - slack || value > high + slack)
  }

  func joined(_ other: Interval) -> Interval {
    Interval(min(low, other.low), max(high, other.high))
  }

  /// The common part; self where rounding left none.
  func intersected(_ other: Interval) -> Interval {
    let common = Interval(max(low, other.low), min(high, other.high))
    return common.low <= common.high ? common : self
  }
}

/// A range together with how it changes with each bracket that it rests on.
///
/// Over a box of its sources it holds the value at the box's center and, for every source, an
/// interval that holds the change from the source's low end to its high end. Where that has one
/// sign, the source is pinned to an end: that is what makes the ranges of tj exact. Center and
/// slopes together bound the value a second time (the mean-value form), so that `x - x` is 0.
struct Dual {
  struct Slope {
    var source: Int32
    var slope: Interval
  }
  var range: Interval
  var center: Double
  /// ordered by source; a source that is not there has slope 0. Of a fault those of what caused it.
  var slopes: [Slope]
  /// An undecided `if` or a jump lies within: the range is an outer bound. A fault that is rough may be
  /// none: its branch is not taken, or the enclosure alone is too wide.
  var isRough = false
  /// a source was met on both sides of an operation: the range may be too wide
  var isShared = false

  init(_ value: Double) {
    range = Interval(value)
    center = value
    slopes = []
  }

  init(
    range: Interval, center: Double, slopes: [Slope], isRough: Bool = false, isShared: Bool = false
  ) {
    self.range = range
    self.center = center
    self.slopes = slopes
    self.isRough = isRough
    self.isShared = isShared
    if !isRough { narrow() }
  }

  var isFault: Bool { range.low.isNaN }
  var isPlain: Bool { slopes.isEmpty && range.isPoint && !isRough }

  /// A fault of what may not be reached at all: the condition tells.
  func inBranch(of condition: Dual) -> Dual {
    var fault = self
    fault.isRough = true
    if !condition.slopes.isEmpty { fault.slopes = condition.slopes }
    return fault
  }

  static func fault(_ nan: Double) -> Dual {
    var fault = Dual(0)
    fault.range = Interval(nan, nan)
    return fault
  }

  func slope(of source: Int32) -> Interval {
    slopes.first { $0.source == source }?.slope ?? .zero
  }

  /// Narrows the range by the mean-value form. Where each source was met once there is nothing to win,
  /// and rounding might take an end away that a comparison depends on.
  private mutating func narrow() {
    guard isShared, !slopes.isEmpty, center.isFinite else { return }
    var reach = 0.0
    for slope in slopes { reach += max(abs(slope.slope.low), abs(slope.slope.high)) / 2 }
    guard reach.isFinite else { return }
    // an end is moved only by more than rounding might move it: it may be one where something jumps
    let least = 1e-3 * range.width
    let narrowed = Interval(
      center - reach > range.low + least ? center - reach : range.low,
      center + reach < range.high - least ? center + reach : range.high)
    if narrowed.low <= narrowed.high { range = narrowed }
  }

  /// Both slopes at once, each changed by its own function.
  static func merge(
    _ a: Dual, _ b: Dual, _ range: Interval, center: Double, left: (Interval) -> Interval,
    right: (Interval) -> Interval, isRough: Bool = false
  ) -> Dual {
    if a.isFault { return a }
    if b.isFault { return b }
    let rough = a.isRough || b.isRough || isRough
    var shared = a.isShared || b.isShared
    var merged: [Slope] = []
    merged.reserveCapacity(a.slopes.count + b.slopes.count)
    var (i, j) = (0, 0)
    while i < a.slopes.count || j < b.slopes.count {
      if j == b.slopes.count || (i < a.slopes.count && a.slopes[i].source < b.slopes[j].source) {
        merged.append(Slope(source: a.slopes[i].source, slope: left(a.slopes[i].slope)))
        i += 1
      } else if i == a.slopes.count || b.slopes[j].source < a.slopes[i].source {
        merged.append(Slope(source: b.slopes[j].source, slope: right(b.slopes[j].slope)))
        j += 1
      } else {
        shared = true
        let both = left(a.slopes[i].slope) + right(b.slopes[j].slope)
        merged.append(Slope(source: a.slopes[i].source, slope: both))
        i += 1
        j += 1
      }
    }
    return Dual(range: range, center: center, slopes: merged, isRough: rough, isShared: shared)
  }

  /// A function of one argument with a derivative that lies in an interval.
  func through(
    _ range: Interval, center: Double, derivative: Interval, isRough rough: Bool = false
  ) -> Dual {
    if isFault { return self }
    return Dual(
      range: range, center: center,
      slopes: slopes.map { Slope(source: $0.source, slope: $0.slope * derivative) },
      isRough: isRough || rough, isShared: isShared)
  }

  static func + (a: Dual, b: Dual) -> Dual {
    merge(
      a, b, a.range + b.range, center: a.center + b.center, left: { $0 }, right: { $0 })
  }
  static func - (a: Dual, b: Dual) -> Dual {
    merge(
      a, b, a.range - b.range, center: a.center - b.center, left: { $0 }, right: { -$0 })
  }
  static prefix func - (a: Dual) -> Dual {
    a.through(-a.range, center: -a.center, derivative: Interval(-1))
  }
  static func * (a: Dual, b: Dual) -> Dual {
    merge(
      a, b, a.range * b.range, center: a.center * b.center, left: { $0 * b.range },
      right: { $0 * a.range })
  }
  /// The quotient's slope is (a′ − q·b′)/b, which narrows q, which narrows the slope: repeated
  /// until nothing more is won, so that `x / x` is 1.
  /// - Precondition: the divisor does not hold 0.
  static func / (a: Dual, b: Dual) -> Dual {
    var quotient = a.range / b.range
    let naive = quotient.width
    let center = a.center / b.center
    if quotient.isPoint, a.range.isPoint, b.range.isPoint {
      // at a point the slope is the derivative, and nothing can be narrowed
      let q = quotient
      return merge(
        a, b, q, center: center, left: { $0 / b.range }, right: { -($0 * q) / b.range })
    }
    for _ in 0..<100 {
      let q = quotient
      var result = merge(
        a, b, q, center: center, left: { $0 }, right: { -($0 * q) })
      if result.isFault || result.isRough || result.slopes.isEmpty { return result }
      for k in result.slopes.indices { result.slopes[k].slope = result.slopes[k].slope / b.range }
      result.range = q
      result.narrow()
      // cancelled, not merely narrow from the start
      if result.range.width <= 1e-14 * abs(center), naive > 1e-12 * abs(center) {
        result.range = Interval(center)
        result.slopes = []
        return result
      }
      guard result.range.width < 0.99 * q.width else { return result }
      quotient = result.range
    }
    return Dual(range: quotient, center: center, slopes: [], isRough: true)
  }

  /// The larger (or smaller) of two.
  static func extreme(_ a: Dual, _ b: Dual, larger: Bool) -> Dual {
    if a.isFault { return a }
    if b.isFault { return b }
    let (x, y) = (a.range, b.range)
    // where both are reached at once there is a kink: any slope between the two
    let isKink = x.isPoint && x == y && !(a.slopes.isEmpty && b.slopes.isEmpty)
    if isKink {
      return merge(
        a, b, x, center: a.center, left: { $0.joined(.zero) }, right: { $0.joined(.zero) })
    }
    if larger ? x.low >= y.high : x.high <= y.low { return a }
    if larger ? y.low >= x.high : y.high <= x.low { return b }
    let range =
      larger
      ? Interval(max(x.low, y.low), max(x.high, y.high))
      : Interval(min(x.low, y.low), min(x.high, y.high))
    return merge(
      a, b, range, center: larger ? max(a.center, b.center) : min(a.center, b.center),
      left: { $0.joined(.zero) }, right: { $0.joined(.zero) })
  }

  /// Either of two, nobody knows which: an undecided `if`.
  static func either(_ a: Dual, _ b: Dual, condition: Dual) -> Dual {
    if a.isFault { return a.inBranch(of: condition) }
    if b.isFault { return b.inBranch(of: condition) }
    let hull = a.range.joined(b.range)
    let both = merge(
      a, b, hull, center: a.center, left: { _ in .everything }, right: { _ in .everything },
      isRough: true)
    return merge(
      both, condition, hull, center: a.center, left: { $0 }, right: { _ in .everything },
      isRough: true)
  }
}
