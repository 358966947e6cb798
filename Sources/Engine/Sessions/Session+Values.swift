import Glibc
import Syntax
import Units

/// From formulas to values that can be shown.
extension Session {
  /// The value of a formula: exact ends for brackets, an error for a faulty cell.
  /// - Parameter keepsUnknown: a cell that nobody gave is a NaN, and no error: for what is only shown.
  func value(of formula: Formula, keepsUnknown: Bool = false) throws(Diagnostic) -> Value {
    let type = formula.type
    switch type.kind {
    case .text:
      let texts = try evaluator.texts(formula)
      return Value(
        axes: texts.axes, cells: .texts(texts.cells), dimension: .none, unit: .one)
    case .truth: return formula.hasSamples ? try probabilities(formula) : try truths(formula)
    case .number: break
    }
    if formula.hasSamples { return try distributed(formula) }
    if case .constant(let number, let record) = formula.code {
      if !number.isFinite { throw evaluator.failure(number, formula.place) }
      var value = Value(
        cells: .numbers([number]), dimension: type.dimension, unit: type.unit,
        isPinned: type.isPinned)
      value.record = record
      return value
    }
    var value = Value(
      cells: .numbers([]), dimension: type.dimension, unit: type.unit, isPinned: type.isPinned)
    if formula.hasSources {
      let range = try rangeOverBrackets(formula)
      for ends in [range.low, range.high] {
        for end in ends where !end.isFinite { throw evaluator.failure(end, formula.place) }
      }
      value.axes = range.axes
      value.cells = .numbers(range.best)
      let isWide = zip(range.low, range.high).contains { low, high in
        high - low > 1e-13 * max(abs(low), abs(high))
      }
      if isWide {
        value.low = range.low
        value.high = range.high
        value.hasBest =
          !sourcesWithBest.isEmpty && formula.sources.contains(where: sourcesWithBest.contains)
      }
      value.isOuterBound = range.isOuterBound && isWide
      if usesStatistics {
        value.errors = statisticErrors(
          of: formula, [range.low, range.high], at: range.places,
          isOuterBound: range.isOuterBound)
      }
      return value
    }
    let column = try evaluator.column(formula)
    if !column.cells.areFinite {
      for cell in column.cells where !cell.isFinite {
        if keepsUnknown, evaluator.isUnknown(cell) { continue }
        throw evaluator.failure(cell, formula.place)
      }
    }
    value.axes = column.axes
    value.cells = .numbers(column.cells)
    if usesStatistics { value.errors = statisticErrors(of: formula, [column.cells]) }
    if column.axes.isEmpty {
      value.record = column.records?.first
      if formula.isLabel { value.label = value.record }
    }
    return value
  }

  private func truths(_ formula: Formula) throws(Diagnostic) -> Value {
    let duals = try evaluator.duals(formula, in: Box())
    var cells: [Value.Truth] = []
    cells.reserveCapacity(duals.cells.count)
    for cell in duals.cells {
      if cell.isFault { throw evaluator.failure(cell.range.low, formula.place) }
      if cell.range.isPoint {
        cells.append(cell.range.low == 1 ? .yes : .no)
      } else {
        cells.append(.depends(on: cell.slopes.map { sourceNames[Int($0.source)] }))
      }
    }
    return Value(axes: duals.axes, cells: .truths(cells), dimension: .none, unit: .one)
  }

  /// The value of a definition, its axis named.
  func value(of node: Node) throws(Diagnostic) -> Value {
    try check(node)
    switch node.state {
    case .failed(let diagnostic): throw diagnostic
    case .waiting:
      throw Diagnostic(
        EngineProblem.undefined(node.name.text, missing: missing(node).map(\.text)),
        at: node.place)
    case .unchecked: throw Diagnostic(EngineProblem.cycle([node.name.text]), at: node.place)
    case .checked(let formula):
      if case .constant = formula.code { return try value(of: formula) }
      let loading = Formula(
        type: formula.type, code: .input(.node(node)), place: formula.place, nodes: [node],
        hasSources: formula.hasSources, hasSamples: formula.hasSamples)
      if formula.type.kind == .text {
        let texts = try evaluator.texts(of: node)
        return Value(axes: texts.axes, cells: .texts(texts.cells), dimension: .none, unit: .one)
      }
      return try value(of: loading)
    }
  }

