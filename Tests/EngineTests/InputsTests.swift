import Engine
import Syntax
import Testing

/// `inputs jt`: which names are assumptions, and what is said about them.
struct InputsTests {
  static let rig = """
    ## Four cards, and a tenth for the rest.
    ## source: a guess
    node = 4 * h100_sxm * 1.1
    ## source: measured
    tput = 319.8 t/s
    jt = node / tput
    """

  func inputs(
    _ line: String, after definitions: String = "", mode: Session.Mode = .prompt,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Assumptions? {
    let tj = Dialogue(definitions, sourceLocation: sourceLocation)
    for case .inputs(let found) in tj.enter(line, mode: mode) { return found }
    Issue.record("no inputs: \(line)", sourceLocation: sourceLocation)
    return nil
  }

  func names(_ line: String, after definitions: String = "") -> [String] {
    inputs(line, after: definitions)?.leaves.map(\.name) ?? []
  }

  /// `node: 4, 1.1`
  func numbers(_ line: String, after definitions: String = "") -> [String] {
    inputs(line, after: definitions)?.numbers.map {
      "\($0.name.isEmpty ? "-" : $0.name): \($0.numbers.joined(separator: ", "))"
    } ?? []
  }

  @Test func `a leaf is a name without names, or a figure of the catalog`() {
    #expect(names("inputs jt", after: Self.rig) == ["h100_sxm", "tput"])
    #expect(numbers("inputs jt", after: Self.rig) == ["node: 4, 1.1"])
    #expect(names("inputs a", after: "a = b + pi; b = 2 * 3 W / W2; W2 = 1 W") == ["W2"])
    #expect(
      names("inputs grid.FRA.water * 1 kWh + const.c * 0 L s/m") == [
        "grid.FRA.water", "const.c",
      ])
  }

