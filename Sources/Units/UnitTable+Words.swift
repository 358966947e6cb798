import Syntax

/// Units in words, as one reads them out: `kWh/(million t)` is *kilowatthour per million token*.
extension UnitTable {
  /// A unit as written, in words; a word that is no unit stays as it is.
  public func words(of expression: UnitExpression) -> String {
    func words(_ isAbove: Bool) -> String {
      expression.factors.filter { ($0.exponent.numerator >= 0) == isAbove }.map { factor in
        let name: String
        switch factor.kind {
        case .unit(let unit): name = longName(of: unit)
        case .number(let value): name = Self.multiplier(value)
        }
        return name + Self.power(isAbove ? factor.exponent : -factor.exponent)
      }.joined(separator: " ")
    }
    let below = words(false)
    return words(true) + (below.isEmpty ? "" : " per ") + below
  }

  /// `kilowatthour` for `kWh`; a unit without a long name keeps its own.
  public func longName(of name: Name) -> String {
    guard let (place, prefix) = spelling(name.text), Int(place) < index.declarations.count,
      let line = DeclarationLine(index.declarations[Int(place)].line.string)
    else { return name.text }
    // a word that was written stays that word
    let words = [line.name] + ["long", "short", "also"].flatMap(line.words)
    func isWord(_ text: Substring) -> Bool { text.utf8.count > 3 && text.allSatisfy(\.isLetter) }
    if words.contains(where: { isWord($0) && name.text.hasSuffix($0) }) { return name.text }
    let plural = line.name.lowercased() + "s"
    guard let long = words.first(where: { isWord($0) && $0.lowercased() != plural }) else {
      return name.text
    }
    return (prefix.map { Prefix.all[$0].long } ?? "") + long
  }

  private static func multiplier(_ value: Double) -> String {
    switch value {
    case 1e3: "thousand"
    case 1e6: "million"
    case 1e9: "billion"
    case 1e12: "trillion"
    default: value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
    }
  }

  private static func power(_ exponent: Rational) -> String {
    if exponent == .one { return "" }
    if exponent == Rational(2) { return " squared" }
    if exponent == Rational(3) { return " cubed" }
    return exponent.isInteger
      ? "^\(exponent.numerator)" : "^(\(exponent.numerator)/\(exponent.denominator))"
  }
}
