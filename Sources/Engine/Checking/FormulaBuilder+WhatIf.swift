import Syntax
import Units

/// `jt under worst with node = 2 kW, batch = 8`: the same expression in a world above this one.
extension FormulaBuilder {
  func whatIf(_ base: Expression, _ whatIf: WhatIf, _ scope: Scope) throws(Diagnostic) -> Operand {
    let below = try scenarios(whatIf, scope)
    let world = try session.world(
      above: below, overriding: whatIf.overrides, scope, restingOn: [base], context.numbering)
    let inner = BuildContext(
      session: session, world: world, owner: context.owner, mayWait: context.mayWait,
      numbering: context.numbering)
    inner.calling = context.calling
    inner.size = context.size
    let builder = FormulaBuilder(inner)
    defer {
      context.size = inner.size
      context.waiting += inner.waiting
    }
    let formula = try builder.formula(base, scope)
    adopt(formula)
    if formula.type.kind == .text {
      return Operand(.text(.pieces([.value(formula, format: nil)])), .text)
    }
    return operand(.formula(formula), formula.type)
  }

  /// The world of the scenarios; a definition waits for one that is not defined yet, and for the
  /// names that it overrides.
  private func scenarios(_ whatIf: WhatIf, _ scope: Scope) throws(Diagnostic) -> World {
    var world = context.worldOfQuestions
    for (name, span) in whatIf.scenarios {
      do {
        world = try session.world(under: name, above: world, at: Place(scope.source, span))
      } catch {
        guard context.mayWait else { throw error }
        switch error.problem as? EngineProblem {
        case .unknownScenario(let missing, _, _), .unknownOverride(let missing, _):
          context.waiting.append(Name(missing))
        default: break
        }
        throw error
      }
    }
    return world
  }
}
