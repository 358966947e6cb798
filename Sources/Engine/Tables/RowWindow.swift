import Syntax

/// The rows of a file that are being worked on, while a sum or the like goes through all of them.
///
/// While there is a window, the table's rows are those of the window, and what definitions that vary
/// along them come to is kept with the window; everything else is valued as ever.
final class RowWindow {
  let plan: RowPlan
  let block: RowStream.Block
  /// Values of definitions, for these rows.
  var columns: [ObjectIdentifier: Column<Double>] = [:]
  var texts: [ObjectIdentifier: Column<String>] = [:]
  /// Rows kept by a filter: the same axis for the same choice.
  private var selections: [(base: Axis, positions: [Int], axis: Axis)] = []
  private let axis: Axis

  init(_ plan: RowPlan, _ block: RowStream.Block) {
    self.plan = plan
    self.block = block
    axis = Axis(name: nil, labels: .counts(block.count))
  }

  /// The plain values of the rows.
  var rows: Column<Double> {
    Column(
      axes: [axis],
      cells: (1...max(block.count, 1)).prefix(block.count).map {
        Double(block.start + $0)
      })
  }

  func axis(_ base: Axis, keeping positions: [Int], labels: (Axis) -> Axis.Labels) -> Axis {
    for known in selections where known.base === base && known.positions == positions {
      return known.axis
    }
    let axis = base.keeping(labels(base))
    selections.append((base, positions, axis))
    return axis
  }

  /// The cells of a column at some of the rows.
  func cells<Cell>(_ cells: [Cell], at rows: Column<Double>, missing: Cell) -> Column<Cell> {
    if rows.cells.count == cells.count { return Column(axes: rows.axes, cells: cells) }
    return rows.map { label in
      let row = Int(label) - block.start - 1
      return cells.indices.contains(row) ? cells[row] : missing
    }
  }
}
