import EnergyCore
import Syntax
import Units

/// `1.5..3 kW`, `319.8 t/s ± 10%`: where in its range a literal stands here.
extension Explainer {
  func bracket(_ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock)
    throws(Diagnostic)
  {
    let formula = try formula(expression, frame)
    let value = try quantity(formula, frame)
    let text = self.text(expression, frame)
    if block.subject != text {
      line(block, .definition, text, value, frame, holdsNames: true)
    }
    finish(value, frame, block, .bracket, remarks: place(of: formula, frame))
  }

  /// `the low end`, `the best guess`
  func place(of formula: Formula, _ frame: ExplainFrame) -> [Derivation.Remark] {
    let brackets = formula.brackets
    guard brackets.count == 1, let bracket = brackets.first?.value else { return [] }
    var remarks: [Derivation.Remark] = []
    if let number = ordinals[bracket.source] { remarks.append(.bracket(.ordinal(number))) }
    switch frame.point?.positions[bracket.source] {
    case 0: remarks.append(.bracket(.lowEnd))
    case 1: remarks.append(.bracket(.highEnd))
    case let share?: remarks.append(.bracket(.share(share)))
    case nil: remarks.append(.bracket(bracket.best == nil ? .middle : .bestGuess))
    }
    return remarks
  }

  /// What a bracket is called, and the unit that it is in where a group around it has one.
  private struct Called {
    var name: String
    var unit: Unit?
  }

  /// The definition that a bracket is, or else its text.
  private func name(of bracket: BracketInput, _ frame: ExplainFrame) throws(Diagnostic) -> Called {
    let name = session.sourceNames[Int(bracket.source)]
    if bracket.record != nil || Catalog.entry(name) != nil { return Called(name: name) }
    let isDrawnAnew = name.hasPrefix("resample")
    // `caller/f#2`, `node with`: the definition is the last word of the path
    let last = name.split(separator: "/").last.map { String($0) } ?? name
    let word = String(last.prefix { $0 != " " && $0 != "#" })
    var world: World? = frame.context.world
    while let here = world {
      if let node = here.node(Name(word)), node.source === bracket.place.source {
        let value = node.definition.value
        var base = value
        var unit: Unit?
        if case .united(let inner, let written) = value {
          base = inner
          unit = try resolved(written, self.frame(node, frame))
        }
        if base.span == bracket.place.span || value.span == bracket.place.span {
          return Called(name: isDrawnAnew ? "resample(\(word))" : word, unit: unit)
        }
        if case .list(let list) = base,
          list.items.contains(where: { $0.value.span == bracket.place.span })
        {
          if let written = list.unit { unit = try resolved(written, self.frame(node, frame)) }
          let text = Self.tidy(bracket.place.text)
          let name = unit.map { quantities.joined(text, $0) } ?? text
          return Called(name: name, unit: unit)
        }
      }
      world = here.below
    }
    return Called(name: Self.tidy(bracket.place.text))
  }

  /// Brackets that are called the same, numbered in the order in which the formula has them.
  func tellApart(_ formula: Formula, _ frame: ExplainFrame) throws(Diagnostic) {
    var alike: [String: [Int32]] = [:]
    for (source, bracket) in formula.brackets.sorted(by: { $0.key < $1.key }) {
      alike[try name(of: bracket, frame).name, default: []].append(source)
    }
    for sources in alike.values {
      for (place, source) in sources.enumerated().dropFirst() { ordinals[source] = place + 1 }
    }
  }

  /// A least or greatest value inside a range, at a round place if one is as good: `x^2` is least at
  /// 0, and not at −3.8e-6.
  func rounded(
    _ positions: [Int32: Double], _ formula: Formula, cell: Int, _ bound: Double,
    within width: Double
  ) throws(Diagnostic) -> [Int32: Double] {
    var positions = positions
    let brackets = formula.brackets
    for (source, position) in positions.sorted(by: { $0.key < $1.key })
    where position > 0 && position < 1 {
      guard let bracket = brackets[source] else { continue }
      let ends = try evaluator.ends(bracket)
      guard ends.low.count == 1, ends.high[0] > ends.low[0] else { continue }
      let unit = bracket.low.type.unit
      let low = quantities.inUnit(ends.low[0], unit)
      let size = quantities.inUnit(ends.high[0], unit) - low
      let exact = low + position * size
      var step = 1.0
      while step > size { step /= 10 }
      while step * 10 < size { step *= 10 }
      for _ in 0..<9 {
        let round = ((exact / step).rounded() * step - low) / size
        var moved = positions
        moved[source] = round
        let column = try evaluator.column(formula, at: evaluator.corner(Corner(moved)))
        if round >= 0, round <= 1, abs(column.cells[cell] - bound) <= 1e-10 * width {
          positions = moved
          break
        }
        step /= 10
      }
    }
    return positions
  }

  /// `node = 1.5 kW, tput = 351.78 t/s`
  func sources(_ formula: Formula, at positions: [Int32: Double], _ frame: ExplainFrame)
    throws(Diagnostic) -> [Derivation.Remark.Place]
  {
    let brackets = formula.brackets
    let point = evaluator.corner(Corner(positions))
    var places: [Derivation.Remark.Place] = []
    for source in positions.keys.sorted() {
      guard let bracket = brackets[source] else { continue }
      let column = try evaluator.bracket(bracket, at: point)
      let called = try name(of: bracket, frame)
      var number = column.cells[frame.cell(of: column.axes)]
      if let unit = called.unit { number = quantities.inBase(number, unit) }
      places.append(
        Derivation.Remark.Place(
          name: called.name, amount: amount(number, called.unit ?? bracket.low.type.unit),
          ordinal: ordinals[source]))
    }
    return places
  }
}
