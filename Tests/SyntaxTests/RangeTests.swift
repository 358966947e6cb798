import Testing

@testable import Syntax

@Suite struct RangeTests {
  @Test func `a bare end takes the multiplier and the unit of the other`() {
    reads("1.5..3.0 kW", as: "(1.5 kW)..(3 kW)")
    reads("1500 W..3 kW", as: "(1500 W)..(3 kW)")
    reads("1.5 kW..3", as: "(1.5 kW)..(3 kW)")
    reads("1.5..2.2..3.0 kW", as: "(1.5 kW)..(2.2 kW)..(3 kW)")
    reads("500..900 million request", as: "(500000000 request)..(900000000 request)")
    reads("500..900 million", as: "500000000..900000000")
    reads("10..20%", as: "(10 %)..(20 %)")
    reads("$0.08..0.15/kWh", as: "(0.08 $/kWh)..(0.15 $/kWh)")
    reads("$0.08..$0.15/kWh", as: "(0.08 $/kWh)..(0.15 $/kWh)")
    reads("$2..3 million", as: "(2000000 $)..(3000000 $)")
    reads("-5..10 °C", as: "(-5 °C)..(10 °C)")
  }

  @Test func `a tolerance, absolute or of the best guess`() throws {
    reads("319.8 t/s ± 10%", as: "(319.8 t/s) ± (10 %)")
    reads("1 +- 10%", as: "1 ± (10 %)")
    reads("2.25 ± 0.75 kW", as: "(2.25 kW) ± (0.75 kW)")
    reads("20 kW ± 2", as: "(20 kW) ± (2 kW)")
    reads("7.4 km ± 5 m", as: "(7.4 km) ± (5 m)")
    reads("x * (1 ± 10%)", as: "x * (1 ± (10 %))")
    reads("40% ± 5%", as: "(40 %) ± (5 %)", notes: ["percent-of-percent"])
    #expect(try isRelative("1 ± 10%"))
    #expect(try !isRelative("7.4 km ± 5 m"))
  }

  private func isRelative(_ text: String) throws -> Bool {
    let statement = try #require(Seen(text).statements.first)
    guard case .expression(.tolerance(let tolerance)) = statement.kind else { return false }
    return tolerance.isRelative
  }

  @Test func `beside a product, a range has literal ends between blanks`() {
    reads("385..770 W / 2174 t/s", as: "((385 W)..(770 W)) / (2174 t/s)")
    reads("2 * 1..3 kW", as: "2 * ((1 kW)..(3 kW))")
    reads("0.9*x * (1..2)", as: "(0.9 * x) * (1..2)")
    fails(
      "0.9*x..1.1*x", .rangeBesideProduct(mends: ["(0.9*x)..(1.1*x)", "0.9*(x..1.1)*x"]))
    #expect(Seen("2*1..3 kW").errorIDs == ["range-beside-product"])
    #expect(Seen("x..y * 2").errorIDs == ["range-beside-product"])
    reads("a..b", as: "a..b")
    reads("a + 1..3", as: "a + (1..3)")
  }

  @Test func `distributions`() {
    reads("1.5..3.0 kW as uniform", as: "((1.5 kW)..(3 kW)) as uniform")
    reads("1.5..2.2..3.0 kW as pert", as: "((1.5 kW)..(2.2 kW)..(3 kW)) as pert")
    reads("jt with node = node as uniform", as: "jt with node = (node as uniform)")
  }

  @Test func `a list of one range`() {
    reads("[1..8]", as: "[1..8]", notes: ["list-of-one-range"])
    #expect(Seen("[1..8]").remarks == [.listOfOneRange(mend: "steps(1, 8, 1)")])
    reads("[1..2, 3..4] kW", as: "[1..2, 3..4] kW")
  }

  @Test func `percent sums get a note`() {
    reads("a + 10%", as: "a + (10 %)", notes: ["percent-of-sum"])
    #expect(Seen("a + 10%").remarks == [.percentOfSum("10%", mend: "a * 1.1")])
    reads("5% + 10%", as: "(5 %) + (10 %)")
  }
}
