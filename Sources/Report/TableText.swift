import Units

/// A table as lines of text: columns apart by two blanks, decimal points below each other.
///
/// ```
/// batch  tput [t/s]       jt [J/t]
///     1        53.9   27.83..55.66
///     2       102.9   14.58..29.15
/// ```
///
/// Lines are handed out one at a time, without their line ends.
struct TableText {
  let units: UnitTable
  let hasColour: Bool

  func lines(of block: TableBlock, _ body: ([UInt8]) -> Void) {
    var block = block
    block.measure(units: units)
    var line: [UInt8] = []
    if let caption = block.caption {
      line.write(caption, .head, hasColour: hasColour)
      body(line)
    }
    line.removeAll(keepingCapacity: true)
    for (i, column) in block.columns.enumerated() {
      if i > 0 { line.writeBlanks(2) }
      column.writeHead(hasColour: hasColour, into: &line)
    }
    trim(&line)
    body(line)
    var scratch: [UInt8] = []
    for (part, rows) in block.parts.enumerated() {
      if part > 0 {
        line.removeAll(keepingCapacity: true)
        line.write(Self.more(block.left.count), .dim, hasColour: hasColour)
        body(line)
      }
      for row in rows {
        line.removeAll(keepingCapacity: true)
        for i in block.columns.indices {
          if i > 0 { line.writeBlanks(2) }
          block.columns[i].writeAligned(row, units: units, scratch: &scratch, into: &line)
        }
        trim(&line)
        body(line)
      }
    }
  }

  /// `… 999,980 more … (`table` shows all)`
  private static func more(_ count: Int) -> String {
    var digits = ""
    for (i, digit) in String(count).reversed().enumerated() {
      if i > 0, i.isMultiple(of: 3) { digits = "," + digits }
      digits = String(digit) + digits
    }
    return "… \(digits) more … (`table` shows all)"
  }

  private func trim(_ line: inout [UInt8]) {
    while line.last == UInt8(ascii: " ") { line.removeLast() }
  }
}

/// A table in Markdown (the tables of GitHub and CommonMark's extensions): numbers at the right.
struct TableMarkdown {
  let units: UnitTable

  /// A caption is a line of its own with an empty one below it.
  func lines(of block: TableBlock, _ body: ([UInt8]) -> Void) {
    var block = block
    block.measure(units: units)
    var line: [UInt8] = []
    if let caption = block.caption {
      line.write("**")
      writeEscaped(Array(caption.utf8), into: &line)
      line.write("**")
      body(line)
      body([])
    }
    var cell: [UInt8] = []
    writeRow(block, into: &line) { column, line in
      cell.removeAll(keepingCapacity: true)
      column.writeHead(hasColour: false, into: &cell)
      writeEscaped(cell, into: &line)
    }
    body(line)
    writeRow(block, into: &line) { column, line in
      let dashes = max(column.width, 3) - 1
      if column.isLeft { line.write("-") }
      line.append(contentsOf: repeatElement(UInt8(ascii: "-"), count: dashes))
      if !column.isLeft { line.write(":") }
    }
    body(line)
    var scratch: [UInt8] = []
    for row in 0..<block.rows {
      writeRow(block, into: &line) { column, line in
        cell.removeAll(keepingCapacity: true)
        column.writeAligned(row, units: units, scratch: &scratch, into: &cell)
        writeEscaped(cell, into: &line)
      }
      body(line)
    }
  }

  private func writeRow(
    _ block: TableBlock, into line: inout [UInt8],
    cell: (TableColumn, inout [UInt8]) -> Void
  ) {
    line.removeAll(keepingCapacity: true)
    line.write("|")
    for column in block.columns {
      line.write(" ")
      cell(column, &line)
      line.write(" |")
    }
  }

  /// A bar would end the cell.
  private func writeEscaped(_ text: [UInt8], into line: inout [UInt8]) {
    for byte in text {
      if byte == UInt8(ascii: "|") || byte == UInt8(ascii: "\\") { line.append(UInt8(ascii: "\\")) }
      line.append(byte)
    }
  }
}
