import CSV
import Syntax
import Units

/// Reads a text of rows into columns: commas, tabs, semicolons, or aligned blanks.
///
/// The first line holds the heads. A column whose cells are numbers, with units or without, is one of
/// numbers; a time stamp becomes seconds since the first row; anything else is text. An empty cell and
/// what loggers write for it (`[N/A]`) is not known: an error where it is used, and nowhere else.
struct TableReader {
  let units: UnitTable
  let faults: Faults
  /// where the table was asked for
  let place: Place
  /// nil for a pasted text
  let file: String?

  private struct Row {
    var line: Int
    var cells: [String]
  }

  /// - Throws: `.badTable` with the line and the column; nothing is kept then.
  func read(_ bytes: [UInt8]) throws(Diagnostic) -> TableData {
    let rows = try rows(bytes)
    guard let first = rows.first else { throw fault(.empty, line: 1) }
    let heads = try heads(first)
    let body = rows.dropFirst()
    if body.isEmpty { throw fault(.empty, line: first.line) }
    for row in body where row.cells.count != heads.count {
      throw fault(.ragged(cells: row.cells.count, heads: heads.count), line: row.line)
    }
    var columns: [TableData.Field] = []
    var hasTimes = false
    for (index, head) in heads.enumerated() {
      let (column, isTime) = try column(head, index, body)
      columns.append(column)
      hasTimes = hasTimes || isTime
    }
    if hasTimes { try refuseRepeated(body) }
    return TableData(name: file ?? "csv", columns: columns, rows: body.count)
  }

  // MARK: rows

  private func rows(_ bytes: [UInt8]) throws(Diagnostic) -> [Row] {
    let separator = separator(of: bytes)
    if separator == nil { return alignedRows(bytes) }
    var reader = CSVReader(bytes, separator: separator ?? UInt8(ascii: ","))
    var rows: [Row] = []
    do {
      while try reader.next() {
        let cells = reader.texts.map(trimmed)
        if cells.count == 1, cells[0].isEmpty { continue }
        rows.append(Row(line: reader.line, cells: cells))
      }
    } catch {
      switch error {
      case .unclosedQuote(let line): throw fault(.unclosedQuote, line: line)
      case .textAfterQuote(let line): throw fault(.textAfterQuote, line: line)
      case .recordTooLong(let line, let limit):
        throw fault(.tooLarge(limit: "\(limit >> 20) MiB"), line: line)
      case .unreadable(let line, _): throw fault(.unreadable, line: line)
      }
    }
    return rows
  }

