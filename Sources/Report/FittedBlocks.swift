import Engine
import Units

/// A block that is wider than the page, as several below each other: the labels stand in each, and
/// columns that belong together stay together where they fit.
///
/// ```
/// jt [J/t]
/// batch   base  worst  worst − base  relative
///     1  27.83  55.66        +27.83    +100 %
///
/// batch   best  best − base  relative
///     1  13.91       −13.91     −50 %
/// ```
extension TableBlock {
  /// - Parameters:
  ///   - labels: how many columns at the left are repeated.
  ///   - groups: how many of the columns after them belong together each.
  /// - Complexity: that of measuring all cells.
  func fitted(to width: Int, labels: Int, groups: [Int], units: UnitTable) -> [TableBlock] {
    var measured = self
    // the lines of a long caption are further in
    measured.caption = caption.map {
      Wrapping.lines($0, width: width - Self.gap).joined(separator: "\n  ")
    }
    let plain = measured
    measured.measure(units: units)
    let widths = measured.columns.map { $0.width + Self.gap }
    if widths.reduce(-Self.gap, +) <= width { return [plain] }
    let labelWidth = widths.prefix(labels).reduce(-Self.gap, +)
    var parts: [[Int]] = []
    var part: [Int] = []
    var taken = labelWidth
    func close() {
      if !part.isEmpty { parts.append(part) }
      part = []
      taken = labelWidth
    }
    var next = labels
    for size in groups {
      let group = Array(next..<min(next + size, columns.count))
      next += size
      let groupWidth = group.reduce(0) { $0 + widths[$1] }
      if taken + groupWidth > width { close() }
      if taken + groupWidth <= width {
        part += group
        taken += groupWidth
        continue
      }
      // not even a page of its own is wide enough
      for column in group {
        if taken + widths[column] > width { close() }
        part.append(column)
        taken += widths[column]
      }
    }
    close()
    return parts.enumerated().map { number, part in
      var block = self
      block.caption = number == 0 ? plain.caption : nil
      block.columns =
        Array(columns.prefix(labels))
        + part.map { at in
          var column = columns[at]
          column.shortenHead(to: max(width - labelWidth - Self.gap, 12))
          return column
        }
      return block
    }
  }

  private static let gap = 2
}
