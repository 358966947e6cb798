import Syntax

/// What a session has been told and holds: one entry for each name, in the order of their first
/// saying, with the words of the latest one. `:save` writes it.
struct Journal {
  enum Key: Hashable {
    case value(Name)
    case function(Name)
    case scenario(Name)
    case unit(Name)
  }
  struct Entry {
    var key: Key
    var statement: Statement
    /// goes up with every recording, so that two journals can be compared
    var number: Int
  }
  private(set) var entries: [Entry] = []
  private(set) var count = 0
  private var positions: [Key: Int] = [:]

  mutating func record(_ reference: Reference, _ statement: Statement) {
    let name = reference.name
    switch reference.kind {
    case .value: record(Key.value(name), statement)
    case .function: record(Key.function(name), statement)
    case .scenario: record(Key.scenario(name), statement)
    }
  }

  mutating func record(unit: Name, _ statement: Statement) { record(.unit(unit), statement) }

  private mutating func record(_ key: Key, _ statement: Statement) {
    count += 1
    let entry = Entry(key: key, statement: statement, number: count)
    if let position = positions[key] {
      entries[position] = entry
    } else {
      positions[key] = entries.count
      entries.append(entry)
    }
  }

  /// The names that were recorded after an earlier state.
  func names(since earlier: Journal) -> [String] {
    entries.filter { $0.number > earlier.count }.map { entry in
      switch entry.key {
      case .value(let name), .function(let name), .scenario(let name), .unit(let name): name.text
      }
    }
  }

  /// A journal of nothing that differs from this one.
  var emptied: Journal {
    var empty = Journal()
    empty.count = count + 1
    return empty
  }

  /// Whether units were declared after an earlier state.
  func hasOtherUnits(than earlier: Journal) -> Bool {
    func numbers(_ journal: Journal) -> [Int] {
      journal.entries.compactMap { entry in
        if case .unit = entry.key { return entry.number }
        return nil
      }
    }
    return numbers(self) != numbers(earlier)
  }
}
