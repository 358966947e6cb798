/// What a formula is made of, one level down; what it loads by name is in `nodes`.
extension Formula {
  var inputs: [Input] {
    switch code {
    case .constant, .text: []
    case .input(let input): [input]
    case .program(_, let inputs): inputs
    }
  }

  /// The formulas within it.
  var parts: [Formula] {
    if case .text(let text) = code { return text.parts }
    return inputs.flatMap(\.parts)
  }
}

extension Input {
  var parts: [Formula] {
    switch self {
    case .node, .constant, .frozen, .rows, .unknown: []
    case .formula(let formula), .field(let formula, _, _, _), .end(_, let formula),
      .known(let formula), .comparison(_, let formula), .reduction(_, let formula, _, _),
      .along(_, let formula, _, _):
      [formula]
    case .refusal(let refusal): refusal.parts
    case .list(let list): list.items.map(\.value) + list.items.compactMap(\.label)
    case .bracket(let bracket):
      [bracket.low, bracket.high] + (bracket.best.map { [$0] } ?? [])
    case .distribution(let distribution): distribution.parameters
    case .statistic(_, let formula, let share, _): [formula] + (share.map { [$0] } ?? [])
    case .movedField(let field): [field.records]
    case .pick(let formula, let picks, _): [formula] + picks.map(\.label)
    case .filter(let formula, let condition, _): [formula, condition]
    case .interpolation(let formula, _, let at, _, _): [formula, at]
    case .grouped(let grouping): grouping.formulas
    case .spaced(_, let a, let b, let c, _): [a, b, c]
    case .near(let near): [near.left, near.right, near.within]
    case .sameText(let a, let b, _): [a, b]
    case .sought(let sought): [sought.gap, sought.left]
    case .soughtLabel(let sought): [sought.gap, sought.left]
    }
  }
}

extension RefusalInput {
  var parts: [Formula] { [message] + (advice.map { [$0] } ?? []) }
}

extension TextCode {
  var parts: [Formula] {
    switch self {
    case .pieces(let pieces):
      pieces.compactMap { piece in
        if case .value(let formula, _) = piece { return formula }
        return nil
      }
    case .node: []
    case .list(let list): list.items.map(\.value) + list.items.compactMap(\.label)
    case .field(let formula, _): [formula]
    case .choose(let condition, let then, let otherwise): [condition, then, otherwise]
    case .pick(let formula, let picks, _): [formula] + picks.map(\.label)
    case .filter(let formula, let condition, _): [formula, condition]
    case .label(let label): [label.goal, label.position]
    }
  }

  /// Whether it is one text for some samples and another for others. What is written of a distribution
  /// is the same for all.
  var varies: Bool {
    switch self {
    case .pieces, .list: parts.contains(where: \.isVaryingText)
    case .node(let node): node.formula?.isVaryingText ?? false
    default: parts.contains(where: \.hasSamples)
    }
  }
}

extension Formula {
  /// A text that samples choose.
  var isVaryingText: Bool {
    guard hasSamples, case .text(let code) = code else { return false }
    return code.varies
  }
}
