import Syntax

/// What was found for one cell while an equation was solved.
struct Crossings {
  /// the values of the unknown that make the two sides equal, in ascending order
  var solutions: [Double] = []
  /// where one side jumps over the other
  var jumps: [Double] = []
  /// between which values every value makes the two sides equal
  var flat: Interval?
  /// the range holds more crossings than could be looked at: there may be further solutions
  var isCut = false
}

/// Finds all values of an unknown that make a gap 0, for all cells at once.
///
/// The range is cut in two again and again. A part is done with when its enclosure holds no 0, or when
/// the gap only rises or only falls there: then it crosses 0 once or not at all, and the ends tell.
/// So no crossing is missed, as long as the budget lasts. Where a formula cannot be enclosed, 257 places
/// are tried instead; of a statistic 129 with few samples, and with all of them only where it crosses.
struct CrossingSearch {
  private let probe: Probe
  private let text: String
  private var found: [Crossings]
  /// parts that are too narrow to be cut further, or for which the budget ended
  private var left: [[Interval]]
  private var values: [Double: [Double]] = [:]
  private var budget: Int
  /// of a statistic, how far the gap goes in each cell: what its steps are small against
  private var spans: [Double]
  /// between which places the gap changes sign
  private var crossings: [(cell: Int, low: Place, high: Place)] = []

  init(_ probe: Probe) {
    self.probe = probe
    text = probe.sought.text
    found = Array(repeating: Crossings(), count: probe.count)
    left = Array(repeating: [], count: probe.count)
    spans = Array(repeating: 0, count: probe.count)
    let parts = probe.evaluator.session.limits.parts
    budget = min(parts, max(300, 40_000 / max(probe.count, 1)))
  }

  /// - Parameter cells: those that are wanted; the others stay empty.
  mutating func run(_ cells: [Int]) throws(Diagnostic) -> [Crossings] {
    if probe.sought.isStatistical {
      try scan(cells)
    } else if try probe.enclose(probe.range) == nil {
      try sample(cells)
    } else {
      try isolate(cells)
    }
    for cell in cells {
      for part in merged(left[cell]) { try settle(part, cell) }
    }
    try polish()
    for cell in cells where found[cell].solutions.isEmpty && !probe.sought.isStatistical {
      try lookAgain(cell)
    }
    for cell in cells where !found[cell].solutions.isEmpty {
      found[cell].solutions = try distinct(found[cell].solutions, cell)
    }
    if probe.sought.isStatistical {
      try findPlateaus(cells)
    } else {
      for side in [1.0, -1] { try findFlat(cells, side) }
    }
    return found
  }

  private mutating func gap(_ x: Double) throws(Diagnostic) -> [Double] {
    if let known = values[x] { return known }
    let cells = try probe.gap(x)
    if values.count < 4096 { values[x] = cells }
    return cells
  }

  private mutating func gap(_ x: Double, _ cell: Int) throws(Diagnostic) -> Double {
    try gap(x)[cell]
  }

  // MARK: parts of the range

  private mutating func isolate(_ cells: [Int]) throws(Diagnostic) {
    var open: [(part: Interval, cells: [Int])] = [(probe.range, cells)]
    var work = 0
    while let (part, cells) = open.popLast() {
      work += 1
      guard work <= budget, let duals = try probe.enclose(part) else {
        for cell in cells {
          left[cell].append(part)
          if work > budget { found[cell].isCut = true }
        }
        continue
      }
      let isNarrow =
        part.width <= max(1e-9 * max(abs(part.low), abs(part.high)), 1e-15 * probe.range.width)
      let low = try gap(part.low)
      let high = try gap(part.high)
      var undecided: [Int] = []
      for cell in cells {
        let dual = duals[cell]
        let (a, b) = (low[cell], high[cell])
        if a == 0 { found[cell].solutions.append(part.low) }
        if b == 0 { found[cell].solutions.append(part.high) }
        if dual.isFault {
          let middle = try gap(part.split, cell)
          if a.isNaN, b.isNaN, middle.isNaN { continue }
        } else {
          let size = max(abs(dual.range.low), abs(dual.range.high))
          let slack = size.isFinite ? 1e-14 * size : 0
          if dual.range.low > slack || dual.range.high < -slack { continue }
          if probe.sought.sign(dual) != 0, !a.isNaN, !b.isNaN {
            if a != 0, b != 0 {
              if (a > 0) != (b > 0) {
                cross((part.low, a), (part.high, b), cell)
              } else {
                try touchEnd(part, cell)
              }
            }
            continue
          }
        }
        if isNarrow { left[cell].append(part) } else { undecided.append(cell) }
      }
      guard !undecided.isEmpty else { continue }
      let middle = part.split
      guard middle > part.low, middle < part.high else {
        for cell in undecided { left[cell].append(part) }
        continue
      }
      open.append((Interval(middle, part.high), undecided))
      open.append((Interval(part.low, middle), undecided))
    }
  }

