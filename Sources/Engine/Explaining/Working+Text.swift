import Syntax
import Units

/// A working as a line of tj.
struct WorkingText {
  let quantities: QuantityText
  /// nil: names as the formula has them; else values, to so many digits
  let digits: Int?

  private typealias Strength = Working.Strength

  func text(_ working: Working) -> String { text(working, .loose) }

  /// In brackets where it would fall apart beside what stands next to it.
  private func text(_ working: Working, _ least: Working.Strength) -> String {
    let (text, strength) = pieces(working)
    return strength < least ? "(\(text))" : text
  }

  private func pieces(_ working: Working) -> (String, Working.Strength) {
    switch working {
    case .leaf(let leaf): return self.leaf(leaf)
    case .product(let factors):
      var result = ""
      for (i, factor) in factors.enumerated() {
        if i > 0 { result += factor.isDivided ? " / " : " × " }
        result += self.factor(factor, isFirst: i == 0)
      }
      return (result, .product)
    case .sum(let summands):
      var result = ""
      for (i, summand) in summands.enumerated() {
        if i > 0 { result += summand.isMinus ? " - " : " + " }
        let text = text(summand.value, i == 0 ? .sum : .product)
        result += i > 0 && text.hasPrefix("-") ? "(\(text))" : text
      }
      return (result, .sum)
    case .power(let base, let exponent):
      return ("\(text(base, .atom))^\(text(exponent, .atom))", .power)
    case .negative(let operand): return ("-\(text(operand, .power))", .negative)
    case .united(let operand, let unit):
      let inner = text(operand, .loose)
      if unit == .one { return (inner, operand.leaf == nil ? .product : .atom) }
      return ("(\(inner)) \(quantities.unitText(unit))", .quantity)
    case .converted(let operand, let unit):
      let name = unit == .one ? "1" : quantities.unitText(unit)
      return ("\(text(operand, .sum)) -> \(name)", .conversion)
    case .call(let name, let arguments):
      // a `with` wants brackets of its own there
      return ("\(name)(\(arguments.map { text($0, .or) }.joined(separator: ", ")))", .atom)
    case .comparison(let first, let rest, _):
      var result = text(first, .conversion)
      for part in rest { result += " \(part.op) \(text(part.operand, .conversion))" }
      return (result, .comparison)
    case .near(let left, let right, let tolerance, _):
      let within = digits == nil ? tolerance.text : tolerance.plainText
      return ("\(text(left, .sum)) ~= \(text(right, .sum))\(within)", .comparison)
    case .connective(let word, let left, let right):
      let strength: Working.Strength = word == "or" ? .or : .and
      let tighter: Working.Strength = word == "or" ? .and : .not
      return ("\(text(left, strength)) \(word) \(text(right, tighter))", strength)
    case .not(let operand): return ("not \(text(operand, .comparison))", .not)
    }
  }

  private func factor(_ factor: Working.Factor, isFirst: Bool) -> String {
    let text = text(factor.value, isFirst ? .product : .negative)
    guard !isFirst, !text.hasPrefix("(") else { return text }
    // a call holds together by its own brackets
    if let leaf = factor.value.leaf, leaf.isName, digits == nil, leaf.strength == .atom {
      return text
    }
    // a quantity over a quantity of several units is hard to read without brackets
    if text.hasPrefix("-") || (factor.isDivided && text.contains("/")) { return "(\(text))" }
    if factor.isDivided, text.contains("×") { return "(\(text))" }
    if factor.isDivided, text.contains(" "), isCompound(factor.value) { return "(\(text))" }
    return text
  }

  /// A quantity of several units.
  private func isCompound(_ working: Working) -> Bool {
    guard let leaf = working.leaf, digits != nil || leaf.isExact else { return false }
    return leaf.quantity.type.kind == .number
      && quantities.session.units.parts(of: quantities.unit(of: leaf)).count > 1
  }

  private func leaf(_ leaf: Working.Leaf) -> (String, Working.Strength) {
    if leaf.isExact || (leaf.isName && digits == nil) { return (leaf.name, leaf.strength) }
    let text = quantities.text(leaf.quantity, digits: digits ?? quantities.session.digits)
    if text.hasPrefix("-") { return (text, .sum) }
    return (text, text.contains(" ") && !text.hasPrefix("\"") ? .quantity : .atom)
  }
}
