import CSV
import Engine
import Units

/// Shares of the variance, for the distributions that a result rests on.
///
/// ```
/// carbon = 570 g/Mt (140..1300, 90 %)
/// source     input                      first-order         total  █ alone, ░ with others
/// intensity  50..450 g/kWh as uniform  76.2 ± 0.2 %  80.4 ± 0.1 %  ███████████████████████░
/// node       1.5..3 kW as uniform      13.2 ± 0.1 %  16.3 ± 0.1 %  ████░
/// shares of the variance, from 24576 values (seed 1); ± is one standard error
/// ```
extension TornadoReport {
  private typealias Row = VarianceShares.Row

  /// A row for each source with its bar: how much of the variance it makes alone and with others.
  func writeVariances(cell: Int, into out: inout [UInt8]) {
    guard let variances = tornado.variances else { return }
    let all = variances.ordered(by: cell)
    guard variances.sd[cell] > 0 else {
      return writeWrapped(
        "no effect: ", all.map { DisplayWidth.visible($0.name) }.joined(separator: ", "), into: &out
      )
    }
    let rows = all.filter { $0.total[cell].share != 0 }
    let idle = all.filter { $0.total[cell].share == 0 }.map { DisplayWidth.visible($0.name) }
    var columns: [TableColumn] = []
    var space = 0
    for tightness in 0...3 {
      columns = self.columns(rows, cell, tightness: tightness)
      var probe = TableBlock(caption: nil, columns: columns, rows: rows.count)
      probe.measure(units: units)
      space = settings.width - probe.columns.reduce(0) { $0 + $1.width + 2 }
      if space >= Self.narrowestBar { break }
    }
    space = max(Self.narrowestBar, min(Self.widestBar, space))
    let head = space < 22 ? "█ own ░ shared" : "█ alone, ░ with others"
    columns.append(
      column(head, .texts(bars(rows, cell, space)), rows.count))
    let block = TableBlock(caption: nil, columns: columns, rows: rows.count)
    TableText(units: units, hasColour: settings.hasColour).lines(of: block) { line in
      out.append(contentsOf: line)
      out.write("\n")
    }
    if !idle.isEmpty { writeWrapped("no effect: ", idle.joined(separator: ", "), into: &out) }
  }

  private func columns(_ rows: [Row], _ cell: Int, tightness: Int) -> [TableColumn] {
    let name = tightness < 3 ? Self.widestName : Self.shortName
    let input = [40, 28, 18, 0][tightness]
    var columns = [
      column("source", .texts(rows.map { Wrapping.cut($0.name, width: name) }), rows.count)
    ]
    if input > 0 {
      columns.append(
        column("input", .texts(rows.map { inputText($0, width: input) }), rows.count))
    }
    columns.append(
      shares(tightness < 2 ? "first-order" : "first", rows.map { Self.text($0.first[cell]) }))
    columns.append(shares("total", rows.map { Self.text($0.total[cell]) }))
    if rows.contains(where: { $0.logShare != nil }) {
      columns.append(
        shares(
          "of log",
          rows.map { row in
            row.logShare.map { Self.text(VarianceShares.Share(exact: $0[cell])) } ?? "-"
          }
        ))
    }
    return columns
  }

  private func inputText(_ row: Row, width: Int) -> String {
    Wrapping.cut(DisplayWidth.visible(row.inputs.joined(separator: "; ")), width: width)
  }

  /// Texts at the right of their column.
  private func shares(_ head: String, _ texts: [String]) -> TableColumn {
    let width = max(head.count, texts.map(\.count).max() ?? 0)
    func padded(_ text: String) -> String {
      String(repeating: " ", count: width - text.count) + text
    }
    return column(padded(head), .texts(texts.map(padded)), texts.count)
  }

