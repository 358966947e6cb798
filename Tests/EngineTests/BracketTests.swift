import Testing

/// §6: brackets and tolerances.
struct BracketTests {
  static let x = "x = -1..2"

  @Test func `spellings`() {
    shows("1.5..3.0 kW", as: "1.5..3 kW")
    shows("1500 W..3 kW", as: "1.5..3 kW")
    shows("(1.5..3.0) kW", as: "1.5..3 kW")
    shows("1.5..2.2..3.0 kW", as: "1.5..3 kW")
    shows("10 ± 1 kW", as: "9..11 kW")
    shows("10 kW ± 10%", as: "9..11 kW")
    shows("2.25 ± 0.75 kW", as: "1.5..3 kW")
    shows("7.4 km ± 5 m", as: "7.395..7.405 km")
    shows("1 ± 10%", as: "0.9..1.1")
    shows("-2 ± 10%", as: "-2.2 .. -1.8")
    shows("10..20%", as: "10..20 %")
    shows("$0.08..0.15/kWh", as: "0.08..0.15 $/kWh")
    shows("500..900 million request", as: "500000000..900000000 request")
    shows("-1..2", as: "-1 .. 2")
    shows("3..3 kW", as: "3 kW")
    refuses("5..3 kW", as: "low-above-high")
    refuses("1..4..3", as: "best-outside")
    refuses("x..5", after: Self.x, as: "uncertain-end")
    refuses("2 ± x", after: Self.x, as: "uncertain-end")
    refuses("1 kW..3 kg", as: "list-items-differ")
    notes("319.8 t/s ± 10%", as: "note-hard-limits")
  }

  @Test func `each literal is one source`() {
    shows("x - x", after: Self.x, as: "0")
    shows("x / x", after: "x = 1..10", as: "1")
    shows("(x * 2) / x", after: "x = 1..10", as: "2")
    shows("x / x == 1", after: "x = 1..10", as: "true")
    shows("a - b", after: "x = 1..2; a = x * 3; b = x * 3", as: "0")
    shows("(1..2) - (1..2)", as: "-1 .. 1")
    shows("x - y", after: "x = 1..2; y = 1..2", as: "-1 .. 1")
    shows("(1 ± 10%) - (1 ± 10%)", as: "-0.2 .. 0.2")
    shows("y - x", after: "x = 1..2; y := x", as: "-1 .. 1")
  }

  @Test func `what rests on several sources cancels too`() {
    shows("y - y", after: "y = (1..2) * (1..2)", as: "0")
    shows("y / y", after: "y = (1..2) * (1..2)", as: "1")
  }

  @Test func `an override has a source of its own`() {
    shows("x - (x with x = 3..4)", after: "x = 1..2", as: "-3 .. -1")
    shows("x - (x with x = x + 1)", after: "x = 1..2", as: "-1")
    shows("((1..2) + x with x = 5) - (1..2)", after: "x = 1..2", as: "4..6")
    shows("y", after: "x = 1..2; y = ((1..2) + x with x = 5) - (1..2)", as: "4..6")
    // what a what-if leaves alone keeps its source
    shows("x - (x + z with z = 1)", after: "x = 1..2; z = 7", as: "-1")
  }

  @Test func `the range is exact`() {
    shows("x^2", after: Self.x, as: "0..4")
    shows("x * x", after: Self.x, as: "0..4")
    shows("x^3", after: Self.x, as: "-1 .. 8")
    shows("x^4", after: Self.x, as: "0..16")
    shows("abs(x)", after: Self.x, as: "0..2")
    shows("x^2 - x", after: Self.x, as: "-0.25 .. 2")
    shows("max(x, -x)", after: Self.x, as: "0..2")
    shows("min(x, 1)", after: Self.x, as: "-1 .. 1")
    shows("exp(-x^2)", after: Self.x, as: "0.01832..1")
    shows("sin(x)", after: Self.x, as: "-0.8415 .. 1")
    shows("cos(x)", after: Self.x, as: "-0.4161 .. 1")
    shows("floor(x)", after: Self.x, as: "-1 .. 2")
    // least at x = −0.5493…, by a search over a million points
    shows("(x + 2)^x", after: Self.x, as: "0.8152..16")
    shows("x / (x + 4 ohm)^2", after: "x = 1..10 ohm", as: "0.04..0.0625 ohm^-1")
    shows("a * b - a", after: "a = 1..2; b = 3..4", as: "2..6")
    shows("(a - b)^2", after: "a = 1..3; b = 2..5", as: "0..16")
    shows("a / (a + b)", after: "a = 1..2; b = 3..4", as: "0.2..0.4")
  }

