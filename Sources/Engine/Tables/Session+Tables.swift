import EnergyCore
import Glibc
import Syntax
import Units

/// The tables that a session has read.
extension Session {
  func table(_ number: Int32) -> TableData { tables[Int(number)] }

  func fieldNames(of record: RecordKind) -> [String] {
    switch record {
    case .catalog(let kind): kind.fieldNames
    case .table(let number): table(number).fieldNames
    }
  }

  /// Reads a table once for each place where it is asked for.
  /// - Returns: its place among `tables`.
  func readTable(_ text: String, isFile: Bool, at place: Place) throws(Diagnostic) -> Int32 {
    let key = TableKey(source: ObjectIdentifier(place.source), start: place.span.start)
    if let known = tableNumbers[key] { return known }
    let reader = TableReader(
      units: units, faults: faults, place: place, file: isFile ? text : nil,
      isInterrupted: isInterrupted)
    if isFile {
      tables.append(try read(try readablePath(text, at: place), as: text, reader))
    } else {
      tables.append(try reader.read(Array(text.utf8)))
    }
    tableSources.append(place.source)
    let number = Int32(tables.count - 1)
    tableNumbers[key] = number
    return number
  }

  /// Reads a file: a small one is held, a large one is looked through, and read again whenever its
  /// cells are wanted.
  private func read(_ path: String, as name: String, _ reader: TableReader) throws(Diagnostic)
    -> TableData
  {
    if let table = try streamed(path, reader) { return table }
    let bytes = try Self.read(
      path: path, as: name, at: reader.place, isTyped: isTyped(reader.place.source))
    noteRead(path, bytes)
    return try reader.read(bytes)
  }

  /// - Returns: nil for a file that is to be held: a small one, what is no file, or rows whose cells are
  ///   aligned by blanks.
  private func streamed(_ path: String, _ reader: TableReader) throws(Diagnostic) -> TableData? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) > heldFileSize
    else { return nil }
    var start = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.pread(descriptor, &start, start.count, 0)
    guard count > 0 else { return nil }
    start.removeLast(start.count - count)
    guard let table = try reader.survey(descriptor, path: path, start: start) else { return nil }
    streams = true
    noteRead(path, digest: table.stream?.digest ?? 0)
    return table
  }
}

/// What was measured, by name.
extension Session {
  static let measuredPrefix = "measured."

  /// - Returns: its place among `tables`; nil for a name that none has.
  func measuredTable(_ name: String) -> Int32? {
    if let known = measuredNumbers[name] { return known }
    guard let measured = Measurements.named(name) else { return nil }
    let fields = measured.columns.map { column -> TableData.Field in
      guard let text = column.unit, let unit = TableHead.unit(text.isEmpty ? "1" : text, units)
      else {
        return TableData.Field(name: column.name, head: column.name, cells: .texts(column.cells))
      }
      let factor = units.factor(of: unit)
      let numbers = column.cells.map { cell in
        Double(cell).map { $0 * factor }
          ?? faults.number(
            .notKnown(
              what: column.name.replacing("_", with: " "), of: Self.measuredPrefix + name,
              source: "", others: []),
            at: Place(SourceText(name: name, text: ""), Span(0, 0)))
      }
      return TableData.Field(name: column.name, head: column.name, cells: .numbers(numbers, unit))
    }
    tables.append(
      TableData(
        file: Self.measuredPrefix + name, columns: fields, rows: measured.count,
        key: measured.key))
    let number = Int32(tables.count - 1)
    measuredNumbers[name] = number
    return number
  }
}

extension Session {
  /// A table of measurements as an assumption, with where it is from; nil for another name.
  func measuredLeaf(_ name: String) -> Assumptions.Leaf? {
    guard name.hasPrefix(Self.measuredPrefix),
      let measured = Measurements.named(String(name.dropFirst(Self.measuredPrefix.count)))
    else { return nil }
    func first(_ column: String) -> String {
      measured.columns.first { $0.name == column }?.cells.first ?? ""
    }
    return Assumptions.Leaf(
      name: name, kind: .catalog,
      value: Value(
        cells: .texts(["\(measured.count) measured rows"]), dimension: .none, unit: .one),
      documentation: [first("model")], sources: [first("source")],
      confidence: first("confidence"), given: .catalog, usedIn: [])
  }
}

/// A table shown by itself: every column, for its rows.
extension Session {
  /// - Returns: nil for what is no table.
  func rows(_ formula: Formula) throws(Diagnostic) -> Table? {
    if formula.isTableColumn, !formula.hasSamples,
      case .input(.field(_, let name, _, _)) = formula.code
    {
      // a list with holes is shown as a table
      let value = try value(of: formula, keepsUnknown: true)
      guard case .numbers(let cells) = value.cells, cells.contains(where: \.isNaN),
        !value.axes.isEmpty
      else { return nil }
      return Table(
        columns: [Table.Column(title: name, value: value)], axes: value.axes, format: nil)
    }
    guard case .table(let number)? = formula.type.record else { return nil }
    let axes = try value(of: formula).axes
    if axes.isEmpty { return nil }
    var columns: [Table.Column] = []
    for field in table(number).columns {
      let builder = FormulaBuilder(
        BuildContext(session: self, world: world, owner: nil, mayWait: false))
      let rows = builder.operand(.formula(formula), formula.type)
      builder.adopt(formula)
      let cells = try builder.column(Name(field.name), of: rows, table(number), formula.place)
      columns.append(
        Table.Column(
          title: field.name,
          value: try value(of: builder.finished(cells, place: formula.place), keepsUnknown: true)))
    }
    return Table(columns: columns, axes: axes, format: nil)
  }

  /// The value of a definition; of a table how much it is, `6 rows of gpu.csv`.
  func valueInWords(_ node: Node) throws(Diagnostic) -> Value {
    guard let words = try rowsInWords(node) else { return try value(of: node) }
    return Value(cells: .texts([words]), dimension: .none, unit: .one)
  }

  private func rowsInWords(_ node: Node) throws(Diagnostic) -> String? {
    guard let formula = node.formula, case .table(let number)? = formula.type.record else {
      return nil
    }
    let table = table(number)
    var count = 0
    if case .input(.rows) = formula.code {
      count = table.rows
    } else if try !evaluator.looksThrough(formula, { count += $0.count }) {
      count = try value(of: node).axes.first?.count ?? 1
    }
    return "\(count) \(count == 1 ? "row" : "rows") of \(table.name)"
  }

  /// `6 rows of gpu.csv: timestamp, index, power_draw`; nil for what is no table.
  func tableInWords(_ node: Node) throws(Diagnostic) -> String? {
    guard case .table(let number)? = node.formula?.type.record, let words = try rowsInWords(node)
    else { return nil }
    return "\(words): \(table(number).fieldNames.joined(separator: ", "))"
  }

  func show(_ rows: Table) -> Bool {
    emit(.table(rows))
    return true
  }
}

/// Where a table was asked for; its source is kept alive by `tableSources`.
struct TableKey: Hashable {
  var source: ObjectIdentifier
  var start: UInt32
}

extension Formula {
  /// Whether it is a column of a table, and nothing else.
  var isTableColumn: Bool {
    guard case .input(.field(let rows, _, _, _)) = code, case .table? = rows.type.record else {
      return false
    }
    return true
  }
}
