import Engine
import Testing

/// A solved input put back gives the target to 1e-9, whatever the formula.
struct SolveLawTests {
  private struct Tally {
    var single = 0
    var several = 0
    var level = 0
  }

  /// Formulas made by chance over a, b, c; the target is the formula's value at a hidden place, so
  /// that there is an answer.
  private func check(seed: UInt64, cases: Int, depth: Int) throws -> Tally {
    var random = SplitMix(seed)
    var tally = Tally()
    let names = ["a", "b", "c"]
    for _ in 0..<cases {
      let formula = RandomFormula.made(of: 3, depth: depth, &random)
      let text = formula.text(names)
      guard text.contains("a") else { continue }
      var x = (0..<3).map { _ in Double.random(in: 0.2...5, using: &random) }
      let hidden = Double.random(in: 0.1...10, using: &random)
      x[0] = hidden
      let target = formula.value(x)
      guard target.isFinite, abs(target) < 1e12 else { continue }
      let tj = Dialogue("b = \(x[1]); c = \(x[2]); a = 1; y = \(text)")
      let line = "solve y == \(target) for a from 0.05..20"
      let outcomes = tj.enter(line)
      if let problem = Dialogue.errors(outcomes).first as? EngineProblem {
        switch problem {
        case .severalSolutions(_, let cells, _, _):
          tally.several += 1
          let shown = (cells.first?.values ?? []).compactMap { Double($0) }
          #expect(
            shown.contains { isClose($0, hidden, within: 1e-4) } || shown.count >= 12,
            "\(text): \(shown) without \(hidden)")
        case .everyValueSolves(_, _, let low, let high):
          tally.level += 1
          let ends = try (#require(Double(low)), #require(Double(high)))
          #expect(ends.0 < ends.1, "\(text)")
        case .solveDoesNotRestOn: break
        default: Issue.record("\(problem.id): \(text), b = \(x[1]), c = \(x[2]), a = \(hidden)")
        }
        continue
      }
      guard case .value(_, let value)? = outcomes.first, case .numbers(let found) = value.cells,
        let a = found.first
      else {
        Issue.record("no value: \(text)")
        continue
      }
      tally.single += 1
      x[0] = a
      let reached = formula.value(x)
      #expect(
        abs(reached - target) <= 1e-9 * max(abs(target), 1e-3),
        "\(text) is \(reached) at \(a), not \(target)")
    }
    return tally
  }

  @Test func putBackItGivesTheTarget() throws {
    let shallow = try check(seed: 1, cases: 200, depth: 2)
    let deep = try check(seed: 2, cases: 150, depth: 4)
    // the test tests something
    #expect(shallow.single > 60)
    #expect(deep.single > 30)
    #expect(shallow.several + deep.several > 10)
  }

  @Test func theBracketOfSolutionsHoldsEachSolution() throws {
    var random = SplitMix(3)
    var wide = 0
    for _ in 0..<60 {
      let formula = RandomFormula.made(of: 2, depth: 3, &random)
      let text = formula.text(["a", "b"])
      guard text.contains("a"), text.contains("b") else { continue }
      let (low, high) = (1.0, Double.random(in: 1.05...1.5, using: &random))
      let tj = Dialogue("b = \(low)..\(high); a = 1; y = \(text)")
      let target = formula.value([Double.random(in: 0.5...2, using: &random), 1.02])
      let line = "solve y == \(target) for a from 0.2..5"
      guard let range = tj.range(line) else { continue }
      if range.high[0] > range.low[0] { wide += 1 }
      for _ in 0..<10 {
        let b = Double.random(in: low...high, using: &random)
        guard let a = tj.numbers("(\(line)) with b = \(b)").first else { continue }
        let slack = 1e-9 * abs(a)
        #expect(
          a >= range.low[0] - slack && a <= range.high[0] + slack,
          "\(line), y = \(text): \(a) at b = \(b) outside of \(range.low[0])..\(range.high[0])")
      }
    }
    #expect(wide > 5)
  }

  @Test func noPlaceIsBetterThanTheBest() {
    var random = SplitMix(4)
    var found = 0
    for _ in 0..<120 {
      let formula = RandomFormula.made(of: 2, depth: 3, &random)
      let text = formula.text(["a", "b"])
      guard text.contains("a") else { continue }
      let b = Double.random(in: 0.3...3, using: &random)
      let tj = Dialogue("a = 1; b = \(b)")
      guard let a = tj.numbers("minimize \(text) over a from 0.1..10").first else { continue }
      found += 1
      let least = formula.value([a, b])
      for step in 0...400 {
        // by factors from 0.1 to 10
        let x = 0.1 * exponential(4.605170185988092 * Double(step) / 400)
        let y = formula.value([x, b])
        #expect(
          y >= least - 1e-9 * max(abs(least), abs(y)), "\(text), b = \(b): \(x) is below \(a)")
      }
    }
    #expect(found > 60)
  }
}
