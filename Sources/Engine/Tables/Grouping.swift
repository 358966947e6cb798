import Syntax

/// `sum(log.energy by log.index)`, `integrate(log.power_draw, log.timestamp by log.index, gap = 3 s)`:
/// something done with the cells of each group, or with all of them.
final class Grouping {
  enum Operation {
    case reduce(Reduction)
    /// by trapezoids along a second column; no step may be longer than the gap
    case integrate(along: Formula, gap: Formula?)
    /// `quantile(list, 0.9)`: of all cells, along whichever axes
    case spread(Statistic, share: Formula?)
  }
  let operation: Operation
  let values: Formula
  /// each different value is a group; nil where all cells are one
  let groups: Formula?
  /// What the axis of the groups is called: after the column by which rows are told apart.
  let axisName: Name
  /// how the groups are worked out, where it is not by a column or a definition as it is
  let rule: String?
  let place: Place

  init(operation: Operation, values: Formula, groups: Formula?, place: Place) {
    self.operation = operation
    self.values = values
    self.groups = groups
    self.place = place
    var columns: [String] = []
    groups?.collectColumns(&columns)
    axisName = Name(columns.isEmpty ? "group" : columns.joined(separator: "_"))
    rule = groups.flatMap { $0.isNamed ? nil : $0.place.text.filter { !$0.isWhitespace } }
  }

  var formulas: [Formula] {
    var all = [values]
    if let groups { all.append(groups) }
    switch operation {
    case .reduce: break
    case .integrate(let along, let gap): all += [along] + (gap.map { [$0] } ?? [])
    case .spread(_, let share): if let share { all.append(share) }
    }
    return all
  }
}

extension Formula {
  /// The names of the columns and lists that stand in it, each once, in the order in which they do. A
  /// definition that is just a column counts as that.
  fileprivate func collectColumns(_ names: inout [String]) {
    func add(_ name: String) {
      if !names.contains(name) { names.append(name) }
    }
    func add(_ node: Node) {
      let alias = node.formula.flatMap(\.column)
      add(alias ?? node.name.text)
    }
    if let column { return add(column) }
    if case .text(let text) = code {
      if case .node(let node) = text { add(node) }
      for part in parts { part.collectColumns(&names) }
    }
    for input in inputs {
      switch input {
      case .field(_, let name, _, _): add(name)
      case .node(let node): add(node)
      default: for part in input.parts { part.collectColumns(&names) }
      }
    }
  }

  /// A column or a definition as it is.
  fileprivate var isNamed: Bool {
    switch code {
    case .input(.node), .text(.node): true
    case .input(.formula(let formula)): formula.isNamed
    default: column != nil
    }
  }

  /// The column that it is, and nothing else: `log.index`.
  private var column: String? {
    switch code {
    case .input(.field(_, let name, _, _)), .text(.field(_, let name)): name
    case .input(.node(let node)), .text(.node(let node)): node.formula?.column
    case .input(.formula(let formula)): formula.column
    default: nil
    }
  }
}

extension FormulaBuilder {
  func grouped(_ call: Call, _ operation: Grouping.Operation, _ scope: Scope)
    throws(Diagnostic) -> Operand
  {
    let place = Place(scope.source, call.span)
    if let over = call.over.first {
      throw Diagnostic(
        EngineProblem.groupedOver(over.name.text), at: Place(scope.source, over.span))
    }
    let plain = call.arguments.filter { $0.name == nil }
    guard call.arguments.count == 2, plain.count == 1,
      let by = call.arguments.first(where: { $0.name == .by })
    else {
      throw Diagnostic(
        EngineProblem.argumentCount(
          function: call.name.text, expected: "1", found: call.arguments.count - 1),
        at: place)
    }
    let value = plain[0].value
    if case .reduce(let reduction) = operation,
      ![.sum, .mean, .min, .max, .median, .first, .last, .count].contains(reduction)
    {
      throw Diagnostic(EngineProblem.notBuilt(feature: "\(call.name.text) … by"), at: place)
    }
    let values = try subformula(value, scope)
    let groups = try part(by.value, besides: value, scope)
    var type = unpinned(values.type)
    if case .reduce(.count) = operation {
      guard values.type.kind == .truth else {
        throw fail(.notACondition(scope.source.text(of: value)), value, scope)
      }
      type = .plain
    } else {
      try requireNumbers(values, value, call.name, scope)
      if case .reduce(.sum) = operation {
        try refuseReading(values.type, value, scope)
      }
    }
    try refuseSources([values, groups], call, scope)
    return operand(
      .grouped(grouping(operation, values, by: groups, place)), type)
  }

