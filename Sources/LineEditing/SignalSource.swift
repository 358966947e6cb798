import CReadline
import Glibc

/// Signals that arrive as data: blocked, and read from a descriptor when it suits.
///
/// There is no signal handler and so nothing that could happen at the wrong moment.
final class SignalSource {
  /// Blocked as long as the source lives.
  private static let asked: [Int32] = [SIGINT, SIGWINCH, SIGCONT]
  /// Blocked while a line is read, when the terminal is in a state that the next program must not
  /// find.
  private static let leaving: [Int32] = [SIGTSTP, SIGTERM, SIGHUP, SIGQUIT]

  let descriptor: Int32

  /// nil where the system has no descriptor to give.
  init?() {
    var all = SignalSource.set(SignalSource.asked + SignalSource.leaving)
    descriptor = signalfd(-1, &all, Int32(SFD_NONBLOCK | SFD_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    SignalSource.block(SignalSource.asked)
  }

  deinit {
    drain()
    SignalSource.unblock(SignalSource.asked)
    close(descriptor)
  }

  /// The next signal that has arrived, without waiting.
  /// - Complexity: one `read`, under a microsecond where there is none.
  func next() -> Int32? {
    var info = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    while true {
      let got = read(descriptor, &info, size)
      if got == size { return Int32(bitPattern: info.ssi_signo) }
      if got < 0, errno == EINTR { continue }
      return nil
    }
  }

  func drain() {
    while next() != nil {}
  }

  func holdLeaving() { SignalSource.block(SignalSource.leaving) }
  func releaseLeaving() { SignalSource.unblock(SignalSource.leaving) }

  /// Does what the signal would have done, now; returns if the process goes on (after a stop).
  func deliver(_ signal: Int32) {
    SignalSource.unblock([signal])
    raise(signal)
    SignalSource.block([signal])
  }

  /// For the time of a child: it gets the keyboard's signals, and Ctrl-C does not end us. The
  /// handler that does nothing is not inherited through `exec`, an ignored signal would be.
  func suspend() {
    signal(SIGINT) { _ in }
    SignalSource.unblock(SignalSource.asked)
  }

  func resume() {
    SignalSource.block(SignalSource.asked)
    drain()
    signal(SIGINT, SIG_DFL)
  }

  private static func block(_ signals: [Int32]) {
    var set = set(signals)
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  private static func unblock(_ signals: [Int32]) {
    var set = set(signals)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  private static func set(_ signals: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    return set
  }
}
