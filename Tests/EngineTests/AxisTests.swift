import Testing

/// §5: many values at once.
struct AxisTests {
  static let rig = """
    batch = [1, 2, 4, 8]
    tput = [53.9, 102.9, 182.5, 319.8] t/s over batch
    """
  static let grid = """
    b = [10, 20]
    g = [1, 2, 3]
    u = [[1, 2, 3], [4, 5, 6]] over b, g
    """

  @Test func `giving a list a name names its axis`() {
    shows("batch", after: "batch = [1, 2, 4, 8]", as: "[1, 2, 4, 8]")
    shows("y", after: "batch = [1, 2]; y = batch * 2", as: "[2, 4] over batch")
    shows("y", after: "batch = [1, 2]; y = batch; z = y", as: "[1, 2]")
    shows("tput * 1 s", after: Self.rig, as: "[53.9, 102.9, 182.5, 319.8] t over batch")
  }

  @Test func `axes are matched by their definition, not by position`() {
    let two = "b = [10, 20]; a = [1, 2]; x = b * 1; y = a * 1"
    shows("sum(x * y)", after: two, as: "90")
    shows("(x * y)[a = 2]", after: two, as: "[20, 40] over b")
    shows("x + x", after: two, as: "[20, 40] over b")
    shows("sum(abs((x * y) - (y * x)))", after: two, as: "0")
  }

  @Test func `a table of a bare expression is headed by it`() {
    let two = "b = [10, 20]; a = [1, 2]; x = b * 1; y = a * 1"
    shows(
      "(x * y) - (y * x)", after: two,
      as: """
        (x * y) - (y * x)
        b \\ a  1  2
           10  0  0
           20  0  0
        """)
  }

  @Test func `over has one value for each label`() {
    refuses("[1, 2, 3] over batch", after: "batch = [1, 2, 4, 8]", as: "wrong-count")
    shows("[20: 2, 10: 1] over b", after: "b = [10, 20]", as: "[1, 2] over b")
    refuses("[20: 2, 30: 1] over b", after: "b = [10, 20]", as: "unmatched-label")
    refuses("[10: 2, 10: 1] over b", after: "b = [10, 20]", as: "label-twice")
    refuses("[10: 1] over b", after: "b = [10, 20]", as: "wrong-count")
    refuses("[1, 2] over x", after: "x = 5", as: "not-an-axis")
    refuses("[1, 2] over nope", as: "unknown-name")
    shows("[1, 2] over b + b", after: "b = [10, 20]", as: "[11, 22] over b")
    refuses("[[1, 2], [3, 4]] over b, b", after: "b = [10, 20]", as: "axis-twice")
  }

  @Test func `lists without names line up if equally long`() {
    shows("[1, 2] + [10, 20]", as: "[11, 22]")
    refuses("[1, 2] + [1, 2, 3]", as: "lengths-differ")
    refuses("[1, 2] + b", after: "b = [10, 20]", as: "nameless-beside-named")
  }

  @Test func `the first grid gets a note`() {
    notes("a * b", after: "a = [1, 2]; b = [3, 4]", as: "note-grid")
  }

  @Test func `a label picks`() {
    shows("tput[batch = 8]", after: Self.rig, as: "319.8 t/s")
    shows("tput with batch = 8", after: Self.rig, as: "319.8 t/s")
    shows("tput[batch = [8, 1]]", after: Self.rig, as: "[319.8, 53.9] t/s over batch")
    shows("tput[batch = batch]", after: Self.rig, as: "[53.9, 102.9, 182.5, 319.8] t/s over batch")
    refuses("tput[batch = 3]", after: Self.rig, as: "no-such-label")
    refuses("tput with batch = 3", after: Self.rig, as: "no-such-label")
    shows("y[x = 0.004 kW]", after: "x = [3, 4] W; y = [1, 2] over x", as: "2")
    shows("y[x = 4.000000001 W]", after: "x = [3, 4] W; y = [1, 2] over x", as: "2")
    refuses("y[x = 4.001 W]", after: "x = [3, 4] W; y = [1, 2] over x", as: "no-such-label")
    shows("y[x = \"b\"]", after: "x = [\"a\", \"b\"]; y = [1, 2] over x", as: "2")
    shows("u[b = 20]", after: Self.grid, as: "[4, 5, 6] over g")
    shows("u[g = 2]", after: Self.grid, as: "[2, 5] over b")
    shows("u[b = 20, g = 2]", after: Self.grid, as: "5")
    // what is picked has lost its axis and goes with anything
    shows("tput[batch = 8] / tput[batch = 1]", after: Self.rig, as: "5.93321")
    shows("\"{tput[batch = 8] / 1 t/s}\"", after: Self.rig, as: "319.8")
  }

