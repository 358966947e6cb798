import Engine
import LineEditing
import Report
import Syntax

/// What could stand at the cursor: units after a number or `->`, fields after a `.`, commands after
/// a `:`, file names after `use`, and names everywhere else.
///
/// It looks only at the text before the cursor, and never fails on one that is not finished.
struct Completer {
  private let session: Session
  /// what may be typed instead of a statement: `hint` in a lesson
  private let words: [String]

  init(_ session: Session, words: [String] = []) {
    self.session = session
    self.words = words
  }

  /// - Parameter cursor: a UTF-8 offset into the line.
  func complete(_ line: String, at cursor: Int) -> Completion {
    let before = String(decoding: Array(line.utf8).prefix(cursor), as: UTF8.self)
    let statement = LineContext.statement(before)
    var (word, candidates) = candidates(for: statement)
    if candidates.count > Session.describedNames {
      for i in candidates.indices { candidates[i].detail = "" }
    }
    let start = cursor - word.utf8.count
    return Completion(candidates: candidates, range: max(0, start)..<cursor)
  }

  private func candidates(for statement: Substring) -> (Substring, [Completion.Candidate]) {
    let trimmed = statement.drop(while: \.isBlank)
    if trimmed.first == ":" { return command(trimmed.dropFirst()) }
    if trimmed.first == "?" {
      let word = trimmed.dropFirst()
      let topics = Topic.all.filter { $0.chapter == "words" }.map {
        Completion.Candidate($0.name, detail: $0.summary)
      }
      let all = names(word) + units() + topics + dimensions() + commands(":")
      return (word, matching(word, all))
    }
    switch LineContext(statement, isUnit: isUnit) {
    case .comment, .text: return ("", [])
    case .file(let path): return (path, files(path, end: "\""))
    case .unquotedFile(let path): return (path, files(path, start: "\"", end: "\""))
    case .unit(let word, let converted):
      let fitting = converted.map(units(fitting:)) ?? []
      let found = matching(word, fitting)
      // beyond them only the rest of a quotient can be meant, as in `kWh/Mt`, which none of them is
      let isSettled = word.isEmpty || !fitting.contains { $0.text.contains("/") }
      return (word, !found.isEmpty && isSettled ? found : matching(word, found + units()))
    case .afterNumber(let word):
      // `4 h100_sxm` multiplies: a name can stand here too, but what is listed first is a unit.
      let found = matching(word, units())
      return (word, word.isEmpty ? found : found + matching(word, names(word)))
    case .dimension(let word): return (word, matching(word, dimensions()))
    case .format(let word):
      var words = Format.allCases.map(\.rawValue)
      if trimmed.hasPrefix("graph") { words.append("dot") }
      if trimmed.hasPrefix("explain") { words.append("latex") }
      return (word, matching(word, words.map { Completion.Candidate($0) }))
    case .scenario(let word): return (word, matching(word, scenarios()))
    case .name(let word, let isFirst):
      var all = names(word) + fields(word)
      if isFirst {
        all += Self.statementWords.map { Completion.Candidate($0, suffix: " ") }
        all += words.map { Completion.Candidate($0, detail: "of the lesson") }
      } else {
        all += Self.words(in: trimmed).map { Completion.Candidate($0, suffix: " ") }
      }
      return (word, word.isEmpty ? own() : matching(word, all))
    }
  }

  /// Those that begin with a word; where none do, those that do so in other letters.
  private func matching(_ word: Substring, _ all: [Completion.Candidate])
    -> [Completion.Candidate]
  {
    var seen: Set<String> = []
    let different = all.filter { seen.insert($0.text).inserted }
    let exact = different.filter { $0.text.hasPrefix(word) }
    guard exact.isEmpty else { return exact }
    let lower = word.lowercased()
    return different.filter { $0.text.lowercased().hasPrefix(lower) }
  }

  private func isUnit(_ word: String) -> Bool {
    session.units.isUnit(Name(word)) || Self.multipliers.contains(word)
  }

  // MARK: sources

