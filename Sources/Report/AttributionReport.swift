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

  /// Whether brackets stand on either side.
  var hasBrackets: Bool { attribution.before.isBracket || attribution.after.isBracket }

  /// Where in its brackets a single number was found: `best` guesses or `middle`s.
  var middle: String { attribution.change.hasBest ? "best" : "middle" }

  var format: String? { attribution.format }

  func writeText(into out: inout [UInt8]) {
    let axes = attribution.change.axes.count
    let whole = block
    // the two sides stay beside each other, and so do range and middle of a part
    let labels = max(axes, 1)
    let ones = Array(repeating: 1, count: max(whole.columns.count - labels - 2, 0))
    comparison.write(
      .text, comparison.fitted(whole, labels: labels, groups: [2] + ones), into: &out)
    for line in remarks.flatMap({ Wrapping.lines($0, width: settings.width) }) {
      out.write(line, .dim, hasColour: settings.hasColour)
      out.write("\n")
    }
  }

  func writeMarkdown(into out: inout [UInt8]) {
    comparison.write(.markdown, [block], into: &out)
    for remark in remarks { out.write("\n\(remark)\n") }
  }

  /// What the numbers of brackets mean.
  private var remarks: [String] {
    guard hasBrackets else { return [] }
    let places = middle == "best" ? "best guesses" : "middles"
    guard attribution.isRanged else {
      return [
        "at the \(places) of all brackets: the change has no range"
      ]
    }
    guard attribution.parts.count > 1 else { return [] }
    let what = attribution.isFactor ? "multiply" : "add up"
    if attribution.parts.contains(where: { $0.change.low == nil }) {
      return ["each part is at the \(places) of all brackets; a range has the whole alone"]
    }
    return ["the parts \(what) at each choice within the brackets, not end by end"]
  }

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
    let changes = parts.map(\.change) + [attribution.change]
    let title = error(of: attribution) == nil ? attribution.title : "median"
    let head = attribution.isFactor ? "factor" : TableColumn.head(title, unit: unit.text)
    if attribution.isRanged {
      let mark = changes.contains(where: \.isOuterBound) ? " (outer bound)" : ""
      columns.append(aligned(head + mark, changes.map { range($0, 0) ?? AlignedCell() }))
    }
    columns.append(aligned(hasBrackets ? middle : head, padded(changes.map { number($0, 0) })))
    let shares = parts.map { $0.shares[0] }
    // of medians that are known to so many digits
    var shareError: Double?
    if let error = error(of: attribution), case .numbers(let whole) = attribution.change.cells,
      !attribution.isFactor, whole[0] != 0
    {
      shareError = error / abs(whole[0]) * 100
    }
    columns.append(
      aligned(
        "share",
        shares.map { percent($0, error: shareError) }
          + [shares.contains(where: \.isFinite) ? percent(1) : AlignedCell()]))
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
      let numbers = padded((0..<count).map { number(part.1, $0) })
      let mark = part.1.isOuterBound ? " (outer bound)" : ""
      columns.append(
        aligned(part.0 + mark, numbers.indices.map { range(part.1, $0) ?? numbers[$0] }))
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

  /// A part in the unit of the result, or a factor; of brackets at their best guesses or middles.
  private func number(_ part: Value, _ i: Int) -> AlignedCell {
    guard case .numbers(let numbers) = part.cells, !numbers[i].isNaN else { return AlignedCell() }
    return AlignedCell(number: text(numbers[i]))
  }

  /// The range of a part; nil where it has none.
  private func range(_ part: Value, _ i: Int) -> AlignedCell? {
    guard let low = part.low?[i], let high = part.high?[i], !low.isNaN, !high.isNaN else {
      return nil
    }
    let (first, last) = (text(low), text(high))
    if first == last { return AlignedCell(number: first) }
    return AlignedCell(
      low: first, high: attribution.isFactor ? String(last.dropFirst(2)) : last,
      isSpaced: !attribution.isFactor)
  }

  private func text(_ part: Double) -> String {
    if attribution.isFactor {
      return "× " + units.numberText(part, unit: .one, digits: settings.digitsSideBySide)
    }
    let number = unit.ofDifferences.inUnit(part)
    if let error = error(of: attribution), error > 0, error.isFinite,
      number != 0
    {
      // the digits that the medians have
      let place = Int(log10(unit.ofDifferences.inUnit(error)).rounded(.up))
      return (number < 0 ? "−" : "+") + SpreadText.text(abs(number), place: place)
    }
    return comparison.text(number, unit, true)
  }

  /// Numbers with zeros up to the most decimals among them, as far as digits are known.
  private func padded(_ cells: [AlignedCell]) -> [AlignedCell] {
    let decimals = cells.map(\.decimals).max() ?? 0
    return cells.map { cell in
      cell.decimals == 0 && cell.text.isEmpty
        ? cell
        : AlignedCell(number: cell.text, decimals: decimals, digits: settings.digitsSideBySide)
    }
  }

  /// How far the medians that are explained are likely off; nil where there are none.
  private func error(of attribution: Attribution) -> Double? {
    let spreads = [attribution.before, attribution.after].flatMap { $0.distributed?.spreads ?? [] }
    return spreads.map(\.medianError).max()
  }

  private func percent(_ share: Double, error: Double? = nil) -> AlignedCell {
    guard share.isFinite else { return AlignedCell() }
    let known = KnownDigits(share * 100, error: error, of: 3)
    if let text = known.text(abs(share * 100)) { return AlignedCell(number: text + " %") }
    let text = units.numberText(abs(share * 100), unit: .one, digits: known.count(of: 3))
    return AlignedCell(number: (share < 0 ? "−" : "") + text + " %")
  }

  private func error(of part: Attribution.Part, _ i: Int) -> AlignedCell {
    guard let errors = part.errors, i < errors.count else { return AlignedCell() }
    let size = attribution.isFactor ? errors[i] : unit.ofDifferences.inUnit(errors[i])
    return AlignedCell(number: units.numberText(size.rounded(toDigits: 2), unit: .one, digits: 2))
  }
}
