/// A stretch of a source text, in byte offsets: `start` up to, not including, `end`.
public struct Span: Hashable, Sendable {
  public var start: UInt32
  public var end: UInt32

  public init(_ start: Int, _ end: Int) {
    self.start = UInt32(clamping: start)
    self.end = UInt32(clamping: end)
  }

  /// The smallest span that holds both.
  public func joined(_ other: Span) -> Span {
    Span(Int(min(start, other.start)), Int(max(end, other.end)))
  }
}

/// One text that tj was given: a file, a line at the prompt, an argument of `-e`.
public final class SourceText: Sendable {
  /// What an error calls it: a path, `-e`, `prompt`, `standard input`.
  public let name: String
  public let bytes: [UInt8]
  /// The number of the first line (a prompt counts its entries).
  public let firstLine: Int

  public init(name: String, bytes: [UInt8], firstLine: Int = 1) {
    self.name = name
    self.bytes = bytes
    self.firstLine = firstLine
  }

  public convenience init(name: String, text: String, firstLine: Int = 1) {
    self.init(name: name, bytes: Array(text.utf8), firstLine: firstLine)
  }

  /// The text of a span.
  public func text(_ span: Span) -> String {
    let end = min(Int(span.end), bytes.count)
    let start = min(Int(span.start), end)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Line and column of a byte offset, both from 1; the column counts characters.
  /// - Complexity: linear in the offset (only errors ask).
  public func position(of offset: Int) -> (line: Int, column: Int) {
    let end = min(offset, bytes.count)
    var line = firstLine
    var lineStart = 0
    for i in 0..<end where bytes[i] == 10 {
      line += 1
      lineStart = i + 1
    }
    return (line, String(decoding: bytes[lineStart..<end], as: UTF8.self).count + 1)
  }

  /// The byte range of the line that holds an offset, without its newline.
  public func lineRange(at offset: Int) -> Range<Int> {
    let at = min(offset, bytes.count)
    var start = at
    while start > 0, bytes[start - 1] != 10 { start -= 1 }
    var end = at
    while end < bytes.count, bytes[end] != 10 { end += 1 }
    return start..<end
  }
}

/// A span in a certain source: where something was said.
public struct Place: Sendable {
  public let source: SourceText
  public let span: Span

  public init(_ source: SourceText, _ span: Span) {
    self.source = source
    self.span = span
  }

  /// With the brackets that belong to it: `1 / (x + y)`, whose tree ends at `y`.
  public var text: String { source.text(source.balanced(span)) }
}

extension SourceText {
  /// A span with the brackets that are open at its ends.
  package func balanced(_ span: Span) -> Span {
    var start = Int(span.start)
    var end = min(Int(span.end), bytes.count)
    guard start < end else { return span }
    var depth = 0
    var missing = 0
    for byte in bytes[start..<end] {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      missing = max(missing, -depth)
    }
    var open = depth + missing
    // inside of brackets the end of a line is a blank
    func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }
    while missing > 0 {
      guard let at = bytes[..<start].lastIndex(where: { !isBlank($0) }),
        bytes[at] == UInt8(ascii: "(")
      else { break }
      start = at
      missing -= 1
    }
    while open > 0 {
      guard let at = bytes[end...].firstIndex(where: { !isBlank($0) }),
        bytes[at] == UInt8(ascii: ")")
      else { break }
      end = at + 1
      open -= 1
    }
    return Span(start, end)
  }
}
