import EnergyCore
import Syntax
import Units

/// Defining and checking names.
extension Session {
  /// Takes a definition in, or throws and changes nothing.
  func define(_ definition: Definition, _ statement: Statement, isLast: Bool) throws(Diagnostic) {
    let name = definition.name
    let place = Place(statement.source, definition.nameSpan)
    let found = ReferenceCollector.collected(of: definition.value, definition.locals)
    let references = found.references
    try checkName(definition, place, references)
    let node = Node(
      name: name, definition: definition, source: statement.source,
      references: definition.isFrozen ? [] : references, world: world,
      documentation: statement.documentation, provenance: statement.provenance)
    if definition.isFrozen { node.frozen = try freeze(node, references) }

    let old = world.node(name)
    // of a new name nothing can have had a value
    var comparison = ChangeComparison(self)
    if mode == .prompt, old != nil { comparison.note(restingOn: [.value(name)], in: self) }
    // the same labels are the same axis: what was frozen along it stays beside it
    node.axis = old?.axis
    noteUnitNames(definition.locals.map(\.name))
    try checkTouching(found.touching, scope(for: node))
    try refuseCycle(node)
    world.define(node)
    var broken: (by: Name, fault: Diagnostic)?
    do {
      try check(node)
      try refuseOwnFault(node)
    } catch {
      guard let culprit = culprit(of: error, restingOn: references) else {
        if let old { world.define(old) } else { world.remove(name) }
        throw error
      }
      broken = (culprit, error)
    }
    generation += 1
    // what has waited for a name that itself waits goes on waiting
    var isNews = true
    if case .waiting = node.state, old == nil { isNews = false }
    if isNews {
      if mode == .prompt, old == nil {
        comparison.noteNothing(restingOn: [.value(name)], in: self)
      }
      forgetDependents(of: .value(name))
    }
    if units.isUnit(name) {
      hasUnitNames = true
      noteOnce("unit-name-\(name)", .noteUnitName(name.text), at: place)
    }
    log.record(.value(name, old: old, new: node))
    record(.value(name), statement)
    old?.forget()
    if let broken {
      namesBroken.insert(name)
      note(
        .noteRestsOnBroken(
          name: name.text, broken: broken.by.text, cause: .init(problem: broken.fault.problem)),
        at: place)
    } else if mode == .prompt || isLast {
      try answer(node)
    }
    if isNews {
      if mode == .prompt { tell(comparison) } else { recheck(.value(name)) }
      noteLabels(old, node)
    }
    if old == nil { recheckWaiting(.function(name)) }
    keepLabels(of: node)
  }

  /// From the first variable with a unit's name on, numbers are looked at for it.
  private func noteUnitNames(_ names: [Name]) {
    if !hasUnitNames { hasUnitNames = names.contains(where: units.isUnit) }
  }

  /// A word that touches a number or a unit must be a name already.
  func checkTouching(
    _ touching: [Binary], _ scope: @autoclosure () -> Scope
  ) throws(Diagnostic) {
    if touching.isEmpty { return }
    let builder = FormulaBuilder(
      BuildContext(session: self, world: world, owner: nil, mayWait: false))
    try builder.checkTouching(touching, scope())
  }

  /// Keeps what `:save` writes for a name.
  func record(_ key: Journal.Key, _ statement: Statement) {
    let old = log.isKept ? journal.entry(key) : nil
    journal.record(key, statement)
    log.record(.recorded(key, old: old, new: Journal.Entry(key: key, statement: statement)))
  }

  private func checkName(_ definition: Definition, _ place: Place, _ references: [Reference])
    throws(Diagnostic)
  {
    let name = definition.name
    if !definition.isFrozen, references.contains(.value(name)) {
      if case .list(let list) = definition.value, list.over.map(\.name) == [name] {
        let start = place.source.text(Span(Int(list.span.start), Int(list.over[0].span.start)))
        // without its last word, `over`
        let value = start.split(separator: " ").dropLast().joined(separator: " ")
        throw Diagnostic(
          EngineProblem.listOverItself(name.text, mend: "\(name) = \(value)"), at: place)
      }
      let value = place.source.text(of: definition.value)
      throw Diagnostic(
        EngineProblem.definedByItself(
          name.text, mend: "\(name.text) := \(value)",
          isKnown: world.node(name) != nil || Catalog.entry(name.text) != nil), at: place)
    }
    if name == "ans" || Library.constants[name] != nil {
      throw Diagnostic(EngineProblem.reservedName(name.text), at: place)
    }
  }

