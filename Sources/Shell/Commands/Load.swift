import Engine
import Report
import Syntax

extension Command {
  static let load = Command(
    name: "load", usage: ":load file.tj", summary: "runs a script here and keeps its definitions",
    argument: .files, kept: .always
  ) { (interpreter, call) throws(Diagnostic) in
    guard let named = FileName.path(call.rest[...]) else { throw call.fault(":load file.tj") }
    guard call.isPrompt || interpreter.trustsJournal else {
      throw Diagnostic(ShellProblem.journalNotTrusted, at: call.place)
    }
    let path = interpreter.session.fileName(named)
    try interpreter.session.checkMayUse(path, at: call.place)
    let bytes = try FileName.read(path, at: call.place)
    if interpreter.session.isJournal(bytes) {
      throw Diagnostic(EngineProblem.journalUsed(path), at: call.place)
    }
    interpreter.session.noteRead(path, bytes)
    interpreter.session.allowFiles(besides: path)
    interpreter.runInside(SourceText(name: path, bytes: bytes))
    interpreter.hasNews = true
  }
}