  /// `76.2 ± 0.2 %`, `about 0`: no digit is shown that is not known.
  static func text(_ share: VarianceShares.Share) -> String {
    if share.share == 0 { return "0 %" }
    if share.isAboutZero { return "about 0" }
    let (percent, error) = (share.share * 100, share.error * 100)
    guard percent.isFinite, error < 1e6 else { return "unknown" }
    if error >= 0.95 {
      return "\(Int(percent.rounded())) ± \(Int(error.rounded(.up))) %"
    }
    let text = SpreadText.text(percent, place: -1)
    if text == "0.0" { return "< 0.1 %" }
    if error < 0.05 { return "\(text) %" }
    return "\(text) ± \(SpreadText.text(error, place: -1)) %"
  }

  /// Bars of one scale, of which the whole page would be the whole variance or more.
  private func bars(_ rows: [Row], _ cell: Int, _ width: Int) -> [String] {
    let largest = max(rows.map { $0.total[cell].share }.max() ?? 0, 1e-300)
    let scale = Double(width) / max(largest, rows.map { $0.first[cell].share }.max() ?? 0)
    func known(_ share: VarianceShares.Share) -> Double {
      share.isAboutZero || !share.share.isFinite ? 0 : min(max(0, share.share), 1e3)
    }
    return rows.map { row in
      let first = known(row.first[cell])
      let total = row.total[cell].isAboutZero ? 0 : max(first, known(row.total[cell]))
      var own = Int((first * scale).rounded())
      let all = max(Int((total * scale).rounded()), total > 0 ? 1 : 0)
      if first > 0, own == 0 { own = 1 }
      return String(repeating: "█", count: min(own, all))
        + String(repeating: "░", count: max(0, all - own))
    }
  }

  /// Many labels: a row for each, a column of totals for each source.
  func writeTotals(into out: inout [UInt8]) {
    guard let variances = tornado.variances else { return }
    write("total shares of the variance of \(title) [%]\n", .head, into: &out)
    var fitting = 0
    var taken = tornado.center.axes.reduce(0) { $0 + max($1.title.count, 12) + 2 }
    for row in variances.rows {
      taken += max(DisplayWidth.of(row.name), 7) + 2
      if fitting > 0, taken > settings.width { break }
      fitting += 1
    }
    let columns = variances.rows.prefix(fitting).map { row in
      var value = tornado.center
      value.distributed = nil
      // as many digits as the error of the worst leaves
      value.cells = .texts(row.total.map { Self.text($0).replacing(" %", with: "") })
      return TableLayout.Column(title: DisplayWidth.visible(row.name), value: value)
    }
    let layout = TableLayout(
      columns: Array(columns), axes: tornado.center.axes, units: units, settings: settings)
    layout.lines(as: .text) { out.append(contentsOf: $0) }
    if variances.rows.count > fitting {
      let more = Words.count(variances.rows.count - fitting, "source")
      write("… and \(more) with smaller shares; pick a label to see all\n", .dim, into: &out)
    }
  }

  /// What the shares are of and where they come from.
  func writeVarianceRemarks(into out: inout [UInt8]) {
    guard tornado.variances != nil else { return }
    for line in Wrapping.lines(varianceRemark, width: settings.width) {
      write("\(line)\n", .dim, into: &out)
    }
  }

  private var varianceRemark: String {
    guard let variances = tornado.variances else { return "" }
    var text = "shares of the variance"
    if !variances.brackets.isEmpty {
      let names = variances.brackets.map { DisplayWidth.visible($0) }.joined(separator: ", ")
      text += " with \(names) at the best \(variances.brackets.count == 1 ? "guess" : "guesses")"
    }
    text += ", from \(variances.evaluations) values (seed \(variances.sampling.seed)); "
    text += "± is one standard error"
    if variances.rows.contains(where: { $0.logShare != nil }) {
      text += "; the shares of the logarithm are exact"
    }
    return variances.isPartial ? text + "; interrupted, so fewer values than planned" : text
  }

  // MARK: other forms

