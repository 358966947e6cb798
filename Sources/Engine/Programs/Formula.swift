import EnergyCore
import Syntax
import Units

/// What a formula yields, known before any number is: its kind, its dimension, the unit to show.
struct ValueType {
  enum Kind { case number, truth, text }
  var kind: Kind = .number
  var dimension: Dimension = .none
  var unit: Unit = .one
  /// asked for with `->`
  var isPinned = false
  /// a temperature as a thermometer shows it
  var isReading = false
  /// a literal 0 beside something: it has any dimension
  var isZero = false
  /// what it is the plain value of, and so has fields
  var record: RecordKind?

  /// The dimension of a number.
  var measure: Dimension? { kind == .number ? dimension : nil }

  static let plain = ValueType()
  static let truth = ValueType(kind: .truth)
  static let text = ValueType(kind: .text)
}

/// What has fields: a row of the catalog, or of a table that was read.
enum RecordKind: Equatable {
  case catalog(Catalog.Kind)
  /// its place in `Session.tables`
  case table(Int32)
}

/// A checked expression, ready to run: either a constant, a program over loaded inputs, or text.
final class Formula {
  /// the world of overrides that its nodes belong to: it lives as long as they are needed, and is
  /// let go before them (fields go in this order)
  private let world: World?
  enum Code {
    case constant(Double, record: String?)
    /// one input, as it is
    case input(Input)
    case program(Program, [Input])
    case text(TextCode)
  }
  let type: ValueType
  let code: Code
  let place: Place
  /// the definitions that it loads, each once
  let nodes: [Node]
  /// whether a bracket lies anywhere below
  let hasSources: Bool
  /// whether it varies with the samples of a distribution
  let hasSamples: Bool

  init(
    type: ValueType, code: Code, place: Place, nodes: [Node], hasSources: Bool,
    hasSamples: Bool = false, world: World? = nil
  ) {
    self.hasSamples = hasSamples
    self.world = world?.below == nil ? nil : world
    self.type = type
    self.code = code
    self.place = place
    self.nodes = nodes
    self.hasSources = hasSources
  }
}

extension Formula {
  /// Whether an answer is sought somewhere in it, which varies as its equation does.
  var isAnswer: Bool {
    inputs.contains { input in
      switch input {
      case .sought, .soughtLabel: true
      default: input.parts.contains(where: \.isAnswer)
      }
    } || parts.contains { $0.type.kind == .text && $0.isAnswer }
  }

  /// Whether it is a label found by `argmin` or `argmax`, as it is.
  var isLabel: Bool {
    switch code {
    case .input(.reduction(.argmin, _, _, _)), .input(.reduction(.argmax, _, _, _)): true
    case .input(.soughtLabel): true
    case .input(.node(let node)): node.formula?.isLabel ?? false
    case .input(.formula(let formula)): formula.isLabel
    default: false
    }
  }
}

/// How a column is come by before a program runs over it.
indirect enum Input {
  /// another definition's value
  case node(Node)
  case formula(Formula)
  /// a frozen value
  case constant(Column<Double>)
  /// one that rested on samples, and how far its cells are likely off
  case frozen(Column<Double>, errors: [Double])
  /// the plain values of the rows of a table that streams
  case rows(Int32)
  case list(ListInput)
  case bracket(BracketInput)
  case distribution(DistributionInput)
  case statistic(Statistic, Formula, share: Formula?, place: Place)
  /// a field of a record, row by row
  case field(Formula, name: String, dimension: Dimension, place: Place)
  case movedField(MovedField)
  case reduction(Reduction, Formula, over: [AxisReference], place: Place)
  case along(LineOperation, Formula, over: [AxisReference], place: Place)
  case pick(Formula, [PickInput], place: Place)
  case filter(Formula, condition: Formula, place: Place)
  case interpolation(Formula, along: AxisReference, at: Formula, isLogarithmic: Bool, place: Place)
  /// `sum(x by group)`, `integrate(power, time)`
  case grouped(Grouping)
  /// `known(log.power)`: whether there is a figure
  case known(Formula)
  /// `refuse("…")`: a fault in words of its own
  case refusal(RefusalInput)
  case spaced(Spacing, Formula, Formula, Formula, place: Place)
  /// the low end, the high end or the best guess of a bracket
  case end(BracketEnd, Formula)
  /// how a difference compares with 0
  case comparison(Comparison.Operator, Formula)
  /// `a ~= b`: low ends with low ends, high ends with high ends
  case near(NearInput)
  case sameText(Formula, Formula, isNegated: Bool)
  /// the value that is being tried while something is solved for
  case unknown(Unknown)
  /// `solve jt == 0.4 J/t for tput`, `minimize cost over speed`
  case sought(Sought)
  /// `solve jt == 1 J/t for batch`, among labels
  case soughtLabel(SoughtLabel)
}

