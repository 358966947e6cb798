import Syntax

/// The exact range of a formula over the box of its sources, cell by cell.
struct ExactRange {
  var axes: [Axis]
  var low: [Double]
  var high: [Double]
  /// every source at its best guess, or at its middle where none was given
  var best: [Double]
  /// the box was not searched to the end: the ends are an outer bound
  var isOuterBound = false
  /// of a few cells, where each source stands when the cell is least and when it is greatest
  var places: [Int: ExactRange.Places] = [:]

  /// From 0 at the low end of a source to 1 at its high end; one that is not there does not matter.
  typealias Places = (low: [Int32: Double], high: [Int32: Double])
  /// of so few cells
  static let mostPlaces = 8
  /// the share of a source in which what is not defined is not defined, however wide its enclosure
  static let narrowest = 1e-9
}

extension Evaluator {
  /// A source in which the formula is monotone is pinned to an end; where others remain, the box is
  /// searched by branch and bound. Corners alone would be wrong: `x^2` on `-1..2` is `0..4`.
  ///
  /// - Parameter free: only this source ranges, and every other one stays at its best guess.
  func exactRange(_ formula: Formula, over free: Int32? = nil) throws(Diagnostic) -> ExactRange {
    guard formula.hasSources else {
      let column = try column(formula)
      return ExactRange(
        axes: column.axes, low: column.cells, high: column.cells, best: column.cells)
    }
    let rest = free == nil ? nil : bestPoint
    let enclosure = try duals(
      formula, in: Box(free.map { [$0: Interval(0, 1)] } ?? [:], point: rest))
    let center = try column(formula)
    let cells = enclosure.cells
    var range = ExactRange(
      axes: enclosure.axes, low: cells.map(\.range.low), high: cells.map(\.range.high),
      best: center.spread(over: enclosure.axes).cells)
    // cells that need the same corner are valued together
    var corners: [Corner: [(cell: Int, isLow: Bool)]] = [:]
    var open: [Int] = []
    for (i, cell) in cells.enumerated() {
      if cell.isFault {
        // the enclosure may be too wide to be defined; parts of the box tell
        open.append(i)
      } else if cell.isRough {
        range.isOuterBound = true
      } else if cell.slopes.contains(where: { $0.slope.sign == 0 }) {
        open.append(i)
      } else if !cell.slopes.isEmpty {
        corners[corner(of: cell, isLow: true), default: []].append((i, true))
        corners[corner(of: cell, isLow: false), default: []].append((i, false))
      }
    }
    // what is one step read twice leaves nothing to search
    if !open.isEmpty, !formula.hasSamples {
      let simple = simplified(formula)
      if simple !== formula { return try exactRange(simple, over: free) }
    }
    if cells.count <= ExactRange.mostPlaces, samples == nil {
      for (corner, wanted) in corners {
        for (cell, isLow) in wanted {
          var places = range.places[cell] ?? ([:], [:])
          if isLow { places.low = corner.positions } else { places.high = corner.positions }
          range.places[cell] = places
        }
      }
    }
    for (corner, wanted) in corners {
      let values = try column(formula, at: self.corner(corner)).spread(over: range.axes).cells
      for (cell, isLow) in wanted {
        let (value, held) = (values[cell], cells[cell].range)
        if !held.holds(value) {
          // rounding alone has decided a comparison, in one way for the whole and in another here
          range.isOuterBound = true
          range.low[cell] = min(range.low[cell], held.low, value)
          range.high[cell] = max(range.high[cell], held.high, value)
        } else if isLow {
          range.low[cell] = value
        } else {
          range.high[cell] = value
        }
      }
    }
    let sources = cells.contains(where: \.isFault) ? free.map { [$0] } ?? formula.sources : []
    if open.count > 1, let samples, enclosure.index(of: samples.axis) != nil {
      let wanted = open.map { i in
        (cell: i, sources: cells[i].isFault ? sources : cells[i].slopes.map(\.source))
      }
      try searchSamples(formula, samples, wanted, rest: rest, &range)
      return range
    }
    let effort = try open.isEmpty ? SearchEffort() : self.effort(formula, range.axes)
    for i in open {
      var search = Search(
        evaluator: self, formula: formula, cell: i, axes: range.axes, effort: effort, rest: rest)
      let involved = cells[i].isFault ? sources : cells[i].slopes.map(\.source)
      do {
        range.low[i] = try search.bound(sign: 1, start: cells[i].range, involved)
        let low = search.place
        range.high[i] = -(try search.bound(sign: -1, start: cells[i].range, involved))
        range.places[i] = (low, search.place)
      } catch {
        // what holds the whole is known from the start
        guard session.showsPart(after: error), !cells[i].isFault else { throw error }
        session.noteStoppedSearch(at: formula.place)
        range.isOuterBound = true
        break
      }
      if search.isExhausted { range.isOuterBound = true }
    }
    return range
  }

