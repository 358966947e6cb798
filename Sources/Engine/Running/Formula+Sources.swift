/// Which brackets a formula rests on.
extension Formula {
  /// Each source once, in ascending order.
  /// - Complexity: linear in the definitions below.
  var sources: [Int32] {
    var found: Set<Int32> = []
    var seen: Set<ObjectIdentifier> = []
    var open: [Formula] = [self]
    while let formula = open.popLast() {
      guard formula.hasSources, seen.insert(ObjectIdentifier(formula)).inserted else { continue }
      open.append(contentsOf: formula.nodes.compactMap(\.formula))
      switch formula.code {
      case .constant, .text: break
      case .input(let input): input.collect(&found, &open)
      case .program(_, let inputs): for input in inputs { input.collect(&found, &open) }
      }
    }
    return found.sorted()
  }
}

extension Input {
  fileprivate func collect(_ found: inout Set<Int32>, _ open: inout [Formula]) {
    switch self {
    case .node(let node): if let formula = node.formula { open.append(formula) }
    case .formula(let formula), .field(let formula, _, _, _), .end(_, let formula),
      .comparison(_, let formula), .reduction(_, let formula, _, _), .along(_, let formula, _, _),
      .pick(let formula, _, _), .interpolation(let formula, _, _, _, _):
      open.append(formula)
    case .filter(let formula, let condition, _): open += [formula, condition]
    case .list(let list): open += list.items.map(\.value)
    case .bracket(let bracket): found.insert(bracket.source)
    case .near(let near): open += [near.left, near.right]
    case .sought(let sought): found.formUnion(sought.sources)
    case .soughtLabel(let sought): open.append(sought.gap)
    case .constant, .spaced, .sameText, .unknown: break
    }
  }
}
