/// What a piece of output is, so that a terminal can colour it and everything else need not.
package enum Role: Sendable {
  case plain, value, unit, name, head, error, note, help, label, dim

  /// The ANSI parameters (Select Graphic Rendition) of the role; empty for plain text.
  ///
  /// Colour alone carries nothing: values, heads and the words `error`, `note`, `help` are bold,
  /// units stand light behind them, remarks are dim, and names, marks and messages have their place
  /// and their word besides. The hues are of the 256 that terminals fix, chosen to stand out from
  /// black and from white alike (a contrast of at least 3.9 with both; a test computes it).
  var ansi: String {
    let weight =
      switch self {
      case .value, .head, .error, .note, .help: "1"
      case .dim: "2"
      default: ""
      }
    let hue = self.hue.map { "38;5;\($0)" } ?? ""
    return weight.isEmpty || hue.isEmpty ? weight + hue : weight + ";" + hue
  }

  /// The number of the colour among the 256; nil for the terminal's own.
  var hue: Int? {
    switch self {
    case .plain, .value, .head, .dim: nil
    case .unit: 30  // teal
    case .name: 133  // violet
    case .error: 160  // red
    case .note: 130  // brown
    case .help: 29  // green
    case .label: 32  // blue
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
    if text.isEmpty { return }
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
