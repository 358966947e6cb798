import Syntax

/// What a statement defines, and the expressions that it holds.
extension Statement {
  /// What it defines, if it defines anything.
  var subject: Reference? {
    switch kind {
    case .definition(let definition): .value(definition.name)
    case .function(let definition): .function(definition.name)
    case .scenario(let definition): .scenario(definition.name)
    default: nil
    }
  }

  var subjectSpan: Span? {
    switch kind {
    case .definition(let definition): definition.nameSpan
    case .function(let definition): definition.nameSpan
    case .scenario(let definition): definition.nameSpan
    default: nil
    }
  }

  /// Its expressions outside of functions: their names mean what they mean in the script.
  var allExpressions: [Expression] {
    var found: [Expression]
    switch kind {
    case .definition(let definition): found = [definition.value] + definition.locals.map(\.value)
    case .scenario(let scenario): found = scenario.definitions.map(\.value)
    case .expression(let one), .assert(let one), .inputs(let one), .histogram(let one),
      .graph(let one), .explain(let one, _), .why(let one, _):
      found = [one]
    case .sensitivity(let one, let by): found = [one] + (by.map { [$0] } ?? [])
    case .print(let all), .table(let all), .compare(let all), .correlate(let all): found = all
    case .ask(let question):
      found = [question.text, question.answer] + question.hints
      if case .amount(let amount) = question.within { found.append(amount) }
    case .function, .unit, .use, .setting, .help: found = []
    }
    return found + (whatIf?.overrides.map(\.value) ?? [])
  }

  /// The names that a statement which shows something rests on.
  var rests: [Reference: Span] {
    var rests: [Reference: Span] = [:]
    if subject == nil {
      for expression in allExpressions {
        rests.merge(ReferenceCollector.firsts(of: expression)) { first, _ in first }
      }
    }
    for (name, span) in whatIf?.scenarios ?? [] { rests[.scenario(name)] = span }
    return rests
  }
}
