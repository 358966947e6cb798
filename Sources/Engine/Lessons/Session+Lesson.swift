import Syntax

/// What a lesson asks of two sessions: the learner's, and one that knows only the lesson.
extension Session {
  /// What another session has defined and this one has not, or otherwise: in the order in which it
  /// was first said, each as a text that defines it again.
  package func differing(from lesson: Session) -> [(name: String, text: String)] {
    lesson.journal.entries.compactMap { entry in
      let text = entry.statement.source.text(entry.statement.span)
      if let own = journal.entry(entry.key)?.statement, own.source.text(own.span) == text {
        return nil
      }
      return (entry.key.name.text, written(entry.statement, as: nil).joined(separator: "\n"))
    }
  }

  /// Names that a value rests on, the answer's own among them.
  package func names(under exercise: Exercise) -> Set<String> {
    Set(
      exercise.factors.compactMap { factor in
        guard factor.isOnTheWay, case .name(let name) = factor.cause else { return nil }
        return name
      } + exercise.names)
  }
}
