import Syntax

/// Answers to `minimize E over NAME` where the name may have any value of a range.
extension Evaluator {
  func optimize(_ sought: Sought, at point: Point) throws(Diagnostic) -> Column<Double> {
    var positions = point.positions
    for source in positions.keys where !sought.sources.contains(source) {
      positions[source] = nil
    }
    let probe = try Probe(self, sought, at: positions)
    defer { probe.restore() }
    var answers: [Double] = []
    var reached: [Double] = []
    var isAtEnd: [Bool] = []
    var flat: [String?] = []
    for cell in 0..<probe.count {
      var search = OptimumSearch(probe, cell: cell)
      guard let found = try search.run() else {
        if let fault = probe.fault, try probe.gap(probe.range.split)[cell].isNaN { throw fault }
        flat.append(session.label(cell, along: probe.axes))
        answers.append(.nan)
        reached.append(.nan)
        isAtEnd.append(false)
        continue
      }
      answers.append(found.x)
      reached.append(found.y)
      isAtEnd.append(found.x == probe.range.low || found.x == probe.range.high)
    }
    if !flat.isEmpty {
      let unit = sought.type.unit
      let value = answers.firstIndex(where: \.isNaN).flatMap { cell in
        (try? probe.gap(probe.range.split)[cell]).map { session.brief($0, sought.gap.type.unit) }
      }
      let problem = EngineProblem.optimumFlat(
        EngineProblem.Searched(
          equation: sought.text, name: sought.unknown.name.text,
          low: session.brief(probe.range.low, unit), high: session.brief(probe.range.high, unit)),
        label: flat[0], value: value ?? "")
      let number = faults.number(problem, at: sought.place)
      answers = answers.map { $0.isNaN ? number : $0 }
    }
    if point.positions.isEmpty {
      sought.reached = Column(axes: probe.axes, cells: reached)
      sought.cellsAtEnd = isAtEnd
    }
    return Column(axes: probe.axes, cells: answers)
  }

  /// With brackets about, only an optimum that none of them moves is one: an end of the range.
  func encloseOptimum(_ sought: Sought, in box: Box) throws(Diagnostic) -> Column<Dual> {
    let best = try optimize(sought, at: middle(of: box, sought))
    let range = try self.range(of: sought)
    var isDecided = false
    if let formula = sought.enclosed, let source = sought.enclosedUnknown.source {
      let inner = Box(box.ranges, point: box.point, unknown: (source, range))
      let cells = (try? duals(formula, in: inner).cells) ?? []
      isDecided = !cells.isEmpty && cells.allSatisfy { sought.sign($0) != 0 }
    }
    guard isDecided else {
      throw Diagnostic(
        EngineProblem.optimumDepends(
          sought.text, name: sought.unknown.name.text,
          sources: sought.sources.map { session.sourceNames[Int($0)] },
          isLeast: sought.task == .minimum),
        at: sought.place)
    }
    return best.map { $0.isNaN ? .fault($0) : Dual($0) }
  }
}

/// Finds the least (or greatest) value of a goal in one cell over the whole range.
///
/// Parts whose enclosure lies above the best value found hold no optimum; parts where the goal only
/// rises or falls have it at an end. What is left is cut in two until it is narrow, and there the place
/// is found where the slope changes sign. Of equal optima the lowest counts.
struct OptimumSearch {
  private let probe: Probe
  private let cell: Int
  /// 1 for the least, −1 for the greatest
  private let sign: Double
  private var best: (x: Double, y: Double)?
  private var seen = Interval(.infinity, -.infinity)

  init(_ probe: Probe, cell: Int) {
    self.probe = probe
    self.cell = cell
    sign = probe.sought.task == .maximum ? -1 : 1
  }

  /// - Returns: the place and the goal there; nil where the goal is the same everywhere, or nowhere.
  mutating func run() throws(Diagnostic) -> (x: Double, y: Double)? {
    let places = probe.range.samples(33)
    for x in places { _ = try look(x) }
    if try probe.enclose(probe.range) == nil {
      for x in probe.range.samples(257) { _ = try look(x) }
    } else {
      try bound()
    }
    guard best != nil, seen.width > 1e-13 * max(abs(seen.low), abs(seen.high)) else { return nil }
    try refine()
    try refuseEndless()
    try round()
    return best.map { ($0.x, sign * $0.y) }
  }

  /// A place that differs by rounding alone from a rounder one is that one, if it is as good.
  private mutating func round() throws(Diagnostic) {
    guard let found = best else { return }
    let rounder = probe.rounded(found.x)
    guard rounder != found.x, rounder >= probe.range.low, rounder <= probe.range.high else {
      return
    }
    let y = sign * (try probe.gap(rounder)[cell])
    if y <= found.y { best = (rounder, y) }
  }

