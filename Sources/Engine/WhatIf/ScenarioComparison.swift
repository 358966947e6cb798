/// Expressions under several scenarios side by side, with the changes from the first.
public struct ScenarioComparison: Sendable {
  /// One expression under every scenario.
  public struct Row: Sendable {
    public var title: String
    /// every axis along which a value varies; cells that a scenario has no label for are NaN
    public var axes: [Axis]
    /// one for each scenario, along `axes`
    public var values: [Value]
    /// from the first, in the same unit; nil for the first and where there is no difference
    public var changes: [Value?]
    /// the change as a share of the first; NaN where that is 0
    public var relatives: [Value?]
    /// how likely it is below the first, of distributions on common samples; nil for the first and
    /// where there is none
    public var below: [Value?] = []
  }
  public var scenarios: [String]
  public var rows: [Row]
  /// `format markdown` at the end of the statement
  public var format: String?

  package init(scenarios: [String], rows: [Row], format: String?) {
    self.scenarios = scenarios
    self.rows = rows
    self.format = format
  }
}
