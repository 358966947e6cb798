import Syntax
import Testing
import Units

@Suite struct `What units become` {
  let table = UnitTable()

  @Test(
    arguments: [
      ("W", "s", "J"), ("kW", "s", "J"), ("kW", "h", "kWh"), ("W", "min", "Wh"),
      ("MW", "year", "MWh"), ("V", "A", "W"), ("mA", "V", "mW"), ("N", "m", "J"),
      ("kWh", "$/kWh", "$"), ("J/t", "t/s", "W"), ("kWh/Mt", "g/kWh", "g/Mt"),
      ("kWh/day", "year", "kWh"), ("L/kWh", "kWh", "L"), ("m", "m", "m^2"), ("%", "kW", "kW"),
      ("param", "FLOP/param", "FLOP"), ("gpu", "h", "gpu h"), ("gpu", "W/gpu", "W"),
      ("$/gpu/h", "gpu h", "$"), ("kWh/million t", "t", "kWh"), ("mph", "h", "mile"),
      ("Ah", "V", "Wh"), ("km/h", "kWh/km", "kW"), ("kW", "h/year", "kWh/year"),
      ("°C/W", "W", "Δ°C"), ("L/m^2", "ha", "L"), ("h", "s", "h^2"), ("L", "m^3", "L^2"),
      ("t/s", "s", "t"), ("kW", "1", "kW"),
    ] as [(String, String, String)])
  func `a product`(_ a: String, _ b: String, _ expected: String) throws {
    let product = table.product(try unitOrOne(a), try unitOrOne(b))
    #expect(table.text(of: product) == expected)
  }

  @Test(
    arguments: [
      ("kW", "t/s", "J/t"), ("W", "t/h", "Wh/t"), ("GB", "GB/s", "s"), ("FLOP", "TFLOP/s", "s"),
      ("FLOP", "TFLOPS", "s"), ("kWh", "h", "kW"), ("J", "s", "W"), ("kWh", "year", "kWh/year"),
      ("Wh", "day", "Wh/day"), ("t", "s", "t/s"), ("1", "s", "s^-1"), ("km", "h", "km/h"),
      ("FLOP", "B", "FLOP/B"), ("kWh", "MJ", ""), ("h", "min", ""), ("km", "mph", "h"),
      ("V", "A", "ohm"), ("kW", "km/h", "kWh/km"), ("USD", "gpu h", "USD/gpu/h"),
      ("gCO2e", "g CO2e", ""), ("W", "%", "W"),
    ] as [(String, String, String)])
  func `a quotient`(_ a: String, _ b: String, _ expected: String) throws {
    let quotient = table.quotient(try unitOrOne(a), try unitOrOne(b))
    if (a, b) == ("km", "mph") {
      #expect(table.dimension(of: quotient) == table.dimension(of: try unitOrOne("h")))
    } else {
      #expect(table.text(of: quotient) == expected)
    }
  }

  private func unitOrOne(_ text: String) throws -> Unit {
    text == "1" ? .one : try unit(text, in: table)
  }

  @Test(
    arguments: [
      // value, unit, as shown: the lines of the contract and of the issue
      (3080, "W", "3.08 kW"), (0.00963102, "kJ/t", "9.63102 J/t"), (0.5, "kW", "0.5 kW"),
      (0.05, "kW", "50 W"), (999, "W", "999 W"), (1000, "W", "1 kW"), (5000, "t", "5000 t"),
      (1_151_280, "t", "1.15128 Mt"), (7200, "s", "2 h"), (90, "s", "90 s"), (0.05, "s", "50 ms"),
      (5_000_000, "g", "5 tonne"), (2500, "L", "2.5 m^3"), (3e9, "B", "3 GB"),
      (5000, "MiB", "4.88281 GiB"), (438_000, "gpu h", "438000 gpu h"), (1e-6, "$/t", "1 $/Mt"),
      (0.0004, "g CO2e/t", "400 g CO2e/Mt"), (70e9, "param", "70 Gparam"),
      (10_000.95, "€", "10000.95 €"), (5, "€", "5.00 €"), (0.12, "$/kWh", "0.12 $/kWh"),
      (1_234_567.891, "gpu", "1234568 gpu"), (0, "kW", "0 kW"), (5e6, "m^2", "5 km^2"),
      (0.05, "m^2", "500 cm^2"), (8760, "kWh/year", "8.76 MWh/year"), (-3080, "W", "-3.08 kW"),
      (48, "h", "48 h"), (2000, "hours", "83.3333 day"), (40_000, "h", "4.56308 year"),
      (12_000, "USD", "12000.00 USD"), (3e-7, "J/FLOP", "300 nJ/FLOP"), (0.02, "gpu", "0.02 gpu"),
    ] as [(Double, String, String)])
  func `a computed value on its ladder`(
    _ value: Double, _ written: String, _ expected: String
  ) throws {
    let unit = try unit(written, in: table)
    let base = value * table.factor(of: unit)
    let step = table.step(of: unit, for: base)
    let number = table.numberText(base / table.factor(of: step), unit: step, digits: 6)
    #expect("\(number) \(table.text(of: step))" == expected)
  }

