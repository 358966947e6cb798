import Syntax
import Units

/// What an input changes where brackets stand: a bracket itself.
///
/// A part is a sum of differences between worlds, and so a formula; its range over the box of all
/// brackets is exact, as that of the whole is. At each choice within the brackets the parts sum to the
/// whole, but their ends come about at different choices and do not.
extension Session {
  /// The most inputs whose parts have a range: a part of `n` inputs holds 2ⁿ values.
  static let mostRangedParts = 6

  /// The ranges of the parts and of the whole; of factors that of the whole alone, since logarithms of
  /// brackets do not cancel.
  /// - Returns: nil where the two sides vary along different axes.
  func ranges(_ names: [Name], _ mixing: Mixing, isFactor: Bool, axes: [Axis], _ place: Place)
    throws(Diagnostic) -> (parts: [Value], whole: Value)?
  {
    let isFew = names.count <= Self.mostRangedParts && !isFactor
    let all = (1 << names.count) - 1
    var formulas: [Int: Formula] = [:]
    for subset in isFew ? Array(0...all) : [0, all] {
      if mustStop() { throw Diagnostic(EngineProblem.interrupted, at: place) }
      let changed = Set(names.indices.filter { subset & (1 << $0) != 0 }.map { names[$0] })
      let formula = try mixing.formula(changed)
      let found = try evaluator.axes(of: formula)
      guard found.allSatisfy({ axis in axes.contains { $0 === axis } }) else { return nil }
      formulas[subset] = formula
    }
    var parts: [Value] = []
    for i in isFew ? Array(names.indices) : [] {
      var terms: [(weight: Double, formula: Formula)] = []
      for subset in 0...all where subset & (1 << i) == 0 {
        guard let without = formulas[subset], let with = formulas[subset | 1 << i] else { continue }
        let weight = Self.weight(of: subset.nonzeroBitCount, among: names.count)
        terms += [(weight, with), (-weight, without)]
      }
      parts.append(try range(of: terms, axes, place))
    }
    guard let before = formulas[0], let after = formulas[all] else { return nil }
    if isFactor {
      // a divisor may be 0 somewhere in its range: then a factor has no range
      return try? (parts, ratio(after, before, axes, place))
    }
    return (parts, try range(of: [(1, after), (-1, before)], axes, place))
  }

  /// |S|! (n − |S| − 1)! / n!
  static func weight(of size: Int, among count: Int) -> Double {
    var weight = 1 / Double(max(count, 1))
    for k in 1..<(max(size, 0) + 1) { weight *= Double(k) / Double(count - k) }
    return weight
  }

  private func range(
    of terms: [(weight: Double, formula: Formula)], _ axes: [Axis], _ place: Place
  ) throws(Diagnostic) -> Value {
    let builder = FormulaBuilder(
      BuildContext(session: self, world: world, owner: nil, mayWait: false))
    var type = terms.first { !$0.formula.type.isZero }?.formula.type ?? .plain
    type.unit = units.difference(of: type.unit)
    type.isReading = false
    type.record = nil
    var sum = Operand.constant(0, type)
    for (weight, formula) in terms {
      builder.adopt(formula)
      let value = builder.operand(.formula(formula), formula.type)
      let weighted =
        abs(weight) == 1
        ? value : builder.emit(.multiply, value, .constant(abs(weight)), type: type)
      sum = builder.emit(weight < 0 ? .subtract : .add, sum, weighted, type: type)
    }
    let outer = limits.parts
    limits.parts = max(outer / terms.count, 50)
    defer { limits.parts = outer }
    return spread(try value(of: builder.finished(sum, place: place)), over: axes)
  }

  private func ratio(_ b: Formula, _ a: Formula, _ axes: [Axis], _ place: Place)
    throws(Diagnostic) -> Value
  {
    let builder = FormulaBuilder(
      BuildContext(session: self, world: world, owner: nil, mayWait: false))
    for formula in [a, b] { builder.adopt(formula) }
    let ratio = builder.emit(
      .divide, builder.operand(.formula(b), b.type), builder.operand(.formula(a), a.type),
      type: .plain, place: place)
    return spread(try value(of: builder.finished(ratio, place: place)), over: axes)
  }
}
