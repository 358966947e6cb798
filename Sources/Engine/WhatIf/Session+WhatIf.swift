import EnergyCore
import Syntax
import Units

/// Worlds above the definitions: `under worst with node = 2 kW, batch = 8`.
extension Session {
  /// The world in which expressions stand that end in `under …` and `with …`; `under` comes first.
  func world(
    above below: World, _ whatIf: WhatIf, _ scope: Scope, restingOn expressions: [Expression],
    _ numbering: Numbering
  ) throws(Diagnostic) -> World {
    var below = below
    for (name, span) in whatIf.scenarios {
      below = try world(under: name, above: below, at: Place(scope.source, span))
    }
    return try world(
      above: below, overriding: whatIf.overrides, scope, restingOn: expressions, numbering)
  }

  /// The world of `with`: every override must be of something that the expressions rest on.
  func world(
    above below: World, overriding changes: [WhatIf.Override], _ scope: Scope,
    restingOn expressions: [Expression], _ numbering: Numbering
  ) throws(Diagnostic) -> World {
    if changes.isEmpty { return below }
    try checkReach(changes, below, scope, expressions)
    // each literal is one source: that of another definition is another one
    let owner = scope.path.isEmpty || scope.path == "with" ? "" : " in \(scope.path)"
    return try world(above: below, overriding: changes, scope.source, scope) { change in
      numbering.name("\(change.name) with\(owner)", Place(scope.source, change.span))
    }
  }

  /// A world of overrides above another. `path` names the brackets of an override; `scope` holds the
  /// parameters and local names that it may use.
  func world(
    above below: World, overriding changes: [WhatIf.Override], _ source: SourceText,
    _ scope: Scope? = nil, scenario: Name? = nil, asides: AsideWorlds? = nil,
    path: (WhatIf.Override) -> String
  ) throws(Diagnostic) -> World {
    for change in changes {
      let place = Place(source, change.span)
      if Library.constants[change.name] != nil || change.name == "ans" {
        throw Diagnostic(EngineProblem.reservedName(change.name.text), at: place)
      }
      if below.node(change.name) == nil, Catalog.entry(change.name.text) == nil {
        if let dot = change.name.text.lastIndex(of: ".") {
          let (whole, name) = (change.name.text, change.name.text[dot...].dropFirst())
          throw Diagnostic(
            SyntaxProblem.overrideOfField(
              whole, definition: "\(name) = \(whole)", name: String(name)), at: place)
        }
        if let call = callText(change.name) {
          throw Diagnostic(
            EngineProblem.functionOverridden(change.name.text, call: call), at: place)
        }
        if evaluator.isColumnAxis(change.name) {
          let value = source.text(of: change.value)
          throw Diagnostic(
            EngineProblem.axisOfColumn(
              change.name.text, override: "\(change.name.text) = \(value)"),
            at: place)
        }
        throw Diagnostic(
          EngineProblem.unknownOverride(
            change.name.text, nearest: nearestNames(to: change.name.text)), at: place)
      }
    }
    let world = World(
      above: below, overriding: changes.map(\.name), isScenario: scenario != nil)
    func node(_ change: WhatIf.Override, _ references: [Reference], above outer: World) -> Node {
      let definition = Definition(
        name: change.name, nameSpan: change.span, annotation: nil, value: change.value, locals: [],
        isFrozen: false)
      let node = Node(
        name: change.name, definition: definition, source: source, references: references,
        world: world, outer: outer, path: path(change))
      node.scope = scope
      node.scenario = scenario
      return node
    }
    let asides = asides ?? AsideWorlds()
    let all = changes.map { ($0, ReferenceCollector.references(of: $0.value)) }
    // what mentions nothing is the same in every world
    for (change, references) in all where references.isEmpty {
      let one = asides.literals[change.name] ?? node(change, references, above: below)
      asides.literals[change.name] = one
      world.define(one)
    }
    for (change, references) in all where !references.isEmpty {
      let aside = try asides.world(without: change, changes, below, source) {
        (others) throws(Diagnostic) in
        try self.world(
          above: below, overriding: others, source, scope, scenario: scenario, asides: asides,
          path: path)
      }
      world.define(node(change, references, above: aside))
    }
    for change in changes { try checkDimension(change, below, world, source) }
    return world
  }

