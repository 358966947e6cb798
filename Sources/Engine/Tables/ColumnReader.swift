import CKernels
import CSV
import Syntax
import Units

/// Reads the cells of one column, one after the other.
///
/// The first cell that is known decides what the column holds: numbers, with units or without, time
/// stamps, which become seconds since the first, or texts. Every further cell must be the same.
///
/// - Complexity: some 10 ns for a number; what is written in another way than usual takes the parser.
final class ColumnReader {
  enum Kind {
    /// no cell has been known so far
    case open
    case times(start: TimeStamp)
    /// Unix times: numbers since the first day of 1970, so many of them in a second
    case unixTimes(start: Double, perSecond: Double)
    case numbers(Unit)
    case texts
  }

  enum Cell {
    /// an empty cell, or what loggers write for one
    case missing
    /// in base units
    case number(Double)
    case text
  }

  /// What is wrong with a cell.
  struct Wrong: Error { let kind: TableFault.Kind }

  let head: TableHead
  /// among the columns, from 0
  let index: Int
  private(set) var kind = Kind.open
  private let units: UnitTable
  private let power: Dimension
  private var isPower = false
  /// cells have units of their own, and must have them
  private var needsUnit = false
  private var factor = 1.0
  private var offset = 0.0
  /// What stands behind the number in the last cell with a unit, and what to do for it.
  private var tail: (bytes: [UInt8], factor: Double, offset: Double)?

  /// The date of the last moment and what stood behind its time of day, as they lie in memory, and seconds
  /// from the start to midnight.
  private var day: (date: UInt64, dateEnd: UInt16, tail: Tail, midnight: Int)?

  /// Texts with digits that are known to be no numbers.
  private var texts: Set<[UInt8]> = []

  init(_ head: TableHead, index: Int, units: UnitTable) {
    self.head = head
    self.index = index
    self.units = units
    power = units.dimension(of: TableHead.unit("W", units) ?? .one)
  }

  func read(_ cell: UnsafeBufferPointer<UInt8>) throws(Wrong) -> Cell {
    if isMissing(cell) { return .missing }
    if case .open = kind { try decide(cell) }
    switch kind {
    case .numbers(let unit):
      return .number(try number(cell, unit))
    case .times(let start):
      guard let stamp = TimeStamp(cell) else { throw Wrong(kind: .badTime(cell: text(cell))) }
      if stamp.isImpossible { throw Wrong(kind: .noSuchTime(cell: text(cell))) }
      keepDay(of: stamp, cell, since: start)
      return .number(stamp.seconds(since: start))
    case .unixTimes(let start, let perSecond):
      guard let leading = LeadingNumber(cell), leading.length == cell.count,
        UnixTime.perSecond(leading.value) == perSecond
      else { throw Wrong(kind: .badTime(cell: text(cell))) }
      return .number(UnixTime.seconds(from: start, to: leading.value, perSecond: perSecond))
    case .texts, .open:
      if mayBeNumber(cell), !texts.contains(Array(cell)) {
        if quantity(cell) != nil {
          throw Wrong(kind: .mixed(cell: text(cell), isNumberWanted: false))
        }
        if texts.count < 1024 { texts.insert(Array(cell)) }
      }
      return .text
    }
  }

