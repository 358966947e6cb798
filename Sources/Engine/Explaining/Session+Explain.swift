import EnergyCore
import Syntax
import Units

/// `explain jt`: how a number came about.
extension Session {
  func explain(_ expression: Expression, _ depth: Statement.Depth?, _ statement: Statement)
    throws(Diagnostic)
  {
    try checkFormat(statement, also: ["latex"])
    let world = try statementWorld(statement, [expression])
    let formula = try build(expression, statement.source, in: world)
    let value = try value(of: formula)
    let limit: Int
    switch depth {
    case nil: limit = Explainer.standardDepth
    case .steps(let steps): limit = steps
    case .full: limit = .max
    }
    // what is built again says nothing new
    let said = emit
    emit = { _ in }
    defer { emit = said }
    let explainer = Explainer(self, depth: limit)
    // a distribution is worked out with every source at its median
    let outer = evaluator.samples
    if formula.hasSamples { evaluator.samples = .medians(sampling) }
    defer { evaluator.samples = outer }
    try explainer.run(expression, formula, value, statement, in: world)
    var derivation = Derivation(
      title: Explainer.tidy(title(expression, statement.source)), steps: explainer.steps,
      value: value, depth: limit == .max ? nil : limit, format: statement.format?.text)
    derivation.value.title = derivation.title
    said(.derivation(derivation))
  }
}

/// The whole of a derivation: one, or one for each end of a bracket.
extension Explainer {
  func run(
    _ expression: Expression, _ formula: Formula, _ value: Value, _ statement: Statement,
    in world: World
  ) throws(Diagnostic) {
    var frame = ExplainFrame(
      context: BuildContext(session: session, world: world, owner: nil, mayWait: false),
      scope: Scope(parent: nil, source: statement.source, path: ""))
    if let whatIf = statement.whatIf {
      frame.within = [Self.tidy(statement.source.text(whatIf.span))]
      enter(world, frame)
    }
    // brackets are numbered in the order in which the whole has them
    _ = try self.formula(expression, frame)
    for axis in value.axes { frame = frame.choosing(axis, 0) }
    try tellApart(formula, frame)
    if depth == 0 { return answer(value, title(expression, frame), frame) }
    guard value.isBracket else {
      if case .truths(let truths) = value.cells,
        case .depends(let sources) = truths[frame.cell(of: value.axes)]
      {
        heading(.bracket(.depends(on: sources.map { SourceName.words($0) { $0 } })))
      }
      if formula.hasSamples {
        heading(.distribution(.everyMedian(withBrackets: formula.hasSources)))
      }
      let block = try root(expression, frame)
      try explainLater()
      return formula.hasSamples
        ? spread(value, title(expression, frame), frame) : result(value, block, frame)
    }
    let title = title(expression, frame)
    let cell = frame.cell(of: value.axes)
    let corners = try evaluator.corners(formula, cell: cell)
    let (low, high) = (value.low?[cell] ?? .nan, value.high?[cell] ?? .nan)
    for (isLow, found, bound) in [(true, corners.low, low), (false, corners.high, high)] {
      let positions = try rounded(found, formula, cell: cell, bound, within: high - low)
      var inner = frame
      inner.point = evaluator.corner(Corner(positions))
      let reached = try quantity(formula, inner).number
      let isReached =
        !value.isOuterBound || abs(reached - bound) <= 1e-9 * max(abs(bound), abs(high - low))
      heading(
        .bracket(
          .end(isLow: isLow, at: try sources(formula, at: positions, frame), isReached: isReached)))
      let block = try root(expression, inner)
      try explainLater()
      var end = value
      end.axes = []
      end.low = nil
      end.high = nil
      end.cells = .numbers([isReached ? bound : reached])
      result(end, block, inner)
      if isReached { continue }
      // a bound is no value of the formula, and no line that follows from the one above
      end.cells = .numbers([bound])
      result(
        end, ExplainBlock(subject: "\(isLow ? "low" : "high")(\(title))", level: 0), inner,
        remarks: [.result(.nothingBeyond)])
    }
    heading(nil)
    answer(value, title, frame)
  }

  /// The whole of the answer in a line: both ends of a bracket, the one label that is shown.
  private func answer(_ value: Value, _ title: String, _ frame: ExplainFrame) {
    let cell = frame.cell(of: value.axes)
    let one = value.picking(cell)
    var quantity = Quantity(.nan, ValueType(dimension: value.dimension, unit: value.unit))
    var text = session.brief(one)
    if one.isBracket {
      text = session.brief(one, sideBySide: max(1, (2 * session.digits + 1) / 3))
    } else if case .numbers(let numbers) = one.cells, one.distributed == nil, one.label == nil {
      quantity.number = numbers[0]
      quantity.type.isPinned = value.isPinned
      text = quantities.printed(quantity)
    }
    line(
      ExplainBlock(subject: title, level: 0), .result, text, quantity, frame,
      remarks: (value.isOuterBound ? [.result(.outerBound)] : []) + shownLabels(value.axes, frame))
  }

