/// How many columns of a terminal a text takes, and how what cannot be seen is made visible.
enum DisplayWidth {
  /// Columns of a text: 1 a character, 2 for East Asian wide ones, 0 for combining marks.
  static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(scalar.value) ? 2 : 1
    }
  }

  /// Blocks whose characters are Wide or Fullwidth in Unicode Standard Annex 11, taken whole.
  private static func isWide(_ code: UInt32) -> Bool {
    switch code {
    case 0x1100...0x115F,  // Hangul Jamo, leading consonants
      0x2E80...0x303E, 0x3041...0xA4CF,  // CJK radicals, kana, ideographs, Yi
      0xA960...0xA97F, 0xAC00...0xD7A3,  // Hangul
      0xF900...0xFAFF, 0xFE30...0xFE6F,  // compatibility forms
      0xFF00...0xFF60, 0xFFE0...0xFFE6,  // fullwidth forms
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF,  // pictographs
      0x20000...0x3FFFD:
      return true
    default:
      return false
    }
  }

  /// A character as it may be shown on one line: controls as their pictures (`␛`), direction
  /// overrides and other invisible ones by number (`<U+202E>`), everything else as it is.
  static func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20: return String(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: return "\u{2421}"
    case 0x80..<0xA0: return number(scalar)
    case 0x300...:
      let category = scalar.properties.generalCategory
      let joinsEmoji = scalar.value == 0x200D
      if category == .format && !joinsEmoji { return number(scalar) }
      if category == .lineSeparator || category == .paragraphSeparator { return number(scalar) }
      return String(scalar)
    default: return String(scalar)
    }
  }

  /// A text on one line, every character visible; with `keepsLines`, line ends stay.
  static func visible(_ text: String, keepsLines: Bool = false) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      result += keepsLines && scalar == "\n" ? "\n" : visible(scalar)
    }
    return result
  }

  private static func number(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }
}
