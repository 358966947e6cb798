import Syntax

/// `if pue >= 1 then e * pue else refuse("…", "…")`: an error in the words of whoever wrote a function.
///
/// Its place is the call in the user's own text, not the line of the function. It has any dimension,
/// like a literal 0, and counts only where its branch is taken, like every fault.
extension FormulaBuilder {
  func refusal(_ call: Call, _ scope: Scope) throws(Diagnostic) -> Operand {
    try expect(call, 1...2, "1 or 2", scope)
    var texts: [Formula] = []
    for argument in call.arguments { texts.append(try words(argument.value, scope)) }
    var type = ValueType.plain
    type.isZero = true
    let place = scope.call ?? Place(scope.source, call.span)
    let refusal = RefusalInput(
      message: texts[0], advice: texts.count > 1 ? texts[1] : nil, place: place)
    return operand(.refusal(refusal), type)
  }

  /// Tells a refusal under which condition it is reached, so that its words are those of the right cell.
  func note(_ condition: Operand, in branches: [(operand: Operand, taken: Bool)], _ place: Place) {
    for branch in branches {
      guard let index = branch.operand.input, inputs.indices.contains(index),
        case .refusal(let refusal) = inputs[index], refusal.condition == nil
      else { continue }
      refusal.condition = (finished(condition, place: place), branch.taken)
    }
  }

  /// How a value is written: what a parameter is given, `0.9..1.56` for `pue`.
  private func given(_ value: Expression, _ scope: Scope) -> String {
    if case .name(let name, _) = value, let binding = scope.binding(name), binding.scope !== scope {
      return given(binding.expression, binding.scope)
    }
    return scope.source.text(of: value)
  }

  /// A text whose values are plain: a bracket or a distribution in it stands for itself as it is
  /// written, so that the words need no range of their own wherever the formula is tried.
  private func words(_ expression: Expression, _ scope: Scope) throws(Diagnostic) -> Formula {
    let before = (hasSources, hasSamples)
    var formula = try subformula(expression, scope)
    (hasSources, hasSamples) = before
    guard formula.type.kind == .text else {
      throw Diagnostic(
        EngineProblem.needsText(
          function: Library.refuse.text, example: "refuse(\"a PUE is 1 or more\")"),
        at: Place(scope.source, expression.span))
    }
    if case .text(let literal) = expression, case .text(.pieces(var pieces)) = formula.code {
      for (i, piece) in literal.pieces.enumerated() {
        if case .value(let value, _) = piece, case .value(let inner, _) = pieces[i],
          inner.hasSources || inner.hasSamples
        {
          pieces[i] = .text("`\(given(value, scope))`")
        }
      }
      formula = Formula(
        type: .text, code: .text(.pieces(pieces)), place: formula.place, nodes: formula.nodes,
        hasSources: false)
    }
    return formula
  }
}

extension Expression {
  /// The formula without a check that stands before it: `e * pue`.
  var unguarded: Expression {
    switch self {
    case .conditional(let conditional):
      let (then, otherwise) = (conditional.then.isRefusal, conditional.otherwise.isRefusal)
      if then == otherwise { return self }
      return (then ? conditional.otherwise : conditional.then).unguarded
    case .convert(let base, let unit, let span): return .convert(base.unguarded, unit, span)
    default: return self
    }
  }

  var isRefusal: Bool {
    if case .call(let call) = self { return call.name == Library.refuse }
    return false
  }
}
