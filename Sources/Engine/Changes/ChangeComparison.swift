import Glibc
import Syntax

/// The values of what a change may reach, before and after it, as far as they are found in time.
///
/// ```
/// var comparison = ChangeComparison(session)
/// comparison.note(restingOn: [.value("node")], in: session)     // before
/// …                                                             // node changes
/// session.tell(comparison)                                      // after
/// ```
struct ChangeComparison {
  enum Finding {
    case value(Value)
    /// it had none: an error, a name that was not defined
    case nothing
    /// there was no time to find out
    case unknown
  }

  /// Each after what it rests on.
  private(set) var names: [Name] = []
  private(set) var before: [Name: Finding] = [:]
  /// When it began, and how long it all may take: what happens between, and writing the answer, too.
  private let start: Double
  private let seconds: Double

  init(_ session: Session) {
    start = Self.now()
    // a part is left for what comes after: telling, and drawing the prompt
    seconds = 0.9 * session.secondsForChanges
  }

  /// Finds the values of some names and of all that rests on some references, for at most half of
  /// the time: the other half is needed after the change.
  mutating func note(
    _ changing: [Name] = [], restingOn references: [Reference], in session: Session
  ) {
    var names = changing
    var findings: [Name: Finding] = [:]
    spend(half: true, session) { isOver in
      let known = Set(changing)
      let dependents = session.world.dependentsInOrder(of: references)
      names += dependents.filter { !known.contains($0) }
      for name in names {
        if isOver() {
          findings[name] = .unknown
          continue
        }
        guard let node = session.world.node(name) else {
          findings[name] = .nothing
          continue
        }
        do throws(Diagnostic) {
          findings[name] = .value(try session.value(of: node))
        } catch {
          let isStopped = error.problem as? EngineProblem == .interrupted
          findings[name] = isStopped ? .unknown : .nothing
        }
      }
    }
    self.names = names
    before = findings
  }

  /// The same where nothing can have had a value yet: what waits for a new name.
  mutating func noteNothing(restingOn references: [Reference], in session: Session) {
    names = session.world.dependentsInOrder(of: references)
    for name in names { before[name] = .nothing }
  }

  /// Does something that asks whether the time is over; long work inside is stopped then.
  func spend(
    half: Bool = false, _ session: Session, _ body: (_ isOver: () -> Bool) -> Void
  ) {
    let end = start + (half ? seconds / 2 : seconds)
    let isInterrupted = session.isInterrupted
    session.isInterrupted = { Self.now() >= end || isInterrupted() }
    defer { session.isInterrupted = isInterrupted }
    body { Self.now() >= end }
  }

  /// Seconds of a clock that only goes forward.
  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
