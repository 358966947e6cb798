import Syntax
import Units

/// A named axis: the labels along which a value varies. Two axes are the same only if they are
/// the same object; names are for people.
public final class Axis: @unchecked Sendable {
  public enum Labels: Sendable, Equatable {
    /// in base units, shown in a unit
    case numbers([Double], Unit)
    case texts([String])
    /// 1 … n, for a list whose items are no labels themselves
    case counts(Int)
  }
  /// nil for a list that nobody has named yet
  public let name: Name?
  public let labels: Labels
  let id: Int

  init(name: Name?, labels: Labels, id: Int) {
    self.name = name
    self.labels = labels
    self.id = id
  }

  public var count: Int {
    switch labels {
    case .numbers(let values, _): values.count
    case .texts(let texts): texts.count
    case .counts(let n): n
    }
  }
}

/// What an expression came to: cells along axes, numbers with a unit, truths or texts.
public struct Value: Sendable {
  public enum Cells: Sendable {
    /// in base units; for a bracket the best guess, or the middle where none was given
    case numbers([Double])
    case truths([Truth])
    case texts([String])
  }
  public enum Truth: Sendable, Equatable {
    case yes, no
    /// of brackets: true for some values of these sources and false for others
    case depends(on: [String])
  }

  /// Outermost first; the last varies fastest. Empty for a single value.
  public var axes: [Axis]
  public var cells: Cells
  /// The ends of a bracket, cell by cell, in base units; both nil for plain values.
  public var low: [Double]?
  public var high: [Double]?
  /// Whether a best guess was given on the way.
  public var hasBest = false
  /// The budget of the exact range ended first: the ends are an outer bound.
  public var isOuterBound = false
  public var dimension: Dimension
  public var unit: Unit
  /// The unit was asked for with `->` and is kept; else the value moves along its ladder.
  public var isPinned: Bool
  /// The record that the value stands for, if it is one: `h100_sxm`.
  public var record: String?

  public var count: Int { axes.reduce(1) { $0 * $1.count } }
  public var isBracket: Bool { low != nil }
}
