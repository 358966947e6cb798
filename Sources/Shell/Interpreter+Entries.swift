import Engine
import Report
import Syntax

/// Entries at the prompt.
extension Interpreter {
  /// Runs what was typed: statements, commands, `help`, `quit`. Whatever happens is shown.
  package func enter(_ text: String) {
    output.renew()
    session.checkpoint()
    journal?.beginEntry()
    hasNews = false
    let start = MonotonicClock.now()
    output.isHeld = journal != nil
    keeping { _ = run(SourceText(name: "prompt", text: commandText(text)), mode: .prompt) }
    output.isHeld = false
    if hasNews, !isLeaving { showWatches() }
    if isTiming, !isLeaving { say(Self.duration(since: start)) }
    output.flush()
  }

  private static let bareWords = ["help", "quit", "exit"]

  /// A definition that takes such a word says so.
  func noteIfWordTaken(_ name: String) {
    guard Self.bareWords.contains(name) else { return }
    let place = Place(SourceText(name: "prompt", text: name), Span(0, name.utf8.count))
    show(.note(ShellProblem.noteWordTaken(name), at: place))
  }

  /// After an error about a name that nothing is near to: the lists that know it.
  func tellLists(after diagnostic: Diagnostic) {
    guard case .unknownName(let name, let nearest, nil) = diagnostic.problem as? EngineProblem,
      nearest.isEmpty || Session.kind(name) != nil
    else { return }
    let lists = session.lists(holding: name)
    if !lists.isEmpty {
      show(.note(ShellProblem.inLists(name, lists: lists), at: diagnostic.place))
    }
  }

  /// `help`, `help jt`, `quit` and `exit` stand for the commands, as long as no definition has the
  /// name.
  private func commandText(_ text: String) -> String {
    let words = text.split(maxSplits: 1, omittingEmptySubsequences: true, whereSeparator: \.isBlank)
    guard let first = words.first.map(String.init), Self.bareWords.contains(first),
      words.count == 1 || (first == "help" && words[1].first?.isNameStart == true),
      session.describe(first) == nil
    else { return text }
    return ":" + words.joined(separator: " ")
  }

  // MARK: time

  /// `12.3 ms`
  static func duration(since start: Double) -> String {
    let seconds = MonotonicClock.now() - start
    let (value, unit) =
      seconds < 1e-3 ? (seconds * 1e6, "µs") : seconds < 1 ? (seconds * 1e3, "ms") : (seconds, "s")
    let tenths = (value * 10).rounded() / 10
    return "\(tenths) \(unit)"
  }
}

extension Character {
  var isBlank: Bool { isWhitespace }
  var isNameStart: Bool { isLetter || self == "_" }
}
