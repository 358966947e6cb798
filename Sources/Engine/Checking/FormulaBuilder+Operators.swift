import EnergyCore
import Syntax
import Units

/// Arithmetic: dimensions are checked here, once, and the shown unit is found.
extension FormulaBuilder {
  func binary(_ binary: Binary, _ scope: Scope) throws(Diagnostic) -> Operand {
    switch binary.op {
    case .and, .or: return try connective(binary, scope)
    case .power: return try power(binary, scope)
    case .juxtapose: try checkJuxtaposed(binary, scope)
    default: break
    }
    let left = try build(binary.left, scope)
    if binary.touchesUnit { throw touching(binary, scope) }
    try checkUnitSlip(binary, scope)
    let right = try build(binary.right, scope)
    try requireNumber(left, binary.left, scope, what: "calculated with")
    try requireNumber(right, binary.right, scope, what: "calculated with")
    let place = Place(scope.source, binary.left.span.joined(binary.right.span))
    switch binary.op {
    case .add, .subtract: return try sum(binary, left, right, scope)
    case .divide:
      try refuseReading(left, right, binary, scope)
      let type = ValueType(
        dimension: units.quotient(left.type.dimension, right.type.dimension),
        unit: units.quotient(left.type.unit, right.type.unit))
      return emit(.divide, left, right, type: type, place: place)
    default:
      try refuseReading(left, right, binary, scope)
      let type = ValueType(
        dimension: units.product(left.type.dimension, right.type.dimension),
        unit: units.product(left.type.unit, right.type.unit))
      return emit(.multiply, left, right, type: type, place: place)
    }
  }

  func requireNumber(_ operand: Operand, _ expression: Expression, _ scope: Scope, what: String)
    throws(Diagnostic)
  {
    if operand.type.kind != .number {
      throw fail(.notANumber(scope.source.text(of: expression), what: what), expression, scope)
    }
  }

  // MARK: sums

  private func sum(_ binary: Binary, _ left: Operand, _ right: Operand, _ scope: Scope)
    throws(Diagnostic) -> Operand
  {
    let operation: Instruction.Operation = binary.op == .add ? .add : .subtract
    guard agree(left.type.dimension, right.type.dimension) || left.type.isZero || right.type.isZero
    else {
      throw mismatch(binary, left, right, scope)
    }
    if left.type.unit != right.type.unit {
      session.noteBinary(
        left.type.unit, right.type.unit, at: Place(scope.source, binary.opSpan))
    }
    var type = left.type.isZero && !right.type.isZero ? right.type : left.type
    type.isPinned = false
    type.record = nil
    type.isZero = left.type.isZero && right.type.isZero
    switch (left.type.isReading, right.type.isReading) {
    case (true, true):
      if binary.op == .add {
        throw readingError(binary, left.type, right.type, scope)
      }
      type.isReading = false
      type.unit = units.difference(of: left.type.unit)
    case (false, true):
      if binary.op == .subtract { throw readingError(binary, left.type, right.type, scope) }
      type = right.type
      type.isPinned = false
    default: break
    }
    return emit(operation, left, right, type: type)
  }

  private func mismatch(_ binary: Binary, _ left: Operand, _ right: Operand, _ scope: Scope)
    -> Diagnostic
  {
    let (l, r) = (binary.left, binary.right)
    let dimensions = [left.type.dimension, right.type.dimension]
    if let mass = units.dimension(word: "mass"), let token = units.dimension(word: "token"),
      dimensions.contains(mass), dimensions.contains(token)
    {
      session.noteOnce("token", .noteTokenBesideMass, at: Place(scope.source, binary.opSpan))
    }
    let (a, b) = sides((l, left), (r, right), scope)
    return Diagnostic(
      EngineProblem.doNotAdd(op: binary.op.rawValue, left: a, right: b),
      at: Place(scope.source, binary.opSpan), labels: labels([(l, a), (r, b)], scope))
  }

  func labels(_ sides: [(Expression, EngineProblem.Side)], _ scope: Scope) -> [Diagnostic.Label] {
    sides.map { expression, side in
      Diagnostic.Label(place(of: expression, scope), side.labelled)
    }
  }

  // MARK: temperature readings

  func refuseReading(_ left: Operand, _ right: Operand, _ binary: Binary, _ scope: Scope)
    throws(Diagnostic)
  {
    if left.type.isReading || right.type.isReading {
      throw readingError(binary, left.type, right.type, scope)
    }
  }

  private func readingError(
    _ binary: Binary, _ left: ValueType, _ right: ValueType, _ scope: Scope
  ) -> Diagnostic {
    let span = binary.left.span.joined(binary.right.span)
    func text(_ expression: Expression, _ type: ValueType) -> String {
      let text = scope.source.text(of: expression)
      return type.isReading ? "(\(text) -> K)" : text
    }
    let mend =
      "\(text(binary.left, left)) \(binary.op.rawValue) \(text(binary.right, right))"
    return Diagnostic(
      EngineProblem.readingArithmetic(scope.source.text(span), mend: mend),
      at: Place(scope.source, span))
  }