  /// Near a pole there is always a better place: it gets better by as much in each step that is a
  /// thousand times nearer.
  private func refuseEndless() throws(Diagnostic) {
    guard let found = best else { return }
    let near = max(1e-6 * abs(found.x), 1e-9 * probe.range.width)
    let part = Interval(
      max(found.x - near, probe.range.low), min(found.x + near, probe.range.high))
    guard try probe.enclose(part)?[cell].isFault ?? true else { return }
    let reach = min(max(abs(found.x), near), probe.range.width)
    for side in [-1.0, 1] {
      var steps: [Double] = []
      for step in [1e-2, 1e-5, 1e-8] {
        let x = found.x + side * step * reach
        guard x >= probe.range.low, x <= probe.range.high else { continue }
        steps.append(sign * (try probe.gap(x)[cell]))
      }
      guard steps.count == 3, steps[0] > steps[1] else { continue }
      if steps[1] - steps[2] >= 0.5 * (steps[0] - steps[1]) {
        let unit = probe.sought.type.unit
        throw Diagnostic(
          EngineProblem.optimumEndless(
            probe.sought.text, name: probe.sought.unknown.name.text,
            at: probe.evaluator.session.brief(probe.rounded(found.x), unit), isLeast: sign > 0),
          at: probe.sought.place)
      }
    }
  }

  private mutating func look(_ x: Double) throws(Diagnostic) -> Double {
    let y = sign * (try probe.gap(x)[cell])
    guard y.isFinite else { return .infinity }
    seen = seen.joined(Interval(y))
    guard let known = best else {
      best = (x, y)
      return y
    }
    let hair = 1e-15 * max(abs(y), abs(known.y))
    if y < known.y - hair || (y <= known.y + hair && x < known.x) { best = (x, y) }
    return y
  }

  private mutating func bound() throws(Diagnostic) {
    var open: [(part: Interval, bound: Double)] = [(probe.range, -.infinity)]
    var work = 0
    while let index = open.indices.min(by: { open[$0].bound < open[$1].bound }), work < 3000 {
      let (part, bound) = open.remove(at: index)
      work += 1
      let lowest = best?.y ?? .infinity
      if bound > lowest { continue }
      guard let dual = try probe.enclose(part)?[cell] else { return }
      if dual.isFault {
        let middle = try look(part.split)
        let ends = [try look(part.low), try look(part.high)]
        if middle == .infinity, ends.allSatisfy({ $0 == .infinity }) { continue }
      } else {
        let least = sign > 0 ? dual.range.low : -dual.range.high
        if least > lowest { continue }
        _ = try look(part.low)
        _ = try look(part.high)
        if probe.sought.sign(dual) != 0 { continue }
        // a level bottom
        if dual.range.width <= 4e-16 * abs(lowest) { continue }
      }
      let narrow = max(1e-5 * max(abs(part.low), abs(part.high)), 1e-12 * probe.range.width)
      let middle = part.split
      guard part.width > narrow, middle > part.low, middle < part.high else { continue }
      _ = try look(middle)
      let least = dual.isFault ? bound : sign > 0 ? dual.range.low : -dual.range.high
      open.append((Interval(part.low, middle), least))
      open.append((Interval(middle, part.high), least))
    }
  }

  /// From the best place found to where the slope changes sign, or to the least value nearby.
  private mutating func refine() throws(Diagnostic) {
    guard let start = best else { return }
    let isCoarse = probe.sought.enclosed == nil
    let reach =
      isCoarse
      ? max(abs(start.x) * 0.06, probe.range.width / 128)
      : max(abs(start.x) * 2e-5, 4e-12 * probe.range.width)
    let part = Interval(
      max(start.x - reach, probe.range.low), min(start.x + reach, probe.range.high))
    if part.low == probe.range.low || part.high == probe.range.high,
      start.x == probe.range.low || start.x == probe.range.high
    {
      let inward = start.x == probe.range.low ? part.high : part.low
      let slope = try probe.slopeSign(start.x, cell: cell)
      let rises = Double(slope) * sign * (inward - start.x)
      let further = try look(inward)
      if rises > 0 || (slope == 0 && further >= start.y) { return }
    }
    for wider in [1.0, 10, 100, 1e4, 1e6] {
      let around = Interval(
        max(start.x - wider * reach, probe.range.low),
        min(start.x + wider * reach, probe.range.high))
      guard let x = try probe.level(in: around, cell: cell) else { continue }
      let y = sign * (try probe.gap(x)[cell])
      if y <= start.y + 1e-12 * max(abs(y), abs(start.y)) {
        best = (x, y)
        return
      }
    }
    let probe = probe
    let (sign, cell) = (sign, cell)
    let nearest = try Brent.minimum(part) { (x) throws(Diagnostic) in
      sign * (try probe.gap(x)[cell])
    }
    if nearest.y < start.y - 1e-14 * max(abs(start.y), seen.width) { best = nearest }
  }
}
