/// Slips of numbers and units that have a mend of their own, and notes on doubtful spellings.
extension Parser {
  // MARK: characters

  /// A token that nothing begins with.
  mutating func badFault() -> Fault {
    let start = Int(token.start)
    let c = lexer.byte(start)
    if lexer.isDigit(c) || c == UInt8(ascii: ".") {
      return fault(.numberEndsInPoint(mend: text(token.span) + "0"), token.span)
    }
    let character = text(token.span)
    let isQuote = "'’‘`".contains(character)
    if isQuote, let mend = plainNumber(around: start) {
      return fault(.groupedDigits(sign: character, mend: mend.text), mend.span)
    }
    // `don't` opens no string, and after a value `!` is no `not`.
    if isQuote && lexer.isLetter(lexer.byte(start - 1))
      && lexer.isLetter(lexer.byte(Int(token.end)))
      || character == "!" && Int(lastOperand.end) == previousEnd && previousEnd > statementStart
    {
      return fault(.unexpectedCharacter(character, instead: nil), token.span)
    }
    let instead: String? =
      switch character {
      case "–", "—": ".."
      case "“", "”", "„", "'", "‘", "’", "`": "\""
      case "…": ".."
      case "&": "and"
      case "|": "or"
      case "!": "not"
      case "~": "~="
      case "\\", "@": nil
      default: nil
      }
    return fault(.unexpectedCharacter(character, instead: instead), token.span)
  }

  // MARK: units

  /// `5 kW.h`; the point is in hand.
  mutating func dotBetweenUnits() -> Fault? {
    guard at(.dot), touches, unitEnd == previousEnd, numberEnd == previousEnd else { return nil }
    let next = peek()
    guard next.kind == .name, !next.hasBlankBefore, units.isUnit(next.name) else { return nil }
    var start = previousEnd
    while start > 0, lexer.isNameByte(lexer.byte(start - 1)) { start -= 1 }
    let (one, other) = (text(start, previousEnd), text(next.span))
    // `kWh` is what is meant, and `ms` is not
    let isHours = other == "h" && ["W", "A", "J"].contains { one.hasSuffix($0) }
    let isBelow = lexer.byte(start - 1) == UInt8(ascii: "/")
    let whole =
      isHours && units.isUnit(Name(one + other))
      ? one + other : isBelow ? "(\(one) \(other))" : "\(one)*\(other)"
    let rest = restOfUnit(from: Int(next.end)).replacing(".", with: "*")
    let mend = text(Int(lastOperand.start), start) + whole + rest
    return fault(.dotInUnit(mend: mend), Span(start, Int(next.end)))
  }

  /// What touches a unit and may belong to it: `/t` of `kW.h/t`.
  func restOfUnit(from start: Int) -> String {
    var end = start
    while lexer.isNameByte(lexer.byte(end)) || "/^.*".utf8.contains(lexer.byte(end)) { end += 1 }
    return text(start, end)
  }

  // MARK: digits in groups

  /// Whether a comma stands between one to three digits and exactly three, touching both.
  func isThousands(_ comma: Int) -> Bool {
    var digits = 0
    while digits < 4, lexer.isDigit(lexer.byte(comma - 1 - digits)), comma > digits { digits += 1 }
    let before = comma > digits ? lexer.byte(comma - 1 - digits) : 0
    guard 1...3 ~= digits, !lexer.isNameByte(before), before != UInt8(ascii: ".") else {
      return false
    }
    return isGroup(comma + 1)
  }

  /// Exactly three digits.
  func isGroup(_ start: Int) -> Bool {
    lexer.isDigit(lexer.byte(start)) && lexer.isDigit(lexer.byte(start + 1))
      && lexer.isDigit(lexer.byte(start + 2)) && !lexer.isDigit(lexer.byte(start + 3))
  }

  /// `1,500` where no comma may stand.
  mutating func thousandsFault() -> Fault? {
    let comma = Int(token.start)
    guard at(.comma), isThousands(comma) else { return nil }
    var start = comma
    while start > 0, lexer.isDigit(lexer.byte(start - 1)) { start -= 1 }
    var end = comma
    while lexer.byte(end) == UInt8(ascii: ","), isGroup(end + 1) { end += 4 }
    if lexer.byte(end) == UInt8(ascii: "."), lexer.isDigit(lexer.byte(end + 1)) {
      end += 1
      while lexer.isDigit(lexer.byte(end)) { end += 1 }
    }
    let mend = String(text(start, end).map { $0 == "," ? "_" : $0 })
    return fault(.thousandsComma(mend: mend), Span(start, end))
  }

