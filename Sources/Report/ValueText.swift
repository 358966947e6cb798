import Engine
import Glibc
import Units

/// One value on one line, as tj would read it back.
///
/// ```
/// 9.63102 J/t
/// 4.69..9.381 J/t
/// [53.9, 102.9] t/s over batch
/// depends on node
/// ```
struct ValueText {
  /// Lists up to here stand on one line, longer ones as a table.
  static let longestList = 8

  let units: UnitTable
  let settings: Settings

  /// Whether a value fits on a line; else it is shown as a table.
  static func fits(_ value: Value) -> Bool {
    value.axes.isEmpty || (value.axes.count == 1 && value.count <= longestList)
  }

  /// Writes `name = value`, or the value alone, without a line end.
  func write(name: String?, _ value: Value, into out: inout [UInt8]) {
    if let name {
      out.write(name, .name, hasColour: settings.hasColour)
      out.write(" = ")
    }
    write(value, name: name, into: &out)
  }

  private func write(_ value: Value, name: String?, into out: inout [UInt8]) {
    guard value.axes.isEmpty else { return writeList(value, name: name, into: &out) }
    switch value.cells {
    case .numbers(let numbers):
      guard let number = numbers.first else { return }
      let shown = ShownUnit(of: value, units: units)
      if let distributed = value.distributed {
        return write(value, distributed, shown, into: &out)
      }
      let digits = value.isBracket ? settings.digitsSideBySide : settings.digits
      out.begin(.value, hasColour: settings.hasColour)
      writeNumber(number, 0, of: value, shown, digits: digits, into: &out)
      out.end(.value, hasColour: settings.hasColour)
      shown.writeUnit(hasColour: settings.hasColour, into: &out)
      if value.isOuterBound { out.write(" (outer bound)", .dim, hasColour: settings.hasColour) }
      if isUnknown(value, 0, number, shown) || showsMore(than: number, of: value, shown, digits),
        let error = value.errors?.cells.first
      {
        let size = Self.rounded(shown.ofDifferences.inUnit(error), 1)
        let text = units.numberText(size, unit: .one, digits: 1)
        out.write(" (sampling error \(text))", .dim, hasColour: settings.hasColour)
      }
      // as a comment, so that the line still reads back
      if let label = value.label { out.write("  # \(label)", .dim, hasColour: settings.hasColour) }
    case .truths(let truths):
      if let truth = truths.first {
        out.write(truth.text, .value, hasColour: settings.hasColour)
      }
      if value.isOuterBound { out.write(" (outer bound)", .dim, hasColour: settings.hasColour) }
    case .texts(let texts):
      if let text = texts.first { out.write(text, .value, hasColour: settings.hasColour) }
    }
  }

  /// `[53.9, 102.9] t/s over batch`; no `over` for a list that made the axis itself.
  private func writeList(_ value: Value, name: String?, into out: inout [UInt8]) {
    let shown = value.isNumeric ? ShownUnit(of: value, units: units) : nil
    out.begin(.value, hasColour: settings.hasColour)
    writeItems(value, shown, digits: settings.digitsSideBySide, into: &out)
    out.end(.value, hasColour: settings.hasColour)
    shown?.writeUnit(hasColour: settings.hasColour, into: &out)
    if let axis = value.axes.first, let axisName = axis.name?.text, axisName != name,
      !value.isLabels(of: axis)
    {
      out.write(" over ")
      out.write(axisName, .name, hasColour: settings.hasColour)
    }
    if let distributed = value.distributed { out.write(" (\(distributed.remark))") }
    if case .numbers(let numbers) = value.cells, let shown,
      let worst = numbers.indices.filter({ isUnknown(value, $0, numbers[$0], shown) })
        .compactMap({ value.errors?.cells[$0] }).max()
    {
      let size = Self.rounded(shown.ofDifferences.inUnit(worst), 1)
      let text = units.numberText(size, unit: .one, digits: 1)
      out.write(" (sampling error up to \(text))", .dim, hasColour: settings.hasColour)
    }
    if value.isOuterBound { out.write(" (outer bound)", .dim, hasColour: settings.hasColour) }
  }

  /// Whether not even the first digit of a cell is known.
  private func isUnknown(_ value: Value, _ i: Int, _ number: Double, _ shown: ShownUnit) -> Bool {
    if case .place = value.known(i, shown.inUnit(number), one: shown.inOne, of: 1) { return true }
    return false
  }

