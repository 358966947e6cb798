import Syntax
import Testing
import Units

@Suite struct `Units that a session makes` {
  let table = UnitTable()

  private func define(
    _ name: String, _ value: String?, also aliases: [Name] = [], prefixes: [Name] = []
  ) throws {
    let value = try value.map { text -> (factor: Double, dimension: Dimension) in
      let (base, unit) = try quantity(text, in: table)
      return (base, table.dimension(of: unit))
    }
    try table.define(Name(name), value: value, aliases: aliases, prefixes: prefixes)
  }

  @Test func `unit lap = 400 m, also laps, prefixes k`() throws {
    #expect(!table.isUnit("lap"))
    try define("lap", "400 m", also: ["laps"], prefixes: ["k"])
    #expect(try convert("3 klap", to: "km", in: table) == 1200)
    #expect(try convert("2 laps", to: "m", in: table) == 800)
    #expect(!table.isUnit("mlap"))
    #expect(table.info("lap")?.definition == "lap = 400 m")
  }

  @Test func `unit job is a new base`() throws {
    try define("job", nil, also: ["jobs"])
    let perJob = try unit("kWh/job", in: table)
    #expect(table.name(of: table.dimension(of: perJob)) == "energy/job")
    #expect(table.text(of: table.product(perJob, try unit("jobs", in: table))) == "kWh")
  }

  @Test func `a currency takes a rate, once, and may take another`() throws {
    #expect(throws: (any Error).self) { try table.resolve(mismatch("EUR")) }
    try define("EUR", "1.08 USD")
    #expect(try convert("100 €", to: "USD", in: table) == 108)
    #expect(throws: UnitProblem.self) { try define("USD", "0.9 EUR") }
    try define("EUR", "1.1 USD")
    #expect(agree(try convert("100 €", to: "$", in: table), 110, within: 1e-15))
    #expect(try convert("1 million EUR", to: "million $", in: table) == 1.1)
  }

  private func mismatch(_ name: String) -> UnitExpression {
    UnitExpression(
      factors: [
        UnitFactor(
          kind: .unit(Name(name + "?")), exponent: .one, joint: .first, span: Span(0, 1))
      ], span: Span(0, 1))
  }

  @Test func `taken names and prefix clashes`() {
    let value = (factor: 1.0, dimension: Dimension.none)
    for (name, aliases, prefixes, id) in [
      ("kWh", [], [], "unit-name-taken"), ("hours", [], [], "unit-name-taken"),
      ("foo", ["W"], [], "unit-name-taken"), ("in", [], ["m"], "unit-prefix-clash"),
      ("foo", [], ["zorro"], "unknown-prefix"), ("µs", [], [], "unit-name-taken"),
    ] as [(Name, [Name], [Name], String)] {
      do throws(UnitProblem) {
        try table.define(name, value: value, aliases: aliases, prefixes: prefixes)
        Issue.record("\(name) was taken in")
      } catch {
        #expect(error.id == id)
      }
    }
    #expect(throws: UnitProblem.self) { try define("foo", "0 m") }
    #expect(!table.isUnit("foo"), "a refused unit leaves nothing behind")
  }

  @Test func `help says what a unit is`() throws {
    let info = try #require(table.info("kWh"))
    #expect(info.definition == "kWh = 1000 Wh")
    #expect(info.dimension == "energy")
    #expect(info.inStandardUnit == "3600000 J")
    #expect(info.sources == ["NIST SP 811 (2008), B.8"])
    #expect(table.info("nonsense") == nil)
    #expect(table.listing().contains { $0.dimension == "energy" && $0.names.contains("therm") })
  }

  @Test func `two currencies are told apart`() throws {
    let (a, b) = table.names(
      of: table.dimension(of: try unit("$/kWh", in: table)),
      and: table.dimension(of: try unit("€/kWh", in: table)))
    #expect(a == "money/energy in USD")
    #expect(b == "money/energy in EUR")
  }
}
