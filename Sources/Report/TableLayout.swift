import Engine
import Units

/// A part of a table that is printed as one: columns of equally many rows, the labels first.
struct TableBlock {
  /// `jt [J/t]` above a grid; nil where the heads say all.
  var caption: String?
  var columns: [TableColumn]
  var rows: Int
  /// The rows that are not shown; empty for none.
  var left = 0..<0

  init(caption: String?, columns: [TableColumn], rows: Int) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// The rows that are shown: all, or those before and after what is left out.
  var parts: [Range<Int>] {
    left.isEmpty ? [0..<rows] : [0..<left.lowerBound, left.upperBound..<rows]
  }

  /// Leaves out the middle of a block that is more than a page long.
  mutating func cut() {
    guard rows > Self.page else { return }
    left = Self.end..<(rows - Self.end)
  }

  private static let page = 40
  private static let end = 10

  /// Finds the widths of what is shown.
  mutating func measure(units: UnitTable) {
    for i in columns.indices { columns[i].measure(parts: parts, units: units) }
  }
}

/// Lays a table out: one row per label, or for two axes a grid per column.
struct TableLayout {
  /// A second axis of more labels than this goes down the page instead of across it.
  static let widestGrid = 64

  struct Column {
    var title: String
    var value: Value
  }

  let columns: [Column]
  let axes: [Axis]
  let units: UnitTable
  let settings: Settings

  init(_ table: Table, units: UnitTable, settings: Settings) {
    columns = table.columns.map { Column(title: $0.title, value: $0.value) }
    axes = table.axes
    self.units = units
    self.settings = settings
  }

  init(columns: [Column], axes: [Axis], units: UnitTable, settings: Settings) {
    self.columns = columns
    self.axes = axes
    self.units = units
    self.settings = settings
  }

  /// A value by itself, headed by its name.
  init(of value: Value, name: String?, units: UnitTable, settings: Settings) {
    columns = [Column(title: name ?? value.title ?? "value", value: value)]
    axes = value.axes
    self.units = units
    self.settings = settings
  }

  /// The blocks of a table for people.
  func blocks() -> [TableBlock] {
    guard axes.count == 2, axes[1].count <= Self.widestGrid else { return [long()] }
    var blocks: [TableBlock] = []
    // columns that do not vary along both axes stand together along the axis that they have
    var waiting: [Column] = []
    var waitingAxes: [Axis] = []
    func flush() {
      if !waiting.isEmpty { blocks.append(long(waiting, axes: waitingAxes)) }
      waiting = []
      waitingAxes = []
    }
    for column in columns {
      let axes = self.axes.filter { axis in column.value.axes.contains { $0 === axis } }
      if axes.count == 2 {
        flush()
        blocks.append(grid(column))
      } else {
        if let axis = axes.first, let other = waitingAxes.first, axis !== other { flush() }
        if waitingAxes.isEmpty { waitingAxes = axes }
        waiting.append(column)
      }
    }
    flush()
    return blocks
  }

  /// One row for each combination of labels, whatever the number of axes.
  func long() -> TableBlock { long(columns, axes: axes) }

  private func long(_ columns: [Column], axes: [Axis]) -> TableBlock {
    var columns = columns
    let labels = axes.map { axis in
      // a column that only repeats the labels takes their place: `table batch, tput`
      let twin = columns.firstIndex {
        $0.title == axis.name?.text && $0.value.isLabels(of: axis)
      }
      let unit =
        twin.map { ShownUnit(of: columns[$0].value, units: units) }
        ?? ShownUnit(of: axis, units: units)
      if let twin { columns.remove(at: twin) }
      return labelColumn(axis, unit: unit, title: axis.title, along: axes)
    }
    return TableBlock(
      caption: nil,
      columns: labels + columns.map { column($0, index: index(of: $0.value, along: axes)) },
      rows: axes.reduce(1) { $0 * $1.count })
  }