  /// `integrate(power, time)`, `… by group`, `… gap = 3 s`
  func integral(_ call: Call, _ scope: Scope) throws(Diagnostic) -> Operand {
    let place = Place(scope.source, call.span)
    let plain = call.arguments.filter { $0.name == nil }
    let named = call.arguments.filter { $0.name != nil }
    if plain.count == 2, let over = call.over.first {
      throw Diagnostic(
        EngineProblem.unknownArgument(
          function: call.name.text, name: "over \(over.name)", parameters: ["by", "gap"]),
        at: Place(scope.source, over.span))
    }
    if plain.count == 2,
      let other = named.first(where: { $0.name != .by && $0.name != "gap" }), let name = other.name
    {
      throw fail(
        .unknownArgument(
          function: call.name.text, name: name.text, parameters: ["by", "gap"]), other.value, scope)
    }
    guard plain.count == 2, call.over.isEmpty,
      named.allSatisfy({ $0.name == .by || $0.name == "gap" })
    else {
      var diagnostic = Diagnostic(
        EngineProblem.argumentCount(
          function: call.name.text, expected: "2: what is added up, and along what",
          found: plain.count),
        at: place)
      if plain.count == 1,
        let along = ["timestamp", "time"].lazy.compactMap({
          self.sibling(of: plain[0].value, $0, scope)
        }).first
      {
        let by =
          named.first { $0.name == .by }.map { scope.source.text(of: $0.value) }
          ?? sibling(of: plain[0].value, "index", scope)
        let text = scope.source.text(of: plain[0].value)
        let gap = named.first { $0.name == "gap" }.map {
          ", gap = \(scope.source.text(of: $0.value))"
        }
        diagnostic.advice = [
          EngineProblem.rather(
            "integrate(\(text), \(along)\(by.map { " by \($0)" } ?? "")\(gap ?? ""))")
        ]
      }
      throw diagnostic
    }
    let values = try subformula(plain[0].value, scope)
    let along = try part(plain[1].value, besides: plain[0].value, scope)
    try requireNumbers(values, plain[0].value, call.name, scope)
    try requireNumbers(along, plain[1].value, call.name, scope)
    try refuseReading(values.type, plain[0].value, scope)
    let time = type(of: units.unit(named: "s") ?? .one).dimension
    if agree(values.type.dimension, time), !agree(along.type.dimension, time) {
      throw Diagnostic(
        EngineProblem.integralSwapped(
          values: scope.source.text(of: plain[0].value),
          along: scope.source.text(of: plain[1].value)),
        at: place)
    }
    var groups: Formula?
    var gap: Formula?
    for argument in named {
      if argument.name == .by {
        groups = try part(argument.value, besides: plain[0].value, scope)
      } else {
        let formula = try subformula(argument.value, scope)
        guard formula.type.kind == .number, agree(formula.type.dimension, along.type.dimension)
        else {
          throw unlike((plain[1].value, along), (argument.value, formula), scope)
        }
        gap = formula
      }
    }
    var formulas = [values, along]
    if let groups { formulas.append(groups) }
    if let gap { formulas.append(gap) }
    try refuseSources(formulas, call, scope)
    let type = ValueType(
      dimension: units.product(values.type.dimension, along.type.dimension),
      unit: units.product(values.type.unit, along.type.unit))
    return operand(
      .grouped(grouping(.integrate(along: along, gap: gap), values, by: groups, place)), type)
  }

  /// What stands beside a column: an unknown `index` may be meant as `log.index`.
  private func part(_ expression: Expression, besides value: Expression, _ scope: Scope)
    throws(Diagnostic) -> Formula
  {
    do {
      return try subformula(expression, scope)
    } catch {
      guard case .name(let name, _) = expression,
        case .unknownName(_, _, let unit)? = error.problem as? EngineProblem,
        let column = sibling(of: value, name, scope)
      else { throw error }
      throw Diagnostic(
        EngineProblem.unknownName(name.text, nearest: [column], unitReading: unit), at: error.place)
    }
  }

  /// Another column of the same table, as it would be written; nil where a value is no column, or its
  /// table has no such one.
  func sibling(of value: Expression, _ name: Name, _ scope: Scope) -> String? {
    let sibling: Expression
    switch value {
    case .dotted(let names, let span) where names.count > 1:
      sibling = .dotted(names.dropLast() + [name], span)
    case .field(let base, _, let span): sibling = .field(base, name, span)
    default: return nil
    }
    for expression in [value, sibling] {
      let formula = try? FormulaBuilder(context).formula(expression, scope)
      guard formula?.isTableColumn == true else { return nil }
    }
    let text = scope.source.text(of: value)
    return text[..<(text.lastIndex(of: ".") ?? text.startIndex)] + "." + name.text
  }

  private func grouping(
    _ operation: Grouping.Operation, _ values: Formula, by groups: Formula?, _ place: Place
  ) -> Grouping {
    let grouping = Grouping(operation: operation, values: values, groups: groups, place: place)
    if groups != nil { session.evaluator.announceColumnAxis(grouping.axisName) }
    return grouping
  }

  private func requireNumbers(
    _ formula: Formula, _ expression: Expression, _ function: Name, _ scope: Scope
  ) throws(Diagnostic) {
    if formula.type.kind == .number { return }
    throw fail(
      .notANumber(scope.source.text(of: expression), what: "given to \(function)"), expression,
      scope)
  }

  private func refuseSources(_ formulas: [Formula], _ call: Call, _ scope: Scope)
    throws(Diagnostic)
  {
    guard formulas.contains(where: { $0.hasSources && !$0.freeSources.isEmpty }) else { return }
    throw Diagnostic(
      EngineProblem.bracketNotSupported(function: "\(call.name.text) … by"),
      at: Place(scope.source, call.span))
  }
}
