import Engine
import Units

/// Lays a derivation out as one would write it on paper.
///
/// ```
/// jt = node / tput
///    node = 4 × h100_sxm × 1.1  h100_sxm: board power [1]
///         = 4 × 700 W × 1.1
///         = 3080 W
///    tput = 319.8 t/s
/// jt = 3080 W / (319.8 t/s)
///    = 3080 J/s / (319.8 t/s)   a watt is a joule per second
///    = 9.63102 J/t              the seconds cancel
/// ```
///
/// Formulas stand on the left and are never broken: they can be copied into tj. Remarks stand beside
/// them, wrapped; where a formula takes the whole line, below it. Along axes a table of every label
/// follows.
struct ExplainReport: StatementReport {
  let derivation: Derivation
  let units: UnitTable
  let settings: Settings

  var format: String? { derivation.format }
  var words: RemarkWords { RemarkWords(units: units, settings: settings) }

  /// Remarks begin no further to the right than this share of the page.
  private static let widest = 3

  struct Line {
    /// blanks, the name, the equals sign
    var indent: Int
    var subject: String
    var gap: Int
    var text: String
    var remark: String
    var isHeading = false
  }

  func lines() -> [Line] {
    // where the equals sign stood at each level
    var widths: [Int: Int] = [:]
    var sources = Footnotes()
    return derivation.steps.map { step in
      let said = words.words(step.remarks)
      let remark = sources.remark(said, of: step)
      let indent = 3 * step.level
      if step.kind == .heading {
        return Line(
          indent: 0, subject: "", gap: 0, text: "", remark: said, isHeading: true)
      }
      if let subject = step.subject.map({ DisplayWidth.visible($0) }) {
        widths[step.level] = DisplayWidth.of(subject)
        return Line(
          indent: indent, subject: subject, gap: 0, text: " = " + step.text, remark: remark)
      }
      guard step.before != nil else {
        widths[step.level] = 2
        return Line(indent: indent, subject: "", gap: 0, text: step.text, remark: remark)
      }
      return Line(
        indent: indent, subject: "", gap: widths[step.level] ?? 2, text: " = " + step.text,
        remark: remark)
    }
  }

  /// Where figures come from: short words in brackets, long ones below the derivation.
  struct Footnotes {
    static let longest = 48
    private(set) var texts: [String] = []

    mutating func remark(_ said: String, of step: Derivation.Step) -> String {
      var remark = said
      for source in step.sources {
        var mark = "(\(source))"
        if DisplayWidth.of(source) > Self.longest {
          if !texts.contains(source) { texts.append(source) }
          mark = "[\((texts.firstIndex(of: source) ?? 0) + 1)]"
        }
        remark += remark.isEmpty ? mark : " \(mark)"
      }
      return remark
    }
  }

  private func writeSources(into out: inout [UInt8]) {
    var sources = Footnotes()
    for step in derivation.steps { _ = sources.remark("", of: step) }
    for (i, text) in sources.texts.enumerated() {
      let mark = "[\(i + 1)] "
      if i == 0 { out.write("\n") }
      for (k, line) in Wrapping.lines(
        DisplayWidth.visible(text), width: settings.width - mark.utf8.count
      ).enumerated() {
        out.write(k == 0 ? mark : String(repeating: " ", count: mark.utf8.count))
        out.write(line + "\n")
      }
    }
  }

  func writeText(into out: inout [UInt8]) {
    writeLines(hasColour: settings.hasColour, into: &out)
    writeSources(into: &out)
    guard hasTable else { return }
    out.write("\n")
    table.lines(as: .text) { out += $0 }
  }

  func writeMarkdown(into out: inout [UInt8]) {
    out.write("```text\n")
    writeLines(hasColour: false, into: &out)
    writeSources(into: &out)
    out.write("```\n")
    guard hasTable else { return }
    out.write("\n")
    table.lines(as: .markdown) { out += $0 }
  }

  func write(as word: String, into out: inout [UInt8]) -> Bool {
    guard word == "latex" else { return false }
    ExplainLatex(derivation: derivation, units: units, words: words).write(into: &out)
    guard hasTable else { return true }
    for block in table.blocks() {
      out.write("\n")
      TableLatex(units: units).write(block, into: &out)
    }
    return true
  }

  /// All labels, where only one was derived.
  var hasTable: Bool { derivation.value.count > 1 }

  private var table: TableLayout {
    TableLayout(of: derivation.value, name: derivation.title, units: units, settings: settings)
  }

  // MARK: for people

  /// A line that is one quantity shows number and unit as a result does.
  private func write(formula: String, hasColour: Bool, into out: inout [UInt8]) {
    let start = formula.hasPrefix(" = ") ? 3 : 0
    let quantity = formula.dropFirst(start)
    let number = quantity.prefix { $0 != " " }
    let unit = quantity.dropFirst(number.count)
    let isUnit = !unit.contains { "×+-→()".contains($0) } && !unit.contains(" / ")
    guard hasColour, isUnit, Double(number) != nil, !unit.hasPrefix(" ..") else {
      return out.write(formula)
    }
    out.write(String(formula.prefix(start)))
    out.write(String(number), .value, hasColour: hasColour)
    out.write(String(unit), .unit, hasColour: hasColour)
  }

  private func writeLines(hasColour: Bool, into out: inout [UInt8]) {
    let lines = lines()
    let lefts = lines.map { $0.indent + $0.gap + DisplayWidth.of($0.subject + $0.text) }
    // remarks stand in one column; formulas that are too wide for it have theirs below
    let limit = settings.width * Self.widest / 5
    let fitting = zip(lefts, lines).filter { $0.0 <= limit && !$0.1.remark.isEmpty }.map(\.0)
    let column = (fitting.max() ?? min(12, limit)) + 2
    for (i, line) in lines.enumerated() {
      if line.isHeading {
        if i > 0 { out.write("\n") }
        if !line.remark.isEmpty {
          for text in Wrapping.lines(line.remark, width: settings.width) {
            out.write(text, .head, hasColour: hasColour)
            out.write("\n")
          }
        }
        continue
      }
      out.writeBlanks(line.indent)
      out.write(line.subject, .name, hasColour: hasColour)
      out.writeBlanks(line.gap)
      write(formula: DisplayWidth.visible(line.text), hasColour: hasColour, into: &out)
      if line.remark.isEmpty {
        out.write("\n")
        continue
      }
      let remarks = Wrapping.lines(
        DisplayWidth.visible(line.remark), width: max(settings.width - column, 20))
      for (k, remark) in remarks.enumerated() {
        if k == 0, lefts[i] + 2 <= column {
          out.writeBlanks(column - lefts[i])
        } else {
          out.write("\n")
          out.writeBlanks(column)
        }
        out.write(remark, .dim, hasColour: hasColour)
      }
      out.write("\n")
    }
  }
}
