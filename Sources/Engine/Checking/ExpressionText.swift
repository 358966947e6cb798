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
}
