/// Prints a tree as tj reads it: fully bracketed, in one spelling.
///
/// ```
/// node / 319.8 t/s        →  node / (319.8 t/s)
/// 2 x^2                   →  2 (x^2)
/// 1.30 $/gpu h            →  1.3 $/(gpu h)
/// ```
///
/// What it prints reads as the same tree again, so printing it once more gives the same text.
public enum Reading {
  /// An expression without brackets around the whole.
  public static func text(_ expression: Expression) -> String {
    switch expression {
    case .number(let literal): number(literal)
    case .text(let literal): text(literal)
    case .name(let name, _): name.text
    case .dotted(let names, _): names.map(\.text).joined(separator: ".")
    case .field(let base, let name, _): "\(group(base)).\(name.text)"
    case .hole: "?"
    case .list(let list): text(list)
    case .united(let base, let unit): "(\(text(base))) \(self.unit(unit, isLiteral: true))"
    case .negate(.number(let literal), _) where !isReading(literal) && literal.power == nil:
      "-" + number(literal)
    case .negate(let operand, _): "-\(operandText(operand))"
    case .not(let operand, _): "not \(operandText(operand))"
    case .binary(let binary): text(binary)
    case .comparison(let comparison):
      comparison.rest.reduce(operandText(comparison.first)) {
        "\($0) \($1.op.rawValue) \(operandText($1.operand))"
      }
    case .approximately(let approximation): text(approximation)
    case .range(let range):
      ([range.low] + (range.best.map { [$0] } ?? []) + [range.high])
        .map(operandText).joined(separator: "..")
    case .tolerance(let tolerance):
      "\(operandText(tolerance.center)) ± \(operandText(tolerance.halfWidth))"
    case .promote(let base, let kind, _): "\(operandText(base)) as \(kind.text)"
    case .convert(let base, let unit, _): "\(operandText(base)) -> \(self.unit(unit))"
    case .conditional(let c):
      "if \(operandText(c.condition)) then \(operandText(c.then)) else "
        + operandText(c.otherwise)
    case .call(let call): text(call)
    case .index(let index): text(index)
    case .whatIf(let base, let whatIf): "\(operandText(base)) \(text(whatIf))"
    case .solve(let solve):
      "solve \(operandText(solve.left)) == \(operandText(solve.right)) for \(solve.unknown.text)"
        + from(solve.from)
    case .optimize(let optimize):
      "\(optimize.isMinimum ? "minimize" : "maximize") \(operandText(optimize.goal))"
        + " over \(optimize.over.text)" + from(optimize.from)
    }
  }

  // MARK: parts of an expression

  private static func from(_ range: Expression?) -> String {
    range.map { " from " + operandText($0) } ?? ""
  }

  /// An expression as an operand: in brackets, unless it cannot be split.
  private static func operandText(_ expression: Expression) -> String {
    switch expression {
    case .number(let literal)
    where literal.unit == nil && literal.value >= 0 && literal.power == nil:
      text(expression)
    case .text, .name, .dotted, .field, .hole, .call, .index: text(expression)
    case .list(let list) where list.unit == nil && list.over.isEmpty: text(expression)
    default: "(\(text(expression)))"
    }
  }

  /// An expression between commas: `with` and `under` need their own brackets there.
  static func item(_ expression: Expression) -> String {
    if case .whatIf = expression { return "(\(text(expression)))" }
    return text(expression)
  }

  /// What a field or an index may follow.
  private static func group(_ expression: Expression) -> String {
    switch expression {
    case .name, .field, .call, .index, .dotted: text(expression)
    case .list(let list) where list.unit == nil && list.over.isEmpty: text(expression)
    default: "(\(text(expression)))"
    }
  }

  private static func text(_ binary: Binary) -> String {
    let right = operandText(binary.right)
    switch binary.op {
    case .juxtapose:
      switch binary.right {
      case .number, .list, .text: return "\(text(binary.left)) (\(text(binary.right)))"
      // `4 (C)`: without its bracket the name may be a unit
      case .name, .dotted, .field, .call, .index:
        if binary.opSpan.end > binary.opSpan.start + 1 {
          return "\(text(binary.left)) (\(text(binary.right)))"
        }
      default: break
      }
      // behind a unit a name would be one more
      if case .number(let left) = binary.left, left.unit != nil, case .name = binary.right {
        return "\(text(binary.left)) (\(right))"
      }
      return "\(text(binary.left)) \(right)"
    case .power:
      // `3^2` would be one number, `3 ^ 2` is a power.
      if case .number(let base) = binary.left, base.unit == nil, case .number = binary.right {
        return "\(operandText(binary.left)) ^ \(right)"
      }
      return "\(operandText(binary.left))^\(right)"
    default: return "\(operandText(binary.left)) \(binary.op.rawValue) \(right)"
    }
  }

