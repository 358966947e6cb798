import EnergyCore
import Syntax

/// Finds what an expression rests on, by reading formulas as `FormulaBuilder` does: names mean what
/// they mean in their world, functions are gone into at each call with their arguments, fields are
/// taken through definitions, lists and branches down to the row of the catalog that has them.
///
/// Definitions are looked at one after the other, each once (or once for each field that is asked
/// of it); within one formula there is recursion, as deep as the formula is nested.
final class DependencyWalk {
  private let session: Session
  private let found = Dependencies()
  private var open: [(item: Int, node: Node, fields: [Name])] = []
  private var scanned: [Int: Set<[Name]>] = [:]
  /// the worlds of the statement; names of any other belong to a `with` inside a formula
  private var ground: Set<ObjectIdentifier> = []
  private var calling: [Name] = []
  /// worlds in which a name is the unknown of a `solve`
  private var hidden: [ObjectIdentifier: Name] = [:]
  /// steps left for the formula that is being read
  private var budget = 0
  /// conditions before a refusal that are being read
  private var checks = 0

  init(_ session: Session) { self.session = session }

  /// Where an expression stands: its text, its world, what local names mean.
  private final class Frame {
    let item: Int
    let source: SourceText
    let world: World
    /// an override's own name means that of the outer world
    let ownName: Name?
    let outer: World?
    var bindings: [Name: Bound] = [:]

    init(item: Int, source: SourceText, world: World, ownName: Name?, outer: World?) {
      self.item = item
      self.source = source
      self.world = world
      self.ownName = ownName
      self.outer = outer
    }

    func meaning(of name: Name) -> World { name == ownName ? outer ?? world : world }
  }

  /// A local name: what was written for it, and where.
  private final class Bound {
    let expression: Expression
    let frame: Frame
    /// `pue` in `pue = 1.1`, to be said with its number
    let label: String?
    let calling: [Name]
    var seen: Set<[Name]> = []
    var isOpen = false

    init(_ expression: Expression, _ frame: Frame, label: String?, calling: [Name]) {
      self.expression = expression
      self.frame = frame
      self.label = label
      self.calling = calling
    }
  }

  /// - Throws: `interrupted` alone; names that nobody has defined are items of their own.
  func run(_ expression: Expression, _ source: SourceText, in world: World) throws(Diagnostic)
    -> Dependencies
  {
    var below: World? = world
    while let next = below {
      ground.insert(ObjectIdentifier(next))
      below = next.below
    }
    // worlds are built on the way; what they have to say is said when the value is asked for
    let said = session.emit
    session.emit = { _ in }
    defer { session.emit = said }
    budget = 2 * Limits.formulaSize
    visit(expression, Frame(item: 0, source: source, world: world, ownName: nil, outer: nil))
    var count = 0
    while let next = open.popLast() {
      count += 1
      if count & 255 == 0, session.mustStop() {
        throw Diagnostic(EngineProblem.interrupted, at: Place(source, expression.span))
      }
      scan(next.item, next.node, next.fields)
    }
    return found
  }

  private func scan(_ item: Int, _ node: Node, _ fields: [Name]) {
    if node.definition.isFrozen { return }
    if ground.contains(ObjectIdentifier(node.world)) {
      var below = node.outer
      while let next = below, ground.insert(ObjectIdentifier(next)).inserted { below = next.below }
    }
    let frame = Frame(
      item: item, source: node.source, world: node.world,
      ownName: node.outer == nil ? nil : node.name, outer: node.outer)
    for local in node.definition.locals {
      frame.bindings[local.name] = Bound(
        local.value, frame, label: local.name.text, calling: [])
    }
    budget = 2 * Limits.formulaSize
    calling = []
    visit(node.definition.value, frame, fields)
  }

  // MARK: expressions

