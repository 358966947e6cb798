import Testing

@testable import Syntax

@Suite struct OperatorTests {
  @Test func `the order of binding`() {
    reads("a + b * c", as: "a + (b * c)")
    reads("a - b - c", as: "(a - b) - c")
    reads("a / b / c", as: "(a / b) / c")
    reads("a ^ b ^ c", as: "a^(b^c)")
    reads("-x^2", as: "-(x^2)")
    reads("-x * y", as: "(-x) * y")
    reads("x^-2", as: "x^(-2)")
    reads("x²", as: "x^2")
    reads("a -> kW < b", as: "(a -> kW) < b")
    reads("a < b < c", as: "a < b < c")
    reads("a < b and not c or d", as: "((a < b) and (not c)) or d")
    reads("a ~= b within 1%", as: "a ~= b within (1 %)")
    reads("a ≈ b within rounding", as: "a ~= b within rounding")
    reads("a + b -> kWh", as: "(a + b) -> kWh")
    reads("if a < b then 1 else 2", as: "if (a < b) then 1 else 2")
    reads("if a then 1 else if b then 2 else 3", as: "if a then 1 else (if b then 2 else 3)")
    reads("if a then x else y -> kW", as: "(if a then x else y) -> kW")
    reads("if a then x -> W else y -> kW", as: "(if a then (x -> W) else y) -> kW")
  }

  @Test func `every spelling is the same`() {
    for text in ["a * b", "a × b", "a · b", "a*b", "a×b"] { reads(text, as: "a * b") }
    for text in ["a / b", "a ÷ b", "a/b"] { reads(text, as: "a / b") }
    for text in ["a - b", "a − b", "a-b"] { reads(text, as: "a - b") }
    for text in ["a -> kWh", "a → kWh", "a to kWh", "a in kWh"] { reads(text, as: "a -> kWh") }
    for text in ["1 ± 2", "1 +- 2"] { reads(text, as: "1 ± 2") }
    for text in ["a <= b", "a ≤ b"] { reads(text, as: "a <= b") }
    for text in ["a >= b", "a ≥ b"] { reads(text, as: "a >= b") }
    for text in ["a != b", "a ≠ b"] { reads(text, as: "a != b") }
    for text in ["a ~= b", "a ≈ b"] { reads(text, as: "a ~= b") }
    for text in ["x^12", "x¹²"] { reads(text, as: "x^12") }
  }

  @Test func `names, fields, calls, indices`() {
    reads("grid.FRA.codecarbon", as: "grid.FRA.codecarbon")
    reads("const.k_B * T", as: "const.k_B * T")
    reads("f(x).memory", as: "f(x).memory")
    reads("(a + b).memory", as: "(a + b).memory")
    reads("f(rate = 300 t/s, 2)", as: "f(rate = 300 t/s, 2)")
    reads("f()", as: "f()")
    reads("sum(jt over batch)", as: "sum(jt over batch)")
    reads("mean(2 * jt over a, b)", as: "mean((2 * jt) over a, b)")
    reads("jt[batch = 8]", as: "jt[batch = 8]")
    reads("batch[jt < 1 J/t]", as: "batch[jt < (1 J/t)]")
    reads("jt[a = 8, b = 2]", as: "jt[a = 8, b = 2]")
    reads("Größe_2 + größe", as: "Größe_2 + größe")
    fails("grid.f(x)", .notAFunction("grid.f"))
  }

  @Test func `lists`() {
    reads("[1, 2, 4, 8]", as: "[1, 2, 4, 8]")
    reads("[53.9, 102.9] t/s over batch", as: "[53.9, 102.9] t/s over batch")
    reads("[[1, 2], [3, 4]] kW over a, b", as: "[[1, 2], [3, 4]] kW over a, b")
    reads("[1: 53.9, 2: 102.9] t/s over batch", as: "[1: 53.9, 2: 102.9] t/s over batch")
    reads("2 * [1, 2] over b", as: "2 * ([1, 2] over b)")
    reads("table [1, 2] over a, b", as: "table [1, 2] over a, b")
    reads("sum([1, 2] over batch)", as: "sum([1, 2] over batch)")
    reads("[\n  1,\n  2,\n]", as: "[1, 2]")
    fails("[1: 2, 3]", .mixedLabels)
  }

  @Test func `holes`() {
    reads("jt + node / ?", as: "jt + (node / ?)")
    reads("? * 2", as: "? * 2")
  }

  @Test func `strings`() {
    reads(#""batch {b}: {jt:.2f}""#, as: #""batch {b}: {jt:.2f}""#)
    reads(#""{{x}} \"q\" \\""#, as: #""{{x}} \"q\" \\""#)
    reads(#""{f("a")}""#, as: #""{f("a")}""#)
    reads("\"\"\"\nraw {x}\"\"\"", as: #""raw {{x}}""#)
    reads("\"\"", as: "\"\"")
    reads("f(\"\"\"a\nb\"\"\")", as: #"f("a\nb")"#)
  }

  @Test func `what if`() {
    reads("jt with pue = 1.2 -> kWh/Mt", as: "(jt with pue = 1.2) -> kWh/Mt")
    reads("jt with a = 1 kW, b = 2", as: "jt with a = (1 kW), b = 2")
    reads("jt under worst with a = 1", as: "jt under worst with a = 1")
    reads("jt with a = 1 under worst", as: "jt under worst with a = 1")
    reads("(jt with a = 1) + 2", as: "(jt with a = 1) + 2")
    reads("jt with pue = [1.1, 1.2], n = [1, 2]", as: "jt with pue = [1.1, 1.2], n = [1, 2]")
    fails(
      "f(jt with a = 2)", .withNeedsParentheses(word: "with", mend: "(jt with a = 2)"),
      at: "with")
  }

  @Test func `questions`() {
    reads(
      "solve jt == 0.4 J/t for tput from 1 t/s..1000 t/s",
      as: "solve jt == (0.4 J/t) for tput from ((1 t/s)..(1000 t/s))")
    reads("minimize cost over batch", as: "minimize cost over batch")
    reads("2 + (solve a == b for c)", as: "2 + (solve a == b for c)")
    reads(
      "x = maximize p over v from 1..9 m/s", as: "x = maximize p over v from ((1 m/s)..(9 m/s))")
  }
}
