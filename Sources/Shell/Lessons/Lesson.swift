import Engine
import Syntax

/// A lesson: prose, statements that are shown as if typed, and questions, in their order.
///
/// ```
/// ## lesson: Watts and joules
/// ## minutes: 3
///
/// ## A watt is a joule per second.
/// ask "How many joules does a lamp of 10 W take in an hour?" expect 10 W * 1 h -> J within 2%
/// ```
///
/// It is a script like any other; `ask` says its answer there.
struct Lesson {
  enum Step {
    /// paragraphs; a line that begins with blanks is an example
    case prose([String])
    /// a statement with the documentation above it, and as it is shown
    case statement(SourceText, shown: String)
    /// one that asks
    case question(SourceText)
  }

  /// `3`, or the whole path of a file: what progress is kept under.
  let id: String
  /// The number in the course; nil for a file.
  let number: Int?
  let title: String
  let minutes: Int
  let steps: [Step]
  let questions: Int
  /// Of all bytes: progress in another text does not count.
  let fingerprint: UInt64
  /// The file, for what it may `use`; nil in the course.
  let path: String?

  /// Reads and tries a lesson. Errors are reported; then there is none.
  init?(
    _ source: SourceText, number: Int?, path: String?, report: @escaping (Diagnostic) -> Void
  ) {
    self.number = number
    self.path = path
    id = number.map(String.init) ?? FileName.whole(source.name)
    fingerprint = Self.fingerprint(of: source.bytes)
    var reader = LessonReader(source, path: path)
    guard reader.read(report: report) else { return nil }
    steps = reader.steps
    questions = reader.questions
    let head = LessonHead(source.bytes)
    title = head.title ?? FileName.last(source.name)
    minutes = head.minutes ?? max(1, questions)
  }

  /// FNV-1a, 64 bits.
  static func fingerprint(of bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

/// What the first lines of a lesson say about it: `## lesson: TITLE`, `## minutes: 5`.
struct LessonHead {
  var title: String?
  var minutes: Int?

  init(_ bytes: some Collection<UInt8>) {
    for line in bytes.prefix(2000).split(separator: UInt8(ascii: "\n")) {
      guard line.starts(with: "##".utf8) else { continue }
      let text = String(decoding: line, as: UTF8.self).dropFirst(2)
      if title == nil, let rest = Self.value(of: "lesson:", text) { title = rest }
      if minutes == nil, let rest = Self.value(of: "minutes:", text) { minutes = Int(rest) }
    }
  }

  static func value(of key: String, _ line: Substring) -> String? {
    let text = line.drop(while: \.isBlank)
    guard text.hasPrefix(key) else { return nil }
    var rest = text.dropFirst(key.count).drop(while: \.isBlank)
    while rest.last?.isBlank == true { rest.removeLast() }
    return rest.isEmpty ? nil : String(rest)
  }
}
