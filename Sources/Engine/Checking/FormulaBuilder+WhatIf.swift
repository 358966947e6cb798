import Syntax
import Units

/// `jt with node = 2 kW, batch = 8`: the same expression in a world above this one.
extension FormulaBuilder {
  func whatIf(_ base: Expression, _ whatIf: WhatIf, _ scope: Scope) throws(Diagnostic) -> Operand {
    let world = try session.world(
      above: context.world, whatIf, scope, restingOn: [base], context.numbering)
    let inner = BuildContext(
      session: session, world: world, owner: context.owner, mayWait: false,
      numbering: context.numbering)
    inner.calling = context.calling
    inner.size = context.size
    let builder = FormulaBuilder(inner)
    let formula = try builder.formula(base, scope)
    context.size = inner.size
    adopt(formula)
    if formula.type.kind == .text {
      return Operand(.text(.pieces([.value(formula, format: nil)])), .text)
    }
    return operand(.formula(formula), formula.type)
  }
}
