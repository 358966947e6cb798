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
  private(set) var scenarios: [Name: Scenario] = [:]
  /// who uses a name, also a name that is not defined yet
  private var users: [Reference: Users] = [:]
  /// goes up whenever a definition is taken in or out
  private(set) var version = 0
  /// above the lowest world: the names that were given another meaning
  private let overridden: Set<Name>
  /// above the lowest world: the names that mean something else here
  private let affected: Set<Name>
  /// overridden below, and not here: no definition has this name
  private var missing: Name?
  /// a scenario made it
  private let isScenario: Bool
  private var mirrors: [ObjectIdentifier: World] = [:]
  /// figures of the catalog that are brackets here: `sensitivity jt by 10%`
  var swings: [String: Swing] = [:]

  init() {
    below = nil
    overridden = []
    affected = []
    isScenario = false
  }

  /// The world in which `overridden` and all that rests on them may differ.
  init(above below: World, overriding overridden: [Name], isScenario: Bool = false) {
    self.below = below
    self.isScenario = isScenario
    self.overridden = Set(overridden)
    affected = below.namesResting(on: overridden)
  }

  /// The world above which `with` and `under` stand: in an override of `x` the name is the outer one in
  /// what they hold for, too, and what has been overridden besides still holds.
  func restoring(_ own: Name?, of outer: World?) -> World {
    guard let own, let outer else { return self }
    return World(above: self, restoring: own, of: outer)
  }

  /// The world in which a name is what it is in another one, with all that rests on it.
  private init(above below: World, restoring name: Name, of outer: World) {
    self.below = below
    isScenario = false
    overridden = [name]
    affected = below.namesResting(on: [name])
    if let node = outer.node(name) {
      define(node.references.isEmpty ? node : node.copied(into: self))
    } else {
      // a row of the catalog
      missing = name
    }
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
    guard let below, name != missing else { return nil }
    guard let lower = below.node(name) else { return nil }
    guard affected.contains(name) else { return lower }
    let copy = lower.copied(into: self)
    nodes[name] = copy
    return copy
  }

  /// What this world overrides, above another world: an override of `node` that mentions `node` means
  /// the one below, and what is overridden here holds there too.
  func mirrored(above outer: World) -> World {
    if let known = mirrors[ObjectIdentifier(outer)] { return known }
    // where nothing of it is reached, the outer world is as it was
    let mirror = World(above: outer, overriding: Array(overridden), isScenario: isScenario)
    mirrors[ObjectIdentifier(outer)] = mirror
    mirror.swings = swings
    for name in overridden {
      guard let node = nodes[name] else { continue }
      // what rests on nothing is the same anywhere
      mirror.define(node.references.isEmpty ? node : node.copied(into: mirror))
    }
    return mirror
  }

  /// Whether a name may mean something else here than in the world below.
  func affects(_ name: Name) -> Bool { affected.contains(name) }

  func function(_ name: Name) -> Function? { lowest.functions[name] }

  func scenario(_ name: Name) -> Scenario? { lowest.scenarios[name] }

  /// The definitions as they stand, without any override.
  var base: World { lowest }

  /// Whether a scenario is among the worlds on the way down.
  var isUnderScenario: Bool { isScenario || (below?.isUnderScenario ?? false) }

  /// The names of the scenarios in the order of their definition.
  var scenarioNames: [Name] {
    lowest.scenarios.values.sorted { $0.number < $1.number }.map(\.definition.name)
  }

  var count: Int { lowest.nodes.count }

  /// The names of the definitions in the lowest world.
  var names: [Name] { Array(lowest.nodes.keys) }

  /// The definitions in the lowest world that have not been checked, or not with success.
  var nodesInDoubt: [Node] {
    lowest.nodes.values.filter { if case .checked = $0.state { false } else { true } }
  }

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

  /// Whether a name is given another meaning between a lower world and this one.
  func overrides(_ name: Name, above lower: World) -> Bool {
    var world = self
    while world !== lower, let below = world.below {
      if world.overridden.contains(name) { return true }
      world = below
    }
    return false
  }

  /// Whether what some references rest on means something else here than in the lowest world.
  func overrides(any references: [Reference]) -> Bool {
    let closure = base.closure(of: references)
    var world = self
    while let below = world.below {
      if world.overridden.contains(where: { closure.contains(.value($0)) }) { return true }
      world = below
    }
    return false
  }

  // MARK: changing

  func define(_ node: Node) {
    version += 1
    if let old = nodes[node.name] { forgetUses(.value(node.name), old.references) }
    nodes[node.name] = node
    noteUses(.value(node.name), node.references)
  }

  func define(_ function: Function) {
    version += 1
    let name = function.definition.name
    if let old = functions[name] { forgetUses(.function(name), old.references) }
    functions[name] = function
    noteUses(.function(name), function.references)
  }

  func define(_ scenario: Scenario) {
    version += 1
    let name = scenario.definition.name
    if let old = scenarios[name] { forgetUses(.scenario(name), old.references) }
    scenarios[name] = scenario
    noteUses(.scenario(name), scenario.references)
  }

  func removeScenario(_ name: Name) {
    version += 1
    guard let old = scenarios.removeValue(forKey: name) else { return }
    forgetUses(.scenario(name), old.references)
  }

  func remove(_ name: Name) {
    version += 1
    guard let old = nodes.removeValue(forKey: name) else { return }
    forgetUses(.value(name), old.references)
  }

  func removeFunction(_ name: Name) {
    version += 1
    guard let old = functions.removeValue(forKey: name) else { return }
    forgetUses(.function(name), old.references)
  }

  private func noteUses(_ user: Reference, _ references: [Reference]) {
    for reference in references { users[reference, default: Users()].insert(user) }
  }

  private func forgetUses(_ user: Reference, _ references: [Reference]) {
    for reference in references { users[reference]?.remove(user) }
  }

  // MARK: undoing

  /// Every definition of a world, as `:reset` takes it away and `:undo` brings it back.
  struct Contents {
    fileprivate var nodes: [Name: Node] = [:]
    fileprivate var functions: [Name: Function] = [:]
    fileprivate var scenarios: [Name: Scenario] = [:]
    fileprivate var users: [Reference: Users] = [:]

    /// no definition at all
    static var nothing: Contents { Contents() }
  }

  /// Puts other definitions in the place of all that there are. Neither side keeps anything that was
  /// found out.
  /// - Returns: those that there were.
  /// - Complexity: linear in both.
  func exchange(_ contents: Contents) -> Contents {
    forgetAll()
    let old = Contents(
      nodes: nodes, functions: functions, scenarios: scenarios, users: users)
    (nodes, functions) = (contents.nodes, contents.functions)
    (scenarios, users) = (contents.scenarios, contents.users)
    return old
  }

  func forgetAll() {
    version += 1
    for node in nodes.values { node.forget() }
  }

  // MARK: the graph

  /// Everything that rests on something, directly or through others, in no order.
  /// - Complexity: linear in what is found.
  func dependents(of start: [Reference]) -> Set<Reference> {
    if below == nil, !start.contains(where: hasUsers) { return [] }
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
        guard let list = users.users[next] else { continue }
        for user in list.all where found.insert(user).inserted { open.append(user) }
      }
    }
    return found
  }

  /// The values that rest on something, each after those of them that it rests on itself.
  /// - Complexity: linear in what is found.
  func dependentsInOrder(of start: [Reference], rootsToo: Bool = false) -> [Name] {
    var names: [Name] = []
    var found: Set<Reference> = []
    // depth first; what is left last comes first
    var stack = start.map { (reference: $0, isDone: false) }
    while let (reference, isDone) = stack.popLast() {
      if isDone {
        if reference.isValue { names.append(reference.name) }
        continue
      }
      guard found.insert(reference).inserted else { continue }
      stack.append((reference, true))
      guard let list = lowest.users[reference] else { continue }
      for user in list.all where !found.contains(user) { stack.append((user, false)) }
    }
    if rootsToo { return names.reversed() }
    let roots = Set(start.lazy.filter(\.isValue).map(\.name))
    return names.reversed().filter { !roots.contains($0) }
  }

  func hasUsers(_ reference: Reference) -> Bool { !(lowest.users[reference]?.all.isEmpty ?? true) }

  func directDependents(of reference: Reference) -> Set<Reference> {
    Set(lowest.users[reference]?.all ?? [])
  }

  private func namesResting(on overridden: [Name]) -> Set<Name> {
    var names = Set(overridden)
    for reference in dependents(of: overridden.map(Reference.value)) where reference.isValue {
      names.insert(reference.name)
    }
    return names
  }

  /// The names that one rests on directly.
  func references(of reference: Reference) -> [Reference] {
    switch reference.kind {
    case .value: node(reference.name)?.references ?? []
    case .function: function(reference.name)?.references ?? []
    case .scenario: scenario(reference.name)?.references ?? []
    }
  }

  /// Every name that a set of references rests on, through definitions and functions.
  func closure(of references: [Reference], limit: Int = .max) -> Set<Reference> {
    var found: Set<Reference> = []
    var open = references
    while let next = open.popLast() {
      guard found.insert(next).inserted else { continue }
      if found.count >= limit { break }
      open += self.references(of: next)
    }
    return found
  }

  /// What must be sound before a definition of this world is built.
  func awaited(by node: Node) -> [Name] {
    // of the definitions as they stand none rests on itself
    below == nil ? loads(of: node.references) : loads(of: node.awaited, isAwaited: true)
  }

  /// The definitions that a node loads directly, functions and scenarios unfolded.
  func loads(of references: [Reference], isAwaited: Bool = false) -> [Name] {
    var names: [Name] = []
    var unfolded: Set<Reference> = []
    var open = references
    while let next = open.popLast() {
      if next.isValue {
        names.append(next.name)
      } else if unfolded.insert(next).inserted {
        if isAwaited, next.isFunction {
          open += function(next.name)?.awaited ?? []
        } else {
          open += self.references(of: next)
        }
      }
    }
    return names
  }
}
