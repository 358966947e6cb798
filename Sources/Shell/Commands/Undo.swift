import Engine
import Report
import Syntax

extension Command {
  static let undo = Command(
    name: "undo", usage: ":undo",
    summary: "takes the last change back; once more, the one before it"
  ) { (interpreter, call) throws(Diagnostic) in
    guard call.rest.isEmpty else { throw call.fault(":undo") }
    let before = interpreter.presentValues()
    guard let names = interpreter.session.undo() else {
      throw Diagnostic(ShellProblem.nothingToUndo, at: call.place)
    }
    interpreter.say(names.isEmpty ? "undone" : "undone: " + names.joined(separator: ", "))
    interpreter.tellValues(broughtBackFrom: before, first: names)
  }
}

extension Interpreter {
  /// More definitions than this are not all valued for the sake of an answer.
  private static let mostValued = 1000
  private static let mostTold = 10

  /// Every definition that has a value, as a line of text; none in a very long session.
  fileprivate func presentValues() -> [String: String] {
    guard session.definitionCount <= Self.mostValued else { return [:] }
    var values: [String: String] = [:]
    for entry in session.entries(kind: "definitions", matching: "") {
      values[entry.name] = entry.value
    }
    return values
  }

  /// Says the values that are others than before: those of the names that were undone, then of what
  /// rests on them.
  fileprivate func tellValues(broughtBackFrom before: [String: String], first names: [String]) {
    guard !before.isEmpty else { return }
    let after = presentValues()
    let changed = after.keys.filter { before[$0] != after[$0] }.sorted()
    let order = names.filter(changed.contains) + changed.filter { !names.contains($0) }
    for name in order.prefix(Self.mostTold) { say("\(name) = \(after[name] ?? "")") }
    if order.count > Self.mostTold { say("… and \(order.count - Self.mostTold) more are back") }
  }
}
