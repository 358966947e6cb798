import CSV

/// The lessons that there are, with how far each has got: `tj learn`.
///
/// ```
/// Lessons: `tj learn 1` takes the first
///   1  Watts, joules and seconds       5 min  done
///   2  From a node to joules per token 5 min  2 of 5
/// ```
package struct CourseReport {
  package struct Row: Sendable {
    package var number: Int
    package var title: String
    package var minutes: Int
    /// questions answered, and how many there are; nil for a lesson not begun
    package var answered: (Int, of: Int)?

    package init(number: Int, title: String, minutes: Int, answered: (Int, of: Int)?) {
      self.number = number
      self.title = title
      self.minutes = minutes
      self.answered = answered
    }

    var isDone: Bool { answered.map { $0 >= $1 } ?? false }

    var state: String {
      guard let answered else { return "" }
      return isDone ? "done" : "\(answered.0) of \(answered.1) answered"
    }
  }

  private let rows: [Row]

  package init(rows: [Row]) { self.rows = rows }

  package func write(_ format: Format, hasColour: Bool, into out: inout [UInt8]) {
    switch format {
    case .text: writeText(hasColour: hasColour, into: &out)
    case .markdown: writeMarkdown(into: &out)
    case .csv: writeCSV(into: &out)
    case .json: writeJSON(into: &out)
    }
  }

  private func writeText(hasColour: Bool, into out: inout [UInt8]) {
    var styled = Styled()
    styled.add("Lessons", .head)
    styled.endLine()
    let width = rows.map { DisplayWidth.of($0.title) }.max() ?? 0
    for row in rows {
      let number = String(row.number)
      styled.add(String(repeating: " ", count: max(0, 4 - number.count)) + number, .name)
      styled.add("  " + row.title + blanks(width - DisplayWidth.of(row.title)))
      let minutes = String(row.minutes)
      styled.add(blanks(4 - minutes.count) + minutes + " min", .dim)
      if !row.state.isEmpty { styled.add("  " + row.state, row.isDone ? .help : .note) }
      styled.endLine()
    }
    let next = rows.first { !$0.isDone }?.number ?? 1
    styled.add("`tj learn \(next)` takes lesson \(next), `tj learn \(next) --demo` shows it.", .dim)
    styled.endLine()
    styled.write(hasColour: hasColour, into: &out)
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  private func writeMarkdown(into out: inout [UInt8]) {
    out.write("| lesson | title | minutes | progress |\n| --: | :-- | --: | :-- |\n")
    for row in rows {
      out.write("| \(row.number) | \(Markdown.cell(row.title)) | \(row.minutes) | \(row.state) |\n")
    }
  }

  private func writeCSV(into out: inout [UInt8]) {
    var writer = CSVWriter()
    writer.record(["lesson", "title", "minutes", "answered", "questions", "done"])
    for row in rows {
      writer.record([
        String(row.number), row.title, String(row.minutes),
        row.answered.map { String($0.0) } ?? "0", row.answered.map { String($0.1) } ?? "",
        String(row.isDone),
      ])
    }
    out += writer.take()
  }

  private func writeJSON(into out: inout [UInt8]) {
    var text: [UInt8] = []
    writeText(hasColour: false, into: &text)
    JSONResult.write(kind: "lessons", into: &out, drain: nil) { json in
      json.field("text", String(decoding: text.dropLast(), as: UTF8.self))
      json.key("lessons")
      json.array { json in
        for row in rows {
          json.object { json in
            json.key("number")
            json.number(row.number)
            json.field("title", row.title)
            json.key("minutes")
            json.number(row.minutes)
            json.key("answered")
            json.number(row.answered?.0 ?? 0)
            json.key("questions")
            if let answered = row.answered { json.number(answered.1) } else { json.null() }
            json.key("done")
            json.bool(row.isDone)
          }
        }
      }
    }
  }
}
