import Testing

@testable import Syntax

@Suite struct StatementTests {
  @Test func `definitions`() {
    reads("jt = node / tput", as: "jt = node / tput")
    reads("x := 3 kW", as: "x := 3 kW")
    reads("jt: energy/token = node / tput", as: "jt: energy/token = node / tput")
    reads("jt: kWh / Mt = x", as: "jt: kWh/Mt = x")
    reads("jt = a / b where a = 3 kW, b = 2 t/s", as: "jt = a / b where a = 3 kW, b = 2 t/s")
    reads("f(x, y) = x + y", as: "f(x, y) = x + y")
    reads(
      "f(p: power, rate = 3 t/s) = p / rate where k = 2",
      as: "f(p: power, rate = 3 t/s) = p / rate where k = 2")
    reads("y = x where a = 1 with b = 2", as: "y = x where a = 1 with b = 2")
    fails("a.b = 3", .cannotDefine("a.b"))
    fails("x + 1 = 3", .cannotDefine("x + 1"))
    fails("power x = 3", .cannotDefine("power x"))
    fails("in = 3", .reservedWord("in"))
    fails("x where a = 2", .whereWithoutDefinition)
  }

  @Test func `words of statements are words only before an operand`() {
    reads("table tput, jt -> kWh/Mt", as: "table tput, jt -> kWh/Mt")
    reads("table = 3", as: "table = 3")
    reads("table - 3", as: "table - 3")
    reads("table -3", as: "table -3")
    reads("table * 2", as: "table * 2")
    reads("inputs", as: "inputs")
    reads("unit = 4", as: "unit = 4")
    reads("print (3 + 4)", as: "print 3 + 4")
    reads("2 * format", as: "2 * format")
  }

  @Test func `statements with endings`() {
    reads(
      "table a, b with pue = 1.2 format markdown", as: "table a, b with pue = 1.2 format markdown")
    reads("table 4 format csv", as: "table 4 format csv")
    reads("compare jt, cost under base, worst", as: "compare jt, cost under base, worst")
    reads(
      "explain jt -> kWh/Mt depth 1 format json", as: "explain jt -> kWh/Mt depth 1 format json")
    reads("explain jt depth full", as: "explain jt depth full")
    reads("sensitivity jt by 10%", as: "sensitivity jt by 10 %")
    reads("inputs jt under worst format markdown", as: "inputs jt under worst format markdown")
    reads("assert a ~= b within 1%", as: "assert a ~= b within (1 %)")
    reads("assert a < b with c = 2", as: "assert a < b with c = 2")
    reads("why jt", as: "why jt")
    reads("graph jt", as: "graph jt")
    reads("correlate(a, b, 0.5)", as: "correlate(a, b, 0.5)")
    reads("explain jt with pue = 1.2 -> kWh/Mt", as: "explain jt -> kWh/Mt with pue = 1.2")
    fails("assert a = b", .singleEquals(mend: "assert a == b"), at: "=")
  }

  @Test func `units, files, scenarios`() {
    reads("unit lap = 400 m, also laps, prefixes k", as: "unit lap = 400 m, also laps, prefixes k")
    reads("unit job", as: "unit job")
    reads("unit EUR = 1.08 USD, also €", as: "unit EUR = 1.08 USD, also €")
    reads("use \"rig.tj\"", as: "use \"rig.tj\"")
    reads("use energy", as: "use energy")
    let worst = "scenario worst { node = 3 kW; pue = 1.5 }"
    reads("scenario worst { node = 3.0 kW; pue = 1.5 }", as: worst)
    reads("scenario worst {\n  node = 3 kW\n  pue = 1.5\n}", as: worst)
    reads("scenario worse from worst { pue = 2 }", as: "scenario worse from worst { pue = 2 }")
  }

  @Test func `help and settings`() {
    reads("?jt", as: "?jt")
    reads("?", as: "?")
    reads(":digits 8", as: ":digits 8")
    #expect(Seen(":digits 8; 1/3").readings == [":digits 8", "1 / 3"])
    #expect(Seen("?kWh # about").readings == ["?kWh"])
  }

