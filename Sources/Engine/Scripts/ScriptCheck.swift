import EnergyCore
import Syntax
import Units

/// `tj check`: every error of a script, without running it.
///
/// ```
/// let check = ScriptCheck(Session())
/// check.run(SourceText(name: "rig.tj", bytes: bytes))   // false, and `diagnostics` says why
/// ```
///
/// Statements are looked at one after another, as a run would, but nothing is valued: formulas are
/// built, which looks their names up and checks their dimensions. After an error it goes on; what only
/// rests on something faulty is not told again. Files that `use` and `read_csv` name are read, for units,
/// names and columns come from them.
public final class ScriptCheck {
  let session: Session
  /// Errors and notes, in the order of the text; those of used files stand before the script's own.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Says what is wrong with a `:command` of a script: for whoever knows those.
  public var settingFault: (Name, String, Place) -> Diagnostic? = { _, _, _ in nil }

  private var gathered: [Diagnostic] = []
  private var seen: Set<Key> = []
  /// the sources in the order in which they were met
  private var sources: [ObjectIdentifier: Int] = [:]
  /// what a faulty statement would have defined
  private var failed: Set<Reference> = []
  /// a part could not be read: any name may have been defined there
  private var isTorn = false
  /// values that wait for names, until it is known whether anybody defines those
  private var waiting: [(diagnostic: Diagnostic, names: [String])] = []
  private var used: Set<Reference> = []
  /// what the script itself defines, for what is never used
  private var defined: [(reference: Reference, place: Place)] = []
  private var showsSomething = false
  private let inference: Inference

  private struct Key: Hashable {
    var source: ObjectIdentifier
    var span: Span
    var id: String
  }

  public init(_ session: Session) {
    self.session = session
    inference = Inference(session)
  }

  /// - Returns: false if there is an error.
  public func run(_ source: SourceText) -> Bool {
    let outer = session.emit
    session.isChecking = true
    session.emit = { [unowned self] outcome in
      switch outcome {
      case .diagnostic(let diagnostic): take(diagnostic)
      case .setting(let word, let rest, let place): settingFault(word, rest, place).map(take)
      default: break
      }
    }
    defer {
      session.isChecking = false
      session.emit = outer
    }
    session.withinLimits { read(source) }
    diagnostics = gathered.sorted { order($0) < order($1) }
    return !gathered.contains { $0.severity == .error }
  }

  private func read(_ source: SourceText) {
    session.namesRead = []
    session.unitsRead = []
    var script = ReadScript(source)
    isTorn = !session.parse(source, into: &script)
    if session.hasReadFaults {
      session.hasReadFaults = false
      isTorn = true
    }
    while let statement = script.next(session.units) {
      if session.mustStop() {
        // what the rest defines and uses is not known
        return session.report(
          Diagnostic(EngineProblem.interrupted, at: Place(source, statement.span)))
      }
      look(at: statement, isOwn: statement.source === source)
    }
    finish()
  }

  private func order(_ diagnostic: Diagnostic) -> (Int, UInt32, UInt32) {
    let place = diagnostic.place
    let source = sources[ObjectIdentifier(place.source)] ?? 0
    return (source, place.span.start, place.span.end)
  }

  // MARK: what is told

  private func take(_ diagnostic: Diagnostic) {
    if isTorn, case .unknownUnit? = diagnostic.problem as? UnitProblem { return }
    switch diagnostic.problem as? EngineProblem {
    // said of what rests on something faulty, which is told itself
    case .noteBroken, .noteRestsOnBroken, .noteScenarioWaits: return
    // reading and looking are stopped by the same
    case .interrupted, .timeLimit, .memoryLimit:
      if gathered.contains(where: { $0.problem.id == diagnostic.problem.id }) { return }
    case .unknownName(let name, _, _), .unknownOverride(let name, _):
      if isTorn || failed.contains(.value(Name(name))) { return }
    case .unknownAfterNumber(let name, _, _):
      if isTorn || failed.contains(.value(Name(name))) { return }
    case .unknownFunction(let name, _, _):
      if isTorn || failed.contains(.function(Name(name))) { return }
    case .unknownScenario(let name, _, _):
      if isTorn || failed.contains(.scenario(Name(name))) { return }
    case .undefined(_, let names):
      waiting.append((diagnostic, names))
      return
    default: break
    }
    add(diagnostic)
  }