  private static func text(_ approximation: Approximation) -> String {
    let sides = "\(operandText(approximation.left)) ~= \(operandText(approximation.right))"
    switch approximation.within {
    case nil: return sides
    case .rounding: return sides + " within rounding"
    case .amount(let amount): return sides + " within " + operandText(amount)
    }
  }

  private static func text(_ list: ListLiteral) -> String {
    let items = list.items.map { item in
      (item.label.map { operandText($0) + ": " } ?? "") + self.item(item.value)
    }
    var result = "[" + items.joined(separator: ", ") + "]"
    if let unit = list.unit { result += " " + self.unit(unit, isLiteral: true) }
    return result + over(list.over)
  }

  private static func over(_ axes: [(name: Name, span: Span)]) -> String {
    axes.isEmpty ? "" : " over " + axes.map(\.name.text).joined(separator: ", ")
  }

  private static func text(_ call: Call) -> String {
    var arguments = call.arguments.map { argument in
      (argument.name.map { $0.text + " = " } ?? "") + item(argument.value)
    }
    // `sum([1, 2] over a)` is about the list in the call, not about the list; `by` stands behind `over`.
    let last = call.arguments.lastIndex { $0.name != .by }
    if let last, !call.over.isEmpty {
      let argument = call.arguments[last]
      arguments[last] =
        (argument.name.map { $0.text + " = " } ?? "") + operandText(argument.value)
    }
    var text = ""
    for (i, argument) in call.arguments.enumerated() {
      if argument.name == .by {
        text += " by " + item(argument.value)
      } else {
        text += (text.isEmpty ? "" : ", ") + arguments[i]
      }
      if i == last { text += over(call.over) }
    }
    return "\(call.name.text)(\(text)\(last == nil ? over(call.over) : ""))"
  }

  private static func text(_ index: Index) -> String {
    let selectors = index.selectors.map { selector in
      switch selector {
      case .label(let name, let value, _): "\(name.text) = \(item(value))"
      case .filter(let condition): item(condition)
      }
    }
    return group(index.base) + "[" + selectors.joined(separator: ", ") + "]"
  }

  private static func text(_ literal: TextLiteral) -> String {
    var result = "\""
    for piece in literal.pieces {
      switch piece {
      case .text(let text):
        for character in text {
          switch character {
          case "\"": result += "\\\""
          case "\\": result += "\\\\"
          case "{": result += "{{"
          case "}": result += "}}"
          case "\n", "\r\n": result += "\\n"
          case "\t": result += "\\t"
          default: result.append(character)
          }
        }
      case .value(let expression, let format):
        result += "{" + text(expression) + (format.map { ":" + $0 } ?? "") + "}"
      }
    }
    return result + "\""
  }

  static func text(_ whatIf: WhatIf) -> String {
    var parts: [String] = []
    if !whatIf.scenarios.isEmpty {
      parts.append("under " + whatIf.scenarios.map(\.name.text).joined(separator: ", "))
    }
    if !whatIf.overrides.isEmpty {
      let overrides = whatIf.overrides.map { "\($0.name.text) = \(operandText($0.value))" }
      parts.append("with " + overrides.joined(separator: ", "))
    }
    return parts.joined(separator: " ")
  }

  // MARK: numbers and units

  /// `-(5 °C)` is not `-5 °C`.
  private static func isReading(_ literal: NumberLiteral) -> Bool {
    literal.unit?.factors.onlyName.map(Word.isTemperatureReading) ?? false
  }

  private static func number(_ literal: NumberLiteral) -> String {
    guard let unit = literal.unit else { return digits(literal) }
    let text = self.unit(unit, isLiteral: true, leadsSlash: true)
    return digits(literal) + (text.hasPrefix("/") ? "" : " ") + text
  }

