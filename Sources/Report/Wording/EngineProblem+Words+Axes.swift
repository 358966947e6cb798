import Engine

/// Calls, and lists along their axes.
extension EngineProblem {
  var callWords: Words {
    switch self {
    case .logIsAmbiguous:
      return Words(
        message: "`log` means different things to different people",
        hints: [
          "write `ln(x)` for the natural logarithm", "write `log10(x)` for the one to base 10",
        ])
    case .argumentCount(let function, let expected, let found):
      // a number, or what they are
      let isCount = expected.first?.isNumber ?? false
      let values = isCount ? " value\(expected == "1" ? "" : "s")" : ""
      return Words(
        message: "\(Words.code(function)) takes \(expected)\(values), "
          + "and here \(found == 1 ? "is 1" : "are \(found)")")
    case .unknownArgument(let function, let name, let parameters):
      if name == "over" {
        return Words(
          message: "\(Words.code(function)) does not work along an axis",
          hints: ["write `over` in `sum`, `mean`, `max` and their like: `sum(x over batch)`"])
      }
      return Words(
        message: "\(Words.code(function)) has no parameter \(Words.code(name))",
        hints: parameters.isEmpty ? [] : ["name one of \(Words.codes(parameters, "and"))"])
    case .argumentTwice(let function, let name):
      return Words(message: "\(Words.code(function)) is given \(Words.code(name)) twice")
    case .argumentMissing(let function, let name):
      if function == "interpolate" {
        return Words(
          message: "`interpolate` must be told where along which axis",
          hints: Words.write("interpolate(tput, batch = 6)"))
      }
      return Words(
        message: "\(Words.code(function)) is not given its \(Words.code(name))",
        hints: Words.write("\(function)(…, \(name) = …)"))
    default: return plainWords
    }
  }

  var axisWords: Words {
    switch self {
    case .wrongCount(let list, let axis, let labels):
      return Words(
        message:
          "the list has \(Words.count(list, "value")), and \(Self.axis(axis)) has "
          + Words.count(labels, "label"),
        hints: ["give one value for each label, or state the labels: `[1: 53.9, 2: 102.9]`"])
    case .notAnAxis(let name, let value):
      return Words(
        message: "\(Words.code(name)) is no list, so it has no labels to go along",
        label: value.map { "\(Words.code(name)) is \($0)" },
        hints: Words.write("\(name) = [1, 2, 4]", " to make it one"))
    case .unmatchedLabel(let text, let axis, let labels):
      return Words(
        message: "\(Words.code(text)) is no label of \(Self.axis(axis))", hints: Self.choose(labels)
      )
    case .labelTwice(let text):
      return Words(message: "the label \(Words.code(text)) stands twice")
    case .noSuchLabel(let label, let axis, let labels, let mend, let isCut):
      return Words(
        message: "\(Words.code(label)) is no label "
          + (isCut
            ? "that the override leaves of \(Self.axis(axis))" : "of \(Self.axis(axis))"),
        hints: Self.choose(labels) + Words.write(mend, " for a value between labels"))
    case .outsideLabels(let value, let axis, let low, let high):
      return Words(
        message: "\(value) lies outside the labels of \(Words.code(axis)), \(low) to \(high)",
        hints: ["stay between the labels, or add a value there to the list"])
    case .lengthsDiffer(let first, let second):
      return Words(
        message: "lists of \(first) and \(second) do not line up",
        hints: ["make them equally long, or name both to pair each with each"])
    case .axesOfOneName(let name, let first, let second):
      return Words(
        message:
          "lists of \(first.count) and \(second.count) along \(Words.code(name)) "
          + (first == second ? "are along two different axes" : "have different labels"),
        hints: Self.apart(name, first, second))
    case .groupsBesideRows(let groups, let rows, let label):
      return Words(
        message:
          "one value for each \(Words.code(groups)) meets one for each row of \(Words.code(rows))",
        hints: ["pick the value of one \(groups): `(…)[\(groups) = \(label)]`"])
    case .groupedOver(let axis):
      return Words(
        message: "`by` makes groups of all rows, and nothing stands after `over` beside it",
        hints: ["leave `over \(axis)` out"])
    case .interpolatesColumn(let column, let axis, let mend):
      return Words(
        message: "\(Words.code(column)) has a value for each row, and rows may share a "
          + "\(Words.code(axis))",
        hints: Words.write(mend, ", the mean of those that do"))
    case .axisOfColumn(let name, let override?):
      return Words(
        message: "\(Words.code(name)) is a column whose values are labels: nothing defines it",
        hints: ["pick one: `(…)[\(override)]`"])
    case .axisOfColumn(let name, nil):
      return Words(
        message:
          "\(Words.code(name)) is a column whose values are labels, and a list is written over a "
          + "definition",
        hints: Words.write("\(name) = [1, 2, 4]", " to make one"))
    case .axisTwice(let name):
      return Words(
        message: "\(Words.code(name)) stands twice after `over`", hints: ["name each axis once"])
    case .namelessBesideNamed(let axis):
      return Words(
        message: "a list without a name meets one along \(Words.code(axis))",
        hints: Words.write("[…] over \(axis)", " for one value per label")
          + ["give the list a name to pair each with each"])
    case .doesNotVary(let what, let axis, let axes):
      return Words(
        message: "\(what) does not vary along \(Self.axis(axis))",
        hints: axes.isEmpty ? [] : ["choose an axis that it has: \(Words.codes(axes, "or"))"])
    case .whichAxis(let function, let axes): return Self.severalAxes(function, axes)
    case .labelsInRows(let text):
      return Words(
        message:
          "labels such as \(Words.code(text)) stand in a list of one axis, not in rows of rows",
        hints: ["leave them out: rows and columns are in the order of their axes' labels"])
    case .severalAxesInList(let text):
      // a count of levels, or an item of the list
      if Int(text) != nil {
        return Words(
          message: "the list does not have one level of brackets for each axis",
          hints: Words.write("[[…], […]] over a, b", ", a level for each axis"))
      }
      return Words(
        message: "\(Words.code(text)) is a list itself, and one value must stand here",
        hints: ["pick a value of it: `x[batch = 8]`"])
    case .nothingLeft(let what):
      switch what {
      case "the list": return Words(message: "the list is empty")
      case "the list of differences":
        return Words(message: "a list of one value has no differences")
      default: return Words(message: "nothing is left: no label meets the condition")
      }
    case .tooManyCells(let count, let limit):
      let much = count > 1_000_000_000_000 ? "far too many values" : "\(count) values"
      return Words(
        message: "this would be \(much), and \(limit) is the limit",
        hints: ["shorten an axis, or pick a label of it: `x[batch = 8]`"])
    case .badSpacing(let reason): return Words(message: reason)
    default: return plainWords
    }
  }

