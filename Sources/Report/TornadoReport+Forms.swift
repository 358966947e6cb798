import CSV
import Engine
import Units

/// A tornado for a report and for programs: one row for each source and label.
extension TornadoReport {
  // MARK: Markdown

  func writeMarkdown(into out: inout [UInt8]) {
    let (result, swing) = shownUnits(cells: 0..<tornado.center.count)
    if tornado.center.axes.isEmpty {
      out.write("**\(Markdown.escaped(title))** = \(Markdown.escaped(headline(of: 0)))\n\n")
    } else {
      let how =
        tornado.share.map { "each input ± \(percent($0)), one at a time" }
        ?? (tornado.rows.isEmpty
          ? "shares of its variance" : "each source with the others at their best guess")
      out.write("**\(Markdown.escaped(title))**, \(how)\n\n")
    }
    if tornado.rows.isEmpty, tornado.variances != nil {
      return writeVariancesMarkdown(into: &out)
    }
    let axes = tornado.center.axes.map(\.title)
    let heads =
      ["source", "input"] + axes + [
        TableColumn.head("\(title) low", unit: result.text),
        TableColumn.head("\(title) high", unit: result.text),
        TableColumn.head("swing", unit: swing.text), "elasticity",
      ]
    out.write("| \(heads.map(Markdown.cell).joined(separator: " | ")) |\n")
    let marks = Array(repeating: ":--", count: 2 + axes.count) + Array(repeating: "--:", count: 4)
    out.write("| \(marks.joined(separator: " | ")) |\n")
    func text(_ number: Double, _ unit: ShownUnit) -> String {
      units.numberText(number, unit: unit.unit, digits: settings.digitsSideBySide)
    }
    for row in tornado.rows {
      for cell in row.low.indices {
        let cells =
          [Markdown.code(row.name), Markdown.cell(inputText(row))]
          + labels(of: cell).map { Markdown.cell($0.label) } + [
            text(result.inUnit(row.low[cell]), result), text(result.inUnit(row.high[cell]), result),
            text(row.swing(cell) / swing.inOne, swing),
            row.elasticity[cell].map(Self.decimals) ?? "-",
          ]
        out.write("| \(cells.joined(separator: " | ")) |\n")
      }
    }
    if tornado.variances != nil {
      out.write("\n")
      writeVariancesMarkdown(into: &out)
    }
    if !tornado.held.isEmpty {
      out.write("\nNot swung: \(Markdown.escaped(heldTexts.joined(separator: "; "))).\n")
    }
  }

  // MARK: CSV

  func writeCSV(into out: inout [UInt8]) {
    if tornado.variances != nil { return writeVariancesCSV(into: &out) }
    let (result, swing) = shownUnits(cells: 0..<tornado.center.count)
    var writer = CSVWriter()
    func head(_ word: String) -> String {
      TableColumn.head("\(tornado.title) \(word)", unit: result.text)
    }
    writer.record(
      ["source", "input low", "input best", "input high", "input unit"]
        + tornado.center.axes.map(\.title) + [
          head("low"), head("high"), head("at input low"), head("at input high"),
          TableColumn.head("swing", unit: swing.text), "elasticity",
        ])
    for row in tornado.rows {
      let input = row.input
      let unit = ShownUnit(of: input, units: units)
      func text(_ numbers: [Double]?) -> String {
        let texts = (numbers ?? []).map { fullPrecision(unit.inUnit($0)) }
        return input.axes.isEmpty ? texts.joined() : "[\(texts.joined(separator: ", "))]"
      }
      var best: [Double] = []
      if case .numbers(let numbers) = input.cells { best = numbers }
      for cell in row.low.indices {
        writer.record(
          [row.name, text(input.low), text(best), text(input.high), unit.text]
            + labels(of: cell).map(\.label)
            + [row.low, row.high, row.atLow, row.atHigh].map {
              fullPrecision(result.inUnit($0[cell]))
            } + [
              fullPrecision(row.swing(cell) / swing.inOne),
              row.elasticity[cell].map(fullPrecision) ?? "",
            ])
      }
    }
    out.append(contentsOf: writer.bytes)
  }

  // MARK: JSON

  func writeFields(into json: inout JSONWriter) {
    let form = JSONResult(units: units, settings: settings)
    let (result, swing) = shownUnits(cells: 0..<tornado.center.count)
    json.field("title", tornado.title)
    json.key("by")
    if let share = tornado.share { json.number(share) } else { json.null() }
    json.key("center")
    form.write(tornado.center, into: &json)
    json.key("range")
    form.write(tornado.range, into: &json)
    json.field("unit", result.text)
    json.field("swingUnit", swing.text)
    json.key("sources")
    json.array { json in
      for row in tornado.rows {
        json.object { json in
          json.field("name", row.name)
          json.key("input")
          form.write(row.input, into: &json)
          let columns = [
            ("low", row.low), ("high", row.high), ("atInputLow", row.atLow),
            ("atInputHigh", row.atHigh),
          ]
          for (key, numbers) in columns {
            json.key(key)
            form.nested(tornado.center, into: &json) { $1.number(result.inUnit(numbers[$0])) }
          }
          json.key("swing")
          form.nested(tornado.center, into: &json) { $1.number(row.swing($0) / swing.inOne) }
          json.key("elasticity")
          form.nested(tornado.center, into: &json) { cell, json in
            if let elasticity = row.elasticity[cell] {
              json.number(elasticity)
            } else {
              json.null()
            }
          }
          if row.isOuterBound {
            json.key("outerBound")
            json.bool(true)
          }
        }
      }
    }
    writeVariances(into: &json)
    var numbers: [Assumptions.Numbers] = []
    json.key("notSwung")
    json.array { json in
      for held in tornado.held {
        switch held {
        case .numbers(let some): numbers.append(some)
        case .input(let name, let reason):
          json.object { json in
            json.field("name", name)
            json.field("reason", reason.rawValue)
          }
        }
      }
    }
    InputsReport.write(numbers, into: &json)
  }
}
