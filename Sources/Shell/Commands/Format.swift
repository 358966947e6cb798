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
      throw call.fault(":format text|markdown|csv|json")
    }
    interpreter.output.format = format
  }
}
