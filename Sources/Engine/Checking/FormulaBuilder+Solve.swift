import EnergyCore
import Syntax
import Units

/// `solve A == B for NAME`, `minimize E over NAME`: the question is built once, in a world in which
/// the name is an unknown; finding the answer is `Evaluator.seek`.
extension FormulaBuilder {
  /// What there is to know about the name before anything is tried.
  private struct Asked {
    var name: Name
    var place: Place
    var type: ValueType
    var range: Sought.Range
    var present: Formula?
    var record: String?
    /// what is asked about
    var expressions: [Expression]
  }

  func solve(_ solve: Solve, _ scope: Scope) throws(Diagnostic) -> Operand {
    try refuse(solve.unknown, Place(scope.source, solve.unknownSpan), scope)
    let span = solve.left.span.joined(solve.right.span)
    let text = scope.source.text(from: solve.left, through: solve.right)
    if solve.from == nil, let axis = ownAxis(solve.unknown, Place(scope.source, solve.unknownSpan))
    {
      if let found = try label(solve, axis, text, scope) { return found }
    }
    let asked = try ask(
      solve.unknown, solve.unknownSpan, from: solve.from,
      defining: [solve.left, solve.right], scope)
    return try seek(.solution, asked, text, solve.left, solve.span, scope) {
      (builder) throws(Diagnostic) in
      let a = try builder.build(solve.left, scope)
      let b = try builder.build(solve.right, scope)
      try builder.checkComparable(solve.left, a, solve.right, b, op: "==", span, scope)
      return (a, b)
    }
  }

  func optimize(_ optimize: Optimize, _ scope: Scope) throws(Diagnostic) -> Operand {
    let place = Place(scope.source, optimize.overSpan)
    try refuse(optimize.over, place, scope)
    if optimize.from == nil, ownAxis(optimize.over, place) != nil {
      let name: Name = optimize.isMinimum ? "argmin" : "argmax"
      return try build(
        .call(
          Call(
            name: name, nameSpan: optimize.span,
            arguments: [Call.Argument(name: nil, value: optimize.goal)],
            over: [(optimize.over, optimize.overSpan)], span: optimize.span)), scope)
    }
    if ownAxis(optimize.over, place) != nil {
      throw Diagnostic(EngineProblem.optimumOverAxis(optimize.over.text), at: place)
    }
    let asked = try ask(
      optimize.over, optimize.overSpan, from: optimize.from, defining: [optimize.goal], scope)
    let task: Sought.Task = optimize.isMinimum ? .minimum : .maximum
    let text = scope.source.text(of: optimize.goal)
    return try seek(task, asked, text, optimize.goal, optimize.span, scope) {
      (builder) throws(Diagnostic) in
      let goal = try builder.build(optimize.goal, scope)
      try builder.requireNumber(goal, optimize.goal, scope, what: "compared")
      return (goal, nil)
    }
  }

  // MARK: the name

  /// Only what is defined on its own can be an unknown.
  private func refuse(_ name: Name, _ place: Place, _ scope: Scope) throws(Diagnostic) {
    if scope.binding(name) != nil {
      throw Diagnostic(EngineProblem.solveForLocal(name.text), at: place)
    }
    if Library.constants[name] != nil || name == "ans" {
      throw Diagnostic(EngineProblem.reservedName(name.text), at: place)
    }
    // `jt with batch = best` where `best` looks among the labels of `batch`: it would look in itself
    if let node = context.world.node(name), node.isOpen, let outer = node.outer?.node(name),
      let axis = try? session.evaluator.ownAxis(outer), axis.name == name
    {
      throw Diagnostic(EngineProblem.cycle([name.text, name.text]), at: place)
    }
  }

  /// The axis that a name itself makes: its values are the labels.
  private func ownAxis(_ name: Name, _ place: Place) -> AxisReference? {
    guard let node = context.world.node(name),
      let axis = try? session.evaluator.ownAxis(node), axis.name == name
    else { return nil }
    return AxisReference(name: name, node: node, place: place)
  }

