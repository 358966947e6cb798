import Syntax
import Units

/// Lists, one label at a time: the item that stands there, spaced values, and picked labels.
extension Explainer {
  /// `[53.9, 102.9] t/s over batch` at one label.
  func list(
    _ list: ListLiteral, _ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock,
    depth: Int
  ) throws(Diagnostic) {
    let formula = try formula(expression, frame)
    let result = try quantity(formula, frame)
    let text = self.text(expression, frame)
    let isNew = isNew(Place(frame.scope.source, list.span))
    let isWritten = block.subject != text && isShort(list, text)
    if isWritten, isNew {
      line(block, .definition, text, result, frame, holdsNames: true)
    }
    let axes = try self.axes(of: formula, frame).filter { !$0.isOfSamples }
    var remarks: [Derivation.Remark] = []
    var labels = axes.map { labelled($0, frame) }
    try addChosen(list, axes, frame, &labels, &remarks)
    let count = axes.reduce(1) { $0 * $1.count }
    if isWritten || block.subject == text {
      remarks.insert(.label(.at(labels)), at: 0)
    } else if !block.isRoot || labels.contains(where: { $0.axis != nil }) {
      remarks.insert(.label(.among(labels, count: count)), at: 0)
    }
    // an item that is a formula itself
    if axes.count == 1, list.unit == nil, list.items.count == axes[0].count {
      let item = list.items[frame.position(of: axes[0])].value
      if let itself = try? quantity(item, frame), itself.number == result.number, isFormula(item) {
        let inner = ExplainBlock(
          subject: block.subject, level: block.level, isRoot: block.isRoot)
        inner.rule = .label
        inner.remarks = (block.last == nil ? block.remarks : []) + remarks
        try derive(item, frame, inner, depth: depth)
        (block.last, block.lastStep) = (inner.last, inner.lastStep)
        return
      }
    }
    finish(result, frame, block, .label, remarks: remarks)
  }

  /// Whether a list stands in a line: up to 8 values do however they are written.
  func isShort(_ list: ListLiteral, _ text: String) -> Bool {
    text.utf8.count <= 60 || list.items.count <= 8 && text.utf8.count <= 160
  }

  /// `jt with batch = 8`: the label that an axis of the list stands at, and what it stands in for.
  private func addChosen(
    _ list: ListLiteral, _ axes: [Axis], _ frame: ExplainFrame, _ labels: inout [Derivation.Label],
    _ remarks: inout [Derivation.Remark]
  ) throws(Diagnostic) {
    for (name, span) in list.over where !axes.contains(where: { $0.name == name }) {
      let label = try quantity(.name(name, span), frame)
      labels.append(
        Derivation.Label(
          axis: name.text, text: label.record ?? quantities.printed(label), position: 0, count: 1))
      guard frame.scope.binding(name) == nil, let node = world(of: name, frame).node(name) else {
        continue
      }
      if let override = override(node) { remarks.append(.override(override)) }
    }
  }

  private func isFormula(_ expression: Expression) -> Bool {
    switch expression {
    case .number, .text: false
    case .negate(let base, _): isFormula(base)
    default: true
    }
  }

  func axes(of formula: Formula, _ frame: ExplainFrame) throws(Diagnostic) -> [Axis] {
    formula.type.kind == .text
      ? try evaluator.texts(formula).axes : try evaluator.column(formula, at: frame.point).axes
  }

  /// `linspace(1, 9, 5)` at one label.
  func spaced(
    _ spacing: Spacing, _ call: Call, _ expression: Expression, _ frame: ExplainFrame,
    _ block: ExplainBlock, depth: Int
  ) throws(Diagnostic) {
    let formula = try formula(expression, frame)
    let result = try begun(expression, frame, block)
    guard let axis = try axes(of: formula, frame).first else {
      return finish(result, frame, block, .value)
    }
    let position = frame.position(of: axis)
    let remark = Derivation.Remark.label(.at([labelled(axis, frame)]))
    let from = try quantity(call.arguments[0].value, frame)
    let to = try quantity(call.arguments[1].value, frame)
    let by = try quantity(call.arguments[2].value, frame)
    guard position > 0, !from.type.isReading, spacing != .geomspace || axis.count > 1 else {
      return finish(result, frame, block, .label, remarks: [remark])
    }
    func factor(_ value: Working, isDivided: Bool = false) -> Working.Factor {
      Working.Factor(isDivided: isDivided, value: value)
    }
    func count(_ n: Int) -> Working { .exact("\(n)", Quantity(Double(n), .plain)) }
    func plus(_ a: Working, _ b: Working) -> Working {
      .sum([
        Working.Summand(isMinus: false, value: a), Working.Summand(isMinus: false, value: b),
      ])
    }
    let working: Working
    switch spacing {
    case .steps:
      working = plus(.value(from), .product([factor(count(position)), factor(.value(by))]))
    case .linspace:
      let way = Working.sum([
        Working.Summand(isMinus: false, value: .value(to)),
        Working.Summand(isMinus: true, value: .value(from)),
      ])
      working = plus(
        .value(from),
        .product([
          factor(way), factor(count(position)), factor(count(axis.count - 1), isDivided: true),
        ]))
    case .geomspace:
      let ratio = Working.product([factor(.value(to)), factor(.value(from), isDivided: true)])
      let share = Working.product([
        factor(count(position)), factor(count(axis.count - 1), isDivided: true),
      ])
      working = .product([factor(.value(from)), factor(.power(ratio, share))])
    }
    line(block, .label, self.text(working, result), result, frame, remarks: [remark])
    work(working, result, frame, block)
  }

