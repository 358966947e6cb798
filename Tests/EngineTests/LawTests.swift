import Engine
import Testing

/// Laws that hold for every formula, tried on formulas made by chance.
struct LawTests {
  static let units: [(text: String, others: [String])] = [
    ("W", ["kW", "MW", "J/s", "hp", "kWh/day", "BTU/h"]), ("J", ["kWh", "eV", "MJ", "cal", "toe"]),
    ("m", ["km", "ft", "mile", "inch"]), ("s", ["h", "day", "ms", "year"]),
    ("J/t", ["kWh/Mt", "Wh/kt"]), ("m/s", ["km/h", "mph"]), ("$", ["USD"]),
    ("gCO2e/kWh", ["kgCO2e/MWh", "tonne CO2e/GWh"]), ("byte", ["bit", "GiB", "MB"]),
    ("K", ["mK"]), ("1", ["%", "ppm"]),
  ]

  private func quantity(_ random: inout SplitMix) -> String {
    let value = Double.random(in: -6...6, using: &random)
    let mantissa = (Double.random(in: 1...10, using: &random) * 1000).rounded() / 1000
    let unit = Self.units[Int.random(in: 0..<Self.units.count, using: &random)].text
    let number = "\(mantissa)e\(Int(value))"
    return unit == "1" ? number : "\(number) \(unit)"
  }

  @Test func `sums and products commute`() {
    var random = SplitMix(11)
    let tj = Dialogue()
    for _ in 0..<100 {
      let a = quantity(&random)
      let b = quantity(&random)
      #expect(tj.numbers("(\(a)) * (\(b))") == tj.numbers("(\(b)) * (\(a))"))
      #expect(tj.numbers("(\(a)) + (\(a)) / 3") == tj.numbers("(\(a)) / 3 + (\(a))"))
      #expect(tj.numbers("(\(a)) / (\(b)) * (\(b)) / (\(a))").allSatisfy { isClose($0, 1) })
      let sum = tj.numbers("(\(a)) + (\(b))")
      #expect(sum == tj.numbers("(\(b)) + (\(a))"), "\(a) + \(b)")
    }
  }

  @Test func `a conversion there and back is the identity`() {
    var random = SplitMix(12)
    let tj = Dialogue()
    for (unit, others) in Self.units where unit != "1" {
      for other in others {
        let number = (Double.random(in: 1...1000, using: &random) * 1000).rounded() / 1000
        let there = tj.numbers("\(number) \(unit) -> \(other)")
        let back = tj.numbers("(\(number) \(unit) -> \(other)) -> \(unit)")
        #expect(there == tj.numbers("\(number) \(unit)"), "\(number) \(unit) in \(other)")
        #expect(back == there)
        tj.define("y = \(number) \(unit) -> \(other)")
        #expect(tj.shown("y -> \(unit)") == tj.shown("\(number) \(unit) -> \(unit)"))
      }
    }
    for reading in ["25 °C", "-40 °C", "98.6 °F", "0 °C"] {
      #expect(tj.shown("((\(reading) -> K) -> °F) -> °C") == tj.shown("\(reading) -> °C"))
    }
  }

  @Test func `what is printed reads back`() {
    var random = SplitMix(13)
    let tj = Dialogue()
    for _ in 0..<150 {
      let text = "(\(quantity(&random))) * (\(quantity(&random)))"
      let shown = tj.shown(text)
      #expect(tj.shown(shown) == shown, "\(text)")
      let low = quantity(&random)
      let bracket = tj.shown("(\(low)) * (1..\(Int.random(in: 2...9, using: &random)).5)")
      #expect(tj.shown(bracket) == bracket, "\(low)")
    }
  }

  @Test func `a list reads back`() {
    var random = SplitMix(14)
    for _ in 0..<30 {
      let tj = Dialogue("n = [1, 2, 3]")
      let shown = tj.shown("n * (\(quantity(&random)))")
      #expect(tj.shown(shown) == shown)
    }
  }

  /// Definitions that rest on earlier ones: `x0 … x2` are inputs, the others formulas.
  private func script(_ count: Int, brackets: Bool, _ random: inout SplitMix) -> [String] {
    var lines: [String] = []
    for i in 0..<3 {
      let low = Double(Int.random(in: 1...8, using: &random)) / 2
      lines.append(brackets ? "x\(i) = \(low)..\(low + 1.5)" : "x\(i) = \(low)")
    }
    for i in 3..<count {
      let names = (0..<3).map { _ in "x\(Int.random(in: max(0, i - 5)..<i, using: &random))" }
      let formula = RandomFormula.made(of: 3, depth: 1, &random)
      // kept small, so that no sum is carried beyond what a number holds
      lines.append("x\(i) = 3 * exp(-abs(\(formula.text(names))) / 9) + 1")
    }
    return lines
  }

