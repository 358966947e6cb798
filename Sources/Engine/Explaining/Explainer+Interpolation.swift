import Glibc
import Syntax
import Units

/// `interpolate(tput, batch = 6)`: between which labels, and how far.
extension Explainer {
  func interpolation(
    _ call: Call, _ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock,
    depth: Int
  ) throws(Diagnostic) {
    let result = try begun(expression, frame, block)
    let argument = call.arguments[0].value
    guard let name = call.arguments[1].name else { return try value(expression, frame, block) }
    let position = call.arguments[1].value
    var named = call
    named.over = [(name, position.span)]
    let x = try quantity(position, frame)
    guard let found = try self.line(argument, [name], named, frame),
      let axis = try axis(named, argument, frame), let labels = axis.numbers,
      labels.count == found.cells.count
    else { return try value(expression, frame, block) }
    try explain(part: position, frame, block, depth: depth)
    if let exact = axis.position(of: x.number) {
      try explainCell(argument, found, exact, block, depth: depth)
      return finish(
        result, frame, block, .terms, remarks: [.terms(.oneOfTheLabels(found.labels[exact]))])
    }
    let order = labels.indices.sorted { labels[$0] < labels[$1] }
    guard let upper = order.firstIndex(where: { labels[$0] > x.number }), upper > 0 else {
      return try value(expression, frame, block)
    }
    let (i, j) = (order[upper - 1], order[upper])
    try explainCell(argument, found, i, block, depth: depth)
    try explainCell(argument, found, j, block, depth: depth)
    let isLogarithmic = call.arguments.count == 3
    let isLogLabel = isLogarithmic && labels[i] > 0 && x.number > 0
    let share =
      isLogLabel
      ? log(x.number / labels[i]) / log(labels[j] / labels[i])
      : (x.number - labels[i]) / (labels[j] - labels[i])
    let between = Derivation.Remark.terms(
      .between(found.labels[i], found.labels[j], share: share, isRatio: isLogLabel))
    let (low, high) = (
      Working.value(Quantity(found.cells[i], found.type)),
      Working.value(Quantity(found.cells[j], found.type))
    )
    let weight = Working.value(Quantity(share, .plain))
    let working: Working
    if isLogarithmic, found.cells[i] > 0, found.cells[j] > 0 {
      // a × (b / a)^share
      working = .product([
        Working.Factor(isDivided: false, value: low),
        Working.Factor(
          isDivided: false,
          value: .power(
            .product([
              Working.Factor(isDivided: false, value: high),
              Working.Factor(isDivided: true, value: low),
            ]), weight)),
      ])
    } else {
      working = .between(low, high, share: weight)
    }
    if found.type.isReading {
      return finish(result, frame, block, .terms, remarks: [between])
    }
    line(block, .terms, self.text(working, result), result, frame, remarks: [between])
    work(working, result, frame, block)
  }

  /// The one axis that a call names.
  private func axis(_ call: Call, _ argument: Expression, _ frame: ExplainFrame)
    throws(Diagnostic) -> Axis?
  {
    guard let (name, span) = call.over.first else { return nil }
    let column = try evaluator.column(formula(argument, frame), at: frame.point)
    let reference = try FormulaBuilder(frame.context).axis(name, span, frame.scope)
    return try evaluator.position(column, reference).map { column.axes[$0] }
  }
}