  /// `[1,500, 2,000]`
  mutating func mixedCommasFault(_ commas: Commas, _ span: Span) -> Fault? {
    guard commas.hasBlank, commas.hasThousands else { return nil }
    var mend: [UInt8] = []
    for at in Int(span.start)..<min(Int(span.end), Int(span.start) + 200) {
      let isThousands = lexer.byte(at) == UInt8(ascii: ",") && isThousands(at)
      mend.append(isThousands ? UInt8(ascii: "_") : lexer.byte(at))
    }
    return fault(.mixedCommas(mend: String(decoding: mend, as: UTF8.self)), span)
  }

  /// A number stands directly after a number: `1 000`, `5 min 30 s`, `1.5.2`.
  mutating func numbersFault(_ literal: NumberLiteral) -> Fault {
    let first = literal.span.start < literal.numberSpan.start ? literal.span : literal.numberSpan
    let start = Int(first.start)
    if touches, previousEnd == Int(literal.numberSpan.end) {
      if let mend = plainNumber(around: start) {
        return fault(.groupedDigits(sign: ".", mend: mend.text), mend.span)
      }
      return fault(.malformedNumber, Span(start, Int(token.end)))
    }
    lastOperand = span(from: start)
    guard let unit = literal.unit, !Word.isPercent(unit), !isMending, !isInList else {
      return missingOperator()
    }
    // The other numbers, if each has a unit: `5 h 30 min 20 s`.
    let before = position
    var parts = [text(start, previousEnd)]
    isMending = true
    while at(.number), parts.count < 4 {
      let next = Int(token.start)
      guard let part = try? parseQuantityLiteral(), part.unit != nil else { break }
      parts.append(text(next, previousEnd))
    }
    isMending = false
    found = nil
    if parts.count > 1 {
      return fault(.sumOfUnits(mend: parts.joined(separator: " + ")), Span(start, previousEnd))
    }
    goBack(to: before)
    return missingOperator()
  }

  /// `16k`
  mutating func letterFault(_ digits: Token, _ letter: Token) -> Fault {
    let number = text(digits.span)
    let name = text(letter.span)
    let mends: [String] =
      switch name {
      case "k": [grouped(digits, 3) ?? number + " thousand", number + " kt"]
      case "K": [grouped(digits, 3) ?? number + " thousand", number + " K"]
      case "M": [grouped(digits, 6) ?? number + " million", number + " Mt"]
      case "B": [number + " billion", number + " B"]
      case "G": [number + " billion", number + " GB"]
      default: [number + " trillion", number + " T"]
      }
    return fault(
      .letterMultiplier(number: number, letter: name, mends: mends),
      digits.span.joined(letter.span))
  }

