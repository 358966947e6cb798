import Syntax
import Units

/// What is asked of a formula: its ends, what it would be, how it reads in a text.
extension Explainer {
  /// `low(jt)`, `high(jt)`, `best(jt)`: the argument with its brackets there.
  func end(
    _ call: Call, _ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock,
    depth: Int
  ) throws(Diagnostic) {
    let result = try begun(expression, frame, block)
    let argument = call.arguments[0].value
    let formula = try formula(argument, frame)
    var inner = frame
    var remarks = call.name == "best" ? [Derivation.Remark.bracket(.everyBestGuess)] : []
    inner.point = nil
    if formula.hasSources, call.name != "best" {
      let axes = try evaluator.column(formula).axes
      let corners = try evaluator.corners(formula, cell: frame.cell(of: axes))
      let positions = call.name == "low" ? corners.low : corners.high
      inner.point = evaluator.corner(Corner(positions))
      remarks = [.bracket(.at(try sources(formula, at: positions, frame)))]
    }
    try explain(part: argument, inner, block, depth: depth)
    finish(result, frame, block, .bracket, remarks: remarks)
  }

  /// `jt with node = 2 kW` inside a formula: the same in another world.
  func whatIf(
    _ base: Expression, _ whatIf: WhatIf, _ expression: Expression, _ frame: ExplainFrame,
    _ block: ExplainBlock, depth: Int
  ) throws(Diagnostic) {
    let result = try begun(expression, frame, block)
    let world = try session.world(
      above: frame.context.worldOfQuestions, whatIf, frame.scope, restingOn: [base],
      frame.context.numbering)
    var inner = frame
    inner.context = BuildContext(
      session: session, world: world, owner: frame.context.owner, mayWait: false,
      numbering: frame.context.numbering)
    inner.within.append(Self.tidy(frame.scope.source.text(whatIf.span)))
    enter(world, inner)
    try explain(part: base, inner, block, depth: depth)
    finish(result, frame, block, .result)
  }

  /// `"batch {batch}: {jt:.2f}"`: with its values filled in.
  func text(
    _ text: TextLiteral, _ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock,
    depth: Int
  ) throws(Diagnostic) {
    let result = try quantity(expression, frame)
    let written = self.text(expression, frame)
    line(block, .definition, written, result, frame, holdsNames: true)
    for case .value(let value, _) in text.pieces {
      try explain(part: value, frame, block, depth: depth)
    }
    line(block, .text, quantities.text(result, digits: session.digits), result, frame)
  }
}
