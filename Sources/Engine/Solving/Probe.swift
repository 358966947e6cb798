import Glibc
import Syntax

/// Tries values of an unknown, the brackets at one point.
///
/// Nothing is built anew for a value: the unknown is given it, what rests on it is forgotten, and the
/// formulas are valued. Where a formula has no value at all for one (a list filtered to nothing), every
/// cell is a NaN there.
final class Probe {
  let evaluator: Evaluator
  let sought: Sought
  /// where the brackets are, by source; those that are not there are at their best guess
  let positions: [Int32: Double]
  /// where to look
  let range: Interval
  /// along which the answer varies
  private(set) var axes: [Axis] = []
  private(set) var count = 1
  /// the value that was tried first
  private(set) var start = Double.nan
  /// why there was no value, where there was none
  private(set) var fault: Diagnostic?
  private var isFirst = true
  /// all cells may be tried at once, each with a value of its own
  private var isCellwise = false

  init(_ evaluator: Evaluator, _ sought: Sought, at positions: [Int32: Double])
    throws(Diagnostic)
  {
    self.evaluator = evaluator
    self.sought = sought
    self.positions = positions
    range = try evaluator.range(of: sought)
    start = try firstValue()
    let cells = try gap(start)
    isCellwise = try canTryTogether(start, cells)
  }

  /// Whether a value for each cell gives what one for all does: lists without names may not line up.
  private func canTryTogether(_ x: Double, _ alone: [Double]) throws(Diagnostic) -> Bool {
    guard count > 1, sought.isCellwise, fault == nil else { return false }
    set(Column(axes: axes, cells: Array(repeating: x, count: count)))
    guard let together = try? column(sought.gap), together.axes.count == axes.count else {
      return false
    }
    return zip(together.axes, axes).allSatisfy { $0 === $1 } && together.cells == alone
  }

  /// The present value, or the middle where that lies outside.
  private func firstValue() throws(Diagnostic) -> Double {
    if let present = sought.present, !present.hasSamples,
      let x = try evaluator.column(present).cells.first,
      x >= range.low, x <= range.high
    {
      return x
    }
    return range.split
  }

  /// Gives the unknown a value, or one for each cell.
  func set(_ value: Column<Double>) {
    sought.unknown.column = value
    for node in sought.dependents { node.forgetValues() }
    evaluator.forgetCorners()
  }

  func set(_ x: Double) {
    var column = Column(x)
    column.records = sought.record.map { [$0] }
    set(column)
  }

  func column(_ formula: Formula) throws(Diagnostic) -> Column<Double> {
    try evaluator.column(formula, at: Point(positions))
  }

  /// What the unknown makes of the gap, cell by cell.
  func gap(_ x: Double) throws(Diagnostic) -> [Double] {
    set(x)
    return try cells(sought.gap)
  }

  /// The left side and, for an equation, how large the two sides are.
  func left(_ x: Double) throws(Diagnostic) -> [Double] {
    set(x)
    return try cells(sought.left).spread(to: count)
  }

  private func cells(_ formula: Formula) throws(Diagnostic) -> [Double] {
    if evaluator.session.mustStop() {
      throw Diagnostic(EngineProblem.interrupted, at: sought.place)
    }
    do {
      let column = try column(formula)
      if isFirst || (fault != nil && axes.isEmpty) {
        axes = column.axes
        count = column.cells.count
        isFirst = false
      }
      if fault == nil, let nan = column.cells.first(where: \.isNaN) {
        fault = evaluator.failure(nan, sought.place)
      }
      return formula === sought.gap && column.cells.count != count
        ? Array(repeating: .nan, count: count) : column.cells
    } catch {
      if case .interrupted = error.problem as? EngineProblem { throw error }
      fault = fault ?? error
      return Array(repeating: .nan, count: count)
    }
  }

  /// The gap of some cells, each once, with a value of the unknown for each.
  func gaps(_ values: [Double], _ cells: [Int]) throws(Diagnostic) -> [Double] {
    guard isCellwise, cells.count > 2 else {
      var gaps: [Double] = []
      for (x, cell) in zip(values, cells) { gaps.append(try gap(x)[cell]) }
      return gaps
    }
    var all = Array(repeating: range.split, count: count)
    for (x, cell) in zip(values, cells) { all[cell] = x }
    set(Column(axes: axes, cells: all))
    let found = try self.cells(sought.gap)
    return cells.map { found[$0] }
  }

