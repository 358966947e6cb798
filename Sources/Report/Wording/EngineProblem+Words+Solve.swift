import Engine

/// `solve`, `minimize` and `maximize`: what was looked for, where, and how near it came.
extension EngineProblem {
  var solveWords: Words {
    switch self {
    case .solveForLocal(let name):
      return Words(
        message: "\(Words.code(name)) is a name of this definition alone",
        hints: ["solve for a name that is defined on a line of its own"])
    case .solveNeedsRange(let name, let unit, let nearest, let isOptimum):
      let word = isOptimum ? "over" : "for"
      let example = unit.map { unit in
        let end = unit.isEmpty ? "" : " \(unit)"
        return "`\(word) \(name) from 1\(end)..1000\(end)`"
      }
      return Words(
        message: "\(Words.code(name)) has no value yet, so that nobody knows where to look",
        hints: ["say between what: " + (example ?? "`\(word) \(name) from … .. …`, with its unit")]
          + Words.didYouMean(nearest))
    case .solveRangeAtZero(let name, let value, let isOptimum):
      return Words(
        message: "\(Words.code(name)) is \(value), and a range around 0 has no size",
        hints: ["say between what: `\(isOptimum ? "over" : "for") \(name) from … .. …`"])
    case .optimumOverAxis(let name):
      return Words(
        message: "\(Words.code(name)) has labels, and only they are tried: there is no range to "
          + "search",
        hints: [
          "leave `from` out, or give \(Words.code(name)) other labels: `with \(name) = [ … ]`"
        ])
    case .solveRangeNotWide(let value):
      return Words(
        message: "after `from` stands one value, \(value), and a range is needed",
        hints: ["write both ends: `from lo..hi`"])
    case .solveRangeDiffers(let name, let was, let found):
      return Words(
        message:
          "\(Words.code(name)) is \(was.labelled), and the range after `from` is "
          + found.dimension, label: found.labelled, hints: Confusion.hints(was, found))
    case .solveDoesNotRestOn(let name, let expression, let leaves, let replaced):
      let whose = replaced.count == 1 ? "has" : "have"
      return Words(
        message: "\(Words.code(expression)) does not rest on \(Words.code(name))"
          + (replaced.isEmpty
            ? "" : " here, where \(Words.codes(replaced, "and")) \(whose) another meaning"),
        hints: leaves.isEmpty
          ? ["it rests on no name at all"] : ["it rests on \(Words.codes(leaves, "and"))"])
    case .solveWithinItself(let text):
      return Words(
        message:
          "\(Words.code(text)) is asked within itself, or within more than 8 other questions",
        hints: ["`:=` keeps an answer of now, which rests on nothing"])
    case .solveAlongDepends(let equation, let axis, let sources):
      return Words(
        message: "where along \(Words.code(axis)) \(Words.code(equation)) holds depends on "
          + Self.sources(sources),
        hints: ["decide for one value: `low(…)`, `best(…)` or `high(…)`"])
    case .noSolution, .severalSolutions, .everyValueSolves, .solveBetween: return searchWords
    case .optimumFlat(let searched, let label, let value):
      return Words(
        message: "\(Words.code(searched.equation)) does not change with "
          + "\(Words.code(searched.name)) from \(searched.low) to \(searched.high)"
          + (label.map { " at \($0)" } ?? ""),
        label: value.isEmpty ? nil : "\(value) everywhere")
    case .optimumEndless(let goal, let name, let at, let isLeast, true):
      return Words(
        message: "\(Words.code(goal)) has no \(isLeast ? "least" : "greatest") value: it "
          + "overflows at \(name) = \(at)",
        label: "past \(isLeast ? "-" : "")1.8e308, the last number there is",
        hints: ["choose a range that does not hold it"])
    case .optimumEndless(let goal, let name, let at, let isLeast, false):
      return Words(
        message: "\(Words.code(goal)) has no \(isLeast ? "least" : "greatest") value: it "
          + "\(isLeast ? "falls" : "rises") without end near \(name) = \(at)",
        hints: ["choose a range that ends before it"])
    case .optimumDepends(let goal, let name, let sources, let isLeast):
      let worst = isLeast ? "high" : "low"
      return Words(
        message: "the best \(Words.code(name)) depends on \(Self.sources(sources))",
        hints: [
          "decide what is to be best: `\(worst)(\(goal))` for the worst case, or `best(\(goal))`"
        ])
    case .noteOptimumBeside(let goal, let value, let place, let there):
      return Words(
        message: "\(Words.code(goal)) is \(value) beside \(place) and jumps: it is \(there) at "
          + "\(place) itself")
    case .noteOptimum(let goal, let value, let end):
      return Words(
        message: "\(Words.code(goal)) is \(value) there"
          + (end.map { ", at the \($0) end of the range" } ?? ""))
    default: return plainWords
    }
  }

