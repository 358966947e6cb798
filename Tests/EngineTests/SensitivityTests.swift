import Engine
import Syntax
import Testing

/// `sensitivity jt`: the swing of each source, with brackets and by a share.
struct SensitivityTests {
  static let rig =
    "node = 1.5..3 kW; tput = 300 t/s ± 10%; pue = 1.1..1.2..1.5; jt = node * pue / tput"

  static func tornado(
    _ line: String, after definitions: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Tornado? {
    let tj = Dialogue(definitions, sourceLocation: sourceLocation)
    for case .sensitivity(let tornado) in tj.enter(line) { return tornado }
    Issue.record("no tornado: \(line)", sourceLocation: sourceLocation)
    return nil
  }

  /// Names with the ends of the result, in base units.
  func check(
    _ tornado: Tornado?, _ expected: [(name: String, low: Double, high: Double)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(tornado?.rows.map(\.name) == expected.map(\.name), sourceLocation: sourceLocation)
    for (row, wanted) in zip(tornado?.rows ?? [], expected) {
      #expect(
        isClose(row.low[0], wanted.low, within: 1e-9)
          && isClose(row.high[0], wanted.high, within: 1e-9),
        "\(row.name): \(row.low[0])..\(row.high[0])", sourceLocation: sourceLocation)
    }
  }

  @Test func `each bracket with the others at their best guess, largest swing first`() {
    let found = Self.tornado("sensitivity jt", after: Self.rig)
    // the middle of node is 2250 W; jt there is 2250 × 1.2 / 300 = 9 J/t
    check(
      found,
      [
        ("node", 1500 * 1.2 / 300, 3000 * 1.2 / 300),
        ("pue", 2250 * 1.1 / 300, 2250 * 1.5 / 300),
        ("tput", 2250 * 1.2 / 330, 2250 * 1.2 / 270),
      ])
    #expect(found?.share == nil)
    guard case .numbers(let center) = found?.center.cells else { return }
    #expect(isClose(center[0], 9))
    // all at once: 1500 × 1.1 / 330 to 3000 × 1.5 / 270
    #expect(isClose(found?.range?.low?[0] ?? 0, 5))
    #expect(isClose(found?.range?.high?[0] ?? 0, 3000 * 1.5 / 270))
    let elasticities = (found?.rows ?? []).map { $0.elasticity[0] ?? .nan }
    #expect(zip(elasticities, [1.0, 1, -1]).allSatisfy { isClose($0, $1) })
    #expect(found?.rows[2].atLow[0] == found?.rows[2].high[0])
  }

  @Test func `a swing that turns within the bracket is its whole range`() {
    let found = Self.tornado("sensitivity x^2 + y", after: "x = -1..2; y = 0..1")
    // x² over -1..2 with y at 0.5, and y with x at 0.5
    check(found, [("x", 0.5, 4.5), ("y", 0.25, 1.25)])
    #expect(found?.rows[0].atLow[0] == 1.5)
  }

  @Test func `an input by a share is a leaf`() {
    let rig = "node = 4 * h100_sxm * 1.1; tput = 319.8 t/s; jt = node / tput"
    let found = Self.tornado("sensitivity jt by 10%", after: rig)
    let jt = 3080 / 319.8
    check(found, [("tput", jt / 1.1, jt / 0.9), ("h100_sxm", jt * 0.9, jt * 1.1)])
    guard case .numbers(let numbers)? = found?.held.first, found?.held.count == 1 else {
      Issue.record("what is not swung is not said")
      return
    }
    #expect(numbers.name == "node")
    #expect(numbers.numbers == ["4", "1.1"])
  }

  @Test func `a bracket is swung around its best guess`() {
    let found = Self.tornado("sensitivity jt by 10%", after: Self.rig)
    check(
      found,
      [("tput", 9 / 1.1, 9 / 0.9), ("node", 8.1, 9.9), ("pue", 8.1, 9.9)])
    #expect(found?.range == nil)
  }

  @Test func `all labels of a list move together, and labels stay labels`() {
    let list = "batch = [1, 2, 4]; rate = [10, 20, 40] t/s over batch; e = batch * 5 W / rate"
    let found = Self.tornado("sensitivity sum(e over batch) by 10%", after: list)
    // each label has 0.5 J/t: 1.5 J/t in all
    check(found, [("rate", 1.5 / 1.1, 1.5 / 0.9), ("batch", 1.35, 1.65)])
    let labels = Self.tornado("sensitivity rate by 10%", after: list)
    #expect(labels?.rows.map(\.name) == ["rate"])
    guard case .input(name: "batch", .labels)? = labels?.held.first else {
      Issue.record("batch")
      return
    }
    // a list of both signs is multiplied, so its sum is too
    check(Self.tornado("sensitivity sum(l) by 10%", after: "l = [-1, 3]"), [("l", 1.8, 2.2)])
  }

  @Test func `figures of the catalog are swung wherever they stand`() {
    check(
      Self.tornado("sensitivity grid.FRA * 1 kWh by 50%"),
      [("grid.FRA", 44.18e-3 * 0.5, 44.18e-3 * 1.5)])
    check(
      Self.tornado(
        "sensitivity speed by 10%", after: "card = h100_sxm; speed = card.bandwidth / (1 GB/s)"),
      [("h100_sxm.bandwidth", 3015, 3685)])
    check(
      Self.tornado("sensitivity f(h100_sxm) by 10%", after: "f(c) = c.memory / c * 1 W/GB"),
      [("h100_sxm", 80 / 770, 80 / 630), ("h100_sxm.memory", 72 / 700, 88 / 700)])
    // also where it is taken of a list of records
    check(
      Self.tornado(
        "sensitivity sum(c.memory over c) by 10%", after: "c = [h100_pcie, h200_sxm]"),
      [
        ("h200_sxm.memory", 80e9 * 8 + 141e9 * 8 * 0.9, 80e9 * 8 + 141e9 * 8 * 1.1),
        ("h100_pcie.memory", 141e9 * 8 + 80e9 * 8 * 0.9, 141e9 * 8 + 80e9 * 8 * 1.1),
      ])
    check(
      Self.tornado(
        "sensitivity (c.bandwidth / c)[c = h100_pcie] by 10%",
        after: "c = [h100_pcie, h200_sxm]"
      ).map { tornado in
        var found = tornado
        found.rows = found.rows.filter { $0.swing(0) != 0 }
        return found
      },
      [
        ("h100_pcie", 2e12 * 8 / 385, 2e12 * 8 / 315),
        ("h100_pcie.bandwidth", 1.8e12 * 8 / 350, 2.2e12 * 8 / 350),
      ])
    // a list of records keeps its labels
    let cards = Self.tornado("sensitivity c * 2 by 10%", after: "c = [h100_pcie, h100_sxm]")
    #expect(cards?.rows.map(\.name) == ["h100_sxm", "h100_pcie"])
    #expect(cards?.rows.first.map { $0.high } == [700, 1540])
    guard case .texts(let labels)? = cards?.center.axes.first?.labels else {
      Issue.record("labels")
      return
    }
    #expect(labels == ["h100_pcie", "h100_sxm"])
  }

  @Test func `what has no share stays, and is said`() {
    let found = Self.tornado(
      "sensitivity q * n by 10%",
      after: """
        t0 = 20 °C; t1 = 80 °C; m = 2 kg; mode = true; n = if mode then 1 else 0; zero = 0 kg
        q = (m + zero) * 4 kJ/(kg K) * (t1 - t0)
        """)
    #expect(found?.rows.map(\.name) == ["m"])
    let reasons = (found?.held ?? []).compactMap { held -> String? in
      if case .input(let name, let reason) = held { return "\(name) \(reason.rawValue)" }
      return nil
    }
    #expect(Set(reasons) == ["t0 reading", "t1 reading", "mode notANumber", "zero zero"])
  }

  @Test func `a reading swings by degrees, and has no elasticity`() {
    let found = Self.tornado("sensitivity t - 20 °C", after: "t = 60..80..90 °C")
    check(found, [("t", 40, 70)])
    #expect(found?.rows[0].elasticity[0] == nil)
  }

  @Test func `with and labels go before`() {
    check(
      Self.tornado("sensitivity jt with pue = 1, node = 1..2 kW", after: Self.rig),
      [("node", 1000.0 / 300, 2000.0 / 300), ("tput", 1500.0 / 330, 1500.0 / 270)])
    check(
      Self.tornado("sensitivity jt with pue = 1, tput = 100 t/s by 10%", after: Self.rig),
      [("tput", 22.5 / 1.1, 22.5 / 0.9), ("node", 20.25, 24.75), ("pue", 20.25, 24.75)])
    check(
      Self.tornado("sensitivity jt by 10% with pue = 1, tput = 100 t/s", after: Self.rig),
      [("tput", 22.5 / 1.1, 22.5 / 0.9), ("node", 20.25, 24.75), ("pue", 20.25, 24.75)])
    let nested = Self.rig + "; high = jt with pue = 2"
    // the 2 stands in a formula
    check(
      Self.tornado("sensitivity high by 10%", after: nested),
      [("tput", 15 / 1.1, 15 / 0.9), ("node", 13.5, 16.5)])
  }

  @Test func `an answer that was solved for has sources too`() {
    let rig = Self.rig + "; need = solve jt == 9 J/t for node"
    // need = 9 × tput / pue
    let brackets = Self.tornado("sensitivity need", after: rig)
    check(
      brackets,
      [("pue", 2700 / 1.5, 2700 / 1.1), ("tput", 2430 / 1.2, 2970 / 1.2)])
    check(
      Self.tornado("sensitivity need by 10%", after: rig),
      [("pue", 2250 / 1.1, 2250 / 0.9), ("tput", 2025, 2475)])
    // a branch that is not taken
    let branch = Self.tornado("sensitivity (if 2 > 1 then a else b) by 10%", after: "a = 2; b = 3")
    #expect(branch?.rows.filter { $0.swing(0) > 0 }.map(\.name) == ["a"])
  }

  @Test func `at a kink there is no elasticity`() {
    let x = "x = 3; y = 2"
    #expect(Self.tornado("sensitivity min(x, 3) by 10%", after: x)?.rows[0].elasticity == [nil])
    #expect(Self.tornado("sensitivity abs(x - 3) by 10%", after: x)?.rows[0].elasticity == [nil])
    #expect(Self.tornado("sensitivity x - 3 by 10%", after: x)?.rows[0].elasticity == [nil])
    #expect(Self.tornado("sensitivity abs(x - 4) by 10%", after: x)?.rows[0].elasticity == [-3])
  }

  @Test func `what cannot be answered says why`() {
    refuses("sensitivity x", after: "x = 3", as: "no-sources")
    refuses("sensitivity 3 W by 10%", as: "nothing-to-swing")
    refuses("sensitivity x by 10", after: "x = 3", as: "not-a-share")
    refuses("sensitivity x by 3 W", after: "x = 3", as: "not-a-share")
    refuses("sensitivity x by 0%", after: "x = 3", as: "not-a-share")
    refuses("sensitivity x by (5..10%)", after: "x = 3", as: "not-a-share")
    refuses("sensitivity x by [5%, 10%]", after: "x = 3", as: "not-a-share")
    refuses("sensitivity x > 2 by 10%", after: "x = 3", as: "not-a-number")
    refuses("sensitivity \"{x}\" by 10%", after: "x = 3", as: "not-a-number")
    refuses("sensitivity high(x) by 10%", after: "x = 3..4", as: "swings-through-end")
    refuses("sensitivity 1 / (x - 3) by 10%", after: "x = 2.9", as: "divisor-holds-zero")
    refuses("sensitivity y by 10%", after: "y = x * 2", as: "undefined")
    refuses("sensitivity x format dot", after: "x = 1..2", as: "unknown-format")
  }
}
