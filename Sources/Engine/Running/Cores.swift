import CKernels
import Glibc
import Synchronization

/// The processor's cores, which share out what is worth it.
enum Cores {
  /// How many this process may use.
  static var count: Int { min(found, most) }

  private static let found = max(tj_core_count(), 1)
  /// Fewer for some work, so that a test can compare one with many.
  @TaskLocal static var most = Int.max

  /// Does the pieces `0 ..< count` of some work. `work` is called once on each thread that takes
  /// part, this one among them, and does piece after piece until it is given none.
  ///
  /// Which thread does a piece is chance, so no piece may rest on another.
  /// - Parameter isInterrupted: asked on this thread between two pieces, so never for one alone.
  /// - Returns: false if the work was interrupted; pieces are left undone then.
  static func share(
    _ count: Int, over threads: Int, isInterrupted: () -> Bool, _ work: (() -> Int?) -> Void
  ) -> Bool {
    withoutActuallyEscaping(work) { work in
      let pieces = Pieces(count, work)
      let others = pieces.start(min(threads, count) - 1)
      var taken = 0
      work {
        if taken > 0, taken < count, isInterrupted() { pieces.stop() }
        taken += 1
        return pieces.take()
      }
      for other in others { pthread_join(other, nil) }
      return !pieces.isStopped
    }
  }
}

/// What is left of some work.
private final class Pieces: @unchecked Sendable {
  private let count: Int
  private let work: (() -> Int?) -> Void
  private let next = Atomic<Int>(0)
  private let stopped = Atomic<Bool>(false)

  init(_ count: Int, _ work: @escaping (() -> Int?) -> Void) {
    self.count = count
    self.work = work
  }

  func take() -> Int? {
    if isStopped { return nil }
    let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return piece < count ? piece : nil
  }

  var isStopped: Bool { stopped.load(ordering: .relaxed) }

  func stop() { stopped.store(true, ordering: .relaxed) }

  /// Threads that take part; they must be joined while this object lives.
  func start(_ threads: Int) -> [pthread_t] {
    var started: [pthread_t] = []
    while started.count < threads {
      var thread = pthread_t()
      let status = pthread_create(
        &thread, nil,
        { context in
          if let context {
            let pieces = Unmanaged<Pieces>.fromOpaque(context).takeUnretainedValue()
            pieces.work { pieces.take() }
          }
          return nil
        }, Unmanaged.passUnretained(self).toOpaque())
      // what no other thread can be had for is done on this one
      if status != 0 { break }
      started.append(thread)
    }
    return started
  }
}
