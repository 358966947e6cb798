import CSV
import Engine
import Units

/// A table as comma-separated values: one row for each combination of labels, full precision, the
/// unit in the head (`power [W]`), a bracket as two columns (`x low [W]`, `x high [W]`) and a third,
/// `x best [W]`, where a best guess was given.
///
/// Lines are handed out some at a time, their line ends (LF) included.
struct TableCSV {
  let units: UnitTable

  func lines(of block: TableBlock, _ body: ([UInt8]) -> Void) {
    var writer = CSVWriter()
    for column in block.columns { writeHead(column, into: &writer) }
    writer.endRecord()
    for row in 0..<block.rows {
      for column in block.columns { writeCell(column, row, into: &writer) }
      writer.endRecord()
      if writer.bytes.count >= 4096 { body(writer.take()) }
    }
    body(writer.take())
  }

  /// Empty cells stand where there is none.
  private static let partsOfSpread = ["median", "p5", "p95", "mean", "sd"]

  private func writeHead(_ column: TableColumn, into writer: inout CSVWriter) {
    let unit = column.unit?.text ?? ""
    if case .spreads = column.cells {
      for part in Self.partsOfSpread {
        writer.field(TableColumn.head("\(column.title) \(part)", unit: unit))
      }
      return
    }
    guard case .brackets(_, _, let best) = column.cells else {
      writer.field(TableColumn.head(column.title, unit: unit))
      return
    }
    writer.field(TableColumn.head(column.title + " low", unit: unit))
    writer.field(TableColumn.head(column.title + " high", unit: unit))
    if best != nil { writer.field(TableColumn.head(column.title + " best", unit: unit)) }
  }

  private func writeCell(_ column: TableColumn, _ row: Int, into writer: inout CSVWriter) {
    let i = column.index[row]
    func number(_ base: Double) -> String { fullPrecision(column.unit?.inUnit(base) ?? base) }
    switch column.cells {
    case .numbers(let numbers): writer.field(numbers[i].isNaN ? "" : number(numbers[i]))
    case .brackets(let low, let high, let best):
      writer.field(number(low[i]))
      writer.field(number(high[i]))
      if let best { writer.field(number(best[i])) }
    case .spreads(let value, let distributed):
      guard case .numbers(let medians) = value.cells else { return }
      let spread = distributed.spreads[i]
      writer.field(distributed.brackets.isEmpty ? number(medians[i]) : "")
      writer.field(number(spread.low))
      writer.field(number(spread.high))
      writer.field(spread.mean.map(number) ?? "")
      writer.field(
        spread.sd.map { fullPrecision(column.unit?.ofDifferences.inUnit($0) ?? $0) } ?? "")
    case .truths(let truths): writer.field(truths[i].text)
    case .texts(let texts): writer.field(texts[i])
    case .aligned(let cells): writer.field(cells[i].text)
    case .counts: writer.field(String(i + 1))
    }
  }
}

/// The shortest decimal that reads back as the same number: `3080`, `9.631019387117`, `1e+20`;
/// `inf`, `-inf`, `nan` where it is not finite.
func fullPrecision(_ number: Double) -> String {
  let text = number.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
