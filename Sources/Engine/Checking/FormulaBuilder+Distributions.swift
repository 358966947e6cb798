import Syntax
import Units

/// `normal(3 kW, 0.2 kW)`, `1.5..3 kW as uniform`, and what is asked of them: `mean(x)`, `prob(…)`.
extension FormulaBuilder {
  // MARK: literals

  func distribution(_ call: Call, _ kind: DistributionKind, _ scope: Scope) throws(Diagnostic)
    -> Operand
  {
    let names = kind.parameters
    let expressions = try arguments(call, names, optional: kind.optional, scope)
    var parameters: [Formula] = []
    for expression in expressions {
      let formula = try subformula(expression, scope)
      guard formula.type.kind == .number else {
        throw fail(
          .notANumber(scope.source.text(of: expression), what: "a parameter"), expression, scope)
      }
      if formula.hasSources {
        let text = scope.source.text(of: expression)
        throw fail(.uncertainParameter(text, of: kind.rawValue), expression, scope)
      }
      parameters.append(formula)
    }
    var type = ValueType.plain
    switch kind {
    case .beta:
      for i in 0...1 { try requirePlain(i) }
      if parameters.count == 4 {
        try requireAlike(2, 3)
        type = (parameters[2].type.isZero ? parameters[3] : parameters[2]).type
      } else if parameters.count == 3 {
        throw fail(
          .argumentCount(
            function: "beta", expected: "a, b or a, b, low, high", found: 3), expressions[2], scope)
      }
    case .lognormal:
      try requirePlain(1)
      if parameters[0].type.isReading {
        throw fail(
          .readingArithmetic(
            scope.source.text(call.span),
            mend: "lognormal(\(scope.source.text(of: expressions[0])) -> K, …)"),
          expressions[0], scope)
      }
      type = parameters[0].type
    case .normal:
      try requireAlike(0, 1)
      type = (parameters[0].type.isZero ? parameters[1] : parameters[0]).type
      if parameters[0].type.isReading { parameters[1] = try difference(parameters[1]) }
    case .uniform, .triangular, .pert:
      for i in 1..<parameters.count { try requireAlike(0, i) }
      type = (parameters.first { !$0.type.isZero } ?? parameters[0]).type
    }
    return distribution(
      .made(kind, parameters), type, Place(scope.source, call.span), scope)

    func requirePlain(_ i: Int) throws(Diagnostic) {
      if !agree(parameters[i].type.dimension, .none) {
        throw differs(i, "a plain number", like: nil)
      }
    }
    func requireAlike(_ i: Int, _ j: Int) throws(Diagnostic) {
      let (a, b) = (parameters[i].type, parameters[j].type)
      if agree(a.dimension, b.dimension) || a.isZero || b.isZero { return }
      var diagnostic = differs(
        j, "\(description(of: a)), like the \(names[i])",
        like: scope.source.text(of: expressions[i]))
      // a share of another parameter has a mend of its own; of two quantities both are shown
      if b.dimension != .none {
        let shown = unlike((expressions[i], parameters[i]), (expressions[j], parameters[j]), scope)
        diagnostic.labels = shown.labels
      }
      throw diagnostic
    }
    func differs(_ i: Int, _ wanted: String, like: String?) -> Diagnostic {
      fail(
        .parameterDiffers(
          names[i], of: kind.rawValue, text: scope.source.text(of: expressions[i]),
          found: description(of: parameters[i].type), wanted: wanted, like: like),
        expressions[i], scope)
    }
  }

  /// The arguments in the order of the parameters; they may be named.
  private func arguments(
    _ call: Call, _ names: [String], optional: Int, _ scope: Scope
  ) throws(Diagnostic) -> [Expression] {
    let function = call.name.text
    let least = names.count - optional
    let words = names[..<least].joined(separator: ", ")
    try expect(
      call, least...names.count,
      optional == 0 ? words : "\(words) or \(names.joined(separator: ", "))", scope)
    var found: [Expression?] = names.map { _ in nil }
    for (i, argument) in call.arguments.enumerated() {
      var at: Int? = i
      if let name = argument.name { at = names.firstIndex(of: name.text) }
      guard let at else {
        throw fail(
          .unknownArgument(
            function: function, name: argument.name?.text ?? "", parameters: names),
          argument.value, scope)
      }
      if found[at] != nil {
        throw fail(.argumentTwice(function: function, name: names[at]), argument.value, scope)
      }
      found[at] = argument.value
    }
    // what is left out is left out from the end
    let given = found.prefix { $0 != nil }.count
    if given < call.arguments.count {
      throw Diagnostic(
        EngineProblem.argumentMissing(function: function, name: names[given]),
        at: Place(scope.source, call.span))
    }
    return found.compactMap { $0 }
  }

