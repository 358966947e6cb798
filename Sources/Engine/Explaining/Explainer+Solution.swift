import Syntax
import Units

/// `solve`, `minimize`, `maximize`: the equation turned around where that can be done, the answer,
/// and the answer put back.
extension Explainer {
  /// `solve jt == 0.4 J/t for tput`
  func solve(
    _ solve: Solve, _ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock,
    depth: Int
  ) throws(Diagnostic) {
    let result = try begun(expression, frame, block)
    let left = self.text(solve.left, frame)
    let equation = "\(left) == \(self.text(solve.right, frame))"
    if block.levelOfParts <= Self.deepest,
      let found = try turned(solve, frame),
      isSame(WorkingValue(quantities: quantities, digits: nil).value(found.working), result)
    {
      let inner = ExplainBlock(subject: solve.unknown.text, level: block.levelOfParts)
      line(
        inner, .solution, WorkingText(quantities: quantities, digits: nil).text(found.working),
        result, frame, remarks: [.solution(.turned(equation: equation))],
        holdsNames: found.working.holdsNames)
      try explain(found.parts, frame, inner, depth: depth)
      work(found.working, result, frame, inner)
    }
    let right = try quantity(solve.right, frame)
    finish(
      result, frame, block, .solution,
      remarks: [.solution(.putBack(left: left, amount(right.number, right.type.unit)))])
    try putBack(solve.left, solve.unknown, result, frame, block, depth: depth)
  }

  /// `minimize cost over speed`: the answer, put back.
  func optimize(
    _ optimize: Optimize, _ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock,
    depth: Int
  ) throws(Diagnostic) {
    let result = try begun(expression, frame, block)
    let goal = self.text(optimize.goal, frame)
    finish(
      result, frame, block, .solution,
      remarks: [.solution(optimize.isMinimum ? .least(goal: goal) : .greatest(goal: goal))])
    try putBack(optimize.goal, optimize.over, result, frame, block, depth: depth)
  }

  /// The formula with its unknown at the answer, derived like any other.
  private func putBack(
    _ formula: Expression, _ unknown: Name, _ answer: Quantity, _ frame: ExplainFrame,
    _ block: ExplainBlock, depth: Int
  ) throws(Diagnostic) {
    guard block.level < Self.deepest, answer.type.kind == .number else { return }
    let number = quantities.text(answer, digits: max(12, session.digits))
    let value = standing(answer) ?? number
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
      // the answer itself, with what else the record has
      if value == number, let node = world.node(unknown) {
        node.frozen = Formula(
          type: answer.type, code: .constant(answer.number, record: answer.record),
          place: node.place, nodes: [], hasSources: false)
        node.forget()
      }
      enter(world, inner)
    } else if let change = whatIf.overrides.first {
      // a name that has no other meaning
      inner.scope.bind(unknown, to: Binding(change.value, in: outer.scope))
    }
    try explain(part: base, inner, block, depth: depth)
  }

  // MARK: turned around

  /// Operations that are undone, one after the other.
  private static let mostSteps = 60

  /// `tput = node / (0.4 J/t)` of `jt == 0.4 J/t`; nil where a step cannot be undone, or where the
  /// unknown stands twice.
  private func turned(_ solve: Solve, _ frame: ExplainFrame) throws(Diagnostic) -> Found? {
    let unknown = solve.unknown
    let isLeft = rests(solve.left, on: unknown, frame)
    guard isLeft != rests(solve.right, on: unknown, frame) else { return nil }
    var found = try read(isLeft ? solve.right : solve.left, frame)
    var (open, here) = (isLeft ? solve.left : solve.right, frame)
    for _ in 0..<Self.mostSteps {
      switch open {
      case .name(let name, _):
        if let binding = here.scope.binding(name) {
          (open, here) = (binding.expression, self.frame(binding, here))
        } else if name == unknown {
          return found
        } else if let node = here.context.world.node(name), !node.definition.isFrozen {
          (open, here) = (node.definition.value, try self.frame(node, here))
        } else {
          return nil
        }
      case .call(let call) where !isArithmetic(call):
        guard let function = here.context.world.function(call.name), call.over.isEmpty else {
          return nil
        }
        here.scope = try FormulaBuilder(here.context).bodyScope(call, function, here.scope)
        open = function.definition.body
      case .convert(let base, _, _): open = base
      case .index(let index):
        guard let inner = try picked(index, here) else { return nil }
        (open, here) = (index.base, inner)
      default:
        guard let part = try undo(open, unknown, &found, here, frame) else { return nil }
        open = part
      }
    }
    return nil
  }

  /// Undoes one operation on the other side of the equation.
  /// - Returns: the operand that holds the unknown.
  private func undo(
    _ expression: Expression, _ unknown: Name, _ found: inout Found, _ here: ExplainFrame,
    _ root: ExplainFrame
  ) throws(Diagnostic) -> Expression? {
    switch expression {
    case .negate(let operand, _):
      found.working = .negative(found.working)
      return operand
    case .united(let base, let written):
      let unit = try resolved(written, here)
      let type = ValueType(dimension: units.dimension(of: unit), unit: unit)
      found.working = found.working.over(.value(Quantity(quantities.inBase(1, unit), type)))
      return base
    case .call(let call) where call.arguments.count == 1:
      guard let inverse = found.working.inverse(of: call.name) else { return nil }
      found.working = inverse
      return call.arguments[0].value
    case .binary(let binary):
      let isLeft = rests(binary.left, on: unknown, here)
      guard isLeft != rests(binary.right, on: unknown, here) else { return nil }
      let other = try operand(isLeft ? binary.right : binary.left, &found, here, root)
      let whole = found.working
      switch binary.op {
      case .add: found.working = whole.minus(other)
      case .subtract: found.working = isLeft ? whole.plus(other) : other.minus(whole)
      case .multiply, .juxtapose: found.working = whole.over(other)
      case .divide: found.working = isLeft ? whole.times(other) : other.over(whole)
      case .power:
        guard let power = whole.root(of: other, isBase: isLeft) else { return nil }
        found.working = power
      case .and, .or: return nil
      }
      return isLeft ? binary.left : binary.right
    default: return nil
    }
  }

  /// The operand that does not hold the unknown: by its names, where these mean the same in the
  /// question, and else by its value.
  private func operand(
    _ expression: Expression, _ found: inout Found, _ here: ExplainFrame, _ root: ExplainFrame
  ) throws(Diagnostic) -> Working {
    let other = try read(expression, here)
    let isLocal = here.scope.hasBindings && here.scope !== root.scope
    let isElsewhere = here.labels.contains { root.labels[$0]?.position ?? 0 != $1.position }
    if here.context.world !== root.context.world || isLocal || isElsewhere,
      other.working.holdsNames
    {
      let value = try quantity(expression, here)
      return .exact(
        quantities.text(value, digits: 12), value,
        units.text(of: quantities.unit(of: value)).isEmpty ? .atom : .quantity)
    }
    found.parts += other.parts
    return other.working
  }

  /// Whether an expression rests on a name, through definitions and functions.
  private func rests(_ expression: Expression, on unknown: Name, _ frame: ExplainFrame) -> Bool {
    var open: [(references: [Reference], scope: Scope?)] = [
      (ReferenceCollector.references(of: expression), frame.scope)
    ]
    var seen: Set<Reference> = []
    var followed: Set<ObjectIdentifier> = []
    while let (references, scope) = open.popLast() {
      for reference in references {
        if reference.isValue, let binding = scope?.binding(reference.name) {
          guard followed.insert(ObjectIdentifier(binding)).inserted else { continue }
          open.append((ReferenceCollector.references(of: binding.expression), binding.scope))
          continue
        }
        if reference.isValue, reference.name == unknown { return true }
        guard seen.insert(reference).inserted else { continue }
        let world = frame.context.world
        if reference.isValue, let node = world.node(reference.name) {
          open.append((node.references, nil))
        } else if reference.isFunction, let function = world.function(reference.name) {
          open.append((function.references, nil))
        }
      }
    }
    return false
  }
}

