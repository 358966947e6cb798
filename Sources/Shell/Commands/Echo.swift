import Syntax

extension Command {
  static let echo = Command(
    name: "echo", usage: ":echo on|off",
    summary: "says each statement as it was read, fully bracketed, before what it shows",
    details: [
      "What follows the `#` is the dimension of each unit. `tj read` shows the tree as well."
    ], argument: .words(["on", "off"]), worksInScripts: true, kept: .withArgument
  ) { (interpreter, call) throws(Diagnostic) in
    switch call.rest {
    case "on": interpreter.session.isEchoing = true
    case "off": interpreter.session.isEchoing = false
    case "" where call.isPrompt:
      interpreter.say("echo is \(interpreter.session.isEchoing ? "on" : "off")")
    default: throw call.fault(":echo on")
    }
  }
}
