/// Writes comma-separated text that `CSVReader` and every spreadsheet read back as it was.
///
/// ```
/// var writer = CSVWriter()
/// writer.record(["name", "a \"b\", c"])
/// writer.text        // name,"a ""b"", c"  and a line end
/// ```
///
/// A field is quoted where it holds the separator, a quote or a line end, and where an empty field
/// is all there is on a line (a blank line would read as no record).
public struct CSVWriter {
  /// LF is what tools on a terminal expect; CRLF is the letter of RFC 4180.
  public enum LineEnd: Sendable { case lf, crlf }

  private let separator: UInt8
  private let lineEnd: LineEnd
  private var fieldsOnLine = 0
  private var lineStart = 0

  /// What has been written since the last `take`.
  public private(set) var bytes: [UInt8] = []

  public init(separator: UInt8 = UInt8(ascii: ","), lineEnd: LineEnd = .lf) {
    self.separator = separator
    self.lineEnd = lineEnd
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The bytes so far; the writer goes on with none. Between records only.
  public mutating func take() -> [UInt8] {
    defer {
      bytes = []
      lineStart = 0
    }
    return bytes
  }

  public mutating func field(_ text: some StringProtocol) {
    if fieldsOnLine > 0 { bytes.append(separator) }
    fieldsOnLine += 1
    let utf8 = text.utf8
    guard utf8.contains(where: needsQuotes) else {
      bytes.append(contentsOf: utf8)
      return
    }
    bytes.append(quote)
    for byte in utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  public mutating func endRecord() {
    if fieldsOnLine == 1, bytes.count == lineStart { bytes.append(contentsOf: [quote, quote]) }
    if lineEnd == .crlf { bytes.append(UInt8(ascii: "\r")) }
    bytes.append(UInt8(ascii: "\n"))
    fieldsOnLine = 0
    lineStart = bytes.count
  }

  public mutating func record(_ fields: some Sequence<some StringProtocol>) {
    for text in fields { field(text) }
    endRecord()
  }

  private func needsQuotes(_ byte: UInt8) -> Bool {
    byte == separator || byte == quote || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}

private let quote = UInt8(ascii: "\"")
