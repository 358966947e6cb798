/// Writes a script anew with its blanks in order; words, signs, lines and comments stay.
///
/// ```
/// jt=node/tput   # joules     →   jt = node/tput  # joules
/// f( x,y )=x+y                →   f(x, y) = x + y
/// ```
///
/// Blanks decide in tj (`3 kW*t` is not `3 kW * t`), so a statement may not read the same afterwards.
/// Whoever formats reads the result again and asks once more, with such statements in `careful`, where
/// a blank stays a blank and none stays none, or in `verbatim`, where nothing is touched.
///
/// - Lines stay as they are broken. What goes on from the line before is set in by two blanks, what
///   stands inside a bracket by two more than the line of the bracket.
/// - Empty lines stay, at most two in a row, none at the beginning and the end.
/// - Comments behind the code of lines that follow each other begin in one column.
public struct Formatter {
  /// Stretches of the source in which blanks are only made one, and in which they stay.
  public var careful: [Span] = []
  public var verbatim: [Span] = []

  let source: SourceText
  /// the statements of the source, in order
  private let statements: [Span]

  public init(_ source: SourceText, statements: [Span]) {
    self.source = source
    self.statements = statements
  }

  /// A word or sign with what stands before it.
  struct Piece {
    var token: Token
    /// how many blanks stand before it on its line
    var blanks: Int
    /// more than its token: a whole string, the rest of a `:command`
    var span: Span
  }

  /// What stands on a line of the source; a raw string may go on over several.
  struct Line {
    var pieces: [Piece] = []
    var comment: String?
    /// goes on from the line before, outside of brackets
    var isContinued = false

    var isEmpty: Bool { pieces.isEmpty && comment == nil }
  }

  /// The whole text, with a newline at its end; empty for a text without words.
  /// - Complexity: linear in the text, and in the statements that are not to be touched.
  public func text() -> String {
    var lines = lines()
    while lines.last?.isEmpty == true { lines.removeLast() }
    var written: [(code: String, comment: String?)] = []
    var layout = Layout()
    var empty = 2
    for line in lines {
      if line.isEmpty {
        empty += 1
        if empty <= 2 { written.append(("", nil)) }
        continue
      }
      empty = 0
      let indent = layout.indent(of: line)
      written.append((code(of: line, indent, &layout), line.comment))
    }
    return aligned(written)
  }

  /// Behind the code of lines that follow each other, comments begin in one column.
  private func aligned(_ lines: [(code: String, comment: String?)]) -> String {
    var result = ""
    var at = 0
    while at < lines.count {
      var end = at
      while end < lines.count, lines[end].comment != nil, hasCode(lines[end].code) { end += 1 }
      if end == at {
        let (code, comment) = lines[at]
        let line = code + (comment ?? "")
        result += (hasCode(code) || comment != nil ? line : "") + "\n"
        at += 1
        continue
      }
      let widths = lines[at..<end].map { width(of: $0.code) }
      let column = widths.filter { $0 <= Self.widestCode }.max() ?? 0
      for (line, width) in zip(lines[at..<end], widths) {
        let blanks = String(repeating: " ", count: max(column - width, 0) + 2)
        result += line.code + blanks + (line.comment ?? "") + "\n"
      }
      at = end
    }
    return result
  }

  /// Longer lines have their comment two blanks behind them, and move no others.
  static let widestCode = 60

  private func hasCode(_ text: String) -> Bool { text.contains { $0 != " " } }

  /// Of a code with a raw string, of its last line.
  private func width(of code: String) -> Int {
    code[(code.lastIndex(of: "\n").map(code.index(after:)) ?? code.startIndex)...].count
  }

  // MARK: lines

  /// The text in lines, each with its words and its comment.
  private func lines() -> [Line] {
    source.bytes.withUnsafeBufferPointer { bytes in
      var lexer = Lexer(bytes)
      if bytes.count > 2, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
        lexer.position = 3
      }
      var lines: [Line] = []
      var line = Line()
      var statements = statements[...]
      while true {
        let before = lexer.position
        var token = lexer.lex()
        var first = token.start
        if let comment = comment(in: before..<Int(token.start), bytes) {
          line.comment = source.text(comment)
          first = comment.start
        }
        while let next = statements.first, next.end <= first { statements.removeFirst() }
        if line.pieces.isEmpty, token.kind != .newline || line.comment != nil {
          line.isContinued = statements.first.map { $0.start < first } ?? false
        }
        if token.kind == .newline || token.kind == .end {
          lines.append(line)
          if token.kind == .end { return lines }
          line = Line()
          continue
        }
        var span = token.span
        switch token.kind {
        case .quote, .rawQuote:
          lexer.skipText(token)
          span = Span(Int(token.start), lexer.position)
        case .colon where statements.first?.start == token.start,
          .question where statements.first?.start == token.start:
          // `:command` and `?name` go on to the end of their statement
          span = Span(Int(token.start), max(Int(statements.first?.end ?? 0), Int(token.end)))
          lexer.position = Int(span.end)
        default: break
        }
        token.end = span.end
        line.pieces.append(Piece(token: token, blanks: Int(token.start) - before, span: span))
      }
    }
  }

  /// The comment in the blanks between two words, without blanks at its end.
  private func comment(in gap: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Span? {
    guard let start = gap.first(where: { bytes[$0] == UInt8(ascii: "#") }) else { return nil }
    var end = gap.upperBound
    while end > start, [32, 9, 13].contains(bytes[end - 1]) { end -= 1 }
    return Span(start, end)
  }
}
