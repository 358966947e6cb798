import Syntax
import Units

/// Gathers why cells of a `solve` have no one answer, and says so once for all of them.
struct SolveReport {
  private let evaluator: Evaluator
  private let probe: Probe
  private var failures: [(cell: Int, crossings: Crossings)] = []
  /// so many are listed; a terminal page of them
  private static let solutionsListed = 400
  /// cells whose answer lies outside of the range
  var elsewhere: [Int: Double] = [:]

  init(_ evaluator: Evaluator, _ probe: Probe) {
    self.evaluator = evaluator
    self.probe = probe
  }

  /// the cells without one answer
  var cells: [Int] { failures.map(\.cell) + elsewhere.keys }

  mutating func add(_ crossings: Crossings, _ cell: Int) {
    failures.append((cell, crossings))
  }

  private var session: Session { evaluator.session }
  private var sought: Sought { probe.sought }

  /// A value of the unknown as it would be shown.
  private func shown(_ x: Double, digits: Int = 6) -> String {
    session.brief(x, sought.type.unit, isPinned: sought.type.isPinned, digits: digits)
  }

  /// Values that are told apart.
  private func shown(_ values: [Double]) -> [String] {
    let texts = values.map { shown($0) }
    return Set(texts).count == texts.count ? texts : values.map { shown($0, digits: 12) }
  }

  private func side(_ y: Double) -> String { session.brief(y, sought.left.type.unit) }

  private var searched: EngineProblem.Searched {
    EngineProblem.Searched(
      equation: sought.text, name: sought.unknown.name.text, low: shown(probe.range.low),
      high: shown(probe.range.high))
  }

  /// nil where every cell has its answer.
  func problem() throws(Diagnostic) -> EngineProblem? {
    if let (cell, flat) = failures.lazy.compactMap({ f in f.crossings.flat.map { (f.cell, $0) } })
      .first
    {
      return .everyValueSolves(
        searched, label: label(cell), low: shown(flat.low), high: shown(flat.high))
    }
    let several = failures.filter { $0.crossings.solutions.count > 1 }
    if let first = several.first {
      var lines: [EngineProblem.Solutions] = []
      for (cell, crossings) in several.prefix(4) {
        let first = crossings.solutions.prefix(Self.solutionsListed)
        lines.append(
          EngineProblem.Solutions(
            label: label(cell), values: shown(Array(first)),
            more: crossings.solutions.count - first.count, isCut: crossings.isCut))
      }
      return .severalSolutions(
        searched, lines, more: several.count - lines.count,
        part: part(ofOneOf: first.crossings.solutions))
    }
    var cells: [(Int, Crossings)] = failures.map { ($0.cell, $0.crossings) }
    for cell in elsewhere.keys.sorted() { cells.append((cell, Crossings())) }
    guard !cells.isEmpty else { return nil }
    var misses: [EngineProblem.Miss] = []
    for (cell, crossings) in cells.prefix(4) { misses.append(try miss(cell, crossings)) }
    return .noSolution(searched, misses, more: cells.count - misses.count)
  }

  /// A range that holds the solution nearest to the present value, and no other.
  private func part(ofOneOf solutions: [Double]) -> String {
    let start = probe.start
    var nearest = solutions.indices.last ?? 0
    for i in solutions.indices.reversed()
    where abs(solutions[i] - start) < abs(solutions[nearest] - start) {
      nearest = i
    }
    var part = probe.range
    var gap = Double.infinity
    if nearest > 0 {
      part.low = Interval(solutions[nearest - 1], solutions[nearest]).split
      gap = solutions[nearest] - solutions[nearest - 1]
    }
    if nearest + 1 < solutions.count {
      part.high = Interval(solutions[nearest], solutions[nearest + 1]).split
      gap = min(gap, solutions[nearest + 1] - solutions[nearest])
    }
    return session.written(
      part.low, part.high, sought.type, digits: gap > 1e-4 * abs(solutions[nearest]) ? 6 : 12)
  }

  /// How near the two sides come in a cell, and where.
  private func miss(_ cell: Int, _ crossings: Crossings) throws(Diagnostic) -> EngineProblem.Miss {
    var miss = EngineProblem.Miss(label: label(cell), left: sought.leftText)
    if let x = elsewhere[cell] {
      miss.elsewhere = shown(x)
      // half and double: what was found lies well inside
      let (low, high) = (min(x / 2, 2 * x), max(x / 2, 2 * x))
      if x != 0 { miss.range = session.written(low, high, sought.type, digits: 3) }
    }
    if let jump = crossings.jumps.first {
      miss.isJump = true
      miss.reached = side(try probe.left(jump)[cell])
      miss.at = shown(jump)
      return miss
    }
    var places = probe.range.samples(65)
    var nearest: (x: Double, y: Double)?
    func look(_ x: Double) throws(Diagnostic) {
      let y = abs(try probe.gap(x)[cell])
      if !y.isNaN, y < nearest?.y ?? .infinity { nearest = (x, y) }
    }
    for x in places { try look(x) }
    guard let first = nearest else {
      miss.fault = probe.fault.map { EngineProblem.Cause(problem: $0.problem) }
      return miss
    }
    if let i = places.firstIndex(of: first.x) {
      let part = Interval(places[max(i - 1, 0)], places[min(i + 1, places.count - 1)])
      let finer = try Brent.minimum(part) { (x) throws(Diagnostic) in
        abs(try probe.gap(x)[cell])
      }
      // not for rounding's sake: an end is named as it is
      if finer.y < first.y * (1 - 1e-6) { nearest = finer }
      // and a round place as it is, if it is as near
      let round = probe.rounded(finer.x, within: 1e-6)
      let y = abs(try probe.gap(round)[cell])
      if let found = nearest, y <= found.y { nearest = (round, y) }
    }
    places = []
    if let nearest {
      miss.reached = side(try probe.left(nearest.x)[cell])
      miss.at = shown(nearest.x)
    }
    return miss
  }

  /// `batch = 8, pue = 1.2`; nil where there are no labels.
  private func label(_ cell: Int) -> String? { session.label(cell, along: probe.axes) }
}

extension Session {
  /// `3.5 m/s..3 km/s`, as it would be typed.
  func written(_ low: Double, _ high: Double, _ type: ValueType, digits: Int = 6) -> String {
    let dots = low < 0 || high < 0 ? " .. " : ".."
    return brief(low, type.unit, isPinned: type.isPinned, digits: digits) + dots
      + brief(high, type.unit, isPinned: type.isPinned, digits: digits)
  }

  /// The labels of a cell, outermost axis first.
  func label(_ cell: Int, along axes: [Axis]) -> String? {
    guard !axes.isEmpty else { return nil }
    var parts: [String] = []
    var rest = cell
    for axis in axes.reversed() {
      parts.insert("\(axis.name?.text ?? "item") = \(labels(of: axis)[rest % axis.count])", at: 0)
      rest /= axis.count
    }
    return parts.joined(separator: ", ")
  }
}