  /// The name of an axis; what is no name is a phrase of its own.
  private static func axis(_ name: String) -> String {
    name.contains(" ") ? name : Words.code(name)
  }

  /// What stands in the way of two lists along axes of one name.
  private static func apart(_ name: String, _ first: [String], _ second: [String]) -> [String] {
    if first == second { return ["let both go along all of one \(Words.code(name))"] }
    let all = "take the same labels of both, or let both go along all of \(Words.code(name))"
    let alone = first.filter { !second.contains($0) } + second.filter { !first.contains($0) }
    guard !alone.isEmpty else { return [all] }
    let shown = alone.prefix(6).joined(separator: ", ") + (alone.count > 6 ? ", …" : "")
    return ["\(alone.count == 1 ? "a label" : "labels") of one of them alone: \(shown)", all]
  }

  private static func choose(_ labels: [String]) -> [String] {
    guard !labels.isEmpty else { return [] }
    var shown = labels.prefix(12).map { String($0) }
    if labels.count > 12 { shown = Array(shown.prefix(8)) + ["…"] + labels.suffix(1) }
    return ["choose one of \(shown.joined(separator: ", "))"]
  }

  private static func severalAxes(_ function: String, _ axes: [String]) -> Words {
    if function.contains(" ") {
      return Words(
        message: "\(function) must vary along one axis",
        hints: axes.isEmpty ? [] : ["fix the others first: `x[\(axes[0]) = …]`"])
    }
    return axes.isEmpty
      ? Words(
        message: "\(Words.code(function)) needs a list with a name",
        hints: ["give the list a name: `batch = [1, 2, 4]`"])
      : Words(
        message: "\(Words.code(function)) must be told along which axis",
        hints: axes.prefix(3).flatMap { Words.write("\(function)(… over \($0))") })
  }
}
