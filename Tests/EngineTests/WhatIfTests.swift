import Testing

/// §4: `with`.
struct WhatIfTests {
  static let rig = """
    batch = [1, 2, 4, 8]
    tput = [53.9, 102.9, 182.5, 319.8] t/s over batch
    node = 3 kW
    jt = node / tput
    pue = 1.2
    total = jt[batch = 8] * pue
    """

  @Test func `nothing is changed`() {
    let tj = Dialogue(Self.rig)
    #expect(tj.shown("total") == "11.2570 J/t" || tj.shown("total") == "11.257 J/t")
    #expect(tj.shown("total with pue = 1") == "9.38086 J/t")
    #expect(tj.shown("total") == "11.257 J/t")
    #expect(tj.shown("pue") == "1.2")
  }

  @Test func `several names at once, and conversions after`() {
    shows("total with node = 1.5 kW, pue = 1", after: Self.rig, as: "4.69043 J/t")
    shows("total with pue = 1 -> kWh/Mt", after: Self.rig, as: "2.6058 kWh/Mt")
    shows("(total with pue = 1) / (total with pue = 2)", after: Self.rig, as: "0.5")
    shows("(total with pue = 1) with node = 1.5 kW", after: Self.rig, as: "4.69043 J/t")
    refuses("total with pue = 1, pue = 2", after: Self.rig, as: "overridden-twice")
  }

  @Test func `in an override of a name the name is the outer one`() {
    shows("total with node = node * 2, pue = 1", after: Self.rig, as: "18.7617 J/t")
    shows("x + y with x = x * 2, y = x", after: "x = 2; y = 3", as: "8")
    shows("x + y with x = y, y = 5", after: "x = 2; y = 3", as: "10")
    refuses("x + y with x = y, y = x", after: "x = 2; y = 3", as: "cycle")
    shows("((x with x = x + 1) with x = x * 10)", after: "x = 2", as: "21")
  }

  @Test func `an override keeps the dimension`() {
    refuses("total with node = 3 kg", after: Self.rig, as: "override-differs")
    refuses("total with pue = \"a\"", after: Self.rig, as: "override-differs")
    shows("total with node = 3000 J/s, pue = 1", after: Self.rig, as: "9.38086 J/t")
  }

  @Test func `an override must matter`() {
    refuses("jt with pue = 1", after: Self.rig, as: "does-not-rest-on")
    refuses("jt with nodee = 1 kW", after: Self.rig, as: "unknown-override")
    refuses("jt with node = nodee", after: Self.rig, as: "unknown-name")
    shows("f(2) with k = 5", after: "k = 3; f(x) = x * k", as: "10")
    shows("y with k = 5", after: "k = 3; f(x) = x * k; y = f(2)", as: "10")
  }

  @Test func `labels of a list that others are written over`() {
    shows("jt with batch = 8", after: Self.rig, as: "9.38086 J/t")
    shows("tput with batch = [8, 1]", after: Self.rig, as: "[319.8, 53.9] t/s over batch")
    refuses("jt with batch = [2, 3]", after: Self.rig, as: "no-such-label")
    shows("sum(tput over batch) with batch = [8, 1]", after: Self.rig, as: "373.7 t/s")
    shows("batch * tput with batch = [8, 1]", after: Self.rig, as: "[2558, 53.9] t/s over batch")
    shows("(jt with batch = 8) / (jt with batch = 4)", after: Self.rig, as: "0.570669")
    let texts = "x = [\"a\", \"b\", \"c\"]; y = [10, 20, 30] over x"
    shows("y with x = \"b\"", after: texts, as: "20")
    refuses("y with x = \"z\"", after: texts, as: "no-such-label")
    shows("y with x = [\"c\", \"a\"]", after: texts, as: "[30, 10] over x")
  }

  @Test func `a list that nobody is written over may be any list`() {
    shows("y with x = [5, 6, 7]", after: "x = [1, 2]; y = x^2", as: "[25, 36, 49] over x")
    shows("y with x = 5", after: "x = [1, 2]; y = x^2", as: "25")
  }

  @Test func `a reduction is not written over its list`() {
    shows("sum(y over x) with x = [5, 6, 7]", after: "x = [1, 2]; y = x^2", as: "110")
  }

  @Test func `an override by a literal zero keeps the dimension`() {
    shows("total with node = 0", after: Self.rig, as: "0 J/t")
  }

  @Test func `lists in overrides make tables`() {
    shows("total with pue = [1, 2]", after: Self.rig, as: "[9.381, 18.76] J/t over pue")
    shows(
      "cost with n = [1, 2], price = [3, 4]", after: "n = 5; price = 6; cost = n * price",
      as: """
        cost
        n \\ price  3  4
                1  3  4
                2  6  8
        """)
    shows(
      "tput with tput = [1, 2, 3, 4] t/s over batch", after: Self.rig,
      as: "[1, 2, 3, 4] t/s over batch")
    shows("jt with tput = 300 t/s", after: Self.rig, as: "10 J/t")
  }

  @Test func `brackets in overrides`() {
    shows("total with node = 1.5..3 kW, pue = 1", after: Self.rig, as: "4.69..9.381 J/t")
    shows("x - x with x = 1..2", after: "x = 5", as: "0")
    shows("x * y with x = 2", after: "x = 1..3; y = x + 1..2", as: "6..8")
    shows("x * y with x = 2", after: "x = 1..3; y = x + (1..2)", as: "6..8")
  }

  /// What one what-if has worked out must not be taken for another's.
  @Test func `one what-if after another`() {
    let tj = Dialogue("x = 3..5; a = 3 + abs(x - x); b = 7; c = a + b; q = x * b")
    for _ in 0..<20 {
      #expect(tj.shown("a + 0 with x = x") == "3")
      #expect(tj.shown("c with x = 3..4") == "10")
      #expect(tj.shown("b + a with x = x") == "10")
      #expect(tj.shown("q / (q with b = 14)") == "0.5")
      #expect(tj.shown("(q with b = 1) - x") == "0")
    }
  }

  @Test func `with holds for a whole statement`() {
    let tj = Dialogue(Self.rig)
    #expect(
      tj.shown("table batch, jt with batch = [4, 8]") == """
        batch  jt [J/t]
            4    16.438
            8     9.381
        """ || tj.shown("table batch, jt with batch = [4, 8]").contains("16.44"))
    #expect(tj.shown("print pue with pue = 3") == "3")
  }

  @Test func `overriding a name by its own value changes nothing`() {
    let tj = Dialogue(Self.rig)
    for (name, text) in [
      ("node", "3 kW"), ("pue", "1.2"), ("batch", "[1, 2, 4, 8]"),
      ("tput", "[53.9, 102.9, 182.5, 319.8] t/s over batch"),
      ("jt", "node / tput"), ("node", "node"), ("pue", "pue"), ("batch", "batch"),
      ("tput", "tput"), ("jt", "jt"),
    ] {
      #expect(tj.numbers("total with \(name) = \(text)") == tj.numbers("total"), "\(name)")
    }
  }
}
