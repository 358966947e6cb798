/// Which inputs made a difference, and how much of it each: `why jt under worst`.
///
/// The parts are Shapley values: the change that an input makes, averaged over all orders in which
/// the inputs could change one after the other. They sum to the whole.
public struct Attribution: Sendable {
  /// One input that differs.
  public struct Part: Sendable {
    public var name: String
    /// the input itself on both sides
    public var before: Value?
    public var after: Value?
    /// what it did to the result, cell by cell; where brackets stand, at their best guesses or middles
    /// (`cells`), and its exact range over all that they hold (`low`, `high`). With `isFactor` a factor.
    public var change: Value
    /// of the whole change, or of its logarithm; NaN where that is 0
    public var shares: [Double]
    /// one standard error of `change`, where the orders were sampled
    public var errors: [Double]?
  }
  public var title: String
  /// the two sides: `base`, `worst`; for overrides by `with` their text
  public var from: String
  public var to: String
  public var before: Value
  public var after: Value
  /// the whole change, as `Part.change`
  public var change: Value
  /// the largest first
  public var parts: [Part]
  /// parts multiply to the ratio of both sides
  public var isFactor: Bool
  /// the whole change has a range; each part too, unless they are many
  public var isRanged: Bool
  public var format: String?
}
