import Syntax
import Units

/// What is asked of the rows of an integral before their areas count.
extension Evaluator {
  // MARK: several devices

  enum DeviceKey: Hashable {
    case number(Double)
    case text(String)
  }

  struct Devices {
    let column: Formula
    /// `log.index`
    let text: String
  }

  /// The columns by which the rows of an integral may be of several devices.
  func devices(of grouping: Grouping) -> [Devices] {
    guard case .integrate = grouping.operation, grouping.groups == nil,
      let table = IntegratedTable(grouping.values)
    else { return [] }
    return session.table(table.number).columns.compactMap { field in
      guard IntegratedTable.tellsDevices(field.name) else { return nil }
      let code: Formula.Code
      let type: ValueType
      switch field.cells {
      case .numbers(_, let unit):
        // watts of a node are no name of it
        guard unit == .one else { return nil }
        code = .input(
          .field(table.rows, name: field.name, dimension: .none, place: grouping.place))
        type = .plain
      case .texts: (code, type) = (.text(.field(table.rows, name: field.name)), .text)
      }
      return Devices(
        column: Formula(
          type: type, code: code, place: grouping.place, nodes: table.rows.nodes,
          hasSources: false),
        text: "\(table.text).\(field.name)")
    }
  }

  /// Rows of several devices, one below the other, are no line to integrate along.
  func refuse(_ devices: [Devices], _ found: inout [Set<DeviceKey>], _ grouping: Grouping)
    throws(Diagnostic)
  {
    if found.isEmpty { found = Array(repeating: [], count: devices.count) }
    for (i, device) in devices.enumerated() {
      if device.column.type.kind == .text {
        for text in try texts(device.column).cells { found[i].insert(.text(text)) }
      } else {
        for number in try column(device.column).cells where !number.isNaN {
          found[i].insert(.number(number))
        }
      }
      if found[i].count > 1 {
        throw Diagnostic(
          EngineProblem.severalDevices(column: device.text, count: found[i].count),
          at: grouping.place)
      }
    }
  }

  // MARK: steps

  /// The longest step that is allowed; nil where any is.
  func longestStep(_ grouping: Grouping, at point: Point) throws(Diagnostic) -> Double? {
    guard case .integrate(_, let gap?) = grouping.operation else { return nil }
    let column = try column(gap, at: point)
    guard column.cells.count == 1 else {
      throw Diagnostic(EngineProblem.severalAxesInList(gap.place.text), at: gap.place)
    }
    let longest = column.cells[0]
    if longest.isNaN { throw failure(longest, gap.place) }
    guard longest > 0 else {
      throw Diagnostic(
        EngineProblem.gapNotPositive(session.brief(longest, gap.type.unit)), at: gap.place)
    }
    return longest
  }

  /// Where the cells of an integral stand; nil for what is no integral.
  func places(of grouping: Grouping, _ axes: [Axis], at point: Point) throws(Diagnostic)
    -> GroupFold.Places?
  {
    guard case .integrate(let along, _) = grouping.operation else { return nil }
    let column = try column(along, at: point)
    if column.axes.isEmpty {
      throw Diagnostic(EngineProblem.alongOneValue(along.place.text), at: along.place)
    }
    let times = try spread(column, over: axes, along.place)
    for time in times where time.isNaN { throw failure(time, along.place) }
    let counted = Array(1...max(times.count, 1))
    guard let table = IntegratedTable(grouping.values) else {
      return GroupFold.Places(times: times, rows: counted, lines: counted)
    }
    let labels = try self.column(table.rows, at: point).cells
    guard labels.count == times.count else {
      return GroupFold.Places(times: times, rows: counted, lines: counted)
    }
    let data = session.table(table.number)
    var rows: [Int] = []
    var lines: [Int] = []
    rows.reserveCapacity(labels.count)
    lines.reserveCapacity(labels.count)
    for label in labels {
      let row = data.row(label) ?? 0
      rows.append(row)
      lines.append(window?.block.line(ofRow: row) ?? data.line(ofRow: row))
    }
    return GroupFold.Places(times: times, rows: rows, lines: lines)
  }

  /// Two readings that cannot be joined, told as a reader finds them: by their lines.
  func diagnostic(_ wrong: GroupFold.Wrong, _ fold: GroupFold, _ grouping: Grouping, gap: Double?)
    -> Diagnostic
  {
    func text(_ seconds: Double) -> String {
      guard case .integrate(let along, _) = grouping.operation else { return "" }
      return session.brief(seconds, along.type.unit, isPinned: false)
    }
    let table = IntegratedTable(grouping.values)
    let data = table.map { session.table($0.number) }
    let step = IntegralStep(
      rows: data.map { .lines(of: $0.file) } ?? .values, first: wrong.before.line,
      second: wrong.after.line, group: group(wrong.group, of: fold, grouping),
      from: text(wrong.before.time), to: text(wrong.after.time))
    let problem: EngineProblem
    switch wrong.kind {
    case .goesBack: problem = .goesBack(step)
    case .gap:
      problem = .gapTooLong(
        step, gap: text(wrong.after.time - wrong.before.time), longest: text(gap ?? .infinity))
    case .sameTime:
      let columns = table.map { columnsApart($0, wrong.before.row, wrong.after.row) } ?? []
      problem = .sameTime(step, columns: grouping.groups == nil ? columns : [])
    }
    return Diagnostic(problem, at: grouping.place)
  }

  /// `index = 0`
  private func group(_ number: Int, of fold: GroupFold, _ grouping: Grouping) -> String? {
    guard let groups = grouping.groups else { return nil }
    let label: String
    switch groups.type.kind {
    case .text: label = "\"\(fold.texts[number])\""
    case .truth: label = Axis.word(fold.numbers[number])
    case .number: label = session.brief(fold.numbers[number], groups.type.unit)
    }
    return "\(grouping.axisName.text) = \(label)"
  }

  /// Columns whose cells are not the same in two rows, and come again in others: they may tell devices
  /// apart.
  private func columnsApart(_ table: IntegratedTable, _ a: Int, _ b: Int) -> [String] {
    let data = session.table(table.number)
    guard data.stream == nil, a < data.rows, b < data.rows else { return [] }
    let found = data.columns.filter { field in
      switch field.cells {
      case .texts(let cells):
        return cells[a] != cells[b] && cells.count { $0 == cells[b] } > 1
      case .numbers(let cells, let unit):
        return unit == .one && cells[a] != cells[b] && cells[b] == cells[b].rounded()
          && cells.count { $0 == cells[b] } > 1
      }
    }
    return found.prefix(3).map { "\(table.text).\($0.name)" }
  }
}
