import Glibc

/// Reads comma-separated text record by record, as RFC 4180 describes it.
///
/// ```
/// var reader = CSVReader(Array("id,watts\nh100_sxm,700\n".utf8))
/// while try reader.next() { print(reader.line, reader.text(0)) }   // 1 id, 2 h100_sxm
/// ```
///
/// A field may be quoted; inside quotes a separator or a newline is text and `""` is one quote.
/// Lines end in LF, CRLF or CR; the last one needs no end. A byte-order mark is skipped, and so are
/// empty lines. A quote inside a field that does not begin with one is text. Records may have
/// different numbers of fields: whether that is a fault, the caller knows.
///
/// Fields are ranges of the buffer; a `String` is made only when `text` asks for it, so columns
/// that nobody looks at cost their bytes and nothing more.
///
/// - Complexity: linear in the bytes; memory is the longest record and one chunk.
public struct CSVReader {
  /// Bytes that one record may hold.
  public static let defaultRecordLimit = 16 << 20

  /// A field of the current record: bytes of the buffer, between the quotes if it has some.
  private struct Field {
    var start: Int
    var end: Int
    var isQuoted: Bool
    var hasDoubledQuote: Bool
  }

  private let separator: UInt8
  private let recordLimit: Int
  private let chunk: Int
  /// Where more bytes come from; nil when all of them are in the buffer.
  private var descriptor: Int32?
  private var buffer: [UInt8]
  /// The first byte of the record after the current one.
  private var position = 0
  /// Bytes that were dropped from the front of the buffer.
  private var dropped = 0
  private var fields: [Field] = []
  private var nextLine: Int
  private var isAtStart: Bool

  /// The line on which the current record begins.
  public private(set) var line: Int
  /// The bytes of the current record in the whole text, its line end included.
  public private(set) var range: Range<Int> = 0..<0

