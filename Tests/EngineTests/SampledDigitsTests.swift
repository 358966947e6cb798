import Engine
import Glibc
import Testing

/// What samples tell and what they do not: digits, errors, spreads of any size, searches that end.
struct SampledDigitsTests {
  private func number(_ line: String, after definitions: String = "") -> Double {
    Dialogue(definitions).numbers(line).first ?? .nan
  }

  // MARK: spreads of any size

  @Test func `a spread whose square is no number`() throws {
    for (line, sd) in [
      ("normal(0, 1) * 1e300", 1e300), ("normal(0, 1e200)", 1e200), ("normal(0, 1e-200)", 1e-200),
      ("normal(0, 1) * 1e-300", 1e-300),
    ] {
      let value = try #require(Dialogue().value(line))
      let spread = try #require(value.distributed?.spreads.first, "\(line)")
      // the 95 % point of a normal distribution
      #expect(isClose(spread.high / sd, 1.6448536269514722, within: 1e-3), "\(line)")
      #expect(isClose((spread.sd ?? 0) / sd, 1, within: 1e-3), "\(line)")
    }
    #expect(isClose(number("sd(uniform(0, 1e300))") / 1e300, (1.0 / 12).squareRoot(), within: 1e-3))
    refuses("var(normal(0, 1e200))", as: "too-large")
    for line in [
      "histogram normal(0, 1e200)", "sensitivity uniform(1, 2) * 1e200", "table normal(0, 1e200)",
      "uniform(1e300, 2e300)", "lognormal(1e300, 1.1)",
    ] {
      #expect(Dialogue.errors(Dialogue().enter(line)).isEmpty, "\(line)")
    }
  }

  @Test func `what rounding alone moves is one number`() {
    let u = "u = uniform(0, 1); w = u * 3; v = normal(3, 1); n = 1..2"
    shows("w * 7 / w", after: u, as: "7")
    shows("w / (w * 3)", after: u, as: "0.333333")
    shows("u + v - u - v", after: u, as: "0")
    shows("n * u / n - u", after: u, as: "0")
    // and what is small is no rounding
    #expect(Dialogue(u).value("1e-20 * u + 1e-20 * v")?.distributed != nil)
    #expect(isClose(number("mean(w * 7 / w)", after: u), 7))
  }

  // MARK: envelopes

  @Test func `what is read twice beside a bracket is one value`() {
    let model =
      "n = 1..2; u = uniform(1, 2); v = uniform(1, 2); y = u * v / n; w = u * v / n; x = y"
    for line in ["y - u * v / n", "y - w", "x - y", "y - v * u / n"] {
      shows(line, after: model, as: "0")
    }
    shows("y / (u * v / n)", after: model, as: "1")
    #expect(number("prob(y < w)", after: model) == 0)
  }

  @Test func `a statistic near 0 is searched to an end`() throws {
    // E z = 0: nothing but sampling error is left, whatever n is
    let tj = Dialogue(":samples 1024")
    let range = try #require(tj.range("mean(normal(0, 1) / (1..2))"))
    #expect(range.low[0] <= 0 && range.high[0] >= 0 || abs(range.low[0]) < 1e-2)
    #expect(range.high[0] - range.low[0] < 0.05)
    // sd(k z) is |k|
    let sd = try #require(Dialogue(":samples 1024\nk = -1..2; z = normal(0, 1)").range("sd(k * z)"))
    #expect(abs(sd.low[0]) < 0.05 && isClose(sd.high[0], 2, within: 0.02))
  }

