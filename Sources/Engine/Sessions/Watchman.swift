import CKernels
import Glibc
import Synchronization

/// Sees that a run stays within the limits of time and memory.
///
/// Long work asks it now and then (`Session.mustStop`). What is over the limit stops as if Ctrl-C had
/// been typed, and `Session.report` says why.
struct Watchman {
  /// What the run has reached, if anything.
  private(set) var reached: EngineProblem?
  private let limits: Limits
  private let clock: () -> Double
  private let end: Double
  /// The memory is looked at no more often than every millisecond.
  private var nextLook = 0.0

  init(_ limits: Limits, _ clock: @escaping () -> Double) {
    self.limits = limits
    self.clock = clock
    end = limits.seconds.map { clock() + $0 } ?? .infinity
    Self.runEnd.store(end.bitPattern, ordering: .relaxed)
  }

  /// When the run that is going on has to end, for whoever watches from another thread.
  fileprivate static let runEnd = Atomic<UInt64>(Double.infinity.bitPattern)

  static func end() { runEnd.store(Double.infinity.bitPattern, ordering: .relaxed) }

  /// Whether a limit is reached; it stays reached until the run has ended.
  mutating func isOver() -> Bool {
    if reached != nil { return true }
    let now = clock()
    if let seconds = limits.seconds, now >= end { reached = .timeLimit(seconds: seconds) }
    if let most = limits.mebibytes, now >= nextLook {
      nextLook = now + 0.001
      if Memory.isBeyond(mebibytes: most) { reached = .memoryLimit(mebibytes: most) }
    }
    return reached != nil
  }

  /// Whether so many bytes more would be too many.
  mutating func refuses(bytes: Int) -> Bool {
    guard let most = limits.mebibytes, bytes >> 20 > most - Memory.resident() else { return false }
    reached = .memoryLimit(mebibytes: most)
    return true
  }
}

/// For one who watches from another thread, where the work does not ask.
extension Limits {
  /// Whether the run that is going on takes much longer than it may.
  package var areLongOver: Bool {
    guard let seconds else { return false }
    let end = Double(bitPattern: Watchman.runEnd.load(ordering: .relaxed))
    return MonotonicClock.now() > end + max(1, seconds / 4)
  }

  /// Whether much more memory is held than may be.
  package var areFarExceeded: Bool {
    guard let mebibytes else { return false }
    return Memory.resident() > mebibytes + max(16, mebibytes / 4)
  }
}

/// What this process holds of the machine's memory.
package enum Memory {
  /// In MiB; 0 where the system does not tell.
  package static func resident() -> Int {
    let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return 0 }
    defer { close(descriptor) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { buffer in
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      guard count > 0 else { return 0 }
      // the second number is what is in memory, in pages
      var pages = 0
      var words = 0
      for byte in buffer[0..<count] {
        if byte == UInt8(ascii: " ") {
          words += 1
        } else if words == 1 {
          pages = pages &* 10 &+ Int(byte &- UInt8(ascii: "0"))
        }
      }
      return pages / (1 << 20 / max(1, sysconf(Int32(_SC_PAGESIZE))))
    }
  }

  /// Whether more is held than that; what was freed and not given back does not count.
  package static func isBeyond(mebibytes most: Int) -> Bool {
    guard resident() > most else { return false }
    tj_give_back_memory()
    return resident() > most
  }
}
