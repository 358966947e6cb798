import Syntax

/// Part of each source's range, from 0 (its low end) to 1.
final class Box {
  let ranges: [Int32: Interval]
  /// every bracket is at its best guess, but with its slope: what comes out are the derivatives there
  let isGradient: Bool
  /// where there is one, the brackets without a range of their own are plain numbers as there
  let point: Point?
  /// between which values an unknown lies
  let unknown: (source: Int32, ranges: Column<Interval>)?
  private var columns: [ObjectIdentifier: (node: Node, column: Column<Dual>)] = [:]
  var isWhole: Bool { ranges.isEmpty && !isGradient && point == nil && unknown == nil }

  init(
    _ ranges: [Int32: Interval] = [:], isGradient: Bool = false, point: Point? = nil,
    unknown: (source: Int32, ranges: Column<Interval>)? = nil
  ) {
    self.ranges = ranges
    self.isGradient = isGradient
    self.point = point
    self.unknown = unknown
  }

  /// What varies with samples is of the statement.
  private func isKept(_ node: Node) -> Bool { isWhole && !(node.formula?.hasSamples ?? false) }

  /// The enclosure of a definition over this box, once it has been found. Over the whole box it is
  /// kept with the node.
  subscript(_ node: Node) -> Column<Dual>? {
    get { isKept(node) ? node.duals : columns[ObjectIdentifier(node)]?.column }
    set {
      if isKept(node) {
        node.duals = newValue
      } else {
        columns[ObjectIdentifier(node)] = newValue.map { (node, $0) }
      }
    }
  }
}

/// Enclosures: what a formula can come to while its brackets range over a box.
extension Evaluator {
  func duals(_ formula: Formula, in box: Box) throws(Diagnostic) -> Column<Dual> {
    if isPlain(formula) { return try column(formula).map(plain) }
    if formula.hasSamples, samples == nil, !isFindingSupport {
      return try sampled([formula]) { () throws(Diagnostic) in try duals(formula, in: box) }
    }
    try prepare(formula.nodes, in: box)
    switch formula.code {
    case .constant(let value, _): return Column(plain(value))
    case .text: return Column(Dual(0))
    case .input(let input): return try loadDuals(input, in: box)
    case .program(let program, let inputs):
      var columns: [Column<Dual>] = []
      for input in inputs { columns.append(try loadDuals(input, in: box)) }
      let axes = try union(columns.map(\.axes), formula.place)
      let names = session.sourceNames
      let runner = DualRunner(
        program: program, faults: faults, isInterrupted: session.mustStop
      ) { names[Int($0)] }
      guard let cells = runner.run(columns, axes: axes) else {
        throw Diagnostic(EngineProblem.interrupted, at: formula.place)
      }
      return Column(axes: axes, cells: cells)
    }
  }

  private func plain(_ value: Double) -> Dual { value.isNaN ? .fault(value) : Dual(value) }

  /// Encloses what a formula loads, deepest first, without recursion.
  private func prepare(_ nodes: [Node], in box: Box) throws(Diagnostic) {
    var stack = nodes.filter { !isReady($0, box) }
    while let node = stack.last {
      guard !isReady(node, box), let formula = node.formula else {
        stack.removeLast()
        continue
      }
      let open = formula.nodes.filter { !isReady($0, box) }
      if open.isEmpty {
        stack.removeLast()
        _ = try duals(of: node, in: box)
      } else {
        stack.append(contentsOf: open)
      }
      if session.mustStop() {
        throw Diagnostic(EngineProblem.interrupted, at: node.place)
      }
    }
  }

  private func isReady(_ node: Node, _ box: Box) -> Bool {
    guard let formula = node.formula, !isPlain(formula) else { return true }
    // what only a statistic loads is enclosed with the samples of that
    if formula.hasSamples, samples == nil, !isFindingSupport { return true }
    return kept(node, formula, box) != nil
  }

  /// What is known of a node that varies with samples belongs to those samples.
  private func kept(_ node: Node, _ formula: Formula, _ box: Box) -> Column<Dual>? {
    formula.hasSamples && !isFindingSupport ? samples?[node, box] : box[node]
  }

