import Report
import Syntax

/// A word after a colon: `:digits 8`.
///
/// Each stands in a file of its own, as a static value of this type; `all` lists them.
package struct Command: Sendable {
  /// What can stand after the word, for completion.
  enum Argument: Sendable {
    case nothing, names, kinds, files, statement
    case words([String])
  }

  /// How a command was called.
  struct Call: Sendable {
    /// what follows the word, without blanks around it
    let rest: String
    let place: Place
    /// typed by a person, who wants an answer
    let isPrompt: Bool

    /// An error in what follows the word.
    func fault(_ usage: String) -> Diagnostic {
      Diagnostic(ShellProblem.badArgument(rest, usage: usage), at: place)
    }
  }

  let name: String
  /// `:list [kind] [part of a name]`
  let usage: String
  /// What it does: one clause, for `:help`.
  let summary: String
  /// More for `:help NAME`.
  var details: [String] = []
  var argument = Argument.nothing
  var worksInScripts = false
  /// When it changes the session or how it shows: then a journal keeps it, and brings it back.
  enum Kept: Sendable { case never, always, withArgument, alone }
  var kept = Kept.never
  let run: @Sendable (Interpreter, Call) throws(Diagnostic) -> Void

  static let all = [
    help, list, watch, unwatch, undo, redo, delete, reset, save, load, digits, format, echo, time,
    quit,
  ]

  /// What a journal says, and nobody types.
  static let ofJournals = [folder, set]

  /// Words that mean the same.
  private static let aliases = [
    "exit": "quit", "q": "quit", "h": "help", "l": "list", "u": "undo",
  ]
  /// Words that later features take: promised, so they are known.
  private static let promised = ["seed", "samples"]

  /// The command of a name, or of the beginning of one where no other begins so.
  static func find(_ word: String, at place: Place) throws(Diagnostic) -> Command {
    if let command = named(word) { return command }
    if promised.contains(word) {
      throw Diagnostic(ShellProblem.commandNotBuilt(word), at: place)
    }
    let candidates = all.filter { $0.name.hasPrefix(word) }
    if candidates.count == 1 { return candidates[0] }
    if candidates.isEmpty {
      let names = all.map(\.name) + promised
      let nearest = Syntax.nearest(to: word, in: names, limit: 2)
      throw Diagnostic(ShellProblem.unknownCommand(word, nearest: nearest), at: place)
    }
    throw Diagnostic(
      ShellProblem.ambiguousCommand(word, candidates: candidates.map(\.name)), at: place)
  }

  /// The command of exactly this name, among those that only journals hold too; or of another word for it.
  static func named(_ word: String) -> Command? {
    let name = aliases[word] ?? word
    return (all + ofJournals).first { $0.name == name }
  }
}
