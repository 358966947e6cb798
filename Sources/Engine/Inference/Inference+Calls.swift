import Syntax
import Units

/// Calls: what the built-in functions do to dimensions, and the user's own by their schemes.
extension Inference {
  func infer(_ call: Call, _ frame: Frame) -> Shape {
    let name = call.name
    if !Library.isBuiltIn(name) { return own(call, frame) }
    let values = call.arguments.map(\.value)
    // `sum(x by group)`, `normal(mean = …)`: each is looked at, and only the first is counted on
    guard !call.arguments.contains(where: { $0.name != nil }) else {
      let shapes = values.map { infer($0, frame) }
      return name == "sum" || name == Library.interpolate ? shapes.first ?? .any : .any
    }
    if let function = Library.cellFunctions[name] { return cells(function, call, values, frame) }
    if name == "min" || name == "max", values.count > 1 { return extreme(call, values, frame) }
    if Library.distributions[name] != nil {
      if name == "lognormal" || name == "beta" { return distribution(call, values, frame) }
      return alike(values, frame)
    }
    if Library.spacings[name] != nil {
      let ends = alike(Array(values.prefix(name == "steps" ? 3 : 2)), frame)
      if values.count > 2, name != "steps" { plain(values[2], call, frame) }
      return ends
    }
    let shapes = values.map { infer($0, frame) }
    guard let first = shapes.first else { return .any }
    if let reduction = Library.reductions[name] {
      switch reduction {
      case .argmin, .argmax: return .any
      case .count: return .number(.plain)
      default: return first
      }
    }
    if Library.lineOperations[name] != nil || Library.ends[name] != nil { return first }
    if Library.sourceFunctions[name] != nil || name == Library.interpolate { return first }
    if let statistic = Library.statistics[name] {
      switch statistic {
      case .prob: return .number(.plain)
      case .var:
        guard case .number(let term) = first else { return .any }
        return .number(unifier.power(term, Rational(2)))
      default: return first
      }
    }
    if name == Library.integrate, shapes.count > 1, case .number(let a) = shapes[0],
      case .number(let b) = shapes[1]
    {
      return .number(unifier.product(a, b))
    }
    return .any
  }

  private func cells(
    _ function: Library.CellFunction, _ call: Call, _ values: [Expression], _ frame: Frame
  ) -> Shape {
    guard let first = values.first else { return .any }
    switch function {
    case .plain:
      plain(first, call, frame)
      return .number(.plain)
    case .keeping: return infer(first, frame)
    case .root(_, let exponent):
      guard case .number(let term) = infer(first, frame) else { return .any }
      return .number(unifier.power(term, exponent))
    case .stepped where values.count == 1:
      let shape = infer(first, frame)
      if !unify(shape, .number(.plain)), let found = dimension(shape) {
        let text = frame.source.text(of: first)
        let side = EngineProblem.Side(
          text: text, value: nil, dimension: units.name(of: found), measure: found)
        let unit = units.text(of: units.standardUnit(of: found))
        report(
          Diagnostic(
            EngineProblem.needsStep(
              function: call.name.text, side, mend: "\(call.name)(\(text), 1 \(unit))"),
            at: Place(frame.source, first.span)))
      }
      return .number(.plain)
    case .extreme, .clamp, .stepped, .modulo: return extreme(call, values, frame)
    }
  }

  /// `min(a, b)`, `clamp(x, low, high)`, `ceil(x, step)`: all alike.
  private func extreme(_ call: Call, _ values: [Expression], _ frame: Frame) -> Shape {
    var result = (values[0], infer(values[0], frame))
    for value in values.dropFirst() {
      let other = (value, infer(value, frame))
      if !unify(result.1, other.1) {
        mismatch(result, other, at: call.nameSpan, frame) {
          .doNotCompare(op: call.name.text, left: $0, right: $1)
        }
      }
      result.1 = either(result.1, other.1)
    }
    return result.1
  }

  /// `lognormal(median, gsd)`, `beta(a, b, low, high)`
  private func distribution(_ call: Call, _ values: [Expression], _ frame: Frame) -> Shape {
    if call.name == "lognormal" {
      if values.count > 1 { plain(values[1], call, frame) }
      return values.first.map { infer($0, frame) } ?? .any
    }
    for value in values.prefix(2) { plain(value, call, frame) }
    return values.count > 2 ? alike(Array(values.dropFirst(2)), frame) : .number(.plain)
  }

  /// What must be a plain number.
  private func plain(_ value: Expression, _ call: Call, _ frame: Frame) {
    let shape = infer(value, frame)
    guard !unify(shape, .number(.plain)), let found = dimension(shape) else { return }
    let side = EngineProblem.Side(
      text: frame.source.text(of: value), value: nil, dimension: units.name(of: found),
      measure: found)
    report(
      Diagnostic(
        EngineProblem.needsPlain(function: call.name.text, side),
        at: Place(frame.source, value.span)))
  }

  // MARK: the user's functions

  /// The arguments against the parameters of the scheme, with fresh unknowns for those that are free.
  private func own(_ call: Call, _ frame: Frame) -> Shape {
    let shapes = call.arguments.map { infer($0.value, frame) }
    guard let scheme = scheme(of: call.name), let function = session.world.function(call.name)
    else { return .any }
    let definition = function.definition
    var fresh: [Int: DimensionTerm] = [:]
    func instance(_ shape: Shape) -> Shape {
      guard case .number(let term) = shape else { return .any }
      var result = DimensionTerm(known: term.known)
      for (unknown, exponent) in term.unknowns {
        let stand = fresh[unknown] ?? unifier.unknown()
        fresh[unknown] = stand
        result = unifier.product(result, stand, power: exponent)
      }
      return .number(result)
    }
    var given: [Int?] = []
    var position = 0
    for argument in call.arguments {
      guard let name = argument.name else {
        given.append(position)
        position += 1
        continue
      }
      given.append(definition.parameters.firstIndex { $0.name == name })
    }
    guard position <= scheme.parameters.count else { return .any }
    var isCertain = true
    // what is left out is what its default is, which may name another parameter; what is given must fit
    let body = Frame(function.source)
    for (parameter, shape) in zip(definition.parameters, scheme.parameters) {
      body.shapes[parameter.name] = instance(shape)
    }
    for (index, parameter) in definition.parameters.enumerated() where !given.contains(index) {
      guard let standard = parameter.standard else { return .any }
      if !unify(infer(standard, body), instance(scheme.parameters[index])) { isCertain = false }
    }
    for ((argument, shape), index) in zip(zip(call.arguments, shapes), given) {
      guard let index else { continue }
      let taken = instance(scheme.parameters[index])
      if unify(shape, taken) { continue }
      isCertain = false
      // what is stated is checked, with leave for currencies, where the call is built
      if scheme.isStated[index], let a = dimension(shape), let b = dimension(taken),
        session.fits(a, annotation: b)
      {
        continue
      }
      fault(
        argument: argument.value, shape, of: call.name, definition.parameters[index].name, taken,
        frame)
    }
    return isCertain ? instance(scheme.value) : .any
  }
}
