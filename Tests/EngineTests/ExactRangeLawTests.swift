import Glibc
import Testing

/// The exponential of the C library, which is no work of tj.
func exponential(_ x: Double) -> Double { exp(x) }

/// §6: a bracket's result is the exact range of the formula over the box of its sources, checked by
/// brute force: every point of the box lies within, and a search attains each end.
struct ExactRangeLawTests {
  struct Box {
    var low: [Double]
    var high: [Double]
    var count: Int { low.count }

    func point(_ random: inout SplitMix) -> [Double] {
      (0..<count).map { Double.random(in: low[$0]...high[$0], using: &random) }
    }

    var corners: [[Double]] {
      (0..<(1 << count)).map { bits in
        (0..<count).map { bits >> $0 & 1 == 0 ? low[$0] : high[$0] }
      }
    }
  }

  /// The least of f by a pattern search from several starts; the greatest with sign −1.
  static func least(_ formula: RandomFormula, _ box: Box, _ starts: [[Double]], sign: Double)
    -> Double
  {
    var best = Double.infinity
    for start in starts {
      var x = start
      var value = sign * formula.value(x)
      var step = 0.25
      while step > 1e-12 {
        var improved = false
        for i in 0..<box.count {
          for direction in [-1.0, 1.0] {
            var y = x
            let width = box.high[i] - box.low[i]
            y[i] = min(max(y[i] + direction * step * width, box.low[i]), box.high[i])
            let next = sign * formula.value(y)
            if next < value {
              (x, value, improved) = (y, next, true)
            }
          }
        }
        if !improved { step /= 2 }
      }
      best = min(best, value)
    }
    return sign * best
  }

  private func check(seed: UInt64, cases: Int, depth: Int) -> (outer: Int, refused: Int) {
    var random = SplitMix(seed)
    var (outer, refused) = (0, 0)
    for _ in 0..<cases {
      let variables = Int.random(in: 1...4, using: &random)
      let low = (0..<variables).map { _ in
        Double(Int.random(in: 1...20, using: &random)) / 4
      }
      let high = low.map { $0 + Double(Int.random(in: 1...12, using: &random)) / 4 }
      let box = Box(low: low, high: high)
      let names = Array(["p", "q", "r", "u"].prefix(variables))
      let formula = RandomFormula.made(
        of: variables, depth: Int.random(in: 1...depth, using: &random), &random)
      let text = formula.text(names)
      let tj = Dialogue()
      for i in 0..<variables { tj.enter("\(names[i]) = \(low[i])..\(high[i])", mode: .script) }
      guard let range = tj.range(text) else {
        refused += 1
        Issue.record("no range: \(text) on \(low)..\(high)")
        continue
      }
      let (a, b) = (range.low[0], range.high[0])
      let points = (0..<2000).map { _ in box.point(&random) } + box.corners
      let values = points.map(formula.value)
      let size = max(abs(a), abs(b), 1e-12)
      let rounding = 1e-9 * max(b - a, 1e-3 * size)
      #expect(
        values.allSatisfy { $0 >= a - rounding && $0 <= b + rounding },
        "not held: \(text) on \(low)..\(high): \(a)..\(b)")
      if range.isOuterBound {
        outer += 1
        continue
      }
      let order = values.indices.sorted { values[$0] < values[$1] }
      let bottom = Self.least(formula, box, order.prefix(12).map { points[$0] }, sign: 1)
      let top = Self.least(formula, box, order.suffix(12).map { points[$0] }, sign: -1)
      let reach = 1e-6 * max(b - a, 1e-3 * size)
      #expect(abs(bottom - a) <= reach, "low \(a), attained \(bottom): \(text) on \(low)..\(high)")
      #expect(abs(top - b) <= reach, "high \(b), attained \(top): \(text) on \(low)..\(high)")
    }
    return (outer, refused)
  }

  @Test func `small formulas are exact`() {
    let found = check(seed: 1, cases: 40, depth: 2)
    #expect(found.refused == 0)
    #expect(found.outer == 0)
  }

  @Test func `larger formulas are exact, or say that they are not`() {
    let found = check(seed: 2, cases: 40, depth: 4)
    #expect(found.refused == 0)
    #expect(found.outer <= 20)
  }
}
