/// A table of texts whose cells go on over several lines where the page is too narrow.
///
/// ```
/// input     value    about
/// h100_sxm  700 W    H100 SXM5 80GB:
///                    board power [1]
/// ```
struct WrappedTable {
  struct Column {
    var title: String
    var role: Role
    /// Wrapped down to this many columns of the terminal, but not further.
    var narrowest: Int
    var cells: [String] = []
  }
  private static let gap = 2
  private static let longestWord = 28

  var columns: [Column]
  let width: Int

  mutating func add(_ cells: [String]) {
    for i in cells.indices { columns[i].cells.append(cells[i]) }
  }

  /// Writes a head (if there are titles) and the rows; columns without a single text are left out.
  func write(hasColour: Bool, into out: inout [UInt8]) {
    let shown = columns.filter { $0.cells.contains { !$0.isEmpty } }
    let widths = widths(shown)
    if shown.contains(where: { !$0.title.isEmpty }) {
      write(shown.map { Styled($0.title, .head) }, widths, hasColour: hasColour, into: &out)
    }
    for row in 0..<(shown.first?.cells.count ?? 0) {
      let wrapped = zip(shown, widths).map { Wrapping.lines($0.cells[row], width: $1) }
      for line in 0..<(wrapped.map(\.count).max() ?? 0) {
        let cells = zip(shown, wrapped).map { column, lines in
          line < lines.count ? Styled(lines[line], column.role) : Styled()
        }
        write(cells, widths, hasColour: hasColour, into: &out)
      }
    }
  }

  /// As wide as the texts are; where that is too much, the last column gives way first, and then
  /// whichever is widest. No word of a usual length is broken.
  private func widths(_ columns: [Column]) -> [Int] {
    let narrowest = columns.map { column in
      max(column.narrowest, min(column.cells.map(Self.longestWord).max() ?? 0, Self.longestWord))
    }
    var widths = columns.map { column in
      max(DisplayWidth.of(column.title), column.cells.map(DisplayWidth.of).max() ?? 0)
    }
    var excess = widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) - width
    // the last one has two fifths of the page as long as others can give way
    if let last = widths.last, let least = narrowest.last {
      let step = max(0, min(excess, last - max(width * 2 / 5, least)))
      widths[widths.count - 1] -= step
      excess -= step
    }
    while excess > 0 {
      let able = widths.indices.filter { widths[$0] > narrowest[$0] }
      guard let widest = able.max(by: { widths[$0] < widths[$1] }) else { break }
      // down to the next widest at once
      let next = able.filter { widths[$0] < widths[widest] }.map { widths[$0] }.max() ?? 0
      let step = min(excess, widths[widest] - max(narrowest[widest], next))
      widths[widest] -= max(1, step)
      excess -= max(1, step)
    }
    return widths
  }

  private static func longestWord(_ text: String) -> Int {
    text.split(separator: " ").map { DisplayWidth.of(String($0)) }.max() ?? 0
  }

  private func write(
    _ cells: [Styled], _ widths: [Int], hasColour: Bool, into out: inout [UInt8]
  ) {
    let last = cells.lastIndex { !$0.pieces.isEmpty } ?? 0
    for (i, cell) in cells.enumerated() where i <= last {
      cell.write(hasColour: hasColour, into: &out)
      if i < last {
        out.writeBlanks(widths[i] - DisplayWidth.of(cell.plainText) + Self.gap)
      }
    }
    out.write("\n")
  }
}

/// Breaking a text into lines.
enum Wrapping {
  /// Lines of at most `width` columns, broken at blanks, a word that is longer anywhere.
  static func lines(_ text: String, width: Int) -> [String] {
    if DisplayWidth.of(text) <= width { return [text] }
    var lines: [String] = []
    var line = ""
    var columns = 0
    for word in text.split(separator: " ") {
      for part in pieces(of: word, width: max(width, 1)) {
        let partWidth = DisplayWidth.of(part)
        if columns > 0, columns + 1 + partWidth > width {
          lines.append(line)
          line = ""
          columns = 0
        }
        if columns > 0 { line += " " }
        line += part
        columns += partWidth + (columns > 0 ? 1 : 0)
      }
    }
    lines.append(line)
    return lines
  }

  /// A line with colours, broken at blanks: what goes on stands further right by `indent`.
  /// - Parameter line: UTF-8; sequences of `ESC [ … m` take no columns.
  static func styled(_ line: ArraySlice<UInt8>, width: Int, indent: Int) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(line.count + 16)
    var columns = 0
    for (i, word) in line.split(separator: 0x20, omittingEmptySubsequences: false).enumerated() {
      let wide = DisplayWidth.of(withoutColours(word))
      // blanks that stand together go on standing there
      if i > 0, columns > indent, !word.isEmpty, columns + 1 + wide > width {
        while out.last == 0x20 { out.removeLast() }
        out.append(0x0A)
        out.append(contentsOf: repeatElement(0x20, count: indent))
        columns = indent
      } else if i > 0 {
        out.append(0x20)
        columns += 1
      }
      out.append(contentsOf: word)
      columns += wide
    }
    return out
  }

  private static func withoutColours(_ bytes: ArraySlice<UInt8>) -> String {
    var seen: [UInt8] = []
    var isInside = false
    for byte in bytes {
      if byte == 0x1B { isInside = true }
      if !isInside { seen.append(byte) }
      if isInside, byte == UInt8(ascii: "m") { isInside = false }
    }
    return String(decoding: seen, as: UTF8.self)
  }

  private static func pieces(of word: Substring, width: Int) -> [String] {
    if DisplayWidth.of(String(word)) <= width { return [String(word)] }
    var pieces: [String] = []
    var piece = ""
    var columns = 0
    for scalar in word.unicodeScalars {
      let wide = DisplayWidth.of(scalar)
      if columns + wide > width, columns > 0 {
        pieces.append(piece)
        piece = ""
        columns = 0
      }
      piece.unicodeScalars.append(scalar)
      columns += wide
    }
    pieces.append(piece)
    return pieces
  }

  /// A text on at most `width` columns, its end cut off with `…`.
  static func cut(_ text: String, width: Int) -> String {
    if DisplayWidth.of(text) <= width { return text }
    var result = ""
    var columns = 0
    for scalar in text.unicodeScalars {
      let wide = DisplayWidth.of(scalar)
      if columns + wide > max(width, 1) - 1 { break }
      result.unicodeScalars.append(scalar)
      columns += wide
    }
    return result + "…"
  }
}
