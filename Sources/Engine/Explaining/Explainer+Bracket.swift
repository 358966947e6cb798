import Syntax
import Units

/// `1.5..3 kW`, `319.8 t/s ± 10%`: where in its range a literal stands here.
extension Explainer {
  func bracket(_ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock)
    throws(Diagnostic)
  {
    let formula = try formula(expression, frame)
    let value = try quantity(formula, frame)
    let text = self.text(expression, frame)
    if block.subject != text {
      line(block, .definition, text, value, frame, holdsNames: true)
    }
    finish(value, frame, block, .bracket, remarks: [place(of: formula, frame)])
  }

  /// `the low end`, `the best guess`
  private func place(of formula: Formula, _ frame: ExplainFrame) -> String {
    guard case .input(.bracket(let bracket)) = formula.code else { return "" }
    switch frame.point?.positions[bracket.source] {
    case 0: return "the low end"
    case 1: return "the high end"
    case let share?: return "\(session.plain(share * 100)) % of the way"
    case nil: return bracket.best == nil ? "the middle" : "the best guess"
    }
  }

  /// `low end: node = 1.5 kW, tput = 351.78 t/s`
  func sources(_ formula: Formula, at positions: [Int32: Double], _ frame: ExplainFrame)
    throws(Diagnostic) -> String
  {
    let brackets = formula.brackets
    let point = evaluator.corner(positions)
    var words: [String] = []
    for source in positions.keys.sorted() {
      guard let bracket = brackets[source] else { continue }
      let column = try evaluator.bracket(bracket, at: point)
      var name = session.sourceNames[Int(source)]
      if name.hasSuffix(" with") { name.removeLast(5) }
      let number = column.cells[frame.cell(of: column.axes)]
      words.append("\(name) = \(session.brief(number, bracket.low.type.unit))")
    }
    return words.joined(separator: ", ")
  }
}
