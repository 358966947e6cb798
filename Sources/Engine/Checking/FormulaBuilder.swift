import EnergyCore
import Syntax
import Units

/// A value while a formula is being built: its type, and the constant or register that holds it.
struct Operand {
  enum Holder {
    case constant(Double)
    case register(ProgramWriter.Register)
    case text(TextCode)
  }
  var holder: Holder
  var type: ValueType
  /// the catalog row that it is the plain value of, where that is certain
  var record: String?
  /// `batch` or `[1, 2]` as they are: the input that can be handed on unchanged
  var input: Int?

  init(_ holder: Holder, _ type: ValueType, record: String? = nil, input: Int? = nil) {
    self.holder = holder
    self.type = type
    self.record = record
    self.input = input
  }

  static func constant(_ value: Double, _ type: ValueType = .plain) -> Operand {
    Operand(.constant(value), type)
  }

  var constant: Double? {
    if case .constant(let value) = holder { return value }
    return nil
  }
}

/// What all the formulas of one statement share while they are built.
final class BuildContext {
  let session: Session
  let world: World
  /// the definition that is being built; names its brackets
  let owner: String?
  /// a node that may not be loaded (an override's own name means the outer world)
  let ownName: Name?
  let outer: World?
  var size = 0
  var callDepth = 0
  var calling: [Name] = []
  /// names that are not defined yet, where that is allowed
  var waiting: [Name] = []
  var mayWait: Bool
  /// the formula belongs to a node of the world, which outlives it: were it to hold the world, neither
  /// would ever be let go
  var isOfWorld = false
  private var given: Numbering?

  init(
    session: Session, world: World, owner: String?, mayWait: Bool, ownName: Name? = nil,
    outer: World? = nil, numbering: Numbering? = nil
  ) {
    given = numbering
    self.session = session
    self.world = world
    self.owner = owner
    self.mayWait = mayWait
    self.ownName = ownName
    self.outer = outer
  }

  /// The names of the brackets of the statement, made when the first is asked for.
  var numbering: Numbering {
    if let given { return given }
    let made = Numbering()
    given = made
    return made
  }

  /// The world above which `with` and `under` stand.
  private(set) lazy var worldOfQuestions = world.restoring(ownName, of: outer)

  /// Nothing has been noted but how much was built.
  var isAsNew: Bool {
    callDepth == 0 && calling.isEmpty && waiting.isEmpty && given == nil
  }

  func sourceName(path: String, place: Place) -> String { numbering.name(path, place) }
}

/// Names for the brackets of a statement: `node`, `node#2` …
final class Numbering {
  private var ordinals: [String: Int] = [:]
  private var counts: [String: Int] = [:]

  /// A number for each place in a path, the same however often it is built. A bracket in a bare
  /// expression is called by its own text.
  func name(_ path: String, _ place: Place) -> String {
    let path = path.isEmpty ? place.text : path
    let source = ObjectIdentifier(place.source).hashValue
    let key = "\(path)|\(source)|\(place.span.start)|\(place.span.end)"
    let ordinal: Int
    if let known = ordinals[key] {
      ordinal = known
    } else {
      counts[path, default: 0] += 1
      ordinal = counts[path, default: 1]
      ordinals[key] = ordinal
    }
    return ordinal == 1 ? path : "\(path)#\(ordinal)"
  }
}

/// Names of parameters and of `where`, nearest first, and the text they stand in.
final class Scope {
  let parent: Scope?
  let source: SourceText
  /// names the brackets: `jt`, `jt/f#1`
  let path: String
  /// the outermost call, in the text of whoever calls; nil where nothing was called
  let call: Place?
  private(set) var bindings: [Name: Binding] = [:]

  init(parent: Scope?, source: SourceText, path: String, call: Place? = nil) {
    self.parent = parent
    self.source = source
    self.path = path
    self.call = call ?? parent?.call
  }

  func bind(_ name: Name, to binding: Binding) { bindings[name] = binding }

