@testable import Engine
import Syntax
import Testing
import Units

/// Replays a derivation: every line, read by tj in the meaning that its names have there, comes to
/// the value of its step, and the last one is the answer as tj prints it.
///
/// Parameters and local names become parameters of a function that is made for the line; what holds
/// there (`with`, `under`, the end of a bracket) becomes scenarios.
final class ExplainReplay {
  let tj: Dialogue
  /// lines whose meaning could not be put into words of tj
  private(set) var skipped: [String] = []
  private var scenarios: [String: String] = [:]
  private var functions: [String: String] = [:]

  init(tj: Dialogue) { self.tj = tj }

  func derivation(of text: String) -> Derivation? { Self.derivation(tj.enter(text)) }

  static func derivation(_ outcomes: [Outcome]) -> Derivation? {
    for case .derivation(let derivation) in outcomes { return derivation }
    return nil
  }

  /// What is wrong with the derivation of a line `explain …`; empty where all is right.
  func faults(_ line: String) -> [String] {
    let outcomes = tj.enter(line)
    guard let derivation = Self.derivation(outcomes) else {
      return ["\(line): no derivation, \(Dialogue.errors(outcomes).map(\.id))"]
    }
    var faults: [String] = []
    var end: [Derivation.Remark.Place] = []
    var isAtEnd = false
    // `low(…)` has its own place for each bracket
    let hasEnds = derivation.steps.contains { step in
      ["low(", "high(", "best("].contains { step.text.contains($0) }
    }
    for step in derivation.steps {
      if step.kind == .heading {
        end = []
        isAtEnd = false
        for case .bracket(.end(_, let places, _)) in step.remarks {
          (end, isAtEnd) = (places, true)
        }
        continue
      }
      if let fault = fault(step, at: isAtEnd && !hasEnds ? end : nil) {
        faults.append("\(line): \(step.text): \(fault)")
      }
    }
    if let fault = answer(derivation, to: line) { faults.append("\(line): \(fault)") }
    faults += putBack(derivation).map { "\(line): \($0)" }
    return faults
  }

  // MARK: the answer

  /// Whether the last line at the margin is the answer, at each end of a bracket.
  private func answer(_ derivation: Derivation, to line: String) -> String? {
    // of a distribution the lines are about medians, and the answer about all samples
    if derivation.value.distributed != nil { return nil }
    guard case .numbers(let numbers) = derivation.value.cells else { return nil }
    var sections: [[Derivation.Step]] = [[]]
    for step in derivation.steps {
      if step.kind == .heading {
        sections.append([])
      } else {
        sections[sections.count - 1].append(step)
      }
    }
    let ends = sections.compactMap { section in
      section.last { $0.level == 0 && $0.value.isFinite }
    }
    var wanted = [numbers]
    if let low = derivation.value.low, let high = derivation.value.high { wanted = [low, high] }
    guard ends.count == wanted.count else { return "\(ends.count) answers" }
    for (end, numbers) in zip(ends, wanted) {
      if !numbers.contains(where: { isClose($0, end.value, within: 1e-9) }) {
        return "ends with \(end.text), \(end.value)"
      }
    }
    // one number is printed as the last line has it
    guard wanted.count == 1, numbers.count == 1, derivation.value.axes.isEmpty,
      derivation.value.label == nil
    else { return nil }
    let asked = line.dropFirst("explain ".count).split(separator: " depth ").first ?? ""
    let shown = tj.shown(String(asked))
    // what rests on samples may have its error behind it, and 0.0000 is what has no digit at all
    let isSame =
      derivation.value.errors == nil
      ? ends[0].text == shown
      : shown.hasPrefix(ends[0].text) || shown.contains("sampling error")
    return isSame ? nil : "ends with \(ends[0].text), but \(shown) is printed"
  }

  // MARK: put back