  /// A definition may not rest on itself through others; the error names every step.
  private func refuseCycle(_ node: Node) throws(Diagnostic) {
    guard !node.definition.isFrozen, world.hasUsers(.value(node.name)) else { return }
    var cameFrom: [Name: Name] = [:]
    var open = world.loads(of: node.references)
    for name in open { cameFrom[name] = node.name }
    while let next = open.popLast() {
      if next == node.name {
        var path = [next]
        if cameFrom[next] == node.name,
          let through = node.references.first(where: {
            !$0.isValue && world.loads(of: [$0]).contains(node.name)
          })
        {
          path.append(through.name)
        }
        var step = cameFrom[next]
        while let name = step, name != node.name {
          path.append(name)
          step = cameFrom[name]
        }
        path.append(node.name)
        throw Diagnostic(
          EngineProblem.cycle(path.reversed().map(\.text)), at: node.place)
      }
      guard let below = world.node(next) else { continue }
      for name in world.loads(of: below.references) where cameFrom[name] == nil {
        cameFrom[name] = next
        open.append(name)
      }
    }
  }

  func forgetDependents(of reference: Reference) {
    for dependent in world.dependents(of: [reference]) where dependent.isValue {
      world.node(dependent.name)?.forget()
    }
  }

  /// A fault that lies in the statement itself refuses it; one that lies elsewhere is said, and the
  /// definition stands until that is mended.
  private func refuseOwnFault(_ node: Node) throws(Diagnostic) {
    switch node.state {
    case .failed(let diagnostic): throw diagnostic
    case .waiting, .unchecked: return
    case .checked(let formula):
      if case .constant(let value, _) = formula.code {
        if !value.isFinite, !isUnknownFigure(value) {
          throw evaluator.failure(value, formula.place)
        }
        return
      }
      if isChecking { return }
      // a script values nothing twice: what is found is kept
      if formula.type.kind == .text {
        // texts have no faults of their own; those of a large file are read when they are wanted
        if streams, RowPlan([formula], in: self) != nil { return }
        _ = try evaluator.texts(of: node)
      } else if formula.hasSamples {
        try refuseOwnFault(of: formula)
      } else if formula.hasSources {
        let cells = try evaluator.duals(of: node, in: Box()).cells
        if cells.contains(where: \.isFault), formula.type.kind == .number {
          _ = try evaluator.exactRange(formula)
        }
      } else {
        if case .input(.rows) = formula.code { return }
        let isStreamed = try evaluator.looksThrough(formula) { (cells) throws(Diagnostic) in
          try refuseFault(cells, of: formula)
        }
        if !isStreamed { try refuseFault(evaluator.value(of: node).cells, of: formula) }
      }
    }
  }

  private func refuseFault(_ cells: [Double], of formula: Formula) throws(Diagnostic) {
    if cells.areFinite { return }
    for cell in cells where !cell.isFinite {
      if !isUnknownFigure(cell) { throw evaluator.failure(cell, formula.place) }
    }
  }

  /// The first samples tell whether the parameters are impossible.
  private func refuseOwnFault(of formula: Formula) throws(Diagnostic) {
    try evaluator.withFewSamples(of: formula) { () throws(Diagnostic) in
      let low = try evaluator.exactRange(formula).low
      for cell in low where !cell.isFinite && !isUnknownFigure(cell) {
        throw evaluator.failure(cell, formula.place)
      }
    }
  }

  /// `card = a10g` stands though nobody knows its power: its other fields are known.
  private func isUnknownFigure(_ value: Double) -> Bool {
    if case .notKnown = faults[value]?.problem { return true }
    return false
  }

  /// `x := expr`: the value of now, as a constant.
  private func freeze(_ node: Node, _ references: [Reference]) throws(Diagnostic) -> Formula {
    let context = BuildContext(session: self, world: world, owner: node.name.text, mayWait: false)
    let scope = scope(for: node)
    let builder = FormulaBuilder(context)
    let formula = try builder.formula(node.definition.value, scope)
    if formula.type.kind == .text || isConstant(formula) { return formula }
    let type = formula.type
    if formula.hasSamples {
      throw Diagnostic(
        EngineProblem.frozenDistribution(formula.place.text), at: formula.place)
    }
    if isChecking { return formula }
    let range = try evaluator.exactRange(formula)
    for value in range.low + range.high where !value.isFinite {
      throw evaluator.failure(value, formula.place)
    }
    func kept(_ cells: [Double]) -> Formula {
      let input = Input.constant(Column(axes: range.axes, cells: cells))
      return Formula(
        type: type, code: .input(input), place: formula.place, nodes: [], hasSources: false)
    }
    guard formula.hasSources else {
      let column = try evaluator.column(formula)
      let errors = statisticErrors(of: formula, [column.cells])?.cells
      return Formula(
        type: type, code: .input(errors.map { .frozen(column, errors: $0) } ?? .constant(column)),
        place: formula.place, nodes: [],
        hasSources: false)
    }
    let hasBest = formula.sources.contains(where: sourcesWithBest.contains)
    if hasBest { noteBest(node.name.text) }
    let bracket = BracketInput(
      source: sourceID(node.name.text), low: kept(range.low),
      best: hasBest ? kept(range.best) : nil,
      high: kept(range.high), place: formula.place)
    return Formula(
      type: type, code: .input(.bracket(bracket)), place: formula.place, nodes: [],
      hasSources: true)
  }

