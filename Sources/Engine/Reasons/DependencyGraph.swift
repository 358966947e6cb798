import Syntax
import Units

/// How a result is put together: `graph jt`.
///
/// Node 0 is what was asked for; every node comes before those that only it rests on.
public struct DependencyGraph: Sendable {
  public enum Kind: String, Sendable {
    /// a bare expression that was asked for
    case expression
    /// a definition that holds names
    case definition
    /// a definition that holds none
    case leaf
    case function
    case catalog
    case constant
    /// nobody has defined it
    case missing
  }

  public struct Node: Sendable {
    public var name: String
    public var kind: Kind
    /// what was written: `node / tput`, `f(x) = 2 * x`; nil where nothing was
    public var formula: String?
    /// written as one value, so that the formula says no more than the value
    public var isLiteral = false
    /// nil for functions, for what still waits and for what has a fault
    public var value: Value?
    public var problem: Diagnostic?
    /// means something else here than in the session: `with`, `under`
    public var isOverride = false
    /// what it rests on, in the order of writing: numbers of nodes
    public var restsOn: [Int]
  }

  /// The expression as it was written.
  public var title: String
  public var nodes: [Node]
  /// `format dot` at the end of the statement
  public var format: String?
}
