import Syntax
import Units

/// How a number came about, step by step: `explain jt`.
///
/// ```
/// jt = node / tput
///    node = 4 × h100_sxm × 1.1         h100_sxm: board power (NVIDIA data sheet)
///         = 4 × 700 W × 1.1
///         = 3080 W
///    tput = 319.8 t/s
/// jt = 3080 W / (319.8 t/s)
///    = 3080 J/s / (319.8 t/s)          a watt is a joule per second
///    = 9.63102 J/t                     the seconds cancel
/// ```
///
/// Every `text` is an expression that tj reads, and comes to the step's value: those that hold names
/// in the meaning that the names have there (`locals`, `within`, `labels`).
public struct Derivation: Sendable {
  /// What a step does. The raw value is what JSON and CSV say.
  public enum Rule: String, Sendable, CaseIterable {
    /// the formula as it was written
    case definition
    /// a value that was given: a literal, a figure of the catalog, a constant
    case given
    /// names replaced by their values
    case substitution
    /// a unit replaced by what it is made of, so that units cancel
    case relation
    /// one or a few operations
    case arithmetic
    /// a value written in the unit that was asked for
    case conversion
    /// the result as tj prints it
    case result
    /// a name whose derivation stands above, or further down, or deeper than was asked for
    case reference
    /// the branch of an `if` that is taken
    case branch
    /// a comparison that is true or false
    case comparison
    /// a call of a function: its body
    case call
    /// one cell of a list
    case label
    /// what a reduction, a running sum, an interpolation … is made of
    case terms
    /// an end of a bracket begins
    case end
    /// an end of a bracket, for one literal
    case bracket
    /// the answer of `solve`, `minimize`, `maximize`, put back
    case solution
    /// under a scenario or `with`
    case override
    /// a text with its values filled in
    case text
    /// a value found without a rule of its own
    case value
  }

  /// A name that only the step's formula has: a parameter, or one after `where`.
  public struct Local: Sendable {
    public var name: String
    /// its value as it could be typed, full precision
    public var value: String
  }

  public struct Step: Sendable {
    public var rule: Rule
    /// 0 for what was asked, one more for each formula that is unfolded in another
    public var level: Int
    /// what stands before the `=`: `jt`; nil for a further line about the same
    public var subject: String?
    /// the expression of the line before about the same subject; nil for the first
    public var before: String?
    /// the expression of this line; empty for a heading
    public var text: String
    /// in words why, and where from
    public var remark: String
    /// the number in base units, 1 and 0 for true and false; NaN for texts and headings
    public var value: Double
    public var unit: Unit
    public var dimension: Dimension
    public var kind: Kind
    public var locals: [Local] = []
    /// `with node = 2 kW`, `under worst`: what holds here
    public var within: [String] = []
    /// axis and position of the one label that is shown
    public var labels: [(axis: String, label: String, position: Int)] = []
    /// what a catalog, or whoever wrote a definition, says where it comes from
    public var sources: [String] = []
    /// whether names stand in the text
    public var holdsNames = false
  }

  public enum Kind: String, Sendable { case number, truth, text, heading }

  /// The expression as it was written.
  public var title: String
  public var steps: [Step]
  /// What it comes to, all labels and both ends.
  public var value: Value
  /// `depth 2`; nil for all of it
  public var depth: Int?
  /// `format latex` at the end of the statement
  public var format: String?
}
