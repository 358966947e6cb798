/// What a piece of output is, so that a terminal can colour it and everything else need not.
package enum Role: Sendable {
  case plain, value, unit, name, head, error, note, help, label, dim

  /// The ANSI parameters (Select Graphic Rendition) of the role; empty for plain text.
  /// Only the eight named colours: they follow the user's palette.
  var ansi: String {
    switch self {
    case .plain, .value: ""
    case .unit: "36"
    case .name, .head: "1"
    case .error: "1;31"
    case .note: "1;33"
    case .help: "1;32"
    case .label: "34"
    case .dim: "2"
    }
  }
}

/// Text in pieces, each with its role; rendered plain or with colour.
///
/// ```
/// var line = Styled("error", .error)
/// line.add(": power and time do not add")
/// line.plainText     // "error: power and time do not add"
/// ```
package struct Styled: Sendable {
  package private(set) var pieces: [(text: String, role: Role)] = []

  package init() {}

  package init(_ text: String, _ role: Role = .plain) { add(text, role) }

  package mutating func add(_ text: String, _ role: Role = .plain) {
    if !text.isEmpty { pieces.append((text, role)) }
  }

  package mutating func endLine() { pieces.append(("\n", .plain)) }

  package func write(hasColour: Bool, into out: inout [UInt8]) {
    for piece in pieces { out.write(piece.text, piece.role, hasColour: hasColour) }
  }

  package var plainText: String { pieces.map(\.text).joined() }
}

extension [UInt8] {
  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  mutating func write(_ text: String, _ role: Role, hasColour: Bool) {
    begin(role, hasColour: hasColour)
    write(text)
    end(role, hasColour: hasColour)
  }

  /// Opens the colour of a role; `end` of the same role closes it.
  mutating func begin(_ role: Role, hasColour: Bool) {
    guard hasColour, !role.ansi.isEmpty else { return }
    write("\u{1B}[")
    write(role.ansi)
    write("m")
  }

  mutating func end(_ role: Role, hasColour: Bool) {
    guard hasColour, !role.ansi.isEmpty else { return }
    write("\u{1B}[0m")
  }

  mutating func writeBlanks(_ count: Int) {
    if count > 0 { append(contentsOf: repeatElement(UInt8(ascii: " "), count: count)) }
  }
}