  /// A multiple of a step is no further from a number than the step, or than half of it.
  @Test func `a step may be a range`() {
    shows("floor(3.5, 1..2)", as: "1.5..3.5 (outer bound)")
    shows("ceil(-3.5, 0.5..2)", as: "-3.5 .. -1.5 (outer bound)")
    shows("round(10..12, 1..2)", as: "9..13 (outer bound)")
    shows("mod(7.5, 2..3)", as: "0..3 (outer bound)")
  }

  @Test func `a range ends where the formula has a kink`() {
    shows("abs(x - y) + abs(y - z)", after: "x = -1..2; y = -1..2; z = -1..2", as: "0..6")
  }

  @Test
  func `a range ends along a whole line of kinks`() {
    shows("abs(r - q)", after: "r = 0.75..3.75; q = 0.5..1.25", as: "0..3.25")
  }

  @Test func `a loose enclosure is no fault`() {
    // 9 − x (6 − x) is (3 − x)²
    shows("sqrt(9 - x * (6 - x))", after: "x = 0..3", as: "0..3")
    shows("1 / (9.5 - x * (6 - x))", after: "x = 0..3", as: "0.1053..2")
    shows("ln(9.5 - x * (6 - x))", after: "x = 0..3", as: "-0.6931 .. 2.251")
  }

  @Test func `a divisor that holds 0 is an error`() {
    refuses("1 / x", after: Self.x, as: "divisor-holds-zero")
    refuses("1 / x", after: "x = 0..2", as: "divisor-holds-zero")
    refuses("x^-1", after: Self.x, as: "divisor-holds-zero")
    refuses("1 / (x - y)", after: "x = 1..3; y = 2..4", as: "divisor-holds-zero")
    shows("1 / (1..2)", as: "0.5..1")
    shows("1 / (x - x + 1)", after: Self.x, as: "1")
    refuses("sqrt(x)", after: Self.x, as: "not-defined-for")
    refuses("ln(x + 1)", after: Self.x, as: "not-defined-for")
    shows("sqrt(x^2)", after: Self.x, as: "0..2")
    shows("if x > 5 then 1 / x else 3", after: Self.x, as: "3")
  }

  @Test
  func `a divisor that can be 0 ends the search`() {
    refuses("p * p / (1 + p^2) + p / p", after: "p = 0..2.75", as: "divisor-holds-zero")
  }

  @Test func `the best guess is carried along`() {
    shows("best(1..2..4)", as: "2")
    shows("best(x)", after: Self.x, as: "0.5")
    shows("best(y * 2)", after: "y = 0..5..20 kW", as: "10 kW")
    shows("best(10 kW ± 10%)", as: "10 kW")
    shows("low(x^2)", after: Self.x, as: "0")
    shows("high(x^2)", after: Self.x, as: "4")
  }

  @Test func `comparisons are true, false, or depend`() {
    shows("x > -2", after: Self.x, as: "true")
    shows("x > 2", after: Self.x, as: "false")
    shows("x > 0", after: Self.x, as: "depends on x")
    shows("not (x > 0)", after: Self.x, as: "depends on x")
    shows("x >= -1", after: Self.x, as: "true")
    shows("x < 2", after: Self.x, as: "depends on x")
    shows("x^2 >= 0", after: Self.x, as: "true")
    shows("x == x", after: Self.x, as: "true")
    shows("x != x", after: Self.x, as: "false")
    shows("-2 < x < 3", after: Self.x, as: "true")
    shows("x > 0 and x > 5", after: Self.x, as: "false")
    shows("x > 0 or x < 5", after: Self.x, as: "true")
    shows("p < 0.07 ohm^-1", after: "x = 1..10 ohm; p = x / (x + 4 ohm)^2", as: "true")
    shows("a < b", after: "a = 1..2; b = a * 1.01", as: "true")
  }

