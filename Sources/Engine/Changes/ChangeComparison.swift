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
    start = session.clock()
    // a part is left for what comes after: telling, and drawing the prompt
    seconds = 0.9 * session.secondsForChanges
  }

  /// Finds the values of some names and of all that rests on some references, for at most half of
  /// the time: the other half is needed after the change.
  /// - Parameter rootsToo: the names that the references are, too.
  mutating func note(
    _ changing: [Name] = [], restingOn references: [Reference], rootsToo: Bool = false,
    in session: Session
  ) {
    let known = Set(changing)
    let dependents = session.world.dependentsInOrder(of: references, rootsToo: rootsToo)
    let names = changing + dependents.filter { !known.contains($0) }
    var findings: [Name: Finding] = [:]
    let unknown = spend(half: true, on: names, session) { name in
      guard let node = session.world.node(name) else {
        findings[name] = .nothing
        return true
      }
      do throws(Diagnostic) {
        findings[name] = .value(try session.value(of: node))
      } catch {
        if error.problem as? EngineProblem == .interrupted { return false }
        findings[name] = .nothing
      }
      return true
    }
    for name in unknown { findings[name] = .unknown }
    self.names = names
    before = findings
  }

  /// The same where nothing can have had a value yet: what waits for a new name.
  mutating func noteNothing(restingOn references: [Reference], in session: Session) {
    names = session.world.dependentsInOrder(of: references)
    for name in names { before[name] = .nothing }
  }

  /// Does something for one name after another, each after what it rests on. A slow one is stopped
  /// after an eighth of the time and comes last, with what rests on it: it keeps no other waiting.
  /// - Parameter find: false where it was stopped.
  /// - Returns: the names for which there was no time.
  func spend(
    half: Bool = false, on names: [Name], _ session: Session, find: (Name) -> Bool
  ) -> [Name] {
    let end = start + (half ? seconds / 2 : seconds)
    let isInterrupted = session.isInterrupted
    session.isHurried = true
    defer { (session.isInterrupted, session.isHurried) = (isInterrupted, false) }
    let share = (end - session.clock()) / 8
    var slow: Set<Name> = []
    var later: [Name] = []
    var unknown: [Name] = []
    func isFound(_ name: Name, by end: Double) -> Bool {
      session.isInterrupted = { session.clock() >= end || isInterrupted() }
      return find(name)
    }
    for name in names {
      let now = session.clock()
      if now >= end {
        unknown.append(name)
      } else if session.rests(name, on: slow) || !isFound(name, by: min(end, now + share)) {
        slow.insert(name)
        later.append(name)
      }
    }
    for name in later where session.clock() >= end || !isFound(name, by: end) {
      unknown.append(name)
    }
    return unknown
  }
}

extension Session {
  /// Whether a definition loads one of some others, functions unfolded.
  fileprivate func rests(_ name: Name, on others: Set<Name>) -> Bool {
    guard !others.isEmpty, let node = world.node(name) else { return false }
    return world.loads(of: node.references).contains { others.contains($0) }
  }
}
