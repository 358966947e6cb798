import Syntax

/// `correlate(a, b, 0.5)`: from its line on, two distributions vary together.
extension Session {
  func correlate(_ arguments: [Expression], _ statement: Statement) throws(Diagnostic) {
    let place = Place(statement.source, statement.span)
    guard arguments.count == 3, case .name(let a, let aSpan) = arguments[0],
      case .name(let b, let bSpan) = arguments[1]
    else { throw Diagnostic(EngineProblem.correlateForm, at: place) }
    if a == b { throw Diagnostic(EngineProblem.correlateTwice(a.text), at: place) }
    let pair = Correlations.Pair(
      try source(a, Place(statement.source, aSpan)), try source(b, Place(statement.source, bSpan)))
    let formula = try build(arguments[2], statement.source)
    let at = Place(statement.source, arguments[2].span)
    guard formula.type.kind == .number, formula.type.dimension == .none, !formula.hasSources,
      !formula.hasSamples,
      case let column = try evaluator.column(formula), column.axes.isEmpty
    else { throw Diagnostic(EngineProblem.correlateForm, at: at) }
    let factor = column.cells[0]
    if factor.isNaN { throw evaluator.failure(factor, at) }
    guard factor > -1, factor < 1 else {
      throw Diagnostic(EngineProblem.correlationOutside(brief(factor, .one)), at: at)
    }
    let old = correlations
    correlations[pair] = factor
    // as long as pairs are left to say, others may still make it possible
    let names = correlations.impossible(with: pair)
    if !names.isEmpty {
      correlations = old
      throw Diagnostic(EngineProblem.correlationsDisagree(names, isComplete: true), at: place)
    }
    log.record(.correlations(old: old, new: correlations))
    record(.correlation(a, b), statement)
  }

  /// With what a definition is correlated, and how much: `correlated with b: 0.7`.
  func correlationText(of node: Node) -> String? {
    node.formula?.literalDistribution.flatMap { correlationText(ofSource: $0.source) }
  }

  func correlationText(ofSource source: Int32) -> String? {
    let partners = correlations.partners(of: sourceNames[Int(source)])
    if partners.isEmpty { return nil }
    return "correlated with "
      + partners.map { "\($0.name): \(brief($0.factor, .one))" }.joined(separator: ", ")
  }

  /// The source of a name that is a distribution.
  private func source(_ name: Name, _ place: Place) throws(Diagnostic) -> String {
    guard let node = world.node(name) else {
      throw Diagnostic(
        EngineProblem.correlateNeedsSource(name.text, isDefined: false, sources: []), at: place)
    }
    try check(node)
    if case .failed(let diagnostic) = node.state { throw diagnostic }
    guard let input = node.formula?.literalDistribution else {
      // those that have a name to be told by
      let sources = (node.formula?.distributions.keys.map { sourceNames[Int($0)] } ?? []).filter {
        $0 != name.text && world.node(Name($0)) != nil
      }
      throw Diagnostic(
        EngineProblem.correlateNeedsSource(name.text, isDefined: true, sources: sources.sorted()),
        at: place)
    }
    return sourceNames[Int(input.source)]
  }

  /// The samples of some sources, those that are correlated among them varying together.
  func samples(_ sources: [Int32: String], for formulas: [Formula]) throws(Diagnostic)
    -> SampleSet
  {
    if !correlations.isEmpty {
      let names = correlations.disagreement(sources.values.sorted())
      if !names.isEmpty, let place = formulas.first(where: \.hasSamples)?.place {
        throw Diagnostic(EngineProblem.correlationsDisagree(names, isComplete: false), at: place)
      }
    }
    return SampleSet(sources, evaluator.run?.sampling ?? sampling, correlations)
  }
}
