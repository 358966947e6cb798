import Syntax
import Testing
import Units

@Suite struct `Laws of the unit table` {
  let table = UnitTable()
  static let samples = [
    "W", "kW", "kWh", "J", "s", "h", "t", "Mt", "t/s", "J/t", "kWh/million t", "g CO2e/kWh",
    "gCO2e", "$/kWh", "$", "m", "m^2", "L", "L/kWh", "km/h", "GB/s", "TFLOPS", "FLOP/B", "gpu",
    "gpu h", "W/gpu", "°C/W", "V", "A", "ohm", "Ah", "N", "kWh/year", "s^-1", "m^(1/2)", "%",
    "param", "W/m^2/K", "mph", "request/s", "L/100 km",
  ]

  @Test func `the unit files have no faults: all reads, no name has two readings`() {
    #expect(table.faults() == [])
    #expect(table.allNames().count > 500)
    for name in table.allNames() { #expect(table.isUnit(Name(name)), "\(name) is no unit") }
  }

  @Test func `a unit is declared with a source`() throws {
    for name in table.listing().flatMap(\.names) {
      let info = try #require(table.info(Name(name)))
      #expect(!info.sources.isEmpty, "\(name) has no source")
      #expect(!info.documentation.isEmpty, "\(name) has no documentation")
    }
  }

  @Test func `there and back is the identity`() throws {
    for name in table.allNames() where Parser.quantity("3.7 \(name)", units: table) != nil {
      let (base, unit) = try quantity("3.7 \(name)", in: table)
      let back = (base - table.offset(of: unit)) / table.factor(of: unit)
      #expect(agree(back, 3.7, within: 1e-13), "\(name)")
    }
  }

  @Test func `a product commutes in dimension and size, a quotient undoes it`() throws {
    for a in Self.samples {
      for b in Self.samples {
        let (x, y) = (try unit(a, in: table), try unit(b, in: table))
        let dimension = table.product(table.dimension(of: x), table.dimension(of: y))
        #expect(dimension == table.product(table.dimension(of: y), table.dimension(of: x)))
        #expect(table.dimension(of: table.product(x, y)) == dimension, "\(a) × \(b)")
        #expect(table.dimension(of: table.product(y, x)) == dimension, "\(b) × \(a)")
        let quotient = table.quotient(x, y)
        #expect(
          table.dimension(of: quotient)
            == table.quotient(table.dimension(of: x), table.dimension(of: y)), "\(a) / \(b)")
        #expect(
          table.product(table.dimension(of: quotient), table.dimension(of: y))
            == table.dimension(of: x))
      }
    }
  }

  @Test func `printed text reads as the same unit`() throws {
    for a in Self.samples {
      let x = try unit(a, in: table)
      try readsBack(x)
      for b in Self.samples {
        let y = try unit(b, in: table)
        for made in [table.product(x, y), table.quotient(x, y)] {
          try readsBack(made)
          for magnitude in [1e-9, 1e-3, 1, 1e4, 1e9, 1e15] {
            try readsBack(table.step(of: made, for: magnitude))
          }
        }
      }
    }
  }

  private func readsBack(_ unit: Unit) throws {
    let text = table.text(of: unit)
    if text.isEmpty { return }
    // after a literal, `/100 km` is arithmetic; the unit alone is one
    let written = Parser.quantity(text.contains("/100") ? text : "1 " + text, units: table)
    let read = try #require(written, "\(text) does not read")
    let back = try table.resolve(try #require(read.unit))
    #expect(table.text(of: back) == text)
    #expect(table.dimension(of: back) == table.dimension(of: unit), "\(text)")
    #expect(
      agree(read.value * table.factor(of: back), table.factor(of: unit), within: 1e-14), "\(text)")
  }

  @Test func `a number reads back to its digits`() throws {
    let values: [Double] = [
      0, 1, -1, 9.63102, 0.1, 1e-5, 123456.789, 999999.5, 1e15, 1e16, 6.02e23, 1.5e-300,
      9_007_199_254_740_991, 2.0.squareRoot(), -1234.5678, 0.00012345678, 4.4e-5,
    ]
    for value in values {
      for digits in [4, 6, 17] {
        for name in ["W", "gpu"] {
          let text = table.numberText(value, unit: try unit(name, in: table), digits: digits)
          let back = try #require(Double(text))
          let error = digits == 17 ? 0 : 0.5 * powerOf10(1 - digits)
          #expect(abs(back - value) <= error * abs(value) * 1.0001, "\(value): \(text)")
        }
      }
    }
  }

  private func powerOf10(_ n: Int) -> Double { Double("1e\(n)") ?? 0 }
}