  @Test(
    arguments: [
      (0, 6, "0"), (-0.0, 6, "0"), (9.631019, 6, "9.63102"), (9.631019, 4, "9.631"),
      (2.675, 3, "2.68"), (0.5, 6, "0.5"), (6.02e23, 6, "6.02e23"), (1.5e-7, 6, "1.5e-7"),
      (123_456_789, 6, "123456789"), (123_456.789, 6, "123457"), (1_234_567.9, 6, "1234568"),
      (9_007_199_254_740_992, 6, "9007199254740992"), (0.00012, 6, "0.00012"), (-2.5, 6, "-2.5"),
      (99.99996, 6, "100"), (0.1 + 0.2, 6, "0.3"), (1e300, 6, "1e300"), (2.5e-308, 2, "2.5e-308"),
    ] as [(Double, Int, String)])
  func `a plain number`(_ value: Double, _ digits: Int, _ expected: String) {
    #expect(table.numberText(value, unit: .one, digits: digits) == expected)
  }

  @Test(arguments: [
    ("J/t", "energy/token"), ("W", "power"), ("kWh", "energy"), ("t/s", "token/time"),
    ("gCO2e/kWh", "emissions/energy"), ("$/kWh", "money/energy"), ("%", "a plain number"),
    ("tCO2e", "emissions"), ("L/kWh", "volume/energy"), ("s^-1", "frequency"),
    ("$/gpu/h", "money/gpu/time"), ("GB/s", "information/time"),
    ("W/m^2/K", "power/area/temperature"),
    ("kWh/year", "power"), ("FLOP/B", "FLOP/information"), ("m/s", "speed"), ("J^2", "energy^2"),
    ("request/s", "request/time"), ("cd", "luminous intensity"),
  ])
  func `a dimension in words`(_ written: String, _ expected: String) throws {
    #expect(table.name(of: table.dimension(of: try unit(written, in: table))) == expected)
  }

  @Test func `annotations take dimension words and units`() throws {
    for (text, same) in [
      ("energy/token", "J/t"), ("kWh/Mt", "J/t"), ("power", "W"), ("money/energy", "$/kWh"),
      ("emissions/energy", "g CO2e/kWh"), ("area", "m^2"), ("information/time", "GB/s"),
    ] {
      var factors: [UnitFactor] = []
      for (place, word) in text.split(separator: "/").enumerated() {
        factors.append(
          UnitFactor(
            kind: .unit(Name(String(word))), exponent: Rational(place == 0 ? 1 : -1),
            joint: .first, span: Span(0, 0)))
      }
      let annotated = try table.dimension(
        annotation: UnitExpression(factors: factors, span: Span(0, 0)))
      let dimension = table.dimension(of: try unit(same, in: table))
      #expect(table.fits(dimension, annotation: annotated), "\(text)")
      #expect(!table.fits(.none, annotation: annotated))
    }
  }

  @Test func `readings have an offset, differences and compounds none`() throws {
    #expect(table.isReading(try unit("°C", in: table)))
    #expect(table.offset(of: try unit("degC", in: table)) == 273.15)
    #expect(!table.isReading(try unit("Δ°C", in: table)))
    #expect(table.offset(of: try unit("W/°C", in: table)) == 0)
    #expect(table.text(of: table.difference(of: try unit("°F", in: table))) == "Δ°F")
  }

  @Test(arguments: [
    ("kw", "kW"), ("sec", "s"), ("tt", "t"), ("ton", "tonne"), ("jule", "joule"), ("Kwh", "kWh"),
    ("kilowat", "kilowatt"), ("GBPS", "Gbps"), ("hrs", "h"), ("mtco2e", "MtCO2e"),
  ])
  func `the nearest names`(_ word: String, _ expected: String) {
    #expect(!table.isUnit(Name(word)))
    #expect(table.suggestions(for: word, limit: 3).first == expected)
  }

  @Test func `ton offers all three`() {
    #expect(table.suggestions(for: "ton", limit: 3) == ["tonne", "short_ton", "long_ton"])
  }

  @Test func `an unknown word is never split`() {
    for word in ["token2", "kilowat", "Wkg", "kWs", "hh", "mkg", "kkW", "µµs", "as", "mmin", "kh"] {
      #expect(!table.isUnit(Name(word)), "\(word)")
    }
  }

  @Test func `a megatoken of CO2e offers the tonne`() {
    #expect(throws: UnitProblem.self) { try unit("Mt CO2e", in: table) }
  }

  @Test func `the plain number is what a megawatt is to a kilowatt`() throws {
    #expect(table.quotient(try unit("MW", in: table), try unit("kW", in: table)) == .one)
  }
}
