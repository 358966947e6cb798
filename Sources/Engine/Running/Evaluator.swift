import Syntax
import Units

/// A choice of one value for every bracket: where a formula is valued as a plain number.
final class Point {
  /// 0 is the low end, 1 the high end; a source that is not there is at its best guess
  let positions: [Int32: Double]
  private var columns: [ObjectIdentifier: (node: Node, column: Column<Double>)] = [:]

  init(_ positions: [Int32: Double] = [:]) { self.positions = positions }

  /// What a definition that rests on brackets comes to here, once it has been found. At the best
  /// guesses it is kept with the node.
  subscript(_ node: Node) -> Column<Double>? {
    get { positions.isEmpty ? node.best : columns[ObjectIdentifier(node)]?.column }
    set {
      if positions.isEmpty {
        node.best = newValue
      } else {
        if columns.isEmpty { columns.reserveCapacity(8) }
        columns[ObjectIdentifier(node)] = newValue.map { (node, $0) }
      }
    }
  }
}

/// A choice of one value for some brackets: 0 is the low end, 1 the high one.
struct Corner: Hashable, ExpressibleByDictionaryLiteral {
  struct Pin: Equatable {
    var source: Int32
    var position: Double
  }
  /// each source once, in ascending order
  private let pins: [Pin]

  init(_ pins: [Pin]) { self.pins = pins }

  init(_ positions: [Int32: Double]) {
    self.init(positions.sorted { $0.key < $1.key }.map { Pin(source: $0.key, position: $0.value) })
  }

  init(dictionaryLiteral elements: (Int32, Double)...) {
    pins = elements.sorted { $0.0 < $1.0 }.map { Pin(source: $0, position: $1) }
  }

  var positions: [Int32: Double] {
    Dictionary(uniqueKeysWithValues: pins.lazy.map { ($0.source, $0.position) })
  }

  /// Hashed as one number: corners are asked for at every range.
  func hash(into hasher: inout Hasher) {
    var mixed: UInt64 = 0
    for pin in pins {
      mixed = (mixed ^ UInt64(UInt32(bitPattern: pin.source))) &* 0x9e37_79b9_7f4a_7c15
      mixed ^= pin.position.bitPattern >> 7
    }
    hasher.combine(mixed)
  }
}

/// Values formulas: columns of plain numbers at a point, enclosures over a box, texts.
///
/// What a definition comes to is kept with its node until something it rests on changes.
final class Evaluator {
  unowned let session: Session
  /// every bracket at its best guess
  private let best = Point()
  /// corners of the box, shared by what is shown together
  private var corners: [Corner: Point] = [:]
  private var cornersGeneration = 0
  private var simple: [(formula: Formula, simple: Formula)] = []
  private var nameless: [Int: Axis] = [:]
  private var columnAxes = ColumnAxes()
  private struct Selection: Hashable {
    var base: ObjectIdentifier
    var positions: [Int]
  }
  private var selections: [Selection: (base: Axis, axis: Axis)] = [:]
  /// the samples of the statement that is being valued
  var samples: SampleSet?
  /// where a statistic is valued once more on other samples
  var run: StatisticRun?
  /// the rows of a file that are being worked on
  var window: RowWindow?
  /// distributions are enclosed by all that they can come to
  var isFindingSupport = false

  init(_ session: Session) { self.session = session }

  var faults: Faults { session.faults }

  // MARK: columns

  /// The numbers of a formula, brackets at a point (at their best guesses without one).
  func column(_ formula: Formula, at point: Point? = nil) throws(Diagnostic) -> Column<Double> {
    let point = point ?? best
    if formula.hasSamples, samples == nil {
      return try sampled([formula]) { () throws(Diagnostic) in try column(formula, at: point) }
    }
    try prepare(formula.nodes, at: point)
    switch formula.code {
    case .constant(let value, let record):
      return Column(axes: [], cells: [value], records: record.map { [$0] })
    case .input(let input): return try load(input, at: point)
    case .text: return Column(.nan)
    case .program(let program, let inputs):
      var columns: [Column<Double>] = []
      columns.reserveCapacity(inputs.count)
      for input in inputs { columns.append(try load(input, at: point)) }
      let axes = try union(columns.map(\.axes), formula.place)
      let runner = BlockRunner(
        program: program, faults: faults, isInterrupted: session.mustStop)
      guard let cells = runner.run(columns, axes: axes) else {
        throw Diagnostic(EngineProblem.interrupted, at: formula.place)
      }
      return Column(axes: axes, cells: cells)
    }
  }