  /// `1.5..3 kW as uniform`, `319.8 t/s ± 10% as normal`
  func promotion(_ base: Expression, _ kind: Name, _ span: Span, _ scope: Scope)
    throws(Diagnostic) -> Operand
  {
    let place = Place(scope.source, span)
    guard let kind = DistributionKind.promotions.first(where: { $0.rawValue == kind.text }) else {
      throw Diagnostic(
        EngineProblem.unknownDistribution(
          kind.text, known: DistributionKind.promotions.map(\.rawValue)), at: place)
    }
    let literal: DistributionInput.Literal
    let whole = Place(scope.source, base.span.joined(span))
    let (range, type): (BracketInput, ValueType)
    // a literal does not become a source of its own
    switch base {
    case .range(let literal): (range, type) = try FormulaBuilder(context).bracket(literal, scope)
    case .tolerance(let literal):
      (range, type) = try FormulaBuilder(context).bracket(literal, scope)
    case .name(let name, _):
      guard let found = try overriddenRange(name) else {
        throw Diagnostic(
          EngineProblem.promotionNeedsRange(name.text, kind: kind.rawValue), at: whole)
      }
      (range, type) = found
    default:
      throw Diagnostic(
        EngineProblem.promotionNeedsRange(scope.source.text(of: base), kind: kind.rawValue),
        at: whole)
    }
    for part in [range.low, range.high] + (range.best.map { [$0] } ?? []) { adopt(part) }
    if type.isReading, kind == .lognormal {
      let text = scope.source.text(whole.span)
      var mend = "(…) -> K"
      if case .range(let written) = base {
        let ends = [written.low, written.high].map { "(\(scope.source.text(of: $0)) -> K)" }
        mend = "\(ends[0])..\(ends[1]) as lognormal"
      } else if case .tolerance(let written) = base, written.isRelative == false {
        let width = scope.source.text(of: written.halfWidth)
        let difference = width.contains("Δ") ? width : width.replacing("°C", with: "K")
        mend = "(\(scope.source.text(of: written.center)) -> K) ± \(difference) as lognormal"
      }
      throw Diagnostic(EngineProblem.readingArithmetic(text, mend: mend), at: whole)
    }
    let needsBest = kind == .triangular || kind == .pert
    if needsBest, range.best == nil {
      throw Diagnostic(
        EngineProblem.promotionNeedsBest(
          scope.source.text(of: base), kind: kind.rawValue), at: whole)
    }
    // a best guess that makes no difference was meant to make one; of `± 10%` it is the middle
    if !needsBest, case .range(let written) = base, let best = written.best {
      throw Diagnostic(
        EngineProblem.promotionDropsBest(
          scope.source.text(of: base), best: scope.source.text(of: best),
          range: "\(scope.source.text(of: written.low))..\(scope.source.text(of: written.high))",
          kind: kind.rawValue), at: whole)
    }
    literal = .promoted(
      kind, low: range.low, best: needsBest ? range.best : nil, high: range.high)
    // the range has the name that the distribution goes by
    return distribution(literal, type, whole, scope, source: range.source)
  }

  /// `jt with node as uniform`: the range that the outer `node` is.
  private func overriddenRange(_ name: Name) throws(Diagnostic) -> (BracketInput, ValueType)? {
    guard name == context.ownName, let outer = context.outer, let node = outer.node(name) else {
      return nil
    }
    try session.check(node)
    guard let formula = node.formula, let range = formula.literalRange else { return nil }
    return (range, formula.type)
  }

  func distribution(
    _ literal: DistributionInput.Literal, _ type: ValueType, _ place: Place, _ scope: Scope,
    source: Int32? = nil
  ) -> Operand {
    hasSamples = true
    var type = type
    type.isPinned = false
    type.isZero = false
    type.record = nil
    let source =
      source ?? session.sourceID(context.sourceName(path: scope.path, place: place))
    let input = DistributionInput(source: source, literal: literal, place: place)
    return operand(.distribution(input), type)
  }

  // MARK: statistics

  /// `mean(x)`, `sd(x)`, `quantile(x, 0.95)`, `prob(a < b)`
  func statistic(_ call: Call, _ statistic: Statistic, _ scope: Scope) throws(Diagnostic)
    -> Operand
  {
    let hasShare = statistic == .quantile
    if hasShare {
      try expect(call, 2...2, "a value and a share", scope)
    } else {
      try expect(call, 1...1, "1", scope)
    }
    let expression = call.arguments[0].value
    let before = hasSamples
    let formula = try subformula(expression, scope)
    // the number varies with no sample
    hasSamples = before
    var share: Formula?
    if hasShare {
      let built = try subformula(call.arguments[1].value, scope)
      guard built.type.kind == .number, agree(built.type.dimension, .none), !built.hasSamples,
        !built.hasSources
      else {
        throw fail(
          .notANumber(scope.source.text(of: call.arguments[1].value), what: "a share"),
          call.arguments[1].value, scope)
      }
      share = built
    }
    return try self.statistic(statistic, formula, share, expression, call, scope)
  }

