import Engine

/// What-if, checks, files and limits; and what is not built yet.
extension EngineProblem {
  var statementWords: Words {
    switch self {
    case .doesNotRestOn(let name, let expression, let replaced, let restsOn):
      let whose = replaced.count == 1 ? "is" : "are"
      return Words(
        message: "\(Words.code(expression)) does not depend on \(Words.code(name))"
          + (replaced.isEmpty
            ? "" : " where \(Words.codes(replaced, "and")) \(whose) overridden"),
        hints: restsOn.isEmpty ? [] : ["choose what it rests on: \(Words.codes(restsOn, "or"))"])
    case .unknownOverride(let name, let nearest):
      return Words(
        message: "\(Words.code(name)) is not defined, so there is nothing to override",
        hints: Words.didYouMean(nearest))
    case .functionOverridden(let name, let call):
      return Words(
        message: "\(Words.code(name)) is a function, and only a value can be overridden",
        hints: call.hasSuffix("(…)") ? [] : ["override what \(Words.code(call)) rests on"])
    case .overriddenTwice(let name):
      return Words(
        message: "\(Words.code(name)) is overridden twice", hints: ["give it one meaning here"])
    case .assertFailed(_, let left, let right, let difference):
      guard let left, let right else { return Words(message: "this does not hold") }
      let off = difference.map { $0.hasPrefix("at ") ? " \($0)" : ", off by \($0)" } ?? ""
      return Words(message: "this does not hold: \(left) against \(right)\(off)")
    case .assertDepends(_, let sources):
      return Words(
        message: "this holds for a part of \(Self.sources(sources)) only",
        label: "must hold everywhere in the range",
        hints: ["check one value of it: `low(…)`, `best(…)` or `high(…)`"])
    case .notBuilt(let feature):
      let isPlural = feature == "distributions" || feature == "scenarios"
      let name = isPlural || feature.contains(" ") ? feature : Words.code(feature)
      return Words(
        message: "\(name) \(isPlural ? "are" : "is") not built yet: "
          + "this line reads as it always will, but tj cannot answer it today",
        hints: feature == "distributions" ? ["use a bracket for now: `1.5..3.0 kW`"] : [])
    case .fileNotFound(let path, let isTyped):
      return Words(
        message: "there is no file \(Words.code(path)) that can be read",
        hints: [
          "check the name: it is meant from "
            + (isTyped ? "the current folder" : "the folder of the script")
        ])
    case .noLibrary(let name, let known):
      return Words(
        message: "there is no library \(Words.code(name))",
        hints: [
          "tj has \(known.map { "`use \($0)`" }.joined(separator: ", "))",
          "a file stands in quotes: `use \"\(name).tj\"`",
        ])
    case .fileUnreadable(let path): return Words(message: "\(Words.code(path)) could not be read")
    case .outsideFolder(let path, let isTyped):
      return Words(
        message: "\(Words.code(path)) lies outside "
          + (isTyped ? "the current folder" : "the folder of the script"),
        hints: [
          isTyped
            ? "start tj in a folder above it, or name the file on the command line: `tj \(path)`"
            : "move it below that folder, or name it on the command line"
        ])
    case .cycleOfUse(let names):
      return Words(
        message: "\(Words.code(names.first ?? "")) uses itself: \(Words.way(names))",
        hints: ["take one `use` out, or put what both need into a third file"])
    case .unitAfterAs(let mend):
      return Words(
        message: "`as` makes a range a distribution; a unit is asked for with `->`",
        hints: Words.write(mend))
    case .unknownFormat(let format, let also):
      let all = ["text", "markdown", "csv", "json"] + also
      return Words(
        message: "there is no format \(Words.code(format))",
        hints: [
          format == "dot" && !also.contains("dot")
            ? "only a graph has that form: `graph … format dot`"
            : "write one of \(Words.codes(all, "and"))"
        ])
    case .badFormat(let format):
      return Words(
        message: "\(Words.code(format)) is no form for a number",
        hints: ["write `.2f` for decimals, `.4g` for digits, `.3e` for powers of ten"])
    case .badSetting(let text):
      return Words(
        message: "\(Words.code(text)) is no definition",
        hints: ["give a name and a value: `--set pue=1.2`"])
    case .interrupted: return Words(message: "interrupted")
    case .sandboxed(let path):
      return Words(
        message: "\(Words.code(path)) is not touched: `--sandbox` keeps from every file",
        hints: ["leave out `--sandbox` if you trust what you run"])
    case .timeLimit(let seconds):
      return Words(
        message: "stopped: this takes longer than \(Self.seconds(seconds)), the limit on time",
        hints: ["give it more with `--limit-time`"])
    case .memoryLimit(let mebibytes):
      return Words(
        message: "stopped: this takes more than \(mebibytes) MiB, the limit on memory",
        hints: ["give it more with `--limit-memory`"])
    case .tooLong(let what, let limit):
      if what == "formula" {
        return Words(
          message: "the formula is longer than \(limit)", hints: ["give a part of it a name"])
      }
      return Words(message: "\(Words.code(what)) is larger than \(limit)")
    default: return plainWords
    }
  }

