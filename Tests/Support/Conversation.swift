import Engine
import Report
import Shell
import Syntax

/// A prompt without a terminal: what is entered, and everything that comes back, in its order.
///
/// ```
/// let tj = Conversation()
/// tj.enter("node = 3 kW")      // "node = 3 kW\n"
/// ```
package final class Conversation {
  package let interpreter: Interpreter
  private let screen = ByteSink()

  package init() {
    interpreter = Interpreter(output: Output(results: screen, messages: screen))
  }

  /// What an entry shows: results and messages.
  @discardableResult
  package func enter(_ text: String) -> String {
    interpreter.enter(text)
    return takeScreen()
  }

  /// What a script shows.
  package func run(_ text: String, mode: Session.Mode = .script) -> (isSound: Bool, shown: String) {
    let isSound = interpreter.run(SourceText(name: "test.tj", text: text), mode: mode)
    return (isSound, takeScreen())
  }

  /// What an invocation shows, and the code with which it ends.
  package func run(_ invocation: Invocation) -> (status: ExitStatus, shown: String) {
    let status = invocation.run(interpreter)
    return (status, takeScreen())
  }

  private func takeScreen() -> String {
    defer { screen.bytes = [] }
    return String(decoding: screen.bytes, as: UTF8.self)
  }
}
