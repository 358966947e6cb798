import Syntax

/// The samples of formulas that have no plan: valued as columns, some samples in a row at a time.
final class ValuedColumns: SampleColumns {
  /// of each result that is valued, the axes along which its cells lie
  let axes: [[Axis]]
  let width: Int
  let total: Int
  var isShared: Bool { false }
  var work: Int { width * 64 }
  /// an error on the way
  fileprivate(set) var failure: Diagnostic?
  /// so many samples are valued together at most
  private let most: Int
  private let samples: SampleSet
  private let value: (SampleSet) throws(Diagnostic) -> [Column<Double>]

  /// - Parameter value: columns along axes of their own and, last, that of the samples; all cells along
  ///   each axis but that one.
  init(
    _ samples: SampleSet, most: Int = 16_384,
    _ value: @escaping (SampleSet) throws(Diagnostic) -> [Column<Double>]
  ) throws(Diagnostic) {
    (self.samples, self.value, self.most) = (samples, value, most)
    total = samples.sampling.count
    let few = SampleSet(samples, from: 0, count: min(16, samples.sampling.count))
    axes = try value(few).map { Array($0.axes.dropLast()) }
    width = axes.reduce(0) { $0 + $1.reduce(1) { $0 * $1.count } }
  }

  /// What formulas come to at a point.
  convenience init(
    _ evaluator: Evaluator, _ samples: SampleSet, _ formulas: [Formula], at point: Point
  ) throws(Diagnostic) {
    try self.init(samples) { (some) throws(Diagnostic) in
      let outer = evaluator.samples
      evaluator.samples = some
      defer { evaluator.samples = outer }
      var found: [Column<Double>] = []
      for formula in formulas {
        let column = try evaluator.column(formula, at: point)
        let axes = column.axes.filter { $0 !== some.axis } + [some.axis]
        found.append(column.spread(over: axes))
      }
      return found
    }
  }

  /// the only one: what it has valued last it need not value again
  private var only: Worker?

  func worker() -> Worker {
    if let only { return only }
    let made = Worker(self)
    only = made
    return made
  }

  final class Worker: SampleWorker {
    private unowned let columns: ValuedColumns
    /// the samples from one on, result after result
    private let cells: UnsafeMutablePointer<Double>
    private let count: Int
    private var from = -1
    private var start = 0

    init(_ columns: ValuedColumns) {
      self.columns = columns
      var count = min(SamplePlan.blockSize, columns.total)
      while count < min(columns.total, columns.most), count * columns.width < 1 << 20 { count *= 2 }
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
        for found in try columns.value(some) {
          (cells + next).update(from: found.cells, count: found.cells.count)
          next += found.cells.count
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
