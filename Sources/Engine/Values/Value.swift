import Syntax
import Units

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

  /// The label that `argmin` or `argmax` found, where it is a record: the plain value alone would not
  /// say which.
  public var label: String?
  /// What a bare expression was, to head a table of it.
  public var title: String?

  package init(
    axes: [Axis] = [], cells: Cells, dimension: Dimension, unit: Unit, isPinned: Bool = false
  ) {
    self.axes = axes
    self.cells = cells
    self.dimension = dimension
    self.unit = unit
    self.isPinned = isPinned
  }

  public var count: Int { axes.reduce(1) { $0 * $1.count } }
  public var isBracket: Bool { low != nil }
}
