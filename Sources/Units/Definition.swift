import Syntax

/// One unit of the table, read from its line in a unit file or made by `unit` at run time.
struct Definition {
  var name: String
  /// base units per unit
  var factor: Double
  var dimension: Dimension
  /// bits by place in `Prefix.all`
  var prefixes: UInt64 = 0
  /// the steps on which computed values are shown, each a list of unit names
  var ladders: [[String]] = []
  /// the steps for its squares and cubes, where they are others
  var powerLadder: [String] = []
  /// another unit whose ladder this one shares
  var ladderOf: String?
  /// of a reading: base value = value × factor + offset
  var offset = 0.0
  /// of a reading: the unit of its differences
  var difference: String?
  /// what the unit stands for where a part of it cancels: `mph` is mile/h
  var parts: [Term]?
  /// every name without prefixes, the first being `name`
  var names: [String] = []
  /// the `##` lines above a unit made at run time
  var documentation: [String] = []
  /// what stands after `=`; nil for a base unit
  var value: String?
  /// names of the built-in currency that it gives a rate to: they stay its names
  var inherited: [String] = []
  /// whether it was made at run time
  var isOwn = false
}

/// One factor of a shown unit: `s` to the power −1.
struct Term: Hashable {
  var atom: Int32
  var exponent: Rational
}

/// The clauses of a declaration line as words: `W = 1 J/s, long watt watts, prefixes SI`.
struct DeclarationLine {
  var name: Substring
  var value: Substring?
  var clauses: [(key: Substring, words: [Substring])] = []

  init?(_ text: String) {
    let pieces = Self.split(Substring(text), at: ",")
    guard let head = pieces.first else { return nil }
    let sides = Self.split(head, at: "=")
    guard let name = sides.first.flatMap({ Self.split($0, at: " ").first }) else { return nil }
    self.name = name
    value = sides.count > 1 ? Self.trimmed(sides[1]) : nil
    for piece in pieces.dropFirst() {
      let words = Self.split(piece, at: " ")
      guard let key = words.first else { return nil }
      clauses.append((key, Array(words.dropFirst())))
    }
  }

  func words(_ key: String) -> [Substring] {
    clauses.filter { $0.key == key }.flatMap(\.words)
  }

  /// The pieces between separators, empty ones left out; bytes are compared, for speed.
  static func split(_ text: Substring, at separator: Unicode.Scalar) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: separator)).map { Substring($0) }
  }

  static func trimmed(_ text: Substring) -> Substring {
    var bytes = text.utf8
    while bytes.first == UInt8(ascii: " ") { bytes = bytes.dropFirst() }
    while bytes.last == UInt8(ascii: " ") { bytes = bytes.dropLast() }
    return Substring(bytes)
  }
}

/// The right side of a unit file's `=`: a number and unit names, `4.184 J/g`, `1 kg m^2/s^3`.
struct DefinitionQuantity {
  var number: Double
  var factors: [(name: Substring, exponent: Int)] = []

  init?(_ text: Substring) {
    var words = DeclarationLine.split(text, at: " ")[...]
    guard let number = words.popFirst().flatMap({ Double($0) }) else { return nil }
    self.number = number
    var sign = 1
    for word in words {
      for (place, factor) in DeclarationLine.split(word, at: "/").enumerated() {
        if place > 0 || word.utf8.first == UInt8(ascii: "/") { sign = -1 }
        let sides = DeclarationLine.split(factor, at: "^")
        guard let name = sides.first, let exponent = sides.count > 1 ? Int(sides[1]) : 1 else {
          return nil
        }
        factors.append((name, sign * exponent))
      }
    }
  }
}
