import Syntax
import Units

/// The equations of an expression, sign by sign.
extension Inference {
  func infer(_ expression: Expression, _ frame: Frame) -> Shape {
    switch expression {
    case .number: return known(expression, frame)
    case .name(let name, _):
      return frame.holds(name) ? local(name, frame) : known(expression, frame)
    case .dotted(let names, _):
      return names.first.map(frame.holds) == true ? .any : known(expression, frame)
    case .text(let text):
      for case .value(let value, _) in text.pieces { _ = infer(value, frame) }
      return .any
    case .hole: return .any
    case .field(let base, _, _):
      _ = infer(base, frame)
      return .any
    case .negate(let base, _), .promote(let base, _, _): return infer(base, frame)
    case .not(let base, _):
      _ = infer(base, frame)
      return .any
    case .united(let base, let unit): return united(infer(base, frame), unit)
    case .convert(let base, let unit, _): return convert(base, unit, frame)
    case .binary(let binary): return infer(binary, frame)
    case .list(let list): return infer(list, frame)
    case .range(let range):
      return alike([range.low] + (range.best.map { [$0] } ?? []) + [range.high], frame)
    case .tolerance(let tolerance):
      let center = infer(tolerance.center, frame)
      if tolerance.isRelative { return center }
      let width = infer(tolerance.halfWidth, frame)
      if !unify(center, width) {
        mismatch(
          (tolerance.center, center), (tolerance.halfWidth, width), at: tolerance.span, frame
        ) { .listItemsDiffer(first: $0, other: $1) }
      }
      return either(center, width)
    case .comparison(let comparison):
      var left = (comparison.first, infer(comparison.first, frame))
      for part in comparison.rest {
        let right = (part.operand, infer(part.operand, frame))
        compare(left, right, part.op.rawValue, part.span, frame)
        left = right
      }
      return .any
    case .approximately(let near):
      let sides = ((near.left, infer(near.left, frame)), (near.right, infer(near.right, frame)))
      compare(sides.0, sides.1, "~=", near.opSpan, frame)
      if case .amount(let amount)? = near.within { _ = infer(amount, frame) }
      return .any
    case .conditional(let conditional):
      _ = infer(conditional.condition, frame)
      let then = (conditional.then, infer(conditional.then, frame))
      let otherwise = (conditional.otherwise, infer(conditional.otherwise, frame))
      if !unify(then.1, otherwise.1) {
        mismatch(then, otherwise, at: conditional.span, frame) { .branchesDiffer($0, $1) }
      }
      return either(then.1, otherwise.1)
    case .call(let call): return infer(call, frame)
    case .index(let index):
      for selector in index.selectors {
        switch selector {
        case .label(_, let value, _): _ = infer(value, frame)
        case .filter(let condition): _ = infer(condition, frame)
        }
      }
      return infer(index.base, frame)
    case .whatIf(let base, let whatIf):
      for change in whatIf.overrides { _ = infer(change.value, frame) }
      return infer(base, frame)
    case .solve(let solve):
      return asked(solve.unknown, solve.unknownSpan, from: solve.from, frame) {
        let left = (solve.left, infer(solve.left, frame))
        compare(left, (solve.right, infer(solve.right, frame)), "==", solve.span, frame)
      }
    case .optimize(let optimize):
      return asked(optimize.over, optimize.overSpan, from: optimize.from, frame) {
        _ = infer(optimize.goal, frame)
      }
    }
  }

  /// What is asked about needs no definition where its range is stated: it is as the range is.
  private func asked(
    _ name: Name, _ span: Span, from: Expression?, _ frame: Frame, _ question: () -> Void
  ) -> Shape {
    let range = from.map { infer($0, frame) }
    guard let range, !frame.holds(name) else {
      question()
      return infer(.name(name, span), frame)
    }
    frame.shapes[name] = range
    question()
    frame.shapes[name] = nil
    return range
  }