  /// A statistic of what has been built.
  func statistic(
    _ statistic: Statistic, _ formula: Formula, _ share: Formula?, _ expression: Expression,
    _ call: Call, _ scope: Scope
  ) throws(Diagnostic) -> Operand {
    let text = scope.source.text(of: expression)
    if statistic == .prob {
      guard formula.type.kind == .truth else {
        throw fail(.notACondition(text), expression, scope)
      }
    } else if formula.type.kind != .number {
      throw fail(.notANumber(text, what: "given to \(call.name)"), expression, scope)
    }
    let isOfCells = try isSpread(formula, statistic)
    if !formula.hasSamples, !isOfCells {
      return try statisticOfPoint(statistic, formula, expression, call, scope)
    }
    let type = self.type(of: statistic, formula.type)
    let place = Place(scope.source, call.span)
    if isOfCells {
      let spread = Grouping.Operation.spread(statistic, share: share)
      return operand(
        .grouped(Grouping(operation: spread, values: formula, groups: nil, place: place)), type)
    }
    session.usesStatistics = true
    return operand(
      .statistic(statistic, formula, share: share, place: place), type)
  }

  private func type(of statistic: Statistic, _ of: ValueType) -> ValueType {
    var type = of.kind == .truth ? ValueType.plain : of
    type.isPinned = false
    type.isZero = false
    type.record = nil
    guard statistic == .sd || statistic == .var else { return type }
    if type.isReading { type.unit = units.difference(of: type.unit) }
    type.isReading = false
    if statistic == .sd { return type }
    return ValueType(
      dimension: units.power(type.dimension, Rational(2, 1)),
      unit: units.power(type.unit, Rational(2, 1)))
  }

  /// What does not vary has its own value as its mean and as each quantile, wherever in a bracket that
  /// lies; how far a bracket varies nobody knows.
  private func statisticOfPoint(
    _ statistic: Statistic, _ formula: Formula, _ expression: Expression, _ call: Call,
    _ scope: Scope
  ) throws(Diagnostic) -> Operand {
    let type = self.type(of: statistic, formula.type)
    switch statistic {
    case .prob:
      guard formula.hasSources else { return operand(.formula(formula), .plain) }
      // as likely as nobody knows: 0..1 where it depends on brackets
      let holds = operand(.formula(formula), .truth)
      let (one, zero) = (Operand.constant(1), Operand.constant(0))
      return Operand(
        .register(writer.emit(.select, register(one), register(zero), register(holds))), .plain)
    case .mean, .median, .low, .high: return operand(.formula(formula), type)
    case .quantile:
      let axes = formula.hasSources ? try session.evaluator.axes(of: formula) : []
      if axes.isEmpty { return operand(.formula(formula), type) }
    case .sd, .var:
      if !formula.hasSources { return .constant(0, type) }
    }
    throw fail(
      .noDistribution(statistic.rawValue, of: scope.source.text(of: expression)), expression, scope)
  }

  /// Whether a quantile or the like is one of the cells of a list.
  private func isSpread(_ formula: Formula, _ statistic: Statistic) throws(Diagnostic) -> Bool {
    let isAsked = statistic == .quantile || statistic == .sd || statistic == .var
    guard isAsked, !formula.hasSamples, !formula.hasSources else { return false }
    return try !session.evaluator.axes(of: formula).isEmpty
  }
}

extension FormulaBuilder {
  /// `mean(x)` and `median(x)` of a distribution, or `mean(x over samples)`; nil where an axis is
  /// meant.
  func ofDistribution(
    _ call: Call, _ reduction: Reduction, _ formula: Formula, _ expression: Expression,
    before: Bool, _ scope: Scope
  ) throws(Diagnostic) -> Operand? {
    let statistics: [Reduction: Statistic] = [.mean: .mean, .median: .median]
    guard let statistic = statistics[reduction], formula.type.kind == .number else { return nil }
    if !isOverSamples(call) {
      guard call.over.isEmpty else { return nil }
      let axes = try session.evaluator.axes(of: formula).filter { !$0.isOfSamples }
      if let axis = axes.first {
        throw fail(
          .meanOfWhich(
            statistic.rawValue, of: scope.source.text(of: expression),
            axis: axis.name?.text ?? "item"),
          expression, scope)
      }
    }
    hasSamples = before
    return try self.statistic(statistic, formula, nil, expression, call, scope)
  }

  /// `mean(x over samples)`
  func isOverSamples(_ call: Call) -> Bool {
    call.over.count == 1 && call.over[0].name == "samples" && context.world.node("samples") == nil
  }
}
