import Syntax
import Units

/// What makes distributions of lists and of other distributions: `discrete`, `samples`, `mixture`,
/// `truncate`, `resample`.
extension FormulaBuilder {
  func source(_ call: Call, _ function: Library.SourceFunction, _ scope: Scope)
    throws(Diagnostic) -> Operand
  {
    switch function {
    case .discrete: return try listed(call, 1...2, "values, and weights", scope)
    case .samples: return try listed(call, 1...1, "a list of values", scope)
    case .mixture: return try mixture(call, scope)
    case .truncate: return try truncate(call, scope)
    case .resample: return try resample(call, scope)
    case .correlate:
      throw Diagnostic(EngineProblem.correlateInside, at: Place(scope.source, call.span))
    }
  }

  private func listed(
    _ call: Call, _ counts: ClosedRange<Int>, _ words: String, _ scope: Scope
  ) throws(Diagnostic) -> Operand {
    try expect(call, counts, words, scope)
    let values = try certain(call, 0, scope)
    let weights = call.arguments.count > 1 ? try weights(call, scope) : nil
    return distribution(
      .listed(values: values, weights: weights), values.type, Place(scope.source, call.span), scope)
  }

  /// An argument that no bracket and no distribution moves.
  private func certain(_ call: Call, _ i: Int, _ scope: Scope) throws(Diagnostic) -> Formula {
    let expression = call.arguments[i].value
    let formula = try subformula(expression, scope)
    let text = scope.source.text(of: expression)
    guard formula.type.kind == .number else {
      throw fail(.notANumber(text, what: "a list of numbers"), expression, scope)
    }
    if case .constant = formula.code {
      throw fail(
        .parameterNoList(i == 0 ? "values" : "weights", of: call.name.text, text: text), expression,
        scope)
    }
    if formula.hasSources || formula.hasSamples {
      throw fail(.uncertainEnd(text, mend: "mixture([…], [weights])"), expression, scope)
    }
    return formula
  }

  private func weights(_ call: Call, _ scope: Scope) throws(Diagnostic) -> Formula {
    let weights = try certain(call, 1, scope)
    if agree(weights.type.dimension, .none) { return weights }
    let expression = call.arguments[1].value
    throw fail(
      .parameterDiffers(
        "weights", of: call.name.text, text: scope.source.text(of: expression),
        found: description(of: weights.type), wanted: "plain numbers", like: nil),
      expression, scope)
  }

  // MARK: mixtures

  /// Which of the items it is varies by itself; each item varies as it does elsewhere.
  private func mixture(_ call: Call, _ scope: Scope) throws(Diagnostic) -> Operand {
    try expect(call, 1...2, "a list of values, and one of weights", scope)
    guard case .list(let list) = call.arguments[0].value, !list.items.isEmpty else {
      let expression = call.arguments[0].value
      throw fail(.mixtureNeedsLists(scope.source.text(of: expression)), expression, scope)
    }
    var items: [Operand] = []
    for item in list.items {
      let operand = try build(item.value, scope)
      try requireNumber(operand, item.value, scope, what: "mixed")
      if let first = items.first {
        try checkComparable(
          list.items[0].value, first, item.value, operand, op: "mixture", call.nameSpan, scope)
      }
      items.append(operand)
    }
    var shares: Formula?
    if call.arguments.count > 1 {
      if case .list(let written) = call.arguments[1].value, written.items.count != items.count {
        throw fail(
          .weightsDiffer("mixture", values: items.count, weights: written.items.count),
          call.arguments[1].value, scope)
      }
      shares = try weights(call, scope)
    }
    let which = distribution(
      .choice(count: items.count, weights: shares), .plain, Place(scope.source, call.span), scope)
    let type = unpinned((items.first { !$0.type.isZero } ?? items[0]).type)
    var result = register(items[items.count - 1])
    // the weights of a single item are looked at too
    for i in items.count == 1 ? [0] : items.indices.dropLast().reversed() {
      let isThis = emit(.lessOrEqual, which, .constant(Double(i)), type: .truth)
      result = writer.emit(.select, register(items[i]), result, register(isThis))
    }
    return Operand(.register(result), type)
  }

  // MARK: parts

