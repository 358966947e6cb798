import Engine

/// The words of what can be wrong with a question of a lesson.
extension EngineProblem {
  var questionWords: Words {
    switch self {
    case .questionVaries(let axes):
      Words(
        message: axes.isEmpty
          ? "the words of a question are one text"
          : "the words of a question are one text, and this varies over \(Words.codes(axes, "and"))",
        hints: ["pick a label, as in `{jt[batch = 8]}`"])
    case .toleranceOfQuestion(let text):
      Words(
        message: "\(Words.code(text)) is no tolerance of this answer",
        hints: [
          "write a share such as `within 2%`, or an amount in the unit of the answer",
          "`within rounding` goes with an answer that is written as one number",
        ])
    default: plainWords
    }
  }
}
