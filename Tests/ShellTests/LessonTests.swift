import Engine
import Glibc
import Report
import Support
import Syntax
import Testing

@testable import Shell

// Testing has one too.
private typealias ExitStatus = Shell.ExitStatus

/// Reading lessons, and the file of what has been answered. The dialogue is tested at a terminal.
struct LessonTests {
  let folder = TemporaryFolder()

  private func lesson(_ text: String) -> (lesson: Lesson?, errors: [String]) {
    var errors: [String] = []
    let lesson = Lesson(SourceText(name: "mine.tj", text: text), number: nil, path: nil) {
      errors.append($0.problem.id)
    }
    return (lesson, errors)
  }

  /// A lesson in short: prose in quotes, statements as they are shown, questions as `?`.
  private func steps(_ text: String) -> [String] {
    (lesson(text).lesson?.steps ?? []).map { step in
      switch step {
      case .prose(let paragraphs): "'" + paragraphs.joined(separator: "|") + "'"
      case .statement(_, let shown): shown
      case .question: "?"
      }
    }
  }

  // MARK: reading

  @Test func `prose, statements and questions in their order`() {
    #expect(
      steps("## One.\n\nx = 3 kW\n## Two\n## and more.\n\n## Three.\nask \"?\" expect x\n## End.")
        == ["'One.'", "x = 3 kW", "'Two and more.|Three.'", "?", "'End.'"])
  }

  @Test func `what is prose and what is not`() {
    #expect(
      steps("# a comment\n### another\n## prose # with a mark\n") == ["'prose # with a mark'"])
    #expect(steps("##\n##   \n## a\n##\n## b\n") == ["'a|b'"])
    #expect(steps("## a\n##   x = 3\n##   y = 4\n## b") == ["'a\n  x = 3\n  y = 4\nb'"])
    #expect(steps("## a\n## source: b\n") == ["'a\nSource: b'"])
    #expect(steps("## lesson: T\n## minutes: 3\n## a\n") == ["'a'"])
    #expect(steps("x = 3; y = 4 # both\n") == ["x = 3", "y = 4"])
    #expect(steps("").isEmpty)
    #expect(steps("## a\r\nx = 3\r\n") == ["'a'", "x = 3"])
  }

  @Test func `a statement brings its documentation, but shows itself alone`() throws {
    let found = try #require(lesson("## A node.\n## source: me\nnode = 3 kW\n").lesson)
    guard case .statement(let source, let shown) = found.steps[1] else {
      Issue.record("no statement")
      return
    }
    #expect(shown == "node = 3 kW")
    #expect(source.text(Span(0, 100)) == "## A node.\n## source: me\nnode = 3 kW")
    #expect(source.firstLine == 1)
  }

  @Test func `the head`() throws {
    let known = try #require(lesson("## lesson: Lamps \n## minutes: 7\nask \"?\" expect 3").lesson)
    #expect((known.title, known.minutes, known.questions) == ("Lamps", 7, 1))
    let bare = try #require(lesson("ask \"?\" expect 3\nask \"?\" expect 4").lesson)
    #expect((bare.title, bare.minutes, bare.questions) == ("mine.tj", 2, 2))
    #expect(lesson("## minutes: many\n").lesson?.minutes == 1)
  }

  @Test func `a lesson with an error is none`() {
    #expect(lesson("ask \"?\" expect nowhere").errors == ["unknown-name"])
    #expect(lesson("ask \"?\" expect nowhere").lesson == nil)
    #expect(lesson("x = = 3\ny = (").lesson == nil)
    #expect(lesson("x = 3 kW + 2 h").lesson == nil)
    #expect(lesson("x = 3 kW\nask \"?\" expect x + 1 m\n").errors == ["do-not-add"])
  }

  @Test func `units of a lesson are known from their line on`() {
    #expect(steps("unit lap = 400 m\nask \"?\" expect 3 lap") == ["unit lap = 400 m", "?"])
  }

  @Test func `another text has another fingerprint`() {
    let texts = ["", "a", "b", "ask \"?\" expect 3", "ask \"?\" expect 4"]
    #expect(Set(texts.map { Lesson.fingerprint(of: $0.utf8) }).count == texts.count)
  }

  // MARK: the course

  @Test func `every lesson of the course can be read`() throws {
    #expect(Course.count == 10)
    for number in 1...Course.count {
      let item = try #require(Course.item(number))
      var errors: [String] = []
      let lesson = Lesson(item.source, number: number, path: nil) { errors.append($0.problem.id) }
      #expect(errors == [], "lesson \(number)")
      #expect((4...7).contains(lesson?.questions ?? 0), "lesson \(number)")
      #expect(item.head.title != nil && item.head.minutes != nil, "lesson \(number)")
    }
    #expect(Course.item(0) == nil)
    #expect(Course.item(11) == nil)
  }

  /// What the lessons define has a source, or says that it is the lesson's own assumption.
  @Test func `every figure of the course has a source`() throws {
    for number in 1...Course.count {
      let tj = Conversation()
      let item = try #require(Course.item(number))
      _ = tj.run(String(decoding: item.source.bytes, as: UTF8.self))
      for entry in tj.interpreter.session.entries(kind: "definitions", matching: "") {
        guard let page = tj.interpreter.session.describe(entry.name) else { continue }
        let formula = page.facts.first { $0.label == "formula" }?.value ?? ""
        let rests = page.facts.contains { $0.label == "rests on" }
        let hasSource = page.facts.contains { $0.label == "source" }
        let isAssumption = page.paragraphs.joined().contains("assumption of this lesson")
        let isExample = formula.hasPrefix("[1, 2, 4, 8]") || formula.contains("facility.")
        #expect(
          rests || hasSource || isAssumption || isExample || formula.contains("156 t/s"),
          "lesson \(number): \(entry.name) = \(formula)")
      }
    }
  }

  // MARK: progress

  @Test func `progress is kept and found again`() {
    let path = folder.path + "/lessons"
    var progress = LessonProgress(path: path)
    let entry = LessonProgress.Entry(fingerprint: 7, questions: 3, answered: [2, 1])
    #expect(progress.keep(entry, of: "/a b/c.tj") == nil)
    #expect(progress.keep(entry, of: "2") == nil)
    let again = LessonProgress(path: path)
    #expect(again.entry("2", fingerprint: 7) == entry)
    #expect(again.entry("/a b/c.tj", fingerprint: 7) == entry)
    #expect(again.entry("2", fingerprint: 8) == nil)
    #expect(again.entry("3", fingerprint: 7) == nil)
    #expect(
      folder.read("lessons")
        == "# lesson, fingerprint of its text, questions, those answered\n"
        + "/a b/c.tj\t7\t3\t1 2\n2\t7\t3\t1 2\n")
  }

  @Test func `two at once do not lose each other's progress`() {
    let path = folder.path + "/lessons"
    var one = LessonProgress(path: path)
    var other = LessonProgress(path: path)
    let entry = LessonProgress.Entry(fingerprint: 7, questions: 3, answered: [1])
    #expect(one.keep(entry, of: "1") == nil)
    #expect(other.keep(entry, of: "2") == nil)
    #expect(LessonProgress(path: path).entries.count == 2)
  }

  @Test func `what cannot be kept`() {
    let entry = LessonProgress.Entry(fingerprint: 7, questions: 3, answered: [1])
    var nowhere = LessonProgress(path: nil)
    #expect(nowhere.keep(entry, of: "1") == nil)
    folder.write("", to: "file")
    var below = LessonProgress(path: folder.path + "/file/lessons")
    #expect(below.keep(entry, of: "1") == ENOTDIR)
    var odd = LessonProgress(path: folder.path + "/lessons")
    #expect(odd.keep(entry, of: "a\tb\nc") == nil)
    #expect(folder.read("lessons") == nil)
  }

  // MARK: a dialogue without a terminal

  @Test func `answers are read line by line`() {
    let file = folder.write(
      "## Words.\nlamp = 10 W\nask \"What in 2 h?\" expect lamp * 2 h\n", to: "mine.tj")
    let answers = folder.write("lamp\n(lamp *\n2 h)\n", to: "answers")
    let descriptor = open(answers, O_RDONLY)
    defer { close(descriptor) }
    let screen = ByteSink()
    let interpreter = Interpreter(output: Output(results: screen, messages: screen))
    var learning = Learning()
    learning.lesson = file
    let status = learning.run(interpreter, progressPath: nil, lines: descriptor)
    let shown = String(decoding: screen.bytes, as: UTF8.self)
    #expect(status == .success)
    #expect(
      shown.hasSuffix(
        """
        tj> lamp = 10 W
            lamp = 10 W   # W is power
        lamp = 10 W

        Question 1 of 1: What in 2 h?
        answer> lamp
            lamp
        10 W
        Not yet. That is power, J per second, and an energy is asked for: a watt is a
        rate. Did you forget to multiply by a time?
        answer> (lamp *
                2 h)
            lamp * (2 h)   # h is time
        20 Wh
        Right.

        Done. The question is answered.

        """), "\(shown)")
  }
}
