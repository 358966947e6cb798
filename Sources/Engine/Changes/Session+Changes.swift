import Syntax
import Units

/// What a redefinition changed downstream: told at the prompt, largest relative change first.
extension Session {
  static let changesTold = 10

  func tell(_ comparison: ChangeComparison) { changes(comparison).forEach(emit) }

  /// What has another value than before: of what was said anew (`first`) the values, of what rests on
  /// it the changes. What cannot be found in time is counted: it is found when it is asked for.
  func changes(_ comparison: ChangeComparison, first: [Name] = []) -> [Outcome] {
    let first = Set(first)
    let watched = watchedNames
    var values: [(name: Name, value: Value)] = []
    var arrived: [(name: Name, value: Value)] = []
    var changes = LargestChanges(limit: Self.changesTold)
    let asked = comparison.names.filter { name in
      guard !watched.contains(name), world.node(name) != nil else { return false }
      if case .unknown = comparison.before[name] { return false }
      return true
    }
    var unknown = comparison.names.count { name in
      guard !watched.contains(name), world.node(name) != nil else { return false }
      if case .unknown = comparison.before[name] { return true }
      return false
    }
    unknown +=
      comparison.spend(on: asked, self) { name in
        guard let node = world.node(name) else { return true }
        let before = comparison.before[name] ?? .nothing
        do throws(Diagnostic) {
          let new = try value(of: node)
          guard case .value(let old) = before else {
            if first.contains(name) {
              values.append((name, new))
            } else {
              arrived.append((name, new))
            }
            return true
          }
          let size = relativeChange(old, new)
          if first.contains(name) {
            if size != 0 || old.unit != new.unit { values.append((name, new)) }
          } else if size != 0 {
            let change = Change(name: name.text, before: old, after: new, problem: nil)
            changes.add(change, size: size)
          }
        } catch {
          if error.problem as? EngineProblem == .interrupted { return false }
          if case .value(let old) = before {
            let change = Change(name: name.text, before: old, after: nil, problem: error)
            changes.add(change, size: .infinity)
          }
        }
        return true
      }.count
    arrived.sort { $0.name < $1.name }
    var told =
      (values + arrived).map { Outcome.value(name: $0.name.text, $0.value) }
      + changes.kept.map { Outcome.change($0.change) }
    let count = values.count + arrived.count + changes.count
    if count > Self.changesTold {
      told.removeLast(told.count - Self.changesTold)
      told.append(.moreChanges(count - Self.changesTold))
    }
    if unknown > 0 { told.append(.notRecomputed(unknown)) }
    return told
  }

  /// The largest relative change of a cell; infinite where the shape is another.
  private func relativeChange(_ old: Value, _ new: Value) -> Double {
    if old.dimension != new.dimension { return .infinity }
    switch (old.cells, new.cells) {
    case (.numbers(let a), .numbers(let b)):
      guard a.count == b.count else { return .infinity }
      var largest = 0.0
      func compare(_ x: [Double], _ y: [Double]) {
        for (p, q) in zip(x, y) where !p.isWithinRounding(of: q) {
          largest = max(largest, p == 0 ? .infinity : abs((q - p) / p))
        }
      }
      guard old.isBracket || new.isBracket else {
        compare(a, b)
        return largest
      }
      // a number is a bracket without width
      compare(old.low ?? a, new.low ?? b)
      compare(old.high ?? a, new.high ?? b)
      // another kind of value is a change, however near
      return old.isBracket == new.isBracket ? largest : max(largest, .leastNonzeroMagnitude)
    case (.truths(let a), .truths(let b)): return a == b ? 0 : .infinity
    case (.texts(let a), .texts(let b)): return a == b ? 0 : .infinity
    default: return .infinity
    }
  }
}

/// The largest of many changes, first; of those equal to nine digits the first by name.
private struct LargestChanges {
  let limit: Int
  private(set) var kept: [(change: Change, size: Double)] = []
  /// of all that were added
  private(set) var count = 0

  init(limit: Int) { self.limit = limit }

  mutating func add(_ change: Change, size: Double) {
    count += 1
    let size = size.roundedToNineDigits
    if kept.count == limit, let last = kept.last, last.size > size { return }
    let place = kept.firstIndex { ($0.size, change.name) < (size, $0.change.name) }
    kept.insert((change, size), at: place ?? kept.count)
    if kept.count > limit { kept.removeLast() }
  }
}
