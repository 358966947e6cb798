import Syntax
import Units

/// What a result rests on: `inputs jt`.
///
/// A leaf is a definition whose formula holds no names, or a figure of the catalog. The numbers that
/// are written in other formulas stand apart, by the formula that holds them: the hidden 1.1 of
/// `node = 4 * h100_sxm * 1.1` is an assumption that a reader wants to see.
public struct Assumptions: Sendable {
  /// The expression as it was written.
  public var title: String
  /// What it comes to; nil while names are missing.
  public var value: Value?
  /// In the order of reading.
  public var leaves: [Leaf]
  public var numbers: [Numbers]
  /// Names on the way that nobody has defined.
  public var missing: [String]
  /// `format markdown` at the end of the statement.
  public var format: String?

  /// Who gave a figure.
  public enum Given: Sendable, Equatable {
    /// a script, `-e` or the prompt, by its name, and the line
    case text(name: String, line: Int)
    /// `--set`
    case setting
    case catalog
    /// a constant of nature, which tj knows
    case constant
    /// a scenario; or `with` at the end of the statement or inside the formula of a definition
    case override(scenario: String?)
  }

  public struct Leaf: Sendable {
    public enum Kind: String, Sendable { case definition, catalog, constant }
    /// `tput`, `h100_sxm.memory`, `const.c`
    public var name: String
    public var kind: Kind
    /// nil where it has none: a figure that nobody states, a definition with a fault
    public var value: Value?
    /// why there is no value
    public var problem: Diagnostic?
    /// what was written for it; nil for figures of the catalog
    public var formula: String?
    /// written as one value: `319.8 t/s`, `[1, 2] kW over batch`
    public var isLiteral = true
    /// `:=`: the value of the moment when it was said
    public var isFrozen = false
    /// an override may itself rest on others: `with node = node * 1.2`
    public var isLeaf = true
    /// only its labels matter: other lists are written over it
    public var isLabelsOnly = false
    public var documentation: [String]
    /// where it comes from, in the words of whoever gave it
    public var sources: [String]
    /// `high`, `medium`, `low` for rows of the catalog
    public var confidence: String?
    public var given: Given
    /// what an override stands in for
    public var was: Value?
    /// the formulas in which it stands; nil is the expression
    public var usedIn: [String?]
  }

  public struct Numbers: Sendable {
    public enum Holder: String, Sendable { case expression, definition, function }
    public var holder: Holder
    /// `node`, `f`; empty for the expression
    public var name: String
    /// as written, each place once
    public var numbers: [String]
    /// what is said about the formula that holds them
    public var documentation: [String] = []
    public var sources: [String] = []
    /// nil for the expression
    public var given: Given?
  }
}