  var bestPoint: Point { best }

  /// A corner of the box of sources. Corners are kept until a definition changes.
  func corner(_ corner: Corner) -> Point {
    if cornersGeneration != session.generation || corners.count > 64 {
      corners = [:]
      cornersGeneration = session.generation
    }
    if let known = corners[corner] { return known }
    let point = Point(corner.positions)
    corners[corner] = point
    return point
  }

  /// A formula with every step once; asked for again and again while a box is searched.
  func simplified(_ formula: Formula) -> Formula {
    if let known = simple.first(where: { $0.formula === formula }) { return known.simple }
    if simple.count > 16 { simple.removeFirst() }
    let found = formula.simplified
    simple.append((formula, found))
    return found
  }

  /// Lets go what was valued at corners: an unknown means another value now.
  func forgetCorners() {
    if !corners.isEmpty { corners = [:] }
    run?.forget()
  }

  /// Values what a formula loads, deepest first, without recursion: chains of definitions may be
  /// long.
  private func prepare(_ nodes: [Node], at point: Point) throws(Diagnostic) {
    if nodes.allSatisfy({ isReady($0, point) }) { return }
    var stack = nodes
    while let node = stack.last {
      if isReady(node, point) {
        stack.removeLast()
        continue
      }
      guard let formula = node.formula else {
        stack.removeLast()
        continue
      }
      let open = formula.nodes.filter { !isReady($0, point) && $0.formula != nil }
      if open.isEmpty {
        stack.removeLast()
        _ = try value(of: node, at: point)
      } else {
        stack.append(contentsOf: open)
      }
      if session.mustStop() {
        throw Diagnostic(EngineProblem.interrupted, at: node.place)
      }
    }
  }

  /// Values what a formula's inputs load.
  func prepareForLoading(_ formula: Formula) throws(Diagnostic) {
    try prepare(formula.nodes, at: best)
  }

  private func isReady(_ node: Node, _ point: Point) -> Bool {
    guard let formula = node.formula else { return true }
    if let window, window.plan.varies(node) {
      let id = ObjectIdentifier(node)
      return window.columns[id] != nil || window.texts[id] != nil
    }
    // what varies along the rows of a file that streams is valued by whoever goes through them
    if session.streams, node.column == nil, RowPlan([formula], in: session) != nil { return true }
    if formula.type.kind == .text { return node.texts != nil }
    if case .constant = formula.code { return true }
    // what only a statistic loads is valued with the samples of that
    if formula.hasSamples, samples == nil { return true }
    return kept(node, formula, point) != nil
  }

  /// What a definition came to, where it is known already.
  private func kept(_ node: Node, _ formula: Formula, _ point: Point) -> Column<Double>? {
    if formula.hasSamples { return samples?[node, point] }
    if let run, run.holds(node) { return run[node, point] }
    return formula.hasSources ? point[node] : node.column
  }

  /// A definition's value, its axis named.
  func value(of node: Node, at point: Point? = nil) throws(Diagnostic) -> Column<Double> {
    let point = point ?? best
    guard let formula = node.formula else { return Column(.nan) }
    if formula.type.kind == .text {
      _ = try texts(of: node)
      return Column(.nan)
    }
    if let window {
      guard window.plan.varies(node) else {
        return try withoutWindow { () throws(Diagnostic) in try value(of: node, at: point) }
      }
      if let known = window.columns[ObjectIdentifier(node)] { return known }
      let found = named(try column(formula, at: point), node, formula)
      window.columns[ObjectIdentifier(node)] = found
      return found
    }
    if formula.hasSamples, samples == nil {
      return try sampled([formula]) { () throws(Diagnostic) in try value(of: node, at: point) }
    }
    if let column = kept(node, formula, point) { return column }
    let found = named(try column(formula, at: point), node, formula)
    if formula.hasSamples {
      samples?[node, point] = found
    } else if let run, run.holds(node) {
      run[node, point] = found
    } else if formula.hasSources {
      point[node] = found
    } else {
      node.column = found
    }
    return found
  }

