import EnergyCore
import Syntax
import Units

/// `ask`: a question, valued with what a judge needs to know about its answer.
extension Session {
  func ask(_ question: Question, _ statement: Statement) throws(Diagnostic) {
    let source = statement.source
    let text = try words(of: question.text, source)
    var hints: [String] = []
    for hint in question.hints { hints.append(try words(of: hint, source)) }
    let formula = try build(question.answer, source)
    let value = try value(of: formula)
    let answer = source.text(of: question.answer)
    var exercise = Exercise(
      text: text, answer: oneLine(answer), value: value, tolerance: .share(0.01), hints: hints,
      factors: [], names: [])
    switch question.within {
    case nil: break
    case .rounding:
      exercise.toleranceText = "rounding"
      exercise.tolerance = .amount(try roundingOfAnswer(question.answer, source))
    case .amount(let amount):
      exercise.toleranceText = source.text(of: amount)
      exercise.tolerance = try tolerance(amount, of: value, source)
    }
    try gather(into: &exercise, question.answer, source)
    exercise.otherEnd = otherEnd(question.answer, source)
    exercise.beginning = beginning(of: question.answer, source)
    emit(.exercise(exercise))
  }

  private func words(of text: Expression, _ source: SourceText) throws(Diagnostic) -> String {
    let value = try value(of: build(text, source))
    guard case .texts(let texts) = value.cells, texts.count == 1 else {
      throw Diagnostic(
        EngineProblem.questionVaries(axes: value.axes.compactMap(\.name?.text)),
        at: Place(source, text.span))
    }
    return texts[0]
  }

  private func tolerance(_ amount: Expression, of value: Value, _ source: SourceText)
    throws(Diagnostic) -> Exercise.Tolerance
  {
    let formula = try build(amount, source)
    guard formula.type.kind == .number, case .numbers(let numbers) = value.cells,
      !numbers.isEmpty,
      case .constant(let number, _) = formula.code, number.isFinite, number >= 0
    else {
      throw Diagnostic(
        EngineProblem.toleranceOfQuestion(source.text(of: amount)), at: Place(source, amount.span))
    }
    let isShare =
      formula.type.dimension == .none && (value.dimension != .none || formula.type.unit != .one)
    if isShare { return .share(number) }
    guard formula.type.dimension == value.dimension else {
      throw Diagnostic(
        EngineProblem.toleranceOfQuestion(source.text(of: amount)), at: Place(source, amount.span))
    }
    return .amount(number)
  }

  /// Half a unit of the last digit that the answer is written with.
  private func roundingOfAnswer(_ answer: Expression, _ source: SourceText) throws(Diagnostic)
    -> Double
  {
    guard case .number(let literal) = answer else {
      throw Diagnostic(
        EngineProblem.toleranceOfQuestion("rounding"), at: Place(source, answer.span))
    }
    let unit = literal.unit.flatMap { try? units.resolve($0) }
    return literal.lastDigit / 2 * (unit.map { units.factor(of: $0) } ?? 1) * (1 + 1e-9)
  }

  // MARK: what a wrong answer may lack

  private func gather(
    into exercise: inout Exercise, _ answer: Expression, _ source: SourceText
  ) throws(Diagnostic) {
    let found = try DependencyWalk(self).run(answer, source, in: world)
    let direct = Set(found.items[0].children)
    var seen: Set<String> = []
    for index in found.inOrder {
      let item = found.items[index]
      // the number of a leaf is the value of its name
      if !found.isLeaf(index) {
        for number in item.numbers { add(number.text, holder: item.name, to: &exercise) }
      }
      switch item.subject {
      case .definition(let node):
        seen.insert(item.name)
        add(.name(item.name), try? value(of: node), isOnTheWay: true, to: &exercise)
      case .figure(let entry, let field):
        add(
          .name(item.name), entry.field(field).flatMap { value(of: $0.figure) }, isOnTheWay: true,
          to: &exercise)
      default: break
      }
      if direct.contains(index) {
        switch item.subject {
        case .definition, .figure, .constant: exercise.names.append(item.name)
        default: break
        }
      }
    }
    for name in world.names.sorted() where !seen.contains(name.text) {
      guard let node = world.node(name) else { continue }
      add(.name(name.text), try? value(of: node), isOnTheWay: false, to: &exercise)
    }
  }

