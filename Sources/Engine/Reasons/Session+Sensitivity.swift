import EnergyCore
import Syntax
import Units

/// `sensitivity jt`: which source moves a result most.
extension Session {
  func showSensitivity(_ expression: Expression, by: Expression?, _ statement: Statement)
    throws(Diagnostic)
  {
    try checkFormat(statement)
    let world = try statementWorld(statement, [expression])
    var tornado: Tornado
    if let by {
      let share = try share(by, statement.source)
      tornado = try self.tornado(of: expression, by: share, statement, in: world)
    } else {
      tornado = try self.tornado(of: expression, statement, in: world)
    }
    tornado.title = oneLine(title(expression, statement.source))
    tornado.format = statement.format?.text
    emit(.sensitivity(tornado))
  }

  /// The share after `by`: a plain number above 0 and below 1.
  private func share(_ by: Expression, _ source: SourceText) throws(Diagnostic) -> Double {
    let formula = try build(by, source)
    if case .constant(let share, _) = formula.code, formula.type.kind == .number,
      formula.type.dimension == .none, share > 0, share < 1
    {
      return share
    }
    let column = formula.type.kind == .number ? try evaluator.column(formula) : Column(.nan)
    guard !formula.hasSources, formula.type.dimension == .none, column.axes.isEmpty,
      column.cells[0] > 0, column.cells[0] < 1
    else {
      throw Diagnostic(
        EngineProblem.notAShare(source.text(of: by), value: briefly(formula)),
        at: Place(source, by.span))
    }
    return column.cells[0]
  }

  private func numeric(_ formula: Formula, _ place: Place) throws(Diagnostic) {
    if formula.type.kind == .number { return }
    throw Diagnostic(EngineProblem.notANumber(place.text, what: "moved by its sources"), at: place)
  }

  // MARK: brackets

  private func tornado(of expression: Expression, _ statement: Statement, in world: World)
    throws(Diagnostic) -> Tornado
  {
    let place = Place(statement.source, expression.span)
    let formula = try build(expression, statement.source, in: world)
    try numeric(formula, place)
    let brackets = formula.brackets
    let distributions = formula.distributions
    let sources = Array(brackets.keys) + distributions.keys
    guard !sources.isEmpty else {
      if try varies(expression, statement, in: world) {
        // (a condition has no variance)
        var isProbability = false
        if case .call(let call) = expression { isProbability = call.name == "prob" }
        let inner =
          isProbability
          ? nil : expression.argumentOfStatistic.map { oneLine(statement.source.text(of: $0)) }
        throw Diagnostic(
          EngineProblem.sourcesOfStatistic(oneLine(place.text), inner: inner), at: place)
      }
      throw Diagnostic(EngineProblem.noSources(oneLine(place.text)), at: place)
    }
    let names = shownNames(sources.map { ($0, sourceNames[Int($0)]) })
    guard !distributions.isEmpty else {
      var tornado = try measure(formula, brackets, names)
      tornado.range = try value(of: formula)
      return tornado
    }
    // the shares first: they are what takes long, and what is asked for
    let axes = try evaluator.axes(of: formula).filter { !$0.isOfSamples }
    var variances = try varianceShares(of: formula, over: axes, names)
    let before = (isInterrupted, sampling)
    if variances.isPartial {
      // stopped: what the result is a few samples tell
      isInterrupted = { false }
      sampling.setCount(min(sampling.count, Sampling().count))
    }
    defer { (isInterrupted, sampling) = before }
    // (other samples have the formulas checked anew)
    let seen =
      variances.isPartial ? try build(expression, statement.source, in: world) : formula
    var tornado = try measure(seen, brackets, names)
    if !brackets.isEmpty { tornado.range = try value(of: seen) }
    variances.brackets = tornado.rows.map(\.name)
    tornado.variances = variances
    return tornado
  }

  /// Whether anything that an expression rests on is a bracket or a distribution.
  private func varies(_ expression: Expression, _ statement: Statement, in world: World)
    throws(Diagnostic) -> Bool
  {
    if let inner = expression.argumentOfStatistic {
      let formula = try build(inner, statement.source, in: world)
      if formula.hasSources || formula.hasSamples { return true }
    }
    return try DependencyWalk(self).run(expression, statement.source, in: world).items.contains {
      guard case .definition(let node) = $0.subject, let formula = node.formula else {
        return false
      }
      return formula.hasSources || formula.hasSamples
    }
  }

