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
  /// `gpu.csv`, or nil for a pasted text
  let file: String?
  var name: String { file ?? "csv" }
  let columns: [Field]
  /// where each row stands in the text; empty where a row stands one line behind its number, or where
  /// there is no text
  private let lines: [Int32]
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
    file: String?, columns: [Field], rows: Int, lines: [Int32] = [], key: String? = nil,
    stream: RowStream? = nil
  ) {
    self.stream = stream
    self.file = file
    self.lines = lines
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

  /// - Parameter row: counted from 0.
  func line(ofRow row: Int) -> Int { lines.indices.contains(row) ? Int(lines[row]) : row + 2 }

  var fieldNames: [String] { columns.map(\.name) }

  func column(_ name: String) -> Field? { index(name).map { columns[$0] } }

  func index(_ name: String) -> Int? { places[name] }

  private lazy var places = Dictionary(
    zip(columns.map(\.name), columns.indices), uniquingKeysWith: { first, _ in first })

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
    /// the 30th of February, 12:61
    case noSuchTime(cell: String)
    /// a head names a power or an energy, and neither it nor a cell says in which unit
    case unitNotStated(cell: String, mend: String)
    /// a number that is too large for any
    case outOfRange(cell: String)
    case tooManyColumns(Int, limit: Int)
    case notUTF8
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