  private func add(
    _ cause: Finding.Cause, _ value: Value?, isOnTheWay: Bool, to exercise: inout Exercise
  ) {
    guard let value, value.axes.isEmpty, !value.isBracket, case .numbers(let numbers) = value.cells,
      let number = numbers.first, number.isFinite, number != 0
    else { return }
    // `pue = facility.google_fleet` is one factor, by the name that is nearer
    let isKnown = exercise.factors.contains {
      guard case .name = $0.cause else { return false }
      return $0.value == number && $0.dimension == value.dimension && $0.isOnTheWay == isOnTheWay
    }
    if isKnown { return }
    exercise.factors.append(
      Exercise.Factor(
        cause: cause, value: number, dimension: value.dimension, isOnTheWay: isOnTheWay))
    if value.dimension == .none, case .name(let name) = cause, abs(number) < 1 {
      exercise.factors.append(
        Exercise.Factor(
          cause: .onePlus(name), value: 1 + number, dimension: .none, isOnTheWay: isOnTheWay))
    }
  }

  /// A number as it is written in a formula: `4`, `1.1`, `10%`, `pue = 1.2`.
  private func add(_ text: String, holder: String, to exercise: inout Exercise) {
    let written = text.split(separator: "=").last.map(String.init) ?? text
    guard let (number, unit) = Parser.quantity(written, units: units) else { return }
    let resolved = unit.flatMap { try? units.resolve($0) }
    if unit != nil, resolved == nil { return }
    let value = number * (resolved.map { units.factor(of: $0) } ?? 1)
    guard value.isFinite, value != 0 else { return }
    let dimension = resolved.map { units.dimension(of: $0) } ?? .none
    exercise.factors.append(
      Exercise.Factor(
        cause: .number(text, holder: holder), value: value, dimension: dimension, isOnTheWay: true))
    if dimension != .none, number != 1, number.isFinite, number != 0 {
      let figure = units.numberText(number, unit: .one, digits: 6)
      exercise.factors.append(
        Exercise.Factor(
          cause: .count(figure, of: String(written.drop(while: \.isWhitespace)), holder: holder),
          value: number, dimension: .none, isOnTheWay: true))
    }
    if dimension == .none, value < 1 {
      exercise.factors.append(
        Exercise.Factor(cause: .onePlus(text), value: 1 + value, dimension: .none, isOnTheWay: true)
      )
    }
  }

  /// Of `low(x)` the value of `high(x)`, and the other way round.
  private func otherEnd(_ answer: Expression, _ source: SourceText) -> Value? {
    var answer = answer
    if case .convert(let base, _, _) = answer { answer = base }
    guard case .call(var call) = answer, ["low", "high"].contains(call.name.text) else {
      return nil
    }
    call.name = Name(call.name.text == "low" ? "high" : "low")
    guard let formula = try? build(.call(call), source) else { return nil }
    return try? value(of: formula)
  }

  /// `node / ?` of `node / tput`, `max(?)` of a call, `9.4 J/t -> ?` of a conversion alone; nil for what
  /// is a number, a name or a list.
  private func beginning(of answer: Expression, _ source: SourceText) -> String? {
    var answer = answer
    // the unit that is asked for is a part of the question
    var conversion: String?
    if case .convert(let base, let unit, _) = answer {
      (answer, conversion) = (base, " -> " + source.text(unit.span))
    }
    switch answer {
    case .binary(let binary):
      // (a bracket may stand before what the span begins with)
      let start = Int(source.balanced(binary.left.span).start)
      return oneLine(source.text(Span(start, Int(binary.opSpan.end)))) + " ?"
        + (conversion ?? "")
    case .call(let call): return "\(call.name.text)(?)" + (conversion ?? "")
    default: return conversion != nil ? oneLine(source.text(of: answer)) + " -> ?" : nil
    }
  }
}
