import Engine
import Syntax
import Units

/// A derivation as an `align*` of LaTeX: `explain jt format latex`.
///
/// ```
/// \begin{align*}
///   \mathrm{jt} &= \frac{\mathrm{node}}{\mathrm{tput}} \\
///   &= 9.63102\,\mathrm{J/t} && \text{the seconds cancel}
/// \end{align*}
/// ```
///
/// It needs the package amsmath. Every line is the line of tj, read and written as mathematics.
struct ExplainLatex {
  let derivation: Derivation
  let units: UnitTable

  func write(into out: inout [UInt8]) {
    out.write("\\begin{align*}\n")
    for (i, step) in derivation.steps.enumerated() {
      var line = "  "
      if step.kind == .heading {
        line += "&" + (step.remark.isEmpty ? "" : " \\text{\(Self.escaped(step.remark))}")
      } else {
        if let subject = step.subject {
          line += String(repeating: "\\quad ", count: step.level) + math(subject) + " "
        }
        line += step.subject == nil && step.before == nil ? "& " : "&= "
        line += math(step.text)
        if !step.remark.isEmpty { line += " && \\text{\(Self.escaped(step.remark))}" }
      }
      if i < derivation.steps.count - 1 { line += " \\\\" }
      out.write(line + "\n")
    }
    out.write("\\end{align*}\n")
  }

  private func math(_ text: String) -> String {
    let source = SourceText(name: "explain", text: text)
    var parser = Parser(source, units: units)
    guard case .statement(let statement) = parser.next(),
      case .expression(let expression) = statement.kind
    else { return "\\texttt{\(Self.escaped(text))}" }
    return LatexExpression(source: source).text(expression)
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\textbackslash{}"
      case "{", "}", "$", "&", "#", "_", "%": result += "\\\(character)"
      case "^": result += "\\^{}"
      case "~": result += "\\~{}"
      case "×": result += "$\\times$"
      case "µ": result += "$\\mu$"
      case "°": result += "${}^\\circ$"
      case "⁰"..."⁹", "¹", "²", "³", "⁻":
        let digits: [Character: String] = [
          "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7",
          "⁸": "8", "⁹": "9", "⁻": "-",
        ]
        result += "$^{\(digits[character] ?? "")}$"
      default: result.append(character)
      }
    }
    return result
  }
}

/// An expression as mathematics: quotients as fractions, units upright.
struct LatexExpression {
  let source: SourceText

  func text(_ expression: Expression) -> String { text(expression, 0) }

  /// Binding strengths: 0 loose, 1 sum, 2 product, 3 power.
  private func text(_ expression: Expression, _ least: Int) -> String {
    let (text, strength) = pieces(expression)
    return strength < least ? "\\left(\(text)\\right)" : text
  }

  private func pieces(_ expression: Expression) -> (String, Int) {
    switch expression {
    case .number(let literal):
      return (number(source.text(literal.numberSpan)) + unit(literal.unit), 2)
    case .name(let name, _): return (upright(name.text), 4)
    case .dotted(let names, _): return (upright(names.map(\.text).joined(separator: ".")), 4)
    case .negate(let operand, _): return ("-" + text(operand, 2), 1)
    case .binary(let binary): return self.binary(binary)
    case .united(let base, let unit):
      return ("\\left(\(text(base))\\right)" + self.unit(unit), 2)
    case .convert(let base, let unit, _):
      return (text(base, 1) + " \\rightarrow" + self.unit(unit), 0)
    case .comparison(let comparison):
      var result = text(comparison.first, 1)
      for part in comparison.rest { result += sign(part.op) + text(part.operand, 1) }
      return (result, 0)
    case .approximately(let approximation):
      return (text(approximation.left, 1) + " \\approx " + text(approximation.right, 1), 0)
    case .call(let call) where call.over.isEmpty:
      let arguments = call.arguments.map { argument in
        (argument.name.map { upright($0.text) + " = " } ?? "") + text(argument.value)
      }
      if call.name == "sqrt", arguments.count == 1 { return ("\\sqrt{\(arguments[0])}", 4) }
      let name = ExplainLatex.escaped(call.name.text)
      return (
        "\\operatorname{\(name)}\\left(\(arguments.joined(separator: ", "))\\right)", 4
      )
    default: return ("\\texttt{\(ExplainLatex.escaped(source.text(expression.span)))}", 4)
    }
  }

  private func binary(_ binary: Binary) -> (String, Int) {
    switch binary.op {
    case .add: return (text(binary.left, 1) + " + " + text(binary.right, 2), 1)
    case .subtract: return (text(binary.left, 1) + " - " + text(binary.right, 2), 1)
    case .multiply, .juxtapose:
      return (text(binary.left, 2) + " \\times " + text(binary.right, 2), 2)
    case .divide: return ("\\frac{\(text(binary.left))}{\(text(binary.right))}", 3)
    case .power: return ("{\(text(binary.left, 4))}^{\(text(binary.right))}", 3)
    case .and, .or:
      return (text(binary.left, 0) + " \\text{ \(binary.op.rawValue) } " + text(binary.right, 0), 0)
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

  /// `3.6×10⁶`, `6.02e23`
  private func number(_ text: String) -> String {
    var result = ""
    var power = ""
    var isPower = false
    let raised: [Character: Character] = [
      "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
      "⁹": "9", "⁻": "-",
    ]
    for character in text {
      if let digit = raised[character] {
        power.append(digit)
      } else if character == "e", !isPower {
        isPower = true
        result += " \\times 10"
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
    for character in source.text(unit.span) {
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
