import CKernels
import CSV
import Glibc
import Support
import Testing
import Units

@testable import Engine

/// Rows that are read many at a time: what `strtod` and the calendar say, to the last bit, or nothing.
struct PlainRowsTests {
  /// One cell read as a column has it.
  /// - Returns: nil where it is not plain.
  private func read(_ cell: String, _ form: tj_column) -> Double? {
    // bytes behind the row, as eight are looked at together
    let bytes = Array("\(cell)\n".utf8) + Array(repeating: 0, count: 32)
    var number = 0.0
    let found = withUnsafeMutablePointer(to: &number) { number in
      let kept = tj_kept(numbers: number, texts: nil)
      return withUnsafePointer(to: kept) { kept in
        withUnsafePointer(to: form) { form in
          tj_plain_rows(bytes, bytes.count, 1, UInt8(ascii: ","), form, kept, 1, nil)
        }
      }
    }
    guard found.rows == 1 else { return nil }
    #expect(found.taken == cell.utf8.count + 1)
    return number
  }

  private var numbers: tj_column {
    var form = tj_column()
    form.cells = tj_cells_numbers
    form.takes_bare = 1
    form.factor = 1
    return form
  }

  @Test(arguments: [
    "0", "7", "70.2", "-5", "+5.25", ".5", "5.", "007", "0.1", "123456.789", "99999999",
    "100000000",
    "12345678.87654321", "9007199254740993", "9007199254740992.5", "1.7976931348623157",
    "0.30000000000000004", "9999999999999999999", "184467440737095516.1", "0.000000000000000001",
    "4503599627370497.5", "4503599627370496.5", "  70.2", "70.2 \t",
  ]) func `numbers are what strtod reads`(_ text: String) {
    #expect(read(text, numbers)?.bitPattern == strtod(text, nil).bitPattern)
  }

  @Test(arguments: [
    "-", "+", ".", "W", "inf", "nan", "1e3", "1.5.2", "5 W", "0x10", "12345678901234567890",
    "1844674407370955161.5", "5 5",
    "\"5\"",
    "- 5", "--5", "",
  ]) func `what is no plain number`(_ text: String) {
    #expect(read(text, numbers) == nil)
  }

  @Test func `law: digits and a point anywhere`() {
    var stream = KeyedStream(11)
    for _ in 0..<100_000 {
      let digits = String(stream.next() >> (1 + stream.next() % 63))
      let place = Int(stream.next() % UInt64(digits.count + 1))
      let zeros = String(repeating: "0", count: Int(stream.next() % UInt64(20 - digits.count)))
      let text = "\(digits.prefix(place)).\(place == 0 ? zeros : "")\(digits.dropFirst(place))"
      #expect(read(text, numbers) == strtod(text, nil), "\(text)")
    }
  }

  @Test func `units`() {
    var form = numbers
    form.tail_length = 3
    withUnsafeMutableBytes(of: &form.tail) { $0.copyBytes(from: " mW".utf8) }
    form.tail_factor = 1e-3
    #expect(read("250.5 mW", form) == 250.5 * 1e-3)
    #expect(read("250.5", form) == 250.5)
    #expect(read("250.5 mWh", form) == nil)
    #expect(read("250.5  mW", form) == nil)
    form.takes_bare = 0
    #expect(read("250.5", form) == nil)
    #expect(read("-250.5 mW", form) == -250.5 * 1e-3)
    form.is_power = 1
    #expect(read("-250.5 mW", form) == nil)
  }

  /// The calendar's reader says the same of each moment of a day.
  @Test(arguments: ["", "Z", "+05:30", " -0800"]) func `moments of a day`(_ zone: String) throws {
    let units = UnitTable()
    let reader = ColumnReader(try TableHead("time", units: units), index: 0, units: units)
    func known(_ text: String) throws -> Double? {
      guard
        case .number(let number) = try Array(text.utf8)
          .withUnsafeBufferPointer({ (cell) throws(ColumnReader.Wrong) in try reader.read(cell) })
      else { return nil }
      return number
    }
    _ = try known("2026-02-28 23:59:59.75\(zone)")
    // another day, which is then known
    #expect(read("2026-03-01 00:00:00\(zone)", reader.form) == nil)
    _ = try known("2026-03-01 00:00:00\(zone)")
    for text in [
      "00:00:00", "23:59:59", "12:34:56.5", "12:34:56,125", "01:02:03.123456789", "07:08:09.000",
      "19:20:21.123456789012345",
    ] {
      let cell = "2026-03-01 \(text)\(zone)"
      if text.contains(",") {
        #expect(read(cell, reader.form) == nil)
      } else {
        #expect(read(cell, reader.form) == (try known(cell)), "\(cell)")
      }
    }
    for text in [
      "2026-03-01 24:00:00", "2026-03-01 12:60:00", "2026-03-01 12:00:60", "2026-03-01 1:00:00",
      "2026-03-01 12.00.00", "2026-03-01 12:00:00.", "2026-03-01 12:00", "2026-03-01",
      "2026-03-02 12:00:00", "2026-03-01x12:00:00",
    ] { #expect(read(text + zone, reader.form) == nil, "\(text)") }
    #expect(read("2026-03-01 12:00:00\(zone)x", reader.form) == nil)
    #expect(read("[N/A]", reader.form)?.isNaN == true)
  }

  /// Half a million rows are remembered, each with its line, however many are added at once.
  @Test(arguments: [1, 1000, 1 << 19]) func `rows that come again`(_ together: Int) {
    let memory = RowMemory()
    let hashes = (1...UInt64(1 << 19)).map { $0 &* 0x9e37_79b9_7f4a_7c15 }
    var next = 0
    while next < hashes.count {
      let end = min(next + together, hashes.count)
      let known = hashes[next..<end].withUnsafeBufferPointer { memory.add($0, line: next + 2) }
      #expect(known == nil)
      next = end
    }
    for row in stride(from: 0, to: hashes.count, by: 4099) {
      let known = [hashes[row]].withUnsafeBufferPointer { memory.add($0, line: 1 << 20) }
      #expect(known?.line == row + 2)
    }
  }

  /// Of more rows the latest are remembered, and what is given up is no error.
  @Test func `rows of a long text`() {
    let memory = RowMemory()
    let hashes = (1...UInt64(3_000_000)).map { $0 &* 0x9e37_79b9_7f4a_7c15 }
    #expect(hashes.withUnsafeBufferPointer { memory.add($0, line: 2) } == nil)
    let late = hashes[2_999_000...]
    let found = late.count { hash in
      [hash].withUnsafeBufferPointer { memory.add($0, line: 4_000_000) } != nil
    }
    #expect(found > 990)
  }
}