  // MARK: picking

  /// `jt[batch = 8]`: the same for that label.
  func pick(
    _ index: Index, _ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock,
    depth: Int
  ) throws(Diagnostic) {
    let result = try quantity(expression, frame)
    guard let inner = try picked(index, frame) else {
      return try filtered(index, expression, frame, block, depth: depth)
    }
    let text = self.text(expression, frame)
    if block.subject != text {
      line(block, .definition, text, result, frame, holdsNames: true)
    }
    if case .whatIf = index.base {
      return try derive(index.base, inner, block, depth: depth)
    }
    let found = try read(index.base, inner)
    try explain(found.parts, inner, block, depth: depth)
    if let leaf = found.working.leaf, leaf.isName {
      return finish(result, frame, block, .label)
    }
    line(
      block, .label, WorkingText(quantities: quantities, digits: nil).text(found.working), result,
      inner, holdsNames: found.working.holdsNames)
    work(found.working, result, inner, block)
  }

  /// The frame in which the labels are chosen; nil where something else stands in the brackets.
  func picked(_ index: Index, _ frame: ExplainFrame) throws(Diagnostic) -> ExplainFrame? {
    var inner = frame
    let base = try formula(index.base, frame)
    let axes: [Axis]
    if base.type.kind == .text {
      axes = try evaluator.texts(base).axes
    } else {
      axes = try evaluator.column(base, at: frame.point).axes
    }
    for selector in index.selectors {
      guard case .label(let name, let label, let span) = selector else { return nil }
      let reference = try FormulaBuilder(frame.context).axis(name, span, frame.scope)
      let column = Column<Double>(axes: axes, cells: [])
      guard let place = try evaluator.position(column, reference) else { return nil }
      let axis = axes[place]
      let formula = try formula(label, frame)
      var position: Int?
      if formula.type.kind == .text {
        let texts = try evaluator.texts(formula)
        guard texts.axes.isEmpty else { return nil }
        position = axis.position(of: texts.cells[0])
      } else {
        let column = try evaluator.column(formula, at: frame.point)
        guard column.axes.isEmpty else { return nil }
        position =
          column.records.flatMap { axis.position(of: $0[0]) } ?? axis.position(of: column.cells[0])
      }
      guard let position else { return nil }
      inner = inner.choosing(axis, position)
    }
    return inner
  }

  /// `batch[jt < 1 J/t]`: which labels are kept.
  private func filtered(
    _ index: Index, _ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock,
    depth: Int
  ) throws(Diagnostic) {
    let formula = try formula(expression, frame)
    let result = try begun(expression, frame, block)
    let axes = try axes(of: formula, frame)
    let kept = axes.filter { !$0.isOfSamples }.map { labelled($0, frame) }
    for case .filter(let condition) in index.selectors {
      var inner = frame
      for axis in try self.axes(of: self.formula(condition, frame), frame) {
        guard let shown = axes.first(where: { $0.name == axis.name && $0.name != nil }),
          let place = axis.position(ofLabel: frame.position(of: shown), of: shown)
        else { continue }
        inner = inner.choosing(axis, place)
      }
      try explain(part: condition, inner, block, depth: depth)
    }
    finish(result, frame, block, .label, remarks: [.label(.kept(kept))])
  }
}

extension Axis {
  /// Where the label of another axis stands here.
  fileprivate func position(ofLabel position: Int, of other: Axis) -> Int? {
    switch other.labels {
    case .numbers(let values, _): self.position(of: values[position])
    case .texts(let texts): self.position(of: texts[position])
    case .counts: position
    }
  }
}
