import Glibc
import Synchronization

/// Ctrl-C while a script runs: the first asks the session to stop, so that what has been printed
/// gets out; a second one ends the process at once. Before and after a script the first does.
///
/// At the prompt signals arrive through `LineEditor` instead.
enum Interruption {
  private static let state = Atomic<Int>(idle)
  private static let idle = 0
  private static let running = 1
  private static let asked = 2

  /// - Complexity: one load from memory.
  static var isAsked: Bool { state.load(ordering: .relaxed) == asked }

  static func begin() {
    state.store(running, ordering: .relaxed)
    signal(SIGINT) { _ in Interruption.note() }
  }

  static func end() {
    state.store(idle, ordering: .relaxed)
  }

  private static func note() {
    let (isFirst, _) = state.compareExchange(
      expected: running, desired: asked, ordering: .relaxed)
    if !isFirst { _exit(ExitStatus.interrupted.rawValue) }
  }
}