  private func isConstant(_ formula: Formula) -> Bool {
    if case .constant = formula.code { return true }
    return false
  }

  func define(_ definition: FunctionDefinition, _ statement: Statement) throws(Diagnostic) {
    let name = definition.name
    let place = Place(statement.source, definition.nameSpan)
    if Library.isBuiltIn(name) {
      throw Diagnostic(EngineProblem.reservedName(name.text), at: place)
    }
    let found = ReferenceCollector.collected(
      of: definition.body, definition.locals, definition.parameters)
    let references = found.references
    let function = Function(
      definition: definition, source: statement.source, references: references,
      documentation: statement.documentation, provenance: statement.provenance)
    let scope = Scope(parent: nil, source: statement.source, path: name.text)
    for parameter in definition.parameters {
      scope.bind(parameter.name, to: Binding(definition.body, in: scope))
    }
    for local in definition.locals { scope.bind(local.name, to: Binding(local.value, in: scope)) }
    noteUnitNames(definition.parameters.map(\.name) + definition.locals.map(\.name))
    try checkTouching(found.touching, scope)
    var comparison = ChangeComparison(self)
    if mode == .prompt { comparison.note(restingOn: [.function(name)], in: self) }
    let old = world.function(name)
    generation += 1
    forgetDependents(of: .function(name))
    world.define(function)
    if let path = callCycle(from: name) {
      if let old { world.define(old) } else { world.removeFunction(name) }
      throw Diagnostic(EngineProblem.functionCallsItself(path.map(\.text)), at: place)
    }
    for parameter in definition.parameters {
      guard let annotation = parameter.annotation else { continue }
      do {
        _ = try units.dimension(annotation: annotation)
      } catch {
        if let old { world.define(old) } else { world.removeFunction(name) }
        throw Diagnostic(error, at: Place(statement.source, annotation.span))
      }
    }
    log.record(.function(name, old: old, new: function))
    record(.function(name), statement)
    if mode == .prompt {
      let end = Int(definition.body.span.start)
      let head = statement.source.text(Span(Int(definition.nameSpan.start), end))
      let close = head.lastIndex(of: ")") ?? head.index(before: head.endIndex)
      emit(.function(String(head[...close])))
    }
    if mode == .prompt { tell(comparison) } else { recheck(.function(name)) }
    if old == nil { recheckWaiting(.value(name)) }
  }

  /// The way by which a function comes back to itself, if it does.
  private func callCycle(from start: Name) -> [Name]? {
    var path: [Name] = []
    var done: Set<Name> = []
    func visit(_ name: Name) -> Bool {
      path.append(name)
      for reference in world.function(name)?.references ?? [] where reference.isFunction {
        if reference.name == start {
          path.append(start)
          return true
        }
        if path.count < Limits.callDepth, done.insert(reference.name).inserted,
          visit(reference.name)
        {
          return true
        }
      }
      path.removeLast()
      return false
    }
    return visit(start) ? path : nil
  }

  /// Looks again at what rests on something that has changed; what breaks is named and kept.
  func recheck(_ reference: Reference) {
    for dependent in world.dependents(of: [reference]).sorted(by: { $0.name < $1.name })
    where dependent.isValue {
      guard let node = world.node(dependent.name), case .unchecked = node.state else { continue }
      try? check(node)
      if case .failed(let diagnostic) = node.state {
        note(
          .noteBroken(name: node.name.text, cause: .init(problem: diagnostic.problem)),
          at: diagnostic.place)
      }
    }
  }

  /// What has waited for a function need not wait any longer when a value gets its name, or the other
  /// way round: it is wrong.
  private func recheckWaiting(_ reference: Reference) {
    guard world.hasUsers(reference) else { return }
    forgetDependents(of: reference)
    recheck(reference)
  }

  /// Definitions that wait for names which nobody has defined.
  func stillWaiting() -> [(text: String, place: Place)] {
    let waiting = world.nodesInDoubt.filter { node in
      try? check(node)
      if case .waiting = node.state { return true } else { return false }
    }
    var found: [(String, Place)] = []
    for node in waiting.sorted(by: { $0.name < $1.name }) {
      if found.count == Self.changesTold {
        found.append(("and others", node.place))
        break
      }
      let list = missing(node).map(\.text).joined(separator: ", ")
      found.append(("\(node.name.text) waits for \(list)", node.place))
    }
    return found
  }

  /// Definitions that are left without a value by a fault, with that; those whose fault shows in
  /// values alone if they rested on it when they were said.
  func stillBroken() -> [Node] {
    let failed = world.nodesInDoubt.filter { if case .failed = $0.state { true } else { false } }
    let known = Set(failed.map { ObjectIdentifier($0) })
    let broken = namesBroken.compactMap { world.node($0) }.filter { node in
      !known.contains(ObjectIdentifier(node)) && fault(of: node) != nil
    }
    return (failed + broken).sorted { $0.name < $1.name }
  }
}
