/// Slips of `with`, `scenario`, `solve` and `sensitivity`, each with the line as it is meant.
extension Parser {
  // MARK: `with`

  /// No `=` follows the name of an override: `with node == 6 kW`, `with h100_sxm.memory = 3 GB`.
  mutating func overrideFault(_ name: Name, _ nameSpan: Span) -> Fault {
    let sign = token
    switch sign.kind {
    case .equal, .becomes, .colon:
      return fault(
        .overrideSign(
          found: text(sign.span),
          mend: line(replacing: sign.span, with: sign.hasBlankBefore ? "=" : " =")), sign.span)
    case .number, .sign:
      let value = Span(previousEnd, Int(sign.start))
      return fault(
        .overrideSign(found: "", mend: line(replacing: value, with: " = ")), sign.span)
    case .dot where touches:
      var end = Int(sign.end)
      while lexer.isNameByte(lexer.byte(end)) || lexer.byte(end) == UInt8(ascii: ".") { end += 1 }
      let whole = Span(Int(nameSpan.start), end)
      var field = text(Int(sign.end), end)
      if let last = field.lastIndex(of: ".") { field = String(field[field.index(after: last)...]) }
      return fault(
        .overrideOfField(text(whole), definition: "\(field) = \(text(whole))", name: field), whole)
    default: return unexpected("`=` and a value for `\(name.text)`")
    }
  }

  /// `with (node = 6 kW)`; nil where the bracket holds something else.
  mutating func bracketedOverrideFault() -> Fault? {
    guard at(.leftParen) else { return nil }
    var ahead = lexer
    guard ahead.lex().kind == .name, ahead.lex().kind == .equals else { return nil }
    let open = token.span
    var depth = 1
    var close = open
    while depth > 0 {
      let next = ahead.lex()
      switch next.kind {
      case .leftParen: depth += 1
      case .rightParen:
        depth -= 1
        close = next.span
      case .end, .newline: depth = -1
      default: break
      }
    }
    guard depth == 0 else { return nil }
    let whole = open.joined(close)
    return fault(
      .overrideInBrackets(
        mend: line(replacing: whole, with: text(Int(open.end), Int(close.start)))), whole)
  }

  /// `with a = 1 and b = 2`: a second override begins behind `and`.
  /// - Parameter joint: what stands between overrides here.
  mutating func joinedOverridesFault(_ value: Expression, joint: String = ", ") -> Fault? {
    guard at(.equals), case .binary(let binary) = value, binary.op == .and,
      case .name(_, let nameSpan) = binary.right
    else { return nil }
    let word = Span(Int(binary.left.span.end), Int(nameSpan.start))
    return fault(
      .overridesJoined(
        joint: joint == ", " ? "a comma" : "`;`", mend: line(replacing: word, with: joint)), word)
  }

  /// `with a = 1,`: nothing follows the comma.
  mutating func openOverridesFault() -> Fault? {
    guard at(.comma) else { return nil }
    switch peek().kind {
    case .end, .newline, .semicolon:
      let comma = token.span
      return fault(.commaAfterOverride(mend: line(replacing: comma, with: "")), comma)
    default: return nil
    }
  }

  // MARK: `scenario`

  /// `scenario high`, `scenario high: pue = 1.5`
  mutating func scenarioFault(_ name: Name, _ nameSpan: Span) -> Fault {
    var mend: String?
    let head = text(statementStart, previousEnd)
    let place = hasNewline(previousEnd, Int(token.start)) || at(.end) ? nameSpan : token.span
    var first = token
    var ahead = lexer
    let hasSign = [.colon, .equals, .becomes, .comma].contains(first.kind)
    if hasSign { first = ahead.lex() }
    if first.kind == .word, first.name == Word.with.name { first = ahead.lex() }
    let hasOther = first.kind == .leftBrace || first.kind == .leftParen
    if hasOther, !hasNewline(previousEnd, Int(first.start)) {
      var inside = restOfLine(from: Int(first.end))
      if inside.hasSuffix("}") || inside.hasSuffix(")") { inside.removeLast() }
      while inside.last == " " { inside.removeLast() }
      mend = head + " { " + inside.drop { $0 == " " } + " }"
    }
    let sign = first.kind == .name ? ahead.lex().kind : .end
    if sign == .equals, !hasNewline(previousEnd, Int(first.start)) {
      mend = head + " { " + restOfLine(from: Int(first.start)) + " }"
    }
    return fault(
      .scenarioWithoutBraces(name.text, mend: mend ?? "\(head) { node = 3 kW; pue = 1.5 }"), place)
  }

