import Syntax
import Units

/// The rule for each kind of expression, and the parts that are explained on the way.
extension Explainer {
  /// Writes the lines of an expression into its block.
  /// - Parameter value: what it comes to, where that is known already.
  func derive(
    _ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock, value: Quantity? = nil,
    depth: Int
  ) throws(Diagnostic) {
    if try distribution(expression, frame, block, depth: depth) { return }
    switch expression {
    case .conditional(let conditional):
      try condition(conditional, frame, block, value, depth: depth)
    case .call(let call) where !isArithmetic(call):
      try self.call(call, expression, frame, block, depth: depth)
    case .index(let index): try pick(index, expression, frame, block, depth: depth)
    case .whatIf(let base, let whatIf):
      try self.whatIf(base, whatIf, expression, frame, block, depth: depth)
    case .solve(let solve): try self.solve(solve, expression, frame, block, depth: depth)
    case .optimize(let optimize):
      try self.optimize(optimize, expression, frame, block, depth: depth)
    case .list(let list): try self.list(list, expression, frame, block, depth: depth)
    case .range, .tolerance: try bracket(expression, frame, block)
    case .united(let base, _):
      switch base {
      case .range, .tolerance: try bracket(expression, frame, block)
      case .list: try self.value(expression, frame, block)
      default: try arithmetic(expression, frame, block, value, depth: depth)
      }
    case .text(let text): try self.text(text, expression, frame, block, depth: depth)
    default: try arithmetic(expression, frame, block, value, depth: depth)
    }
  }

  /// What the formula rests on, each in a block of its own, one step further in.
  func explain(
    _ parts: [ExplainedPart], _ frame: ExplainFrame, _ block: ExplainBlock, depth: Int
  ) throws(Diagnostic) {
    let level = block.levelOfParts
    for part in parts {
      switch part {
      case .node(let node, let name):
        try explain(node, name, frame, level: level, depth: depth - 1)
      case .local(let name, let binding):
        try explain(binding, name, frame, level: level, depth: depth)
      case .expression(let expression, let text):
        let inner = ExplainBlock(subject: text, level: level)
        if level > Self.deepest || session.isInterrupted() {
          if session.isInterrupted() {
            throw Diagnostic(
              EngineProblem.interrupted, at: Place(frame.scope.source, expression.span))
          }
          try value(expression, frame, inner)
        } else {
          try derive(expression, frame, inner, depth: depth)
        }
      }
    }
  }

  /// A parameter or a name after `where`.
  private func explain(
    _ binding: Binding, _ name: Name, _ frame: ExplainFrame, level: Int, depth: Int
  ) throws(Diagnostic) {
    let inner = self.frame(binding, frame)
    guard isNew(binding, frame) else { return }
    let block = ExplainBlock(subject: name.text, level: level)
    if level > Self.deepest { return try value(binding.expression, inner, block) }
    try derive(binding.expression, inner, block, depth: depth)
  }

  func known(_ known: Quantity?, _ expression: Expression, _ frame: ExplainFrame)
    throws(Diagnostic) -> Quantity
  {
    if let known { return known }
    return try quantity(expression, frame)
  }

  /// A value without a derivation.
  func value(
    _ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock, remarks: [String] = []
  ) throws(Diagnostic) {
    let quantity = try quantity(expression, frame)
    finish(quantity, frame, block, .value, remarks: remarks)
  }

  /// The last line of a block: its value, as tj prints it where it is the answer.
  func finish(
    _ quantity: Quantity, _ frame: ExplainFrame, _ block: ExplainBlock, _ rule: Derivation.Rule,
    remarks: [String] = []
  ) {
    line(
      block, rule, quantities.text(quantity, digits: 6), quantity, frame, remarks: remarks)
  }
}