  /// What comes of all samples: `median(jt) = 8.9 J/t`, and beside it how far they lie apart.
  private func spread(_ value: Value, _ title: String, _ frame: ExplainFrame) {
    let one = value.picking(frame.cell(of: value.axes))
    let samples = session.sampling
    heading(nil)
    var quantity = Quantity(.nan, ValueType(dimension: value.dimension, unit: value.unit))
    var subject = title
    var text = session.brief(one)
    var remark: String?
    if case .numbers(let numbers) = one.cells, let distributed = one.distributed {
      (text, remark) = session.briefParts(numbers[0], distributed, one)
      // an envelope is written as the bracket that it is
      if distributed.brackets.isEmpty {
        quantity.number = numbers[0]
        subject = "median(\(title))"
      }
    } else if case .numbers(let numbers) = one.cells, !one.isBracket {
      quantity.number = numbers[0]
    } else if case .truths(let truths) = one.cells {
      switch truths.first {
      case .probably(let share)?:
        subject = "prob(\(title))"
        // `< 0.1 %` is no number
        if text.first?.isNumber != true { text = session.brief(share, .one) }
        quantity = Quantity(share, .plain)
      case .yes?: quantity = .truth(true)
      case .no?: quantity = .truth(false)
      case .between?: subject = "prob(\(title))"
      case .depends?, nil: break
      }
    }
    line(
      ExplainBlock(subject: subject, level: 0), .result, text, quantity, frame,
      remarks: [
        .distribution(.samples(samples.count, seed: samples.seed, spread: remark))
      ])
  }

  private func title(_ expression: Expression, _ frame: ExplainFrame) -> String {
    if case .convert(let base, _, _) = expression { return title(base, frame) }
    return text(expression, frame)
  }

  /// What was asked for, at the margin.
  private func root(_ expression: Expression, _ frame: ExplainFrame) throws(Diagnostic)
    -> ExplainBlock
  {
    // `jt -> kWh/Mt` and `jt[batch = 8]` are explained as `jt`, and go on
    switch expression {
    case .convert(let base, let unit, _) where isNamed(base):
      let block = try root(base, frame)
      let quantity = try quantity(expression, frame)
      let before = try self.quantity(base, frame)
      work(.converted(.value(before), try resolved(unit, frame)), quantity, frame, block)
      return block
    case .index(let index):
      if let inner = try picked(index, frame), isNamed(index.base) {
        let subject = text(expression, frame)
        let axes = try axes(of: formula(expression, frame), frame)
        return try root(index.base, inner, subject: subject, shown: axes)
      }
    default: break
    }
    return try root(expression, frame, subject: nil)
  }

  private func isNamed(_ expression: Expression) -> Bool {
    switch expression {
    case .name: true
    case .index(let index): isNamed(index.base)
    case .convert(let base, _, _): isNamed(base)
    default: false
    }
  }

  private func root(
    _ expression: Expression, _ frame: ExplainFrame, subject: String?, shown: [Axis]? = nil
  ) throws(Diagnostic) -> ExplainBlock {
    if case .name(let name, _) = expression, let node = world(of: name, frame).node(name) {
      try session.check(node)
      if let formula = node.formula {
        let block = ExplainBlock(subject: subject ?? name.text, level: 0, isRoot: true)
        let (value, axes) = try self.value(of: node, formula, frame)
        block.remarks += shownLabels(shown ?? axes, frame)
        try body(of: node, value, frame, block, depth: depth)
        return block
      }
    }
    var figure: String?
    if case .name(let name, _) = expression { figure = name.text }
    if case .dotted = expression { figure = text(expression, frame) }
    if let figure, try self.formula(expression, frame).type.kind != .truth {
      let block = ExplainBlock(subject: subject ?? figure, level: 0, isRoot: true)
      let axes = try axes(of: formula(expression, frame), frame)
      block.remarks += shownLabels(shown ?? axes, frame)
      try derive(expression, frame, block, depth: depth)
      return block
    }
    let block = ExplainBlock(subject: subject, level: 0, isRoot: true)
    let axes = try axes(of: formula(expression, frame), frame)
    block.remarks += shownLabels(axes, frame)
    try derive(expression, frame, block, depth: depth)
    return block
  }

  /// `for batch = 1, the first of 4`
  private func shownLabels(_ axes: [Axis], _ frame: ExplainFrame) -> [Derivation.Remark] {
    let axes = axes.filter { !$0.isOfSamples }
    return axes.isEmpty ? [] : [.label(.shown(axes.map { labelled($0, frame) }))]
  }

  /// The answer as tj prints it, unless it stands there already.
  private func result(
    _ value: Value, _ block: ExplainBlock, _ frame: ExplainFrame,
    remarks: [Derivation.Remark] = []
  ) {
    let cell = frame.cell(of: value.axes)
    guard case .numbers(let numbers) = value.cells, numbers.indices.contains(cell) else {
      return
    }
    let type = ValueType(
      dimension: value.dimension, unit: value.unit, isPinned: value.isPinned,
      isReading: units.isReading(value.unit))
    let quantity = Quantity(numbers[cell], type)
    let shown =
      value.isPinned ? value.unit : units.step(of: value.unit, for: abs(numbers[cell]))
    let one = value.picking(cell)
    let printed = one.errors == nil ? quantities.printed(quantity) : session.brief(one)
    var all = remarks
    if block.last != nil, block.last != printed, shown != value.unit, units.offset(of: shown) == 0,
      units.offset(of: value.unit) == 0
    {
      all += relations.relation(value.unit, shown).map { .relation($0) }
    }
    line(block, .result, printed, quantity, frame, remarks: all)
  }
}
