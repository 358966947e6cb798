/// What a wrong answer would be the answer to. The words stand in `Report`.
public enum Finding: Equatable, Sendable {
  /// A truth, a text or a number was asked for, and something else came.
  case kind(wanted: Kind, got: Kind)
  /// The right value, in another unit than the one that is asked for; either is empty for none.
  case otherUnit(got: String, wanted: String)
  /// The other truth, or another text.
  case opposite
  case otherText
  /// A number without a unit; `fits` is the unit in which it would be right.
  case unitMissing(fits: String?, dimension: String)
  /// Another dimension than asked for, and what would mend it.
  case dimension(got: String, wanted: String, mend: Mend?)
  /// One over the answer, in dimension or in value.
  case upsideDown(got: String, wanted: String, isExact: Bool)
  /// The answer times (or divided by) a number is right.
  case factor(needs: Operation, cause: [Cause])
  /// A factor was multiplied by where it divides, or the other way round.
  case wrongWay(Cause, needs: Operation)
  case sign
  /// One value where a bracket is asked for, and which end it is.
  case oneEnd(End?)
  /// A bracket where one value is asked for, and where that lies in it.
  case bracket(asked: End?)
  /// The best case where the worst is asked for, or the other way round.
  case otherEnd(asked: End)
  /// Each end is right, at the wrong side.
  case endsSwapped
  /// One end of the bracket is right.
  case halfBracket(wrong: End)
  /// Several values where one is asked for, or another number of them.
  case count(got: Int, wanted: Int)
  /// Some of the values are right: those that are not, by their labels.
  case someValues(right: Int, wrong: [String])
  /// Right to the few digits that were written.
  case rounded
  /// Off by a small share, + for too large.
  case near(share: Double)
  /// Off by a factor above 1.
  case off(factor: Double, isTooLarge: Bool)
  /// Nothing is known about it.
  case other
  /// The learner has given these names another meaning than the lesson.
  case redefined([String])

  public enum Kind: Equatable, Sendable { case truth, text, number }
  public enum End: Equatable, Sendable { case low, high }
  /// What to do with an answer: multiply it by something, divide it by something, divide something
  /// by it.
  public enum Operation: Equatable, Sendable { case times, over, into }

  /// Where a factor comes from.
  public enum Cause: Equatable, Sendable {
    /// a number written in a formula: `1.1` in `node`; the holder is empty for the answer itself
    case number(String, holder: String)
    /// the number of a quantity, `4` of `4 gpu`: somebody may have reckoned with one
    case count(String, of: String, holder: String)
    /// a share that is added: `1 + rest`, `1 + 10%`
    case onePlus(String)
    case name(String)
    case known(Known)
  }

  /// Factors that people forget, by what they are.
  public enum Known: String, CaseIterable, Equatable, Sendable {
    case kilo, mega, giga, wattHour, kilowattHour, megajoules, minutes, seconds, hours, year, days
    case percent, bits, two, kibi, mebi, gibi, trillion

    var isOfInformation: Bool { [.bits, .kibi, .mebi, .gibi].contains(self) }

    /// The factor; where it comes from is said in the words of each.
    public var value: Double {
      switch self {
      case .kilo: 1e3
      case .mega: 1e6
      case .giga: 1e9
      case .wattHour: 3600  // 1 Wh = 3600 J
      case .kilowattHour: 3.6e6  // 1 kWh = 3.6e6 J
      case .megajoules: 3.6  // 1 kWh = 3.6 MJ
      case .minutes: 60
      case .seconds: 86_400
      case .hours: 24
      case .year: 8766  // h in 365.25 d
      case .days: 365.25
      case .percent: 100
      case .bits: 8
      case .two: 2
      case .kibi: 1.024
      case .mebi: 1.048_576
      case .gibi: 1.073_741_824
      case .trillion: 1e12
      }
    }
  }

  /// What would bring a value of another dimension to the one that is asked for.
  public struct Mend: Equatable, Sendable {
    public var operation: Operation
    /// `token/time`
    public var dimension: String
    /// definitions that have it
    public var names: [String]
    /// with the first of them the answer is right
    public var isExact: Bool

    package init(operation: Operation, dimension: String, names: [String], isExact: Bool) {
      self.operation = operation
      self.dimension = dimension
      self.names = names
      self.isExact = isExact
    }
  }
}

/// What a session finds about an answer.
public enum Judgement: Equatable, Sendable {
  case right
  /// the likeliest first; never empty
  case wrong([Finding])
}
