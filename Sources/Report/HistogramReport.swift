import CSV
import Engine
import Units

/// How the samples of a distribution lie, as bars.
///
/// ```
/// jt = 8.9 J/t (5.9..12.8, 90 %)
/// jt [J/t]   share
///   4..5     0.6 %  █
///   5..6     5.1 %  ████████
/// ```
struct HistogramReport: StatementReport {
  let histogram: Histogram
  let units: UnitTable
  let settings: Settings
  let phrase: ValuePhrase
  private let unit: ShownUnit

  init(_ histogram: Histogram, units: UnitTable, settings: Settings) {
    self.histogram = histogram
    self.units = units
    self.settings = settings
    phrase = ValuePhrase(units: units, settings: settings)
    unit = ShownUnit(histogram.value.unit, units: units)
  }

  var format: String? { histogram.format }

  private static let mostDrawn = 4
  private static let widestBar = 50
  private static let narrowestBar = 10

  private var title: String { DisplayWidth.visible(histogram.title) }

  // MARK: rows

  /// In the unit that is shown; those of bins are round there.
  private var edges: [Double] {
    let edges = histogram.edges.map(unit.inUnit)
    if histogram.isCounted { return edges }
    return edges.map { Double(Self.text($0, all: edges)) ?? $0 }
  }

  /// `4..5`, `below 4`, or a value of which there are few.
  private var rows: [(text: String, low: Double?, high: Double?, share: (Histogram.Line) -> Double)]
  {
    let edges = self.edges
    let texts = edges.map { Self.text($0, all: edges) }
    if histogram.isCounted {
      return edges.indices.map { i in (texts[i], edges[i], edges[i], { $0.shares[i] }) }
    }
    let dots = edges.contains { $0 < 0 } ? " .. " : ".."
    var rows: [(String, Double?, Double?, (Histogram.Line) -> Double)] = []
    if histogram.lines.contains(where: { $0.below > 0 }) {
      rows.append(("below \(texts[0])", nil, edges[0], { $0.below }))
    }
    for i in edges.indices.dropLast() {
      rows.append(("\(texts[i])\(dots)\(texts[i + 1])", edges[i], edges[i + 1], { $0.shares[i] }))
    }
    if histogram.lines.contains(where: { $0.above > 0 }), let last = texts.last {
      rows.append(("above \(last)", edges.last, nil, { $0.above }))
    }
    return rows
  }

  /// Edges with the decimals that the smallest step between them needs.
  private static func text(_ edge: Double, all edges: [Double]) -> String {
    let text = fullPrecision(edge)
    let steps = zip(edges, edges.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }
    guard let step = steps.min(), step.isFinite, !text.contains("e") else {
      return shortest(edge)
    }
    var place = 0
    var power = 1.0
    while place < 12, abs((step / power).rounded() - step / power) > 1e-6 {
      place += 1
      power /= 10
    }
    return place < 12 ? SpreadText.text(edge, place: -place) : shortest(edge)
  }