  /// Where each source stands, from 0 at its low end to 1 at its high end, when a cell is least and
  /// when it is greatest; a source that is not there does not matter.
  func corners(_ formula: Formula, cell: Int) throws(Diagnostic) -> (
    low: [Int32: Double], high: [Int32: Double]
  ) {
    let enclosure = try duals(formula, in: Box())
    let dual = enclosure.cells[cell]
    if !dual.isRough, !dual.isFault, dual.slopes.allSatisfy({ $0.slope.sign != 0 }) {
      return (corner(of: dual, isLow: true).positions, corner(of: dual, isLow: false).positions)
    }
    // an outer bound may be reached nowhere: the least and the greatest value met stand for it
    var effort = try self.effort(formula, enclosure.axes)
    if dual.isRough { effort.budget = min(effort.budget, Self.boxesOfOuterBound) }
    var search = Search(
      evaluator: self, formula: formula, cell: cell, axes: enclosure.axes, effort: effort)
    let involved = dual.isFault || dual.isRough ? formula.sources : dual.slopes.map(\.source)
    _ = try search.bound(sign: 1, start: dual.range, involved)
    let low = search.place
    _ = try search.bound(sign: -1, start: dual.range, involved)
    return (low, search.place)
  }

  /// Boxes that are looked at for the place of an end that is an outer bound: it need not have one.
  private static let boxesOfOuterBound = 500

  private func corner(of cell: Dual, isLow: Bool) -> Corner {
    Corner(
      cell.slopes.map {
        Corner.Pin(source: $0.source, position: ($0.slope.sign > 0) == isLow ? 0 : 1)
      })
  }
}

extension ExactRange {
  /// Whether what is not defined in a part, or need not be, has no bound beside it: `if x > 0 then 1/x`.
  /// What has one comes nearer to it from step to step.
  /// - Parameter least: parts no wider are not divided; values are looked at far from it against that.
  static func grows(
    beside ranges: [Int32: Interval], _ source: Int32, least: Double,
    value: ([Int32: Interval]) throws(Diagnostic) -> Double
  ) throws(Diagnostic) -> Bool {
    let edge = ranges[source] ?? Interval(0, 1)
    var point = ranges.mapValues { Interval($0.middle) }
    for (start, side) in [(edge.high, 1.0), (edge.low, -1)] {
      var values: [Double] = []
      for distance in least < 1e-9 ? [1e-9, 1e-12, 1e-15] : [1e-3, 1e-4, 1e-5] {
        let place = start + side * distance
        guard (0...1).contains(place) else { break }
        point[source] = Interval(place)
        values.append(try value(point))
      }
      if grow(values) { return true }
    }
    return false
  }

  /// Whether values that are found ever nearer to an edge go on growing.
  private static func grow(_ values: [Double]) -> Bool {
    guard values.count == 3 else { return false }
    let steps = [abs(values[1] - values[0]), abs(values[2] - values[1])]
    if !(steps[0] + steps[1]).isFinite { return !values.contains(where: \.isNaN) }
    return steps[1] > 0.9 * steps[0] && steps[1] > 1e-6 * abs(values[2])
  }
}

extension Dual {
  /// The source of a fault whose range does most to it, or any of those left that range.
  func widestCause(in ranges: [Int32: Interval]) -> Int32? {
    let open = ranges.filter { !$0.value.isPoint }
    let causes = slopes.compactMap { slope in
      open[slope.source].map { range in
        (slope.source, max(abs(slope.slope.low), abs(slope.slope.high)), range.width)
      }
    }
    if let most = causes.max(by: { ($0.1, $0.2) < ($1.1, $1.2) }) { return most.0 }
    return (open.isEmpty ? ranges : open).max { $0.value.width < $1.value.width }?.key
  }
}

