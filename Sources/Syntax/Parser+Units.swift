/// The one grammar of units: `kWh/million t`, `$/gpu h`, `W/(m² K)`, `m^(1/2)`.
///
/// A unit after a number or a group is *literal*: it holds only words that are units, and an
/// operator belongs to it only without blanks. A unit after `->` or `name:` is *whole*: everything
/// there is unit, whatever the words, and a number may follow a slash.
extension Parser {
  private struct UnitReader {
    var isWhole: Bool
    var factors: UnitFactors
    /// −1 behind a slash; a blank keeps it, `*` ends it.
    var sign = 1
    /// A blank joined two factors behind a slash: where.
    var blankAfterSlash: Span?

    init(isWhole: Bool, _ factors: UnitFactors = []) {
      self.isWhole = isWhole
      self.factors = factors
    }
  }

  // MARK: where a unit may stand

  /// The unit after a number, if one follows: `kW`, `/s`, `per day`.
  mutating func parseUnitAfterNumber() throws(Fault) -> UnitExpression? {
    if atUnitName { return try parseUnitFromName(isWhole: false) }
    guard at(.slash) || at(.per) else { return nil }
    let start = Int(token.start)
    var reader = UnitReader(isWhole: false)
    guard takesSlashFirst(&reader), try takeAfterSlash(&reader, joint: .slashFirst) else {
      return nil
    }
    return try finish(&reader, start)
  }

  /// A unit whose first name is in hand; most units are no more than that.
  private mutating func parseUnitFromName(isWhole: Bool) throws(Fault) -> UnitExpression {
    let first = token
    advance()
    let start = Int(first.start)
    let exponent = try parseUnitPower(start)
    let factor = UnitFactor(
      kind: .unit(first.name), exponent: exponent, joint: .first, span: span(from: start))
    switch token.kind {
    case .newline, .end, .plus, .minus, .arrow, .rightParen, .comma:
      if Word.isPercent(first.name) { percentEnd = previousEnd } else { unitEnd = previousEnd }
      return UnitExpression(factors: UnitFactors(only: factor), span: factor.span)
    default:
      var reader = UnitReader(isWhole: isWhole, UnitFactors(only: factor))
      return try finish(&reader, start)
    }
  }

  /// The unit of `$0.12/kWh`: the sign before the number, and what follows the number.
  mutating func parseUnit(withSign sign: Token) throws(Fault) -> UnitExpression {
    let factor = UnitFactor(
      kind: .unit(sign.name), exponent: .one, joint: .first, span: sign.span)
    var reader = UnitReader(isWhole: false, UnitFactors(only: factor))
    return try finish(&reader, Int(sign.start))
  }

  /// The unit after the `)` or `]` of a group.
  mutating func parseUnitAfterGroup() throws(Fault) -> UnitExpression? {
    atUnitName ? try parseUnitFromName(isWhole: false) : nil
  }

  /// After `->` and `name:`.
  mutating func parseWholeUnit() throws(Fault) -> UnitExpression {
    if at(.name) || at(.sign) { return try parseUnitFromName(isWhole: true) }
    let start = Int(token.start)
    var reader = UnitReader(isWhole: true)
    try enter()
    // `1/s`
    if at(.number), token.mantissa == 1, token.exponent == 0 {
      advance()
      if at(.slash) || at(.per) {
        advance()
        reader.sign = -1
        try takeFactor(&reader, joint: .slashFirst)
      }
    } else {
      try takeFactor(&reader, joint: .first)
    }
    let unit = try finish(&reader, start)
    nesting -= 1
    return unit
  }

  private mutating func finish(
    _ reader: inout UnitReader, _ start: Int
  ) throws(Fault) -> UnitExpression {
    try takeFactors(&reader)
    let unit = UnitExpression(factors: reader.factors, span: span(from: start))
    if let blank = reader.blankAfterSlash { noteBlank(unit, blank) }
    markEnd(unit)
    return unit
  }

  /// Remembers where a unit ended: an operator may touch it, a note may be about it.
  private mutating func markEnd(_ unit: UnitExpression) {
    guard case .unit(let name)? = unit.factors.last?.kind else { return }
    if Word.isPercent(name) { percentEnd = previousEnd } else { unitEnd = previousEnd }
  }

