import Syntax

/// What can be wrong with a `:command`, a file or the command line. It stands here, and not in
/// `Shell`, so that its words can stand in `Wording` with all others.
package enum ShellProblem: Problem, Equatable {
  case unknownCommand(String, nearest: [String])
  case ambiguousCommand(String, candidates: [String])
  /// a command that means something only at the prompt, in a script
  case promptOnly(String)
  case commandNotBuilt(String)
  case badArgument(String, usage: String)
  case noHelp(String, nearest: [String])
  case fileExists(String)
  case cannotWrite(String, reason: String)
  case nothingToSave
  case nothingToUndo
  /// `--set` of names that no file defines
  case settingsUnused([String])

  package var id: String {
    switch self {
    case .unknownCommand: "unknown-command"
    case .ambiguousCommand: "ambiguous-command"
    case .promptOnly: "prompt-only"
    case .commandNotBuilt: "command-not-built"
    case .badArgument: "bad-argument"
    case .noHelp: "no-help"
    case .fileExists: "file-exists"
    case .cannotWrite: "cannot-write"
    case .nothingToSave: "nothing-to-save"
    case .nothingToUndo: "nothing-to-undo"
    case .settingsUnused: "settings-unused"
    }
  }
}
