import CSV
import Engine
import Units

/// The swing of each source as bars around the result at the best guesses.
///
/// ```
/// jt = 7.036 J/t at the best guesses, 4.264..10.42 J/t in all
/// source  input                 jt [J/t]  ▒ low end, █ high end          swing  elasticity
/// node    1.5..3 kW          4.69..9.381  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒│██████████████  4.691   1.00
/// tput    287.8..351.8 t/s  6.396..7.818            ████│▒▒▒▒▒           1.421  -1.00
/// ```
///
/// `▒` is the side of the source's low end, `█` that of its high end.
struct TornadoReport: StatementReport {
  let tornado: Tornado
  let units: UnitTable
  let settings: Settings
  let phrase: ValuePhrase

  init(_ tornado: Tornado, units: UnitTable, settings: Settings) {
    self.tornado = tornado
    self.units = units
    self.settings = settings
    phrase = ValuePhrase(units: units, settings: settings)
  }

  var format: String? { tornado.format }

  /// Along axes so many labels have a tornado each; more have a table of swings.
  private static let mostTornados = 4
  static let widestBar = 40
  static let narrowestBar = 12
  static let widestName = 24
  static let shortName = 14

  var title: String { DisplayWidth.visible(tornado.title) }

  func writeText(into out: inout [UInt8]) {
    let count = tornado.center.count
    if count <= Self.mostTornados {
      for cell in 0..<count {
        if cell > 0 { out.write("\n") }
        writeHeadline(of: cell, after: count == 1 ? title : name(of: cell), into: &out)
        if !tornado.rows.isEmpty { writeBars(cell: cell, into: &out) }
        writeVariances(cell: cell, into: &out)
      }
    } else {
      if !tornado.rows.isEmpty { writeSwings(into: &out) }
      writeTotals(into: &out)
    }
    writeVarianceRemarks(into: &out)
    writeHeld(into: &out)
  }

  /// What the result is, on as many lines as it takes.
  private func writeHeadline(of cell: Int, after name: String, into out: inout [UInt8]) {
    let lines = Wrapping.lines("\(name) = \(headline(of: cell))", width: settings.width)
    let start = "\(name) = "
    if let first = lines.first, first.hasPrefix(start) {
      write(name, .name, into: &out)
      out.write(" = ")
      var rest = first.dropFirst(start.count)
      let center = phrase.text(single(tornado.center, cell))
      if rest.hasPrefix(center) {
        write(center, .value, into: &out)
        rest = rest.dropFirst(center.count)
      }
      out.write(String(rest))
    } else {
      out.write(lines.first ?? "")
    }
    for line in lines.dropFirst() { out.write("\n  " + line) }
    out.write("\n")
  }

  func write(_ text: String, _ role: Role, into out: inout [UInt8]) {
    out.write(text, role, hasColour: settings.hasColour)
  }

  // MARK: words

  func headline(of cell: Int) -> String {
    let center = phrase.text(single(tornado.center, cell))
    if let share = tornado.share {
      return "\(center); each input ± \(percent(share)), one at a time"
    }
    if tornado.variances != nil {
      guard let range = tornado.range else { return center }
      let whole = phrase.text(single(range, cell))
      return "\(center) at the best guesses, \(whole) in all"
    }
    guard let range = tornado.range, range.isBracket else { return "\(center) at the best guesses" }
    let whole = single(range, cell, hasBest: false)
    let bound = range.isOuterBound ? " (outer bound)" : ""
    return "\(center) at the best guesses, \(phrase.text(whole))\(bound) in all"
  }

  func percent(_ share: Double) -> String {
    "\(units.numberText(share * 100, unit: .one, digits: settings.digits)) %"
  }

  private func single(_ value: Value, _ cell: Int, hasBest: Bool? = nil) -> Value {
    var one = value
    one.axes = []
    if case .numbers(let numbers) = value.cells { one.cells = .numbers([numbers[cell]]) }
    one.low = value.low.map { [$0[cell]] }
    one.high = value.high.map { [$0[cell]] }
    one.isOuterBound = false
    one.distributed?.spreads = value.distributed.map { [$0.spreads[cell]] } ?? []
    if let hasBest { one.hasBest = hasBest }
    return one
  }

  /// `jt[batch = 8]`, as one would ask for that label alone.
  func name(of cell: Int) -> String {
    let labels = labels(of: cell).map { "\($0.axis) = \($0.label)" }.joined(separator: ", ")
    let isName = tornado.title.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isName ? "\(title)[\(labels)]" : "(\(title))[\(labels)]"
  }

  /// Where a cell stands along each axis.
  func labels(of cell: Int) -> [(axis: String, label: String)] {
    CellLabels.of(cell, tornado.center.axes, units: units, digits: settings.digits)
  }

