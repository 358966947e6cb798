import Engine
import Glibc
import Syntax
import Units

/// What a redefinition did to a result downstream, on one line.
///
/// ```
/// jt  9.631 → 4.816 J/t  (−50 %)
/// jt  4.69..9.381 → 2.345..4.69 J/t  (−50 %)
/// tput  [53.9, 102.9] → [53.9, 80] t/s over batch  (up to −22.3 %)
/// grid  64 values over batch, pue  (up to +12 % at batch 8, pue 1.5)
/// jt  has no value now: node is not defined
/// ```
struct ChangeText {
  let units: UnitTable
  let settings: Settings

  func write(_ change: Change, into out: inout [UInt8]) {
    guard let after = change.after else {
      return writeBroken(change.name, change.problem, into: &out)
    }
    write(change.name, change.before, after, into: &out)
  }

  private func write(_ name: String, _ before: Value, _ after: Value, into out: inout [UInt8]) {
    out.write(name, .name, hasColour: settings.hasColour)
    out.write("  ")
    guard before.hasShape(of: after) else {
      if before.isQuantity(like: after), ValueText.fits(after) {
        // a bracket became a number, or a number one: no ratio, but one unit
        return writeBothEnds(before, after, into: &out)
      }
      // another kind of thing: each as it is shown alone
      writeAlone(before, into: &out)
      out.write(" → ")
      return writeAlone(after, into: &out)
    }
    if ValueText.fits(after) {
      writeBothEnds(before, after, into: &out)
    } else {
      writeExtent(after, into: &out)
    }
    writeRelative(before, after, into: &out)
  }

  /// A watched expression: `· jt  9.631 → 4.816 J/t  (−50 %)`; one that is what it was has its value
  /// alone, `· jt  9.63102 J/t`.
  func write(_ watched: Watched, into out: inout [UInt8]) {
    out.write("· ")
    if let before = watched.before, let after = watched.after, !before.isSame(as: after) {
      return write(watched.text, before, after, into: &out)
    }
    guard let after = watched.after else {
      return writeBroken(watched.text, watched.problem, into: &out)
    }
    out.write(watched.text, .name, hasColour: settings.hasColour)
    out.write("  ")
    if ValueText.fits(after) {
      ValueText(units: units, settings: settings).write(name: nil, after, into: &out)
    } else {
      writeExtent(after, into: &out)
    }
  }

  /// The largest relative change among the cells and ends; nil where the value before is 0, where
  /// there are no numbers, and for temperature readings, which have no ratio.
  static func largestRelative(_ before: Value, _ after: Value, units: UnitTable) -> Double? {
    guard before.hasShape(of: after), !units.isReading(after.unit) else { return nil }
    return relatives(before, after).max { abs($0.change) < abs($1.change) }?.change
  }

  // MARK: parts

  private func writeBroken(_ name: String, _ problem: Diagnostic?, into out: inout [UInt8]) {
    out.write(name, .name, hasColour: settings.hasColour)
    out.write("  ")
    if let problem, case .undefined(_, let missing) = problem.problem as? EngineProblem {
      return out.write(Renderer.waiting(for: missing))
    }
    out.write("has no value now", .error, hasColour: settings.hasColour)
    if let problem {
      out.write(": ")
      out.write(DisplayWidth.visible(words(of: problem.problem).message))
    }
  }

  /// Both values in the unit of the larger (or the one that the new value asks for), with more
  /// digits where four do not tell them apart.
  private func writeBothEnds(_ before: Value, _ after: Value, into out: inout [UInt8]) {
    let text = ValueText(units: units, settings: settings)
    var shown: ShownUnit?
    if after.isNumeric {
      let largest = max(before.largestMagnitude, after.largestMagnitude)
      shown = ShownUnit(
        after.isPinned ? after.unit : units.step(of: after.unit, for: largest), units: units)
    }
    var old: [UInt8] = []
    var new: [UInt8] = []
    for digits in settings.digitsSideBySide...max(settings.digitsSideBySide, 15) {
      old = []
      new = []
      text.writeItems(before, shown, digits: digits, into: &old)
      text.writeItems(after, shown, digits: digits, into: &new)
      if old != new { break }
    }
    if old == new {
      (old, new) = ([], [])
      text.writeItems(before, shown, digits: settings.digitsSideBySide, into: &old)
      text.writeItems(after, shown, digits: settings.digitsSideBySide, into: &new)
    }
    out.append(contentsOf: old)
    out.write(" → ")
    out.begin(.value, hasColour: settings.hasColour)
    out.append(contentsOf: new)
    out.end(.value, hasColour: settings.hasColour)
    shown?.writeUnit(hasColour: settings.hasColour, into: &out)
    if let axis = after.axes.first?.name {
      out.write(" over ")
      out.write(axis.text)
    }
  }

  private func writeAlone(_ value: Value, into out: inout [UInt8]) {
    if ValueText.fits(value) {
      var settings = settings
      // brackets and lists have as many digits as values side by side anyway
      if value.axes.isEmpty, !value.isBracket { settings.digits = settings.digitsSideBySide }
      ValueText(units: units, settings: settings).write(name: nil, value, into: &out)
    } else {
      writeExtent(value, into: &out)
    }
  }

