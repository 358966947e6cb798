import Units

/// A table as a `tabular` of LaTeX, below the derivation of one of its labels.
///
/// ```
/// \begin{tabular}{rr}
///   batch & jt [J/t] \\ \hline
///   1 & 60 \\
/// \end{tabular}
/// ```
struct TableLatex {
  let units: UnitTable

  func write(_ block: TableBlock, into out: inout [UInt8]) {
    var block = block
    block.measure(units: units)
    if let caption = block.caption { out.write(ExplainLatex.escaped(caption) + "\n\n") }
    let sides = block.columns.map { $0.isLeft ? "l" : "r" }.joined()
    out.write("\\begin{tabular}{\(sides)}\n")
    writeRow(block, into: &out, end: " \\\\ \\hline\n") { column, cell in
      column.writeHead(hasColour: false, into: &cell)
    }
    var scratch: [UInt8] = []
    for row in 0..<block.rows {
      writeRow(block, into: &out, end: " \\\\\n") { column, cell in
        column.writeAligned(row, units: units, scratch: &scratch, into: &cell)
      }
    }
    out.write("\\end{tabular}\n")
  }

  private func writeRow(
    _ block: TableBlock, into out: inout [UInt8], end: String,
    cell: (TableColumn, inout [UInt8]) -> Void
  ) {
    let cells = block.columns.map { column in
      var bytes: [UInt8] = []
      cell(column, &bytes)
      let text = String(decoding: bytes, as: UTF8.self)
      let words = text.split(separator: " ").joined(separator: " ")
      return ExplainLatex.escaped(words)
    }
    out.write("  " + cells.joined(separator: " & ") + end)
  }
}
