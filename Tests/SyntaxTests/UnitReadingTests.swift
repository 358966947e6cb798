import Testing

@testable import Syntax

/// The table of language.md §2, row by row: how numbers take units.
@Suite struct UnitReadingTests {
  @Test func `a number takes the unit that follows it`() {
    reads("node / 319.8 t/s", as: "node / (319.8 t/s)")
    reads("10 kW / 5 kg/s", as: "(10 kW) / (5 kg/s)")
    reads("3 kW * t", as: "(3 kW) * t")
    reads("3 kW*t", as: "3 kW t")
    reads("700W", as: "700 W")
    reads("5 kW h", as: "5 kW h")
    reads("5 kW·h/m²", as: "5 kW h/m^2")
    reads("5 K", as: "5 K")
  }

  @Test func `powers of units`() {
    reads("3 m^2", as: "3 m^2")
    reads("3 m²", as: "3 m^2")
    reads("5 s⁻¹", as: "5/s")
    reads("5 m^-2", as: "5/m^2")
    reads("5 m^0.5", as: "5 m^(1/2)")
    reads("5 m^(1/2)", as: "5 m^(1/2)")
    reads("2 W/(m² K)", as: "2 W/(m^2 K)")
    reads("5 m ^ 2", as: "(5 m)^2")
    fails("5 m^n", .powerOfUnit(mend: "(5 m)^n"), at: "5 m^n")
    fails("3 * 5 m^(n + 1)", .powerOfUnit(mend: "(5 m)^(n + 1)"))
  }