  /// At an end of the whole range a gap that is 0 but for rounding counts.
  private mutating func touchEnd(_ part: Interval, _ cell: Int) throws(Diagnostic) {
    for end in [part.low, part.high] where end == probe.range.low || end == probe.range.high {
      let y = try gap(end, cell)
      if abs(y) <= (try tolerance(end, cell, 1e-13)) { found[cell].solutions.append(end) }
    }
  }

  private typealias Place = (x: Double, y: Double)

  private mutating func cross(_ low: Place, _ high: Place, _ cell: Int) {
    crossings.append((cell, low, high))
  }

  /// Finds the places of all crossings to the last digits: those of different cells together.
  private mutating func polish() throws(Diagnostic) {
    var open = crossings
    crossings = []
    while !open.isEmpty {
      var taken: Set<Int> = []
      var wave: [(cell: Int, low: Place, high: Place)] = []
      var rest: [(cell: Int, low: Place, high: Place)] = []
      for crossing in open {
        if taken.insert(crossing.cell).inserted {
          wave.append(crossing)
        } else {
          rest.append(crossing)
        }
      }
      open = rest
      let tolerance = probe.sought.isStatistical ? 1e-10 : 2 * Double.ulpOfOne
      var roots = wave.map { Brent.Root($0.low, $0.high, tolerance: tolerance) }
      var active = Array(wave.indices)
      while !active.isEmpty {
        var asked: [Int] = []
        var places: [Double] = []
        for i in active {
          guard let x = roots[i].next() else { continue }
          asked.append(i)
          places.append(x)
        }
        let values = try probe.gaps(places, asked.map { wave[$0].cell })
        for (i, y) in zip(asked, values) { roots[i].take(y) }
        active = asked
      }
      for (root, crossing) in zip(roots, wave) { try settle(root.best, crossing) }
    }
  }

  /// Takes a crossing for a solution if the two sides are equal there; else one jumps over the other.
  private mutating func settle(_ root: Place, _ crossing: (cell: Int, low: Place, high: Place))
    throws(Diagnostic)
  {
    let (a, b) = (abs(crossing.low.y), abs(crossing.high.y))
    guard root.y.isFinite else { return }
    let least = min(a, b)
    var isSolution = least.isFinite && abs(root.y) <= 1e-9 * least
    if !isSolution {
      isSolution = abs(root.y) <= 1e-9 * (try size(root.x, crossing.cell))
    }
    // a statistic goes in steps as samples change sides
    let step = max(1e-3, 2 / Double(probe.evaluator.session.sampling.count))
    if !isSolution { isSolution = abs(root.y) <= step * spans[crossing.cell] }
    if isSolution {
      found[crossing.cell].solutions.append(root.x)
    } else if abs(root.y) <= 100 * max(a, b) {
      found[crossing.cell].jumps.append(root.x)
    }
  }

  /// How large the two sides are: what a gap is small against. Nothing is small against a side that
  /// is past all numbers.
  private func size(_ x: Double, _ cell: Int) throws(Diagnostic) -> Double {
    let side = try probe.left(x)[cell]
    let gap = try probe.gap(x)[cell]
    let size = max(abs(side), abs(side - gap))
    return size.isFinite ? size : 0
  }

  private mutating func tolerance(_ x: Double, _ cell: Int, _ share: Double) throws(Diagnostic)
    -> Double
  {
    let ends = [try gap(probe.range.low, cell), try gap(probe.range.high, cell)]
    let typical = ends.filter { $0.isFinite && $0 != 0 }.map { abs($0) }.min() ?? 0
    return share * max(try size(x, cell), typical)
  }

  // MARK: what is left

  private func merged(_ parts: [Interval]) -> [Interval] {
    var merged: [Interval] = []
    for part in parts.sorted(by: { $0.low < $1.low }) {
      if let last = merged.last, part.low <= last.high {
        merged[merged.count - 1] = last.joined(part)
      } else {
        merged.append(part)
      }
    }
    return merged
  }

