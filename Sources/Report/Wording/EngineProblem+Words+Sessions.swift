import Engine

/// The words of what has to do with sessions: journals, watches, what the command line asks for.
extension EngineProblem {
  var sessionWords: Words {
    switch self {
    case .nothingToDelete(let name, let nearest):
      Words(
        message: "\(Words.code(name)) has no definition, so there is nothing to delete",
        hints: Words.didYouMean(nearest))
    case .notOneExpression:
      Words(
        message: "here stands one expression, and no other statement",
        hints: ["put `-e` before statements of other kinds"])
    case .journalUsed(let path):
      Words(
        message: "\(Words.code(path)) is the journal of a session, and no script",
        hints: [
          "`tj --resume FILE` brings the session back; there `:save file.tj` makes a script of it"
        ])
    case .noteFileChanged(let path):
      Words(
        message: "\(Words.code(path)) has changed since this session read it",
        hints: ["its definitions are now what the file says today"])
    default: plainWords
    }
  }
}
