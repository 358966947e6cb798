import Syntax

/// What is known of the optimum in one cell.
private struct OptimumState {
  /// the best place found and the goal there, as something to be least
  var best: (x: Double, y: Double)?
  var seen = Interval(.infinity, -.infinity)
  /// where the goal was better than any number
  var overflow: Double?
  /// with all samples it had one: with others it has, too, also where few places do not show it
  var isKnown = false
  var open: [(part: Interval, bound: Double)] = []
  var work = 0

  mutating func see(_ x: Double, _ y: Double) {
    if y == -.infinity { overflow = overflow ?? x }
    guard y.isFinite else { return }
    seen = seen.joined(Interval(y))
    guard let known = best else {
      best = (x, y)
      return
    }
    let hair = 1e-15 * max(abs(y), abs(known.y))
    if y < known.y - hair || (y <= known.y + hair && x < known.x) { best = (x, y) }
  }

  /// The most promising part that is left.
  mutating func next() -> Interval? {
    while let index = open.indices.min(by: { open[$0].bound < open[$1].bound }), work < 3000 {
      let (part, bound) = open.remove(at: index)
      if bound > best?.y ?? .infinity { continue }
      work += 1
      return part
    }
    return nil
  }
}

/// Finds the least (or greatest) value of a goal over the whole range, in each cell; all cells together.
///
/// Parts whose enclosure lies above the best value found hold no optimum; parts where the goal only
/// rises or falls have it at an end. What is left is cut in two until it is narrow, and there the place
/// is found where the slope changes sign. Of equal optima the lowest counts.
struct OptimumSearch {
  private let probe: Probe
  /// 1 for the least, −1 for the greatest
  private let sign: Double
  private var states: [OptimumState]

  init(_ probe: Probe) {
    self.probe = probe
    sign = probe.sought.task == .maximum ? -1 : 1
    states = Array(repeating: OptimumState(), count: probe.count)
  }

  /// - Returns: the places and the goal there; nil where the goal is the same everywhere, or nowhere.
  mutating func run() throws(Diagnostic) -> [(x: Double, y: Double)?] {
    let isEnclosed = try probe.enclose(probe.range) != nil
    if probe.sought.isStatistical {
      try scan()
    } else {
      for x in probe.range.samples(isEnclosed ? 33 : 257) {
        for (cell, y) in try probe.gap(x).enumerated() { states[cell].see(x, sign * y) }
      }
    }
    if isEnclosed { try bound() }
    try refuseOverflow()
    let cells = states.indices.filter { cell in
      let seen = states[cell].seen
      let isLevel = seen.width <= 1e-13 * max(abs(seen.low), abs(seen.high))
      return states[cell].best != nil && (states[cell].isKnown || !isLevel)
    }
    try refine(cells)
    if isEnclosed, cells.count <= 16 {
      for cell in cells { try lower(cell) }
    }
    try refuseOverflow()
    try refuseEndless(cells)
    try round(cells)
    let isFound = Set(cells)
    return states.enumerated().map { cell, state in
      isFound.contains(cell) ? state.best.map { ($0.x, sign * $0.y) } : nil
    }
  }

  /// Of a statistic few samples tell where to look with all of them.
  private mutating func scan() throws(Diagnostic) {
    let cells = Array(states.indices)
    let known = probe.sought.known
    if probe.evaluator.run != nil, known.count == cells.count, known.allSatisfy(\.isFinite) {
      _ = try look(known.map { around($0, 1).low }, cells)
      _ = try look(known.map { around($0, 1).high }, cells)
      _ = try look(known, cells)
      for cell in cells { states[cell].isKnown = true }
      return
    }
    let probe = probe
    let places = probe.range.samples(129)
    let rough = try probe.roughly { () throws(Diagnostic) in
      var all: [[Double]] = []
      for x in places { all.append(try probe.gap(x)) }
      return all
    }
    let best = cells.map { cell in
      places.indices.min {
        let (a, b) = (sign * rough[$0][cell], sign * rough[$1][cell])
        return (a.isNaN ? .infinity : a) < (b.isNaN ? .infinity : b)
      } ?? 0
    }
    for step in [-1, 1, 0] {
      _ = try look(best.map { places[min(max($0 + step, 0), places.count - 1)] }, cells)
    }
    for cell in cells {
      for y in rough.map({ $0[cell] }) where y.isFinite {
        states[cell].seen = states[cell].seen.joined(Interval(sign * y))
      }
    }
  }

  private func goals(_ places: [Double], _ cells: [Int]) throws(Diagnostic) -> [Double] {
    try probe.gaps(places, cells).map { $0.isNaN ? .infinity : sign * $0 }
  }

