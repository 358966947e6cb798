import EnergyCore
import Syntax

/// Texts, cell by cell.
extension Evaluator {
  func texts(_ formula: Formula) throws(Diagnostic) -> Column<String> {
    try refuseSamples(of: formula)
    return try eachText(formula)
  }

  /// A text has no distribution: what samples choose can only be compared, sample by sample.
  private func refuseSamples(of formula: Formula) throws(Diagnostic) {
    guard formula.isVaryingText else { return }
    throw Diagnostic(
      EngineProblem.textVaries(
        formula.place.text, sources: names(Array(formula.distributions.keys))), at: formula.place)
  }

  /// Texts along the axis of the samples, too, where these choose between them.
  func eachText(_ formula: Formula) throws(Diagnostic) -> Column<String> {
    guard case .text(let code) = formula.code else {
      let value = try session.value(of: formula)
      return Column(axes: value.axes, cells: session.cellTexts(value))
    }
    switch code {
    case .pieces(let pieces): return try join(pieces, formula.place)
    case .node(let node): return try texts(of: node)
    case .list(let list):
      var cells: [String] = []
      for item in list.items { cells.append(try texts(item.value).cells[0]) }
      return try place(cells, nil, list)
    case .field(let base, let name):
      let column = try column(base)
      if case .table(let number)? = base.type.record {
        return try texts(name, of: number, at: column, formula.place)
      }
      let texts = (column.records ?? []).map { id -> String in
        guard let entry = Catalog.entry(id) else { return "" }
        switch name {
        case "source": return entry.source
        case "confidence": return entry.confidence
        case "note": return entry.note
        case "title": return entry.title
        default:
          if case .text(let text) = entry.fields.first(where: { $0.name == name })?.figure {
            return text
          }
          return ""
        }
      }
      return Column(axes: column.axes, cells: texts)
    case .choose(let condition, let then, let otherwise):
      let test = try chosen(by: condition)
      let a = try eachText(then)
      let b = try eachText(otherwise)
      let axes = try union([test.axes, a.axes, b.axes], formula.place)
      let tests = test.spread(over: axes).cells
      let left = a.spread(over: axes).cells
      let right = b.spread(over: axes).cells
      var cells: [String] = []
      for i in tests.indices {
        if tests[i].isNaN { throw failure(tests[i], formula.place) }
        cells.append(tests[i] == 1 ? left[i] : right[i])
      }
      return Column(axes: axes, cells: cells)
    case .label(let label):
      let positions = try exactRange(label.position)
      let goal = try column(label.goal)
      let place = try position(goal, label.axis)
      // what has been picked already is the label
      if place == nil, let node = label.axis.node, node.formula?.type.kind == .text {
        let own = try texts(of: node)
        if own.axes.isEmpty { return own }
      }
      guard let index = place, case .texts(let texts) = goal.axes[index].labels
      else {
        throw Diagnostic(
          EngineProblem.notANumber(label.axis.name.text, what: "a label of numbers"),
          at: formula.place)
      }
      var cells: [String] = []
      for cell in positions.low {
        guard cell.isFinite else { throw failure(cell, formula.place) }
        let i = Int(cell)
        cells.append(texts.indices.contains(i) ? texts[i] : "")
      }
      return Column(axes: positions.axes, cells: cells)
    case .filter(let base, let condition, let place):
      let test = try chosen(by: condition)
      for value in test.cells where value.isNaN { throw failure(value, condition.place) }
      return try filter(try texts(base), test, place, condition: condition.place)
    case .pick(let base, let picks, let place):
      return try pick(try texts(base), picks, place)
    }
  }

  /// A text has no range: what chooses it is the same wherever the brackets are.
  private func chosen(by condition: Formula) throws(Diagnostic) -> Column<Double> {
    condition.hasSources ? try decided(condition, in: Box()) : try column(condition)
  }

  func texts(of node: Node) throws(Diagnostic) -> Column<String> {
    guard let formula = node.formula else { return Column("") }
    try refuseSamples(of: formula)
    if let window {
      guard window.plan.varies(node) else {
        return try withoutWindow { () throws(Diagnostic) in try texts(of: node) }
      }
      if let known = window.texts[ObjectIdentifier(node)] { return known }
      let found = named(try texts(formula), node, formula)
      window.texts[ObjectIdentifier(node)] = found
      return found
    }
    if let known = node.texts { return known }
    let found = named(try texts(formula), node, formula)
    node.texts = found
    return found
  }

  private func join(_ pieces: [TextPiece], _ place: Place) throws(Diagnostic) -> Column<String> {
    var columns: [Column<String>] = []
    for piece in pieces {
      switch piece {
      case .text(let text): columns.append(Column(text))
      case .value(let formula, let format):
        if formula.type.kind == .text {
          columns.append(try texts(formula))
        } else {
          let value = try session.value(of: formula)
          columns.append(
            Column(axes: value.axes, cells: session.cellTexts(value, format: format)))
        }
      }
    }
    let axes = try union(columns.map(\.axes), place)
    let spread = columns.map { $0.spread(over: axes).cells }
    let total = axes.reduce(1) { $0 * $1.count }
    return Column(
      axes: axes, cells: (0..<total).map { i in spread.map { $0[i] }.joined() })
  }
}
