import Syntax
import Units

/// Telling by which well-known factor two values differ.
extension Session {
  /// For a failed `a == b` or `a ~= b` of single values: the factor between them, if it has a name.
  func ratio(_ expression: Expression, _ statement: Statement, _ world: World) throws(Diagnostic)
    -> EngineProblem?
  {
    let left: Expression
    let right: Expression
    switch expression {
    case .approximately(let approximation):
      (left, right) = (approximation.left, approximation.right)
    case .comparison(let comparison)
    where comparison.rest.count == 1 && comparison.rest[0].op == .equal:
      (left, right) = (comparison.first, comparison.rest[0].operand)
    default: return nil
    }
    let a = try value(of: build(left, statement.source, in: world))
    let b = try value(of: build(right, statement.source, in: world))
    guard case .numbers(let x) = a.cells, case .numbers(let y) = b.cells, x.count == 1,
      y.count == 1, !a.isBracket, !b.isBracket, x[0] != 0, y[0] != 0
    else { return nil }
    let ratio = x[0] / y[0]
    return ratio >= 1
      ? knownRatio(ratio, a.dimension).map { .offBy($0, isLarger: true) }
      : knownRatio(1 / ratio, a.dimension).map { .offBy($0, isLarger: false) }
  }

  private func knownRatio(_ ratio: Double, _ dimension: Dimension) -> KnownRatio? {
    let name = units.name(of: dimension)
    return KnownRatio.allCases.first { known in
      abs(ratio / known.value - 1) < KnownRatio.tolerance
        && known.dimensions?.contains(name) ?? true
    }
  }
}
