import Syntax

/// An expression that the prompt keeps in view.
struct Watch {
  /// as written: `jt with pue = 1.2 -> kWh/Mt`
  let text: String
  let statement: Statement
  /// its value when it was last shown
  var last: Value?
}

/// `:watch`, and single expressions that others ask for.
extension Session {
  /// The texts of what is watched, in the order in which it is shown.
  public var watchedTexts: [String] { watches.map(\.text) }

  /// Names that are in view anyway: their changes are not told a second time.
  var watchedNames: Set<Name> {
    var names: Set<Name> = []
    for watch in watches {
      if case .expression(.name(let name, _)) = watch.statement.kind { names.insert(name) }
    }
    return names
  }

  /// Keeps some expressions in view; one that already is stays where it stands.
  /// - Parameter text: `jt, cost with pue = 1.2`
  /// - Throws: what is wrong with the first that cannot be read; then none is added. Names that are
  ///   not defined are no error: they may come.
  public func watch(_ text: String, at place: Place) throws(Diagnostic) {
    var added: [Watch] = []
    for piece in Self.pieces(of: text) {
      let statement = try expression(SourceText(name: ":watch", text: piece))
      let isKnown = (watches + added).contains { $0.text == piece }
      if !isKnown { added.append(Watch(text: piece, statement: statement)) }
    }
    watches += added
  }

  /// Takes expressions out of view.
  /// - Returns: the texts of those that are not watched.
  public func unwatch(_ text: String) -> [String] {
    Self.pieces(of: text).filter { piece in
      guard let index = watches.firstIndex(where: { $0.text == piece }) else { return true }
      watches.remove(at: index)
      return false
    }
  }

  public func unwatchAll() { watches = [] }

  /// Shows what is watched, each with its change since it was last shown.
  public func showWatches(emit: (Outcome) -> Void) {
    for index in watches.indices {
      var shown = Watched(text: watches[index].text, before: watches[index].last)
      do {
        shown.after = try value(of: watches[index].statement)
      } catch {
        if error.problem as? EngineProblem == .interrupted { return emit(.diagnostic(error)) }
        shown.problem = error
      }
      watches[index].last = shown.after
      emit(.watched(shown))
    }
  }

  private func value(of statement: Statement) throws(Diagnostic) -> Value {
    let said = (emit, mode, saidNotes)
    (emit, mode) = ({ _ in }, .script)
    defer { (emit, mode, saidNotes) = said }
    let statement = try withAnswer(statement)
    return try value(of: build(expression(of: statement), statement.source))
  }

  // MARK: one expression

  /// Shows the value of a text that must be one expression, as `--print` asks for it. `ans` stays.
  /// - Returns: false if there was an error.
  public func show(expression source: SourceText, emit: @escaping (Outcome) -> Void) -> Bool {
    do {
      _ = try expression(source)
    } catch {
      emit(.diagnostic(error))
      return false
    }
    let answer = answer
    defer { self.answer = answer }
    return run(source, mode: .script, emit: emit)
  }

  private func expression(_ source: SourceText) throws(Diagnostic) -> Statement {
    var parser = Parser(source, units: units)
    switch parser.next() {
    case .statement(let statement):
      _ = try expression(of: statement)
      guard case .end = parser.next() else { throw notOneExpression(source) }
      return statement
    case .failure(let diagnostics): throw diagnostics.first ?? notOneExpression(source)
    case .end: throw notOneExpression(source)
    }
  }

  private func expression(of statement: Statement) throws(Diagnostic) -> Expression {
    if case .expression(let expression) = statement.kind { return expression }
    throw notOneExpression(statement.source)
  }

  private func notOneExpression(_ source: SourceText) -> Diagnostic {
    Diagnostic(EngineProblem.notOneExpression, at: Place(source, Span(0, source.bytes.count)))
  }

  /// The expressions of a list: what stands between the commas outside of brackets and texts. After
  /// `with`, a comma before `NAME =` goes on.
  static func pieces(of text: String) -> [String] {
    var pieces: [Substring] = []
    var start = text.startIndex
    var depth = 0
    var inText = false
    for index in text.indices {
      switch text[index] {
      case "\"": inText.toggle()
      case "(", "[", "{": if !inText { depth += 1 }
      case ")", "]", "}": if !inText { depth -= 1 }
      case "," where depth == 0 && !inText:
        let rest = text[text.index(after: index)...]
        let piece = text[start..<index]
        if piece.contains("with "), beginsOverride(rest) { continue }
        pieces.append(piece)
        start = rest.startIndex
      default: break
      }
    }
    pieces.append(text[start...])
    return pieces.map(trimmed)
  }

  /// `NAME =`, and no `NAME ==`
  private static func beginsOverride(_ text: Substring) -> Bool {
    let name = text.drop { $0.isWhitespace }
    let afterName = name.drop { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    let rest = afterName.drop { $0.isWhitespace }
    return rest.first == "=" && rest.dropFirst().first != "="
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0.isWhitespace }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
