import Syntax

/// A script that has been read once: its statements in order, ready to run.
///
/// The trees of a long script are not kept; it is read a second time while it runs, which costs less
/// than the memory. Either way `unit` has acted already, and `use` stands for what it brought.
struct ReadScript {
  /// statements, and bytes of text: the trees take some thirty times as many
  static let kept = (statements: 131_072, bytes: 4 << 20)

  let source: SourceText
  private(set) var count = 0
  /// in order while they are read; the next one last while they run, so that each is let go when it
  /// has been taken
  private var statements: [Statement] = []
  /// what each `use` brought, in order
  private var brought: [[Statement]] = []
  private var isLong: Bool

  // where the running is
  private var isRunning = false
  private var position = 0
  private var parser: Parser?
  private var pending: [Statement] = []

  init(_ source: SourceText) {
    self.source = source
    isLong = source.bytes.count > Self.kept.bytes
  }

  /// Takes a statement in, or what stands for it.
  /// - Parameter others: nil for the statement itself.
  mutating func add(_ statement: Statement, becomes others: [Statement]?) {
    count += others?.count ?? 1
    if case .use = statement.kind { brought.append(others ?? []) }
    if isLong { return }
    if let others { statements += others } else { statements.append(statement) }
    if statements.count > Self.kept.statements {
      isLong = true
      statements = []
    }
  }

  /// Every statement at once, for a script that is used by another.
  mutating func all(_ units: any UnitNames) -> [Statement] {
    var all: [Statement] = []
    while let statement = next(units) { all.append(statement) }
    return all
  }

  mutating func next(_ units: any UnitNames) -> Statement? {
    if !isLong {
      if !isRunning { statements.reverse() }
      isRunning = true
      return statements.popLast()
    }
    if !pending.isEmpty { return pending.removeFirst() }
    if parser == nil { parser = Parser(source, units: units) }
    while true {
      guard case .statement(let statement) = parser?.next() else { return nil }
      switch statement.kind {
      case .unit: continue
      case .use:
        guard position < brought.count else { return nil }
        pending = brought[position]
        position += 1
        if !pending.isEmpty { return pending.removeFirst() }
      default: return statement
      }
    }
  }
}
