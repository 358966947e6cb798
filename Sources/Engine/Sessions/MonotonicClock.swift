import Glibc

/// A clock that only goes forward.
package enum MonotonicClock {
  /// In seconds, from a beginning that nobody knows.
  package static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
