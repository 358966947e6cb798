import Syntax
import Units

/// How far each source moves a result while the others stay at their best guess: `sensitivity jt`,
/// and `sensitivity jt by 10%`, where every input is a source.
public struct Tornado: Sendable {
  /// The expression as it was written.
  public var title: String
  /// The share by which every input was moved; nil where the brackets are the sources.
  public var share: Double?
  /// Every source at its best guess, or at its middle where none was given; where there are
  /// distributions, what the result is then.
  public var center: Value
  /// All brackets together: the exact range; nil with a share.
  public var range: Value?
  /// Largest swing first (along axes by the largest of a label).
  public var rows: [Row]
  /// Where there are distributions: their shares of the variance. The rows, of brackets, tell then how
  /// far the median goes.
  public var variances: VarianceShares?
  /// With a share: what stays as it is.
  public var held: [Held]
  /// `format markdown` at the end of the statement
  public var format: String?

  public struct Row: Sendable {
    /// `node`, `node#2`, `h100_sxm`
    public var name: String
    /// low end, best guess and high end
    public var input: Value
    /// The least and the greatest value of the result over the source, cell by cell along the axes of
    /// `center`, in base units: not always at the ends of the source.
    public var low: [Double]
    public var high: [Double]
    /// at the low and at the high end of the source
    public var atLow: [Double]
    public var atHigh: [Double]
    /// (dy/y)/(dx/x) at the best guesses, exactly; nil where x or y is 0 or a temperature reading,
    /// or where the formula has no derivative
    public var elasticity: [Double?]
    /// the range was not searched to the end, or an `if` is undecided over it
    public var isOuterBound = false
    /// The greatest difference that the source makes in a cell, in base units.
    public func swing(_ cell: Int) -> Double { high[cell] - low[cell] }
  }

  /// The rows with the largest swing first, of one cell or (nil) by the largest of each row. Swings
  /// that differ by rounding alone are equal, and go by name.
  public func ordered(by cell: Int?) -> [Row] {
    func size(_ row: Row) -> Double {
      if let cell { return row.swing(cell) }
      return row.low.indices.map(row.swing).max() ?? 0
    }
    let largest = rows.map(size).max() ?? 0
    let scale = largest > 0 && largest.isFinite ? 1e12 / largest : 1
    let keyed = rows.map { (key: -(size($0) * scale).rounded(), row: $0) }
    return keyed.sorted { ($0.key, $0.row.name) < ($1.key, $1.row.name) }.map(\.row)
  }

  /// What a swing by a share leaves alone.
  public enum Held: Sendable {
    /// numbers inside a formula
    case numbers(Assumptions.Numbers)
    case input(name: String, Reason)
  }

  public enum Reason: String, Sendable {
    /// a share of a temperature reading means nothing
    case reading
    /// a text, true or false
    case notANumber
    case zero
    /// used for its labels alone
    case labels
    /// a constant of nature
    case constant
    /// stands in a `with` inside a formula
    case inner
    /// nothing comes of it as things stand: it stands in a branch that is not taken
    case unused
    /// nobody states it
    case notKnown
  }
}
