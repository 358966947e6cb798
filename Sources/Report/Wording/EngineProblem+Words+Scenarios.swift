import Engine

/// Scenarios, their comparison, the reasons of a difference; and holes.
extension EngineProblem {
  var scenarioWords: Words {
    switch self {
    case .unknownScenario(let name, let nearest, let known):
      var hints = Words.didYouMean(nearest)
      if hints.isEmpty, !known.isEmpty { hints = ["there is \(Words.codes(known, "and"))"] }
      if known.isEmpty { hints = Words.write("scenario \(name) { node = 3 kW }", " first") }
      return Words(message: "there is no scenario \(Words.code(name))", hints: hints)
    case .baseIsNoScenario:
      return Words(
        message: "`base` is the definitions as they stand, so no scenario can have that name",
        hints: ["choose another name"])
    case .scenarioCycle(let names):
      return Words(
        message: "\(Words.code(names.first ?? "")) begins from itself: \(Words.way(names))",
        hints: ["let one of them begin from the definitions, without `from`"])
    case .noScenarios:
      return Words(
        message: "there is no scenario to compare with",
        hints: Words.write("scenario worst { node = 3 kW }", " first"))
    case .whyNeedsTwo(let text):
      return Words(
        message: "`why` asks for the reasons of a difference, so it needs a second side",
        hints: Words.write("why \(text) under worst", " for the change from the definitions")
          + Words.write("why \(text) under best, worst", " for that between two scenarios")
          + Words.write("why \(text) with node = 3 kW", " for that of an override"))
    case .whyNeedsNumber(let text):
      return Words(
        message: "\(Words.code(text)) is no number, and only a difference of numbers has parts")
    case .whyNeedsSameLabels(let text):
      return Words(
        message: "\(Words.code(text)) has other axes on the way than on both sides",
        hints: ["ask for one label of them: `why …[axis = label] under …`"])
    case .sharesNeedOneSign(let text):
      return Words(
        message: "\(Words.code(text)) is 0 or changes its sign, so it has no factors",
        hints: ["leave `by factor` out: the parts of the difference always exist"])
    case .noteSettingStands(let name, let scenario):
      return Words(
        message: "\(Words.code(name)) was set on the command line, and stays so under "
          + Words.code(scenario),
        hints: ["a scenario that moves it moves what was set: `\(name) = \(name) * 1.2`"])
    case .noteScenarioWaits(let name, let cause):
      let why = Report.words(of: cause.problem)
      return Words(
        message: "\(Words.code(name)) cannot be used yet: " + why.message, hints: why.hints)
    case .holeMet:
      return Words(message: "a hole stands in an expression of its own: `jt + node / ?`")
    case .twoHoles:
      return Words(message: "a line can have one hole", hints: ["give the other a value"])
    case .freeHole(let text):
      return Words(
        message: "`?` can have any dimension here",
        hints: ["say what the whole is to be: `\(Words.shortened(text)) -> J/t`"])
    case .holeHere(let dimension, let names):
      return Words(
        message: "a value of \(dimension) is missing here",
        hints: names.isEmpty ? [] : ["\(Words.codes(names, "and")) would fit"])
    default: return plainWords
    }
  }
}