/// How much is searched, and how closely.
struct SearchEffort {
  /// how often a formula is enclosed for one end
  var budget = 0
  /// cell by cell, by how much nobody knows the value: so much less is no less; empty for nothing
  var noise: [Double] = []
}

extension Evaluator {
  /// so many boxes are looked at however many samples there are, and so many samples in all
  private static let fewestBoxes = 12
  private static let mostSamples = 1 << 20

  /// What is found from samples is searched no closer than it is known, and as often as it takes no
  /// longer than seconds.
  private func effort(_ formula: Formula, _ axes: [Axis]) throws(Diagnostic) -> SearchEffort {
    var effort = SearchEffort(budget: session.limits.parts)
    guard session.usesStatistics, samples == nil, run == nil,
      let nodes = formula.restingOnStatistics
    else { return effort }
    effort.budget = min(
      session.limits.parts, max(Self.fewestBoxes, Self.mostSamples / session.sampling.count))
    if let runs = session.statisticRuns(
      of: formula, nodes, at: [bestPoint], session.sampling, isPlain: true)
    {
      let count = axes.reduce(1) { $0 * $1.count }
      effort.noise = (0..<count).map { cell in
        Samples.deviation(runs.map { $0[0][$0[0].count == count ? cell : 0] })
          / Double(StatisticRun.runs - 1).squareRoot()
      }
    }
    return effort
  }
}

/// Branch and bound for one cell: boxes are split where the formula is not monotone, until the best
/// value found and the lowest bound left agree to 1e-10 of the range.
private struct Search {
  let evaluator: Evaluator
  let formula: Formula
  let cell: Int
  let axes: [Axis]
  let effort: SearchEffort
  /// where the sources are that do not range; nil where all do
  let rest: Point?
  var isExhausted = false
  private var work = 0
  /// where the best value of the last search was found
  private(set) var place: [Int32: Double] = [:]
  /// between the least and the greatest value found
  private var seen = Interval(.infinity, -.infinity)

  init(
    evaluator: Evaluator, formula: Formula, cell: Int, axes: [Axis], effort: SearchEffort,
    rest: Point? = nil
  ) {
    self.effort = effort
    self.evaluator = evaluator
    self.formula = formula
    self.cell = cell
    self.axes = axes
    self.rest = rest
  }

  private struct Part {
    var ranges: [Int32: Interval]
    var dual: Dual
    var bound: Double

    /// Of equal bounds the part whose middle comes nearest, and of those that are not defined in all of
    /// it the narrowest: whether they are undefined or too wide is soon known.
    func comesBefore(_ other: Part, _ sign: Double) -> Bool {
      if bound != other.bound { return bound < other.bound }
      if dual.isFault, other.dual.isFault { return width < other.width }
      return sign * dual.center < sign * other.dual.center
    }

    private var width: Double { ranges.values.reduce(0) { $0 + $1.width } }
  }

  /// The share of a source below which it is not divided: nothing is thought to lie between its ends.
  private var least: Double { effort.budget < 1000 ? 1e-6 : 0x1p-60 }

  /// The least value (sign 1), or the negative of the greatest (sign −1).
  mutating func bound(sign: Double, start: Interval, _ sources: [Int32]) throws(Diagnostic)
    -> Double
  {
    work = 0
    let noise = effort.noise.indices.contains(cell) ? 0.5 * effort.noise[cell] : 0
    let progress = Progress(evaluator.session)
    defer { progress.end() }
    var whole: [Int32: Interval] = [:]
    for source in sources { whole[source] = Interval(0, 1) }
    var best = Double.infinity
    var open = [try part(whole, sign, &best)]
    while let index = open.indices.min(by: { open[$0].comesBefore(open[$1], sign) }) {
      let lowest = open[index].bound
      // to rounding of the values themselves, where they hardly differ
      let size = max(abs(seen.low), abs(seen.high))
      let scale = max(seen.width, 1e-3 * size, .leastNormalMagnitude)
      if best - lowest <= 1e-10 * scale { return settle(lowest, best) }
      if best - lowest <= noise { return settle(lowest, best) }
      if work > effort.budget {
        if open[index].dual.isFault {
          throw evaluator.failure(open[index].dual.range.low, formula.place)
        }
        isExhausted = true
        return lowest
      }
      if progress.isInterrupted(Double(work) / Double(effort.budget)) {
        throw Diagnostic(EngineProblem.interrupted, at: formula.place)
      }
      let next = open.remove(at: index)
      guard let widest = widest(next) else { return settle(lowest, best) }
      let range = next.ranges[widest] ?? Interval(0, 1)
      let (low, middle, high) = (range.low, range.middle, range.high)
      let isLeast = range.width <= least || middle == low || middle == high
      if isLeast, next.dual.isFault {
        let grows = try ExactRange.grows(beside: next.ranges, widest, least: least) {
          (point) throws(Diagnostic) in try dual(point).center
        }
        if grows { throw evaluator.failure(next.dual.range.low, formula.place) }
      }
      for half in isLeast
        ? [Interval(low), Interval(high)] : [Interval(low, middle), Interval(middle, high)]
      {
        var ranges = next.ranges
        ranges[widest] = half
        let part = try part(ranges, sign, &best)
        if part.bound < best { open.append(part) }
      }
    }
    return best
  }

