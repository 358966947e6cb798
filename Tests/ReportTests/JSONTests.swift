import FoundationEssentials
import Syntax
import Testing

@testable import Engine
@testable import Report

/// One object a line; the examples of `docs/json.md`.
struct JSONTests {
  let s = Samples()

  func render(_ outcome: Outcome) -> String { s.render(outcome, as: .json) }

  @Test func `a value`() {
    #expect(
      render(.value(name: "jt", s.value(9.5, "J/t")))
        == #"{"kind":"value","text":"jt = 9.5 J/t","name":"jt","value":9.5,"unit":"J/t","#
        + #""dimension":"energy/token"}"# + "\n")
    #expect(
      render(.value(name: nil, s.value(3080, "W")))
        == #"{"kind":"value","text":"3.08 kW","name":null,"value":3.08,"unit":"kW","#
        + #""dimension":"power"}"# + "\n")
  }

  @Test func `brackets have their ends and the best guess, if there is one`() {
    #expect(
      render(.value(name: nil, s.bracket([1.5], [3], "kW", best: [2.25])))
        == #"{"kind":"value","text":"1.5..3 kW","name":null,"value":2.25,"low":1.5,"high":3,"#
        + #""best":2.25,"unit":"kW","dimension":"power"}"# + "\n")
    var bound = s.bracket([1.5], [3], "kW")
    bound.isOuterBound = true
    #expect(
      render(.value(name: nil, bound))
        == #"{"kind":"value","text":"1.5..3 kW (outer bound)","name":null,"value":null,"low":1.5,"#
        + #""high":3,"outerBound":true,"unit":"kW","dimension":"power"}"# + "\n")
  }

