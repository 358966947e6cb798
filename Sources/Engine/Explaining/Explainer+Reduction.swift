import Syntax
import Units

/// `sum(jt over batch)` and its like: the terms, the middle of many taken together.
extension Explainer {
  /// The cells along which a reduction runs, the labels of other axes being those that are shown.
  struct Line {
    var cells: [Double]
    /// `batch = 8`
    var labels: [String]
    var shown: [[Derivation.Label]] = []
    var frames: [ExplainFrame]
    var type: ValueType

    static let longest = 6
  }

  func reduce(
    _ reduction: Reduction, _ call: Call, _ expression: Expression, _ frame: ExplainFrame,
    _ block: ExplainBlock, depth: Int
  ) throws(Diagnostic) {
    let result = try begun(expression, frame, block)
    let argument = call.arguments[0].value
    guard var found = try self.line(argument, call.over.map(\.name), call, frame),
      !found.cells.isEmpty
    else { return finish(result, frame, block, .value) }
    var remarks: [Derivation.Remark] = []
    if let kept = try group(call, expression, found, frame) {
      found = kept.line
      remarks = [.terms(kept.remark)]
    }
    var chosen = 0
    let size = found.cells.indices
    switch reduction {
    case .argmin, .min: chosen = size.min { found.cells[$0] < found.cells[$1] } ?? 0
    case .argmax, .max: chosen = size.max { found.cells[$0] < found.cells[$1] } ?? 0
    case .last: chosen = found.cells.count - 1
    case .count: chosen = size.first { found.cells[$0] == 1 } ?? 0
    default: break
    }
    try explainCell(argument, found, chosen, block, depth: depth)
    let working = self.working(of: reduction, found)
    let remark = terms(reduction, found, chosen, self.text(argument, frame))
    if let (working, isCut) = working {
      remarks.append(.terms(remark))
      if isCut { remarks.append(.terms(.cut)) }
      line(block, .terms, self.text(working, result), result, frame, remarks: remarks)
      work(working, result, frame, block)
    } else {
      finish(result, frame, block, .terms, remarks: remarks + [.terms(remark)])
    }
  }

  /// The cells of the group that is shown; nil where there are none, or they cannot be told apart.
  func group(_ call: Call, _ expression: Expression, _ line: Line, _ frame: ExplainFrame)
    throws(Diagnostic) -> (line: Line, remark: Derivation.Remark.Terms)?
  {
    guard let groups = call.arguments.first(where: { $0.name == .by })?.value,
      let axis = try evaluator.column(formula(expression, frame), at: frame.point).axes.last
    else { return nil }
    let shown = frame.position(of: axis)
    let formula = try formula(groups, frame)
    let places: [Int?]
    if formula.type.kind == .text {
      places = try evaluator.texts(formula).cells.map { axis.position(of: $0) }
    } else {
      let cells = try evaluator.column(formula, at: frame.point).cells
      places =
        formula.type.kind == .truth
        ? cells.map { axis.position(of: Axis.word($0)) } : cells.map { axis.position(of: $0) }
    }
    guard places.count == line.cells.count else { return nil }
    let kept = line.cells.indices.filter { places[$0] == shown }
    if kept.isEmpty { return nil }
    return (
      Line(
        cells: kept.map { line.cells[$0] }, labels: kept.map { line.labels[$0] },
        shown: kept.map { line.shown[$0] }, frames: kept.map { line.frames[$0] }, type: line.type),
      .group(
        by: text(groups, frame), label: label(axis, shown), count: kept.count, of: places.count)
    )
  }

  /// The argument of a reduction for one label, unless it is a list as it stands.
  func explainCell(
    _ argument: Expression, _ line: Line, _ index: Int, _ block: ExplainBlock, depth: Int
  ) throws(Diagnostic) {
    if case .list = argument { return }
    // a column of a table is given, and the terms show it
    if case .dotted(let names, let span) = argument, let first = names.first,
      let frame = line.frames.first, let base = try? formula(.name(first, span), frame),
      case .table? = base.type.record
    {
      return
    }
    guard line.frames.indices.contains(index) else { return }
    let inner = line.frames[index]
    if case .name(let name, _) = argument {
      if let binding = inner.scope.binding(name) {
        return try explain([.local(name, binding)], inner, block, depth: depth)
      }
      if let node = world(of: name, inner).node(name) {
        if DependencyWalk.isWritten(node.definition), case .list(let list) = node.definition.value {
          return try explainList(list, of: node, name.text, inner, block)
        }
        return try explain([.node(node, name.text)], inner, block, depth: depth)
      }
      return
    }
    let text = try subject(argument, inner)
    let cell = ExplainBlock(subject: text, level: block.levelOfParts)
    cell.remarks = [.label(.at(line.shown[index]))]
    if cell.level > Self.deepest { return try value(argument, inner, cell) }
    try derive(argument, inner, cell, depth: depth)
  }

