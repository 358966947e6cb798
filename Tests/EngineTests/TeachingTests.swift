import Engine
import Syntax
import Testing

@testable import Report

/// What an error says besides what is wrong: the corrected line is always one that works.
struct TeachingTests {
  private let rig = """
    node = 3 kW; tput = 300 t/s; jt = node / tput; idle = 2 h
    f(p: power) = p * 2
    """

  /// The lines that the error of an entry offers.
  private func lines(_ tj: Dialogue, _ text: String) -> [String] {
    Dialogue.diagnostics(tj.enter(text)).flatMap(\.advice).compactMap { advice in
      switch advice as? EngineProblem {
      case .lacks(let missing): missing.line
      case .meantOtherwise(let line, _): line
      case .turned(_, _, let line), .swapped(_, let line): line
      default: nil
      }
    }
  }

  /// Inside a function that is called: its call with another argument, else its own line.
  @Test(arguments: [
    ("f(x) = x + node", "f(jt)", ["f(x) = x + node / tput", "f(jt * tput)"]),
    ("f(x) = x + node", "y = f(x = jt)", ["f(x) = x + node / tput", "y = f(x = jt * tput)"]),
    ("g(p, q) = p * 2 + q", "g(node, jt)", ["g(node, jt * tput)", "g(p, q) = p * 2 / tput + q"]),
    // a divided `node` would not fit the rest of the line
    ("z(a) = a + node -> kW", "2 * z(jt) + node", ["2 * z(jt * tput) + node"]),
    (
      "h(a) = b + node where b = a * 1", "h(3 J/t)",
      ["h(a) = b + node / tput where b = a * 1", "h(a) = b * tput + node where b = a * 1"]
    ),
    (
      "k(x) = x + node; q(a) = k(a) * 2", "q(jt)",
      ["k(x) = x + node / tput", "k(x) = x * tput + node"]
    ),
    // with either line one of the two calls is wrong
    ("f(x) = x + node", "table f(jt) + f(node)", []),
    (
      "scenario s { node = 3 kW }", "scenario s { node = tput }",
      ["scenario s { node = tput * 1 J/t }"]
    ),
  ])
  func `the line with what was missing inside`(
    _ functions: String, _ text: String, _ expected: [String]
  ) {
    let tj = Dialogue("node = 3 kW; tput = 300 t/s; jt = node / tput; \(functions)")
    #expect(lines(tj, text) == expected)
    for line in expected where line.contains(") = ") && !line.hasPrefix("y") {
      let other = Dialogue("node = 3 kW; tput = 300 t/s; jt = node / tput; \(functions)")
      #expect(Dialogue.errors(other.enter("\(line)\n\(text)")).isEmpty, "\(line)")
    }
  }

  @Test(arguments: [
    ("jt + node", ["jt + node / tput", "jt * tput + node"]),
    ("jt - node", ["jt - node / tput", "jt * tput - node"]),
    ("node < jt", ["node < jt * tput", "node / tput < jt"]),
    ("node -> J/t", ["node / tput -> J/t"]),
    ("x: energy/token = node", ["x: energy/token = node / tput"]),
    ("[jt, node]", ["[jt, node / tput]"]),
    (
      "if node > 0 then jt else node",
      [
        "if node > 0 then jt else node / tput", "if node > 0 then jt * tput else node",
      ]
    ),
    ("f(jt)", ["f(jt * tput)"]),
    ("jt with node = 3 kWh", ["jt with node = 3 kWh / idle"]),
    ("max(jt, node)", ["max(jt, node / tput)", "max(jt * tput, node)"]),
    ("table node, jt + node", ["table node, jt + node / tput", "table node, jt * tput + node"]),
    ("2 * (jt + node) + 1 J/t", ["2 * (jt + node / tput) + 1 J/t"]),
    (
      "assert jt ~= node within 1%",
      [
        "assert jt ~= node / tput within 1%", "assert jt * tput ~= node within 1%",
      ]
    ),
    ("1 kW..3 kWh", ["1 kW..(3 kWh / idle)"]),
    ("y: power/token = jt", ["y: energy/token = jt"]),
    ("tput / node -> t/W", ["tput / node -> t/J"]),
    // times for over, over for times, and a quotient on its head
    ("node * tput -> J/t", ["node / tput -> J/t"]),
    ("jt + node * tput * 2", ["jt + node / tput * 2"]),
    ("used: energy = node / idle", ["used: energy = node * idle"]),
    ("tput / node -> J/t", ["node / tput -> J/t"]),
    ("jt + tput / (2 * node)", ["jt + 2 * node / tput"]),
    ("jt -> t/J", ["1 / jt -> t/J"]),
  ])
  func `the line with what was missing`(_ text: String, _ expected: [String]) {
    let tj = Dialogue(rig)
    #expect(lines(tj, text) == expected)
    // a line that is offered can be pasted
    for line in expected {
      #expect(Dialogue.errors(Dialogue(rig).enter(line)).allSatisfy { $0.id.hasPrefix("assert") })
    }
  }

