import Testing

@testable import Syntax

@Suite struct FaultTests {
  @Test func `brackets, strings and braces say where they were opened`() {
    fails("x = (3 + 4", .unclosedBracket("("), at: "(")
    fails("x = [1, (3 +", .unclosedBracket("("), at: "(")
    fails("[1, 2)", .wrongBracket(found: ")", open: "["), at: ")")
    fails("3 + 4)", .unopenedBracket(")"), at: ")")
    fails("\"abc", .unclosedString, at: "\"")
    fails("\"\"\"abc", .unclosedString, at: "\"\"\"")
    fails("\"a {x\"", .unclosedBrace, at: "{")
    fails("\"a } b\"", .loneBrace, at: "}")
    fails("\"a \\q\"", .badEscape("\\q"))
    fails("scenario w { a = 1", .unclosedBrace, at: "{")
  }

  @Test func `an unclosed bracket does not swallow the file`() {
    let seen = Seen("x = (1 + 2\ny = 3\nz = 4")
    #expect(seen.errorIDs == ["unclosed-bracket"])
    #expect(seen.errors.first?.place.text == "(")
    #expect(seen.readings.contains("z = 4"))
  }

  @Test func `every faulty statement is reported`() {
    let seen = Seen("a = 1 000\nb = 2\nc = (3 + 1]\nd = 5.\ne = 6; f = ; g = 7")
    #expect(
      seen.errorIDs == [
        "number-with-blank", "wrong-bracket", "number-ends-in-point", "missing-operand",
      ])
    #expect(seen.readings == ["b = 2", "e = 6", "g = 7"])
  }

  @Test func `a fault in a scenario takes the whole scenario`() {
    let seen = Seen("scenario w {\n a = 1 000\n b = 2\n}\nc = 3")
    #expect(seen.errorIDs == ["number-with-blank"])
    #expect(seen.readings == ["c = 3"])
  }

  @Test func `missing parts`() {
    fails("3 +", .missingOperand(after: "+", found: "the end of the text"))
    fails("x = ; y = 2", .missingOperand(after: "=", found: "`;`"))
    fails("2 * (3 + )", .missingOperand(after: "+", found: "`)`"))
    fails("x y", .missingOperator(mends: ["x * y"]))
    fails("(a) b", .missingOperator(mends: ["(a) * b"]))
    fails("a ** b", .unexpectedCharacter("**", instead: "^"))
    fails("x & y", .unexpectedCharacter("&", instead: "and"))
    fails("1.5–3 kW", .unexpectedCharacter("–", instead: ".."))
    fails("if a = b then 1 else 2", .singleEquals(mend: "if a == b then 1 else 2"))
    #expect(Seen("if a 1 else 2").errorIDs == ["missing-operator"])
    #expect(Seen("solve a for b").errorIDs == ["solve-without-target"])
    #expect(Seen("f(over = 3)").errorIDs == ["reserved-word"])
  }

  @Test func `bytes that are no text`() {
    let invalid = Seen(bytes: [97, 61, 49, 10, 98, 61, 0xFF, 10])
    #expect(invalid.errorIDs == ["invalid-utf8"])
    #expect(invalid.errors.first?.place.span == Span(6, 7))
    for bytes: [UInt8] in [
      [0xC3], [0xC0, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
    ] {
      #expect(Seen(bytes: bytes).errorIDs == ["invalid-utf8"])
    }
    #expect(Seen(bytes: [97, 0, 98]).errorIDs == ["control-character"])
    #expect(Seen(bytes: [97, 27, 98]).errorIDs == ["control-character"])
  }

  @Test(arguments: [
    String(repeating: "(", count: 100_000), String(repeating: "[", count: 100_000),
    String(repeating: "f(", count: 100_000), String(repeating: "-", count: 100_000),
    String(repeating: "not ", count: 100_000), "2" + String(repeating: "^2", count: 100_000),
    String(repeating: "if a then b else ", count: 100_000),
    "x -> " + String(repeating: "(", count: 100_000),
    "5" + String(repeating: "/(m", count: 100_000),
    String(repeating: "\"{", count: 100_000),
  ])
  func `nesting is limited`(_ text: String) {
    #expect(Seen(text).errorIDs == ["too-deep"])
  }

  @Test(arguments: [" + 1", " * 2", "[b]", " -> m", " as b", ".1.b"])
  func `operators in a row are limited`(_ more: String) {
    let text = "f(x)" + String(repeating: more, count: 20_000)
    #expect(Seen(text).errors.count == 1)
  }

  @Test func `what is within the limits is read`() {
    let depth = 150
    let text = String(repeating: "(", count: depth) + "1" + String(repeating: ")", count: depth)
    #expect(Seen(text).readings == ["1"])
    #expect(Seen("1" + String(repeating: " + 1", count: 900)).errorIDs == [])
    #expect(Seen("[" + String(repeating: "1, ", count: 50_000) + "1]").errorIDs == [])
  }

  @Test func `identifiers are kebab-case and words are in the table's order`() {
    #expect(Word.spellings.count == Word.allCases.count)
    #expect(Word.if.name.text == "if")
    #expect(Word.trillion.name.text == "trillion")
    #expect(Word.correlate.name.text == "correlate")
    #expect(Word.ans.name.text == "ans")
    #expect(Word.degF.name.text == "degF")
    #expect(SyntaxProblem.invalidUTF8.id == "invalid-utf8")
  }
}