  private static func shortest(_ number: Double) -> String {
    let text = fullPrecision(number)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// `12.3 %`
  private static func percent(_ share: Double) -> String {
    if share == 0 || share == 1 { return share == 0 ? "0 %" : "100 %" }
    return share < 0.0005 ? "< 0.1 %" : SpreadText.text(share * 100, place: -1) + " %"
  }

  // MARK: text

  func writeText(into out: inout [UInt8]) {
    let count = histogram.lines.count
    if count <= Self.mostDrawn {
      for cell in 0..<count {
        if cell > 0 { out.write("\n") }
        write(name(of: cell), .name, into: &out)
        out.write(" = \(phrase.text(single(cell)))\n")
        writeBars(cell, into: &out)
      }
    } else {
      writeShapes(into: &out)
    }
    write(remark + "\n", .dim, into: &out)
  }

  private func write(_ text: String, _ role: Role, into out: inout [UInt8]) {
    out.write(text, role, hasColour: settings.hasColour)
  }

  private var remark: String { "from \(histogram.samples) samples (seed \(histogram.seed))" }

  private func single(_ cell: Int) -> Value {
    var one = histogram.value
    one.axes = []
    if case .numbers(let numbers) = one.cells { one.cells = .numbers([numbers[cell]]) }
    one.distributed?.spreads = histogram.value.distributed.map { [$0.spreads[cell]] } ?? []
    return one
  }

  private func name(of cell: Int) -> String {
    if histogram.value.axes.isEmpty { return title }
    let labels = labels(of: cell).map { "\($0.axis) = \($0.label)" }.joined(separator: ", ")
    let isName = histogram.title.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isName ? "\(title)[\(labels)]" : "(\(title))[\(labels)]"
  }

  private func labels(of cell: Int) -> [(axis: String, label: String)] {
    CellLabels.of(cell, histogram.value.axes, units: units, digits: settings.digits)
  }

  private func writeBars(_ cell: Int, into out: inout [UInt8]) {
    let line = histogram.lines[cell]
    let rows = self.rows
    let texts = rows.map(\.text)
    let shares = rows.map { Self.percent($0.share(line)) }
    let head = unit.text.isEmpty ? "" : "[\(unit.text)]"
    let left = max(DisplayWidth.of(head), texts.map(DisplayWidth.of).max() ?? 0)
    let middle = max(5, shares.map(\.count).max() ?? 0)
    let space = settings.width - left - middle - 4
    let width = max(Self.narrowestBar, min(Self.widestBar, space))
    let largest = rows.map { $0.share(line) }.max() ?? 1
    func padded(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - DisplayWidth.of(text))) + text
    }
    write("\(padded(head, left))  \(padded("share", middle))\n", .head, into: &out)
    for (i, row) in rows.enumerated() {
      let share = row.share(line)
      let bar = Self.bar(share / max(largest, 1e-300) * Double(width))
      out.write("\(padded(texts[i], left))  \(padded(shares[i], middle))")
      out.write(bar.isEmpty ? "\n" : "  \(bar)\n")
    }
  }

  /// A bar to an eighth of a column; what is not nothing is seen.
  private static func bar(_ length: Double) -> String {
    guard length > 0 else { return "" }
    let eighths = max(1, Int((min(length, 1e4) * 8).rounded()))
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }

  /// Many labels: the shape of each on a line, all over the same bins.
  private func writeShapes(into out: inout [UInt8]) {
    let edges = self.edges
    let texts = edges.map { Self.text($0, all: edges) }
    let space = unit.text.isEmpty ? "" : " \(unit.text)"
    let range =
      histogram.isCounted
      ? texts.joined(separator: ", ")
      : [texts.first ?? "", texts.last ?? ""].joined(
        separator: edges.contains { $0 < 0 } ? " .. " : "..")
    let largest = histogram.lines.flatMap(\.shares).max() ?? 1
    var value = histogram.value
    value.distributed = nil
    value.cells = .texts(histogram.lines.map { Sparkline.text($0.shares, largest: largest) })
    let shapes = TableLayout.Column(title: "\(title) over \(range)\(space)", value: value)
    let layout = TableLayout(
      columns: [TableLayout.Column(title: title, value: histogram.value), shapes],
      axes: histogram.value.axes, units: units, settings: settings)
    layout.lines(as: .text) { out.append(contentsOf: $0) }
  }

  // MARK: other forms

  func writeMarkdown(into out: inout [UInt8]) {
    let axes = histogram.value.axes.map(\.title)
    if axes.isEmpty {
      out.write("**\(Markdown.escaped(title))** = \(Markdown.escaped(phrase.text(single(0))))\n\n")
    }
    let heads = axes + [TableColumn.head(title, unit: unit.text), "share", ""]
    out.write("| \(heads.map { Markdown.cell($0) }.joined(separator: " | ")) |\n")
    let marks = Array(repeating: "--:", count: axes.count + 2) + [":--"]
    out.write("| \(marks.joined(separator: " | ")) |\n")
    for (cell, line) in histogram.lines.enumerated() {
      let largest = max(rows.map { $0.share(line) }.max() ?? 1, 1e-300)
      for row in rows {
        let share = row.share(line)
        let cells =
          labels(of: cell).map { Markdown.cell($0.label) }
          + [Markdown.cell(row.text), Self.percent(share), Self.bar(share / largest * 20)]
        out.write("| \(cells.joined(separator: " | ")) |\n")
      }
    }
    out.write("\nF\(remark.dropFirst()).\n")
  }

  func writeCSV(into out: inout [UInt8]) {
    var writer = CSVWriter()
    let heads = ["low", "high"].map {
      TableColumn.head("\(histogram.title) \($0)", unit: unit.text)
    }
    writer.record(histogram.value.axes.map(\.title) + heads + ["share"])
    for (cell, line) in histogram.lines.enumerated() {
      for row in rows {
        writer.record(
          labels(of: cell).map(\.label)
            + [row.low, row.high].map { $0.map(fullPrecision) ?? "" }
            + [fullPrecision(row.share(line))])
      }
    }
    out.append(contentsOf: writer.bytes)
  }

  func writeFields(into json: inout JSONWriter) {
    let form = JSONResult(units: units, settings: settings)
    json.field("title", histogram.title)
    json.key("value")
    form.write(histogram.value, into: &json)
    json.field("unit", unit.text)
    json.key(histogram.isCounted ? "values" : "edges")
    json.array { json in
      for edge in edges { json.number(edge) }
    }
    json.key("shares")
    form.nested(histogram.value, into: &json) { cell, json in
      json.array { json in
        for share in histogram.lines[cell].shares { json.number(share) }
      }
    }
    for (key, part) in [
      ("below", { (line: Histogram.Line) in line.below }), ("above", { $0.above }),
    ] where !histogram.isCounted {
      json.key(key)
      form.nested(histogram.value, into: &json) { $1.number(part(histogram.lines[$0])) }
    }
    json.field("samples", histogram.samples)
    json.field("seed", String(histogram.seed))
  }
}

/// A row of blocks of different heights: `▁▃▆█▆▃▁`.
enum Sparkline {
  private static let blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// - Parameter largest: what fills a whole block; the largest of them without it.
  static func text(_ shares: [Double], largest: Double? = nil) -> String {
    let top = max(largest ?? shares.max() ?? 0, 1e-300)
    return shares.map { share in
      share <= 0 ? " " : blocks[min(7, Int(share / top * 8))]
    }.joined()
  }
}

/// Where a cell stands along each axis, in words.
enum CellLabels {
  static func of(_ cell: Int, _ axes: [Axis], units: UnitTable, digits: Int) -> [(
    axis: String, label: String
  )] {
    var rest = cell
    var found: [(String, String)] = []
    for axis in axes.reversed() {
      let position = rest % max(axis.count, 1)
      rest /= max(axis.count, 1)
      let label: String
      switch axis.labels {
      case .numbers(let numbers, let unit):
        let shown = ShownUnit(unit, units: units)
        let number = units.numberText(
          shown.inUnit(numbers[position]), unit: unit, digits: digits)
        label = shown.text.isEmpty ? number : "\(number) \(shown.text)"
      case .texts(let texts): label = DisplayWidth.visible(texts[position])
      case .counts: label = String(position + 1)
      }
      found.append((axis.title, label))
    }
    return found.reversed()
  }
}