extension Scope {
  fileprivate var hasBindings: Bool {
    !bindings.isEmpty || parent.map(\.hasBindings) ?? false
  }
}

/// Steps of an equation undone on its other side.
extension Working {
  fileprivate func over(_ other: Working) -> Working { product(other, isDivided: true) }
  fileprivate func times(_ other: Working) -> Working { product(other, isDivided: false) }
  fileprivate func minus(_ other: Working) -> Working { sum(other, isMinus: true) }
  fileprivate func plus(_ other: Working) -> Working { sum(other, isMinus: false) }

  private func product(_ other: Working, isDivided: Bool) -> Working {
    let factor = Factor(isDivided: isDivided, value: other)
    if case .product(let factors) = self { return .product(factors + [factor]) }
    return .product([Factor(isDivided: false, value: self), factor])
  }

  private func sum(_ other: Working, isMinus: Bool) -> Working {
    let summand = Summand(isMinus: isMinus, value: other)
    if case .sum(let summands) = self { return .sum(summands + [summand]) }
    return .sum([Summand(isMinus: false, value: self), summand])
  }

  private static func number(_ text: String, _ value: Double) -> Working {
    .exact(text, Quantity(value, .plain))
  }

  /// What a function was taken of; nil where it has no inverse.
  fileprivate func inverse(of function: Name) -> Working? {
    switch function.text {
    case "sqrt": .power(self, Self.number("2", 2))
    case "cbrt": .power(self, Self.number("3", 3))
    case "exp": .call("ln", [self])
    case "ln": .call("exp", [self])
    case "log10": .power(Self.number("10", 10), self)
    case "log2": .power(Self.number("2", 2), self)
    default: nil
    }
  }

  /// The base of a power, where the exponent is known, or the exponent, where the base is.
  fileprivate func root(of other: Working, isBase: Bool) -> Working? {
    if !isBase { return Working.call("ln", [self]).over(.call("ln", [other])) }
    guard let exponent = other.leaf?.quantity.number, exponent != 0 else { return nil }
    switch exponent {
    case 2: return .call("sqrt", [self])
    case 3: return .call("cbrt", [self])
    case -1: return Self.number("1", 1).over(self)
    default: return .power(self, Self.number("1", 1).over(other))
    }
  }
}
