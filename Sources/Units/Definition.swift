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
  /// what stands after `=`; nil for a base unit
  var value: String?
  /// the `##` lines, without the marks; empty for units made at run time
  var documentation: [String] = []
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
    let pieces = text.split(separator: ",", omittingEmptySubsequences: false)
    guard let head = pieces.first else { return nil }
    let sides = head.split(separator: "=", maxSplits: 1)
    guard let name = sides.first?.split(separator: " ").first else { return nil }
    self.name = name
    value = sides.count > 1 ? Self.trimmed(sides[1]) : nil
    for piece in pieces.dropFirst() {
      let words = piece.split(separator: " ")
      guard let key = words.first else { return nil }
      clauses.append((key, Array(words.dropFirst())))
    }
  }

  func words(_ key: String) -> [Substring] {
    clauses.filter { $0.key == key }.flatMap(\.words)
  }

  static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return text
  }
}

/// The right side of a unit file's `=`: a number and unit names, `4.184 J/g`, `1 kg m^2/s^3`.
struct DefinitionQuantity {
  var number: Double
  var factors: [(name: Substring, exponent: Int)] = []

  init?(_ text: Substring) {
    var rest = text
    let head = rest.prefix { $0 != " " }
    guard let number = Double(head) else { return nil }
    self.number = number
    rest = rest.dropFirst(head.count)
    var sign = 1
    while let next = rest.first {
      if next == " " || next == "/" {
        if next == "/" { sign = -1 }
        rest = rest.dropFirst()
        continue
      }
      let word = rest.prefix { $0 != " " && $0 != "/" }
      rest = rest.dropFirst(word.count)
      let sides = word.split(separator: "^", maxSplits: 1)
      var exponent = 1
      if sides.count > 1 {
        guard let given = Int(sides[1]) else { return nil }
        exponent = given
      }
      factors.append((sides[0], sign * exponent))
    }
  }
}
