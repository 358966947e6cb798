import Syntax
import Units

/// A question of a lesson: its words, the answer with its value, how near is near enough.
///
/// ```
/// ask "Joules for a token?" expect node / tput within 2% hint "Watts are joules per second."
/// ```
///
/// It is valued when it is asked; what is defined later does not change it.
public struct Exercise: Sendable {
  /// How far an answer may be off.
  public enum Tolerance: Sendable, Equatable {
    /// of the value: 0.02 in `within 2%`; 0.01 where nothing is said
    case share(Double)
    /// in base units: `within 0.05 J/t`, `within rounding`
    case amount(Double)
  }

  /// The question in words.
  public var text: String
  /// The answer as it is written in the lesson: `node / tput`.
  public var answer: String
  public var value: Value
  public var tolerance: Tolerance
  /// `2%`, `0.05 J/t`, `rounding`, as written
  public var toleranceText: String?
  /// The author's, the weakest first.
  public var hints: [String]
  /// What a wrong answer may lack or have too much of.
  var factors: [Factor]
  /// The names that the answer is made of, in their order.
  public var names: [String]
  /// The other end, where the answer is `low(…)` or `high(…)` of something.
  var otherEnd: Value?
  /// `node / ?`: the answer with its last operand left out.
  public var beginning: String?

  /// A number or a name that the answer rests on, or that stands beside it.
  struct Factor: Sendable {
    var cause: Finding.Cause
    /// in base units
    var value: Double
    var dimension: Dimension
    /// whether the answer rests on it
    var isOnTheWay: Bool
  }
}
