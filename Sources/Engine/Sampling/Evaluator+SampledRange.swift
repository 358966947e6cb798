import Syntax

/// The exact range of many cells along samples: each has an extremum of its own, but they are looked
/// for together.
///
/// Branch and bound as of a single cell, with two differences. A box is enclosed for all the samples
/// at once for which it may hold the extremum, and for no others: from cut to cut there are fewer. And an
/// end counts as found when nothing can lie beyond it by more than a millionth of the range, or by
/// more than a hundred-thousandth of what all the samples are apart, which no quantile shows.
extension Evaluator {
  /// Sets the ends of some cells.
  /// - Parameters:
  ///   - wanted: the cells, with the sources in which they are not monotone as far as is known.
  ///   - rest: where the sources are that do not range.
  func searchSamples(
    _ formula: Formula, _ samples: SampleSet, _ wanted: [(cell: Int, sources: [Int32])],
    rest: Point?, _ range: inout ExactRange
  ) throws(Diagnostic) {
    // on the scale of all of them an end that is near 0 is found as soon as any other
    let sorted = range.best.filter(\.isFinite).sorted()
    let spread = Samples.quantile(sorted, 0.95) - Samples.quantile(sorted, 0.05)
    let least = max(spread.isFinite ? 1e-5 * spread : 0, 16 * roundingNoise(of: formula))
    for sign in [1.0, -1] {
      var search = SampledSearch(
        self, formula, samples, range.axes, rest: rest, sign: sign, least: least)
      try search.run(wanted)
      for (cell, _) in wanted {
        if sign > 0 {
          range.low[cell] = search.states[cell].best
        } else {
          range.high[cell] = -search.states[cell].best
        }
      }
      if search.isExhausted { range.isOuterBound = true }
    }
  }
}

/// For each of some cells the least value (sign 1), or the negative of the greatest (sign −1).
private struct SampledSearch {
  /// so often a cell is enclosed on average
  static let budget = 100
  /// the share of a source below which it is not divided for what is not defined in a branch
  private static let narrowest = 1e-6

  private let evaluator: Evaluator
  private let formula: Formula
  private let samples: SampleSet
  private let axes: [Axis]
  private let rest: Point?
  private let sign: Double
  /// what counts of no cell
  private let least: Double
  /// how far apart two cells are that differ by one sample, and how many samples there are
  private let stride: Int
  private let count: Int
  private(set) var isExhausted = false
  /// cell by cell
  private(set) var states: [State]
  /// of a part whose enclosure is too wide to be defined
  private var fault: Double?

  struct State {
    var best = Double.infinity
    var seen = Interval(.infinity, -.infinity)

    /// Nothing that is less by so little counts.
    func tolerance(_ least: Double) -> Double {
      let size = max(abs(seen.low), abs(seen.high))
      return max(least, 1e-6 * max(seen.width, 1e-3 * size, .leastNormalMagnitude))
    }
  }

  /// A part of the box, with the cells whose extremum it may hold.
  private struct Part {
    var ranges: [Int32: Interval]
    var cells: [Int]
    /// below which none of the cells can lie there
    var bounds: [Double]
  }

  init(
    _ evaluator: Evaluator, _ formula: Formula, _ samples: SampleSet, _ axes: [Axis], rest: Point?,
    sign: Double, least: Double
  ) {
    self.least = least
    self.evaluator = evaluator
    self.formula = formula
    self.samples = samples
    self.axes = axes
    self.rest = rest
    self.sign = sign
    let at = axes.firstIndex { $0 === samples.axis } ?? 0
    stride = axes[(at + 1)...].reduce(1) { $0 * $1.count }
    count = samples.axis.count
    states = Array(repeating: State(), count: axes.reduce(1) { $0 * $1.count })
  }

  mutating func run(_ wanted: [(cell: Int, sources: [Int32])]) throws(Diagnostic) {
    var starts: [[Int32]: [Int]] = [:]
    for (cell, sources) in wanted {
      starts[sources, default: []].append(cell)
    }
    // the widest parts first, so that good values are known early
    var open = starts.sorted { $0.value[0] < $1.value[0] }.map { sources, cells in
      Part(
        ranges: Dictionary(uniqueKeysWithValues: sources.map { ($0, Interval(0, 1)) }),
        cells: cells, bounds: cells.map { _ in -.infinity })
    }
    var next = 0
    var left = Self.budget * wanted.count
    while next < open.count {
      var part = open[next]
      open[next].cells = []
      open[next].bounds = []
      next += 1
      let hopeful = part.cells.indices.filter { mayHold(part.cells[$0], part.bounds[$0]) }
      guard !hopeful.isEmpty else { continue }
      if left <= 0 {
        if let fault, hopeful.contains(where: { part.bounds[$0] == -.infinity }) {
          throw evaluator.failure(fault, formula.place)
        }
        // what is left is an outer bound
        isExhausted = true
        for i in hopeful { states[part.cells[i]].best = part.bounds[i] }
        continue
      }
      (part.cells, part.bounds) = (hopeful.map { part.cells[$0] }, hopeful.map { part.bounds[$0] })
      left -= part.cells.count
      open += try divided(part)
    }
  }

  private func mayHold(_ cell: Int, _ bound: Double) -> Bool {
    let best = states[cell].best
    guard best.isFinite, bound.isFinite else { return bound < best }
    return bound < best - states[cell].tolerance(least)
  }