  /// A part in which the gap may cross 0 more than once, or touch it.
  private mutating func settle(_ part: Interval, _ cell: Int) throws(Diagnostic) {
    let isWide = part.width > 1e-6 * max(abs(part.low), abs(part.high))
    try walk(part.samples(isWide ? 65 : 5), cell)
  }

  private mutating func sample(_ cells: [Int]) throws(Diagnostic) {
    let places = probe.range.samples(257)
    for x in places { _ = try gap(x) }
    for cell in cells { try walk(places, cell) }
  }

  /// Where few samples say that the gap crosses 0, all of them tell where.
  private mutating func scan(_ cells: [Int]) throws(Diagnostic) {
    let known = probe.sought.known
    if probe.evaluator.run != nil, known.count == probe.count, !known.contains(where: \.isNaN) {
      var isFound = true
      for cell in cells where isFound { isFound = try look(near: known[cell], cell) }
      if isFound { return }
      crossings = []
    }
    let places = probe.range.samples(129)
    let probe = probe
    let rough = try probe.roughly { () throws(Diagnostic) in
      var all: [[Double]] = []
      for x in places { all.append(try probe.gap(x)) }
      return all
    }
    for cell in cells {
      let line = rough.map { $0[cell] }
      let finite = line.filter(\.isFinite)
      spans[cell] = (finite.max() ?? 0) - (finite.min() ?? 0)
      // pairs of places between which it may cross, and those beside them
      var pairs: Set<Int> = []
      for i in line.indices.dropLast() where (line[i] > 0) != (line[i + 1] > 0) || line[i] == 0 {
        if line[i].isNaN || line[i + 1].isNaN { continue }
        pairs.formUnion(max(i - 1, 0)...min(i + 1, places.count - 2))
      }
      for i in pairs.sorted() {
        let (a, b) = (try gap(places[i], cell), try gap(places[i + 1], cell))
        if a == 0 { found[cell].solutions.append(places[i]) }
        if a.isNaN || b.isNaN || a == 0 || b == 0 { continue }
        if (a > 0) != (b > 0) { cross((places[i], a), (places[i + 1], b), cell) }
      }
      // a dip between two neighbours that may reach 0
      for i in line.indices.dropFirst().dropLast() {
        let (a, y, b) = (abs(line[i - 1]), abs(line[i]), abs(line[i + 1]))
        guard y < a, y <= b, y <= max(a, b) - y, (line[i] > 0) == (line[i - 1] > 0),
          (line[i] > 0) == (line[i + 1] > 0)
        else { continue }
        try touch(Interval(places[i - 1], places[i + 1]), line[i] > 0 ? 1 : -1, cell)
      }
    }
  }

  /// A crossing not far from a known one.
  private mutating func look(near x: Double, _ cell: Int) throws(Diagnostic) -> Bool {
    var reach = max(0.01 * abs(x), probe.range.holdsZero ? 1e-4 * probe.range.width : 0)
    while true {
      let low = max(x - reach, probe.range.low)
      let high = min(x + reach, probe.range.high)
      let (a, b) = (try gap(low, cell), try gap(high, cell))
      if (a > 0) != (b > 0), !a.isNaN, !b.isNaN {
        spans[cell] = .infinity
        cross((low, a), (high, b), cell)
        return true
      }
      if low == probe.range.low, high == probe.range.high { return false }
      reach *= 4
    }
  }

  /// Crossings between neighbouring places, and places between them where the gap touches 0.
  private mutating func walk(_ places: [Double], _ cell: Int) throws(Diagnostic) {
    var values: [Double] = []
    for x in places { values.append(try gap(x, cell)) }
    for (x, y) in zip(places, values) where y == 0 { found[cell].solutions.append(x) }
    for i in places.indices.dropLast() {
      let (a, b) = (values[i], values[i + 1])
      if a.isNaN || b.isNaN || a == 0 || b == 0 { continue }
      if (a > 0) != (b > 0) { cross((places[i], a), (places[i + 1], b), cell) }
    }
    for i in places.indices {
      let y = values[i]
      if y.isNaN || y == 0 { continue }
      let before = i > 0 ? values[i - 1] : .nan
      let after = i + 1 < places.count ? values[i + 1] : .nan
      // the nearest to 0 of its neighbours, on the same side as they
      let isNearest = [before, after].allSatisfy {
        $0.isNaN || (($0 > 0) == (y > 0) && $0 != 0 && abs($0) >= abs(y))
      }
      guard isNearest else { continue }
      let part = Interval(places[max(i - 1, 0)], places[min(i + 1, places.count - 1)])
      try touch(part, y > 0 ? 1 : -1, cell)
    }
  }