  /// - Parameters:
  ///   - fields: what is taken of the value: `[memory]` for `card.memory`.
  ///   - label: the local name for which the expression stands.
  private func visit(
    _ expression: Expression, _ frame: Frame, _ fields: [Name] = [], label: String? = nil
  ) {
    budget -= 1
    if budget < 0 { return }
    if Self.isLiteral(expression) {
      if checks == 0 { add(expression, frame, label) }
      return
    }
    switch expression {
    case .number, .hole: break
    case .text(let text):
      for case .value(let value, _) in text.pieces { visit(value, frame) }
    case .name(let name, _): refer(to: name, frame, fields)
    case .dotted(let names, _): refer(to: names, frame, fields)
    case .field(let base, let name, _): visit(base, frame, [name] + fields)
    case .list(let list):
      for item in list.items {
        if let label = item.label { visit(label: label, frame) }
        visit(item.value, frame, fields)
      }
      for axis in list.over { refer(to: axis.name, frame, [], isLabels: true) }
    case .united(let base, _), .promote(let base, _, _), .convert(let base, _, _),
      .negate(let base, _), .not(let base, _):
      visit(base, frame)
    case .binary(let binary):
      visit(binary.left, frame)
      visit(binary.right, frame)
    case .comparison(let comparison):
      visit(comparison.first, frame)
      for part in comparison.rest { visit(part.operand, frame) }
    case .approximately(let approximation):
      visit(approximation.left, frame)
      visit(approximation.right, frame)
      if case .amount(let amount) = approximation.within { visit(amount, frame) }
    case .range(let range):
      visit(range.low, frame)
      if let best = range.best { visit(best, frame) }
      visit(range.high, frame)
    case .tolerance(let tolerance):
      visit(tolerance.center, frame)
      visit(tolerance.halfWidth, frame)
    case .conditional(let conditional):
      // the numbers of a check, and the words after it, are no assumptions
      if conditional.then.isRefusal || conditional.otherwise.isRefusal {
        visit(expression.unguarded, frame, fields)
        checks += 1
        visit(conditional.condition, frame)
        checks -= 1
        break
      }
      visit(conditional.condition, frame)
      visit(conditional.then, frame, fields)
      visit(conditional.otherwise, frame, fields)
    case .call(let call): visit(call, frame, fields)
    case .index(let index):
      visit(index.base, frame, fields)
      for selector in index.selectors {
        switch selector {
        case .label(let axis, let label, _):
          refer(to: axis, frame, [], isLabels: true)
          visit(label: label, frame)
        case .filter(let condition): visit(condition, frame)
        }
      }
    case .whatIf(let base, let whatIf): visit(base, whatIf, frame, fields)
    case .solve(let solve):
      let inner = hiding(solve.unknown, frame)
      visit(solve.left, inner)
      visit(solve.right, inner)
      if let from = solve.from { visit(from, frame) }
    case .optimize(let optimize):
      if let from = optimize.from {
        visit(optimize.goal, hiding(optimize.over, frame))
        visit(from, frame)
      } else {
        visit(optimize.goal, frame)
        refer(to: optimize.over, frame, [], isLabels: true)
      }
    }
  }

  /// A label: the name of a record stands for itself, and not for its plain value.
  private func visit(label: Expression, _ frame: Frame) {
    switch label {
    case .name(let name, _):
      if frame.bindings[name] == nil, frame.world.node(name) == nil,
        Catalog.entry(name.text) != nil
      {
        return
      }
    case .dotted(let names, _):
      if let first = names.first, frame.bindings[first] == nil, frame.world.node(first) == nil,
        Catalog.entry(names.map(\.text).joined(separator: ".")) != nil
      {
        return
      }
    default: break
    }
    visit(label, frame)
  }

  /// The same expression in a world above: where that cannot be, building says why.
  private func visit(_ base: Expression, _ whatIf: WhatIf, _ frame: Frame, _ fields: [Name]) {
    let scope = Scope(parent: nil, source: frame.source, path: "with")
    let below = frame.world.restoring(frame.ownName, of: frame.outer)
    guard
      let world = try? session.world(
        above: below, whatIf, scope, restingOn: [base], Numbering())
    else { return visit(base, frame, fields) }
    found.keep(world)
    let inner = Frame(
      item: frame.item, source: frame.source, world: world, ownName: nil, outer: nil)
    inner.bindings = frame.bindings
    visit(base, inner, fields)
  }

