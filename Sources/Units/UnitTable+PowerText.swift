/// Round factors between units as people write them.
extension UnitTable {
  /// `3600`, `10⁶`, `3.6×10⁶`: as tj reads it back.
  public func powerText(_ number: Double) -> String {
    let size = abs(number)
    guard size >= 1e5 || (size < 1e-3 && size > 0) else {
      return numberText(number, unit: .one, digits: 17)
    }
    var digits = ""
    var exponent = 0
    var isFraction = false
    let text = "\(size)"
    let mantissa = text.prefix { $0 != "e" }
    if let mark = text.firstIndex(of: "e") {
      exponent = Int(text[text.index(after: mark)...].drop { $0 == "+" }) ?? 0
    }
    var point = 0
    for character in mantissa {
      if character == "." { isFraction = true } else { digits.append(character) }
      if !isFraction { point += 1 }
    }
    let leading = digits.prefix { $0 == "0" }.count
    digits.removeFirst(leading)
    while digits.count > 1, digits.hasSuffix("0") { digits.removeLast() }
    exponent += point - 1 - leading
    let power = "10\(UnitTable.superscript(exponent))"
    let sign = number < 0 ? "-" : ""
    if digits == "1" { return sign + power }
    let first = String(digits.prefix(1))
    let rest = String(digits.dropFirst())
    return "\(sign)\(first)\(rest.isEmpty ? "" : "." + rest)×\(power)"
  }

  private static func superscript(_ number: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let text = String(abs(number)).compactMap { $0.wholeNumberValue.map { digits[$0] } }
    return (number < 0 ? "⁻" : "") + String(text)
  }
}
