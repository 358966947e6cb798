import EnergyCore
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
    // a check that holds is no step of a derivation
    let expression = expression.unguarded
    if try distribution(expression, frame, block, depth: depth) { return }
    switch expression {
    case .conditional(let conditional):
      try condition(conditional, frame, block, depth: depth)
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

  /// The first line of a rule of its own: the expression as it is written.
  /// - Returns: what it comes to.
  func begun(_ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock)
    throws(Diagnostic) -> Quantity
  {
    let result = try quantity(expression, frame)
    let text = self.text(expression, frame)
    if block.subject != text {
      line(block, .definition, text, result, frame, holdsNames: true)
    }
    return result
  }

  /// An expression that another one is made of: a name by what it means, a number by itself, anything
  /// else in a block under its own words.
  /// - Parameter holdsResult: whether the value of the block is the one that is sought, so that a
  ///   number is worth a line too.
  func explain(
    part expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock, depth: Int,
    remarks: [Derivation.Remark] = []
  ) throws(Diagnostic) {
    let found = try read(expression, frame)
    if let leaf = found.working.leaf {
      if leaf.isExact { return }
      let isName =
        switch expression {
        case .name, .dotted, .field: true
        default: false
        }
      if isName { return try explain(found.parts, frame, block, depth: depth) }
    }
    let inner = ExplainBlock(subject: try subject(expression, frame), level: block.levelOfParts)
    inner.remarks = remarks
    if inner.level > Self.deepest { return try value(expression, frame, inner) }
    try derive(expression, frame, inner, depth: depth)
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
      case .record(let name, let id, let quantity, let node):
        explain(record: id, of: node, name, quantity, frame, level: level)
      case .expression(let expression, let text):
        let inner = ExplainBlock(subject: text, level: level)
        if case .call(let call) = expression, let key = try unfolding(call, text, frame),
          !isNew(unfolding: key)
        {
          refer(inner, try quantity(expression, frame), frame, .above)
          continue
        }
        if level > Self.deepest || session.mustStop() {
          if session.mustStop() {
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
    var inner = self.frame(binding, frame)
    var binding = binding
    // an argument that is passed on under its own name is explained where it comes from
    while case .name(name, _) = binding.expression, let next = inner.scope.binding(name),
      next !== binding
    {
      binding = next
      inner = self.frame(binding, inner)
    }
    if case .name(name, _) = binding.expression, inner.scope.binding(name) == nil,
      let node = world(of: name, inner).node(name)
    {
      return try explain(node, name.text, inner, level: level, depth: depth - 1)
    }
    guard isNew(binding, name, inner) else { return }
    let block = ExplainBlock(subject: name.text, level: level)
    if level > Self.deepest { return try value(binding.expression, inner, block) }
    try derive(binding.expression, inner, block, depth: depth)
  }

  /// What a call is known by: how it is written, and the values that it is given. Nil for what is no
  /// function of one's own.
  private func unfolding(_ call: Call, _ text: String, _ frame: ExplainFrame) throws(Diagnostic)
    -> String?
  {
    guard frame.context.world.function(call.name) != nil else { return nil }
    var key = text
    for argument in call.arguments {
      let value = try quantity(argument.value, frame)
      key += "\n" + (value.record ?? quantities.text(value, digits: 17))
    }
    for (axis, position) in frame.labels.values {
      key += "\n\(ObjectIdentifier(axis).hashValue) \(position)"
    }
    if let point = frame.point { key += "\n\(ObjectIdentifier(point).hashValue)" }
    return key + "\n\(ObjectIdentifier(frame.context.world).hashValue)"
  }

  /// `card = h100_sxm`, where only fields of it are used.
  private func explain(
    record id: String, of node: Node?, _ name: String, _ quantity: Quantity, _ frame: ExplainFrame,
    level: Int
  ) {
    guard id != name, isNew(record: id, name) else { return }
    let block = ExplainBlock(subject: name, level: level)
    if let node { describe(node, block) }
    let entry = Catalog.entry(id)
    line(
      block, .given, id, quantity, frame,
      remarks: entry.map { [.given(.figure(name: id, what: $0.title))] } ?? [],
      sources: entry.map { $0.source.isEmpty ? [] : [$0.source] } ?? [], holdsNames: true)
  }

  func known(_ known: Quantity?, _ expression: Expression, _ frame: ExplainFrame)
    throws(Diagnostic) -> Quantity
  {
    if let known { return known }
    return try quantity(expression, frame)
  }

  /// A value without a derivation.
  func value(
    _ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock,
    remarks: [Derivation.Remark] = []
  ) throws(Diagnostic) {
    let quantity = try quantity(expression, frame)
    finish(quantity, frame, block, .value, remarks: remarks)
  }

  /// The last line of a block: its value, as tj prints it where it is the answer.
  func finish(
    _ quantity: Quantity, _ frame: ExplainFrame, _ block: ExplainBlock, _ rule: Derivation.Rule,
    remarks: [Derivation.Remark] = []
  ) {
    line(
      block, rule, quantities.text(quantity, digits: session.digits, isLast: true), quantity,
      frame,
      remarks: remarks)
  }
}
