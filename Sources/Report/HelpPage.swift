/// What is known about one thing: what `?jt` and `:help` show.
package struct HelpPage: Sendable {
  package struct Fact: Sendable {
    /// `formula`, `source`
    package var label: String
    package var value: String

    package init(_ label: String, _ value: String) {
      self.label = label
      self.value = value
    }
  }
  /// `jt = 9.63102 J/t`
  package var title: String
  /// Running text; line ends in it are kept.
  package var paragraphs: [String]
  package var facts: [Fact]
  /// Lines to type, and behind `#>` and `#!` what is answered.
  package var example: [String]

  package init(
    title: String, paragraphs: [String] = [], facts: [Fact] = [], example: [String] = []
  ) {
    self.title = title
    self.paragraphs = paragraphs
    self.facts = facts
    self.example = example
  }

  /// The title, the paragraphs indented and wrapped, the facts as label and value.
  func styled(width: Int) -> Styled {
    var styled = Styled()
    styled.add(DisplayWidth.visible(title), .head)
    styled.endLine()
    for paragraph in paragraphs {
      for line in Wrapping.paragraphs(paragraph, width: width - 2) {
        styled.add(line.isEmpty ? "" : "  " + line)
        styled.endLine()
      }
    }
    let labelWidth = facts.map { DisplayWidth.of($0.label) }.max() ?? 0
    for fact in facts {
      let blanks = String(repeating: " ", count: labelWidth - DisplayWidth.of(fact.label) + 2)
      styled.add("  ")
      styled.add(fact.label, .label)
      let lines = Wrapping.paragraphs(fact.value, width: width - labelWidth - 4)
      let indent = "\n" + String(repeating: " ", count: labelWidth + 4)
      let roles: [String: Role] = ["value": .value, "unit": .unit]
      if !fact.value.isEmpty {
        styled.add(blanks)
        styled.add(lines.joined(separator: indent), roles[fact.label] ?? .plain)
      }
      styled.endLine()
    }
    addExample(to: &styled)
    return styled
  }

  /// What is typed stands behind the mark of the prompt, what is answered below it.
  private func addExample(to styled: inout Styled) {
    guard !example.isEmpty else { return }
    styled.add("  ")
    styled.add("example", .label)
    styled.endLine()
    for line in example {
      styled.add("    ")
      if line.hasPrefix("#> ") || line.hasPrefix("#! ") {
        styled.add(DisplayWidth.visible(String(line.dropFirst(3))))
      } else {
        styled.add("tj> ", .dim)
        styled.add(DisplayWidth.visible(line), .name)
      }
      styled.endLine()
    }
  }

  func writeFields(into json: inout JSONWriter) {
    json.field("title", title)
    json.field("paragraphs", paragraphs)
    json.key("facts")
    json.array { json in
      for fact in facts {
        json.object {
          $0.field("label", fact.label)
          $0.field("value", fact.value)
        }
      }
    }
    if !example.isEmpty { json.field("example", example) }
  }
}
