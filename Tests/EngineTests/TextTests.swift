import Testing

/// §1, §5: texts.
struct TextTests {
  @Test func `values in texts`() {
    shows("\"{1 + 1} and {3 kW}\"", as: "2 and 3 kW")
    shows("\"{1/3:.3f} {1/3:.2g} {1..2} {true}\"", as: "0.333 0.33 1..2 true")
    shows("\"{3 kW:.1f}\"", as: "3.0 kW")
    shows("\"{{x}} \\\"q\\\"\"", as: "{x} \"q\"")
    shows("\"{x} {x -> W}\"", after: "x = 3 kW", as: "3 kW 3000 W")
    refuses("\"{1/3:.3x}\"", as: "bad-format")
  }

  @Test func `texts along axes`() {
    shows("\"n is {x}\"", after: "x = [1, 2]", as: "[\"n is 1\", \"n is 2\"] over x")
    shows(
      "if x > 1 then \"big\" else \"small\"", after: "x = [1, 2]", as: "[\"small\", \"big\"] over x"
    )
    shows(
      "x[n == \"big\"]", after: "x = [1, 2]; n = if x > 1 then \"big\" else \"small\"", as: "[2]")
    shows("print \"x is\", x", after: "x = [1, 2]", as: "x is 1\nx is 2")
    shows("names[v = 2]", after: "v = [1, 2]; names = [\"a\", \"b\"] over v", as: "b")
    // a pick takes the axis away
    shows(
      "\"{x[batch = 2] / 2 W}\"", after: "batch = [1, 2]; x = [3, 4] W over batch", as: "2")
  }

  @Test func `texts are live`() {
    let tj = Dialogue("x = 1; s = \"x is {x}\"")
    tj.define("x = 2")
    #expect(tj.shown("s") == "x is 2")
    #expect(tj.shown("s with x = 3") == "x is 3")
    tj.define("f := s; x = 5")
    #expect(tj.shown("f") == "x is 2")
  }

  @Test func `texts are equal or not, and nothing else`() {
    shows("\"a\" == \"a\"", as: "true")
    shows("\"a\" != \"a\"", as: "false")
    refuses("\"a\" < \"b\"", as: "not-a-number")
    refuses("\"a\" + \"b\"", as: "not-a-number")
    refuses("[\"a\", 1]", as: "list-items-differ")
    refuses("if true then \"a\" else 1", as: "branches-differ")
  }

  @Test func `formats`() {
    shows("\"{x:.2f}\"", after: "x = [1, 2.5] W", as: "[\"1.00 W\", \"2.50 W\"] over x")
    shows("\"{1234.5:.2e}\"", as: "1.23e+03")
  }

  /// A text has no range: a bracket that would choose it is no reason to take its best guess.
  @Test func `a text that a bracket would choose`() {
    let rig =
      "a = 1..2; tag = [\"x\", \"y\"]; p = [1, 2] over tag; b = 3; mode = \"x\"; q = p[tag = mode]"
    let chosen = "if a < 1.5 then \"x\" else \"y\""
    for text in [
      chosen, "\"{\(chosen)}\"", "p[tag = \(chosen)]", "(\(chosen)) == \"x\"", "t = \(chosen)",
      "q with mode = \(chosen)", "[\"x\", \(chosen)]", "table b, \(chosen)",
      "sum(p[tag == (\(chosen))])", "assert (\(chosen)) == \"y\"",
    ] {
      refuses(text, after: rig, as: "depends-on")
    }
    // wherever it is, it is the same
    shows("q with mode = if a < 3 then \"y\" else \"x\"", after: rig, as: "2")
    shows("if p > a + 3 then \"x\" else \"y\"", after: rig, as: "[\"y\", \"y\"] over tag")
    shows("if best(a) < 1.6 then \"x\" else \"y\"", after: rig, as: "x")
  }

  /// Sample by sample texts can be compared; none can be shown or be a label.
  @Test func `a text that samples would choose`() {
    let rig = """
      u = uniform(0, 1); tag = ["x", "y"]; p = [1, 2] over tag; mode = "x"; q = p[tag = mode]
      cost = if mode == "x" then 1 else 2; f(m) = if m == "x" then 1 else 2
      """
    let chosen = "if u < 0.7 then \"x\" else \"y\""
    for text in [
      chosen, "\"{\(chosen)}\"", "t = \(chosen)",
      "cost with mode = \(chosen)", "[\"x\", \(chosen)]", "table q, \(chosen)",
      "sum(if [\(chosen)] == \"x\" then 1 else 2)",
      "argmax(p * (u - 0.5) over tag)", "t = argmax(p * (u - 0.5) over tag)",
    ] {
      refuses(text, after: rig, as: "text-varies")
    }
    for text in ["p[tag = \(chosen)]", "q with mode = \(chosen)"] {
      refuses(text, after: rig, as: "label-varies")
    }
    let tj = Dialogue(rig)
    // 0.7 · 1 + 0.3 · 2
    for text in [
      "mean(if (\(chosen)) == \"x\" then 1 else 2)", "mean(f(\(chosen)))",
    ] {
      let found = tj.numbers(text)
      #expect(found.count == 1 && isClose(found.first ?? 0, 1.3, within: 1e-4), "\(text)")
    }
    let share = tj.numbers("prob((\(chosen)) == \"x\")").first ?? 0
    #expect(isClose(share, 0.7, within: 1e-4))
  }
}
