import Glibc
import Syntax

/// What reduces, reorders or picks along an axis; the same for numbers and for enclosures.
extension Evaluator {
  /// The position of the axis that a function is to run along.
  func position<Element>(
    _ column: Column<Element>, _ reference: AxisReference
  ) throws(Diagnostic) -> Int? {
    if let own = try ownAxis(reference), let index = column.index(of: own) { return index }
    // the axis of a column of a table is known by its name
    let ofColumn = column.axes.firstIndex { $0.isOfColumn && $0.name == reference.name }
    if let ofColumn { return ofColumn }
    guard reference.node != nil else {
      throw Diagnostic(
        EngineProblem.doesNotVary(
          "the value", axis: reference.name.text, axes: column.axes.compactMap(\.name?.text)),
        at: reference.place)
    }
    let target = try target(reference)
    let axis = target.selection.map(\.axis) ?? target.axis
    guard let axis else { return nil }
    if let index = column.index(of: axis) { return index }
    // labels kept by a filter have an axis of their own under the same name
    let sameName = column.axes.indices.filter { column.axes[$0].name == axis.name }
    if sameName.count == 1, column.axes[sameName[0]].places(in: axis) != nil { return sameName[0] }
    throw Diagnostic(
      EngineProblem.doesNotVary(
        "the value", axis: reference.name.text, axes: column.axes.compactMap(\.name?.text)),
      at: reference.place)
  }

  /// - Parameter rows: what the definition of an axis comes to, for a label that is a record.
  func reduce<Element>(
    _ column: Column<Element>, _ reduction: Reduction, _ over: [AxisReference], _ place: Place,
    rows: (Node) throws(Diagnostic) -> Column<Element>, _ reduce: ([Element]) -> Element
  ) throws(Diagnostic) -> Column<Element> {
    if reduction == .argmin || reduction == .argmax {
      return try argument(column, over, place, rows, reduce)
    }
    if over.isEmpty {
      if let samples = column.axes.firstIndex(where: \.isOfSamples) {
        // one for each sample
        var result = column
        for i in column.axes.indices.reversed() where i != samples {
          result = result.reducing(along: i, reduce)
        }
        return result
      }
      if (reduction == .first || reduction == .last) && column.axes.count > 1 {
        throw Diagnostic(
          EngineProblem.whichAxis(
            function: reduction.rawValue, axes: column.axes.compactMap(\.name?.text)),
          at: place)
      }
      return Column(reduce(column.cells))
    }
    var result = column
    for reference in over {
      guard let index = try position(result, reference) else { continue }
      result = result.reducing(along: index, reduce)
    }
    return result
  }

  /// argmin and argmax give a label: `reduce` gives the position, which is turned into it.
  private func argument<Element>(
    _ column: Column<Element>, _ over: [AxisReference], _ place: Place,
    _ rows: (Node) throws(Diagnostic) -> Column<Element>, _ reduce: ([Element]) -> Element
  ) throws(Diagnostic) -> Column<Element> {
    // the builder names the one axis, or says that there are several
    let reference = over[0]
    guard let index = try position(column, reference) else {
      // overridden by one label, which is the answer
      let target = try target(reference)
      guard let labels = target.axis.numbers, let only = target.selection?.positions.first else {
        return column
      }
      let label = labels[only]
      return column.map { (label as? Element) ?? (Dual(label) as? Element) ?? $0 }
    }
    let axis = column.axes[index]
    let positions = column.reducing(along: index, reduce)
    guard let labels = axis.numbers else {
      // which text stands there is told by `texts`
      guard let node = reference.node, node.formula?.type.kind != .text else { return positions }
      return try record(positions, axis, node, try rows(node), place)
    }
    return positions.map { element in
      if let position = element as? Double {
        let label = position.isNaN ? position : labels[Int(position)]
        return label as? Element ?? element
      }
      if let position = element as? Dual {
        let label = position.isFault ? position : Dual(labels[Int(position.center)])
        return label as? Element ?? element
      }
      return element
    }
  }

