import CSV
import Engine
import Units

/// The reasons of a difference in full precision: comma-separated values, and the fields of a JSON
/// object.
extension AttributionReport {
  func writeCSV(into out: inout [UInt8]) {
    let axes = attribution.change.axes
    var writer = CSVWriter()
    let parts =
      hasBrackets ? ["part low", "part \(middle)", "part high"] : ["part"]
    for head in ["input"] + axes.map(\.title) + [attribution.from, attribution.to] + parts
      + ["unit", "share"]
    {
      writer.field(head)
    }
    writer.endRecord()
    let count = axes.reduce(1) { $0 * $1.count }
    let labels = comparison
    for part in attribution.parts {
      for cell in 0..<count {
        writer.field(part.name)
        for axis in axes { writer.field(labels.label(axis.title, cell, axes)) }
        writer.field(part.before.map(brief) ?? "")
        writer.field(part.after.map(brief) ?? "")
        var numbers: [Double] = []
        if case .numbers(let all) = part.change.cells { numbers = [all[cell]] }
        if hasBrackets {
          numbers.insert(part.change.low?[cell] ?? .nan, at: 0)
          numbers.append(part.change.high?[cell] ?? .nan)
        }
        for number in numbers {
          let shown = attribution.isFactor ? number : unit.ofDifferences.inUnit(number)
          writer.field(shown.isNaN ? "" : fullPrecision(shown))
        }
        writer.field(attribution.isFactor ? "" : unit.text)
        writer.field(part.shares[cell].isFinite ? fullPrecision(part.shares[cell]) : "")
        writer.endRecord()
      }
    }
    out += writer.take()
  }

  /// The range of a change where brackets stand, and what it is at their best guesses or middles.
  private func write(
    _ change: Value, _ unit: ShownUnit?, _ result: JSONResult, into json: inout JSONWriter
  ) {
    let key = attribution.isFactor ? "factor" : "change"
    guard hasBrackets else { return result.writeObject(key, change, unit, into: &json) }
    result.writeObject(key, change.low == nil ? nil : change, unit, into: &json)
    var single = change
    single.low = nil
    single.high = nil
    result.writeObject(
      key + (middle == "best" ? "AtBest" : "AtMiddle"), single, unit, into: &json)
  }

  func writeFields(into json: inout JSONWriter) {
    let result = JSONResult(units: units, settings: settings)
    let unit = unit
    let partUnit = attribution.isFactor ? nil : unit.ofDifferences
    json.field("title", attribution.title)
    json.field("from", attribution.from)
    json.field("to", attribution.to)
    result.writeUnit(unit, dimension: attribution.before, into: &json)
    json.key("axes")
    json.array { json in
      for axis in attribution.change.axes { result.write(axis, into: &json) }
    }
    result.writeObject("before", attribution.before, unit, into: &json)
    result.writeObject("after", attribution.after, unit, into: &json)
    write(attribution.change, partUnit, result, into: &json)
    json.key("parts")
    json.array { json in
      for part in attribution.parts {
        json.object { json in
          json.field("name", part.name)
          for (key, value) in [("before", part.before), ("after", part.after)] {
            json.key(key)
            result.write(value, into: &json)
          }
          write(part.change, partUnit, result, into: &json)
          json.key("shares")
          json.array { json in for share in part.shares { json.number(share) } }
          if let errors = part.errors {
            json.key("errors")
            json.array { json in
              for error in errors { json.number(partUnit?.inUnit(error) ?? error) }
            }
          }
        }
      }
    }
  }
}
