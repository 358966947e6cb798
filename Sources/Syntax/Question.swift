/// A question of a lesson, and the answer it waits for.
///
/// ```
/// ask "How many joules is {e}?" expect e -> J within 2% hint "An hour has 3600 seconds."
/// ```
public struct Question: Sendable {
  /// a string, which may hold values
  public var text: Expression
  public var answer: Expression
  /// nil where nothing is said
  public var within: Approximation.Within?
  /// strings, the weakest first
  public var hints: [Expression]

  public init(
    text: Expression, answer: Expression, within: Approximation.Within?, hints: [Expression]
  ) {
    self.text = text
    self.answer = answer
    self.within = within
    self.hints = hints
  }
}

extension Reading {
  /// A question as tj reads it.
  static func text(_ question: Question) -> String {
    var result = "ask \(text(question.text)) expect \(item(question.answer))"
    switch question.within {
    case nil: break
    case .rounding: result += " within rounding"
    case .amount(let amount): result += " within \(item(amount))"
    }
    if !question.hints.isEmpty {
      result += " hint " + question.hints.map(text).joined(separator: ", ")
    }
    return result
  }
}
