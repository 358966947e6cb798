import Syntax
import Units

/// One value in a derivation, exact: a number in base units with the unit it is written in, a truth
/// or a text.
struct Quantity {
  var number: Double
  var type: ValueType
  var text: String?
  /// the catalog row that it is the plain value of
  var record: String?

  init(_ number: Double, _ type: ValueType, text: String? = nil, record: String? = nil) {
    self.number = number
    self.type = type
    self.text = text
    self.record = record
  }

  static func truth(_ holds: Bool) -> Quantity { Quantity(holds ? 1 : 0, .truth) }

  var kind: Derivation.Kind {
    switch type.kind {
    case .number: .number
    case .truth: .truth
    case .text: .text
    }
  }
}

/// How quantities are written in the lines of a derivation, so that tj reads them back.
struct QuantityText {
  let session: Session
  private var units: UnitTable { session.units }

  /// The unit in which a value on the way is written: its own, unless the number becomes unwieldy.
  func unit(of quantity: Quantity) -> Unit {
    let unit = quantity.type.unit
    if quantity.type.isPinned { return unit }
    let size = abs(inUnit(quantity.number, unit))
    if size == 0 || (size >= 1e-3 && size < 1e6) { return unit }
    let step = units.step(of: unit, for: abs(quantity.number))
    // a step that leaves the number as unwieldy as it is helps nobody
    let stepped = abs(inUnit(quantity.number, step))
    return stepped >= 1e-3 && stepped < 1e6 ? step : unit
  }

  /// A literal keeps the unit that it was written in.
  func unit(of leaf: Working.Leaf) -> Unit {
    leaf.isExact ? leaf.quantity.type.unit : unit(of: leaf.quantity)
  }

  func inUnit(_ number: Double, _ unit: Unit) -> Double {
    (number - units.offset(of: unit)) / units.factor(of: unit)
  }

  func inBase(_ number: Double, _ unit: Unit) -> Double {
    number * units.factor(of: unit) + units.offset(of: unit)
  }

  /// `3080 W`, to so many significant digits.
  /// - Parameter isLast: whether nothing is worked out from it in the same block: money has two
  ///   decimals there.
  func text(_ quantity: Quantity, digits: Int, isLast: Bool = false) -> String {
    switch quantity.type.kind {
    case .truth: return quantity.number == 1 ? "true" : "false"
    case .text: return quoted(quantity.text ?? "")
    case .number: break
    }
    let unit = unit(of: quantity)
    return joined(
      number(inUnit(quantity.number, unit), unit, digits: digits, isLast: isLast), unit)
  }

  func number(_ number: Double, _ unit: Unit = .one, digits: Int, isLast: Bool = false) -> String {
    let isRounded = isLast || !units.isPlainMoney(unit)
    return units.numberText(number, unit: isRounded ? unit : .one, digits: digits)
  }

  /// A number before its unit.
  func joined(_ number: String, _ unit: Unit) -> String {
    let name = unitText(unit)
    return name.isEmpty ? number : "\(number) \(name)"
  }

  /// Where a variable has a unit's name, blanks in a unit would be read either way.
  func unitText(_ unit: Unit) -> String {
    let text = units.text(of: unit)
    guard session.hasUnitNames, text.contains(" "),
      !units.parts(of: unit).contains(where: {
        $0.text.contains(" ") || $0.text.first?.isNumber == true
      })
    else { return text }
    return text.replacing(" ", with: "·")
  }

  /// The number that a text of so many digits would read back as.
  func rounded(_ quantity: Quantity, digits: Int) -> Double {
    guard quantity.type.kind == .number else { return quantity.number }
    let unit = unit(of: quantity)
    let text = number(inUnit(quantity.number, unit), unit, digits: digits)
    return Double(text).map { inBase($0, unit) } ?? quantity.number
  }

  /// As tj prints it.
  func printed(_ quantity: Quantity) -> String {
    guard quantity.type.kind == .number else { return text(quantity, digits: session.digits) }
    return session.brief(
      quantity.number, quantity.type.unit, isPinned: quantity.type.isPinned,
      digits: session.digits)
  }

  /// As it could be typed: full precision.
  func exact(_ quantity: Quantity) -> String { text(quantity, digits: 17) }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      switch character {
      case "\"", "\\": result += "\\\(character)"
      case "{": result += "{{"
      case "}": result += "}}"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.append(character)
      }
    }
    return result + "\""
  }
}
