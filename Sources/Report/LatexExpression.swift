import Syntax

/// An expression as mathematics: quotients as fractions, units upright, `if` as cases.
///
/// ```
/// node / (2 tput)^2      \frac{\mathrm{node}}{{\left(2 \times \mathrm{tput}\right)}^{2}}
/// 1.5..3.0 kW            1.5 \ldots 3.0\,\mathrm{kW}
/// ```
struct LatexExpression {
  let source: SourceText

  /// How tightly a piece holds together, loosest first.
  private enum Strength: Int, Comparable {
    case loose, or, and, comparison, sum, product, power, atom
    static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }
  }

  func text(_ expression: Expression) -> String { text(expression, .loose) }

  private func text(_ expression: Expression, _ least: Strength) -> String {
    let (text, strength) = pieces(expression)
    return strength < least ? "\\left(\(text)\\right)" : text
  }

  private func pieces(_ expression: Expression) -> (String, Strength) {
    switch expression {
    case .number(let literal):
      let unit = unit(literal.unit)
      return (number(source.text(literal.numberSpan)) + unit, unit.isEmpty ? .atom : .product)
    case .text(let text): return (word(source.text(text.span)), .atom)
    case .name(let name, _): return (upright(name.text), .atom)
    case .dotted(let names, _):
      return (upright(names.map(\.text).joined(separator: ".")), .atom)
    case .field(let base, let name, _): return (text(base, .atom) + upright(".\(name)"), .atom)
    case .hole: return ("?", .atom)
    case .list(let list): return (self.list(list), .atom)
    case .united(let base, let unit): return (united(base, unit), .product)
    case .negate(let operand, _): return ("-" + text(operand, .product), .sum)
    case .not(let operand, _): return (word("not ") + text(operand, .comparison), .and)
    case .binary(let binary): return self.binary(binary)
    case .comparison(let comparison):
      var result = text(comparison.first, .sum)
      for part in comparison.rest { result += sign(part.op) + text(part.operand, .sum) }
      return (result, .comparison)
    case .approximately(let approximation): return (self.approximately(approximation), .comparison)
    case .range(let range):
      let parts = [range.low, range.best, range.high].compactMap { $0 }
      return (parts.map { text($0, .product) }.joined(separator: " \\ldots "), .sum)
    case .tolerance(let tolerance):
      return (
        text(tolerance.center, .product) + " \\pm " + text(tolerance.halfWidth, .product), .sum
      )
    case .promote(let base, let name, _):
      return (text(base, .sum) + word(" as ") + upright(name.text), .loose)
    case .convert(let base, let unit, _):
      return (text(base, .sum) + " \\rightarrow" + self.unit(unit), .loose)
    case .conditional(let conditional): return (self.conditional(conditional), .atom)
    case .call(let call): return (self.call(call), .atom)
    case .index(let index): return (self.index(index), .atom)
    case .whatIf(let base, let whatIf): return (text(base) + self.whatIf(whatIf), .loose)
    case .solve(let solve):
      return (
        word("solve ") + text(solve.left, .sum) + " = " + text(solve.right, .sum) + word(" for ")
          + upright(solve.unknown.text) + from(solve.from), .loose
      )
    case .optimize(let optimize):
      return (
        word(optimize.isMinimum ? "minimize " : "maximize ") + text(optimize.goal, .sum)
          + word(" over ") + upright(optimize.over.text) + from(optimize.from), .loose
      )
    }
  }

  // MARK: operators

  private func binary(_ binary: Binary) -> (String, Strength) {
    switch binary.op {
    case .add: return (text(binary.left, .sum) + " + " + text(binary.right, .product), .sum)
    case .subtract: return (text(binary.left, .sum) + " - " + text(binary.right, .product), .sum)
    case .multiply, .juxtapose:
      return (text(binary.left, .product) + " \\times " + text(binary.right, .product), .product)
    case .divide: return ("\\frac{\(text(binary.left))}{\(text(binary.right))}", .product)
    case .power: return ("{\(text(binary.left, .atom))}^{\(text(binary.right))}", .power)
    case .and: return (text(binary.left, .and) + word(" and ") + text(binary.right, .and), .and)
    case .or: return (text(binary.left, .or) + word(" or ") + text(binary.right, .or), .or)
    }
  }

  private func sign(_ op: Comparison.Operator) -> String {
    switch op {
    case .less: " < "
    case .lessOrEqual: " \\le "
    case .greater: " > "
    case .greaterOrEqual: " \\ge "
    case .equal: " = "
    case .notEqual: " \\ne "
    }
  }

  private func approximately(_ approximation: Approximation) -> String {
    let within =
      switch approximation.within {
      case nil: ""
      case .rounding: word(" within rounding")
      case .amount(let amount): word(" within ") + text(amount, .sum)
      }
    return text(approximation.left, .sum) + " \\approx " + text(approximation.right, .sum) + within
  }

  private func conditional(_ conditional: Conditional) -> String {
    "\\begin{cases} \(text(conditional.then)) & \(word("if "))\(text(conditional.condition)) \\\\ "
      + "\(text(conditional.otherwise)) & \(word("otherwise")) \\end{cases}"
  }

  // MARK: lists and calls

  private func list(_ list: ListLiteral) -> String {
    let items = list.items.map { item in
      (item.label.map { text($0) + "\\colon " } ?? "") + text(item.value)
    }
    return bracketed(items) + unit(list.unit) + over(list.over)
  }

  /// `[1.5, 3.0] kW`, `(3 + 4) kW`, `1.5..3.0 kW`
  private func united(_ base: Expression, _ unit: UnitExpression) -> String {
    switch base {
    case .list, .range, .tolerance: text(base) + self.unit(unit)
    default: "\\left(\(text(base))\\right)" + self.unit(unit)
    }
  }

  private func call(_ call: Call) -> String {
    let arguments = call.arguments.map { argument in
      (argument.name.map { upright($0.text) + " = " } ?? "") + text(argument.value)
    }
    if arguments.count == 1, call.over.isEmpty, call.arguments[0].name == nil {
      switch call.name.text {
      case "sqrt": return "\\sqrt{\(arguments[0])}"
      case "cbrt": return "\\sqrt[3]{\(arguments[0])}"
      case "abs": return "\\left|\(arguments[0])\\right|"
      default: break
      }
    }
    let name = ExplainLatex.escaped(call.name.text)
    return "\\operatorname{\(name)}\\left(\(arguments.joined(separator: ", "))\(over(call.over))"
      + "\\right)"
  }

  private func index(_ index: Index) -> String {
    let selectors = index.selectors.map { selector in
      switch selector {
      case .label(let name, let label, _): upright(name.text) + " = " + text(label)
      case .filter(let condition): text(condition)
      }
    }
    return text(index.base, .atom) + bracketed(selectors)
  }

  private func bracketed(_ items: [String]) -> String {
    "\\left[\(items.joined(separator: ", "))\\right]"
  }

  private func over(_ names: [(name: Name, span: Span)]) -> String {
    if names.isEmpty { return "" }
    return word(" over ") + names.map { upright($0.name.text) }.joined(separator: ", ")
  }

  // MARK: what if

  private func whatIf(_ whatIf: WhatIf) -> String {
    var result = ""
    if !whatIf.scenarios.isEmpty {
      let names = whatIf.scenarios.map { upright($0.name.text) }
      result += word(" under ") + names.joined(separator: ", ")
    }
    if !whatIf.overrides.isEmpty {
      let overrides = whatIf.overrides.map { upright($0.name.text) + " = " + text($0.value) }
      result += word(" with ") + overrides.joined(separator: ", ")
    }
    return result
  }

  private func from(_ range: Expression?) -> String {
    range.map { word(" from ") + text($0) } ?? ""
  }

  // MARK: words and numbers

  private func word(_ text: String) -> String { "\\text{\(ExplainLatex.escaped(text))}" }

  /// `3.6×10⁶`, `6.02e23`
  private func number(_ text: String) -> String {
    var result = ""
    var power = ""
    var isPower = false
    let raised: [Character: Character] = [
      "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
      "⁹": "9", "⁻": "-",
    ]
    let parts = text.split(separator: " ", maxSplits: 1)
    // `2.5 million`
    if parts.count == 2 { return number(String(parts[0])) + word(" \(parts[1])") }
    for character in text {
      if let digit = raised[character] {
        power.append(digit)
      } else if character == "e", !isPower {
        isPower = true
        result += " \\times 10"
      } else if character == "^", !isPower {
        isPower = true
      } else if isPower {
        power.append(character)
      } else if character == "×" {
        result += " \\times "
      } else if character == "$" || character == "%" {
        result += "\\\(character)"
      } else {
        result.append(character)
      }
    }
    return power.isEmpty ? result : "\(result)^{\(power)}"
  }

  private func unit(_ unit: UnitExpression?) -> String {
    guard let unit else { return "" }
    var text = ""
    var isPower = false
    // as it is read: the sign of a currency may stand before its number
    for character in Reading.unit(unit) {
      if character == "^" {
        isPower = true
        text += "^{"
        continue
      }
      if isPower, !(character.isNumber || character == "-") {
        isPower = false
        text += "}"
      }
      switch character {
      case "%", "$", "_", "&", "#": text += "\\\(character)"
      case "µ": text += "\\mu "
      case "Ω": text += "\\Omega "
      case "Δ": text += "\\Delta "
      case "·": text += "\\cdot "
      case "€", "£", "¥": text += "\\text{\(character)}"
      case "°": text += "{}^\\circ "
      case " ": text += "\\,"
      default: text.append(character)
      }
    }
    if isPower { text += "}" }
    return "\\,\\mathrm{\(text)}"
  }

  private func upright(_ name: String) -> String { "\\mathrm{\(ExplainLatex.escaped(name))}" }
}
