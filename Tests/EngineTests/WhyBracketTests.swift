import Engine
import Testing

/// `why` where brackets stand, along other axes, and beside rounding.
struct WhyBracketTests {
  private static let rig = """
    node = 1.5..3 kW; pue = 1.2; tput = 300 t/s
    jt = node * pue / tput
    scenario worst { node = 3..4 kW; pue = 1.5 }
    scenario late { pue = 1.5; tput = 200..250 t/s }
    """

  private func outcomes(_ lines: String, after rig: String = rig) -> (
    why: Attribution?, compare: ScenarioComparison.Row?
  ) {
    let tj = Dialogue(rig)
    var found: (Attribution?, ScenarioComparison.Row?) = (nil, nil)
    for line in lines.split(separator: ";") {
      for outcome in tj.enter(String(line)) {
        if case .attribution(let attribution) = outcome { found.0 = attribution }
        if case .comparison(let comparison) = outcome { found.1 = comparison.rows[0] }
      }
    }
    return found
  }

  @Test(arguments: ["base, worst", "base, late", "worst, late", "late, base"])
  func `the range of the whole is what compare shows, and the middles sum to it`(sides: String)
    throws
  {
    let found = outcomes("why jt under \(sides); compare jt under \(sides)")
    let why = try #require(found.why)
    let change = try #require(found.compare?.changes[1])
    #expect(isClose(why.change.low?[0] ?? .nan, change.low?[0] ?? 0))
    #expect(isClose(why.change.high?[0] ?? .nan, change.high?[0] ?? 0))
    #expect(isClose(why.parts.reduce(0) { $0 + $1.change.numbers[0] }, why.change.numbers[0]))
    for part in why.parts {
      let (low, high) = try #require(
        zip(part.change.low ?? [], part.change.high ?? []).first { _ in true })
      #expect(low <= part.change.numbers[0] && part.change.numbers[0] <= high, "\(part.name)")
    }
  }

  @Test func `a part has the exact range of its formula`() throws {
    // node: (node' − node)·(1.2 + 1.5)/2/300, pue: 0.3·(node + node')/2/300
    let why = try #require(outcomes("why jt under worst").why)
    let node = try #require(why.parts.first { $0.name == "node" }).change
    let pue = try #require(why.parts.first { $0.name == "pue" }).change
    #expect(isClose(node.low?[0] ?? .nan, 0) && isClose(node.high?[0] ?? .nan, 2500 * 1.35 / 300))
    #expect(isClose(pue.low?[0] ?? .nan, 0.3 * 2250 / 300))
    #expect(isClose(pue.high?[0] ?? .nan, 0.3 * 3500 / 300))
    // the ends of one input that both sides share cancel
    let shared = try #require(outcomes("why (jt - node / tput) with pue = 1.4").why)
    #expect(isClose(shared.change.low?[0] ?? .nan, 0.2 * 1500 / 300))
    #expect(isClose(shared.change.high?[0] ?? .nan, 0.2 * 3000 / 300))
  }

  @Test func `factors have ranges too`() throws {
    let why = try #require(outcomes("why jt by factor under worst").why)
    #expect(
      isClose(why.change.low?[0] ?? .nan, 1.25) && isClose(why.change.high?[0] ?? .nan, 10.0 / 3))
    let product = why.parts.reduce(1) { $0 * $1.change.numbers[0] }
    #expect(isClose(product, why.change.numbers[0]))
  }

  @Test func `many inputs have parts without ranges, and the whole has one`() throws {
    let names = (1...8).map { "x\($0)" }
    let rig =
      names.map { "\($0) = 1..2" }.joined(separator: "; ")
      + "; s = \(names.joined(separator: " + "))"
      + "; scenario up { \(names.map { "\($0) = 3" }.joined(separator: "; ")) }"
    let why = try #require(outcomes("why s under up", after: rig).why)
    #expect(why.parts.count == 8 && why.parts.allSatisfy { $0.change.low == nil })
    #expect(why.parts.allSatisfy { isClose($0.change.numbers[0], 1.5) })
    #expect(why.change.low == [8] && why.change.high == [16])
  }

  @Test func `a list against a number is told along its labels`() throws {
    let rig = "node = 3 kW; jt = node / 300 t/s; scenario ax { node = [1, 2] kW }"
    let why = try #require(outcomes("why jt under ax", after: rig).why)
    #expect(why.before.numbers == [10, 10])
    #expect(why.change.axes.map(\.name?.text) == ["node"])
    #expect(zip(why.change.numbers, [-20.0 / 3, -10.0 / 3]).allSatisfy { isClose($0, $1) })
    let bracket = "node = 3..4 kW; jt = node / 300 t/s; scenario ax { node = [1, 2] kW }"
    let ranged = try #require(outcomes("why jt under ax", after: bracket).why)
    #expect(isClose(ranged.parts[0].change.low?[1] ?? .nan, -20.0 / 3))
    #expect(isClose(ranged.parts[0].change.high?[1] ?? .nan, -10.0 / 3))
    let texts = "n = [\"a\", \"b\"]; c = [1, 2] over n; z = 2 * c; scenario s { c = 5 }"
    let mixed = try #require(outcomes("why z under s", after: texts).why)
    #expect(mixed.change.numbers == [8, 6])
  }

  @Test func `rounding is no change`() throws {
    let rig = "T1 = 20 °C; T2 = 30 °C; d = T2 - T1; w = 3 kW; scenario s { T1 = 68 °F; w = 3 kJ/s }"
    let found = outcomes("why d under s; compare d under s", after: rig)
    #expect(found.why?.change.numbers == [0])
    #expect(found.why?.parts.allSatisfy { $0.change.numbers == [0] } == true)
    #expect(found.compare?.changes[1]?.numbers == [0])
    let same = outcomes("compare x under s", after: "x = 0.1 + 0.2; scenario s { x = 0.3 }")
    #expect(same.compare?.changes[1]?.numbers == [0] && same.compare?.relatives[1]?.numbers == [0])
  }
}