  @Test(arguments: [
    ("3 kW + 2 kWh", "3 kW * 1 h + 2 kWh"), ("x = 3 kWh; x -> kW", "x / 1 h -> kW"),
    ("a = 1 kWh; a + a -> kW", "(a + a) / 1 h -> kW"),
    ("700 W/gpu + 3 kW", "700 W/gpu * 8 gpu + 3 kW"),
    ("3 Mt + 4 t/s", "3 Mt + 4 t/s * 1 h"), ("3 kW -> J/t", "3 kW / 1 t/s -> J/t"),
    ("12 kWh -> $", "12 kWh * 1 $/kWh -> $"), ("3 kg + 2 A", "3 kg + 2 A * 1 kg/A"),
    ("12 kWh -> kgCO2e", "12 kWh * 1 gCO2e/kWh -> kgCO2e"),
    // the definition itself has the sign wrong
    ("a = 3 kW; b = 300 t/s; c = a * b; c -> J/t", "c = a / b"),
  ])
  func `an amount where no name fits`(_ text: String, _ line: String) {
    let tj = Dialogue()
    #expect(lines(tj, text) == [line])
  }

  @Test(arguments: [
    ("5 kW + 3", "5 kW + 3 kW"), ("2 + 3 W -> W", "2 W + 3 W -> W"),
    ("x = 5 J/t; 3 < x", "3 J/t < x"),
    ("node = 3 kW; jt = node * 2; jt with node = 4", "jt with node = 4 kW"),
    ("x = 3 kW; y = (x\n + 2 kWh)", "y = (x * 1 h\n + 2 kWh)"),
  ])
  func `a bare number takes the unit of the other side, and lines may be long`(
    _ text: String, _ line: String
  ) {
    #expect(lines(Dialogue(), text) == [line])
  }

  /// A unit that is taken for another, a price that is in scope, arguments in each other's place, and
  /// two things at once.
  @Test(arguments: [
    ("5 g + 3 gCO2e", ["5 gCO2e + 3 gCO2e"]),
    ("44 g/kWh * 3 kWh -> gCO2e", ["44 gCO2e/kWh * 3 kWh -> gCO2e"]),
    ("1 kWh * grid.FRA -> kg", ["1 kWh * grid.FRA -> kgCO2e"]),
    ("e: kg = 1 kWh * grid.FRA", ["e: kgCO2e = 1 kWh * grid.FRA"]),
    ("m = 2 kg; m + 3 gCO2e", ["m * 1 CO2e + 3 gCO2e"]),
    ("5 t + 3 kg", ["5 tonne + 3 kg"]), ("5 t + 3 kgCO2e", ["5 tCO2e + 3 kgCO2e"]),
    ("price = 0.12 $/kWh; 3 kWh -> $", ["3 kWh * price -> $"]),
    ("price = 0.12 €/kWh; 2 € + 3 kWh", ["2 € + 3 kWh * price", "2 € / price + 3 kWh"]),
    ("2 € + 3 kWh", ["2 € + 3 kWh * 1 €/kWh"]),
    (
      "cost: USD = 0.12 $/kWh * 3 kW",
      [
        "cost: USD = 0.12 $/kWh * 3 kW * idle", "cost: money/time = 0.12 $/kWh * 3 kW",
      ]
    ),
    ("g(p: power, q: energy) = p; g(3 kWh, 2 kW)", ["g(2 kW, 3 kWh)"]),
    ("g(p, q) = p / q + 1 J/t; g(tput, node)", ["g(node, tput)"]),
    ("clamp(node, 1, 2)", ["clamp(node, 1 kW, 2 kW)"]), ("f(3)", ["f(3 kW)"]),
    ("x: watt = 3", ["x: watt = 3 watt"]), ("x: power = 3", ["x: power = 3 kW"]),
    ("scenario s { node = 4 }", ["scenario s { node = 4 kW }"]),
    ("[1: 3, 2: 4] kW + 3", ["[1: 3, 2: 4] kW + 3 kW"]), ("[3 kWh, 1.2]", ["[3 kWh, 1.2 kWh]"]),
    ("jt with node = tput + node", ["jt with node = tput * 1 J/t + node"]),
    ("tput..300 t", ["(300 t / idle)..tput"]),
    ("node + 25 °C", ["node * 1 K/W + 25 °C"]), ("1.2 + 25 °C", ["1.2 K + 25 °C"]),
  ])
  func `other things that were meant`(_ text: String, _ expected: [String]) {
    #expect(lines(Dialogue(rig), text) == expected, "\(lines(Dialogue(rig), text))")
  }