  /// The label that is a record comes back as that record.
  private func record<Element>(
    _ positions: Column<Element>, _ axis: Axis, _ node: Node, _ rows: Column<Element>,
    _ place: Place
  ) throws(Diagnostic) -> Column<Element> {
    guard let names = try value(of: node).records, case .texts(let labels) = axis.labels,
      case .texts(let all)? = try ownAxis(node)?.labels, all.count == names.count,
      let indices = positions.cells as? [Double]
        ?? (positions.cells as? [Dual])?.map({ $0.isFault ? .nan : $0.center })
    else {
      throw Diagnostic(
        EngineProblem.notANumber(axis.name?.text ?? "", what: "a label of numbers"), at: place)
    }
    let found = indices.map { $0.isNaN ? nil : all.firstIndex(of: labels[Int($0)]) }
    return Column(
      axes: positions.axes,
      cells: zip(found, positions.cells).map { row, cell in row.map { rows.cells[$0] } ?? cell },
      records: found.map { row in row.map { names[$0] } ?? "" })
  }

  func along<Element>(
    _ column: Column<Element>, _ operation: LineOperation, _ over: [AxisReference], _ place: Place,
    _ transform: ([Element]) -> [Element]
  ) throws(Diagnostic) -> Column<Element> {
    let index: Int
    if let reference = over.first {
      guard let found = try position(column, reference) else { return column }
      index = found
    } else {
      let own = column.axes.indices.filter { !column.axes[$0].isOfSamples }
      guard own.count == 1 else {
        throw Diagnostic(
          EngineProblem.whichAxis(
            function: operation.rawValue, axes: own.compactMap { column.axes[$0].name?.text }),
          at: place)
      }
      index = own[0]
    }
    let axis = column.axes[index]
    let newAxis: Axis
    switch operation {
    case .cumulative: newAxis = axis
    case .difference:
      guard axis.count > 1 else {
        throw Diagnostic(EngineProblem.nothingLeft("the list of differences"), at: place)
      }
      newAxis = self.axis(axis, keeping: Array(1..<axis.count))
    case .sort, .reverse: newAxis = namelessAxis(axis.count)
    }
    return column.mappingLines(along: index, to: newAxis, transform)
  }

  /// `jt[batch = 8]`
  func pick<Element>(_ column: Column<Element>, _ picks: [PickInput], _ place: Place)
    throws(Diagnostic) -> Column<Element>
  {
    var result = column
    for pick in picks {
      guard let index = try position(result, pick.axis) else {
        // overridden by one label: no other one is there to be picked
        let target = try target(pick.axis)
        let left = self.axis(target.axis, keeping: target.selection?.positions ?? [])
        _ = try positions(of: pick, in: left)
        continue
      }
      let axis = result.axes[index]
      let (axes, positions) = try positions(of: pick, in: axis)
      guard let own = axes.first else {
        result = result.picking(positions[0], along: index)
        continue
      }
      guard axes.count == 1 else {
        throw Diagnostic(
          EngineProblem.whichAxis(function: "a label", axes: axes.compactMap(\.name?.text)),
          at: pick.label.place)
      }
      // some labels of the axis make a part of it; one for each of another list is looked up along that
      let isPart = own.name == nil || own.name == axis.name
      result = result.selecting(
        positions, along: index, as: isPart ? self.axis(axis, keeping: positions) : own)
    }
    return result
  }

  /// A label that is a bracket or a distribution would pick more than one. A row of the catalog picks by
  /// its name, whatever its value.
  func refuseRange(_ label: Formula) throws(Diagnostic) {
    guard label.type.kind == .number, label.type.record == nil else { return }
    var varies = label.hasSamples
    if !varies, label.hasSources {
      for cell in try duals(label, in: Box()).cells {
        if cell.isFault { throw failure(cell.range.low, label.place) }
        if !cell.range.isPoint { varies = true }
      }
    }
    if varies {
      throw Diagnostic(
        EngineProblem.labelVaries(label.place.text, isBracket: !label.hasSamples), at: label.place)
    }
  }

