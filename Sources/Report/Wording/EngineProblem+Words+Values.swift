import Engine

/// Brackets, and values that cannot be had.
extension EngineProblem {
  var valueWords: Words {
    switch self {
    case .uncertainEnd(let text, let mend):
      return Words(
        message: "\(Words.code(text)) is a bracket or a distribution, and a plain number must "
          + "stand here",
        hints: Words.write(mend))
    case .lowAboveHigh(let low, let high):
      return Words(
        message: "the low end, \(low), lies above the high end, \(high)",
        hints: Words.write("\(high) .. \(low)"))
    case .bestOutside(let best, let low, let high):
      return Words(message: "the best guess, \(best), lies outside of \(low) to \(high)")
    case .divisorHoldsZero(let sources):
      return Words(
        message: sources.isEmpty
          ? "the divisor can be 0"
          : "the divisor can be 0 within the range of \(Self.sources(sources))",
        hints: ["choose a range that does not hold 0"])
    case .poleWithin(let sources):
      return Words(
        message: "`tan` has no bound within the range of \(Self.sources(sources))",
        hints: ["choose a range that holds no odd multiple of 90°"])
    case .dependsOn(let what, let sources):
      return Words(
        message: "\(Words.code(what)) depends on \(Self.sources(sources))",
        label: "true in a part of the range only",
        hints: ["decide for one value: `low(…)`, `best(…)` or `high(…)`"])
    case .textVaries(let text, let sources):
      return Words(
        message: "\(Words.code(text)) depends on \(Self.sources(sources)): "
          + "a text has no distribution",
        label: "one text for some samples, another for others",
        hints: ["choose between numbers instead, or decide for one value: `median(…)`"])
    case .bracketNotSupported(let function):
      return Words(
        message: function.contains(" ")
          ? "\(function) takes no brackets yet" : "\(Words.code(function)) takes no brackets yet",
        hints: ["take one value of each: `low(…)`, `best(…)` or `high(…)`"])
    case .divisionByZero:
      return Words(
        message: "division by 0",
        hints: ["say what is meant there: `if x == 0 then … else …`"])
    case .notDefinedFor(let function, let needs):
      return Words(
        message: function == "^"
          ? "a fractional power needs a base of 0 or more, and a negative one a base that is not 0"
          : "\(Words.code(function)) needs a value \(Self.needed(needs))")
    case .tooLarge:
      return Words(
        message: "the result is too large for a number",
        hints: ["keep below about 1.8e308, the largest there is"])
    case .refused(let message, let advice):
      return Words(message: message, hints: advice.map { [$0] } ?? [])
    case .notKnown(let what, let row, let source, let others):
      return Words(
        message: "the \(what) of \(Words.code(row)) \(Self.be(what)) not known: "
          + (source.isEmpty ? "no source states it" : "its source does not state it (\(source))"),
        hints: others.isEmpty
          ? ["define a value of your own, and say where it is from"]
          : ["take another source's: \(Words.codes(others, "or"))"])
    default: return plainWords
    }
  }

  /// `is` or `are`
  private static func be(_ what: String) -> String {
    what.hasSuffix("s") && !what.hasSuffix("ss") && !what.hasSuffix("/s")
      && !what.hasSuffix("is") && !what.hasSuffix("as") ? "are" : "is"
  }

  private static func needed(_ needs: String) -> String {
    needs.hasPrefix("between") ? needs : "of \(needs)"
  }

  /// The names of brackets; what has no name says so in words of its own.
  static func sources(_ names: [String]) -> String {
    let parts = names.prefix(6).map { Words.shortened(SourceName.words($0, code: Words.code)) }
    let more = names.count > 6 ? ["\(names.count - 6) more"] : []
    return Words.joined(parts + more, "and")
  }
}