  private func decide(_ cell: UnsafeBufferPointer<UInt8>) throws(Wrong) {
    if head.unit == nil, let start = TimeStamp(cell) {
      if start.isImpossible { throw Wrong(kind: .noSuchTime(cell: text(cell))) }
      kind = .times(start: start)
      return
    }
    let first = mayBeNumber(cell) ? quantity(cell) : nil
    guard head.unit != nil || first != nil else {
      // a clock without a date, or a date the other way round
      if head.isTime, cell.contains(UInt8(ascii: ":")), cell.contains(where: { $0 &- 48 < 10 }) {
        throw Wrong(kind: .badTime(cell: text(cell)))
      }
      if isTooLarge(cell) { throw Wrong(kind: .outOfRange(cell: text(cell))) }
      kind = .texts
      return
    }
    if head.unit == nil, let first, first.unit == nil {
      if head.isTime, let perSecond = UnixTime.perSecond(first.value) {
        kind = .unixTimes(start: first.value, perSecond: perSecond)
        return
      }
      if let mend = head.statingUnit {
        throw Wrong(kind: .unitNotStated(cell: text(cell), mend: mend))
      }
    }
    let unit = head.unit ?? first?.unit ?? .one
    kind = .numbers(unit)
    needsUnit = head.unit == nil && first?.unit != nil
    factor = units.factor(of: unit)
    offset = units.offset(of: unit)
    isPower = units.dimension(of: unit) == power
  }

  private func number(_ cell: UnsafeBufferPointer<UInt8>, _ unit: Unit) throws(Wrong) -> Double {
    let base: Double
    if let leading = LeadingNumber(cell), leading.length == cell.count {
      if needsUnit {
        throw Wrong(kind: .unitMissing(cell: text(cell), unit: units.text(of: unit)))
      }
      base = leading.value * factor + offset
    } else if let leading = LeadingNumber(cell), let tail, ends(cell, tail.bytes, leading.length) {
      base = leading.value * tail.factor + tail.offset
    } else {
      guard let (value, own) = quantity(cell) else {
        throw Wrong(
          kind: isTooLarge(cell)
            ? .outOfRange(cell: text(cell))
            : .mixed(cell: text(cell), isNumberWanted: true))
      }
      if own == nil, needsUnit {
        throw Wrong(kind: .unitMissing(cell: text(cell), unit: units.text(of: unit)))
      }
      let written = own ?? unit
      guard units.dimension(of: written) == units.dimension(of: unit) else {
        throw Wrong(kind: .otherDimension(cell: text(cell), unit: units.text(of: unit)))
      }
      let (factor, offset) = (units.factor(of: written), units.offset(of: written))
      base = value * factor + offset
      if let leading = LeadingNumber(cell) { keep(leading, value, cell, factor, offset) }
    }
    if isPower, base < 0 { throw Wrong(kind: .negativePower(cell: text(cell))) }
    return base
  }

  /// A tail is kept where it is a unit and nothing else: then it means the same behind each number.
  private func keep(
    _ leading: LeadingNumber, _ value: Double, _ cell: UnsafeBufferPointer<UInt8>, _ factor: Double,
    _ offset: Double
  ) {
    let rest = cell[leading.length...]
    guard let first = rest.first, first == 32 || first == 37 || isLetter(first) || first >= 128,
      value == leading.value, value != 0
    else { return }
    tail = (Array(rest), factor, offset)
  }

  @inline(__always)
  private func ends(_ cell: UnsafeBufferPointer<UInt8>, _ tail: [UInt8], _ start: Int) -> Bool {
    guard cell.count - start == tail.count else { return false }
    for i in 0..<tail.count where cell[start + i] != tail[i] { return false }
    return true
  }

  /// A number and, where one stands behind it, its unit.
  private func quantity(_ cell: UnsafeBufferPointer<UInt8>) -> (value: Double, unit: Unit?)? {
    if let leading = LeadingNumber(cell), leading.length == cell.count {
      return (leading.value, nil)
    }
    guard let (value, expression) = Parser.quantity(text(cell), units: units) else { return nil }
    guard let expression else { return (value, nil) }
    guard let unit = try? units.resolve(expression) else { return nil }
    return (value, unit)
  }

  /// Digits with an exponent that no number has: `1e400`.
  private func isTooLarge(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.allSatisfy {
      $0 &- 48 < 10 || [43, 45, 46, UInt8(ascii: "e"), UInt8(ascii: "E")].contains($0)
    } && Double(text(cell))?.isFinite == false
  }

