import CSV
import Engine
import Units

/// The assumptions of a result, for people: a table, the numbers that formulas hide, and the sources
/// as footnotes.
///
/// ```
/// jt = 9.63102 J/t rests on
/// input     value      from      confidence  about
/// h100_sxm  700 W      catalog   high        H100 SXM5 80GB: board power [1]
/// tput      319.8 t/s  rig.tj:4              batch 8, measured
///
/// in node: 4, 1.1  rig.tj:3  The machine: four cards, and a tenth for the rest.
///
/// [1] SemiAnalysisAI/InferenceX-app …
/// ```
struct InputsReport: StatementReport {
  let assumptions: Assumptions
  let units: UnitTable
  let settings: Settings
  private let phrase: ValuePhrase

  init(_ assumptions: Assumptions, units: UnitTable, settings: Settings) {
    self.assumptions = assumptions
    self.units = units
    self.settings = settings
    phrase = ValuePhrase(units: units, settings: settings)
  }

  var format: String? { assumptions.format }

  /// Every source that is named, once, in the order of the rows.
  private var sources: [String] {
    var seen: Set<String> = []
    let all = assumptions.leaves.flatMap(\.sources) + assumptions.numbers.flatMap(\.sources)
    return all.filter { seen.insert($0).inserted }
  }

  func writeText(into out: inout [UInt8]) {
    writeTitle(into: &out)
    let sources = sources
    var numbers: [String: Int] = [:]
    for (i, source) in sources.enumerated() { numbers[source] = i + 1 }
    if !assumptions.leaves.isEmpty {
      var table = WrappedTable(
        columns: [
          .init(title: "input", role: .name, narrowest: 12),
          .init(title: "value", role: .value, narrowest: 16),
          .init(title: "from", role: .plain, narrowest: 8),
          .init(title: "confidence", role: .plain, narrowest: 10),
          .init(title: "about", role: .dim, narrowest: 16),
        ], width: settings.width)
      for leaf in assumptions.leaves {
        table.add([
          DisplayWidth.visible(leaf.name), valueText(leaf), from(leaf.given),
          leaf.confidence ?? "", noted(about(leaf), leaf.sources, numbers),
        ])
      }
      table.write(hasColour: settings.hasColour, into: &out)
    }
    if !assumptions.numbers.isEmpty {
      if !assumptions.leaves.isEmpty { out.write("\n") }
      var table = WrappedTable(
        columns: [
          .init(title: "", role: .label, narrowest: 12),
          .init(title: "", role: .plain, narrowest: 16),
          .init(title: "", role: .plain, narrowest: 8),
          .init(title: "", role: .dim, narrowest: 16),
        ], width: settings.width)
      for held in assumptions.numbers {
        table.add([
          "in \(holder(held)):", Self.list(held.numbers), held.given.map(from) ?? "",
          noted(held.documentation.map { DisplayWidth.visible($0) }, held.sources, numbers),
        ])
      }
      table.write(hasColour: settings.hasColour, into: &out)
    }
    if !assumptions.missing.isEmpty {
      writeWrapped(
        "waiting for: ", .note, assumptions.missing.joined(separator: ", "), into: &out)
    }
    if !sources.isEmpty { out.write("\n") }
    for (i, source) in sources.enumerated() {
      writeWrapped("[\(i + 1)] ", .dim, DisplayWidth.visible(source), into: &out)
    }
  }

  private func writeTitle(into out: inout [UInt8]) {
    out.write(DisplayWidth.visible(assumptions.title), .name, hasColour: settings.hasColour)
    if let value = assumptions.value {
      out.write(" = ")
      out.write(phrase.text(value), .value, hasColour: settings.hasColour)
    }
    let isEmpty = assumptions.leaves.isEmpty && assumptions.numbers.isEmpty
    out.write(isEmpty && assumptions.missing.isEmpty ? " rests on nothing\n" : " rests on\n")
  }

  /// What is said about something, with the numbers of its footnotes.
  private func noted(_ about: [String], _ sources: [String], _ numbers: [String: Int]) -> String {
    let notes = sources.compactMap { numbers[$0] }.map { "[\($0)]" }.joined()
    return (about + [notes]).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A line that goes on below its text, and not below its mark.
  private func writeWrapped(
    _ mark: String, _ role: Role, _ text: String, into out: inout [UInt8]
  ) {
    let indent = min(DisplayWidth.of(mark), 16)
    let lines = Wrapping.lines(text, width: max(settings.width - DisplayWidth.of(mark), 20))
    for (i, line) in lines.enumerated() {
      if i == 0 {
        out.write(mark, role, hasColour: settings.hasColour)
      } else {
        out.writeBlanks(indent)
      }
      out.write(line + "\n")
    }
  }

  // MARK: words

  /// `4, 1.1`; of very many numbers the first ones.
  static func list(_ numbers: [String]) -> String {
    let limit = 40
    let shown = numbers.prefix(limit).map { Words.shortened($0) }.map { DisplayWidth.visible($0) }
    let more = numbers.count > limit ? ", and \(numbers.count - limit) more" : ""
    return shown.joined(separator: ", ") + more
  }

  /// `node`, `the expression`
  func holder(_ numbers: Assumptions.Numbers) -> String {
    numbers.holder == .expression ? "the expression" : DisplayWidth.visible(numbers.name)
  }

  /// `rig.tj:4`, `catalog`, `--set`, `with`
  func from(_ given: Assumptions.Given) -> String {
    switch given {
    case .text(let name, let line):
      name == "prompt" || name == "-e" ? name : "\(DisplayWidth.visible(name)):\(line)"
    case .setting: "--set"
    case .catalog: "catalog"
    case .constant: "constant"
    case .override(let scenario): scenario ?? "with"
    }
  }

  /// `3.08 kW = 4 * 700 W * 1.1`: what was written follows where it is more than the value.
  func valueText(_ leaf: Assumptions.Leaf) -> String {
    var text = leaf.value.map(phrase.text) ?? (leaf.kind == .catalog ? "not known" : "no value")
    let isPlain = leaf.isLiteral && !(leaf.value.map(phrase.isConverted) ?? false)
    if let formula = leaf.formula, !isPlain {
      text += " \(leaf.isFrozen ? ":=" : "=") \(DisplayWidth.visible(Words.shortened(formula)))"
    }
    if let was = leaf.was { text += " (was \(phrase.text(was)))" }
    return text
  }

  /// What is said about an input, without its sources.
  func about(_ leaf: Assumptions.Leaf) -> [String] {
    let joint = leaf.kind == .catalog ? "; " : " "
    let text = leaf.documentation.map { DisplayWidth.visible($0) }.joined(separator: joint)
    var about = text.isEmpty ? [] : [text]
    if leaf.isLabelsOnly { about.append("(labels only)") }
    if let problem = leaf.problem { about.append("(\(words(of: problem.problem).message))") }
    return about
  }

  func phrase(_ value: Value) -> String { phrase.text(value) }
}
