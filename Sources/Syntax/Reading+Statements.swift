extension Reading {
  /// A statement as tj reads it, without its documentation.
  ///
  /// ```
  /// jt: energy/token = node / tput where node = 3 kW   →   as written, bracketed
  /// table a,b with pue=1.2                              →   table a, b with pue = 1.2
  /// ```
  public static func text(_ statement: Statement) -> String {
    var result = head(statement.kind)
    if let whatIf = statement.whatIf { result += " " + text(whatIf) }
    if case .explain(_, let depth?) = statement.kind {
      switch depth {
      case .full: result += " depth full"
      case .steps(let steps): result += " depth \(steps)"
      }
    }
    if let format = statement.format { result += " format \(format.text)" }
    return result
  }

  private static func head(_ kind: Statement.Kind) -> String {
    switch kind {
    case .definition(let d):
      d.name.text + (d.annotation.map { ": " + unit($0) } ?? "") + (d.isFrozen ? " := " : " = ")
        + body(d.value, d.locals)
    case .function(let f):
      "\(f.name.text)(\(f.parameters.map(parameter).joined(separator: ", "))) = "
        + body(f.body, f.locals)
    case .unit(let u):
      "unit \(u.name.text)" + (u.value.map { " = " + item($0) } ?? "")
        + names(", also ", u.aliases) + names(", prefixes ", u.prefixes)
    case .use(let use): "use " + (use.isLibrary ? use.path : "\"\(use.path)\"")
    case .scenario(let s):
      "scenario \(s.name.text)" + (s.parent.map { " from \($0.text)" } ?? "") + " { "
        + s.definitions.map(local).joined(separator: "; ") + " }"
    case .expression(let value): standing(text(value))
    case .print(let values): "print " + list(values)
    case .table(let values): "table " + list(values)
    case .assert(let value): "assert " + item(value)
    case .compare(let values): "compare " + list(values)
    case .explain(let value, _): "explain " + item(value)
    case .sensitivity(let value, let by):
      "sensitivity " + item(value) + (by.map { " by " + item($0) } ?? "")
    case .inputs(let value): "inputs " + item(value)
    case .graph(let value): "graph " + item(value)
    case .histogram(let value): "histogram " + item(value)
    case .why(let value, let byFactor): "why " + item(value) + (byFactor ? " by factor" : "")
    case .ask(let question): text(question)
    case .correlate(let values): "correlate(" + list(values) + ")"
    case .setting(let name, let rest): ":" + name.text + (rest.isEmpty ? "" : " " + rest)
    case .help(let topic): "?" + topic
    }
  }

  /// An expression where a statement stands: in brackets if it would be read as one of another kind
  /// (`?jt` asks for help, `? * 2` does not).
  private static func standing(_ text: String) -> String {
    let asksForHelp = text.hasPrefix("?") && !text.hasPrefix("? ")
    return asksForHelp || ["correlate(", "histogram("].contains(where: text.hasPrefix)
      ? "(\(text))" : text
  }

  private static func list(_ values: [Expression]) -> String {
    values.map(item).joined(separator: ", ")
  }

  /// Names one after another behind a word; nothing where there are none.
  private static func names(_ word: String, _ names: [Name]) -> String {
    names.isEmpty ? "" : word + names.map(\.text).joined(separator: " ")
  }

  private static func parameter(_ p: FunctionDefinition.Parameter) -> String {
    p.name.text + (p.annotation.map { ": " + unit($0) } ?? "")
      + (p.standard.map { " = " + item($0) } ?? "")
  }

  /// A value with its `where`. `with` stands behind `where` in the text, for it holds for both.
  private static func body(_ value: Expression, _ locals: [LocalDefinition]) -> String {
    guard !locals.isEmpty else { return text(value) }
    let ending = " where " + locals.map(local).joined(separator: ", ")
    return around(value, ending)
  }

  private static func around(_ value: Expression, _ ending: String) -> String {
    switch value {
    case .whatIf(let base, let whatIf): "\(around(base, ending)) \(text(whatIf))"
    case .convert(.whatIf(let base, let whatIf), let unit, _):
      "\(around(base, ending)) \(text(whatIf)) -> \(self.unit(unit))"
    default: text(value) + ending
    }
  }

  private static func local(_ d: LocalDefinition) -> String {
    "\(d.name.text) = \(item(d.value))"
  }
}
