import Syntax

extension Command {
  static let quit = Command(name: "quit", usage: ":quit", summary: "leaves; so does Ctrl-D") {
    (interpreter, call) throws(Diagnostic) in
    guard call.rest.isEmpty else { throw call.fault(":quit") }
    interpreter.isLeaving = true
    interpreter.session.stop()
  }
}