  /// A world in which a name is what is looked for, so that nothing rests on what it is now.
  private func hiding(_ name: Name, _ frame: Frame) -> Frame {
    let world = World(above: frame.world, overriding: [name])
    found.keep(world)
    hidden[ObjectIdentifier(world)] = name
    let inner = Frame(
      item: frame.item, source: frame.source, world: world, ownName: nil, outer: nil)
    inner.bindings = frame.bindings
    return inner
  }

  private func isHidden(_ name: Name, _ world: World) -> Bool {
    if hidden.isEmpty { return false }
    var world: World? = world
    while let here = world {
      if hidden[ObjectIdentifier(here)] == name { return true }
      world = here.below
    }
    return false
  }

  // MARK: numbers

  /// Whether a definition is one value as it is written: `319.8 t/s`, `[1, 2] kW over batch`.
  static func isWritten(_ definition: Definition) -> Bool {
    if definition.isFrozen { return false }
    switch definition.value {
    case .tolerance: return false
    case .text: return true
    case .name(let name, _): return Library.constants[name] != nil
    case .list(let list):
      return list.items.allSatisfy { isLiteral($0.value) && ($0.label.map(isLiteral) ?? true) }
    case let value: return isLiteral(value)
    }
  }

  /// Whether an expression is written without any name: `319.8 t/s`, `-3`, `1.5..3 kW`, `[1, 2] t/s`.
  private static func isLiteral(_ expression: Expression) -> Bool {
    switch expression {
    case .number: true
    case .negate(let base, _), .united(let base, _): isLiteral(base)
    case .range(let range):
      isLiteral(range.low) && isLiteral(range.high) && (range.best.map(isLiteral) ?? true)
    case .tolerance(let tolerance):
      isLiteral(tolerance.center) && isLiteral(tolerance.halfWidth)
    case .list(let list):
      list.over.isEmpty
        && list.items.allSatisfy { isLiteral($0.value) && ($0.label.map(isLiteral) ?? true) }
    default: false
    }
  }

  private func add(_ expression: Expression, _ frame: Frame, _ label: String?) {
    let place = Place(frame.source, expression.span)
    let text = place.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    found.add(
      Dependencies.Number(text: label.map { "\($0) = \(text)" } ?? text, place: place),
      to: frame.item)
  }

  // MARK: names

  private func refer(to name: Name, _ frame: Frame, _ fields: [Name], isLabels: Bool = false) {
    if let bound = frame.bindings[name] { return visit(bound, fields) }
    if isHidden(name, frame.world) { return found.noteUnknown(in: frame.item) }
    if let node = frame.meaning(of: name).node(name) {
      return refer(to: node, frame, fields, isLabels: isLabels)
    }
    if Library.constants[name] != nil { return }
    // labels that stand in a column are no definition's
    if isLabels, session.evaluator.isColumnAxis(name) { return }
    let item =
      Catalog.entry(name.text).map { found.index(of: $0, field: fields.first?.text) }
      ?? found.index(ofMissing: name.text)
    found.connect(frame.item, item, isLabels: false)
  }

  private func refer(to node: Node, _ frame: Frame, _ fields: [Name], isLabels: Bool = false) {
    let isInner = !ground.contains(ObjectIdentifier(node.world))
    let item = found.index(of: node, isInner: isInner)
    found.connect(frame.item, item, isLabels: isLabels)
    if isLabels {
      // the labels of a list of records are their names, whatever their figures
      try? session.check(node)
      if node.formula?.type.record != nil { return }
    }
    if scanned[item, default: []].insert(fields).inserted { open.append((item, node, fields)) }
  }

