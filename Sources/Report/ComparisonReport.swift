import Engine
import Units

/// Lays scenarios out side by side.
///
/// ```
///               base   best   worst
/// jt [J/t]        12     10    22.5
///   change               −2   +10.5
///   relative        −16.7 %  +87.5 %
/// ```
///
/// Single values stand in one block, a column for each scenario and three rows for each expression;
/// what varies along axes has a block of its own, a row for each label.
struct ComparisonReport: StatementReport {
  let comparison: ScenarioComparison
  let units: UnitTable
  let settings: Settings

  var format: String? { comparison.format }

  func writeText(into out: inout [UInt8]) { write(.text, blocks(isFitted: true), into: &out) }
  func writeMarkdown(into out: inout [UInt8]) { write(.markdown, blocks(), into: &out) }

  /// The blocks for people.
  /// - Parameter isFitted: to the width of the page.
  func blocks(isFitted: Bool = false) -> [TableBlock] {
    var blocks: [TableBlock] = []
    var single: [ScenarioComparison.Row] = []
    func flush() {
      if !single.isEmpty {
        let block = block(single)
        let groups = Array(repeating: 1, count: block.columns.count - 1)
        blocks += isFitted ? fitted(block, labels: 1, groups: groups) : [block]
      }
      single = []
    }
    for row in comparison.rows {
      if row.axes.isEmpty {
        single.append(row)
      } else {
        flush()
        let block = block(row)
        blocks += isFitted ? fitted(block, labels: row.axes.count, groups: groups(row)) : [block]
      }
    }
    flush()
    return blocks
  }

  func fitted(_ block: TableBlock, labels: Int, groups: [Int]) -> [TableBlock] {
    block.fitted(to: settings.width, labels: labels, groups: groups, units: units)
  }

  /// A value stays beside its change, the share of that, and how likely it is below the first.
  private func groups(_ row: ScenarioComparison.Row) -> [Int] {
    comparison.scenarios.indices.map {
      1 + (row.changes[$0] == nil ? 0 : 1) + (row.relatives[$0] == nil ? 0 : 1)
        + (row.below.indices.contains($0) && row.below[$0] != nil ? 1 : 0)
    }
  }

  /// Expressions down the page, scenarios across it.
  private func block(_ rows: [ScenarioComparison.Row]) -> TableBlock {
    var heads: [String] = []
    var columns: [[AlignedCell]] = Array(repeating: [], count: comparison.scenarios.count)
    for row in rows {
      let unit = shownUnit(of: row)
      heads.append(TableColumn.head(row.title, unit: unit?.text ?? "") + Self.mark(row.values))
      let hasChanges = row.changes.contains { $0 != nil }
      let hasRelatives = row.relatives.contains { $0 != nil }
      if hasChanges { heads.append("  change" + Self.mark(row.changes)) }
      if hasRelatives { heads.append("  relative" + Self.mark(row.relatives)) }
      let hasBelow = row.below.contains { $0 != nil }
      if hasBelow { heads.append("  below \(comparison.scenarios.first ?? "")") }
      let decimals = row.values.map { cell($0, 0, unit, isSigned: false).decimals }.max() ?? 0
      let (isMixed, areMixed) = (Self.isMixed(row.values), Self.isMixed(row.changes))
      for i in columns.indices {
        columns[i].append(
          cell(row.values[i], 0, unit, isSigned: false, decimals: decimals, saysKind: isMixed))
        if hasChanges {
          columns[i].append(
            row.changes[i].map { cell($0, 0, unit, isSigned: true, saysKind: areMixed) }
              ?? AlignedCell())
        }
        if hasRelatives {
          columns[i].append(row.relatives[i].map { relative($0, 0) } ?? AlignedCell())
        }
        if hasBelow { columns[i].append(below(row, i, 0)) }
      }
    }
    let labels = column("", .texts(heads))
    return TableBlock(
      caption: nil,
      columns: [labels]
        + columns.indices.map { column(comparison.scenarios[$0], .aligned(columns[$0])) },
      rows: heads.count)
  }

