import EnergyCore
import Glibc
import Syntax
import Units

/// Loading columns of plain numbers.
extension Evaluator {
  func load(_ input: Input, at point: Point) throws(Diagnostic) -> Column<Double> {
    switch input {
    case .node(let node): return try value(of: node, at: point)
    case .formula(let formula): return try column(formula, at: point)
    case .constant(let column): return column
    case .frozen(let column, let errors): return run?.moved(column, by: errors) ?? column
    case .rows(let number): return try rows(number)
    case .list(let list): return try self.list(list, at: point)
    case .bracket(let bracket): return try self.bracket(bracket, at: point)
    case .distribution(let distribution): return try sample(distribution, at: point)
    case .statistic(let statistic, let formula, let share, let place):
      return try self.statistic(statistic, formula, share: share, place: place, at: point)
    case .field(let formula, let name, _, let place):
      return try field(formula, name, place, at: point)
    case .movedField(let field): return try movedField(field, at: point)
    case .reduction(let reduction, let formula, let over, let place):
      if let known = try streamed(reduction, formula, over, at: point) { return known }
      let column = try column(formula, at: point)
      return try reduce(column, reduction, over, place) { (node) throws(Diagnostic) in
        try value(of: node, at: point)
      } _: { line in
        Lines.reduce(line, reduction)
      }
    case .along(let operation, let formula, let over, let place):
      return try along(try column(formula, at: point), operation, over, place) { line in
        Lines.map(line, operation)
      }
    case .pick(let formula, let picks, let place):
      return try pick(try column(formula, at: point), picks, place)
    case .filter(let formula, let condition, let place):
      let test = try column(condition, at: point)
      for value in test.cells where value.isNaN { throw failure(value, condition.place) }
      return try filter(
        try column(formula, at: point), test, place, condition: condition.place)
    case .interpolation(let formula, let axis, let at, let isLogarithmic, let place):
      let column = try column(formula, at: point)
      return try interpolate(column, axis, at, place) { a, b, w in
        if isLogarithmic, a > 0, b > 0 { return pow(a, 1 - w) * pow(b, w) }
        return a * (1 - w) + b * w
      } isLogarithmic: {
        isLogarithmic
      }
    case .known(let formula):
      return try column(formula, at: point).map {
        $0.isNaN && isUnknown($0) ? 0 : $0.isNaN ? $0 : 1
      }
    case .refusal(let refusal): return Column(refusal.fault ?? number(refusal))
    case .grouped(let grouping): return try grouped(grouping, at: point)
    case .spaced(let spacing, let a, let b, let c, let place):
      return try spaced(spacing, a, b, c, place)
    case .end(.best, let formula), .end(.center, let formula): return try column(formula)
    case .end(let end, let formula):
      let range = try exactRange(formula)
      return Column(axes: range.axes, cells: end == .low ? range.low : range.high)
    case .comparison(let op, let gap):
      return try column(gap, at: point).map { $0.isNaN ? $0 : op.holds($0) ? 1 : 0 }
    case .near(let near):
      let left = try column(near.left, at: point)
      let right = try column(near.right, at: point)
      let within = try column(near.within, at: point)
      let axes = try union([left.axes, right.axes, within.axes], near.left.place)
      let (a, b) = (left.spread(over: axes).cells, right.spread(over: axes).cells)
      let t = within.spread(over: axes).cells
      return Column(axes: axes, cells: a.indices.map { near.holds(a[$0], b[$0], t[$0]) })
    case .sameText(let a, let b, let isNegated):
      let x = try eachText(a)
      let y = try eachText(b)
      let axes = try union([x.axes, y.axes], a.place)
      let left = x.spread(over: axes).cells
      let right = y.spread(over: axes).cells
      return Column(
        axes: axes, cells: zip(left, right).map { ($0 == $1) != isNegated ? 1 : 0 })
    case .unknown(let unknown): return unknown.column
    case .sought(let sought): return try seek(sought, at: point)
    case .soughtLabel(let sought): return try seek(sought, at: point)
    }
  }

  /// Whether a number stands for a figure that nobody gave.
  func isUnknown(_ number: Double) -> Bool {
    guard number.isNaN else { return false }
    return switch faults[number]?.problem {
    case .cellNotKnown, .notKnown: true
    default: false
    }
  }