  @Test func `where statements end`() {
    #expect(Seen("a = 1; b = 2\nc = 3").readings == ["a = 1", "b = 2", "c = 3"])
    #expect(Seen("a = (1\n + 2)\nb = 2").readings == ["a = 1 + 2", "b = 2"])
    #expect(Seen("a =\n  1 +\n  2\nb").readings == ["a = 1 + 2", "b"])
    #expect(Seen("x = if a then\n 1 else\n 2").readings == ["x = if a then 1 else 2"])
    #expect(Seen("x = a where\n a = 1,\n b = 2").readings == ["x = a where a = 1, b = 2"])
    #expect(Seen("x with\n a = 1").readings == ["x with a = 1"])
    #expect(Seen("a = 1\r\nb = 2\r\n").readings == ["a = 1", "b = 2"])
    #expect(Seen("\u{FEFF}a = 1").readings == ["a = 1"])
    #expect(Seen("#!/usr/bin/env tj\na = 1 # one").readings == ["a = 1"])
    #expect(Seen("a = 3\u{A0}kW").readings == ["a = 3 kW"])
    #expect(Seen("").readings == [])
    #expect(Seen(" \n;;\n# only a comment").readings == [])
  }

  @Test func `at the prompt an operator goes on with ans`() {
    for (text, reading) in [
      ("* 2", "ans * 2"), ("/ 3 kW", "ans / (3 kW)"), ("-> kWh", "ans -> kWh"),
      ("→ kWh", "ans -> kWh"), ("× 2 + 1", "(ans * 2) + 1"), ("-3", "-3"),
    ] {
      #expect(Seen(text, isPrompt: true).readings == [reading])
    }
    #expect(Seen("* 2").errorIDs == ["missing-operand"])
  }

  @Test func `documentation stands directly above`() throws {
    let text = """
      ## Node power
      ## of four cards
      ## source: NVIDIA data sheet
      node = 4 * h100_sxm

      ## lost

      jt = 3
      ## kept
      a = 1; b = 2
      """
    let seen = Seen(text)
    try #require(seen.statements.count == 4)
    #expect(seen.statements[0].documentation == ["Node power", "of four cards"])
    #expect(seen.statements[0].provenance == ["NVIDIA data sheet"])
    #expect(seen.statements[1].documentation == [])
    #expect(seen.statements[2].documentation == ["kept"])
    #expect(seen.statements[3].documentation == [])
  }

  @Test(arguments: [
    "x = (1 +", "[1, 2,", "x =", "a +", "scenario w {", "scenario w {\n a = 1", "\"\"\"raw",
    "x = a where", "jt with", "jt ->", "if a then", "f(\n", "a = 1\nb = (",
  ])
  func `incomplete`(_ text: String) { #expect(Parser.isIncomplete(text)) }

  @Test(arguments: [
    "", "x = 1", "(1 + 2)", "x = 1 + 2)", "\"abc", "\"\"\"raw\"\"\"", "x # (", "\"(\"", "[1)",
    "scenario w { a = 1 }", "table", "a = (1\n)",
  ])
  func `complete`(_ text: String) { #expect(!Parser.isIncomplete(text)) }

  @Test func `quantities alone`() throws {
    let units = KnownUnits()
    func unit(_ text: String) -> String? {
      Parser.quantity(text, units: units).map {
        Reading.number($0.value) + ($0.unit.map { " " + Reading.unit($0) } ?? "")
      }
    }
    #expect(unit("3.6e6 J") == "3600000 J")
    #expect(unit("4.184 J/g") == "4.184 J/g")
    #expect(unit("60 s") == "60 s")
    #expect(unit("$") == "1 $")
    #expect(unit("W/(m² K)") == "1 W/(m^2 K)")
    #expect(unit("-5 °C") == "-5 °C")
    #expect(unit("12") == "12")
    #expect(unit("44-132") == nil)
    #expect(unit("3 + 4") == nil)
    #expect(unit("abc") == nil)
    #expect(unit("") == nil)
  }
}
