/// Which brackets a formula rests on.
extension Formula {
  /// Each source once, in ascending order.
  /// - Complexity: linear in the definitions below.
  var sources: [Int32] { brackets.keys.sorted() }

  /// A literal of each source.
  /// - Complexity: linear in the definitions below.
  var brackets: [Int32: BracketInput] {
    var found: [Int32: BracketInput] = [:]
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
    return found
  }
}

extension Input {
  fileprivate func collect(_ found: inout [Int32: BracketInput], _ open: inout [Formula]) {
    switch self {
    case .node(let node): if let formula = node.formula { open.append(formula) }
    case .formula(let formula), .field(let formula, _, _, _), .end(_, let formula),
      .comparison(_, let formula), .reduction(_, let formula, _, _), .along(_, let formula, _, _),
      .pick(let formula, _, _), .interpolation(let formula, _, _, _, _):
      open.append(formula)
    case .filter(let formula, let condition, _): open += [formula, condition]
    case .list(let list): open += list.items.map(\.value)
    case .movedField(let field):
      open.append(field.records)
      for bracket in field.brackets.values { found[bracket.source] = bracket }
    case .bracket(let bracket): found[bracket.source] = bracket
    case .near(let near): open += [near.left, near.right]
    case .sought(let sought): open.append(sought.gap)
    case .soughtLabel(let sought): open.append(sought.gap)
    case .distribution(let distribution): open += distribution.parameters
    case .statistic(_, let formula, _, _): open.append(formula)
    case .known(let formula): open.append(formula)
    case .grouped(let grouping): open += grouping.formulas
    case .constant, .rows, .spaced, .sameText, .unknown: break
    }
  }
}