  @Test func `the order of definitions does not matter`() {
    var random = SplitMix(15)
    for brackets in [false, true] {
      for _ in 0..<6 {
        let lines = script(brackets ? 8 : 25, brackets: brackets, &random)
        let tj = Dialogue(lines.joined(separator: "\n"))
        let other = Dialogue()
        let errors = Dialogue.errors(
          other.enter(lines.shuffled(using: &random).joined(separator: "\n"), mode: .script))
        #expect(errors.isEmpty)
        for i in lines.indices {
          let (a, b) = (tj.range("x\(i)"), other.range("x\(i)"))
          #expect(a?.low == b?.low && a?.high == b?.high, "x\(i) of \(lines)")
        }
      }
    }
  }

  @Test func `a saved session has the same values`() {
    var random = SplitMix(16)
    for _ in 0..<6 {
      let lines = script(20, brackets: false, &random).shuffled(using: &random)
      let tj = Dialogue(lines.joined(separator: "\n") + "\nkept := x19 / 7")
      let other = Dialogue()
      other.enter(tj.session.savedText(), mode: .script)
      for i in 0..<20 { #expect(tj.numbers("x\(i)") == other.numbers("x\(i)")) }
      #expect(tj.numbers("kept") == other.numbers("kept"))
      #expect(other.session.savedText() == tj.session.savedText())
    }
  }

  @Test func `a redefinition gives what a fresh session gives`() {
    var random = SplitMix(17)
    for _ in 0..<6 {
      var lines = script(20, brackets: false, &random)
      let tj = Dialogue(lines.joined(separator: "\n"))
      for _ in 0..<5 {
        let i = Int.random(in: 0..<3, using: &random)
        lines[i] = "x\(i) = \(Int.random(in: 1...9, using: &random))"
        tj.enter(lines[i])
      }
      let fresh = Dialogue(lines.joined(separator: "\n"))
      for i in 0..<20 { #expect(tj.numbers("x\(i)") == fresh.numbers("x\(i)")) }
    }
  }

  @Test func `with is what a redefinition would give`() {
    var random = SplitMix(18)
    for brackets in [false, true] {
      for _ in 0..<4 {
        let lines = script(brackets ? 8 : 20, brackets: brackets, &random)
        let tj = Dialogue(lines.joined(separator: "\n"))
        let last = "x\(lines.count - 1)"
        guard let before = tj.range(last) else { continue }
        // every input by its own value: nothing changes
        let rests = (0..<3).filter { Dialogue.errors(tj.enter("\(last) with x\($0) = 1")).isEmpty }
        for i in rests {
          let value = lines[i].split(separator: "=")[1]
          let same = tj.range("\(last) with x\(i) = \(value)")
          #expect(same?.low == before.low && same?.high == before.high)
          let outer = tj.range("\(last) with x\(i) = x\(i)")
          #expect(
            outer?.low == before.low && outer?.high == before.high,
            "\(last) with x\(i) = x\(i) after \(lines): \(String(describing: outer)), was \(before)"
          )
        }
        // by another: as if it had been defined so
        guard let i = rests.first else { continue }
        let supposed = tj.range("\(last) with x\(i) = 2.25")
        tj.enter("x\(i) = 2.25")
        let defined = tj.range(last)
        #expect(supposed?.low == defined?.low && supposed?.high == defined?.high)
      }
    }
  }

  @Test func `a function is its body written out`() {
    var random = SplitMix(19)
    for _ in 0..<40 {
      let formula = RandomFormula.made(of: 3, depth: 3, &random)
      let values = (0..<3).map { _ in Double(Int.random(in: 1...9, using: &random)) / 2 }
      let tj = Dialogue("f(a, b, c) = \(formula.text(["a", "b", "c"]))")
      let written = tj.numbers(formula.text(values.map { "\($0)" }))
      #expect(written == tj.numbers("f(\(values[0]), \(values[1]), \(values[2]))"))
      #expect(written == tj.numbers("f(c = \(values[2]), \(values[0]), \(values[1]))"))
      tj.define("a = \(values[0]); b = \(values[1]); c = \(values[2])")
      #expect(written == tj.numbers(formula.text(["a", "b", "c"])))
      #expect(written.count == 1 && isClose(written[0], formula.value(values), within: 1e-9))
      // each call has its own arguments
      let twice = tj.numbers("f(a, b, c) - f(c, a, b)")
      let one = formula.value(values)
      let other = formula.value([values[2], values[0], values[1]])
      let slack = 1e-9 * max(abs(one), abs(other))
      let text = formula.text(["a", "b", "c"])
      #expect(twice.count == 1 && abs(twice[0] - (one - other)) <= slack, "\(text) at \(values)")
    }
  }

  @Test func `a formula of lists is the formula at each label`() {
    var random = SplitMix(20)
    for _ in 0..<25 {
      let formula = RandomFormula.made(of: 3, depth: 3, &random)
      let tj = Dialogue("p = [1, 2.5, 4]; q = [0.5, 3] ; r = [2, 1, 5] over p")
      tj.define("y = \(formula.text(["p", "q", "r"]))")
      for (p, r) in [(1.0, 2.0), (2.5, 1), (4, 5)] {
        for q in [0.5, 3.0] {
          let expected = formula.value([p, q, r])
          guard
            let value = tj.value("y with p = \(p), q = \(q)") ?? tj.value("y with p = \(p)")
              ?? tj.value("y with q = \(q)") ?? tj.value("y"),
            case .numbers(let cells) = value.cells
          else {
            Issue.record("no value: \(formula.text(["p", "q", "r"]))")
            continue
          }
          #expect(
            cells.count == 1 && isClose(cells[0], expected, within: 1e-9)
              || abs((cells.first ?? .nan) - expected) < 1e-9,
            "\(formula.text(["p", "q", "r"])) at \(p), \(q)")
        }
      }
    }
  }