  // MARK: factors

  /// Whether the token is a unit by name, and no call.
  private var atUnitName: Bool {
    switch token.kind {
    case .name:
      units.isUnit(token.name) && lexer.byte(Int(token.end)) != UInt8(ascii: "(")
        && !endsExpression
    case .sign: true
    default: false
    }
  }

  /// A slash between a number and a unit touches both; `per` needs no blanks.
  private func takesSlashFirst(_ reader: inout UnitReader) -> Bool {
    guard at(.per) || at(.slash) && touches else { return false }
    reader.sign = -1
    return true
  }

  private mutating func takeFactors(_ reader: inout UnitReader) throws(Fault) {
    while true {
      switch token.kind {
      case .name, .sign:
        guard reader.isWhole ? atWholeName : atUnitName, reader.factors.last != nil else { return }
        try takeBlankFactor(&reader)
      case .leftParen where reader.isWhole && token.hasBlankBefore:
        return
      case .slash:
        guard reader.isWhole || touches else { return }
        if try !takeAfterSlash(&reader, joint: .slash) { return }
      case .word:
        if at(.per) {
          if try !takeAfterSlash(&reader, joint: .slash) { return }
        } else if reader.isWhole, token.multiplier != nil {
          try takeBlankFactor(&reader)
        } else {
          return
        }
      case .times:
        guard reader.isWhole || touches else { return }
        let start = position
        advance()
        guard reader.isWhole || touches && atUnitName else { return goBack(to: start) }
        reader.sign = 1
        try takeFactor(&reader, joint: .times)
      default:
        return
      }
    }
  }

  /// A whole unit takes any word but those that end an expression here, and no call.
  private var atWholeName: Bool { !endsExpression }

  private mutating func takeBlankFactor(_ reader: inout UnitReader) throws(Fault) {
    let isAfterSlash = reader.sign < 0
    var afterNumber = false
    if case .number? = reader.factors.last?.kind { afterNumber = true }
    let before = previousEnd
    try takeFactor(&reader, joint: .blank)
    if isAfterSlash, !afterNumber, reader.blankAfterSlash == nil {
      reader.blankAfterSlash = Span(before, before + 1)
    }
  }

  /// The factor or group after a slash or `per`. False, and nothing taken, where the slash divides.
  private mutating func takeAfterSlash(
    _ reader: inout UnitReader, joint: UnitFactor.Joint
  ) throws(Fault) -> Bool {
    let start = position
    let isWord = at(.per)
    let outer = reader
    if reader.isWhole { advancePastNewlines() } else { advance() }
    reader.sign = -1
    if reader.isWhole {
      try takeFactor(&reader, joint: joint)
      return true
    }
    if isWord || touches {
      if atUnitName {
        try takeFactor(&reader, joint: joint)
        return true
      }
      if token.multiplier != nil, multiplierLeadsUnit {
        try takeFactor(&reader, joint: joint)
        return true
      }
      if at(.leftParen), try takeGroup(&reader, joint: joint) { return true }
    }
    if isWord { throw unexpected("a unit after `per`") }
    goBack(to: start)
    reader = outer
    return false
  }

  /// `million t`: a multiplier word in a unit stands before a unit.
  private var multiplierLeadsUnit: Bool {
    let next = peek()
    switch next.kind {
    case .name:
      return units.isUnit(next.name) && lexer.byte(Int(next.end)) != UInt8(ascii: "(")
    case .sign: return true
    default: return false
    }
  }

  /// One name or number with its power, or in a whole unit a group.
  private mutating func takeFactor(
    _ reader: inout UnitReader, joint: UnitFactor.Joint
  ) throws(Fault) {
    let start = Int(token.start)
    let kind: UnitFactor.Kind
    if at(.name) || at(.sign) {
      kind = .unit(token.name)
      advance()
    } else if let value = token.multiplier {
      kind = .number(value)
      advance()
      reader.factors.append(
        UnitFactor(
          kind: kind, exponent: Rational(reader.sign), joint: joint, span: span(from: start)))
      if reader.isWhole ? at(.name) || at(.sign) : atUnitName {
        try takeFactor(&reader, joint: .blank)
      }
      return
    } else if reader.isWhole, at(.number), joint == .slash || joint == .slashFirst {
      kind = .number(try numberInUnit())
      advance()
      reader.factors.append(
        UnitFactor(
          kind: kind, exponent: Rational(reader.sign), joint: joint, span: span(from: start)))
      return
    } else if reader.isWhole, at(.leftParen) {
      // (a whole unit has a group there, or is at fault)
      _ = try takeGroup(&reader, joint: joint)
      return
    } else {
      throw unitFault()
    }
    let exponent = try parseUnitPower(start)
    reader.factors.append(
      UnitFactor(
        kind: kind, exponent: reader.sign < 0 ? -exponent : exponent, joint: joint,
        span: span(from: start)))
  }

