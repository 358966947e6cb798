import Syntax

/// What a session has been told and holds: one entry for each name, in the order of their first
/// saying, with the words of the latest one. `:save` writes it.
struct Journal {
  enum Key: Hashable {
    case value(Name)
    case function(Name)
    case unit(Name)
    case use(String)
  }
  struct Entry {
    var key: Key
    var statement: Statement
    /// brought by `use`: saved as that, not again
    var isUsed: Bool
  }
  private(set) var entries: [Entry] = []
  private var positions: [Key: Int] = [:]

  mutating func record(_ reference: Reference, _ statement: Statement) {
    let key = reference.isFunction ? Key.function(reference.name) : Key.value(reference.name)
    record(key, statement)
  }

  mutating func record(unit: Name, _ statement: Statement) { record(.unit(unit), statement) }
  mutating func record(use path: String, _ statement: Statement) { record(.use(path), statement) }

  private mutating func record(_ key: Key, _ statement: Statement) {
    let entry = Entry(key: key, statement: statement, isUsed: false)
    if let position = positions[key] {
      entries[position] = entry
    } else {
      positions[key] = entries.count
      entries.append(entry)
    }
  }
}
