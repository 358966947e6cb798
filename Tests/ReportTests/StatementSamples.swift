import Syntax

@testable import Engine
@testable import Report

/// What `inputs`, `graph` and `sensitivity` would hand over: small ones, for `docs/json.md`.
extension Samples {
  var statements: [Outcome] { [.inputs(assumptions), .graph(graph), .sensitivity(tornado)] }

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
