/// A moment as logs write it: `2025/03/01 12:00:00.123`, `2025-03-01T12:00:00Z`, `…+01:00`.
enum TimeStamp {
  /// Seconds since the first day of 1970, as if the clock were that of Greenwich where no offset is
  /// given; nil for what is no time stamp.
  static func seconds(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    var reader = Reader(bytes: text)
    guard let year = reader.number(digits: 4), let mark = reader.one(of: "-/"),
      let month = reader.number(digits: 1...2), (1...12).contains(month), reader.take(mark),
      let day = reader.number(digits: 1...2), (1...31).contains(day)
    else { return nil }
    let days = daysBefore(year, month) + day - 1
    if reader.isAtEnd { return Double(days) * 86400 }
    guard reader.one(of: "T ") != nil else { return nil }
    reader.skipBlanks()
    guard let hour = reader.number(digits: 1...2), hour <= 24, reader.take(UInt8(ascii: ":")),
      let minute = reader.number(digits: 2), minute < 60
    else { return nil }
    var seconds = 0.0
    if reader.take(UInt8(ascii: ":")) {
      guard let whole = reader.number(digits: 2), whole <= 60 else { return nil }
      seconds = Double(whole)
      if reader.one(of: ".,") != nil {
        guard let fraction = reader.fraction() else { return nil }
        seconds += fraction
      }
    }
    guard let offset = reader.offset(), reader.isAtEnd else { return nil }
    // whole seconds first: a fraction keeps its digits
    return Double(days * 86400 + hour * 3600 + minute * 60 - offset) + seconds
  }

  /// Days from 1970-01-01 to the first of a month (Gregorian calendar).
  private static func daysBefore(_ year: Int, _ month: Int) -> Int {
    // the year begins in March, so that a leap day is its last
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let ofEra = y - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0

    var isAtEnd: Bool { index == bytes.count }

    private var digit: UInt8? {
      index < bytes.count && bytes[index] &- 48 < 10 ? bytes[index] - 48 : nil
    }

    mutating func take(_ byte: UInt8) -> Bool {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
      return true
    }

    mutating func one(of marks: StaticString) -> UInt8? {
      guard index < bytes.count, marks.withUTF8Buffer({ $0.contains(bytes[index]) }) else {
        return nil
      }
      index += 1
      return bytes[index - 1]
    }

    mutating func skipBlanks() { while take(32) {} }

    mutating func number(digits: Int) -> Int? { number(digits: digits...digits) }

    mutating func number(digits: ClosedRange<Int>) -> Int? {
      var value = 0
      var count = 0
      while count < digits.upperBound, let digit {
        value = value * 10 + Int(digit)
        index += 1
        count += 1
      }
      return digits.contains(count) ? value : nil
    }

    mutating func fraction() -> Double? {
      var value = 0.0
      var scale = 1.0
      var count = 0
      while let digit {
        if count < 15 {
          value = value * 10 + Double(digit)
          scale *= 10
        }
        index += 1
        count += 1
      }
      return count > 0 ? value / scale : nil
    }

    /// `Z`, `+01:00`, `-0530` or nothing, in seconds; nil for anything else.
    mutating func offset() -> Int? {
      skipBlanks()
      if isAtEnd || take(UInt8(ascii: "Z")) { return 0 }
      guard let sign = one(of: "+-"), let hours = number(digits: 2) else { return nil }
      _ = take(UInt8(ascii: ":"))
      let minutes = isAtEnd ? 0 : number(digits: 2)
      guard let minutes else { return nil }
      return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
  }
}
