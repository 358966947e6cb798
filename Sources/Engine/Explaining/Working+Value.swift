import Glibc
import Syntax
import Units

/// What a working comes to: the arithmetic of the formula, done on quantities.
struct WorkingValue {
  let quantities: QuantityText
  /// nil: exact; else each value as its text of so many digits would read back
  let digits: Int?

  private var units: UnitTable { quantities.session.units }

  /// nil where an operation has no meaning here.
  func value(_ working: Working) -> Quantity? {
    if case .leaf(let leaf) = working {
      guard let digits, !leaf.isExact else { return leaf.quantity }
      var quantity = leaf.quantity
      quantity.number = quantities.rounded(quantity, digits: digits)
      return quantity
    }
    var operands: [Quantity] = []
    for operand in working.operands {
      guard let value = value(operand) else { return nil }
      operands.append(value)
    }
    return apply(working, operands)
  }

  /// One operation on the values of its operands.
  func apply(_ working: Working, _ operands: [Quantity]) -> Quantity? {
    switch working {
    case .leaf(let leaf): return leaf.quantity
    case .product(let factors): return product(factors.map(\.isDivided), operands)
    case .sum(let summands): return sum(summands.map(\.isMinus), operands)
    case .power: return power(operands[0], operands[1])
    case .negative:
      return Quantity(-operands[0].number, unpinned(operands[0].type))
    case .united(_, let unit):
      return Quantity(quantities.inBase(operands[0].number, unit), type(unit))
    case .converted(_, let unit):
      var type = type(unit)
      type.isPinned = true
      return Quantity(operands[0].number, type)
    case .call(let name, _): return call(name, operands)
    case .comparison(_, let rest, let truth): return comparison(rest.map(\.op), operands, truth)
    case .near(_, _, _, let truth): return truth
    case .connective(let word, _, _):
      let (a, b) = (operands[0].number == 1, operands[1].number == 1)
      return .truth(word == "and" ? a && b : a || b)
    case .not: return .truth(operands[0].number != 1)
    }
  }

  private func type(_ unit: Unit) -> ValueType {
    ValueType(
      dimension: units.dimension(of: unit), unit: unit, isReading: units.isReading(unit))
  }

  private func unpinned(_ type: ValueType) -> ValueType {
    var type = type
    type.isPinned = false
    type.record = nil
    return type
  }

  private func product(_ isDivided: [Bool], _ operands: [Quantity]) -> Quantity {
    var result = operands[0]
    for (isDivided, factor) in zip(isDivided, operands).dropFirst() {
      let type =
        isDivided
        ? ValueType(
          dimension: units.quotient(result.type.dimension, factor.type.dimension),
          unit: units.quotient(result.type.unit, factor.type.unit))
        : ValueType(
          dimension: units.product(result.type.dimension, factor.type.dimension),
          unit: units.product(result.type.unit, factor.type.unit))
      result = Quantity(
        Scalar.apply(isDivided ? .divide : .multiply, result.number, factor.number), type)
    }
    return result
  }

  /// The left unit stays; readings differ by differences.
  private func sum(_ isMinus: [Bool], _ operands: [Quantity]) -> Quantity {
    var result = operands[0]
    for (isMinus, next) in zip(isMinus, operands).dropFirst() {
      var type = result.type.isZero && !next.type.isZero ? next.type : result.type
      type.isZero = result.type.isZero && next.type.isZero
      if result.type.isReading, next.type.isReading {
        type.isReading = false
        type.unit = units.difference(of: result.type.unit)
      } else if next.type.isReading {
        type = next.type
      }
      result = Quantity(
        isMinus ? result.number - next.number : result.number + next.number, unpinned(type))
    }
    return result
  }

  private func power(_ base: Quantity, _ exponent: Quantity) -> Quantity? {
    let number = Scalar.apply(.power, base.number, exponent.number)
    if base.type.dimension == .none { return Quantity(number, .plain) }
    guard let rational = Rational(near: exponent.number) else { return nil }
    return Quantity(
      number,
      ValueType(
        dimension: units.power(base.type.dimension, rational),
        unit: units.power(base.type.unit, rational)))
  }

  private func comparison(_ operators: [String], _ operands: [Quantity], _ truth: Quantity)
    -> Quantity
  {
    guard digits != nil, operands.allSatisfy({ $0.type.kind == .number }), !truth.number.isNaN
    else { return truth }
    for (i, op) in operators.enumerated() {
      guard let op = Comparison.Operator(rawValue: op) else { return truth }
      if !op.holds(operands[i].number - operands[i + 1].number) { return .truth(false) }
    }
    return .truth(true)
  }

  // MARK: functions

  private func call(_ name: Name, _ x: [Quantity]) -> Quantity? {
    if name == "min" || name == "max" {
      var type = x[0].type
      if type.isZero, let other = x.first(where: { !$0.type.isZero }) { type = other.type }
      let operation: Instruction.Operation = name == "min" ? .minimum : .maximum
      return Quantity(
        x.dropFirst().reduce(x[0].number) { Scalar.apply(operation, $0, $1.number) },
        unpinned(type))
    }
    guard let function = Library.cellFunctions[name] else { return nil }
    switch function {
    case .plain(let operation): return Quantity(Scalar.apply(operation, x[0].number, 1), .plain)
    case .keeping(let operation):
      return Quantity(Scalar.apply(operation, x[0].number, 1), unpinned(x[0].type))
    case .root(let operation, let exponent):
      return Quantity(
        Scalar.apply(operation, x[0].number, 1),
        ValueType(
          dimension: units.power(x[0].type.dimension, exponent),
          unit: units.power(x[0].type.unit, exponent)))
    case .extreme: return nil
    case .clamp:
      return Quantity(
        Scalar.apply(.minimum, Scalar.apply(.maximum, x[0].number, x[1].number), x[2].number),
        unpinned(x[0].type))
    case .stepped(let operation):
      return x.count == 1
        ? Quantity(Scalar.apply(operation, x[0].number, 1), .plain)
        : Quantity(Scalar.apply(operation, x[0].number, x[1].number), unpinned(x[0].type))
    case .modulo:
      return Quantity(Scalar.apply(.modulo, x[0].number, x[1].number), unpinned(x[0].type))
    }
  }
}
