import Syntax
import Units

/// Mends of what goes wrong inside a function that is called: in the call, where it is an argument
/// that does not fit, else in the function's own line.
extension Session {
  /// The line of the call with another argument: `f(jt * tput)`; nil where the operand is no
  /// parameter, or the function is not called in the statement itself.
  /// - Parameter replacement: the mended text for the text of an argument.
  func lineOfCall(
    _ whole: Place, _ place: Place, operand: String, _ replacement: (String) -> String?
  ) -> String? {
    guard let (function, _) = function(around: place),
      let position = function.definition.parameters.firstIndex(where: { $0.name.text == operand })
    else { return nil }
    let (source, all) = calls(in: whole)
    let calls = all.filter { $0.name == function.definition.name }
    guard calls.count == 1, let call = calls.first else { return nil }
    let named = call.arguments.first { $0.name?.text == operand }
    let unnamed = position < call.arguments.count ? call.arguments[position] : nil
    guard let argument = named ?? unnamed, named != nil || argument.name == nil else { return nil }
    let span = source.balanced(argument.value.span)
    guard let text = replacement(source.text(span)) else { return nil }
    return source.replacing(span, with: text)
  }

  /// The calls that stand in a statement, the outer ones first, and the text that they stand in.
  func calls(in whole: Place) -> (SourceText, [Call]) {
    let source = SourceText(name: "mend", text: whole.text)
    var parser = Parser(source, units: units)
    guard case .statement(let statement) = parser.next() else { return (source, []) }
    return (source, statement.expressions.flatMap(\.calls))
  }

  /// The line of the function with an operand replaced: `f(x) = x * tput + node`. It is offered where
  /// the statement is sound with it.
  func lineOfFunction(_ whole: Place, _ place: Place, with text: String) -> String? {
    guard let (function, statement) = function(around: place) else { return nil }
    let span = statement.span
    guard span.end - span.start <= 200 else { return nil }
    let inner = place.source.balanced(place.span)
    let offset = Int(span.start)
    let source = SourceText(name: "mend", text: statement.source.text(span))
    let line = source.replacing(
      Span(Int(inner.start) - offset, Int(inner.end) - offset), with: text)
    guard let mended = read(function: line), isSound(whole.text, calling: mended, for: function)
    else { return nil }
    return line
  }

  /// The function in whose body a place stands, with the statement that defined it.
  private func function(around place: Place) -> (Function, Statement)? {
    for entry in journal.entries {
      guard case .function(let name) = entry.key, let function = world.base.function(name),
        function.source === place.source, entry.statement.source === place.source,
        entry.statement.span.start <= place.span.start,
        place.span.end <= entry.statement.span.end
      else { continue }
      return (function, entry.statement)
    }
    return nil
  }

  private func read(function line: String) -> Function? {
    let source = SourceText(name: "mend", text: line)
    var parser = Parser(source, units: units)
    guard case .statement(let statement) = parser.next(), case .end = parser.next(),
      case .function(let definition) = statement.kind
    else { return nil }
    return Function(
      definition: definition, source: source,
      references: ReferenceCollector.references(
        of: definition.body, locals: definition.locals, parameters: definition.parameters),
      documentation: [], provenance: [])
  }

  /// Whether a statement would be sound if a function were another.
  private func isSound(_ text: String, calling mended: Function, for old: Function) -> Bool {
    let world = self.world.base
    world.define(mended)
    defer { world.define(old) }
    return isSound(text)
  }
}

extension SourceText {
  /// The whole text with a part of it replaced.
  func replacing(_ span: Span, with text: String) -> String {
    String(decoding: bytes[..<Int(span.start)], as: UTF8.self) + text
      + String(decoding: bytes[Int(span.end)...], as: UTF8.self)
  }
}

extension Statement {
  /// What is looked through for calls.
  var expressions: [Expression] {
    switch kind {
    case .expression(let one), .assert(let one), .inputs(let one), .graph(let one),
      .explain(let one, _), .sensitivity(let one, _), .why(let one, _):
      [one]
    case .definition(let definition): [definition.value] + definition.locals.map(\.value)
    case .table(let all), .print(let all), .compare(let all): all
    default: []
    }
  }
}

extension Expression {
  /// The calls in it, the outer ones first.
  var calls: [Call] {
    var own: [Call] = []
    let parts: [Expression]
    switch self {
    case .number, .name, .dotted, .hole: parts = []
    case .text(let text):
      parts = text.pieces.compactMap { if case .value(let value, _) = $0 { value } else { nil } }
    case .field(let base, _, _), .united(let base, _), .negate(let base, _), .not(let base, _),
      .promote(let base, _, _), .convert(let base, _, _):
      parts = [base]
    case .list(let list): parts = list.items.map(\.value)
    case .binary(let binary): parts = [binary.left, binary.right]
    case .comparison(let comparison):
      parts = [comparison.first] + comparison.rest.map(\.operand)
    case .approximately(let near): parts = [near.left, near.right]
    case .range(let range): parts = [range.low, range.high]
    case .tolerance(let tolerance): parts = [tolerance.center, tolerance.halfWidth]
    case .conditional(let all): parts = [all.condition, all.then, all.otherwise]
    case .call(let call):
      own = [call]
      parts = call.arguments.map(\.value)
    case .index(let index): parts = [index.base]
    case .whatIf(let base, let whatIf): parts = [base] + whatIf.overrides.map(\.value)
    case .solve(let solve): parts = [solve.left, solve.right]
    case .optimize(let optimize): parts = [optimize.goal]
    }
    return own + parts.flatMap(\.calls)
  }
}
