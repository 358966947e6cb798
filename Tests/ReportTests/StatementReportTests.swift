import Syntax
import Testing

@testable import Engine
@testable import Report

/// How `inputs`, `graph` and `sensitivity` are written; the examples of `docs/json.md`.
struct StatementReportTests {
  let s = Samples()

  func render(_ outcome: Outcome, as format: Format, width: Int = 80) -> String {
    var renderer = Renderer(format, settings: Settings(width: width))
    var out: [UInt8] = []
    renderer.render(outcome, units: s.units, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private func one(_ parts: String...) -> String { parts.joined() }

  var assumptions: Assumptions {
    var card = Assumptions.Leaf(
      name: "h100_pcie", kind: .catalog, value: s.value(350, "W"),
      documentation: ["H100 PCIe 80GB: board power"], sources: ["owner/name file.csv (2026)"],
      confidence: "high", given: .catalog, usedIn: ["node"])
    card.isLiteral = true
    var rate = Assumptions.Leaf(
      name: "tput", kind: .definition, value: s.value(100, "t/s"), formula: "100 t/s",
      documentation: ["Tokens | second of a_b."], sources: ["see https://a.b/c_d."],
      given: .text(name: "rig.tj", line: 4), usedIn: ["jt", nil])
    rate.was = s.value(90, "t/s")
    return Assumptions(
      title: "jt", value: s.value(7, "J/t"), leaves: [card, rate],
      numbers: [
        .init(
          holder: .definition, name: "node", numbers: ["2"], documentation: ["Two cards."],
          sources: ["see https://a.b/c_d."], given: .text(name: "rig.tj", line: 2)),
        .init(holder: .expression, name: "", numbers: ["3 W", "4"]),
      ], missing: [])
  }

  @Test func `inputs in the terminal`() {
    #expect(
      render(.inputs(assumptions), as: .text) == """
        jt = 7 J/t rests on
        input      value                 from      confidence  about
        h100_pcie  350 W                 catalog   high        H100 PCIe 80GB: board
                                                               power [1]
        tput       100 t/s (was 90 t/s)  rig.tj:4              Tokens | second of a_b.
                                                               [2]

        in node:            2       rig.tj:2  Two cards. [2]
        in the expression:  3 W, 4

        [1] owner/name file.csv (2026)
        [2] see https://a.b/c_d.

        """)
  }

  @Test func `inputs for a report`() {
    #expect(
      render(.inputs(assumptions), as: .markdown) == """
        **jt = 7 J/t** rests on

        | input | value | from | confidence | about | source |
        | :-- | :-- | :-- | :-- | :-- | :-- |
        | `h100_pcie` | 350 W | catalog | high | H100 PCIe 80GB: board power | \
        [owner/name](https://github.com/owner/name) file.csv (2026) |
        | `tput` | 100 t/s (was 90 t/s) | rig.tj:4 |  | Tokens \\| second of a_b. | \
        see <https://a.b/c_d>. |

        Numbers in formulas:

        - in `node`: 2 (rig.tj:2; Two cards.; see <https://a.b/c_d>.)
        - in the expression: 3 W, 4

        """)
  }