  private func number(_ refusal: RefusalInput) -> Double {
    let number = faults.number(refusal)
    refusal.fault = number
    return number
  }

  /// What a refusal says, of the first cell that it is about. Words that cannot be had are no reason for
  /// another error.
  private func words(of refusal: RefusalInput) -> EngineProblem {
    let message = (try? texts(refusal.message)) ?? Column("")
    var cell = 0
    if message.cells.count > 1, let condition = refusal.condition,
      let test = try? column(condition.formula),
      let axes = try? union([message.axes, test.axes], refusal.place),
      axes.count == message.axes.count
    {
      let refused: Double = condition.refuses ? 1 : 0
      cell = test.spread(over: message.axes).cells.firstIndex(of: refused) ?? 0
    }
    func text(_ column: Column<String>) -> String {
      column.cells.indices.contains(cell) ? column.cells[cell] : column.cells.first ?? ""
    }
    return .refused(
      text(message), advice: refusal.advice.flatMap { try? texts($0) }.map(text))
  }

  /// The error that a faulty number stands for.
  func failure(_ value: Double, _ place: Place) -> Diagnostic {
    if value.isNaN, let fault = faults[value] {
      return Diagnostic(fault.refusal.map(words) ?? fault.problem, at: fault.place)
    }
    return Diagnostic(EngineProblem.tooLarge, at: place)
  }

  // MARK: lists

  private func list(_ list: ListInput, at point: Point) throws(Diagnostic) -> Column<Double> {
    if list.items.contains(where: \.value.hasSamples) {
      return try sampled(list) { (item) throws(Diagnostic) in try column(item, at: point) }
    }
    var cells: [Double] = []
    var records: [String]? = []
    cells.reserveCapacity(list.items.count)
    for item in list.items {
      if case .constant(let value, let record) = item.value.code {
        cells.append(value)
        if let record { records?.append(record) } else { records = nil }
        continue
      }
      let column = try column(item.value, at: point)
      guard column.axes.isEmpty else {
        throw Diagnostic(
          EngineProblem.severalAxesInList(item.value.place.text), at: item.value.place)
      }
      cells.append(column.cells[0])
      if let record = column.records?.first ?? item.value.record {
        records?.append(record)
      } else {
        records = nil
      }
    }
    return try place(cells, records, list)
  }

  /// Puts the items of a list along its axes.
  func place<Element>(_ cells: [Element], _ records: [String]?, _ list: ListInput)
    throws(Diagnostic) -> Column<Element>
  {
    if list.over.isEmpty {
      let labels = try statedLabels(list)
      let isTruth = list.items.first?.label?.type.kind == .truth
      let axis =
        labels.map { Axis(name: nil, labels: $0, isTruth: isTruth) } ?? namelessAxis(cells.count)
      return Column(axes: [axis], cells: cells, records: records)
    }
    var targets: [Target] = []
    for (i, reference) in list.over.enumerated() {
      let target = try target(reference)
      let count = list.shape.count == 1 && list.over.count > 1 ? -1 : list.shape[i]
      if target.axis.count != count {
        throw Diagnostic(
          EngineProblem.wrongCount(
            list: list.shape[min(i, list.shape.count - 1)], axis: reference.name.text,
            labels: target.axis.count),
          at: list.place)
      }
      targets.append(target)
    }
    let ordered = try order(cells, list, targets)
    var column = Column(axes: targets.map(\.axis), cells: ordered, records: records)
    for (i, target) in targets.enumerated().reversed() {
      guard let selection = target.selection else { continue }
      if let axis = selection.axis {
        column = column.selecting(selection.positions, along: i, as: axis)
      } else if let position = selection.positions.first {
        column = column.picking(position, along: i)
      }
    }
    return column
  }

