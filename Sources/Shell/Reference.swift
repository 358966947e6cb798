import Engine
import Report

/// The reference page, `docs/reference.md`: every topic, command, constant and dimension, made from
/// what `?name` shows. `tj help --all` prints it.
package struct Reference {
  private let session = Session()

  package init() {}

  private static let chapters = [
    ("words", "Statements and words"), ("signs", "Signs"),
    ("functions", "Functions and constants"), ("commands", "Commands of the prompt"),
  ]

  /// Markdown, ending in a line end.
  package func markdown() -> String {
    var page = """
      # Reference

      Made by `tj help --all`, from the texts that `?name` shows at the prompt and `tj help NAME`
      outside of it; a test keeps it current. Every block is typed in by the tests. The units are in
      [units.md](units.md), the language is told in order in [language.md](language.md).

      """
    for (chapter, title) in Self.chapters {
      page += "\n## \(title)\n"
      for topic in Topic.all where topic.chapter == chapter { page += section(topic) }
    }
    page += "\n## Physical constants\n\n| name | value | |\n|---|---|---|\n"
    for entry in session.entries(kind: "constants", matching: "") where entry.name != "pi" {
      page += "| `\(entry.name)` | \(entry.value) | \(entry.summary) |\n"
    }
    page += """

      ## What was measured

      Each is a table of columns along the axis `batch`: `measured.llama_3_3_70b_h100.per_token`;
      `?measured.llama_3_3_70b_h100` at the prompt says what it holds and where it is from.

      | name | rows | |
      |---|---|---|

      """
    for entry in session.entries(kind: "measured", matching: "") {
      page += "| `\(entry.name)` | \(entry.value) | \(entry.summary) |\n"
    }
    page += "\n## Dimensions\n\n| word | units |\n|---|---|\n"
    for word in session.units.dimensionWords() {
      let facts = session.describe(dimension: word)?.facts ?? []
      let units = facts.first { $0.label == "units" }?.value ?? ""
      page += "| `\(word)` | \(units) |\n"
    }
    return page
  }

  /// `###` with the name, the usage where it says more, what it is, and the example as a block.
  private func section(_ topic: Topic) -> String {
    var usage = topic.usage
    var paragraphs = [topic.summary] + topic.details
    if topic.chapter == "commands", let command = Command.named(String(topic.name.dropFirst())) {
      usage = command.usage
      paragraphs = [command.summary] + command.details
    }
    var text = "\n### \(code(topic.name))\n\n"
    if usage != topic.name, !usage.isEmpty { text += "\(code(usage)): " }
    text += paragraphs.filter { !$0.isEmpty }.map(sentence).joined(separator: " ") + "\n"
    if !topic.example.isEmpty {
      text += "\n```tj\n" + topic.example.joined(separator: "\n") + "\n```\n"
    }
    if !topic.related.isEmpty {
      text += "\nSee also " + topic.related.map(code).joined(separator: ", ") + ".\n"
    }
    return text
  }

  private func sentence(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }

  private func code(_ text: String) -> String { "`\(text)`" }
}
