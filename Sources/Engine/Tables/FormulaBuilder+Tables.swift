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
        EngineProblem.needsText(function: call.name.text, example: "read_csv(\"gpu.csv\")"),
        at: place)
    case nil: break
    }
    let number = try session.readTable(text, isFile: isFile, at: place)
    let rows = session.table(number).rows
    var type = ValueType.plain
    type.record = .table(number)
    return operand(
      .constant(
        Column(
          axes: [session.evaluator.namelessAxis(rows)], cells: (0..<rows).map { Double($0 + 1) })),
      type)
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

extension TableData {
  /// The cells of a column at some rows, of which the numbers are given.
  func numbers(_ name: String, of rows: Column<Double>) -> Column<Double> {
    guard case .numbers(let cells, _)? = column(name)?.cells else { return rows }
    return rows.map { row in row.isNaN ? row : cells[Int(row) - 1] }
  }

  func texts(_ name: String, of rows: Column<Double>) -> Column<String> {
    guard case .texts(let cells)? = column(name)?.cells else { return rows.map { _ in "" } }
    return rows.map { row in row.isNaN ? "" : cells[Int(row) - 1] }
  }
}
