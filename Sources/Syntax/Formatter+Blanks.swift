/// Which blanks stand between the words of a line, and before the first.
extension Formatter {
  /// How far lines are set in: two blanks more inside a bracket than the line that it stands on.
  struct Layout {
    /// the indents of the lines on which the open brackets stand
    private(set) var open: [Int] = []

    func indent(of line: Line) -> Int {
      var closed = 0
      for piece in line.pieces {
        guard piece.token.isClosing, closed < open.count else { break }
        closed += 1
      }
      if closed > 0 { return open[open.count - closed] }
      if let last = open.last { return last + 2 }
      return line.isContinued ? 2 : 0
    }

    mutating func take(_ token: Token, indent: Int) {
      if token.isOpening { open.append(indent) }
      if token.isClosing { _ = open.popLast() }
    }
  }

  /// The words of a line with their blanks.
  func code(of line: Line, _ indent: Int, _ layout: inout Layout) -> String {
    var result = String(repeating: " ", count: indent)
    let isInside = !layout.open.isEmpty
    for (i, piece) in line.pieces.enumerated() {
      if i > 0 {
        result += blanks(line.pieces, i, isInside: isInside)
      } else if isHeld(piece, in: verbatim) {
        result = source.text(Span(Int(piece.span.start) - piece.blanks, Int(piece.span.start)))
      }
      result += source.text(piece.span)
      layout.take(piece.token, indent: indent)
    }
    return result
  }

  private func isHeld(_ piece: Piece, in spans: [Span]) -> Bool {
    spans.contains { $0.start <= piece.span.start && piece.span.start < $0.end }
  }

  /// The blanks between a word and the one before it.
  /// - Parameter isInside: a bracket is open there since a line before.
  private func blanks(_ pieces: [Piece], _ i: Int, isInside: Bool) -> String {
    let (left, right) = (pieces[i - 1], pieces[i])
    let written = right.blanks > 0
    if isHeld(right, in: verbatim), isHeld(left, in: verbatim) {
      return source.text(Span(Int(right.span.start) - right.blanks, Int(right.span.start)))
    }
    // columns of numbers stay columns, in a bracket that goes on over several lines
    let kept =
      isInside && left.token.kind == .comma && right.blanks > 1
      ? String(repeating: " ", count: right.blanks) : written ? " " : ""
    if isHeld(right, in: careful) { return kept }
    switch (left.token.kind, right.token.kind) {
    case (_, .comma), (_, .semicolon): return ""
    case (.comma, _), (.semicolon, _): return kept.isEmpty ? " " : kept
    case (.leftParen, _), (.leftBracket, _), (_, .rightParen), (_, .rightBracket): return ""
    case (.leftBrace, _), (_, .rightBrace), (_, .leftBrace): return " "
    case (_, .colon): return ""
    case (.colon, _): return " "
    case (let a, let b) where a.isSpaced || b.isSpaced: return " "
    default: break
    }
    // an operator has a blank on both sides or on none
    if let after = operatorBlank(pieces, i) ?? operatorBlank(pieces, i - 1) { return after }
    return written ? " " : ""
  }

  /// The blank on either side of the word at an index, if that is an operator between two operands.
  private func operatorBlank(_ pieces: [Piece], _ i: Int) -> String? {
    guard i > 0, i + 1 < pieces.count else { return nil }
    let before = pieces[i].blanks > 0
    let after = pieces[i + 1].blanks > 0
    switch pieces[i].token.kind {
    case .times, .slash, .dots, .plusMinus: return before || after ? " " : ""
    case .plus, .minus:
      // `x -5` may be `print -5`, and `x^-1`, `(-1)` have a sign
      if before, !after { return nil }
      return pieces[i - 1].token.endsOperand ? " " : nil
    default: return nil
    }
  }
}

extension Token {
  var isOpening: Bool { kind == .leftParen || kind == .leftBracket || kind == .leftBrace }
  var isClosing: Bool { kind == .rightParen || kind == .rightBracket || kind == .rightBrace }

  /// Whether an operand can end with it.
  fileprivate var endsOperand: Bool {
    switch kind {
    case .number, .name, .sign, .superscript, .quote, .rawQuote, .rightParen, .rightBracket: true
    case .word: multiplier != nil
    default: false
    }
  }
}

extension Token.Kind {
  /// Signs with a blank on both sides, wherever they stand.
  fileprivate var isSpaced: Bool {
    switch self {
    case .equals, .becomes, .arrow, .less, .lessOrEqual, .greater, .greaterOrEqual, .equal,
      .notEqual, .approximately:
      true
    default: false
    }
  }
}
