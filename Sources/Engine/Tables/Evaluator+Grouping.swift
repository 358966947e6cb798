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
    let gap = try longestStep(grouping, at: point)
    var fold = GroupFold(grouping, gap: gap)
    var found: [Set<DeviceKey>] = []
    var fits = true
    var rows: Axis?
    try sweep(plan, at: grouping.place) { () throws(Diagnostic) in
      let values = try column(grouping.values, at: point)
      fits = values.axes.count == 1
      if !fits { return false }
      rows = values.axes[0]
      let places = try places(of: grouping, values.axes, at: point)
      try refuse(devices, &found, grouping)
      try add(grouping, values.cells, values.axes, places, gap, to: &fold, at: point)
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
      // that of the groups is the last one to fix
      let ofGroups = try grouping.groups.map { (g) throws(Diagnostic) in try axes(of: g) } ?? []
      let others = values.axes.filter { axis in !ofGroups.contains { $0 === axis } }
      throw Diagnostic(
        EngineProblem.whichAxis(
          function: grouping.place.text,
          axes: (others.isEmpty ? values.axes : others).compactMap(\.name?.text)),
        at: grouping.place)
    }
    let places = try places(of: grouping, values.axes, at: point)
    var found: [Set<DeviceKey>] = []
    try refuse(devices(of: grouping), &found, grouping)
    let gap = try longestStep(grouping, at: point)
    let start = GroupFold(grouping, gap: gap)
    guard let ofSamples else {
      var fold = start
      try add(grouping, values.cells, values.axes, places, gap, to: &fold, at: point)
      return column(of: grouping, fold, values.axes[0])
    }
    let count = ofSamples.count
    let all = whole.spread(over: values.axes + [ofSamples]).cells
    var samples: [Column<Double>] = []
    for k in 0..<count {
      var fold = start
      let cells = values.cells.indices.map { all[$0 * count + k] }
      try add(grouping, cells, values.axes, places, gap, to: &fold, at: point)
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
    let (name, rule) = (grouping.axisName, grouping.rule)
    // one order of the groups, whichever row came first
    let order: [Int]
    let axis: Axis
    switch groups.type.kind {
    case .text:
      order = fold.texts.indices.sorted { fold.texts[$0] < fold.texts[$1] }
      axis = columnAxis(name, .texts(order.map { fold.texts[$0] }), rule: rule)
    case .truth:
      order = fold.numbers.indices.sorted { fold.numbers[$0] < fold.numbers[$1] }
      axis = columnAxis(
        name, .texts(order.map { Axis.word(fold.numbers[$0]) }), isTruth: true, rule: rule)
    case .number:
      order = fold.numbers.indices.sorted { fold.numbers[$0] < fold.numbers[$1] }
      axis = columnAxis(
        name, .numbers(order.map { fold.numbers[$0] }, groups.type.unit), rule: rule)
    }
    if let name = rows.name { axis.rows.insert(name) }
    let results = fold.results
    return Column(axes: [axis], cells: order.map { results[$0] })
  }

  /// Adds rows, or those of the window.
  private func add(
    _ grouping: Grouping, _ values: [Double], _ axes: [Axis], _ places: GroupFold.Places?,
    _ gap: Double?, to fold: inout GroupFold, at point: Point
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
    do throws(GroupFold.Wrong) {
      try fold.add(values, keys: keys, places: places)
    } catch {
      throw diagnostic(error, fold, grouping, gap: gap)
    }
  }

  /// Cells along the axis of the values, or an error that says whose rows they are not.
  func spread<Cell>(_ column: Column<Cell>, over axes: [Axis], _ place: Place)
    throws(Diagnostic) -> [Cell]
  {
    let union = try union([axes, column.axes], place)
    guard union.count == 1 else {
      throw Diagnostic(
        EngineProblem.doesNotVary(
          "`\(place.text)`", axis: axes.first?.name?.text ?? "the rows",
          axes: []), at: place)
    }
    return column.spread(over: union).cells
  }
}
