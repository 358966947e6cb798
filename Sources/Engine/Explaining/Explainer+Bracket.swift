import EnergyCore
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

  /// The definition that a bracket is, or else its text.
  private func name(of bracket: BracketInput, _ frame: ExplainFrame) -> String {
    var name = session.sourceNames[Int(bracket.source)]
    if name.hasSuffix(" with") { name.removeLast(5) }
    if bracket.record != nil || Catalog.entry(name) != nil { return name }
    if let node = frame.context.world.node(Name(name)), node.source === bracket.place.source {
      let value = node.definition.value
      if case .united(let base, _) = value, base.span == bracket.place.span { return name }
      if value.span == bracket.place.span { return name }
    }
    return Self.tidy(bracket.place.text)
  }

  /// A least or greatest value inside a range, at a round place if one is as good: `x^2` is least at
  /// 0, and not at −3.8e-6.
  func rounded(
    _ positions: [Int32: Double], _ formula: Formula, cell: Int, _ bound: Double,
    within width: Double
  ) throws(Diagnostic) -> [Int32: Double] {
    var positions = positions
    let brackets = formula.brackets
    for (source, position) in positions.sorted(by: { $0.key < $1.key })
    where position > 0 && position < 1 {
      guard let bracket = brackets[source] else { continue }
      let ends = try evaluator.ends(bracket)
      guard ends.low.count == 1, ends.high[0] > ends.low[0] else { continue }
      let unit = bracket.low.type.unit
      let low = quantities.inUnit(ends.low[0], unit)
      let size = quantities.inUnit(ends.high[0], unit) - low
      let exact = low + position * size
      var step = 1.0
      while step > size { step /= 10 }
      while step * 10 < size { step *= 10 }
      for _ in 0..<9 {
        let round = ((exact / step).rounded() * step - low) / size
        var moved = positions
        moved[source] = round
        let column = try evaluator.column(formula, at: evaluator.corner(Corner(moved)))
        if round >= 0, round <= 1, abs(column.cells[cell] - bound) <= 1e-10 * width {
          positions = moved
          break
        }
        step /= 10
      }
    }
    return positions
  }

  /// `low end: node = 1.5 kW, tput = 351.78 t/s`
  func sources(_ formula: Formula, at positions: [Int32: Double], _ frame: ExplainFrame)
    throws(Diagnostic) -> String
  {
    let brackets = formula.brackets
    let point = evaluator.corner(Corner(positions))
    var words: [String] = []
    for source in positions.keys.sorted() {
      guard let bracket = brackets[source] else { continue }
      let column = try evaluator.bracket(bracket, at: point)
      let name = name(of: bracket, frame)
      let number = column.cells[frame.cell(of: column.axes)]
      words.append("\(name) = \(session.brief(number, bracket.low.type.unit))")
    }
    return words.joined(separator: ", ")
  }
}