  /// `pue with` is the bracket of an override: called `pue`, unless another source is.
  private func shownNames(_ sources: [(id: Int32, name: String)]) -> [Int32: String] {
    var counts: [String: Int] = [:]
    for (_, name) in sources { counts[SourceName.short(name), default: 0] += 1 }
    var names: [Int32: String] = [:]
    for (id, name) in sources {
      let short = SourceName.short(name)
      names[id] = counts[short] == 1 ? short : name
    }
    return names
  }

  // MARK: by a share

  private func tornado(
    of expression: Expression, by share: Double, _ statement: Statement, in world: World
  ) throws(Diagnostic) -> Tornado {
    let place = Place(statement.source, expression.span)
    let found = try DependencyWalk(self).run(expression, statement.source, in: world)
    let percent = "± \(plain(share * 100)) %"
    var held: [Tornado.Held] = []
    var swings: [SwungInput] = []
    var lines = SourceLines()
    for index in found.inOrder {
      let item = found.items[index]
      if let numbers = hiddenNumbers(item, isLeaf: found.isLeaf(index), &lines) {
        held.append(.numbers(numbers))
      }
      guard found.isLeaf(index) else { continue }
      if let reason = try reasonToHold(item) {
        held.append(.input(name: item.name, reason))
        continue
      }
      let swing = Swing(share: share, source: sourceID("\(item.name) \(percent)"))
      var swung = SwungInput(name: item.name, swing: swing)
      if case .definition(let node) = item.subject, let formula = node.formula {
        swung.node = node
        swung.center = FormulaBuilder.center(of: node, formula)
      }
      swings.append(swung)
    }
    // the statement's overrides stand above what they move: `with tput = tput / 2`
    let base = swings.filter { $0.node.map { $0.world === self.world } ?? true }
    let own = swings.filter { $0.node.map { $0.world !== self.world } ?? false }
    var swung = swungWorld(above: self.world, base)
    swung = try statementWorld(statement, [expression], above: swung)
    if !own.isEmpty { swung = swungWorld(above: swung, own) }
    let formula = try build(expression, statement.source, in: swung)
    try numeric(formula, place)
    if formula.takesEnds { throw Diagnostic(EngineProblem.swingsThroughEnd, at: place) }
    let brackets = formula.brackets
    var names: [Int32: String] = [:]
    var lists: [Int32: Formula] = [:]
    for input in swings {
      if brackets[input.swing.source] != nil {
        names[input.swing.source] = input.name
        lists[input.swing.source] = input.list
      } else {
        held.append(.input(name: input.name, .unused))
      }
    }
    guard !names.isEmpty else {
      throw Diagnostic(EngineProblem.nothingToSwing(oneLine(place.text)), at: place)
    }
    var tornado = try measure(
      formula, brackets.filter { names[$0.key] != nil }, names, lists: lists)
    tornado.share = share
    tornado.held = held
    return tornado
  }

  /// Why an input is not swung; nil for one that is.
  private func reasonToHold(_ item: Dependencies.Item) throws(Diagnostic) -> Tornado.Reason? {
    switch item.subject {
    case .expression, .function, .missing: return nil
    case .constant: return .constant
    case .figure(let entry, let field):
      switch entry.field(field)?.figure ?? .notKnown {
      case .notKnown: return .notKnown
      case .text: return .notANumber
      case .number(let number, _): return number == 0 ? .zero : nil
      case .bracket: return nil
      }
    case .definition(let node):
      if item.isInner { return .inner }
      if !item.isUsed { return .labels }
      try check(node)
      guard let formula = node.formula else { return nil }
      if formula.type.kind != .number { return .notANumber }
      if formula.type.isReading { return .reading }
      return try evaluator.value(of: node).cells.allSatisfy { $0 == 0 } ? .zero : nil
    }
  }

  /// An input that is moved by a share.
  private struct SwungInput {
    var name: String
    var swing: Swing
    /// nil for a figure of the catalog
    var node: Node?
    /// what the definition is in the middle
    var center: Formula?

    /// The definition as it is, where it is no single number.
    var list: Formula? {
      if case .constant = center?.code { return nil }
      return center
    }
  }

