import Engine

/// What is wrong with a text of rows, where it stands there, and what to write.
extension EngineProblem {
  var tableWords: Words {
    switch self {
    case .badTable(let fault): return fault.words
    case .cellNotKnown(let column, let number, let file, let line):
      return Words(
        message: "\(Words.code(column)) is not known in line \(line), column \(number) of "
          + (file.map { Words.code($0) } ?? "the text"),
        hints: [
          "an empty cell is never taken for 0; leave such rows out: "
            + "`log[known(log.\(column))]`, for a table called `log`"
        ])
    case .tableChanged(let file):
      return Words(
        message: "\(Words.code(file)) is not what it was when it was read",
        hints: ["read it again: say the line with `read_csv` once more"])
    case .needsText(let function, let example):
      return Words(
        message: function == "refuse"
          ? "`refuse` takes text in quotes: what is wrong, and what helps"
          : example.isEmpty
            ? "\(Words.code(function)) takes its text as it is, without values in braces"
            : "\(Words.code(function)) takes one text in quotes",
        hints: example.isEmpty ? [] : Words.write(example))
    case .severalDevices(let column, let count):
      return Words(
        message: "the rows are of \(count) devices, by \(Words.code(column))",
        hints: ["take each for itself: write `by \(column)` before the `)`; `sum(…)` adds them up"])
    case .goesBack(let step):
      var hints = ["sort the rows of the text by time"]
      if step.group == nil {
        hints.insert(
          "where several devices log into one file, take each for itself: `by log.index`", at: 0)
      }
      return Words(
        message: "from \(step.text("to")) it goes back, from \(step.from) to \(step.to)",
        hints: hints)
    case .sameTime(let step, let columns):
      return Words(
        message: "\(step.text("and")) have the same time, \(step.from)", hints: step.apart(columns))
    case .gapTooLong(let step, let gap, let longest):
      return Words(
        message: "between \(step.text("and")) lie \(gap), from \(step.from) on: "
          + "more than \(longest)",
        hints: ["integrate the parts before and after it, or allow a longer `gap`"])
    case .gapNotPositive(let gap):
      return Words(
        message: "a gap is longer than 0 s, and this is \(gap)", hints: Words.write("gap = 3 s"))
    case .alongOneValue(let text):
      return Words(
        message: "\(Words.code(text)) is one value, and an integral goes along a column of times",
        hints: Words.write("integrate(log.power, log.time)"))
    case .integralSwapped(let values, let along):
      return Words(
        message: "\(Words.code(values)) is a time, and \(Words.code(along)) is none",
        hints: Words.write("integrate(\(along), \(values))", ": what is added up comes first"))
    case .noFile(let path, let isFolder):
      if path.isEmpty { return Words(message: "no file is named") }
      let kind = isFolder ? "a folder, no file" : "no file: a pipe or a device"
      return Words(message: "\(Words.code(path)) is \(kind)")
    default: return Words(message: "")
    }
  }
}

extension IntegralStep {
  /// `lines 2 and 3 of `gpu.csv``, with the device behind them
  fileprivate func text(_ joint: String) -> String {
    let device = group.map { " (\($0))" } ?? ""
    switch rows {
    case .values: return "values \(first) \(joint) \(second)\(device)"
    case .lines(let file):
      let text = file.map { Words.code($0) } ?? "the text"
      return "lines \(first) \(joint) \(second) of \(text)\(device)"
    }
  }

  /// What tells two rows of one time apart.
  fileprivate func apart(_ columns: [String]) -> [String] {
    if group != nil { return ["take one of the two out: a device has one reading at a time"] }
    guard let first = columns.first else {
      return ["several devices? write `by …` with a column that tells them apart"]
    }
    let others = columns.dropFirst()
    let rest = others.isEmpty ? "" : ", or \(Words.codes(Array(others), "or"))"
    return [
      "several devices? take each for itself: write `by \(first)` before the `)`\(rest); "
        + "`sum(…)` adds them up"
    ]
  }
}

extension TableFault {
  fileprivate var words: Words {
    var position = file.map { "\(Words.code($0)), line \(line)" } ?? "line \(line) of the text"
    if let column { position += ", column \(column)" }
    if let head { position += " (\(head))" }
    let (what, hint) = sentence
    return Words(message: "\(position): \(what)", hints: hint.map { [$0] } ?? [])
  }

