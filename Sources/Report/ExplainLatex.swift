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
  let words: RemarkWords

  func write(into out: inout [UInt8]) {
    out.write("\\begin{align*}\n")
    for (i, step) in derivation.steps.enumerated() {
      var line = "  "
      let remark = remark(step)
      if step.kind == .heading {
        line += "&" + (remark.isEmpty ? "" : " \\text{\(Self.escaped(remark))}")
      } else {
        if let subject = step.subject {
          line += String(repeating: "\\quad ", count: step.level) + math(subject) + " "
        }
        line += step.subject == nil && step.before == nil ? "& " : "&= "
        line += math(step.text)
        if !remark.isEmpty { line += " && \\text{\(Self.escaped(remark))}" }
      }
      if i < derivation.steps.count - 1 { line += " \\\\" }
      out.write(line + "\n")
    }
    out.write("\\end{align*}\n")
  }

  /// Why, and where from.
  private func remark(_ step: Derivation.Step) -> String {
    let said = words.words(step.remarks)
    let sources = step.sources.map { "(\($0))" }.joined(separator: " ")
    return said.isEmpty || sources.isEmpty ? said + sources : "\(said) \(sources)"
  }

  private func math(_ text: String) -> String {
    let source = SourceText(name: "explain", text: text)
    var parser = Parser(source, units: units)
    guard case .statement(let statement) = parser.next(),
      case .expression(let expression) = statement.kind, case .end = parser.next()
    else { return "\\texttt{\(Self.escaped(text))}" }
    let latex = LatexExpression(source: source)
    return latex.text(statement.whatIf.map { .whatIf(expression, $0) } ?? expression)
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
      case "·": result += "$\\cdot$"
      case "≈": result += "$\\approx$"
      case "±": result += "$\\pm$"
      case "Δ": result += "$\\Delta$"
      case "Ω": result += "$\\Omega$"
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
