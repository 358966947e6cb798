import Engine
import Report
import Syntax

extension Command {
  static let delete = Command(
    name: "delete", usage: ":delete NAME",
    summary: "forgets a definition, a function or a scenario; what rests on it waits for a new one",
    details: [
      "Several names stand with commas or blanks between them; `f()` is the function alone where a"
        + " value has the same name. `:undo` brings them back."
    ], argument: .names, kept: .always
  ) { (interpreter, call) throws(Diagnostic) in
    let names = call.rest.split { $0 == "," || $0 == " " }.map(String.init)
    guard !names.isEmpty else { throw call.fault(":delete jt") }
    let deletion = try interpreter.session.delete(names, at: call.place, isTold: call.isPrompt)
    guard call.isPrompt else { return }
    interpreter.say("deleted: " + deletion.names.joined(separator: ", "))
    for outcome in deletion.outcomes {
      interpreter.output.show(outcome, units: interpreter.session.units, isEntry: true)
    }
  }
}
