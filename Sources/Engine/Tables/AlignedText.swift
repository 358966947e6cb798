import CSV
import Units

/// Cells between blanks, or between the upright bars of a Markdown table.
///
/// ```
/// card         power [W]        | card | power [W] |
/// NVIDIA H100  700              |------|----------:|
/// "L4"         72               | L4   |        72 |
/// ```
///
/// Where two blanks or more stand between all cells, one blank is part of a cell. Else a unit goes with
/// its number (`70.2 W`), and so does one in brackets with its head. What stands in quotes is one cell,
/// and `""` one that is empty.
enum AlignedText {
  /// The rows that are not blank, with their lines.
  static func rows(_ text: String, _ units: UnitTable) -> [(line: Int, cells: [String])] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated().map { (line: $0 + 1, text: String($1)) }
      .filter { !$0.text.allSatisfy(\.isWhitespace) }
    guard let first = lines.first else { return [] }
    if first.text.drop(while: \.isWhitespace).first == "|" {
      return lines.map { ($0.line, barred($0.text)) }.enumerated()
        .filter { $0 != 1 || !$1.1.allSatisfy(isRule) }.map { ($1.0, $1.1) }
    }
    let wide = lines.map { words($0.text, blanks: 2).map(\.text) }
    let count = wide[0].count
    if count > 1, wide.allSatisfy({ $0.count == count }) {
      return zip(lines, wide).map { ($0.line, $1) }
    }
    return lines.map { ($0.line, narrow($0.text, units)) }
  }

  /// The cells of a line where one blank parts them.
  static func narrow(_ line: String, _ units: UnitTable) -> [String] {
    var cells: [String] = []
    var isOpen = false
    for (word, isQuoted) in words(line, blanks: 1) {
      if isOpen, !isQuoted, let last = cells.last {
        let isUnit = isNumber(last) && !isNumber(word) && TableHead.unit(word, units) != nil
        if word.hasPrefix("[") || word.hasPrefix("(") || isUnit {
          cells[cells.count - 1] = last + " " + word
          continue
        }
      }
      cells.append(word)
      isOpen = !isQuoted
    }
    return cells
  }

  /// What stands between so many blanks, or a tab.
  private static func words(_ line: String, blanks: Int) -> [(text: String, isQuoted: Bool)] {
    var words: [(text: String, isQuoted: Bool)] = []
    var rest = Substring(line).drop(while: \.isWhitespace)
    while let first = rest.first {
      var word = ""
      var isQuoted = false
      if first == "\"", let (text, behind) = quoted(rest.dropFirst()) {
        (word, rest, isQuoted) = (text, behind, true)
      } else {
        while let next = rest.first {
          let run = rest.prefix(while: \.isWhitespace)
          if run.count >= blanks || run.contains("\t") { break }
          word += run.isEmpty ? String(next) : String(run)
          rest = rest.dropFirst(max(run.count, 1))
        }
        while word.last?.isWhitespace == true { word.removeLast() }
      }
      words.append((word, isQuoted))
      rest = rest.drop(while: \.isWhitespace)
    }
    return words
  }

  /// Up to a closing quote, behind which a blank or the end stands; `""` is a quote.
  private static func quoted(_ text: Substring) -> (text: String, rest: Substring)? {
    var word = ""
    var rest = text
    while let next = rest.popFirst() {
      guard next == "\"" else {
        word.append(next)
        continue
      }
      if rest.first == "\"" {
        word.append("\"")
        rest.removeFirst()
        continue
      }
      return rest.first?.isWhitespace ?? true ? (word, rest) : nil
    }
    return nil
  }

  /// The cells of a line of a Markdown table.
  private static func barred(_ line: String) -> [String] {
    var cells = [""]
    var isEscaped = false
    var text = Substring(line)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    if text.first == "|" { text.removeFirst() }
    if text.last == "|", !text.hasSuffix("\\|") { text.removeLast() }
    for character in text {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        if isEscaped, character == "|" { cells[cells.count - 1].removeLast() }
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\"
    }
    return cells.map { cell in
      var cell = Substring(cell)
      while cell.first?.isWhitespace == true { cell.removeFirst() }
      while cell.last?.isWhitespace == true { cell.removeLast() }
      return String(cell)
    }
  }

  /// `:---:`
  private static func isRule(_ cell: String) -> Bool {
    cell.contains("-") && cell.allSatisfy { "-: ".contains($0) }
  }

  private static func isNumber(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { LeadingNumber($0)?.length == $0.count }
  }
}
