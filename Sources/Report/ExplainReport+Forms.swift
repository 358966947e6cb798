import CSV
import Engine
import Units

/// A derivation for other programs: comma-separated values and the fields of a JSON object, in full
/// precision.
extension String {
  /// Without the blanks before it.
  fileprivate var trimmedStart: Substring { drop { $0 == " " } }
}

extension ExplainReport {
  func writeCSV(into out: inout [UInt8]) {
    var writer = CSVWriter()
    for head in ["level", "rule", "name", "before", "expression", "value", "unit", "remark"] {
      writer.field(head)
    }
    writer.endRecord()
    for step in derivation.steps {
      writer.field(String(step.level))
      writer.field(step.rule.rawValue)
      writer.field(step.subject ?? "")
      writer.field(step.before ?? "")
      writer.field(step.text)
      let (value, unit) = written(step)
      writer.field(value)
      writer.field(unit)
      writer.field(words.words(step.remarks))
      writer.endRecord()
    }
    if hasTable { for cell in 0..<derivation.value.count { write(cell, into: &writer) } }
    out += writer.take()
  }

  /// A row for each label, where only one was derived: `jt[batch = 8]`.
  private func write(_ cell: Int, into writer: inout CSVWriter) {
    let value = derivation.value
    var rest = cell
    var labels: [String] = []
    var isNamed = true
    for axis in value.axes.reversed() {
      if axis.name == nil { isNamed = false }
      labels.append("\(axis.title) = \(labelText(axis, rest % max(axis.count, 1)))")
      rest /= max(axis.count, 1)
    }
    let at = labels.reversed().joined(separator: ", ")
    let title = derivation.title
    let isWord = title.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    var one = value.picking(cell)
    one.label = nil
    one.isOuterBound = false
    var text: [UInt8] = []
    var plain = settings
    plain.hasColour = false
    ValueText(units: units, settings: plain).write(name: nil, one, into: &text)
    // what stands in brackets behind a value is no part of the expression
    let shown = String(decoding: text, as: UTF8.self)
    let parts = shown.split(separator: " (", maxSplits: 1).map(String.init)
    let hasRemark = one.distributed != nil && parts.count == 2
    for field in [
      "0", "label", isNamed ? "\(isWord ? title : "(\(title))")[\(at)]" : title, "",
      hasRemark ? parts[0] : shown,
    ] { writer.field(field) }
    if case .numbers(let numbers) = one.cells, !one.isBracket, one.distributed == nil {
      let unit = ShownUnit(one.unit, units: units)
      writer.field(fullPrecision(unit.inUnit(numbers[0])))
      writer.field(unit.text)
    } else {
      writer.field("")
      writer.field("")
    }
    writer.field((isNamed ? "" : "at \(at)") + (hasRemark ? "(\(parts[1])" : ""))
    writer.endRecord()
  }

  private func labelText(_ axis: Axis, _ position: Int) -> String {
    switch axis.labels {
    case .numbers(let numbers, let unit):
      let shown = ShownUnit(unit, units: units)
      let name = shown.text.isEmpty ? "" : " \(shown.text)"
      return units.numberText(shown.inUnit(numbers[position]), unit: .one, digits: settings.digits)
        + name
    case .texts(let texts): return texts[position]
    case .counts: return "\(position + 1)"
    }
  }

  private func written(_ step: Derivation.Step) -> (value: String, unit: String) {
    switch step.kind {
    case .number where step.value.isFinite:
      let unit = ShownUnit(step.unit, units: units)
      return (fullPrecision(unit.inUnit(step.value)), unit.text)
    case .truth: return (step.value == 1 ? "true" : "false", "")
    default: return ("", "")
    }
  }

  func writeFields(into json: inout JSONWriter) {
    json.field("title", derivation.title)
    json.key("depth")
    if let depth = derivation.depth { json.number(depth) } else { json.null() }
    json.key("steps")
    let lines = lines()
    json.array { json in
      for (step, line) in zip(derivation.steps, lines) {
        json.object { json in
          json.field("rule", step.rule.rawValue)
          json.key("level")
          json.number(step.level)
          json.field("name", step.subject)
          json.field("before", step.before)
          json.field("after", step.text)
          let text =
            line.subject.isEmpty ? String(line.text.trimmedStart) : line.subject + line.text
          let remark = words.words(step.remarks)
          json.field("text", line.isHeading ? remark : text)
          json.field("remark", remark)
          writeValue(of: step, into: &json)
          json.field("sources", step.sources)
          writeMeaning(of: step, into: &json)
        }
      }
    }
    json.key("value")
    JSONResult(units: units, settings: settings).write(derivation.value, into: &json)
  }

  private func writeValue(of step: Derivation.Step, into json: inout JSONWriter) {
    json.key("value")
    switch step.kind {
    case .number:
      json.number(ShownUnit(step.unit, units: units).inUnit(step.value))
      json.field("unit", units.text(of: step.unit))
    case .truth: json.bool(step.value == 1)
    case .text, .heading: json.null()
    }
  }

  /// What the names in a line mean there, where that is not what they mean elsewhere.
  private func writeMeaning(of step: Derivation.Step, into json: inout JSONWriter) {
    if !step.locals.isEmpty {
      json.key("locals")
      json.object { json in for local in step.locals { json.field(local.name, local.value) } }
    }
    if !step.within.isEmpty { json.field("within", step.within) }
    let labels = step.labels.filter { !$0.axis.isEmpty }
    if !labels.isEmpty {
      json.key("labels")
      json.object { json in for label in labels { json.field(label.axis, label.label) } }
    }
  }
}
