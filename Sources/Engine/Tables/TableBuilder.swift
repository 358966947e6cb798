import CSV
import Syntax
import Units

/// Keeps the cells of a table that is held in memory.
struct TableBuilder {
  private struct Kept {
    var numbers: [Double] = []
    var texts: [String] = []
    /// of the cells before the first that is known, whose kind is not decided
    var open: [(line: Int, text: String)] = []
  }
  private let columns: [ColumnReader]
  private let missing: Faults.Cells
  private var kept: [Kept]
  private(set) var rows = 0
  private var lines: [Int32] = []

  init(_ columns: [ColumnReader], missing: Faults.Cells) {
    self.columns = columns
    self.missing = missing
    kept = Array(repeating: Kept(), count: columns.count)
  }

  mutating func add(_ row: borrowing CSVReader, _ line: Int, reader: TableReader)
    throws(Diagnostic)
  {
    for column in columns {
      let cell = try reader.cell(row, column, line)
      add(cell, column.index, line) { row.withBytes(column.index) { column.text($0) } }
    }
    endRow(line)
  }

  mutating func endRow(_ line: Int) {
    rows += 1
    lines.append(Int32(truncatingIfNeeded: line))
  }

  /// - Parameter text: what the cell says, asked for where it is kept.
  mutating func add(_ cell: ColumnReader.Cell, _ index: Int, _ line: Int, text: () -> String) {
    switch cell {
    case .number(let number):
      close(index)
      kept[index].numbers.append(number)
    case .text:
      close(index)
      kept[index].texts.append(text())
    case .missing:
      switch columns[index].kind {
      case .open: kept[index].open.append((line, text()))
      case .numbers, .times, .unixTimes:
        kept[index].numbers.append(missing.number(column: index, line: line))
      case .texts: kept[index].texts.append(text())
      }
    }
  }

  /// The kind of a column is known now.
  private mutating func close(_ index: Int) {
    if kept[index].open.isEmpty { return }
    for (line, text) in kept[index].open {
      if columns[index].isText {
        kept[index].texts.append(text)
      } else {
        kept[index].numbers.append(missing.number(column: index, line: line))
      }
    }
    kept[index].open = []
  }

  /// Ends the table.
  mutating func table(_ file: String?, units: UnitTable) -> TableData {
    var fields: [TableData.Field] = []
    for column in columns {
      close(column.index)
      var field = column.field(units)
      switch field.cells {
      case .numbers(_, let unit): field.cells = .numbers(kept[column.index].numbers, unit)
      case .texts: field.cells = .texts(kept[column.index].texts)
      }
      fields.append(field)
    }
    return TableData(file: file, columns: fields, rows: rows, lines: lines)
  }
}

extension ColumnReader {
  /// What the column is, without its cells. One of which nothing is known is of numbers.
  func field(_ units: UnitTable) -> TableData.Field {
    let cells: TableData.Field.Cells =
      switch kind {
      case .open: .numbers([], head.unit ?? .one)
      case .times, .unixTimes: .numbers([], TableHead.unit("s", units) ?? .one)
      case .numbers(let unit): .numbers([], unit)
      case .texts: .texts([])
      }
    return TableData.Field(name: head.name, head: head.text, cells: cells)
  }

  var isTime: Bool {
    switch kind {
    case .times, .unixTimes: true
    default: false
    }
  }

  var isText: Bool {
    if case .texts = kind { return true }
    return false
  }

  /// Whether rows are told apart by it, so that the same row twice is one too many: a moment, a name, a
  /// number of a device or of a run.
  var tellsRows: Bool {
    let last = head.name.lowercased().split(separator: "_").last
    return isTime || isText || IntegratedTable.tellsDevices(head.name) || last == "id"
      || last == "time" || last == "timestamp"
  }
}