  /// Between what the gap lies while the unknown is anywhere in a range; nil where nobody can say.
  func enclose(_ part: Interval) throws(Diagnostic) -> [Dual]? { try enclose(Column(part)) }

  /// The same of some cells, each once, with a range for each.
  func enclose(_ parts: [Interval], _ cells: [Int]) throws(Diagnostic) -> [Dual]? {
    guard isCellwise, cells.count > 2 else {
      var duals: [Dual] = []
      for (part, cell) in zip(parts, cells) {
        guard let all = try enclose(part) else { return nil }
        duals.append(all[cell])
      }
      return duals
    }
    var all = Array(repeating: Interval(range.split), count: count)
    for (part, cell) in zip(parts, cells) { all[cell] = part }
    guard let found = try enclose(Column(axes: axes, cells: all)) else { return nil }
    return cells.map { found[$0] }
  }

  private func enclose(_ parts: Column<Interval>) throws(Diagnostic) -> [Dual]? {
    // a statistic is enclosed sample by sample, at the price of many tries
    if sought.isStatistical { return nil }
    guard let formula = sought.enclosed, let source = sought.enclosedUnknown.source else {
      return nil
    }
    if evaluator.session.mustStop() {
      throw Diagnostic(EngineProblem.interrupted, at: sought.place)
    }
    var ranges: [Int32: Interval] = [:]
    for (source, share) in positions { ranges[source] = Interval(share) }
    let box = Box(ranges, point: evaluator.bestPoint, unknown: (source, parts))
    do {
      let cells = try evaluator.duals(formula, in: box).cells
      return cells.count == count ? cells : nil
    } catch {
      if case .interrupted = error.problem as? EngineProblem { throw error }
      return nil
    }
  }

  /// Tries that need not be exact: a statistic is one of few samples there.
  func roughly<Result>(_ body: () throws(Diagnostic) -> Result) throws(Diagnostic) -> Result {
    try evaluator.roughly(sought, body)
  }

  /// The signs of the slope at values of the unknown, 0 where it cannot be told.
  func slopeSigns(_ values: [Double], _ cells: [Int]) throws(Diagnostic) -> [Int] {
    let parts = values.map { x in
      let reach = max(16 * x.ulp, range.width * 1e-19)
      return Interval(max(x - reach, range.low), min(x + reach, range.high))
    }
    guard let duals = try enclose(parts, cells) else { return values.map { _ in 0 } }
    return duals.map(sought.sign)
  }

  /// Where the slope of the gap changes sign within a part of each cell; nil where it does not.
  func level(in parts: [Interval], _ cells: [Int]) throws(Diagnostic) -> [Double?] {
    let first = try slopeSigns(parts.map(\.low), cells)
    let last = try slopeSigns(parts.map(\.high), cells)
    var parts = parts
    var found: [Double?] = parts.map { _ in nil }
    var open = cells.indices.filter { first[$0] != 0 && last[$0] != 0 && first[$0] != last[$0] }
    for i in open { found[i] = parts[i].middle }
    for _ in 0..<60 where !open.isEmpty {
      let middles = open.map { parts[$0].low / 2 + parts[$0].high / 2 }
      let signs = try slopeSigns(middles, open.map { cells[$0] })
      var next: [Int] = []
      for (k, i) in open.enumerated() {
        found[i] = middles[k]
        if signs[k] == 0 || middles[k] <= parts[i].low || middles[k] >= parts[i].high { continue }
        if signs[k] == first[i] { parts[i].low = middles[k] } else { parts[i].high = middles[k] }
        next.append(i)
      }
      open = next
    }
    return found
  }

