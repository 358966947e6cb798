import Glibc
import Syntax
import Units

/// `compare jt, cost under base, worst`: scenarios side by side.
extension Session {
  func compare(_ columns: [Expression], _ statement: Statement) throws(Diagnostic) {
    try checkFormat(statement)
    let place = Place(statement.source, statement.span)
    var scenarios = statement.whatIf?.scenarios ?? []
    if scenarios.isEmpty {
      scenarios = world.scenarioNames.map { ($0, statement.span) }
      if scenarios.isEmpty { throw Diagnostic(EngineProblem.noScenarios, at: place) }
    }
    // one alone is compared with the definitions as they stand
    if scenarios.count == 1 || statement.whatIf?.scenarios.isEmpty != false,
      scenarios.first?.name != Scenario.base
    {
      scenarios.insert((Scenario.base, statement.span), at: 0)
    }
    var worlds: [World] = []
    for scenario in scenarios { worlds.append(try world(of: scenario, statement, columns)) }
    var rows: [ScenarioComparison.Row] = []
    var built: [(title: String, formulas: [Formula])] = []
    for expression in columns {
      let references = ReferenceCollector.references(of: expression)
      let first = try build(expression, statement.source, in: worlds[0])
      let isFirstMoved = worlds[0].overrides(any: references)
      var formulas = [first]
      for world in worlds.dropFirst() {
        // what no scenario touches is the same formula, and differs by nothing
        let isSame = !isFirstMoved && !world.overrides(any: references)
        formulas.append(isSame ? first : try build(expression, statement.source, in: world))
      }
      built.append((title(expression, statement.source), formulas))
    }
    // all on common samples
    try evaluator.sampled(built.flatMap(\.formulas)) { () throws(Diagnostic) in
      for (title, formulas) in built { rows.append(try row(title, formulas, place)) }
    }
    // of parts of the samples, each another one, nothing is compared
    if stoppedAfter != nil { throw Diagnostic(EngineProblem.interrupted, at: place) }
    emit(
      .comparison(
        ScenarioComparison(
          scenarios: scenarios.map(\.name.text), rows: rows, format: statement.format?.text)))
  }

  /// The world of one scenario, with what `with` overrides in it.
  private func world(
    of scenario: (name: Name, span: Span), _ statement: Statement, _ expressions: [Expression]
  ) throws(Diagnostic) -> World {
    let source = statement.source
    let below = try world(under: scenario.name, above: world, at: Place(source, scenario.span))
    return try world(
      above: below, overriding: statement.whatIf?.overrides ?? [],
      Scope(parent: nil, source: source, path: "with"), restingOn: expressions, Numbering())
  }

  private func row(_ title: String, _ formulas: [Formula], _ place: Place) throws(Diagnostic)
    -> ScenarioComparison.Row
  {
    var values: [Value] = []
    for formula in formulas { values.append(try value(of: formula)) }
    let all = values.flatMap(\.axes)
    let axes = joined(all)
    let isSame = all.allSatisfy { axis in axes.contains { $0 === axis } }
    var changes: [Value?] = [nil]
    var relatives: [Value?] = [nil]
    var below: [Value?] = [nil]
    for i in formulas.indices.dropFirst() {
      let isSampled = formulas[i].hasSamples || formulas[0].hasSamples
      below.append(
        isSampled && isSame && formulas[i] !== formulas[0]
          ? probability(formulas[i], below: formulas[0], place).map { spread($0, over: axes) }
          : nil)
      let isBracket = values[0].isUncertain || values[i].isUncertain
      if formulas[i] === formulas[0] {
        changes.append(nothing(like: values[0], isShare: false).map { spread($0, over: axes) })
        relatives.append(nothing(like: values[0], isShare: true).map { spread($0, over: axes) })
        continue
      }
      // the ends of a difference are found exactly: brackets that both sides share cancel
      let isExact = isBracket && isSame
      changes.append(
        isExact
          ? difference(formulas[i], formulas[0], place).map { spread($0, over: axes) }
          : nil)
      relatives.append(
        isExact
          ? share(formulas[i], formulas[0], place).map { spread($0, over: axes) } : nil)
    }
    var spreads = values.map { spread($0, over: axes) }
    for i in spreads.indices.dropFirst() {
      spreads[i] = spreads[i].snapped(to: spreads[0])
      changes[i] = changes[i]?.withoutRounding(of: spreads[0], spreads[i])
      relatives[i] = relatives[i]?.withoutRounding
    }
    for i in formulas.indices.dropFirst()
    where formulas[i] !== formulas[0] && !values[0].isUncertain && !values[i].isUncertain {
      (changes[i], relatives[i]) = difference(spreads[i], spreads[0])
    }
    return ScenarioComparison.Row(
      title: title, axes: axes, values: spreads, changes: changes, relatives: relatives,
      below: below)
  }

