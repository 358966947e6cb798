import Engine
import Units

/// One column of a table that is laid out: a head and cells that line up.
///
/// Every cell has a pivot: its decimal point, the dots of a bracket, or for a text its first
/// character. Pivots stand below each other. `measure` finds the widths in a first pass; then rows
/// are written one at a time, so that a table of a million rows needs no more than its values.
struct TableColumn {
  enum Cells {
    case numbers([Double])
    /// `best` where a best guess was given
    case brackets(low: [Double], high: [Double], best: [Double]?)
    /// distributions: the value's medians, and all that is shown of it
    case spreads(Value, Distributed)
    case truths([Value.Truth])
    case texts([String])
    /// texts that line up by a pivot of their own
    case aligned([AlignedCell])
    /// 1, 2, 3 …
    case counts
  }

  let title: String
  let cells: Cells
  let index: CellIndex
  /// nil where the cells are no quantities
  let unit: ShownUnit?
  let digits: Int
  /// how far each cell is likely off, in base units; nil where nothing is
  let errors: [Double]?
  /// `jt [kWh/Mt]`
  private(set) var head: String
  /// Whether every cell is written with blanks around the dots of its bracket.
  private var isSpaced = false
  /// The most digits behind a decimal point in the column.
  private var decimals = 0
  /// Columns of the terminal before and after the pivot.
  private var before = 0
  private var after = 0

  init(
    title: String, cells: Cells, index: CellIndex, unit: ShownUnit?, digits: Int,
    headShowsUnit: Bool = true, isOuterBound: Bool = false, remark: String? = nil,
    errors: [Double]? = nil
  ) {
    self.errors = errors
    self.title = title
    self.cells = cells
    self.index = index
    self.unit = unit
    self.digits = digits
    head =
      DisplayWidth.visible(Self.head(title, unit: headShowsUnit ? unit?.text ?? "" : ""))
      + (remark.map { " (\($0))" } ?? "") + (isOuterBound ? " (outer bound)" : "")
  }

  /// `jt [J/t]`; the title alone for a plain number.
  static func head(_ title: String, unit: String) -> String {
    if unit.isEmpty { return title }
    return title.isEmpty ? "[\(unit)]" : "\(title) [\(unit)]"
  }

  /// Cuts a head that would be wider than the page.
  mutating func shortenHead(to width: Int) { head = Wrapping.cut(head, width: width) }

  /// Texts stand at the left of their column, numbers at the right.
  var isLeft: Bool {
    switch cells {
    case .truths, .texts: true
    default: false
    }
  }

  /// Columns of the terminal, head included.
  var width: Int { max(DisplayWidth.of(head), before + after) }

  /// Finds the widths of the rows that are shown. - Complexity: linear in them.
  mutating func measure(parts: [Range<Int>], units: UnitTable) {
    if case .brackets(let low, let high, _) = cells, let unit {
      isSpaced = parts.joined().contains {
        unit.inUnit(low[index[$0]]) < 0 || unit.inUnit(high[index[$0]]) < 0
      }
    }
    var cell: [UInt8] = []
    var mostDecimals = 0
    for row in parts.joined() {
      cell.removeAll(keepingCapacity: true)
      let shape = write(row, units: units, into: &cell)
      before = max(before, shape.before)
      after = max(after, shape.after)
      mostDecimals = max(mostDecimals, shape.decimals)
    }
    decimals = mostDecimals
  }

  /// Writes a cell, padded to the width of the column.
  func writeAligned(_ row: Int, units: UnitTable, scratch: inout [UInt8], into out: inout [UInt8]) {
    scratch.removeAll(keepingCapacity: true)
    let shape = write(row, units: units, into: &scratch)
    let slack = width - before - after
    out.writeBlanks((isLeft ? 0 : slack) + before - shape.before)
    out.append(contentsOf: scratch)
    out.writeBlanks(after - shape.after + (isLeft ? slack : 0))
  }

  /// Writes the head, padded to the width of the column.
  func writeHead(hasColour: Bool, into out: inout [UInt8]) {
    let slack = width - DisplayWidth.of(head)
    if !isLeft { out.writeBlanks(slack) }
    // `jt [J/t]`: the unit as units stand elsewhere
    if let bracket = head.lastIndex(of: "["), head.hasSuffix("]"), bracket > head.startIndex {
      out.write(String(head[..<bracket]), .head, hasColour: hasColour)
      out.write(String(head[bracket...]), .unit, hasColour: hasColour)
    } else {
      out.write(head, .head, hasColour: hasColour)
    }
    if isLeft { out.writeBlanks(slack) }
  }