  /// The outcomes of a search other than one answer.
  private var searchWords: Words {
    switch self {
    case .noSolution(let searched, let misses, let more):
      let label =
        misses.count == 1 && misses[0].label == nil ? Self.nearest(misses[0], searched) : nil
      var hints: [String] = []
      if label == nil {
        hints = misses.map { "\($0.label ?? ""): \(Self.nearest($0, searched))" }
        if more > 0 { hints.append("and \(more) more") }
      }
      if let miss = misses.first(where: { $0.elsewhere != nil }), let value = miss.elsewhere {
        let mend = miss.range.map { ": look there with `from \($0)`" } ?? ""
        let label = miss.label.map { "at \($0), " } ?? ""
        hints.append("\(label)\(searched.name) = \(value) does it, outside of that\(mend)")
      }
      return Words(
        message: "no \(Self.place(searched)) makes \(Words.code(searched.equation))",
        label: label, hints: hints)
    case .severalSolutions(let searched, let solutions, let more, let part):
      let first = solutions.first
      var hints: [String] = []
      if first?.label != nil {
        hints = solutions.map { "\($0.label ?? ""): \(Self.listed($0))" }
        if more > 0 { hints.append("and \(more) more") }
      }
      if let part, first?.label == nil { hints.append("look for one of them: `from \(part)`") }
      let count = Self.count(first)
      // a long list goes on over several lines
      let isLong = first.map { $0.values.count > 6 } ?? false
      if isLong, first?.label == nil { hints.insert(first.map(Self.listed) ?? "", at: 0) }
      return Words(
        message: (searched.low.isEmpty
          ? "\(count) labels of \(Words.code(searched.name))"
          : "\(count) values of \(Self.place(searched))")
          + " make \(Words.code(searched.equation))",
        label: first?.label == nil && !isLong ? first.map(Self.listed) : nil,
        hints: hints)
    case .everyValueSolves(let searched, let label, let low, let high):
      return Words(
        message: "every \(Words.code(searched.name)) from \(low) to \(high) makes "
          + Words.code(searched.equation) + (label.map { " at \($0)" } ?? ""))
    case .solveBetween(let searched, let between, let more, let left, let right, let range):
      let name = searched.name
      func place(_ one: Between) -> String {
        "between \(name) = \(one.low) and \(one.high)"
      }
      let isSingle = between.count == 1 && between[0].label == nil
      var hints = isSingle ? [] : between.map { "\($0.label.map { "\($0): " } ?? "")\(place($0))" }
      if more > 0 { hints.append("and \(more) more") }
      hints += Words.write(
        "solve interpolate(\(left), \(name) = x) == \(right) for x from \(range)",
        " for a place between the labels")
      return Words(
        message: "no label of \(Words.code(name)) makes \(Words.code(searched.equation))"
          + (isSingle ? "; it happens \(place(between[0]))" : ""),
        hints: hints)
    default: return plainWords
    }
  }

  /// `1, 2 and 3`; of many the first, and how many there are besides
  private static func listed(_ one: Solutions) -> String {
    guard one.more > 0 || one.isCut else { return Words.joined(one.values, "and") }
    let rest = one.more == 0 ? "more" : "\(grouped(one.more)) more"
    return (one.values + ["… and \(one.isCut && one.more > 0 ? "at least " : "")\(rest)"])
      .joined(separator: ", ")
  }

  private static func count(_ one: Solutions?) -> String {
    guard let one else { return "0" }
    return (one.isCut ? "at least " : "") + grouped(one.values.count + one.more)
  }

  /// `6,354`
  private static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var end = digits.count - 3
    while end > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: end))
      end -= 3
    }
    return digits
  }

  /// `tput` from 1 to 10 t/s; a label of `batch`
  private static func place(_ searched: Searched) -> String {
    searched.low.isEmpty
      ? "label of \(Words.code(searched.name))"
      : "\(Words.code(searched.name)) from \(searched.low) to \(searched.high)"
  }

  private static func nearest(_ miss: Miss, _ searched: Searched) -> String {
    if let fault = miss.fault {
      return "there is no value anywhere: \(Report.words(of: fault.problem).message)"
    }
    guard let reached = miss.reached, let at = miss.at else { return "there is no value anywhere" }
    return miss.isJump
      ? "it jumps past that at \(searched.name) = \(at), where \(Words.code(miss.left)) is \(reached)"
      : "nearest at \(searched.name) = \(at), where \(Words.code(miss.left)) is \(reached)"
  }
}
