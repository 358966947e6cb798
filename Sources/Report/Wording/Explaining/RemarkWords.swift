import Engine
import Units

/// The words of a remark in a derivation. Each kind of step has a file of its own beside this one.
///
/// ```
/// .relation(.size(kWh, count: 3.6e6, J, isExact: true)) // 1 kWh = 3.6×10⁶ J
/// .label(.shown([batch, 1, the first of 4])) // for batch = 1, the first of 4
/// ```
struct RemarkWords {
  let units: UnitTable
  let settings: Settings

  /// Everything that is said about a line.
  func words(_ remarks: [Derivation.Remark]) -> String {
    remarks.map(words).filter { !$0.isEmpty }.joined(separator: "; ")
  }

  func words(_ remark: Derivation.Remark) -> String {
    switch remark {
    case .given(let given): words(given)
    case .reference(let reference): words(reference)
    case .override(let override): words(override)
    case .relation(let relation): words(relation)
    case .conversion(let relations): Words.joined(relations.map(words), "and")
    case .bracket(let bracket): words(bracket)
    case .distribution(let distribution): words(distribution)
    case .condition(let condition): words(condition)
    case .call(let signature): "the formula of \(signature)"
    case .label(let labels): words(labels)
    case .terms(let terms): words(terms)
    case .solution(let solution): words(solution)
    case .result(let result): words(result)
    }
  }

  // MARK: amounts

  /// `3.08 kW`, as a result would show it.
  func text(_ amount: Derivation.Amount) -> String {
    let shown = ShownUnit(
      amount.isPinned ? amount.unit : units.step(of: amount.unit, for: abs(amount.number)),
      units: units)
    var out: [UInt8] = []
    shown.writeNumber(
      amount.number, digits: amount.isBesideOthers ? settings.digitsSideBySide : settings.digits,
      units: units, into: &out)
    shown.writeUnit(hasColour: false, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// `1.5..3 kW`: both in the unit of the larger one.
  func text(_ low: Derivation.Amount, to high: Derivation.Amount) -> String {
    let largest = max(abs(low.number), abs(high.number))
    let shown = ShownUnit(
      low.isPinned ? low.unit : units.step(of: low.unit, for: largest), units: units)
    var out: [UInt8] = []
    shown.writeNumber(low.number, digits: settings.digitsSideBySide, units: units, into: &out)
    out.write(min(low.number, high.number) < 0 ? " .. " : "..")
    shown.writeNumber(high.number, digits: settings.digitsSideBySide, units: units, into: &out)
    shown.writeUnit(hasColour: false, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// A plain number: `58.4963`.
  func text(_ number: Double, digits: Int = 6) -> String {
    units.numberText(number, unit: .one, digits: digits)
  }
}
