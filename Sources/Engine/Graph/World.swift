import Syntax

/// What the names mean: the definitions as they stand, or those with some overridden.
///
/// A world above another (`jt with node = 2 kW`) holds nodes of its own only for the overridden
/// names and for what rests on them; every other name is the lower world's, values included.
final class World {
  let below: World?
  /// in the lowest world every definition; above it the overrides and what has been looked at
  private(set) var nodes: [Name: Node] = [:]
  private(set) var functions: [Name: Function] = [:]
  /// who uses a name, also a name that is not defined yet
  private var users: [Reference: Set<Reference>] = [:]
  /// above the lowest world: the names that mean something else here
  private let affected: Set<Name>
  /// figures of the catalog that are brackets here: `sensitivity jt by 10%`
  var swings: [String: Swing] = [:]

  init() {
    below = nil
    affected = []
  }

  /// The world in which `overridden` and all that rests on them may differ.
  init(above below: World, overriding overridden: [Name]) {
    self.below = below
    affected = below.namesResting(on: overridden)
  }

  /// Lets every formula go while all nodes still live: chains of definitions may be long, and would
  /// be let go one inside the other.
  deinit {
    for node in nodes.values { node.forget() }
  }

  private var lowest: World {
    var world = self
    while let next = world.below { world = next }
    return world
  }

  func node(_ name: Name) -> Node? {
    if let node = nodes[name] { return node }
    guard let below else { return nil }
    guard let lower = below.node(name) else { return nil }
    guard affected.contains(name) else { return lower }
    let copy = lower.copied(into: self)
    nodes[name] = copy
    return copy
  }

  func function(_ name: Name) -> Function? { lowest.functions[name] }

  var count: Int { lowest.nodes.count }

  /// The names of the definitions in the lowest world.
  var names: [Name] { Array(lowest.nodes.keys) }

  var functionNames: [Name] { Array(lowest.functions.keys) }

  /// How a figure of the catalog (`h100_sxm`, `grid.FRA.water`) is moved here, if it is.
  func swing(of figure: @autoclosure () -> String) -> Swing? {
    var world: World? = self
    while let here = world {
      if !here.swings.isEmpty, let swing = here.swings[figure()] { return swing }
      world = here.below
    }
    return nil
  }

  /// Every figure that is moved here.
  var allSwings: [String: Swing] {
    var all: [String: Swing] = [:]
    var world: World? = self
    while let here = world {
      all.merge(here.swings) { upper, _ in upper }
      world = here.below
    }
    return all
  }

  // MARK: changing

  func define(_ node: Node) {
    if let old = nodes[node.name] { forgetUses(.value(node.name), old.references) }
    nodes[node.name] = node
    noteUses(.value(node.name), node.references)
  }

  func define(_ function: Function) {
    let name = function.definition.name
    if let old = functions[name] { forgetUses(.function(name), old.references) }
    functions[name] = function
    noteUses(.function(name), function.references)
  }

  func remove(_ name: Name) {
    guard let old = nodes.removeValue(forKey: name) else { return }
    forgetUses(.value(name), old.references)
  }

  func removeFunction(_ name: Name) {
    guard let old = functions.removeValue(forKey: name) else { return }
    forgetUses(.function(name), old.references)
  }

  private func noteUses(_ user: Reference, _ references: [Reference]) {
    for reference in references { users[reference, default: []].insert(user) }
  }

  private func forgetUses(_ user: Reference, _ references: [Reference]) {
    for reference in references { users[reference]?.remove(user) }
  }

  // MARK: undoing

  /// The definitions as they are; dictionaries are shared until one changes.
  struct Snapshot {
    fileprivate var nodes: [Name: Node]
    fileprivate var functions: [Name: Function]
    fileprivate var users: [Reference: Set<Reference>]
  }

  var snapshot: Snapshot { Snapshot(nodes: nodes, functions: functions, users: users) }

  func restore(_ snapshot: Snapshot) {
    forgetAll()
    nodes = snapshot.nodes
    functions = snapshot.functions
    users = snapshot.users
    forgetAll()
  }

  func forgetAll() {
    for node in nodes.values { node.forget() }
  }

  // MARK: the graph

  /// Everything that rests on something, directly or through others, in no order.
  /// - Complexity: linear in what is found.
  func dependents(of start: [Reference]) -> Set<Reference> {
    var chain: [World] = []
    var world: World? = self
    while let next = world {
      if !next.users.isEmpty { chain.append(next) }
      world = next.below
    }
    var found: Set<Reference> = []
    var open = start
    while let next = open.popLast() {
      for users in chain {
        for user in users.users[next] ?? [] where found.insert(user).inserted { open.append(user) }
      }
    }
    return found
  }

  func hasUsers(_ reference: Reference) -> Bool { !(lowest.users[reference] ?? []).isEmpty }

  func directDependents(of reference: Reference) -> Set<Reference> {
    lowest.users[reference] ?? []
  }

  private func namesResting(on overridden: [Name]) -> Set<Name> {
    var names = Set(overridden)
    for reference in dependents(of: overridden.map(Reference.value)) where !reference.isFunction {
      names.insert(reference.name)
    }
    return names
  }

  /// Every name that a set of references rests on, through definitions and functions.
  func closure(of references: [Reference], limit: Int = .max) -> Set<Reference> {
    var found: Set<Reference> = []
    var open = references
    while let next = open.popLast() {
      guard found.insert(next).inserted else { continue }
      if found.count >= limit { break }
      if next.isFunction {
        if let function = function(next.name) { open.append(contentsOf: function.references) }
      } else if let node = node(next.name) {
        open.append(contentsOf: node.references)
      }
    }
    return found
  }

  /// The definitions that a node loads directly, functions unfolded.
  func loads(of references: [Reference]) -> [Name] {
    var names: [Name] = []
    var functions: Set<Name> = []
    var open = references
    while let next = open.popLast() {
      if !next.isFunction {
        names.append(next.name)
      } else if functions.insert(next.name).inserted, let function = function(next.name) {
        open.append(contentsOf: function.references)
      }
    }
    return names
  }
}