  func duals(of node: Node, in box: Box) throws(Diagnostic) -> Column<Dual> {
    guard let formula = node.formula else { return Column(Dual(0)) }
    if isPlain(formula) { return try value(of: node).map(plain) }
    if formula.hasSamples, samples == nil, !isFindingSupport {
      return try sampled([formula]) { () throws(Diagnostic) in try duals(of: node, in: box) }
    }
    if let known = kept(node, formula, box) { return known }
    let found = named(try duals(formula, in: box), node, formula)
    if formula.hasSamples, !isFindingSupport {
      samples?[node, box] = found
    } else {
      box[node] = found
    }
    return found
  }

  private func loadDuals(_ input: Input, in box: Box) throws(Diagnostic) -> Column<Dual> {
    switch input {
    case .node(let node): return try duals(of: node, in: box)
    case .formula(let formula): return try duals(formula, in: box)
    case .bracket(let bracket): return try enclose(bracket, in: box)
    case .distribution(let distribution): return try enclose(distribution)
    case .list(let list):
      if !isFindingSupport, list.items.contains(where: \.value.hasSamples) {
        return try sampled(list) { (item) throws(Diagnostic) in try duals(item, in: box) }
      }
      var cells: [Dual] = []
      for item in list.items {
        let column = try duals(item.value, in: box)
        guard column.axes.isEmpty else {
          throw Diagnostic(
            EngineProblem.severalAxesInList(item.value.place.text), at: item.value.place)
        }
        cells.append(column.cells[0])
      }
      let records = list.items.compactMap(\.value.record)
      return try place(cells, records.count == cells.count ? records : nil, list)
    case .movedField(let field): return try movedField(field, in: box)
    case .reduction(let reduction, let formula, let over, let place):
      if session.streams, isPlain(formula) {
        return try load(input, at: bestPoint).map(plain)
      }
      let column = try duals(formula, in: box)
      var undecided: [Int32] = []
      let reduced = try reduce(column, reduction, over, place) { (node) throws(Diagnostic) in
        try duals(of: node, in: box)
      } _: { line in
        DualLines.reduce(line, reduction, undecided: &undecided)
      }
      if !undecided.isEmpty {
        throw Diagnostic(
          EngineProblem.dependsOn(what: place.text, sources: names(undecided)), at: place)
      }
      return reduced
    case .along(let operation, let formula, let over, let place):
      if operation == .sort {
        // what no bracket moves has its order
        guard !formula.freeSources.isEmpty else { return try column(formula).map(plain) }
        throw Diagnostic(EngineProblem.bracketNotSupported(function: "sort"), at: place)
      }
      return try along(try duals(formula, in: box), operation, over, place) { line in
        DualLines.map(line, operation)
      }
    case .pick(let formula, let picks, let place):
      return try pick(try duals(formula, in: box), picks, place)
    case .filter(let formula, let condition, let place):
      return try filter(
        try duals(formula, in: box), try decided(condition, in: box), place,
        condition: condition.place)
    case .interpolation(let formula, let axis, let at, let isLogarithmic, let place):
      if isLogarithmic, !formula.freeSources.isEmpty {
        throw Diagnostic(
          EngineProblem.bracketNotSupported(function: "interpolate(…, log)"), at: place)
      }
      return try interpolate(try duals(formula, in: box), axis, at, place) { a, b, w in
        a * Dual(1 - w) + b * Dual(w)
      } isLogarithmic: {
        false
      }
    case .constant(let column), .frozen(let column, _): return column.map(plain)
    case .rows(let number): return try rows(number).map(plain)
    case .comparison(let op, let gap): return try compare(op, gap, in: box)
    case .near(let near):
      let left = try exactRange(near.left)
      let right = try exactRange(near.right)
      let within = try column(near.within)
      let axes = try union([left.axes, right.axes, within.axes], near.left.place)
      func spread(_ axis: [Axis], _ cells: [Double]) -> [Double] {
        Column(axes: axis, cells: cells).spread(over: axes).cells
      }
      let t = spread(within.axes, within.cells)
      let (a, b) = (spread(left.axes, left.low), spread(right.axes, right.low))
      let (c, d) = (spread(left.axes, left.high), spread(right.axes, right.high))
      return Column(
        axes: axes,
        cells: t.indices.map { i in
          let low = near.holds(a[i], b[i], t[i])
          let high = near.holds(c[i], d[i], t[i])
          return plain(low.isNaN ? low : high.isNaN ? high : min(low, high))
        })
    case .unknown(let unknown):
      guard let source = unknown.source, let tried = box.unknown, tried.source == source else {
        return unknown.column.map(plain)
      }
      return tried.ranges.map { Dual(range: $0, of: source) }
    case .sought(let sought): return try enclose(sought, in: box)
    case .soughtLabel(let sought): return try seek(sought, at: bestPoint).map(plain)
    case .statistic(let statistic, let formula, let share, let place) where formula.hasSources:
      return try enclose(statistic, formula, share: share, place: place, in: box)
    case .field(let formula, _, _, _):
      // rows that a bracket chooses are none
      if formula.hasSources { _ = try duals(formula, in: box) }
      return try load(input, at: bestPoint).map(plain)
    case .known, .refusal, .grouped, .spaced, .end, .sameText, .statistic:
      return try load(input, at: bestPoint).map(plain)
    }
  }

