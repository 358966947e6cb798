import Syntax
import Units

/// `cumulative`, `difference`, `sort`, `reverse`: how the shown cell comes of its neighbours.
extension Explainer {
  func along(
    _ operation: LineOperation, _ call: Call, _ expression: Expression, _ frame: ExplainFrame,
    _ block: ExplainBlock, depth: Int
  ) throws(Diagnostic) {
    let formula = try formula(expression, frame)
    let result = try quantity(formula, frame)
    let text = self.text(expression, frame)
    if block.subject != text {
      line(block, .definition, text, result, frame, holdsNames: true)
    }
    let made = try evaluator.column(formula, at: frame.point)
    let argument = call.arguments[0].value
    var over = call.over
    let source = try evaluator.column(self.formula(argument, frame), at: frame.point)
    if over.isEmpty, source.axes.count == 1, let name = source.axes[0].name {
      over = [(name, call.span)]
    }
    var named = call
    named.over = over
    guard made.axes.count == 1, !over.isEmpty,
      let found = try? self.line(argument, over.map(\.name), named, frame),
      let axis = made.axes.first
    else { return finish(result, frame, block, .value) }
    let position = frame.position(of: axis)
    try explainCell(argument, found, min(position, found.cells.count - 1), block, depth: depth)
    func leaf(_ number: Double) -> Working { .value(Quantity(number, found.type)) }
    switch operation {
    case .cumulative where position > 0:
      let cells = Array(found.cells.prefix(position + 1))
      let isCut = cells.count > Line.longest
      var terms = cells.map(leaf)
      if isCut {
        terms =
          cells.prefix(4).map(leaf) + [leaf(Lines.sum(Array(cells.dropFirst(4).dropLast())))]
          + [leaf(cells[position])]
      }
      let sum = Working.sum(terms.map { Working.Summand(isMinus: false, value: $0) })
      var remarks = ["the first \(position + 1) of \(found.cells.count) values"]
      if isCut { remarks.append("the last but one stands for those between") }
      line(block, .terms, self.text(sum, result), result, frame, remarks: remarks)
      work(sum, result, frame, block)
    case .difference where position + 1 < found.cells.count:
      let difference = Working.sum([
        Working.Summand(isMinus: false, value: leaf(found.cells[position + 1])),
        Working.Summand(isMinus: true, value: leaf(found.cells[position])),
      ])
      line(
        block, .terms, self.text(difference, result), result, frame,
        remarks: ["from \(found.labels[position]) to \(found.labels[position + 1])"])
      work(difference, result, frame, block)
    case .sort:
      finish(
        result, frame, block, .terms,
        remarks: ["number \(position + 1) of \(found.cells.count) in rising order"])
    case .reverse:
      finish(
        result, frame, block, .terms,
        remarks: ["number \(position + 1) of \(found.cells.count) from the end"])
    default: finish(result, frame, block, .terms, remarks: ["the first value"])
    }
  }
}