  // MARK: short texts, for errors and strings

  /// A number in base units as it would be shown: `3.08 kW`.
  func brief(
    _ number: Double, _ unit: Unit, isPinned: Bool = false, digits: Int = 6,
    error: Double? = nil
  ) -> String {
    let shown = isPinned ? unit : units.step(of: unit, for: abs(number))
    let inUnit = (number - units.offset(of: shown)) / units.factor(of: shown)
    let known = KnownDigits(
      inUnit, error: error.map { abs($0 / units.factor(of: shown)) }, of: digits)
    let text =
      known.text(inUnit)
      ?? units.numberText(inUnit, unit: shown, digits: known.count(of: digits))
    let name = units.text(of: shown)
    return name.isEmpty ? text : "\(text) \(name)"
  }

  func plain(_ number: Double) -> String { units.numberText(number, unit: .one, digits: 6) }

  /// The value of a formula in a few words, or nil where it has none (yet).
  func briefly(_ formula: Formula) -> String? {
    guard !isChecking else { return nil }
    // of many distributions their number is said, which no sample need be drawn for
    if formula.hasSamples,
      let axes = (try? evaluator.axes(of: formula))?.filter({ !$0.isOfSamples }),
      axes.contains(where: { $0.count > 1 })
    {
      return brief(count: axes.reduce(1) { $0 * $1.count }, axes)
    }
    return (try? value(of: formula)).map(brief)
  }

  func briefly(_ node: Node) -> String? {
    if case .checked(let formula) = node.state, formula.hasSamples { return briefly(formula) }
    guard !isChecking, let value = try? value(of: node) else { return nil }
    return brief(value)
  }

  func brief(_ value: Value) -> String { brief(value, sideBySide: 4) }

  /// - Parameter digits: of both ends of a bracket.
  func brief(_ value: Value, sideBySide digits: Int) -> String {
    switch value.cells {
    case .truths(let truths):
      return truths.count == 1 ? word(truths[0]) : "\(truths.count) truths"
    case .texts(let texts): return texts.count == 1 ? texts[0] : "\(texts.count) texts"
    case .numbers(let numbers):
      if let label = value.label { return label }
      if let low = value.low, let high = value.high, low.count == 1 {
        return bracket(low[0], high[0], value, digits: digits)
      }
      if numbers.count == 1, let distributed = value.distributed {
        let (text, remark) = briefParts(numbers[0], distributed, value)
        return "\(text) (\(remark))"
      }
      if numbers.count == 1 {
        return brief(
          numbers[0], value.unit, isPinned: value.isPinned, error: value.errors?.cells.first)
      }
      return brief(count: numbers.count, value.axes)
    }
  }

  private func brief(count: Int, _ axes: [Axis]) -> String {
    let axes = axes.compactMap(\.name?.text).joined(separator: ", ")
    return "\(count) values" + (axes.isEmpty ? "" : " over \(axes)")
  }

  /// `320 t/s` and `274..374, 90 %`; of an envelope `274..374 t/s` and what it is.
  func briefParts(_ median: Double, _ distributed: Distributed, _ value: Value) -> (
    text: String, remark: String
  ) {
    guard let spread = distributed.spreads.first else { return ("", "") }
    let size = max(abs(median), abs(spread.low), abs(spread.high))
    let unit = value.isPinned ? value.unit : units.step(of: value.unit, for: size)
    let (factor, offset) = (units.factor(of: unit), units.offset(of: unit))
    let numbers = SpreadNumbers(
      median: (median - offset) / factor, low: (spread.low - offset) / factor,
      high: (spread.high - offset) / factor, error: abs(spread.error / factor),
      medianError: abs(spread.medianError / factor))
    let name = units.text(of: unit)
    let shown = name.isEmpty ? "" : " \(name)"
    return distributed.brackets.isEmpty
      ? ("\(numbers.median)\(shown)", "\(numbers.range), \(distributed.remark)")
      : ("\(numbers.range)\(shown)", distributed.remark)
  }

