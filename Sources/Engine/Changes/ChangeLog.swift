import Syntax
import Units

/// What the entries of a session changed, so that it can be taken back and done again.
///
/// A change holds what a name meant before and after; nothing else is copied, so that an entry costs
/// what it changes and not what the session holds.
struct ChangeLog {
  enum Change {
    case value(Name, old: Node?, new: Node?)
    case function(Name, old: Function?, new: Function?)
    case scenario(Name, old: Scenario?, new: Scenario?)
    /// what `:save` writes for a name
    case recorded(Journal.Key, old: Journal.Entry?, new: Journal.Entry)
    /// what `:save` wrote for a name that was deleted, and where
    case removed(Journal.Entry, at: Int)
    case units(old: UnitTable.OwnUnits, new: UnitTable.OwnUnits)
    /// a file that `use` has read
    case used(String)
    /// `:reset`: all there was; what comes in its place is nothing
    case everything(Everything)
  }

  /// All that a session holds, out of use for the time being.
  struct Everything {
    var contents: World.Contents
    var journal: Journal
    var units: UnitTable.OwnUnits
    var used: Set<String>

    static var nothing: Everything {
      Everything(contents: .nothing, journal: Journal(), units: .none, used: [])
    }
  }

  struct Entry {
    var changes: [Change] = []
    /// what `ans` was before the entry; once it is undone, what it was then
    var answer: Place?
  }

  /// Nobody takes anything back in a script: nothing is kept before the first entry.
  var isKept = false
  var current = Entry()
  var done: [Entry] = []
  var undone: [Entry] = []

  mutating func record(_ change: Change) {
    if isKept { current.changes.append(change) }
  }

  /// Ends the entry that is going on; one that changed something cannot be followed by `:redo`.
  mutating func close(answer: Place?) {
    if !current.changes.isEmpty {
      done.append(current)
      undone = []
    }
    current = Entry(answer: answer)
  }
}

extension ChangeLog.Entry {
  /// The names that it gave a meaning to, in order, each once.
  var names: [Name] {
    var names: [Name] = []
    var seen: Set<Name> = []
    func add(_ name: Name) {
      if seen.insert(name).inserted { names.append(name) }
    }
    for change in changes {
      switch change {
      case .recorded(let key, _, _): add(key.name)
      case .removed(let entry, _): add(entry.key.name)
      case .everything(let all): all.journal.entries.forEach { add($0.key.name) }
      default: break
      }
    }
    return names
  }
}
