import Engine
import Report
import Syntax

/// Takes somebody through a lesson: shows it step by step, asks, and judges what is answered.
///
/// The learner's session is a normal one: definitions and `:commands` at the answer prompt are
/// carried out, and the question is asked again. A second session (`key`) knows the lesson alone, so
/// that what the learner defines changes no answer.
final class Teacher {
  static let prompt = "answer> "
  /// What may be typed besides answers.
  static let words = ["hint", "skip", "quit", "help", "yes", "no"]

  let lesson: Lesson
  let interpreter: Interpreter
  let input: LessonInput
  let key: Session
  /// Numbers of the questions that have been answered, from 1.
  private(set) var answered: Set<Int>
  /// Called after each right answer.
  var keep: (Set<Int>) -> Void = { _ in }

  /// `quit`, Ctrl-D, or the end of the lines.
  private(set) var hasLeft = false

  var output: Output { interpreter.output }
  var text: LessonText { LessonText(Settings(hasColour: output.hasColour, width: output.width)) }
  private var hasShown = false
  /// What was typed last was no answer, and has been done.
  private var wasCarriedOut = false

  init(_ lesson: Lesson, _ interpreter: Interpreter, input: LessonInput, answered: Set<Int> = []) {
    self.lesson = lesson
    key = Session(units: interpreter.session.units)
    self.interpreter = interpreter
    self.input = input
    self.answered = answered
    if let path = lesson.path {
      key.allowFiles(besides: path)
      interpreter.session.allowFiles(besides: path)
    }
    interpreter.session.allowFiles(besides: "prompt")
  }

  /// From the first question that is open.
  /// - Returns: whether every question has been answered, now or earlier.
  @discardableResult
  func teach() -> Bool {
    if Command.named("echo") != nil {
      interpreter.run(SourceText(name: lesson.title, text: ":echo on"), mode: .prompt)
    }
    let firstOpen = (1...max(1, lesson.questions)).first { !answered.contains($0) } ?? 1
    var number = 0
    // what stands before the first open question has been seen: only its definitions are brought
    var isKnown = firstOpen > 1
    for step in lesson.steps where !hasLeft {
      switch step {
      case .prose(let paragraphs):
        if !isKnown { show(text.prose(paragraphs)) }
      case .statement(let source, let shown):
        key.run(source, mode: .prompt) { _ in }
        if isKnown {
          interpreter.session.run(source, mode: .prompt) { _ in }
        } else {
          show(text.typed("tj> ", shown))
          output.renew()
          interpreter.run(source, mode: .prompt)
        }
      case .question(let source):
        number += 1
        if number + 1 >= firstOpen { isKnown = false }
        if answered.contains(number) { continue }
        guard let exercise = exercise(source) else { continue }
        ask(exercise, number)
      }
      output.flush()
    }
    return answered.count >= lesson.questions
  }

  private func exercise(_ source: SourceText) -> Exercise? {
    var found: Exercise?
    key.run(source, mode: .prompt) { outcome in
      if case .exercise(let exercise) = outcome { found = exercise }
    }
    return found
  }

  // MARK: asking

  private func ask(_ exercise: Exercise, _ number: Int) {
    show(text.question(number, of: lesson.questions, exercise.text))
    let hints = exercise.allHints(key.units)
    var given = 0
    var wrong = 0
    while !hasLeft {
      output.flush()
      switch input.next(prompt: Self.coloured(Self.prompt, output), answer: exercise.answer) {
      case .end: hasLeft = true
      case .interrupted: continue
      case .text(let typed):
        if input.showsWhatIsTyped { tell(text.typed(Self.prompt, typed)) }
        switch Self.trimmed(typed) {
        case "": continue
        case "quit", "exit", ":quit": hasLeft = true
        case "help": tell(text.reply("`hint` helps,", "`skip` goes on, `quit` leaves."))
        case "skip", ":skip":
          derive(exercise)
          return restore()
        case "hint", ":hint":
          if given < hints.count {
            given += 1
            tell(text.reply("Hint \(given) of \(hints.count).", hints[given - 1]))
          } else {
            derive(exercise)
            tell(text.reply("Now you:", "type it, or `skip`."))
          }
        default:
          wasCarriedOut = false
          guard let verdict = judge(typed, exercise) else {
            if wasCarriedOut, !hasLeft {
              show(text.question(number, of: lesson.questions, exercise.text))
            }
            continue
          }
          if verdict {
            answered.insert(number)
            keep(answered)
            return restore()
          }
          wrong += 1
          if wrong == 2, given == 0 { tell(text.reply("`hint` helps,", "`skip` goes on.")) }
          // nobody could mend the answer that the lesson itself gives
          if case .demo = input { return restore() }
        }
      }
    }
  }

  /// Judges what was typed.
  /// - Returns: nil for what is no answer; it has been carried out.
  private func judge(_ typed: String, _ exercise: Exercise) -> Bool? {
    let word = Self.trimmed(typed)
    switch exercise.value.cells {
    case .texts(let texts) where texts == [word]:
      tell(text.reply("Right.", isRight: true))
      return true
    case .truths where ["yes", "no"].contains(word) && interpreter.session.describe(word) == nil:
      return judge(word == "yes" ? "true" : "false", exercise)
    default: break
    }
    guard let answer = answer(typed) else { return nil }
    return judge(answer, typed, exercise)
  }

