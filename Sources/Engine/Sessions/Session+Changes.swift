import Syntax
import Units

/// What a redefinition changed downstream: told at the prompt, largest relative change first.
extension Session {
  static let changesTold = 10

  /// The values of everything that rests on a name, before it changes; nil for what has none yet.
  func valuesBefore(_ reference: Reference) -> [(name: Name, value: Value?)] {
    var values: [(Name, Value?)] = []
    for dependent in world.dependents(of: [reference]) where dependent.isValue {
      guard let node = world.node(dependent.name) else { continue }
      values.append((dependent.name, try? value(of: node)))
    }
    return values
  }

  /// What has waited for a new name.
  func waitingFor(_ reference: Reference) -> [(name: Name, value: Value?)] {
    world.dependents(of: [reference]).filter { $0.isValue }.map { ($0.name, nil) }
  }

  func tellChanges(_ before: [(name: Name, value: Value?)]) {
    var changes: [(change: Change, size: Double)] = []
    var arrived: [(name: Name, value: Value)] = []
    for (name, old) in before {
      guard let node = world.node(name) else { continue }
      guard let old else {
        if arrived.count < Self.changesTold, let new = try? value(of: node) {
          arrived.append((name, new))
        }
        continue
      }
      var change = Change(name: name.text, before: old, after: nil, problem: nil)
      do {
        let new = try value(of: node)
        let size = relativeChange(old, new)
        if size == 0 { continue }
        change.after = new
        changes.append((change, size))
      } catch {
        change.problem = error
        changes.append((change, .infinity))
      }
    }
    for (name, value) in arrived.sorted(by: { $0.name < $1.name }).prefix(Self.changesTold) {
      emit(.value(name: name.text, value))
    }
    changes.sort { ($1.size, $0.change.name) < ($0.size, $1.change.name) }
    for (change, _) in changes.prefix(Self.changesTold) { emit(.change(change)) }
    if changes.count > Self.changesTold { emit(.moreChanges(changes.count - Self.changesTold)) }
  }

  /// The largest relative change of a cell; infinite where the shape is another.
  private func relativeChange(_ old: Value, _ new: Value) -> Double {
    switch (old.cells, new.cells) {
    case (.numbers(let a), .numbers(let b)):
      guard a.count == b.count, old.isBracket == new.isBracket else { return .infinity }
      var largest = 0.0
      func compare(_ x: [Double], _ y: [Double]) {
        for (p, q) in zip(x, y) where p != q {
          largest = max(largest, p == 0 ? .infinity : abs((q - p) / p))
        }
      }
      if let low = old.low, let newLow = new.low { compare(low, newLow) }
      if let high = old.high, let newHigh = new.high { compare(high, newHigh) }
      if !old.isBracket { compare(a, b) }
      return largest
    case (.truths(let a), .truths(let b)): return a == b ? 0 : .infinity
    case (.texts(let a), .texts(let b)): return a == b ? 0 : .infinity
    default: return .infinity
    }
  }
}