  /// A literal power as it was written.
  private static func digits(_ literal: NumberLiteral) -> String {
    guard let power = literal.power else { return number(literal.value) }
    let text = "\(number(power.base))^\(power.exponent)"
    return power.coefficient.map { "\(number($0))*\(text)" } ?? text
  }

  /// The shortest digits that read as the same number.
  static func number(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return value.description
  }

  /// `kWh/(million t)`, `W/(m^2 K)`, `s^-1`, as it stands behind `->`
  public static func unit(_ unit: UnitExpression) -> String { self.unit(unit, isLiteral: false) }

  /// Units below one slash, raised together: `(million t^2)^3`.
  private struct Below {
    var parts: [String]
    var power = Rational.one

    var text: String {
      parts.count == 1 && power == .one
        ? "/" + parts[0] : "/(" + parts.joined(separator: " ") + ")" + exponent(power)
    }
  }

  /// - Parameter isLiteral: it stands behind a number or a group, where numbers are words before units.
  private static func unit(
    _ unit: UnitExpression, isLiteral: Bool, leadsSlash: Bool = false
  ) -> String {
    let factors = Array(unit.factors)
    if factors.isEmpty { return "1" }
    var top = ""
    var isInBrackets = false
    var below: [Below] = []
    func put(_ part: String, _ joint: String = " ") { top += top.isEmpty ? part : joint + part }

    var index = 0
    while index < factors.count {
      let factor = factors[index]
      index += 1
      switch factor.kind {
      case .unit(let name) where factor.exponent.numerator >= 0:
        put(name.text + exponent(factor.exponent))
      case .unit(let name):
        let part = name.text + exponent(-factor.exponent)
        if let last = below.last, last.power == .one {
          below[below.count - 1].parts.append(part)
        } else {
          below.append(Below(parts: [part]))
        }
      case .number(let value) where isLiteral:
        // `million t`: the word and its unit are raised together
        var group = Below(
          parts: [multiplierWord(value) ?? number(value)], power: -factor.exponent)
        if index < factors.count, case .unit(let name) = factors[index].kind {
          let own =
            group.power.isZero
            ? .one
            : -factors[index].exponent
              * Rational(Int(group.power.denominator), Int(group.power.numerator))
          group.parts.append(name.text + exponent(own))
          index += 1
        }
        below.append(group)
      case .number(let value) where factor.exponent.numerator < 0:
        let isHundred = value == 100 && factor.exponent == -.one
        let word = isHundred ? "100" : multiplierWord(value) ?? number(value)
        let isOne = factor.exponent == -.one
        below.append(
          Below(parts: [isOne ? word : "(\(number(value)))" + exponent(-factor.exponent)]))
      case .number(let value):
        isInBrackets = true
        if factor.exponent != .one {
          put("(\(number(value)))" + exponent(factor.exponent), "*")
        } else if let word = multiplierWord(value) {
          put(word)
        } else {
          put(top.isEmpty ? number(value) : "(\(number(value)))", "*")
        }
      }
    }
    if isInBrackets { top = "(\(top))" }
    if top.isEmpty, !leadsSlash {
      // `s^-1`; with a number in it, `1/100 km`
      let names = factors.compactMap { factor -> String? in
        guard case .unit(let name) = factor.kind else { return nil }
        return name.text + exponent(factor.exponent)
      }
      if names.count == factors.count { return names.joined(separator: " ") }
      if isLiteral, let first = factors.first, case .unit(let name) = first.kind {
        top = name.text + exponent(first.exponent)
        below[0].parts.removeFirst()
        if below[0].parts.isEmpty { below.removeFirst() }
      } else {
        top = "1"
      }
    }
    return below.reduce(top) { $0 + $1.text }
  }

  private static func exponent(_ exponent: Rational) -> String {
    if exponent == .one { return "" }
    return exponent.isInteger
      ? "^\(exponent.numerator)" : "^(\(exponent.numerator)/\(exponent.denominator))"
  }

  private static func multiplierWord(_ value: Double) -> String? {
    switch value {
    case 1e2: "hundred"
    case 1e3: "thousand"
    case 1e6: "million"
    case 1e9: "billion"
    case 1e12: "trillion"
    default: nil
    }
  }
}
