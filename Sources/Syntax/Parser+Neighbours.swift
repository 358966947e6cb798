/// Two values stand side by side with nothing between them: what was meant?
extension Parser {
  /// Words that other languages have as operators, and the sign that they stand for here.
  private static let foreignOperators: [String: String] = [
    "mod": "mod", "%": "mod", "of": "*", "x": "*", "X": "*", "times": "*", "into": "->",
    "plus": "+", "minus": "-",
  ]

  /// Built-in functions of one or several values: `sqrt 4` is a call without brackets.
  private static let functions: Set<String> = [
    "abs", "sqrt", "cbrt", "exp", "ln", "log", "log10", "log2", "sin", "cos", "tan", "asin", "acos",
    "atan", "min", "max", "clamp", "floor", "ceil", "round", "mod", "sum", "mean", "median",
    "count", "argmin", "argmax", "cumulative", "difference", "sort", "reverse", "first", "last",
  ]

  /// Words that begin a definition elsewhere.
  private static let definingWords: Set<String> = ["let", "var", "const", "def", "set", "val"]

  /// What a mend may at most repeat of the user's text, in bytes.
  private static let longestMend = 80

  /// `x^2 y`, `f(x) 3`, `sqrt 4`, `7 mod 3`, `[1 2]`: the second value is in hand, the first is
  /// `lastOperand`.
  mutating func missingOperator() -> Fault {
    guard found == nil else { return Fault() }
    let left = lastOperand
    let place = left.joined(token.span)
    guard !isMending else { return fault(.missingOperator(mends: []), place) }
    if let fault = definitionFault(left) ?? shareFault(left) ?? statementSlip(left) {
      return fault
    }
    let isNumber = at(.number)
    let open = innermostOpening(before: Int(token.start))
    if open?.kind != .leftBracket, isNumber, let fault = numberWithBlank(left) { return fault }
    let word = lastWord(of: left)
    let wordStart = Int(left.end) - word.utf8.count
    isMending = true
    defer { isMending = false }
    if wordStart == Int(left.start), Self.functions.contains(word), !at(.sign) {
      return callFault(word, place, isOpen: open != nil)
    }
    let before = position
    if let fault = foreignFault(left, word, wordStart) { return fault }
    goBack(to: before)
    if let open, open.kind == .leftBracket || isCall(open) { return commaFault(left, open) }
    let start = Int(token.start)
    var mends: [String] = []
    let isText = at(.quote) || at(.rawQuote) || text(left).hasSuffix("\"")
    // a unit is no value by itself: `hhh * 1 kW`
    let isUnit = at(.name) && units.isUnit(token.name)
    if isUnit, let whole = prefixedUnit(left, word, wordStart) {
      return fault(.missingOperator(mends: [whole]), place)
    }
    if !isText, isUnit ? takeUnit() : takeValue(),
      previousEnd - Int(left.start) < Self.longestMend
    {
      mends = [text(left) + (isUnit ? " * 1 " : " * ") + text(start, previousEnd)]
    }
    if isNumber, isPlainNumber(left) {
      return fault(.numbersSideBySide, place)
    }
    return fault(.missingOperator(mends: mends), place)
  }

  // MARK: parts

  /// Takes a value; false, and no fault kept, where none can be read.
  private mutating func takeValue() -> Bool {
    let isValue = (try? parseSigned()) != nil
    found = nil
    return isValue
  }

  /// Takes a unit, as far as it goes.
  private mutating func takeUnit() -> Bool {
    let isUnit = (try? parseWholeUnit()) != nil
    found = nil
    return isUnit
  }

  /// The letters, digits and `%` that an operand ends in: `mod` of `7 mod`.
  private func lastWord(of operand: Span) -> String {
    var start = Int(operand.end)
    if lexer.byte(start - 1) == UInt8(ascii: "%"), lexer.byte(start - 2) == 32 { start -= 1 }
    if start == Int(operand.end) {
      while start > Int(operand.start), lexer.isNameByte(lexer.byte(start - 1)) { start -= 1 }
    }
    return Int(operand.end) - start > 20 ? "" : text(start, Int(operand.end))
  }

