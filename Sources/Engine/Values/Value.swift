import Glibc
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
    /// How far a probability is likely off that so many samples have told: what is certain is not; else it
    /// is no closer than a step of one sample, and no further than if the samples were drawn at random.
    public func samplingError(of samples: Int) -> Double {
      let n = Double(max(samples, 1))
      func error(_ share: Double) -> Double {
        share <= 0 || share >= 1 ? 1 / n : 1 / n + (share * (1 - share) / n).squareRoot() / 8
      }
      switch self {
      case .yes, .no, .depends: return 0
      case .probably(let share): return error(share)
      case .between(let low, let high): return max(error(low), error(high))
      }
    }

    case yes, no
    /// of brackets: true for some values of these sources and false for others
    case depends(on: [String])
    /// of samples: how likely it holds
    case probably(Double)
    /// the same where brackets move it: the least and the greatest probability
    case between(Double, Double)

    /// `84.2 %`; nil where it is certain. What is not certain never shows as 0 or 100 %.
    public var probability: String? {
      if case .between(let low, let high) = self {
        guard let a = Truth.probably(low).probability, let b = Truth.probably(high).probability
        else { return nil }
        return "\(a) .. \(b)"
      }
      guard case .probably(let share) = self else { return nil }
      let tenths = Int((share * 1000).rounded())
      if tenths == 0 { return "< 0.1 %" }
      if tenths == 1000 { return "> 99.9 %" }
      return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
    }
  }

  public var cells: Cells
  public var dimension: Dimension
  public var unit: Unit
  /// The unit was asked for with `->` and is kept; else the value moves along its ladder.
  public var isPinned: Bool
  /// What a plain number has not: none or one. Copies share it, and a plain number, of which a script
  /// may show a million, is copied in a few instructions.
  private var details: [Details] = []

  private struct Details {
    var axes: [Axis] = []
    var low: [Double]?
    var high: [Double]?
    var hasBest = false
    var isOuterBound = false
    var record: String?
    var label: String?
    var title: String?
    var distributed: Distributed?
    var errors: SamplingErrors?
  }

  package init(
    axes: [Axis] = [], cells: Cells, dimension: Dimension, unit: Unit, isPinned: Bool = false
  ) {
    self.cells = cells
    self.dimension = dimension
    self.unit = unit
    self.isPinned = isPinned
    self.axes = axes
  }

  /// Outermost first; the last varies fastest. Empty for a single value.
  public var axes: [Axis] {
    get { details.first?.axes ?? [] }
    set { change(isPlain: newValue.isEmpty) { $0.axes = newValue } }
  }
  /// The ends of a bracket, cell by cell, in base units; both nil for plain values.
  public var low: [Double]? {
    get { details.first?.low }
    set { change(isPlain: newValue == nil) { $0.low = newValue } }
  }
  public var high: [Double]? {
    get { details.first?.high }
    set { change(isPlain: newValue == nil) { $0.high = newValue } }
  }
  /// Whether a best guess was given on the way.
  public var hasBest: Bool {
    get { details.first?.hasBest ?? false }
    set { change(isPlain: !newValue) { $0.hasBest = newValue } }
  }
  /// The budget of the exact range ended first: the ends are an outer bound.
  public var isOuterBound: Bool {
    get { details.first?.isOuterBound ?? false }
    set { change(isPlain: !newValue) { $0.isOuterBound = newValue } }
  }
  /// The record that the value stands for, if it is one: `h100_sxm`.
  public var record: String? {
    get { details.first?.record }
    set { change(isPlain: newValue == nil) { $0.record = newValue } }
  }
  /// The label that `argmin` or `argmax` found, where it is a record: the plain value alone would not
  /// say which.
  public var label: String? {
    get { details.first?.label }
    set { change(isPlain: newValue == nil) { $0.label = newValue } }
  }
  /// What a bare expression was, to head a table of it.
  public var title: String? {
    get { details.first?.title }
    set { change(isPlain: newValue == nil) { $0.title = newValue } }
  }

  /// How far each cell is likely off, where it rests on statistics of samples.
  public var errors: SamplingErrors? {
    get { details.first?.errors }
    set { change(isPlain: newValue == nil) { $0.errors = newValue } }
  }

  /// What the cells are medians of, where they vary with samples.
  public var distributed: Distributed? {
    get { details.first?.distributed }
    set { change(isPlain: newValue == nil) { $0.distributed = newValue } }
  }

  /// - Parameter isPlain: whether the new value is what a plain number has.
  private mutating func change(isPlain: Bool, _ body: (inout Details) -> Void) {
    if details.isEmpty {
      if isPlain { return }
      details.append(Details())
    }
    body(&details[0])
  }

  public var count: Int { axes.reduce(1) { $0 * $1.count } }
  public var isBracket: Bool { details.first?.low != nil }
  /// Whether it is more than a number: a bracket, or a distribution.
  public var isUncertain: Bool { isBracket || distributed != nil }
}
