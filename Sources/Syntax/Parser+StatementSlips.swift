/// Slips in the words of statements: one misspelt, one left out, one that belongs elsewhere.
extension Parser {
  /// Words of statements that take one expression.
  private static let single: Set<String> = [
    "explain", "inputs", "graph", "why", "sensitivity", "assert", "histogram",
  ]

  /// The first word of the statement.
  private var firstWord: String {
    var end = statementStart
    while end - statementStart < 20, lexer.isNameByte(lexer.byte(end)) { end += 1 }
    return text(statementStart, end)
  }

  /// Two values stand side by side: the second is in hand, the first is `left`.
  mutating func statementSlip(_ left: Span) -> Fault? {
    depthSlip(left) ?? questionSlip(left) ?? markSlip(left) ?? shellSlip(left) ?? wordInside(left)
      ?? misspeltWord(left) ?? listSlip(left)
  }

  /// `explain jt full`, `explain jt 2`, `explain depth 1`, `graph format dot`
  private mutating func depthSlip(_ left: Span) -> Fault? {
    let word = firstWord
    guard Int(left.start) > statementStart, Self.single.contains(word) || word == "table" else {
      return nil
    }
    let isFirst = text(statementStart + word.utf8.count, Int(left.start)).allSatisfy { $0 == " " }
    if isFirst, ["depth", "format"].contains(text(left)) {
      return fault(.unexpected(found: "`\(text(left))`", expected: "an expression"), left)
    }
    guard word == "explain", at(.number), [.end, .newline].contains(peek().kind) else { return nil }
    return depthWithoutWord()
  }

  /// Whether `full` is in hand where `depth full` is meant: `explain jt -> kWh/Mt full`.
  var lacksDepth: Bool { token.isName(.full) && firstWord == "explain" }

  mutating func depthWithoutWord() -> Fault {
    let mend = "\(text(statementStart, previousEnd)) depth \(text(token.span))"
    return fault(.depthWithoutWord(text(token.span), mend: mend), token.span)
  }

  /// `ask How much? expect 3 W`, `expect 3 W`
  private mutating func questionSlip(_ left: Span) -> Fault? {
    guard Int(left.start) == statementStart else { return nil }
    switch text(left) {
    case "expect":
      return fault(.questionForm(mend: "ask \"…\" \(restOfLine(from: statementStart))"), left)
    case "ask":
      var ahead = lexer
      var next = token
      while !next.isName(.expect) {
        if [.end, .newline, .quote, .rawQuote].contains(next.kind) { return nil }
        next = ahead.lex()
      }
      var end = Int(next.start)
      while lexer.byte(end - 1) == 32 { end -= 1 }
      let question = end > Int(token.start) ? text(Int(token.start), end) : "…"
      let mend = "ask \"\(question)\" \(restOfLine(from: Int(next.start)))"
      return fault(.questionForm(mend: mend), left)
    default: return nil
    }
  }

  /// `? jt`
  private mutating func markSlip(_ left: Span) -> Fault? {
    guard Int(left.start) == statementStart, text(left) == "?", at(.name) || at(.word) else {
      return nil
    }
    return fault(.helpMark(mend: "?" + restOfLine(from: Int(token.start))), left)
  }

  /// `jt?`; the mark is in hand.
  mutating func markBehind() -> Fault? {
    guard at(.question), [.end, .newline].contains(peek().kind),
      Int(lastOperand.start) == statementStart, Int(lastOperand.end) == previousEnd
    else { return nil }
    return fault(.helpMark(mend: "?" + text(lastOperand)), token.span)
  }

  /// `tj learn 3`, `tj rig.tj`, `read 3 kW`
  private mutating func shellSlip(_ left: Span) -> Fault? {
    let start = statementStart
    let word = text(left)
    guard Int(left.start) == start, ["tj", "learn", "read"].contains(word) else { return nil }
    let line = restOfLine(from: start)
    let command =
      word == "tj" ? line : word == "read" ? "tj read '\(line.dropFirst(5))'" : "tj " + line
    return fault(.shellCommand(command), Span(start, previousEnd))
  }