  /// Rows along the first axis, columns along the second.
  private func grid(_ column: Column) -> TableBlock {
    let (down, across) = (axes[0], axes[1])
    let value = column.value
    let unit = value.isNumeric ? ShownUnit(of: value, units: units) : nil
    let acrossUnit = ShownUnit(of: across, units: units)
    let whole = index(of: value, along: [down, across])
    let corner =
      TableColumn.head(down.title, unit: ShownUnit(of: down, units: units)?.text ?? "") + " \\ "
      + TableColumn.head(across.title, unit: acrossUnit?.text ?? "")
    var columns = [
      labelColumn(
        down, unit: ShownUnit(of: down, units: units), title: corner, along: [down],
        headShowsUnit: false)
    ]
    for label in 0..<across.count {
      columns.append(
        TableColumn(
          title: labelText(across, label, unit: acrossUnit), cells: value.columnCells,
          index: CellIndex(
            start: whole[label],
            parts: whole.parts.first.map {
              [CellIndex.Part(inner: 1, count: $0.count, step: $0.step)]
            } ?? []),
          unit: unit, digits: settings.digitsSideBySide, headShowsUnit: false,
          errors: value.errors?.cells))
    }
    let caption =
      TableColumn.head(column.title, unit: unit?.text ?? "")
      + (value.distributed.map { " (\($0.remark))" } ?? "")
      + (value.isOuterBound ? " (outer bound)" : "")
    return TableBlock(caption: caption, columns: columns, rows: down.count)
  }

  private func column(_ column: Column, index: CellIndex) -> TableColumn {
    TableColumn(
      title: column.title, cells: column.value.columnCells, index: index,
      unit: column.value.isNumeric ? ShownUnit(of: column.value, units: units) : nil,
      digits: settings.digitsSideBySide, isOuterBound: column.value.isOuterBound,
      remark: column.value.distributed?.remark, errors: column.value.errors?.cells)
  }

  /// Labels are what a reader types to pick a cell: they have the digits of a single value.
  private func labelColumn(
    _ axis: Axis, unit: ShownUnit?, title: String, along axes: [Axis], headShowsUnit: Bool = true
  ) -> TableColumn {
    let cells: TableColumn.Cells =
      switch axis.labels {
      case .numbers(let labels, _): .numbers(labels)
      case .texts(let labels): .texts(labels)
      case .counts: .counts
      }
    var inner = 1
    for other in axes.reversed() {
      if other === axis { break }
      inner *= other.count
    }
    return TableColumn(
      title: title, cells: cells,
      index: CellIndex(parts: [CellIndex.Part(inner: max(inner, 1), count: axis.count, step: 1)]),
      unit: unit, digits: settings.digits, headShowsUnit: headShowsUnit)
  }

  /// Where the cell of a value stands for each combination of labels of `axes`, the last of which
  /// changes fastest.
  private func index(of value: Value, along axes: [Axis]) -> CellIndex {
    var parts: [CellIndex.Part] = []
    var inner = 1
    for axis in axes.reversed() {
      if let at = value.axes.firstIndex(where: { $0 === axis }) {
        let step = value.axes[(at + 1)...].reduce(1) { $0 * $1.count }
        parts.append(CellIndex.Part(inner: max(inner, 1), count: axis.count, step: step))
      }
      inner *= axis.count
    }
    return CellIndex(parts: parts.reversed())
  }

  private func labelText(_ axis: Axis, _ label: Int, unit: ShownUnit?) -> String {
    switch axis.labels {
    case .numbers(let labels, _):
      guard let unit else { return "" }
      return units.numberText(unit.inUnit(labels[label]), unit: unit.unit, digits: settings.digits)
    case .texts(let texts): return texts[label]
    case .counts: return String(label + 1)
    }
  }
}

extension Axis {
  /// What heads the labels: the axis' name.
  var title: String { name?.text ?? "item" }
}

extension Value {
  var columnCells: TableColumn.Cells {
    switch cells {
    case .numbers(let numbers):
      if let distributed { return .spreads(self, distributed) }
      if let low, let high { return .brackets(low: low, high: high, best: hasBest ? numbers : nil) }
      return .numbers(numbers)
    case .truths(let truths): return .truths(truths)
    case .texts(let texts): return .texts(texts)
    }
  }
}