  private func known(_ i: Int, _ number: Double, _ unit: ShownUnit) -> KnownDigits {
    guard let errors else { return .digits(digits) }
    let error = errors.indices.contains(i) ? errors[i] : nil
    return KnownDigits(number, error: error.map { abs($0 / unit.inOne) }, of: digits)
  }

  private struct Shape {
    var before: Int
    var after: Int
    var decimals = 0
  }

  /// Writes a cell as it is.
  private func write(_ row: Int, units: UnitTable, into out: inout [UInt8]) -> Shape {
    let i = index[row]
    let start = out.count
    switch cells {
    case .numbers(let numbers):
      guard let unit else { return Shape(before: 0, after: 0) }
      if numbers[i].isNaN {
        // nobody gave this figure
        out.write("—")
        return Shape(before: 1, after: 0)
      }
      let number = unit.inUnit(numbers[i])
      return writeNumber(
        number, unit: unit, known: known(i, number, unit), units: units, into: &out)
    case .brackets(let low, let high, _):
      guard let unit else { return Shape(before: 0, after: 0) }
      func writeEnd(_ end: Double) {
        let known = known(i, unit.inUnit(end), unit)
        if let text = known.text(unit.inUnit(end)) { return out.write(text) }
        unit.writeNumber(end, digits: known.count(of: digits), units: units, into: &out)
      }
      writeEnd(low[i])
      let before = out.count - start
      if low[i] != high[i] {
        out.write(isSpaced ? " .. " : "..")
        writeEnd(high[i])
      }
      return Shape(before: before, after: out.count - start - before)
    case .spreads(let value, let distributed):
      guard let unit else { return Shape(before: 0, after: 0) }
      let text = SpreadText(value, distributed, cell: i, unit).short
      out.write(text)
      let before = text.prefix { $0 != "." && $0 != " " }.count
      return Shape(before: before, after: DisplayWidth.of(text) - before)
    case .truths(let truths):
      let text = truths[i].text
      out.write(text)
      return Shape(before: 0, after: DisplayWidth.of(text))
    case .texts(let texts):
      let text = DisplayWidth.visible(texts[i])
      out.write(text)
      return Shape(before: 0, after: DisplayWidth.of(text))
    case .aligned(let cells):
      out.write(cells[i].text)
      return Shape(before: cells[i].before, after: cells[i].after)
    case .counts:
      out.write(String(i + 1))
      return Shape(before: out.count - start, after: 0)
    }
  }

  /// Writes a number with zeros behind it up to the column's decimals, but never past the digits
  /// that are known: beside 8.219 a 4.69 becomes `4.690`, and 27.83 stays `27.83`.
  private func writeNumber(
    _ number: Double, unit: ShownUnit, known: KnownDigits, units: UnitTable,
    into out: inout [UInt8]
  ) -> Shape {
    if let text = known.text(number) {
      out.write(text)
      let pivot = text.prefix { $0 != "." }.count
      return Shape(before: pivot, after: text.count - pivot)
    }
    let digits = known.count(of: self.digits)
    let start = out.count
    units.write(number, unit: unit.unit, digits: digits, into: &out)
    var pointAt: Int?
    var significant = 0
    for at in start..<out.count {
      switch out[at] {
      case UInt8(ascii: "."): pointAt = at
      case UInt8(ascii: "1")...UInt8(ascii: "9"): significant += 1
      case UInt8(ascii: "0"): if significant > 0 { significant += 1 }
      case UInt8(ascii: "-"): break
      default:
        // an exponent, or no digits at all: as it is
        let pivot = pointAt ?? at
        return Shape(before: pivot - start, after: out.count - pivot)
      }
    }
    let end = out.count
    let shownDecimals = pointAt.map { end - $0 - 1 } ?? 0
    let known = number == 0 ? decimals : max(0, digits - significant)
    let zeros = min(decimals - shownDecimals, known)
    if zeros > 0 {
      if pointAt == nil {
        pointAt = end
        out.append(UInt8(ascii: "."))
      }
      out.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: zeros))
    }
    let pivot = pointAt ?? end
    return Shape(before: pivot - start, after: out.count - pivot, decimals: shownDecimals)
  }
}

/// From the row of a table to the cell of a value: which of its cells belongs to each row.
struct CellIndex {
  /// How one axis of the rows moves the cell: it advances every `inner` rows through `count` labels,
  /// and each label is `step` cells further.
  struct Part {
    var inner: Int
    var count: Int
    var step: Int
  }
  var start = 0
  var parts: [Part] = []

  subscript(row: Int) -> Int {
    var cell = start
    for part in parts { cell += (row / part.inner) % part.count * part.step }
    return cell
  }
}
