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
      writer.field(step.remark)
      writer.endRecord()
    }
    out += writer.take()
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
          json.field("text", line.isHeading ? step.remark : text)
          json.field("remark", step.remark)
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
    if !step.labels.isEmpty {
      json.key("labels")
      json.object { json in for label in step.labels { json.field(label.axis, label.label) } }
    }
  }
}