  /// What a condition is wherever the brackets are in a box; an error where that differs.
  func decided(_ condition: Formula, in box: Box) throws(Diagnostic) -> Column<Double> {
    var undecided: [Int32] = []
    let decided = try duals(condition, in: box).map { (cell: Dual) -> Double in
      if cell.isFault || cell.range.isPoint { return cell.range.low }
      undecided += cell.slopes.map(\.source)
      return 0
    }
    if !undecided.isEmpty {
      throw Diagnostic(
        EngineProblem.dependsOn(what: condition.place.text, sources: names(undecided)),
        at: condition.place)
    }
    for value in decided.cells where value.isNaN { throw failure(value, condition.place) }
    return decided
  }

  private func compare(_ op: Comparison.Operator, _ gap: Formula, in box: Box)
    throws(Diagnostic) -> Column<Dual>
  {
    let enclosure = try duals(gap, in: box)
    var ranges = enclosure.cells.map(\.range)
    let isOpen = enclosure.cells.contains { $0.isFault || op.holds($0.range) == nil }
    if isOpen, box.isWhole {
      let exact = try exactRange(gap)
      if !exact.isOuterBound { ranges = zip(exact.low, exact.high).map { Interval($0, $1) } }
    }
    var cells = enclosure.cells
    for i in cells.indices where !ranges[i].low.isNaN {
      if let decided = op.holds(ranges[i]) {
        cells[i] = Dual(decided ? 1 : 0)
      } else {
        let slopes = cells[i].slopes.map { Dual.Slope(source: $0.source, slope: .everything) }
        cells[i] = Dual(
          range: Interval(0, 1), center: op.holds(cells[i].center) ? 1 : 0, slopes: slopes,
          isRough: true)
      }
    }
    return Column(axes: enclosure.axes, cells: cells)
  }

  func names(_ sources: [Int32]) -> [String] {
    Set(sources).map { session.sourceNames[Int($0)] }.sorted()
  }

  func enclose(_ bracket: BracketInput, in box: Box) throws(Diagnostic) -> Column<Dual> {
    if let point = box.point, box.ranges[bracket.source] == nil, !bracket.low.hasSources {
      return try load(.bracket(bracket), at: point).map(plain)
    }
    if bracket.low.hasSources || bracket.high.hasSources { return try slide(bracket, in: box) }
    let ends = try ends(bracket)
    if box.isGradient {
      let cells = ends.low.indices.map { i in
        let (low, high) = (ends.low[i], ends.high[i])
        let best = ends.best?[i] ?? low / 2 + high / 2
        let slope = Dual.Slope(source: bracket.source, slope: Interval(high - low))
        return Dual(range: Interval(best), center: best, slopes: [slope])
      }
      return Column(axes: ends.axes, cells: cells)
    }
    let part = box.ranges[bracket.source] ?? Interval(0, 1)
    var cells: [Dual] = []
    cells.reserveCapacity(ends.low.count)
    for (low, high) in zip(ends.low, ends.high) {
      func at(_ share: Double) -> Double {
        share == 0 ? low : share == 1 ? high : low + share * (high - low)
      }
      cells.append(Dual(range: Interval(at(part.low), at(part.high)), of: bracket.source))
    }
    return Column(axes: ends.axes, cells: cells)
  }
}

