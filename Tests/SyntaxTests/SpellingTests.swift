import Testing

@testable import Syntax

/// Spellings of other places and languages, each with the mend that says the same here.
@Suite struct SpellingTests {
  @Test func `decimals after a comma`() {
    fails("0,32 €/kWh", .decimalComma(mend: "0.32 €/kWh"), at: "0,32")
    fails("p = 3.500,50 kWh", .decimalComma(mend: "3_500.50 kWh"), at: "3.500,50")
    fails("2,5", .decimalComma(mend: "2.5"))
    fails("1,500.25", .thousandsComma(mend: "1_500.25"))
    fails("x = 3, 4", .unexpected(found: "`,`", expected: "the end of the statement"))
    fails("3,4,5", .unexpected(found: "`,`", expected: "the end of the statement"))
  }

  @Test(arguments: [
    ("4'000", "'", "4_000"), ("x = 4’000 W", "’", "4_000"), ("1'234'567", "'", "1_234_567"),
    ("1.000.000", ".", "1_000_000"), ("1.234.567,89", ".", "1_234_567.89"),
    ("4'000.5", "'", "4_000.5"),
  ])
  func `digits in groups of elsewhere`(_ text: String, _ sign: String, _ mend: String) {
    fails(text, .groupedDigits(sign: sign, mend: mend))
  }

  @Test func `signs that mean nothing here`() {
    fails("1.5.2", .malformedNumber)
    fails("5!", .unexpectedCharacter("!", instead: nil))
    fails("x = !y", .unexpectedCharacter("!", instead: "not"))
    fails("don't", .unexpectedCharacter("'", instead: nil))
    fails("print 'a'", .unexpectedCharacter("'", instead: "\""))
    fails("3 kW +/- 1 kW", .unexpectedCharacter("+/-", instead: "+-"), at: "+/-")
    fails("3 + / 2", .missingOperand(after: "+", found: "`/`"))
  }

  @Test func `statements`() {
    fails("let x = 3", .needlessWord("let", mend: "x = 3"), at: "let")
    fails("var x = 3 kW * 2 # two", .needlessWord("var", mend: "x = 3 kW * 2"))
    fails("def f(a) = 2 a", .needlessWord("def", mend: "f(a) = 2 a"))
    reads("let = 3", as: "let = 3")
    fails("x = 3 kW, y = 4 kW", .commaBetweenStatements(mend: "x = 3 kW; y = 4 kW"), at: ",")
    fails("tj> a = 3 kW", .promptMark(mend: "a = 3 kW"), at: "tj>")
    fails("tj> a", .promptMark(mend: "a"))
    reads("tj > 3", as: "tj > 3")
    reads("tj>3", as: "tj > 3")
    fails("unit foo 5 kg", .unitWithoutEquals(mend: "unit foo = 5 kg"), at: "foo 5")
    let seen = Seen("tj> a = 3\nlet b = 4\nunit foo 5 kg\nc = 5")
    #expect(seen.errorIDs == ["prompt-mark", "needless-word", "unit-without-equals"])
    #expect(seen.readings == ["c = 5"])
  }

  @Test func `ranges and units`() {
    fails("3 to 5 kW", .rangeWithTo(mend: "3..5 kW"), at: "to")
    fails("x = 3 kW to 5 kW", .rangeWithTo(mend: "3 kW..5 kW"))
    reads("3 kW to W", as: "(3 kW) -> W")
    fails("3 kW-h", .hyphenInUnit(product: "3 kW h", difference: "3 kW - h"), at: "3 kW-h")
    fails(
      "x = 3 kilowatt-hours",
      .hyphenInUnit(product: "3 kilowatt hours", difference: "3 kilowatt - hours"),
      at: "3 kilowatt-hours")
    reads("3 kW - h", as: "(3 kW) - h")
    reads("3 kW-x", as: "(3 kW) - x")
    reads("x-h", as: "x - h")
  }
}
