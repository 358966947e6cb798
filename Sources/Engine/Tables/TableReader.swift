import CSV
import Syntax
import Units

/// Reads a text of rows into columns: commas, tabs, semicolons, or aligned blanks.
///
/// The first line holds the heads; `ColumnReader` reads the cells. An empty cell and what loggers write
/// for it (`[N/A]`) is not known: an error where it is used, and nowhere else. Every cell is looked at
/// before anything is handed over, so nothing is half read.
struct TableReader {
  let units: UnitTable
  let faults: Faults
  /// where the table was asked for
  let place: Place
  /// nil for a pasted text
  let file: String?
  let isInterrupted: () -> Bool

  /// Reads a text that is in memory.
  /// - Throws: `.badTable` with the line and the column; nothing is kept then.
  func read(_ bytes: [UInt8]) throws(Diagnostic) -> TableData {
    try refuseUTF16(bytes)
    guard let separator = separator(of: bytes) else { return try read(rows: alignedRows(bytes)) }
    var reader = CSVReader(bytes, separator: separator)
    guard try next(&reader) else { throw fault(.empty, line: 1) }
    let columns = try columns(of: &reader)
    var builder = TableBuilder(columns, missing: missing(columns))
    let last = try pass(&reader, columns) { (row, line) throws(Diagnostic) in
      try builder.add(row, line, reader: self)
    }
    if builder.rows == 0 { throw fault(.empty, line: last) }
    return builder.table(file, units: units)
  }

  /// Looks at every cell of a file and keeps none.
  /// - Parameter descriptor: of a file that can be read again, at its beginning.
  func survey(_ descriptor: Int32, path: String, start: [UInt8]) throws(Diagnostic) -> TableData? {
    try refuseUTF16(start)
    guard let separator = separator(of: start) else { return nil }
    var reader = CSVReader(descriptor: descriptor, separator: separator, chunk: PlainRows.chunk)
    guard try next(&reader) else { throw fault(.empty, line: 1) }
    let columns = try columns(of: &reader)
    let plain = PlainRows(
      columns, separator: separator, kept: nil, isInterrupted: isInterrupted, at: place)
    var rows = 0
    var digest: UInt64 = 0
    func add(_ hash: UInt64) {
      rows += 1
      digest = (digest ^ hash) &* 0x100_0000_01b3
    }
    let last = try pass(&reader, columns, plain) { (row, line) throws(Diagnostic) in
      for column in columns { _ = try cell(row, column, line) }
      add(row.withRecord(RowMemory.hash))
      if rows & 0xffff == 0, isInterrupted() {
        throw Diagnostic(EngineProblem.interrupted, at: place)
      }
    } many: { (plain) throws(Diagnostic) in
      plain.hashes.forEach(add)
      if isInterrupted() { throw Diagnostic(EngineProblem.interrupted, at: place) }
    }
    if rows == 0 { throw fault(.empty, line: last) }
    let stream = RowStream(
      path: path, separator: separator, columns: columns, reader: self,
      missing: missing(columns), digest: digest)
    return TableData(
      file: file, columns: columns.map { $0.field(units) }, rows: rows, stream: stream)
  }

  // MARK: rows

  /// Goes through all rows below the heads.
  /// - Parameters:
  ///   - plain: reads what is plain, for `many`; without it all rows are for `row`.
  /// - Returns: the last line that `row` was given.
  private func pass(
    _ reader: inout CSVReader, _ columns: [ColumnReader], _ plain: PlainRows? = nil,
    row: (borrowing CSVReader, Int) throws(Diagnostic) -> Void,
    many: (borrowing PlainRows.Rows) throws(Diagnostic) -> Void = { (_) throws(Diagnostic) in }
  ) throws(Diagnostic) -> Int {
    let memory = RowMemory()
    var last = reader.line
    while true {
      try plain?.read(&reader) { (rows) throws(Diagnostic) in
        try many(rows)
        guard memory.isNeeded, let (row, line) = memory.add(rows.hashes, line: rows.line) else {
          return
        }
        throw fault(.repeatedRow(line: line), line: rows.line + row)
      }
      guard try next(&reader) else { return last }
      last = reader.line
      guard reader.count == columns.count else {
        throw ragged(reader.count, columns, line: last)
      }
      try row(reader, last)
      if memory.isNeeded || columns.contains(where: \.tellsRows) {
        if let line = reader.withRecord({ memory.add($0, line: last) }) {
          throw fault(.repeatedRow(line: line), line: last)
        }
      }
    }
  }

  /// Goes to the next row that is not blank.
  func next(_ reader: inout CSVReader) throws(Diagnostic) -> Bool {
    do {
      while try reader.next() {
        if reader.count > 1 || reader.withBytes(0, { !$0.isEmpty }) { return true }
      }
      return false
    } catch {
      switch error {
      case .unclosedQuote(let line): throw fault(.unclosedQuote, line: line)
      case .textAfterQuote(let line): throw fault(.textAfterQuote, line: line)
      case .recordTooLong(let line, let limit):
        throw fault(.tooLarge(limit: "\(limit >> 20) MiB"), line: line)
      case .unreadable(let line, _): throw fault(.unreadable, line: line)
      }
    }
  }

