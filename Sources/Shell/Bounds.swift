import Engine

/// What a process is held to, whatever it is asked for: `--limit-time`, `--limit-memory`, `--sandbox`.
package struct Bounds: Equatable, Sendable {
  package var limits = Limits()
  /// `--sandbox`: what is run reads and writes no file.
  package var isSandboxed = false

  package init() {}

  func hold(_ session: Session) {
    session.limits = limits
    session.limits.levels = Stack.levels
    session.mayUseFiles = !isSandboxed
  }
}
