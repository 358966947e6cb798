import CSV
import Engine
import Units

/// The assumptions of a result for a report and for programs.
extension InputsReport {
  // MARK: Markdown

  func writeMarkdown(into out: inout [UInt8]) {
    let value = assumptions.value.map { " = \(phrase($0))" } ?? ""
    out.write("**\(Markdown.escaped(assumptions.title + value))** rests on\n")
    if !assumptions.leaves.isEmpty {
      out.write("\n| input | value | from | confidence | about | source |\n")
      out.write("| :-- | :-- | :-- | :-- | :-- | :-- |\n")
      for leaf in assumptions.leaves {
        let cells = [
          Markdown.code(leaf.name), Markdown.cell(valueText(leaf)), Markdown.cell(from(leaf.given)),
          leaf.confidence ?? "", Markdown.cell(about(leaf).joined(separator: " ")),
          leaf.sources.map(Markdown.source).joined(separator: "; "),
        ]
        out.write("| \(cells.joined(separator: " | ")) |\n")
      }
    }
    if !assumptions.numbers.isEmpty { out.write("\nNumbers in formulas:\n\n") }
    for numbers in assumptions.numbers {
      let holder = numbers.holder == .expression ? holder(numbers) : Markdown.code(numbers.name)
      out.write("- in \(holder): \(Markdown.escaped(Self.list(numbers.numbers)))")
      var about = numbers.given.map { [Markdown.escaped(from($0))] } ?? []
      about += numbers.documentation.map(Markdown.cell) + numbers.sources.map(Markdown.source)
      out.write(about.isEmpty ? "\n" : " (\(about.joined(separator: "; ")))\n")
    }
    if !assumptions.missing.isEmpty {
      let names = assumptions.missing.map(Markdown.code).joined(separator: ", ")
      out.write("\nWaiting for \(names).\n")
    }
  }

  // MARK: CSV

  /// One row for each input, each number in a formula and each missing name.
  func writeCSV(into out: inout [UInt8]) {
    var writer = CSVWriter()
    writer.record([
      "input", "kind", "value", "low", "high", "unit", "in", "formula", "was", "from",
      "confidence", "about", "source",
    ])
    for leaf in assumptions.leaves {
      let cells = leaf.value.map(cells) ?? ["", "", "", ""]
      writer.record(
        [leaf.name, leaf.isLeaf ? leaf.kind.rawValue : "override"] + cells + [
          "", leaf.formula ?? "", leaf.was.map(phrase) ?? "", from(leaf.given),
          leaf.confidence ?? "", about(leaf).joined(separator: " "),
          leaf.sources.joined(separator: "; "),
        ])
    }
    for numbers in assumptions.numbers {
      for number in numbers.numbers {
        writer.record(
          [
            "", "number", number, "", "", "", holder(numbers), "", "",
            numbers.given.map(from) ?? "", "", numbers.documentation.joined(separator: " "),
            numbers.sources.joined(separator: "; "),
          ])
      }
    }
    for name in assumptions.missing {
      writer.record([name, "missing"] + Array(repeating: "", count: 11))
    }
    out.append(contentsOf: writer.bytes)
  }

  /// Value, low, high and unit; a list in brackets, as tj reads it.
  private func cells(_ value: Value) -> [String] {
    func list(_ texts: [String]) -> String {
      value.axes.isEmpty ? texts.first ?? "" : "[\(texts.joined(separator: ", "))]"
    }
    switch value.cells {
    case .texts(let texts): return [list(texts), "", "", ""]
    case .truths(let truths): return [list(truths.map(\.text)), "", "", ""]
    case .numbers(let numbers):
      let unit = ShownUnit(of: value, units: units)
      func text(_ numbers: [Double]) -> String {
        list(numbers.map { fullPrecision(unit.inUnit($0)) })
      }
      guard let low = value.low, let high = value.high else {
        return [text(numbers), "", "", unit.text]
      }
      return [value.hasBest ? text(numbers) : "", text(low), text(high), unit.text]
    }
  }

  // MARK: JSON

  func writeFields(into json: inout JSONWriter) {
    let result = JSONResult(units: units, settings: settings)
    json.field("title", assumptions.title)
    json.key("result")
    result.write(assumptions.value, into: &json)
    json.key("inputs")
    json.array { json in
      for leaf in assumptions.leaves {
        json.object { json in
          json.field("name", leaf.name)
          json.field("kind", leaf.kind.rawValue)
          json.key("value")
          result.write(leaf.value, into: &json)
          json.field("formula", leaf.formula)
          json.key("frozen")
          json.bool(leaf.isFrozen)
          json.key("leaf")
          json.bool(leaf.isLeaf)
          json.key("labelsOnly")
          json.bool(leaf.isLabelsOnly)
          json.field("documentation", leaf.documentation)
          json.field("sources", leaf.sources)
          json.field("confidence", leaf.confidence)
          Self.write(leaf.given, into: &json)
          json.key("was")
          result.write(leaf.was, into: &json)
          json.key("usedIn")
          json.array { json in
            for user in leaf.usedIn {
              if let user { json.string(user) } else { json.null() }
            }
          }
          if let problem = leaf.problem {
            json.field("problem", words(of: problem.problem).message)
          }
        }
      }
    }
    Self.write(assumptions.numbers, into: &json)
    json.field("waitingFor", assumptions.missing)
  }

  private static func write(_ given: Assumptions.Given?, into json: inout JSONWriter) {
    json.key("from")
    guard let given else { return json.null() }
    json.object { json in
      switch given {
      case .text(let name, let line):
        json.field("by", "statement")
        json.field("file", name)
        json.field("line", line)
      case .setting: json.field("by", "set")
      case .catalog: json.field("by", "catalog")
      case .constant: json.field("by", "constant")
      case .override(let scenario):
        json.field("by", scenario == nil ? "with" : "scenario")
        if let scenario { json.field("scenario", scenario) }
      }
    }
  }

  /// `"numbers":[{"in":"node","holder":"definition","numbers":["4","1.1"]}]`
  static func write(_ all: [Assumptions.Numbers], into json: inout JSONWriter) {
    json.key("numbers")
    json.array { json in
      for numbers in all {
        json.object { json in
          json.field("in", numbers.holder == .expression ? nil : numbers.name)
          json.field("holder", numbers.holder.rawValue)
          json.field("numbers", numbers.numbers)
          json.field("documentation", numbers.documentation)
          json.field("sources", numbers.sources)
          write(numbers.given, into: &json)
        }
      }
    }
  }
}