  /// Labels down the page; for each scenario its value, the change and its share.
  private func block(_ row: ScenarioComparison.Row) -> TableBlock {
    let unit = shownUnit(of: row)
    let base = comparison.scenarios.first ?? ""
    var labels = row.values[0]
    labels.axes = row.axes
    let layout = TableLayout(
      of: labels, name: row.title, units: units, settings: settings)
    var columns = Array(layout.long().columns.prefix(row.axes.count))
    let count = row.axes.reduce(1) { $0 * $1.count }
    for (i, name) in comparison.scenarios.enumerated() {
      let decimals =
        (0..<count).map { cell(row.values[i], $0, unit, isSigned: false).decimals }.max() ?? 0
      columns.append(
        column(
          name + Self.mark([row.values[i]]),
          .aligned(
            (0..<count).map {
              cell(row.values[i], $0, unit, isSigned: false, decimals: decimals)
            })))
      if let change = row.changes[i] {
        let places = (0..<count).map { cell(change, $0, unit, isSigned: true).decimals }.max() ?? 0
        columns.append(
          column(
            "\(name) − \(base)" + Self.mark([change]),
            .aligned(
              (0..<count).map { cell(change, $0, unit, isSigned: true, decimals: places) })))
      }
      if let shares = row.relatives[i] {
        columns.append(
          column(
            "relative" + Self.mark([shares]), .aligned((0..<count).map { relative(shares, $0) })))
      }
      if row.below.indices.contains(i), row.below[i] != nil {
        columns.append(
          column("below \(base)", .aligned((0..<count).map { below(row, i, $0) })))
      }
    }
    return TableBlock(
      caption: TableColumn.head(row.title, unit: unit?.text ?? ""), columns: columns, rows: count)
  }

  /// A range that was not searched to its end says so.
  private static func mark(_ values: [Value?]) -> String {
    if isMixed(values) {
      return values.contains { $0?.isOuterBound == true } ? " (outer bound)" : ""
    }
    let remark = values.lazy.compactMap { $0?.distributed?.remark }.first
    return (remark.map { " (\($0))" } ?? "")
      + (values.contains { $0?.isOuterBound == true } ? " (outer bound)" : "")
  }

  /// Whether brackets stand beside distributions, or these beside envelopes: then each cell says what it is.
  private static func isMixed(_ values: [Value?]) -> Bool {
    Set(values.compactMap { $0?.distributed?.remark ?? ($0?.isBracket == true ? "" : nil) }).count
      > 1
  }

  func column(_ title: String, _ cells: TableColumn.Cells) -> TableColumn {
    TableColumn(
      title: title, cells: cells,
      index: CellIndex(parts: [CellIndex.Part(inner: 1, count: .max, step: 1)]), unit: nil,
      digits: settings.digitsSideBySide)
  }

  // MARK: cells

  /// All values of an expression share a unit.
  func shownUnit(of row: ScenarioComparison.Row) -> ShownUnit? {
    guard let first = row.values.first, first.isNumeric else { return nil }
    let largest = row.values.map(\.largestMagnitude).max() ?? 0
    return ShownUnit(
      first.isPinned ? first.unit : units.step(of: first.unit, for: largest), units: units)
  }

  /// A value, or a change (with a sign, and without the zero point of a temperature).
  func cell(
    _ value: Value, _ i: Int, _ unit: ShownUnit?, isSigned: Bool, decimals: Int = 0,
    saysKind: Bool = false
  ) -> AlignedCell {
    switch value.cells {
    case .truths(let truths): return AlignedCell(text: truths[i].text)
    case .texts(let texts): return AlignedCell(text: DisplayWidth.visible(texts[i]))
    case .numbers(let numbers):
      guard let unit, !numbers[i].isNaN else { return AlignedCell() }
      func shown(_ number: Double) -> Double {
        (isSigned ? unit.ofDifferences : unit).inUnit(number)
      }
      if let distributed = value.distributed {
        let shown = isSigned ? unit.ofDifferences : unit
        var text = SpreadText(value, distributed, cell: i, shown).short
        if saysKind {
          text =
            text.hasSuffix(")")
            ? "\(text.dropLast()), \(distributed.remark))" : "\(text) (\(distributed.remark))"
        }
        guard isSigned else { return AlignedCell(number: text) }
        let signed = text.replacing("-", with: "−")
        let isPlus = signed.first.map { $0.isNumber } ?? false
        return AlignedCell(number: isPlus ? "+" + signed : signed)
      }
      func known(_ number: Double) -> KnownDigits {
        value.known(i, number, one: unit.inOne, of: settings.digitsSideBySide)
      }
      func written(_ base: Double) -> String {
        text(shown(base), unit, isSigned, known: known(shown(base)))
      }
      if let low = value.low?[i], let high = value.high?[i], low != high {
        return AlignedCell(
          low: written(low), high: written(high), isSpaced: isSigned || low < 0 || high < 0)
      }
      let number = value.low?[i] ?? numbers[i]
      return AlignedCell(
        number: written(number), decimals: decimals,
        digits: known(shown(number)).count(of: settings.digitsSideBySide))
    }
  }

