import Engine

/// What is wrong with a text of rows, where it stands there, and what to write.
extension EngineProblem {
  var tableWords: Words {
    switch self {
    case .badTable(let fault): return fault.words
    case .cellNotKnown(let column, let file, let line):
      return Words(
        message: "\(Words.code(column)) is not known in line \(line) of "
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
        message: "\(Words.code(function)) takes one text in quotes", hints: Words.write(example))
    case .severalDevices(let column, let count):
      return Words(
        message: "the rows are of \(count) devices, by \(Words.code(column))",
        hints: ["take each for itself: write `by \(column)` before the `)`; `sum(…)` adds them up"])
    case .goesBack(let from, let to, let row, let next):
      return Words(
        message: "from row \(row) to row \(next) it goes back, from \(from) to \(to)",
        hints: [
          "where several devices log into one file, take each for itself: `by log.index`",
          "sort the rows of the text by time",
        ])
    case .gapTooLong(let gap, let longest, let from, let row, let next):
      return Words(
        message: "between rows \(row) and \(next), at \(from), lie \(gap): more than \(longest)",
        hints: ["integrate the parts before and after it, or allow a longer `gap`"])
    default: return Words(message: "")
    }
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
    case .unknownUnit(let unit):
      ("\(Words.code(unit)) is no unit", "write the unit of the column in the brackets: `[W]`")
    case .mixed(let cell, true) where cell.contains(","):
      (
        "\(Words.code(cell)) is no number, as the others are",
        "write a point before decimals: `\(cell.replacing(",", with: "."))`"
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
    case .otherDimension(let cell, let unit):
      ("\(Words.code(cell)) cannot become \(unit)", "a column has one dimension")
    case .negativePower(let cell):
      ("\(Words.code(cell)) is a negative power", "take the row out, or fix the sign")
    case .repeatedRow(let line):
      ("the same as line \(line)", "take one of them out: it would be counted twice")
    case .badTime(let cell):
      ("\(Words.code(cell)) is no time stamp", "write `2025-03-01 12:00:00.5`")
    case .unclosedQuote: ("a quote is opened and never closed", nil)
    case .textAfterQuote: ("a separator must follow a closing quote", nil)
    case .tooLarge(let limit): ("longer than \(limit)", nil)
    case .unreadable: ("the file could not be read on", nil)
    }
  }
}
