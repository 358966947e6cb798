import Engine
import Report
import Syntax

/// The lessons that tj brings along, by number.
enum Course {
  struct Item {
    let number: Int
    let source: SourceText
    var head: LessonHead { LessonHead(source.bytes) }
    var fingerprint: UInt64 { Lesson.fingerprint(of: source.bytes) }
  }

  static var count: Int { CourseFiles.all.count }

  /// nil where there is no such number.
  static func item(_ number: Int) -> Item? {
    guard CourseFiles.all.indices.contains(number - 1) else { return nil }
    let text = CourseFiles.all[number - 1].text
    let bytes = text.withUTF8Buffer { Array($0) }
    return Item(number: number, source: SourceText(name: "lesson \(number)", bytes: bytes))
  }

  /// The list, with what has been answered.
  static func report(_ progress: LessonProgress) -> CourseReport {
    CourseReport(
      rows: (1...max(1, count)).compactMap(item).map { item in
        let head = item.head
        let entry = progress.entry(String(item.number), fingerprint: item.fingerprint)
        return CourseReport.Row(
          number: item.number, title: head.title ?? "", minutes: head.minutes ?? 5,
          answered: entry.map { ($0.answered.count, of: $0.questions) })
      })
  }
}
