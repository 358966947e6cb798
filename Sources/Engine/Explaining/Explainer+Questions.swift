import Syntax
import Units

/// What is asked of a formula: its ends, what it would be, for which value it becomes another one.
extension Explainer {
  /// `low(jt)`, `high(jt)`, `best(jt)`: the argument with its brackets there.
  func end(
    _ call: Call, _ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock,
    depth: Int
  ) throws(Diagnostic) {
    let result = try quantity(expression, frame)
    let text = self.text(expression, frame)
    if block.subject != text {
      line(block, .definition, text, result, frame, holdsNames: true)
    }
    let argument = call.arguments[0].value
    let formula = try formula(argument, frame)
    var inner = frame
    var remark = call.name == "best" ? "every bracket at its best guess" : ""
    inner.point = nil
    if formula.hasSources, call.name != "best" {
      let axes = try evaluator.column(formula).axes
      let corners = try evaluator.corners(formula, cell: frame.cell(of: axes))
      let positions = call.name == "low" ? corners.low : corners.high
      inner.point = evaluator.corner(Corner(positions))
      remark = "at \(try sources(formula, at: positions, frame))"
    }
    let found = try read(argument, inner)
    if found.working.leaf?.isName == true {
      try explain(found.parts, inner, block, depth: depth)
    } else {
      let cell = ExplainBlock(subject: try subject(argument, frame), level: block.levelOfParts)
      if cell.level <= Self.deepest { try derive(argument, inner, cell, depth: depth) }
    }
    finish(result, frame, block, .bracket, remarks: [remark])
  }

  /// `jt with node = 2 kW` inside a formula: the same in another world.
  func whatIf(
    _ base: Expression, _ whatIf: WhatIf, _ expression: Expression, _ frame: ExplainFrame,
    _ block: ExplainBlock, depth: Int
  ) throws(Diagnostic) {
    let result = try quantity(expression, frame)
    let text = self.text(expression, frame)
    if block.subject != text {
      line(block, .definition, text, result, frame, holdsNames: true)
    }
    let world = try session.world(
      above: frame.context.world, whatIf, frame.scope, restingOn: [base], frame.context.numbering)
    var inner = frame
    inner.context = BuildContext(
      session: session, world: world, owner: frame.context.owner, mayWait: false,
      numbering: frame.context.numbering)
    inner.within.append(Self.tidy(frame.scope.source.text(whatIf.span)))
    let found = try read(base, inner)
    if found.working.leaf?.isName == true {
      try explain(found.parts, inner, block, depth: depth)
    } else {
      let cell = ExplainBlock(subject: try subject(base, frame), level: block.levelOfParts)
      if cell.level <= Self.deepest { try derive(base, inner, cell, depth: depth) }
    }
    finish(result, frame, block, .result)
  }

  /// `solve jt == 0.4 J/t for tput`: the answer, put back.
  func solve(
    _ solve: Solve, _ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock,
    depth: Int
  ) throws(Diagnostic) {
    let result = try quantity(expression, frame)
    let text = self.text(expression, frame)
    if block.subject != text {
      line(block, .definition, text, result, frame, holdsNames: true)
    }
    let left = self.text(solve.left, frame)
    let right = try quantity(solve.right, frame)
    let remark =
      "put back, \(left) is \(session.brief(right.number, right.type.unit)) as it should be"
    finish(result, frame, block, .solution, remarks: [remark])
    try putBack(solve.left, solve.unknown, result, frame, block, depth: depth)
  }

  /// `minimize cost over speed`: the answer, put back.
  func optimize(
    _ optimize: Optimize, _ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock,
    depth: Int
  ) throws(Diagnostic) {
    let result = try quantity(expression, frame)
    let text = self.text(expression, frame)
    if block.subject != text {
      line(block, .definition, text, result, frame, holdsNames: true)
    }
    let goal = self.text(optimize.goal, frame)
    let word = optimize.isMinimum ? "least" : "greatest"
    finish(result, frame, block, .solution, remarks: ["\(goal) is \(word) there"])
    try putBack(optimize.goal, optimize.over, result, frame, block, depth: depth)
  }

  /// The formula with its unknown at the answer, derived like any other.
  private func putBack(
    _ formula: Expression, _ unknown: Name, _ answer: Quantity, _ frame: ExplainFrame,
    _ block: ExplainBlock, depth: Int
  ) throws(Diagnostic) {
    guard block.level < Self.deepest, answer.type.kind == .number else { return }
    let value = answer.record ?? quantities.text(answer, digits: 12)
    let text = "(\(self.text(formula, frame))) with \(unknown) = \(value)"
    let source = SourceText(name: frame.scope.source.name, text: text)
    var parser = Parser(source, units: units)
    guard case .statement(let statement) = parser.next(),
      case .expression(.whatIf(let base, let whatIf)) = statement.kind
    else { return }
    var outer = frame
    outer.scope = Scope(parent: frame.scope, source: source, path: frame.scope.path)
    var inner = outer
    if let world = try? session.world(
      above: frame.context.world, whatIf, outer.scope, restingOn: [base], Numbering())
    {
      inner.context = BuildContext(
        session: session, world: world, owner: frame.context.owner, mayWait: false)
      inner.within.append("with \(unknown) = \(value)")
    } else if let change = whatIf.overrides.first {
      // a name that has no other meaning
      inner.scope.bind(unknown, to: Binding(change.value, in: outer.scope))
    }
    let found = try read(base, inner)
    if found.working.leaf?.isName == true {
      return try explain(found.parts, inner, block, depth: depth)
    }
    let cell = ExplainBlock(subject: try subject(base, inner), level: block.levelOfParts)
    try derive(base, inner, cell, depth: depth)
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
      let found = try read(value, frame)
      if found.working.leaf?.isExact == true { continue }
      if found.working.leaf?.isName == true, found.parts.count == 1 {
        try explain(found.parts, frame, block, depth: depth)
      } else {
        let cell = ExplainBlock(subject: try subject(value, frame), level: block.levelOfParts)
        if cell.level <= Self.deepest { try derive(value, frame, cell, depth: depth) }
      }
    }
    line(block, .text, quantities.text(result, digits: 6), result, frame)
  }
}