  /// Items with stated labels in the order of the axis.
  private func order<Element>(_ cells: [Element], _ list: ListInput, _ targets: [Target])
    throws(Diagnostic) -> [Element]
  {
    guard list.items.contains(where: { $0.label != nil }), let axis = targets.first?.axis else {
      return cells
    }
    var found: [Element?] = Array(repeating: nil, count: axis.count)
    for (item, cell) in zip(list.items, cells) {
      guard let label = item.label else {
        throw Diagnostic(
          EngineProblem.unmatchedLabel(
            item.value.place.text, axis: axis.name?.text ?? "", labels: session.labels(of: axis)),
          at: item.value.place)
      }
      let position: Int?
      if label.type.kind == .text {
        position = axis.position(of: try texts(label).cells[0])
      } else {
        let column = try column(label)
        position =
          column.records.flatMap { axis.position(of: $0[0]) }
          ?? axis.position(of: column.cells[0])
      }
      guard let position else {
        throw Diagnostic(
          EngineProblem.unmatchedLabel(
            label.place.text, axis: axis.name?.text ?? "", labels: session.labels(of: axis)),
          at: label.place)
      }
      if found[position] != nil {
        throw Diagnostic(EngineProblem.labelTwice(label.place.text), at: label.place)
      }
      found[position] = cell
    }
    return found.compactMap { $0 }
  }

  private func statedLabels(_ list: ListInput) throws(Diagnostic) -> Axis.Labels? {
    let labels = list.items.compactMap(\.label)
    guard !labels.isEmpty else { return nil }
    if labels.allSatisfy({ $0.type.kind == .text }) {
      return .texts(try labels.map { (l) throws(Diagnostic) in try texts(l).cells[0] })
    }
    let numbers = try labels.map { (l) throws(Diagnostic) in try column(l).cells[0] }
    if labels.allSatisfy({ $0.type.kind == .truth }) { return .texts(numbers.map(Axis.word)) }
    return .numbers(numbers, labels[0].type.unit)
  }

  // MARK: brackets

  /// The ends of a literal range, checked: low ≤ best ≤ high in every cell.
  func ends(_ bracket: BracketInput) throws(Diagnostic) -> BracketInput.Ends {
    if let known = bracket.ends { return known }
    let low = try column(bracket.low)
    let high = try column(bracket.high)
    let best = try bracket.best.map { (f) throws(Diagnostic) in try column(f) }
    let axes = try union(
      [low.axes, high.axes] + (best.map { [$0.axes] } ?? []), bracket.place)
    let lows = low.spread(over: axes).cells
    let highs = high.spread(over: axes).cells
    let bests = best?.spread(over: axes).cells
    let unit = bracket.low.type.unit
    for i in lows.indices {
      if lows[i].isNaN { throw failure(lows[i], bracket.place) }
      if highs[i].isNaN { throw failure(highs[i], bracket.place) }
      if lows[i] > highs[i] {
        throw Diagnostic(
          EngineProblem.lowAboveHigh(
            low: session.brief(lows[i], unit), high: session.brief(highs[i], unit)),
          at: bracket.place)
      }
      if let b = bests?[i], b < lows[i] || b > highs[i] {
        throw Diagnostic(
          EngineProblem.bestOutside(
            best: session.brief(b, unit), low: session.brief(lows[i], unit),
            high: session.brief(highs[i], unit)),
          at: bracket.place)
      }
    }
    let ends = BracketInput.Ends(axes: axes, low: lows, best: bests, high: highs)
    if bracket.isConstant { bracket.ends = ends }
    return ends
  }

  func bracket(_ bracket: BracketInput, at point: Point) throws(Diagnostic)
    -> Column<Double>
  {
    let ends = try ends(bracket)
    let cells: [Double]
    switch point.positions[bracket.source] {
    case 0: cells = ends.low
    case 1: cells = ends.high
    case let share?: cells = zip(ends.low, ends.high).map { $0 + share * ($1 - $0) }
    case nil: cells = ends.best ?? zip(ends.low, ends.high).map { $0 / 2 + $1 / 2 }
    }
    let records = ends.axes.isEmpty ? bracket.record.map { [$0] } : nil
    return Column(axes: ends.axes, cells: cells, records: records)
  }

  // MARK: records

  func field(_ formula: Formula, _ name: String, _ place: Place, at point: Point)
    throws(Diagnostic) -> Column<Double>
  {
    let column = try column(formula, at: point)
    if case .table(let number)? = formula.type.record {
      return try numbers(name, of: number, at: column, place)
    }
    guard let records = column.records else {
      throw Diagnostic(EngineProblem.noFields(formula.place.text), at: place)
    }
    var cells: [Double] = []
    for (id, cell) in zip(records, column.cells) {
      guard let entry = Catalog.entry(id) else {
        if cell.isNaN { throw failure(cell, place) }
        throw Diagnostic(EngineProblem.noFields(id), at: place)
      }
      switch entry.fields.first(where: { $0.name == name })?.figure ?? .notKnown {
      case .number(let value, let unit):
        cells.append(value * session.catalogUnit(unit).factor)
      case .bracket:
        cells.append(
          faults.number(.bracketNotSupported(function: "a list of .\(name)"), at: place))
      case .text, .notKnown:
        cells.append(
          faults.number(
            .notKnown(
              what: name.replacing("_", with: " "), of: id, source: entry.source,
              others: session.alternatives(to: entry, field: name)),
            at: place))
      }
    }
    return Column(axes: column.axes, cells: cells)
  }

