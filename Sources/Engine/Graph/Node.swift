import Syntax
import Units

/// A name that a formula can rest on: a value, a function or a scenario (they have a namespace
/// each).
struct Reference: Hashable {
  enum Kind { case value, function, scenario }
  var name: Name
  var kind: Kind

  static func value(_ name: Name) -> Reference { Reference(name: name, kind: .value) }
  static func function(_ name: Name) -> Reference { Reference(name: name, kind: .function) }
  static func scenario(_ name: Name) -> Reference { Reference(name: name, kind: .scenario) }

  func _rawHashValue(seed: Int) -> Int {
    let kind = kind == .value ? 0 : kind == .function ? 1 << 40 : 1 << 41
    return name._rawHashValue(seed: seed ^ kind)
  }

  var isValue: Bool { kind == .value }
  /// What is said to be missing: a scenario says that it is one.
  var text: String { kind == .scenario ? "scenario \(name.text)" : name.text }
  var isFunction: Bool { kind == .function }
}

/// One definition in one world: its formula as written, and what has been found out about it.
///
/// A node is made anew when its name is defined again; what is found out is thrown away when
/// something that it rests on changes.
final class Node {
  /// How far the checking has come. Kept aside, for it is asked for more often than its formula.
  indirect enum State {
    case unchecked
    case checked(Formula)
    case failed(Diagnostic)
    /// rests on names that nobody has defined yet (`Session.missing` tells which)
    case waiting
  }
  let name: Name
  let definition: Definition
  let source: SourceText
  /// the names in it that are not its own
  let references: [Reference]
  /// where its names are looked up
  unowned let world: World
  /// names its brackets: the definition's name
  let path: String
  /// an override of `x` that uses `x` means the `x` of this outer world
  let outer: World?
  /// the scenario that an override belongs to
  var scenario: Name?
  /// the parameters and local names around an override
  var scope: Scope?
  let documentation: [String]
  let provenance: [String]

  var state = State.unchecked
  var column: Column<Double>?
  var texts: Column<String>?
  /// the enclosure over the whole box, where it rests on brackets
  var duals: Column<Dual>?
  /// the value with every bracket at its best guess, where it rests on brackets
  var best: Column<Double>?
  /// the axis that the definition makes, kept so that evaluations agree on it
  var axis: Axis?
  /// it is being checked further up, and rests on itself where it is met again
  var isOpen = false
  private var awaitedBefore: [Reference]?
  /// a frozen value (`:=`): what was found when it was said
  var frozen: Formula?
  /// the labels for which a list `over` axes was written, by axis
  var labelsWritten: [Name: Axis.Labels] = [:]

  init(
    name: Name, definition: Definition, source: SourceText, references: [Reference], world: World,
    outer: World? = nil, path: String? = nil, documentation: [String] = [],
    provenance: [String] = []
  ) {
    self.name = name
    self.definition = definition
    self.source = source
    self.references = references
    self.world = world
    self.outer = outer
    self.path = path ?? name.text
    self.documentation = documentation
    self.provenance = provenance
  }

  var place: Place { Place(source, definition.nameSpan) }

  /// The names that must be sound before this definition is built: those of an equation to be solved
  /// are looked at in a world of its own, in which the unknown means something else.
  var awaited: [Reference] {
    if let known = awaitedBefore { return known }
    var found = references
    if !references.isEmpty {
      found = ReferenceCollector.references(
        of: definition.value, locals: definition.locals, withinQuestions: false)
    }
    awaitedBefore = found
    return found
  }

  /// The formula, if the definition has been checked and is sound.
  var formula: Formula? {
    if case .checked(let formula) = state { return formula }
    return nil
  }

  /// Forgets what rests on other definitions.
  func forget() {
    state = .unchecked
    forgetValues()
  }

  func forgetValues() {
    column = nil
    texts = nil
    duals = nil
    best = nil
  }

  /// The same definition, to be looked at from another world.
  /// - Parameter path: names its brackets and distributions, where not as here.
  func copied(into other: World, path newPath: String? = nil) -> Node {
    var outer = outer
    if let below = outer, references.contains(.value(name)) {
      let mirror = other.mirrored(above: below)
      if mirror.affects(name) { outer = mirror }
    }
    let copy = Node(
      name: name, definition: definition, source: source, references: references, world: other,
      outer: outer, path: newPath ?? path, documentation: documentation, provenance: provenance)
    copy.frozen = frozen
    copy.scope = scope
    copy.scenario = scenario
    copy.axis = axis
    copy.awaitedBefore = awaited
    return copy
  }
}

/// A function: its parameters and body as written. It is inlined at each call.
final class Function {
  let definition: FunctionDefinition
  let source: SourceText
  let references: [Reference]
  let documentation: [String]
  let provenance: [String]
  /// as of a definition
  private(set) lazy var awaited = ReferenceCollector.references(
    of: definition.body, locals: definition.locals, parameters: definition.parameters,
    withinQuestions: false)

  init(
    definition: FunctionDefinition, source: SourceText, references: [Reference],
    documentation: [String], provenance: [String]
  ) {
    self.definition = definition
    self.source = source
    self.references = references
    self.documentation = documentation
    self.provenance = provenance
  }
}
