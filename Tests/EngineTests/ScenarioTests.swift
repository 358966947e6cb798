import Testing

/// §4: `scenario`, `under`, `base`.
struct ScenarioTests {
  static let rig = """
    node = 3 kW
    tput = 300 t/s
    pue = 1.2
    jt = node * pue / tput
    f(x) = x * pue
    scenario worst { node = 4.5 kW; pue = 1.5 }
    scenario worse from worst { pue = pue * 1.1; tput = 150 t/s }
    scenario best { pue = 1 }
    """

  @Test func `a scenario overrides several names`() {
    // 3000 * 1.2 / 300, 4500 * 1.5 / 300, 4500 * 1.65 / 150, 3000 / 300
    shows("jt", after: Self.rig, as: "12 J/t")
    shows("jt under worst", after: Self.rig, as: "22.5 J/t")
    shows("jt under worse", after: Self.rig, as: "49.5 J/t")
    shows("jt under best", after: Self.rig, as: "10 J/t")
    shows("jt under base", after: Self.rig, as: "12 J/t")
    shows("f(2) under worst", after: Self.rig, as: "3")
  }

  @Test func `nothing is changed`() {
    let tj = Dialogue(Self.rig)
    #expect(tj.shown("jt under worst") == "22.5 J/t")
    #expect(tj.shown("jt") == "12 J/t")
    #expect(tj.shown("pue") == "1.2")
  }

  @Test func `under comes first and then with`() {
    shows("jt under worst with pue = 1", after: Self.rig, as: "15 J/t")
    shows("jt with pue = pue + 1 under worst", after: Self.rig, as: "37.5 J/t")
    shows("jt under worst, best", after: Self.rig, as: "15 J/t")
    shows("jt under best, worst", after: Self.rig, as: "22.5 J/t")
    shows("(jt under worst) under best", after: Self.rig, as: "22.5 J/t")
    shows("(jt under base) under worst", after: Self.rig, as: "12 J/t")
    shows("jt under worst -> kWh/Mt", after: Self.rig, as: "6.25 kWh/Mt")
    shows("(jt under worst) / jt", after: Self.rig, as: "1.875")
  }

  @Test func `what a scenario overrides need not matter`() {
    shows("tput under worst", after: Self.rig, as: "300 t/s")
  }

  @Test func `a definition under a scenario is live`() {
    let tj = Dialogue(Self.rig + "\nx = jt under worst")
    #expect(tj.shown("x") == "22.5 J/t")
    tj.define("tput = 450 t/s")
    #expect(tj.shown("x") == "15 J/t")
    #expect(tj.shown("scenario worst { pue = 1.8 }").contains("x  15 → 12 J/t  (−20 %)"))
    #expect(tj.shown("x") == "12 J/t")
    #expect(tj.shown("jt under worse") == "39.6 J/t")
  }

  @Test func `names may come later`() {
    let tj = Dialogue("scenario late { a = 2 }; y = b under late; b = a * 10")
    #expect(
      Dialogue.notes(tj.enter("scenario late { a = 2 }")).map(\.id) == ["note-scenario-waits"])
    tj.define("a = 1")
    #expect(tj.shown("y") == "20")
    shows("z", after: "a = 1; z = a under s; scenario s { a = 7 }", as: "7")
  }

  @Test func `what is wrong with a scenario`() {
    refuses("jt under nosuch", after: Self.rig, as: "unknown-scenario")
    refuses("scenario base { node = 1 kW }", after: Self.rig, as: "base-is-no-scenario")
    refuses("scenario s { node = 1 kg }", after: Self.rig, as: "override-differs")
    refuses("scenario s { node = 1 kW; node = 2 kW }", after: Self.rig, as: "overridden-twice")
    refuses("scenario worst from worse { node = 1 kW }", after: Self.rig, as: "scenario-cycle")
    refuses("scenario s { pi = 3 }", after: Self.rig, as: "reserved-name")
    refuses(
      "jt under s", after: Self.rig + "\nscenario s { nodee = 1 kW }", as: "unknown-override")
    refuses("node = jt under worst", after: Self.rig, as: "cycle")
    // a refused scenario leaves the one before it
    let tj = Dialogue(Self.rig)
    tj.enter("scenario worst { node = 1 kg }")
    #expect(tj.shown("jt under worst") == "22.5 J/t")
  }

  @Test func `a bracket that a scenario leaves alone is the same source`() {
    let rig = "p = 1..3 kW; q = 2; e = p * q; scenario s { q = 4 }"
    shows("(e under s) / e", after: rig, as: "2")
    shows("(e under s) - e", after: rig, as: "2..6 kW")
    let other = "p = 1..3 kW; e = p * 2; scenario s { p = 2..4 kW }"
    shows("(e under s) - e", after: other, as: "-2 .. 6 kW")
    shows("(e under s) - (p * 2 under s)", after: other, as: "0 kW")
  }

  @Test func `labels under a scenario`() {
    let rig = """
      batch = [1, 2, 4]
      tput = [10, 20, 40] t/s over batch
      e = 80 W / tput
      scenario big { batch = [2, 4] }
      scenario one { batch = 4 }
      """
    shows("e under big", after: rig, as: "[4, 2] J/t over batch")
    shows("(e under big) * (tput under big)", after: rig, as: "[80, 80] W over batch")
    shows("e under one", after: rig, as: "2 J/t")
  }

  @Test func `a catalog figure can be overridden`() {
    shows("x with h100_sxm = 350 W", after: "x = 2 * h100_sxm", as: "700 W")
    shows("x under s", after: "x = 2 * h100_sxm; scenario s { h100_sxm = 350 W }", as: "700 W")
    shows("h100_sxm with h100_sxm = h100_sxm * 2", as: "1.4 kW")
    refuses("x with h100_sxm = 3 kg", after: "x = 2 * h100_sxm", as: "override-differs")
    refuses("x with h100_pcie = 3 W", after: "x = 2 * h100_sxm", as: "does-not-rest-on")
  }

  @Test func `an override may use what is around it`() {
    shows("g(2 kW)", after: Self.rig + "\ng(p) = jt with node = p", as: "8 J/t")
    shows("h", after: Self.rig + "\nh = (jt with pue = k) where k = 2", as: "20 J/t")
  }

  @Test func `an override by its own name under a scenario`() {
    let rig = "z = 1; y = 2; w = z * 3; scenario s { y = 5 }; scenario t { z = 4 }"
    refuses("y with z = (z under s)", after: rig, as: "does-not-rest-on")
    refuses("5 with z = (z under s)", after: rig, as: "does-not-rest-on")
    shows("w with z = (z under s) + 1", after: rig, as: "6")
    shows("w with z = (z under t) + 1", after: rig, as: "15")
    refuses("w with z = (w under s)", after: rig, as: "override-cycle")
  }

  @Test func `tables, texts and checks hold under a scenario`() {
    shows("print \"{pue} {jt:.1f}\" under worst", after: Self.rig, as: "1.5 22.5 J/t")
    #expect(Dialogue(Self.rig).shown("assert jt ~= 22.5 J/t under worst") == "")
  }

  @Test func `undoing and saving`() {
    let tj = Dialogue(Self.rig)
    tj.define("scenario worst { node = 1 kW }")
    #expect(tj.shown("jt under worst") == "4 J/t")
    _ = tj.session.undo()
    #expect(tj.shown("jt under worst") == "22.5 J/t")
    let again = Dialogue()
    again.enter(tj.session.savedText(), mode: .script)
    #expect(again.shown("jt under worse") == "49.5 J/t")
    #expect(again.session.savedText() == tj.session.savedText())
  }
}
