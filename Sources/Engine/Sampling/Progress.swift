/// How far a long calculation has come: told to the session from half a second on.
final class Progress {
  private let session: Session
  private let began: Double
  private var told = 0.0

  init(_ session: Session) {
    self.session = session
    began = session.clock()
  }

  /// Whether to stop.
  /// - Parameter share: of the work that is done, 0…1.
  func isInterrupted(_ share: Double) -> Bool {
    if session.mustStop() { return true }
    guard let tell = session.progress else { return false }
    let now = session.clock()
    if now - began >= 0.5, now - told >= 0.1 {
      told = now
      let left = share > 0 ? (now - began) * (1 - share) / share : nil
      tell(Work(share: share, secondsLeft: left))
    }
    return false
  }

  /// Takes back what was shown.
  func end() {
    if told > 0 { session.progress?(nil) }
    told = 0
  }
}

/// How far a long calculation has come.
public struct Work: Sendable {
  /// 0…1
  public var share: Double
  /// as long as it goes on as fast as it went; nil where nobody knows
  public var secondsLeft: Double?
}