  func binding(_ name: Name) -> Binding? {
    var scope: Scope? = self
    while let here = scope {
      if let binding = here.bindings[name] { return binding }
      scope = here.parent
    }
    return nil
  }
}

/// A local name: an expression with the scope in which it was written.
final class Binding {
  let expression: Expression
  let scope: Scope
  /// a parameter's stated dimension
  let required: (dimension: Dimension, place: Place, function: Name, parameter: Name)?
  /// the functions that were being called where it was written
  let calling: [Name]
  /// an argument means what it means where the call stands, also where the function asks what if
  let context: BuildContext?
  var isBeingBuilt = false

  init(
    _ expression: Expression, in scope: Scope, calling: [Name] = [],
    required: (dimension: Dimension, place: Place, function: Name, parameter: Name)? = nil,
    context: BuildContext? = nil
  ) {
    self.context = context
    self.expression = expression
    self.scope = scope
    self.calling = calling
    self.required = required
  }

  /// The parameter or local name of which this one is only another name: `f(p) = g(p)`.
  var original: Binding {
    var binding = self
    for _ in 0..<Limits.callDepth {
      guard case .name(let name, _) = binding.expression,
        let next = binding.scope.binding(name), next !== binding,
        binding.context?.world === next.context?.world || next.context == nil
      else { break }
      binding = next
    }
    return binding
  }
}

/// Builds one formula: looks names up, checks dimensions, folds unit factors and constants in, and
/// writes the register program. One pass over the tree; each grammar area has its own file.
final class FormulaBuilder {
  let context: BuildContext
  var writer = ProgramWriter()
  var inputs: [Input] = []
  private var nodeInputs: [ObjectIdentifier: Operand] = [:]
  /// with the binding, so that it lives and no other takes its identity
  private var bindingOperands: [ObjectIdentifier: (Binding, Operand)] = [:]
  var hasSources = false
  var hasSamples = false
  var nodes: [Node] = []
  /// of many nodes; few are looked through
  private var nodeIDs: Set<ObjectIdentifier> = []
  private struct Step: Hashable {
    var operation: Instruction.Operation
    var left: ProgramWriter.Register
    var right: ProgramWriter.Register?

    func hash(into hasher: inout Hasher) {
      let registers = left.number << 32 | (right?.number ?? 0)
      hasher.combine(registers ^ UInt64(operation.rawValue) << 24)
    }
  }
  private var steps: [Step: ProgramWriter.Register] = [:]

  let session: Session
  let units: UnitTable

  init(_ context: BuildContext) {
    self.context = context
    session = context.session
    units = context.session.units
  }

  /// Nothing is left of what was built: the next formula may be built with it.
  var isAsNew: Bool {
    inputs.isEmpty && writer.isEmpty && nodes.isEmpty && !hasSources && !hasSamples
      && nodeInputs.isEmpty
      && bindingOperands.isEmpty && nodeIDs.isEmpty && steps.isEmpty && context.isAsNew
  }

  /// A formula of its own within the same statement.
  func subformula(_ expression: Expression, _ scope: Scope) throws(Diagnostic) -> Formula {
    let builder = FormulaBuilder(context)
    let formula = try builder.formula(expression, scope)
    adopt(formula)
    return formula
  }

  /// Takes over what a formula rests on.
  func adopt(_ formula: Formula) {
    if formula.hasSources { hasSources = true }
    if formula.hasSamples { hasSamples = true }
    // what a statistic or an end is taken of varies, and it does not
    for node in formula.nodes where isNew(node) { nodes.append(node) }
  }

  func load(_ node: Node) {
    if isNew(node) { nodes.append(node) }
    if let formula = node.formula {
      if formula.hasSources { hasSources = true }
      if formula.hasSamples { hasSamples = true }
    }
  }

  private func isNew(_ node: Node) -> Bool {
    if nodes.count < 8 { return !nodes.contains { $0 === node } }
    if nodeIDs.isEmpty { nodeIDs = Set(nodes.map { ObjectIdentifier($0) }) }
    return nodeIDs.insert(ObjectIdentifier(node)).inserted
  }

