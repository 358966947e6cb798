import Engine

/// Names that are missing, turn in a circle or mean two things.
extension EngineProblem {
  var nameWords: Words {
    switch self {
    case .unknownName(let name, let nearest, let unitReading):
      guard let unitReading else {
        return Words(
          message: "\(Words.code(name)) is not defined",
          hints: StatementForm.hints(name) ?? Words.didYouMean(nearest))
      }
      return Words(
        message: "\(Words.code(name)) is not defined",
        label: "a unit only directly after a number",
        hints: Words.didYouMean([unitReading]) + Words.didYouMean(nearest))
    case .unknownAfterNumber(let name, _, let nearest):
      return Words(
        message: "\(Words.code(name)) is no unit and no name", hints: Words.didYouMean(nearest))
    case .unknownFunction(let name, let nearest, let isValue):
      if isValue {
        return Words(
          message: "\(Words.code(name)) is a value, not a function",
          hints: Words.write("\(name) * (…)", " to multiply"))
      }
      return Words(
        message: "\(Words.code(name)) is no function",
        hints: StatementForm.hints(name) ?? Words.didYouMean(nearest.map { "\($0)(…)" }))
    case .inLibrary(let name, let library):
      return Words(
        message: "a library of tj has it",
        hints: Words.write("use \(library)", " first, which brings \(Words.code(name))"))
    case .functionAsValue(let name, let call):
      return Words(
        message: "\(Words.code(name)) is a function, and has a value for arguments only",
        hints: Words.write(call, " with a value for each"))
    case .noteFunctionMeant(let name, let call):
      return Words(
        message: "\(Words.code(name)) is a function; no value has that name yet",
        hints: Words.write(call, " with a value for each to call it"))
    case .unknownField(let name, let record, let fields):
      return Words(
        message: "\(Words.code(record)) has no field \(Words.code(name))",
        hints: fields.isEmpty ? [] : ["choose one of \(Words.codes(fields, "and", limit: 30))"])
    case .noFields(let text, let hidesRow):
      return Words(
        message: "\(Words.code(text)) has no fields",
        hints: [
          hidesRow
            ? "it is a definition now, and no row of the catalog: `:delete \(text)` takes it back"
            : "ask a row of the catalog for them: `h100_sxm.memory`"
        ])
    case .undefined(let name, let missing):
      if missing.isEmpty || missing == [name] {
        return Words(
          message: "\(Words.code(name)) is not defined", hints: ["define it first"])
      }
      let verb = missing.count == 1 ? "is" : "are"
      return Words(
        message:
          "\(Words.code(name)) has no value yet: \(Words.codes(missing, "and")) \(verb) not defined",
        hints: missing.count == 1
          ? ["define \(Words.code(missing[0])), or mend its spelling"] : [])
    case .stillUndefined(let waiting):
      let shown = waiting.prefix(20).joined(separator: "\n")
      let more = waiting.count > 20 ? "\n… and \(waiting.count - 20) more" : ""
      return Words(
        message: waiting.count == 1
          ? "a definition is left without a value" : "definitions are left without a value",
        hints: ["define what is missing:\n\(shown)\(more)"])
    case .stillBroken(let names):
      return Words(
        message: names.count == 1
          ? "\(Words.code(names[0])) is left without a value"
          : "definitions are left without a value: \(Words.codes(names, "and"))",
        hints: ["mend what the notes above name"])
    case .definedByItself(let name, let mend, let isKnown):
      return Words(
        message: "\(Words.code(name)) is defined by itself",
        hints: isKnown
          ? Words.write(mend, " to keep the value of now")
          : ["give \(Words.code(name)) a value first; then \(Words.code(mend)) changes it"])
    case .listOverItself(let name, let mend):
      return Words(
        message:
          "\(Words.code(name)) is the list that is defined here, and lies along itself anyway",
        hints: Words.write(mend))
    case .cycle(let names):
      let name = names.first ?? ""
      guard names.count > 2 else {
        return Words(
          message: "\(Words.code(name)) is defined by itself",
          hints: [
            "keep what it is to be first, with `:=`: `\(name)_new := …`; then `with \(name) = \(name)_new`"
          ])
      }
      return Words(
        message: "\(Words.code(name)) is defined by itself: \(Words.way(names))",
        hints: ["break the circle: `:=` in one of them keeps its value of now"])
    case .overrideCycle(let name, let through, let value):
      return Words(
        message: "\(Words.code(through)) here is the overridden one, and rests on "
          + Words.code(name),
        hints: [
          "keep the value of now first: `\(name)_now := \(value)`, then write "
            + "`with \(name) = \(name)_now`"
        ])
    case .functionCallsItself(let names): return Self.callCircle(names)
    case .noAnswerYet:
      return Words(
        message: "there is no answer yet",
        hints: ["enter an expression first: `ans` is the last one shown"])
    case .unitIsAlsoVariable(let name, let asUnit, let asVariable):
      return Words(
        message: "\(Words.code(name)) is a unit and a variable", label: "which of them?",
        hints: Words.write(asUnit, " for the unit") + Words.write(asVariable, " for the variable"))
    case .touchesUnit(let left, let op, let right, let nearest):
      return Words(
        message: "\(Words.code(right)) is no unit",
        label: "read as a unit, since it touches the one before",
        hints: (nearest.count == 1
          ? Words.write("\(left)\(op)\(nearest[0])") : Words.didYouMean(nearest))
          + Words.write("\(left) \(op) \(right)", " to calculate with it"))
    case .reservedName(let name):
      return Words(
        message: name == "ans"
          ? "`ans` is the last answer and cannot be defined"
          : "\(Words.code(name)) is built in and cannot be defined",
        hints: ["choose another name"])
    case .alreadyDefined(let name, let file):
      return Words(
        message: "\(Words.code(name)) is defined already, and \(Words.code(file)) defines it too",
        hints: ["rename one of them: `use` never changes what a name means"])
    default: return plainWords
    }
  }

  /// The names of a chain of calls; the last one is met for the second time, or is one too many.
  private static func callCircle(_ names: [String]) -> Words {
    guard let last = names.last, let first = names.firstIndex(of: last), first < names.count - 1
    else {
      return Words(
        message: "functions call each other too deeply",
        hints: ["give an intermediate result a name"])
    }
    let circle = Array(names[first...])
    return Words(
      message: circle.count == 2
        ? "\(Words.code(last)) calls itself"
        : "\(Words.code(last)) calls itself: \(Words.way(circle))",
      hints: ["use a list in place of a loop: `n = [1, 2, 3]`, then `sum(… over n)`"])
  }
}
