import Glibc
import Testing

@testable import Engine

/// Lists with weights, mixtures, parts, what is drawn anew and what varies together. Wanted values are
/// closed forms, or scipy's.
struct DistributionKindTests {
  @Test func `one of some values`() {
    shows("discrete([1, 2, 4] kW, [2, 1, 1])", as: "1.5 kW (1.0..4.0, 90 %)")
    near("mean(discrete([1, 2, 4] kW, [2, 1, 1]))", 2000, within: 1e-9)
    near("prob(discrete([1, 2, 4], [2, 1, 1]) == 4)", 0.25, within: 1e-9)
    near("sd(samples([1, 2, 3, 4]))", 1.25.squareRoot(), within: 1e-9)
    near("mean(samples(x))", after: "x = [1, 2, 3, 4] s", 2.5, within: 1e-9)
    // the order in which they are written does not matter
    near("quantile(discrete([4, 1, 2], [1, 2, 1]), 0.6)", 2, within: 0)
    shows("discrete([5 kW], [3])", as: "5 kW")
    shows("prob(discrete([1, 2], [0, 1]) == 2)", as: "1")
    refuses("discrete([1, 2], [1])", as: "weights-differ")
    refuses("discrete([1, 2], [1, -1])", as: "bad-parameter")
    refuses("discrete([1, 2], [0, 0])", as: "bad-parameter")
    refuses("discrete([1, 2], [1 W, 2 W])", as: "parameter-differs")
    refuses("discrete([1, normal(0, 1)])", as: "uncertain-end")
    refuses("samples([1, 2], [1, 2])", as: "argument-count")
  }

  @Test func `mixtures`() {
    let two = "x = normal(3, 1); y = normal(10, 1)"
    near("mean(mixture([x, y], [1, 3]))", after: two, 8.25, within: 1e-4)
    near("quantile(mixture([x, y], [1, 3]), 0.05)", after: two, 2.1583787664, within: 2e-2)
    near("median(mixture([x, y], [1, 3]))", after: two, 9.5692727007, within: 2e-2)
    near("quantile(mixture([x, y], [1, 3]), 0.95)", after: two, 11.5010859460, within: 2e-2)
    // an item is what it is elsewhere
    near("prob(m == x)", after: "\(two); m = mixture([x, y], [1, 3])", 0.25, within: 1e-4)
    near("mean(mixture([1 kW, 3 kW]))", 2000, within: 1e-9)
    near("mean(mixture([0 kW, x], [1, 1]))", after: "x = uniform(2 kW, 4 kW)", 1500, within: 1e-2)
    refuses("mixture(x, [1])", after: two, as: "mixture-needs-lists")
    refuses("mixture([x, y], [1, 2, 3])", after: two, as: "weights-differ")
    refuses("mixture([x, y], [1, -2])", after: two, as: "bad-parameter")
    refuses("mixture([x, 3 W])", after: two, as: "do-not-compare")
  }

  /// scipy's truncnorm, and quantile functions of scipy between scipy's shares
  @Test func `parts`() {
    near("mean(truncate(normal(0, 1), 1..2))", 1.3831690466315525, within: 2e-6)
    near("var(truncate(normal(0, 1), 1..2))", 0.07274288610060176, within: 2e-6)
    near("quantile(truncate(normal(0, 1), 1..2), 0.05)", 1.02848872, within: 2e-4)
    // far out, where the share below is 1 but for the last digits
    near("mean(truncate(normal(0, 1), 8..9))", 8.121188992979867, within: 1e-6)
    near("mean(truncate(normal(0, 1), -9 .. -8))", -8.121188992979867, within: 1e-6)
    near("mean(truncate(lognormal(2, 1.5), 1..3))", 1.9237440739492624, within: 2e-6)
    near("median(truncate(triangular(0, 1, 4), 0.5..3))", 1.5251262658470837, within: 5e-4)
    near("quantile(truncate(beta(2, 3), 0.2..0.5), 0.95)", 0.4833799522017074, within: 2e-4)
    near("mean(truncate(discrete([1, 2, 4]), 2..4))", 3, within: 1e-9)
    shows(
      "truncate(uniform(0 kW, 10 kW), 2 kW..4 kW)", as: "3.00 kW (2.10..3.90, 90 %)")
    // it varies with the whole
    let half = "x = uniform(0, 10); y = truncate(x, 0..5)"
    near("sd(x - 2 * y)", after: half, 0, within: 1e-12)
    refuses("truncate(x * 2, 1..2)", after: half, as: "truncate-needs-distribution")
    refuses("truncate(x, 2)", after: half, as: "truncate-needs-range")
    refuses("truncate(x, 20..30)", after: half, as: "nothing-to-truncate")
    refuses("truncate(x, 3..2)", after: half, as: "low-above-high")
    refuses("truncate(x, 1 W..2 W)", after: half, as: "list-items-differ")
  }

  @Test func `drawn anew`() {
    let x = "x = normal(3, 1); y = 2 * x + 1"
    near("sd(x - resample(x))", after: x, 2.0.squareRoot(), within: 2e-3)
    near("sd(y - resample(y))", after: x, 8.0.squareRoot(), within: 4e-3)
    near("sd(resample(y) - y - resample(x) + x)", after: x, 6.0.squareRoot(), within: 8e-3)
    near("median(resample(x))", after: x, 3, within: 2e-3)
    shows("x - resample(x)", after: "x = 1..2", as: "-1 .. 1")
    shows("x - x", after: x, as: "0")
    refuses("resample(3)", as: "resample-needs-source")
  }

