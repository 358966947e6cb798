/// Moments as numbers since the first day of 1970, in s, ms, µs or ns.
enum UnixTime {
  /// How many of them are a second; nil for a number that would lie before 2000 or after 2100 in each.
  static func perSecond(_ number: Double) -> Double? {
    [1, 1e3, 1e6, 1e9].first { (946_684_800 * $0..<4_102_444_800 * $0).contains(number) }
  }

  /// Seconds from one to another, to the microsecond: further digits are not in the numbers.
  static func seconds(from start: Double, to end: Double, perSecond: Double) -> Double {
    ((end - start) / perSecond * 1e6).rounded() / 1e6
  }
}
