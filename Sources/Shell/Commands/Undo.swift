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

  /// The value of every definition that has one; none of them in a very long session.
  fileprivate func presentValues() -> [String: Value] {
    session.definitionCount <= Self.mostValued ? session.definedValues() : [:]
  }

  /// Shows the values that are others than before: those of the names that were undone, then of
  /// what rests on them.
  fileprivate func tellValues(broughtBackFrom before: [String: Value], first names: [String]) {
    let after = before.isEmpty ? [:] : presentValues()
    let changed = after.filter { name, value in
      before[name].map { !$0.isSame(as: value) } ?? true
    }
    let dependents = changed.keys.filter { !names.contains($0) }.sorted()
    let order = names.filter { changed[$0] != nil } + dependents
    for name in order.prefix(Self.mostTold) {
      guard let value = changed[name] else { continue }
      output.show(.value(name: name, value), units: session.units, isEntry: true)
    }
    if order.count > Self.mostTold { say("… and \(order.count - Self.mostTold) more are back") }
  }
}

extension Value {
  /// Whether two values have the same cells and ends.
  fileprivate func isSame(as other: Value) -> Bool {
    guard low == other.low, high == other.high, dimension == other.dimension, unit == other.unit
    else { return false }
    switch (cells, other.cells) {
    case (.numbers(let a), .numbers(let b)): return a == b
    case (.truths(let a), .truths(let b)): return a == b
    case (.texts(let a), .texts(let b)): return a == b
    default: return false
    }
  }
}
