import CSV
import Engine
import Units

/// What a hole can be.
///
/// ```
/// ? is token/time, and the whole is energy/token
///   in scope     tput = 319.8 t/s
///   a number in  t/s, Mt/s
/// ```
struct HoleReport: StatementReport {
  let hole: Hole
  let settings: Settings

  var format: String? { nil }

  private var page: HelpPage {
    var facts = hole.names.map {
      HelpPage.Fact("in scope", $0.value.isEmpty ? $0.name : "\($0.name) = \($0.value)")
    }
    if hole.more > 0 { facts.append(HelpPage.Fact("in scope", "and \(hole.more) more")) }
    facts += hole.catalog.map { HelpPage.Fact("catalog", $0) }
    if !hole.units.isEmpty {
      facts.append(HelpPage.Fact("a number in", hole.units.joined(separator: ", ")))
    }
    let whole = hole.whole.map { ", and the whole is \($0)" } ?? ""
    return HelpPage(title: "? is \(hole.dimension)\(whole)", facts: facts)
  }

  func writeText(into out: inout [UInt8]) {
    page.styled(width: settings.width).write(hasColour: settings.hasColour, into: &out)
  }

  /// As code, so that no sign is taken for markup.
  func writeMarkdown(into out: inout [UInt8]) {
    out.write("```\n")
    page.styled(width: settings.width).write(hasColour: false, into: &out)
    out.write("```\n")
  }

  func writeCSV(into out: inout [UInt8]) {
    var writer = CSVWriter()
    for head in ["name", "value"] { writer.field(head) }
    writer.endRecord()
    for (name, value) in hole.names {
      writer.field(name)
      writer.field(value)
      writer.endRecord()
    }
    out += writer.take()
  }

  func writeFields(into json: inout JSONWriter) {
    json.field("line", hole.text)
    json.field("dimension", hole.dimension)
    json.field("whole", hole.whole)
    json.field("names", hole.names.map(\.name))
    json.field("more", hole.more)
    json.field("catalog", hole.catalog)
    json.field("units", hole.units)
  }
}
