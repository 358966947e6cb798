/// An expression as a tree of words and signs: what stands below the bracketed line of `tj read`.
///
/// ```
/// node / 319.8 t/s   →   divide `/`
///                          name `node`
///                          number `319.8 t/s`
/// ```
public struct ReadingTree: Sendable {
  /// what it is: `divide`, `number`, `name`; a stable word
  public var kind: String
  /// a leaf as it reads, of anything else its sign or word: `319.8 t/s`, `/`, `sum`
  public var text: String
  /// what it is to the part above it, where order does not say that: `else`, `node =`
  public var role: String
  /// the unit of a number, a list, a group or a conversion
  public var unit: UnitExpression?
  public var parts: [ReadingTree]

  init(
    _ kind: String, _ text: String, role: String = "", unit: UnitExpression? = nil,
    _ parts: [ReadingTree] = []
  ) {
    self.kind = kind
    self.text = text
    self.role = role
    self.unit = unit
    self.parts = parts
  }

  /// The same part under another role.
  private func of(_ role: String) -> ReadingTree {
    var copy = self
    copy.role = role
    return copy
  }

  /// Every unit in it, in the order of the text; each spelling once.
  public var unitsRead: [UnitExpression] {
    var found: [UnitExpression] = []
    var seen: Set<String> = []
    func walk(_ tree: ReadingTree) {
      // the unit of a list or a conversion stands behind its parts
      for part in tree.parts { walk(part) }
      if let unit = tree.unit, seen.insert(Reading.unit(unit)).inserted { found.append(unit) }
    }
    walk(self)
    return found
  }
}

extension ReadingTree {
  /// - Complexity: linear in the expression.
  public init(_ expression: Expression) {
    switch expression {
    case .number(let literal): self.init("number", Reading.text(expression), unit: literal.unit)
    case .text(let literal):
      let values = literal.pieces.compactMap { piece -> ReadingTree? in
        if case .value(let value, _) = piece { return ReadingTree(value) }
        return nil
      }
      self.init("text", Reading.text(expression), values)
    case .name(let name, _): self.init("name", name.text)
    case .dotted: self.init("name", Reading.text(expression))
    case .field(let base, let name, _): self.init("field", ".\(name.text)", [ReadingTree(base)])
    case .hole: self.init("hole", "?")
    case .list(let list):
      let items = list.items.map { item in
        ReadingTree(item.value).of(item.label.map { Reading.item($0) + ":" } ?? "")
      }
      let over = list.over.map(\.name.text).joined(separator: ", ")
      self.init("list", over.isEmpty ? "[ ]" : "[ ] over \(over)", unit: list.unit, items)
    case .united(let base, let unit):
      self.init("group", "( ) \(Reading.unit(unit))", unit: unit, [ReadingTree(base)])
    case .negate(let operand, _): self.init("negate", "-", [ReadingTree(operand)])
    case .not(let operand, _): self.init("not", "not", [ReadingTree(operand)])
    case .binary(let binary): self.init(binary)
    case .comparison(let comparison):
      let signs = comparison.rest.map(\.op.rawValue).joined(separator: " ")
      let operands = [comparison.first] + comparison.rest.map(\.operand)
      self.init("compare", signs, operands.map(ReadingTree.init))
    case .approximately(let approximation):
      var parts = [ReadingTree(approximation.left), ReadingTree(approximation.right)]
      switch approximation.within {
      case nil: break
      case .rounding: parts.append(ReadingTree("word", "rounding", role: "within"))
      case .amount(let amount): parts.append(ReadingTree(amount).of("within"))
      }
      self.init("approximately", "~=", parts)
    case .range(let range):
      let best = range.best.map { [ReadingTree($0).of("best")] } ?? []
      self.init(
        "bracket", "..",
        [ReadingTree(range.low).of("low")] + best
          + [ReadingTree(range.high).of("high")])
    case .tolerance(let tolerance):
      self.init(
        "tolerance", "±", [ReadingTree(tolerance.center), ReadingTree(tolerance.halfWidth)])
    case .promote(let base, let kind, _):
      self.init("distribution", "as \(kind.text)", [ReadingTree(base)])
    case .convert(let base, let unit, _):
      self.init("convert", "-> \(Reading.unit(unit))", unit: unit, [ReadingTree(base)])
    case .conditional(let c):
      self.init(
        "if", "if",
        [
          ReadingTree(c.condition), ReadingTree(c.then).of("then"),
          ReadingTree(c.otherwise).of("else"),
        ])
    case .call(let call):
      let arguments = call.arguments.map { argument in
        ReadingTree(argument.value).of(argument.name.map { "\($0.text) =" } ?? "")
      }
      let over = call.over.map(\.name.text).joined(separator: ", ")
      self.init("call", call.name.text + (over.isEmpty ? "( )" : "( ) over \(over)"), arguments)
    case .index(let index):
      let selectors = index.selectors.map { selector in
        switch selector {
        case .label(let name, let value, _): ReadingTree(value).of("\(name.text) =")
        case .filter(let condition): ReadingTree(condition).of("where")
        }
      }
      self.init("pick", "[ ]", [ReadingTree(index.base)] + selectors)
    case .whatIf(let base, let whatIf): self.init([ReadingTree(base)], whatIf)
    case .solve(let solve):
      let from = solve.from.map { [ReadingTree($0).of("from")] } ?? []
      self.init(
        "solve", "solve for \(solve.unknown.text)",
        [ReadingTree(solve.left), ReadingTree(solve.right).of("==")] + from)
    case .optimize(let optimize):
      let word = optimize.isMinimum ? "minimize" : "maximize"
      let from = optimize.from.map { [ReadingTree($0).of("from")] } ?? []
      self.init(word, "\(word) over \(optimize.over.text)", [ReadingTree(optimize.goal)] + from)
    }
  }

