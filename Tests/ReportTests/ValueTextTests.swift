import Testing

@testable import Engine
@testable import Report

/// One value on one line.
struct ValueTextTests {
  let s = Samples()
  var batch: Axis { s.axis("batch", [1, 2, 4, 8]) }

  @Test func `a value has six significant digits and its zeros cut`() {
    #expect(s.render(s.value(3080.0 / 319.8, "J/t")) == "9.63102 J/t\n")
    #expect(s.render(s.value(9.5, "J/t")) == "9.5 J/t\n")
    #expect(s.render(s.value(16)) == "16\n")
  }

  @Test func `digits can be changed`() {
    #expect(s.render(s.value(3080.0 / 319.8, "J/t"), digits: 3) == "9.63 J/t\n")
    #expect(s.render(s.value(3080.0 / 319.8, "J/t"), digits: 9) == "9.63101939 J/t\n")
  }

  @Test func `side by side there are two thirds of the digits`() {
    #expect(Settings(digits: 6).digitsSideBySide == 4)
    #expect(Settings(digits: 9).digitsSideBySide == 6)
    #expect(Settings(digits: 3).digitsSideBySide == 2)
    #expect(Settings(digits: 1).digitsSideBySide == 1)
  }

  @Test func `a named value begins with its name`() {
    #expect(s.render(s.value(3080, "W"), name: "node") == "node = 3.08 kW\n")
  }

  @Test func `a computed value moves along its ladder, one that was asked for does not`() {
    #expect(s.render(s.value(3080, "W")) == "3.08 kW\n")
    #expect(s.render(s.pinned([3080], "W")) == "3080 W\n")
    #expect(s.render(s.pinned([2.675283], "kWh/Mt")) == "2.67528 kWh/Mt\n")
  }

  @Test func `both ends of a bracket share the unit of the larger and have four digits`() {
    #expect(s.render(s.bracket([1500 / 319.8], [3000 / 319.8], "J/t")) == "4.69..9.381 J/t\n")
    #expect(s.render(s.bracket([500], [3000], "W")) == "0.5..3 kW\n")
  }

  @Test func `blanks stand around the dots where an end is negative`() {
    #expect(s.render(s.bracket([-1], [2], "W")) == "-1 .. 2 W\n")
    #expect(s.render(s.bracket([-2], [-1])) == "-2 .. -1\n")
  }

  @Test func `the best guess is not shown, and an outer bound is marked`() {
    #expect(s.render(s.bracket([1.5], [3], "kW", best: [2.2])) == "1.5..3 kW\n")
    var bound = s.bracket([0], [4], "W")
    bound.isOuterBound = true
    #expect(s.render(bound) == "0..4 W (outer bound)\n")
  }

  @Test func `a bracket without width is a number`() {
    #expect(s.render(s.bracket([0], [0], "W")) == "0 W\n")
  }

  @Test func `a comparison is true, false or depends on its sources`() {
    #expect(s.render(s.truth([.yes])) == "true\n")
    #expect(s.render(s.truth([.no])) == "false\n")
    #expect(s.render(s.truth([.depends(on: ["node"])]), name: "ok") == "ok = depends on node\n")
    #expect(s.render(s.truth([.depends(on: ["a", "b"])])) == "depends on a, b\n")
  }

  @Test func `a text shows as it is, and in a list as tj reads it`() {
    #expect(s.render(s.text(["a \"b\" {c}"])) == "a \"b\" {c}\n")
    let kind = s.axis("kind", texts: ["a", "b"])
    #expect(
      s.render(s.text(["a \"b\"", "{c}\\"], along: [kind]))
        == #"["a \"b\"", "{{c}}\\"] over kind"# + "\n")
  }

  @Test func `a list of up to eight is one line`() {
    let batch = batch
    #expect(
      s.render(s.value([53.9, 102.9, 182.5, 319.8], "t/s", along: [batch]), name: "tput")
        == "tput = [53.9, 102.9, 182.5, 319.8] t/s over batch\n")
    #expect(
      s.render(s.bracket([-1, 1, 1, 1], [2, 2, 2, 2], "W", along: [batch]))
        == "[-1 .. 2, 1..2, 1..2, 1..2] W over batch\n")
    #expect(
      s.render(s.truth([.yes, .no, .yes, .no], along: [batch]))
        == "[true, false, true, false] over batch\n")
  }

  @Test func `a list that made its own axis says no more`() {
    let batch = batch
    #expect(
      s.render(s.value([1, 2, 4, 8], along: [batch]), name: "batch") == "batch = [1, 2, 4, 8]\n")
    let card = s.axis("card", texts: ["h100_pcie", "h100_sxm"])
    #expect(
      s.render(s.value([350, 700], "W", along: [card]), name: "card") == "card = [350, 700] W\n")
    let nameless = Axis(name: nil, labels: .counts(2))
    #expect(s.render(s.value([0.5, 2.25], "kW", along: [nameless])) == "[0.5, 2.25] kW\n")
  }

  @Test func `a longer list is a table`() {
    let step = s.axis("step", (1...9).map(Double.init))
    #expect(
      s.render(s.value((1...9).map { Double($0) / 2 }, "W", along: [step]), name: "p")
        == """
        step  p [W]
           1    0.5
           2    1.0
           3    1.5
           4    2.0
           5    2.5
           6    3.0
           7    3.5
           8    4.0
           9    4.5

        """)
  }

  @Test func `colour goes around the unit and the name`() {
    #expect(
      s.render(
        .value(name: "jt", s.value(9.5, "J/t")), settings: Settings(hasColour: true))
        == "\u{1B}[38;5;133mjt\u{1B}[0m = \u{1B}[1m9.5\u{1B}[0m \u{1B}[38;5;30mJ/t\u{1B}[0m\n")
  }

  @Test func `the other lines of a prompt`() {
    #expect(
      s.render(.waiting(name: "jt", for: ["node", "tput"])) == "jt waits for node and tput\n")
    #expect(s.render(.waiting(name: "jt", for: ["node"])) == "jt waits for node\n")
    #expect(s.render(.function("f(x, y)")) == "function f(x, y)\n")
    #expect(s.render(.moreChanges(12)) == "… and 12 more changed\n")
    #expect(s.render(.text("batch 8")) == "batch 8\n")
  }
}
