import Testing

/// §3: definitions are live.
struct DefinitionTests {
  @Test func `a definition keeps its formula`() {
    let tj = Dialogue("node = 4 * h100_sxm * 1.1; jt = node / 319.8 t/s")
    #expect(
      tj.shown("node = 4 * h100_pcie * 1.1")
        == "node = 1.54 kW\njt  9.631 → 4.816 J/t  (−50 %)")
    #expect(tj.shown("jt") == "4.81551 J/t")
  }

  @Test func `:= keeps the value of now`() {
    let tj = Dialogue("x = 2; y := x * 3; x = 5")
    #expect(tj.shown("y") == "6")
    tj.define("x := x + 1")
    #expect(tj.shown("x") == "6")
    tj.define("r = 3..4; f := r * 2; r = 10..20")
    #expect(tj.shown("f") == "6..8")
    #expect(tj.shown("f - f") == "0")
    tj.define("l = [1, 2, 3]; m := l * (2..3)")
    #expect(tj.shown("m") == "[2..3, 4..6, 6..9] over l")
  }

  @Test func `a frozen list still lies along its axis`() {
    let tj = Dialogue("batch = [1, 2]; x := batch * 2; batch = [1, 2]")
    #expect(tj.shown("x / batch") == "[2, 2] over batch")
    tj.define("batch = [1, 2, 3]")
    #expect(Dialogue.errors(tj.enter("x / batch")).count == 1)
  }

  @Test func `a definition by itself is an error`() {
    refuses("x = x + 1", after: "x = 1", as: "defined-by-itself")
    refuses("x = x + 1", as: "defined-by-itself")
    refuses("b = a", after: "a = b", as: "cycle")
    refuses("c = a", after: "a = b; b = c + 1", as: "cycle")
    let tj = Dialogue("a = b; b = 2")
    #expect(Dialogue.errors(tj.enter("b = a")).map(\.id) == ["cycle"])
    // and nothing has changed
    #expect(tj.shown("a") == "2")
  }

  @Test func `names may come later`() {
    let tj = Dialogue()
    #expect(tj.shown("z = w + 1") == "z waits for w")
    #expect(Dialogue.errors(tj.enter("z")).map(\.id) == ["undefined"])
    tj.define("w = 3")
    #expect(tj.shown("z") == "4")
    tj.define("u = f(3)")
    tj.define("f(x) = x * 2")
    #expect(tj.shown("u") == "6")
  }

  @Test func `a script that leaves names open fails and lists them`() {
    let tj = Dialogue()
    let errors = Dialogue.errors(tj.enter("a = b + 1\nc = a * 2", mode: .script))
    #expect(errors.map(\.id) == ["still-undefined"])
    #expect(Dialogue.errors(tj.enter("b = 2", mode: .script)).isEmpty)
    #expect(tj.shown("c") == "6")
  }

  @Test func `a redefinition that breaks others keeps them, and they mend`() {
    let tj = Dialogue("w = 3; z = w + 1; zz = z * 2")
    tj.define("w = 3 W")
    #expect(Dialogue.errors(tj.enter("z")).map(\.id) == ["do-not-add"])
    #expect(Dialogue.errors(tj.enter("zz")).map(\.id) == ["do-not-add"])
    tj.define("w = 4")
    #expect(tj.shown("zz") == "10")
  }

  @Test func `a division by zero downstream is told and mends`() {
    let tj = Dialogue("n = 2; inverse = 1 / n; twice = inverse * 2")
    tj.define("n = 0")
    #expect(Dialogue.errors(tj.enter("twice")).map(\.id) == ["division-by-zero"])
    tj.define("n = 4")
    #expect(tj.shown("twice") == "0.5")
  }

  @Test func `a statement fails for its own faults and changes nothing`() {
    let tj = Dialogue("x = 2")
    #expect(Dialogue.errors(tj.enter("x = 3 W + 1")).map(\.id) == ["do-not-add"])
    #expect(tj.shown("x") == "2")
    #expect(Dialogue.errors(tj.enter("x = 1/0")).map(\.id) == ["division-by-zero"])
    #expect(tj.shown("x") == "2")
    #expect(Dialogue.errors(tj.enter("x := nothing")).map(\.id) == ["unknown-name"])
    #expect(tj.shown("x") == "2")
    #expect(Dialogue.errors(tj.enter("x: power = 3 kWh")).map(\.id) == ["annotation-mismatch"])
    #expect(tj.shown("x") == "2")
  }

  @Test func `a stated dimension`() {
    shows("p: power = 3 kW", as: "p = 3 kW")
    shows("p: kWh/Mt = 3 J/t", as: "p = 3 J/t")
    shows("p: energy/token = 3 J/t", as: "p = 3 J/t")
    shows("p: power = 0", as: "p = 0 W")
    refuses("p: power = 3 kWh", as: "annotation-mismatch")
    refuses("p: power = 3", as: "annotation-mismatch")
    refuses("p: power = \"text\"", as: "annotation-mismatch")
    let tj = Dialogue("p: power = later")
    tj.define("later = 3 kg")
    #expect(Dialogue.errors(tj.enter("p")).map(\.id) == ["annotation-mismatch"])
    tj.define("later = 3 W")
    #expect(tj.shown("p") == "3 W")
  }

  @Test func `where ends a definition`() {
    shows("y = b where b = c * 2, c = 4", as: "y = 8")
    shows("y", after: "c = 100; y = b where b = c * 2, c = 4", as: "8")
    refuses("y = a where a = b, b = a", as: "cycle")
    refuses("y with c = 3", after: "y = b where b = c * 2, c = 4", as: "unknown-override")
  }

  @Test func `ans is the formula of the last answer`() {
    let tj = Dialogue("x = 2 W")
    #expect(tj.shown("x * 3") == "6 W")
    #expect(tj.shown("ans + 1 W") == "7 W")
    #expect(tj.shown("y = ans") == "y = 7 W")
    tj.define("x = 3 W")
    #expect(tj.shown("y") == "10 W")
    #expect(tj.shown("* 2") == "20 W")
    #expect(tj.shown("-> mW") == "20000 mW")
    refuses("ans", as: "no-answer-yet")
    refuses("ans = 3", as: "reserved-name")
  }

  @Test func `built in names stay`() {
    refuses("pi = 3", as: "reserved-name")
    refuses("sqrt(x) = x", as: "reserved-name")
    shows("e^2", after: "e = 3", as: "9")
    shows("2 * t", after: "t = 3 W", as: "6 W")
  }

  @Test func `documentation belongs to its definition`() {
    let tj = Dialogue("## the power\n## source: data sheet\nnode = 3 kW")
    #expect(tj.session.savedText() == "## the power\n## source: data sheet\nnode = 3 kW\n")
    tj.define("node = 4 kW")
    #expect(tj.session.savedText() == "node = 4 kW\n")
  }
}
