/// A field of a record: bytes of the buffer, between the quotes if it has some.
@usableFromInline
struct RecordField {
  @usableFromInline var start: Int
  @usableFromInline var end: Int
  @usableFromInline var isQuoted = false
  @usableFromInline var hasDoubledQuote = false
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
  func scan(_ bytes: [UInt8], from position: Int, into fields: inout [RecordField]) -> Result<
    Scan, CSVProblem
  > {
    fields.removeAll(keepingCapacity: true)
    return bytes.withUnsafeBufferPointer { scan($0, from: position, into: &fields) }
  }

  private func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, from position: Int, into fields: inout [RecordField]
  ) -> Result<Scan, CSVProblem> {
    let end = bytes.count
    let separator = separator
    var index = position
    var newlines = 0
    while true {
      var field = RecordField(start: index, end: index)
      if index < end, bytes[index] == Self.quote {
        switch quoted(bytes, &field, &newlines) {
        case .success(let close?): index = close
        case .success(nil): return .success(.incomplete)
        case .failure(let problem): return .failure(problem)
        }
      } else {
        while index < end {
          let byte = bytes[index]
          if byte == separator || (byte <= 13 && (byte == Self.newline || byte == 13)) { break }
          index += 1
        }
        field.end = index
      }
      guard index < end else {
        guard isLast else { return .success(.incomplete) }
        fields.append(field)
        return .success(.record(end: end, newlines: newlines))
      }
      switch bytes[index] {
      case separator:
        fields.append(field)
        index += 1
      case Self.newline:
        fields.append(field)
        return .success(.record(end: index + 1, newlines: newlines + 1))
      case Self.carriageReturn:
        guard index + 1 < end || isLast else { return .success(.incomplete) }
        fields.append(field)
        let isPair = index + 1 < end && bytes[index + 1] == Self.newline
        return .success(.record(end: index + (isPair ? 2 : 1), newlines: newlines + 1))
      default:
        return .failure(.textAfterQuote(line: line + newlines))
      }
    }
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
