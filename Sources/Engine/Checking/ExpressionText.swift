import Syntax

extension Place {
  /// The text with the brackets that are open at its ends: the place of an expression knows none.
  var whole: String { source.text(source.balanced(span)) }
}

extension SourceText {
  /// An expression as written. Brackets leave no trace in the tree, so that a span may begin inside
  /// one: `x * y) - (y * x`; the brackets that are open at its ends are taken in.
  package func text(of expression: Expression) -> String {
    text(balanced(expression.span))
  }

  /// From the beginning of one expression to the end of another.
  func text(from first: Expression, through last: Expression) -> String {
    text(balanced(first.span.joined(last.span)))
  }

  func balanced(_ span: Span) -> Span {
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
    while missing > 0 {
      guard let at = bytes[..<start].lastIndex(where: { $0 != 32 }), bytes[at] == UInt8(ascii: "(")
      else { break }
      start = at
      missing -= 1
    }
    while open > 0 {
      guard let at = bytes[end...].firstIndex(where: { $0 != 32 }), bytes[at] == UInt8(ascii: ")")
      else { break }
      end = at + 1
      open -= 1
    }
    return Span(start, end)
  }
}