  /// Gives an axis that has no name yet the name of its definition, and the values as labels.
  func named<Element>(_ column: Column<Element>, _ node: Node, _ formula: Formula)
    -> Column<Element>
  {
    guard let index = column.axes.firstIndex(where: { $0.name == nil }) else { return column }
    let old = column.axes[index]
    var labels = old.labels
    var isTruth = old.isTruth
    if case .counts = labels, column.axes.count == 1 {
      if let records = column.records {
        labels = .texts(records)
      } else if Element.self == String.self, let texts = column.cells as? [String] {
        labels = .texts(texts)
      } else if Element.self == Double.self, let numbers = column.cells as? [Double],
        !formula.hasSources, formula.type.kind == .number
      {
        labels = .numbers(numbers, formula.type.unit)
      } else if Element.self == Double.self, let truths = column.cells as? [Double],
        !formula.hasSources, formula.type.kind == .truth
      {
        labels = .texts(truths.map(Axis.word))
        isTruth = true
      }
    }
    let axis: Axis
    if let known = node.axis, known.labels == labels, known.isTruth == isTruth {
      axis = known
    } else {
      axis = Axis(name: node.name, labels: labels, isTruth: isTruth)
      if run == nil, window == nil { node.axis = axis }
    }
    var named = column
    named.axes[index] = axis
    return named
  }

  // MARK: axes

  /// The axes of several columns together, in the order in which they are met.
  func union(_ all: [[Axis]], _ place: Place) throws(Diagnostic) -> [Axis] {
    var axes: [Axis] = []
    for some in all {
      for axis in some where !axes.contains(where: { $0 === axis }) {
        for other in axes where other.name == nil || axis.name == nil || other.name == axis.name {
          // samples vary beside any list
          if axis.isOfSamples != other.isOfSamples { continue }
          if let name = axis.name, name == other.name {
            throw Diagnostic(
              EngineProblem.axesOfOneName(
                name.text, session.labels(of: other), session.labels(of: axis)),
              at: place)
          }
          if other.name == nil, axis.name == nil {
            throw Diagnostic(EngineProblem.lengthsDiffer(other.count, axis.count), at: place)
          }
          let name = other.name ?? axis.name
          throw Diagnostic(
            EngineProblem.namelessBesideNamed(axis: name?.text ?? ""), at: place)
        }
        for other in axes {
          let groups = axis.rows.isEmpty ? other : axis
          let rows = axis.rows.isEmpty ? axis : other
          if let name = rows.name, groups.rows.contains(name) {
            throw Diagnostic(
              EngineProblem.groupsBesideRows(
                groups: groups.name?.text ?? "", rows: name.text,
                label: session.labels(of: groups).first.map(groups.quoted) ?? ""),
              at: place)
          }
        }
        axes.append(axis)
      }
    }
    var total = 1
    for axis in axes {
      let (product, overflow) = total.multipliedReportingOverflow(by: axis.count)
      total = overflow ? .max : product
      if total > session.limits.cells {
        throw Diagnostic(
          EngineProblem.tooManyCells(total, limit: session.limits.cells), at: place)
      }
    }
    if session.refuses(bytes: total * MemoryLayout<Double>.size) {
      throw Diagnostic(EngineProblem.interrupted, at: place)
    }
    return axes
  }

  /// The axes along which a formula varies.
  func axes(of formula: Formula) throws(Diagnostic) -> [Axis] {
    guard formula.hasSamples, samples == nil else { return try column(formula).axes }
    return try withFewSamples(of: formula) { () throws(Diagnostic) in try column(formula).axes }
  }

  /// Those of a definition.
  private func axes(of node: Node) throws(Diagnostic) -> [Axis] {
    guard let formula = node.formula, formula.hasSamples else { return try value(of: node).axes }
    return try withFewSamples(of: formula) { () throws(Diagnostic) in
      named(try column(formula), node, formula).axes.filter { !$0.isOfSamples }
    }
  }

  /// The axis of what stands in a column: the same for the same labels.
  func columnAxis(
    _ name: Name, _ labels: Axis.Labels, isTruth: Bool = false, rule: String? = nil
  ) -> Axis {
    columnAxes.axis(name, labels, isTruth: isTruth, rule: rule)
  }

  /// Says that the values of a column may be labels; from then on its name is that of an axis.
  func announceColumnAxis(_ name: Name) { columnAxes.names.insert(name) }

  /// Whether a name that nobody has defined is that of an axis.
  func isColumnAxis(_ name: Name) -> Bool { columnAxes.names.contains(name) }

  /// The axis of a list that has no name: all lists of a length share it, so that they line up.
  func namelessAxis(_ count: Int) -> Axis {
    if let axis = nameless[count] { return axis }
    let axis = Axis(name: nil, labels: .counts(count))
    nameless[count] = axis
    return axis
  }

