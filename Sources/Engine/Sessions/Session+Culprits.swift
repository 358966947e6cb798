import Syntax
import Units

/// Whose fault an error is: a statement fails for its own faults only.
///
/// ```
/// node = 3 kg          // jt, which is energy/token, has no value now
/// k = jt * 2           // stands, and has a value when jt has one again
/// ```
extension Session {
  /// The definition or scenario that an error belongs to, where it is another one than that which
  /// rests on some references; nil for a fault of its own.
  /// - Complexity: that of finding the values of all definitions that it rests on directly.
  func culprit(of error: Diagnostic, restingOn references: [Reference]) -> Name? {
    if error.problem as? EngineProblem == .interrupted { return nil }
    var open = references
    var seen: Set<Reference> = []
    while let reference = open.popLast() {
      guard seen.insert(reference).inserted else { continue }
      switch reference.kind {
      case .value:
        guard let node = world.node(reference.name), let fault = fault(of: node) else { continue }
        if fault.isSame(as: error) { return root(of: error, from: node).name }
      case .function: open += world.references(of: reference)
      case .scenario:
        open += world.references(of: reference)
        guard let scenario = world.scenario(reference.name) else { continue }
        if let fault = fault(of: scenario), fault.isSame(as: error) { return reference.name }
      }
    }
    return nil
  }

  /// Why a definition has no value, if it has none.
  func fault(of node: Node) -> Diagnostic? {
    do throws(Diagnostic) {
      if isChecking {
        try check(node)
        if case .failed(let diagnostic) = node.state { return diagnostic }
      } else {
        _ = try value(of: node)
      }
      return nil
    } catch {
      return error
    }
  }

  private func fault(of scenario: Scenario) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try world(under: scenario.definition.name, above: world, at: scenario.place)
      return nil
    } catch {
      return error
    }
  }

  /// The definition that holds the place of an error, of those on which a faulty one rests; the faulty
  /// one itself where it lies in none, as in a function.
  private func root(of error: Diagnostic, from node: Node) -> Node {
    func holds(_ node: Node) -> Bool {
      let start = node.definition.nameSpan.start
      let end = max(
        node.definition.value.span.end, node.definition.locals.last?.value.span.end ?? 0)
      return node.source === error.place.source && start <= error.place.span.start
        && error.place.span.end <= end
    }
    if holds(node) { return node }
    for reference in world.closure(of: node.references, limit: 10_000) where reference.isValue {
      if let other = world.node(reference.name), holds(other) { return other }
    }
    return node
  }
}

extension Diagnostic {
  /// Whether both say the same of the same place.
  fileprivate func isSame(as other: Diagnostic) -> Bool {
    place.source === other.place.source && place.span == other.place.span
      && problem.id == other.problem.id
  }
}
