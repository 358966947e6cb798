import Support
import Testing

/// §3: a statement fails for its own faults only.
struct BrokenDefinitionTests {
  private func broken() -> Conversation {
    let tj = Conversation()
    for line in ["tput = 300 t/s", "node = 3 kW", "jt: energy/token = node / tput"] {
      tj.enter(line)
    }
    #expect(tj.enter("node = 3 kg").contains("jt  has no value now"))
    return tj
  }

  @Test func `what rests on a broken definition stands, and mends with it`() {
    let tj = broken()
    let said = tj.enter("double = jt * 2")
    #expect(said.hasPrefix("note: `double` has no value until `jt` is mended: `jt` is stated as"))
    #expect(tj.enter("sum2 = double + 1 J/t").contains("until `jt` is mended"))
    let mended = tj.enter("node = 3 kW")
    #expect(mended.contains("double = 20 J/t"))
    #expect(tj.enter("sum2") == "21 J/t\n")
    #expect(tj.enter(":undo").contains("node"))
    #expect(tj.enter("double").contains("stated as energy/token"))
  }

  @Test func `an equation about a broken definition stands, and a scenario with one`() {
    let tj = broken()
    #expect(tj.enter("need = solve jt == 5 J/t for tput").contains("until `jt` is mended"))
    #expect(tj.enter("other = jt with tput = 100 t/s").contains("until `jt` is mended"))
    tj.enter("price = 1 J/t")
    #expect(tj.enter("scenario s { price = jt }").contains("`s` has no value until `jt` is mended"))
    tj.enter("node = 3 kW")
    #expect(tj.enter("need") == "600 t/s\n")
    #expect(tj.enter("other") == "30 J/t\n")
    #expect(tj.enter("price under s") == "10 J/t\n")
  }

  @Test func `a fault of values elsewhere is no fault here`() {
    let tj = Conversation()
    for line in ["a = 1", "b = 3 / a", "a = 0"] { tj.enter(line) }
    #expect(tj.enter("c = b * 2").contains("`c` has no value until `b` is mended: division by 0"))
    tj.enter("a = 2")
    #expect(tj.enter("c") == "3\n")
  }

  @Test func `a fault of its own refuses a statement still`() {
    let tj = broken()
    for line in ["k = 3 kW + 2 s + jt", "k := jt * 2", "k = 1 / 0"] {
      tj.enter(line)
      #expect(tj.enter("k").contains("`k` is not defined"), "\(line)")
    }
  }

  @Test func `a script that ends with a broken definition fails`() {
    let script = "jt: energy/token = node / 300 t/s\nnode = 3 kg\nk = jt * 2\n"
    let (isSound, shown) = Conversation().run(script)
    #expect(!isSound)
    #expect(shown.contains("definitions are left without a value: `jt` and `k`"))
    let mended = Conversation().run(script + "node = 3 kW\nk\n")
    #expect(mended.isSound)
    #expect(mended.shown.hasSuffix("20 J/t\n"))
  }
}