  func negate(_ expression: Expression, _ span: Span, _ scope: Scope) throws(Diagnostic) -> Operand
  {
    let operand = try build(expression, scope)
    try requireNumber(operand, expression, scope, what: "negated")
    if operand.type.isReading {
      let text = scope.source.text(of: expression)
      throw fail(.readingArithmetic("-\(text)", mend: "-(\(text) -> K)"), expression, scope)
    }
    var type = operand.type
    type.isPinned = false
    type.record = nil
    return emit(.negate, operand, type: type)
  }

  // MARK: powers

  private func power(_ binary: Binary, _ scope: Scope) throws(Diagnostic) -> Operand {
    let base = try build(binary.left, scope)
    let exponent = try build(binary.right, scope)
    try requireNumber(base, binary.left, scope, what: "raised to a power")
    try requireNumber(exponent, binary.right, scope, what: "an exponent")
    if base.type.isReading { throw readingError(binary, base.type, exponent.type, scope) }
    guard agree(exponent.type.dimension, .none) else {
      throw fail(.exponentNotPlain(side(binary.right, exponent, scope)), binary.right, scope)
    }
    let place = Place(scope.source, binary.left.span.joined(binary.right.span))
    if base.type.dimension == .none {
      return emit(.power, base, exponent, type: .plain, place: place)
    }
    guard let value = exponent.constant, let rational = Rational(near: value) else {
      throw fail(
        .exponentNotConstant(scope.source.text(of: binary.right)), binary.right, scope)
    }
    let type = ValueType(
      dimension: units.power(base.type.dimension, rational),
      unit: units.power(base.type.unit, rational))
    return emit(.power, base, exponent, type: type, place: place)
  }

  // MARK: slips of spelling

  /// Says at once what no later definition can mend.
  func checkTouching(_ touching: [Binary], _ scope: Scope) throws(Diagnostic) {
    for binary in touching {
      if binary.op == .juxtapose { try checkJuxtaposed(binary, scope) }
      if binary.touchesUnit { throw self.touching(binary, scope) }
    }
  }

  /// `4 h100_sxm`: a word touching a number must be a name already.
  private func checkJuxtaposed(_ binary: Binary, _ scope: Scope) throws(Diagnostic) {
    let name: Name
    let span: Span
    switch binary.right {
    case .name(let n, let s): (name, span) = (n, s)
    case .binary(let b):
      guard b.op == .power, case .name(let n, let s) = b.left else { return }
      (name, span) = (n, s)
    default: return
    }
    let place = Place(scope.source, span)
    let waitsBefore = context.mayWait
    context.mayWait = false
    defer { context.mayWait = waitsBefore }
    if scope.binding(name) != nil || context.world.node(name) != nil
      || Library.constants[name] != nil || Catalog.entry(name.text) != nil
    {
      return
    }
    throw Diagnostic(
      EngineProblem.unknownAfterNumber(
        name.text, number: scope.source.text(of: binary.left),
        nearest: units.suggestions(for: name.text, limit: 3) + session.nearestNames(to: name.text)),
      at: place)
  }

  /// `10 kW/node`: tight as a unit, but no unit.
  private func touching(_ binary: Binary, _ scope: Scope) -> Diagnostic {
    let left = scope.source.text(of: binary.left)
    let right = scope.source.text(of: binary.right)
    var nearest: [String] = []
    if case .name(let name, _) = binary.right, scope.binding(name) == nil,
      context.world.node(name) == nil
    {
      nearest = units.suggestions(for: name.text, limit: 3)
    }
    return Diagnostic(
      EngineProblem.touchesUnit(
        left: left, op: binary.op.rawValue, right: right, nearest: nearest),
      at: Place(scope.source, binary.right.span))
  }

  /// `node / 319.8 t / s` and `x / s`, where `s` is a unit and no variable.
  private func checkUnitSlip(_ binary: Binary, _ scope: Scope) throws(Diagnostic) {
    guard binary.op == .divide || binary.op == .multiply,
      case .name(let name, let span) = binary.right, units.isUnit(name),
      scope.binding(name) == nil, context.world.node(name) == nil,
      Library.constants[name] == nil
    else { return }
    let op = binary.op.rawValue
    var reading = "\(scope.source.text(of: binary.left)) \(op) 1 \(name.text)"
    switch binary.left {
    case .number(let literal) where literal.unit != nil:
      reading = "\(scope.source.text(literal.span))\(op)\(name.text)"
    case .binary(let inner):
      if case .number(let literal) = inner.right, literal.unit != nil {
        reading = "\(scope.source.text(literal.span))\(op)\(name.text)"
      }
    default: break
    }
    throw Diagnostic(
      EngineProblem.unknownName(name.text, nearest: [], unitReading: reading),
      at: Place(scope.source, span))
  }
}

extension Rational {
  /// The ratio with a denominator up to 12 that a number is, to rounding.
  init?(near value: Double) {
    for denominator in 1...12 {
      let numerator = (value * Double(denominator)).rounded()
      if abs(numerator) < 1e6, abs(numerator / Double(denominator) - value) < 1e-12 {
        self.init(Int(numerator), denominator)
        return
      }
    }
    return nil
  }
}