  /// The unit of results and, for temperature readings another, of their differences.
  func shownUnits(cells: Range<Int>) -> (result: ShownUnit, swing: ShownUnit) {
    var value = tornado.center
    if case .numbers(let numbers) = value.cells { value.cells = .numbers(Array(numbers[cells])) }
    value.low = tornado.rows.flatMap { $0.low[cells] }
    value.high = tornado.rows.flatMap { $0.high[cells] }
    let result = ShownUnit(of: value, units: units)
    guard units.isReading(result.unit) else { return (result, result) }
    return (result, ShownUnit(units.difference(of: result.unit), units: units))
  }

  /// Low, best guess and high of a source, or how many values it has.
  func inputText(_ row: Tornado.Row, isShort: Bool = false) -> String {
    guard row.input.axes.isEmpty else {
      let axes = row.input.axes.map(\.title).joined(separator: ", ")
      return "\(row.input.count) values over \(axes)"
    }
    var input = row.input
    // a share on both sides has its best guess in the middle
    if isShort || tornado.share != nil { input.hasBest = false }
    return phrase.text(input)
  }

  // MARK: bars

  private func writeBars(cell: Int, into out: inout [UInt8]) {
    let (resultUnit, swingUnit) = shownUnits(cells: cell..<(cell + 1))
    let all = tornado.ordered(by: cell)
    // what moves nothing here is named below, unless nothing does
    var rows = all.filter { $0.swing(cell) != 0 }
    if rows.isEmpty { rows = all }
    let idle = all.dropFirst(rows.count).map { DisplayWidth.visible($0.name) }
    // as much as fits beside a bar
    var columns: [TableColumn] = []
    var space = 0
    for tightness in 0...3 {
      columns = self.columns(rows, cell, resultUnit, swingUnit, tightness: tightness)
      var probe = TableBlock(caption: nil, columns: columns, rows: rows.count)
      probe.measure(units: units)
      space = settings.width - probe.columns.reduce(0) { $0 + $1.width + 2 }
      if space >= Self.narrowestBar { break }
    }
    space = max(Self.narrowestBar, min(Self.widestBar, space))
    // the head says what the two sides are
    let sides = space < 22 ? "▒ low █ high" : "▒ low end, █ high end"
    columns.insert(column(sides, .texts(bars(rows, cell, space)), rows.count), at: 3)
    let block = TableBlock(caption: nil, columns: columns, rows: rows.count)
    TableText(units: units, hasColour: settings.hasColour).lines(of: block) { line in
      out.append(contentsOf: line)
      out.write("\n")
    }
    if !idle.isEmpty {
      writeWrapped("no effect by itself: ", idle.joined(separator: ", "), into: &out)
    }
    if rows.contains(where: \.isOuterBound) {
      write("the range of ", .dim, into: &out)
      let names = rows.filter(\.isOuterBound).map(\.name).joined(separator: ", ")
      write("\(names) is an outer bound\n", .dim, into: &out)
    }
  }

  /// Everything but the bars.
  /// - Parameter tightness: the greater, the more is shortened.
  private func columns(
    _ rows: [Tornado.Row], _ cell: Int, _ result: ShownUnit, _ swing: ShownUnit, tightness: Int
  ) -> [TableColumn] {
    let count = rows.count
    let isSame = result.unit == swing.unit
    let name = tightness < 3 ? Self.widestName : Self.shortName
    let head = tightness == 0 ? Wrapping.cut(title, width: Self.widestName) : ""
    var columns = [
      column("source", .texts(rows.map { Wrapping.cut($0.name, width: name) }), count),
      column("input", .texts(rows.map { inputText($0, isShort: tightness > 1) }), count),
      column(
        head,
        .brackets(low: rows.map { $0.low[cell] }, high: rows.map { $0.high[cell] }, best: nil),
        count, result),
      column(
        "swing", .numbers(rows.map { $0.swing(cell) + swing.offset }), count, swing,
        headShowsUnit: !isSame),
    ]
    if rows.contains(where: { $0.elasticity[cell] != nil }) {
      let head = tightness > 1 ? "elast." : "elasticity"
      let texts = Self.aligned(rows.map { $0.elasticity[cell] }, width: head.count)
      columns.append(column(head, .texts(texts), count))
    }
    return columns
  }

  func column(
    _ title: String, _ cells: TableColumn.Cells, _ count: Int, _ unit: ShownUnit? = nil,
    headShowsUnit: Bool = true
  ) -> TableColumn {
    TableColumn(
      title: title, cells: cells,
      index: CellIndex(parts: [.init(inner: 1, count: max(count, 1), step: 1)]), unit: unit,
      digits: settings.digitsSideBySide, headShowsUnit: headShowsUnit)
  }

  /// Elasticities with two decimals, their points below each other, at the right of a column.
  private static func aligned(_ numbers: [Double?], width: Int) -> [String] {
    let texts = numbers.map { $0.map(decimals) ?? "-" }
    let width = max(width, texts.map(\.count).max() ?? 0)
    return texts.map { text in
      let room = width - text.count
      // a dash stands where the digit before the point does
      let after = text == "-" ? min(3, room) : 0
      return String(repeating: " ", count: room - after) + text
    }
  }

