/// One word, number or sign of the text. It holds no text itself, only where it stands.
package struct Token {
  package enum Kind: UInt8 {
    case end, newline, semicolon
    case number
    /// a name or a word of a statement
    case name
    /// `%`, `$`, `°C`: a unit that is no name
    case sign
    /// a reserved word; `name` says which
    case word
    /// superscript digits: `²`, `⁻¹`
    case superscript
    /// `"` and `"""`: the parser reads what follows itself
    case quote, rawQuote
    case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
    case comma, colon, becomes, equals, dot, dots, question
    case plus, minus, times, slash, caret, plusMinus, arrow
    case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual, approximately
    /// what no rule of the language begins with; `Parser+Faults` says why
    case bad
  }

  package var kind: Kind
  /// A blank, a comment or a skipped newline stands before it.
  var hasBlankBefore: Bool
  /// A number with more digits than `mantissa` can hold: its text is read again.
  var isLong = false
  var name = Name(id: 0)
  var start: UInt32
  var end: UInt32
  /// A number is mantissa × 10^exponent; the exponent is also that of its last written digit.
  var exponent: Int32 = 0
  var mantissa: UInt64 = 0

  package var span: Span { Span(Int(start), Int(end)) }

  func isWord(_ word: Word) -> Bool { kind == .word && name.id == word.rawValue }
  func isName(_ word: Word) -> Bool { kind == .name && name.id == word.rawValue }

  /// The value of a multiplier word.
  var multiplier: Double? { kind == .word ? Word.multiplier(name) : nil }
}
