import Syntax

/// What can be wrong with a `solve` or a `minimize`, as data for the words.
extension EngineProblem {
  /// What was looked for, and where.
  public struct Searched: Sendable, Equatable {
    /// `jt == 0.4 J/t`
    public var equation: String
    public var name: String
    /// the range; empty where labels were looked at
    public var low: String
    public var high: String
  }

  /// The answers of a cell that has several.
  public struct Solutions: Sendable, Equatable {
    /// `batch = 8`
    public var label: String?
    public var values: [String]
    /// how many further ones there are
    public var more = 0
    /// there may be still more
    public var isCut = false
  }

  /// How near an equation comes that has no answer.
  public struct Miss: Sendable, Equatable {
    public var label: String?
    /// the left side as written
    public var left: String
    /// what it comes to where the two sides are nearest, and the unknown there
    public var reached: String?
    public var at: String?
    /// one side jumps over the other there
    public var isJump = false
    /// the answer outside of the range, where it is known
    public var elsewhere: String?
    /// a range that holds it
    public var range: String?
    /// why there is no value at all
    public var fault: Cause?
  }

  /// Two neighbouring labels between which it happens.
  public struct Between: Sendable, Equatable {
    /// the labels of the other axes
    public var label: String?
    public var low: String
    public var high: String
  }
}