  /// Of standard normals with correlation r the difference has the variance 2 − 2r; of uniforms with a
  /// Gaussian copula E(UV) = (6/π asin(r/2))/12 + 1/4.
  @Test func `varying together`() {
    let two = "a = normal(0, 1); b = normal(0, 1)"
    near("sd(a - b)", after: "\(two); correlate(a, b, 0.5)", 1, within: 2e-3)
    near("sd(a - b)", after: "\(two); correlate(b, a, -0.28)", 1.6, within: 2e-3)
    near(
      "mean(u * v)", after: "u = uniform(0, 1); v = uniform(0, 1); correlate(u, v, 0.5)",
      0.29021531162758313, within: 1e-4)
    // each by itself is what it was
    near(
      "quantile(u, 0.05)", after: "u = beta(2, 3); v = normal(0, 1); correlate(u, v, 0.9)",
      0.09761146288641434, within: 2e-3)
    let three = "\(two); c = normal(0, 1); correlate(a, b, 0.9); correlate(b, c, 0.9)"
    refuses("a + b + c", after: three, as: "correlations-disagree")
    near("sd(a - b)", after: three, 0.2.squareRoot(), within: 2e-3)
    near("sd(a - c)", after: "\(three); correlate(a, c, 0.68)", 0.8, within: 2e-3)
    // 0 takes it back
    near(
      "sd(a - b)", after: "\(two); correlate(a, b, 0.5); correlate(a, b, 0)", 2.0.squareRoot(),
      within: 2e-3)
    refuses("correlate(a, b, 1)", after: two, as: "correlation-outside")
    refuses("correlate(a, a, 0.5)", after: two, as: "correlate-twice")
    refuses("correlate(a, x, 0.5)", after: two, as: "correlate-needs-source")
    refuses("correlate(a, d, 0.5)", after: "\(two); d = 2 * a", as: "correlate-needs-source")
    refuses("correlate(a, 0.5)", after: two, as: "correlate-form")
    refuses("1 + correlate(a, b, 0.5)", after: two, as: "correlate-inside")
  }

  @Test func `correlations are undone, redone and saved`() {
    let dialogue = Dialogue("a = normal(0, 1); b = normal(0, 1)")
    let before = dialogue.shown("sd(a - b)")
    dialogue.define("correlate(a, b, 0.5)")
    let after = dialogue.shown("sd(a - b)")
    #expect(before != after)
    let saved = dialogue.session.savedText()
    #expect(saved.hasSuffix("correlate(a, b, 0.5)\n"))
    #expect(Dialogue(saved).shown("sd(a - b)") == after)
    _ = dialogue.session.undo()
    #expect(dialogue.shown("sd(a - b)") == before)
    _ = dialogue.session.redo(1)
    #expect(dialogue.shown("sd(a - b)") == after)
  }

  @Test func `a range by override`() {
    let rig = "node = 1.5..3 kW; tput = 300 t/s ± 10%; jt = node / tput"
    shows("x with x as uniform", after: "x = 1..3 kW", as: "2.00 kW (1.10..2.90, 90 %)")
    shows(
      "node with node as normal, tput = 300 t/s", after: rig + "; node2 = node * tput",
      as: "error: does-not-rest-on")
    shows("jt with tput = 300 t/s, node as normal", after: rig, as: "7.5 J/t (5.0..10.0, 90 %)")
    shows("tput with tput as triangular", after: rig, as: "300 t/s (279..321, 90 %)")
    refuses("node as uniform", after: rig, as: "promotion-needs-range")
    refuses("jt with jt as uniform", after: rig, as: "promotion-needs-range")
    refuses("jt with node as pert", after: rig, as: "promotion-needs-best")
  }

  /// Blocks are filled from a table, single shares by iteration.
  @Test(arguments: [
    (2.0, 3.0), (1, 1), (1.8, 4.2), (5, 1), (0.5, 0.5), (30, 2), (3, 200), (0.2, 4),
  ])
  func `a beta distribution's table`(a: Double, b: Double) {
    let whole = Distribution.beta(a: a, b: b, low: 0, high: 1)
    let sampler = whole.sampler
    var stream = KeyedStream(3)
    for _ in 0..<500 {
      let share = Double(stream.next() >> 12) * 0x1p-52 + 0x1p-53
      var (score, x) = (StandardNormal.quantile(share), 0.0)
      sampler(&x, &score, 1)
      #expect(abs(x - whole.quantile(share)) < 1e-10, "\(share)")
    }
  }

  private func near(
    _ text: String, after entries: String = "", _ wanted: Double, within tolerance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard case .numbers(let cells)? = Dialogue(entries).value(text)?.cells, cells.count == 1 else {
      Issue.record("no number: \(text)", sourceLocation: sourceLocation)
      return
    }
    #expect(
      abs(cells[0] - wanted) <= tolerance, "\(text) is \(cells[0])", sourceLocation: sourceLocation)
  }
}
