import Engine
import Report
import Syntax

extension Command {
  static let time = Command(
    name: "time", usage: ":time [statement]",
    summary: "how long a statement takes; alone it times every entry, once more and it stops",
    argument: .statement, kept: .alone
  ) { (interpreter, call) throws(Diagnostic) in
    if call.rest.isEmpty {
      interpreter.isTiming.toggle()
      return interpreter.say("time is \(interpreter.isTiming ? "shown" : "no longer shown")")
    }
    let start = MonotonicClock.now()
    interpreter.run(SourceText(name: "prompt", text: call.rest), mode: .prompt)
    if !interpreter.isTiming { interpreter.say(Interpreter.duration(since: start)) }
  }
}
