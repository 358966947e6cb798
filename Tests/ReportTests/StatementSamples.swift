import Syntax

@testable import Engine
@testable import Report

/// What `inputs`, `graph` and `sensitivity` would hand over: small ones, for `docs/json.md`.
extension Samples {
  var statements: [Outcome] {
    [
      .inputs(assumptions), .graph(graph), .sensitivity(tornado), .sensitivity(shares),
      .histogram(histogram),
    ]
  }

  private var shares: Tornado {
    func share(_ share: Double, _ error: Double) -> [VarianceShares.Share] {
      [VarianceShares.Share(share: share, error: error)]
    }
    var tornado = Tornado(
      title: "jt", share: nil, center: value(9, "J/t"), range: nil, rows: [], held: [])
    tornado.variances = VarianceShares(
      rows: [
        .init(
          names: ["node"], inputs: ["1.5..3 kW as uniform"], first: share(0.76, 0.002),
          total: share(0.81, 0.001), logShare: [0.8]),
        .init(
          names: ["pue"], inputs: ["1.1..1.5 as lognormal"], first: share(0.19, 0.002),
          total: share(0.24, 0.001), logShare: [0.2]),
      ], sd: [2], sampling: Sampling(), evaluations: 16_384)
    return tornado
  }

  private var histogram: Histogram {
    Histogram(
      title: "node", value: value(2, "W"), edges: [1, 2, 3], isCounted: false,
      lines: [.init(shares: [0.25, 0.5], below: 0, above: 0.25)], samples: 16_384, seed: 1)
  }

  private var assumptions: Assumptions {
    let card = Assumptions.Leaf(
      name: "h100_pcie", kind: .catalog, value: value(350, "W"),
      documentation: ["H100 PCIe 80GB: board power"], sources: ["owner/name file.csv (2026)"],
      confidence: "high", given: .catalog, usedIn: ["node"])
    let numbers = Assumptions.Numbers(
      holder: .definition, name: "node", numbers: ["2"], documentation: ["Two cards."],
      given: .text(name: "rig.tj", line: 2))
    return Assumptions(
      title: "node", value: value(700, "W"), leaves: [card], numbers: [numbers], missing: [])
  }

  private var graph: DependencyGraph {
    DependencyGraph(
      title: "jt",
      nodes: [
        .init(
          name: "jt", kind: .definition, formula: "node / 100 t/s", value: value(7, "J/t"),
          restsOn: [1]),
        .init(
          name: "node", kind: .leaf, formula: "700 W", isLiteral: true, value: value(700, "W"),
          isOverride: true, restsOn: []),
      ])
  }

  private var tornado: Tornado {
    let row = Tornado.Row(
      name: "node", input: bracket([600], [800], "W"), low: [6], high: [8], atLow: [6],
      atHigh: [8], elasticity: [1])
    return Tornado(
      title: "jt", share: nil, center: value(7, "J/t"), range: bracket([6], [8], "J/t"),
      rows: [row], held: [])
  }
}
