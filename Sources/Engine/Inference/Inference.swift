import Syntax
import Units

/// Finds the dimensions of functions in general, and the calls that do not fit them.
///
/// ```
/// g(a, b) = a + b        # takes two of one dimension, and yields that
/// h(x) = g(x, 3 W)       # so this takes power
/// h(3 J)                 # and this is wrong here, not somewhere in g
/// ```
///
/// A walk over the tree makes an equation of terms wherever two values must be alike; `DimensionUnifier`
/// solves them. What stands in no function has been checked when it was built, and is asked for here
/// (`known`). What cannot be known (a field of a parameter, a text) fits everything, so that nothing is
/// called wrong that some call would make right.
final class Inference {
  typealias Shape = FunctionScheme.Shape

  let session: Session
  let units: UnitTable
  var unifier: DimensionUnifier
  private(set) var faults: [Diagnostic] = []
  private var schemes: [Name: FunctionScheme] = [:]
  private var open: Set<Name> = []

  init(_ session: Session) {
    self.session = session
    units = session.units
    unifier = DimensionUnifier(session.units)
  }

  /// The names of one body: its parameters, and what stands behind `where`.
  final class Frame {
    let source: SourceText
    var shapes: [Name: Shape] = [:]
    var locals: [Name: Expression] = [:]

    init(_ source: SourceText) { self.source = source }

    func holds(_ name: Name) -> Bool { shapes[name] != nil || locals[name] != nil }
  }

  // MARK: functions

  /// What a function does to dimensions; found once, with the faults of its body.
  /// - Returns: nil for a function that is not there, or that is being looked at further up.
  func scheme(of name: Name) -> FunctionScheme? {
    if let known = schemes[name] { return known }
    guard let function = session.world.function(name), open.count < Limits.callDepth / 4,
      open.insert(name).inserted
    else { return nil }
    defer { open.remove(name) }
    let definition = function.definition
    let frame = Frame(function.source)
    for parameter in definition.parameters {
      frame.shapes[parameter.name] = shape(of: parameter)
    }
    for local in definition.locals { frame.locals[local.name] = local.value }
    for local in definition.locals { _ = self.local(local.name, frame) }
    let value = infer(definition.body, frame)
    // a default says nothing about what else may be given, but must fit what the body needs
    for parameter in definition.parameters {
      guard let standard = parameter.standard, let shape = frame.shapes[parameter.name] else {
        continue
      }
      let given = infer(standard, frame)
      if let a = dimension(given), let b = dimension(shape), a != b,
        parameter.annotation == nil || !session.fits(a, annotation: b)
      {
        fault(argument: standard, given, of: name, parameter.name, shape, frame)
      }
    }
    let scheme = FunctionScheme(
      parameters: definition.parameters.map { resolved(frame.shapes[$0.name] ?? .any) },
      value: resolved(value), isStated: definition.parameters.map { $0.annotation != nil })
    schemes[name] = scheme
    return scheme
  }

  private func shape(of parameter: FunctionDefinition.Parameter) -> Shape {
    guard let annotation = parameter.annotation else { return .number(unifier.unknown()) }
    // `money` is every currency
    let isOpen = annotation.factors.contains { factor in
      if case .unit(let name) = factor.kind { return name == "money" }
      return false
    }
    guard !isOpen, let dimension = try? units.dimension(annotation: annotation) else { return .any }
    return .number(DimensionTerm(known: dimension))
  }

  /// A name behind `where`, found when it is first asked for.
  func local(_ name: Name, _ frame: Frame) -> Shape {
    if let known = frame.shapes[name] { return known }
    guard let expression = frame.locals[name] else { return .any }
    frame.shapes[name] = .any
    let found = infer(expression, frame)
    frame.shapes[name] = found
    return found
  }

  // MARK: terms

  func resolved(_ shape: Shape) -> Shape {
    if case .number(let term) = shape { return .number(unifier.resolved(term)) }
    return .any
  }

  /// - Returns: false where two values cannot be alike.
  func unify(_ a: Shape, _ b: Shape) -> Bool {
    guard case .number(let x) = a, case .number(let y) = b else { return true }
    return unifier.unify(x, y)
  }

  /// The one of two alike values that is known to be a number.
  func either(_ a: Shape, _ b: Shape) -> Shape {
    if case .number = a { return a }
    return b
  }

  /// The dimension of a shape, where nothing in it is unknown.
  func dimension(_ shape: Shape) -> Dimension? {
    guard case .number(let term) = resolved(shape), term.isKnown else { return nil }
    return term.known
  }

  // MARK: faults

  func report(_ diagnostic: Diagnostic) { faults.append(diagnostic) }

  /// A fault between two values whose dimensions differ; where neither is wholly known, by a known factor.
  func mismatch(
    _ left: (Expression, Shape), _ right: (Expression, Shape), at span: Span, _ frame: Frame,
    _ problem: (EngineProblem.Side, EngineProblem.Side) -> EngineProblem
  ) {
    guard case .number(let x) = left.1, case .number(let y) = right.1 else { return }
    let names: (String, String)
    if let a = dimension(left.1), let b = dimension(right.1) {
      names = units.names(of: a, and: b)
    } else {
      let factor = unifier.resolved(unifier.quotient(x, y)).known
      names = ("\(units.name(of: factor)) times the other", "not fixed by itself")
    }
    let sides = [(left, names.0), (right, names.1)].map { side, dimension in
      EngineProblem.Side(
        text: frame.source.text(of: side.0), value: nil, dimension: dimension,
        measure: self.dimension(side.1))
    }
    let labels = zip([left.0, right.0], sides).map { expression, side in
      Diagnostic.Label(Place(frame.source, expression.span), side.dimension)
    }
    report(
      Diagnostic(
        problem(sides[0], sides[1]), at: Place(frame.source, span), labels: labels))
  }

  /// An argument that a function cannot take.
  func fault(
    argument: Expression, _ given: Shape, of function: Name, _ parameter: Name, _ taken: Shape,
    _ frame: Frame
  ) {
    guard let found = dimension(given), let wanted = dimension(taken) else { return }
    let names = units.names(of: wanted, and: found)
    report(
      Diagnostic(
        EngineProblem.argumentDiffers(
          function: function.text, parameter: parameter.text,
          wanted: EngineProblem.Side(
            text: parameter.text, value: nil, dimension: names.0, measure: wanted),
          found: EngineProblem.Side(
            text: frame.source.text(of: argument), value: nil, dimension: names.1, measure: found)),
        at: Place(frame.source, argument.span)))
  }

  /// What an expression that holds no name of a function comes to; it has been checked where it stands.
  func known(_ expression: Expression, _ frame: Frame) -> Shape {
    do {
      let type = try session.build(expression, frame.source).type
      guard type.kind == .number else { return .any }
      return .number(type.isZero ? unifier.unknown() : DimensionTerm(known: type.dimension))
    } catch {
      switch error.problem as? EngineProblem {
      // told elsewhere, once
      case .undefined, .unknownName, .unknownFunction, .holeMet, .twoHoles: break
      default: report(error)
      }
      return .any
    }
  }
}