  /// The number in hand.
  private mutating func numberInUnit() throws(Fault) -> Double {
    let value = lexer.value(token)
    guard value.isFinite else { throw fault(.numberTooLarge, token.span) }
    // nothing can be measured in multiples of 0
    guard value > 0 else { throw unitFault() }
    return value
  }

  /// `(m² K)`: only units. Otherwise nothing is taken.
  private mutating func takeGroup(
    _ reader: inout UnitReader, joint: UnitFactor.Joint
  ) throws(Fault) -> Bool {
    let start = position
    let open = try openBracket()
    var inner = UnitReader(isWhole: reader.isWhole)
    var isUnit = reader.isWhole ? at(.name) || at(.sign) || at(.leftParen) : atUnitName
    if at(.number), reader.isWhole {
      let number = token
      inner.factors.append(
        UnitFactor(
          kind: .number(try numberInUnit()), exponent: .one, joint: .first, span: number.span))
      advance()
      isUnit = true
    } else if token.multiplier != nil, reader.isWhole || multiplierLeadsUnit {
      isUnit = true
    }
    if isUnit {
      if inner.factors.isEmpty { try takeFactor(&inner, joint: .first) }
      try takeFactors(&inner)
    }
    guard isUnit, at(.rightParen) else {
      if reader.isWhole {
        if isUnit { throw bracketFault(open, "a unit or `)`") }
        throw unitFault()
      }
      goBack(to: start)
      return false
    }
    openBrackets -= 1
    nesting -= 1
    advance()
    var exponent = try parseUnitPower(Int(open.start))
    if reader.sign < 0 { exponent = -exponent }
    for (index, factor) in inner.factors.enumerated() {
      var factor = factor
      factor.exponent = factor.exponent * exponent
      if index == 0 { factor.joint = joint }
      reader.factors.append(factor)
    }
    if let blank = inner.blankAfterSlash, reader.blankAfterSlash == nil {
      reader.blankAfterSlash = blank
    }
    return true
  }

  // MARK: powers

  /// `^2`, `^-1`, `^0.5`, `^(1/2)`, `²`; 1 where there is none.
  private mutating func parseUnitPower(_ start: Int) throws(Fault) -> Rational {
    guard touches else { return .one }
    if at(.superscript) {
      let value = superscriptValue(token)
      advance()
      return Rational(value)
    }
    guard at(.caret) else { return .one }
    let caret = position
    advance()
    guard touches else {
      goBack(to: caret)
      return .one
    }
    if let power = rationalPower() { return power }
    if at(.leftParen) {
      openBrackets += 1
      advance()
      if let top = rationalPower() {
        var power = top
        if eat(.slash) {
          guard let bottom = rationalPower(), !bottom.isZero else { throw powerFault(caret) }
          power = top * Rational(Int(bottom.denominator), Int(bottom.numerator))
        }
        if at(.rightParen) {
          openBrackets -= 1
          advance()
          return power
        }
      }
    }
    throw powerFault(caret)
  }

  /// A whole or decimal number with its sign.
  private mutating func rationalPower() -> Rational? {
    let start = position
    let isNegative = eat(.minus)
    guard at(.number), !token.isLong, token.mantissa < 100_000, token.exponent <= 0,
      token.exponent >= -4
    else {
      goBack(to: start)
      return nil
    }
    var scale = 1
    for _ in 0..<(-Int(token.exponent)) { scale *= 10 }
    let value = Rational(isNegative ? -Int(token.mantissa) : Int(token.mantissa), scale)
    advance()
    return value
  }
}
