import Engine
import Report
import Syntax

extension Command {
  static let load = Command(
    name: "load", usage: ":load file.tj", summary: "runs a script here and keeps its definitions",
    argument: .files
  ) { (interpreter, call) throws(Diagnostic) in
    guard let path = FileName.path(call.rest[...]) else { throw call.fault(":load file.tj") }
    let bytes = try FileName.read(path, at: call.place)
    interpreter.session.allowFiles(besides: path)
    interpreter.run(SourceText(name: path, bytes: bytes), mode: .script)
  }
}