  /// What was typed, if it is an answer: one expression that has a value. Anything else is carried
  /// out like an entry at the prompt.
  private func answer(_ typed: String) -> Value? {
    var parser = Parser(
      SourceText(name: "prompt", text: typed), units: interpreter.session.units, isPrompt: true)
    guard case .statement(let statement) = parser.next(),
      case .expression(let expression) =
        statement.kind, case .end = parser.next()
    else {
      interpreter.enter(typed)
      wasCarriedOut = !interpreter.hasStopped
      if interpreter.isLeaving { hasLeft = true }
      return nil
    }
    let isNumber = if case .number = expression { true } else { false }
    var found: Value?
    output.renew()
    interpreter.session.checkpoint()
    interpreter.session.run(SourceText(name: "prompt", text: typed), mode: .prompt) {
      [unowned self] outcome in
      if case .value(nil, let value) = outcome {
        found = value
        // a number that was typed says itself
        if isNumber { return }
      }
      interpreter.take(outcome)
      if case .diagnostic(let diagnostic) = outcome,
        case .lowAboveHigh = diagnostic.problem as? EngineProblem
      {
        tell(text.reply("Not yet.", isRight: false, Finding.endsSwapped.words(key.units)))
      }
    }
    return found
  }

  /// Says whether it is right, or what it would be the answer to.
  private func judge(_ answer: Value, _ typed: String, _ exercise: Exercise) -> Bool {
    switch key.judge(answer, typed: typed, for: exercise) {
    case .right:
      let shown = LessonText.value(answer, units: interpreter.session.units)
      let exact = LessonText.value(exercise.value, units: key.units)
      let isSame = shown == exact || !exercise.value.differs(from: answer)
      tell(text.reply("Right.", isRight: true, isSame ? "" : "Worked out it is \(exact)."))
      return true
    case .wrong(var findings):
      let changed = interpreter.session.differing(from: key).map(\.name)
        .filter(key.names(under: exercise).contains)
      // a number alone is wrong by itself
      if !changed.isEmpty, typed.contains(where: \.isLetter), namesSomething(typed) {
        findings = [.redefined(changed)]
      }
      let words = findings.map { $0.words(key.units) }.joined(separator: " ")
      tell(text.reply("Not yet.", isRight: false, words))
      return false
    }
  }

  /// Whether a definition stands in what was typed.
  private func namesSomething(_ typed: String) -> Bool {
    let words = typed.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    return words.contains { interpreter.session.isDefined(String($0)) }
  }

  /// What the learner has given another meaning means what the lesson says again.
  private func restore() {
    for (name, definition) in interpreter.session.differing(from: key) {
      interpreter.session.run(SourceText(name: lesson.title, text: definition), mode: .prompt) {
        _ in
      }
      tell(text.reply("`\(name)`", "is the lesson's again."))
    }
  }

  // MARK: showing

  /// How the answer comes about.
  private func derive(_ exercise: Exercise) {
    var outcomes: [Outcome] = []
    key.digits = interpreter.digits
    let source = SourceText(name: lesson.title, text: "explain \(exercise.answer)")
    let isSound = key.run(source, mode: .prompt) { outcomes.append($0) }
    output.renew()
    if isSound, !outcomes.isEmpty {
      for outcome in outcomes { output.show(outcome, units: key.units) }
    } else {
      let value = LessonText.value(exercise.value, units: key.units)
      let line = value == exercise.answer ? value : "\(exercise.answer)  =  \(value)"
      tell(text.typed("    ", line))
    }
    output.results.flush()
  }

  /// A part of its own, with an empty line before it.
  func show(_ styled: Styled) {
    if hasShown { output.results.write("\n") }
    tell(styled)
  }

  func tell(_ styled: Styled) {
    hasShown = true
    output.show(styled)
  }

  private static func coloured(_ prompt: String, _ output: Output) -> String {
    output.hasColour ? "\u{1B}[1m\(prompt.dropLast())\u{1B}[0m " : prompt
  }

  private static func trimmed(_ text: String) -> String {
    var part = text.drop(while: \.isBlank)
    while part.last?.isBlank == true { part.removeLast() }
    return String(part)
  }
}

extension Value {
  /// Whether another value is not just this one: then the digits are worth saying.
  fileprivate func differs(from other: Value) -> Bool {
    guard case .numbers(let a) = cells, case .numbers(let b) = other.cells, a.count == 1,
      b.count == 1, dimension == other.dimension, !isBracket
    else { return false }
    return abs(a[0] - b[0]) > 1e-6 * abs(a[0])
  }
}

extension Output {
  /// Something that is no outcome: the words of a lesson.
  func show(_ styled: Styled) {
    messages.flush()
    styled.write(hasColour: hasColour, into: &results.bytes)
    results.flush()
  }
}
