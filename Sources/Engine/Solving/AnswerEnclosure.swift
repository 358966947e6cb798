import Glibc
import Syntax

/// Between what the answers to `solve` lie while brackets are anywhere in a box, for all cells at once.
///
/// What of the range certainly holds no answer is cut off from both sides; what is left is an answer's
/// enclosure where the two sides differ by a slope of one sign.
struct AnswerEnclosure {
  private let evaluator: Evaluator
  private let sought: Sought
  private let box: Box
  private let middle: Column<Double>
  private let range: Interval
  private let formula: Formula
  private let source: Int32

  /// - Parameter middle: the answers in the middle of the box; a cell that has none has none anywhere.
  init(
    _ evaluator: Evaluator, _ sought: Sought, _ formula: Formula, over source: Int32, in box: Box,
    around middle: Column<Double>
  ) throws(Diagnostic) {
    self.evaluator = evaluator
    self.sought = sought
    self.box = box
    self.middle = middle
    self.formula = formula
    self.source = source
    range = try evaluator.range(of: sought)
  }

  func run() throws(Diagnostic) -> Column<Dual> {
    let cells = middle.cells.indices.filter { !middle.cells[$0].isNaN }
    var answers = middle.cells.map { $0.isNaN ? Dual.fault($0) : Dual($0) }
    if box.isGradient {
      try addSlopes(to: &answers, cells)
    } else {
      try narrow(try cut(cells), into: &answers)
    }
    return Column(axes: middle.axes, cells: answers)
  }

  /// The gap over a part of the range, of some cells, each with a part of its own.
  private func gaps(_ parts: [(cell: Int, part: Interval)]) throws(Diagnostic) -> [Dual] {
    func gaps(_ column: Column<Interval>) throws(Diagnostic) -> Column<Dual> {
      try evaluator.duals(
        formula,
        in: Box(
          box.ranges, isGradient: box.isGradient, point: box.point, unknown: (source, column)))
    }
    if parts.count > 1, sought.isCellwise {
      var all = middle.cells.map { Interval($0.isNaN ? range.middle : $0) }
      for (cell, part) in parts { all[cell] = part }
      if let found = try? gaps(Column(axes: middle.axes, cells: all)),
        found.axes.count == middle.axes.count,
        zip(found.axes, middle.axes).allSatisfy({ $0 === $1 })
      {
        return parts.map { found.cells[$0.cell] }
      }
    }
    var found: [Dual] = []
    for (cell, part) in parts {
      let cells = try gaps(Column(part)).cells
      found.append(cells.indices.contains(cell) ? cells[cell] : .fault(.nan))
    }
    return found
  }

  /// The answer moves against the gap, and the less the steeper that is in the unknown.
  private func slopes(_ gap: Dual, _ part: Interval) -> [Dual.Slope] {
    let steepness = gap.slope(of: source) / Interval(part.width)
    return gap.slopes.filter { $0.source != source }.map {
      Dual.Slope(source: $0.source, slope: -($0.slope / steepness))
    }
  }

  /// At one place the slopes alone are asked for.
  private func addSlopes(to answers: inout [Dual], _ cells: [Int]) throws(Diagnostic) {
    let parts = cells.map { cell in
      let x = middle.cells[cell]
      return (cell, Interval(x - 1e-9 * abs(x), x + 1e-9 * abs(x)))
    }
    for ((cell, part), gap) in zip(parts, try gaps(parts)) {
      let isSteep = sought.sign(gap) != 0 && !gap.slope(of: source).holdsZero
      answers[cell].slopes =
        isSteep
        ? slopes(gap, part).map {
          Dual.Slope(source: $0.source, slope: Interval($0.slope.middle))
        } : []
    }
  }

  private struct Part {
    let cell: Int
    var hull: Interval
    var isLow = true
    var step = 0.5

    /// what may be cut off next
    func piece(_ x: Double) -> Interval {
      let far = isLow ? hull.low : hull.high
      let cut = Interval(min(far, x), max(far, x)).cut(step, fromLow: isLow)
      return isLow ? Interval(hull.low, cut) : Interval(cut, hull.high)
    }

    mutating func take(_ piece: Interval, isFree: Bool) {
      if isFree {
        if isLow { hull.low = piece.high } else { hull.high = piece.low }
      } else {
        step /= 2
      }
      if step <= 1e-3, isLow { (isLow, step) = (false, 0.5) }
    }

    var isDone: Bool { !isLow && step <= 1e-3 }
  }

  /// Cuts off from both sides what certainly holds no answer.
  private func cut(_ cells: [Int]) throws(Diagnostic) -> [(cell: Int, part: Interval)] {
    var parts = cells.map { Part(cell: $0, hull: range) }
    while true {
      var asked: [(cell: Int, part: Interval)] = []
      var places: [Int] = []
      for i in parts.indices {
        // a piece without width holds the answer itself
        while !parts[i].isDone {
          let piece = parts[i].piece(middle.cells[parts[i].cell])
          if piece.width > 0 {
            asked.append((parts[i].cell, piece))
            places.append(i)
            break
          }
          parts[i].take(piece, isFree: false)
        }
      }
      if asked.isEmpty { return parts.map { ($0.cell, $0.hull) } }
      for ((i, one), gap) in zip(zip(places, asked), try gaps(asked)) {
        parts[i].take(one.part, isFree: !gap.isFault && !gap.range.holdsZero)
      }
    }
  }

  /// Newton's step over intervals, as long as it narrows.
  private func narrow(_ parts: [(cell: Int, part: Interval)], into answers: inout [Dual])
    throws(Diagnostic)
  {
    // one without width is the answer already
    var open = parts.filter { $0.part.width > 0 }
    for _ in 0..<50 where !open.isEmpty {
      var next: [(cell: Int, part: Interval)] = []
      for ((cell, hull), gap) in zip(open, try gaps(open)) {
        let x = middle.cells[cell]
        guard sought.sign(gap) != 0, !gap.slope(of: source).holdsZero else {
          answers[cell] = rough(hull, x)
          continue
        }
        answers[cell] = Dual(range: hull, center: x, slopes: slopes(gap, hull), isShared: true)
        let found = answers[cell].range
        if found.width <= 0 {
          answers[cell] = Dual(x)
        } else if found.width <= 0.9 * hull.width {
          next.append((cell, found))
        }
      }
      open = next
    }
    for (cell, hull) in open { answers[cell] = rough(hull, middle.cells[cell]) }
  }

  private func rough(_ hull: Interval, _ x: Double) -> Dual {
    Dual(
      range: hull, center: x,
      slopes: sought.sources.map { Dual.Slope(source: $0, slope: .everything) }, isRough: true)
  }
}

extension Interval {
  /// A place at a share of the way from one end, by factors where the ends lie far apart.
  fileprivate func cut(_ share: Double, fromLow: Bool) -> Double {
    let part = fromLow ? share : 1 - share
    if low > 0, high > 4 * low { return low * pow(high / low, part) }
    return low + part * width
  }
}