  /// Encloses a part, notes the values in its middle, and gives what is left to look at: parts where
  /// the sources are pinned in which a cell is monotone, and halves.
  private mutating func divided(_ part: Part) throws(Diagnostic) -> [Part] {
    if evaluator.session.mustStop() {
      throw Diagnostic(EngineProblem.interrupted, at: formula.place)
    }
    let duals = try enclosed(part.cells, part.ranges)
    var centers: [Dual]?
    var isLookedAt = false
    var pinned: [[Int32: Bool]: (cells: [Int], bounds: [Double])] = [:]
    var halved: [Int32: (cells: [Int], bounds: [Double])] = [:]
    for (i, cell) in part.cells.enumerated() {
      let dual = duals[i]
      if dual.isFault {
        // undefined in the middle is undefined; else it may be the enclosure's width alone
        if centers == nil {
          centers = try enclosed(part.cells, part.ranges.mapValues { Interval($0.middle) })
        }
        guard let middles = centers, let widest = dual.widestCause(in: part.ranges),
          let width = part.ranges[widest]?.width, !middles[i].isFault,
          middles[i].center.isFinite, width > ExactRange.narrowest || dual.isRough
        else { throw evaluator.failure(dual.range.low, formula.place) }
        see(middles[i].center, cell)
        // in a branch that need not be taken here: what lies beside it is near what has been seen
        if dual.isRough, width <= Self.narrowest {
          // (one of them tells for all)
          if !isLookedAt {
            isLookedAt = true
            let grows = try ExactRange.grows(beside: part.ranges, widest, least: Self.narrowest) {
              (point) throws(Diagnostic) in try enclosed([cell], point)[0].center
            }
            if grows { throw evaluator.failure(dual.range.low, formula.place) }
          }
          continue
        }
        fault = dual.range.low
        halved[widest, default: ([], [])].cells.append(cell)
        halved[widest]?.bounds.append(-.infinity)
        continue
      }
      // the middle of an undecided `if` may be of the other branch
      if !dual.isRough { see(dual.center, cell) }
      let bound = sign > 0 ? dual.range.low : -dual.range.high
      guard mayHold(cell, bound) else { continue }
      var pins: [Int32: Bool] = [:]
      var widest: (source: Int32, width: Double)?
      for slope in dual.slopes {
        guard let range = part.ranges[slope.source], !range.isPoint else { continue }
        if slope.slope.sign != 0 {
          pins[slope.source] = (slope.slope.sign > 0) == (sign > 0)
        } else if slope.slope.width > widest?.width ?? -1 {
          widest = (slope.source, slope.slope.width)
        }
      }
      if dual.isRough || (pins.isEmpty && widest == nil) {
        // only narrower parts can tell more
        if let wide = part.ranges.max(by: { $0.value.width < $1.value.width }),
          wide.value.width > 1e-6
        {
          halved[wide.key, default: ([], [])].cells.append(cell)
          halved[wide.key]?.bounds.append(bound)
        } else {
          isExhausted = true
          states[cell].best = bound
        }
      } else if !pins.isEmpty {
        pinned[pins, default: ([], [])].cells.append(cell)
        pinned[pins]?.bounds.append(bound)
      } else if let widest {
        halved[widest.source, default: ([], [])].cells.append(cell)
        halved[widest.source]?.bounds.append(bound)
      }
    }
    var parts: [Part] = []
    for (pins, group) in pinned {
      var ranges = part.ranges
      for (source, isLow) in pins {
        let range = ranges[source] ?? Interval(0, 1)
        ranges[source] = Interval(isLow ? range.low : range.high)
      }
      parts.append(Part(ranges: ranges, cells: group.cells, bounds: group.bounds))
    }
    for (source, group) in halved {
      let range = part.ranges[source] ?? Interval(0, 1)
      for half in [Interval(range.low, range.middle), Interval(range.middle, range.high)] {
        var ranges = part.ranges
        ranges[source] = half
        parts.append(Part(ranges: ranges, cells: group.cells, bounds: group.bounds))
      }
    }
    // in one order, whatever that of the groups
    return parts.enumerated().sorted {
      ($0.element.cells[0], $0.offset) < ($1.element.cells[0], $1.offset)
    }.map(\.element)
  }

  private mutating func see(_ value: Double, _ cell: Int) {
    guard value.isFinite else { return }
    states[cell].best = min(states[cell].best, sign * value)
    states[cell].seen = states[cell].seen.joined(Interval(value))
  }

  /// The enclosures of some cells, in their order, valued with their samples alone.
  private func enclosed(_ cells: [Int], _ ranges: [Int32: Interval]) throws(Diagnostic) -> [Dual] {
    let wanted = Set(cells.map { $0 / stride % count }).sorted()
    let isWhole = wanted.count == count
    let some = isWhole ? samples : SampleSet(samples, picking: wanted)
    let outer = evaluator.samples
    evaluator.samples = some
    defer { evaluator.samples = outer }
    let axes = self.axes.map { $0 === samples.axis ? some.axis : $0 }
    let all = try evaluator.duals(formula, in: Box(ranges, point: rest)).spread(over: axes).cells
    if isWhole { return cells.map { all[$0] } }
    var places: [Int: Int] = [:]
    for (place, sample) in wanted.enumerated() { places[sample] = place }
    return cells.map { cell in
      let outside = cell / (stride * count)
      let sample = places[cell / stride % count] ?? 0
      return all[(outside * wanted.count + sample) * stride + cell % stride]
    }
  }
}