  // MARK: differences

  /// No change at all.
  private func nothing(like value: Value, isShare: Bool) -> Value? {
    guard case .numbers(let numbers) = value.cells else { return nil }
    let unit = units.difference(of: value.unit)
    if isShare, unit != value.unit { return nil }
    let zeros = numbers.map { _ in 0.0 }
    return Value(
      axes: value.axes, cells: .numbers(zeros), dimension: isShare ? .none : value.dimension,
      unit: isShare ? .one : unit)
  }

  /// b − a, cell by cell.
  private func difference(_ b: Value, _ a: Value) -> (Value?, Value?) {
    guard case .numbers(let x) = a.cells, case .numbers(let y) = b.cells,
      a.dimension == b.dimension
    else { return (nil, nil) }
    var change = a
    change.unit = units.difference(of: a.unit)
    change.record = nil
    change.label = nil
    change.cells = .numbers(zip(y, x).map { $0 - $1 })
    // found from the same samples or not: at most as far off as both together
    let sampling = (a.errors ?? b.errors)?.sampling
    func error(_ value: Value, _ i: Int) -> Double { value.errors?.cells[i] ?? 0 }
    change.errors = sampling.map { sampling in
      SamplingErrors(
        cells: x.indices.map { hypot(error(a, $0), error(b, $0)) }, sampling: sampling)
    }
    if change.unit != a.unit { return (change, nil) }
    let shares = zip(y, x).map { $1 == 0 ? $0 == 0 ? 0 : .nan : ($0 - $1) / abs($1) }
    var relative = Value(axes: a.axes, cells: .numbers(shares), dimension: .none, unit: .one)
    relative.errors = sampling.map { sampling in
      SamplingErrors(
        cells: x.indices.map { i in
          x[i] == 0
            ? 0 : hypot(error(b, i), error(a, i) * y[i] / x[i]) / abs(x[i])
        }, sampling: sampling)
    }
    return (change, relative)
  }

  private func difference(_ b: Formula, _ a: Formula, _ place: Place) -> Value? {
    guard a.type.kind == .number, b.type.kind == .number,
      a.type.dimension == b.type.dimension || a.type.isZero || b.type.isZero
    else { return nil }
    var type = a.type.isZero ? b.type : a.type
    type.unit = units.difference(of: type.unit)
    type.isReading = false
    let builder = self.builder()
    let x = builder.operand(.formula(a), a.type)
    let y = builder.operand(.formula(b), b.type)
    builder.adopt(a)
    builder.adopt(b)
    return try? value(
      of: builder.finished(builder.emit(.subtract, y, x, type: type), place: place))
  }

  /// b / a − 1 over all values of the brackets.
  private func share(_ b: Formula, _ a: Formula, _ place: Place) -> Value? {
    guard a.type.kind == .number, b.type.kind == .number, !a.type.isReading, !b.type.isReading,
      a.type.dimension == b.type.dimension
    else { return nil }
    let builder = self.builder()
    let x = builder.operand(.formula(a), a.type)
    let y = builder.operand(.formula(b), b.type)
    builder.adopt(a)
    builder.adopt(b)
    let ratio = builder.emit(.divide, y, x, type: .plain, place: place)
    let share = builder.emit(.subtract, ratio, .constant(1), type: .plain)
    return try? value(of: builder.finished(share, place: place))
  }