  /// A reader of bytes in memory. `firstLine` is the number of the first line, for a part of a
  /// text that was cut out of a larger one.
  public init(
    _ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ","), firstLine: Int = 1,
    recordLimit: Int = CSVReader.defaultRecordLimit
  ) {
    self.separator = separator
    self.recordLimit = recordLimit
    self.chunk = 0
    self.descriptor = nil
    self.buffer = bytes
    self.nextLine = firstLine
    self.line = firstLine
    self.isAtStart = firstLine == 1
  }

  /// A reader of an open file or pipe, which it does not close. `chunk` bytes are asked for at a
  /// time.
  public init(
    descriptor: Int32, separator: UInt8 = UInt8(ascii: ","),
    recordLimit: Int = CSVReader.defaultRecordLimit, chunk: Int = 1 << 16
  ) {
    self.separator = separator
    self.recordLimit = recordLimit
    self.chunk = max(1, chunk)
    self.descriptor = descriptor
    self.buffer = []
    self.nextLine = 1
    self.line = 1
    self.isAtStart = true
  }

  // MARK: the current record

  /// How many fields it has.
  public var count: Int { fields.count }

  /// A field as text, quotes resolved; bytes that are no UTF-8 become U+FFFD. An index beyond the
  /// last field gives an empty text, so that a short record reads as one with empty cells.
  public func text(_ index: Int) -> String {
    guard fields.indices.contains(index) else { return "" }
    let field = fields[index]
    let bytes = buffer[field.start..<field.end]
    guard field.hasDoubledQuote else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: unquoted(bytes), as: UTF8.self)
  }

  /// All fields as text.
  public var texts: [String] { fields.indices.map { text($0) } }

  /// The bytes of a field as they stand in the text; doubled quotes are still doubled.
  public func rawBytes(_ index: Int) -> ArraySlice<UInt8> {
    guard fields.indices.contains(index) else { return [] }
    return buffer[fields[index].start..<fields[index].end]
  }

  /// Whether the field was written in quotes: `""` is an empty text, an empty cell is none.
  public func isQuoted(_ index: Int) -> Bool {
    fields.indices.contains(index) && fields[index].isQuoted
  }

  private func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      out.append(bytes[index])
      index += bytes[index] == quote ? 2 : 1
    }
    return out
  }

  // MARK: going on

  /// Goes to the next record.
  /// - Returns: false when there is none; the reader then has no fields.
  /// - Throws: `CSVProblem`; after one the reader is at its end.
  public mutating func next() throws(CSVProblem) -> Bool {
    do {
      return try advance()
    } catch {
      descriptor = nil
      position = buffer.count
      fields.removeAll(keepingCapacity: true)
      throw error
    }
  }

  private mutating func advance() throws(CSVProblem) -> Bool {
    if isAtStart { try skipMark() }
    while true {
      line = nextLine
      switch try scan() {
      case .record(let end, let newlines):
        range = (dropped + position)..<(dropped + end)
        position = end
        nextLine += newlines
        if !isBlank { return true }
      case .end:
        fields.removeAll(keepingCapacity: true)
        return false
      case .incomplete:
        guard buffer.count - position <= recordLimit else {
          throw .recordTooLong(line: line, limit: recordLimit)
        }
        try refill()
      }
    }
  }

  /// A line without anything on it.
  private var isBlank: Bool {
    fields.count == 1 && !fields[0].isQuoted && fields[0].start == fields[0].end
  }

  private mutating func skipMark() throws(CSVProblem) {
    while buffer.count < 3, descriptor != nil { try refill() }
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    isAtStart = false
  }

  private enum Scan {
    /// the record ends before this byte and went over so many line ends
    case record(end: Int, newlines: Int)
    case incomplete
    case end
  }

  /// Finds the fields of the record at `position`. `incomplete` asks for more bytes and another
  /// try: what decides (the LF after a CR, the byte after a quote) may lie beyond the buffer.
  private mutating func scan() throws(CSVProblem) -> Scan {
    let bytes = buffer
    let end = bytes.count
    let isLast = descriptor == nil
    fields.removeAll(keepingCapacity: true)
    var index = position
    guard index < end else { return isLast ? .end : .incomplete }
    var newlines = 0
    while true {
      var field = Field(start: index, end: index, isQuoted: false, hasDoubledQuote: false)
      if index < end, bytes[index] == quote {
        field.isQuoted = true
        field.start = index + 1
        let openedOn = line + newlines
        index += 1
        while true {
          while index < end, bytes[index] != quote {
            if isNewline(bytes, index) { newlines += 1 }
            index += 1
          }
          guard index < end else {
            if isLast { throw .unclosedQuote(line: openedOn) }
            return .incomplete
          }
          guard index + 1 < end else {
            if isLast { break }
            return .incomplete
          }
          guard bytes[index + 1] == quote else { break }
          field.hasDoubledQuote = true
          index += 2
        }
        field.end = index
        index += 1
      } else {
        while index < end, !endsField(bytes[index]) { index += 1 }
        field.end = index
      }
      guard index < end else {
        guard isLast else { return .incomplete }
        fields.append(field)
        return .record(end: end, newlines: newlines)
      }
      switch bytes[index] {
      case separator:
        fields.append(field)
        index += 1
      case newline:
        fields.append(field)
        return .record(end: index + 1, newlines: newlines + 1)
      case carriageReturn:
        guard index + 1 < end || isLast else { return .incomplete }
        fields.append(field)
        let isPair = index + 1 < end && bytes[index + 1] == newline
        return .record(end: index + (isPair ? 2 : 1), newlines: newlines + 1)
      default:
        throw .textAfterQuote(line: line + newlines)
      }
    }
  }

  private func endsField(_ byte: UInt8) -> Bool {
    byte == separator || byte == newline || byte == carriageReturn
  }

  /// A line end inside quotes; of CRLF only the LF counts.
  private func isNewline(_ bytes: [UInt8], _ index: Int) -> Bool {
    if bytes[index] == newline { return true }
    return bytes[index] == carriageReturn
      && !(index + 1 < bytes.count && bytes[index + 1] == newline)
  }

  /// Drops what has been read and asks for as much again as is pending, so that a long record is
  /// looked at a bounded number of times for each byte.
  private mutating func refill() throws(CSVProblem) {
    guard let descriptor else { return }
    if position > 0 {
      buffer.removeSubrange(0..<position)
      dropped += position
      position = 0
    }
    let pending = buffer.count
    let wanted = max(chunk, min(pending, recordLimit))
    buffer.append(contentsOf: repeatElement(0, count: wanted))
    var got: Int
    repeat {
      got = buffer.withUnsafeMutableBytes { bytes in
        Glibc.read(
          descriptor, UnsafeMutableRawBufferPointer(rebasing: bytes[pending...]).baseAddress, wanted
        )
      }
    } while got < 0 && errno == EINTR
    let problem = errno
    buffer.removeLast(wanted - max(0, got))
    if got < 0 { throw .unreadable(line: nextLine, errno: problem) }
    if got == 0 { self.descriptor = nil }
  }
}

private let quote = UInt8(ascii: "\"")
private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