  @Test func `two things that are missing`() {
    #expect(lines(Dialogue(rig), "jt + node + 3 s") == ["jt + node / tput + 3 s * 1 W/t"])
  }

  /// No exchange rate is assumed: what is stated in one currency is of no other.
  @Test(arguments: [
    "price: EUR = 3 $", "x: €/kWh = 0.12 $/kWh", "cost: EUR = 0.12 $/kWh * 3 kWh",
    "g(p: EUR) = p * 2; g(3 $)", "g(p: $) = p; g(3 €)",
  ])
  func `a stated currency is that one`(_ text: String) {
    let found = Dialogue.diagnostics(Dialogue().enter(text))
    #expect(
      found.map { words(of: $0.problem).hints } == [
        ["state the exchange rate, none is assumed: `unit EUR = 1.08 USD`"]
      ])
    #expect(found.flatMap(\.advice).isEmpty)
  }

  @Test(arguments: [
    "price: money = 3 $", "price: money/energy = 0.12 €/kWh", "price: EUR = 3 €",
    "g(p: money) = p * 2; g(3 $)", "g(p: money) = p * 2; g(3 €)",
    "unit EUR = 1.08 USD; price: EUR = 3 $",
  ])
  func `money is every currency`(_ text: String) {
    #expect(Dialogue.errors(Dialogue().enter(text)).isEmpty)
  }

  @Test(arguments: ["5 kW + 3%", "3 $ + 2 €", "1 + true"])
  func `no line that would be wrong`(_ text: String) {
    #expect(lines(Dialogue(), text) == [])
  }

  @Test func `a definition does not mend itself`() {
    let tj = Dialogue("node = 3 kW; jt = 10 J/t")
    tj.define("rate = 300 t/s")
    // `rate` would fit, and is what is being defined: an amount stands in its place
    #expect(lines(tj, "rate = jt + node") == ["rate = jt + node / 1 t/s"])
  }

  @Test(arguments: [
    ("9.63 J/t ~= 34.668 J/t within 1%", KnownRatio.joulesAndWattHours, false),
    ("1 J/t == 12.96 J/t", .joulesTheWrongWay, false), ("80 GiB == 80 GB", .gibi, true),
    ("30 == 30%", .percent, true), ("8 Gbit/s == 8 GB/s", .bitsAndBytes, false),
    ("1 Wh == 1 J", .secondsOfAnHour, true), ("1978 TFLOPS == 989 TFLOPS", .sparsity, true),
  ])
  func `a failed check names the factor`(_ text: String, _ ratio: KnownRatio, _ isLarger: Bool) {
    let advice = Dialogue.diagnostics(Dialogue().enter("assert " + text)).flatMap(\.advice)
    #expect(advice.count == 1)
    #expect(advice.first as? EngineProblem == .offBy(ratio, isLarger: isLarger))
  }

  @Test(arguments: ["2 W == 1 W", "3 == 1", "1 kW == 1.07 kW", "10.8 GB == 10 GB"])
  func `other factors are none`(_ text: String) {
    #expect(Dialogue.diagnostics(Dialogue().enter("assert " + text)).flatMap(\.advice).isEmpty)
  }

  @Test(arguments: [
    ("3 kWh/h", "note-energy-per-hour"), ("3 kW/h", "note-energy-per-hour"),
    ("1 GB + 1 GiB", "note-binary-prefix"), ("1 GiB/s < 1 GB/s", "note-binary-prefix"),
  ])
  func `units that are often meant otherwise`(_ text: String, _ id: String) {
    #expect(Dialogue.diagnostics(Dialogue().enter(text)).map(\.problem.id) == [id])
  }

  @Test(arguments: [
    "3 kWh/day", "3 km/h", "3 W/min", "1 GB + 1 MB", "1 GiB + 1 KiB", "1 GB + 8 Gbit",
  ])
  func `units that are meant so`(_ text: String) {
    #expect(Dialogue.diagnostics(Dialogue().enter(text)).isEmpty)
  }
}

extension Dialogue {
  static func diagnostics(_ outcomes: [Outcome]) -> [Diagnostic] {
    outcomes.compactMap { outcome in
      if case .diagnostic(let diagnostic) = outcome { return diagnostic }
      return nil
    }
  }
}