  /// `3 k W` is `3 kW`; the unit is in hand.
  private func prefixedUnit(_ left: Span, _ word: String, _ wordStart: Int) -> String? {
    let unit = text(token.span)
    guard Int(left.start) < wordStart, !word.isEmpty, word.utf8.count < 3,
      units.isUnit(Name(word + unit))
    else { return nil }
    return text(Int(left.start), wordStart) + word + unit + restOfUnit(from: Int(token.end))
  }

  private func isCall(_ open: Token) -> Bool {
    open.kind == .leftParen && !open.hasBlankBefore
      && lexer.isNameByte(lexer.byte(Int(open.start) - 1))
  }

  /// Whether a list is the innermost bracket around the token in hand.
  var isInList: Bool { innermostOpening(before: Int(token.start))?.kind == .leftBracket }

  /// Whether a span holds digits and a point only.
  private func isPlainNumber(_ span: Span) -> Bool {
    text(span).utf8.allSatisfy { lexer.isDigit($0) || $0 == UInt8(ascii: ".") }
  }

  // MARK: shapes

  /// `let x = 3`, `power x = 3`
  private mutating func definitionFault(_ left: Span) -> Fault? {
    guard at(.name), Int(left.start) == statementStart else { return nil }
    let next = peek()
    let whole = left.joined(token.span)
    if Self.definingWords.contains(text(left)),
      [.equals, .becomes, .colon, .leftParen].contains(next.kind)
    {
      return fault(
        .needlessWord(text(left), mend: restOfLine(from: Int(token.start))), left)
    }
    return next.kind == .equals ? fault(.cannotDefine(text(whole)), whole) : nil
  }

  /// `sqrt 4`, `max 3, 4`, `sum jt over batch`
  private mutating func callFault(_ function: String, _ place: Span, isOpen: Bool) -> Fault {
    let start = Int(token.start)
    let outer = overBelongsToCall
    overBelongsToCall = true
    defer { overBelongsToCall = outer }
    var isWhole = takeValue()
    // A comma in a bracket is of the bracket.
    while isWhole, at(.comma) && !isOpen || at(.over) || token.isName(.by) {
      advance()
      isWhole = takeValue()
    }
    // `sqrt 4 mod 3`: what is meant is open.
    let value = Span(start, previousEnd)
    let word = lastWord(of: value)
    let isClear = word.utf8.count == previousEnd - start || Self.foreignOperators[word] == nil
    let isShort = isWhole && isClear && previousEnd - start < Self.longestMend
    let mend = "\(function)(\(isShort ? text(value) : "…"))"
    return fault(.callWithoutBrackets(function: function, mend: mend), place)
  }

  /// `7 mod 3`, `7 % 3`, `50% of 3 kW`, `100 W x 24 h`, `5 kW into MW`: the word is the one in hand,
  /// or the first value has swallowed it as a factor.
  private mutating func foreignFault(_ left: Span, _ word: String, _ wordStart: Int) -> Fault? {
    var first = left
    var place = token.span
    if wordStart > Int(left.start), Self.foreignOperators[word] != nil {
      var end = wordStart
      while end > Int(left.start), lexer.byte(end - 1) == 32 { end -= 1 }
      first = Span(Int(left.start), end)
      place = Span(wordStart, Int(left.end))
    } else {
      guard at(.name) || at(.sign), Self.foreignOperators[text(token.span)] != nil else {
        return nil
      }
      let next = peek()
      guard beginsOperand(next), next.kind != .bad, next.hasBlankBefore else { return nil }
      advance()
    }
    guard let sign = Self.foreignOperators[text(place)] else { return nil }
    // `2 x y` is about a name `x`.
    guard at(.number) || place.end - place.start > 1 || sign == "mod" else { return nil }
    let start = Int(token.start)
    let isValue = sign == "->" ? (try? parseWholeUnit()) != nil : takeValue()
    found = nil
    guard isValue, previousEnd - Int(left.start) < Self.longestMend else { return nil }
    let second = text(start, previousEnd)
    let mend =
      sign == "mod" ? "mod(\(text(first)), \(second))" : "\(text(first)) \(sign) \(second)"
    return fault(.foreignOperator(text(place), mend: mend), place)
  }