  private func ask(
    _ name: Name, _ span: Span, from: Expression?, defining expressions: [Expression],
    _ scope: Scope
  ) throws(Diagnostic) -> Asked {
    let place = Place(scope.source, span)
    // in a builder of its own: what stands now is replaced, not used
    var present: Formula?
    let isKnown = context.world.node(name) != nil || Catalog.entry(name.text) != nil
    if isKnown {
      let waitsBefore = context.mayWait
      if from != nil { context.mayWait = false }
      defer { context.mayWait = waitsBefore }
      do {
        present = try self.present(name, span, scope)
      } catch {
        if from == nil { throw error }
      }
    }
    if let present, present.type.kind != .number {
      throw Diagnostic(EngineProblem.notANumber(name.text, what: "solved for"), at: place)
    }
    guard let from else {
      guard let present else {
        if context.mayWait {
          context.waiting.append(name)
        } else {
          try requireReach(name, place, expressions, scope)
        }
        let names = session.nearestNames(to: name.text)
        throw Diagnostic(
          EngineProblem.solveNeedsRange(
            name.text, unit: unit(name, place, fitting: expressions, scope), nearest: names,
            isOptimum: expressions.count == 1),
          at: place)
      }
      return asked(name, place, present.type, .around(present), present, expressions)
    }
    let range = try FormulaBuilder(context).formula(from, scope)
    guard range.type.kind == .number else {
      throw fail(.notANumber(scope.source.text(of: from), what: "a range"), from, scope)
    }
    guard let present else {
      return asked(name, place, range.type, .stated(range), nil, expressions)
    }
    if range.type.dimension != present.type.dimension, !range.type.isZero, !present.type.isZero {
      let (was, found) = session.sides(
        (present, name.text), (range, scope.source.text(of: from)))
      var diagnostic = fail(
        .solveRangeDiffers(name: name.text, was: was, found: found), from, scope)
      diagnostic.labels = [Diagnostic.Label(place, was.labelled)]
      throw diagnostic
    }
    let type = present.type.isZero ? range.type : present.type
    return asked(name, place, type, .stated(range), present, expressions)
  }

  /// A name that nobody has defined must at least be waited for.
  private func requireReach(
    _ name: Name, _ place: Place, _ expressions: [Expression], _ scope: Scope
  ) throws(Diagnostic) {
    guard let first = expressions.first, let last = expressions.last else { return }
    let references = expressions.flatMap { ReferenceCollector.references(of: $0) }
    // what is asked about may be a parameter, whose argument is not seen here
    if references.contains(where: { scope.binding($0.name) != nil }) { return }
    if context.world.closure(of: references).contains(.value(name)) { return }
    // what it does rest on may be defined nowhere
    for expression in expressions { _ = try FormulaBuilder(context).build(expression, scope) }
    if context.world.node(name) == nil, Catalog.entry(name.text) == nil {
      let nearest = session.nearestNames(to: name.text)
      if !nearest.isEmpty {
        throw Diagnostic(
          EngineProblem.unknownName(name.text, nearest: nearest, unitReading: nil), at: place)
      }
    }
    throw Diagnostic(
      EngineProblem.solveDoesNotRestOn(
        name.text, expression: scope.source.text(from: first, through: last),
        leaves: leaves(expressions), replaced: []), at: place)
  }

  /// The value of now. In `jt with tput = need`, where `need` is what `tput` is solved for, that is
  /// the outer value.
  private func present(_ name: Name, _ span: Span, _ scope: Scope) throws(Diagnostic) -> Formula {
    guard let node = context.world.node(name), node.isOpen, let outer = node.outer else {
      return try FormulaBuilder(context).formula(.name(name, span), scope)
    }
    let context = BuildContext(session: session, world: outer, owner: nil, mayWait: false)
    return try FormulaBuilder(context).formula(.name(name, span), scope)
  }

  private func asked(
    _ name: Name, _ place: Place, _ type: ValueType, _ range: Sought.Range, _ present: Formula?,
    _ expressions: [Expression]
  ) -> Asked {
    var type = type
    type.isZero = false
    var record: String?
    if type.record != nil, let present {
      record = (try? session.evaluator.column(present))?.records?.first
    }
    return Asked(
      name: name, place: place, type: type, range: range, present: present, record: record,
      expressions: expressions)
  }

  // MARK: the question

  /// A builder in a world in which the name is an unknown.
  private func inner(_ name: Name, _ place: Place, _ type: ValueType, source: Int32?) -> (
    FormulaBuilder, Unknown
  ) {
    let unknown = Unknown(name, source: source)
    let world = World(above: context.world, overriding: [name])
    let definition = Definition(
      name: name, nameSpan: place.span, annotation: nil, value: .name(name, place.span), locals: [],
      isFrozen: false)
    let node = Node(
      name: name, definition: definition, source: place.source, references: [], world: world)
    node.frozen = Formula(
      type: type, code: .input(.unknown(unknown)), place: place, nodes: [],
      hasSources: source != nil)
    world.define(node)
    let context = BuildContext(
      session: session, world: world, owner: self.context.owner, mayWait: self.context.mayWait,
      ownName: self.context.ownName == name ? nil : self.context.ownName,
      outer: self.context.outer, numbering: self.context.numbering)
    context.calling = self.context.calling
    context.size = self.context.size
    return (FormulaBuilder(context), unknown)
  }