  @Test func `the best guess of an envelope`() {
    // the median of w u where w is 1.5
    #expect(
      isClose(number("best(w * u)", after: "w = 1..1.5..2; u = uniform(0, 1)"), 0.75, within: 1e-3))
    #expect(isClose(number("mean(normal(best(w), 1))", after: "w = 1..1.5..2"), 1.5, within: 1e-3))
    refuses("1.5..2.2..3 kW as normal", as: "promotion-drops-best")
    refuses("1.5..2.2..3 kW as uniform", as: "promotion-drops-best")
  }

  // MARK: errors

  @Test func `a probability is no surer than a step of one sample`() throws {
    for (line, p) in [
      ("prob(normal(0, 1) < 1)", 0.8413447460685429),
      ("prob(normal(5, 1) < 4)", 0.15865525393145707),
    ] {
      let value = try #require(Dialogue().value(line))
      let error = value.errors?.cells[0] ?? 0
      #expect(error >= 1 / (2.0 * 16_384), "\(line)")
      #expect(abs(number(line) - p) < 4 * error, "\(line)")
    }
    // what is certain has none
    #expect(Dialogue().value("prob(uniform(0, 1) < 3)")?.errors?.cells[0] == 0)
  }

  @Test func `digits that are known, wherever they stand`() {
    let z = "z = normal(0, 1); u = uniform(0, 1)"
    // E(u z) and the median of z are 0
    #expect(Dialogue(z).shown("print \"{mean(u * z)}\"").hasPrefix("0.000"))
    #expect(!Dialogue(z).shown("table mean(u * z), median(z)").contains("e-"))
    // exp(ln² 2 / 2) = 1.27155
    let frozen = Dialogue("m2 := mean(lognormal(1, 2))").shown("m2")
    #expect(frozen.count == 5 && isClose(Double(frozen) ?? 0, 1.27155, within: 1e-3))
    shows("mean(x)", after: "x = normal(20 °C, 2 K)", as: "20 °C")
  }

  @Test func `the error of a heavy tail`() throws {
    // var(lognormal(1, g)) = (e^s² − 1) e^s² for s = ln g: from 5 on beyond what so few samples reach
    for g in [2.0, 3, 5, 7, 10] {
      let s = log(g) * log(g)
      let exact = (exp(s) - 1) * exp(s)
      for seed in 1...4 {
        let value = try #require(Dialogue(":seed \(seed)").value("var(lognormal(1, \(g)))"))
        let cells = Dialogue(":seed \(seed)").numbers("var(lognormal(1, \(g)))")
        let error = value.errors?.cells[0] ?? 0
        #expect(abs(cells[0] - exact) < 3 * error, "\(g), seed \(seed)")
        if g == 2 { #expect(error < 0.05 * exact, "seed \(seed)") }
      }
    }
    // a light tail is known well: 1/12
    let light = try #require(Dialogue().value("var(uniform(0, 1))"))
    #expect((light.errors?.cells[0] ?? 1) < 1e-4 / 12)
  }

  @Test func `means that exist and means that do not`() {
    refuses("mean(exp(normal(0, 1)^2))", as: "no-moment")
    // E exp(z²/10) = 1/√(1 − 1/5)
    #expect(isClose(number("mean(exp(0.1 * normal(0, 1)^2))"), 1 / 0.8.squareRoot(), within: 1e-2))
    // ½·2 + ln 2
    #expect(
      isClose(
        number("mean(if x > 0.5 then 1 / x else 2)", after: "x = uniform(0, 1)"), 1 + log(2.0),
        within: 1e-3))
    refuses("mean(if x < 0.5 then 1 / x else 2)", after: "x = uniform(0, 1)", as: "no-moment")
  }

  @Test func `shapes that no number can hold`() {
    for line in ["beta(0.01, 1)", "beta(1e-9, 1)", "beta(1, 1e300)", "beta(2, 0.001)"] {
      refuses(line, as: "bad-parameter")
    }
    // the median of beta(a, 1) is ½ to the power 1/a
    #expect(isClose(number("quantile(beta(0.02, 1), 0.5)"), pow(0.5, 50), within: 0.1))
  }

  // MARK: comparisons

  @Test func `a comparison along an axis keeps every column`() {
    let tj = Dialogue(
      """
      b = [1, 2]; q = 3; u = uniform(0, 1); ju = b * u * q
      scenario s { q = 4 }; scenario t { q = 5 }; scenario r { q = 6 }
      """)
    let text = tj.shown("compare ju under base, s, t, r")
    #expect(text.split(separator: "below base", omittingEmptySubsequences: false).count == 4)
    #expect(text.split(separator: "relative", omittingEmptySubsequences: false).count == 4)
  }

  /// Each sample is least at one end of n or at the other, and no n has as low a 5 % point as all of
  /// these: 1.96, where 1.645 is the most that one n has.
  @Test(arguments: [
    ("n * z", true), ("n * uniform(-1, 1)", true), ("(n + 2) * u", false),
    ("(n - 0.2)^2 + u", false),
    ("n * u", false), ("u + z * n^0", false),
  ]) func `points that no place of a bracket attains`(_ formula: String, _ isOuter: Bool) {
    let tj = Dialogue("n = -1..1; z = normal(0, 1); u = uniform(0, 1)")
    #expect(tj.value(formula)?.isOuterBound == isOuter, "\(formula)")
  }

  @Test func `of a bracket only the best guess`() throws {
    let value = try #require(Dialogue("w = 1..1.5..2").value("normal(best(w), 1)")?.distributed)
    #expect(value.brackets.isEmpty && isClose(value.spreads[0].mean ?? 0, 1.5, within: 1e-3))
  }

  @Test func `numbers, brackets and distributions in one list`() throws {
    let tj = Dialogue("u = uniform(1, 2); n = 1..2")
    let mixed = try #require(tj.value("[u, 3, n, n * u]")?.distributed)
    #expect(isClose(mixed.spreads[0].low, 1.05, within: 1e-3))
    #expect(mixed.spreads[1].low == 3 && mixed.spreads[1].high == 3)
    #expect(mixed.spreads[2].low == 1 && mixed.spreads[2].high == 2)
    // the 95 % point of 2 u
    #expect(isClose(mixed.spreads[3].high, 3.9, within: 1e-3))
    let means = try #require(tj.range("mean([u, 3, n] over samples)"))
    #expect(isClose(means.low[0], 1.5, within: 1e-6) && means.low[1] == 3)
    #expect(means.low[2] == 1 && means.high[2] == 2)
  }

  @Test func `a bracket beside a distribution claims no probability`() {
    let tj = Dialogue("p = 1.1..1.2..1.5; scenario s { p = 1.1..1.5 as lognormal }")
    let row = tj.shown("compare p under base, s").split(separator: "\n").first {
      $0.hasPrefix("p ")
    }
    #expect(row?.contains("1.1..1.5 ") == true)
    #expect(row?.contains("(1.10..1.50, 90 %)") == true && row?.contains("p (90 %)") == false)
  }

  /// However a statistic goes into a value, that is not known better: E(eᶻ) = e^½, E(e²ᶻ) = e².
  @Test func `statistics within sums and questions`() throws {
    let tj = Dialogue(
      "z = normal(0, 1); w = 1; n = [1, 2]; d = mean(exp(z + w)); u = uniform(0, 1)")
    for (text, exact) in [
      ("mean(exp(z + w)) with w = z", 7.38906), ("d with w = z", 7.38906),
      ("max(mean(exp(n * z) over samples))", 7.38906),
      ("last(mean(exp(n * z) over samples))", 7.38906),
      ("sum(mean(exp(n * z) over samples))", 9.03778),
      ("interpolate(mean(exp(n * z) over samples), n = 1.5)", 4.51889),
      ("sum(prob(n * u < 0.3))", 0.45),
    ] {
      let value = try #require(tj.value(text), "\(text)")
      let error = try #require(value.errors?.cells.first, "\(text)")
      let off = abs((tj.numbers(text).first ?? 0) - exact)
      #expect(error > 0 && off < 5 * error, "\(text): \(off), \(error)")
    }
  }

  /// The ends over a bracket are those of its own ends, also where few samples leave much open.
  @Test(arguments: [256, 1024, 4096, 16384]) func `few samples beside a bracket`(count: Int) throws
  {
    let tj = Dialogue("z = normal(0, 1); k = 1..2")
    tj.session.sampling.setCount(count)
    for statistic in ["sd", "var"] {
      for goal in ["max(z - k, 0)", "floor(sqrt(abs(z / (k + 0.5))))"] {
        let range = try #require(tj.range("\(statistic)(\(goal))"))
        let ends = [1, 2].compactMap {
          tj.numbers("\(statistic)(\(goal)) with k = \($0)").first
        }
        let (low, high) = (try #require(ends.min()), try #require(ends.max()))
        // to what is known of a standard deviation: a share of some 1/√2n, and twice that of a variance
        let slack = 2 / Double(count).squareRoot()
        #expect(range.low[0] <= low * (1 + slack), "\(statistic) \(goal)")
        #expect(range.high[0] >= high * (1 - slack), "\(statistic) \(goal)")
        if !range.isOuterBound {
          #expect(isClose(range.low[0], low, within: slack), "\(statistic) \(goal)")
          #expect(isClose(range.high[0], high, within: slack), "\(statistic) \(goal)")
        }
      }
    }
  }

  @Test func `a median far below the high end is no 0`() {
    let shown = Dialogue().shown("1e-3..1e3 as lognormal")
    #expect(shown.hasPrefix("1.0 ("), "\(shown)")
  }
}
