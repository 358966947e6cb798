import Engine
import Testing

/// §4: `compare … under …` and `why … under …`.
struct ComparisonTests {
  static let rig = """
    node = 3 kW
    tput = 300 t/s
    pue = 1.2
    jt = node * pue / tput
    scenario best { pue = 1; node = 2.4 kW }
    scenario worst { node = 4.5 kW; pue = 1.5 }
    """

  func comparison(_ line: String, after rig: String = rig) -> ScenarioComparison? {
    for case .comparison(let comparison) in Dialogue(rig).enter(line) { return comparison }
    return nil
  }

  func attribution(_ line: String, after rig: String = rig) -> Attribution? {
    for case .attribution(let attribution) in Dialogue(rig).enter(line) { return attribution }
    return nil
  }

  @Test func `scenarios stand side by side`() throws {
    let found = try #require(comparison("compare jt, pue under base, best, worst"))
    #expect(found.scenarios == ["base", "best", "worst"])
    #expect(found.rows.map(\.title) == ["jt", "pue"])
    #expect(found.rows[0].values.map(\.numbers) == [[12], [8], [22.5]])
    #expect(found.rows[0].changes.map { $0?.numbers } == [nil, [-4], [10.5]])
    #expect(isClose(found.rows[0].relatives[1]?.numbers[0] ?? 0, -1.0 / 3))
    #expect(isClose(found.rows[0].relatives[2]?.numbers[0] ?? 0, 0.875))
  }

  @Test func `without under all scenarios are compared, one alone with base`() throws {
    #expect(try #require(comparison("compare jt")).scenarios == ["base", "best", "worst"])
    #expect(try #require(comparison("compare jt under worst")).scenarios == ["base", "worst"])
    #expect(
      try #require(comparison("compare jt with tput = 150 t/s")).rows[0].values[0].numbers == [24])
    refuses("compare x", after: "x = 1", as: "no-scenarios")
    refuses("compare jt under base, nosuch", after: Self.rig, as: "unknown-scenario")
  }