  private func units() -> [Completion.Candidate] {
    session.units.allNames().map { Completion.Candidate($0) }
  }

  private func units(fitting text: Substring) -> [Completion.Candidate] {
    guard let dimension = session.dimension(of: String(text)) else { return [] }
    return session.units(of: dimension).map { Completion.Candidate($0) }
  }

  private func names(_ word: Substring) -> [Completion.Candidate] {
    session.completionNames(beginning: String(word)).map {
      Completion.Candidate($0.name, detail: $0.detail)
    }
  }

  private func scenarios() -> [Completion.Candidate] {
    [Completion.Candidate("base", detail: "the definitions as they stand")]
      + session.entries(kind: "scenarios", matching: "").map {
        Completion.Candidate($0.name, detail: $0.summary)
      }
  }

  /// With nothing typed: only what the session itself defines.
  private func own() -> [Completion.Candidate] {
    // so many are listed without their values, which need not be found
    if session.definitionCount > Session.describedNames {
      return session.ownNames().map { Completion.Candidate($0) }
    }
    return session.entries(kind: nil, matching: "").map {
      Completion.Candidate(String($0.name.prefix { $0 != "(" }), detail: $0.value)
    }
  }

  /// `h100_sxm.memory` for `h100_sxm.me`
  private func fields(_ word: Substring) -> [Completion.Candidate] {
    guard let dot = word.lastIndex(of: ".") else { return [] }
    let base = String(word[..<dot])
    return session.fields(of: base).map { Completion.Candidate("\(base).\($0)") }
  }

  private func dimensions() -> [Completion.Candidate] {
    session.units.listing().map { Completion.Candidate($0.dimension) }
      .filter { $0.text.allSatisfy { $0.isLetter } } + units()
  }

  private func commands(_ sign: String) -> [Completion.Candidate] {
    Command.all.map {
      let takesMore = $0.usage.contains(" ")
      return Completion.Candidate(
        sign + $0.name, suffix: takesMore ? " " : "", detail: $0.summary)
    }
  }

  private func files(_ path: Substring, start: String = "", end: String)
    -> [Completion.Candidate]
  {
    FileName.matching(String(path), suffix: ".tj").map {
      Completion.Candidate(start + $0.path, suffix: $0.isFolder ? "/" : end)
    }
  }

  /// What follows the colon.
  private func command(_ text: Substring) -> (Substring, [Completion.Candidate]) {
    guard let blank = text.firstIndex(where: { $0.isBlank || $0 == "!" }) else {
      return (text, matching(text, commands("")))
    }
    let argument = text[blank...].drop { $0.isBlank || $0 == "!" }
    let source = SourceText(name: "", text: "")
    guard let command = try? Command.find(String(text[..<blank]), at: Place(source, Span(0, 0)))
    else { return ("", []) }
    switch command.argument {
    case .nothing: return ("", [])
    case .statement: return candidates(for: argument)
    case .names: return (argument, matching(argument, names(argument) + units() + commands("")))
    case .words(let words):
      return (argument, matching(argument, words.map { Completion.Candidate($0) }))
    case .files:
      let path = argument.first == "\"" ? argument.dropFirst() : argument
      return (path, files(path, end: ""))
    case .kinds:
      guard !argument.contains(where: \.isBlank) else { return ("", []) }
      let kinds = Session.entryKinds.map { Completion.Candidate($0, suffix: " ") }
      return (argument, matching(argument, kinds))
    }
  }

  private static let multipliers = ["hundred", "thousand", "million", "billion", "trillion"]
  private static let statementWords = [
    "ask", "assert", "compare", "explain", "graph", "histogram", "inputs", "print", "scenario",
    "sensitivity", "table", "unit", "use", "why",
  ]

  /// The words that go on in some statements.
  private static func words(in statement: Substring) -> [String] {
    switch statement.prefix(while: { !$0.isBlank }) {
    case "ask": ["expect", "within", "hint"]
    case "explain": ["depth", "full", "format"]
    case "compare", "graph", "inputs", "sensitivity", "table", "why": ["format"]
    default: []
    }
  }
}
