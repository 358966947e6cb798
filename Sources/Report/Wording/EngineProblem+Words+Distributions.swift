import Engine

/// Distributions: impossible parameters, and what cannot be asked of them.
extension EngineProblem {
  var distributionWords: Words {
    switch self {
    case .badParameter(let parameter, let kind, let value, let must):
      return Words(message: "the \(parameter) of \(Words.code(kind)) is \(value), and must \(must)")
    case .parameterDiffers(let parameter, let kind, let text, let found, let wanted, let like):
      var hints: [String] = []
      if parameter == "gsd" {
        hints = ["it is a factor: two thirds lie between `median / gsd` and `median * gsd`"]
      } else if let like, found == "a plain number" {
        hints = Words.write("\(text) * \(like)", " for a share of it")
      } else if like != nil {
        hints = Confusion.hints(String(wanted.prefix { $0 != "," }), found)
      }
      return Words(
        message: "the \(parameter) of \(Words.code(kind)) "
          + "\(parameter == "weights" ? "are" : "is") \(found), and must be \(wanted)",
        hints: hints)
    case .parameterNoList(let parameter, let kind, let text):
      return Words(
        message: "\(Words.code(text)) is one number, and the \(parameter) of \(Words.code(kind)) "
          + "are a list",
        hints: Words.write(
          kind == "samples" ? "samples([296, 310, 342])" : "\(kind)([1, 2, 4], [5, 3, 2])"))
    case .quantileBeyond(let share, let count, let needed):
      let isEnd = needed == nil
      return Words(
        message: "the quantile at \(share) lies beyond the outermost of \(count) samples",
        hints: isEnd
          ? ["an end is no quantile: ask for one that is nearer to the middle, as 0.999"]
          : needed.map { $0 <= Double(Sampling.range.upperBound) } ?? false
            ? ["type `:samples \(Self.rounded(needed ?? 0))` first, or more"]
            : ["no number of samples reaches so far"])
    case .uncertainParameter(let text, let kind):
      return Words(
        message:
          "\(Words.code(text)) is a bracket, and a parameter of \(Words.code(kind)) takes none",
        hints: Words.write("best(\(text))"))
    case .unknownDistribution(let kind, let known):
      return Words(
        message: "a range cannot be taken as \(Words.code(kind))",
        hints: ["after `as` stands \(Words.codes(known, "or"))"])
    case .promotionNeedsRange(let text, let kind):
      return Words(
        message: "`as \(kind)` follows a range, and \(Words.code(text)) is none",
        hints: [
          "write the range itself: `1.5..3 kW as \(kind)`, `2 kW ± 10% as \(kind)`",
          "a name that is a range becomes one at the end: `jt with node as \(kind)`",
        ])
    case .promotionNeedsBest(let text, let kind):
      return Words(
        message: "\(Words.code(text)) has no best guess, and that is where `\(kind)` has its peak",
        hints: ["write it between the ends: `1.5..2.2..3 kW as \(kind)`"])
    case .promotionDropsBest(let text, let best, let range, let kind):
      return Words(
        message: "`\(kind)` has no place for the best guess \(Words.code(best)) of "
          + "\(Words.code(text))",
        hints: Words.write("\(text) as triangular", ", or `as pert`, which have their peak there")
          + Words.write("\(range) as \(kind)", " without it"))
    case .noDistribution(let function, let text):
      return Words(
        message: "\(Words.code(text)) is no distribution, so it has no `\(function)`",
        hints: ["a range becomes one by `as uniform`, `as normal` and others"])
    case .overSamples(let function, let text):
      let isHigh = ["max", "last", "argmax", "cumsum", "sum"].contains(function)
      return Words(
        message: "`\(function)` over samples says more of how many there are than of "
          + "\(Words.code(text))",
        hints: Words.write(
          "quantile(\(text), \(isHigh ? "0.95" : "0.05"))", ", or another statistic: `mean`, `sd`"))
    case .noMoment(let statistic, let text, .growth(let source)):
      let what = ["mean": "mean", "sd": "standard deviation", "var": "variance"][statistic]
      return Words(
        message: "\(Words.code(text)) has no \(what ?? statistic): it grows faster with "
          + "\(Words.code(source)) than that becomes rare",
        hints: statistic == "variance"
          ? ["a distribution that ends somewhere has one: `truncate(\(source), …)`"]
          : Words.write("median(\(text))", ", which exists"))
    case .noMoment(let statistic, let text, .divisor(let divisor, let at, isMet: true)):
      return Words(
        message:
          "\(Words.code(text)) has no \(statistic): what it divides by is 0 in some samples, "
          + "where \(Words.code(divisor)) is \(at ?? "0")")
    case .noMoment(let statistic, let text, .divisor(let divisor, let at, isMet: false)):
      let what = ["mean": "mean", "sd": "standard deviation", "var": "variance"][statistic]
      // a whole formula, or a definition by its own name, is not what it divides by
      let isNamed = at == nil && divisor != text && !divisor.contains("/")
      let reason =
        isNamed
        ? "it divides by \(Words.code(divisor)), which can be as near to 0 as one likes"
        : "what it divides by can be as near to 0 as one likes"
          + (at.map { ", where \(Words.code(divisor)) is near \($0)" } ?? "")
      return Words(
        message: "\(Words.code(text)) has no \(what ?? statistic): \(reason)",
        // shares of a variance need one
        hints: statistic == "variance"
          ? ["a distribution that stays above 0 has one: `2..4 as lognormal`, `2..4 as uniform`"]
          : Words.write("median(\(text))", ", which exists, or a distribution that ends above 0"))
    case .statisticOfEnvelope(let statistic, let text):
      return Words(
        message:
          "\(Words.code(text)) rests on brackets beside distributions, so there is no one "
          + "`\(statistic)` of it",
        hints: ["choose a value for each bracket: `… with x = best(x)`"])
    case .meanOfWhich(let function, let text, let axis):
      return Words(
        message: "\(Words.code(text)) is a distribution for each \(axis): of which is the "
          + "`\(function)` asked?",
        hints: Words.write("\(function)(\(text) over samples)", ", one for each \(axis)")
          // a list without a name has no axis to name
          + (axis == "item"
            ? [] : Words.write("\(function)(\(text) over \(axis))", ", one for each sample")))
    case .conditionVaries(let text):
      return Words(
        message: "\(Words.code(text)) holds with some probability, so it cannot choose labels",
        hints: Words.write("prob(\(text)) > 0.95"))
    case .labelVaries(let text, let isBracket):
      return Words(
        message: "\(Words.code(text)) is a \(isBracket ? "bracket" : "distribution"), "
          + "and a label is one value",
        hints: ["pick by one number of it, such as \(Words.code("best(\(text))"))"])
    case .frozenDistribution(let text):
      return Words(
        message: "\(Words.code(text)) is a distribution, and `:=` keeps numbers and brackets",
        hints: ["keep it live with `=`, or freeze one number: `median(…)`"])
    case .assertProbably(let text, let probability):
      return Words(
        message: "\(Words.code(text)) holds with a probability of \(probability)",
        hints: Words.write("assert prob(\(text)) > 0.95"))
    case .histogramInside(let text):
      return Words(
        message: "a histogram is no number, so it stands alone",
        hints: Words.write("histogram \(text)"))
    case .soughtDistribution(let left, let right?, let name, let how, let isLeft):
      func line(_ function: String, _ rest: String) -> String {
        let sides =
          isLeft
          ? "\(function)(\(left)\(rest)) == \(right)" : "\(left) == \(function)(\(right)\(rest))"
        return "solve \(sides) for \(name)"
      }
      return Words(
        message:
          "\(Words.code(isLeft ? left : right)) is a distribution, and no \(Words.code(name)) "
          + "makes all of it equal to one value",
        hints: Words.write(line("median", how == "along" ? " over samples" : ""))
          + Words.write(line("quantile", ", 0.95")))
    case .soughtDistribution(let goal, nil, let name, let how, _):
      return Words(
        message:
          "\(Words.code(goal)) is a distribution, and what of it is to be \(how == "minimize" ? "least" : "greatest") is not said",
        hints: Words.write("\(how) mean(\(goal)) over \(name)")
          + Words.write("\(how) quantile(\(goal), 0.95) over \(name)"))
    default: return plainWords
    }
  }

  /// The next power of two.
  private static func rounded(_ count: Double) -> Int {
    var sampling = Sampling()
    sampling.setCount(Int(min(count, 1e12)))
    return sampling.count
  }
}
