import Glibc
import Testing

@testable import CSV

/// Numbers at the beginning of bytes; `strtod` says what is right, to the last bit.
@Suite struct LeadingNumbers {
  private func read(_ text: String) -> LeadingNumber? {
    Array(text.utf8).withUnsafeBufferPointer { LeadingNumber($0) }
  }

  @Test(
    arguments: [
      ("0", 1), ("70.2", 4), ("70.2 W", 4), ("-5", 2), ("+5", 2), (".5", 2), ("5.", 2), ("1e3", 3),
      ("1E-3x", 4), ("1e", 1), ("1e+", 1), ("007", 3), ("1.5.2", 3), ("12,5", 2), ("0.1", 3),
      ("9007199254740993", 16), ("123456789012345678901234567890", 30), ("1e22", 4), ("1e23", 4),
      ("4.35", 4), ("0.000001", 8), ("1e-320", 6), ("2.2250738585072011e-308", 23),
      ("179769313486231570000e288", 25), ("0000000000000000000000000.3", 27),
      ("0.30000000000000004440892098500626", 34),
    ] as [(String, Int)])
  func `is what strtod reads`(text: String, length: Int) throws {
    let number = try #require(read(text))
    #expect(number.length == length)
    #expect(number.value == strtod(String(text.prefix(length)), nil))
  }

  @Test(arguments: ["", "-", "+", ".", "W", "inf", "nan", "-.", "e5", " 5", "1e400"])
  func `is no number`(text: String) {
    #expect(read(text) == nil)
  }

  @Test func `law: every number comes back as it was`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let digits = UInt64.random(in: 0..<(1 << UInt64.random(in: 1...63)), using: &random)
      let point = Int.random(in: -30...10, using: &random)
      let text = "\(digits)e\(point)"
      #expect(read(text)?.value == strtod(text, nil), "\(text)")
      let double = Double(digits) * 1e-3
      #expect(read("\(double)")?.value == double)
    }
  }
}