  private func inner(_ asked: Asked, source: Int32?) -> (FormulaBuilder, Unknown) {
    var type = asked.type
    type.isPinned = false
    if asked.record == nil { type.record = nil }
    let (builder, unknown) = inner(asked.name, asked.place, type, source: source)
    unknown.column.records = asked.record.map { [$0] }
    return (builder, unknown)
  }

  /// The unit in which a name without a value must be for an equation to hold, where a product or a
  /// power tells it: `t/s` in `node / tput == 5 J/t`.
  private func unit(
    _ name: Name, _ place: Place, fitting expressions: [Expression], _ scope: Scope
  ) -> String? {
    guard expressions.count == 2 else { return nil }
    func ratio(_ dimension: Dimension) -> Dimension? {
      var type = ValueType.plain
      type.dimension = dimension
      let (builder, _) = inner(name, place, type, source: nil)
      guard let a = try? builder.build(expressions[0], scope),
        let b = try? builder.build(expressions[1], scope)
      else { return nil }
      return units.quotient(b.type.dimension, a.type.dimension)
    }
    var candidates: [Dimension] = [.none]
    if let gap = ratio(.none) {
      let powers = [Rational(1), Rational(-1), Rational(1, 2), Rational(-1, 2), Rational(1, 3)]
      candidates += powers.map { units.power(gap, $0) }
    }
    // in a sum it is like the other side
    for expression in expressions {
      if let side = try? FormulaBuilder(context).build(expression, scope) {
        candidates.append(side.type.dimension)
      }
    }
    return candidates.first { ratio($0) == Dimension.none }.map {
      units.text(of: units.standardUnit(of: $0))
    }
  }

  private typealias Sides = (left: Operand, right: Operand?)

  private func gap(_ sides: Sides, _ builder: FormulaBuilder, _ place: Place) -> Formula {
    guard let right = sides.right else { return builder.finished(sides.left, place: place) }
    let type = sides.left.type.isZero ? right.type : sides.left.type
    return builder.finished(builder.emit(.subtract, sides.left, right, type: type), place: place)
  }

  private func seek(
    _ task: Sought.Task, _ asked: Asked, _ text: String, _ leftExpression: Expression, _ span: Span,
    _ scope: Scope, _ sides: (FormulaBuilder) throws(Diagnostic) -> Sides
  ) throws(Diagnostic) -> Operand {
    let place = Place(scope.source, span)
    guard session.questions < Limits.questions else {
      throw Diagnostic(EngineProblem.solveWithinItself(text), at: place)
    }
    session.questions += 1
    defer { session.questions -= 1 }
    let (builder, unknown) = inner(asked, source: nil)
    let built: Sides
    do {
      built = try sides(builder)
    } catch {
      context.waiting += builder.context.waiting
      throw error
    }
    context.size = builder.context.size
    let gap = gap(built, builder, place)
    if gap.hasSamples {
      try refuse(
        task, asked.name, leftExpression, builder.finished(built.left, place: place),
        asked.expressions, scope, place)
    }
    let left = builder.finished(built.left, place: Place(scope.source, leftExpression.span))
    let right = built.right.map { builder.finished($0, place: place) }
    let reach = Reach(of: unknown, in: [gap, left] + (right.map { [$0] } ?? []))
    guard reach.holds(gap) else {
      throw Diagnostic(
        EngineProblem.solveDoesNotRestOn(
          asked.name.text, expression: text, leaves: leaves(asked.expressions),
          replaced: replaced(between: asked.expressions, and: asked.name)), at: asked.place)
    }
    var inverse: Sought.Inverse?
    if task == .solution, let right {
      var inversion = Inversion(FormulaBuilder(context), unknown, reach, place)
      inverse = inversion.inverse(left, right)
    }
    // where turning around may fail, enclosures tell where to look
    let source = session.sourceID("\(asked.name.text) as an unknown")
    var enclosed: Formula?
    var enclosedUnknown = unknown
    if inverse.map({ !$0.positive.isEmpty }) ?? true, reach.isEnclosable {
      let (other, varying) = inner(asked, source: source)
      if let sides = try? sides(other) {
        let formula = self.gap(sides, other, place)
        let reach = Reach(of: varying, in: [formula])
        if reach.isEnclosable {
          enclosed = formula
          enclosedUnknown = varying
        }
      }
    }
    let sought = Sought(
      task: task, unknown: unknown, type: asked.type, place: place, text: text,
      leftText: scope.source.text(of: leftExpression), left: left, gap: gap, range: asked.range,
      present: asked.present, inverse: inverse, enclosed: enclosed,
      enclosedUnknown: enclosedUnknown, record: asked.record, reach: reach)
    if !sought.sources.isEmpty { hasSources = true }
    var type = asked.type
    // the answer for a record keeps the record's other figures
    if asked.record == nil { type.record = nil }
    return operand(.sought(sought), type)
  }

