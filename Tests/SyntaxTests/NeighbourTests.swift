import Testing

@testable import Syntax

/// Two values side by side: every mend offered must be what was meant, or none is offered.
@Suite struct NeighbourTests {
  @Test func `a built-in function before a value gets its brackets`() {
    fails("sqrt 4", .callWithoutBrackets(function: "sqrt", mend: "sqrt(4)"), at: "sqrt 4")
    fails("y = 2 * ln x", .callWithoutBrackets(function: "ln", mend: "ln(x)"))
    fails("max 3, 4", .callWithoutBrackets(function: "max", mend: "max(3, 4)"))
    fails("sum jt over b", .callWithoutBrackets(function: "sum", mend: "sum(jt over b)"))
    fails("sqrt 4 mod 3", .callWithoutBrackets(function: "sqrt", mend: "sqrt(…)"))
    fails("[sqrt 4, 2]", .callWithoutBrackets(function: "sqrt", mend: "sqrt(4)"))
  }

  @Test(arguments: [
    ("7 mod 3", "mod", "mod(7, 3)"), ("x mod 3", "mod", "mod(x, 3)"), ("7 % 3", "%", "mod(7, 3)"),
    ("x % 3", "%", "mod(x, 3)"), ("50% of 3 kW", "of", "50% * 3 kW"),
    ("50% of y", "of", "50% * y"), ("100 W x 24 h", "x", "100 W * 24 h"),
    ("a x 24 h", "x", "a * 24 h"), ("3 kW times 2", "times", "3 kW * 2"),
    ("5 kW into MJ/h", "into", "5 kW -> MJ/h"), ("y into MJ", "into", "y -> MJ"),
    ("z = 1 + 7 mod 3", "mod", "mod(7, 3)"), ("2 plus 3", "plus", "2 + 3"),
  ])
  func `operators of other languages`(_ text: String, _ word: String, _ mend: String) {
    fails(text, .foreignOperator(word, mend: mend), at: word)
  }

  @Test func `a name x is a name`() {
    fails("2 x y", .missingOperator(mends: ["2 x * y"]))
    fails("a x", .missingOperator(mends: ["a * x"]))
    fails("a x b", .missingOperator(mends: ["a * x"]))
  }

  @Test func `no product where a side cannot be multiplied`() {
    fails("\"abc\" x", .missingOperator(mends: []))
    fails("x \"abc\"", .missingOperator(mends: []))
    fails("50% 3 kW", .missingOperator(mends: ["50% * 3 kW"]))
  }

  @Test func `blanks group digits only where they can`() {
    fails("1 000", .numberWithBlank(mend: "1_000"), at: "1 000")
    fails("1\u{2009}000\u{2009}000.5 W", .numberWithBlank(mend: "1_000_000.5"))
    fails("1\u{A0}000", .numberWithBlank(mend: "1_000"))
    fails("12 345.6", .numberWithBlank(mend: "12_345.6"))
    for row in ["1\t53.9", "2\t102.9", "8\t319", "3  100", "1.5 200", "1 0000", "1234 500", "3 40"]
    {
      fails(row, .numbersSideBySide, at: row)
    }
  }

  @Test func `a comma is missing in a list or a call`() {
    fails("[1 2 3]", .missingComma(isList: true, mends: ["[1, 2, 3]"]), at: "1 2")
    fails(
      "x = [53.9 102.9] t/s", .missingComma(isList: true, mends: ["[53.9, 102.9]"]),
      at: "53.9 102.9")
    fails(
      "x = [53.9\n102.9\n182.5] t/s",
      .missingComma(isList: true, mends: ["[53.9, 102.9, 182.5]"]), at: "53.9")
    fails("[1, 2 3, 4]", .missingComma(isList: true, mends: ["2, 3"]), at: "2 3")
    fails("[1 500, 2]", .missingComma(isList: true, mends: ["1, 500", "1_500"]))
    fails("[5 kW 3 kW]", .missingComma(isList: true, mends: ["[5 kW, 3 kW]"]))
    fails("[a b]", .missingComma(isList: true, mends: ["[a, b]"]))
    fails("max(3 4)", .missingComma(isList: false, mends: ["3, 4"]), at: "3 4")
    fails("2 * (3 4)", .numbersSideBySide)
    let column = (1...40).map(String.init).joined(separator: "\n")
    fails("[\(column)]", .missingComma(isList: true, mends: ["1, 2"]), at: "1")
  }
}
