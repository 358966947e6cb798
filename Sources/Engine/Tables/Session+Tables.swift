import Syntax

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
    let bytes: [UInt8]
    if isFile {
      let path = try readablePath(text, at: place)
      bytes = try Self.read(path: path, as: text, at: place)
      noteRead(path, bytes)
    } else {
      bytes = Array(text.utf8)
    }
    let reader = TableReader(
      units: units, faults: faults, place: place, file: isFile ? text : nil)
    tables.append(try reader.read(bytes))
    tableSources.append(place.source)
    let number = Int32(tables.count - 1)
    tableNumbers[key] = number
    return number
  }
}

/// A table shown by itself: every column, for its rows.
extension Session {
  /// - Returns: nil for what is no table.
  func rows(_ formula: Formula) throws(Diagnostic) -> Table? {
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
          title: field.name, value: try value(of: builder.finished(cells, place: formula.place))))
    }
    return Table(columns: columns, axes: axes, format: nil)
  }

  /// The value of a definition; of a table how much it is, `6 rows of gpu.csv`.
  func valueInWords(_ node: Node) throws(Diagnostic) -> Value {
    let value = try value(of: node)
    guard case .table(let number)? = node.formula?.type.record else { return value }
    let count = value.axes.first?.count ?? 1
    let text = "\(count) \(count == 1 ? "row" : "rows") of \(table(number).name)"
    return Value(cells: .texts([text]), dimension: .none, unit: .one)
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
