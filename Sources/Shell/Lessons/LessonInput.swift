import LineEditing
import Syntax

/// Where the answers of a lesson come from.
enum LessonInput {
  /// a person at a terminal
  case terminal(LineEditor)
  /// lines of a file or a pipe
  case lines(PlainReader)
  /// nobody: the answers are filled in
  case demo

  enum Entry: Equatable {
    case text(String)
    /// Ctrl-C
    case interrupted
    case end
  }

  /// What is typed is seen at a terminal without our doing.
  var showsWhatIsTyped: Bool { if case .terminal = self { false } else { true } }

  /// - Parameter answer: what `demo` types.
  func next(prompt: String, answer: String) -> Entry {
    switch self {
    case .demo: return .text(answer)
    case .terminal(let editor):
      switch editor.read(prompt: prompt) {
      case .end: return .end
      case .interrupted: return .interrupted
      case .line(let text):
        editor.add(toHistory: text)
        return .text(text)
      }
    case .lines(let reader):
      guard var text = reader.next() else { return .end }
      while Prompt.needsMore(text), let more = reader.next() { text += "\n" + more }
      return .text(text)
    }
  }
}
