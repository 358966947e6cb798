import EnergyCore
import Syntax

/// Looking at a statement without valuing it: what `tj check` does in place of running it.
extension Session {
  func look(at statement: Statement) throws(Diagnostic) {
    let statement = statement.mayHoldAnswer ? try withAnswer(statement) : statement
    do {
      try build(statement)
    } catch {
      if error.problem as? EngineProblem == .holeMet {
        return try answerHole(at: error.place, statement)
      }
      throw taught(error, in: Place(statement.source, statement.span))
    }
  }

  private func build(_ statement: Statement) throws(Diagnostic) {
    let source = statement.source
    switch statement.kind {
    case .definition(let definition): try define(definition, statement, isLast: false)
    case .function(let definition): try define(definition, statement)
    case .scenario(let definition): try define(definition, statement)
    case .expression(let expression):
      answer = Place(source, statement.span)
      _ = try build(expression, source)
    case .assert(let expression):
      let formula = try build(expression, source, in: statementWorld(statement, [expression]))
      guard formula.type.kind == .truth else {
        throw Diagnostic(
          EngineProblem.notACondition(source.text(of: expression)),
          at: Place(source, expression.span))
      }
    case .ask(let question):
      for text in [question.text] + question.hints { _ = try build(text, source) }
      let answer = try build(question.answer, source)
      if case .amount(let amount) = question.within {
        let tolerance = try build(amount, source).type
        guard tolerance.kind == .number, answer.type.kind == .number,
          tolerance.dimension == .none || tolerance.dimension == answer.type.dimension
        else {
          throw Diagnostic(
            EngineProblem.toleranceOfQuestion(source.text(of: amount)),
            at: Place(source, amount.span))
        }
      }
    case .compare(let expressions):
      try checkFormat(statement)
      if statement.whatIf?.scenarios.isEmpty != false, world.scenarioNames.isEmpty {
        throw Diagnostic(EngineProblem.noScenarios, at: Place(source, statement.span))
      }
      try look(at: expressions, underEachScenarioOf: statement)
    case .why(let expression, _):
      try checkFormat(statement)
      guard let whatIf = statement.whatIf, whatIf.scenarios.count <= 2 else {
        throw Diagnostic(
          EngineProblem.whyNeedsTwo(source.text(of: expression)),
          at: Place(source, statement.span))
      }
      try look(at: [expression], underEachScenarioOf: statement)
    case .graph(let expression):
      try checkFormat(statement, also: ["dot"])
      try look(at: [expression], of: statement)
    case .explain(let expression, _):
      try checkFormat(statement, also: ["latex"])
      try look(at: [expression], of: statement)
    case .table(let expressions):
      try checkFormat(statement)
      try look(at: expressions, of: statement)
    case .print(let expressions): try look(at: expressions, of: statement)
    case .inputs(let expression), .histogram(let expression):
      try checkFormat(statement)
      try look(at: [expression], of: statement)
    case .sensitivity(let expression, let by):
      try checkFormat(statement)
      try look(at: [expression], of: statement)
      if let by {
        let share = try build(by, source)
        guard share.type.kind == .number, share.type.dimension == .none else {
          throw Diagnostic(
            EngineProblem.notAShare(source.text(of: by), value: nil), at: Place(source, by.span))
        }
      }
    case .correlate(let arguments): try correlate(arguments, statement)
    case .setting(let name, let rest):
      emit(.setting(name, rest, Place(source, statement.span)))
    case .unit, .use, .help: break
    }
  }

  private func look(at expressions: [Expression], of statement: Statement) throws(Diagnostic) {
    let world = try statementWorld(statement, expressions)
    for expression in expressions { _ = try build(expression, statement.source, in: world) }
  }

  private func look(at expressions: [Expression], underEachScenarioOf statement: Statement)
    throws(Diagnostic)
  {
    let source = statement.source
    var worlds = [world]
    for (name, span) in statement.whatIf?.scenarios ?? [] {
      worlds.append(try world(under: name, above: world, at: Place(source, span)))
    }
    let scope = Scope(parent: nil, source: source, path: "with")
    for below in worlds {
      let world = try world(
        above: below, overriding: statement.whatIf?.overrides ?? [], scope, restingOn: expressions,
        Numbering())
      for expression in expressions { _ = try build(expression, source, in: world) }
    }
  }

  /// Whether anybody has defined a name, or tj itself.
  func isKnown(_ reference: Reference) -> Bool {
    switch reference.kind {
    case .function:
      world.function(reference.name) != nil || Library.isBuiltIn(reference.name)
        || reference.name == "histogram"
    case .scenario: world.scenario(reference.name) != nil || reference.name == Scenario.base
    case .value:
      world.node(reference.name) != nil || Library.constants[reference.name] != nil
        || Catalog.entry(reference.name.text) != nil || reference.name == "ans"
        || ["grid", "facility", "const", "measured"].contains(reference.name.text)
    }
  }
}
