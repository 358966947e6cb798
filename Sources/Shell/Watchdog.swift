import Engine
import Glibc
import Report
import Syntax
import Units

/// Ends the process where a limit is passed by much because the work does not ask whether it may go on
/// (one list of a hundred million numbers is read in one go): with the error's words, and never before
/// the work had its chance to stop by itself.
enum Watchdog {
  private final class Order {
    let limits: Limits
    let time: [UInt8]
    let memory: [UInt8]

    init(_ limits: Limits, _ format: Format) {
      self.limits = limits
      time = Self.words(.timeLimit(seconds: limits.seconds ?? 0), format)
      memory = Self.words(.memoryLimit(mebibytes: limits.mebibytes ?? 0), format)
    }

    /// Made beforehand: there may be no memory for it later.
    private static func words(_ problem: EngineProblem, _ format: Format) -> [UInt8] {
      let nowhere = Place(SourceText(name: "tj", bytes: []), Span(0, 0))
      var renderer = Renderer(format)
      var bytes: [UInt8] = []
      renderer.render(
        .diagnostic(Diagnostic(problem, at: nowhere)), units: UnitTable(), into: &bytes)
      return bytes
    }
  }

  /// Begins to watch; the process has one watchdog as long as it lives.
  /// - Parameter format: of the messages.
  static func watch(_ limits: Limits, _ format: Format) {
    guard limits.seconds != nil || limits.mebibytes != nil else { return }
    var thread = pthread_t()
    let order = Unmanaged.passRetained(Order(limits, format))
    let status = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Watchdog.look(Unmanaged<Order>.fromOpaque(context).takeRetainedValue())
      }, order.toOpaque())
    if status == 0 { pthread_detach(thread) } else { order.release() }
  }

  private static func look(_ order: Order) -> Never {
    while true {
      usleep(20_000)
      if order.limits.areLongOver { end(order.time) }
      if order.limits.areFarExceeded { end(order.memory) }
    }
  }

  private static func end(_ words: [UInt8]) -> Never {
    _ = words.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    _exit(ExitStatus.failure.rawValue)
  }
}