  /// The place in a part where the gap comes nearest to 0 may touch it or lie beyond.
  private mutating func touch(_ part: Interval, _ sign: Double, _ cell: Int) throws(Diagnostic) {
    let probe = probe
    var nearest = try Brent.minimum(part) { (x) throws(Diagnostic) in
      sign * (try probe.gap(x)[cell])
    }
    guard nearest.y.isFinite else { return }
    if nearest.y > (try tolerance(nearest.x, cell, 1e-12)),
      nearest.y <= (try tolerance(nearest.x, cell, 1e-6))
    {
      nearest = try kink(part, sign, cell, nearest)
    }
    if nearest.y < 0, abs(nearest.y) > (try tolerance(nearest.x, cell, 1e-13)) {
      for end in [part.low, part.high] {
        let y = try gap(end, cell)
        if y * sign > 0 {
          let (a, b) = ((end, y), (nearest.x, sign * nearest.y))
          cross(end < nearest.x ? a : b, end < nearest.x ? b : a, cell)
        }
      }
    } else if abs(nearest.y) <= (try tolerance(nearest.x, cell, 1e-12)) {
      found[cell].solutions.append(
        nearest.y == 0 ? nearest.x : try flatPlace(nearest.x, part, cell))
    }
  }

  /// At a kink the least value is not level, so that its place must be found to the last bits.
  private func kink(_ part: Interval, _ sign: Double, _ cell: Int, _ start: Place)
    throws(Diagnostic) -> Place
  {
    var (low, high) = (part.low, part.high)
    var best = start
    func value(_ x: Double) throws(Diagnostic) -> Double {
      let y = sign * (try probe.gap(x)[cell])
      if y < best.y { best = (x, y) }
      return y.isNaN ? .infinity : y
    }
    for _ in 0..<120 {
      let (a, b) = (low + (high - low) / 3, high - (high - low) / 3)
      guard low < a, a < b, b < high else { break }
      if try value(a) <= value(b) { high = b } else { low = a }
    }
    for x in [low, high, probe.rounded(best.x, within: 1e-9)] where x >= part.low && x <= part.high
    {
      let y = sign * (try probe.gap(x)[cell])
      if y <= best.y || abs(y) <= abs(best.y) { best = (x, y) }
    }
    return best
  }

  /// Where a cell has no solution, a place where the two sides are the same but for rounding is one.
  private mutating func lookAgain(_ cell: Int) throws(Diagnostic) {
    for x in probe.range.samples(65) where try isRounding(try gap(x, cell), x, cell) {
      found[cell].solutions.append(x)
      return
    }
  }

  /// Whether a gap is nothing but rounding of the two sides.
  private func isRounding(_ y: Double, _ x: Double, _ cell: Int) throws(Diagnostic) -> Bool {
    guard y.isFinite else { return false }
    return abs(y) <= 1e-14 * (try size(x, cell))
  }

  /// Where the gap is level, to the last bits: its slope changes sign there.
  private func flatPlace(_ x: Double, _ part: Interval, _ cell: Int) throws(Diagnostic) -> Double {
    let reach = max(abs(x) * 1e-6, part.width * 1e-3)
    let around = Interval(max(x - reach, probe.range.low), min(x + reach, probe.range.high))
    return try probe.level(in: [around], [cell])[0] ?? x
  }

  // MARK: sorting out

  /// Each solution once. Where the gap only touches 0, rounding makes several of one: between them it
  /// stays 0 but for the last bits.
  private mutating func distinct(_ solutions: [Double], _ cell: Int) throws(Diagnostic) -> [Double]
  {
    var groups: [Interval] = []
    for x in solutions.sorted() {
      if let last = groups.last {
        let isOne = x - last.high <= max(1e-9 * abs(x), 1e-15 * probe.range.width)
        let isTouched = try isTouch(Interval(last.high, x), cell)
        if isOne || isTouched {
          groups[groups.count - 1].high = x
          continue
        }
      }
      groups.append(Interval(x))
    }
    var kept: [Double] = []
    for group in groups {
      kept.append(
        group.width <= 1e-9 * abs(group.high) ? group.low : try touched(group, cell))
    }
    return kept
  }

