import EnergyCore
import Syntax
import Units

/// Finding out what definitions yield.
extension Session {
  func scope(for node: Node) -> Scope {
    let scope = Scope(parent: node.scope, source: node.source, path: node.path)
    for local in node.definition.locals {
      scope.bind(local.name, to: Binding(local.value, in: scope))
    }
    return scope
  }

  /// Finds out what a definition yields, and first what it rests on; without recursion, since
  /// chains of definitions may be long. The finding stands in `node.state`.
  func check(_ node: Node) throws(Diagnostic) {
    guard case .unchecked = node.state, !node.isOpen else { return }
    // the entered ones, which are open, are the path that leads to the last
    var stack = [(node: node, isEntered: false)]
    // none is left, unless work was stopped
    defer { for (node, isEntered) in stack where isEntered { node.isOpen = false } }
    while let (top, isEntered) = stack.last {
      guard case .unchecked = top.state else {
        stack.removeLast()
        if isEntered { top.isOpen = false }
        continue
      }
      if isEntered {
        try build(top)
        continue
      }
      stack[stack.count - 1].isEntered = true
      top.isOpen = true
      for name in top.world.awaited(by: top) {
        let world = top.outer != nil && name == top.name ? top.outer ?? top.world : top.world
        guard let next = world.node(name), case .unchecked = next.state else { continue }
        guard next.isOpen else {
          stack.append((next, false))
          continue
        }
        if let start = stack.firstIndex(where: { $0.isEntered && $0.node === next }) {
          // whichever was asked for first, the same nodes fail
          let circle = stack[start...].map(\.node).filter(\.isOpen)
          let names = circle.map(\.name.text)
          for (i, node) in circle.enumerated() {
            let way = names[i...] + names[...i]
            node.state = .failed(Diagnostic(EngineProblem.cycle(Array(way)), at: node.place))
          }
        } else {
          top.state = .failed(
            Diagnostic(EngineProblem.cycle([name.text, top.name.text, name.text]), at: top.place))
        }
        break
      }
    }
  }

  private func build(_ node: Node) throws(Diagnostic) {
    if let frozen = node.frozen {
      node.state = .checked(current(frozen))
      return
    }
    let context = BuildContext(
      session: self, world: node.world, owner: node.name.text, mayWait: true,
      ownName: node.outer == nil ? nil : node.name, outer: node.outer)
    context.isOfWorld = true
    let builder = FormulaBuilder(context)
    if let way = circle(to: node) {
      node.state = .failed(Diagnostic(EngineProblem.cycle(way), at: node.place))
      return
    }
    buildsOpen.append(node.name)
    defer { buildsOpen.removeLast() }
    let scope = scope(for: node)
    // what is looked at again says nothing new about its spelling
    let said = emit
    if node.world.below != nil, node.outer == nil { emit = { _ in } }
    defer { emit = said }
    do {
      let formula = try unstopped(node.place) { () throws(Diagnostic) in
        try annotated(node, try builder.formula(node.definition.value, scope))
      }
      node.state = .checked(formula)
    } catch {
      // work that was stopped has found nothing out
      if error.problem as? EngineProblem == .interrupted { throw error }
      if context.waiting.isEmpty {
        let definition = node.definition
        let end = definition.locals.last?.value.span ?? definition.value.span
        let whole = Place(
          node.source, node.source.balanced(definition.nameSpan.joined(end)))
        // under an override the statement that asks for it is taught, once
        let isLasting = node.world.below == nil
        node.state = .failed(
          isLasting ? taught(error, in: whole, except: node.name) : error)
      } else {
        node.state = .waiting
      }
    }
  }

  /// A definition that is looked at within itself, in a world above that of the time before: each of its
  /// worlds would need another one.
  private func circle(to node: Node) -> [String]? {
    let places = buildsOpen.indices.filter { buildsOpen[$0] == node.name }
    guard places.count >= Self.mostWithinItself, let last = places.last else { return nil }
    return (buildsOpen[last...] + [node.name]).map(\.text)
  }

  /// more often than an override of an override of itself is written
  private static let mostWithinItself = 8

  /// Every name that a definition still waits for.
  func missing(_ node: Node) -> [Reference] {
    var names: [Reference] = []
    // of a long chain that waits only the nearest names are looked through
    let closure = node.world.closure(of: node.references, limit: 500)
    for reference in closure.sorted(by: { $0.name < $1.name }) {
      let isKnown =
        !reference.isValue
        ? node.world.function(reference.name) != nil || node.world.scenario(reference.name) != nil
        : node.world.node(reference.name) != nil || Library.constants[reference.name] != nil
          || Catalog.entry(reference.name.text) != nil
          || ["grid", "facility", "const", "measured"].contains(reference.name.text)
      if !isKnown { names.append(reference) }
    }
    // `over index` goes along a column of a log, unless nothing else can be meant
    let others = names.filter { !evaluator.isColumnAxis($0.name) }
    return others.isEmpty ? names : others
  }

  /// What an annotation asks for and what was found instead; two currencies are told apart.
  func stated(_ wanted: Dimension, _ text: String, and found: EngineProblem.Side) -> (
    wanted: EngineProblem.Side, found: EngineProblem.Side
  ) {
    var sides = (
      wanted: EngineProblem.Side(
        text: text, value: nil, dimension: units.name(of: wanted), measure: wanted), found: found
    )
    if let measure = found.measure {
      (sides.wanted.dimension, sides.found.dimension) = units.names(of: wanted, and: measure)
    }
    return sides
  }

  /// The formula, if it has the dimension that its definition states; a plain 0 takes it.
  func annotated(_ node: Node, _ formula: Formula) throws(Diagnostic) -> Formula {
    guard let annotation = node.definition.annotation else { return formula }
    let wanted: Dimension
    do {
      wanted = try units.dimension(annotation: annotation)
    } catch {
      throw Diagnostic(error, at: Place(node.source, annotation.span))
    }
    if formula.type.kind == .number, formula.type.isZero {
      if units.isMoneyOfNoCurrency(wanted) {
        throw Diagnostic(
          EngineProblem.zeroOfNoCurrency(
            name: node.name.text, unit: example(of: wanted).map { String($0.dropFirst(2)) } ?? "$"),
          at: Place(node.source, node.definition.value.span))
      }
      var type = formula.type
      type.dimension = wanted
      type.unit = units.standardUnit(of: wanted)
      type.isZero = false
      return Formula(
        type: type, code: formula.code, place: formula.place, nodes: formula.nodes,
        hasSources: formula.hasSources, hasSamples: formula.hasSamples)
    }
    let fits = fits(formula.type.dimension, annotation: wanted)
    if formula.type.kind == .number, fits { return formula }
    let found = EngineProblem.Side(
      text: node.source.text(of: node.definition.value), value: briefly(formula),
      dimension: description(of: formula.type), measure: formula.type.measure)
    let sides = stated(wanted, node.source.text(annotation.span), and: found)
    throw Diagnostic(
      EngineProblem.annotationMismatch(
        name: node.name.text, wanted: sides.wanted, found: sides.found),
      at: Place(node.source, node.definition.value.span),
      labels: [Diagnostic.Label(Place(node.source, annotation.span), sides.wanted.dimension)])
  }
}