  /// The world in which every input is a bracket around what it is.
  private func swungWorld(above world: World, _ inputs: [SwungInput]) -> World {
    let names = inputs.map { input in
      // `grid.FRA` is found where `grid` is: all that use a part of a name may be affected
      input.node?.name ?? Name(String(input.name.prefix { $0 != "." }))
    }
    let swung = World(above: world, overriding: names)
    for input in inputs {
      guard let node = input.node, let center = input.center else {
        swung.swings[input.name] = input.swing
        continue
      }
      let context = BuildContext(session: self, world: world, owner: nil, mayWait: false)
      let override = Node(
        name: node.name, definition: node.definition, source: node.source, references: [],
        world: swung, outer: world)
      override.axis = node.axis
      if let list = input.list {
        override.state = .checked(FormulaBuilder.product(of: list, input.swing, context))
      } else {
        let bracket = FormulaBuilder.bracket(around: center, input.swing, context)
        override.state = .checked(
          Formula(
            type: center.type, code: .input(.bracket(bracket)), place: center.place,
            nodes: center.nodes, hasSources: true))
      }
      swung.define(override)
    }
    return swung
  }

  // MARK: measuring

  private func measure(
    _ formula: Formula, _ brackets: [Int32: BracketInput], _ names: [Int32: String],
    lists: [Int32: Formula] = [:]
  ) throws(Diagnostic) -> Tornado {
    guard formula.hasSamples else {
      return try measureSampled(formula, brackets, names, lists: lists)
    }
    let center = try distributed(formula, atBest: true)
    var tornado = try withFew(formula, brackets.isEmpty ? 16 : 1 << 16) {
      (_) throws(Diagnostic) in
      try measureSampled(formula, brackets, names, lists: lists)
    }
    tornado.center = center
    return tornado
  }

  private func measureSampled(
    _ formula: Formula, _ brackets: [Int32: BracketInput], _ names: [Int32: String],
    lists: [Int32: Formula]
  ) throws(Diagnostic) -> Tornado {
    let type = formula.type
    let center = try medians(evaluator.column(formula))
    for cell in center.cells where !cell.isFinite { throw evaluator.failure(cell, formula.place) }
    let slopes = try slopes(of: formula, over: center.axes)
    var rows: [Tornado.Row] = []
    for (source, bracket) in brackets {
      if mustStop() { throw Diagnostic(EngineProblem.interrupted, at: formula.place) }
      let range = try evaluator.exactRange(formula, over: source)
      func ends(_ cells: [Double]) throws(Diagnostic) -> [Double] {
        for cell in cells where !cell.isFinite {
          throw evaluator.failure(cell, formula.place)
        }
        let column = medians(Column(axes: range.axes, cells: cells))
        return try spread(column, over: center.axes, formula.place)
      }
      func at(_ share: Double) throws(Diagnostic) -> [Double] {
        let column = try evaluator.column(formula, at: evaluator.corner([source: share]))
        for cell in column.cells where !cell.isFinite {
          throw evaluator.failure(cell, formula.place)
        }
        return try spread(medians(column), over: center.axes, formula.place)
      }
      var input = try value(of: bracket)
      // a factor has the relative width of what it moves
      let width = relativeWidth(input)
      if let list = lists[source] { input = try scaled(list, by: input) }
      let rate = isReading(input) || type.isReading ? nil : width
      rows.append(
        Tornado.Row(
          name: names[source] ?? sourceNames[Int(source)], input: input,
          low: try ends(range.low), high: try ends(range.high), atLow: try at(0),
          atHigh: try at(1),
          elasticity: zip(slopes, center.cells).map { dual, y in
            guard let rate, y != 0 else { return nil }
            return derivative(dual, source).map { $0 / (rate * y) }
          }, isOuterBound: range.isOuterBound))
      // where no slope is known, of a quantile or a probability, that between the two ends
      if formula.takesStatistics, let rate, var row = rows.popLast() {
        row.elasticity = row.elasticity.indices.map { cell in
          let y = center.cells[cell]
          if let known = row.elasticity[cell] { return known }
          return y == 0 ? nil : (row.atHigh[cell] - row.atLow[cell]) / (rate * y)
        }
        rows.append(row)
      }
    }
    let value = Value(
      axes: center.axes, cells: .numbers(center.cells), dimension: type.dimension,
      unit: type.unit, isPinned: type.isPinned)
    var tornado = Tornado(title: "", center: value, rows: rows, held: [])
    tornado.rows = tornado.ordered(by: nil)
    return tornado
  }

  /// Of samples their median.
  private func medians(_ column: Column<Double>) -> Column<Double> {
    guard let samples = evaluator.samples, let axis = column.index(of: samples.axis) else {
      return column
    }
    return column.reducing(along: axis) { line in
      line.first { !$0.isFinite } ?? Samples.quantile(line.sorted(), 0.5)
    }
  }

