import Testing

@testable import Syntax

@Suite struct NumberTests {
  private func literal(_ text: String) throws -> NumberLiteral {
    let statement = try #require(Seen(text).statements.first, "\(text)")
    guard case .expression(.number(let literal)) = statement.kind else {
      throw NoNumber()
    }
    return literal
  }
  private struct NoNumber: Error {}

  @Test(arguments: [
    ("12", 12), ("1_500", 1500), (".5", 0.5), ("6.02e23", 6.02e23), ("1e-7", 1e-7),
    ("10^6", 1e6), ("3.6×10⁶", 3.6e6), ("3.6*10^6", 3.6e6), ("2^10", 1024), ("10⁻³", 1e-3),
    ("million", 1e6), ("70 billion", 7e10), ("5 hundred thousand", 5e5), ("0.1", 0.1),
    ("123456789012345678", 123_456_789_012_345_680), ("9007199254740993", 9_007_199_254_740_992),
    ("1.7976931348623157e308", .greatestFiniteMagnitude), ("4.9e-324", .leastNonzeroMagnitude),
    ("0.000000000000000000000000000001", 1e-30),
    ("3.14159265358979323846264338327950288", 3.14159265358979323846264338327950288),
  ])
  func `values`(_ text: String, _ value: Double) throws {
    #expect(try literal(text).value == value)
  }

  @Test(arguments: [
    ("9.4 J/t", 0.1), ("20", 1), ("20.0", 0.1), ("0.3 million", 1e5), ("6.02e23", 1e21),
    ("3.6×10⁶ J", 1e5), (".25", 0.01),
  ])
  func `the last written digit`(_ text: String, _ step: Double) throws {
    #expect(abs(try literal(text).lastDigit / step - 1) < 1e-12)
  }

  @Test func `a literal power belongs to its number`() {
    reads("10^6 t", as: "10^6 t")
    reads("x / 10^6 t", as: "x / (10^6 t)")
    reads("3.6×10⁶ J", as: "3.6*10^6 J")
    reads("-2^2", as: "-(2^2)")
    reads("10⁻³ s", as: "10^-3 s")
    reads("2^10 million", as: "1024000000")
    reads("2^3^2", as: "2^(3 ^ 2)")
    reads("2 ^ 3", as: "2 ^ 3")
    reads("x / 3.6*10^6", as: "x / (3.6*10^6)", notes: ["power-after-slash"])
    reads("x / 3.6 * 10^6", as: "(x / 3.6) * (10^6)", notes: ["product-after-slash"])
    #expect(
      Seen("x / 3.6 * 10^6").remarks == [
        .productAfterSlash(reading: "(x / 3.6) * 10^6", mend: "x / (3.6 * 10^6)")
      ])
    // the unit behind the power changes nothing
    #expect(
      Seen("1 kWh / 3.6 * 10^6 J").remarks == [
        .productAfterSlash(
          reading: "(1 kWh / 3.6) * 10^6 J", mend: "1 kWh / (3.6 * 10^6 J)")
      ])
    reads("x * 3.6 * 10^6", as: "(x * 3.6) * (10^6)")
    reads("x / 3.6 s * 10^6 J", as: "(x / (3.6 s)) * (10^6 J)")
  }

  @Test func `multiplier words`() {
    reads("70 billion param", as: "70000000000 param")
    reads("cost / million t", as: "cost / (1000000 t)")
  }

  @Test func `digits in groups`() {
    fails("1 000", .numberWithBlank(mend: "1_000"), at: "1 000")
    fails("1 000 000 W", .numberWithBlank(mend: "1_000_000"))
    fails("x = 1,500", .thousandsComma(mend: "1_500"), at: "1,500")
    fails("1,500,000.5 + 2", .thousandsComma(mend: "1_500_000.5"))
    fails("(1,500)", .thousandsComma(mend: "1_500"))
    fails("print 1,500", .thousandsComma(mend: "1_500"))
    fails("x with a = 1,500", .thousandsComma(mend: "1_500"))
    fails("[1,500, 2,000]", .mixedCommas(mend: "[1_500, 2_000]"))
    fails("f(1,500, 2,000)", .mixedCommas(mend: "f(1_500, 2_000)"))
    reads("[1,500]", as: "[1, 500]")
    reads("[1, 500]", as: "[1, 500]")
    fails("3 4", .numbersSideBySide)
  }

  @Test func `letters are no multipliers`() {
    fails("16k", .letterMultiplier(number: "16", letter: "k", mends: ["16_000", "16 kt"]))
    fails("1M", .letterMultiplier(number: "1", letter: "M", mends: ["1_000_000", "1 Mt"]))
    fails("70B", .letterMultiplier(number: "70", letter: "B", mends: ["70 billion", "70 B"]))
    #expect(Seen("300K/s").errorIDs == ["letter-multiplier"])
    reads("64 B", as: "64 B")
  }

  @Test func `what is no number`() {
    fails("5.", .numberEndsInPoint(mend: "5.0"))
    fails("x + 5. * 2", .numberEndsInPoint(mend: "5.0"))
    fails("1.5.2", .malformedNumber)
    fails("1e400", .numberTooLarge)
  }

  @Test func `ranges between numbers`() {
    reads("1..3", as: "1..3")
    reads("1.5..3.0", as: "1.5..3")
    reads("-1..2", as: "(-1)..2")
  }
}
