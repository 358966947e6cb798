import Syntax

/// The rows of tables and their columns, held or streamed.
extension Evaluator {
  /// The plain values of the rows of a table that streams: those of the window, else all.
  func rows(_ number: Int32) throws(Diagnostic) -> Column<Double> {
    if let window, window.plan.table == number { return window.rows }
    let table = session.table(number)
    return Column(axes: [namelessAxis(table.rows)], cells: table.labels)
  }

  /// The cells of a column of numbers at some rows.
  func numbers(_ name: String, of number: Int32, at rows: Column<Double>, _ place: Place)
    throws(Diagnostic) -> Column<Double>
  {
    let table = session.table(number)
    guard let index = table.index(name) else { return rows }
    if let window, window.plan.table == number {
      return window.cells(window.block.numbers(index), at: rows, missing: .nan)
    }
    guard case .numbers(let cells, _) = try table.cells(index, at: place) else { return rows }
    return rows.map { label in table.row(label).map { cells[$0] } ?? label }
  }

  func texts(_ name: String, of number: Int32, at rows: Column<Double>, _ place: Place)
    throws(Diagnostic) -> Column<String>
  {
    let table = session.table(number)
    guard let index = table.index(name) else { return rows.map { _ in "" } }
    if let window, window.plan.table == number {
      return window.cells(window.block.texts(index), at: rows, missing: "")
    }
    guard case .texts(let cells) = try table.cells(index, at: place) else {
      return rows.map { _ in "" }
    }
    return rows.map { label in table.row(label).map { cells[$0] } ?? "" }
  }

  // MARK: window after window

  /// Values something without regard to the rows that are being worked on.
  func withoutWindow<Result>(_ work: () throws(Diagnostic) -> Result) throws(Diagnostic) -> Result {
    let outer = window
    window = nil
    defer { window = outer }
    return try work()
  }

  /// Does something for one part of the rows after the other.
  /// - Parameter work: values formulas for the rows of the window, and says whether to go on. A part
  ///   of which a filter keeps nothing is passed over, but not all of them.
  func sweep(_ plan: RowPlan, at place: Place, _ work: () throws(Diagnostic) -> Bool)
    throws(Diagnostic)
  {
    let table = session.table(plan.table)
    guard let stream = table.stream else { return }
    var nothing: Diagnostic?
    var any = false
    defer { window = nil }
    try stream.read(plan.fields.compactMap(table.index).sorted(), at: place) {
      (block) throws(Diagnostic) in
      window = RowWindow(plan, copy block)
      do throws(Diagnostic) {
        let goesOn = try work()
        any = true
        return goesOn
      } catch {
        guard case .nothingLeft = error.problem as? EngineProblem else { throw error }
        nothing = error
        return true
      }
    }
    if !any, let nothing { throw nothing }
  }

  /// Sums and the like of formulas that vary along the rows of a file.
  /// - Returns: nil where they do not, or where all rows are needed at once.
  func streamed(
    _ reduction: Reduction, _ formula: Formula, _ over: [AxisReference], at point: Point
  ) throws(Diagnostic) -> Column<Double>? {
    guard session.streams else { return nil }
    if let window {
      // within a sum over rows another one is a value like any other, found once
      let id = ObjectIdentifier(formula)
      if let known = window.plan.found[id] { return known.column }
      let found = try withoutWindow { () throws(Diagnostic) in
        try load(.reduction(reduction, formula, over: over, place: formula.place), at: point)
      }
      window.plan.found[id] = (formula, found)
      return found
    }
    switch reduction {
    case .median, .argmin, .argmax: return nil
    case .sum, .mean, .min, .max, .count, .first, .last: break
    }
    guard let plan = RowPlan([formula], in: session),
      over.isEmpty || (over.count == 1 && over[0].node.map(plan.varies) == true)
    else { return nil }
    var fold = LineFold()
    var fits = true
    try sweep(plan, at: formula.place) { () throws(Diagnostic) in
      let column = try column(formula, at: point)
      guard column.axes.count == 1 else {
        fits = false
        return false
      }
      fold.add(column.cells)
      return true
    }
    return fits ? Column(fold.result(reduction)) : nil
  }

  /// Whether a formula has a value for each row of a file that streams; each is looked at, none kept.
  /// - Parameter work: what to look at of some of the values.
  func looksThrough(_ formula: Formula, _ work: ([Double]) throws(Diagnostic) -> Void)
    throws(Diagnostic) -> Bool
  {
    guard session.streams, formula.type.kind != .text,
      let plan = RowPlan([formula], in: session)
    else { return false }
    var fits = true
    try sweep(plan, at: formula.place) { () throws(Diagnostic) in
      let column = try column(formula)
      fits = column.axes.count == 1
      if fits { try work(column.cells) }
      return fits
    }
    return fits
  }
}
