import Engine
import Syntax

/// Takes a lesson apart into prose, statements and questions.
///
/// Each statement is run in a session of its own on the way: units that a lesson declares are known
/// from their line on, and a lesson with an error is not begun.
struct LessonReader {
  private(set) var steps: [Lesson.Step] = []
  private(set) var questions = 0

  private let source: SourceText
  private let session = Session()

  init(_ source: SourceText, path: String?) {
    self.source = source
    if let path { session.allowFiles(besides: path) }
  }

  /// - Returns: false if there was an error; it has been reported.
  mutating func read(report: @escaping (Diagnostic) -> Void) -> Bool {
    var parser = Parser(source, units: session.units)
    var end = 0
    var isSound = true
    while true {
      switch parser.next() {
      case .end:
        addProse(gap(end, source.bytes.count))
        return isSound
      case .failure(let diagnostics):
        diagnostics.forEach(report)
        isSound = false
      case .statement(let statement):
        let start = Int(statement.span.start)
        let lines = gap(end, start)
        addProse(lines)
        end = Int(statement.span.end)
        let from = statement.isDocumented ? documentationStart(lines) ?? start : start
        let piece = SourceText(
          name: source.name, bytes: Array(source.bytes[from..<end]),
          firstLine: source.position(of: from).line)
        if case .ask = statement.kind {
          steps.append(.question(piece))
          questions += 1
        } else {
          steps.append(.statement(piece, shown: source.text(statement.span)))
        }
        session.run(piece, mode: .prompt) { outcome in
          if case .diagnostic(let diagnostic) = outcome, diagnostic.severity == .error {
            report(diagnostic)
            isSound = false
          }
        }
      }
    }
  }

  // MARK: prose

  private struct Line {
    var start: Int
    var text: Substring
  }

  /// The lines between two statements.
  private func gap(_ start: Int, _ end: Int) -> [Line] {
    var lines: [Line] = []
    var at = start
    for line in source.bytes[start..<end].split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      var text = Substring(String(decoding: line, as: UTF8.self))
      while text.last?.isBlank == true { text.removeLast() }
      lines.append(Line(start: at, text: text))
      at += line.count + 1
    }
    return lines
  }

  /// `##` lines become paragraphs; an empty one, or any other line, ends a paragraph. A line that is
  /// indented behind its marks stays as it is.
  private mutating func addProse(_ lines: [Line]) {
    var paragraphs: [String] = []
    var isOpen = false
    for line in lines {
      guard let text = Self.prose(line.text), !text.isEmpty else {
        isOpen = false
        continue
      }
      if LessonHead.value(of: "lesson:", text) != nil
        || LessonHead.value(of: "minutes:", text) != nil
      {
        continue
      }
      let isExample = text.first == " "
      if let origin = LessonHead.value(of: "source:", text) {
        if isOpen, let last = paragraphs.indices.last {
          paragraphs[last] += "\nSource: \(origin)"
        } else {
          paragraphs.append("Source: \(origin)")
        }
        isOpen = true
      } else if isOpen, let last = paragraphs.indices.last {
        let joint = isExample || Self.endsInExample(paragraphs[last]) ? "\n" : " "
        paragraphs[last] += joint + text
      } else {
        paragraphs.append(String(text))
        isOpen = true
      }
    }
    if !paragraphs.isEmpty { steps.append(.prose(paragraphs)) }
  }

  private static func endsInExample(_ paragraph: String) -> Bool {
    let start = paragraph.lastIndex(of: "\n").map { paragraph.index(after: $0) }
    return paragraph[(start ?? paragraph.startIndex)...].first == " "
  }

  /// What stands behind `##` and one blank; nil for any other line.
  private static func prose(_ line: Substring) -> Substring? {
    let text = line.drop(while: \.isBlank)
    guard text.hasPrefix("##"), !text.hasPrefix("###") else { return nil }
    let rest = text.dropFirst(2)
    return rest.first == " " ? rest.dropFirst() : rest
  }

  /// Where the `##` lines directly above a statement begin.
  private func documentationStart(_ lines: [Line]) -> Int? {
    var start: Int?
    // the last one is what stands before the statement on its own line
    for line in lines.dropLast().reversed() {
      guard Self.prose(line.text) != nil else { break }
      start = line.start
    }
    return start
  }
}

extension Statement {
  /// Whether the lines above belong to what it defines.
  fileprivate var isDocumented: Bool {
    switch kind {
    case .definition, .function, .unit, .scenario: true
    default: false
    }
  }
}
