import CSV
import Engine
import Units

/// A comparison of scenarios in full precision: as comma-separated values, one row for each
/// expression, label and scenario, and as the fields of a JSON object.
extension ComparisonReport {
  func writeCSV(into out: inout [UInt8]) {
    var axes: [String] = []
    for axis in comparison.rows.flatMap(\.axes) where !axes.contains(axis.title) {
      axes.append(axis.title)
    }
    let hasBrackets = comparison.rows.contains { $0.values.contains(where: \.isBracket) }
    let hasSpreads = comparison.rows.contains { $0.values.contains { $0.distributed != nil } }
    // the ends of a bracket are its own; those of a distribution are points of it
    let ends =
      switch (hasBrackets, hasSpreads) {
      case (false, false): ["value"]
      case (true, false): ["low", "best", "high"]
      case (false, true): ["p5", "median", "p95"]
      case (true, true): ["low or p5", "best or median", "high or p95"]
      }
    var writer = CSVWriter()
    let heads =
      ["expression"] + axes + ["scenario"] + ends + ["unit"] + ends.map { "change \($0)" }
      + ends.map { "relative \($0)" } + (hasSpreads ? ["probability below"] : [])
    for head in heads { writer.field(ends.count > 1 ? head : head.replacing(" value", "")) }
    writer.endRecord()
    for row in comparison.rows {
      let unit = shownUnit(of: row)
      let count = row.axes.reduce(1) { $0 * $1.count }
      for cell in 0..<count {
        for (i, scenario) in comparison.scenarios.enumerated() {
          writer.field(row.title)
          for name in axes { writer.field(label(name, cell, row.axes)) }
          writer.field(scenario)
          write(row.values[i], cell, ends.count > 1, into: &writer) { unit?.inUnit($0) ?? $0 }
          writer.field(unit?.text ?? "")
          write(row.changes[i], cell, ends.count > 1, into: &writer) {
            unit?.ofDifferences.inUnit($0) ?? $0
          }
          write(row.relatives[i], cell, ends.count > 1, into: &writer) { $0 }
          if hasSpreads {
            write(row.below.indices.contains(i) ? row.below[i] : nil, cell, false, into: &writer) {
              $0
            }
          }
          writer.endRecord()
        }
      }
    }
    out += writer.take()
  }

  func writeFields(into json: inout JSONWriter) {
    let result = JSONResult(units: units, settings: settings)
    json.field("scenarios", comparison.scenarios)
    json.key("rows")
    json.array { json in
      for row in comparison.rows {
        let unit = shownUnit(of: row)
        json.object { json in
          json.field("title", row.title)
          result.writeUnit(unit, dimension: row.values[0], into: &json)
          json.key("axes")
          json.array { json in
            for axis in row.axes { result.write(axis, into: &json) }
          }
          json.key("scenarios")
          json.array { json in
            for (i, scenario) in comparison.scenarios.enumerated() {
              json.object { json in
                json.field("name", scenario)
                result.writeCells(of: row.values[i], unit: unit, into: &json)
                result.writeObject("change", row.changes[i], unit?.ofDifferences, into: &json)
                result.writeObject("relative", row.relatives[i], nil, into: &json)
                if row.below.contains(where: { $0 != nil }) {
                  result.writeObject("probabilityBelow", row.below[i], nil, into: &json)
                }
              }
            }
          }
        }
      }
    }
  }

  private func write(
    _ value: Value?, _ cell: Int, _ hasBrackets: Bool, into writer: inout CSVWriter,
    _ inUnit: (Double) -> Double
  ) {
    func field(_ number: Double?) {
      writer.field(number.map { $0.isNaN ? "" : fullPrecision(inUnit($0)) } ?? "")
    }
    switch value?.cells {
    case .numbers(let numbers)?:
      guard hasBrackets else { return field(numbers[cell]) }
      if let distributed = value?.distributed {
        // 5 %, 50 % and 95 %
        field(distributed.spreads[cell].low)
        field(distributed.brackets.isEmpty ? numbers[cell] : nil)
        return field(distributed.spreads[cell].high)
      }
      field(value?.low?[cell] ?? numbers[cell])
      field(value?.low == nil || value?.hasBest == true ? numbers[cell] : nil)
      field(value?.high?[cell] ?? numbers[cell])
    case .truths(let truths)?: texts(truths[cell].text)
    case .texts(let all)?: texts(all[cell])
    case nil: texts("")
    }
    func texts(_ text: String) {
      writer.field(text)
      if hasBrackets { for _ in 0..<2 { writer.field("") } }
    }
  }

  func label(_ name: String, _ cell: Int, _ axes: [Axis]) -> String {
    var inner = 1
    for axis in axes.reversed() {
      let at = cell / inner % max(axis.count, 1)
      inner *= axis.count
      guard axis.title == name else { continue }
      switch axis.labels {
      case .numbers(let labels, _):
        return fullPrecision(ShownUnit(of: axis, units: units)?.inUnit(labels[at]) ?? labels[at])
      case .texts(let texts): return texts[at]
      case .counts: return String(at + 1)
      }
    }
    return ""
  }
}

extension String {
  fileprivate func replacing(_ part: String, _ other: String) -> String {
    hasSuffix(part) ? String(dropLast(part.count)) + other : self
  }
}
