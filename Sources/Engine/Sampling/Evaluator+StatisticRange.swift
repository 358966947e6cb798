import Syntax

/// A statistic of a distribution that brackets move too: what it can come to over a box.
extension Evaluator {
  /// Each sample is enclosed by itself. Where all of them move with a source in one direction, so does
  /// the statistic; where they do not, it is an outer bound.
  func enclose(
    _ statistic: Statistic, _ formula: Formula, share: Formula?, place: Place, in box: Box
  ) throws(Diagnostic) -> Column<Dual> {
    let p = try self.share(of: statistic, share, at: bestPoint)
    let outer = (samples, isFindingSupport)
    (samples, isFindingSupport) = (nil, false)
    defer { (samples, isFindingSupport) = outer }
    return try sampled([formula]) { () throws(Diagnostic) in
      try requireMoment(statistic, of: formula, place)
      // how steep an order statistic or a share is its samples do not tell
      if box.isGradient, ![.mean, .var, .sd].contains(statistic) {
        let column = try duals(simplified(formula), in: box)
        return column.reducingSamples(samples) { line in
          statistic != .prob && Self.hull(of: line).allSatisfy { $0.slope == .zero }
            ? Self.quantile(line, p) : Dual.fault(.nan)
        }
      }
      // of a condition the sides tell in which direction it moves
      if statistic == .prob, case .input(.comparison(let op, let gap)) = formula.code {
        let column = try duals(simplified(gap), in: box)
        return column.reducingSamples(samples) { Self.probability(op, $0) }
      }
      let column = try duals(simplified(formula), in: box)
      return column.reducingSamples(samples) { line in
        switch statistic {
        case .mean, .prob: Self.mean(line)
        case .var: Self.variance(line)
        case .sd: Self.variance(line).rooted
        case .median, .quantile, .low, .high: Self.quantile(line, p)
        }
      }
    }
  }

  /// The mean of slopes is the slope of the mean.
  private static func mean(_ line: [Dual]) -> Dual {
    var undecided: [Int32] = []
    return DualLines.reduce(line, .mean, undecided: &undecided)
  }

  /// The mean of the squares around the mean, each with its slopes.
  private static func variance(_ line: [Dual]) -> Dual {
    let mean = mean(line)
    if mean.isFault { return mean }
    return self.mean(line.map { ($0 - mean).squared })
  }

  private static func quantile(_ line: [Dual], _ p: Double) -> Dual {
    if let fault = line.first(where: \.isFault) { return fault }
    func point(_ values: [Double]) -> Double { Samples.quantile(values.sorted(), p) }
    return bounded(
      Interval(point(line.map(\.range.low)), point(line.map(\.range.high))),
      center: point(line.map(\.center)), hull(of: line), isRough: line.contains(where: \.isRough))
  }

  private static func probability(_ op: Comparison.Operator, _ line: [Dual]) -> Dual {
    if let fault = line.first(where: \.isFault) { return fault }
    var (low, high, center) = (0.0, 0.0, 0.0)
    for dual in line {
      var range = dual.range
      if op == .equal || op == .notEqual, !range.isPoint {
        // an end that is 0 may have been missed by rounding
        let size = 0x1p-50 * max(abs(range.low), abs(range.high))
        range = Interval(range.low - size, range.high + size)
      }
      let holds = op.holds(range)
      low += holds == true ? 1 : 0
      high += holds == false ? 0 : 1
      center += op.holds(dual.center) ? 1 : 0
    }
    let n = Double(max(line.count, 1))
    let slopes = hull(of: line).map { slope -> Dual.Slope in
      // it falls as a gap that must be small rises, by nobody knows how much
      var sign = slope.slope.sign
      switch op {
      case .less, .lessOrEqual: sign = -sign
      case .greater, .greaterOrEqual: break
      case .equal, .notEqual: sign = 0
      }
      return Dual.Slope(
        source: slope.source,
        slope: sign > 0
          ? Interval(0, .infinity) : sign < 0 ? Interval(-.infinity, 0) : .everything)
    }
    return bounded(
      Interval(low / n, high / n), center: center / n, slopes,
      isRough: line.contains(where: \.isRough))
  }

  /// What is not monotone has slopes of either sign, so that narrower boxes are looked at.
  private static func bounded(
    _ range: Interval, center: Double, _ slopes: [Dual.Slope], isRough: Bool
  ) -> Dual {
    if range.isPoint { return Dual(range.low) }
    var dual = Dual(center)
    dual.range = range
    dual.center = center
    // how fast nobody knows
    dual.slopes = slopes.map { slope in
      let sign = slope.slope.sign
      let range: Interval =
        sign == 0 ? .everything : sign > 0 ? Interval(0, .infinity) : Interval(-.infinity, 0)
      return Dual.Slope(source: slope.source, slope: slope.slope == .zero ? .zero : range)
    }
    dual.isRough = isRough
    return dual
  }

  /// For each source a range that holds its slopes in all samples.
  private static func hull(of line: [Dual]) -> [Dual.Slope] {
    var slopes: [Int32: Interval] = [:]
    for dual in line {
      for slope in dual.slopes {
        slopes[slope.source] = (slopes[slope.source] ?? slope.slope).joined(slope.slope)
      }
    }
    for dual in line where dual.slopes.count < slopes.count {
      for source in slopes.keys where dual.slope(of: source) == .zero {
        slopes[source] = slopes[source]?.joined(.zero)
      }
    }
    return slopes.sorted { $0.key < $1.key }.map { Dual.Slope(source: $0.key, slope: $0.value) }
  }
}

extension Dual {
  fileprivate var squared: Dual {
    let (a, b) = (range.low * range.low, range.high * range.high)
    return through(
      Interval(range.holdsZero ? 0 : min(a, b), max(a, b)), center: center * center,
      derivative: Interval(2) * range)
  }

  /// The root of what is never below 0, but for the width of its enclosure.
  fileprivate var rooted: Dual {
    if isFault || range.high <= 0 { return isFault ? self : Dual(0) }
    let low = max(range.low, 0)
    return through(
      Interval(low.squareRoot(), range.high.squareRoot()), center: max(center, 0).squareRoot(),
      derivative: Interval(0.5 / range.high.squareRoot(), 0.5 / low.squareRoot()))
  }
}

extension Column {
  /// Each line along the samples as one cell; as it is where it does not vary with them.
  fileprivate func reducingSamples(_ samples: SampleSet?, _ body: ([Element]) -> Element) -> Column
  {
    guard let axis = samples?.axis, let index = index(of: axis) else { return map { body([$0]) } }
    return reducing(along: index, body)
  }
}