  @Test func `a label is picked by its own dimension`() {
    #expect(!Dialogue.errors(Dialogue(Self.rig).enter("tput[batch = 8 W]")).isEmpty)
    #expect(
      !Dialogue.errors(Dialogue("x = [3, 4] W; y = [1, 2] over x").enter("y[x = 4]")).isEmpty)
  }

  @Test func `labels that occur twice cannot be picked`() {
    let twice = "x = [1, 1, 2]; y = [10, 20, 30] over x"
    #expect(!Dialogue.errors(Dialogue(twice).enter("y[x = 1]")).isEmpty)
    shows("y[x = 2]", after: twice, as: "30")
  }

  @Test
  func `labels that occur twice cannot be picked by with`() {
    let tj = Dialogue("x = [1, 1, 2]; y = [10, 20, 30] over x")
    #expect(!Dialogue.errors(tj.enter("y with x = 1")).isEmpty)
  }

  @Test func `a condition keeps`() {
    shows("batch[tput > 100 t/s]", after: Self.rig, as: "[2, 4, 8]")
    shows("tput[tput > 100 t/s]", after: Self.rig, as: "[102.9, 182.5, 319.8] t/s over batch")
    shows("min(batch[tput > 100 t/s])", after: Self.rig, as: "2")
    shows("sum(tput[batch > 2] over batch)", after: Self.rig, as: "502.3 t/s")
    refuses("batch[tput > 1000 t/s]", after: Self.rig, as: "nothing-left")
    shows("u[g > 1][b = 20]", after: Self.grid, as: "[5, 6] over g")
    refuses("u[u > 2]", after: Self.grid, as: "which-axis")
    refuses("b[g > 1]", after: Self.grid, as: "does-not-vary")
    let texts = "names = [\"a\", \"b\", \"c\"]; v = [1, 2, 3] over names"
    shows("v[names != \"b\"]", after: texts, as: "[1, 3] over names")
  }

  @Test func `a condition keeps texts too`() {
    let texts = "names = [\"a\", \"b\", \"c\"]; v = [1, 2, 3] over names"
    shows("names[v > 1] == \"b\"", after: texts, as: "[true, false] over names")
  }

  @Test func `what a filter kept does not make a grid with the whole`() {
    let kept = "x = [3, 4, 5] W; y = [1, 2, 3] over x; w = x[y > 1]"
    #expect(!Dialogue.errors(Dialogue(kept).enter("y * w")).isEmpty)
    shows("w * y[y > 1]", after: kept, as: "[8, 15] W over x")
  }

  @Test func `reductions along one axis, several, all`() {
    shows("sum(u over b)", after: Self.grid, as: "[5, 7, 9] over g")
    shows("sum(u over g)", after: Self.grid, as: "[6, 15] over b")
    shows("sum(u over b, g)", after: Self.grid, as: "21")
    shows("sum(u)", after: Self.grid, as: "21")
    shows("sum(u over g) / sum(u)", after: Self.grid, as: "[0.2857, 0.7143] over b")
    shows("mean(u over b)", after: Self.grid, as: "[2.5, 3.5, 4.5] over g")
    shows("max(u over b) - min(u over b)", after: Self.grid, as: "[3, 3, 3] over g")
    shows("median([4, 1, 2, 3])", as: "2.5")
    shows("argmax(u over g)", after: Self.grid, as: "[3, 3] over b")
    shows("argmin(u over b)", after: Self.grid, as: "[10, 10, 10] over g")
    shows("argmax(tput over batch)", after: Self.rig, as: "8")
    shows("count(tput > 100 t/s over batch)", after: Self.rig, as: "3")
    shows("first(tput)", after: Self.rig, as: "53.9 t/s")
    shows("last(batch)", after: Self.rig, as: "8")
    shows("min(batch, 3)", after: Self.rig, as: "[1, 2, 3, 3] over batch")
    refuses("sum(tput > 3 t/s)", after: Self.rig, as: "not-a-number")
    refuses("argmax(u)", after: Self.grid, as: "which-axis")
  }

  @Test func `along an axis`() {
    shows(
      "cumulative(tput over batch)", after: Self.rig,
      as: "[53.9, 156.8, 339.3, 659.1] t/s over batch")
    shows("difference(tput)", after: Self.rig, as: "[49, 79.6, 137.3] t/s over batch")
    shows("sort([3, 1, 2])", as: "[1, 2, 3]")
    shows("reverse([3, 1, 2])", as: "[2, 1, 3]")
    shows("cumulative(u over g)[b = 20]", after: Self.grid, as: "[4, 9, 15] over g")
    refuses("cumulative(u)", after: Self.grid, as: "which-axis")
  }

  @Test func `between labels`() {
    shows("interpolate(tput, batch = 6)", after: Self.rig, as: "251.15 t/s")
    // a power law between the two: 182.5 × (319.8 / 182.5) ^ (log(6/4) / log(8/4))
    shows("interpolate(tput, batch = 6, log)", after: Self.rig, as: "253.378 t/s")
    shows("interpolate(tput, batch = 8)", after: Self.rig, as: "319.8 t/s")
    refuses("interpolate(tput, batch = 16)", after: Self.rig, as: "outside-labels")
    refuses("interpolate(tput, batch = 0.5)", after: Self.rig, as: "outside-labels")
    shows("interpolate(u, b = 15)", after: Self.grid, as: "[2.5, 3.5, 4.5] over g")
    shows("interpolate(interpolate(u, g = 2.5), b = 15)", after: Self.grid, as: "4")
  }

  @Test func `lists are made`() {
    shows("linspace(0, 1, 5)", as: "[0, 0.25, 0.5, 0.75, 1]")
    shows("linspace(1, 0, 3)", as: "[1, 0.5, 0]")
    shows("linspace(0 W, 1 kW, 3)", as: "[0, 0.5, 1] kW")
    shows("geomspace(1, 1000, 4)", as: "[1, 10, 100, 1000]")
    shows("steps(1, 8, 1)", as: "[1, 2, 3, 4, 5, 6, 7, 8]")
    shows("last(steps(0, 1, 0.1))", as: "1")
    shows("steps(0, 1, 0.3)", as: "[0, 0.3, 0.6, 0.9]")
    shows("sum(steps(1, 1000, 1))", as: "500500")
    for line in [
      "steps(0, 1, 0)", "steps(1, 0, 0.1)", "linspace(0, 1, 2.5)", "linspace(0, 1, 0)",
      "geomspace(0, 10, 3)", "geomspace(-1, 10, 3)",
    ] { refuses(line, as: "bad-spacing") }
  }

  @Test func `a formula over an axis changes with its labels`() {
    let tj = Dialogue("x = [1, 2, 3]; y = [10, 20, 30] over x; s = sum(y * x over x)")
    #expect(tj.shown("s") == "140")
    tj.define("x = [2, 3, 4]")
    #expect(tj.shown("s") == "200")
    #expect(Dialogue.notes(tj.enter("x = [1, 2]")).map(\.id).contains("note-labels-changed"))
    #expect(Dialogue.errors(tj.enter("s")).map(\.id) == ["wrong-count"])
    tj.define("x = [\"a\", \"b\", \"c\"]")
    #expect(tj.shown("y[x = \"c\"]") == "30")
    tj.define("x = 5")
    #expect(Dialogue.errors(tj.enter("y")).map(\.id) == ["not-an-axis"])
  }

  @Test func `a formula of lists is the formula of each label`() {
    let formulas = [
      "x^2 - 3 * x", "exp(-x / 4)", "if x > 3 then 1 / (x - 3) else x", "min(x, 4) + max(x, 2)",
      "sqrt(x) * ln(x + 1)", "round(x / 3, 0.5)", "mod(x, 2)",
    ]
    for formula in formulas {
      let tj = Dialogue(
        "x = [1, 2, 3, 5, 8]; f(n) = \(formula.replacing("x", "n")); y = \(formula)")
      for (label, expected) in zip([1, 2, 3, 5, 8], tj.numbers("y")) {
        #expect(tj.numbers("y[x = \(label)]") == [expected])
        #expect(tj.numbers("y with x = \(label)") == [expected])
        #expect(tj.numbers("f(\(label))") == [expected], "\(formula) at \(label)")
      }
    }
  }

  @Test func `errors count only in the branch that is taken`() {
    let x = "x = [3, 4, 5]"
    shows("if x > 3 then 1 / (x - 3) else 0", after: x, as: "[0, 1, 0.5] over x")
    shows("if x == 3 then 0 else 1 / (x - 3)", after: x, as: "[0, 1, 0.5] over x")
    refuses("1 / (x - 3)", after: x, as: "division-by-zero")
    shows("x != 3 and 1 / (x - 3) > 0.6", after: x, as: "[false, true, false] over x")
    shows("x == 3 or 1 / (x - 3) > 0.6", after: x, as: "[true, true, false] over x")
    shows("sum(if x == 3 then 0 else 1 / (x - 3) over x)", after: x, as: "1.5")
    refuses("sum(1 / (x - 3) over x)", after: x, as: "division-by-zero")
    shows("(1 / (x - 3))[x = 5]", after: x, as: "0.5")
    shows("(1 / (x - 3))[x > 3]", after: x, as: "[1, 0.5] over x")
    shows("if false then 1 / 0 else 3", as: "3")
    shows("if false then sqrt(-1) else 3", as: "3")
  }

  @Test func `columns share their axes`() {
    shows(
      "table b, b * 2, b^2", after: "b = [10, 20]",
      as: """
         b  b * 2  b^2
        10     20  100
        20     40  400
        """)
  }
}

extension String {
  /// Every occurrence of a letter replaced, for formulas of one variable whose function names do
  /// not hold it.
  func replacing(_ name: Character, _ other: Character) -> String {
    var isName = false
    var changed = ""
    let letters = Array(self)
    for (i, letter) in letters.enumerated() {
      let next = i + 1 < letters.count ? letters[i + 1] : " "
      if letter == name, !isName, !next.isLetter {
        changed.append(other)
      } else {
        changed.append(letter)
      }
      isName = letter.isLetter
    }
    return changed
  }
}
