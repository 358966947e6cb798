import Engine
import Glibc
import Units

/// Lays the reasons of a difference out.
///
/// ```
/// jt: 12 → 22.5 J/t  (+87.5 %)  from base to worst
///       base   worst  jt [J/t]   share
/// node  3 kW  4.5 kW     +6.75  64.3 %
/// pue    1.2     1.5     +3.75  35.7 %
/// sum                   +10.5    100 %
/// ```
///
/// Along axes there is a row for each label and a column for each input.
struct AttributionReport: StatementReport {
  let attribution: Attribution
  let units: UnitTable
  let settings: Settings

  var comparison: ComparisonReport {
    ComparisonReport(
      comparison: ScenarioComparison(scenarios: [], rows: [], format: nil), units: units,
      settings: settings)
  }

  /// Both sides share a unit, and so do the parts.
  var unit: ShownUnit {
    let value = attribution.before
    let largest = max(value.largestMagnitude, attribution.after.largestMagnitude)
    return ShownUnit(
      value.isPinned ? value.unit : units.step(of: value.unit, for: largest), units: units)
  }

  /// What the columns of parts are headed by, and which of a value's numbers stands there.
  var measures: [(name: String, cells: (Value) -> [Double])] {
    func middle(_ value: Value) -> [Double] {
      if case .numbers(let numbers) = value.cells { return numbers }
      return []
    }
    guard attribution.change.low != nil else {
      return [(error(of: attribution) == nil ? "" : "median", middle)]
    }
    return [
      ("low end", { $0.low ?? middle($0) }),
      (attribution.change.hasBest ? "best" : "middle", middle),
      ("high end", { $0.high ?? middle($0) }),
    ]
  }

  var format: String? { attribution.format }

  func writeText(into out: inout [UInt8]) { comparison.write(.text, [block], into: &out) }
  func writeMarkdown(into out: inout [UInt8]) { comparison.write(.markdown, [block], into: &out) }

  // MARK: for people

  private var block: TableBlock { attribution.change.axes.isEmpty ? single() : alongAxes() }

  private var caption: String {
    var text: [UInt8] = []
    var plain = settings
    plain.hasColour = false
    ChangeText(units: units, settings: plain).write(
      Change(
        name: attribution.title, before: attribution.before, after: attribution.after,
        problem: nil), into: &text)
    return String(decoding: text, as: UTF8.self)
      + "  from \(attribution.from) to \(attribution.to)"
  }

  /// One row for each input.
  private func single() -> TableBlock {
    var columns: [TableColumn] = []
    let parts = attribution.parts
    columns.append(text("", parts.map(\.name) + [attribution.isFactor ? "product" : "sum"]))
    for (title, side) in [(attribution.from, 0), (attribution.to, 1)] {
      let cells = parts.map { part -> AlignedCell in
        guard let value = side == 0 ? part.before : part.after else { return AlignedCell() }
        return AlignedCell(number: brief(value))
      }
      columns.append(aligned(title.count > 24 ? "with" : title, cells + [AlignedCell()]))
    }
    let head = attribution.isFactor ? "" : unit.text
    for (name, cells) in measures {
      let all = (parts.map(\.change) + [attribution.change]).map { cells($0)[0] }
      let title = TableColumn.head(name.isEmpty ? attribution.title : name, unit: head)
      columns.append(aligned(attribution.isFactor ? "factor" : title, all.map(shown)))
    }
    if attribution.change.low == nil {
      let shares = parts.map { $0.shares[0] }
      columns.append(
        aligned("share", shares.map(percent) + [shares.isEmpty ? AlignedCell() : percent(1)]))
    }
    if parts.contains(where: { $0.errors != nil }) {
      let errors = parts.map { error(of: $0, 0) }
      columns.append(aligned("± (sampled)", errors + [AlignedCell()]))
    }
    return TableBlock(caption: caption, columns: columns, rows: parts.count + 1)
  }

  /// One row for each combination of labels.
  private func alongAxes() -> TableBlock {
    let axes = attribution.change.axes
    let count = axes.reduce(1) { $0 * $1.count }
    let labels = TableLayout(
      of: attribution.change, name: attribution.title, units: units, settings: settings)
    var columns = Array(labels.long().columns.prefix(axes.count))
    for (title, value) in [
      (attribution.from, attribution.before), (attribution.to, attribution.after),
    ] {
      let cells = (0..<count).map { comparison.cell(value, $0, unit, isSigned: false) }
      columns.append(aligned(title.count > 24 ? "with" : title, cells))
    }
    for part in attribution.parts.map({ ($0.name, $0.change) })
      + [(attribution.isFactor ? "product" : "sum", attribution.change)]
    {
      for (name, cells) in measures {
        let all = cells(part.1)
        columns.append(
          aligned(name.isEmpty ? part.0 : "\(part.0) \(name)", all.map(shown)))
      }
    }
    let head = TableColumn.head(attribution.title, unit: unit.text)
    return TableBlock(
      caption: "\(head) from \(attribution.from) to \(attribution.to)", columns: columns,
      rows: count)
  }

  private func text(_ title: String, _ cells: [String]) -> TableColumn {
    comparison.column(title, .texts(cells))
  }

  private func aligned(_ title: String, _ cells: [AlignedCell]) -> TableColumn {
    comparison.column(title, .aligned(cells))
  }

  func brief(_ value: Value) -> String {
    if ValueText.fits(value) {
      var settings = settings
      settings.digits = settings.digitsSideBySide
      settings.hasColour = false
      var out: [UInt8] = []
      ValueText(units: units, settings: settings).write(name: nil, value, into: &out)
      return String(decoding: out, as: UTF8.self)
    }
    return "\(value.count) values"
  }

  /// A part in the unit of the result, or a factor.
  private func shown(_ part: Double) -> AlignedCell {
    if part.isNaN { return AlignedCell() }
    let digits = settings.digitsSideBySide
    if attribution.isFactor {
      return AlignedCell(number: "× " + units.numberText(part, unit: .one, digits: digits))
    }
    let number = unit.ofDifferences.inUnit(part)
    if let error = error(of: attribution), error > 0, number != 0 {
      // the digits that the medians have
      let place = Int(log10(unit.ofDifferences.inUnit(error)).rounded(.up))
      let text = SpreadText.text(abs(number), place: place)
      return AlignedCell(number: (number < 0 ? "−" : "+") + text)
    }
    return AlignedCell(number: comparison.text(number, unit, true))
  }

  /// How far the medians that are explained are likely off; nil where there are none.
  private func error(of attribution: Attribution) -> Double? {
    let spreads = [attribution.before, attribution.after].flatMap { $0.distributed?.spreads ?? [] }
    return spreads.map(\.error).max()
  }

  private func percent(_ share: Double) -> AlignedCell {
    guard share.isFinite else { return AlignedCell() }
    let text = units.numberText(abs(share * 100), unit: .one, digits: 3)
    return AlignedCell(number: (share < 0 ? "−" : "") + text + " %")
  }

  private func error(of part: Attribution.Part, _ i: Int) -> AlignedCell {
    guard let errors = part.errors, i < errors.count else { return AlignedCell() }
    let size = attribution.isFactor ? errors[i] : unit.ofDifferences.inUnit(errors[i])
    return AlignedCell(number: units.numberText(size, unit: .one, digits: 2))
  }
}
