import EnergyCore
import Syntax
import Units

/// Writes the derivation of an expression: each formula, what it rests on, and the arithmetic.
///
/// One pass over the formulas, each once: a name that was explained is referred to after that. What
/// lies too deep is explained further down the page, so that a chain of thousands of definitions
/// takes a few lines each.
/// - Complexity: linear in what is shown; a formula that would take more than `Working.mostNumbers`
///   on the page is not worked out line by line.
final class Explainer {
  /// Formulas inside formulas, before the page goes on further down.
  static let deepest = 12
  static let standardDepth = 3

  let session: Session
  let quantities: QuantityText
  let relations: UnitRelations
  /// how many definitions deep
  let depth: Int
  private(set) var steps: [Derivation.Step] = []
  /// by source: 2 for the second bracket that is spelt alike
  var ordinals: [Int32: Int] = [:]

  /// What was explained, at which labels and ends.
  private struct Key: Hashable {
    var thing: ObjectIdentifier
    var labels: [Int]
    var point: ObjectIdentifier?
    /// of a parameter: what it is called there
    var name: Name?
  }
  private var explained: Set<Key> = []
  /// calls that were unfolded, with what they were given
  private var unfolded: Set<String> = []
  private var announced: Set<Key> = []
  /// definitions and functions whose documentation stands on the page
  private var documented: Set<ObjectIdentifier> = []
  /// lists that stand on the page in full
  private var written: Set<String> = []
  private var later: [(node: Node, name: String, frame: ExplainFrame, depth: Int)] = []
  /// nodes whose contexts know the numbers of their brackets
  private var contexts: [ObjectIdentifier: (Node, BuildContext)] = [:]
  /// what was asked, for each world of overrides: `with node = 2 kW`
  private var worlds: [(world: World, within: [String])] = []
  /// held as long as identities are compared
  private var kept: [AnyObject] = []

  init(_ session: Session, depth: Int) {
    self.session = session
    self.depth = depth
    quantities = QuantityText(session: session)
    relations = UnitRelations(quantities: quantities)
  }

  var evaluator: Evaluator { session.evaluator }
  var units: UnitTable { session.units }

  /// From here on that world is known by what holds in it.
  func enter(_ world: World, _ frame: ExplainFrame) {
    worlds.append((world, frame.within))
  }

  /// What was asked for a world, or for the nearest one above: scenarios may stand on each other.
  private func within(_ world: World) -> [String]? {
    var nearest: (steps: Int, within: [String])?
    for (top, within) in worlds {
      var steps = 0
      var here: World? = top
      while let one = here, one !== world, steps < nearest?.steps ?? .max {
        (here, steps) = (one.below, steps + 1)
      }
      if here === world, steps < nearest?.steps ?? .max { nearest = (steps, within) }
    }
    return nearest?.within
  }

  // MARK: lines

  /// One line; the same text again only adds its remark to the line before.
  func line(
    _ block: ExplainBlock, _ rule: Derivation.Rule, _ text: String, _ quantity: Quantity,
    _ frame: ExplainFrame, remarks: [Derivation.Remark] = [], sources: [String] = [],
    holdsNames: Bool = false
  ) {
    if let last = block.lastStep, block.last == text {
      steps[last].remarks += remarks.filter { !steps[last].remarks.contains($0) }
      return
    }
    let isFirst = block.last == nil
    let all = (isFirst ? block.remarks + remarks : remarks).map { remark in
      remark.without(name: block.subject ?? text)
    }
    let follows = block.lastStep == steps.count - 1 && !isFirst
    var step = Derivation.Step(
      rule: isFirst ? block.rule ?? rule : rule, level: block.level,
      subject: follows ? nil : block.subject, before: block.last ?? block.goesOn, text: text,
      remarks: all, value: quantity.number, unit: quantity.type.unit,
      dimension: quantity.type.dimension, kind: quantity.kind)
    step.holdsNames = holdsNames
    step.sources = (isFirst ? block.sources : []) + sources
    if holdsNames {
      step.within = frame.within
      step.locals = locals(frame)
      step.labels = frame.labels.values.map { axis, position in
        (axis.name?.text ?? "", label(axis, position), position)
      }.sorted { $0.axis < $1.axis }
    }
    block.last = text
    block.lastStep = steps.count
    steps.append(step)
  }

  func heading(_ remark: Derivation.Remark?) {
    written = []
    steps.append(
      Derivation.Step(
        rule: .end, level: 0, subject: nil, before: nil, text: "",
        remarks: remark.map { [$0] } ?? [], value: .nan,
        unit: .one, dimension: .none, kind: .heading))
  }

  /// so many names of a function go with each of its lines
  private static let mostLocals = 32

