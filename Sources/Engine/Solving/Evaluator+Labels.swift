import Syntax

/// `solve jt == 1 J/t for batch`: the label at which the two sides are equal.
extension Evaluator {
  /// A label that makes them equal within 1e-9; where it happens between two labels, the error names
  /// them.
  func seek(_ sought: SoughtLabel, at point: Point) throws(Diagnostic) -> Column<Double> {
    let gap = try column(sought.gap, at: point)
    let rows = try sought.axis.node.map { (node) throws(Diagnostic) in try value(of: node) }
    guard let rows, let axis = try ownAxis(sought.axis), let index = gap.index(of: axis),
      rows.cells.count == axis.count
    else {
      throw Diagnostic(
        EngineProblem.notANumber(sought.axis.name.text, what: "solved for"), at: sought.axis.place)
    }
    // the plain values of records are in no order
    let labels = axis.numbers ?? rows.cells
    var records: [String] = []
    let left = try column(sought.left, at: point).spread(over: gap.axes)
    let sides = zip(left.cells, gap.cells).map { Line(left: $0, gap: $1) }
    let lines = Column(axes: gap.axes, cells: sides).reducing(along: index) { $0 }
    var answers: [Double] = []
    var several: [EngineProblem.Solutions] = []
    var between: [EngineProblem.Between] = []
    var misses: [EngineProblem.Miss] = []
    let names = session.labels(of: axis)
    for (cell, line) in lines.cells.enumerated() {
      let hits = line.indices.filter { isSame(line[$0].left, line[$0].left - line[$0].gap) }
      let label = session.label(cell, along: lines.axes)
      if hits.count == 1 {
        answers.append(labels[hits[0]])
        records.append(rows.records?[hits[0]] ?? "")
        continue
      }
      answers.append(.nan)
      records.append("")
      if hits.count > 1 {
        several.append(EngineProblem.Solutions(label: label, values: hits.map { names[$0] }))
        continue
      }
      // neighbours in the order of the labels
      let order = axis.numbers == nil ? [] : labels.indices.sorted { labels[$0] < labels[$1] }
      let steps = zip(order, order.dropFirst()).filter { a, b in
        (line[a].gap > 0) != (line[b].gap > 0) && !line[a].gap.isNaN && !line[b].gap.isNaN
      }
      if steps.isEmpty {
        misses.append(miss(line, names, sought, label))
      } else {
        for (a, b) in steps {
          between.append(EngineProblem.Between(label: label, low: names[a], high: names[b]))
        }
      }
    }
    let searched = EngineProblem.Searched(
      equation: sought.text, name: sought.axis.name.text, low: "", high: "")
    var problem: EngineProblem?
    if !several.isEmpty {
      problem = .severalSolutions(
        searched, Array(several.prefix(4)), more: max(several.count - 4, 0), part: nil)
    } else if !between.isEmpty {
      let ends = Interval(labels.min() ?? 0, labels.max() ?? 0)
      problem = .solveBetween(
        searched, Array(between.prefix(4)), more: max(between.count - 4, 0), left: sought.leftText,
        right: sought.rightText, range: session.written(ends.low, ends.high, sought.type))
    } else if !misses.isEmpty {
      problem = .noSolution(searched, Array(misses.prefix(4)), more: max(misses.count - 4, 0))
    }
    if let problem {
      let number = faults.number(problem, at: sought.place)
      answers = answers.map { $0.isNaN ? number : $0 }
    }
    return Column(
      axes: lines.axes, cells: answers, records: rows.records == nil ? nil : records)
  }

  private struct Line {
    var left: Double
    var gap: Double
  }

  private func miss(
    _ line: [Line], _ names: [String], _ sought: SoughtLabel, _ label: String?
  ) -> EngineProblem.Miss {
    var miss = EngineProblem.Miss(label: label, left: sought.leftText)
    let nearest = line.indices.filter { !line[$0].gap.isNaN }
      .min { abs(line[$0].gap) < abs(line[$1].gap) }
    if let nearest {
      miss.reached = session.brief(line[nearest].left, sought.left.type.unit)
      miss.at = names[nearest]
    } else if let fault = line.first.flatMap({ faults[$0.gap] }) {
      miss.fault = EngineProblem.Cause(problem: failure(line[0].gap, fault.place).problem)
    }
    return miss
  }
}