  @Test func `~= compares low with low and high with high`() {
    shows("1.303..2.606 ~= 1.3..2.6 within 1%", as: "true")
    shows("1.303..2.606 ~= 1.3..2.7 within 1%", as: "false")
    shows("p ~= 100.5..1005 within 1%", after: "p = 100..1000", as: "true")
    shows(
      "x / (x + 4 ohm)^2 ~= 0.04..0.0625 ohm^-1 within 1%", after: "x = 1..10 ohm", as: "true")
    shows("p ~= 101..1005 within 0.5", after: "p = 100..1000", as: "false")
  }

  @Test func `an undecided if is the hull of both branches, marked`() {
    shows("if x > 0 then 1 else 2", after: Self.x, as: "1..2 (outer bound)")
    shows("if x > 5 then x else -x", after: Self.x, as: "-2 .. 1")
  }

  @Test func `brackets in lists`() {
    shows("w", after: "w = [1..2, 1..2]", as: "[1..2, 1..2] over w")
    shows("w - w", after: "w = [1..2, 1..2]", as: "[0, 0] over w")
    shows("sum(w)", after: "w = [1..2, 1..2]", as: "2..4")
    shows("w[w = 1]", after: "w = [1..2, 3..4]", as: "1..2")
    shows("y - x", after: "x = 1..2; y = [x, x * 2, 3]", as: "[0, 1..2, 1..2] over y")
    let tolerances = "b = [10, 20]; u = [1 ± 10%, 1 ± 10%] over b; v = (1 ± 10%) * b"
    // one literal over an axis is one source, one inside the list for each
    shows("v[b = 10] * 2 - v[b = 20]", after: tolerances, as: "0")
    shows("u[b = 10] - u[b = 20]", after: tolerances, as: "-0.2 .. 0.2")
    shows("sum(v)", after: tolerances, as: "27..33")
    shows("v[b = 20] / v[b = 10]", after: tolerances, as: "2")
    shows("difference(u)", after: tolerances, as: "[-0.2 .. 0.2] over b")
    shows("cumulative(v)", after: tolerances, as: "[9..11, 27..33] over b")
    shows("interpolate(u, b = 15)", after: tolerances, as: "0.9..1.1")
    shows("b[u > 0.5]", after: tolerances, as: "[10, 20]")
    shows("b[low(v) > 10]", after: tolerances, as: "[20]")
    shows("count(v > 15 over b)", after: tolerances, as: "1")
    shows("max(v over b)", after: tolerances, as: "18..22")
    shows("argmax(v over b)", after: tolerances, as: "20")
    refuses("argmax(u over b)", after: tolerances, as: "depends-on")
    shows(
      "if v > 15 then v else 1 / 0", after: tolerances + "; k = 1", as: "error: division-by-zero")
    shows("if v > 15 then v else 0", after: tolerances, as: "[0, 18..22] over b")
  }

  @Test func `a condition that depends keeps nobody`() {
    refuses(
      "b[u > 1]", after: "b = [10, 20]; u = [1 ± 10%, 1 ± 10%] over b", as: "depends-on")
  }

  @Test func `the seed's brackets`() {
    let rig = """
      batch = [1, 2, 4, 8]
      tput = [53.9, 102.9, 182.5, 319.8] t/s over batch
      node = 1.5..3.0 kW
      jt = node / tput
      """
    shows(
      "jt", after: rig, as: "[27.83..55.66, 14.58..29.15, 8.219..16.44, 4.69..9.381] J/t over batch"
    )
    shows("jt[batch = 8] -> kWh/Mt", after: rig, as: "1.303..2.606 kWh/Mt")
    shows("jt[batch = 4] / jt[batch = 8]", after: rig, as: "1.75233")
    shows("sum(jt over batch) / node", after: rig, as: "36.8775 ms/t")
  }
}
