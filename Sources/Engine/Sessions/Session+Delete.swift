import Syntax
import Units

/// `:delete`: definitions, functions and scenarios go; what rests on them waits.
extension Session {
  /// What was deleted, and what has no value or another one since then.
  public struct Deletion: Sendable {
    /// `node`, `f()`, `scenario high`, in the order in which they were named
    public var names: [String]
    public var outcomes: [Outcome]
  }

  /// Forgets what names mean: as a value, a function and a scenario; `f()` names the function alone.
  /// - Parameter isTold: whether it is asked what has changed by that.
  /// - Throws: `nothing-to-delete`, and then nothing is deleted.
  public func delete(_ words: [String], at place: Place, isTold: Bool) throws(Diagnostic)
    -> Deletion
  {
    var references: [Reference] = []
    for word in words {
      let found = defined(word)
      guard !found.isEmpty else {
        throw Diagnostic(
          EngineProblem.nothingToDelete(
            word, nearest: nearest(to: word, in: definedNames, limit: 3)), at: place)
      }
      references += found.filter { !references.contains($0) }
    }
    var comparison = ChangeComparison(self)
    if isTold { comparison.note(restingOn: references, in: self) }
    for reference in references {
      remove(reference)
      // what rests on it looks for it again
      forgetDependents(of: reference)
    }
    generation += 1
    return Deletion(
      names: references.map(\.deletedText), outcomes: isTold ? changes(comparison) : [])
  }

  private var definedNames: [String] {
    world.names.map(\.text) + world.functionNames.map(\.text) + world.scenarioNames.map(\.text)
  }

  private func defined(_ word: String) -> [Reference] {
    if word.hasSuffix("()") {
      let name = Name(String(word.dropLast(2)))
      return world.function(name) == nil ? [] : [.function(name)]
    }
    let name = Name(word)
    var found: [Reference] = []
    if world.node(name) != nil { found.append(.value(name)) }
    if world.function(name) != nil { found.append(.function(name)) }
    if world.scenario(name) != nil { found.append(.scenario(name)) }
    return found
  }

  private func remove(_ reference: Reference) {
    let name = reference.name
    let key: Journal.Key
    switch reference.kind {
    case .value:
      key = .value(name)
      log.record(.value(name, old: world.node(name), new: nil))
      world.node(name)?.forget()
      world.remove(name)
      namesBroken.remove(name)
    case .function:
      key = .function(name)
      log.record(.function(name, old: world.function(name), new: nil))
      world.removeFunction(name)
    case .scenario:
      key = .scenario(name)
      log.record(.scenario(name, old: world.scenario(name), new: nil))
      world.removeScenario(name)
    }
    if let (entry, position) = journal.remove(key) {
      log.record(.removed(entry, at: position))
    }
  }
}

extension Reference {
  fileprivate var deletedText: String {
    switch kind {
    case .value: name.text
    case .function: "\(name.text)()"
    case .scenario: "scenario \(name.text)"
    }
  }
}
