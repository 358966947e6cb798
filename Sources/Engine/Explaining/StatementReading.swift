import Syntax

/// How a statement was read: what `:echo on` and `tj read` print.
public struct StatementReading: Sendable {
  /// fully bracketed, in one spelling: `node / (319.8 t/s)`
  public var text: String
  /// its units, as they stand in the text
  public var units: [UnitRead]
  /// what `tj read` prints below it; nil where only the line was asked for
  public var tree: ReadingTree?

  /// One unit as it was read.
  public struct UnitRead: Sendable, Equatable {
    /// `t/s`
    public var text: String
    /// `token per second`
    public var words: String
    /// `token/time`
    public var dimension: String
  }
}
