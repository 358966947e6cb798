import Report
import Syntax

extension Command {
  static let format = Command(
    name: "format", usage: ":format text|markdown|csv|json", summary: "the form of results",
    argument: .words(Format.allCases.map(\.rawValue)), worksInScripts: true,
    kept: .withArgument
  ) { (interpreter, call) throws(Diagnostic) in
    if call.rest.isEmpty, call.isPrompt {
      return interpreter.say(interpreter.output.format.rawValue)
    }
    guard let format = Format(word: call.rest) else {
      // forms of one statement's answer
      let own = ["latex": "explain jt format latex", "dot": "graph jt format dot"]
      throw call.fault(own[call.rest] ?? ":format text|markdown|csv|json")
    }
    interpreter.output.format = format
  }
}