  /// An override must be of something that the expression rests on, here or as the definitions stand:
  /// what a formula overrides goes on being right where a name in between is replaced.
  private func checkReach(
    _ changes: [WhatIf.Override], _ below: World, _ scope: Scope, _ expressions: [Expression]
  ) throws(Diagnostic) {
    let asked = expressions.flatMap { ReferenceCollector.references(of: $0) }
    // an override may itself bring what another overrides
    let references =
      asked
      + changes.flatMap { change in
        ReferenceCollector.references(of: change.value).filter { $0 != .value(change.name) }
      }
    let closure = below.reached(from: references, with: changes)
    var standing: Set<Reference>?
    for (i, change) in changes.enumerated() {
      let place = Place(scope.source, change.span)
      if changes[..<i].contains(where: { $0.name == change.name }) {
        throw Diagnostic(EngineProblem.overriddenTwice(change.name.text), at: place)
      }
      if below.isUnderScenario || closure.contains(.value(change.name)) { continue }
      if below.below != nil {
        let known = standing ?? below.base.closure(of: references)
        standing = known
        if known.contains(.value(change.name)) { continue }
      }
      // where something waits nobody knows yet what it rests on
      let isWaiting = closure.contains { reference in
        guard reference.isValue else { return false }
        guard let node = below.node(reference.name) else { return !isKnown(reference) }
        switch node.state {
        case .waiting, .failed: return true
        case .checked, .unchecked: return false
        }
      }
      if isWaiting { continue }
      // a name that nobody has defined is a slip of another kind
      guard below.node(change.name) != nil || Catalog.entry(change.name.text) != nil else {
        continue
      }
      // another override stands between
      let cut =
        below.closure(of: references).contains(.value(change.name))
        ? changes.filter { other in
          other.name != change.name
            && below.closure(of: [.value(other.name)]).contains(
              .value(change.name))
        }.map(\.name.text) : []
      let rests = below.reached(from: asked, with: changes).filter { reference in
        reference.isValue
          && (below.node(reference.name) != nil || Catalog.entry(reference.name.text) != nil)
      }
      let text = expressions.map { scope.source.text(of: $0) }.joined(separator: ", ")
      throw Diagnostic(
        EngineProblem.doesNotRestOn(
          change.name.text, expression: text, replaced: cut.sorted(),
          restsOn: rests.map(\.name.text).filter { $0 != text }.sorted()),
        at: place)
    }
  }

  /// An override keeps the dimension of what it replaces.
  private func checkDimension(
    _ change: WhatIf.Override, _ below: World, _ world: World, _ source: SourceText
  ) throws(Diagnostic) {
    guard let new = world.node(change.name) else { return }
    let replaced = try? build(.name(change.name, change.span), source, in: below)
    try check(new)
    switch new.state {
    case .failed(let diagnostic):
      // a name in the value rests on the one that is overridden
      if let through = ReferenceCollector.references(of: change.value).first(where: {
        $0 != .value(change.name) && !world.overrides($0.name, above: below)
          && below.closure(of: [$0]).contains(.value(change.name))
      }) {
        throw Diagnostic(
          EngineProblem.overrideCycle(
            change.name.text, through: through.text, value: source.text(of: change.value)),
          at: Place(source, change.value.span))
      }
      throw diagnostic
    case .waiting:
      let place = Place(source, change.value.span)
      let first = missing(new).first
      if let first, !first.isValue, world.function(first.name) == nil {
        let known = world.scenarioNames.map(\.text)
        throw Diagnostic(
          EngineProblem.unknownScenario(
            first.name.text, nearest: nearest(to: first.name.text, in: known, limit: 3),
            known: known), at: place)
      }
      // far down a long chain: the name that waits
      let waiting = new.references.first {
        if case .waiting? = below.node($0.name)?.state { true } else { false }
      }
      let name = first?.name ?? waiting?.name ?? change.name
      // it is there, and waits itself
      if let node = below.node(name) {
        throw Diagnostic(
          EngineProblem.undefined(name.text, missing: missing(node).map(\.text)), at: place)
      }
      throw Diagnostic(
        EngineProblem.unknownName(
          name.text, nearest: nearestNames(to: name.text), unitReading: nil),
        at: place)
    default: break
    }
    guard let replaced, let formula = new.formula else { return }
    let before = replaced.type
    let after = formula.type
    let fits =
      before.kind == after.kind
      && (agree(before.dimension, after.dimension) || after.isZero || before.isZero)
    if fits {
      if after.isZero, !before.isZero {
        // a literal 0 takes the dimension of what it replaces
        var type = before
        type.record = nil
        new.state = .checked(
          Formula(
            type: type, code: formula.code, place: formula.place, nodes: formula.nodes,
            hasSources: formula.hasSources, hasSamples: formula.hasSamples))
      }
      return
    }
    let (was, found) = sides(
      (replaced, change.name.text), (formula, source.text(of: change.value)))
    throw Diagnostic(
      EngineProblem.overrideDiffers(name: change.name.text, was: was, found: found),
      at: Place(source, change.value.span),
      labels: [Diagnostic.Label(Place(source, change.span), was.labelled)])
  }

  /// Both sides of a mismatch of formulas, each with its text; two currencies are told apart.
  func sides(_ a: (formula: Formula, text: String), _ b: (formula: Formula, text: String))
    -> (EngineProblem.Side, EngineProblem.Side)
  {
    var dimensions = (description(of: a.formula.type), description(of: b.formula.type))
    if a.formula.type.kind == .number, b.formula.type.kind == .number {
      dimensions = units.names(of: a.formula.type.dimension, and: b.formula.type.dimension)
    }
    return (
      EngineProblem.Side(
        text: a.text, value: briefly(a.formula), dimension: dimensions.0,
        measure: a.formula.type.measure),
      EngineProblem.Side(
        text: b.text, value: briefly(b.formula), dimension: dimensions.1,
        measure: b.formula.type.measure)
    )
  }

  /// `energy/token`, `text`
  func description(of type: ValueType) -> String {
    switch type.kind {
    case .number: units.name(of: type.dimension)
    case .truth: "true or false"
    case .text: "text"
    }
  }
}
