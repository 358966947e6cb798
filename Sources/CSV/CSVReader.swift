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

  private let separator: UInt8
  private let recordLimit: Int
  private let chunk: Int
  /// Where more bytes come from; nil when all of them are in the buffer.
  private var descriptor: Int32?
  @usableFromInline var buffer: [UInt8]
  /// The first byte of the record after the current one.
  private var position = 0
  /// Bytes that were dropped from the front of the buffer.
  private var dropped = 0
  @usableFromInline var fields = RecordFields()
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
  @inlinable public var count: Int { fields.count }

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

  /// Looks at the bytes of a field, without blanks at its ends and with doubled quotes resolved. What
  /// is beyond the last field is empty. Nothing is copied but a field with doubled quotes.
  @inlinable
  public func withBytes<Result, Failure: Error>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard index < fields.count else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
    let field = fields[index]
    if field.hasDoubledQuote {
      return try unquoted(buffer[field.start..<field.end])
        .withUnsafeBufferPointer { (bytes) throws(Failure) in try body(Self.trimmed(bytes)) }
    }
    return try buffer.withUnsafeBufferPointer { (bytes) throws(Failure) in
      try body(Self.trimmed(UnsafeBufferPointer(rebasing: bytes[field.start..<field.end])))
    }
  }

  /// The bytes of the current record as they stand in the text, without its line end.
  public func withRecord<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let first = fields.first, let last = fields.last else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    return buffer.withUnsafeBufferPointer { bytes in
      body(UnsafeBufferPointer(rebasing: bytes[first.start..<last.end]))
    }
  }

  /// Whether the field was written in quotes: `""` is an empty text, an empty cell is none.
  public func isQuoted(_ index: Int) -> Bool {
    fields.indices.contains(index) && fields[index].isQuoted
  }

  @usableFromInline
  func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      out.append(bytes[index])
      index += bytes[index] == RecordScanner.quote ? 2 : 1
    }
    return out
  }

  /// Without blanks, tabs and line ends at both ends.
  @inlinable
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, bytes.count)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while start < end, isBlank(bytes[end - 1]) { end -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  @inlinable
  static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (byte <= 13 && byte >= 9) }

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
      fields.removeAll()
      throw error
    }
  }

  /// Lets somebody else read records where the reader stands, as far as they are in memory.
  /// - Parameter body: gets the bytes and the line on which they begin; says how many bytes, up to the end
  ///   of a record, and how many lines it has read.
  public mutating func skip<Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>, Int) throws(Failure) -> (bytes: Int, lines: Int)
  ) throws(Failure) {
    let read = try buffer.withUnsafeBufferPointer { (bytes) throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: bytes[position...]), nextLine)
    }
    position += read.bytes
    nextLine += read.lines
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
        fields.removeAll()
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

  /// Finds the fields of the record at `position`. `incomplete` asks for more bytes and another
  /// try: what decides (the LF after a CR, the byte after a quote) may lie beyond the buffer.
  private mutating func scan() throws(CSVProblem) -> RecordScanner.Scan {
    guard position < buffer.count else { return descriptor == nil ? .end : .incomplete }
    let scanner = RecordScanner(separator: separator, line: line, isLast: descriptor == nil)
    let found = scanner.scan(buffer, from: position, into: &fields)
    switch found {
    case .success(let scan): return scan
    case .failure(let problem): throw problem
    }
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