  @Test func `a blank binds tighter than a slash, with a note`() {
    reads("1.30 $/gpu h", as: "1.3 $/(gpu h)", notes: ["blank-in-denominator"])
    reads("5 J/kg K", as: "5 J/(kg K)", notes: ["blank-in-denominator"])
    reads("2.7 kWh/million t", as: "2.7 kWh/(million t)")
    reads("W = 5 J/kg*K", as: "W = 5 J K/kg")
    #expect(
      Seen("5 J/kg K").remarks == [.blankInDenominator(reading: "J/(kg K)", other: "J/kg*K")])
  }

  @Test func `a name that is no unit multiplies, and so does a group`() {
    reads("4 h100_sxm", as: "4 h100_sxm")
    reads("node / 4 h100_sxm", as: "node / (4 h100_sxm)")
    reads("2 (3 + 4)", as: "2 (3 + 4)")
    reads("2 x^2", as: "2 (x^2)")
    reads("2x", as: "2 x")
    reads("2 sin(x)", as: "2 sin(x)")
    reads("5 min(3, 4)", as: "5 min(3, 4)")
    reads("name (3)", as: "name(3)")
    reads("3 kw", as: "3 kw")
    fails("x^2 y", .missingOperator(mends: ["x^2 * y"]), at: "x^2 y")
    fails("2 x y", .missingOperator(mends: ["2 x * y"]))
  }

  @Test func `a unit applies to what a group holds`() {
    reads("[53.9, 102.9] t/s", as: "[53.9, 102.9] t/s")
    reads("(3 + 4) kW", as: "(3 + 4) kW")
    reads("(1.5..3.0) kW", as: "(1.5..3) kW")
    fails(
      "normal(3, 0.2) kW", .unitAfterCall(unit: "kW", mend: "normal(3 kW, 0.2 kW)"), at: "kW")
    fails("f(x) kW", .unitAfterCall(unit: "kW", mend: "f(x) * 1 kW"))
  }

  @Test func `an operator with blanks ends a unit, and so does one that touches a number`() {
    reads("node / 319.8 t / s", as: "(node / (319.8 t)) / s")
    reads("x / s", as: "x / s")
    reads("3 kW*2", as: "(3 kW) * 2")
    reads("17 kWh/100 km", as: "(17 kWh) / (100 km)")
    reads("3 kW/(2 + x)", as: "(3 kW) / (2 + x)")
    reads("3 kW/(m*x)", as: "(3 kW) / (m * x)")
    reads("3 kW * 2 m", as: "(3 kW) * (2 m)")
  }

  @Test func `an operator that touches a unit and a name is marked`() throws {
    #expect(try marked("10 kW/node"))
    #expect(try marked("319.8 t/sec"))
    #expect(try marked("2 * 10 kW*node"))
    #expect(try !marked("10 kW / node"))
    #expect(try !marked("10 kW/5"))
    #expect(try !marked("x/node"))
  }

  private func marked(_ text: String) throws -> Bool {
    let statement = try #require(Seen(text).statements.first)
    guard case .expression(.binary(let binary)) = statement.kind else { return false }
    return binary.touchesUnit
  }

  @Test func `a tight slash between a number and a unit`() {
    reads("5/s", as: "5/s")
    reads("2.5 billion/day", as: "2500000000/day")
    reads("5/(m² s)", as: "5/(m^2 s)")
    reads("5 per s", as: "5/s")
    reads("2.5 kWh per million t", as: "2.5 kWh/(million t)")
    reads("5 / s", as: "5 / s")
    reads("5/x", as: "5 / x")
  }

  @Test func `how a factor was joined is kept for the Engine`() throws {
    #expect(try joints("2/t") == [.slashFirst])
    #expect(try joints("3 kW t") == [.first, .blank])
    #expect(try joints("3 kW*t") == [.first, .times])
    #expect(try joints("3 t/s") == [.first, .slash])
  }

  private func joints(_ text: String) throws -> [UnitFactor.Joint] {
    let statement = try #require(Seen(text).statements.first)
    guard case .expression(.number(let literal)) = statement.kind else { return [] }
    return literal.unit?.factors.map(\.joint) ?? []
  }

  @Test func `a fraction before a unit gets a note`() {
    reads("1/2 m", as: "1 / (2 m)", notes: ["looks-like-fraction"])
    reads("3/8 inch", as: "3 / (8 inch)", notes: ["looks-like-fraction"])
    #expect(Seen("1/2 m").remarks == [.looksLikeFraction(reading: "1/(2 m)", mend: "(1/2) m")])
    reads("(1/2) m", as: "(1 / 2) m")
  }

  @Test func `two quantities side by side offer their sum`() {
    fails("5 min 30 s", .sumOfUnits(mend: "5 min + 30 s"), at: "5 min 30 s")
    fails("6 ft 2 inch", .sumOfUnits(mend: "6 ft + 2 inch"))
    fails("1 h 5 min 30 s", .sumOfUnits(mend: "1 h + 5 min + 30 s"))
  }

  @Test func `after an arrow everything is unit`() {
    reads("x -> kWh/100 km", as: "x -> kWh/(100 km)")
    reads("jt to kWh / million t", as: "jt -> kWh/(million t)")
    reads("jt in kWh/Mt", as: "jt -> kWh/Mt")
    reads("x → W/(m² K)", as: "x -> W/(m^2 K)")
    reads("x -> nonsense", as: "x -> nonsense")
    reads("x -> 1/s", as: "x -> s^-1")
    reads("x -> %", as: "x -> %")
    reads("jt -> kWh/Mt < 3 kWh/Mt", as: "(jt -> kWh/Mt) < (3 kWh/Mt)")
    fails("x -> 3", .unitExpected(found: "`3`"))
    fails("x -> kWh + 3", .conversionNotLast(unit: "kWh"), at: "+")
  }

  @Test func `currency signs stand before or after`() {
    reads("$0.12/kWh", as: "0.12 $/kWh")
    reads("0.12 $/kWh", as: "0.12 $/kWh")
    reads("$2.5 million", as: "2500000 $")
    reads("€5", as: "5 €")
    reads("5€", as: "5 €")
    fails("x + $", .unitWithoutNumber("$"))
  }

  @Test func `signs that are units`() {
    reads("5%", as: "5 %")
    reads("3 Δ°C", as: "3 Δ°C")
    reads("2 µs", as: "2 µs")
    reads("2 Ω", as: "2 Ω")
    reads("5 ‰", as: "5 ‰")
  }

  @Test func `a minus that touches a reading of temperature belongs to it`() throws {
    reads("-5 °C", as: "-5 °C")
    reads("x - 5 °C", as: "x - (5 °C)")
    reads("x * -5 °C", as: "x * (-5 °C)")
    let seen = try #require(Seen("-5 °C").statements.first)
    guard case .expression(.number(let literal)) = seen.kind else {
      Issue.record("a negated literal")
      return
    }
    #expect(literal.value == -5)
  }
}
