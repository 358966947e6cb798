import Syntax
import Units

/// `read_csv("gpu.csv")`, `csv("""…""")`, and the columns of what they give.
extension FormulaBuilder {
  /// A table's plain value is the numbers of its rows: a list, which takes the name of its definition.
  func table(_ call: Call, _ scope: Scope) throws(Diagnostic) -> Operand {
    let isFile = call.name == "read_csv"
    let place = Place(scope.source, call.span)
    guard call.arguments.count == 1, case .text(let literal) = call.arguments[0].value,
      literal.pieces.count <= 1
    else {
      throw Diagnostic(
        EngineProblem.needsText(
          function: call.name.text,
          example: isFile ? "read_csv(\"gpu.csv\")" : "csv(\"\"\"…\"\"\")"),
        at: place)
    }
    var text = ""
    switch literal.pieces.first {
    case .text(let known): text = known
    case .value:
      throw Diagnostic(
        EngineProblem.needsText(function: call.name.text, example: ""),
        at: place)
    case nil: break
    }
    return rows(of: try session.readTable(text, isFile: isFile, at: place))
  }

  private func rows(of number: Int32) -> Operand {
    let table = session.table(number)
    var type = ValueType.plain
    type.record = .table(number)
    if table.stream != nil { return operand(.rows(number), type) }
    var axis = session.evaluator.namelessAxis(table.rows)
    if let key = table.key {
      // all tables with these keys vary along one axis
      session.evaluator.announceColumnAxis(Name(key))
      axis = session.evaluator.columnAxis(Name(key), .numbers(table.labels, .one))
    }
    return operand(.constant(Column(axes: [axis], cells: table.labels)), type)
  }

  /// `measured.llama_3_3_70b_h100`; nil for a name that no measurement has.
  func measured(_ name: String) -> Operand? {
    guard let number = session.measuredTable(name) else { return nil }
    return rows(of: number)
  }

  /// `known(log.power_draw)`: true where the cell is not empty
  func known(_ call: Call, _ scope: Scope) throws(Diagnostic) -> Operand {
    try expect(call, 1...1, "1", scope)
    let formula = try subformula(call.arguments[0].value, scope)
    if formula.type.kind == .text {
      // a text that nobody states is an empty one
      let empty = Formula(
        type: .text, code: .text(.pieces([])), place: formula.place, nodes: [], hasSources: false)
      return operand(.sameText(formula, empty, isNegated: true), .truth)
    }
    guard formula.type.kind == .number else {
      let expression = call.arguments[0].value
      throw fail(
        .notANumber(scope.source.text(of: expression), what: "given to known"), expression, scope)
    }
    return operand(.known(formula), .truth)
  }

  /// `log.power_draw`: a column, for each of the rows.
  func column(_ name: Name, of rows: Operand, _ table: TableData, _ place: Place)
    throws(Diagnostic) -> Operand
  {
    let formula = finished(rows, place: place)
    guard case .numbers(_, let unit)? = table.column(name.text)?.cells else {
      return Operand(.text(.field(formula, name: name.text)), .text)
    }
    let type = self.type(of: unit)
    return operand(
      .field(formula, name: name.text, dimension: type.dimension, place: place), type)
  }
}