/// `refuse("…", "…")`: what it says is looked for only where it is reached.
///
/// Unchecked: it is met while inputs are loaded, before blocks are shared among threads, and told after.
final class RefusalInput: @unchecked Sendable {
  let message: Formula
  let advice: Formula?
  /// the call in the text of whoever calls
  let place: Place
  /// the condition before it, and what it comes to where this branch is taken
  var condition: (formula: Formula, refuses: Bool)?
  /// the number that stands for it
  var fault: Double?

  init(message: Formula, advice: Formula?, place: Place) {
    self.message = message
    self.advice = advice
    self.place = place
  }
}

/// `a ~= b within …` where brackets are about.
final class NearInput {
  let left: Formula
  let right: Formula
  /// an amount in the dimension of the two, or a share of the right side
  let within: Formula
  let isShare: Bool

  init(left: Formula, right: Formula, within: Formula, isShare: Bool) {
    self.left = left
    self.right = right
    self.within = within
    self.isShare = isShare
  }
}

enum BracketEnd {
  case low, high, best
  /// the best guess around which an input is swung
  case center

  /// what it is of a distribution
  var statistic: Statistic {
    switch self {
    case .low: .low
    case .high: .high
    case .best, .center: .median
    }
  }
}

enum Reduction: String {
  case sum, mean, min, max, median, argmin, argmax, count, first, last
}

enum LineOperation: String { case cumulative, difference, sort, reverse }

enum Spacing: String { case linspace, geomspace, steps }

struct AxisReference {
  var name: Name
  /// nil for the axis of a column of a table, which no definition makes
  var node: Node?
  var place: Place
}

struct PickInput {
  var axis: AxisReference
  var label: Formula
}

final class ListInput {
  struct Item {
    var label: Formula?
    var value: Formula
  }
  let items: [Item]
  let over: [AxisReference]
  let place: Place
  /// the items of a nested list `[[…], […]] over a, b` lie flat, row by row
  let shape: [Int]
  let isText: Bool

  init(items: [Item], over: [AxisReference], shape: [Int], isText: Bool, place: Place) {
    self.items = items
    self.over = over
    self.shape = shape
    self.isText = isText
    self.place = place
  }
}

/// One literal range: a source that every use of its name shares.
final class BracketInput {
  let source: Int32
  let low: Formula
  let best: Formula?
  let high: Formula
  let place: Place
  /// the row of the catalog whose figure it is
  let record: String?
  /// the ends once they are found, where plain numbers were stated
  var ends: Ends?

  /// Cell by cell, in base units, along the axes of all three.
  struct Ends {
    let axes: [Axis]
    let low: [Double]
    let best: [Double]?
    let high: [Double]
  }

  /// Whether nothing that is defined can move the ends.
  var isConstant: Bool {
    for case let formula? in [low, best, high] {
      guard case .constant = formula.code else { return false }
    }
    return true
  }

  init(
    source: Int32, low: Formula, best: Formula?, high: Formula, place: Place,
    record: String? = nil
  ) {
    self.source = source
    self.low = low
    self.best = best
    self.high = high
    self.place = place
    self.record = record
  }
}

/// A formula that yields text, cell by cell.
indirect enum TextCode {
  case pieces([TextPiece])
  case node(Node)
  case list(ListInput)
  case field(Formula, name: String)
  case choose(Formula, Formula, Formula)
  case pick(Formula, [PickInput], place: Place)
  case filter(Formula, condition: Formula, place: Place)
  case label(TextLabel)
}

/// `argmin(jt over kind)` where the labels are texts.
struct TextLabel {
  /// what is compared
  let goal: Formula
  /// the position of the label along the axis
  let position: Formula
  let axis: AxisReference
}

enum TextPiece {
  case text(String)
  case value(Formula, format: String?)
}