  /// How the result changes with each source at the best guesses, cell by cell; no slopes where a
  /// formula has no derivative that can be said exactly (a `minimize` on the way).
  private func slopes(of formula: Formula, over axes: [Axis]) throws(Diagnostic) -> [Dual] {
    let none = Array(repeating: Dual.fault(.nan), count: axes.reduce(1) { $0 * $1.count })
    // a median has none
    if formula.hasSamples { return none }
    do {
      let gradient = try evaluator.duals(formula, in: Box(isGradient: true))
      return try spread(gradient, over: axes, formula.place)
    } catch {
      if error.problem as? EngineProblem == .interrupted { throw error }
      return none
    }
  }

  private func spread<Element>(_ column: Column<Element>, over axes: [Axis], _ place: Place)
    throws(Diagnostic) -> [Element]
  {
    guard column.axes.allSatisfy({ axis in axes.contains { $0 === axis } }) else {
      throw Diagnostic(EngineProblem.shapeDepends(oneLine(place.text)), at: place)
    }
    return column.spread(over: axes).cells
  }

  /// The change from a source's low end to its high end, were the formula a straight line as steep as
  /// it is at the best guesses.
  private func derivative(_ dual: Dual, _ source: Int32) -> Double? {
    if dual.isFault || dual.isRough { return nil }
    let slope = dual.slope(of: source)
    let middle = slope.low / 2 + slope.high / 2
    guard middle.isFinite, slope.width <= 1e-9 * abs(middle) else { return nil }
    return middle
  }

  private func value(of bracket: BracketInput) throws(Diagnostic) -> Value {
    let ends = try evaluator.ends(bracket)
    let type = bracket.low.type.isZero ? bracket.high.type : bracket.low.type
    var value = Value(
      axes: ends.axes,
      cells: .numbers(ends.best ?? zip(ends.low, ends.high).map { $0 / 2 + $1 / 2 }),
      dimension: type.dimension, unit: type.unit, isPinned: type.isPinned)
    value.low = ends.low
    value.high = ends.high
    value.hasBest = ends.best != nil
    return value
  }

  /// A list between the ends of a factor.
  private func scaled(_ list: Formula, by factor: Value) throws(Diagnostic) -> Value {
    var value = try value(of: list)
    guard case .numbers(let numbers) = value.cells, let low = factor.low?.first,
      let high = factor.high?.first
    else { return value }
    value.low = numbers.map { min($0 * low, $0 * high) }
    value.high = numbers.map { max($0 * low, $0 * high) }
    value.hasBest = true
    return value
  }

  private func isReading(_ value: Value) -> Bool { units.isReading(value.unit) }

  /// (high − low) / best, where it is one for all labels; nil else, and where it is of 0.
  private func relativeWidth(_ input: Value) -> Double? {
    guard case .numbers(let best) = input.cells, let low = input.low, let high = input.high else {
      return nil
    }
    var rate: Double?
    for i in best.indices {
      // a label at 0 stays there if it does not move
      if best[i] == 0, low[i] == 0, high[i] == 0 { continue }
      let here = (high[i] - low[i]) / best[i]
      guard here.isFinite, here != 0, rate.map({ isSame($0, here) }) ?? true else { return nil }
      rate = here
    }
    return rate
  }
}

extension Formula {
  /// Whether `low`, `high` or `best` of something that rests on brackets stands anywhere below.
  fileprivate var takesEnds: Bool {
    holds {
      if case .end(let end, let inner) = $0 { end != .center && inner.hasSources } else { false }
    }
  }

  /// Whether a statistic of samples stands anywhere below.
  fileprivate var takesStatistics: Bool {
    holds { if case .statistic = $0 { true } else { false } }
  }

  private func holds(_ isSought: (Input) -> Bool) -> Bool {
    var seen: Set<ObjectIdentifier> = []
    var open: [Formula] = [self]
    while let formula = open.popLast() {
      guard seen.insert(ObjectIdentifier(formula)).inserted else { continue }
      open += formula.nodes.compactMap(\.formula)
      let inputs: [Input]
      switch formula.code {
      case .constant, .text: continue
      case .input(let input): inputs = [input]
      case .program(_, let all): inputs = all
      }
      for input in inputs {
        if isSought(input) { return true }
        if case .formula(let inner) = input { open.append(inner) }
      }
    }
    return false
  }
}

extension Expression {
  /// `jt` of `mean(jt)`.
  fileprivate var argumentOfStatistic: Expression? {
    guard case .call(let call) = self, let argument = call.arguments.first,
      Library.statistics[call.name] != nil || Library.ends[call.name] != nil
        || [.mean, .median].contains(Library.reductions[call.name])
    else { return nil }
    return argument.value
  }
}
