import Report
import Syntax

extension Command {
  static let undo = Command(
    name: "undo", usage: ":undo", summary: "goes back to before the last change, again and again"
  ) { (interpreter, call) throws(Diagnostic) in
    guard call.rest.isEmpty else { throw call.fault(":undo") }
    guard let names = interpreter.session.undo() else {
      throw Diagnostic(ShellProblem.nothingToUndo, at: call.place)
    }
    interpreter.say(names.isEmpty ? "undone" : "undone: " + names.joined(separator: ", "))
  }
}