  /// A list as it was written, with what is said about it: the terms show its values.
  private func explainList(
    _ list: ListLiteral, of node: Node, _ name: String, _ frame: ExplainFrame,
    _ block: ExplainBlock
  ) throws(Diagnostic) {
    let inner = try self.frame(node, frame)
    guard let formula = node.formula, isNew(Place(node.source, node.definition.value.span)) else {
      return
    }
    let text = self.text(node.definition.value, inner)
    let (value, axes) = try self.value(of: node, formula, frame)
    let block = ExplainBlock(subject: name, level: block.levelOfParts)
    describe(node, block)
    if isShort(list, text) {
      return line(block, .given, text, value, frame, holdsNames: true)
    }
    let labels = axes.filter { !$0.isOfSamples }.map { labelled($0, frame) }
    finish(
      value, frame, block, .label,
      remarks: [.label(.among(labels, count: labels.reduce(1) { $0 * $1.count }))])
  }

  /// The cells of an expression along axes; nil where they cannot be told apart from others.
  func line(_ argument: Expression, _ over: [Name], _ call: Call, _ frame: ExplainFrame)
    throws(Diagnostic) -> Line?
  {
    let formula = try formula(argument, frame)
    guard formula.type.kind != .text else { return nil }
    let column = try evaluator.column(formula, at: frame.point)
    var axes = column.axes
    if !over.isEmpty {
      axes = []
      for (name, span) in call.over {
        let reference = try FormulaBuilder(frame.context).axis(name, span, frame.scope)
        if let index = try evaluator.position(column, reference) { axes.append(column.axes[index]) }
      }
    }
    var line = Line(cells: [], labels: [], frames: [], type: formula.type)
    let strides = column.strides
    for (cell, value) in column.cells.enumerated() {
      var inner = frame
      var isShown = true
      var labels: [String] = []
      var shown: [Derivation.Label] = []
      for (i, axis) in column.axes.enumerated() {
        let position = cell / strides[i] % axis.count
        if axes.contains(where: { $0 === axis }) {
          inner = inner.choosing(axis, position)
          labels.append(labelText(axis, position))
          shown.append(labelled(axis, inner))
        } else if position != frame.position(of: axis) {
          isShown = false
        }
      }
      guard isShown else { continue }
      if value.isNaN { throw evaluator.failure(value, formula.place) }
      line.cells.append(value)
      // of very many cells only a few are looked at one by one
      line.labels.append(labels.joined(separator: ", "))
      line.shown.append(shown)
      line.frames.append(inner)
      if line.cells.count > 2000 { return nil }
    }
    return line
  }

  private func working(of reduction: Reduction, _ line: Line) -> (Working, isCut: Bool)? {
    func leaf(_ number: Double) -> Working { .value(Quantity(number, line.type)) }
    let cells = line.cells
    let isCut = cells.count > Line.longest
    func terms(_ rest: ([Double]) -> Double) -> [Working] {
      if !isCut { return cells.map(leaf) }
      return cells.prefix(4).map(leaf) + [leaf(rest(Array(cells.dropFirst(4).dropLast())))]
        + [leaf(cells[cells.count - 1])]
    }
    func summed() -> Working {
      .sum(terms(Lines.sum).map { Working.Summand(isMinus: false, value: $0) })
    }
    switch reduction {
    case .sum: return cells.count < 2 || line.type.isReading ? nil : (summed(), isCut)
    case .mean:
      if cells.count < 2 || line.type.isReading { return nil }
      return (
        .product([
          Working.Factor(isDivided: false, value: summed()),
          Working.Factor(
            isDivided: true,
            value: .exact("\(cells.count)", Quantity(Double(cells.count), .plain))),
        ]), isCut
      )
    case .min, .max:
      if cells.count < 2 || isCut { return nil }
      return (.call(reduction == .min ? "min" : "max", cells.map(leaf)), false)
    case .median:
      let sorted = cells.sorted()
      guard sorted.count % 2 == 0, sorted.count > 1, !line.type.isReading else { return nil }
      let middle = sorted[(sorted.count / 2 - 1)...(sorted.count / 2)]
      return (
        .product([
          Working.Factor(
            isDivided: false,
            value: .sum(
              middle.map { Working.Summand(isMinus: false, value: leaf($0)) })),
          Working.Factor(isDivided: true, value: .exact("2", Quantity(2, .plain))),
        ]), false
      )
    default: return nil
    }
  }

  private func terms(_ reduction: Reduction, _ line: Line, _ chosen: Int, _ text: String)
    -> Derivation.Remark.Terms
  {
    let count = line.cells.count
    let at = line.labels[chosen]
    let shown = amount(line.cells[chosen], line.type.unit)
    switch reduction {
    case .sum: return .added(count)
    case .mean: return .averaged(count)
    case .min: return .least(of: count, at: at)
    case .max: return .greatest(of: count, at: at)
    case .argmin: return .leastThere(what: text, shown, of: count)
    case .argmax: return .greatestThere(what: text, shown, of: count)
    case .median: return count % 2 == 1 ? .middle(of: count) : .middleTwo(of: count)
    case .count:
      return .holds(
        what: text, at: line.labels.indices.filter { line.cells[$0] == 1 }.map { line.labels[$0] })
    case .first: return .first(of: count, at: at)
    case .last: return .last(of: count, at: at)
    }
  }
}