  func formula(_ expression: Expression, _ scope: Scope) throws(Diagnostic) -> Formula {
    let operand = try build(expression, scope)
    return finished(operand, place: Place(scope.source, expression.span))
  }

  func finished(_ operand: Operand, place: Place) -> Formula {
    let code: Formula.Code
    switch operand.holder {
    case .constant(let value): code = .constant(value, record: operand.record)
    case .text(let text): code = .text(text)
    case .register(let register):
      if let index = operand.input {
        code = .input(inputs[index])
      } else {
        let (program, loaded) = writer.finished(register, inputs: inputs.count)
        code = .program(program, loaded.map { inputs[$0] })
      }
    }
    func formula(hasSamples: Bool) -> Formula {
      Formula(
        type: operand.type, code: code, place: place, nodes: nodes, hasSources: hasSources,
        hasSamples: hasSamples, world: context.isOfWorld ? nil : context.world)
    }
    let found = formula(hasSamples: hasSamples)
    return hasSamples && !found.meetsSamples ? formula(hasSamples: false) : found
  }

  // MARK: the tree

  func build(_ expression: Expression, _ scope: Scope) throws(Diagnostic) -> Operand {
    session.depth += 1
    defer { session.depth -= 1 }
    if session.depth > session.limits.levels {
      throw fail(
        .tooLong(what: "formula", limit: "\(session.limits.levels) levels, functions included"),
        expression, scope)
    }
    context.size += 1
    if context.size > Limits.formulaSize {
      throw fail(.tooLong(what: "formula", limit: "\(Limits.formulaSize) steps"), expression, scope)
    }
    switch expression {
    case .number(let literal): return try number(literal, scope)
    case .name(let name, let span): return try self.name(name, span, scope)
    case .binary(let binary): return try self.binary(binary, scope)
    case .negate(let operand, let span): return try negate(operand, span, scope)
    case .united(let base, let unit): return try united(base, unit, scope)
    case .convert(let base, let unit, _): return try convert(base, unit, scope)
    case .call(let call): return try self.call(call, scope)
    case .dotted(let names, let span): return try dotted(names, span, scope)
    case .field(let base, let name, let span): return try field(of: base, name, span, scope)
    case .list(let list): return try self.list(list, scope)
    case .range(let range): return try self.range(range, scope)
    case .tolerance(let tolerance): return try self.tolerance(tolerance, scope)
    case .not, .comparison, .approximately: return try condition(expression, scope)
    case .conditional(let conditional): return try self.conditional(conditional, scope)
    case .index(let index): return try self.index(index, scope)
    case .text(let text): return try self.text(text, scope)
    case .whatIf(let base, let whatIf): return try self.whatIf(base, whatIf, scope)
    case .promote(let base, let kind, let span):
      if units.isUnit(kind) {
        let mend = "\(scope.source.text(of: base)) -> \(kind)"
        throw Diagnostic(EngineProblem.unitAfterAs(mend: mend), at: Place(scope.source, span))
      }
      return try promotion(base, kind, span, scope)
    case .hole(let span): return try hole(Place(scope.source, span))
    case .solve(let solve): return try self.solve(solve, scope)
    case .optimize(let optimize): return try self.optimize(optimize, scope)
    }
  }

  // MARK: shared by the grammar areas

  func register(_ operand: Operand) -> ProgramWriter.Register {
    switch operand.holder {
    case .constant(let value): return writer.constant(value)
    case .register(let register): return register
    case .text: return writer.constant(.nan)
    }
  }

  /// An operand that loads an input.
  func operand(_ input: Input, _ type: ValueType, record: String? = nil) -> Operand {
    inputs.append(input)
    let index = inputs.count - 1
    return Operand(.register(.input(Int32(index))), type, record: record, input: index)
  }

  func load(_ node: Node, type: ValueType) -> Operand {
    if let known = nodeInputs[ObjectIdentifier(node)] { return known }
    load(node)
    let loaded = operand(.node(node), type)
    nodeInputs[ObjectIdentifier(node)] = loaded
    return loaded
  }

