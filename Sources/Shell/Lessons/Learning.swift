import Engine
import Glibc
import LineEditing
import Report
import Syntax

/// `tj learn`: the list of lessons, or one of them.
package struct Learning: Equatable, Sendable {
  /// `3`, or a file; nil for the list
  package var lesson: String?
  /// Plays the lesson with its answers filled in; keeps no progress.
  package var isDemo = false
  /// Begins anew, whatever has been answered.
  package var isAgain = false
  package var format = Format.text
  package var colour = Invocation.Colour.auto
  package var bounds = Bounds()

  package init() {}

  package func run() -> ExitStatus {
    let output = Output.standard(colour)
    let interpreter = Interpreter(output: output)
    bounds.hold(interpreter.session)
    Watchdog.watch(bounds.limits, format)
    let isConversation = isTerminal(0) && isTerminal(1)
    let status = run(interpreter, progress: .standard) {
      isConversation ? .terminal(LineEditor()) : .lines(PlainReader())
    }
    return output.finish(status, hasStopped: true)
  }

  /// - Parameter input: asked for only where somebody answers.
  package func run(
    _ interpreter: Interpreter, progressPath: String?, lines descriptor: Int32
  ) -> ExitStatus {
    run(interpreter, progress: LessonProgress(path: progressPath)) {
      .lines(PlainReader(descriptor: descriptor))
    }
  }

  private func run(
    _ interpreter: Interpreter, progress: LessonProgress, input: () -> LessonInput
  ) -> ExitStatus {
    let output = interpreter.output
    guard let name = lesson else {
      Course.report(progress).write(
        format, hasColour: output.hasColour, into: &output.results.bytes)
      return .success
    }
    do {
      guard let lesson = try find(name, report: interpreter.show) else { return .failure }
      return take(lesson, interpreter, progress, input: isDemo ? .demo : input())
    } catch {
      interpreter.show(error)
      return .failure
    }
  }

  /// - Returns: nil where the lesson has errors, which have been reported.
  private func find(_ name: String, report: @escaping (Diagnostic) -> Void) throws(Diagnostic)
    -> Lesson?
  {
    let nowhere = Place(SourceText(name: name, bytes: []), Span(0, 0))
    if name.utf8.allSatisfy({ (48...57).contains($0) }), !name.isEmpty {
      guard let item = Int(name).flatMap(Course.item) else {
        throw Diagnostic(ShellProblem.noLesson(name, count: Course.count), at: nowhere)
      }
      return Lesson(item.source, number: item.number, path: nil, report: report)
    }
    let bytes = try FileName.read(name, at: nowhere, saysFolder: false)
    return Lesson(
      SourceText(name: name, bytes: bytes), number: nil, path: name, report: report)
  }

  private func take(
    _ lesson: Lesson, _ interpreter: Interpreter, _ progress: LessonProgress, input: LessonInput
  ) -> ExitStatus {
    var progress = progress
    let entry = progress.entry(lesson.id, fingerprint: lesson.fingerprint)
    let answered = isDemo || isAgain ? [] : entry?.answered ?? []
    let teacher = Teacher(lesson, interpreter, input: input, answered: answered)
    let command = "tj learn \(lesson.number.map(String.init) ?? lesson.id)"
    let title = lesson.number.map { "Lesson \($0): \(lesson.title)" } ?? lesson.title
    let about = Self.about(lesson, isDemo: isDemo)
    teacher.show(teacher.text.head(title, about: about))
    if lesson.questions > 0, answered.count >= lesson.questions {
      teacher.show(
        teacher.text.reply(
          "Done.", isRight: true, "Every question is answered. `\(command) --again` begins anew."))
      return .success
    }
    if !answered.isEmpty {
      teacher.show(
        teacher.text.reply(
          "Going on:",
          "\(answered.count) of \(lesson.questions) are answered. `:list` shows what is defined, "
            + "`\(command) --again` begins anew."))
    }
    var hasComplained = isDemo
    teacher.keep = { numbers in
      let entry = LessonProgress.Entry(
        fingerprint: lesson.fingerprint, questions: lesson.questions, answered: numbers)
      guard let number = progress.keep(entry, of: lesson.id), !hasComplained else { return }
      hasComplained = true
      let nowhere = Place(SourceText(name: "", bytes: []), Span(0, 0))
      interpreter.show(
        .note(
          ShellProblem.progressNotKept(
            progress.path ?? "", reason: String(cString: strerror(number))), at: nowhere))
    }
    if isDemo { teacher.keep = { _ in } }
    let isComplete = Self.interruptible(interpreter, input) { teacher.teach() }
    say(teacher, command, isComplete: isComplete)
    if case .terminal(let editor) = input {
      editor.saveHistory()
      return .success
    }
    if interpreter.isInterrupted { return .interrupted }
    return isComplete ? .success : .failure
  }

  private static func about(_ lesson: Lesson, isDemo: Bool) -> String {
    let questions = lesson.questions == 1 ? "1 question" : "\(lesson.questions) questions"
    let time =
      "About \(lesson.minutes) \(lesson.minutes == 1 ? "minute" : "minutes"), \(questions)."
    if isDemo || lesson.questions == 0 { return time }
    return time + " Answer with a value or a formula: `2 kW * 3 h` is as good as `6 kWh`. "
      + "`hint` helps, `skip` goes on, `quit` leaves, `?name` says what a name is."
  }

  private func say(_ teacher: Teacher, _ command: String, isComplete: Bool) {
    let lesson = teacher.lesson
    let text = teacher.text
    guard lesson.questions > 0 else { return }
    if isComplete {
      var next = ""
      if let number = lesson.number, let item = Course.item(number + 1), !isDemo {
        next = " Next: `tj learn \(number + 1)`, \(item.head.title ?? "")."
      }
      let count =
        lesson.questions == 1 ? "The question is" : "All \(lesson.questions) questions are"
      return teacher.show(text.reply("Done.", isRight: true, "\(count) answered.\(next)"))
    }
    teacher.show(
      text.reply(
        "\(teacher.answered.count) of \(lesson.questions)",
        "questions are answered. `\(command)` goes on with the first open one."))
  }

  /// Ctrl-C stops a calculation: through the editor at a terminal, through its signal elsewhere.
  private static func interruptible(
    _ interpreter: Interpreter, _ input: LessonInput, _ body: () -> Bool
  ) -> Bool {
    defer { interpreter.obey { false } }
    if case .terminal(let editor) = input {
      let completer = Completer(interpreter.session, words: Teacher.words)
      editor.needsMore = Prompt.needsMore
      editor.complete = { completer.complete($0, at: $1) }
      interpreter.output.isConversation = true
      interpreter.obey { [unowned editor] in editor.interruptPending() }
      return body()
    }
    Interruption.begin()
    defer { Interruption.end() }
    interpreter.obey { Interruption.isAsked }
    return body()
  }
}