  private var sentence: (String, String?) {
    switch kind {
    case .empty:
      ("there are no rows below a line of heads", "the first line names the columns")
    case .ragged(let cells, let heads):
      (
        "\(cells) \(cells == 1 ? "cell" : "cells") where the heads are \(heads)",
        "put a text that holds a comma in quotes, and nothing but `,,` for what is not known"
      )
    case .emptyHead: ("a column without a name", "write a head: `power [W]`")
    case .repeatedHead(let name):
      ("a second column is called \(Words.code(name))", "rename one of them")
    case .unknownUnit(""):
      ("the brackets hold no unit", "write the unit of the column in them: `[W]`")
    case .unknownUnit(let unit):
      ("\(Words.code(unit)) is no unit", "write the unit of the column in the brackets: `[W]`")
    case .mixed(let cell, true) where cell.contains(","):
      (
        "\(Words.code(cell)) is no number, as the others are",
        Self.isGrouped(cell)
          ? "write digits without commas: `\(cell.filter { $0 != "," })`"
          : "write a point before decimals, and no other sign: `\(Self.withPoint(cell))`"
      )
    case .mixed(let cell, true):
      ("\(Words.code(cell)) is no number, as the others are", "an empty cell is what is not known")
    case .mixed(let cell, false):
      ("\(Words.code(cell)) is a number, and the cells above are texts", nil)
    case .unitMissing(let cell, let unit):
      (
        "\(Words.code(cell)) has no unit, as the others do",
        "write it in the head, `[\(unit)]`, or behind every number"
      )
    case .otherDimension(let cell, ""):
      (
        "\(Words.code(cell)) has a unit, and the cells above have none",
        "write it in the head, or behind every number"
      )
    case .otherDimension(let cell, let unit):
      ("\(Words.code(cell)) cannot become \(unit)", "a column has one dimension")
    case .negativePower(let cell):
      ("\(Words.code(cell)) is a negative power", "take the row out, or fix the sign")
    case .repeatedRow(let line):
      ("the same as line \(line)", "take one of them out: it would be counted twice")
    case .noSuchTime(let cell):
      ("\(Words.code(cell)) is no day and time that there is", "write it year, month, day")
    case .badTime(let cell):
      ("\(Words.code(cell)) is no time stamp", "write `2025-03-01 12:00:00.5`")
    case .unitNotStated(let cell, let mend):
      (
        "neither the head nor \(Words.code(cell)) says in which unit",
        "write it in the head: `\(mend)`; `[1]` for a plain number"
      )
    case .outOfRange(let cell): ("\(Words.code(cell)) is too large for a number", nil)
    case .tooManyColumns(let count, let limit):
      ("\(count) columns, and \(limit) is the limit", nil)
    case .notUTF8:
      (
        "this is UTF-16 and not UTF-8",
        "in PowerShell: `… | Out-File -Encoding utf8 gpu.csv` instead of `>`"
      )
    case .unclosedQuote: ("a quote is opened and never closed", nil)
    case .textAfterQuote: ("a separator must follow a closing quote", nil)
    case .tooLarge(let limit): ("longer than \(limit)", nil)
    case .unreadable: ("the file could not be read on", nil)
    }
  }

  /// `1234.5` for `1.234,5` and for `1,234.5`: the last of the two signs stands before the decimals.
  private static func withPoint(_ cell: String) -> String {
    let sign: Character = cell.last { $0 == "," || $0 == "." } ?? ","
    let group: Character = sign == "," ? "." : ","
    return String(cell.filter { $0 != group }.map { $0 == sign ? "." : $0 })
  }

  /// `1,500`, `$12,000,000` and `1,200 W`: thousands rather than decimals.
  private static func isGrouped(_ cell: String) -> Bool {
    guard let first = cell.firstIndex(where: \.isNumber),
      let last = cell.lastIndex(where: \.isNumber)
    else { return false }
    let parts = cell[first...last].split(separator: ",", omittingEmptySubsequences: false)
    return (1...3).contains(parts[0].count) && parts.dropFirst().allSatisfy { $0.count == 3 }
      && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }
}