  /// Doubtful spellings: what is meant, and how the other would be written.
  var noteWords: Words {
    switch self {
    case .noteUnitName(let name):
      return Words(
        message: "\(Words.code(name)) is a unit too, and directly after a number it stays one",
        hints: Words.write("2 * \(name)", " for the variable"))
    case .noteUnused(let name, let what):
      let subject =
        switch what {
        case .parameter(let owner): "the parameter \(Words.code(name)) of \(Words.code(owner))"
        case .local(let owner): "\(Words.code(name)) behind `where` in \(Words.code(owner))"
        case .scenario: "the scenario \(Words.code(name))"
        case .definition, .function: Words.code(name)
        }
      return Words(message: "\(subject) is not used")
    case .noteUnitMeant(let name, let text, let asVariable):
      return Words(
        message: "\(Words.code(name)) in \(Words.code(text)) is the unit, not the variable",
        hints: Words.write(asVariable, " for the variable"))
    case .noteUseAlmostEqual(let left, let right):
      return Words(
        message: "the two sides differ by rounding only",
        hints: Words.write("\(left) ~= \(right)", " to allow for that"))
    case .noteMoreFaults(let count):
      return Words(message: "after \(count) errors nothing more is read")
    case .noteNearest(let name, let nearest):
      return Words(
        message: "\(Words.code(name)) is not defined yet", hints: Words.didYouMean(nearest))
    case .noteHardLimits:
      return Words(
        message: "`±` sets hard limits",
        hints: ["write `normal(c, s)` for a standard deviation"])
    case .noteGrid(let first, let second, let rows, let columns):
      return Words(
        message:
          "\(Words.code(first)) and \(Words.code(second)) make a grid of \(rows) × \(columns)",
        hints: Words.write("\(second) = […] over \(first)", " for pairs"))
    case .noteLabelsChanged(let axis, let lists):
      let verb = lists.count == 1 ? "was" : "were"
      return Words(
        message:
          "\(Words.code(axis)) has other labels now, and \(Words.codes(lists, "and")) \(verb)"
          + " written for the old ones",
        hints: ["write \(lists.count == 1 ? "it" : "them") anew where the values differ"])
    case .noteTokenBesideMass:
      return Words(message: "`t` is token", hints: ["write `tonne` for the tonne"])
    case .noteBroken(let name, let cause):
      return Words(
        message: "\(Words.code(name)) has no value now: "
          + Report.words(of: cause.problem).message)
    case .noteRestsOnBroken(let name, let broken, let cause):
      return Words(
        message: "\(Words.code(name)) has no value until \(Words.code(broken)) is mended: "
          + Report.words(of: cause.problem).message)
    default: return plainWords
    }
  }
}

extension EngineProblem {
  /// `2 s`, `0.5 s`
  private static func seconds(_ seconds: Double) -> String {
    seconds == seconds.rounded() && seconds < 1e9 ? "\(Int(seconds)) s" : "\(seconds) s"
  }
}