  /// How likely b is below a, by the samples; with brackets between which shares.
  private func probability(_ b: Formula, below a: Formula, _ place: Place) -> Value? {
    guard a.type.kind == .number, b.type.kind == .number,
      a.type.dimension == b.type.dimension
    else { return nil }
    let builder = self.builder()
    let x = builder.operand(.formula(a), a.type)
    let y = builder.operand(.formula(b), b.type)
    builder.adopt(a)
    builder.adopt(b)
    let gap = builder.finished(builder.emit(.subtract, y, x, type: a.type), place: place)
    let test = Formula(
      type: .truth, code: .input(.comparison(.less, gap)), place: place, nodes: [],
      hasSources: gap.hasSources, hasSamples: true)
    guard var value = try? probabilities(test), case .truths(let truths) = value.cells else {
      return nil
    }
    let shares = truths.map { truth -> (low: Double, high: Double) in
      switch truth {
      case .yes: (1, 1)
      case .no: (0, 0)
      case .probably(let share): (share, share)
      case .between(let low, let high): (low, high)
      case .depends: (.nan, .nan)
      }
    }
    value.cells = .numbers(shares.map { $0.low / 2 + $0.high / 2 })
    if gap.hasSources { (value.low, value.high) = (shares.map(\.low), shares.map(\.high)) }
    value.errors = SamplingErrors(
      cells: truths.map { $0.samplingError(of: sampling.count) }, sampling: sampling)
    return value
  }

  private func builder() -> FormulaBuilder {
    FormulaBuilder(BuildContext(session: self, world: world, owner: nil, mayWait: false))
  }

  // MARK: axes

  /// Axes of one name as one, with the labels of all.
  func joined(_ axes: [Axis]) -> [Axis] {
    var joined: [Axis] = []
    for axis in axes {
      guard let at = joined.firstIndex(where: { $0 === axis || $0.name == axis.name }) else {
        joined.append(axis)
        continue
      }
      let other = joined[at]
      if other === axis { continue }
      switch (other.labels, axis.labels) {
      case (.numbers(let a, let unit), .numbers(let b, _)):
        let new = b.filter { label in !a.contains { isSame($0, label) } }
        joined[at] = Axis(name: axis.name, labels: .numbers(a + new, unit))
      case (.texts(let a), .texts(let b)):
        joined[at] = Axis(
          name: axis.name, labels: .texts(a + b.filter { !a.contains($0) }), isTruth: axis.isTruth)
      case (.counts(let a), .counts(let b)):
        joined[at] = Axis(name: axis.name, labels: .counts(max(a, b)))
      default: joined.append(axis)
      }
    }
    return joined
  }

  /// A value along joined axes: NaN, or an empty text, where it has no label.
  func spread(_ value: Value, over axes: [Axis]) -> Value {
    if value.axes.elementsEqual(axes, by: ===) { return value }
    let total = axes.reduce(1) { $0 * $1.count }
    // for each axis of the value: which joined axis it is, and where its labels went
    let places = value.axes.map { own -> (axis: Int, positions: [Int?]) in
      let at =
        axes.firstIndex { $0 === own } ?? axes.firstIndex { $0.name == own.name } ?? 0
      return (at, (0..<axes[at].count).map { axes[at].position(in: own, of: $0) })
    }
    let strides = Column(axes: axes, cells: [Int]()).strides
    let ownStrides = Column(axes: value.axes, cells: [Int]()).strides
    let sources = (0..<total).map { cell -> Int? in
      var index = 0
      for (k, place) in places.enumerated() {
        let label = cell / strides[place.axis] % axes[place.axis].count
        guard let position = place.positions[label] else { return nil }
        index += position * ownStrides[k]
      }
      return index
    }
    var spread = value
    spread.axes = axes
    func numbers(_ cells: [Double]) -> [Double] { sources.map { $0.map { cells[$0] } ?? .nan } }
    if let errors = value.errors?.cells { spread.errors?.cells = numbers(errors) }
    switch value.cells {
    case .numbers(let cells): spread.cells = .numbers(numbers(cells))
    case .truths(let cells):
      spread.cells = .texts(sources.map { $0.map { word(cells[$0]) } ?? "" })
    case .texts(let cells): spread.cells = .texts(sources.map { $0.map { cells[$0] } ?? "" })
    }
    if let spreads = value.distributed?.spreads {
      spread.distributed?.spreads = sources.map { $0.map { spreads[$0] } ?? .none }
    }
    spread.low = value.low.map(numbers)
    spread.high = value.high.map(numbers)
    return spread
  }
}

extension Axis {
  /// Where another axis has the label that stands at a position here.
  fileprivate func position(in other: Axis, of position: Int) -> Int? {
    if other === self { return position }
    switch labels {
    case .numbers(let values, _): return other.position(of: values[position])
    case .texts(let texts): return other.position(of: texts[position])
    case .counts: return position < other.count ? position : nil
    }
  }
}
