import Testing

/// §3: the user's own functions.
struct FunctionTests {
  @Test func `arguments by position, by name, by default`() {
    let f = "f(x, y = 2) = x - y"
    shows("f(3)", after: f, as: "1")
    shows("f(3, 5)", after: f, as: "-2")
    shows("f(y = 5, x = 2)", after: f, as: "-3")
    shows("f(2, y = 3)", after: f, as: "-1")
    refuses("f(2, 3, 4)", after: f, as: "argument-count")
    refuses("f(2, x = 3)", after: f, as: "argument-twice")
    refuses("f(y = 3)", after: f, as: "argument-missing")
    refuses("f(2, z = 3)", after: f, as: "unknown-argument")
    refuses("f()", after: f, as: "argument-missing")
    // a default may use what came before, and names from outside
    shows("g(3)", after: "k = 10; g(x, y = x * k) = x + y", as: "33")
  }

  @Test func `an argument may hold a call of the same function`() {
    shows("f(f(f(2)))", after: "f(x) = x * 2", as: "16")
    shows("four(3 W)", after: "twice(x) = x * 2; four(x) = twice(twice(x))", as: "12 W")
    shows("f(y = f(1))", after: "f(y) = y + 1", as: "3")
  }

  @Test func `no function calls itself`() {
    refuses("f(x) = f(x)", as: "function-calls-itself")
    refuses("f(x) = if x > 0 then f(x - 1) else 0", as: "function-calls-itself")
    refuses("odd(x) = even(x - 1)", after: "even(x) = odd(x - 1)", as: "function-calls-itself")
    refuses("y = f(2)", after: "f(x) = x * y", as: "cycle")
  }

  @Test func `a function that comes to rest on its user breaks that one`() {
    let tj = Dialogue("f(x) = x; q = f(2)")
    tj.define("f(x) = x * q")
    #expect(Dialogue.errors(tj.enter("q")).map(\.id) == ["cycle"])
    tj.define("f(x) = x * 3")
    #expect(tj.shown("q") == "6")
  }

  @Test func `parameters may state a dimension`() {
    let g = "g(x: power, y: energy/token = 3 J/t) = x / y"
    shows("g(3 kW)", after: g, as: "1000 t/s")
    refuses("g(3 kg)", after: g, as: "parameter-mismatch")
    refuses("g(3 kW, 2)", after: g, as: "parameter-mismatch")
    refuses("f(3)", after: "f(x: power) = 1", as: "parameter-mismatch")
    refuses("h(3 W)", after: "h(x) = x + 1 kg", as: "do-not-add")
  }

  @Test func `where is local`() {
    let h = "a = 10; h(x) = a + b where a = x + c, b = a * 2, c = 1"
    shows("h(2)", after: h, as: "9")
    refuses("k(1)", after: "k(x) = a where a = b, b = a", as: "cycle")
  }

  @Test func `functions and values have a namespace each`() {
    shows("f(1) + f", after: "f(x) = x * 2; f = 5", as: "7")
    refuses("node(3)", after: "node = 2", as: "unknown-function")
  }

  @Test func `functions are live`() {
    let tj = Dialogue("f(x) = x * k; k = 2; y = f(3)")
    #expect(tj.shown("y") == "6")
    #expect(tj.shown("f(x) = x + k").contains("y  6 → 5"))
    #expect(tj.shown("k = 10").contains("y  5 → 13"))
    #expect(tj.shown("f(1) with k = 100") == "101")
    #expect(tj.shown("y with k = 100") == "103")
  }

  @Test func `functions take lists, brackets, records and axes`() {
    shows("f([1, 2])", after: "f(x) = x^2", as: "[1, 4]")
    shows("f(-1..2)", after: "f(x) = x^2", as: "0..4")
    shows("f(-1..2)", after: "f(x) = x - x", as: "0")
    shows("f(h100_sxm)", after: "f(card) = card.memory / card", as: "0.114286 GB/W")
    shows(
      "total(n * 2 W, n)", after: "n = [1, 2, 3]; total(x, axis) = sum(x over axis)", as: "12 W")
    shows(
      "at(n, 2)", after: "n = [1, 2, 3]; y = [10, 20, 30] over n; at(ax, v) = y[ax = v]", as: "20")
    shows("f([1, 2] over n)", after: "n = [5, 6]; f(x) = x * 2", as: "[2, 4] over n")
  }

  @Test func `each call has its own arguments`() {
    shows("f(1) + f(2)", after: "f(x) = x + 0", as: "3")
    shows("f(1) + f(2) * f(3)", after: "f(x) = x", as: "7")
    shows("g(1)", after: "f(x) = x; g(y) = f(y) + f(y * 2) + f(y * 3)", as: "6")
    shows("f(1) + f(2)", after: "f(x) = x * (1..2)", as: "3..6")
  }

  @Test func `each call has brackets of its own`() {
    let f = "f(x) = x * (1..2)"
    shows("f(1) - f(1)", after: f, as: "-1 .. 1")
    shows("w - w", after: f + "; w = f(2)", as: "0")
    shows("w - f(2)", after: f + "; w = f(2)", as: "-2 .. 2")
  }

  @Test func `calls nest a long way`() {
    var script = "f0(x) = x + 1"
    for i in 1...60 { script += "\nf\(i)(x) = f\(i - 1)(x) + 1" }
    shows("f60(0)", after: script, as: "61")
    // an argument used twice at each level is worked out once
    var doubling = "g0(x) = x"
    for i in 1...40 { doubling += "\ng\(i)(x) = g\(i - 1)(x + x)" }
    shows("g40(1)", after: doubling, as: "1099511627776")
  }
}