  /// `solve jt == 1 J/t for batch`: nil where the two sides do not vary along that axis.
  private func label(_ solve: Solve, _ axis: AxisReference, _ text: String, _ scope: Scope)
    throws(Diagnostic) -> Operand?
  {
    let builder = FormulaBuilder(context)
    let a = try builder.build(solve.left, scope)
    let b = try builder.build(solve.right, scope)
    let span = solve.left.span.joined(solve.right.span)
    try builder.checkComparable(solve.left, a, solve.right, b, op: "==", span, scope)
    let place = Place(scope.source, solve.span)
    let gap = gap((a, b), builder, place)
    if gap.hasSamples {
      try refuse(
        .solution, axis.name, solve.left, builder.finished(a, place: place),
        [solve.left, solve.right], scope, place, isAlong: true)
    }
    guard let own = try session.evaluator.ownAxis(axis),
      try session.evaluator.axes(of: gap).contains(where: { $0 === own })
    else { return nil }
    guard var type = axis.node?.formula?.type, type.kind == .number else {
      throw Diagnostic(
        EngineProblem.notANumber(axis.name.text, what: "solved for"), at: axis.place)
    }
    if gap.hasSources, !gap.freeSources.isEmpty {
      throw Diagnostic(
        EngineProblem.solveAlongDepends(
          text, axis: axis.name.text, sources: gap.freeSources.map { session.sourceNames[Int($0)] }),
        at: place)
    }
    type.isPinned = false
    adopt(gap)
    return operand(
      .soughtLabel(
        SoughtLabel(
          gap: gap, left: builder.finished(a, place: place), axis: axis, text: text,
          leftText: scope.source.text(of: solve.left),
          rightText: scope.source.text(of: solve.right), type: type, place: place)),
      type)
  }

  /// A whole distribution cannot be made equal to something, nor least.
  private func refuse(
    _ task: Sought.Task, _ name: Name, _ leftExpression: Expression, _ left: Formula,
    _ sides: [Expression], _ scope: Scope, _ place: Place, isAlong: Bool = false
  ) throws(Diagnostic) -> Never {
    let source = scope.source
    let right = task == .solution ? sides.last.map { source.text(of: $0) } ?? "…" : nil
    throw Diagnostic(
      EngineProblem.soughtDistribution(
        left: source.text(of: leftExpression), right: right, name: name.text,
        how: isAlong ? "along" : task == .minimum ? "minimize" : "maximize", isLeft: left.hasSamples
      ), at: place)
  }

  /// The names that cut an expression off from one on which it rests as the definitions stand.
  private func replaced(between expressions: [Expression], and name: Name) -> [String] {
    let references = expressions.flatMap { ReferenceCollector.references(of: $0) }
    let base = context.world.base
    let standing = base.closure(of: references)
    guard standing.contains(.value(name)) else { return [] }
    let resting = base.dependents(of: [.value(name)])
    return standing.filter {
      $0.isValue && resting.contains($0) && context.world.overrides($0.name, above: base)
    }.map(\.name.text).sorted()
  }

  /// What an expression rests on: names, and rows of the catalog.
  private func leaves(_ expressions: [Expression]) -> [String] {
    let references = expressions.flatMap { ReferenceCollector.references(of: $0) }
    let own = expressions.compactMap { if case .name(let name, _) = $0 { name } else { nil } }
    return context.world.closure(of: references).filter { reference in
      reference.isValue && !own.contains(reference.name)
        && (context.world.node(reference.name) != nil
          || Catalog.entry(reference.name.text) != nil)
    }.map(\.name.text).sorted()
  }
}
