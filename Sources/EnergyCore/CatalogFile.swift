import CSV

/// The CSV text of one kind, indexed: which lines an id has. Cells are parsed when asked for.
struct CatalogFile: Sendable {
  private struct Row: Sendable {
    var bytes: Range<Int>
    var line: Int
  }

  /// The file of a kind, read at its first use.
  static func of(_ kind: Catalog.Kind) -> CatalogFile {
    switch kind {
    case .accelerator: accelerators
    case .model: models
    case .grid: grids
    case .facility: facilities
    }
  }

  private static let accelerators = CatalogFile(.accelerator, EmbeddedData.accelerators)
  private static let models = CatalogFile(.model, EmbeddedData.models)
  private static let grids = CatalogFile(.grid, EmbeddedData.gridIntensity)
  private static let facilities = CatalogFile(.facility, EmbeddedData.facilities)

  let kind: Catalog.Kind
  /// The names in the order of the file, each once.
  private(set) var ids: [String] = []
  private let bytes: [UInt8]
  /// The heads of the columns.
  private var heads: [String] = []
  private var rows: [String: [Row]] = [:]

  /// Indexes a text whose first line is the heads and whose first column is the id. A text that is
  /// no CSV ends where its fault stands; for what is built in, the tests see to it that none has.
  init(_ kind: Catalog.Kind, _ text: StaticString) {
    self.kind = kind
    self.bytes = text.withUTF8Buffer { Array($0) }
    var reader = CSVReader(bytes)
    guard (try? reader.next()) == true else { return }
    heads = reader.texts
    while (try? reader.next()) == true {
      let id = kind.prefix + reader.text(0)
      if rows[id] == nil { ids.append(id) }
      rows[id, default: []].append(Row(bytes: reader.range, line: reader.line))
    }
  }

  /// The entry of an id, or of an id and a source, `grid.FRA.codecarbon`.
  func entry(_ id: String) -> Catalog.Entry? {
    if let found = rows[id] {
      guard let first = found.first, var entry = parse(first, id: id) else { return nil }
      if found.count > 1 { entry.alternatives = slugs(of: found).dropFirst().map { "\(id).\($0)" } }
      return entry
    }
    guard let dot = id.lastIndex(of: "."), let found = rows[String(id[..<dot])] else { return nil }
    let slug = id[id.index(after: dot)...]
    guard let index = slugs(of: found).firstIndex(where: { $0 == slug }) else { return nil }
    return parse(found[index], id: id)
  }

  private func slugs(of rows: [Row]) -> [String] {
    SourceSlug.of(
      rows.map { row in
        let cells = cells(of: row)
        return (cells["source"] ?? "", cells["year"] ?? "")
      })
  }

  private func cells(of row: Row) -> [String: String] {
    var reader = CSVReader(Array(bytes[row.bytes]), firstLine: row.line)
    guard (try? reader.next()) == true else { return [:] }
    var cells: [String: String] = [:]
    for (index, head) in heads.enumerated() { cells[head] = reader.text(index) }
    return cells
  }

  private func parse(_ row: Row, id: String) -> Catalog.Entry? {
    let cells = cells(of: row)
    let columns = kind.columns
    guard let plain = columns.first else { return nil }
    var fields = columns.map { column in
      Catalog.Field(
        name: column.field,
        figure: CatalogFile.figure(cells[column.column] ?? "", column.content),
        summary: column.summary)
    }
    // An empty note says that there is nothing to note, not that nobody knows.
    fields += CatalogColumn.provenance.map { column in
      Catalog.Field(
        name: column.field, figure: .text(cells[column.column] ?? ""), summary: column.summary)
    }
    return Catalog.Entry(
      id: id, kind: kind, title: cells[kind.titleColumn] ?? "", plainField: plain.field,
      fields: fields, source: cells["source"] ?? "", confidence: cells["confidence"] ?? "",
      note: cells["note"] ?? "", alternatives: [])
  }

  /// What a cell says. The power of ten is put to the text, so that 70.554 billion is the `Double`
  /// nearest to 70554000000 and not one product further.
  static func figure(_ cell: String, _ content: CatalogColumn.Content) -> Catalog.Figure {
    if cell.isEmpty { return .notKnown }
    guard case .number(let unit, let exponent) = content else { return .text(cell) }
    func number(_ text: Substring) -> Double? {
      exponent == 0 ? Double(text) : Double("\(text)e\(exponent)")
    }
    if let value = number(cell[...]) { return .number(value, unit: unit) }
    let ends = cell.split(separator: "-", omittingEmptySubsequences: false)
    if ends.count == 2, let low = number(ends[0]), let high = number(ends[1]), low <= high {
      return .bracket(low: low, high: high, unit: unit)
    }
    return .text(cell)
  }
}
