import CSV
import Glibc
import Syntax

/// A file of rows that is read again whenever its cells are wanted, some thousand rows at a time, so
/// that a log may be larger than memory. All of it was looked at once: what the columns are is known.
final class RowStream {
  /// rows that are worked on together
  static let blockRows = 1 << 14

  /// Some rows, one behind the other, and the columns that were asked for, by their place.
  struct Block {
    /// rows before it
    var start: Int
    var count = 0
    let columns: [Int]
    /// of each column either of the two
    fileprivate(set) var numbers: [[Double]]
    fileprivate(set) var texts: [[String]]
    /// where the rows stand in the text
    fileprivate(set) var lines: [Int] = []

    fileprivate init(_ columns: [Int], start: Int) {
      self.start = start
      self.columns = columns
      numbers = Array(repeating: [], count: columns.count)
      texts = Array(repeating: [], count: columns.count)
    }

    /// - Parameter row: counted from 0, among all.
    func line(ofRow row: Int) -> Int {
      lines.indices.contains(row - start) ? lines[row - start] : row + 2
    }

    func numbers(_ column: Int) -> [Double] {
      columns.firstIndex(of: column).map { numbers[$0] } ?? []
    }

    func texts(_ column: Int) -> [String] {
      columns.firstIndex(of: column).map { texts[$0] } ?? []
    }
  }

  private let path: String
  private let separator: UInt8
  private let columns: [ColumnReader]
  private let reader: TableReader
  private let missing: Faults.Cells
  /// of what was read
  let digest: UInt64
  private let state: [Int]
  /// Columns that were asked for as a whole.
  private var held: [Int: TableData.Field.Cells] = [:]

  init(
    path: String, separator: UInt8, columns: [ColumnReader], reader: TableReader,
    missing: Faults.Cells, digest: UInt64
  ) {
    self.path = path
    self.separator = separator
    self.columns = columns
    self.reader = reader
    self.missing = missing
    self.digest = digest
    state = Self.state(path)
  }

  /// By these a file is told to be the same: its place, its size and when it was written.
  private static func state(_ path: String) -> [Int] {
    var status = stat()
    guard stat(path, &status) == 0 else { return [] }
    return [
      Int(status.st_dev), Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec,
      status.st_mtim.tv_nsec,
    ]
  }

  /// Hands over block after block of some columns.
  /// - Parameter work: says whether to go on.
  /// - Throws: an error where the file is no longer what it was.
  func read(_ wanted: [Int], at place: Place, _ work: (borrowing Block) throws(Diagnostic) -> Bool)
    throws(Diagnostic)
  {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, Self.state(path) == state else { throw changed(place) }
    defer { close(descriptor) }
    let columns = wanted.map { self.columns[$0] }
    let plain = PlainRows(
      self.columns, separator: separator, kept: columns, isInterrupted: reader.isInterrupted,
      at: place)
    var rows = CSVReader(descriptor: descriptor, separator: separator, chunk: PlainRows.chunk)
    guard try reader.next(&rows) else { throw changed(place) }
    var block = empty(columns, start: 0)
    var goesOn = true
    func handOver() throws(Diagnostic) {
      if reader.isInterrupted() { throw Diagnostic(EngineProblem.interrupted, at: place) }
      goesOn = try work(block)
      block = empty(columns, start: block.start + block.count)
    }
    repeat {
      try plain.read(&rows) { (rows) throws(Diagnostic) in
        var next = 0
        while goesOn, next < rows.count {
          let end = min(rows.count, next + Self.blockRows - block.count)
          add(rows, next..<end, columns, to: &block)
          next = end
          if block.count == Self.blockRows { try handOver() }
        }
      }
      guard goesOn, try reader.next(&rows) else { break }
      guard rows.count == self.columns.count else { throw changed(place) }
      try add(rows, columns, to: &block)
      if block.count == Self.blockRows { try handOver() }
    } while goesOn
    if goesOn, block.count > 0 { try handOver() }
    guard goesOn else { return }
    guard Self.state(path) == state else { throw changed(place) }
  }

  private func empty(_ columns: [ColumnReader], start: Int) -> Block {
    var block = Block(columns.map(\.index), start: start)
    for (i, column) in columns.enumerated() {
      if column.isText {
        block.texts[i].reserveCapacity(Self.blockRows)
      } else {
        block.numbers[i].reserveCapacity(Self.blockRows)
      }
    }
    return block
  }

  private func add(
    _ rows: borrowing PlainRows.Rows, _ range: Range<Int>, _ columns: [ColumnReader],
    to block: inout Block
  ) {
    for (i, column) in columns.enumerated() {
      if column.isText {
        for row in range { block.texts[i].append(column.text(rows.text(column, row))) }
      } else {
        let numbers = UnsafeBufferPointer(rebasing: rows.numbers(column)[range])
        block.numbers[i].append(contentsOf: numbers)
        if rows.isMissingSome {
          for (row, number) in zip(range, numbers) where number.isNaN {
            block.numbers[i][block.count + row - range.lowerBound] = missing.number(
              column: column.index, line: rows.line + row)
          }
        }
      }
    }
    block.lines.append(contentsOf: (rows.line + range.lowerBound)..<(rows.line + range.upperBound))
    block.count += range.count
  }

  private func add(_ row: borrowing CSVReader, _ columns: [ColumnReader], to block: inout Block)
    throws(Diagnostic)
  {
    for i in columns.indices {
      let column = columns[i]
      let cell = try reader.cell(row, column, row.line)
      if column.isText {
        block.texts[i].append(row.withBytes(column.index) { column.text($0) })
      } else if case .number(let number) = cell {
        block.numbers[i].append(number)
      } else {
        block.numbers[i].append(missing.number(column: column.index, line: row.line))
      }
    }
    block.lines.append(row.line)
    block.count += 1
  }

  private func changed(_ place: Place) -> Diagnostic {
    Diagnostic(EngineProblem.tableChanged(reader.file ?? path), at: place)
  }

  /// All cells of a column. They are kept from then on.
  func whole(_ column: Int, at place: Place) throws(Diagnostic) -> TableData.Field.Cells {
    if let known = held[column] { return known }
    var numbers: [Double] = []
    var texts: [String] = []
    try read([column], at: place) { (block) throws(Diagnostic) in
      numbers += block.numbers(column)
      texts += block.texts(column)
      return true
    }
    let cells: TableData.Field.Cells =
      columns[column].isText ? .texts(texts) : .numbers(numbers, .one)
    held[column] = cells
    return cells
  }
}