  /// A value that differs by rounding from one of a few digits in its unit is that one.
  func rounded(_ x: Double, within share: Double = 1e-11) -> Double {
    if range.holdsZero, abs(x) <= share * 1e-4 * range.width { return 0 }
    let units = evaluator.session.units
    let factor = units.factor(of: sought.type.unit)
    let offset = units.offset(of: sought.type.unit)
    let shown = (x - offset) / factor
    guard shown != 0, shown.isFinite else { return x }
    let digits = -log10(share).rounded(.up) - 3
    let step = pow(10, digits - log10(abs(shown)).rounded(.down))
    let rounder = (shown * step).rounded() / step
    return abs(rounder - shown) <= share * abs(shown) ? rounder * factor + offset : x
  }

  func restore() {
    sought.unknown.column = Column(.nan)
    for node in sought.dependents { node.forgetValues() }
    evaluator.forgetCorners()
  }
}

extension Evaluator {
  /// Values the statistics of a question on few samples.
  func roughly<Result>(_ sought: Sought, _ body: () throws(Diagnostic) -> Result)
    throws(Diagnostic) -> Result
  {
    guard sought.isStatistical else { return try body() }
    let outer = run
    run = StatisticRun(
      few: 1024, of: outer?.sampling ?? session.sampling, nodes: sought.statisticNodes)
    defer { run = outer }
    return try body()
  }
}

extension Sought {
  /// Whether the gap rises or falls with the unknown throughout an enclosure; 0: neither is certain.
  func sign(_ dual: Dual) -> Int {
    guard !dual.isFault, !dual.isRough, let source = enclosedUnknown.source else { return 0 }
    let slope = dual.slope(of: source)
    return slope == .zero ? 0 : slope.sign
  }
}

extension Interval {
  /// Where to cut in two: in the middle, or in the middle of the logarithms where that is far away.
  var split: Double {
    if low > 0, high > 4 * low { return (low * high).squareRoot() }
    if high < 0, low < 4 * high { return -(low * high).squareRoot() }
    return low / 2 + high / 2
  }

  /// Points from end to end, evenly or, where the ends have one sign and lie far apart, by a factor.
  func samples(_ count: Int) -> [Double] {
    let steps = Double(count - 1)
    let isEven = !(low > 0 && high > 4 * low) && !(high < 0 && low < 4 * high)
    return (0..<count).map { i in
      if i == 0 { return low }
      if i == count - 1 { return high }
      let share = Double(i) / steps
      return isEven ? low + share * width : low * pow(high / low, share)
    }
  }
}

extension [Double] {
  /// One value for each of some cells.
  func spread(to count: Int) -> [Double] {
    self.count == count ? self : Array(repeating: first ?? .nan, count: count)
  }
}

extension Evaluator {
  /// Between which values the unknown is looked for.
  func range(of sought: Sought) throws(Diagnostic) -> Interval {
    switch sought.range {
    case .stated(let formula):
      let range = try exactRange(formula)
      guard range.axes.isEmpty, let low = range.low.first, let high = range.high.first else {
        throw Diagnostic(
          EngineProblem.severalAxesInList(formula.place.text), at: formula.place)
      }
      for end in [low, high] where !end.isFinite { throw failure(end, formula.place) }
      guard low < high else {
        throw Diagnostic(
          EngineProblem.solveRangeNotWide(session.brief(low, sought.type.unit)),
          at: formula.place)
      }
      return Interval(low, high)
    case .around(let present):
      let value: ExactRange
      if present.hasSamples {
        // around the middle of what it is now
        let middle = try statistic(
          .median, present, share: nil, place: present.place, at: bestPoint)
        value = ExactRange(
          axes: middle.axes, low: middle.cells, high: middle.cells, best: middle.cells)
      } else {
        value = try exactRange(present)
      }
      let cells = value.low + value.high
      for cell in cells where !cell.isFinite { throw failure(cell, present.place) }
      let low = cells.min() ?? 0
      let high = cells.max() ?? 0
      if low > 0 { return Interval(low * 1e-3, high * 1e3) }
      if high < 0 { return Interval(low * 1e3, high * 1e-3) }
      throw Diagnostic(
        EngineProblem.solveRangeAtZero(
          sought.unknown.name.text, value: session.briefly(present) ?? "",
          isOptimum: sought.task != .solution), at: present.place)
    }
  }
}
