import Syntax
import Units

/// What is asked of all values of a list: `quantile(log.power, 0.9)`, `sd(tput)`, and the area below
/// them, `integrate(log.power, log.time)`.
extension Explainer {
  func spread(
    _ statistic: Statistic, _ call: Call, _ expression: Expression, _ frame: ExplainFrame,
    _ block: ExplainBlock, depth: Int
  ) throws(Diagnostic) {
    let result = try begun(expression, frame, block)
    let argument = call.arguments[0].value
    guard let found = try line(argument, [], call, frame), !found.cells.isEmpty else {
      return finish(result, frame, block, .value)
    }
    try explainCell(argument, found, 0, block, depth: depth)
    func leaf(_ number: Double) -> Working { .value(Quantity(number, found.type)) }
    let count = found.cells.count
    var working: Working?
    let remark: Derivation.Remark.Terms
    if statistic == .quantile {
      let share = try quantity(call.arguments[1].value, frame).number
      let sorted = found.cells.sorted()
      let place = share * Double(count - 1)
      let below = min(max(Int(place), 0), count - 1)
      let next = min(below + 1, count - 1)
      let way = place - Double(below)
      remark =
        way == 0
        ? .place(below + 1, of: count)
        : .inOrder(below + 1, next + 1, of: count, share: way)
      if way != 0, !found.type.isReading {
        working = .between(
          leaf(sorted[below]), leaf(sorted[next]), share: .value(Quantity(way, .plain)))
      }
    } else {
      let mean = Lines.sum(found.cells) / Double(count)
      remark = .squares(count, mean: amount(mean, found.type.unit))
      if count <= Line.longest, !found.type.isReading {
        let squares = found.cells.map { cell in
          Working.Summand(
            isMinus: false,
            value: .power(
              .sum([
                Working.Summand(isMinus: false, value: leaf(cell)),
                Working.Summand(isMinus: true, value: leaf(mean)),
              ]), .exact("2", Quantity(2, .plain))))
        }
        let variance = Working.product([
          Working.Factor(isDivided: false, value: .sum(squares)),
          Working.Factor(
            isDivided: true, value: .exact("\(count)", Quantity(Double(count), .plain))),
        ])
        working = statistic == .sd ? .call("sqrt", [variance]) : variance
      }
    }
    guard let working else {
      return finish(result, frame, block, .terms, remarks: [.terms(remark)])
    }
    line(block, .terms, text(working, result), result, frame, remarks: [.terms(remark)])
    work(working, result, frame, block)
  }

  /// `integrate(log.power, log.time)`: trapezoid after trapezoid.
  func integral(
    _ call: Call, _ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock,
    depth: Int
  ) throws(Diagnostic) {
    let result = try begun(expression, frame, block)
    let (below, along) = (call.arguments[0].value, call.arguments[1].value)
    guard var heights = try line(below, [], call, frame),
      var places = try line(along, [], call, frame), heights.cells.count == places.cells.count
    else { return finish(result, frame, block, .value) }
    var remarks: [Derivation.Remark] = []
    if let kept = try group(call, expression, heights, frame) {
      places = try group(call, expression, places, frame)?.line ?? places
      heights = kept.line
      remarks.append(.terms(kept.remark))
    }
    let steps = heights.cells.count - 1
    remarks.append(
      .terms(.area(below: text(below, frame), along: text(along, frame), steps: steps)))
    if steps < 1 { return finish(result, frame, block, .terms, remarks: remarks) }
    func sum(_ a: Double, _ b: Double, _ type: ValueType, isMinus: Bool) -> Working {
      .sum([
        Working.Summand(isMinus: false, value: .value(Quantity(a, type))),
        Working.Summand(isMinus: isMinus, value: .value(Quantity(b, type))),
      ])
    }
    let isLong = steps > 3
    var areas: [Double] = []
    for i in 0..<steps {
      let mean = heights.cells[i] / 2 + heights.cells[i + 1] / 2
      areas.append(mean * (places.cells[i + 1] - places.cells[i]))
    }
    var terms: [Working]
    if isLong {
      terms = areas.map { .value(Quantity($0, result.type)) }
      if steps > Line.longest {
        let rest = Lines.sum(Array(areas.dropFirst(4).dropLast()))
        terms = Array(terms.prefix(4)) + [.value(Quantity(rest, result.type)), terms[steps - 1]]
        remarks.append(.terms(.cut))
      }
    } else {
      terms = (0..<steps).map { i -> Working in
        let height = sum(heights.cells[i], heights.cells[i + 1], heights.type, isMinus: false)
        let width = sum(places.cells[i + 1], places.cells[i], places.type, isMinus: true)
        let two = Working.exact("2", Quantity(2, .plain))
        return .product([
          Working.Factor(isDivided: false, value: height),
          Working.Factor(isDivided: true, value: two),
          Working.Factor(isDivided: false, value: width),
        ])
      }
    }
    let working: Working =
      terms.count == 1
      ? terms[0] : .sum(terms.map { Working.Summand(isMinus: false, value: $0) })
    line(block, .terms, text(working, result), result, frame, remarks: remarks)
    work(working, result, frame, block)
  }
}
