import EnergyCore
import Syntax

/// Scenarios: overrides under a name, and the worlds that they make.
extension Session {
  /// Takes a scenario in, or throws and changes nothing. What it overrides may be defined later.
  func define(_ definition: ScenarioDefinition, _ statement: Statement) throws(Diagnostic) {
    let name = definition.name
    let place = Place(statement.source, definition.nameSpan)
    if name == Scenario.base {
      throw Diagnostic(EngineProblem.baseIsNoScenario, at: place)
    }
    scenariosSaid += 1
    let scenario = Scenario(
      definition: definition, source: statement.source, documentation: statement.documentation,
      provenance: statement.provenance, number: world.scenario(name)?.number ?? scenariosSaid)
    let overrides = scenario.overrides
    for (i, change) in overrides.enumerated()
    where overrides[..<i].contains(where: { $0.name == change.name }) {
      throw Diagnostic(
        EngineProblem.overriddenTwice(change.name.text), at: Place(scenario.source, change.span))
    }
    let touching = overrides.flatMap { ReferenceCollector.collected(of: $0.value).touching }
    try checkTouching(touching, Scope(parent: nil, source: scenario.source, path: ""))
    let old = world.scenario(name)
    var comparison = ChangeComparison(self)
    if mode == .prompt { comparison.note(restingOn: [.scenario(name)], in: self) }
    world.define(scenario)
    var waits: [Diagnostic] = []
    do throws(Diagnostic) {
      if let way = way(from: name, to: name) {
        throw Diagnostic(EngineProblem.scenarioCycle(way.map(\.text)), at: place)
      }
      try refuseLongChain(name, place)
      waits = try check(scenario)
    } catch {
      if let old { world.define(old) } else { world.removeScenario(name) }
      throw error
    }
    for change in overrides where !settings.isEmpty && isSet(change) {
      report(
        .note(
          EngineProblem.noteSettingStands(change.name.text, scenario: name.text),
          at: Place(scenario.source, change.span)))
    }
    generation += 1
    forgetDependents(of: .scenario(name))
    log.record(.scenario(name, old: old, new: scenario))
    record(.scenario(name), statement)
    if mode == .prompt {
      emit(
        .scenario(
          name: name.text, from: definition.parent?.text,
          overrides: overrides.map(scenario.text)))
      waits.forEach(report)
    }
    if mode == .prompt { tell(comparison) } else { recheck(.scenario(name)) }
  }

  /// A world stands above another for each: their cost goes up by more than their number.
  private func refuseLongChain(_ name: Name, _ place: Place) throws(Diagnostic) {
    var parent = world.scenario(name)?.definition.parent
    var count = 1
    while let next = parent {
      count += 1
      if count > Limits.scenarioChain {
        throw Diagnostic(
          EngineProblem.tooLong(
            what: "chain of scenarios that begin from one another",
            limit: "\(Limits.scenarioChain) scenarios"), at: place)
      }
      parent = world.scenario(next)?.definition.parent
    }
  }

  /// The way by which a scenario begins from itself, if it does.
  private func way(from start: Name, to end: Name) -> [Name]? {
    var way = [start]
    while let parent = world.scenario(way[way.count - 1])?.definition.parent {
      way.append(parent)
      if parent == end { return way }
      if way.count > Limits.callDepth { return nil }
    }
    return nil
  }

  /// Finds faults in a scenario while it is being defined; names that nobody has defined yet become
  /// notes.
  private func check(_ scenario: Scenario) throws(Diagnostic) -> [Diagnostic] {
    do throws(Diagnostic) {
      _ = try world(under: scenario.definition.name, above: world, at: scenario.place)
      return []
    } catch {
      switch error.problem as? EngineProblem {
      case .unknownOverride, .unknownScenario, .undefined, .unknownName:
        let cause = EngineProblem.Cause(problem: error.problem)
        let waits = EngineProblem.noteScenarioWaits(scenario.definition.name.text, cause: cause)
        return [.note(waits, at: error.place)]
      default:
        guard
          let culprit = culprit(
            of: error,
            restingOn: scenario.references.filter {
              $0.name != scenario.definition.name || $0.isValue
            })
        else { throw error }
        return [
          .note(
            EngineProblem.noteRestsOnBroken(
              name: scenario.definition.name.text, broken: culprit.text,
              cause: .init(problem: error.problem)), at: scenario.place)
        ]
      }
    }
  }

  /// The world of a scenario above another world; `base` is the definitions as they stand.
  ///
  /// Above the definitions it is made once and kept until something changes, so that everything
  /// under one scenario shares its values and its axes.
  func world(under name: Name, above below: World, at place: Place) throws(Diagnostic) -> World {
    if name == Scenario.base { return world }
    guard let scenario = world.scenario(name) else {
      throw Diagnostic(
        EngineProblem.unknownScenario(
          name.text,
          nearest: nearest(to: name.text, in: world.scenarioNames.map(\.text), limit: 3),
          known: world.scenarioNames.map(\.text)),
        at: place)
    }
    if scenarioWorlds.version != world.version {
      scenarioWorlds = ScenarioWorlds(version: world.version)
    }
    if let known = scenarioWorlds[name, below] { return known }
    if let start = scenariosOpen.firstIndex(of: name) {
      let way = (scenariosOpen[start...] + [name]).map { Reference(name: $0, kind: .scenario).text }
      throw Diagnostic(EngineProblem.cycle(way), at: scenario.place)
    }
    scenariosOpen.append(name)
    defer { scenariosOpen.removeLast() }
    var start = below
    if let parent = scenario.definition.parent {
      start = try world(under: parent, above: below, at: scenario.place)
    }
    let made = try world(
      above: start, overriding: scenario.overrides.filter { !yieldsToSetting($0) },
      scenario.source, scenario: name
    ) { change in
      "\(change.name.text) under \(name.text)"
    }
    // a world above a passing one passes with it
    if below.below == nil || scenarioWorlds.holds(below) { scenarioWorlds[name, below] = made }
    return made
  }
}

/// The worlds of scenarios that have been asked for, as long as no definition changes.
struct ScenarioWorlds {
  private struct Key: Hashable {
    var name: Name
    var below: ObjectIdentifier
  }
  let version: Int
  private var worlds: [Key: World] = [:]

  init(version: Int = 0) { self.version = version }

  subscript(name: Name, below: World) -> World? {
    get { worlds[Key(name: name, below: ObjectIdentifier(below))] }
    set { worlds[Key(name: name, below: ObjectIdentifier(below))] = newValue }
  }

  func holds(_ world: World) -> Bool { worlds.values.contains { $0 === world } }
}