  /// Some labels of an axis: the same object for the same choice, so that what is picked from two
  /// lists by one condition lines up.
  func axis(_ base: Axis, keeping positions: [Int]) -> Axis {
    if let window { return window.axis(base, keeping: positions) { labels($0, at: positions) } }
    let key = Selection(base: ObjectIdentifier(base), positions: positions)
    if let known = selections[key] { return known.axis }
    let axis = base.keeping(labels(base, at: positions))
    selections[key] = (base, axis)
    return axis
  }

  private func labels(_ base: Axis, at positions: [Int]) -> Axis.Labels {
    switch base.labels {
    case .numbers(let values, let unit): .numbers(positions.map { values[$0] }, unit)
    case .texts(let texts): .texts(positions.map { texts[$0] })
    case .counts: .numbers(positions.map { Double($0 + 1) }, .one)
    }
  }

  /// What `over batch` means: the axis to write along and, where `batch` is overridden by some of
  /// its labels, what to keep of it.
  struct Target {
    var axis: Axis
    /// positions along `axis`, and the axis that they make (nil: a single label, the axis goes)
    var selection: (positions: [Int], axis: Axis?)?
  }

  func target(_ reference: AxisReference) throws(Diagnostic) -> Target {
    guard let node = reference.node else {
      throw Diagnostic(EngineProblem.axisOfColumn(reference.name.text), at: reference.place)
    }
    // overrides may stand above one another: what is written over the name is written over the lowest
    var base: Axis?
    var step = node
    while let below = step.outer?.node(node.name), below !== step {
      if let axis = try ownAxis(below) { base = axis }
      step = below
    }
    if let base {
      if let formula = node.formula { try refuseRange(formula) }
      let chosen = try value(of: node)
      let positions = try positions(of: node, chosen, in: base, reference)
      let isText = node.formula?.type.kind == .text
      let axis = isText ? try texts(of: node).axes.first : chosen.axes.first
      return Target(axis: base, selection: (positions, axis))
    }
    guard let axis = try ownAxis(node) else {
      throw Diagnostic(
        EngineProblem.notAnAxis(reference.name.text, value: session.briefly(node)),
        at: reference.place)
    }
    return Target(axis: axis, selection: nil)
  }

  /// The axis that the definition of this name makes or varies along.
  func ownAxis(_ reference: AxisReference) throws(Diagnostic) -> Axis? {
    guard let node = reference.node else { return nil }
    return try ownAxis(node)
  }

  /// The one axis of a definition's value, if it has just one.
  func ownAxis(_ node: Node) throws(Diagnostic) -> Axis? {
    try session.check(node)
    guard let formula = node.formula else { return nil }
    let axes =
      formula.type.kind == .text ? try texts(of: node).axes : try axes(of: node)
    return axes.count == 1 ? axes[0] : nil
  }

  private func positions(
    of node: Node, _ chosen: Column<Double>, in axis: Axis, _ reference: AxisReference
  ) throws(Diagnostic) -> [Int] {
    if node.formula?.type.kind == .text {
      return try texts(of: node).cells.map { (text) throws(Diagnostic) in
        guard let position = axis.position(of: text) else {
          throw noSuchLabel(text, axis, node.place, shown: text)
        }
        return position
      }
    }
    if let records = chosen.records, case .texts = axis.labels {
      return try records.map { (text) throws(Diagnostic) in
        guard let position = axis.position(of: text) else {
          throw noSuchLabel(text, axis, node.place, shown: text)
        }
        return position
      }
    }
    return try chosen.cells.map { (value) throws(Diagnostic) in
      guard let position = axis.position(of: value) else {
        let unit = node.formula?.type.unit ?? .one
        throw noSuchLabel(nil, axis, node.place, shown: session.brief(value, unit), value: value)
      }
      if axis.isRepeated(position) {
        throw Diagnostic(
          EngineProblem.labelTwice(session.brief(value, node.formula?.type.unit ?? .one)),
          at: node.place)
      }
      return position
    }
  }

  /// - Parameter value: of a number; one that lies between labels can be interpolated.
  func noSuchLabel(
    _ text: String?, _ axis: Axis, _ place: Place, shown: String, value: Double? = nil,
    isCut: Bool = false
  ) -> Diagnostic {
    let numbers = axis.numbers ?? []
    let isBetween =
      value.map { value in
        numbers.contains { $0 < value } && numbers.contains { $0 > value }
      } ?? false
    let name = axis.name?.text ?? "the list"
    return Diagnostic(
      EngineProblem.noSuchLabel(
        shown, axis: name, labels: session.labels(of: axis),
        mend: isBetween ? "interpolate(…, \(name) = \(shown))" : "", isCut: isCut),
      at: place)
  }
}
