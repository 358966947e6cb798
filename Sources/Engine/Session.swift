import Syntax
import Units

/// Definitions, live, and the statements that change or ask them.
///
/// ```
/// let session = Session()
/// session.run(SourceText(name: "-e", text: "1 + 2")) { outcome in … }   // .value(nil, 3)
/// ```
///
/// One session belongs to one thread.
public final class Session {
  /// How much is said: at the prompt definitions answer and changes are told, in a script not.
  public enum Mode: Sendable { case prompt, script }

  public let units = UnitTable()
  /// Asked now and then during long work; true stops it with `interrupted`.
  public var isInterrupted: () -> Bool = { false }

  public init() {}

  /// Runs every statement of a source. A script reports all syntax errors before anything runs and
  /// ends at the first error; the prompt goes on with the next statement.
  /// - Returns: false if there was an error or a failed `assert`.
  @discardableResult
  public func run(_ source: SourceText, mode: Mode = .script, emit: (Outcome) -> Void) -> Bool {
    true
  }
}