  private init(_ binary: Binary) {
    let kind =
      switch binary.op {
      case .add: "add"
      case .subtract: "subtract"
      case .multiply, .juxtapose: "multiply"
      case .divide: "divide"
      case .power: "power"
      case .and, .or: binary.op.rawValue
      }
    let sign = binary.op == .juxtapose ? "×" : binary.op.rawValue
    self.init(kind, sign, [ReadingTree(binary.left), ReadingTree(binary.right)])
  }

  /// What holds while the parts are valued: `under worst with node = …`.
  private init(_ parts: [ReadingTree], _ whatIf: WhatIf) {
    let overrides = whatIf.overrides.map { ReadingTree($0.value).of("\($0.name.text) =") }
    let scenarios = whatIf.scenarios.map { ReadingTree("name", $0.name.text, role: "under") }
    self.init("what-if", overrides.isEmpty ? "under" : "with", parts + scenarios + overrides)
  }

  /// A whole statement: its word or the name that it defines, and what follows.
  public init(_ statement: Statement) {
    func all(_ word: String, _ expressions: [Expression]) -> ReadingTree {
      ReadingTree("statement", word, expressions.map(ReadingTree.init))
    }
    func locals(_ definitions: [LocalDefinition]) -> [ReadingTree] {
      definitions.map { ReadingTree($0.value).of("\($0.name.text) =") }
    }
    var tree: ReadingTree
    switch statement.kind {
    case .definition(let d):
      tree = ReadingTree(
        "definition", "\(d.name.text) \(d.isFrozen ? ":=" : "=")",
        [ReadingTree(d.value)] + locals(d.locals))
    case .function(let f):
      let names = f.parameters.map(\.name.text).joined(separator: ", ")
      tree = ReadingTree(
        "function", "\(f.name.text)(\(names)) =", [ReadingTree(f.body)] + locals(f.locals))
    case .unit(let u):
      tree = ReadingTree("unit", "unit \(u.name.text)", u.value.map { [ReadingTree($0)] } ?? [])
    case .use(let use): tree = ReadingTree("use", "use \(use.path)")
    case .scenario(let s):
      tree = ReadingTree("scenario", "scenario \(s.name.text)", locals(s.definitions))
    case .expression(let value): tree = ReadingTree(value)
    case .print(let values): tree = all("print", values)
    case .table(let values): tree = all("table", values)
    case .assert(let value): tree = all("assert", [value])
    case .compare(let values): tree = all("compare", values)
    case .explain(let value, _): tree = all("explain", [value])
    case .sensitivity(let value, let by):
      tree = all("sensitivity", [value])
      if let by { tree.parts.append(ReadingTree(by).of("by")) }
    case .inputs(let value): tree = all("inputs", [value])
    case .graph(let value): tree = all("graph", [value])
    case .histogram(let value): tree = all("histogram", [value])
    case .why(let value, _): tree = all("why", [value])
    case .ask(let question):
      var parts = [ReadingTree(question.text), ReadingTree(question.answer).of("expect")]
      switch question.within {
      case nil: break
      case .rounding: parts.append(ReadingTree("word", "rounding", role: "within"))
      case .amount(let amount): parts.append(ReadingTree(amount).of("within"))
      }
      tree = ReadingTree(
        "statement", "ask", parts + question.hints.map { ReadingTree($0).of("hint") })
    case .correlate(let values): tree = all("correlate", values)
    case .setting, .help: tree = ReadingTree("command", Reading.text(statement))
    }
    self = statement.whatIf.map { ReadingTree([tree], $0) } ?? tree
  }
}