  /// What is wrong with the formulas into which an answer of `solve` was put back: each ends where the
  /// equation says.
  private func putBack(_ derivation: Derivation) -> [String] {
    var faults: [String] = []
    for (place, step) in derivation.steps.enumerated() {
      for case .solution(.putBack(_, let goal)) in step.remarks {
        let inside = derivation.steps[(place + 1)...].prefix {
          $0.level > step.level && $0.kind != .heading
        }
        let top = inside.map(\.level).min() ?? 0
        guard let last = inside.last(where: { $0.level == top }) else { continue }
        if !isClose(last.value, goal.number, within: 1e-6) {
          faults.append("put back, \(last.text) is not \(goal.number)")
        }
      }
    }
    return faults
  }

  // MARK: one line

  private func fault(_ step: Derivation.Step, at end: [Derivation.Remark.Place]?) -> String? {
    // an override of `x` that uses `x` means the one below: then `x` itself comes to the value
    let isOverride = step.rule == .override && step.holdsNames
    var text = isOverride ? step.subject ?? step.text : step.text
    if step.holdsNames, !step.locals.isEmpty, !isOverride {
      guard let call = call(text, step.locals) else { return skip(step) }
      text = call
    }
    text = "(\(text))"
    if step.holdsNames {
      guard var names = step.within.isEmpty ? [] : within(step.within) else { return skip(step) }
      if let end, let pins = pins(end) {
        names = pins + names
      }
      if !names.isEmpty { text += " under \(names.joined(separator: ", "))" }
    }
    let outcomes = tj.enter(text)
    for case .value(_, let value) in outcomes {
      // a line of distributions has every source at its median
      if value.distributed != nil || step.holdsNames, let found = atMedians(text) {
        if step.kind == .truth, found.first == step.value { return nil }
        var medians = value
        medians.cells = .numbers(found)
        if fault(step, medians) == nil { return nil }
      }
      return fault(step, value)
    }
    // columns of a file are shown as a table, and are no one value
    let errors = Dialogue.errors(outcomes).map(\.id)
    return errors.isEmpty && !outcomes.isEmpty ? nil : "\(text) has no value, \(errors)"
  }

  /// The cells of an expression with every distribution at its median; nil for one without.
  private func atMedians(_ text: String) -> [Double]? {
    let session = tj.session
    let source = SourceText(name: "test", text: text)
    var parser = Parser(source, units: session.units)
    guard case .statement(let statement) = parser.next(),
      case .expression(let expression) = statement.kind,
      let formula = try? session.build(expression, source), formula.hasSamples
    else { return nil }
    let outer = session.evaluator.samples
    session.evaluator.samples = .medians(session.sampling)
    defer { session.evaluator.samples = outer }
    return try? session.evaluator.column(formula).cells
  }

  private func skip(_ step: Derivation.Step) -> String? {
    skipped.append(step.text)
    var parser = Parser(SourceText(name: "test", text: step.text), units: tj.session.units)
    if case .statement = parser.next() { return nil }
    return "does not read"
  }

  /// A call of a function of the line's own names.
  private func call(_ text: String, _ locals: [Derivation.Local]) -> String? {
    let names = locals.map(\.name).joined(separator: ", ")
    let key = "(\(names)) = \(text)"
    if functions[key] == nil {
      let name = "replayed_f\(functions.count)"
      guard Dialogue.errors(tj.enter(name + key)).isEmpty else { return nil }
      functions[key] = name
    }
    return functions[key].map { "\($0)(\(locals.map(\.value).joined(separator: ", ")))" }
  }

  /// The scenarios that hold, `with` among them made into one.
  private func within(_ clauses: [String]) -> [String]? {
    var names: [String] = []
    for clause in clauses {
      let source = SourceText(name: "test", text: "1 \(clause)")
      var parser = Parser(source, units: tj.session.units)
      guard case .statement(let statement) = parser.next() else { return nil }
      var found = statement.whatIf
      if case .expression(.whatIf(_, let inner)) = statement.kind { found = inner }
      guard let whatIf = found else { return nil }
      names += whatIf.scenarios.map(\.name.text)
      if whatIf.overrides.isEmpty { continue }
      let body = whatIf.overrides.map { "\($0.name) = \(source.text(of: $0.value))" }
      guard let name = scenario(body.joined(separator: "; ")) else { return nil }
      names.append(name)
    }
    return names
  }

