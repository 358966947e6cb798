import Engine
import Syntax
import Testing
import Units

/// Replays a derivation: every line, read by tj in the meaning that its names have there, comes to
/// the value of its step, and the last one is the answer.
final class ExplainReplay {
  let tj: Dialogue
  /// what was defined
  let script: String
  private var dialogues: [String: Dialogue?] = [:]

  init(tj: Dialogue, script: String = "") {
    self.tj = tj
    self.script = script
  }
  /// makes scenarios of what holds on the way
  private static let scenario = "replayed_here"

  func derivation(of text: String) -> Derivation? {
    for case .derivation(let derivation) in tj.enter(text) { return derivation }
    return nil
  }

  /// What is wrong with the derivation of a line `explain …`; empty where all is right.
  func faults(_ line: String) -> [String] {
    let outcomes = tj.enter(line)
    guard let derivation = Self.derivation(outcomes) else {
      let ids = Dialogue.errors(outcomes).map(\.id)
      return ["\(line): no derivation, \(ids)"]
    }
    var faults: [String] = []
    for step in derivation.steps where step.kind != .heading {
      if let fault = fault(step) { faults.append("\(line): \(step.text): \(fault)") }
    }
    if let last = derivation.steps.last(where: { $0.level == 0 && $0.value.isFinite }),
      case .numbers(let numbers) = derivation.value.cells, !derivation.value.isBracket
    {
      let isThere = numbers.contains { isClose($0, last.value, within: 1e-9) }
      if !isThere { faults.append("\(line): ends with \(last.text), \(last.value)") }
    }
    return faults
  }

  static func derivation(_ outcomes: [Outcome]) -> Derivation? {
    for case .derivation(let derivation) in outcomes { return derivation }
    return nil
  }

  /// What is wrong with one line.
  private func fault(_ step: Derivation.Step) -> String? {
    // an override of `x` that uses `x` means the one below
    if step.rule == .override, step.holdsNames { return nil }
    var text = "(\(step.text))"
    let locals = step.holdsNames ? step.locals : []
    guard let other = locals.isEmpty ? tj : dialogue(locals) else {
      return reads(step.text) ? nil : "does not read"
    }
    if step.holdsNames, !step.within.isEmpty {
      guard let names = scenarios(step.within, other) else { return nil }
      text += " under \(names)"
    }
    let outcomes = other.enter(text)
    for case .value(_, let value) in outcomes { return fault(step, value) }
    return "no value, \(Dialogue.errors(outcomes).map(\.id))"
  }

  /// A session in which the names of a call are defined; nil where they mean something else already.
  private func dialogue(_ locals: [Derivation.Local]) -> Dialogue? {
    let key = locals.map { "\($0.name) := \($0.value)" }.joined(separator: "\n")
    if let known = dialogues[key] { return known }
    let other = Dialogue()
    other.enter(script, mode: .script)
    for local in locals where Dialogue.errors(other.enter(local.name)).isEmpty {
      dialogues[key] = .some(nil)
      return nil
    }
    other.enter(key)
    dialogues[key] = other
    return other
  }

  private func scenarios(_ within: [String], _ other: Dialogue) -> String? {
    var names: [String] = []
    for (i, clause) in within.enumerated() {
      if clause.hasPrefix("under ") {
        if clause.contains(" with ") { return nil }
        names.append(String(clause.dropFirst(6)))
        continue
      }
      guard clause.hasPrefix("with ") else { return nil }
      let body = clause.dropFirst(5).split(separator: ",").joined(separator: "\n")
      let name = "\(Self.scenario)_\(i)"
      if body.contains("[") || body.contains("(") { return nil }
      other.enter("scenario \(name) { \(body) }")
      names.append(name)
    }
    return names.joined(separator: ", ")
  }

  private func reads(_ text: String) -> Bool {
    var parser = Parser(SourceText(name: "test", text: text), units: tj.session.units)
    if case .statement = parser.next() { return true }
    return false
  }

  private func fault(_ step: Derivation.Step, _ value: Value) -> String? {
    switch value.cells {
    case .texts: return step.kind == .text ? nil : "is a text"
    case .truths(let truths):
      guard step.kind == .truth else { return "is a truth" }
      if truths.count > 1 { return nil }
      if case .depends = truths[0] { return nil }
      return (truths[0] == .yes) == (step.value == 1) ? nil : "is \(truths[0])"
    case .numbers(let numbers):
      guard step.kind == .number else { return "is a number" }
      if value.dimension != step.dimension, step.value != 0 { return "has another dimension" }
      // the whole range, at the end of a bracket
      if step.value.isNaN { return value.isBracket ? nil : "is no bracket" }
      let cell = value.axes.reduce(0) { position, axis in
        let label = step.labels.first { $0.axis == axis.name?.text }
        return position * axis.count + (label?.position ?? 0)
      }
      guard numbers.indices.contains(cell) else { return "has no cell \(cell)" }
      if let low = value.low?[cell], let high = value.high?[cell] {
        let slack = 1e-9 * max(abs(low), abs(high))
        return step.value >= low - slack && step.value <= high + slack
          ? nil : "\(step.value) is outside \(low)..\(high)"
      }
      // names stand for all their digits; numbers show six, and as many as the result needs
      let share = step.holdsNames ? 1e-9 : 1.01e-5
      let isMoney = step.rule == .result && abs(numbers[cell] - step.value) <= 0.0051
      return isClose(numbers[cell], step.value, within: share) || isMoney
        ? nil : "\(numbers[cell]) instead of \(step.value)"
    }
  }
}
