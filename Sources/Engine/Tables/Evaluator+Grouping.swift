import Syntax

/// Sums and integrals of groups of cells.
extension Evaluator {
  /// One value for each group, along an axis of their values; without groups one value.
  func grouped(_ grouping: Grouping, at point: Point) throws(Diagnostic) -> Column<Double> {
    if case .spread(let statistic, let share) = grouping.operation, window == nil {
      let share = try self.share(of: statistic, share, at: point)
      return Column(Lines.spread(try column(grouping.values, at: point).cells, statistic, share))
    }
    guard session.streams else { return try whole(grouping, at: point) }
    if let window {
      // within a sum over rows it is a value like any other, found once
      let id = ObjectIdentifier(grouping)
      if let known = window.plan.found[id] { return known.column }
      let found = try withoutWindow { () throws(Diagnostic) in try grouped(grouping, at: point) }
      window.plan.found[id] = (grouping, found)
      return found
    }
    let devices = devices(of: grouping)
    guard let plan = RowPlan(grouping.formulas + devices.map(\.column), in: session) else {
      return try whole(grouping, at: point)
    }
    var fold = try fold(grouping, at: point)
    var found: [Set<Key>] = []
    var fits = true
    var rows: Axis?
    try sweep(plan, at: grouping.place) { () throws(Diagnostic) in
      let values = try column(grouping.values, at: point)
      fits = values.axes.count == 1
      if !fits { return false }
      rows = values.axes[0]
      try refuse(devices, &found, grouping)
      try add(grouping, values.cells, values.axes, to: &fold, at: point)
      return true
    }
    guard fits, let rows else { return try whole(grouping, at: point) }
    return column(of: grouping, fold, rows)
  }

  private func whole(_ grouping: Grouping, at point: Point) throws(Diagnostic) -> Column<Double> {
    let whole = try column(grouping.values, at: point)
    // of distributions sample by sample
    let ofSamples = whole.axes.first(where: \.isOfSamples)
    let values = ofSamples.flatMap(whole.index).map { whole.picking(0, along: $0) } ?? whole
    guard values.axes.count == 1 else {
      throw Diagnostic(
        EngineProblem.whichAxis(
          function: grouping.place.text, axes: values.axes.compactMap(\.name?.text)),
        at: grouping.place)
    }
    var found: [Set<Key>] = []
    try refuse(devices(of: grouping), &found, grouping)
    let start = try fold(grouping, at: point)
    guard let ofSamples else {
      var fold = start
      try add(grouping, values.cells, values.axes, to: &fold, at: point)
      return column(of: grouping, fold, values.axes[0])
    }
    let count = ofSamples.count
    let all = whole.spread(over: values.axes + [ofSamples]).cells
    var samples: [Column<Double>] = []
    for k in 0..<count {
      var fold = start
      let cells = values.cells.indices.map { all[$0 * count + k] }
      try add(grouping, cells, values.axes, to: &fold, at: point)
      samples.append(column(of: grouping, fold, values.axes[0]))
    }
    let groups = samples.first?.cells.count ?? 0
    return Column(
      axes: (samples.first?.axes ?? []) + [ofSamples],
      cells: (0..<groups).flatMap { group in samples.map { $0.cells[group] } })
  }

  /// - Parameter rows: the axis of which groups were made.
  private func column(of grouping: Grouping, _ fold: GroupFold, _ rows: Axis) -> Column<Double> {
    guard let groups = grouping.groups else { return Column(fold.results[0]) }
    let name = grouping.axisName
    // one order of the groups, whichever row came first
    let order: [Int]
    let axis: Axis
    switch groups.type.kind {
    case .text:
      order = fold.texts.indices.sorted { fold.texts[$0] < fold.texts[$1] }
      axis = columnAxis(name, .texts(order.map { fold.texts[$0] }))
    case .truth:
      order = fold.numbers.indices.sorted { fold.numbers[$0] < fold.numbers[$1] }
      axis = columnAxis(
        name, .texts(order.map { Axis.word(fold.numbers[$0]) }), isTruth: true)
    case .number:
      order = fold.numbers.indices.sorted { fold.numbers[$0] < fold.numbers[$1] }
      axis = columnAxis(name, .numbers(order.map { fold.numbers[$0] }, groups.type.unit))
    }
    if let name = rows.name { axis.rows.insert(name) }
    let results = fold.results
    return Column(axes: [axis], cells: order.map { results[$0] })
  }

  /// Nothing summed up yet.
  private func fold(_ grouping: Grouping, at point: Point) throws(Diagnostic) -> GroupFold {
    guard case .integrate(let along, let gap) = grouping.operation else {
      return GroupFold(grouping, gap: nil) { _ in "" }
    }
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
    return GroupFold(grouping, gap: longest) { [unowned session] seconds in
      session.brief(seconds, along.type.unit, isPinned: false)
    }
  }

  /// Adds rows, or those of the window.
  private func add(
    _ grouping: Grouping, _ values: [Double], _ axes: [Axis], to fold: inout GroupFold,
    at point: Point
  ) throws(Diagnostic) {
    var keys = GroupFold.Keys.none
    if let groups = grouping.groups {
      if groups.type.kind == .text {
        keys = .texts(try spread(texts(groups), over: axes, groups.place))
      } else {
        let numbers = try spread(column(groups, at: point), over: axes, groups.place)
        for number in numbers where number.isNaN { throw failure(number, groups.place) }
        keys = .numbers(numbers)
      }
    }
    var times: [Double] = []
    if case .integrate(let along, _) = grouping.operation {
      times = try spread(column(along, at: point), over: axes, along.place)
      for time in times where time.isNaN { throw failure(time, along.place) }
    }
    try fold.add(values, keys: keys, times: times)
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

  // MARK: several devices

  private enum Key: Hashable {
    case number(Double)
    case text(String)
  }

  private struct Devices {
    let column: Formula
    /// `log.index`
    let text: String
  }

  /// The columns by which the rows of an integral may be of several devices.
  private func devices(of grouping: Grouping) -> [Devices] {
    guard case .integrate = grouping.operation, grouping.groups == nil,
      case .input(.field(let rows, let shown, _, _)) = grouping.values.code,
      case .table(let number)? = rows.type.record
    else { return [] }
    var text = rows.place.text
    if text.hasSuffix(".\(shown)") { text.removeLast(shown.count + 1) }
    return Self.devices.compactMap { name in
      guard let field = session.table(number).columns.first(where: { $0.name.lowercased() == name })
      else { return nil }
      let code: Formula.Code
      let type: ValueType
      switch field.cells {
      case .numbers:
        code = .input(
          .field(rows, name: field.name, dimension: .none, place: grouping.place))
        type = .plain
      case .texts: (code, type) = (.text(.field(rows, name: field.name)), .text)
      }
      return Devices(
        column: Formula(
          type: type, code: code, place: grouping.place, nodes: rows.nodes, hasSources: false),
        text: "\(text).\(field.name)")
    }
  }

  /// Rows of several devices, one below the other, are no line to integrate along.
  private func refuse(_ devices: [Devices], _ found: inout [Set<Key>], _ grouping: Grouping)
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

  /// Columns by which loggers tell their devices apart.
  private static let devices = ["index", "uuid", "gpu", "gpu_index", "gpu_uuid", "device"]
}