  /// The brackets at an end of the whole, where each of them has a name.
  private func pins(_ places: [Derivation.Remark.Place]) -> [String]? {
    if places.isEmpty { return nil }
    let units = tj.session.units
    var body: [String] = []
    for place in places {
      guard place.name.allSatisfy({ $0.isLetter || $0 == "_" || $0.isNumber }) else { return nil }
      let unit = place.amount.unit
      let number = (place.amount.number - units.offset(of: unit)) / units.factor(of: unit)
      body.append("\(place.name) = \(number) \(units.text(of: unit))")
    }
    return scenario(body.joined(separator: "; ")).map { [$0] }
  }

  private func scenario(_ body: String) -> String? {
    if scenarios[body] == nil {
      let name = "replayed_s\(scenarios.count)"
      guard Dialogue.errors(tj.enter("scenario \(name) { \(body) }")).isEmpty else { return nil }
      scenarios[body] = name
    }
    return scenarios[body]
  }

  // MARK: values

  private func fault(_ step: Derivation.Step, _ value: Value) -> String? {
    let cell = value.axes.reduce(0) { position, axis in
      let label = step.labels.first { $0.axis == axis.name?.text ?? "" }
      return position * axis.count + (label?.position ?? 0)
    }
    guard cell < value.count else { return "has no cell \(cell)" }
    switch value.cells {
    case .texts: return step.kind == .text ? nil : "is a text"
    case .truths(let truths):
      guard step.kind == .truth else { return "is a truth" }
      if case .depends = truths[cell] { return nil }
      return (truths[cell] == .yes) == (step.value == 1) ? nil : "is \(truths[cell])"
    case .numbers(let numbers):
      guard step.kind == .number else { return "is a number" }
      if value.dimension != step.dimension, step.value != 0 { return "has another dimension" }
      // the whole range, at the end of a bracket
      if step.value.isNaN {
        return value.isBracket || step.text.contains("..") ? nil : "is no bracket"
      }
      if let low = value.low?[cell], let high = value.high?[cell], low != high {
        let slack = 1e-9 * max(abs(low), abs(high))
        return step.value >= low - slack && step.value <= high + slack
          ? nil : "\(step.value) is outside \(low)..\(high)"
      }
      // what comes of samples is written as far as it is known
      if let digit = lastDigitOfSamples(step) {
        return abs(numbers[cell] - step.value) <= digit / 2 * (1 + 1e-9)
          ? nil : "\(numbers[cell]) instead of \(step.value)"
      }
      // names stand for all their digits; numbers show six, and as many as the result needs
      let share = step.holdsNames ? 1e-9 : 1.01e-5
      let isMoney = step.rule == .result && abs(numbers[cell] - step.value) <= 0.0051
      return isClose(numbers[cell], step.value, within: share) || isMoney
        ? nil : "\(numbers[cell]) instead of \(step.value)"
    }
  }

  /// What the last digit of a line about samples is worth.
  private func lastDigitOfSamples(_ step: Derivation.Step) -> Double? {
    let isOfSamples = step.remarks.contains {
      if case .distribution = $0 { true } else { false }
    }
    let units = tj.session.units
    var parser = Parser(SourceText(name: "test", text: step.text), units: units)
    guard isOfSamples, case .statement(let statement) = parser.next(),
      case .expression(var value) = statement.kind
    else { return nil }
    if case .negate(let operand, _) = value { value = operand }
    guard case .number(let literal) = value else { return nil }
    let unit = literal.unit.flatMap { try? units.resolve($0) }
    return literal.lastDigit * (unit.map { units.factor(of: $0) } ?? 1)
  }
}
