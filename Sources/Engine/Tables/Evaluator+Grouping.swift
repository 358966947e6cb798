import Syntax

/// Sums and integrals of groups of cells.
extension Evaluator {
  /// One value for each group, along an axis of their values; without groups one value.
  func grouped(_ grouping: Grouping, at point: Point) throws(Diagnostic) -> Column<Double> {
    let values = try column(grouping.values, at: point)
    guard values.axes.count == 1 else {
      throw Diagnostic(
        EngineProblem.whichAxis(
          function: grouping.place.text, axes: values.axes.compactMap(\.name?.text)),
        at: grouping.place)
    }
    let (positions, axis) = try groups(grouping, along: values.axes, at: point)
    var line: Line?
    if case .integrate(let along, let gap) = grouping.operation {
      if grouping.groups == nil { try refuseDevices(grouping, at: point) }
      line = try self.line(along, gap, values.axes, grouping, at: point)
    }
    let cells = try positions.map { (rows) throws(Diagnostic) -> Double in
      switch grouping.operation {
      case .reduce(let reduction): return Lines.reduce(rows.map { values.cells[$0] }, reduction)
      case .integrate: return try line?.integral(of: values.cells, rows, faults) ?? 0
      }
    }
    return Column(axes: axis.map { [$0] } ?? [], cells: cells)
  }

  /// Rows of several devices, one below the other, are no line to integrate along.
  private func refuseDevices(_ grouping: Grouping, at point: Point) throws(Diagnostic) {
    guard case .input(.field(let rows, let shown, _, _)) = grouping.values.code,
      case .table(let number)? = rows.type.record
    else { return }
    let table = session.table(number)
    var text = rows.place.text
    if text.hasSuffix(".\(shown)") { text.removeLast(shown.count + 1) }
    let numbers = try column(rows, at: point)
    for name in Self.devices {
      guard let field = table.columns.first(where: { $0.name.lowercased() == name }) else {
        continue
      }
      let count =
        switch field.cells {
        case .numbers: Set(table.numbers(field.name, of: numbers).cells).count
        case .texts: Set(table.texts(field.name, of: numbers).cells).count
        }
      if count > 1 {
        throw Diagnostic(
          EngineProblem.severalDevices(
            column: "\(text).\(field.name)", count: count),
          at: grouping.place)
      }
    }
  }

  /// Columns by which loggers tell their devices apart.
  private static let devices = ["index", "uuid", "gpu", "gpu_index", "gpu_uuid", "device"]

  /// The rows of each group, and the axis of the groups in the order of their first rows.
  private func groups(_ grouping: Grouping, along axes: [Axis], at point: Point)
    throws(Diagnostic) -> ([[Int]], Axis?)
  {
    let count = axes[0].count
    guard let groups = grouping.groups else { return ([Array(0..<count)], nil) }
    if groups.type.kind == .text {
      let texts = try texts(groups)
      let cells = try self.spread(texts, over: axes, groups.place)
      let (positions, firsts) = Self.positions(of: cells)
      return (positions, groupAxis(.texts(firsts.map { cells[$0] })))
    }
    let column = try self.spread(self.column(groups, at: point), over: axes, groups.place)
    for cell in column where cell.isNaN { throw failure(cell, groups.place) }
    let (positions, firsts) = Self.positions(of: column)
    let labels = firsts.map { column[$0] }
    if groups.type.kind == .truth {
      return (positions, groupAxis(.texts(labels.map { $0 == 1 ? "true" : "false" })))
    }
    return (positions, groupAxis(.numbers(labels, groups.type.unit)))
  }

  private static func positions<Key: Hashable>(of cells: [Key]) -> ([[Int]], [Int]) {
    var numbers: [Key: Int] = [:]
    var positions: [[Int]] = []
    var firsts: [Int] = []
    for (row, key) in cells.enumerated() {
      if let known = numbers[key] {
        positions[known].append(row)
      } else {
        numbers[key] = positions.count
        positions.append([row])
        firsts.append(row)
      }
    }
    return (positions, firsts)
  }

  /// Cells along the axis of the values, or an error that says whose rows they are not.
  private func spread<Cell>(_ column: Column<Cell>, over axes: [Axis], _ place: Place)
    throws(Diagnostic) -> [Cell]
  {
    let union = try union([axes, column.axes], place)
    guard union.count == 1 else {
      throw Diagnostic(
        EngineProblem.whichAxis(function: place.text, axes: union.compactMap(\.name?.text)),
        at: place)
    }
    return column.spread(over: union).cells
  }

  private func line(
    _ along: Formula, _ gap: Formula?, _ axes: [Axis], _ grouping: Grouping, at point: Point
  ) throws(Diagnostic) -> Line {
    let times = try spread(column(along, at: point), over: axes, along.place)
    for time in times where time.isNaN { throw failure(time, along.place) }
    var longest: Double?
    if let gap {
      let column = try column(gap, at: point)
      guard column.cells.count == 1 else {
        throw Diagnostic(
          EngineProblem.whichAxis(function: gap.place.text, axes: []), at: gap.place)
      }
      if column.cells[0].isNaN { throw failure(column.cells[0], gap.place) }
      longest = column.cells[0]
    }
    return Line(times: times, gap: longest, place: grouping.place) { seconds in
      self.session.brief(seconds, along.type.unit, isPinned: false)
    }
  }

  /// Where the cells stand along a second column.
  private struct Line {
    let times: [Double]
    let gap: Double?
    let place: Place
    let text: (Double) -> String

    /// The sum of the trapezoids between neighbours among some rows.
    func integral(of values: [Double], _ rows: [Int], _ faults: Faults) throws(Diagnostic) -> Double
    {
      for row in rows where values[row].isNaN { return values[row] }
      var parts: [Double] = []
      parts.reserveCapacity(rows.count)
      for (row, next) in zip(rows, rows.dropFirst()) {
        let step = times[next] - times[row]
        guard step >= 0 else {
          throw Diagnostic(
            EngineProblem.goesBack(
              from: text(times[row]), to: text(times[next]), row: row + 1, next: next + 1),
            at: place)
        }
        if let gap, step > gap {
          throw Diagnostic(
            EngineProblem.gapTooLong(
              gap: text(step), longest: text(gap), from: text(times[row]), row: row + 1,
              next: next + 1),
            at: place)
        }
        parts.append(step * (values[row] / 2 + values[next] / 2))
      }
      return Lines.sum(parts)
    }
  }
}
