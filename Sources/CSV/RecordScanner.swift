/// A field of a record: bytes of the buffer, between the quotes if it has some.
@usableFromInline
struct RecordField {
  @usableFromInline var start: Int
  @usableFromInline var end: Int
  @usableFromInline var isQuoted = false
  @usableFromInline var hasDoubledQuote = false
}

/// The fields of a record. What they need of memory is kept for the next one.
@usableFromInline
struct RecordFields {
  private var storage = Array(repeating: RecordField(start: 0, end: 0), count: 16)
  @usableFromInline private(set) var count = 0

  var indices: Range<Int> { 0..<count }
  var first: RecordField? { count > 0 ? storage[0] : nil }
  var last: RecordField? { count > 0 ? storage[count - 1] : nil }

  @usableFromInline
  subscript(index: Int) -> RecordField { storage[index] }

  mutating func removeAll() { count = 0 }

  /// Lets `body` put fields into the memory that there is, and again into more of it as long as it
  /// finds no end in that.
  fileprivate mutating func fill<Found>(
    _ body: (UnsafeMutableBufferPointer<RecordField>, inout Int) -> Found?
  ) -> Found {
    while true {
      count = 0
      let found = storage.withUnsafeMutableBufferPointer { body($0, &count) }
      if let found { return found }
      storage += storage
    }
  }
}

/// Finds where the fields of a record begin and end.
struct RecordScanner {
  enum Scan {
    /// the record ends before this byte and went over so many line ends
    case record(end: Int, newlines: Int)
    /// what decides may lie beyond the buffer
    case incomplete
    case end
  }

  static let quote = UInt8(ascii: "\"")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  let separator: UInt8
  let line: Int
  /// nothing comes after the buffer
  let isLast: Bool

  /// Goes through the record at `position`, which is less than the count, and finds its fields.
  func scan(_ bytes: [UInt8], from position: Int, into fields: inout RecordFields) -> Result<
    Scan, CSVProblem
  > {
    bytes.withUnsafeBufferPointer { bytes in
      fields.fill { scan(bytes, from: position, into: $0, count: &$1) }
    }
  }

  /// - Returns: nil where there are more fields than places for them.
  private func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, from position: Int,
    into fields: UnsafeMutableBufferPointer<RecordField>, count: inout Int
  ) -> Result<Scan, CSVProblem>? {
    let end = bytes.count
    let separator = separator
    var index = position
    var newlines = 0
    while true {
      guard count < fields.count else { return nil }
      var field = RecordField(start: index, end: index)
      if index < end, bytes[index] == Self.quote {
        switch quoted(bytes, &field, &newlines) {
        case .success(let close?): index = close
        case .success(nil): return .success(.incomplete)
        case .failure(let problem): return .failure(problem)
        }
      } else {
        index = plainEnd(bytes, index)
        field.end = index
      }
      guard index < end else {
        guard isLast else { return .success(.incomplete) }
        fields[count] = field
        count += 1
        return .success(.record(end: end, newlines: newlines))
      }
      fields[count] = field
      count += 1
      switch bytes[index] {
      case separator: index += 1
      case Self.newline: return .success(.record(end: index + 1, newlines: newlines + 1))
      case Self.carriageReturn:
        guard index + 1 < end || isLast else { return .success(.incomplete) }
        let isPair = index + 1 < end && bytes[index + 1] == Self.newline
        return .success(.record(end: index + (isPair ? 2 : 1), newlines: newlines + 1))
      default:
        return .failure(.textAfterQuote(line: line + newlines))
      }
    }
  }

  /// Where a field without quotes ends: at a separator, a line end, or the end of the buffer.
  ///
  /// Eight bytes are looked at together: one of them is a separator where the exclusive or with eight
  /// separators has a zero byte, and one may end a line where a byte is less than 14. The lowest bit that
  /// either test sets is right, and no bit below it is wanted.
  private func plainEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let separators = ones &* UInt64(separator)
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= bytes.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let other = word ^ separators
      let found =
        ((other &- ones) & ~other | (word &- ones &* 14) & ~word) & tops
      if found == 0 {
        index += 8
        continue
      }
      index += found.trailingZeroBitCount / 8
      if ends(bytes[index]) { return index }
      index += 1
    }
    while index < bytes.count, !ends(bytes[index]) { index += 1 }
    return index
  }

  @inline(__always)
  private func ends(_ byte: UInt8) -> Bool {
    byte == separator || byte == Self.newline || byte == Self.carriageReturn
  }

  /// Goes through a field that begins with a quote.
  /// - Returns: where it goes on behind the closing quote, or nil where that lies beyond the buffer.
  private func quoted(
    _ bytes: UnsafeBufferPointer<UInt8>, _ field: inout RecordField, _ newlines: inout Int
  ) -> Result<Int?, CSVProblem> {
    let end = bytes.count
    let openedOn = line + newlines
    field.isQuoted = true
    field.start += 1
    var index = field.start
    while true {
      while index < end, bytes[index] != Self.quote {
        if isNewline(bytes, index) { newlines += 1 }
        index += 1
      }
      guard index < end else {
        return isLast ? .failure(.unclosedQuote(line: openedOn)) : .success(nil)
      }
      guard index + 1 < end else {
        if isLast { break }
        return .success(nil)
      }
      guard bytes[index + 1] == Self.quote else { break }
      field.hasDoubledQuote = true
      index += 2
    }
    field.end = index
    return .success(index + 1)
  }

  /// A line end inside quotes; of CRLF only the LF counts.
  private func isNewline(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    if bytes[index] == Self.newline { return true }
    return bytes[index] == Self.carriageReturn
      && !(index + 1 < bytes.count && bytes[index + 1] == Self.newline)
  }
}
