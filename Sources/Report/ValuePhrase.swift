import Engine
import Units

/// A value in a few words, for a cell beside others: `319.8 t/s`, `1.5..2.2..3 kW`,
/// `[53.9, 102.9, …, 1182] t/s over batch (10 values)`.
///
/// What stands there reads back where nothing was left out; all digits stand in CSV and JSON.
struct ValuePhrase {
  /// More values of a list than this are left out in the middle.
  private static let longestList = 8

  private let units: UnitTable
  private let settings: Settings

  init(units: UnitTable, settings: Settings) {
    self.units = units
    var plain = settings
    plain.hasColour = false
    self.settings = plain
  }

  func text(_ value: Value) -> String {
    if value.axes.isEmpty {
      if let best = bestText(value) { return best }
      if case .texts(let texts) = value.cells { return quoted(texts.first ?? "") }
      return line(value)
    }
    return value.axes.count == 1 && value.count <= Self.longestList ? line(value) : cut(value)
  }

  /// Whether a value is shown in another unit than it was written in: 8766 h as 1 year.
  func isConverted(_ value: Value) -> Bool {
    value.isNumeric && ShownUnit(of: value, units: units).unit != value.unit
  }

  private func line(_ value: Value) -> String {
    var out: [UInt8] = []
    ValueText(units: units, settings: settings).write(name: nil, value, into: &out)
    return DisplayWidth.visible(String(decoding: out, as: UTF8.self))
  }

  private func quoted(_ text: String) -> String { "\"\(DisplayWidth.visible(text))\"" }

  /// Both ends and the best guess between them.
  private func bestText(_ value: Value) -> String? {
    guard value.hasBest, case .numbers(let best) = value.cells, let low = value.low?.first,
      let high = value.high?.first, let middle = best.first, low != high
    else { return nil }
    let shown = ShownUnit(of: value, units: units)
    let isSpaced = shown.inUnit(low) < 0 || shown.inUnit(high) < 0
    var out: [UInt8] = []
    for (i, number) in [low, middle, high].enumerated() {
      if i > 0 { out.write(isSpaced ? " .. " : "..") }
      shown.writeNumber(number, digits: settings.digitsSideBySide, units: units, into: &out)
    }
    shown.writeUnit(hasColour: false, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// The first and the last value of many.
  private func cut(_ value: Value) -> String {
    let shown = value.isNumeric ? ShownUnit(of: value, units: units) : nil
    var out: [UInt8] = []
    let text = ValueText(units: units, settings: settings)
    func write(_ i: Int) {
      var cell = value
      cell.axes = []
      cell.low = value.low.map { [$0[i]] }
      cell.high = value.high.map { [$0[i]] }
      switch value.cells {
      case .numbers(let numbers): cell.cells = .numbers([numbers[i]])
      case .truths(let truths): cell.cells = .truths([truths[i]])
      case .texts(let texts): return out.write(quoted(texts[i]))
      }
      text.writeItems(cell, shown, digits: settings.digitsSideBySide, into: &out)
    }
    out.write("[")
    for i in 0..<min(3, value.count) {
      write(i)
      out.write(", ")
    }
    if value.count > 4 { out.write("…, ") }
    if value.count > 3 { write(value.count - 1) } else { out.removeLast(2) }
    out.write("]")
    shown?.writeUnit(hasColour: false, into: &out)
    let axes = value.axes.compactMap(\.name?.text)
    if !axes.isEmpty { out.write(" over \(axes.joined(separator: ", "))") }
    out.write(" (\(value.count) values)")
    return DisplayWidth.visible(String(decoding: out, as: UTF8.self))
  }
}