  func writeVariancesMarkdown(into out: inout [UInt8]) {
    guard let variances = tornado.variances else { return }
    let hasLogs = variances.rows.contains { $0.logShare != nil }
    let axes = tornado.center.axes.map(\.title)
    let heads =
      ["source", "input"] + axes + ["first-order", "total"] + (hasLogs ? ["of log"] : [])
    out.write("| \(heads.map { Markdown.cell($0) }.joined(separator: " | ")) |\n")
    let marks =
      Array(repeating: ":--", count: 2 + axes.count)
      + Array(repeating: "--:", count: hasLogs ? 3 : 2)
    out.write("| \(marks.joined(separator: " | ")) |\n")
    for row in variances.rows {
      for cell in row.total.indices {
        let cells =
          [Markdown.code(row.name), Markdown.code(row.inputs.joined(separator: "; "))]
          + labels(of: cell).map { Markdown.cell($0.label) }
          + [Self.text(row.first[cell]), Self.text(row.total[cell])]
          + (hasLogs
            ? [row.logShare.map { Self.text(VarianceShares.Share(exact: $0[cell])) } ?? "-"] : [])
        out.write("| \(cells.joined(separator: " | ")) |\n")
      }
    }
    let remark = varianceRemark
    out.write("\n\(Markdown.escaped(remark.prefix(1).uppercased() + remark.dropFirst())).\n")
  }

  /// One row for each source and label; brackets beside distributions are rows too.
  func writeVariancesCSV(into out: inout [UInt8]) {
    guard let variances = tornado.variances else { return }
    let (result, _) = shownUnits(cells: 0..<tornado.center.count)
    var writer = CSVWriter()
    let axes = tornado.center.axes.map(\.title)
    func head(_ word: String) -> String {
      TableColumn.head("\(tornado.title) \(word)", unit: result.text)
    }
    writer.record(
      ["source", "input"] + axes + [
        "first-order", "first-order error", "total", "total error", "of log", head("low"),
        head("high"),
      ])
    for row in variances.rows {
      for cell in row.total.indices {
        writer.record(
          [row.name, row.inputs.joined(separator: "; ")] + labels(of: cell).map(\.label)
            + [row.first[cell], row.total[cell]].flatMap {
              [fullPrecision($0.share), fullPrecision($0.error)]
            } + [row.logShare.map { fullPrecision($0[cell]) } ?? "", "", ""])
      }
    }
    for row in tornado.rows {
      for cell in row.low.indices {
        writer.record(
          [row.name, inputText(row)] + labels(of: cell).map(\.label)
            + ["", "", "", "", ""]
            + [row.low, row.high].map { fullPrecision(result.inUnit($0[cell])) })
      }
    }
    out.append(contentsOf: writer.bytes)
  }

  func writeVariances(into json: inout JSONWriter) {
    json.key("variance")
    guard let variances = tornado.variances else { return json.null() }
    let form = JSONResult(units: units, settings: settings)
    let (result, swing) = shownUnits(cells: 0..<tornado.center.count)
    json.object { json in
      json.key("sd")
      form.nested(tornado.center, into: &json) { $1.number(variances.sd[$0] / swing.inOne) }
      json.field("unit", swing.text.isEmpty ? result.text : swing.text)
      json.field("evaluations", variances.evaluations)
      json.field("samples", variances.sampling.count)
      json.field("seed", String(variances.sampling.seed))
      if variances.isPartial {
        json.key("interrupted")
        json.bool(true)
      }
      json.field("atBestGuess", variances.brackets)
      json.key("sources")
      json.array { json in
        for row in variances.rows {
          json.object { json in
            json.field("name", row.name)
            json.field("input", row.inputs.joined(separator: "; "))
            for (key, shares) in [("first", row.first), ("total", row.total)] {
              json.key(key)
              form.nested(tornado.center, into: &json) { $1.number(shares[$0].share) }
              json.key("\(key)Error")
              form.nested(tornado.center, into: &json) { $1.number(shares[$0].error) }
            }
            json.key("logShare")
            if let logs = row.logShare {
              form.nested(tornado.center, into: &json) { $1.number(logs[$0]) }
            } else {
              json.null()
            }
          }
        }
      }
    }
  }
}
