import Syntax

/// The samples of formulas that have no plan: valued as columns, some samples in a row at a time.
final class ValuedColumns: SampleColumns {
  let axes: [[Axis]]
  let width: Int
  let total: Int
  var isShared: Bool { false }
  var work: Int { width * 64 }
  /// an error on the way
  fileprivate(set) var failure: Diagnostic?
  private let evaluator: Evaluator
  private let samples: SampleSet
  private let formulas: [Formula]
  private let point: Point

  init(_ evaluator: Evaluator, _ samples: SampleSet, _ formulas: [Formula], at point: Point)
    throws(Diagnostic)
  {
    (self.evaluator, self.samples, self.formulas, self.point) = (
      evaluator, samples, formulas, point
    )
    total = samples.sampling.count
    var axes: [[Axis]] = []
    let few = SampleSet(samples, from: 0, count: min(16, samples.sampling.count))
    for formula in formulas {
      axes.append(Array(try Self.value(formula, evaluator, few, point).axes.dropLast()))
    }
    self.axes = axes
    width = axes.reduce(0) { $0 + $1.reduce(1) { $0 * $1.count } }
  }

  /// Along the axes of the value, and last that of the samples.
  private static func value(
    _ formula: Formula, _ evaluator: Evaluator, _ some: SampleSet, _ point: Point
  ) throws(Diagnostic) -> Column<Double> {
    let outer = evaluator.samples
    evaluator.samples = some
    defer { evaluator.samples = outer }
    let column = try evaluator.column(formula, at: point)
    let axes = column.axes.filter { $0 !== some.axis } + [some.axis]
    return column.spread(over: axes)
  }

  func worker() -> Worker { Worker(self) }

  final class Worker: SampleWorker {
    private let columns: ValuedColumns
    /// the samples from one on, result after result
    private let cells: UnsafeMutablePointer<Double>
    private let count: Int
    private var from = -1
    private var start = 0

    init(_ columns: ValuedColumns) {
      self.columns = columns
      var count = min(SamplePlan.blockSize, columns.total)
      while count < min(columns.total, 16_384), count * columns.width < 1 << 20 { count *= 2 }
      self.count = count
      cells = .allocate(capacity: max(count * columns.width, 1))
      cells.initialize(repeating: 0, count: count * columns.width)
    }

    deinit { cells.deallocate() }

    func run(from start: Int, _ n: Int) -> Bool {
      self.start = start
      let wanted = start / count * count
      if wanted == from { return true }
      from = wanted
      do {
        let some = SampleSet(columns.samples, from: wanted, count: count)
        var next = 0
        for formula in columns.formulas {
          let found = try value(formula, columns.evaluator, some, columns.point).cells
          (cells + next).update(from: found, count: found.count)
          next += found.count
        }
        return true
      } catch {
        columns.failure = error
        return false
      }
    }

    func result(_ i: Int, _ n: Int) -> UnsafePointer<Double> {
      UnsafePointer(cells + i * count + (start - from))
    }
  }
}
