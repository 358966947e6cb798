import Engine

/// What `sensitivity` cannot answer.
extension EngineProblem {
  var sensitivityWords: Words {
    switch self {
    case .noSources(let text):
      return Words(
        message: "\(Words.code(text)) rests on no bracket and no distribution, so nothing moves it",
        hints: Words.write("sensitivity \(text) by 10%", " to move every input by 10 %"))
    case .sourcesOfStatistic(let text, let inner):
      return Words(
        message: "\(Words.code(text)) is a statistic: one number, wherever its sources lie",
        hints: (inner.map { Words.write("sensitivity \($0)", " to see what moves that") } ?? [])
          + Words.write("sensitivity \(text) by 10%", " to move every input by 10 %"))
    case .notAShare(let text, let value):
      let known = value.map { $0 == text ? "" : ", and it is \($0)" } ?? ""
      return Words(
        message: "after `by` stands a share above 0 and below 100 %\(known)",
        hints: Words.write("by 10%"))
    case .nothingToSwing(let text):
      return Words(
        message: "\(Words.code(text)) rests on no input that can be moved by a share",
        hints: [
          "give its numbers names: definitions without names in them and figures of the catalog "
            + "are moved"
        ])
    case .swingsThroughEnd:
      return Words(
        message: "`low`, `high` or `best` is taken on the way, and moving the inputs by a share "
          + "takes the place of their brackets",
        hints: ["ask `sensitivity … by` of the formula inside"])
    case .shapeDepends(let text):
      return Words(
        message: "the labels of \(Words.code(text)) depend on its sources",
        hints: ["pick one label: `[axis = label]`"])
    default: return plainWords
    }
  }
}
