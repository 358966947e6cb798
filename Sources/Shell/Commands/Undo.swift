import Engine
import Report
import Syntax

extension Command {
  static let undo = Command(
    name: "undo", usage: ":undo [n]",
    summary: "takes the last change back; once more, the one before it",
    details: [
      "`:undo 3` takes back the last three entries that changed something; `:redo` does them again.",
      "Definitions, functions, units, what `use` and `:load` brought and `:reset` are undone;"
        + " settings such as `:digits`, `:format` and `:watch` are not.",
    ], kept: .always
  ) { (interpreter, call) throws(Diagnostic) in
    let count = try call.count(":undo 3")
    guard let reversal = interpreter.session.undo(count, isTold: call.isPrompt) else {
      throw Diagnostic(ShellProblem.nothingToUndo, at: call.place)
    }
    if call.isPrompt { interpreter.answer(reversal, "undone", asked: count) }
  }

  static let redo = Command(
    name: "redo", usage: ":redo [n]", summary: "does again what `:undo` took back",
    details: ["An entry that changes something ends that."], kept: .always
  ) { (interpreter, call) throws(Diagnostic) in
    let count = try call.count(":redo 3")
    guard let reversal = interpreter.session.redo(count, isTold: call.isPrompt) else {
      throw Diagnostic(ShellProblem.nothingToRedo, at: call.place)
    }
    if call.isPrompt { interpreter.answer(reversal, "redone", asked: count) }
  }
}

extension Command.Call {
  /// How often: 1 where nothing is said.
  fileprivate func count(_ usage: String) throws(Diagnostic) -> Int {
    if rest.isEmpty { return 1 }
    guard let count = Int(rest), count > 0 else { throw fault(usage) }
    return count
  }
}

extension Interpreter {
  private static let mostNamed = 10

  /// `undone: a, b`, and how many entries that was, where it was not as many as asked for.
  fileprivate func answer(_ reversal: Reversal, _ word: String, asked: Int) {
    var line = word
    if reversal.count < asked {
      line +=
        " \(reversal.count) " + (reversal.count == 1 ? "entry" : "entries") + ", all there were"
    }
    let names = reversal.names.prefix(Self.mostNamed).joined(separator: ", ")
    if !names.isEmpty { line += ": " + names }
    let more = reversal.names.count - Self.mostNamed
    if more > 0 { line += " and \(more) more" }
    say(line)
    for outcome in reversal.outcomes {
      output.show(outcome, units: session.units, isEntry: true)
    }
  }
}
