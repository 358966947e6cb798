import Syntax
import Units

/// `1.1..1.5 as lognormal`, `normal(3 kW, 0.2 kW)`: the source, and where it stands here.
extension Explainer {
  /// - Returns: whether the expression is a literal distribution, and so was explained.
  func distribution(_ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock)
    throws(Diagnostic) -> Bool
  {
    switch expression {
    case .promote: break
    case .call(let call) where frame.context.world.function(call.name) == nil: break
    default: return false
    }
    let formula = try formula(expression, frame)
    guard case .input(.distribution) = formula.code else { return false }
    let value = try quantity(formula, frame)
    let text = self.text(expression, frame)
    if block.subject != text {
      line(block, .definition, text, value, frame, holdsNames: true)
    }
    // the spread of all samples, beside the median
    let outer = evaluator.samples
    evaluator.samples = nil
    defer { evaluator.samples = outer }
    let whole = try session.value(of: formula)
    finish(
      value, frame, block, .value,
      remarks: ["the median of \(session.brief(whole.picking(frame.cell(of: whole.axes))))"])
    return true
  }
}

extension Value {
  /// One cell of it.
  func picking(_ cell: Int) -> Value {
    var one = self
    one.axes = []
    switch cells {
    case .numbers(let all): one.cells = .numbers([all[cell]])
    case .truths(let all): one.cells = .truths([all[cell]])
    case .texts(let all): one.cells = .texts([all[cell]])
    }
    one.low = low.map { [$0[cell]] }
    one.high = high.map { [$0[cell]] }
    one.distributed?.spreads = distributed.map { [$0.spreads[cell]] } ?? []
    return one
  }
}