  private func known(
    _ value: Value, _ i: Int, _ number: Double, _ shown: ShownUnit, of digits: Int
  ) -> Int {
    value.known(i, shown.inUnit(number), one: shown.inOne, of: digits).count(of: digits)
  }

  /// Whether more digits stand before the decimal point than are known: none of them is left out.
  private func showsMore(than number: Double, of value: Value, _ shown: ShownUnit, _ digits: Int)
    -> Bool
  {
    let known = known(value, 0, number, shown, of: digits)
    return known < digits && abs(shown.inUnit(number)) >= pow(10, Double(known))
  }

  /// `[53.9, 102.9]`, or the item alone where there is no axis; without the unit.
  func writeItems(_ value: Value, _ shown: ShownUnit?, digits: Int, into out: inout [UInt8]) {
    let isList = !value.axes.isEmpty
    if isList { out.write("[") }
    for i in 0..<value.count {
      if i > 0 { out.write(", ") }
      switch value.cells {
      case .numbers(let numbers):
        if let shown { writeNumber(numbers[i], i, of: value, shown, digits: digits, into: &out) }
      case .truths(let truths): out.write(truths[i].text)
      case .texts(let texts): out.write(isList ? quoted(texts[i]) : texts[i])
      }
    }
    if isList { out.write("]") }
  }

  /// A cell's number, or both its ends where they differ.
  private func writeNumber(
    _ number: Double, _ i: Int, of value: Value, _ shown: ShownUnit, digits: Int,
    into out: inout [UInt8]
  ) {
    if let distributed = value.distributed {
      out.write(SpreadText(value, distributed, cell: i, shown).short)
    } else if let low = value.low?[i], let high = value.high?[i], low != high {
      let isSpaced = shown.inUnit(low) < 0 || shown.inUnit(high) < 0
      shown.writeNumber(
        low, digits: known(value, i, low, shown, of: digits), units: units, into: &out)
      out.write(isSpaced ? " .. " : "..")
      shown.writeNumber(
        high, digits: known(value, i, high, shown, of: digits), units: units, into: &out)
    } else {
      let known = known(value, i, number, shown, of: digits)
      let inUnit = shown.inUnit(number)
      // (a large number keeps the digits before its point, where these are known)
      let told = known < digits && value.errors != nil ? Self.rounded(inUnit, known) : inUnit
      units.write(told, unit: shown.unit, digits: known, into: &out)
    }
  }

  /// To so many significant digits.
  private static func rounded(_ number: Double, _ digits: Int) -> Double {
    guard number != 0, number.isFinite else { return number }
    let place = floor(log10(abs(number))) - Double(max(digits, 1) - 1)
    // dividing by a power of ten is exact where multiplying by its inverse is not
    return place >= 0
      ? (number / pow(10, place)).rounded() * pow(10, place)
      : (number * pow(10, -place)).rounded() / pow(10, -place)
  }

  /// A text as tj reads it: `"a \"b\" {{c}}"`.
  private func quoted(_ text: String) -> String {
    var result = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\"", "\\":
        result.unicodeScalars.append("\\")
        result.unicodeScalars.append(character)
      case "{", "}":
        result.unicodeScalars.append(character)
        result.unicodeScalars.append(character)
      default: result.unicodeScalars.append(character)
      }
    }
    return result + "\""
  }
}

extension Value.Truth {
  /// `true`, `false`, `depends on node, tput`
  var text: String {
    switch self {
    case .yes: "true"
    case .no: "false"
    case .depends(let sources):
      "depends on " + sources.map { SourceName.words($0) { $0 } }.joined(separator: ", ")
    case .probably, .between: probability ?? ""
    }
  }
}

extension Value {
  /// Whether the cells are the labels of the axis themselves, as of a list that named its axis.
  func isLabels(of axis: Axis) -> Bool {
    guard !isBracket, axes.count == 1, axes[0] === axis else { return false }
    switch (cells, axis.labels) {
    case (.numbers(let cells), .numbers(let labels, let labelUnit)):
      return unit == labelUnit && cells == labels
    case (.texts(let cells), .texts(let labels)): return cells == labels
    default: return false
    }
  }
}
