import Syntax
import Units

/// `a ~= b within 1%`: how far apart the two may be, and brackets end by end.
extension Explainer {
  /// A rounding is of the digits that were written; where these do not stay on the line, half a unit
  /// of the last one is said instead.
  func tolerance(_ approximation: Approximation, _ frame: ExplainFrame) throws(Diagnostic)
    -> Working.Tolerance
  {
    frame.context.size = 0
    let (formula, isShare) = try FormulaBuilder(frame.context).tolerance(
      of: approximation, frame.scope)
    let amount = try quantity(formula, frame)
    var text = ""
    var plainText: String?
    switch approximation.within {
    case nil: break
    case .amount(let amount): text = " within \(self.text(amount, frame))"
    case .rounding:
      text = " within rounding"
      if case .number = approximation.right { break }
      plainText = " within \(try written(amount.number, approximation, frame))"
    }
    return Working.Tolerance(
      text: text, plainText: plainText ?? text, number: amount.number, isShare: isShare)
  }

  /// Half a unit of the last digit, in the unit of the right side.
  private func written(
    _ amount: Double, _ approximation: Approximation, _ frame: ExplainFrame
  ) throws(Diagnostic) -> String {
    let right = try formula(approximation.right, frame).type
    // `0.05 %` would be a share of the right side
    let unit = right.dimension == .none ? .one : units.difference(of: right.unit)
    return session.brief(amount, unit, isPinned: true)
  }

  /// Of brackets the low ends are compared, and the high ends.
  /// - Returns: nil where there are none, or the two do not come to what the whole comes to.
  func ends(of approximation: Approximation, _ result: Quantity, _ frame: ExplainFrame)
    throws(Diagnostic) -> Working?
  {
    guard frame.point == nil else { return nil }
    let sides = try [approximation.left, approximation.right].map {
      side throws(Diagnostic) in try formula(side, frame)
    }
    guard sides.contains(where: \.hasSources) else { return nil }
    var tolerance = try tolerance(approximation, frame)
    if case .rounding = approximation.within {
      tolerance.plainText = " within \(try written(tolerance.number, approximation, frame))"
    }
    var values: [Value] = []
    for side in sides { values.append(try session.value(of: side)) }
    guard values.contains(where: \.isBracket) else { return nil }
    var low: [Quantity] = []
    var high: [Quantity] = []
    for (side, value) in zip(sides, values) {
      guard case .numbers(let numbers) = value.cells else { return nil }
      let cell = frame.cell(of: value.axes)
      low.append(Quantity(value.low?[cell] ?? numbers[cell], side.type))
      high.append(Quantity(value.high?[cell] ?? numbers[cell], side.type))
    }
    func near(_ sides: [Quantity]) -> (Working, Bool) {
      let holds = tolerance.holds(sides[0].number, sides[1].number)
      return (.near(.value(sides[0]), .value(sides[1]), tolerance, .truth(holds)), holds)
    }
    let (first, second) = (near(low), near(high))
    guard (first.1 && second.1) == (result.number == 1) else { return nil }
    return .connective("and", first.0, second.0)
  }

  /// The range of each side that is not written as one: `node / (300 t/s) = 5..10 J/t`.
  func explainRanges(
    of approximation: Approximation, _ frame: ExplainFrame, _ block: ExplainBlock
  ) throws(Diagnostic) {
    for side in [approximation.left, approximation.right] {
      switch side {
      case .range, .tolerance, .united: continue
      default: break
      }
      let formula = try formula(side, frame)
      var value = try session.value(of: formula)
      guard value.isBracket else { continue }
      let cell = frame.cell(of: value.axes)
      value.axes = []
      value.low = value.low.map { [$0[cell]] }
      value.high = value.high.map { [$0[cell]] }
      if case .numbers(let numbers) = value.cells { value.cells = .numbers([numbers[cell]]) }
      let subject = try subject(side, frame)
      let inner = ExplainBlock(subject: subject, level: block.levelOfParts)
      line(
        inner, .reference, session.brief(value, sideBySide: max(1, (2 * session.digits + 1) / 3)),
        Quantity(.nan, formula.type), frame, remarks: [.reference(.deeper(name: subject))])
    }
  }
}
