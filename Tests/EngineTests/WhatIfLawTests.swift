import Testing

/// The laws of §4 over formulas made by chance; the expected numbers are Swift's own arithmetic.
struct WhatIfLawTests {
  static let names = ["p", "q", "r"]

  /// A session in which `y` is a formula over three names, one of them several steps away.
  private func session(_ formula: RandomFormula, _ x: [Double], isBracket: Bool) -> Dialogue {
    let tj = Dialogue()
    let p = isBracket ? "\(x[0])..\(x[0] + 1)" : "\(x[0])"
    tj.enter("p0 = \(p); p = p0 * 1; q = \(x[1]); r = \(x[2])", mode: .script)
    tj.enter("f(a, b, c) = \(formula.text(["a", "b", "c"])); z = f(p, q, r); y = z", mode: .script)
    return tj
  }

  private func draw(_ random: inout SplitMix) -> [Double] {
    (0..<3).map { _ in Double(Int.random(in: 1...20, using: &random)) / 4 }
  }

  @Test(arguments: [true, false])
  func `a name overridden with its own value changes nothing`(_ isBracket: Bool) throws {
    var random = SplitMix(isBracket ? 41 : 42)
    for _ in 0..<40 {
      let formula = RandomFormula.made(of: 3, depth: 3, &random)
      let tj = session(formula, draw(&random), isBracket: isBracket)
      let plain = try #require(tj.range("y"))
      tj.define("scenario same { q = q; p = p }")
      let text = formula.text(Self.names)
      for name in Self.names + ["p0"] where text.contains(name.prefix(1)) {
        let same = try #require(tj.range("y with \(name) = \(name)"))
        #expect(same.low == plain.low && same.high == plain.high, "\(name) in \(text)")
      }
      let under = try #require(tj.range("y under same"))
      #expect(under.low == plain.low && under.high == plain.high, "under in \(text)")
    }
  }

  @Test func `an override is the formula of the other value`() throws {
    var random = SplitMix(43)
    for _ in 0..<60 {
      let formula = RandomFormula.made(of: 3, depth: 3, &random)
      let x = draw(&random)
      let tj = session(formula, x, isBracket: false)
      let text = formula.text(Self.names)
      guard text.contains("q") else { continue }
      let q = Double(Int.random(in: 1...20, using: &random)) / 4
      let expected = formula.value([x[0], q, x[2]])
      let found = try #require(tj.numbers("y with q = \(q)").first)
      #expect(isClose(found, expected, within: 1e-9), "\(text)")
      tj.define("scenario s { q = \(q) }")
      #expect(tj.numbers("y under s") == [found])
      #expect(tj.numbers("(y with q = \(q)) with q = 99") == [found])
      #expect(tj.numbers("y under s with q = \(q)") == [found])
      // nothing has changed
      #expect(isClose(try #require(tj.numbers("y").first), formula.value(x), within: 1e-9))
    }
  }

  @Test func `a list in an override is the override for each of its values`() throws {
    var random = SplitMix(44)
    for _ in 0..<30 {
      let formula = RandomFormula.made(of: 3, depth: 3, &random)
      let x = draw(&random)
      let tj = session(formula, x, isBracket: false)
      let text = formula.text(["[0]", "[1]", "[2]"])
      guard text.contains("[1]"), text.contains("[2]") else { continue }
      let (q, r) = (draw(&random), draw(&random))
      let table = tj.numbers("y with q = \(q), r = \(r)")
      try #require(table.count == 9)
      let axes = try #require(tj.value("y with q = \(q), r = \(r)")).axes.map { $0.name?.text }
      for i in 0..<3 {
        for j in 0..<3 {
          // rows are the axis that the formula meets first
          let k = axes.first == "q" ? i * 3 + j : j * 3 + i
          #expect(isClose(table[k], formula.value([x[0], q[i], r[j]]), within: 1e-9), "\(text)")
        }
      }
    }
  }
}