  /// `64 values over batch, pue`
  private func writeExtent(_ value: Value, into out: inout [UInt8]) {
    out.write("\(value.count) values over ")
    out.write(value.axes.map(\.title).joined(separator: ", "))
  }

  private func writeRelative(_ before: Value, _ after: Value, into out: inout [UInt8]) {
    guard !units.isReading(after.unit) else { return }
    let changes = Self.relatives(before, after)
    guard let largest = changes.max(by: { abs($0.change) < abs($1.change) }) else { return }
    // medians that were drawn anew differ by what samples do not tell
    let known = KnownDigits(
      largest.change * 100, error: Self.error(before, after, largest.cell).map { $0 * 100 }, of: 3)
    if case .place = known { return }
    let isSame = changes.allSatisfy { abs($0.change - largest.change) < 5e-4 }
    out.write("  (")
    if !isSame { out.write("up to ") }
    out.write(Self.percent(largest.change, units: units, digits: known.count(of: 3)))
    if !isSame, !ValueText.fits(after) {
      out.write(" at ")
      out.write(label(of: largest.cell, in: after))
    }
    out.write(")")
  }

  /// `batch 8, pue 1.5`
  private func label(of cell: Int, in value: Value) -> String {
    var rest = cell
    var parts: [String] = []
    for axis in value.axes.reversed() where axis.count > 0 {
      let at = rest % axis.count
      rest /= axis.count
      let text =
        switch axis.labels {
        case .numbers(let labels, let unit):
          units.numberText(labels[at] / units.factor(of: unit), unit: unit, digits: settings.digits)
            + (unit == .one ? "" : " " + units.text(of: unit))
        case .texts(let texts): texts[at]
        case .counts: String(at + 1)
        }
      parts.append("\(axis.title) \(text)")
    }
    return parts.reversed().joined(separator: ", ")
  }

  /// How far a change is likely off for resting on samples, as a share; nil where nothing is.
  private static func error(_ before: Value, _ after: Value, _ cell: Int) -> Double? {
    guard case .numbers(let old) = before.cells, old[cell] != 0 else { return nil }
    let errors = [before, after].compactMap { value -> Double? in
      value.distributed?.spreads[cell].medianError ?? value.errors?.cells[cell]
    }
    return errors.isEmpty ? nil : errors.reduce(0) { hypot($0, $1) } / abs(old[cell])
  }

  private static func relatives(_ before: Value, _ after: Value) -> [(change: Double, cell: Int)] {
    guard case .numbers(let old) = before.cells, case .numbers(let new) = after.cells else {
      return []
    }
    let pairs: [(before: [Double], after: [Double])] =
      if let low = before.low, let high = before.high, let newLow = after.low,
        let newHigh = after.high
      {
        [(low, newLow), (high, newHigh)]
      } else {
        [(old, new)]
      }
    return pairs.flatMap { pair in
      pair.before.indices.compactMap { i in
        let change = (pair.after[i] - pair.before[i]) / abs(pair.before[i])
        return change.isFinite ? (change, i) : nil
      }
    }
  }

  /// `−50 %`, `+12.5 %`; from eleven times as much on as a factor: `× 11.3`.
  static func percent(_ relative: Double, units: UnitTable, digits: Int = 3) -> String {
    if relative == 0 { return "0 %" }
    if relative >= 10 { return "× " + units.numberText(relative + 1, unit: .one, digits: digits) }
    let number = units.numberText(abs(relative * 100), unit: .one, digits: digits)
    return (relative < 0 ? "−" : "+") + number + " %"
  }
}

extension Value {
  /// Whether two values can be compared cell by cell: the same dimension, axes of the same lengths,
  /// brackets both or neither.
  func hasShape(of other: Value) -> Bool {
    switch (cells, other.cells) {
    case (.numbers, .numbers): isQuantity(like: other) && isBracket == other.isBracket
    case (.truths, .truths), (.texts, .texts): hasAxes(of: other)
    default: false
    }
  }

  /// Whether both are numbers of one dimension along axes of the same names and lengths, brackets
  /// or not.
  func isQuantity(like other: Value) -> Bool {
    isNumeric && other.isNumeric && dimension == other.dimension && hasAxes(of: other)
  }

  private func hasAxes(of other: Value) -> Bool {
    axes.map(\.count) == other.axes.map(\.count) && axes.map(\.name) == other.axes.map(\.name)
  }

  /// Whether two values have the same cells and ends, in whatever unit each is shown.
  func isSame(as other: Value) -> Bool {
    guard low == other.low, high == other.high, dimension == other.dimension else { return false }
    switch (cells, other.cells) {
    case (.numbers(let a), .numbers(let b)): return a == b
    case (.truths(let a), .truths(let b)): return a == b
    case (.texts(let a), .texts(let b)): return a == b
    default: return false
    }
  }
}
