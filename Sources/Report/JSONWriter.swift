/// Writes JSON (RFC 8259) on one line, piece by piece, so that a long array needs no tree in memory.
///
/// ```
/// var json = JSONWriter()
/// json.object {
///   $0.field("unit", "J/t")
///   $0.field("value", 9.5)
/// }
/// // {"unit":"J/t","value":9.5}
/// ```
///
/// Numbers are the shortest that read back as the same double; what is not finite becomes `null`.
struct JSONWriter {
  var bytes: [UInt8] = []
  /// Called between the elements of arrays when much has gathered; it empties the bytes.
  var drain: ((inout [UInt8]) -> Void)?
  private var needsComma = false

  mutating func object(_ body: (inout JSONWriter) -> Void) {
    open("{")
    body(&self)
    close("}")
  }

  mutating func array(_ body: (inout JSONWriter) -> Void) {
    open("[")
    body(&self)
    close("]")
  }

  mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func string(_ text: String) {
    string { $0.escaped(text.utf8) }
  }

  /// A string whose text comes in parts: write them with `escaped`.
  mutating func string(_ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    body(&self)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// A part of a string. Parts are UTF-8 and may end inside a character.
  mutating func escaped(_ text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): bytes.write("\\\"")
      case UInt8(ascii: "\\"): bytes.write("\\\\")
      case UInt8(ascii: "\n"): bytes.write("\\n")
      case UInt8(ascii: "\r"): bytes.write("\\r")
      case UInt8(ascii: "\t"): bytes.write("\\t")
      case 0..<0x20, 0x7F:
        bytes.write("\\u00")
        bytes.append(hexDigit(byte >> 4))
        bytes.append(hexDigit(byte & 15))
      default: bytes.append(byte)
      }
    }
    drainIfLong()
  }

  mutating func number(_ number: Double) {
    guard number.isFinite else { return null() }
    literal(fullPrecision(number))
  }

  mutating func number(_ number: Int) { literal(String(number)) }
  mutating func bool(_ flag: Bool) { literal(flag ? "true" : "false") }
  mutating func null() { literal("null") }

  mutating func field(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  /// A text, or `null` where there is none.
  mutating func field(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  mutating func field(_ name: String, _ value: Double) {
    key(name)
    number(value)
  }

  mutating func field(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }

  mutating func field(_ name: String, _ texts: [String]) {
    key(name)
    array { json in
      for text in texts { json.string(text) }
    }
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.write(text)
    needsComma = true
    drainIfLong()
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private mutating func drainIfLong() {
    if let drain, bytes.count >= Renderer.chunk { drain(&bytes) }
  }
}
