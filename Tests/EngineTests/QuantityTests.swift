import Testing

/// §2: what a quantity is, and how it shows.
struct QuantityTests {
  @Test func `the line on the card`() {
    shows("jt", after: "node = 4 * h100_sxm * 1.1; jt = node / 319.8 t/s", as: "9.63102 J/t")
    // 3080 W / 319.8 t/s × 10⁶ t / 3.6×10⁶ J
    shows("3080 W / 319.8 t/s -> kWh/million t", as: "2.67528 kWh/million t")
  }

  @Test func `units merge as their author would expect`() {
    shows("2 kW * 3 h", as: "6 kWh")
    shows("500 W * 10 s", as: "5 kJ")
    shows("100 W * 30 min", as: "50 Wh")
    shows("3 kW / 300 t/s", as: "10 J/t")
    shows("6 kWh / 2 h", as: "3 kW")
    shows("10 N * 3 m", as: "30 J")
    shows("230 V * 2 A", as: "460 W")
    shows("1 kWh + 1 J", as: "1 kWh")
    shows("0.05 $/kWh * 100 kWh", as: "5.00 $")
    shows("10000 € + 0.95 €", as: "10000.95 €")
  }

  @Test func `a number takes the unit that follows it`() {
    shows("10 kW / 5 kg/s", as: "2 kJ/kg")
    shows("60 km / 2 h", as: "30 km/h")
    shows("2.5 billion request/day * 2 day", as: "5000000000 request")
    shows("-> W", after: "3 kW", as: "3000 W")
  }

  @Test func `what is asked for is kept`() {
    shows("3 kW -> MW", as: "0.003 MW")
    shows("p", after: "p = 3 kW -> W", as: "3000 W")
    shows("3 kW * 2 -> W", as: "6000 W")
  }

  @Test func `temperatures are readings`() {
    shows("25 °C - 20 °C", as: "5 Δ°C")
    shows("25 °C + 5 K", as: "30 °C")
    shows("25 °C - 5 Δ°C", as: "20 °C")
    shows("25 °C -> K", as: "298.15 K")
    shows("25 °C -> °F", as: "77 °F")
    shows("-40 °C -> °F", as: "-40 °F")
    shows("25 °C ± 2 K", as: "23..27 °C")
    shows("20..25 °C -> K", as: "293.2..298.2 K")
    shows("mean([20, 25] °C)", as: "22.5 °C")
    shows("(10 °C - 5 °C) * 2", as: "10 Δ°C")
    shows("5 W/°C * 2 Δ°C", as: "10 W")
    shows("if 25 °C > 20 °C then 1 else 2", as: "1")
    refuses("25 °C * 2", as: "reading-arithmetic")
    refuses("25 °C + 20 °C", as: "reading-arithmetic")
    refuses("-(25 °C)", as: "reading-arithmetic")
    refuses("(25 °C)^2", as: "reading-arithmetic")
    refuses("(25 °C - 20 °C) -> °C", as: "difference-as-reading")
  }

  @Test func `a tolerance of a reading is a difference`() {
    shows("25 °C ± 2 °C", as: "23..27 °C")
  }

  @Test func `functions refuse readings`() {
    refuses("sum([20, 25] °C)", as: "reading-arithmetic")
    refuses("sqrt(25 °C)", as: "reading-arithmetic")
    refuses("abs(-5 °C)", as: "reading-arithmetic")
    refuses("round(-5 °C, 1 K)", as: "reading-arithmetic")
    shows("difference([20, 25] °C)", as: "[5] Δ°C")
  }

  @Test func `a literal zero fits any dimension`() {
    shows("3 W + 0", as: "3 W")
    shows("0 < 3 W", as: "true")
    shows("3 W == 0", as: "false")
    shows("max(0, -3 W)", as: "0 W")
    shows("if 1 > 2 then 3 W else 0", as: "0 W")
    refuses("3 W + 1", as: "do-not-add")
  }

  @Test func `the dimension of an if does not hang on its condition`() {
    let definitions = "n = 0; x = if n > 0 then 3 W else 0"
    shows("x + 1 W", after: definitions, as: "1 W")
    shows("x + 1 W with n = 1", after: definitions, as: "4 W")
  }

  @Test func `what does not add says so`() {
    refuses("3 kW + 2 kWh", as: "do-not-add")
    refuses("1 USD + 1 EUR", as: "do-not-add")
    refuses("3 kW -> kWh", as: "cannot-convert")
    refuses("2 ^ (1 W)", as: "exponent-not-plain")
    refuses("3 W == 3 s", as: "do-not-compare")
    refuses("exp(1 W)", as: "needs-plain")
    refuses("ceil(2.5 kW)", as: "needs-step")
    shows("ceil(2.5 kW, 1 kW)", as: "3 kW")
    refuses("log(2)", as: "log-is-ambiguous")
  }

  @Test func `no value is infinite or nameless`() {
    refuses("1/0", as: "division-by-zero")
    refuses("0/0", as: "division-by-zero")
    refuses("1e308 * 10", as: "too-large")
    refuses("exp(1000)", as: "too-large")
    refuses("ln(0)", as: "not-defined-for")
    refuses("sqrt(-1)", as: "not-defined-for")
    refuses("(-8)^(1/3)", as: "not-defined-for")
    refuses("asin(2)", as: "not-defined-for")
    shows("cbrt(-8)", as: "-2")
    shows("0^0", as: "1")
  }

  @Test func `functions of numbers`() {
    shows("sqrt(9 m^2)", as: "3 m")
    shows("cbrt(27 m^3)", as: "3 m")
    shows("ln(exp(2))", as: "2")
    shows("log10(1000)", as: "3")
    shows("log2(8)", as: "3")
    shows("sin(30 deg)", as: "0.5")
    shows("abs(-3 W)", as: "3 W")
    shows("min(3 W, 2 W, 0.001 kW)", as: "1 W")
    shows("clamp(5, 1, 3)", as: "3")
    shows("mod(7, 3)", as: "1")
    shows("mod(-7, 3)", as: "2")
    shows("round(2.5)", as: "3")
    shows("floor(-2.5)", as: "-3")
    shows("floor(0.3, 0.1)", as: "0.3")
    shows("hypot(3)", as: "error: unknown-function")
  }

  @Test func `powers beyond the usual ones`() {
    shows("(1 m)^-300", as: "1 m^-300")
    shows("(1 m)^-300 * (2 m)^300 / 2^300", as: "1")
    shows("(1 s)^300", as: "1 s^300")
  }
}
