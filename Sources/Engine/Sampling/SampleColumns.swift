import Synchronization

/// Where the samples of some results come from, piece by piece and as often as they are asked for.
protocol SampleColumns {
  /// how many results there are
  var width: Int { get }
  /// how many samples, a power of two
  var total: Int { get }
  /// about how many operations on numbers a sample takes
  var work: Int { get }
  /// what values pieces on one thread
  associatedtype Worker: SampleWorker
  func worker() -> Worker
  /// whether several workers may be at work at a time
  var isShared: Bool { get }
}

protocol SampleWorker {
  /// Values a block, and says whether it could.
  func run(from start: Int, _ n: Int) -> Bool
  /// The values of a result in the block that was run last.
  func result(_ i: Int, _ n: Int) -> UnsafePointer<Double>
}

/// Those of a plan, regenerated each time.
struct PlannedColumns: SampleColumns {
  let plan: SamplePlan

  var width: Int { plan.results.count }
  var total: Int { plan.points.total }
  var work: Int { plan.work }
  var isShared: Bool { true }

  struct Worker: SampleWorker {
    let registers: SampleRegisters

    func run(from start: Int, _ n: Int) -> Bool {
      registers.run(from: start, n)
      return true
    }

    func result(_ i: Int, _ n: Int) -> UnsafePointer<Double> { registers.result(i, n) }
  }

  func worker() -> Worker { Worker(registers: SampleRegisters(plan)) }
}

/// Sweeps over all samples, or the first of them, in pieces, on all cores.
struct SampleSweep {
  private let total: Int
  /// what is handed out at a time: so many samples, so many pieces
  let size: Int
  let pieces: Int
  /// the samples fall into so many runs, each a net of its own
  static let runs = 16
  /// the most pieces: each keeps two sums for each result
  private static let mostPieces = 4096
  /// so many operations that another thread pays
  private static let worthThreads = 1 << 18

  init(_ total: Int) {
    self.total = total
    size = max(total / Self.mostPieces, min(8192, max(total / Self.runs, 1)))
    pieces = total / size
  }

  var runSize: Int { max(total / Self.runs, 1) }

  /// Hands every block of every piece to a state; each thread has a state of its own.
  /// - Parameter isInterrupted: asked on this thread between two pieces, with the share that is done.
  /// - Returns: the states, and whether all pieces were done.
  func run<Columns: SampleColumns, State>(
    _ columns: Columns, isInterrupted: (Double) -> Bool, _ make: () -> State,
    _ body: (State, _ piece: Int, _ start: Int, _ n: Int, Columns.Worker) -> Void
  ) -> (states: [State], isWhole: Bool) {
    let isLong = total * columns.work >= Self.worthThreads
    let gathered = Gathered<State>()
    let done = Atomic<Int>(0)
    let hasFailed = Atomic<Bool>(false)
    func isStopped() -> Bool {
      hasFailed.load(ordering: .relaxed)
        || isInterrupted(Double(done.load(ordering: .relaxed)) / Double(pieces))
    }
    let isWhole = Cores.share(
      pieces, over: isLong && columns.isShared ? Cores.count : 1, isInterrupted: isStopped
    ) { take in
      let state = make()
      let worker = columns.worker()
      while let piece = take() {
        var start = piece * size
        let end = start + size
        while start < end {
          let n = min(SamplePlan.blockSize, end - start)
          guard worker.run(from: start, n) else {
            hasFailed.store(true, ordering: .relaxed)
            break
          }
          body(state, piece, start, n, worker)
          start += n
        }
        done.wrappingAdd(1, ordering: .relaxed)
      }
      gathered.add(state)
    }
    return (gathered.states, isWhole && !hasFailed.load(ordering: .relaxed))
  }
}

/// What the threads have found.
private final class Gathered<State>: @unchecked Sendable {
  private let lock = Mutex(())
  private(set) var states: [State] = []

  func add(_ state: State) { lock.withLock { _ in states.append(state) } }
}
