/// The literals on which a formula rests: brackets and distributions.
extension Formula {
  /// The brackets, in ascending order.
  /// - Complexity: linear in the definitions below.
  var sources: [Int32] { brackets.keys.sorted() }

  /// A literal of each bracket, by number.
  /// - Complexity: linear in the definitions below.
  var brackets: [Int32: BracketInput] {
    var found: [Int32: BracketInput] = [:]
    walk(\.hasSources) { input in
      switch input {
      case .bracket(let bracket): found[bracket.source] = bracket
      case .movedField(let field):
        for bracket in field.brackets.values { found[bracket.source] = bracket }
      default: break
      }
      return true
    }
    return found
  }

  /// The distributions that it varies with, each once, by number.
  /// - Complexity: linear in the definitions below.
  var distributions: [Int32: DistributionInput] {
    var found: [Int32: DistributionInput] = [:]
    walk(\.hasSamples) { input in
      switch input {
      case .distribution(let distribution): found[distribution.source] = distribution
      // found from all samples together
      case .statistic, .sought, .soughtLabel: return false
      default: break
      }
      return true
    }
    return found
  }

  /// Whether one step down something varies with samples: a condition that is settled may have left
  /// out the branch that did.
  var meetsSamples: Bool {
    if nodes.contains(where: { $0.formula?.hasSamples ?? false }) { return true }
    switch code {
    case .constant: return false
    case .text: return hasSamples
    case .input(let input): return input.meetsSamples
    case .program(_, let inputs): return inputs.contains(where: \.meetsSamples)
    }
  }

  /// Visits what is loaded on the way down.
  /// - Parameters:
  ///   - isWanted: which formulas may hold what is looked for.
  ///   - visit: tells whether to go on below.
  private func walk(_ isWanted: (Formula) -> Bool, _ visit: (Input) -> Bool) {
    var seen: Set<ObjectIdentifier> = []
    var open: [Formula] = [self]
    while let formula = open.popLast() {
      guard isWanted(formula), seen.insert(ObjectIdentifier(formula)).inserted else { continue }
      open += formula.nodes.compactMap(\.formula)
      switch formula.code {
      case .constant: break
      case .text(.field(let inner, _)), .text(.choose(let inner, _, _)): open.append(inner)
      case .text: break
      case .input(let input): if visit(input) { open += input.formulas }
      case .program(_, let inputs):
        for input in inputs where visit(input) { open += input.formulas }
      }
    }
  }
}

extension Input {
  fileprivate var meetsSamples: Bool {
    switch self {
    case .distribution: true
    case .statistic, .sought, .soughtLabel: false
    default: formulas.contains(where: \.hasSamples)
    }
  }

  /// What it is made of, one step down.
  fileprivate var formulas: [Formula] {
    switch self {
    case .node(let node): node.formula.map { [$0] } ?? []
    case .formula(let formula), .field(let formula, _, _, _), .end(_, let formula),
      .comparison(_, let formula), .reduction(_, let formula, _, _), .along(_, let formula, _, _),
      .pick(let formula, _, _), .interpolation(let formula, _, _, _, _),
      .statistic(_, let formula, _, _), .known(let formula):
      [formula]
    case .filter(let formula, let condition, _): [formula, condition]
    case .list(let list): list.items.map(\.value)
    case .movedField(let field): [field.records]
    case .near(let near): [near.left, near.right, near.within]
    case .sought(let sought): [sought.gap]
    case .soughtLabel(let sought): [sought.gap]
    case .distribution(let distribution): distribution.parameters
    case .grouped(let grouping): grouping.formulas
    case .constant, .frozen, .rows, .spaced, .sameText, .unknown, .bracket, .refusal: []
    }
  }
}