  private mutating func look(_ places: [Double], _ cells: [Int]) throws(Diagnostic) -> [Double] {
    let values = try goals(places, cells)
    for (i, cell) in cells.enumerated() { states[cell].see(places[i], values[i]) }
    return values
  }

  // MARK: parts of the range

  private mutating func bound() throws(Diagnostic) {
    for cell in states.indices { states[cell].open = [(probe.range, -.infinity)] }
    var active = Array(states.indices)
    while !active.isEmpty {
      var cells: [Int] = []
      var parts: [Interval] = []
      for cell in active {
        guard let part = states[cell].next() else { continue }
        cells.append(cell)
        parts.append(part)
      }
      guard !cells.isEmpty, let duals = try probe.enclose(parts, cells) else { return }
      let low = try look(parts.map(\.low), cells)
      let high = try look(parts.map(\.high), cells)
      let middle = try look(parts.map(\.split), cells)
      for (i, cell) in cells.enumerated() {
        let dual = duals[i]
        let isNowhere = [low[i], middle[i], high[i]].allSatisfy { $0 == .infinity }
        let bound = bound(dual, isNowhere: isNowhere, best: states[cell].best?.y ?? .infinity)
        guard let bound else { continue }
        let part = parts[i]
        let narrow = max(1e-5 * max(abs(part.low), abs(part.high)), 1e-12 * probe.range.width)
        let cut = part.split
        guard part.width > narrow, cut > part.low, cut < part.high else { continue }
        states[cell].open.append((Interval(part.low, cut), bound))
        states[cell].open.append((Interval(cut, part.high), bound))
      }
      active = cells
    }
  }

  /// Below what the goal cannot lie in a part that may hold the optimum inside; nil where it does not.
  private func bound(_ dual: Dual, isNowhere: Bool, best: Double) -> Double? {
    if dual.isFault { return isNowhere ? nil : -.infinity }
    let least = sign > 0 ? dual.range.low : -dual.range.high
    // only rising, only falling, or a level bottom
    if least > best || probe.sought.sign(dual) != 0 { return nil }
    return dual.range.width <= 4e-16 * abs(best) ? nil : least
  }

  // MARK: equal bests

  /// The lowest place that is as good as the best one to 1e-9: the first of many periods. Only where
  /// the slope changes sign counts, so that a broad bottom keeps its middle.
  private mutating func lower(_ cell: Int) throws(Diagnostic) {
    guard let best = states[cell].best, best.x > probe.range.low else { return }
    let reach = max(1e-6 * abs(best.x), 1e-9 * probe.range.width)
    guard best.x - reach > probe.range.low else { return }
    let limit = best.y + 1e-9 * abs(best.y)
    var open = [Interval(probe.range.low, best.x - reach)]
    var work = 0
    while let part = open.popLast(), work < 2000 {
      work += 1
      guard let duals = try probe.enclose(part) else { return }
      let dual = duals[cell]
      if !dual.isFault, sign > 0 ? dual.range.low > limit : -dual.range.high > limit { continue }
      if probe.sought.sign(dual) != 0 { continue }
      let narrow = max(1e-5 * max(abs(part.low), abs(part.high)), 1e-12 * probe.range.width)
      let cut = part.split
      guard part.width > narrow, cut > part.low, cut < part.high else {
        let around = Interval(
          max(part.low - part.width, probe.range.low), min(part.high + part.width, best.x - reach))
        guard let x = try probe.level(in: [around], [cell])[0] else { continue }
        let y = try goals([x], [cell])[0]
        if y.isFinite, y <= limit {
          states[cell].best = (x, y)
          return
        }
        continue
      }
      open.append(Interval(cut, part.high))
      open.append(Interval(part.low, cut))
    }
  }

  // MARK: the last digits

  /// How far around the best place the optimum may lie.
  private func around(_ x: Double, _ wider: Double) -> Interval {
    let reach =
      probe.sought.isStatistical
      ? max(abs(x) * 0.13, probe.range.width / 100)
      : probe.sought.enclosed == nil
        ? max(abs(x) * 0.06, probe.range.width / 128)
        : max(abs(x) * 2e-5, 4e-12 * probe.range.width)
    return Interval(
      max(x - wider * reach, probe.range.low), min(x + wider * reach, probe.range.high))
  }