  static func decimals(_ number: Double) -> String {
    let hundredths = (number * 100).rounded()
    guard abs(hundredths) < 1e15 else { return fullPrecision(number) }
    let whole = Int64(abs(hundredths))
    let cents = whole % 100
    let sign = hundredths < 0 ? "-" : ""
    return "\(sign)\(whole / 100).\(cents < 10 ? "0" : "")\(cents)"
  }

  /// A bar for each row, all to one scale: what lies below the result at the best guesses, a line,
  /// what lies above.
  private func bars(_ rows: [Tornado.Row], _ cell: Int, _ width: Int) -> [String] {
    guard case .numbers(let centers) = tornado.center.cells else { return [] }
    let center = centers[cell]
    let below = rows.map { max(0, center - $0.low[cell]) }
    let above = rows.map { max(0, $0.high[cell] - center) }
    let left = below.max() ?? 0
    let right = above.max() ?? 0
    let scale = left + right > 0 ? Double(width - 2) / (left + right) : 0
    let leftColumns = Self.columns(left * scale)
    return rows.indices.map { i in
      let row = rows[i]
      let low = row.atLow[cell] < center ? "▒" : "█"
      let high = row.atHigh[cell] > center ? "█" : row.atLow[cell] > center ? "▒" : "█"
      let before = Self.columns(below[i] * scale)
      let after = Self.columns(above[i] * scale)
      return String(repeating: " ", count: max(0, leftColumns - before))
        + String(repeating: low, count: min(before, leftColumns)) + "│"
        + String(repeating: high, count: after)
    }
  }

  /// What is not nothing is seen.
  private static func columns(_ length: Double) -> Int {
    // equal swings have equal bars, whichever way they are rounded
    length > 0 ? max(1, Int((min(length, 1e4) + 1e-9).rounded())) : 0
  }

  // MARK: many labels

  /// One row for each label; for each source what the result is at its ends, largest swing first, in
  /// parts below each other where the page is too narrow.
  private func writeSwings(into out: inout [UInt8]) {
    let unit = shownUnits(cells: 0..<tornado.center.count).result
    let how =
      tornado.share.map { "each input ± \(percent($0)), one at a time" } ?? "each source alone"
    let axes = tornado.center.axes
    let labels = TableLayout(of: tornado.center, name: title, units: units, settings: settings)
      .long().columns.prefix(axes.count)
    let sources = tornado.rows.map { row in
      column(
        Wrapping.cut(row.name, width: Self.widestName),
        .brackets(low: row.low, high: row.high, best: nil), row.low.count, unit,
        headShowsUnit: false)
    }
    let count = tornado.center.count
    let head = tornado.share == nil ? "best guess" : "as it is"
    let center = column(head, tornado.center.columnCells, count, unit, headShowsUnit: false)
    let block = TableBlock(
      caption: "\(TableColumn.head(title, unit: unit.text)), low to high by \(how)",
      columns: labels + [center] + sources, rows: count)
    let blocks = block.fitted(
      to: settings.width, labels: axes.count, groups: sources.map { _ in 1 } + [1], units: units)
    TableBlock.write(blocks, as: .text, units: units, settings: settings) { out += $0 }
  }

  // MARK: what is not swung

  private func writeHeld(into out: inout [UInt8]) {
    guard !tornado.held.isEmpty else { return }
    out.write("\n")
    let parts = heldTexts
    writeWrapped("not swung: ", parts.joined(separator: "; "), into: &out)
  }

  func writeWrapped(_ mark: String, _ text: String, into out: inout [UInt8]) {
    let lines = Wrapping.lines(text, width: max(settings.width - mark.count, 20))
    for (i, line) in lines.enumerated() {
      write(i == 0 ? mark : "  ", .dim, into: &out)
      out.write(line + "\n")
    }
  }

  /// `4, 1.1 in node`, `batch (its labels alone matter)`
  var heldTexts: [String] {
    tornado.held.map { held in
      switch held {
      case .numbers(let numbers):
        let holder = numbers.holder == .expression ? "the expression" : numbers.name
        return "\(InputsReport.list(numbers.numbers)) in \(DisplayWidth.visible(holder))"
      case .input(let name, let reason):
        return "\(DisplayWidth.visible(name)) (\(Self.words(reason)))"
      }
    }
  }

  static func words(_ reason: Tornado.Reason) -> String {
    switch reason {
    case .reading: "a temperature reading has no share"
    case .notANumber: "no number"
    case .zero: "0"
    case .labels: "only its labels count"
    case .constant: "a constant"
    case .inner: "in a `with` of a formula"
    case .unused: "not used as things stand"
    case .notKnown: "not known"
    }
  }
}
