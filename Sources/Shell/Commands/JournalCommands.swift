import Report
import Syntax

/// What only journals say.
extension Command {
  var isOfJournals: Bool { [Self.folder.name, Self.set.name].contains(name) }

  /// From where the names of files are meant that follow.
  static let folder = Command(
    name: "folder", usage: ":folder \"/home/ann\"",
    summary: "in a journal: from where the names of files are meant", kept: .always
  ) { (interpreter, call) throws(Diagnostic) in
    guard let path = FileName.path(call.rest[...]) else {
      throw call.fault(":folder \"/home/ann\"")
    }
    guard interpreter.trustsJournal else {
      throw Diagnostic(ShellProblem.journalNotTrusted, at: call.place)
    }
    interpreter.session.setFolder(path)
  }

  /// `--set`, as it was on the command line.
  static let set = Command(
    name: "set", usage: ":set name = expr",
    summary: "in a journal: takes the place of what the next file defines, like --set",
    kept: .always
  ) { (interpreter, call) throws(Diagnostic) in
    guard !call.rest.isEmpty else { throw call.fault(":set name = expr") }
    try interpreter.session.set(call.rest)
  }
}