  /// From the best place found to where the slope changes sign, or to the least value nearby.
  private mutating func refine(_ cells: [Int]) throws(Diagnostic) {
    var open = try inside(cells)
    for wider in [1.0, 10, 100, 1e4, 1e6] where !open.isEmpty {
      let starts = open.map { states[$0].best ?? (0, .infinity) }
      let places = try probe.level(in: starts.map { around($0.x, wider) }, open)
      let values = try goals(zip(places, starts).map { $0 ?? $1.x }, open)
      var rest: [Int] = []
      for (i, cell) in open.enumerated() {
        let slack = 1e-12 * max(abs(values[i]), abs(starts[i].y))
        if let x = places[i], values[i] <= starts[i].y + slack {
          states[cell].best = (x, values[i])
        } else {
          rest.append(cell)
        }
      }
      open = rest
    }
    let probe = probe
    let sign = sign
    for cell in open {
      guard let start = states[cell].best else { continue }
      let nearest = try Brent.minimum(around(start.x, 1)) { (x) throws(Diagnostic) in
        sign * (try probe.gap(x)[cell])
      }
      let slack = 1e-14 * max(abs(start.y), states[cell].seen.width)
      // a bottom that is level tells nothing of where another run would have it
      let isAsGood = states[cell].isKnown && nearest.y <= start.y
      if isAsGood || nearest.y < start.y - slack { states[cell].best = nearest }
    }
  }

  /// The cells whose optimum is no end of the range.
  private mutating func inside(_ cells: [Int]) throws(Diagnostic) -> [Int] {
    let ends = cells.filter { cell in
      let x = states[cell].best?.x
      return x == probe.range.low || x == probe.range.high
    }
    let starts = ends.map { states[$0].best ?? (0, .infinity) }
    let inward = starts.map { start in
      let part = around(start.x, 1)
      return start.x == probe.range.low ? part.high : part.low
    }
    let slopes = try probe.slopeSigns(starts.map(\.x), ends)
    let further = try look(inward, ends)
    var settled: Set<Int> = []
    for (i, cell) in ends.enumerated() {
      let rises = Double(slopes[i]) * sign * (inward[i] - starts[i].x)
      if rises > 0 || (slopes[i] == 0 && further[i] >= starts[i].y) { settled.insert(cell) }
    }
    return cells.filter { !settled.contains($0) }
  }

  /// A place that differs by rounding alone from a rounder one is that one, if it is as good.
  private mutating func round(_ cells: [Int]) throws(Diagnostic) {
    let places = cells.map { states[$0].best?.x ?? .nan }
    let rounder = places.map { min(max(probe.rounded($0), probe.range.low), probe.range.high) }
    let values = try goals(rounder, cells)
    for (i, cell) in cells.enumerated() {
      if let found = states[cell].best, values[i] <= found.y {
        states[cell].best = (rounder[i], values[i])
      }
    }
  }

  /// Past the last number nobody can say what is best.
  private func refuseOverflow() throws(Diagnostic) {
    for (cell, state) in states.enumerated() {
      guard var outside = state.overflow else { continue }
      if var inside = state.best?.x {
        for _ in 0..<60 {
          let middle = inside / 2 + outside / 2
          if try goals([middle], [cell])[0].isFinite { inside = middle } else { outside = middle }
        }
      }
      throw endless(at: outside, overflows: true)
    }
  }

  private func endless(at x: Double, overflows: Bool) -> Diagnostic {
    let session = probe.evaluator.session
    return Diagnostic(
      EngineProblem.optimumEndless(
        probe.sought.text, name: probe.sought.unknown.name.text,
        at: session.brief(probe.rounded(x), probe.sought.type.unit), isLeast: sign > 0,
        overflows: overflows),
      at: probe.sought.place)
  }

  /// Near a pole there is always a better place: it gets better by as much in each step that is a
  /// thousand times nearer.
  private func refuseEndless(_ cells: [Int]) throws(Diagnostic) {
    let parts = cells.map { cell in
      let x = states[cell].best?.x ?? 0
      let near = max(1e-6 * abs(x), 1e-9 * probe.range.width)
      return Interval(max(x - near, probe.range.low), min(x + near, probe.range.high))
    }
    let duals = try probe.enclose(parts, cells)
    for (i, cell) in cells.enumerated() where duals?[i].isFault ?? true {
      guard let found = states[cell].best, try falls(cell, near: found.x, parts[i].width) else {
        continue
      }
      throw endless(at: found.x, overflows: false)
    }
  }

  private func falls(_ cell: Int, near x: Double, _ width: Double) throws(Diagnostic) -> Bool {
    let reach = min(max(abs(x), width), probe.range.width)
    for side in [-1.0, 1] {
      func goal(_ step: Double) throws(Diagnostic) -> Double? {
        let place = x + side * step * reach
        guard place >= probe.range.low, place <= probe.range.high else { return nil }
        return try goals([place], [cell])[0]
      }
      guard let first = try goal(1e-2), let second = try goal(1e-5), let third = try goal(1e-8),
        first > second, second - third >= 0.5 * (first - second)
      else { continue }
      // of samples a bottom is a little rough: what only wavers there has fallen far more before
      if probe.sought.isStatistical {
        if first - second < 0.01 * abs(first) { continue }
        if let before = try goal(0.1), first - second < 0.5 * (before - first) { continue }
      }
      return true
    }
    return false
  }
}
