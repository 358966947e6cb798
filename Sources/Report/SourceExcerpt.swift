import Syntax

/// A line of a source as it can be shown, or of a very long line the part around a place.
///
/// Tabs are expanded, control characters made visible, bytes that are no UTF-8 shown as `�`; every
/// byte offset knows its column, wide and combining characters taken into account.
struct SourceExcerpt {
  /// The text to show, `…` where the line goes on.
  private(set) var text = ""
  /// For each character shown: where it begins in the source, and in which column.
  private var offsets: [Int] = []
  private var columns: [Int] = []
  private var width = 0
  /// Whether the line goes on behind what is shown.
  private let isCut: Bool
  /// The bytes of the source that are shown.
  let range: Range<Int>

  /// - Parameters:
  ///   - place: the byte offset that must be seen.
  ///   - limit: columns to fill; the mark of a cut, `…`, may come after them, and more where many
  ///     wide characters stand before the place.
  init(_ source: SourceText, around place: Int, width limit: Int) {
    var line = source.lineRange(at: place)
    if line.upperBound > line.lowerBound, source.bytes[line.upperBound - 1] == 13 {
      line = line.lowerBound..<(line.upperBound - 1)
    }
    let place = min(max(place, line.lowerBound), line.upperBound)
    // from the line's beginning if the place is near it or the line is short
    var start = line.lowerBound
    if line.count > limit, place - line.lowerBound > limit * 2 / 3 {
      start = max(line.lowerBound, min(place - limit / 3, line.upperBound - limit + 1))
      while start > line.lowerBound, source.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    }
    var shown: [(offset: Int, column: Int)] = []
    var text = start > line.lowerBound ? "…" : ""
    var column = text.isEmpty ? 0 : 1
    var at = start
    // marks without a width of their own may go on for ever
    while at < line.upperBound, (column < limit && shown.count < 8 * limit) || at <= place {
      let (scalar, length) = Self.decode(source.bytes, at: at, end: line.upperBound)
      shown.append((at, column))
      let piece =
        scalar == "\t"
        ? String(repeating: " ", count: 4 - column % 4) : DisplayWidth.visible(scalar)
      text += piece
      column += DisplayWidth.of(piece)
      at += length
    }
    width = column
    isCut = at < line.upperBound
    if isCut { text += "…" }
    offsets = shown.map(\.offset)
    columns = shown.map(\.column)
    range = start..<at
    self.text = text
  }

  /// The columns of a span, at least one; nil if it begins outside of what is shown.
  func columns(of span: Span) -> Range<Int>? {
    // the line end of a line that is shown to its end counts as the place behind it
    let first = isCut ? Int(span.start) : min(Int(span.start), range.upperBound)
    guard range.contains(first) || (first == range.upperBound && !isCut) else { return nil }
    let start = column(of: first)
    return start..<max(start + 1, column(of: Int(span.end)))
  }

  /// The column of the character that holds a byte; behind the last one beyond the end.
  private func column(of offset: Int) -> Int {
    guard offset < range.upperBound else { return width }
    var (low, high) = (0, offsets.count)
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? columns[low - 1] : 0
  }

  /// One character of a text that may be no UTF-8, and how many bytes it takes.
  private static func decode(_ bytes: [UInt8], at: Int, end: Int) -> (Unicode.Scalar, Int) {
    if bytes[at] < 0x80 { return (Unicode.Scalar(bytes[at]), 1) }
    var iterator = bytes[at..<min(at + 4, end)].makeIterator()
    var decoder = UTF8()
    if case .scalarValue(let scalar) = decoder.decode(&iterator) {
      return (scalar, String(scalar).utf8.count)
    }
    return ("\u{FFFD}", 1)
  }
}