  func text(
    _ number: Double, _ unit: ShownUnit, _ isSigned: Bool, known: KnownDigits? = nil
  ) -> String {
    // of what nobody knows a digit of nobody knows the sign
    if let text = known?.text(number) { return text }
    let digits = known?.count(of: settings.digitsSideBySide) ?? settings.digitsSideBySide
    guard isSigned else { return units.numberText(number, unit: unit.unit, digits: digits) }
    let size = units.numberText(abs(number), unit: unit.unit, digits: digits)
    return number == 0 ? size : (number < 0 ? "−" : "+") + size
  }

  /// `84.2 %`: how likely a scenario is below the first.
  private func below(_ row: ScenarioComparison.Row, _ i: Int, _ cell: Int) -> AlignedCell {
    guard row.below.indices.contains(i), let below = row.below[i],
      case .numbers(let shares) = below.cells, !shares[cell].isNaN
    else { return AlignedCell() }
    if let low = below.low?[cell], let high = below.high?[cell], low != high {
      return AlignedCell(number: Value.Truth.between(low, high).probability ?? "")
    }
    let share = shares[cell]
    let isSure = below.errors.map { $0.cells[cell] == 0 } ?? true
    let sure = share == 0 ? "0 %" : share == 1 ? "100 %" : nil
    let text = isSure ? sure : nil
    return AlignedCell(number: text ?? Value.Truth.probably(share).probability ?? "")
  }

  /// `+50 %`; `−20 .. +50 %`
  private func relative(_ share: Value, _ i: Int) -> AlignedCell {
    guard case .numbers(let shares) = share.cells, !shares[i].isNaN else { return AlignedCell() }
    func percent(_ share: Double) -> String {
      share == 0 ? "0 %" : ChangeText.percent(share, units: units)
    }
    if let spread = share.distributed?.spreads[i] {
      // one place for all three, as for the values
      let numbers = SpreadNumbers(
        median: shares[i] * 100, low: spread.low * 100, high: spread.high * 100,
        error: spread.error * 100)
      func signed(_ text: String) -> String {
        text.hasPrefix("-")
          ? "−" + text.dropFirst() : text.contains { "1"..."9" ~= $0 } ? "+" + text : text
      }
      if numbers.low == numbers.high { return AlignedCell(number: signed(numbers.median) + " %") }
      let range = "\(signed(numbers.low)) .. \(signed(numbers.high)) %"
      return AlignedCell(number: "\(signed(numbers.median)) % (\(range))")
    }
    let known = share.known(i, shares[i] * 100, one: 0.01, of: 3)
    if let text = known.text(shares[i] * 100) { return AlignedCell(number: text + " %") }
    if share.low == nil, known != .digits(3), shares[i] < 10 {
      let number = units.numberText(
        abs(shares[i] * 100), unit: .one, digits: known.count(of: 3))
      return AlignedCell(number: (shares[i] < 0 ? "−" : "+") + number + " %")
    }
    let low = percent(share.low?[i] ?? shares[i])
    let high = percent(share.high?[i] ?? shares[i])
    if low == high { return AlignedCell(number: low) }
    let start = low.hasSuffix(" %") && high.hasSuffix(" %") ? String(low.dropLast(2)) : low
    return AlignedCell(low: start, high: high, isSpaced: true)
  }
}

extension ComparisonReport {
  func write(_ format: Format, _ blocks: [TableBlock], into out: inout [UInt8]) {
    TableBlock.write(blocks, as: format, units: units, settings: settings) { out += $0 }
  }
}

/// A cell that is text already, with the place by which it is aligned: a decimal point, the dots of
/// a bracket.
struct AlignedCell {
  var text = ""
  /// columns of the terminal before the pivot
  var before = 0
  /// digits behind the decimal point
  var decimals = 0

  var after: Int { DisplayWidth.of(text) - before }

  init() {}

  /// At the left of its column.
  init(text: String) { self.text = text }

  /// - Parameter decimals: zeros are written up to so many, as far as `digits` are known.
  init(number: String, decimals wanted: Int = 0, digits: Int = 0) {
    text = number
    let point = number.firstIndex(of: ".")
    let whole = number.prefix { $0 != "." && $0 != " " && $0 != "e" }
    before = DisplayWidth.of(String(whole))
    guard number.allSatisfy({ $0.isNumber || ".+-−".contains($0) }) else { return }
    decimals = point.map { number.distance(from: $0, to: number.endIndex) - 1 } ?? 0
    let significant = number.drop { !("1"..."9").contains($0) }.filter(\.isNumber).count
    let zeros = min(wanted - decimals, max(0, digits - significant))
    if zeros > 0 {
      text += (point == nil ? "." : "") + String(repeating: "0", count: zeros)
    }
  }

  init(low: String, high: String, isSpaced: Bool) {
    text = low + (isSpaced ? " .. " : "..") + high
    before = DisplayWidth.of(low)
  }
}