  private func add(_ diagnostic: Diagnostic) {
    let source = ObjectIdentifier(diagnostic.place.source)
    let key = Key(source: source, span: diagnostic.place.span, id: diagnostic.problem.id)
    guard seen.insert(key).inserted else { return }
    if sources[source] == nil { sources[source] = sources.count }
    gathered.append(session.withLibrary(diagnostic))
  }

  // MARK: statements

  private func look(at statement: Statement, isOwn: Bool) {
    if sources[ObjectIdentifier(statement.source)] == nil {
      sources[ObjectIdentifier(statement.source)] = sources.count
    }
    let subject = statement.subject
    do {
      try session.look(at: statement)
      if isOwn, let subject { noteDefined(subject, statement) }
    } catch {
      if let subject { failed.insert(subject) }
      for diagnostic in refined(error, statement) { take(diagnostic) }
      // what is faulty uses what it names all the same
      used.formUnion(statement.allExpressions.flatMap { ReferenceCollector.references(of: $0) })
    }
    for (reference, _) in statement.rests { used.insert(reference) }
    if case .compare = statement.kind, statement.whatIf?.scenarios.isEmpty != false {
      for name in session.world.scenarioNames { used.insert(.scenario(name)) }
    }
    switch statement.kind {
    case .definition, .function, .scenario, .unit, .use, .setting, .help, .correlate: break
    default: showsSomething = true
    }
  }

  private func noteDefined(_ reference: Reference, _ statement: Statement) {
    guard let span = statement.subjectSpan else { return }
    defined.removeAll { $0.reference == reference }
    defined.append((reference, Place(statement.source, span)))
  }

  /// An error inside a function is one of its call, where the function is sound for others: that is
  /// told in its place. One that stands in the statement hides no other of its dimensions.
  private func refined(_ error: Diagnostic, _ statement: Statement) -> [Diagnostic] {
    let isHere =
      error.place.source === statement.source && statement.span.start <= error.place.span.start
      && error.place.span.end <= statement.span.end
    let inference = Inference(session)
    let frame = Inference.Frame(statement.source)
    if case .definition(let definition) = statement.kind {
      for local in definition.locals { frame.locals[local.name] = local.value }
    }
    for expression in statement.allExpressions { _ = inference.infer(expression, frame) }
    let found = inference.faults.filter { fault in
      fault.place.source === statement.source && statement.span.start <= fault.place.span.start
        && fault.place.span.end <= statement.span.end
    }
    let whole = Place(statement.source, statement.span)
    func overlaps(_ span: Span) -> Bool {
      span.start < error.place.span.end && error.place.span.start < span.end
    }
    if isHere {
      return [error]
        + found.filter { !overlaps($0.place.span) }.map { session.taught($0, in: whole) }
    }
    return found.isEmpty ? [error] : found.map { session.taught($0, in: whole) }
  }

  // MARK: at the end

  private func finish() {
    let world = session.world
    var unknown: Set<String> = []
    for name in world.names.sorted() {
      guard let node = world.node(name) else { continue }
      try? session.check(node)
      switch node.state {
      case .failed(let diagnostic): take(diagnostic)
      case .waiting:
        let firsts = ReferenceCollector.firsts(
          of: node.definition.value, locals: node.definition.locals, needed: true)
        tellUnknown(firsts, node.source, &unknown)
      default: break
      }
    }
    for name in world.functionNames.sorted() {
      guard let function = world.function(name) else { continue }
      let firsts = ReferenceCollector.firsts(
        of: function.definition.body, locals: function.definition.locals,
        parameters: function.definition.parameters, needed: true)
      // a column whose values are labels is known where it is grouped, at the call
      let evaluator = session.evaluator
      tellUnknown(
        firsts.filter { !$0.key.isValue || !evaluator.isColumnAxis($0.key.name) }, function.source,
        &unknown)
      _ = inference.scheme(of: name)
    }
    for name in world.scenarioNames {
      guard let scenario = world.scenario(name) else { continue }
      do {
        _ = try session.world(under: name, above: world, at: scenario.place)
      } catch {
        take(error)
      }
    }
    inference.faults.forEach { take(taught($0)) }
    // a value asked for too early; one that waits for what nobody defines has been told as that
    for (diagnostic, names) in waiting {
      // (`scenario worst` is told as `worst`)
      let isTold = names.contains {
        let name = String($0.split(separator: " ").last ?? "")
        return unknown.contains(name) || isFailed(name)
      }
      if !isTold, !isTorn { add(diagnostic) }
    }
    if !isTorn, showsSomething { tellUnused() }
  }