  // MARK: spaced lists

  private func spaced(
    _ spacing: Spacing, _ a: Formula, _ b: Formula, _ c: Formula, _ place: Place
  ) throws(Diagnostic) -> Column<Double> {
    func single(_ formula: Formula) throws(Diagnostic) -> Double {
      let column = try column(formula)
      guard column.axes.isEmpty else {
        throw Diagnostic(EngineProblem.severalAxesInList(formula.place.text), at: formula.place)
      }
      if column.cells[0].isNaN { throw failure(column.cells[0], formula.place) }
      return column.cells[0]
    }
    let from = try single(a)
    let to = try single(b)
    let by = try single(c)
    let count: Double
    switch spacing {
    case .linspace, .geomspace:
      guard by == by.rounded(), by >= 1 else {
        throw Diagnostic(
          EngineProblem.badSpacing("the number of values must be a whole number, 1 or more"),
          at: c.place)
      }
      if spacing == .geomspace, from * to <= 0 {
        throw Diagnostic(
          EngineProblem.badSpacing(
            "the ends of a geometric series must have one sign and not be 0"),
          at: place)
      }
      count = by
    case .steps:
      guard by != 0, (to - from) / by >= 0 else {
        throw Diagnostic(
          EngineProblem.badSpacing("the step must lead from the first value to the last"),
          at: c.place)
      }
      count = ((to - from) / by + 1e-9).rounded(.down) + 1
    }
    guard count <= Double(session.limits.cells) else {
      throw Diagnostic(
        EngineProblem.tooManyCells(Int(min(count, 1e18)), limit: session.limits.cells), at: place)
    }
    if session.refuses(bytes: Int(count) * MemoryLayout<Double>.size) {
      throw Diagnostic(EngineProblem.interrupted, at: place)
    }
    let n = Int(count)
    let cells = [Double](count: n) { cells in
      for i in 0..<n {
        let share = n == 1 ? 0 : Double(i) / Double(n - 1)
        switch spacing {
        case .steps: cells[i] = from + Double(i) * by
        case .linspace: cells[i] = from + share * (to - from)
        case .geomspace: cells[i] = from * pow(to / from, share)
        }
      }
      // the last value is exact
      if spacing != .steps, n > 1 { cells[n - 1] = to }
      return true
    }
    return Column(axes: [namelessAxis(n)], cells: cells ?? [])
  }
}

extension NearInput {
  /// 1 where two numbers are near enough, else 0; a fault stays one.
  func holds(_ a: Double, _ b: Double, _ within: Double) -> Double {
    if let fault = [a, b, within].first(where: \.isNaN) { return fault }
    return isNear(a, b, isShare ? within * abs(b) : within) ? 1 : 0
  }
}

extension Comparison.Operator {
  /// Whether `a op b` holds, by a − b.
  func holds(_ gap: Double) -> Bool {
    switch self {
    case .less: gap < 0
    case .lessOrEqual: gap <= 0
    case .greater: gap > 0
    case .greaterOrEqual: gap >= 0
    case .equal: gap == 0
    case .notEqual: gap != 0
    }
  }

  /// The same for every gap of an interval, or nil where it depends.
  func holds(_ gap: Interval) -> Bool? {
    switch self {
    case .less: gap.high < 0 ? true : gap.low >= 0 ? false : nil
    case .lessOrEqual: gap.high <= 0 ? true : gap.low > 0 ? false : nil
    case .greater: gap.low > 0 ? true : gap.high <= 0 ? false : nil
    case .greaterOrEqual: gap.low >= 0 ? true : gap.high < 0 ? false : nil
    case .equal: gap == .zero ? true : gap.high < 0 || gap.low > 0 ? false : nil
    case .notEqual: gap == .zero ? false : gap.high < 0 || gap.low > 0 ? true : nil
    }
  }
}
