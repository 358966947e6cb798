/// Spellings of other places and languages: `0,32`, `4'000`, `3 to 5 kW`, `3 kW-h`, `tj> x = 3`.
extension Parser {
  // MARK: numbers

  /// The number around a byte as tj spells it: `3.500,50` is `3_500.50`, `4'000` is `4_000`.
  ///
  /// Groups of three digits have one sign between them, and the last sign may be that of decimals.
  /// Nil where the digits are neither.
  func plainNumber(around place: Int) -> (text: String, span: Span)? {
    func isSign(_ at: Int) -> Int {
      switch (lexer.byte(at), lexer.byte(at + 1), lexer.byte(at + 2)) {
      case (UInt8(ascii: "."), _, _), (UInt8(ascii: ","), _, _), (UInt8(ascii: "'"), _, _): 1
      case (0xE2, 0x80, 0x99): 3
      default: 0
      }
    }
    var start = place
    while start > 0,
      lexer.isDigit(lexer.byte(start - 1)) || isSign(start - 1) == 1
        || start > 2 && isSign(start - 3) == 3
    {
      start -= lexer.isDigit(lexer.byte(start - 1)) || isSign(start - 1) == 1 ? 1 : 3
    }
    guard start == 0 || !lexer.isNameByte(lexer.byte(start - 1)) else { return nil }
    var groups: [String] = []
    var signs: [String] = []
    var at = start
    while lexer.isDigit(lexer.byte(at)), groups.count < 12 {
      let first = at
      while lexer.isDigit(lexer.byte(at)) { at += 1 }
      groups.append(text(first, at))
      let length = isSign(at)
      guard length > 0, lexer.isDigit(lexer.byte(at + length)) else { break }
      signs.append(text(at, at + length))
      at += length
    }
    guard let last = signs.last, !lexer.isNameByte(lexer.byte(at)) else { return nil }
    let span = Span(start, at)
    func isGrouped(_ groups: ArraySlice<String>, _ signs: ArraySlice<String>) -> Bool {
      (groups.first?.utf8.count ?? 4) <= 3 && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
        && signs.allSatisfy { $0 == signs.first }
    }
    if isGrouped(groups[...], signs[...]), last != "," || signs.count > 1 {
      return (groups.joined(separator: "_"), span)
    }
    let whole = groups.dropLast()
    guard last == "," || last == ".", signs.dropLast().allSatisfy({ $0 != last }),
      whole.count == 1 || isGrouped(whole, signs.dropLast())
    else { return nil }
    return (whole.joined(separator: "_") + "." + groups[groups.count - 1], span)
  }

  /// `0,32 €/kWh` where no comma may stand.
  mutating func decimalCommaFault() -> Fault? {
    guard at(.comma), let number = plainNumber(around: Int(token.start)) else { return nil }
    var mend = number.text
    lexer.position = Int(number.span.end)
    advance()
    let start = Int(token.start)
    if (try? parseUnitAfterGroup()) ?? nil != nil {
      mend += text(Int(number.span.end), start) + text(start, previousEnd)
    }
    found = nil
    return fault(.decimalComma(mend: mend), number.span)
  }

  // MARK: statements

  /// The rest of a line for a mend, shortened where it is long.
  mutating func restOfLine(from start: Int) -> String {
    let rest = restOfStatement(from: start)
    return rest.utf8.count < 80 ? rest : rest.prefix(40) + "…"
  }

  /// `x = 3 kW, y = 4 kW`
  mutating func commaBetweenStatements() -> Fault? {
    var ahead = lexer
    guard at(.comma), ahead.lex().kind == .name, [.equals, .becomes].contains(ahead.lex().kind)
    else { return nil }
    let comma = token.span
    let first = text(statementStart, Int(comma.start))
    let mend = (first.utf8.count < 80 ? first : "…") + "; " + restOfLine(from: Int(comma.end))
    return fault(.commaBetweenStatements(mend: mend), comma)
  }

  /// Whether a statement begins with `tj> `, pasted from a prompt.
  var atPromptMark: Bool {
    let start = Int(token.start)
    return token.end == token.start + 2 && lexer.byte(start + 2) == UInt8(ascii: ">")
      && lexer.byte(start + 3) == 32 && text(token.span) == "tj"
  }

  mutating func promptMarkFault() -> Fault {
    let start = Int(token.start)
    return fault(.promptMark(mend: restOfLine(from: start + 3)), Span(start, start + 3))
  }

  /// `unit foo 5 kg`; the number is in hand.
  mutating func unitWithoutEqualsFault(_ name: Span) -> Fault {
    let place = name.joined(token.span)
    let mend = text(statementStart, Int(name.end)) + " = " + restOfLine(from: Int(token.start))
    return fault(.unitWithoutEquals(mend: mend), place)
  }

  // MARK: between a number and a unit

  /// `3 to 5 kW`; the number after `to` is in hand.
  mutating func rangeWithToFault() -> Fault? {
    guard !isMending, text(previousStart, previousEnd) == "to" else { return nil }
    let (left, to, start) = (lastOperand, Span(previousStart, previousEnd), Int(token.start))
    isMending = true
    let isValue = (try? parseSigned()) != nil
    isMending = false
    found = nil
    guard isValue, previousEnd - Int(left.start) < 80 else { return nil }
    return fault(.rangeWithTo(mend: text(left) + ".." + text(start, previousEnd)), to)
  }

  /// `3 kW-h`, `3 kilowatt-hours`; what follows the minus is in hand and touches it.
  mutating func hyphenFault(_ minus: Span) -> Fault? {
    guard at(.name), token.end - token.start <= 5, units.isUnit(token.name),
      ["h", "hr", "hrs", "hour", "hours"].contains(text(token.span))
    else { return nil }
    let left = text(Int(lastNumberStart), Int(minus.start))
    let right = text(token.span)
    return fault(
      .hyphenInUnit(product: left + " " + right, difference: left + " - " + right),
      Span(Int(lastNumberStart), Int(token.end)))
  }
}