  private func visit(_ bound: Bound, _ fields: [Name]) {
    guard !bound.isOpen, bound.seen.insert(fields).inserted else { return }
    bound.isOpen = true
    let outer = calling
    calling = bound.calling
    defer {
      bound.isOpen = false
      calling = outer
    }
    visit(bound.expression, bound.frame, fields, label: bound.label)
  }

  /// `grid.FRA` and `const.c` are looked up whole; else the first word is a value with fields.
  private func refer(to names: [Name], _ frame: Frame, _ fields: [Name]) {
    guard let first = names.first else { return }
    if frame.bindings[first] == nil {
      for length in stride(from: min(names.count, 4), through: 2, by: -1) {
        let whole = names.prefix(length).map(\.text).joined(separator: ".")
        let rest = Array(names.dropFirst(length)) + fields
        let name = Name(whole)
        if isHidden(name, frame.world) { return found.noteUnknown(in: frame.item) }
        if let node = frame.meaning(of: name).node(name) { return refer(to: node, frame, rest) }
        guard frame.world.node(first) == nil else { continue }
        if Library.physical[whole] != nil || isMeasured(whole) {
          return found.connect(frame.item, found.index(ofConstant: whole), isLabels: false)
        }
        if let entry = Catalog.entry(whole) {
          return found.connect(
            frame.item, found.index(of: entry, field: rest.first?.text), isLabels: false)
        }
      }
    }
    if ["const", "grid", "facility", "measured"].contains(first.text), frame.bindings[first] == nil,
      frame.world.node(first) == nil
    {
      let whole = names.map(\.text).joined(separator: ".")
      return found.connect(frame.item, found.index(ofMissing: whole), isLabels: false)
    }
    refer(to: first, frame, Array(names.dropFirst()) + fields)
  }

  private func isMeasured(_ name: String) -> Bool {
    name.hasPrefix(Session.measuredPrefix)
      && Measurements.named(String(name.dropFirst(Session.measuredPrefix.count))) != nil
  }

  // MARK: calls

  private func visit(_ call: Call, _ frame: Frame, _ fields: [Name]) {
    for axis in call.over { refer(to: axis.name, frame, [], isLabels: true) }
    if Library.isBuiltIn(call.name) {
      for argument in call.arguments {
        if call.name == Library.interpolate, let axis = argument.name {
          refer(to: axis, frame, [], isLabels: true)
        }
        // `interpolate(…, log)`: a word, no name
        if call.name == Library.interpolate, case .name("log", _) = argument.value { continue }
        visit(argument.value, frame)
      }
      return
    }
    guard let function = frame.world.function(call.name) else {
      found.connect(
        frame.item, found.index(ofMissing: "\(call.name.text)()"), isLabels: false)
      for argument in call.arguments { visit(argument.value, frame) }
      return
    }
    let item = found.index(of: function, in: frame.world)
    found.connect(frame.item, item, isLabels: false)
    guard !calling.contains(call.name), calling.count < Limits.callDepth else { return }
    let body = Frame(
      item: item, source: function.source, world: frame.world, ownName: frame.ownName,
      outer: frame.outer)
    let definition = function.definition
    let inside = calling + [call.name]
    var given = Set<Name>()
    var position = 0
    for argument in call.arguments {
      var name = argument.name
      if name == nil, position < definition.parameters.count {
        name = definition.parameters[position].name
        position += 1
      }
      guard let name else { continue }
      given.insert(name)
      body.bindings[name] = Bound(argument.value, frame, label: nil, calling: calling)
    }
    for parameter in definition.parameters where !given.contains(parameter.name) {
      guard let standard = parameter.standard else { continue }
      body.bindings[parameter.name] = Bound(
        standard, body, label: parameter.name.text, calling: inside)
    }
    for local in definition.locals {
      body.bindings[local.name] = Bound(
        local.value, body, label: local.name.text, calling: inside)
    }
    calling = inside
    visit(definition.body, body, fields)
    calling.removeLast()
  }
}