  // MARK: `solve`, `minimize`

  /// What stands after the left side of an equation is no `==`: `solve jt for tput`,
  /// `solve pue > 2 for node`, `solve power: bill == 2000 $`.
  mutating func equationFault(_ left: Expression) -> Fault {
    switch token.kind {
    case .word where at(.for):
      let place = token.span
      return fault(
        .solveWithoutTarget(
          mend: line(replacing: Span(previousEnd, Int(place.start)), with: " == … ")),
        left.span)
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .notEqual, .approximately:
      let sign = token.span
      return fault(
        .solveInequality(text(sign), mend: line(replacing: sign, with: "==")), sign)
    case .colon:
      guard case .name(let name, let nameSpan) = left else { break }
      let sign = token.span
      let rest = restOfLine(from: Int(sign.end))
      return fault(
        .nameBeforeEquation(name.text, mend: "solve \(rest) for \(name.text)"),
        nameSpan.joined(sign))
    case .end, .newline, .semicolon:
      return fault(
        .solveWithoutTarget(mend: text(statementStart, previousEnd) + " == … for …"), left.span)
    default: break
    }
    return unexpected("`==` and the value to reach")
  }

  /// An equation without `for NAME`.
  mutating func unknownFault(_ equation: Span) -> Fault {
    switch token.kind {
    case .end, .newline, .semicolon:
      return fault(
        .solveWithoutName(mend: text(statementStart, previousEnd) + " for …"), equation)
    case .word where at(.over) || at(.with):
      let word = token.span
      return fault(.solveWithoutName(mend: line(replacing: word, with: "for")), word)
    default: return unexpected("`for` and the name to solve for")
    }
  }

  /// `minimize cost` without `over NAME`; `minimize cost for n`.
  mutating func goalFault(_ goal: Span) -> Fault {
    switch token.kind {
    case .end, .newline, .semicolon:
      return fault(
        .optimizeWithoutName(mend: text(statementStart, previousEnd) + " over …"), goal)
    case .word where at(.for) || at(.with):
      let word = token.span
      return fault(.optimizeWithoutName(mend: line(replacing: word, with: "over")), word)
    default: return unexpected("`over` and the name to vary")
    }
  }

  // MARK: `sensitivity`

  /// `sensitivity jt 10%`: the number in hand is a share of every input.
  mutating func shareFault(_ left: Span) -> Fault? {
    guard at(.number), text(statementStart, Int(left.start)).hasPrefix("sensitivity "),
      lexer.byte(Int(token.end)) == UInt8(ascii: "%")
        || lexer.byte(Int(token.end)) == 32 && lexer.byte(Int(token.end) + 1) == UInt8(ascii: "%")
    else { return nil }
    let place = token.span
    return fault(
      .shareWithoutBy(mend: line(replacing: Span(Int(left.end), Int(place.start)), with: " by ")),
      place)
  }

  // MARK: the line

  /// The statement with a part of it replaced.
  private mutating func line(replacing span: Span, with text: String) -> String {
    let head = self.text(statementStart, Int(span.start))
    let before = head.utf8.count < 120 ? head : "… " + head.suffix(60)
    let rest = self.text(Int(span.end), Int(span.end) + 1)
    let line =
      before + text + (rest == " " && !text.hasSuffix(" ") && text != "" ? " " : "")
      + restOfLine(from: Int(span.end))
    return line
  }
}
