import Syntax

extension Command {
  static let reset = Command(
    name: "reset", usage: ":reset", summary: "forgets every definition; history and settings stay",
    kept: .always
  ) { (interpreter, call) throws(Diagnostic) in
    guard call.rest.isEmpty else { throw call.fault(":reset") }
    interpreter.session.reset()
    guard call.isPrompt else { return }
    interpreter.say("everything is forgotten (:undo brings it back)")
  }
}
