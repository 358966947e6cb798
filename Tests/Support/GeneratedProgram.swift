/// A program made by chance, mostly valid: definitions that rest on earlier ones, with the dimensions
/// that their rules give them, and statements that ask for them.
///
/// ```
/// GeneratedProgram(Choices(bytes)).text
/// ```
package struct GeneratedProgram {
  /// What a quantity is of; each has its units.
  package enum Kind: Int, CaseIterable {
    case number, power, energy, duration, tokens, rate, perToken, money, price

    package var units: [String] {
      switch self {
      case .number: ["", "%", "million"]
      case .power: ["W", "kW", "MW", "J/s", "hp"]
      case .energy: ["J", "kWh", "MJ", "Wh", "cal"]
      case .duration: ["s", "h", "day", "ms", "year"]
      case .tokens: ["t", "kt", "Mt", "million t"]
      case .rate: ["t/s", "kt/h", "Mt/day"]
      case .perToken: ["J/t", "kWh/Mt", "Wh/kt"]
      case .money: ["$", "USD"]
      case .price: ["$/kWh", "$/MWh"]
      }
    }

    /// Ways to make it of two others.
    var rules: [(left: Kind, sign: String, right: Kind)] {
      switch self {
      case .number:
        [
          (.power, "/", .power), (.energy, "/", .energy), (.rate, "/", .rate),
          (.number, "*", .number), (.tokens, "/", .tokens),
        ]
      case .power:
        [(.energy, "/", .duration), (.perToken, "*", .rate), (.power, "*", .number)]
      case .energy:
        [(.power, "*", .duration), (.perToken, "*", .tokens), (.energy, "/", .number)]
      case .duration: [(.tokens, "/", .rate), (.energy, "/", .power)]
      case .tokens: [(.rate, "*", .duration), (.energy, "/", .perToken)]
      case .rate: [(.tokens, "/", .duration), (.power, "/", .perToken)]
      case .perToken: [(.power, "/", .rate), (.energy, "/", .tokens), (.number, "*", .perToken)]
      case .money: [(.price, "*", .energy), (.money, "*", .number)]
      case .price: [(.money, "/", .energy), (.price, "*", .number)]
      }
    }
  }

  package struct Variable {
    package var name: String
    package var kind: Kind
    package var isInput = false
  }

  /// Definitions, in an order in which each rests on earlier ones alone.
  package private(set) var definitions: [String] = []
  /// What asks for them.
  package private(set) var statements: [String] = []
  package private(set) var variables: [Variable] = []

  /// What may be in it; laws that need plain numbers leave the rest out.
  package struct Parts: OptionSet {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    package static let lists = Parts(rawValue: 1)
    package static let brackets = Parts(rawValue: 2)
    package static let distributions = Parts(rawValue: 4)
    package static let functions = Parts(rawValue: 8)
    package static let scenarios = Parts(rawValue: 16)
    package static let conditions = Parts(rawValue: 32)
    package static let all: Parts = [
      .lists, .brackets, .distributions, .functions, .scenarios, .conditions,
    ]
  }

  private var choices: Choices
  private let parts: Parts
  private var functions: [(name: String, kind: Kind)] = []
  private var scenarios: [String] = []

  package init(
    _ choices: Choices, parts: Parts = .all, definitions count: Int = 12, statements: Int = 6
  ) {
    self.choices = choices
    self.parts = parts
    if parts.contains(.lists) { self.definitions.append("n = [1, 2, 4]") }
    for kind in [Kind.power, .rate, .number] { addInput(kind) }
    for _ in 0..<count where !self.choices.areUsedUp { addDefinition() }
    for _ in 0..<statements where !self.choices.areUsedUp { addStatement() }
  }

  package var lines: [String] { definitions + statements }
  package var text: String { lines.joined(separator: "\n") + "\n" }
  /// What is left of the decisions.
  package var remaining: Choices { choices }

  // MARK: definitions

  private mutating func addInput(_ kind: Kind) {
    let name = "x\(variables.count)"
    definitions.append("\(name) = \(literal(kind))")
    variables.append(Variable(name: name, kind: kind, isInput: true))
  }

  private mutating func addDefinition() {
    let kind = choices.pick(Kind.allCases)
    switch choices.below(10) {
    case 0, 1: addInput(kind)
    case 2 where parts.contains(.functions):
      let name = "f\(functions.count)"
      let body = expression(kind, 1)
      definitions.append(
        "\(name)(k, p: \(annotation(kind)) = \(literal(kind))) = k * p + (\(body))")
      functions.append((name, kind))
    case 3 where parts.contains(.scenarios):
      guard let input = variables.filter(\.isInput).last else { return }
      let name = "s\(scenarios.count)"
      let from = scenarios.last.map { choices.oneIn(2) ? " from \($0)" : "" } ?? ""
      definitions.append("scenario \(name)\(from) { \(input.name) = \(literal(input.kind)) }")
      scenarios.append(name)
    case 4 where parts.contains(.lists):
      let items = (0..<3).map { _ in number() }.joined(separator: ", ")
      let unit = choices.pick(kind.units.filter { !$0.hasPrefix("million") })
      add("[\(items)]\(unit.isEmpty ? "" : " \(unit)") over n", kind)
    case 5: add("\(expression(kind, 2)) where w = \(expression(kind, 1))", kind)
    case 6: add("\(expression(kind, 2)) -> \(choices.pick(targets(kind)))", kind)
    case 7:
      let name = "x\(variables.count)"
      definitions.append("\(name): \(annotation(kind)) = \(expression(kind, 2))")
      variables.append(Variable(name: name, kind: kind))
    default: add(expression(kind, 2), kind)
    }
  }

  private mutating func add(_ expression: String, _ kind: Kind) {
    let name = "x\(variables.count)"
    definitions.append("\(name) = \(expression)")
    variables.append(Variable(name: name, kind: kind))
  }

  /// A new formula or value for a variable: one that rests on earlier ones alone.
  package func redefinition(_ choices: inout Choices) -> String {
    var copy = self
    copy.choices = choices
    defer { choices = copy.choices }
    let index = copy.choices.below(variables.count)
    let variable = variables[index]
    copy.variables = Array(variables[..<index])
    copy.functions = []
    let value =
      index == 0 || variable.isInput
      ? copy.literal(variable.kind) : copy.expression(variable.kind, 1)
    return "\(variable.name) = \(value)"
  }

  private func annotation(_ kind: Kind) -> String { kind == .number ? "1" : kind.units[0] }

  private func targets(_ kind: Kind) -> [String] { kind == .number ? ["%", "ppm"] : kind.units }

  // MARK: statements

  private mutating func addStatement() {
    let variable = choices.pick(variables)
    let name = variable.name
    let other = choices.pick(variables)
    switch choices.below(16) {
    case 0: statements.append("table \(name), \(other.name)")
    case 1: statements.append("explain \(name)")
    case 2: statements.append("inputs \(name)")
    case 3: statements.append("sensitivity \(name)")
    case 4: statements.append("\(name) with \(other.name) = \(expression(other.kind, 0))")
    case 5: statements.append("print \"{\(name)} and {\(other.name):.3g}\"")
    case 6: statements.append("graph \(name)")
    case 7:
      statements.append(
        "assert \(name) \(choices.pick(["<", ">=", "~=", "=="])) \(expression(variable.kind, 1))")
    case 8:
      guard let input = variables.filter(\.isInput).last else { return }
      statements.append(
        "solve \(name) == \(literal(variable.kind)) for \(input.name) from "
          + "0.001 \(input.kind.units[0])..1000 \(input.kind.units[0])")
    case 9: statements.append("compare \(name), \(other.name)")
    case 10: statements.append("why \(name) with \(other.name) = \(expression(other.kind, 0))")
    case 11:
      let statistic = choices.pick(["mean", "median", "sd", "low", "high", "best", "sum", "max"])
      statements.append("\(statistic)(\(name))")
    case 12: statements.append("\(name)[n = \(choices.pick(["2", "3"]))]")
    case 13:
      if let scenario = scenarios.last {
        statements.append("\(name) under \(scenario)")
      } else {
        statements.append("\(name) -> \(choices.pick(targets(variable.kind)))")
      }
    case 14: statements.append("prob(\(name) < \(literal(variable.kind)))")
    default: statements.append(expression(variable.kind, 3))
    }
  }

  // MARK: expressions

  private mutating func number() -> String {
    choices.pick(["1", "2", "3", "0.5", "7.25", "10", "1.5e3", "0.01", "250", "4"])
  }

  private mutating func literal(_ kind: Kind) -> String {
    let unit = choices.pick(kind.units)
    let tail = unit.isEmpty ? "" : unit == "%" ? "%" : " \(unit)"
    let plain = number() + tail
    switch choices.below(8) {
    case 5 where parts.contains(.brackets): return "1.5..3\(tail)"
    case 6 where parts.contains(.brackets): return "(\(plain) ± 10%)"
    case 7 where parts.contains(.distributions):
      switch choices.below(4) {
      case 0: return "(1.5..3\(tail) as uniform)"
      case 1: return "normal(10\(tail), 1\(tail))"
      case 2: return "(1.1..1.5\(tail) as lognormal)"
      default: return "triangular(1\(tail), 2\(tail), 4\(tail))"
      }
    default: return plain
    }
  }

  private mutating func operand(_ kind: Kind) -> String {
    let known = variables.filter { $0.kind == kind }
    return known.isEmpty || choices.oneIn(4) ? "(\(literal(kind)))" : choices.pick(known).name
  }

  private mutating func expression(_ kind: Kind, _ depth: Int) -> String {
    guard depth > 0 else { return operand(kind) }
    switch choices.below(14) {
    case 0, 1: return "(\(expression(kind, depth - 1)) + \(expression(kind, depth - 1)))"
    case 2: return "(\(expression(kind, depth - 1)) - \(operand(kind)))"
    case 3, 4, 5, 6:
      let rule = choices.pick(kind.rules)
      return
        "(\(expression(rule.left, depth - 1)) \(rule.sign) \(expression(rule.right, depth - 1)))"
    case 7:
      return "\(choices.pick(["min", "max"]))(\(expression(kind, depth - 1)), \(operand(kind)))"
    case 8: return "abs(\(expression(kind, depth - 1)))"
    case 9 where parts.contains(.conditions):
      let other = choices.pick(Kind.allCases)
      return
        "(if \(operand(other)) < \(operand(other)) then \(expression(kind, depth - 1)) else "
        + "\(operand(kind)))"
    case 10:
      let functions = functions.filter { $0.kind == kind }
      guard !functions.isEmpty else { return operand(kind) }
      return "\(choices.pick(functions).name)(\(operand(.number)), \(operand(kind)))"
    case 11: return "(\(expression(kind, depth - 1)) -> \(choices.pick(targets(kind))))"
    case 12: return "-\(operand(kind))"
    default: return operand(kind)
    }
  }
}
