import Syntax
import Units

/// What `:undo` and `:redo` did.
public struct Reversal: Sendable {
  /// How many entries were undone or redone.
  public var count: Int
  /// The names that have another meaning now, in the order in which they were said.
  public var names: [String]
  /// What has another value now, if that was asked for.
  public var outcomes: [Outcome]
}

/// `:undo`, `:redo`, `:reset`.
extension Session {
  /// Begins an entry: what is changed from here on is taken back by one `undo`.
  public func checkpoint() {
    log.isKept = true
    log.close(answer: answer)
  }

  /// Goes back to before the last entry that changed something.
  /// - Returns: the names that were defined or changed then; nil where there is nothing to undo.
  public func undo() -> [String]? { undo(1)?.names }

  /// Goes back over some entries that changed something, or over all where there are fewer.
  /// - Parameter isTold: whether it is asked what has another value then.
  /// - Returns: nil where there is nothing to undo.
  /// - Complexity: linear in what was changed and in what rests on it.
  public func undo(_ count: Int, isTold: Bool = false) -> Reversal? {
    log.close(answer: answer)
    let entries = Array(log.done.suffix(max(0, count)).reversed())
    guard !entries.isEmpty else { return nil }
    log.done.removeLast(entries.count)
    return reverse(entries, isTold: isTold) {
      for var entry in entries {
        apply(entry.changes.reversed(), isUndo: true)
        swap(&entry.answer, &answer)
        log.undone.append(entry)
      }
    }
  }

  /// Does again what was undone, entry by entry; a new entry that changes something ends that.
  /// - Returns: nil where there is nothing to redo.
  public func redo(_ count: Int, isTold: Bool = false) -> Reversal? {
    log.close(answer: answer)
    let entries = Array(log.undone.suffix(max(0, count)).reversed())
    guard !entries.isEmpty else { return nil }
    log.undone.removeLast(entries.count)
    return reverse(entries, isTold: isTold) {
      for var entry in entries {
        apply(entry.changes, isUndo: false)
        swap(&entry.answer, &answer)
        log.done.append(entry)
      }
    }
  }

  private func reverse(_ entries: [ChangeLog.Entry], isTold: Bool, _ body: () -> Void) -> Reversal {
    var names: [Name] = []
    var seen: Set<Name> = []
    for entry in entries {
      for name in entry.names where seen.insert(name).inserted { names.append(name) }
    }
    var comparison = ChangeComparison(self)
    if isTold {
      comparison.note(
        names, restingOn: names.flatMap { [.value($0), .function($0), .scenario($0)] }, in: self)
    }
    body()
    log.current = ChangeLog.Entry(answer: answer)
    return Reversal(
      count: entries.count, names: names.map(\.text),
      outcomes: isTold ? changes(comparison, first: names) : [])
  }

  /// How many entries can be taken back.
  package var undoDepth: Int { log.done.count + (log.current.changes.isEmpty ? 0 : 1) }

  /// Takes the last changes of the entry that is going on back, so that a statement that fails in its
  /// middle has changed nothing.
  func rollBack(to count: Int) {
    guard log.current.changes.count > count else { return }
    let changes = Array(log.current.changes[count...])
    log.current.changes.removeLast(changes.count)
    apply(changes.reversed(), isUndo: true)
  }

  /// Forgets every definition, function and declared unit.
  public func reset() {
    log.close(answer: answer)
    let old = exchange(.nothing)
    log.record(.everything(old))
    answer = nil
    generation += 1
  }

  // MARK: changes

  /// Takes changes back (last first) or does them again (first first), and forgets what was found
  /// out about all that rests on them.
  private func apply(_ changes: some Sequence<ChangeLog.Change>, isUndo: Bool) {
    var changed: [Reference] = []
    for change in changes {
      switch change {
      case .value(let name, let old, let new):
        put(isUndo ? old : new, as: name)
        changed.append(.value(name))
      case .function(let name, let old, let new):
        if let function = isUndo ? old : new {
          world.define(function)
        } else {
          world.removeFunction(name)
        }
        changed.append(.function(name))
      case .scenario(let name, let old, let new):
        if let scenario = isUndo ? old : new {
          world.define(scenario)
        } else {
          world.removeScenario(name)
        }
        changed.append(.scenario(name))
      case .recorded(let key, let old, let new):
        if isUndo { journal.takeBack(key, to: old) } else { journal.record(key, new.statement) }
      case .removed(let entry, let position):
        if isUndo { journal.insert(entry, at: position) } else { _ = journal.remove(entry.key) }
      case .units(let old, let new):
        units.restore(isUndo ? old : new)
        catalogUnits = [:]
        world.forgetAll()
      case .used(let path):
        if isUndo { files.done.remove(path) } else { files.done.insert(path) }
      case .everything(let all):
        _ = exchange(isUndo ? all : .nothing)
      }
    }
    for dependent in world.dependents(of: changed) where dependent.isValue {
      world.node(dependent.name)?.forget()
    }
    generation += 1
  }

  private func put(_ node: Node?, as name: Name) {
    world.node(name)?.forget()
    if let node {
      node.forget()
      world.define(node)
    } else {
      world.remove(name)
    }
  }

  private func exchange(_ all: ChangeLog.Everything) -> ChangeLog.Everything {
    let old = ChangeLog.Everything(
      contents: world.exchange(all.contents), journal: journal, units: units.ownUnits,
      used: files.done)
    units.restore(all.units)
    catalogUnits = [:]
    journal = all.journal
    files.done = all.used
    return old
  }
}
