/// A moment as logs write it: `2025/03/01 12:00:00.123`, `2025-03-01T12:00:00Z`, `…+01:00`.
struct TimeStamp {
  /// Whole seconds since the first day of 1970, as if the clock were that of Greenwich where no offset
  /// is given.
  let whole: Int
  /// of a second; kept apart, so that its digits survive
  let fraction: Double
  /// no day of the calendar, or no time of a day: the 30th of February, 12:61
  let isImpossible: Bool

  /// nil for what does not have the form of a time stamp.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var reader = Reader(bytes: text)
    guard let year = reader.number(digits: 4), let mark = reader.one(of: "-/"),
      let month = reader.number(digits: 1...2), reader.take(mark),
      let day = reader.number(digits: 1...2)
    else { return nil }
    var isPossible = (1...12).contains(month) && day >= 1
    if isPossible {
      let next = month == 12 ? (year + 1, 1) : (year, month + 1)
      isPossible = day <= Self.daysBefore(next.0, next.1) - Self.daysBefore(year, month)
    }
    var seconds = isPossible ? (Self.daysBefore(year, month) + day - 1) * 86400 : 0
    var fraction = 0.0
    if !reader.isAtEnd {
      guard reader.one(of: "T ") != nil else { return nil }
      reader.skipBlanks()
      guard let hour = reader.number(digits: 1...2), reader.take(UInt8(ascii: ":")),
        let minute = reader.number(digits: 2)
      else { return nil }
      var second = 0
      if reader.take(UInt8(ascii: ":")) {
        guard let whole = reader.number(digits: 2) else { return nil }
        second = whole
        if reader.one(of: ".,") != nil {
          guard let read = reader.fraction() else { return nil }
          fraction = read
        }
      }
      guard let offset = reader.offset(), reader.isAtEnd else { return nil }
      // a day may end at 24:00, and a minute have a leap second
      isPossible =
        isPossible && minute < 60 && second <= 60
        && (hour < 24 || (hour == 24 && minute == 0 && second == 0))
      seconds += hour * 3600 + minute * 60 + second - offset
    }
    whole = seconds
    self.fraction = fraction
    isImpossible = !isPossible
  }

  /// Seconds from another moment to this one.
  func seconds(since start: TimeStamp) -> Double {
    Double(whole - start.whole) + (fraction - start.fraction)
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
