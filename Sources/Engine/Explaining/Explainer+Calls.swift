import Syntax
import Units

/// Calls: a function of one's own unfolds like a definition, with its parameters bound.
extension Explainer {
  func call(
    _ call: Call, _ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock,
    depth: Int
  ) throws(Diagnostic) {
    if let reduction = Library.reductions[call.name] {
      return try reduce(reduction, call, expression, frame, block, depth: depth)
    }
    if let operation = Library.lineOperations[call.name] {
      return try along(operation, call, expression, frame, block, depth: depth)
    }
    if let spacing = Library.spacings[call.name] {
      return try spaced(spacing, call, expression, frame, block, depth: depth)
    }
    if call.name == Library.interpolate {
      return try interpolation(call, expression, frame, block, depth: depth)
    }
    if call.name == Library.integrate, call.arguments.count > 1 {
      return try integral(call, expression, frame, block, depth: depth)
    }
    if let statistic = Library.statistics[call.name], statistic != .prob {
      return try spread(statistic, call, expression, frame, block, depth: depth)
    }
    if Library.ends[call.name] != nil {
      return try end(call, expression, frame, block, depth: depth)
    }
    guard let function = frame.context.world.function(call.name) else {
      let formula = try formula(expression, frame)
      // a table that was read is no number that a line could begin with
      if formula.type.record != nil { return try value(expression, frame, block) }
      let result = try begun(expression, frame, block)
      return finish(result, frame, block, .value, remarks: place(of: formula, frame))
    }
    try unfold(function, call, expression, frame, block, depth: depth)
  }

  private func unfold(
    _ function: Function, _ call: Call, _ expression: Expression, _ frame: ExplainFrame,
    _ block: ExplainBlock, depth: Int
  ) throws(Diagnostic) {
    let text = self.text(expression, frame)
    let result = try quantity(expression, frame)
    let isNew = isNew(documentation: function)
    let remarks = isNew ? said(function.documentation) : []
    let sources =
      function.provenance.isEmpty || !isNew ? [] : [function.provenance.joined(separator: " ")]
    if block.subject != text {
      line(block, .definition, text, result, frame, holdsNames: true)
    }
    guard depth > 0 else { return finish(result, frame, block, .value) }
    var call = call
    // `f([1, 2] over x)`: after a list literal `over` belongs to the list
    if !call.over.isEmpty, let last = call.arguments.last, case .list(var list) = last.value {
      list.over = call.over
      call.over = []
      call.arguments[call.arguments.count - 1].value = .list(list)
    }
    var inner = frame
    inner.scope = try FormulaBuilder(frame.context).bodyScope(call, function, frame.scope)
    let formula = function.definition.body.unguarded
    let isSimple = isArithmeticOnly(formula)
    let body =
      isSimple
      ? block
      : ExplainBlock(
        subject: block.subject, level: block.level, isRoot: block.isRoot)
    if !isSimple {
      body.rule = .call
      body.remarks = [signature(of: function)] + remarks
      body.sources = sources
      if block.lastStep == nil { body.remarks = block.remarks + body.remarks }
      if block.subject == nil { body.goesOn = block.last }
      try derive(formula, inner, body, value: result, depth: depth - 1)
      (block.last, block.lastStep) = (body.last, body.lastStep)
      return
    }
    let found = try read(formula, inner)
    line(
      block, .call, WorkingText(quantities: quantities, digits: nil).text(found.working), result,
      inner, remarks: [signature(of: function)] + remarks + found.remarks,
      sources: sources + found.sources, holdsNames: found.working.holdsNames)
    try explain(found.parts, inner, block, depth: depth - 1)
    work(found.working, result, inner, block)
  }

  /// `energy(p, d)`
  private func signature(of function: Function) -> Derivation.Remark {
    let definition = function.definition
    let names = definition.parameters.map(\.name.text).joined(separator: ", ")
    return .call(signature: "\(definition.name)(\(names))")
  }

  private func isArithmeticOnly(_ expression: Expression) -> Bool {
    switch expression {
    case .name, .dotted, .field, .number, .negate, .not, .binary, .comparison, .approximately,
      .convert:
      true
    case .call(let call): isArithmetic(call)
    default: false
    }
  }
}
