import Engine
import Syntax
import Testing

/// Laws of `sensitivity`, over formulas made by chance and checked against Swift's own arithmetic.
struct SensitivityLawTests {
  /// Formulas over x0 … x3 with values that a definition can state exactly.
  private func forCases(
    seed: UInt64, _ body: (RandomFormula, [Double], String) -> Void
  ) {
    var random = SplitMix(seed)
    for _ in 0..<150 {
      let count = Int.random(in: 1...4, using: &random)
      let x = (0..<count).map { _ in Double(Int.random(in: 1...40, using: &random)) / 8 }
      let names = (0..<count).map { "x\($0)" }
      let formula = RandomFormula.made(of: count, depth: 4, &random)
      body(formula, x, formula.text(names))
    }
  }

  private func moved(_ x: [Double], _ i: Int, by factor: Double) -> [Double] {
    var moved = x
    moved[i] *= factor
    return moved
  }

  @Test func `the ends of a swing by a share are those of overrides`() {
    var checked = 0
    forCases(seed: 31) { formula, x, text in
      let definitions = x.indices.map { "x\($0) = \(x[$0])" }.joined(separator: "; ")
      let tj = Dialogue(definitions)
      for case .sensitivity(let tornado) in tj.enter("sensitivity \(text) + 0 by 5%") {
        let size = max(abs(formula.value(x)), 1)
        for row in tornado.rows {
          guard let i = Int(row.name.dropFirst()) else { continue }
          checked += 1
          let low = formula.value(moved(x, i, by: 0.95))
          let high = formula.value(moved(x, i, by: 1.05))
          #expect(abs(row.atLow[0] - low) <= 1e-9 * size, "\(text): \(row.name)")
          #expect(abs(row.atHigh[0] - high) <= 1e-9 * size, "\(text): \(row.name)")
          // and nothing between them leaves the range
          for step in 0...20 {
            let between = formula.value(moved(x, i, by: 0.95 + 0.005 * Double(step)))
            #expect(
              between >= row.low[0] - 1e-9 * size && between <= row.high[0] + 1e-9 * size,
              "\(text): \(row.name) at \(step)")
          }
        }
        let swings = tornado.rows.map { $0.swing(0) }
        #expect(zip(swings, swings.dropFirst()).allSatisfy { $0 >= $1 * (1 - 1e-9) })
      }
    }
    #expect(checked > 200)
  }

  @Test func `an elasticity is the slope on logarithmic axes`() {
    var checked = 0
    forCases(seed: 32) { formula, x, text in
      let definitions = x.indices.map { "x\($0) = \(x[$0])" }.joined(separator: "; ")
      let tj = Dialogue(definitions)
      for case .sensitivity(let tornado) in tj.enter("sensitivity \(text) + 0 by 5%") {
        let y = formula.value(x)
        for row in tornado.rows {
          guard let i = Int(row.name.dropFirst()), let found = row.elasticity[0], abs(y) > 1e-3
          else { continue }
          let h = 1e-5
          let right = (formula.value(moved(x, i, by: 1 + h)) - y) / (y * h)
          let left = (y - formula.value(moved(x, i, by: 1 - h))) / (y * h)
          // a kink nearer than the step
          if abs(right - left) > 1e-2 * (1 + abs(right)) { continue }
          checked += 1
          #expect(
            abs(found - (left + right) / 2) <= 1e-4 * (1 + abs(found)), "\(text): \(row.name)")
        }
      }
    }
    #expect(checked > 150)
  }

  @Test func `the swing of a bracket is its range with the others overridden by their best guess`()
  {
    var checked = 0
    forCases(seed: 33) { _, x, text in
      let definitions = x.indices.map {
        "x\($0) = \(x[$0] * 0.75)..\(x[$0])..\(x[$0] * 1.5)"
      }.joined(separator: "; ")
      let tj = Dialogue(definitions)
      for case .sensitivity(let tornado) in tj.enter("sensitivity \(text) + 0") {
        guard case .numbers(let center) = tornado.center.cells else { continue }
        for row in tornado.rows {
          let others = x.indices.filter { "x\($0)" != row.name && text.contains("x\($0)") }
          let with = others.map { "x\($0) = \(x[$0])" }.joined(separator: ", ")
          let line = "\(text) + 0" + (others.isEmpty ? "" : " with \(with)")
          for case .value(_, let value) in tj.enter(line) {
            guard case .numbers(let numbers) = value.cells else { continue }
            checked += 1
            let size = max(abs(center[0]), 1)
            #expect(
              abs((value.low?[0] ?? numbers[0]) - row.low[0]) <= 1e-8 * size, "\(line): \(row.name)"
            )
            #expect(
              abs((value.high?[0] ?? numbers[0]) - row.high[0]) <= 1e-8 * size,
              "\(line): \(row.name)")
          }
          if let range = tornado.range, let low = range.low?[0], let high = range.high?[0] {
            let slack = 1e-9 * max(abs(low), abs(high))
            #expect(low <= row.low[0] + slack && row.high[0] <= high + slack)
          }
        }
      }
    }
    #expect(checked > 150)
  }
}
