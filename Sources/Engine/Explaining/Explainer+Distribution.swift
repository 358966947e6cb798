import Syntax
import Units

/// `1.1..1.5 as lognormal`, `normal(3 kW, 0.2 kW)`: the source, and where it stands here.
extension Explainer {
  /// - Returns: whether the expression is a literal distribution or a statistic, and so was explained.
  func distribution(
    _ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock, depth: Int
  ) throws(Diagnostic) -> Bool {
    switch expression {
    case .promote: break
    case .call(let call) where frame.context.world.function(call.name) == nil: break
    default: return false
    }
    let formula = try formula(expression, frame)
    if case .call(let call) = expression,
      case .input(.statistic(_, let inner, _, _)) = formula.code
    {
      try statistic(call, formula, of: inner, expression, frame, block, depth: depth)
      return true
    }
    if case .call(let call) = expression, call.name == "prob" {
      try certainty(call, formula, expression, frame, block, depth: depth)
      return true
    }
    guard case .input(.distribution(let input)) = formula.code else { return false }
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
    var remarks = [
      Derivation.Remark.distribution(
        .medianOf(session.brief(whole.picking(frame.cell(of: whole.axes)))))
    ]
    if let correlation = session.correlationText(ofSource: input.source) {
      remarks.append(.distribution(.correlated(correlation)))
    }
    finish(value, frame, block, .value, remarks: remarks)
    return true
  }
}

extension Explainer {
  /// `prob(node < 4 kW)` of what rests on no distribution: it holds, or it does not.
  private func certainty(
    _ call: Call, _ formula: Formula, _ expression: Expression, _ frame: ExplainFrame,
    _ block: ExplainBlock, depth: Int
  ) throws(Diagnostic) {
    let result = try begun(expression, frame, block)
    try explain(part: call.arguments[0].value, frame, block, depth: depth)
    finish(
      result, frame, block, .value,
      remarks: formula.hasSources ? [] : [.distribution(.certain(holds: result.number == 1))])
  }

  /// `mean(jt)`: what it is of, worked out with every distribution at its median, and the number.
  private func statistic(
    _ call: Call, _ formula: Formula, of inner: Formula, _ expression: Expression,
    _ frame: ExplainFrame, _ block: ExplainBlock, depth: Int
  ) throws(Diagnostic) {
    let value = try quantity(formula, frame)
    let text = self.text(expression, frame)
    let argument = call.arguments[0].value
    let outer = evaluator.samples
    defer { evaluator.samples = outer }
    let holdsNothing = try read(argument, frame).parts.isEmpty
    let isShort = depth <= 0 || !inner.hasSamples || holdsNothing
    if block.subject != text {
      line(
        block, .definition, text, value, frame,
        remarks: isShort ? [] : [.distribution(.atMedians)], holdsNames: true)
    }
    if !isShort {
      evaluator.samples = .medians(session.sampling)
      try explain(part: argument, frame, block, depth: depth)
      evaluator.samples = outer
    }
    var spread: String?
    if inner.type.kind == .number, inner.hasSamples {
      evaluator.samples = nil
      let whole = try session.value(of: inner)
      spread = session.brief(whole.picking(frame.cell(of: whole.axes)))
    }
    var statistic = Derivation.Remark.Statistic.share
    switch call.name.text {
    case "mean": statistic = .mean
    case "median": statistic = .median
    case "sd": statistic = .deviation
    case "var": statistic = .variance
    case "low": statistic = .quantile(0.05)
    case "high": statistic = .quantile(0.95)
    case "best": statistic = .median
    case "quantile": statistic = .quantile(try quantity(call.arguments[1].value, frame).number)
    default: break
    }
    evaluator.samples = nil
    let known = try session.value(of: formula)
    evaluator.samples = outer
    line(
      block, .value, session.brief(known.picking(frame.cell(of: known.axes))), value, frame,
      remarks: [
        .distribution(
          .statistic(
            statistic, of: self.text(argument, frame), spread: spread, session.sampling.count,
            seed: session.sampling.seed))
      ])
  }
}

extension Value {
  /// One cell of it.
  package func picking(_ cell: Int) -> Value {
    var one = self
    one.axes = []
    switch cells {
    case .numbers(let all): one.cells = .numbers([all[cell]])
    case .truths(let all): one.cells = .truths([all[cell]])
    case .texts(let all): one.cells = .texts([all[cell]])
    }
    one.low = low.map { [$0[cell]] }
    one.high = high.map { [$0[cell]] }
    one.errors?.cells = errors.map { [$0.cells[cell]] } ?? []
    one.distributed?.spreads = distributed.map { [$0.spreads[cell]] } ?? []
    return one
  }
}