  private func truncate(_ call: Call, _ scope: Scope) throws(Diagnostic) -> Operand {
    try expect(call, 2...2, "a distribution and a range", scope)
    let expression = call.arguments[0].value
    let text = scope.source.text(of: expression)
    let whole = try subformula(expression, scope)
    guard let input = whole.literalDistribution else {
      throw fail(.truncateNeedsDistribution(text), expression, scope)
    }
    guard case .range(let range) = call.arguments[1].value, range.best == nil else {
      let other = call.arguments[1].value
      throw fail(.truncateNeedsRange(scope.source.text(of: other)), other, scope)
    }
    let low = try subformula(range.low, scope)
    let high = try subformula(range.high, scope)
    for (end, at) in [(low, range.low), (high, range.high)] {
      let shown = scope.source.text(of: at)
      guard end.type.kind == .number else {
        throw fail(.notANumber(shown, what: "an end of a range"), at, scope)
      }
      if end.hasSamples || end.hasSources {
        throw fail(.uncertainEnd(shown, mend: "best(\(shown))"), at, scope)
      }
      if !agree(end.type.dimension, whole.type.dimension), !end.type.isZero {
        throw unlike((expression, whole), (at, end), scope)
      }
    }
    var type = unpinned(whole.type)
    type.isZero = false
    hasSamples = true
    let part = DistributionInput(
      source: input.source, literal: .truncated(input.literal, low: low, high: high),
      place: Place(scope.source, call.span))
    return operand(.distribution(part), type)
  }

  // MARK: drawn anew

  /// The same expression in a world in which every definition that holds a distribution or a bracket
  /// holds one of another name.
  private func resample(_ call: Call, _ scope: Scope) throws(Diagnostic) -> Operand {
    try expect(call, 1...1, "1", scope)
    let expression = call.arguments[0].value
    let place = Place(scope.source, call.span)
    let path = context.sourceName(
      path: scope.path.isEmpty ? "resample" : "\(scope.path)/resample", place: place)
    let references = ReferenceCollector.references(of: expression)
    let names = context.world.closure(of: references).filter(\.isValue).map(\.name)
    var moved: [Node] = []
    for name in names {
      // an override's own name means the outer one
      let isOwn = name == context.ownName
      let world = isOwn ? context.outer ?? context.world : context.world
      guard let node = world.node(name) else { continue }
      try session.check(node)
      guard let formula = node.formula, formula.hasSources || formula.hasSamples else { continue }
      moved.append(node)
    }
    let world = World(above: context.world, overriding: moved.map(\.name))
    for node in moved {
      world.define(node.copied(into: world, path: "\(path)/\(node.path)"))
    }
    let isMoved = moved.contains { $0.name == context.ownName }
    let inner = BuildContext(
      session: session, world: world, owner: context.owner, mayWait: context.mayWait,
      ownName: isMoved ? nil : context.ownName, outer: isMoved ? nil : context.outer,
      numbering: context.numbering)
    inner.calling = context.calling
    inner.size = context.size
    let builder = FormulaBuilder(inner)
    defer {
      context.size = inner.size
      context.waiting += inner.waiting
    }
    let own = Scope(parent: scope, source: scope.source, path: path)
    let formula = try builder.formula(expression, own)
    guard formula.type.kind == .number, formula.hasSources || formula.hasSamples else {
      throw fail(.resampleNeedsSource(scope.source.text(of: expression)), expression, scope)
    }
    adopt(formula)
    return operand(.formula(formula), formula.type)
  }
}

extension Formula {
  /// The literal that it is, as it is or by another name.
  private var literal: Input? {
    var formula = self
    for _ in 0..<Limits.callDepth {
      guard case .input(let input) = formula.code else { return nil }
      switch input {
      case .node(let node):
        guard let next = node.formula else { return nil }
        formula = next
      case .formula(let next): formula = next
      default: return input
      }
    }
    return nil
  }

  /// `normal(3 kW, 1 kW)`, or the name of one.
  var literalDistribution: DistributionInput? {
    if case .distribution(let input)? = literal { return input }
    return nil
  }

  /// `1.5..3 kW`, or the name of one.
  var literalRange: BracketInput? {
    if case .bracket(let input)? = literal { return input }
    return nil
  }
}