  @Test func `the numbers of the expression and of functions are listed by where they stand`() {
    #expect(numbers("inputs jt * 1000 -> J/Mt", after: Self.rig) == ["-: 1000", "node: 4, 1.1"])
    #expect(
      numbers("inputs f(2) + f(3)", after: "f(x, k = 5) = x * k / 7") == [
        "-: 2, 3", "f: k = 5, 7",
      ])
    // a default that is not used is no assumption
    #expect(numbers("inputs f(2, 4)", after: "f(x, k = 5) = x * k / 7") == ["-: 2, 4", "f: 7"])
    #expect(numbers("inputs y", after: "y = a * x where a = -3, b = 9; x = 1") == ["y: a = -3"])
    #expect(
      numbers("inputs y", after: "y = x * (1 ± 10%) + (1.5..3 kW) / 1 kW; x = 1") == [
        "y: 1 ± 10%, 1.5..3 kW, 1 kW"
      ])
  }

  @Test func `an argument counts where the function uses it`() {
    let functions = "f(x, y) = x * 2; a = 1; b = 2"
    #expect(names("inputs f(a, b)", after: functions) == ["a"])
    #expect(names("inputs f(y = b, x = a)", after: functions) == ["a"])
  }

  @Test func `a field is the figure of the row that it comes to`() {
    let card = "card = h100_sxm; speed = card.bandwidth / (8 GB)"
    #expect(names("inputs speed", after: card) == ["h100_sxm.bandwidth"])
    #expect(names("inputs f(h100_pcie)", after: "f(c) = c.memory * 2") == ["h100_pcie.memory"])
    #expect(
      names("inputs c.memory", after: "c = [h100_sxm, h100_pcie]") == [
        "h100_sxm.memory", "h100_pcie.memory",
      ])
    // where only names of records count, their plain values do not
    let list = "c = [h100_sxm, h100_pcie]"
    #expect(
      names("inputs sum(c.memory over c)", after: list) == [
        "h100_sxm.memory", "h100_pcie.memory",
      ])
    #expect(
      names("inputs c.memory[c = h100_sxm]", after: list) == [
        "h100_sxm.memory", "h100_pcie.memory",
      ])
    #expect(
      names("inputs c.memory", after: "big = true; c = if big then h100_sxm else h100_pcie") == [
        "big", "h100_sxm.memory", "h100_pcie.memory",
      ])
  }

  @Test func `lists, brackets, texts and frozen values are leaves`() {
    let found = inputs(
      "inputs f",
      after: """
        batch = [1, 8]; tput = [50, 300] t/s over batch; b = 1..2..4 kW
        n := b / 2 + 1 kW; mode = "fast"; f = if mode == "fast" then b * n / tput else n * b / tput
        """)
    #expect(found?.leaves.map(\.name) == ["mode", "b", "n", "tput", "batch"])
    #expect(found?.leaves.map(\.isLabelsOnly) == [false, false, false, false, true])
    #expect(found?.leaves.map(\.isFrozen) == [false, false, true, false, false])
    #expect(found?.leaves[1].value?.low == [1000])
    #expect(found?.leaves[1].value?.hasBest == true)
  }

  @Test func `who gave a figure is said`() {
    let tj = Dialogue()
    try? tj.session.set("pue=1.3")
    let outcomes = tj.enter(
      "pue = 1.1\nnode = 3 kW\ninputs node * pue * h100_sxm / 1 W with node = 2 kW",
      mode: .script)
    for case .inputs(let found) in outcomes {
      #expect(found.leaves.map(\.given) == [.override(scenario: nil), .setting, .catalog])
      return
    }
    Issue.record("no inputs")
  }

  @Test func `the line is that of the file`() {
    let found = inputs("x = 1 W\n\n## two\ny = x +\n  2 W\ninputs y", mode: .script)
    #expect(found?.leaves.map(\.given) == [.text(name: "test", line: 1)])
    #expect(found?.numbers.first?.given == .text(name: "test", line: 4))
    #expect(found?.numbers.first?.documentation == ["two"])
  }

  @Test func `documentation, source and confidence`() {
    let found = inputs("inputs jt", after: Self.rig)
    #expect(found?.leaves[0].confidence == "high")
    #expect(found?.leaves[0].documentation.first == "H100 SXM5 80GB: board power")
    #expect(found?.leaves[1].sources == ["measured"])
    #expect(found?.leaves[1].confidence == nil)
    #expect(found?.numbers[0].sources == ["a guess"])
  }

  @Test func `an override says what was there`() {
    let found = inputs("inputs jt with node = 2 kW", after: Self.rig)
    #expect(found?.leaves.map(\.name) == ["node", "tput"])
    guard case .numbers(let was) = found?.leaves[0].was?.cells else {
      Issue.record("nothing was")
      return
    }
    // 4 × 700 W × 1.1
    #expect(isClose(was[0], 3080))
    #expect(found?.leaves[1].was == nil)
    let scaled = inputs("inputs jt with node = node * 1.2", after: Self.rig)
    #expect(scaled?.leaves.map(\.name) == ["node", "h100_sxm", "tput"])
    #expect(scaled?.leaves.map(\.isLeaf) == [false, true, true])
    #expect(scaled?.numbers.map(\.numbers) == [["1.2"], ["4", "1.1"]])
  }

  @Test func `a with inside a formula is gone into`() {
    let nested = Self.rig + "\nhigh = jt with node = 4 kW"
    #expect(names("inputs high", after: nested) == ["node", "tput"])
  }

  @Test func `what is solved for is no assumption`() {
    let rig = "node = 4 * h100_sxm; tput = 300 t/s; jt = node / tput"
    #expect(names("inputs solve jt == 9 J/t for node", after: rig) == ["tput"])
    let open = "tput = 300 t/s; jt = load / tput"
    #expect(names("inputs solve jt == 9 J/t for load from 1..9 kW", after: open) == ["tput"])
    #expect(
      numbers("inputs need", after: rig + "; need = solve jt == 9 J/t for node") == ["need: 9 J/t"])
  }

  @Test func `names that are still missing are said`() {
    let found = inputs("inputs y", after: "x = 3; y = x * z")
    #expect(found?.missing == ["z"])
    #expect(found?.leaves.map(\.name) == ["x"])
    #expect(found?.value == nil)
    refuses("inputs zz", as: "unknown-name")
    refuses("inputs jt + node", after: Self.rig, as: "do-not-add")
    refuses("inputs jt format dot", after: Self.rig, as: "unknown-format")
    refuses("inputs jt with pue = 2", after: Self.rig, as: "unknown-override")
  }

  @Test func `ten thousand definitions are no trouble`() {
    var text = "x0 = 1 W\n"
    for i in 1...10_000 { text += "x\(i) = x\(i - 1) + 1 W\n" }
    let found = inputs(text + "inputs x10000", mode: .script)
    #expect(found?.leaves.map(\.name) == ["x0"])
    #expect(found?.numbers.count == 10_000)
  }
}
