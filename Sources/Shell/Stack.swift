import Glibc

/// The stack of the main thread, which holds what is nested: it grows as it is used, up to a limit that
/// a process may raise for itself.
enum Stack {
  /// How deep formulas may be nested, after the stack has been given as much room as there is.
  static let levels: Int = {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0 else { return 1000 }
    let room = min(max(limit.rlim_cur, wanted), limit.rlim_max)
    if room > limit.rlim_cur {
      limit.rlim_cur = room
      if setrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) != 0 { return 1000 }
    }
    return Int(min(room / bytesOfLevel, 8000))
  }()

  /// what Linux keeps free below the stack of every process, with some left for the rest
  private static let wanted: rlim_t = 100 << 20
  #if DEBUG
    private static let bytesOfLevel: rlim_t = 24 << 10
  #else
    private static let bytesOfLevel: rlim_t = 6 << 10
  #endif
}
