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
    var cells: Cells
  }
  /// `gpu.csv`, or `csv` for a pasted text
  let name: String
  let columns: [Field]
  let rows: Int
  /// The plain values of the rows: their numbers 1, 2 …, or those of a column of which none occurs
  /// twice.
  private(set) lazy var labels: [Double] = keys ?? (0..<rows).map { Double($0 + 1) }
  /// the column whose numbers the rows go by
  let key: String?
  private let keys: [Double]?
  private let positions: [Double: Int]
  /// Where the cells are, if they are not held; the columns are empty then.
  let stream: RowStream?

  /// - Parameter key: a column whose numbers the rows go by.
  init(
    name: String, columns: [Field], rows: Int, key: String? = nil, stream: RowStream? = nil
  ) {
    self.stream = stream
    self.name = name
    self.columns = columns
    self.rows = rows
    self.key = key
    if let key, case .numbers(let cells, _)? = columns.first(where: { $0.name == key })?.cells {
      keys = cells
      positions = Dictionary(zip(cells, cells.indices), uniquingKeysWith: { first, _ in first })
    } else {
      keys = nil
      positions = [:]
    }
  }

  /// The row that has a plain value.
  func row(_ label: Double) -> Int? {
    if !positions.isEmpty { return positions[label] }
    return label >= 1 && label <= Double(rows) ? Int(label) - 1 : nil
  }

  var fieldNames: [String] { columns.map(\.name) }

  func column(_ name: String) -> Field? { columns.first { $0.name == name } }

  func index(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }

  /// All cells of a column.
  func cells(_ index: Int, at place: Place) throws(Diagnostic) -> Field.Cells {
    guard let stream else { return columns[index].cells }
    guard rows <= Limits().cells else {
      throw Diagnostic(EngineProblem.tooManyCells(rows, limit: Limits().cells), at: place)
    }
    return try stream.whole(index, at: place)
  }
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
