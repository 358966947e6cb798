import Syntax
import Units

/// What `read_csv` and `csv` have read: columns over the rows of a text.
///
/// ```
/// log = read_csv("gpu.csv")      # the plain value of a row is its number, 1 …
/// log.power_draw                 # a column, along the axis `log`
/// ```
final class TableData {
  struct Field {
    enum Cells {
      /// in base units; a NaN stands for a fault where a cell is empty
      case numbers([Double], Unit)
      case texts([String])
    }
    /// as a field: `power_draw`
    let name: String
    /// as it was written: `power.draw [W]`
    let head: String
    let cells: Cells
  }
  /// `gpu.csv`, or `csv` for a pasted text
  let name: String
  let columns: [Field]
  let rows: Int

  init(name: String, columns: [Field], rows: Int) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  var fieldNames: [String] { columns.map(\.name) }

  func column(_ name: String) -> Field? { columns.first { $0.name == name } }
}

/// What is wrong with a table, and where in its text.
public struct TableFault: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// no line of heads, or no row below it
    case empty
    /// a row has another number of cells than there are heads
    case ragged(cells: Int, heads: Int)
    case emptyHead
    /// two heads are the same name
    case repeatedHead(String)
    /// what stands in brackets in a head is no unit
    case unknownUnit(String)
    /// a text among numbers, or a number among texts
    case mixed(cell: String, isNumberWanted: Bool)
    /// a number without a unit where other cells have one
    case unitMissing(cell: String, unit: String)
    /// a unit that cannot become that of the column
    case otherDimension(cell: String, unit: String)
    case negativePower(cell: String)
    /// the same row stands on an earlier line
    case repeatedRow(line: Int)
    /// a time stamp that cannot be read
    case badTime(cell: String)
    case unclosedQuote
    case textAfterQuote
    case tooLarge(limit: String)
    case unreadable
  }
  public var kind: Kind
  /// `gpu.csv`, or nil for a pasted text
  public var file: String?
  public var line: Int
  /// counted from 1, with its head; nil where it is about the whole line
  public var column: Int?
  public var head: String?
}