  @Test func `inputs for programs`() {
    #expect(
      render(.inputs(assumptions), as: .csv) == """
        input,kind,value,low,high,unit,in,formula,was,from,confidence,about,source
        h100_pcie,catalog,350,,,W,,,,catalog,high,H100 PCIe 80GB: board power,\
        owner/name file.csv (2026)
        tput,definition,100,,,t/s,,100 t/s,90 t/s,rig.tj:4,,Tokens | second of a_b.,\
        see https://a.b/c_d.
        ,number,2,,,,node,,,rig.tj:2,,Two cards.,see https://a.b/c_d.
        ,number,3 W,,,,the expression,,,,,,
        ,number,4,,,,the expression,,,,,,

        """)
    let json = render(.inputs(assumptions), as: .json)
    #expect(
      json.contains(
        one(
          #""inputs":[{"name":"h100_pcie","kind":"catalog","value":{"value":350,"unit":"W","#,
          #""dimension":"power"},"formula":null,"frozen":false,"leaf":true,"labelsOnly":false,"#,
          #""documentation":["H100 PCIe 80GB: board power"],"#,
          #""sources":["owner/name file.csv (2026)"],"confidence":"high","#,
          #""from":{"by":"catalog"},"was":null,"usedIn":["node"]}"#)))
    #expect(
      json.contains(
        one(
          #""from":{"by":"statement","file":"rig.tj","line":4},"was":{"value":90,"unit":"t/s","#,
          #""dimension":"token/time"},"usedIn":["jt",null]}"#)))
    #expect(
      json.contains(
        one(
          #"{"in":null,"holder":"expression","numbers":["3 W","4"],"documentation":[],"#,
          #""sources":[],"from":null}],"waitingFor":[]}"#)))
  }

  @Test func `inputs of nothing, of what waits, of very long lists`() {
    let empty = Assumptions(
      title: "pi", value: s.value(3.25), leaves: [], numbers: [], missing: [])
    #expect(render(.inputs(empty), as: .text) == "pi = 3.25 rests on nothing\n")
    var waits = empty
    waits.value = nil
    waits.missing = ["z", "w"]
    #expect(render(.inputs(waits), as: .text) == "pi rests on\nwaiting for: z, w\n")
    var long = assumptions
    let axis = s.axis("slot", (0..<1000).map(Double.init))
    long.leaves = [long.leaves[1]]
    long.leaves[0].was = nil
    long.leaves[0].value = s.value((0..<1000).map { Double($0) }, "t/s", along: [axis])
    #expect(
      render(.inputs(long), as: .text, width: 120).contains(
        "[0, 1, 2, …, 999] t/s over slot (1000 values)"))
    #expect(render(.inputs(long), as: .csv).contains(", 998, 999]\""))
  }

  var graph: DependencyGraph {
    DependencyGraph(
      title: "jt",
      nodes: [
        .init(
          name: "jt", kind: .definition, formula: "node / tput", value: s.value(7, "J/t"),
          restsOn: [1, 3]),
        .init(
          name: "node", kind: .definition, formula: "2 * h100_pcie", value: s.value(700, "W"),
          restsOn: [2]),
        .init(name: "h100_pcie", kind: .catalog, value: s.value(350, "W"), restsOn: []),
        .init(
          name: "tput", kind: .leaf, formula: "100 t/s", isLiteral: true,
          value: s.value(100, "t/s"), isOverride: true, restsOn: []),
      ])
  }

  @Test func `a graph in every form`() {
    #expect(
      render(.graph(graph), as: .text) == """
        jt = node / tput         7 J/t
        ├─ node = 2 * h100_pcie  700 W
        │  └─ h100_pcie          350 W
        └─ tput (with)           100 t/s

        """)
    #expect(
      render(.graph(graph), as: .markdown) == """
        ```mermaid
        flowchart LR
          n0["jt = node / tput<br/>7 J/t"]
          n1["node = 2 * h100_pcie<br/>700 W"]
          n2[("h100_pcie<br/>350 W")]
          n3(["tput (with)<br/>100 t/s"])
          n0 --> n1
          n0 --> n3
          n1 --> n2
        ```

        """)
    #expect(
      render(.graph(graph), as: .csv) == """
        number,name,kind,formula,value,rests on
        0,jt,definition,node / tput,7 J/t,node; tput
        1,node,definition,2 * h100_pcie,700 W,h100_pcie
        2,h100_pcie,catalog,,350 W,
        3,tput,leaf,100 t/s,100 t/s,

        """)
    let json = render(.graph(graph), as: .json)
    #expect(
      json.hasSuffix(
        one(
          #"{"id":3,"name":"tput","kind":"leaf","formula":"100 t/s","override":true,"#,
          #""value":{"value":100,"unit":"t/s","dimension":"token/time"}}],"#,
          #""edges":[{"from":0,"to":1},{"from":0,"to":3},{"from":1,"to":2}]}"#, "\n")))
    var dot = graph
    dot.format = "dot"
    // the statement's own form, whatever is set
    #expect(render(.graph(dot), as: .csv).hasPrefix("digraph \"jt\" {\n"))
    #expect(render(.graph(dot), as: .json).contains(#""text":"digraph \"jt\" {\n"#))
    dot.format = "json"
    #expect(render(.graph(dot), as: .text) == json)
  }

  @Test func `signs of other languages do no harm in a graph`() {
    var odd = graph
    odd.nodes[1].formula = #"if "a" < b then "\" else #1; [c]"#
    let markdown = render(.graph(odd), as: .markdown)
    #expect(
      markdown.contains(
        "n1[\"node = if #34;a#34; #60; b then #34;#92;#34; else #35;1#59; [c]<br/>700 W\"]"))
    odd.format = "dot"
    #expect(
      render(.graph(odd), as: .text).contains(
        #"n1 [label="node = if \"a\" < b then \"\\\" else #1; [c]\n700 W", shape=box];"#))
  }

  /// jt = 9 J/t, with two sources; the second falls.
  var tornado: Tornado {
    func row(_ name: String, _ input: Value, _ low: Double, _ high: Double, falls: Bool = false)
      -> Tornado.Row
    {
      Tornado.Row(
        name: name, input: input, low: [low], high: [high], atLow: [falls ? high : low],
        atHigh: [falls ? low : high], elasticity: [falls ? -1 : 1])
    }
    var range = s.bracket([5], [15], "J/t")
    range.hasBest = false
    return Tornado(
      title: "jt", share: nil, center: s.value(9, "J/t"), range: range,
      rows: [
        row("node", s.bracket([1.5], [3], "kW"), 6, 12),
        row("tput", s.bracket([270], [330], "t/s", best: [300]), 8.25, 10, falls: true),
      ], held: [])
  }

  @Test func `a tornado in the terminal`() {
    // 23 columns are left for bars: 3.5 for each J/t and the line, rounded
    #expect(
      render(.sensitivity(tornado), as: .text) == """
        jt = 9 J/t at the best guesses, 5..15 J/t in all
        source  input              jt [J/t]  ▒ low end, █ high end    swing  elasticity
        node    1.5..3 kW             6..12  ▒▒▒▒▒▒▒▒▒▒▒│███████████   6.00        1.00
        tput    270..300..330 t/s  8.25..10          ███│▒▒▒▒          1.75       -1.00

        """)
  }

  @Test func `nothing is wider than the terminal`() {
    var wide = tornado
    wide.title = "a_long_name_of_a_result + another"
    for i in wide.rows.indices { wide.rows[i].name = "a_rather_long_name_of_a_source_\(i)" }
    for width in [60, 70, 80, 100, 132] {
      let text = render(.sensitivity(wide), as: .text, width: width)
      for line in text.split(separator: "\n").dropFirst() {
        #expect(line.count <= max(width, 72), "\(width): \(line)")
      }
    }
    for width in [70, 80, 100] {
      for line in render(.inputs(assumptions), as: .text, width: width).split(separator: "\n") {
        #expect(line.count <= width, "\(line)")
      }
    }
  }

  @Test func `a tornado for a report and for programs`() {
    #expect(
      render(.sensitivity(tornado), as: .markdown) == """
        **jt** = 9 J/t at the best guesses, 5..15 J/t in all

        | source | input | jt low [J/t] | jt high [J/t] | swing [J/t] | elasticity |
        | :-- | :-- | --: | --: | --: | --: |
        | `node` | 1.5..3 kW | 6 | 12 | 6 | 1.00 |
        | `tput` | 270..300..330 t/s | 8.25 | 10 | 1.75 | -1.00 |

        """)
    #expect(
      render(.sensitivity(tornado), as: .csv) == """
        source,input low,input best,input high,input unit,jt low [J/t],jt high [J/t],\
        jt at input low [J/t],jt at input high [J/t],swing [J/t],elasticity
        node,1.5,2.25,3,kW,6,12,6,12,6,1
        tput,270,300,330,t/s,8.25,10,10,8.25,1.75,-1

        """)
    let json = render(.sensitivity(tornado), as: .json)
    #expect(
      json.contains(
        one(
          #""title":"jt","by":null,"center":{"value":9,"unit":"J/t","dimension":"energy/token"},"#,
          #""range":{"value":null,"low":5,"high":15,"unit":"J/t","dimension":"energy/token"},"#,
          #""unit":"J/t","swingUnit":"J/t","sources":[{"name":"node","input":{"value":null,"#,
          #""low":1.5,"high":3,"unit":"kW","dimension":"power"},"low":6,"high":12,"#,
          #""atInputLow":6,"atInputHigh":12,"swing":6,"elasticity":1},{"name":"tput""#)))
    #expect(json.hasSuffix(#""notSwung":[],"numbers":[]}"# + "\n"))
  }

  @Test func `a swing by a share says what stays`() {
    var found = tornado
    found.share = 0.1
    found.range = nil
    found.held = [
      .numbers(.init(holder: .definition, name: "node", numbers: ["4", "1.1"])),
      .input(name: "t0", .reading), .input(name: "batch", .labels),
    ]
    let text = render(.sensitivity(found), as: .text)
    #expect(text.hasPrefix("jt = 9 J/t; each input ± 10 %, one at a time\n"))
    #expect(
      text.hasSuffix(
        "\nnot swung: 4, 1.1 in node; t0 (a temperature reading has no share); batch (only\n"
          + "  its labels count)\n"))
    #expect(
      render(.sensitivity(found), as: .json).hasSuffix(
        one(
          #""notSwung":[{"name":"t0","reason":"reading"},{"name":"batch","reason":"labels"}],"#,
          #""numbers":[{"in":"node","holder":"definition","numbers":["4","1.1"],"#,
          #""documentation":[],"sources":[],"from":null}]}"#, "\n")))
  }

  @Test func `what moves nothing stands below`() {
    var found = tornado
    found.rows.append(
      Tornado.Row(
        name: "idle", input: s.bracket([1], [2]), low: [9], high: [9], atLow: [9], atHigh: [9],
        elasticity: [0]))
    #expect(render(.sensitivity(found), as: .text).hasSuffix("\nno effect by itself: idle\n"))
    #expect(render(.sensitivity(found), as: .csv).contains("\nidle,1,1.5,2,,9,9,9,9,0,0\n"))
    found.rows = found.rows.suffix(1)
    #expect(!render(.sensitivity(found), as: .text).contains("no effect"))
  }

  @Test func `few labels have a tornado each, many a table`() {
    func along(_ axis: Axis) -> Tornado {
      let n = axis.count
      let center = (0..<n).map { Double($0 + 1) }
      return Tornado(
        title: "jt", share: nil, center: s.value(center, "J/t", along: [axis]), range: nil,
        rows: [
          Tornado.Row(
            name: "node", input: s.bracket([1], [3], "kW"), low: center.map { $0 / 2 },
            high: center.map { $0 * 1.5 }, atLow: center.map { $0 / 2 },
            atHigh: center.map { $0 * 1.5 }, elasticity: center.map { _ in 1 })
        ], held: [])
    }
    let few = render(.sensitivity(along(s.axis("batch", [1, 8]))), as: .text)
    #expect(few.contains("jt[batch = 1] = 1 J/t at the best guesses\n"))
    #expect(few.contains("\n\njt[batch = 8] = 2 J/t at the best guesses\n"))
    #expect(
      render(.sensitivity(along(s.axis("batch", [1, 2, 4, 8, 16]))), as: .text) == """
        jt [J/t], low to high by each source alone
        batch  best guess      node
            1           1  0.5..1.5
            2           2    1..3
            4           3  1.5..4.5
            8           4    2..6
           16           5  2.5..7.5

        """)
  }

  @Test func `readings keep their degrees, and swings are differences`() {
    let celsius = s.unit("degC")
    #expect(s.units.isReading(celsius))
    func at(_ degrees: Double) -> Double { degrees + 273.15 }
    let found = Tornado(
      title: "warm", share: nil, center: s.value(85, "degC"), range: nil,
      rows: [
        Tornado.Row(
          name: "sun", input: s.value(1), low: [at(65)], high: [at(95)], atLow: [at(65)],
          atHigh: [at(95)], elasticity: [nil])
      ], held: [])
    let csv = render(.sensitivity(found), as: .csv)
    #expect(csv.contains("swing [Δ°C]"))
    #expect(csv.contains(",65,95,65,95,30,\n"))
  }
}