  /// A cell without a digit, or that begins with a letter, is a text: `W` is no number of watts.
  private func mayBeNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = cell.first, !isLetter(first) else { return false }
    return cell.contains { $0 &- 48 < 10 }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }

  func text(_ cell: UnsafeBufferPointer<UInt8>) -> String { String(decoding: cell, as: UTF8.self) }

  private static let missingWords: Set<String> = [
    "-", "na", "n/a", "[n/a]", "nan", "null", "none", "[not supported]", "[unknown error]",
    "[not found]", "[insufficient permissions]", "[gpu requires reset]",
  ]

  private func isMissing(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = cell.first else { return true }
    switch first {
    case UInt8(ascii: "["), UInt8(ascii: "n"), UInt8(ascii: "N"):
      return cell.count <= 26 && Self.missingWords.contains(text(cell).lowercased())
    case UInt8(ascii: "-"): return cell.count == 1
    default: return false
    }
  }
}

// MARK: many cells at a time

extension ColumnReader {
  /// What stands behind a number or a time of day, where eight bytes are enough for it.
  private struct Tail {
    var bytes: UInt64 = 0
    var count = 0

    init?(_ tail: some Collection<UInt8>) {
      guard tail.count <= 8 else { return nil }
      count = tail.count
      withUnsafeMutableBytes(of: &bytes) { $0.copyBytes(from: tail) }
    }
  }

  /// How `tj_plain_rows` is to read the cells that follow, after what the column has held so far.
  var form: tj_column {
    var form = tj_column()
    switch kind {
    case .open: form.cells = tj_cells_open
    case .texts: form.cells = tj_cells_words
    case .unixTimes(let start, let perSecond):
      form.cells = tj_cells_unix_times
      form.start = start
      form.per_second = perSecond
    case .times(let start):
      form.cells = tj_cells_times
      form.start = start.fraction
      // without a day no cell is of it
      guard let day else { break }
      (form.date, form.date_end, form.midnight) = (day.date, day.dateEnd, Int64(day.midnight))
      (form.tail, form.tail_length) = (day.tail.bytes, day.tail.count)
    case .numbers:
      form.cells = tj_cells_numbers
      form.takes_bare = needsUnit ? 0 : 1
      form.is_power = isPower ? 1 : 0
      (form.factor, form.offset) = (factor, offset)
      if let tail, let bytes = Tail(tail.bytes) {
        (form.tail, form.tail_length) = (bytes.bytes, bytes.count)
        (form.tail_factor, form.tail_offset) = (tail.factor, tail.offset)
      }
    }
    return form
  }

  /// Keeps what the moments of a day have in common, where they are written `2026-01-01 12:00:00.5`.
  private func keepDay(
    of stamp: TimeStamp, _ cell: UnsafeBufferPointer<UInt8>, since start: TimeStamp
  ) {
    func number(_ index: Int) -> Int? {
      let (tens, ones) = (cell[index] &- 48, cell[index + 1] &- 48)
      return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
    }
    guard cell.count >= 19, number(8) != nil,
      cell[10] == UInt8(ascii: " ") || cell[10] == UInt8(ascii: "T"),
      let hour = number(11), cell[13] == UInt8(ascii: ":"),
      let minute = number(14), cell[16] == UInt8(ascii: ":"), let second = number(17)
    else { return }
    var end = 19
    if end < cell.count, cell[end] == UInt8(ascii: ".") || cell[end] == UInt8(ascii: ",") {
      repeat { end += 1 } while end < cell.count && cell[end] &- 48 < 10
    }
    guard let tail = Tail(cell[end...]) else { return }
    let bytes = UnsafeRawBufferPointer(cell)
    day = (
      bytes.loadUnaligned(as: UInt64.self),
      bytes.loadUnaligned(fromByteOffset: 8, as: UInt16.self), tail,
      stamp.whole - start.whole - (hour * 60 + minute) * 60 - second
    )
  }
}
