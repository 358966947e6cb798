import Engine
import Syntax
import Units

/// Writes outcomes as text, Markdown, CSV or JSON to the end of a byte buffer.
///
/// ```
/// var renderer = Renderer(.text)
/// var out: [UInt8] = []
/// renderer.render(.value(name: "jt", jt), units: session.units, into: &out)   // jt = 9.63102 J/t
/// ```
///
/// Every outcome ends with a line end. Between a table or an error and what stands before or after
/// it comes an empty line, so one renderer belongs to one stream: results and errors have one each,
/// and the prompt takes a fresh one for each entry. JSON is one object a line, without empty lines.
///
/// With `drain`, a long result is handed on in parts: when the buffer holds more than `chunk` bytes,
/// `drain` is called to write and empty it.
package struct Renderer {
  package static let chunk = 1 << 16

  package let format: Format
  package var settings: Settings
  package var drain: ((inout [UInt8]) -> Void)?

  /// What was written last: decides whether an empty line is due.
  private enum Last { case nothing, line, block }
  private var last = Last.nothing

  package init(
    _ format: Format, settings: Settings = Settings(), drain: ((inout [UInt8]) -> Void)? = nil
  ) {
    self.format = format
    self.settings = settings
    self.drain = drain
  }

  /// - Complexity: linear in the cells; with `drain`, the memory of one part.
  package mutating func render(_ outcome: Outcome, units: UnitTable, into out: inout [UInt8]) {
    if case .value(let name, let value) = outcome, format == .text, ValueText.fits(value) {
      // the line that a script of a million expressions prints a million times
      begin(.line, into: &out)
      ValueText(units: units, settings: settings).write(name: name, value, into: &out)
      out.append(UInt8(ascii: "\n"))
      return drainIfLong(&out)
    }
    if format == .json { return writeJSON(outcome, units: units, into: &out) }
    switch outcome {
    case .value(let name, let value):
      if format != .csv, ValueText.fits(value) {
        writeLine(into: &out) {
          ValueText(units: units, settings: $0).write(name: name, value, into: &$1)
        }
      } else {
        let layout = TableLayout(of: value, name: name, units: units, settings: settings)
        write(layout, format, isCut: settings.cutsLongValues, into: &out)
      }
    case .table(let table):
      let asked = table.format.flatMap(Format.init(word:)) ?? format
      if asked == .json { return writeJSON(outcome, units: units, into: &out) }
      write(TableLayout(table, units: units, settings: settings), asked, into: &out)
      write(SamplingRemark(outcome), asked, into: &out)
    case .change(let change):
      writeLine(into: &out, isWrapped: true) {
        ChangeText(units: units, settings: $0).write(change, into: &$1)
      }
    case .waiting(let name, let names):
      writeLine(into: &out) { $1.write(Self.waiting(name, for: names)) }
    case .function(let head):
      writeLine(into: &out) { $1.write("function " + head) }
    case .scenario(let name, let parent, let overrides):
      writeLine(into: &out) {
        let from = parent.map { " from \($0)" } ?? ""
        $1.write("scenario \(name)\(from): " + overrides.joined(separator: ", "))
      }
    case .moreChanges(let count):
      writeLine(into: &out) { $1.write("… and \(count) more changed") }
    case .notRecomputed(let count):
      writeLine(into: &out) { $1.write("… and \(count) not yet recomputed") }
    case .watched(let watched):
      writeLine(into: &out, isWrapped: true) {
        ChangeText(units: units, settings: $0).write(watched, into: &$1)
      }
    case .text(let text):
      // a program's own words, neither marked nor quoted
      begin(.line, into: &out)
      out.write(text)
      out.write("\n")
    case .diagnostic(let diagnostic):
      begin(diagnostic.severity == .error ? .block : .line, into: &out)
      DiagnosticText.styled(diagnostic, words(of: diagnostic.problem), settings: settings)
        .write(hasColour: settings.hasColour, into: &out)
    case .reading(let reading):
      let report = ReadingReport(reading, units: units, settings: settings)
      if format == .text, reading.tree == nil {
        begin(.line, into: &out)
        report.writeText(into: &out)
      } else {
        begin(.block, into: &out)
        report.write(format, into: &out)
      }
    case .inputs, .graph, .sensitivity, .histogram, .comparison, .attribution, .hole, .exercise,
      .derivation:
      guard let report = outcome.report(units: units, settings: settings) else { break }
      if report.asksForJSON { return writeJSON(outcome, units: units, into: &out) }
      begin(.block, into: &out)
      report.write(format, into: &out)
      let asked = report.format.map { Format(word: $0) } ?? format
      write(SamplingRemark(outcome), asked, into: &out)
    case .setting, .help: break
    }
    drainIfLong(&out)
  }

  /// A list of names: for people, so the same text in every form but JSON.
  package mutating func render(_ listing: Listing, into out: inout [UInt8]) {
    render(listing.styled(), kind: "list", into: &out) { listing.writeFields(into: &$0) }
  }

  /// Help on one thing: for people, like a list.
  package mutating func render(_ page: HelpPage, into out: inout [UInt8]) {
    render(page.styled(width: settings.width), kind: "help", into: &out) {
      page.writeFields(into: &$0)
    }
  }

  private mutating func render(
    _ styled: Styled, kind: String, into out: inout [UInt8],
    fields: (inout JSONWriter) -> Void
  ) {
    if format == .json {
      return JSONResult.write(kind: kind, into: &out, drain: drain) { json in
        json.field("text", String(styled.plainText.dropLast()))
        fields(&json)
      }
    }
    begin(.block, into: &out)
    styled.write(hasColour: settings.hasColour, into: &out)
  }

  // MARK: lines and blocks

  private mutating func begin(_ next: Last, into out: inout [UInt8]) {
    if last == .block || (last == .line && next == .block) { out.append(UInt8(ascii: "\n")) }
    last = next
  }

  /// One line of text; in Markdown a paragraph of its own, as code, so that no sign is taken for
  /// markup.
  private mutating func writeLine(
    into out: inout [UInt8], isWrapped: Bool = false, _ body: (Settings, inout [UInt8]) -> Void
  ) {
    guard format == .markdown else {
      begin(.line, into: &out)
      let start = out.count
      body(settings, &out)
      // a colour's bytes are columns here, so that a short line costs nothing
      if isWrapped, out.count - start > settings.width {
        let line = Wrapping.styled(out[start...], width: settings.width, indent: 4)
        out.replaceSubrange(start..., with: line)
      }
      return out.append(UInt8(ascii: "\n"))
    }
    begin(.block, into: &out)
    var plain = settings
    plain.hasColour = false
    out.write("`")
    body(plain, &out)
    out.write("`\n")
  }

  private mutating func write(
    _ layout: TableLayout, _ format: Format, isCut: Bool = false, into out: inout [UInt8]
  ) {
    begin(.block, into: &out)
    layout.lines(as: format, isCut: isCut) { line in
      out.append(contentsOf: line)
      drainIfLong(&out)
    }
  }

  /// Below a block: a line of text, or a paragraph of Markdown.
  private func write(_ remark: SamplingRemark?, _ format: Format?, into out: inout [UInt8]) {
    guard let remark else { return }
    switch format {
    case .text?: out.write(remark.text, .dim, hasColour: settings.hasColour)
    case .markdown?: out.write("\n" + remark.text)
    case .csv?, .json?, nil: return
    }
    out.write("\n")
  }

  private func drainIfLong(_ out: inout [UInt8]) {
    if let drain, out.count >= Self.chunk { drain(&out) }
  }

  private func writeJSON(_ outcome: Outcome, units: UnitTable, into out: inout [UInt8]) {
    JSONResult(units: units, settings: settings).write(outcome, into: &out, drain: drain)
  }

  /// `jt waits for node and tput`
  static func waiting(_ name: String, for names: [String]) -> String {
    "\(name) \(waiting(for: names))"
  }

  /// `waits for node and tput`
  static func waiting(for names: [String]) -> String {
    let list =
      names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
    return "waits for \(list)"
  }
}

extension TableLayout {
  /// The table in any form but JSON, a line or a few at a time (line ends included).
  ///
  /// - Parameter isCut: whether a long block of text has its first and last rows only.
  func lines(as format: Format, isCut: Bool = false, _ body: ([UInt8]) -> Void) {
    if format == .csv { return TableCSV(units: units).lines(of: long(), body) }
    TableBlock.write(
      blocks(), as: format, isCut: isCut, units: units, settings: settings, body)
  }
}

extension TableBlock {
  /// Writes blocks as text or Markdown, an empty line between them.
  static func write(
    _ blocks: [TableBlock], as format: Format, isCut: Bool = false, units: UnitTable,
    settings: Settings, _ body: ([UInt8]) -> Void
  ) {
    let lineEnd: [UInt8] = [UInt8(ascii: "\n")]
    for (i, block) in blocks.enumerated() {
      var block = block
      if i > 0 { body(lineEnd) }
      if isCut, format == .text { block.cut() }
      if format == .markdown {
        TableMarkdown(units: units).lines(of: block) { body($0 + lineEnd) }
      } else {
        TableText(units: units, hasColour: settings.hasColour).lines(of: block) {
          body($0 + lineEnd)
        }
      }
    }
  }
}
