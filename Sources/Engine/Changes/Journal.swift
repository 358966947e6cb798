import Syntax

/// What a session has been told and holds: one entry for each name, in the order of their first
/// saying, with the words of the latest one. `:save` writes it.
struct Journal {
  enum Key: Hashable {
    case value(Name)
    case function(Name)
    case scenario(Name)
    case unit(Name)
    case correlation(Name, Name)

    func _rawHashValue(seed: Int) -> Int {
      let kind =
        switch self {
        case .value: 0
        case .function: 1
        case .scenario: 2
        case .unit: 3
        case .correlation(_, let other): 4 + Int(other.id)
        }
      return name._rawHashValue(seed: seed ^ kind << 32)
    }
  }
  struct Entry {
    var key: Key
    var statement: Statement
  }
  private(set) var entries: [Entry] = []
  private var positions: [Key: Int] = [:]

  func entry(_ key: Key) -> Entry? { positions[key].map { entries[$0] } }

  mutating func record(_ key: Key, _ statement: Statement) {
    let entry = Entry(key: key, statement: statement)
    if let position = positions[key] {
      entries[position] = entry
    } else {
      positions[key] = entries.count
      entries.append(entry)
    }
  }

  /// Forgets an entry.
  /// - Returns: it, and where it stood; nil where there is none.
  /// - Complexity: linear in the entries.
  mutating func remove(_ key: Key) -> (Entry, Int)? {
    guard let position = positions.removeValue(forKey: key) else { return nil }
    let entry = entries.remove(at: position)
    for i in position..<entries.count { positions[entries[i].key] = i }
    return (entry, position)
  }

  /// Puts an entry back where it stood.
  mutating func insert(_ entry: Entry, at position: Int) {
    entries.insert(entry, at: position)
    for i in position..<entries.count { positions[entries[i].key] = i }
  }

  /// Takes back the last recording that has not been taken back: what stood there before it.
  mutating func takeBack(_ key: Key, to earlier: Entry?) {
    guard let position = positions[key] else { return }
    if let earlier {
      entries[position] = earlier
    } else {
      // a name that was new then is the last one now
      entries.remove(at: position)
      positions[key] = nil
    }
  }
}

extension Journal.Key {
  var name: Name {
    switch self {
    case .value(let name), .function(let name), .scenario(let name), .unit(let name),
      .correlation(let name, _):
      name
    }
  }

  var reference: Reference? {
    switch self {
    case .value(let name): .value(name)
    case .function(let name): .function(name)
    case .scenario(let name): .scenario(name)
    case .unit, .correlation: nil
    }
  }
}