  @Test func `a point is the range of a point`() {
    var random = SplitMix(21)
    for _ in 0..<60 {
      let formula = RandomFormula.made(of: 2, depth: 3, &random)
      let text = formula.text(["p", "q"])
      let plain = Dialogue("p = 1.5; q = 2.25").numbers(text)
      let narrow = Dialogue("p = 1.5..1.5; q = 2.25..2.25").range(text)
      #expect(narrow?.low == narrow?.high)
      #expect(
        zip(plain, narrow?.low ?? []).allSatisfy { abs($0 - $1) <= 1e-9 * max(abs($0), 1) },
        "\(text)")
    }
  }

  @Test func `x - x is 0 and x / x is 1 for any bracket`() {
    var random = SplitMix(22)
    for _ in 0..<40 {
      let low = Double(Int.random(in: 1...40, using: &random)) / 8
      let high = low * Double(Int.random(in: 2...400, using: &random))
      let tj = Dialogue("x = \(low)..\(high) W; y = x * 3 + 1 W")
      for (line, expected) in [
        ("x - x", 0.0), ("x / x", 1), ("x + x - 2 * x", 0), ("(x + x) / x", 2),
        ("y - y", 0), ("y / y", 1), ("y - 3 * x", 1),
      ] {
        let range = tj.range(line)
        #expect(range?.isOuterBound == false, "\(line) on \(low)..\(high)")
        #expect(
          abs((range?.low.first ?? .nan) - expected) < 1e-9 * max(1, high)
            && abs((range?.high.first ?? .nan) - expected) < 1e-9 * max(1, high),
          "\(line) on \(low)..\(high): \(String(describing: range))")
      }
    }
  }

  @Test func `a narrower bracket gives a narrower range`() {
    var random = SplitMix(23)
    for _ in 0..<30 {
      let formula = RandomFormula.made(of: 2, depth: 3, &random)
      let text = formula.text(["p", "q"])
      let wide = Dialogue("p = 1..3; q = 0.5..2").range(text)
      let narrow = Dialogue("p = 1.5..2.5; q = 1..1.5").range(text)
      guard let wide, let narrow, !wide.isOuterBound, !narrow.isOuterBound else { continue }
      let slack = 1e-9 * max(abs(wide.low[0]), abs(wide.high[0]), 1e-3)
      #expect(
        wide.low[0] <= narrow.low[0] + slack && narrow.high[0] <= wide.high[0] + slack, "\(text)")
    }
  }

  @Test func `brackets along an axis are the brackets at each label`() {
    var random = SplitMix(24)
    for _ in 0..<15 {
      let formula = RandomFormula.made(of: 2, depth: 2, &random)
      let tj = Dialogue("n = [1, 2.5, 4]; q = 0.5..2; y = \(formula.text(["n", "q"]))")
      guard let all = tj.range("y") else {
        Issue.record("no value: \(formula.text(["n", "q"]))")
        continue
      }
      guard all.low.count == 3 else { continue }
      for (i, n) in ["1", "2.5", "4"].enumerated() {
        let one = Dialogue("n = \(n); q = 0.5..2").range(formula.text(["n", "q"]))
        let size = max(abs(all.low[i]), abs(all.high[i]), 1e-3)
        #expect(abs((one?.low[0] ?? .nan) - all.low[i]) <= 1e-9 * size)
        #expect(abs((one?.high[0] ?? .nan) - all.high[i]) <= 1e-9 * size)
      }
    }
  }
}