extension Evaluator {
  /// A bracket whose ends move with an unknown: `tput ± 10%` while `tput` is solved for.
  private func slide(_ bracket: BracketInput, in box: Box) throws(Diagnostic) -> Column<Dual> {
    let low = try duals(bracket.low, in: box)
    let high = try duals(bracket.high, in: box)
    let best = try bracket.best.map { (f) throws(Diagnostic) in try duals(f, in: box) }
    let axes = try union(
      [low.axes, high.axes] + (best.map { [$0.axes] } ?? []), bracket.place)
    let (lows, highs) = (low.spread(over: axes).cells, high.spread(over: axes).cells)
    let share: Dual?
    if let part = box.ranges[bracket.source] {
      share = Dual(range: part, of: bracket.source)
    } else if let point = box.point {
      share = point.positions[bracket.source].map { Dual($0) }
    } else {
      share = Dual(range: Interval(0, 1), of: bracket.source)
    }
    if let share {
      return Column(axes: axes, cells: zip(lows, highs).map { $0 + share * ($1 - $0) })
    }
    return best?.spread(over: axes)
      ?? Column(axes: axes, cells: zip(lows, highs).map { ($0 + $1) * Dual(0.5) })
  }
}

extension Dual {
  /// Anything within a range, as one source moves from its low end to its high one.
  init(range: Interval, of source: Int32) {
    if range.isPoint {
      self.init(range.low)
    } else {
      self.init(
        range: range, center: range.middle,
        slopes: [Slope(source: source, slope: Interval(range.width))])
    }
  }
}

/// Reductions and line operations on enclosures.
enum DualLines {
  static func reduce(_ line: [Dual], _ reduction: Reduction, undecided: inout [Int32]) -> Dual {
    if let fault = line.first(where: \.isFault) { return fault }
    guard let first = line.first else { return .fault(.nan) }
    switch reduction {
    case .sum, .count: return line.dropFirst().reduce(first, +)
    case .mean: return line.dropFirst().reduce(first, +) / Dual(Double(line.count))
    case .min: return line.dropFirst().reduce(first) { Dual.extreme($0, $1, larger: false) }
    case .max: return line.dropFirst().reduce(first) { Dual.extreme($0, $1, larger: true) }
    case .first: return first
    case .last: return line[line.count - 1]
    case .argmin, .argmax:
      let larger = reduction == .argmax
      for (i, candidate) in line.enumerated() {
        let wins = line.enumerated().allSatisfy { j, other in
          let gap = (larger ? candidate - other : other - candidate).range
          return i == j || gap.low > 0 || (gap.low == 0 && i < j)
        }
        if wins { return Dual(Double(i)) }
      }
      undecided += line.flatMap { $0.slopes.map(\.source) }
      return Dual(0)
    case .median: return median(line)
    }
  }

  /// The middle value rises with each value of the line.
  private static func median(_ line: [Dual]) -> Dual {
    func middle(_ values: [Double]) -> Double { Lines.reduce(values, .median) }
    let range = Interval(middle(line.map(\.range.low)), middle(line.map(\.range.high)))
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
    return Dual(
      range: range, center: middle(line.map(\.center)),
      slopes: slopes.sorted { $0.key < $1.key }.map { Dual.Slope(source: $0.key, slope: $0.value) },
      isRough: line.contains(where: \.isRough))
  }

  static func map(_ line: [Dual], _ operation: LineOperation) -> [Dual] {
    switch operation {
    case .cumulative:
      var running = Dual(0)
      return line.map {
        running = running + $0
        return running
      }
    case .difference: return zip(line.dropFirst(), line).map { $0 - $1 }
    case .sort, .reverse: return line.reversed()
    }
  }
}
