import Syntax
import Units

/// Worlds above the definitions: `with node = 2 kW, batch = 8`.
extension Session {
  func world(
    above below: World, _ whatIf: WhatIf, _ scope: Scope, restingOn expressions: [Expression],
    _ numbering: Numbering
  ) throws(Diagnostic) -> World {
    if let (_, span) = whatIf.scenarios.first {
      throw Diagnostic(
        EngineProblem.notBuilt(feature: "scenarios"), at: Place(scope.source, span))
    }
    let names = whatIf.overrides.map(\.name)
    try checkOverrides(whatIf, below, scope, expressions)
    let world = World(above: below, overriding: names)
    for change in whatIf.overrides {
      let definition = Definition(
        name: change.name, nameSpan: change.span, annotation: nil, value: change.value, locals: [],
        isFrozen: false)
      let node = Node(
        name: change.name, definition: definition, source: scope.source,
        references: ReferenceCollector.references(of: change.value), world: world, outer: below,
        path: numbering.name("\(change.name) with", Place(scope.source, change.span)))
      world.define(node)
    }
    for change in whatIf.overrides { try checkDimension(change, below, world, scope) }
    return world
  }

  /// An override must be of something that the expression rests on.
  private func checkOverrides(
    _ whatIf: WhatIf, _ below: World, _ scope: Scope, _ expressions: [Expression]
  ) throws(Diagnostic) {
    var references: [Reference] = []
    for expression in expressions {
      references += ReferenceCollector.references(of: expression)
    }
    // an override may itself bring what another overrides
    references += whatIf.overrides.flatMap { ReferenceCollector.references(of: $0.value) }
    let closure = below.closure(of: references)
    let names = whatIf.overrides.map(\.name)
    for change in whatIf.overrides {
      let place = Place(scope.source, change.span)
      if names.filter({ $0 == change.name }).count > 1 {
        throw Diagnostic(EngineProblem.overriddenTwice(change.name.text), at: place)
      }
      if Library.constants[change.name] != nil {
        throw Diagnostic(EngineProblem.reservedName(change.name.text), at: place)
      }
      guard below.node(change.name) != nil else {
        throw Diagnostic(
          EngineProblem.unknownOverride(
            change.name.text, nearest: nearestNames(to: change.name.text)), at: place)
      }
      guard !closure.contains(.value(change.name)) else { continue }
      let rests = closure.filter { !$0.isFunction && below.node($0.name) != nil }
      let text = expressions.map { scope.source.text(of: $0) }.joined(separator: ", ")
      throw Diagnostic(
        EngineProblem.doesNotRestOn(
          change.name.text, expression: text,
          restsOn: rests.map(\.name.text).filter { $0 != text }.sorted()),
        at: place)
    }
  }

  /// An override keeps the dimension of what it replaces.
  private func checkDimension(
    _ change: WhatIf.Override, _ below: World, _ world: World, _ scope: Scope
  ) throws(Diagnostic) {
    guard let old = below.node(change.name), let new = world.node(change.name) else { return }
    try check(old)
    try check(new)
    switch new.state {
    case .failed(let diagnostic): throw diagnostic
    case .waiting:
      let place = Place(scope.source, change.value.span)
      let name = missing(new).first ?? change.name
      throw Diagnostic(
        EngineProblem.unknownName(
          name.text, nearest: nearestNames(to: name.text), unitReading: nil),
        at: place)
    default: break
    }
    guard let before = old.formula?.type, let formula = new.formula else { return }
    let after = formula.type
    let fits =
      before.kind == after.kind
      && (before.dimension == after.dimension || after.isZero || before.isZero)
    if fits {
      if after.isZero, !before.isZero {
        // a literal 0 takes the dimension of what it replaces
        var type = before
        type.record = nil
        new.state = .checked(
          Formula(
            type: type, code: formula.code, place: formula.place, nodes: formula.nodes,
            hasSources: formula.hasSources))
      }
      return
    }
    func side(_ type: ValueType, _ text: String, _ value: String?) -> EngineProblem.Side {
      EngineProblem.Side(
        text: text, value: value,
        dimension: type.kind == .number ? units.name(of: type.dimension) : "no number")
    }
    throw Diagnostic(
      EngineProblem.overrideDiffers(
        name: change.name.text, was: side(before, change.name.text, briefly(old)),
        found: side(after, scope.source.text(of: change.value), briefly(formula))),
      at: Place(scope.source, change.value.span))
  }
}