  /// A number token times a power of ten, in groups of three: `16_000`.
  private func grouped(_ digits: Token, _ power: Int) -> String? {
    let value = lexer.value(digits, timesTenTo: power)
    guard value < 1e15, value == value.rounded(), value >= 1 else { return nil }
    var text = ""
    for (index, digit) in String(Int(value)).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text = "_" + text }
      text = String(digit) + text
    }
    return text
  }

  // MARK: units

  /// `5 m^n`: the exponent of a unit is a number.
  mutating func powerFault(_ caret: Position) -> Fault {
    goBack(to: caret)
    let start = Int(lastNumberStart)
    let base = text(start, previousEnd)
    isMending = true
    advance()
    let exponent = Int(token.start)
    _ = try? parseSigned()
    isMending = false
    found = nil
    let whole = Span(start, previousEnd)
    return fault(.powerOfUnit(mend: "(" + base + ")^" + text(exponent, previousEnd)), whole)
  }

  /// `normal(3, 0.2) kW`: the `)` of a call takes no unit.
  mutating func unitAfterCallFault(_ call: Call) -> Fault? {
    let start = Int(token.start)
    guard let unit = try? parseUnitAfterGroup() else {
      found = nil
      return nil
    }
    let name = text(unit.span)
    var mend = text(call.nameSpan) + "("
    for (index, argument) in call.arguments.enumerated() {
      guard case .number(let literal) = argument.value, literal.unit == nil else {
        mend = text(call.span) + " * 1 " + name
        break
      }
      if index > 0 { mend += ", " }
      if let name = argument.name { mend += name.text + " = " }
      mend += text(literal.span) + " " + name + (index == call.arguments.count - 1 ? ")" : "")
    }
    if call.arguments.isEmpty { mend = text(call.span) + " * 1 " + name }
    return fault(.unitAfterCall(unit: name, mend: mend), Span(start, previousEnd))
  }

  // MARK: ranges

  /// `0.9*x..1.1*x`
  func rangeMends(range: Span, first: Span, second: Span, product: Span) -> [String] {
    let head = text(Int(product.start), Int(range.start))
    let tail = text(Int(range.end), Int(product.end))
    let sign = text(Int(first.end), Int(second.start))
    // `2*1..3 as uniform`: the promotion is of the range in both readings
    if tail.drop(while: \.isWhitespace).hasPrefix("as ") {
      let ends =
        "((" + text(Int(product.start), Int(first.end)) + ")" + sign
        + text(Int(second.start), Int(range.end)) + ")"
      return [ends + tail, head + "(" + text(range) + tail + ")"]
    }
    let inner = head + "(" + text(range) + ")" + tail
    guard ["..", "±", "+-"].contains(sign.filter { $0 != " " }) else { return [inner] }
    let outer =
      "(" + text(Int(product.start), Int(first.end)) + ")" + sign + "("
      + text(Int(second.start), Int(product.end)) + ")"
    return [outer, inner]
  }

  // MARK: notes

  /// `a + 10%`
  mutating func notePercent(_ op: BinaryOperator, _ left: Expression, _ right: Expression) {
    guard case .number(let literal) = right, isPercent(right), !isPercent(left) else { return }
    // `1 + 10%` is the factor itself
    if case .number(let plain) = left, plain.unit == nil { return }
    let factor = op == .add ? 1 + literal.value / 100 : 1 - literal.value / 100
    guard case .unit(let name)? = literal.unit?.factors.first?.kind, name == Word.percent.name,
      left.span.end <= literal.span.start
    else { return }
    var value = text(left.span)
    if case .binary(let binary) = left, binary.op == .add || binary.op == .subtract {
      value = "(" + value + ")"
    }
    let mend = value + " * " + Reading.number(factor)
    note(.percentOfSum(text(literal.span), mend: mend), left.span.joined(right.span))
  }

  /// `40% ± 5%`: points or relative?
  mutating func notePercentTolerance(_ center: Expression, _ half: Expression, _ span: Span) {
    guard case .number(let c) = center, isPercent(center), case .number(let h) = half else {
      return
    }
    let points = "(" + text(c.numberSpan) + " ± " + text(h.numberSpan) + ")%"
    let relative = text(c.span) + " * (1 ± " + text(h.span) + ")"
    note(.percentOfPercent(points: points, relative: relative), span)
  }

  /// Products and quotients that look like something else.
  mutating func noteProduct(
    _ op: BinaryOperator, _ left: Expression, _ right: Expression, isTouching: Bool
  ) {
    guard case .number(let literal) = right else { return }
    let isPower = literal.numberSpan == lastPower
    var before = Int(literal.span.start) - 1
    while lexer.byte(before) == 32 { before -= 1 }
    let isBracketed = lexer.byte(before) == UInt8(ascii: "(")
    if op == .divide {
      if isPower, !isBracketed, text(literal.numberSpan).contains(where: { "*×·⋅".contains($0) }) {
        note(
          .powerAfterSlash(reading: "… / (" + text(literal.span) + ")"), literal.span)
      } else if isTouching, case .number(let top) = left, top.unit == nil, !isPower,
        let unit = literal.unit, literal.numberSpan.end <= unit.span.start,
        unit.factors.first?.joint == .first, isWhole(top), isWhole(literal)
      {
        let fraction = text(top.span) + "/" + text(literal.numberSpan)
        note(
          .looksLikeFraction(
            reading: text(top.span) + "/(" + text(literal.span) + ")",
            mend: "(" + fraction + ") " + text(unit.span)),
          top.span.joined(literal.span))
      }
    } else if isPower, case .binary(let quotient) = left, quotient.op == .divide,
      case .number(let bottom) = quotient.right, bottom.unit == nil,
      lexer.byte(Int(literal.numberSpan.start)) == UInt8(ascii: "1")
    {
      let product = text(bottom.span) + " * " + text(literal.span)
      note(
        .productAfterSlash(
          reading: "(" + text(quotient.left.span) + " / " + text(bottom.span) + ") * "
            + text(literal.span),
          mend: text(quotient.left.span) + " / (" + product + ")"),
        bottom.span.joined(literal.span))
    }
  }

  private func isWhole(_ literal: NumberLiteral) -> Bool {
    literal.value == literal.value.rounded()
  }

  /// `[1..8]` is a list of one bracket.
  mutating func noteListOfRange(_ items: [ListLiteral.Item], _ span: Span) {
    guard items.count == 1, items[0].label == nil, case .range(let range) = items[0].value,
      range.best == nil, case .number(let low) = range.low, case .number(let high) = range.high,
      low.unit == nil, isWhole(low), isWhole(high)
    else { return }
    note(
      .listOfOneRange(mend: "steps(" + text(low.span) + ", " + text(high.span) + ", 1)"), span)
  }

  /// `$/gpu h`: here dollars per gpu-hour; elsewhere it may mean (dollars per gpu) × hour.
  mutating func noteBlank(_ unit: UnitExpression, _ blank: Span) {
    let (start, end) = (Int(unit.span.start), Int(unit.span.end))
    let other = text(start, Int(blank.start)) + "*" + text(Int(blank.end), end)
    note(.blankInDenominator(reading: Reading.unit(unit), other: other), unit.span)
  }
}