  /// The middle of a stretch in which the gap is 0 but for rounding.
  private func touched(_ group: Interval, _ cell: Int) throws(Diagnostic) -> Double {
    let reach = max(group.width, 1e-7 * abs(group.middle), isNearZero(group) ? reachOfZero : 0)
    let around = Interval(
      max(group.low - reach, probe.range.low), min(group.high + reach, probe.range.high))
    let x = try probe.level(in: [around], [cell])[0] ?? group.middle
    let round = isNearZero(group) ? 0 : probe.rounded(x)
    let isAsGood = abs(try probe.gap(round)[cell]) <= abs(try probe.gap(x)[cell])
    return isAsGood ? round : x
  }

  /// how near to 0 a value counts as 0, where the range holds it
  private var reachOfZero: Double { 1e-8 * probe.range.width }

  private func isNearZero(_ part: Interval) -> Bool {
    probe.range.holdsZero && max(abs(part.low), abs(part.high)) <= reachOfZero
  }

  private mutating func isTouch(_ part: Interval, _ cell: Int) throws(Diagnostic) -> Bool {
    guard isNearZero(part) || part.width <= 1e-6 * max(abs(part.low), abs(part.high)) else {
      return false
    }
    return abs(try gap(part.middle, cell)) <= (try tolerance(part.middle, cell, 2e-15))
  }

  /// Whether the gap stays as it is on one side of a solution, and how far.
  private mutating func findFlat(_ cells: [Int], _ side: Double) throws(Diagnostic) {
    let most = cells.map { found[$0].solutions.count }.max() ?? 0
    for k in 0..<most {
      var asked: [Int] = []
      var places: [(near: Double, far: Double)] = []
      for cell in cells where k < found[cell].solutions.count && found[cell].flat == nil {
        let x = found[cell].solutions[k]
        let isOfOneSign = probe.range.low > 0 || probe.range.high < 0
        let step = side * max(abs(x), isOfOneSign ? 0 : probe.range.width) * 1e-6
        // at two places: another solution may lie at one
        guard x + step >= probe.range.low, x + step <= probe.range.high else { continue }
        asked.append(cell)
        places.append((x + 0.6 * step, x + step))
      }
      let near = try probe.gaps(places.map(\.near), asked)
      let far = try probe.gaps(places.map(\.far), asked)
      for (i, cell) in asked.enumerated() where near[i].isFinite && far[i].isFinite {
        let x = places[i].near
        // `round(x, 0.1)` is 0.3 but for the last bit
        if near[i] == far[i], abs(near[i]) <= (try tolerance(x, cell, 1e-12)) {
          found[cell].flat = try stretch(around: x, cell) { (_, y) in y == near[i] }
        }
        if k < 16, try isRounding(near[i], x, cell), try isRounding(far[i], x, cell) {
          let flat = try stretch(around: x, cell) { (x, y) throws(Diagnostic) in
            try isRounding(y, x, cell)
          }
          // a shallow slope is within rounding for a little while
          let whole = probe.range.holdsZero ? probe.range.width : abs(x)
          let isWide = flat.width >= 1e-3 * min(whole, probe.range.width)
          if isWide, flat.width > found[cell].flat?.width ?? 0 { found[cell].flat = flat }
        }
      }
    }
  }

  /// Whether a statistic is level around its solutions, by more than a sample's step.
  private mutating func findPlateaus(_ cells: [Int]) throws(Diagnostic) {
    for cell in cells where probe.evaluator.run == nil {
      for x in found[cell].solutions where found[cell].flat == nil {
        let reach = max(0.01 * abs(x), probe.range.holdsZero ? 1e-4 * probe.range.width : 0)
        let (low, high) = (max(x - reach, probe.range.low), min(x + reach, probe.range.high))
        let y = try gap(x, cell)
        if try gap(low, cell) == y, try gap(high, cell) == y {
          found[cell].flat = try stretch(around: x, cell) { $1 == y }
        }
      }
    }
  }

  /// How far the gap stays level, both ways.
  private func stretch(
    around x: Double, _ cell: Int, _ isLevel: (Double, Double) throws(Diagnostic) -> Bool
  ) throws(Diagnostic) -> Interval {
    func edge(_ end: Double) throws(Diagnostic) -> Double {
      if try isLevel(end, try probe.gap(end)[cell]) { return end }
      var (inside, outside) = (x, end)
      for _ in 0..<60 where inside != outside {
        let middle = inside / 2 + outside / 2
        if try isLevel(middle, try probe.gap(middle)[cell]) {
          inside = middle
        } else {
          outside = middle
        }
      }
      return inside
    }
    return Interval(try edge(probe.range.low), try edge(probe.range.high))
  }
}
