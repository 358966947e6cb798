import Units

extension Derivation {
  /// Why a line is as it is, and where it comes from: data, for which `Report/Wording/Explaining` has
  /// the words, a file for each kind.
  ///
  /// Texts in it are expressions and names as tj reads them; numbers come as amounts.
  public enum Remark: Sendable, Equatable {
    case given(Given)
    case reference(Reference)
    case override(Override)
    case relation(UnitRelation)
    /// what goes into a conversion, said together
    case conversion([UnitRelation])
    case bracket(Bracket)
    case distribution(Distribution)
    case condition(Condition)
    case call(signature: String)
    case label(Labels)
    case terms(Terms)
    case solution(Solution)
    case result(Result)

    /// Who says so.
    public enum Given: Sendable, Equatable {
      case documentation(String)
      /// a figure of the catalog, by what it is: `h100_sxm`, `board_power`
      case figure(name: String, what: String)
      case constant(name: String, summary: String)
      /// `x := …`
      case kept(name: String)
    }

    /// Where else the derivation stands.
    public enum Reference: Sendable, Equatable {
      case above, furtherDown
      case deeper(name: String)
    }

    /// What stands in for something else, under a scenario or `with`.
    public struct Override: Sendable, Equatable {
      public var scenario: String?
      public var replaced: Replaced?

      public enum Replaced: Sendable, Equatable {
        case amount(Amount)
        /// both ends of a bracket
        case range(Amount, Amount)
        /// `true`, `h100_sxm`
        case text(String)
        /// so many values along axes
        case list(count: Int, axes: [String])
      }
    }

    /// Where in its range a bracket stands, and which end of the whole begins.
    public enum Bracket: Sendable, Equatable {
      case lowEnd, highEnd, bestGuess, middle
      case share(Double)
      /// a heading: `low end: node = 1.5 kW`
      case end(isLow: Bool, at: [Place], isReached: Bool)
      /// the second of several literals that are spelt alike
      case ordinal(Int)
      /// a heading: true or false is not known
      case depends(on: [String])
      case at([Place])
      case everyBestGuess
      /// `~=` compares low with low and high with high
      case endByEnd
    }

    public enum Distribution: Sendable, Equatable {
      /// a heading: a line of single numbers, and what stands for a distribution in it
      case everyMedian(withBrackets: Bool)
      /// the same of one formula, as a remark
      case atMedians
      /// `320 t/s (274..374, 90 %)`
      case medianOf(String)
      /// a probability that rests on no distribution
      case certain(holds: Bool)
      /// `correlated with b: 0.7`
      case correlated(String)
      /// `spread` is how far the samples of a median lie apart: `274..374, 90 %`
      case samples(Int, seed: UInt64, spread: String?)
      /// `mean(jt)` of so many samples of `jt`, which is `9.0 J/t (6.3..11.7, 90 %)`
      case statistic(Statistic, of: String, spread: String?, Int, seed: UInt64)
    }

    /// What is asked of a distribution or of a list.
    public enum Statistic: Sendable, Equatable {
      case mean, median, deviation, variance
      case quantile(Double)
      /// `prob`
      case share
    }

    /// A bracket, and the value in its range.
    public struct Place: Sendable, Equatable {
      public var name: String
      public var amount: Amount
      /// 2 for the second of several that are spelt alike
      public var ordinal: Int?
    }

    public enum Condition: Sendable, Equatable {
      case taken(condition: String, holds: Bool)
      /// how far apart two values are, and which share that is of the right one
      case gap(Amount, share: Double?)
      case same
    }

    /// Which label is shown.
    public enum Labels: Sendable, Equatable {
      /// of what was asked for: `for batch = 1, the first of 4`
      case shown([Label])
      /// of a list: `at batch = 1`
      case at([Label])
      /// of a list too long for a line: `at batch = 1, one of 20 values`
      case among([Label], count: Int)
      /// of those for which a condition holds
      case kept([Label])
    }

    /// What a value along an axis is made of.
    public enum Terms: Sendable, Equatable {
      case added(Int)
      case averaged(Int)
      case least(of: Int, at: String)
      case greatest(of: Int, at: String)
      case leastThere(what: String, Amount, of: Int)
      case greatestThere(what: String, Amount, of: Int)
      case middle(of: Int)
      case middleTwo(of: Int)
      case holds(what: String, at: [String])
      case first(of: Int, at: String)
      case last(of: Int, at: String)
      /// the last but one term stands for those between
      case cut
      case upTo(Int, of: Int)
      case fromTo(String, String)
      case rising(Int, of: Int)
      case fromTheEnd(Int, of: Int)
      case firstValue
      /// between two labels, with the share of the way, which may be one in ratio
      case between(String, String, share: Double, isRatio: Bool)
      case oneOfTheLabels(String)
      /// `integrate`
      case area(below: String, along: String, steps: Int)
      /// between two values in rising order, with the share of the way
      case inOrder(Int, Int, of: Int, share: Double)
      /// number so many in rising order is the one that is asked for
      case place(Int, of: Int)
      /// the squares of what each value is away from the mean
      case squares(Int, mean: Amount)
      /// `log.gpu = a, 3 of 6 values`
      case group(by: String, label: String, count: Int, of: Int)
    }

    /// What `solve`, `minimize` and `maximize` found.
    public enum Solution: Sendable, Equatable {
      /// the equation turned around
      case turned(equation: String)
      case least(goal: String)
      case greatest(goal: String)
      case putBack(left: String, Amount)
    }

    public enum Result: Sendable, Equatable {
      case outerBound
      case nothingBeyond
      case inOneStep
    }
  }

  /// A number in base units with the unit in which it is shown.
  public struct Amount: Sendable, Equatable {
    public var number: Double
    public var unit: Unit
    /// the unit was asked for, and is kept
    public var isPinned = false
    /// a number beside others, which shows fewer digits
    public var isBesideOthers = false
  }

  /// A label of an axis: `batch = 8`.
  public struct Label: Sendable, Equatable {
    /// nil for an axis without a name
    public var axis: String?
    public var text: String
    /// from 0
    public var position: Int
    public var count: Int
  }

  /// What units have to do with each other.
  public enum UnitRelation: Sendable, Equatable {
    /// two of one size: `V × A = W`; `isMade` where one was put together of several
    case same(Unit, Unit, isMade: Bool)
    /// `1 kWh = 3.6×10⁶ J`, `1 rad ≈ 57.2958 deg`; the second is `.one` for a percent
    case size(Unit, count: Double, Unit, isExact: Bool)
    /// a watt is a joule per second; with a prefix, what it stands for
    case watt(Unit, count: Double)
    /// what cancels, by the plural where the unit files have it
    case cancel([Cancelled])
    /// `0 °C is 32 °F`
    case zero(of: Unit, Amount)
    /// `25 °C is 77 °F`
    case reading(Amount, Amount)
  }

  public struct Cancelled: Sendable, Equatable {
    public var name: String
    public var plural: String?
  }
}

extension Derivation.Remark {
  /// The same beside a line that begins with the name: `board power`, and not `h100_sxm: board power`.
  func without(name: String) -> Derivation.Remark {
    switch self {
    case .given(.figure(name, let what)): .given(.figure(name: "", what: what))
    case .given(.constant(name, let summary)): .given(.constant(name: "", summary: summary))
    default: self
    }
  }
}