  /// A bound that differs from a value found by rounding alone is that value, unless it is rounder.
  private func settle(_ lowest: Double, _ best: Double) -> Double {
    guard lowest < best else { return best }
    if lowest <= 0, best >= 0 { return 0 }
    return lowest == lowest.rounded() || !best.isFinite ? lowest : best
  }

  /// Encloses a box, pinning the sources in which the formula is monotone there.
  private mutating func part(_ ranges: [Int32: Interval], _ sign: Double, _ best: inout Double)
    throws(Diagnostic) -> Part
  {
    var ranges = ranges
    var dual = try dual(ranges)
    if dual.isFault {
      // undefined in the middle is undefined; else it may be the enclosure's width alone
      let center = try self.dual(ranges.mapValues { Interval($0.middle) })
      work -= 1
      let widest = ranges.values.map(\.width).max() ?? 0
      // (in a branch that may not be taken here it need not be)
      let isPole = widest <= ExactRange.narrowest && !dual.isRough
      if center.isFault || !center.center.isFinite || isPole {
        throw evaluator.failure(dual.range.low, formula.place)
      }
      note(sign * center.center, ranges, &best)
      seen = seen.joined(Interval(center.center))
      return Part(ranges: ranges, dual: dual, bound: -.infinity)
    }
    while true {
      var isPinned = false
      for slope in dual.slopes where slope.slope.sign != 0 {
        guard let range = ranges[slope.source], !range.isPoint else { continue }
        let isLow = (slope.slope.sign > 0) == (sign > 0)
        ranges[slope.source] = Interval(isLow ? range.low : range.high)
        isPinned = true
      }
      guard isPinned else { break }
      dual = try self.dual(ranges)
      if dual.isFault { throw evaluator.failure(dual.range.low, formula.place) }
    }
    let middle = try middle(of: dual, ranges)
    if !middle.isNaN {
      note(sign * middle, ranges, &best)
      seen = seen.joined(Interval(middle))
    }
    let bound = sign > 0 ? dual.range.low : -dual.range.high
    return Part(ranges: ranges, dual: dual, bound: bound)
  }

  /// What the formula comes to in the middle of a box: an enclosure that does not know which branch
  /// is taken there does not know that either.
  private func middle(of dual: Dual, _ ranges: [Int32: Interval]) throws(Diagnostic) -> Double {
    guard dual.isRough, rest == nil else { return dual.center }
    let point = Point(ranges.mapValues(\.middle))
    return try evaluator.column(formula, at: point).spread(over: axes).cells[cell]
  }

  /// A value in the middle of a box.
  private mutating func note(
    _ value: Double, _ ranges: [Int32: Interval], _ best: inout Double
  ) {
    guard value < best else { return }
    best = value
    place = ranges.mapValues(\.middle)
  }

  private mutating func dual(_ ranges: [Int32: Interval]) throws(Diagnostic) -> Dual {
    work += 1
    let column = try evaluator.duals(formula, in: Box(ranges, point: rest))
    return column.spread(over: axes).cells[cell]
  }

  /// The source whose range contributes most.
  private func widest(_ part: Part) -> Int32? {
    if part.dual.isFault { return part.dual.widestCause(in: part.ranges) }
    let open = part.dual.slopes.compactMap { slope in
      part.ranges[slope.source].flatMap { range in
        range.isPoint ? nil : (slope.source, slope.slope.width, range.width)
      }
    }
    // where a jump hides the slopes, the one that ranges furthest
    return open.max { ($0.1, $0.2) < ($1.1, $1.2) }?.0
  }
}
