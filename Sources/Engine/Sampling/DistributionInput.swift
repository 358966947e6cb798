import Syntax

/// One literal distribution: a source that every use of its name shares.
final class DistributionInput {
  enum Literal {
    /// `normal(3 kW, 0.2 kW)`: the parameters in their order
    case made(DistributionKind, [Formula])
    /// `1.5..3 kW as uniform`: the ends, and the best guess where there is one
    case promoted(DistributionKind, low: Formula, best: Formula?, high: Formula)
    /// `discrete([1, 2, 4], [5, 3, 2])`; without weights all values have the same, as of `samples`
    case listed(values: Formula, weights: Formula?)
    /// which of the items of a mixture it is: 0, 1, 2 …
    case choice(count: Int, weights: Formula?)
    /// `truncate(x, 1 kW..2 kW)`
    indirect case truncated(Literal, low: Formula, high: Formula)
  }
  let source: Int32
  let literal: Literal
  let place: Place

  init(source: Int32, literal: Literal, place: Place) {
    self.source = source
    self.literal = literal
    self.place = place
  }

  var parameters: [Formula] { literal.parameters }
}

extension DistributionInput.Literal {
  var parameters: [Formula] {
    switch self {
    case .made(_, let parameters): parameters
    case .promoted(_, let low, let best, let high): [low] + (best.map { [$0] } ?? []) + [high]
    case .listed(let values, let weights): [values] + (weights.map { [$0] } ?? [])
    case .choice(_, let weights): weights.map { [$0] } ?? []
    case .truncated(let whole, let low, let high): whole.parameters + [low, high]
    }
  }

  /// What it is called.
  var name: String {
    switch self {
    case .made(let kind, _), .promoted(let kind, _, _, _): kind.rawValue
    case .listed(_, let weights): weights == nil ? "samples" : "discrete"
    case .choice: "mixture"
    case .truncated: "truncate"
    }
  }
}

/// `mean(x)`, `quantile(x, 0.95)`, `prob(a < b)`: a number that is found from all samples together.
enum Statistic: String {
  case mean, median, sd, `var`, quantile, prob, low, high
}

extension Formula {
  /// The distributions that it varies with, each once, by number.
  /// - Complexity: linear in the definitions below.
  var distributions: [Int32: DistributionInput] {
    var found: [Int32: DistributionInput] = [:]
    var seen: Set<ObjectIdentifier> = []
    var open: [Formula] = [self]
    while let formula = open.popLast() {
      guard formula.hasSamples, seen.insert(ObjectIdentifier(formula)).inserted else { continue }
      open.append(contentsOf: formula.nodes.compactMap(\.formula))
      switch formula.code {
      case .constant: break
      case .text(let code): open.append(contentsOf: code.formulas)
      case .input(let input): input.collect(&found, &open)
      case .program(_, let inputs): for input in inputs { input.collect(&found, &open) }
      }
    }
    return found
  }
}

extension Input {
  fileprivate func collect(_ found: inout [Int32: DistributionInput], _ open: inout [Formula]) {
    switch self {
    case .node(let node): if let formula = node.formula { open.append(formula) }
    case .formula(let formula), .field(let formula, _, _, _), .end(_, let formula),
      .comparison(_, let formula), .reduction(_, let formula, _, _), .along(_, let formula, _, _),
      .pick(let formula, _, _), .interpolation(let formula, _, _, _, _):
      open.append(formula)
    case .filter(let formula, let condition, _): open += [formula, condition]
    case .known(let formula): open.append(formula)
    case .grouped(let grouping): open += grouping.formulas
    case .list(let list): open += list.items.map(\.value)
    case .movedField(let field): open.append(field.records)
    case .near(let near): open += [near.left, near.right, near.within]
    case .distribution(let distribution):
      found[distribution.source] = distribution
      open += distribution.parameters
    case .constant, .rows, .spaced, .sameText, .unknown, .sought, .soughtLabel, .bracket,
      .statistic:
      break
    }
  }
}

extension TextCode {
  fileprivate var formulas: [Formula] {
    switch self {
    case .field(let formula, _): [formula]
    case .choose(let condition, _, _): [condition]
    default: []
    }
  }
}
