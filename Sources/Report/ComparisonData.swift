import CSV
import Engine
import Units

/// A comparison of scenarios in full precision: as comma-separated values, one row for each
/// expression, label and scenario, and as the fields of a JSON object.
extension ComparisonLayout {
  /// The comparison in any form but JSON.
  func lines(as format: Format, _ body: ([UInt8]) -> Void) {
    guard format == .csv else {
      return TableBlock.write(blocks(), as: format, units: units, settings: settings, body)
    }
    csv(body)
  }

  private func csv(_ body: ([UInt8]) -> Void) {
    var axes: [String] = []
    for axis in comparison.rows.flatMap(\.axes) where !axes.contains(axis.title) {
      axes.append(axis.title)
    }
    let hasBrackets = comparison.rows.contains { $0.values.contains(where: \.isBracket) }
    let ends = hasBrackets ? ["low", "best", "high"] : ["value"]
    var writer = CSVWriter()
    let heads =
      ["expression"] + axes + ["scenario"] + ends + ["unit"] + ends.map { "change \($0)" }
      + ends.map { "relative \($0)" }
    for head in heads { writer.field(hasBrackets ? head : head.replacing(" value", "")) }
    writer.endRecord()
    for row in comparison.rows {
      let unit = shownUnit(of: row)
      let count = row.axes.reduce(1) { $0 * $1.count }
      for cell in 0..<count {
        for (i, scenario) in comparison.scenarios.enumerated() {
          writer.field(row.title)
          for name in axes { writer.field(label(name, cell, row.axes)) }
          writer.field(scenario)
          write(row.values[i], cell, hasBrackets, into: &writer) { unit?.inUnit($0) ?? $0 }
          writer.field(unit?.text ?? "")
          write(row.changes[i], cell, hasBrackets, into: &writer) {
            unit?.ofDifferences.inUnit($0) ?? $0
          }
          write(row.relatives[i], cell, hasBrackets, into: &writer) { $0 }
          writer.endRecord()
        }
        if writer.bytes.count >= 4096 { body(writer.take()) }
      }
    }
    body(writer.take())
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