  func cell(_ row: borrowing CSVReader, _ column: ColumnReader, _ line: Int) throws(Diagnostic)
    -> ColumnReader.Cell
  {
    do {
      return try row.withBytes(column.index) { (cell) throws(ColumnReader.Wrong) in
        try column.read(cell)
      }
    } catch {
      throw fault(error.kind, line: line, column: column.index, head: column.head.text)
    }
  }

  private func columns(of reader: inout CSVReader) throws(Diagnostic) -> [ColumnReader] {
    try columns(reader.texts.map(trimmed), line: reader.line)
  }

  /// The numbers that stand for cells that are not known.
  private func missing(_ columns: [ColumnReader]) -> Faults.Cells {
    faults.cells(of: columns.map(\.head.name), file: file, at: place)
  }

  /// PowerShell's `>` writes UTF-16, which begins with one of two marks.
  private func refuseUTF16(_ bytes: [UInt8]) throws(Diagnostic) {
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
      throw fault(.notUTF8, line: 1)
    }
  }

  /// The sign between the cells of the first line; nil for blanks or upright bars.
  private func separator(of bytes: [UInt8]) -> UInt8? {
    let newline = UInt8(ascii: "\n")
    let blanks: Set<UInt8> = [32, 9, 13, newline]
    guard let start = bytes.firstIndex(where: { !blanks.contains($0) }) else {
      return UInt8(ascii: ",")
    }
    let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
    let line = bytes[start..<end]
    if line.first == UInt8(ascii: "|") { return nil }
    for mark in [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";")] where line.contains(mark)
    {
      return mark
    }
    // one column is a column with commas; several words are aligned by blanks
    let text = trimmed(String(decoding: line, as: UTF8.self))
    return AlignedText.narrow(text, units).count > 1 ? nil : UInt8(ascii: ",")
  }

  // MARK: aligned by blanks

  private func read(rows: [(line: Int, cells: [String])]) throws(Diagnostic) -> TableData {
    guard let first = rows.first else { throw fault(.empty, line: 1) }
    let columns = try columns(first.cells, line: first.line)
    var builder = TableBuilder(columns, missing: missing(columns))
    let memory = RowMemory()
    for row in rows.dropFirst() {
      guard row.cells.count == columns.count else {
        throw ragged(row.cells.count, columns, line: row.line)
      }
      for column in columns {
        let text = row.cells[column.index]
        do throws(ColumnReader.Wrong) {
          let cell = try Array(text.utf8)
            .withUnsafeBufferPointer { (cell) throws(ColumnReader.Wrong) in try column.read(cell) }
          builder.add(cell, column.index, row.line) { text }
        } catch {
          throw fault(error.kind, line: row.line, column: column.index, head: column.head.text)
        }
      }
      builder.endRow(row.line)
      if columns.contains(where: \.tellsRows) {
        var whole = row.cells.joined(separator: " ")
        if let line = whole.withUTF8({ memory.add($0, line: row.line) }) {
          throw fault(.repeatedRow(line: line), line: row.line)
        }
      }
    }
    if builder.rows == 0 { throw fault(.empty, line: first.line) }
    return builder.table(file, units: units)
  }

  private func alignedRows(_ bytes: [UInt8]) -> [(line: Int, cells: [String])] {
    AlignedText.rows(String(decoding: bytes, as: UTF8.self), units)
  }

  // MARK: heads

  private func columns(_ cells: [String], line: Int) throws(Diagnostic) -> [ColumnReader] {
    guard cells.count <= Limits.columns else {
      throw fault(.tooManyColumns(cells.count, limit: Limits.columns), line: line)
    }
    var columns: [ColumnReader] = []
    var names: Set<String> = []
    let known = TableHead.known(cells)
    for (index, text) in cells.enumerated() {
      var head: TableHead
      do {
        head = try TableHead(text, units: units)
      } catch {
        throw fault(.unknownUnit(error.text), line: line, column: index, head: text)
      }
      head.isKnown = !known.isEmpty
      if head.unit == nil, let unit = known[text] { head.unit = TableHead.unit(unit, units) }
      if head.name.isEmpty { throw fault(.emptyHead, line: line, column: index) }
      if !names.insert(head.name).inserted {
        throw fault(.repeatedHead(head.name), line: line, column: index, head: text)
      }
      columns.append(ColumnReader(head, index: index, units: units))
    }
    return columns
  }

  private func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// The column is the first that has no cell, or the cell that has no head.
  private func ragged(_ cells: Int, _ columns: [ColumnReader], line: Int) -> Diagnostic {
    fault(
      .ragged(cells: cells, heads: columns.count), line: line, column: min(cells, columns.count),
      head: cells < columns.count ? columns[cells].head.text : nil)
  }

  func fault(
    _ kind: TableFault.Kind, line: Int, column: Int? = nil, head: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      EngineProblem.badTable(
        TableFault(
          kind: kind, file: file, line: line, column: column.map { $0 + 1 }, head: head)),
      at: place)
  }
}
