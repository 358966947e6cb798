import Engine

/// What distributions are made of: lists with weights, parts of others, and which vary together.
extension EngineProblem {
  var sourceWords: Words {
    switch self {
    case .weightsDiffer(let kind, let values, let weights):
      return Words(
        message: "\(Words.code(kind)) has \(values) values and \(weights) weights",
        hints: ["give one weight for each value, or none: then all have the same"])
    case .mixtureNeedsLists(let text):
      return Words(
        message: "`mixture` takes a list of values and one of weights, and \(Words.code(text)) is "
          + "no such list",
        hints: Words.write("mixture([x, y], [0.3, 0.7])"))
    case .truncateNeedsDistribution(let text):
      return Words(
        message: "`truncate` takes a distribution as it was written, and \(Words.code(text)) is "
          + "none: it follows from others",
        hints: [
          "truncate what it rests on, or keep it between limits: `clamp(\(text), low, high)`"
        ])
    case .truncateNeedsRange(let text):
      return Words(
        message: "the part to keep is a range, and \(Words.code(text)) is none",
        hints: Words.write("truncate(x, 1 kW..2 kW)"))
    case .nothingToTruncate(let low, let high, let support):
      return Words(
        message: "nothing of the distribution lies between \(low) and \(high)",
        hints: support.count == 2 ? ["all of it lies between \(support[0]) and \(support[1])"] : [])
    case .resampleNeedsSource(let text):
      return Words(
        message: "\(Words.code(text)) rests on no distribution and no bracket, so there is nothing "
          + "to draw anew")
    case .correlateForm:
      return Words(
        message: "`correlate` takes two names and a number from -1 to 1",
        hints: Words.write("correlate(a, b, 0.5)"))
    case .correlateTwice(let name):
      return Words(
        message: "\(Words.code(name)) is always the same as itself",
        hints: ["name two different distributions"])
    case .correlateNeedsSource(let name, let isDefined, let sources):
      if !isDefined {
        return Words(
          message: "\(Words.code(name)) is not defined",
          hints: ["define it first, as a distribution"])
      }
      return Words(
        message: "\(Words.code(name)) is no distribution of its own",
        hints: sources.isEmpty
          ? ["give what is written as a distribution a name of its own, and correlate that"]
          : ["it varies with \(Words.codes(sources, "and")): correlate those"])
    case .correlationOutside(let value):
      return Words(
        message:
          "a correlation lies between -1 and 1, and neither end can be reached: not \(value)",
        hints: ["what is wholly the same is one name: write `b = 2 * a`"])
    case .correlationsDisagree(let names, let isComplete):
      return Words(
        message:
          "the correlations of \(Words.codes(names, "and")) cannot all hold: their matrix is "
          + "not positive definite",
        hints: [
          isComplete
            ? "make this one smaller, or the others"
            : "pairs that are not stated have correlation 0: state them too, or make the others "
              + "smaller"
        ])
    case .correlateInside:
      return Words(
        message: "`correlate` is a statement of its own, and has no value",
        hints: Words.write("correlate(a, b, 0.5)", " on a line of its own"))
    case .noteStopped(let count, let wanted):
      return Words(
        message: "stopped: this rests on \(count) of \(wanted) samples")
    case .noteStoppedSearch:
      return Words(message: "stopped: the ends that are shown are an outer bound")
    default: return plainWords
    }
  }
}