  func operand(of binding: Binding, build: () throws(Diagnostic) -> Operand) throws(Diagnostic)
    -> Operand
  {
    if let (_, known) = bindingOperands[ObjectIdentifier(binding)] { return known }
    let built = try build()
    bindingOperands[ObjectIdentifier(binding)] = (binding, built)
    return built
  }

  func emit(
    _ operation: Instruction.Operation, _ a: Operand, _ b: Operand? = nil, type: ValueType,
    place: Place? = nil
  ) -> Operand {
    if let x = a.constant, b == nil || b?.constant != nil {
      let y = b?.constant ?? 1
      if x.isNaN { return .constant(x, type) }
      if y.isNaN { return .constant(y, type) }
      let value = Scalar.apply(operation, x, y)
      if value.isNaN, let place {
        return .constant(session.faults.number(Scalar.problem(operation), at: place), type)
      }
      return .constant(value, type)
    }
    let left = self.register(a)
    let right = b.map { self.register($0) }
    // the same step twice is one register: `exp(x) - exp(x)` is 0 whatever x is
    let step = Step(operation: operation, left: left, right: right)
    if hasSources, let known = steps[step] { return Operand(.register(known), type) }
    let register = writer.emit(operation, left, right, place: place)
    if hasSources {
      if steps.isEmpty { steps.reserveCapacity(12) }
      steps[step] = register
    }
    return Operand(.register(register), type)
  }

  func fail(_ problem: EngineProblem, _ expression: Expression, _ scope: Scope) -> Diagnostic {
    Diagnostic(problem, at: place(of: expression, scope))
  }

  /// Where an expression stands, its own brackets included.
  func place(of expression: Expression, _ scope: Scope) -> Place {
    Place(scope.source, scope.source.balanced(expression.span))
  }

  /// A side of a mismatch, with its value if one can be had.
  func side(_ expression: Expression, _ operand: Operand, _ scope: Scope) -> EngineProblem.Side {
    EngineProblem.Side(
      text: scope.source.text(of: expression), value: briefValue(operand, expression, scope),
      dimension: description(of: operand.type), measure: operand.type.measure,
      isReading: operand.type.isReading)
  }

  /// Both sides of a mismatch; two currencies are told apart.
  func sides(
    _ left: (Expression, Operand), _ right: (Expression, Operand), _ scope: Scope
  ) -> (EngineProblem.Side, EngineProblem.Side) {
    var a = side(left.0, left.1, scope)
    var b = side(right.0, right.1, scope)
    if left.1.type.kind == .number, right.1.type.kind == .number {
      (a.dimension, b.dimension) = units.names(
        of: left.1.type.dimension, and: right.1.type.dimension)
    }
    return (a, b)
  }

  /// Two values that must be alike and are not, each labelled.
  func unlike(
    _ first: (expression: Expression, formula: Formula),
    _ other: (expression: Expression, formula: Formula), _ scope: Scope
  ) -> Diagnostic {
    let (a, b) = session.sides(
      (first.formula, scope.source.text(of: first.expression)),
      (other.formula, scope.source.text(of: other.expression)))
    return Diagnostic(
      EngineProblem.listItemsDiffer(first: a, other: b),
      at: place(of: other.expression, scope),
      labels: labels([(first.expression, a), (other.expression, b)], scope))
  }

  func description(of type: ValueType) -> String { session.description(of: type) }

  private func briefValue(_ operand: Operand, _ expression: Expression, _ scope: Scope) -> String? {
    guard operand.type.kind == .number else { return nil }
    var formula = finished(operand, place: Place(scope.source, expression.span))
    // the builder has met a distribution, and this operand may be the one that has none
    if formula.hasSamples, formula.distributions.isEmpty {
      formula = Formula(
        type: formula.type, code: formula.code, place: formula.place, nodes: formula.nodes,
        hasSources: formula.hasSources, hasSamples: false)
    }
    // each of many lines that are tried would be sampled
    if formula.hasSamples, session.isMending { return nil }
    return session.briefly(formula)
  }
}