  /// The sign between the cells of the first line; nil for blanks.
  private func separator(of bytes: [UInt8]) -> UInt8? {
    let newline = UInt8(ascii: "\n")
    let blanks: Set<UInt8> = [32, 9, 13, newline]
    guard let start = bytes.firstIndex(where: { !blanks.contains($0) }) else {
      return UInt8(ascii: ",")
    }
    let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
    let line = bytes[start..<end]
    for mark in [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";")] where line.contains(mark)
    {
      return mark
    }
    // one column is a column with commas; several words are aligned by blanks
    let text = trimmed(String(decoding: line, as: UTF8.self))
    return cells(aligned: text).count > 1 ? nil : UInt8(ascii: ",")
  }

  private func alignedRows(_ bytes: [UInt8]) -> [Row] {
    var rows: [Row] = []
    let text = String(decoding: bytes, as: UTF8.self)
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let cells = cells(aligned: String(line))
      if !cells.isEmpty { rows.append(Row(line: index + 1, cells: cells)) }
    }
    return rows
  }

  /// Cells between blanks; a unit goes with its number (`70.2 W`), and so does one in brackets with
  /// its head. Where two blanks or more stand between all, one blank is part of a cell.
  private func cells(aligned line: String) -> [String] {
    let words = line.split(separator: " ").flatMap { $0.split(separator: "\t") }.map(String.init)
    var cells: [String] = []
    for word in words {
      if let last = cells.last, word.hasPrefix("[") || word.hasPrefix("(") {
        cells[cells.count - 1] = last + " " + word
      } else if let last = cells.last, Self.plain(last) != nil, Self.plain(word) == nil,
        TableHead.unit(word, units) != nil
      {
        cells[cells.count - 1] = last + " " + word
      } else {
        cells.append(word)
      }
    }
    return cells
  }

  // MARK: heads

  private func heads(_ row: Row) throws(Diagnostic) -> [TableHead] {
    var heads: [TableHead] = []
    let known = TableHead.known(row.cells)
    for (index, text) in row.cells.enumerated() {
      var head: TableHead
      do {
        head = try TableHead(text, units: units)
      } catch {
        throw fault(.unknownUnit(error.text), line: row.line, column: index, head: text)
      }
      if head.unit == nil, let unit = known[text] { head.unit = TableHead.unit(unit, units) }
      if head.name.isEmpty { throw fault(.emptyHead, line: row.line, column: index) }
      if heads.contains(where: { $0.name == head.name }) {
        throw fault(.repeatedHead(head.name), line: row.line, column: index, head: text)
      }
      heads.append(head)
    }
    return heads
  }

  // MARK: columns

  private func column(_ head: TableHead, _ index: Int, _ rows: ArraySlice<Row>)
    throws(Diagnostic) -> (TableData.Field, isTime: Bool)
  {
    let known = rows.filter { !Self.isMissing($0.cells[index]) }
    guard let first = known.first else {
      let unit = head.unit ?? .one
      let cells = rows.map { missing($0, head) }
      return (
        TableData.Field(name: head.name, head: head.text, cells: .numbers(cells, unit)), false
      )
    }
    func made(_ cells: TableData.Field.Cells) -> TableData.Field {
      TableData.Field(name: head.name, head: head.text, cells: cells)
    }
    let sample = first.cells[index]
    if head.unit == nil, let start = TimeStamp.seconds(sample) {
      return (made(try times(head, index, rows, since: start)), true)
    }
    if head.unit != nil || quantity(sample) != nil {
      return (made(try numbers(head, index, rows, first)), false)
    }
    for row in known where quantity(row.cells[index]) != nil {
      throw fault(
        .mixed(cell: row.cells[index], isNumberWanted: false), line: row.line, column: index,
        head: head.text)
    }
    return (made(.texts(rows.map { $0.cells[index] })), false)
  }

  private func times(
    _ head: TableHead, _ index: Int, _ rows: ArraySlice<Row>, since start: Double
  ) throws(Diagnostic) -> TableData.Field.Cells {
    var cells: [Double] = []
    for row in rows {
      let cell = row.cells[index]
      if Self.isMissing(cell) {
        cells.append(missing(row, head))
      } else if let seconds = TimeStamp.seconds(cell) {
        cells.append(seconds - start)
      } else {
        throw fault(.badTime(cell: cell), line: row.line, column: index, head: head.text)
      }
    }
    return .numbers(cells, TableHead.unit("s", units) ?? .one)
  }

  private func numbers(
    _ head: TableHead, _ index: Int, _ rows: ArraySlice<Row>, _ first: Row
  ) throws(Diagnostic) -> TableData.Field.Cells {
    let stated = head.unit
    let inFirst = quantity(first.cells[index])?.unit
    let unit = stated ?? inFirst ?? .one
    let power = units.dimension(of: TableHead.unit("W", units) ?? .one)
    let isPower = units.dimension(of: unit) == power
    var cells: [Double] = []
    cells.reserveCapacity(rows.count)
    for row in rows {
      let cell = row.cells[index]
      func wrong(_ kind: TableFault.Kind) -> Diagnostic {
        fault(kind, line: row.line, column: index, head: head.text)
      }
      if Self.isMissing(cell) {
        cells.append(missing(row, head))
        continue
      }
      guard let (value, own) = quantity(cell) else {
        throw wrong(.mixed(cell: cell, isNumberWanted: true))
      }
      if own == nil, stated == nil, inFirst != nil {
        throw wrong(.unitMissing(cell: cell, unit: units.text(of: unit)))
      }
      let written = own ?? unit
      guard units.dimension(of: written) == units.dimension(of: unit) else {
        throw wrong(.otherDimension(cell: cell, unit: units.text(of: unit)))
      }
      let base = value * units.factor(of: written) + units.offset(of: written)
      if isPower, base < 0 { throw wrong(.negativePower(cell: cell)) }
      cells.append(base)
    }
    return .numbers(cells, unit)
  }

  private func refuseRepeated(_ rows: ArraySlice<Row>) throws(Diagnostic) {
    var lines: [[String]: Int] = [:]
    for row in rows {
      if let line = lines[row.cells] { throw fault(.repeatedRow(line: line), line: row.line) }
      lines[row.cells] = row.line
    }
  }

  // MARK: cells

  /// A number and, where one stands behind it, its unit.
  private func quantity(_ cell: String) -> (value: Double, unit: Unit?)? {
    if let plain = Self.plain(cell) { return (plain, nil) }
    guard let (value, expression) = Parser.quantity(cell, units: units) else { return nil }
    guard let expression else { return (value, nil) }
    guard let unit = try? units.resolve(expression) else { return nil }
    return (value, unit)
  }

  private static func plain(_ cell: String) -> Double? {
    // `inf`, `nan` and `0x1p3` are no numbers of a table
    guard
      let first = cell.utf8.first(where: { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "+") }),
      (48...57).contains(first) || first == UInt8(ascii: "."), !cell.utf8.contains(120)
    else { return nil }
    return Double(cell).flatMap { $0.isFinite ? $0 : nil }
  }

  private static let missingWords: Set<String> = [
    "", "-", "na", "n/a", "[n/a]", "nan", "null", "none", "[not supported]", "[unknown error]",
    "[not found]",
  ]

  private static func isMissing(_ cell: String) -> Bool { missingWords.contains(cell.lowercased()) }

  private func missing(_ row: Row, _ head: TableHead) -> Double {
    faults.number(.cellNotKnown(column: head.name, file: file, line: row.line), at: place)
  }

  private func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  private func fault(
    _ kind: TableFault.Kind, line: Int, column: Int? = nil, head: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      EngineProblem.badTable(
        TableFault(
          kind: kind, file: file, line: line, column: column.map { $0 + 1 }, head: head)),
      at: place)
  }
}
