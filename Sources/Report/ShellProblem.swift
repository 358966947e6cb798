import Syntax

/// What can be wrong with a `:command`, a file or the command line. It stands here, and not in
/// `Shell`, so that its words can stand in `Wording` with all others.
package enum ShellProblem: Problem, Equatable {
  case unknownCommand(String, nearest: [String])
  case ambiguousCommand(String, candidates: [String])
  /// a command that means something only at the prompt, in a script
  case promptOnly(String)
  /// a command that tj writes into journals
  case journalOnly(String)
  case badArgument(String, usage: String)
  /// `:samples 10`
  case samplesOutside(String)
  /// with the calls that find the word: `:list grids germany`
  case noHelp(String, nearest: [String], lists: [String], library: String?)
  /// an unknown name at the prompt, and the calls that find it in names and titles
  case inLists(String, lists: [String])
  /// the bare word for a command, which a definition has taken
  case noteWordTaken(String)
  /// a script named by the user, with the folder from which its name is meant: `.` without its path,
  /// `` for a whole path
  case noScript(String, folder: String)
  case fileExists(String)
  case cannotWrite(String, reason: String)
  case nothingToSave
  case nothingToUndo
  case nothingToRedo
  /// `:unwatch` of what is not watched
  case notWatched([String], watched: [String])
  /// the file of the session cannot be written
  case journalNotKept(String, reason: String)
  case historyNotKept(String, reason: String)
  /// a journal that tj did not write names files
  case journalNotTrusted
  case noSession(folder: String)
  case sessionInUse(String)
  case noJournal(String)
  /// the last words of a journal are not whole
  case journalCut(String)
  /// `tj learn` of a number that the course has not
  case noLesson(String, count: Int)
  /// the file of answered questions cannot be written
  case progressNotKept(String, reason: String)
  /// `--set` of names that no file defines
  case settingsUnused([String], nearest: [String])

  package var id: String {
    switch self {
    case .unknownCommand: "unknown-command"
    case .ambiguousCommand: "ambiguous-command"
    case .promptOnly: "prompt-only"
    case .journalOnly: "journal-only"
    case .badArgument: "bad-argument"
    case .samplesOutside: "samples-outside"
    case .noHelp: "no-help"
    case .inLists: "in-lists"
    case .noteWordTaken: "word-taken"
    case .noScript: "file-not-found"
    case .fileExists: "file-exists"
    case .cannotWrite: "cannot-write"
    case .nothingToSave: "nothing-to-save"
    case .nothingToUndo: "nothing-to-undo"
    case .nothingToRedo: "nothing-to-redo"
    case .notWatched: "not-watched"
    case .journalNotKept: "journal-not-kept"
    case .historyNotKept: "history-not-kept"
    case .journalNotTrusted: "journal-not-trusted"
    case .noSession: "no-session"
    case .sessionInUse: "session-in-use"
    case .noJournal: "no-journal"
    case .journalCut: "journal-cut"
    case .noLesson: "no-lesson"
    case .progressNotKept: "progress-not-kept"
    case .settingsUnused: "settings-unused"
    }
  }
}
