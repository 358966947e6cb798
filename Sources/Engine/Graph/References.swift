import EnergyCore
import Syntax

/// Finds the names that an expression rests on, local ones left out.
struct ReferenceCollector {
  private(set) var references: [Reference] = []
  /// those found so far, once they are too many to look through
  private var seen: Set<Reference> = []
  private var locals: [Name: Int] = [:]
  private var watched: Name?
  private var spans: [Span] = []
  /// where each of the references stands first
  private var firsts: [Span] = []
  /// where a word touches a number or a unit: it must be a name already (`3 kw`, `10 kW/node`)
  private(set) var touching: [Binary] = []
  /// what is asked about within a stated range
  private var ranged: Set<Reference> = []
  /// whether what `solve` and `minimize` ask about counts
  private var withinQuestions = true

  static func references(
    of expression: Expression, locals: [LocalDefinition] = [],
    parameters: [FunctionDefinition.Parameter] = [], withinQuestions: Bool = true
  ) -> [Reference] {
    collected(of: expression, locals, parameters, withinQuestions: withinQuestions).references
  }

  /// Where each name that a body rests on stands first.
  /// - Parameter needed: leaves out what is asked about within a stated range: it needs no definition.
  static func firsts(
    of expression: Expression, locals: [LocalDefinition] = [],
    parameters: [FunctionDefinition.Parameter] = [], needed: Bool = false
  ) -> [Reference: Span] {
    let found = collected(of: expression, locals, parameters, withinQuestions: true)
    let all = zip(found.references, found.firsts)
    return Dictionary(
      uniqueKeysWithValues: all.filter { !needed || !found.ranged.contains($0.0) })
  }

  /// All that is found in one go.
  static func collected(
    of expression: Expression, _ locals: [LocalDefinition] = [],
    _ parameters: [FunctionDefinition.Parameter] = [], withinQuestions: Bool = true
  ) -> ReferenceCollector {
    var collector = ReferenceCollector()
    collector.withinQuestions = withinQuestions
    // a default may name another parameter
    for parameter in parameters { collector.hide(parameter.name) }
    for parameter in parameters {
      if let standard = parameter.standard { collector.visit(standard) }
    }
    for local in locals { collector.hide(local.name) }
    for local in locals { collector.visit(local.value) }
    collector.visit(expression)
    return collector
  }

  /// Where a name stands in some expressions.
  static func spans(of name: Name, in expressions: [Expression]) -> [Span] {
    var collector = ReferenceCollector()
    collector.watched = name
    for expression in expressions { collector.visit(expression) }
    return collector.spans
  }

  private mutating func hide(_ name: Name) { locals[name, default: 0] += 1 }

  private mutating func add(_ reference: Reference, _ span: Span) {
    if reference.isValue, locals[reference.name, default: 0] > 0 { return }
    if references.count < Self.few {
      if references.contains(reference) { return }
    } else {
      if seen.isEmpty { seen = Set(references) }
      if !seen.insert(reference).inserted { return }
    }
    references.append(reference)
    firsts.append(span)
  }

  private static let few = 16

  private mutating func visit(_ expression: Expression) {
    switch expression {
    case .number, .hole: break
    case .text(let text):
      for case .value(let value, _) in text.pieces { visit(value) }
    case .name(let name, let span):
      if name == watched { spans.append(span) }
      add(.value(name), span)
    case .dotted(let names, let span):
      if let first = names.first { add(.value(first), span) }
      // a row of the catalog can be overridden as a whole
      for length in stride(from: 2, through: min(names.count, 4), by: 1) {
        let whole = names.prefix(length).map(\.text).joined(separator: ".")
        if Catalog.entry(whole) != nil { add(.value(Name(whole)), span) }
      }
    case .field(let base, _, _), .united(let base, _), .promote(let base, _, _),
      .convert(let base, _, _), .negate(let base, _), .not(let base, _):
      visit(base)
    case .list(let list):
      for item in list.items {
        if let label = item.label { visit(label) }
        visit(item.value)
      }
      for axis in list.over { add(.value(axis.name), axis.span) }
    case .binary(let binary):
      if binary.op == .juxtapose || binary.touchesUnit { touching.append(binary) }
      visit(binary.left)
      visit(binary.right)
    case .comparison(let comparison):
      visit(comparison.first)
      for part in comparison.rest { visit(part.operand) }
    case .approximately(let approximation):
      visit(approximation.left)
      visit(approximation.right)
      if case .amount(let amount) = approximation.within { visit(amount) }
    case .range(let range):
      visit(range.low)
      if let best = range.best { visit(best) }
      visit(range.high)
    case .tolerance(let tolerance):
      visit(tolerance.center)
      visit(tolerance.halfWidth)
    case .conditional(let conditional):
      visit(conditional.condition)
      visit(conditional.then)
      visit(conditional.otherwise)
    case .call(let call):
      if !Library.isBuiltIn(call.name) { add(.function(call.name), call.nameSpan) }
      for argument in call.arguments { visit(argument.value) }
      if call.name == Library.interpolate {
        for argument in call.arguments {
          if let axis = argument.name { add(.value(axis), argument.value.span) }
        }
      }
      for axis in call.over { add(.value(axis.name), axis.span) }
    case .index(let index):
      visit(index.base)
      for selector in index.selectors {
        switch selector {
        case .label(let axis, let label, let span):
          add(.value(axis), span)
          visit(label)
        case .filter(let condition): visit(condition)
        }
      }
    case .whatIf(let base, let whatIf):
      visit(base)
      for (name, span) in whatIf.scenarios where name != Scenario.base {
        add(.scenario(name), span)
      }
      for change in whatIf.overrides { visit(change.value) }
    case .solve(let solve):
      if let from = solve.from {
        ranged.insert(.value(solve.unknown))
        visit(from)
      }
      guard withinQuestions else { break }
      visit(solve.left)
      visit(solve.right)
      add(.value(solve.unknown), solve.unknownSpan)
    case .optimize(let optimize):
      if let from = optimize.from {
        ranged.insert(.value(optimize.over))
        visit(from)
      }
      guard withinQuestions else { break }
      visit(optimize.goal)
      add(.value(optimize.over), optimize.overSpan)
    }
  }
}
