import Syntax

/// Strings with values in them.
extension FormulaBuilder {
  func text(_ literal: TextLiteral, _ scope: Scope) throws(Diagnostic) -> Operand {
    var pieces: [TextPiece] = []
    for piece in literal.pieces {
      switch piece {
      case .text(let text): pieces.append(.text(text))
      case .value(let expression, let format):
        if let format, TextFormat(format) == nil {
          throw fail(.badFormat(format), expression, scope)
        }
        pieces.append(.value(try subformula(expression, scope), format: format))
      }
    }
    return Operand(.text(.pieces(pieces)), .text)
  }
}

/// What stands after the colon in `{jt:.2f}`: `.2f` decimals, `.4g` significant digits, `e`.
struct TextFormat {
  enum Style { case decimals, significant, exponent }
  var style: Style
  var digits: Int

  init?(_ text: String) {
    var rest = Substring(text)
    guard let letter = rest.popLast() else { return nil }
    switch letter {
    case "f": style = .decimals
    case "g": style = .significant
    case "e": style = .exponent
    default: return nil
    }
    if rest.isEmpty {
      digits = 6
      return
    }
    guard rest.popFirst() == ".", let count = Int(rest), (0...17).contains(count) else {
      return nil
    }
    digits = count
  }
}
