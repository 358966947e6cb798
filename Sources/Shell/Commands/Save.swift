import Engine
import Glibc
import Report
import Syntax

extension Command {
  static let save = Command(
    name: "save", usage: ":save file.tj", summary: "writes all definitions as a script",
    details: [
      "A file that this session did not write is replaced only by `:save! file.tj`.",
      "Run again, by `:load` or by `tj file.tj`, the script gives the same definitions.",
    ], argument: .files
  ) { (interpreter, call) throws(Diagnostic) in
    let isForced = call.rest.hasPrefix("!")
    guard let path = FileName.path(isForced ? call.rest.dropFirst() : call.rest[...]) else {
      throw call.fault(":save file.tj")
    }
    try interpreter.session.checkMayUse(path, at: call.place)
    let text = interpreter.session.savedText()
    guard !text.isEmpty else { throw Diagnostic(ShellProblem.nothingToSave, at: call.place) }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      // a pipe or a device would be replaced by a file
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw Diagnostic(EngineProblem.noFile(path), at: call.place)
      }
      let reason = String(cString: strerror(EISDIR))
      throw Diagnostic(ShellProblem.cannotWrite(path, reason: reason), at: call.place)
    }
    let isOwn = interpreter.savedFiles.contains(FileName.whole(path))
    guard isForced || isOwn || access(path, F_OK) != 0 else {
      throw Diagnostic(ShellProblem.fileExists(path), at: call.place)
    }
    if let number = FileName.write(text, to: path) {
      let reason = String(cString: strerror(number))
      throw Diagnostic(ShellProblem.cannotWrite(path, reason: reason), at: call.place)
    }
    interpreter.savedFiles.insert(FileName.whole(path))
    interpreter.say("saved \(path)")
  }
}