  private func locals(_ frame: ExplainFrame) -> [Derivation.Local] {
    var locals: [Derivation.Local] = []
    var scope: Scope? = frame.scope
    while let here = scope {
      for (name, binding) in here.bindings.sorted(by: { $0.key < $1.key }).prefix(Self.mostLocals)
      where !locals.contains(where: { $0.name == name.text }) {
        guard let value = try? quantity(binding.expression, self.frame(binding, frame)) else {
          continue
        }
        locals.append(
          Derivation.Local(name: name.text, value: standing(value) ?? quantities.exact(value)))
      }
      scope = here.parent
    }
    return locals
  }

  func label(_ axis: Axis, _ position: Int) -> String {
    switch axis.labels {
    case .numbers(let values, let unit): session.brief(values[position], unit, isPinned: true)
    case .texts(let texts): texts[position]
    case .counts: "\(position + 1)"
    }
  }

  func labelled(_ axis: Axis, _ frame: ExplainFrame) -> Derivation.Label {
    let position = frame.position(of: axis)
    return Derivation.Label(
      axis: axis.name?.text, text: label(axis, position), position: position, count: axis.count)
  }

  /// `batch = 8`
  func labelText(_ axis: Axis, _ position: Int) -> String {
    "\(axis.name?.text ?? "label") = \(label(axis, position))"
  }

  // MARK: values

  func formula(_ expression: Expression, _ frame: ExplainFrame) throws(Diagnostic) -> Formula {
    frame.context.size = 0
    return try FormulaBuilder(frame.context).formula(expression, frame.scope)
  }

  /// The one value that is shown of an expression.
  func quantity(_ expression: Expression, _ frame: ExplainFrame) throws(Diagnostic) -> Quantity {
    try quantity(formula(expression, frame), frame)
  }

  func quantity(_ formula: Formula, _ frame: ExplainFrame) throws(Diagnostic) -> Quantity {
    if formula.type.kind == .text {
      let texts = try evaluator.texts(formula)
      return Quantity(.nan, .text, text: texts.cells[frame.cell(of: texts.axes)])
    }
    // whether something holds for brackets is no matter of their best guesses
    if formula.type.kind == .truth, formula.hasSources, frame.point == nil,
      case .truths(let truths)? = try? session.value(of: formula).cells
    {
      let axes = try evaluator.column(formula).axes
      switch truths[frame.cell(of: axes)] {
      case .yes: return .truth(true)
      case .no: return .truth(false)
      case .depends, .probably, .between: break
      }
    }
    let column = try evaluator.column(formula, at: frame.point)
    return try quantity(column, formula.type, formula.place, frame)
  }

  func quantity(
    _ column: Column<Double>, _ type: ValueType, _ place: Place, _ frame: ExplainFrame
  ) throws(Diagnostic) -> Quantity {
    let cell = frame.cell(of: column.axes)
    let number = column.cells[cell]
    if !number.isFinite { throw evaluator.failure(number, place) }
    var record: String?
    if let records = column.records { record = records.count > cell ? records[cell] : nil }
    return Quantity(number, type, record: record)
  }

  /// The record whose plain value a value is. What was found for a record keeps the other figures of
  /// it, but is not the record: 363 W for h100_sxm.
  func standing(_ value: Quantity) -> String? {
    guard let record = value.record, let entry = Catalog.entry(record),
      case .numbers(let plain)? = session.value(of: entry.plain)?.cells
    else { return value.record }
    return plain == [value.number] ? record : nil
  }

  // MARK: frames

  /// A definition's own frame: its names mean what they mean where it stands.
  func frame(_ node: Node, _ outer: ExplainFrame) throws(Diagnostic) -> ExplainFrame {
    var frame = outer
    frame.within = node.world.below == nil ? [] : within(node.world) ?? outer.within
    frame.scope = session.scope(for: node)
    if let (_, known) = contexts[ObjectIdentifier(node)] {
      frame.context = known
      return frame
    }
    frame.context = BuildContext(
      session: session, world: node.world, owner: node.name.text, mayWait: false,
      ownName: node.outer == nil ? nil : node.name, outer: node.outer)
    contexts[ObjectIdentifier(node)] = (node, frame.context)
    // brackets are numbered in the order in which the whole formula has them
    if node.formula?.hasSources == true, node.frozen == nil {
      _ = try FormulaBuilder(frame.context).formula(node.definition.value, frame.scope)
    }
    return frame
  }

  /// The frame of a parameter or a local name.
  func frame(_ binding: Binding, _ outer: ExplainFrame) -> ExplainFrame {
    var frame = outer
    frame.scope = binding.scope
    if let context = binding.context, context.world !== outer.context.world {
      frame.context = context
    }
    return frame
  }

  // MARK: what was explained

  /// Whether something is explained here for the first time.
  private func key(_ thing: AnyObject, _ frame: ExplainFrame, _ axes: [Axis], hasSources: Bool)
    -> Key
  {
    kept.append(thing)
    if let point = frame.point { kept.append(point) }
    return Key(
      thing: ObjectIdentifier(thing), labels: axes.map { frame.position(of: $0) },
      point: hasSources ? frame.point.map { ObjectIdentifier($0) } : nil)
  }