  private func infer(_ binary: Binary, _ frame: Frame) -> Shape {
    let left = infer(binary.left, frame)
    let right = infer(binary.right, frame)
    switch binary.op {
    case .and, .or: return .any
    case .add, .subtract:
      if !unify(left, right) {
        mismatch((binary.left, left), (binary.right, right), at: binary.opSpan, frame) {
          .doNotAdd(op: binary.op.rawValue, left: $0, right: $1)
        }
      }
      return either(left, right)
    case .multiply, .juxtapose, .divide:
      guard case .number(let a) = left, case .number(let b) = right else { return .any }
      return .number(
        binary.op == .divide ? unifier.quotient(a, b) : unifier.product(a, b))
    case .power:
      if !unify(right, .number(.plain)), let found = dimension(right) {
        let side = EngineProblem.Side(
          text: frame.source.text(of: binary.right), value: nil, dimension: units.name(of: found))
        report(
          Diagnostic(
            EngineProblem.exponentNotPlain(side), at: Place(frame.source, binary.right.span)))
      }
      guard case .number(let base) = left else { return .any }
      if let exponent = constant(binary.right, frame) {
        return .number(unifier.power(base, exponent))
      }
      // `x^n` of a plain number is one; of another it depends on what each call gives for n
      return dimension(left) == Dimension.none ? .number(.plain) : .any
    }
  }

  /// An exponent that is one fixed number in every call.
  private func constant(_ expression: Expression, _ frame: Frame) -> Rational? {
    let names = ReferenceCollector.references(of: expression)
    guard !names.contains(where: { $0.isValue && frame.holds($0.name) }),
      let formula = try? session.build(expression, frame.source),
      case .constant(let value, _) = formula.code
    else { return nil }
    return Rational(near: value)
  }

  /// The unit behind a group or a list belongs to each number in it.
  private func united(_ base: Shape, _ unit: UnitExpression) -> Shape {
    guard case .number(let term) = base, let unit = try? units.resolve(unit) else { return .any }
    return .number(unifier.product(term, DimensionTerm(known: units.dimension(of: unit))))
  }

  private func convert(_ base: Expression, _ target: UnitExpression, _ frame: Frame) -> Shape {
    let found = infer(base, frame)
    guard let unit = try? units.resolve(target) else { return .any }
    let wanted = Shape.number(DimensionTerm(known: units.dimension(of: unit)))
    if !unify(found, wanted), let dimension = dimension(found) {
      let names = units.names(of: dimension, and: units.dimension(of: unit))
      report(
        Diagnostic(
          EngineProblem.cannotConvert(
            from: .init(
              text: frame.source.text(of: base), value: nil, dimension: names.0, measure: dimension),
            to: .init(
              text: frame.source.text(target.span), value: nil, dimension: names.1,
              measure: units.dimension(of: unit))),
          at: Place(frame.source, base.span),
          labels: [Diagnostic.Label(Place(frame.source, target.span), names.1)]))
    }
    return wanted
  }

  private func infer(_ list: ListLiteral, _ frame: Frame) -> Shape {
    for item in list.items { if let label = item.label { _ = infer(label, frame) } }
    let items = alike(list.items.map(\.value), frame)
    return list.unit.map { united(items, $0) } ?? items
  }

  /// Several values of one dimension.
  func alike(_ expressions: [Expression], _ frame: Frame) -> Shape {
    guard let first = expressions.first else { return .any }
    var result = infer(first, frame)
    for other in expressions.dropFirst() {
      let shape = infer(other, frame)
      if !unify(result, shape) {
        mismatch((first, result), (other, shape), at: other.span, frame) {
          .listItemsDiffer(first: $0, other: $1)
        }
      }
      result = either(result, shape)
    }
    return result
  }

  private func compare(
    _ left: (Expression, Shape), _ right: (Expression, Shape), _ op: String, _ span: Span,
    _ frame: Frame
  ) {
    if unify(left.1, right.1) { return }
    mismatch(left, right, at: span, frame) { .doNotCompare(op: op, left: $0, right: $1) }
  }
}