  @Test func `values along axes are arrays in arrays`() {
    let batch = s.axis("batch", [1, 8])
    let kind = s.axis("kind", texts: ["a", "b", "c"])
    #expect(
      render(.value(name: nil, s.value([1, 2.5], "W", along: [batch])))
        == #"{"kind":"value","text":"[1, 2.5] W over batch","name":null,"values":[1,2.5],"#
        + #""unit":"W","dimension":"power","axes":[{"name":"batch","unit":"","labels":[1,8]}]}"#
        + "\n")
    let grid = render(.value(name: "g", s.value([1, 2, 3, 4, 5, 6], "W", along: [batch, kind])))
    #expect(grid.contains(#""values":[[1,2,3],[4,5,6]]"#))
    #expect(grid.contains(#"{"name":"kind","unit":null,"labels":["a","b","c"]}"#))
  }

  @Test func `truths and texts`() {
    #expect(
      render(.value(name: nil, s.truth([.depends(on: ["node"])])))
        == #"{"kind":"value","text":"depends on node","name":null,"#
        + #""value":{"dependsOn":["node"]},"unit":null,"dimension":null}"# + "\n")
    #expect(render(.value(name: nil, s.truth([.yes]))).contains(#""value":true"#))
    #expect(
      render(.text("a \"b\"\\\t\n\u{1}é")) == #"{"kind":"text","text":"a \"b\"\\\t\n\u0001é"}"#
        + "\n")
  }

  @Test func `full precision, and null for what is not finite`() {
    var json = JSONWriter()
    json.array {
      for number in [0.1, 1.0 / 3, 1e300, 2.5e-300, -0.0, 123_456_789_012] { $0.number(number) }
      $0.number(.infinity)
      $0.number(.nan)
    }
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == "[0.1,0.3333333333333333,1e+300,2.5e-300,-0,123456789012,null,null]")
  }

  @Test func `a table`() {
    let batch = s.axis("batch", [1, 2])
    #expect(
      render(
        s.table(
          [
            ("tput", s.value([53.9, 102.9], "t/s", along: [batch])),
            ("node", s.bracket([1.5], [3], "kW")),
          ], along: [batch]))
        == #"{"kind":"table","text":"batch  tput [t/s]  node [kW]\n    1        53.9     1.5..3\n"#
        + #"    2       102.9     1.5..3","axes":[{"name":"batch","unit":"","labels":[1,2]}],"#
        + #""columns":[{"title":"tput","unit":"t/s","dimension":"token/time","axes":["batch"],"#
        + #""values":[53.9,102.9]},{"title":"node","unit":"kW","dimension":"power","axes":[],"#
        + #""value":null,"low":1.5,"high":3}]}"# + "\n")
  }

  @Test func `the lines of a prompt`() {
    #expect(
      render(
        .change(Change(name: "p", before: s.value(8, "W"), after: s.value(4, "W"), problem: nil)))
        == #"{"kind":"change","text":"p  8 → 4 W  (−50 %)","name":"p","#
        + #""before":{"value":8,"unit":"W","dimension":"power"},"#
        + #""after":{"value":4,"unit":"W","dimension":"power"},"relative":-0.5}"# + "\n")
    #expect(
      render(.waiting(name: "jt", for: ["node"]))
        == #"{"kind":"waiting","text":"jt waits for node","name":"jt","for":["node"]}"# + "\n")
    #expect(
      render(.function("f(x)")) == #"{"kind":"function","text":"function f(x)","head":"f(x)"}"#
        + "\n")
    #expect(
      render(.moreChanges(3))
        == #"{"kind":"more-changes","text":"… and 3 more changed","count":3}"# + "\n")
  }

  @Test func `an error is an object too`() {
    let source = SourceText(name: "rig.tj", text: "a = 1\nx = a + é\n")
    let error = Diagnostic(
      PlainProblem(id: "not-so"), at: Place(source, Span(14, 16)),
      labels: [.init(Place(source, Span(10, 11)), "here")])
    #expect(
      render(.diagnostic(error))
        == #"{"kind":"error","text":"error: not so\n  --> rig.tj:2:9\n  2 | x = a + é\n"#
        + #"    |     -   ^\n    |     here","id":"not-so","message":"not so","file":"rig.tj","#
        + #""line":2,"column":9,"label":null,"hints":[],"labels":[{"text":"here","file":"rig.tj","#
        + #""line":2,"column":5}]}"# + "\n")
    #expect(
      render(.diagnostic(.note(PlainProblem(id: "a"), at: error.place)))
        .hasPrefix(#"{"kind":"note","text":"note: a (rig.tj:2:9)","id":"a","#))
  }

  @Test func `the examples of docs/json.md are what is printed`() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let page = try String(contentsOfFile: "/" + root + "/docs/json.md", encoding: .utf8)
    let promised = page.split(separator: "\n").filter { $0.hasPrefix("{\"kind\":") }
    let printed = Set((examples() + examplesOfSession()).split(separator: "\n"))
    for line in promised { #expect(printed.contains(line), "not printed: \(line)") }
    for line in printed.subtracting(promised) where !line.hasPrefix("{\"kind\":\"scenario\"") {
      Issue.record("not promised: \(line)")
    }
  }

  /// What a session answers to the statements of which the page tells.
  private func examplesOfSession() -> String {
    let session = Session()
    var renderer = Renderer(.json)
    var out: [UInt8] = []
    let text = """
      node = 3 kW; tput = 300 t/s; pue = 1.2; jt = node * pue / tput
      scenario best { pue = 1; node = 2.4 kW }
      compare jt under best
      scenario worst { node = 4.5 kW }
      why jt under worst
      jt - node / ?
      ask "How much in 2 h?" expect node * 2 h within 2% hint "Power times time."
      tput = 250 t/s; jt = 2 kW / tput
      explain jt
      """
    session.run(SourceText(name: "prompt", text: text), mode: .prompt) { outcome in
      switch outcome {
      case .scenario, .comparison, .attribution, .hole, .exercise, .derivation:
        renderer.render(outcome, units: session.units, into: &out)
      default: break
      }
    }
    _ = session.read(SourceText(name: "read", text: "a / 3 kW")) {
      renderer.render($0, units: session.units, into: &out)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The outcomes of which the page tells.
  private func examples() -> String {
    let batch = s.axis("batch", [1, 8])
    let two = s.axis("batch", [1, 2])
    var bound = s.bracket([1.5], [3], "kW")
    bound.isOuterBound = true
    var spread = s.value(2.25, "kW")
    spread.distributed = Distributed(
      spreads: [Spread(low: 1600, high: 2900, mean: 2250, sd: 400, error: 1)], sampling: Sampling())
    let source = SourceText(name: "rig.tj", text: "a = 1\nx = a + é\n")
    let error = Diagnostic(
      PlainProblem(id: "not-so"), at: Place(source, Span(14, 16)),
      labels: [.init(Place(source, Span(10, 11)), "here")])
    let lines = s.render(
      .value(name: "jt", s.value(9.5, "J/t")), .value(name: nil, s.value(3080, "W")),
      .value(name: nil, s.bracket([1.5], [3], "kW", best: [2.25])), .value(name: nil, bound),
      .value(name: nil, s.truth([.depends(on: ["node"])])),
      .value(name: nil, spread), .value(name: nil, s.value([1, 2.5], "W", along: [batch])),
      s.table(
        [
          ("tput", s.value([53.9, 102.9], "t/s", along: [two])),
          ("node", s.bracket([1.5], [3], "kW")),
        ], along: [two]),
      .text("a \"b\"\\\t\n\u{1}é"),
      .change(Change(name: "p", before: s.value(8, "W"), after: s.value(4, "W"), problem: nil)),
      .moreChanges(3), .notRecomputed(950),
      .watched(
        Watched(
          text: "jt with pue = 2", before: s.value(8, "J/t"), after: s.value(4, "J/t"),
          problem: nil)),
      .waiting(name: "jt", for: ["node"]), .function("f(x)"), .diagnostic(error),
      as: .json)
    var renderer = Renderer(.json)
    var out: [UInt8] = []
    renderer.render(Listing(title: "kinds", rows: [.init(name: "t4", value: "70 W")]), into: &out)
    renderer.render(
      HelpPage(title: "t", paragraphs: ["p"], facts: [.init("a", "b")]), into: &out)
    let lesson = CourseReport.Row(number: 1, title: "Lamps", minutes: 5, answered: (2, of: 6))
    CourseReport(rows: [lesson]).write(.json, hasColour: false, into: &out)
    for outcome in s.statements { renderer.render(outcome, units: s.units, into: &out) }
    return lines + String(decoding: out, as: UTF8.self)
  }
}