  /// Whether a local name is explained here for the first time.
  func isNew(_ binding: Binding, _ name: Name, _ frame: ExplainFrame) -> Bool {
    let axes = frame.labels.values.map(\.axis).sorted {
      ObjectIdentifier($0) < ObjectIdentifier($1)
    }
    var key = key(binding, frame, axes, hasSources: true)
    key.name = name
    return explained.insert(key).inserted
  }

  /// Whether a call is unfolded for the first time.
  func isNew(unfolding call: String) -> Bool { unfolded.insert(call).inserted }

  /// Whether what is said about a definition or a function has not been said yet.
  func isNew(documentation thing: AnyObject) -> Bool {
    kept.append(thing)
    return documented.insert(ObjectIdentifier(thing)).inserted
  }

  /// Whether it is said for the first time which row of the catalog a name stands for.
  func isNew(record id: String, _ name: String) -> Bool {
    written.insert("\(name) = \(id)").inserted
  }

  /// Whether a list is written out for the first time.
  func isNew(_ place: Place) -> Bool {
    kept.append(place.source)
    let id = ObjectIdentifier(place.source).hashValue
    return written.insert("\(id) \(place.span.start)").inserted
  }

  // MARK: definitions

  /// A definition in a block of its own.
  func explain(
    _ node: Node, _ name: String, _ outer: ExplainFrame, level: Int, depth: Int
  ) throws(Diagnostic) {
    if session.mustStop() { throw Diagnostic(EngineProblem.interrupted, at: node.place) }
    try session.check(node)
    guard let formula = node.formula else {
      _ = try session.value(of: node)
      return
    }
    let (value, axes) = try self.value(of: node, formula, outer)
    let key = key(node, outer, axes, hasSources: formula.hasSources)
    let isPlain =
      node.definition.isFrozen
      || (DependencyWalk.isWritten(node.definition) && axes.isEmpty && !formula.hasSources)
    let block = ExplainBlock(subject: name, level: level)
    if explained.contains(key) { return refer(block, value, outer, .above) }
    if depth <= 0, !isPlain {
      explained.insert(key)
      if let override = override(node) { block.remarks.append(.override(override)) }
      if outer.point != nil, formula.hasSources {
        block.remarks += try end(of: node, value, axes, outer)
      }
      return try refer(block, value, outer, .deeper(name: asked(node, name, outer)))
    }
    if level > Self.deepest, !isPlain {
      let isNew = announced.insert(key).inserted
      if isNew { later.append((node, name, outer, depth)) }
      return refer(block, value, outer, .furtherDown)
    }
    explained.insert(key)
    try body(of: node, value, outer, block, depth: depth)
  }

  /// The blocks that lay too deep, each at the margin.
  func explainLater() throws(Diagnostic) {
    while !later.isEmpty {
      let (node, name, frame, depth) = later.removeFirst()
      try explain(node, name, frame, level: 0, depth: depth)
    }
  }

  func value(of node: Node, _ formula: Formula, _ frame: ExplainFrame) throws(Diagnostic)
    -> (Quantity, [Axis])
  {
    if formula.type.kind == .text {
      let texts = try evaluator.texts(of: node)
      return (Quantity(.nan, .text, text: texts.cells[frame.cell(of: texts.axes)]), texts.axes)
    }
    if case .constant(let number, let record) = formula.code {
      if !number.isFinite { throw evaluator.failure(number, formula.place) }
      return (Quantity(number, formula.type, record: record), [])
    }
    let column = try evaluator.value(of: node, at: frame.point)
    return (try quantity(column, formula.type, formula.place, frame), column.axes)
  }

  /// The lines of a definition.
  func body(
    of node: Node, _ value: Quantity, _ outer: ExplainFrame, _ block: ExplainBlock, depth: Int
  ) throws(Diagnostic) {
    describe(node, block)
    if node.definition.isFrozen {
      return line(
        block, .given, quantities.text(value, digits: 17), value, outer,
        remarks: [.given(.kept(name: node.name.text))])
    }
    var inner = try frame(node, outer)
    // inside, the axis that the definition makes has no name yet
    if let formula = node.formula, let made = node.axis {
      for axis in try axes(of: formula, inner) where axis.name == nil && axis.count == made.count {
        inner = inner.choosing(axis, outer.position(of: made))
      }
    }
    try derive(node.definition.value, inner, block, value: value, depth: depth)
  }

  /// Documentation as a remark.
  func said(_ documentation: [String]) -> [Derivation.Remark] {
    let prose = documentation.prose.joined(separator: " ")
    return prose.isEmpty ? [] : [.given(.documentation(prose))]
  }
}
