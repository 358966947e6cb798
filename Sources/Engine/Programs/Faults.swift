import Synchronization
import Syntax

/// What can go wrong with a value rather than with a formula, and where.
struct Fault {
  var problem: EngineProblem
  var place: Place
  /// whose words the problem has not got yet
  weak var refusal: RefusalInput?
}

/// Faults travel through the arithmetic as numbers: a NaN whose payload is the fault's number.
///
/// So an error counts only where its cell is used: `if n > 0 then x / n else 0` divides every cell
/// and fails for none.
///
/// Blocks meet faults on several threads at once, so the list is looked at by one at a time.
final class Faults: @unchecked Sendable {
  private struct Key: Hashable {
    var source: ObjectIdentifier
    var span: Span
  }
  private struct Known {
    var list: [Fault] = []
    /// tables that were read: their columns, their file, and where they were asked for
    var tables: [(columns: [String], file: String?, place: Place)] = []
    /// place by place, what can go wrong there
    var numbers: [Key: [Double]] = [:]

    mutating func number(_ problem: EngineProblem, _ place: Place) -> Double {
      let key = Key(source: ObjectIdentifier(place.source), span: place.span)
      let known = numbers[key] ?? []
      if let number = known.first(where: { self[$0]?.problem == problem }) { return number }
      list.append(Fault(problem: problem, place: place))
      let number = Double(nan: Double.RawSignificand(list.count), signaling: false)
      // (so many at one place differ in the numbers that they tell)
      numbers[key] = known.suffix(7) + [number]
      return number
    }

    subscript(_ number: Double) -> Fault? {
      let payload = Int(number.significandBitPattern & 0x3_ffff_ffff_ffff)
      if payload >= Cells.mark {
        let table = payload >> 41 & 0xff
        guard table < tables.count else { return nil }
        let (columns, file, place) = tables[table]
        let column = payload >> 32 & 0x1ff
        return Fault(
          problem: EngineProblem.cellNotKnown(
            column: column < columns.count ? columns[column] : "", number: column + 1, file: file,
            line: payload & 0xffff_ffff),
          place: place)
      }
      return payload >= 1 && payload <= list.count ? list[payload - 1] : nil
    }
  }
  private let known = Mutex(Known())

  /// The number that stands for a fault.
  func number(_ problem: EngineProblem, at place: Place) -> Double {
    known.withLock { $0.number(problem, place) }
  }

  /// The number that stands for a refusal, whose words are found when it is told.
  func number(_ refusal: RefusalInput) -> Double {
    known.withLock { known in
      known.list.append(
        Fault(
          problem: .refused("", advice: nil), place: refusal.place, refusal: refusal))
      return Double(nan: Double.RawSignificand(known.list.count), signaling: false)
    }
  }

  /// Numbers for the cells of a table that are not known. None of them is kept: the number itself
  /// says which cell it is, so that a log may lack as many as it has.
  func cells(of columns: [String], file: String?, at place: Place) -> Cells {
    known.withLock { known in
      known.tables.append((columns, file, place))
      return Cells(table: known.tables.count - 1, columns: columns, file: file, place: place, self)
    }
  }

  struct Cells {
    /// 49 bits below it: 8 for the table, 9 for the column, 32 for the line
    fileprivate static let mark = 1 << 49
    private let table: Int
    private let columns: [String]
    private let file: String?
    private let place: Place
    private let faults: Faults

    fileprivate init(
      table: Int, columns: [String], file: String?, place: Place, _ faults: Faults
    ) {
      self.table = table
      self.columns = columns
      self.file = file
      self.place = place
      self.faults = faults
    }

    func number(column: Int, line: Int) -> Double {
      guard table < 1 << 8, column < 1 << 9, line < 1 << 32 else {
        return faults.number(
          .cellNotKnown(
            column: columns[column], number: column + 1, file: file, line: line),
          at: place)
      }
      let payload = Self.mark | table << 41 | column << 32 | line
      return Double(nan: Double.RawSignificand(payload), signaling: false)
    }
  }

  /// The fault that a NaN stands for.
  subscript(_ number: Double) -> Fault? {
    known.withLock { $0[number] }
  }
}