  /// `explain jt, node`; the comma is in hand.
  mutating func secondExpression() -> Fault? {
    let word = firstWord
    guard at(.comma), Self.single.contains(word), word.utf8.count < previousEnd - statementStart
    else { return nil }
    let comma = token.span
    let first = text(statementStart, Int(comma.start))
    let second = restOfLine(from: Int(comma.end))
    guard first.utf8.count < 80, !second.isEmpty else { return nil }
    // `why jt, node with pue = 1`: both under the same change
    let change = word == "why" ? changeWord(in: second) : ""
    return fault(.oneExpression(word, mend: "\(first)\(change); \(word) \(second)"), comma)
  }

  /// ` with pue = 1`, ` under worst`
  private func changeWord(in text: String) -> Substring {
    let starts = [" with ", " under "].compactMap { text.firstRange(of: $0)?.lowerBound }
    return starts.min().map { text[$0...] } ?? ""
  }

  /// `table jt node` lacks a comma; `explain jt node` is no product either.
  private mutating func listSlip(_ left: Span) -> Fault? {
    let word = firstWord
    guard Int(left.start) > statementStart, at(.name), !units.isUnit(token.name),
      innermostOpening(before: Int(token.start)) == nil
    else { return nil }
    let place = left.joined(token.span)
    if ["table", "print", "compare"].contains(word) {
      let mend = text(statementStart, Int(left.end)) + ", " + restOfLine(from: Int(token.start))
      return fault(.missingComma(isList: false, mends: [mend]), place)
    }
    return Self.single.contains(word) && word != "assert"
      ? fault(.missingOperator(mends: []), place) : nil
  }

  /// `explain table jt`, `node explain`: a word that begins a statement stands inside another.
  private mutating func wordInside(_ left: Span) -> Fault? {
    func isStatement(_ text: String) -> Bool {
      guard let word = Word.spellings.firstIndex(of: text) else { return false }
      return (Word.table.rawValue...Word.histogram.rawValue).contains(Int32(word))
        && word != Word.unit.rawValue
    }
    if Int(left.start) > statementStart, beginsOperand(token), isStatement(text(left)) {
      return fault(
        .statementInside(text(left), mend: restOfLine(from: Int(left.start))), left)
    }
    // `node explain`
    guard at(.name), isStatement(text(token.span)), Int(left.start) == statementStart,
      [.end, .newline].contains(peek().kind)
    else { return nil }
    return fault(
      .statementInside(text(token.span), mend: "\(text(token.span)) \(text(left))"), token.span)
  }

  /// `explian jt`, `Tabel jt`: the word of a statement at its beginning, with a slip in it.
  private func misspeltStatement(_ left: Span) -> String? {
    guard Int(left.start) == statementStart, !at(.leftParen), left.end - left.start > 2 else {
      return nil
    }
    let words =
      (Word.table.rawValue...Word.histogram.rawValue).map { Word.spellings[Int($0)] }
      + ["solve", "minimize", "maximize"]
    let word = nearest(to: text(left), in: words.filter { $0.utf8.count > 3 }, limit: 1).first
    // a name that only begins like one, or holds one, is its own
    guard let word, abs(word.utf8.count - Int(left.end - left.start)) < 3 else { return nil }
    return word
  }

  /// `jt wth node = 3 kW`: a word that could go on here, with a slip in it.
  private mutating func misspeltWord(_ left: Span) -> Fault? {
    if Int(left.start) == statementStart, text(left) == "correlate" {
      let mend = "correlate(\(restOfLine(from: Int(token.start))))"
      return fault(.callWithoutBrackets(function: "correlate", mend: mend), left)
    }
    if let word = misspeltStatement(left) {
      let mend = "\(word) \(restOfLine(from: Int(token.start)))"
      return fault(.misspeltStatement(text(left), mend: mend), left)
    }
    guard at(.name), !units.isUnit(token.name), token.end - token.start > 2 else { return nil }
    let next = peek()
    guard next.kind == .name else { return nil }
    var ahead = lexer
    _ = ahead.lex()
    let isDefining = ahead.lex().kind == .equals
    let words = isDefining ? ["with", "where"] : ["under", "over"]
    let written = token
    guard let word = nearest(to: text(written.span), in: words, limit: 1).first else { return nil }
    let head = text(statementStart, Int(left.end))
    let mend = "\(head) \(word) \(restOfLine(from: Int(next.start)))"
    return fault(.foreignOperator(text(written.span), mend: mend), written.span)
  }
}