  @Test func `brackets that both sides share cancel in the change`() throws {
    // p·(1.5 − 1.2) for p in 1..3, and 1.5 / 1.2 − 1 whatever p is
    let found = try #require(
      comparison(
        "compare e under base, s", after: "p = 1..3; q = 1.2; e = p * q; scenario s { q = 1.5 }"))
    let change = try #require(found.rows[0].changes[1])
    #expect(isClose(change.low?[0] ?? 0, 0.3) && isClose(change.high?[0] ?? 0, 0.9))
    let share = try #require(found.rows[0].relatives[1])
    #expect(share.low == nil && isClose(share.numbers[0], 0.25))
  }

  @Test func `labels that a scenario has not are left empty`() throws {
    let found = try #require(
      comparison(
        "compare y under base, s",
        after: "x = [1, 2, 4]; y = [10, 20, 40] over x; scenario s { x = [4, 2] }"))
    #expect(found.rows[0].values[0].numbers == [10, 20, 40])
    let other = found.rows[0].values[1].numbers
    #expect(other[0].isNaN && other[1] == 20 && other[2] == 40)
  }

  @Test func `the parts of a difference`() throws {
    // by hand: half of what node does before pue changes and after it
    let found = try #require(attribution("why jt under worst"))
    #expect(found.parts.map(\.name) == ["node", "pue"])
    let node = (1500.0 * 1.2 + 1500 * 1.5) / 2 / 300
    let pue = (3000 * 0.3 + 4500 * 0.3) / 2 / 300
    #expect(isClose(found.parts[0].change.numbers[0], node))
    #expect(isClose(found.parts[1].change.numbers[0], pue))
    #expect(isClose(found.change.numbers[0], 10.5))
    #expect(isClose(found.parts[0].shares[0], node / 10.5))
  }

  @Test func `factors of a product are the factors of its inputs`() throws {
    let found = try #require(attribution("why jt by factor under worst"))
    #expect(isClose(found.parts[0].change.numbers[0], 1.5))
    #expect(isClose(found.parts[1].change.numbers[0], 1.25))
    #expect(isClose(found.change.numbers[0], 1.875))
  }

  @Test func `between scenarios, and of overrides`() throws {
    let found = try #require(attribution("why jt under best, worst"))
    #expect(found.before.numbers == [8] && found.after.numbers == [22.5])
    let with = try #require(attribution("why jt with tput = 150 t/s"))
    #expect(isClose(with.parts[0].change.numbers[0], 12))
    let both = try #require(attribution("why jt under worst with tput = 150 t/s"))
    #expect(isClose(both.change.numbers[0], 21))
    refuses("why jt", after: Self.rig, as: "why-needs-two")
    refuses("why jt under best, worst, best", after: Self.rig, as: "why-needs-two")
    refuses("why jt > 3 J/t under worst", after: Self.rig, as: "why-needs-number")
    refuses("why jt - 12 J/t by factor under worst", after: Self.rig, as: "shares-need-one-sign")
    refuses("why jt with pue = 1 kg", after: Self.rig, as: "override-differs")
    refuses("why pue with node = 1 kW", after: Self.rig, as: "does-not-rest-on")
  }

  @Test func `labels are matched, not places`() throws {
    let rig = "b = [1, 2, 3]; x = [1, 2, 3] over b; z = 2 * x; scenario s { b = [3, 1, 2] }"
    let same = try #require(attribution("why z under s", after: rig))
    #expect(same.change.numbers == [0, 0, 0])
    // a number against a list: it is the same for every label
    let list = try #require(attribution("why jt with node = [1, 2] kW", after: Self.rig))
    #expect(zip(list.change.numbers, [-8, -4]).allSatisfy { isClose($0, $1) })
    // a label that one side has not is left empty
    let fewer = "b = [1, 2]; x = [10, 20] over b; k = 1; z = k * x; scenario s { b = 2; k = 3 }"
    let found = try #require(attribution("why z under s", after: fewer))
    #expect(isClose(found.change.numbers[1], 40))
  }

  @Test func `a scenario from another one`() throws {
    let rig = Self.rig + "\nscenario worse from worst { node = node * 2 }"
    let found = try #require(attribution("why jt under worse", after: rig))
    #expect(isClose(found.after.numbers[0], 45))
    let step = try #require(attribution("why jt under worst, worse", after: rig))
    #expect(step.parts.map(\.name) == ["node"])
    #expect(isClose(step.parts[0].change.numbers[0], 22.5))
  }

  /// Law: the parts sum to the whole, for every cell at the middles of all brackets, also where orders
  /// are sampled; the range of the whole is that of the difference.
  @Test(arguments: [2, 5, 12, 15])
  func `the parts sum to the whole`(_ count: Int) throws {
    var random = SplitMix(UInt64(count))
    func draw() -> Double { Double(Int.random(in: 50...450, using: &random)) / 100 }
    var rig = "axis = [1, 2, 3]\n"
    var terms: [String] = []
    var overrides: [String] = []
    for i in 0..<count {
      rig += "v\(i) = \(draw())\n"
      overrides.append(
        i == 1 ? "v1 = \(draw())..\(5 + draw())" : "v\(i) = \(draw())")
      terms.append(i % 2 == 0 ? "v\(i) * axis" : "v\(i) * v\(i - 1) ^ 2")
    }
    rig +=
      "y = \(terms.joined(separator: " + "))\nscenario s { \(overrides.joined(separator: "; ")) }"
    let found = try #require(attribution("why y under s", after: rig))
    #expect(found.parts.count == count)
    for cell in 0..<3 {
      let sum = found.parts.map { $0.change.numbers[cell] }.reduce(0, +)
      #expect(isClose(sum, found.change.numbers[cell], within: 1e-11), "\(cell)")
    }
    let whole = found.after.lows[0] - found.before.lows[0]
    #expect(isClose(found.change.lows[0], whole, within: 1e-11))
    #expect((found.parts[0].errors != nil) == (count > 12))
  }
}

extension Value {
  var numbers: [Double] {
    if case .numbers(let numbers) = cells { return numbers }
    return []
  }
  var lows: [Double] { low ?? numbers }
  var highs: [Double] { high ?? numbers }
}
