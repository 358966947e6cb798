import Engine
import Report
import Syntax

extension Command {
  static let watch = Command(
    name: "watch", usage: ":watch jt, cost",
    summary: "keeps values in view: shows them, and how they changed, after every entry",
    details: [
      "Expressions are watched as names are: `:watch jt with pue = 1.2 -> kWh/Mt`.",
      "`:watch` alone shows what is watched; `:unwatch jt` ends that for one, `:watch off` for all.",
    ], argument: .statement, kept: .withArgument
  ) { (interpreter, call) throws(Diagnostic) in
    switch call.rest {
    case "off": interpreter.unwatchAll(call)
    case "":
      if interpreter.session.watchedTexts.isEmpty { interpreter.say("nothing is watched") }
    default: try interpreter.session.watch(call.rest, at: call.place)
    }
    interpreter.hasNews = true
  }

  static let unwatch = Command(
    name: "unwatch", usage: ":unwatch [jt, cost]",
    summary: "watches some expressions no longer; alone, none", argument: .statement, kept: .always
  ) { (interpreter, call) throws(Diagnostic) in
    guard !call.rest.isEmpty else { return interpreter.unwatchAll(call) }
    let unknown = interpreter.session.unwatch(call.rest)
    if !unknown.isEmpty {
      throw Diagnostic(
        ShellProblem.notWatched(unknown, watched: interpreter.session.watchedTexts),
        at: call.place)
    }
    interpreter.hasNews = true
  }
}

extension Interpreter {
  fileprivate func unwatchAll(_ call: Command.Call) {
    let had = !session.watchedTexts.isEmpty
    session.unwatchAll()
    if call.isPrompt { say(had ? "nothing is watched any more" : "nothing is watched") }
  }

  /// Shows what is watched, at the end of an entry.
  func showWatches() {
    session.showWatches { take($0) }
  }
}
