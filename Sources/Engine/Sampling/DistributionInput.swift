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
