/// Questions of lessons: `ask TEXT expect VALUE [within TOLERANCE] [hint "…", "…"]`.
extension Parser {
  /// `ask` is in hand; it is a word only before a string.
  ///
  /// A line goes on behind `expect`, `hint` and a comma.
  mutating func parseQuestion(_ next: Token) throws(Fault) -> Statement.Kind? {
    guard next.kind == .quote || next.kind == .rawQuote else { return nil }
    advance()
    let text = try parseString()
    guard token.isName(.expect) else { throw unexpected("`expect` and the answer") }
    advancePastNewlines()
    endsAtHint = true
    let answer = try parseWhole()
    let within = try parseTolerance()
    endsAtHint = false
    var hints: [Expression] = []
    if token.isName(.hint) {
      repeat {
        advancePastNewlines()
        guard at(.quote) || at(.rawQuote) else { throw unexpected("a hint in quotes") }
        hints.append(try parseString())
      } while at(.comma)
    }
    return .ask(Question(text: text, answer: answer, within: within, hints: hints))
  }

  private mutating func parseString() throws(Fault) -> Expression {
    .text(try parseText())
  }

  /// `within 2%`, `within 0.05 J/t`, `within rounding`; nil where nothing is said.
  private mutating func parseTolerance() throws(Fault) -> Approximation.Within? {
    guard eat(.within) else { return nil }
    if token.isName(.rounding) {
      advance()
      return .rounding
    }
    return .amount(try parseExpression())
  }
}
