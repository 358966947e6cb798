import CKernels
import CSV
import Syntax

/// Reads rows of a large file as long as they are plain, many at a time and on all cores.
///
/// A row is plain where each cell is a number with the unit that stood in the column before, a moment of
/// the day that stood there before, a text or nothing. Those are read by `tj_plain_rows`, in several parts of
/// the reader's buffer at once. What is not plain (a quote, a new day, a fault) ends it: that row is for
/// the readers of the columns, which know every form and everything that can be wrong. Parts behind such
/// a row are dropped and read once more, so that rows come in their order, the same on any number of cores.
/// How far it reaches grows with each time that all was plain, and where nothing is, it is tried ever more
/// rarely.
///
/// - Complexity: some 20 ns for a row of two numbers. Memory is a part for each core, twice.
final class PlainRows {
  /// bytes of which the rows are read by one core
  private static let partSize = 1 << 18
  /// bytes of which the rows are read behind one that was not plain
  private static let leastReach = 1 << 12

  private let separator: UInt8
  private let columns: [ColumnReader]
  /// The columns whose cells are kept; nil where all are looked at and none is kept.
  private let kept: [ColumnReader]?
  private let isInterrupted: () -> Bool
  private let place: Place
  private let parts: [Part]
  /// bytes of which the rows are read next
  private var reach = PlainRows.leastReach
  /// Rows for which it is not tried, and how many these are after it was tried in vain.
  private var (rest, pause) = (0, 0)

  /// - Parameters:
  ///   - kept: the columns whose cells are handed over; nil to look at the cells of all and at the
  ///     hashes of the rows.
  ///   - place: of what is interrupted.
  init(
    _ columns: [ColumnReader], separator: UInt8, kept: [ColumnReader]?,
    isInterrupted: @escaping () -> Bool, at place: Place
  ) {
    self.columns = columns
    self.separator = separator
    self.kept = kept
    self.isInterrupted = isInterrupted
    self.place = place
    parts = (0..<Self.partCount).map { _ in
      Part(columns, kept: kept, rows: Self.partSize / columns.count + 1)
    }
  }

  /// bytes that the reader is to have at a time
  static var chunk: Int { partCount * partSize }
  // no more than half of what a record may hold
  private static var partCount: Int { min(2 * Cores.count, 32) }

  /// Reads plain rows where the reader stands, as far as its buffer goes; perhaps none.
  /// - Parameter work: is given rows after rows, in their order.
  func read(
    _ reader: inout CSVReader, _ work: (borrowing Rows) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    if rest > 0 {
      rest -= 1
      return
    }
    try reader.skip { (bytes, line) throws(Diagnostic) in
      guard let base = bytes.baseAddress else { return (0, 0) }
      let starts = starts(in: bytes)
      let (forms, reach) = (forms, reach)
      let isWhole = Cores.share(starts.count, over: Cores.count, isInterrupted: isInterrupted) {
        next in
        while let part = next() {
          let start = starts[part]
          let stop = min(reach, bytes.count, (part + 1) * Self.partSize)
          parts[part].read(
            base + start, bytes.count - start, stop: max(0, stop - start), separator, forms)
        }
      }
      guard isWhole else { throw Diagnostic(EngineProblem.interrupted, at: place) }
      var taken = 0
      var lines = 0
      for (part, start) in zip(parts, starts) where taken == start {
        try work(Rows(part: part, bytes: base + start, line: line + lines))
        taken += part.found.taken
        lines += part.found.rows
      }
      learn(taken, of: bytes.count)
      return (taken, lines)
    }
  }

  /// Finds how far to reach next time.
  private func learn(_ taken: Int, of count: Int) {
    if taken >= reach {
      reach = min(4 * reach, Self.chunk)
    } else if count - taken > Self.leastReach {
      // not the end of the buffer, but a row
      reach = Self.leastReach
    }
    pause = taken > 0 ? 0 : min(2 * pause + 1, 63)
    rest = pause
  }

  /// Where the parts begin, each behind a line end.
  private func starts(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var starts = [0]
    while starts.count < parts.count {
      let bound = starts.count * Self.partSize
      guard bound < min(reach, bytes.count),
        let end = bytes[(bound - 1)...].firstIndex(of: UInt8(ascii: "\n"))
      else { break }
      starts.append(end + 1)
    }
    return starts
  }

  /// How the cells are read, after what has been read so far.
  private var forms: [tj_column] {
    guard let kept else { return columns.map(\.form) }
    var forms = Array(repeating: tj_column(), count: columns.count)
    for column in kept {
      forms[column.index] = column.form
      // they were looked at before
      if column.isText { forms[column.index].cells = tj_cells_texts }
    }
    return forms
  }

  /// Rows that were read, one line each.
  struct Rows: ~Copyable {
    fileprivate let part: Part
    fileprivate let bytes: UnsafePointer<UInt8>
    /// of the first
    let line: Int

    var count: Int { part.found.rows }

    /// of all cells, where none is kept
    var hashes: UnsafeBufferPointer<UInt64> {
      UnsafeBufferPointer(start: part.hashes, count: count)
    }

    /// Whether a kept number is missing; it is a NaN then.
    var isMissingSome: Bool { part.found.missing > 0 }

    func numbers(_ column: ColumnReader) -> UnsafeBufferPointer<Double> {
      UnsafeBufferPointer(start: part.kept[column.index].numbers, count: count)
    }

    func text(_ column: ColumnReader, _ row: Int) -> UnsafeBufferPointer<UInt8> {
      guard let texts = part.kept[column.index].texts else {
        return UnsafeBufferPointer(start: nil, count: 0)
      }
      return UnsafeBufferPointer(start: bytes + Int(texts[2 * row]), count: Int(texts[2 * row + 1]))
    }
  }

  /// Memory for what one core reads at a time.
  fileprivate final class Part {
    var kept: [tj_kept]
    let hashes: UnsafeMutablePointer<UInt64>?
    var found = tj_read()

    init(_ columns: [ColumnReader], kept: [ColumnReader]?, rows: Int) {
      self.kept = Array(repeating: tj_kept(), count: columns.count)
      hashes = kept == nil ? .allocate(capacity: rows) : nil
      for column in kept ?? [] {
        if column.isText {
          self.kept[column.index].texts = .allocate(capacity: 2 * rows)
        } else {
          self.kept[column.index].numbers = .allocate(capacity: rows)
        }
      }
    }

    deinit {
      hashes?.deallocate()
      for column in kept {
        column.numbers?.deallocate()
        column.texts?.deallocate()
      }
    }

    func read(
      _ bytes: UnsafePointer<UInt8>, _ count: Int, stop: Int, _ separator: UInt8,
      _ forms: [tj_column]
    ) {
      found = tj_plain_rows(
        bytes, count, min(stop, count), separator, forms, kept, forms.count, hashes)
    }
  }
}
