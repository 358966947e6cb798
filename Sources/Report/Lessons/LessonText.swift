/// How a lesson looks at a terminal: its head, prose, questions, hints and replies.
///
/// Colour carries nothing alone: a question says its number, a reply begins with its verdict.
package struct LessonText {
  /// Prose is easier to read in lines that are not too long.
  static let longestLine = 80

  private let settings: Settings

  package init(_ settings: Settings) { self.settings = settings }

  private var width: Int { min(settings.width, Self.longestLine) }

  /// `Lesson 2: From a node to joules per token`, and a line below it.
  package func head(_ title: String, about: String) -> Styled {
    var styled = Styled()
    styled.add(DisplayWidth.visible(title), .head)
    styled.endLine()
    add(about, .dim, to: &styled)
    return styled
  }

  /// Paragraphs with an empty line between them; what stands between backticks is set apart.
  package func prose(_ paragraphs: [String]) -> Styled {
    var styled = Styled()
    for (i, paragraph) in paragraphs.enumerated() {
      if i > 0 { styled.endLine() }
      add(paragraph, .plain, to: &styled)
    }
    return styled
  }

  /// `Question 2 of 5: How many …?`
  package func question(_ number: Int, of count: Int, _ text: String) -> Styled {
    var styled = Styled()
    let start = "Question \(number) of \(count): "
    for (i, line) in Wrapped.lines(start + text, width: width).enumerated() {
      if i == 0, line.hasPrefix(start) {
        styled.add(start, .head)
        addCode(String(line.dropFirst(start.count)), .plain, to: &styled)
      } else {
        addCode(line, .plain, to: &styled)
      }
      styled.endLine()
    }
    return styled
  }

  /// A reply of the teacher; the verdict first: `Right.`, `Not yet.`, `Hint 1 of 3.`
  package func reply(_ verdict: String, isRight: Bool? = nil, _ text: String = "") -> Styled {
    var styled = Styled()
    let role: Role = isRight == nil ? .label : isRight == true ? .help : .note
    let whole = text.isEmpty ? verdict : verdict + " " + text
    for (i, line) in Wrapped.lines(whole, width: width).enumerated() {
      if i == 0, line.hasPrefix(verdict) {
        styled.add(verdict, role)
        addCode(String(line.dropFirst(verdict.count)), .plain, to: &styled)
      } else {
        addCode(line, .plain, to: &styled)
      }
      styled.endLine()
    }
    return styled
  }

  /// A line as it would stand at the prompt.
  package func typed(_ prompt: String, _ text: String) -> Styled {
    var styled = Styled()
    let blanks = String(repeating: " ", count: prompt.count)
    for (i, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      styled.add(i == 0 ? prompt : blanks, .head)
      styled.add(DisplayWidth.visible(String(line)))
      styled.endLine()
    }
    return styled
  }

  private func add(_ text: String, _ role: Role, to styled: inout Styled) {
    for line in Wrapped.lines(text, width: width) {
      addCode(line, role, to: &styled)
      styled.endLine()
    }
  }

  /// Text with its code (`` `node / tput` ``) in the colour of names; the marks stay, so that it is
  /// told apart without colour.
  private func addCode(_ line: String, _ role: Role, to styled: inout Styled) {
    var isCode = false
    for part in line.split(separator: "`", omittingEmptySubsequences: false) {
      if isCode {
        styled.add("`\(part)`", .unit)
      } else {
        styled.add(String(part), role)
      }
      isCode.toggle()
    }
  }
}