  /// Where the labels that are asked for stand, and the axes along which they are.
  private func positions(of pick: PickInput, in axis: Axis) throws(Diagnostic) -> (
    axes: [Axis], positions: [Int]
  ) {
    let label = pick.label
    func checked(_ position: Int?, _ text: String?, _ shown: String, value: Double? = nil)
      throws(Diagnostic) -> Int
    {
      guard let position else {
        let isCut = pick.axis.node != nil ? try target(pick.axis).selection != nil : false
        throw noSuchLabel(text, axis, label.place, shown: shown, value: value, isCut: isCut)
      }
      if axis.isRepeated(position) {
        throw Diagnostic(EngineProblem.labelTwice(shown), at: label.place)
      }
      return position
    }
    if label.type.kind == .text {
      let wanted = try texts(label)
      return (
        wanted.axes,
        try wanted.cells.map { (text) throws(Diagnostic) in
          try checked(axis.position(of: text), text, text)
        }
      )
    }
    try refuseRange(label)
    let wanted = try column(label)
    var positions: [Int] = []
    for (i, value) in wanted.cells.enumerated() {
      let record = wanted.records?[i]
      let found = record.flatMap { axis.position(of: $0) } ?? axis.position(of: value)
      positions.append(
        try checked(found, record, record ?? session.brief(value, label.type.unit), value: value))
    }
    return (wanted.axes, positions)
  }

  /// `batch[jt < 1 J/t]`: what remains where the condition holds.
  func filter<Element>(
    _ column: Column<Element>, _ test: Column<Double>, _ place: Place, condition: Place
  ) throws(Diagnostic) -> Column<Element> {
    if test.axes.contains(where: \.isOfSamples) {
      throw Diagnostic(EngineProblem.conditionVaries(condition.whole), at: condition)
    }
    guard test.axes.count == 1, let axis = test.axes.first else {
      throw Diagnostic(
        EngineProblem.whichAxis(
          function: "a condition in brackets", axes: test.axes.compactMap(\.name?.text)),
        at: place)
    }
    // what has been filtered before has some of the labels
    let kept = column.axes.indices.compactMap { i -> (index: Int, places: [Int])? in
      guard column.axes[i].name == axis.name, axis.name != nil else { return nil }
      return column.axes[i].places(in: axis).map { (i, $0) }
    }
    let index: Int
    let cells: [Double]
    if let own = column.index(of: axis) {
      (index, cells) = (own, test.cells)
    } else if kept.count == 1 {
      (index, cells) = (kept[0].index, kept[0].places.map { test.cells[$0] })
    } else {
      throw Diagnostic(
        EngineProblem.doesNotVary(
          "the value", axis: axis.name?.text ?? "the list",
          axes: column.axes.compactMap(\.name?.text)),
        at: place)
    }
    let positions = cells.indices.filter { cells[$0] == 1 }
    guard !positions.isEmpty else {
      throw Diagnostic(EngineProblem.nothingLeft(place.text), at: place)
    }
    return column.selecting(positions, along: index, as: self.axis(axis, keeping: positions))
  }

