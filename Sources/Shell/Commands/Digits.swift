import Syntax

extension Command {
  static let digits = Command(
    name: "digits", usage: ":digits n",
    summary: "significant digits of a result, 1 to 17; side by side fewer are shown",
    worksInScripts: true, kept: .withArgument
  ) { (interpreter, call) throws(Diagnostic) in
    if call.rest.isEmpty, call.isPrompt {
      return interpreter.say("\(interpreter.output.digits) digits")
    }
    guard let digits = Int(call.rest), (1...17).contains(digits) else {
      throw call.fault(":digits 8")
    }
    interpreter.digits = digits
  }
}