  /// A fault in the body of a function, with what would mend it.
  private func taught(_ fault: Diagnostic) -> Diagnostic {
    let world = session.world
    for name in world.functionNames {
      guard let function = world.function(name), function.source === fault.place.source else {
        continue
      }
      let definition = function.definition
      let end = definition.locals.last?.value.span ?? definition.body.span
      let span = function.source.balanced(definition.nameSpan.joined(end))
      if span.start <= fault.place.span.start, fault.place.span.end <= span.end {
        return session.taught(fault, in: Place(function.source, span))
      }
    }
    return fault
  }

  private func isFailed(_ name: String) -> Bool {
    failed.contains(.value(Name(name))) || failed.contains(.function(Name(name)))
  }

  /// Names that nobody defines, each where it stands first in a body.
  private func tellUnknown(
    _ firsts: [Reference: Span], _ source: SourceText, _ unknown: inout Set<String>
  ) {
    for (reference, span) in firsts.sorted(by: { $0.value.start < $1.value.start })
    where !session.isKnown(reference) {
      let text = reference.name.text
      unknown.insert(text)
      let place = Place(source, span)
      switch reference.kind {
      case .value:
        let scope = Scope(parent: nil, source: source, path: "")
        let builder = FormulaBuilder(
          BuildContext(session: session, world: session.world, owner: nil, mayWait: false))
        take(builder.unknown(reference.name, place, scope))
      case .function:
        take(
          Diagnostic(
            EngineProblem.unknownFunction(
              text, nearest: session.nearestFunctions(to: text),
              isValue: session.world.node(reference.name) != nil), at: place))
      case .scenario:
        let known = session.world.scenarioNames.map(\.text)
        take(
          Diagnostic(
            EngineProblem.unknownScenario(
              text, nearest: nearest(to: text, in: known, limit: 3), known: known), at: place))
      }
    }
  }

  /// Notes what nothing uses, in a script that shows something: another one is there to be used.
  private func tellUnused() {
    for (reference, place) in defined
    where !used.contains(reference) && !session.world.hasUsers(reference) {
      let what: EngineProblem.Unused =
        switch reference.kind {
        case .value: .definition
        case .function: .function
        case .scenario: .scenario
        }
      add(.note(EngineProblem.noteUnused(reference.name.text, what), at: place))
    }
    for (reference, place) in defined {
      if reference.isFunction, let definition = session.world.function(reference.name)?.definition {
        tellUnused(
          definition.parameters, definition.locals, in: definition.body, of: reference, place.source
        )
      } else if reference.isValue, let definition = session.world.node(reference.name)?.definition {
        tellUnused([], definition.locals, in: definition.value, of: reference, place.source)
      }
    }
  }

  /// Notes what a body has names for and does not name.
  private func tellUnused(
    _ parameters: [FunctionDefinition.Parameter], _ locals: [LocalDefinition],
    in body: Expression, of owner: Reference, _ source: SourceText
  ) {
    if parameters.isEmpty, locals.isEmpty { return }
    let bodies = [body] + locals.map(\.value)
    let names = Set(bodies.flatMap { ReferenceCollector.references(of: $0) }.map(\.name))
    func tell(_ name: Name, _ what: EngineProblem.Unused, _ span: Span) {
      if names.contains(name) { return }
      add(.note(EngineProblem.noteUnused(name.text, what), at: Place(source, span)))
    }
    for parameter in parameters {
      tell(parameter.name, .parameter(of: owner.name.text), parameter.span)
    }
    for local in locals { tell(local.name, .local(of: owner.name.text), local.nameSpan) }
  }
}