  /// `[53.9 102.9]`, `max(3 4)`
  private mutating func commaFault(_ left: Span, _ open: Token) -> Fault {
    let isList = open.kind == .leftBracket
    let place = hasNewline(Int(left.end), Int(token.start)) ? left : left.joined(token.span)
    let grouped = at(.number) ? groupsWithBlank(left) : nil
    var values = [text(left)]
    while beginsOperand(token), !at(.bad), values.count < 9 {
      let start = Int(token.start)
      guard takeValueOfList() else { break }
      values.append(text(start, previousEnd))
    }
    if values.count == 9 { values = Array(values[..<2]) }
    var mends = [values.joined(separator: ", ")]
    if isList, at(.rightBracket), isDirectlyAfter(open, left) { mends = ["[\(mends[0])]"] }
    if values.count < 2 || mends[0].utf8.count >= Self.longestMend { mends = [] }
    if let grouped { mends.append(grouped.mend) }
    return fault(.missingComma(isList: isList, mends: mends), place)
  }

  /// A value of a list whose commas are missing; a number alone, since the next follows it.
  private mutating func takeValueOfList() -> Bool {
    guard at(.number) else { return takeValue() }
    let isValue = (try? parseQuantityLiteral()) != nil
    found = nil
    return isValue
  }

  private func isDirectlyAfter(_ open: Token, _ value: Span) -> Bool {
    var at = Int(open.end)
    while [32, 9, 10].contains(lexer.byte(at)) { at += 1 }
    return at == Int(value.start)
  }

  // MARK: digits in groups

  /// `1 000`: digits in groups with single blanks; the second group is in hand.
  private mutating func numberWithBlank(_ left: Span) -> Fault? {
    groupsWithBlank(left).map { fault(.numberWithBlank(mend: $0.mend), $0.span) }
  }

  private func groupsWithBlank(_ left: Span) -> (mend: String, span: Span)? {
    var start = Int(left.end)
    while start > Int(left.start), lexer.isDigit(lexer.byte(start - 1)) { start -= 1 }
    let before = start > 0 ? lexer.byte(start - 1) : 0
    guard !lexer.isNameByte(before), before != UInt8(ascii: "."),
      1...3 ~= Int(left.end) - start, isGroup(Int(token.start)),
      Int(left.end) + blank(at: Int(left.end)) == Int(token.start)
    else { return nil }
    var end = Int(token.end)
    var mend = text(start, Int(left.end)) + "_" + text(token.span)
    while end - Int(token.end) < 40, case let width = blank(at: end), width > 0,
      isGroup(end - 3), isGroup(end + width), !lexer.isNameByte(lexer.byte(end + width + 3))
    {
      mend += "_" + text(end + width, end + width + 3)
      end += width + 3
    }
    if end > Int(token.end), lexer.byte(end) == UInt8(ascii: ".") {
      let point = end
      repeat { end += 1 } while lexer.isDigit(lexer.byte(end))
      mend += text(point, end)
    }
    return (mend, Span(start, end))
  }

  /// The bytes of one blank between groups: a space, a no-break or a thin one; 0 where none is.
  private func blank(at offset: Int) -> Int {
    switch (lexer.byte(offset), lexer.byte(offset + 1), lexer.byte(offset + 2)) {
    case (32, _, _): 1
    case (0xC2, 0xA0, _): 2
    case (0xE2, 0x80, 0x89), (0xE2, 0x80, 0xAF): 3
    default: 0
    }
  }
}