  /// Between two labels, never outside them.
  func interpolate<Element>(
    _ column: Column<Element>, _ reference: AxisReference, _ at: Formula, _ place: Place,
    _ blend: (Element, Element, Double) -> Element, isLogarithmic: () -> Bool
  ) throws(Diagnostic) -> Column<Element> {
    guard let index = try position(column, reference) else { return column }
    let axis = column.axes[index]
    guard !axis.isTruth, let labels = axis.numbers else {
      throw Diagnostic(
        EngineProblem.notANumber(reference.name.text, what: "interpolated along"),
        at: reference.place)
    }
    let order = labels.indices.sorted { labels[$0] < labels[$1] }
    let wanted = try self.column(at)
    guard wanted.axes.isEmpty else {
      throw Diagnostic(EngineProblem.severalAxesInList(at.place.text), at: at.place)
    }
    let x = wanted.cells[0]
    if let position = axis.position(of: x) { return column.picking(position, along: index) }
    guard let upper = order.firstIndex(where: { labels[$0] > x }), upper > 0 else {
      func shown(_ i: Int?) -> String {
        guard let i, case .numbers(_, let unit) = axis.labels else { return "" }
        return session.brief(labels[i], unit)
      }
      throw Diagnostic(
        EngineProblem.outsideLabels(
          session.brief(x, at.type.unit), axis: reference.name.text, low: shown(order.first),
          high: shown(order.last)),
        at: at.place)
    }
    let (i, j) = (order[upper - 1], order[upper])
    let useLog = isLogarithmic() && labels[i] > 0 && x > 0
    let weight =
      useLog
      ? log(x / labels[i]) / log(labels[j] / labels[i]) : (x - labels[i]) / (labels[j] - labels[i])
    let a = column.picking(i, along: index)
    let b = column.picking(j, along: index)
    return Column(axes: a.axes, cells: zip(a.cells, b.cells).map { blend($0, $1, weight) })
  }
}

/// Reductions and line operations on plain numbers; a fault in the line is the result.
enum Lines {
  static func reduce(_ line: [Double], _ reduction: Reduction) -> Double {
    if reduction == .first { return line.first ?? .nan }
    if reduction == .last { return line.last ?? .nan }
    var hasFault = false
    for value in line where value.isNaN { hasFault = true }
    if hasFault, let fault = line.first(where: { $0.isNaN }) { return fault }
    switch reduction {
    case .sum, .count: return sum(line)
    case .mean: return line.isEmpty ? .nan : sum(line) / Double(line.count)
    case .min: return line.min() ?? .nan
    case .max: return line.max() ?? .nan
    case .first: return line.first ?? .nan
    case .last: return line.last ?? .nan
    case .argmin: return Double(line.indices.min { line[$0] < line[$1] } ?? 0)
    case .argmax: return Double(line.indices.max { line[$0] < line[$1] } ?? 0)
    case .median:
      let sorted = line.sorted()
      let n = sorted.count
      return n == 0 ? .nan : n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2
    }
  }

  /// How far cells are spread, each as likely as the others. A quantile between two of them lies on
  /// the line from one to the other, as a median does.
  static func spread(_ line: [Double], _ statistic: Statistic, _ share: Double) -> Double {
    if let fault = line.first(where: \.isNaN) { return fault }
    if statistic == .quantile {
      let sorted = line.sorted()
      let place = share * Double(sorted.count - 1)
      let below = Int(place)
      let next = min(below + 1, sorted.count - 1)
      return sorted[below] + (place - Double(below)) * (sorted[next] - sorted[below])
    }
    let mean = sum(line) / Double(line.count)
    let variance = sum(line.map { ($0 - mean) * ($0 - mean) }) / Double(line.count)
    return statistic == .sd ? variance.squareRoot() : variance
  }

  /// Compensated, so that the order of a long list hardly matters.
  static func sum(_ line: [Double]) -> Double {
    var sum = 0.0
    var lost = 0.0
    for value in line {
      let next = sum + value
      lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
      sum = next
    }
    return sum + lost
  }

  static func map(_ line: [Double], _ operation: LineOperation) -> [Double] {
    switch operation {
    case .cumulative:
      var running = 0.0
      return line.map {
        running += $0
        return running
      }
    case .difference: return zip(line.dropFirst(), line).map { $0 - $1 }
    case .sort:
      if let fault = line.first(where: \.isNaN) { return line.map { _ in fault } }
      return line.sorted()
    case .reverse: return line.reversed()
    }
  }
}
