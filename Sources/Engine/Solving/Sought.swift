import Syntax
import Units

/// What an equation is solved for: a name whose value is tried out.
///
/// In the world of a `solve` the name means this, so that its formulas are built once and valued for
/// one value after another.
final class Unknown {
  let name: Name
  /// where the world is one for enclosures: the source as which the unknown varies
  let source: Int32?
  /// the value that is being tried, in base units
  var column = Column<Double>(.nan)

  init(_ name: Name, source: Int32? = nil) {
    self.name = name
    self.source = source
  }
}

/// A value to be found: `solve jt == 0.4 J/t for tput`, `minimize cost over speed`.
///
/// `gap` is what is to become 0, or least, or greatest: the left side less the right one, or the
/// goal. It rests on an `Unknown` in a world above that of the formula which holds the question.
final class Sought {
  enum Task { case solution, minimum, maximum }

  /// Where to look.
  enum Range {
    /// `from lo..hi`
    case stated(Formula)
    /// the present value times 10⁻³ … 10³
    case around(Formula)
  }

  /// The equation turned around, where that can be done step by step.
  struct Inverse {
    var formula: Formula
    /// what must be positive all over the range for the turning to be right: the base of an even power
    var positive: [Formula]
    /// what must keep its sign
    var steady: [Formula]
  }

  let task: Task
  let unknown: Unknown
  let type: ValueType
  let place: Place
  /// `jt == 0.4 J/t`, or the goal of a `minimize`
  let text: String
  let leftText: String
  let left: Formula
  let gap: Formula
  let range: Range
  /// where to begin
  let present: Formula?
  let inverse: Inverse?
  /// the same gap over an unknown that is a source, where it can be enclosed
  let enclosed: Formula?
  let enclosedUnknown: Unknown
  /// the record whose plain value is sought: its fields stay
  let record: String?
  /// the brackets that the answer rests on
  let sources: [Int32]
  /// the definitions that rest on the unknown
  let dependents: [Node]
  /// whether all cells may be tried at once, each with a value of its own
  let isCellwise: Bool
  /// whether a statistic of samples is made to fit: every try costs all of them
  let isStatistical: Bool
  /// the definitions below that rest on a statistic
  private(set) lazy var statisticNodes: Set<ObjectIdentifier> =
    (gap.restingOnStatistics ?? []).union(left.restingOnStatistics ?? [])
  /// the last answers that all samples gave: where to look with others
  var known: [Double] = []

  /// what the goal came to with every bracket at its best guess, cell by cell
  var reached: Column<Double>?
  /// the same on the samples of each run, from which it is told how far it is off
  var reachedInRuns: [[Double]] = []
  /// where the only answer lies beside a jump: the jump, and the goal there
  var jump: (x: Double, value: Double)?
  /// the cells whose optimum is an end of the range
  var cellsAtEnd: [Bool] = []

  init(
    task: Task, unknown: Unknown, type: ValueType, place: Place, text: String, leftText: String,
    left: Formula, gap: Formula, range: Range, present: Formula?, inverse: Inverse?,
    enclosed: Formula?, enclosedUnknown: Unknown, record: String?, reach: Reach
  ) {
    self.task = task
    self.unknown = unknown
    self.type = type
    self.place = place
    self.text = text
    self.leftText = leftText
    self.left = left
    self.gap = gap
    self.range = range
    self.present = present
    self.inverse = inverse
    self.enclosed = enclosed
    self.enclosedUnknown = enclosedUnknown
    self.record = record
    dependents = reach.nodes
    isCellwise = reach.isCellwise
    isStatistical = reach.isStatistical
    sources = gap.freeSources
  }
}

/// `solve jt == 1 J/t for batch`: among the labels of an axis.
final class SoughtLabel {
  let gap: Formula
  let left: Formula
  let axis: AxisReference
  let text: String
  let leftText: String
  let rightText: String
  let type: ValueType
  let place: Place

  init(
    gap: Formula, left: Formula, axis: AxisReference, text: String, leftText: String,
    rightText: String, type: ValueType, place: Place
  ) {
    self.gap = gap
    self.left = left
    self.axis = axis
    self.text = text
    self.leftText = leftText
    self.rightText = rightText
    self.type = type
    self.place = place
  }
}