  private func bracket(_ low: Double, _ high: Double, _ value: Value, digits: Int) -> String {
    let unit =
      value.isPinned ? value.unit : units.step(of: value.unit, for: max(abs(low), abs(high)))
    let factor = units.factor(of: unit)
    let offset = units.offset(of: unit)
    let (a, b) = (text(low), text(high))
    func text(_ end: Double) -> String {
      let number = (end - offset) / factor
      let known = value.known(0, number, one: factor, of: digits)
      return known.text(number)
        ?? units.numberText(number, unit: unit, digits: known.count(of: digits))
    }
    let dots = low < 0 || high < 0 ? " .. " : ".."
    let name = units.text(of: unit)
    return name.isEmpty ? "\(a)\(dots)\(b)" : "\(a)\(dots)\(b) \(name)"
  }

  func word(_ truth: Value.Truth) -> String {
    switch truth {
    case .yes: "true"
    case .no: "false"
    case .depends(let sources):
      "depends on " + sources.map { SourceName.words($0) { $0 } }.joined(separator: ", ")
    case .probably, .between: truth.probability ?? ""
    }
  }

  /// Each cell of a value as text, for strings.
  func cellTexts(_ value: Value, format: String? = nil) -> [String] {
    switch value.cells {
    case .truths(let truths): return truths.map(word)
    case .texts(let texts): return texts
    case .numbers(let numbers):
      return numbers.indices.map { i in
        var cell = value
        cell.axes = []
        cell.cells = .numbers([numbers[i]])
        cell.low = value.low.map { [$0[i]] }
        cell.high = value.high.map { [$0[i]] }
        cell.errors?.cells = value.errors.map { [$0.cells[i]] } ?? []
        cell.distributed?.spreads = value.distributed.map { [$0.spreads[i]] } ?? []
        guard let format, let format = TextFormat(format) else { return brief(cell) }
        return formatted(cell, format)
      }
    }
  }

  private func formatted(_ value: Value, _ format: TextFormat) -> String {
    guard case .numbers(let numbers) = value.cells, let number = numbers.first else { return "" }
    let largest = max(abs(value.low?.first ?? number), abs(value.high?.first ?? number))
    let unit = value.isPinned ? value.unit : units.step(of: value.unit, for: largest)
    func text(_ number: Double) -> String {
      let shown = (number - units.offset(of: unit)) / units.factor(of: unit)
      switch format.style {
      case .decimals: return FixedPoint.text(shown, decimals: format.digits)
      case .significant: return units.numberText(shown, unit: .one, digits: max(format.digits, 1))
      case .exponent: return FixedPoint.exponent(shown, decimals: format.digits)
      }
    }
    let name = units.text(of: unit)
    let digits: String
    if let low = value.low?.first, let high = value.high?.first {
      digits = "\(text(low))\(low < 0 ? " .. " : "..")\(text(high))"
    } else {
      digits = text(number)
    }
    return name.isEmpty ? digits : "\(digits) \(name)"
  }

  func labels(of axis: Axis) -> [String] {
    switch axis.labels {
    case .numbers(let values, let unit):
      values.map { brief($0, unit, isPinned: true) }
    case .texts(let texts): texts
    case .counts(let n): (1...max(n, 1)).prefix(n).map(String.init)
    }
  }
}

/// Numbers with a stated count of decimals.
enum FixedPoint {
  static func text(_ number: Double, decimals: Int) -> String { printed("%.*f", number, decimals) }
  static func exponent(_ number: Double, decimals: Int) -> String {
    printed("%.*e", number, decimals)
  }

  private static func printed(_ format: String, _ number: Double, _ decimals: Int) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
      guard let base = buffer.baseAddress else { return "" }
      let count = withVaList([Int32(decimals), number]) { vsnprintf(base, 400, format, $0) }
      let bytes = UnsafeRawBufferPointer(start: base, count: min(Int(max(count, 0)), 399))
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}

// MARK: numbers in commands

extension Session {
  /// What a text such as `2^20` or `16k` comes to; nil where that is no single plain number.
  package func plainNumber(_ text: String) -> Double? {
    let source = SourceText(name: "command", text: text)
    var parser = Parser(source, units: units)
    guard case .statement(let statement) = parser.next(), case .end = parser.next(),
      case .expression(let expression) = statement.kind
    else { return nil }
    return silently {
      guard let formula = try? build(expression, source), formula.type.kind == .number,
        formula.type.dimension == .none, !formula.hasSources, !formula.hasSamples,
        let column = try? evaluator.column(formula), column.axes.isEmpty
      else { return nil }
      return column.cells[0]
    }
  }
}
