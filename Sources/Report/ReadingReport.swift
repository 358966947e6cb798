import CSV
import Engine
import Syntax
import Units

/// How a statement was read: one line, and below it, where it was asked for, the tree.
///
/// ```
/// node / (319.8 t/s)   # t/s is token/time
/// divide  /
/// ├─ name    node
/// └─ number  319.8 t/s   token per second
/// ```
struct ReadingReport: StatementReport {
  let reading: StatementReading
  let units: UnitTable
  let settings: Settings
  private var rows: [Row] = []

  /// One part of the tree with what is drawn before it.
  private struct Row {
    var guide: String
    var kind: String
    var text: String
    var remark: String
  }

  init(_ reading: StatementReading, units: UnitTable, settings: Settings) {
    self.reading = reading
    self.units = units
    self.settings = settings
    if let tree = reading.tree { add(tree, guide: "", below: "") }
  }

  var format: String? { nil }

  private mutating func add(_ tree: ReadingTree, guide: String, below: String) {
    let role = tree.role.isEmpty ? "" : tree.role + " "
    rows.append(
      Row(
        guide: guide, kind: tree.kind, text: role + tree.text,
        remark: tree.unit.map { units.words(of: $0) } ?? ""))
    for (i, part) in tree.parts.enumerated() {
      let isLast = i == tree.parts.count - 1
      add(
        part, guide: below + (isLast ? "└─ " : "├─ "),
        below: below + (isLast ? "   " : "│  "))
    }
  }

  /// `t/s is token/time`; a plain unit such as `%` says nothing, nor one that is called like its
  /// dimension: `gpu`.
  private var remark: String {
    reading.units.filter { $0.dimension != "a plain number" && $0.dimension != $0.text }
      .map { "\($0.text) is \($0.dimension)" }.joined(separator: ", ")
  }

  /// The line that is said before a value is set apart by blanks; with a tree it is the head of it.
  private func styled() -> Styled {
    var styled = Styled()
    let isEcho = reading.tree == nil
    let indent = isEcho ? "    " : ""
    let text = indent + DisplayWidth.visible(reading.text)
    styled.add(text, isEcho ? .dim : .head)
    addRemark(after: DisplayWidth.of(text), indent: indent, to: &styled)
    styled.endLine()
    func column(_ row: Row) -> Int { DisplayWidth.of(row.guide) + DisplayWidth.of(row.kind) }
    let first = rows.map(column).max() ?? 0
    let second =
      rows.filter { !$0.remark.isEmpty }.map { DisplayWidth.of(DisplayWidth.visible($0.text)) }
      .max() ?? 0
    for row in rows {
      styled.add(row.guide, .dim)
      styled.add(row.kind, .label)
      styled.add(String(repeating: " ", count: first - column(row) + 2))
      let text = DisplayWidth.visible(row.text)
      styled.add(text)
      if !row.remark.isEmpty {
        styled.add(String(repeating: " ", count: max(0, second - DisplayWidth.of(text)) + 3))
        styled.add(row.remark, .dim)
      }
      styled.endLine()
    }
    return styled
  }

  /// What the units are, as a comment: beside the line, or below it where the page is too narrow.
  private func addRemark(after columns: Int, indent: String, to styled: inout Styled) {
    guard !remark.isEmpty else { return }
    if columns + 5 + DisplayWidth.of(remark) <= settings.width {
      return styled.add("   # \(remark)", .dim)
    }
    for line in Wrapping.lines(remark, width: settings.width - indent.count - 2) {
      styled.endLine()
      styled.add("\(indent)# \(line)", .dim)
    }
  }

  func writeText(into out: inout [UInt8]) {
    styled().write(hasColour: settings.hasColour, into: &out)
  }

  func writeMarkdown(into out: inout [UInt8]) {
    out.write("```\n")
    styled().write(hasColour: false, into: &out)
    out.write("```\n")
  }

  /// A row for each part, its depth in the tree first; the line alone where there is no tree.
  func writeCSV(into out: inout [UInt8]) {
    guard let tree = reading.tree else { return writeText(into: &out) }
    var writer = CSVWriter()
    for head in ["depth", "role", "kind", "text", "unit", "dimension"] { writer.field(head) }
    writer.endRecord()
    func write(_ tree: ReadingTree, depth: Int) {
      writer.field(String(depth))
      for field in [tree.role, tree.kind, tree.text] { writer.field(field) }
      let unit = read(tree.unit)
      writer.field(unit?.words ?? "")
      writer.field(unit?.dimension ?? "")
      writer.endRecord()
      for part in tree.parts { write(part, depth: depth + 1) }
    }
    write(tree, depth: 0)
    out += writer.take()
  }

  private func read(_ unit: UnitExpression?) -> (words: String, dimension: String)? {
    guard let unit, let resolved = try? units.resolve(unit) else { return nil }
    return (units.words(of: unit), units.name(of: units.dimension(of: resolved)))
  }

  func writeFields(into json: inout JSONWriter) {
    json.field("reading", reading.text)
    json.key("units")
    json.array { json in
      for unit in reading.units {
        json.object {
          $0.field("unit", unit.text)
          $0.field("words", unit.words)
          $0.field("dimension", unit.dimension)
        }
      }
    }
    guard let tree = reading.tree else { return }
    json.key("tree")
    write(tree, into: &json)
  }

  private func write(_ tree: ReadingTree, into json: inout JSONWriter) {
    json.object { json in
      json.field("kind", tree.kind)
      json.field("text", tree.text)
      if !tree.role.isEmpty { json.field("role", tree.role) }
      if let unit = read(tree.unit) {
        json.field("unit", unit.words)
        json.field("dimension", unit.dimension)
      }
      guard !tree.parts.isEmpty else { return }
      json.key("parts")
      json.array { json in
        for part in tree.parts { write(part, into: &json) }
      }
    }
  }
}
