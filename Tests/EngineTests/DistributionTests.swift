import Glibc
import Testing

@testable import Engine

/// §6: distributions.
struct DistributionTests {
  static let node = "node = 1.5..3.0 kW as uniform"

  @Test func `spellings`() {
    shows("1..3 kW as uniform", as: "2.00 kW (1.10..2.90, 90 %)")
    shows("uniform(1 kW, 3000 W)", as: "2.00 kW (1.10..2.90, 90 %)")
    shows("uniform(high = 3 kW, low = 1 kW)", as: "2.00 kW (1.10..2.90, 90 %)")
    shows("normal(25 °C, 2 °C)", as: "25.0 °C (21.7..28.3, 90 %)")
    shows("10..20 as normal", as: "15.0 (10.0..20.0, 90 %)")
    shows("15 ± 5 as normal", as: "15.0 (10.0..20.0, 90 %)")
    refuses("3 as uniform", as: "promotion-needs-range")
    refuses("1..2 as triangular", as: "promotion-needs-best")
    refuses("1..2 as cauchy", as: "unknown-distribution")
    refuses("normal(3 W, 2 m)", as: "parameter-differs")
    refuses("normal(3)", as: "argument-count")
    refuses("1..normal(3, 1)", as: "uncertain-end")
    refuses("normal(1..2, 1)", as: "uncertain-parameter")
  }

  @Test(arguments: [
    "normal(3, -1)", "uniform(3, 2)", "lognormal(0, 2)", "lognormal(1, 0.5)",
    "triangular(0, 5, 4)", "pert(0, -1, 4)", "beta(0, 1)", "beta(1, -1)", "-1..2 as lognormal",
    "quantile(normal(0, 1), 1.5)",
  ]) func `impossible parameters`(text: String) { refuses(text, as: "bad-parameter") }

  @Test func `each literal is one source`() {
    shows("node - node", after: Self.node, as: "0 kW")
    shows("node / node", after: Self.node, as: "1")
    shows("sd(a - b)", after: "\(Self.node); a = node * 3; b = 3 * node", as: "0 kW")
    // two of one kind vary each by itself: variances add
    near("sd(x - y)", after: "x = normal(0, 3); y = normal(0, 4)", 5, within: 5e-3)
    near("sd(x - y)", after: "x = normal(0, 3); y = x", 0, within: 0)
  }

  /// Means of smooth functions of scrambled nets are off by about 1/N (notes/uncertainty.md §3.4:
  /// 7e-6 of the mean at 16,384 points in 4 dimensions): ten times that is allowed, relative.
  @Test func `moments in closed form`() {
    near("mean(uniform(1.5, 3))", 2.25, within: 2e-4)
    near("sd(uniform(1.5, 3))", 1.5 / 12.0.squareRoot(), within: 2e-4)
    near("var(uniform(1.5, 3))", 2.25 / 12, within: 4e-4)
    near("mean(pert(1, 2, 6))", 2.5, within: 2e-4)
    near("mean(triangular(0, 1, 4))", 5.0 / 3, within: 2e-4)
    near("var(triangular(0, 1, 4))", 13.0 / 18, within: 4e-4)
    near("mean(beta(2, 3))", 0.4, within: 2e-4)
    near("var(beta(2, 3))", 0.04, within: 4e-4)
    near("mean(lognormal(2, 1.5))", 2 * exp(pow(log(1.5), 2) / 2), within: 2e-4)
    // of two independent factors the mean is the product of the means
    near("mean(x * y)", after: "x = uniform(1, 3); y = uniform(2, 6)", 8, within: 2e-4)
  }

  /// A quantile of N samples is off by less than that of plain sampling,
  /// √(p(1 − p)/N) / density: three of those are allowed.
  @Test func `quantiles in closed form`() {
    // 3 + 4 → 5: the sum of normals
    let sum = "x = normal(10, 3); y = normal(20, 4)"
    near("quantile(x + y, 0.95)", after: sum, 30 + 5 * 1.6448536269514722, within: 6e-3)
    near("median(x + y)", after: sum, 30, within: 5e-3)
    // the product of lognormals: the logarithms' variances add
    let product = "x = lognormal(2, 1.3); y = lognormal(5, 1.4)"
    let spread = (pow(log(1.3), 2) + pow(log(1.4), 2)).squareRoot()
    near(
      "quantile(x * y, 0.95)", after: product, 10 * exp(1.6448536269514722 * spread),
      within: 3 * spread * 0.0036)
    near("quantile(x / y, 0.5)", after: product, 0.4, within: 3 * spread * 0.0098)
    // the ratio of two uniforms on 0…1: P(x/y < r) = r/2 for r up to 1, and 1 − 1/(2r) above
    let ratio = "x = uniform(0, 1); y = uniform(0, 1)"
    near("quantile(x / y, 0.25)", after: ratio, 0.5, within: 0.04)
    near("quantile(x / y, 0.95)", after: ratio, 10, within: 0.11)
    near("prob(x / y < 2)", after: ratio, 0.75, within: 0.014)
    near("prob(x < y)", after: ratio, 0.5, within: 0.012)
    near("low(uniform(0, 1))", 0.05, within: 1e-2)
    near("high(uniform(0, 1))", 0.95, within: 1e-3)
    near("best(uniform(0, 1))", 0.5, within: 1e-3)
  }

  @Test func `a mean that does not exist is said to be so`() {
    refuses("mean(1 / normal(3, 1))", as: "no-moment")
    refuses("sd(1 / uniform(-1, 1))", as: "no-moment")
    near("median(1 / normal(3, 1))", 1.0 / 3, within: 2e-2)
    // lognormal values never reach 0
    near("mean(1 / lognormal(2, 1.5))", 0.5 * exp(pow(log(1.5), 2) / 2), within: 2e-4)
    near("mean(1 / exp(normal(0, 0.5)))", exp(0.125), within: 2e-4)
    near("mean(1 / uniform(1, 2))", log(2), within: 2e-4)
  }

  @Test func `along axes`() {
    let rate = "\(Self.node); batch = [1, 2, 4]; tput = [50, 100, 200] t/s over batch"
    shows("mean(node / tput over samples)", after: rate, as: "[45, 22.5, 11.25] J/t over batch")
    shows("mean(sum(node / tput over batch))", after: rate, as: "78.75 J/t")
    let wide = "\(rate); wide = 1..3 kW as uniform"
    shows("(wide / tput)[batch = 4]", after: wide, as: "10.0 J/t (5.5..14.5, 90 %)")
    refuses("mean(node / tput)", after: rate, as: "mean-of-which")
    refuses("batch[node / tput < 20 J/t]", after: rate, as: "condition-varies")
    shows("batch[prob(node / tput < 20 J/t) > 0.9]", after: rate, as: "[4]")
    shows("mean([normal(1, 0.1), normal(2, 0.1)] over samples)", as: "[1, 2]")
    shows("if node < 0 W then 1 else 2", after: Self.node, as: "2")
    shows("node < 4 kW", after: Self.node, as: "true")
    shows("node < 2.25 kW", after: Self.node, as: "50 %")
    refuses("assert node < 2 kW", after: Self.node, as: "assert-probably")
    shows("assert prob(node < 2 kW) < 0.34", after: Self.node, as: "")
  }

  /// The 5 % point of 1…2 times normal(10, 1) is that of the normal, 10 − 1.645; the 95 % point is
  /// twice the normal's, 23.29.
  @Test func `beside a bracket the worst case`() {
    shows(
      "x * normal(10, 1)", after: "x = 1..2", as: "8.4..23.3 (5–95 %, worst case over x)")
    shows("mean(x * normal(10, 1))", after: "x = 1..2", as: "10..20")
  }

  @Test func `what stands before or after changes nothing`() {
    let alone = Dialogue(Self.node).shown("node * normal(1, 0.1)")
    let among = Dialogue("a = normal(0, 1); a; \(Self.node); b = beta(2, 2); mean(b)")
    #expect(among.shown("node * normal(1, 0.1)") == alone)
    let first = Dialogue(Self.node).value("node")?.distributed
    let other = Dialogue("x = uniform(0, 1); x; \(Self.node)").value("node")?.distributed
    #expect(first != nil && first?.spreads == other?.spreads)
  }

  @Test func `seed and count`() {
    let dialogue = Dialogue(Self.node)
    let first = dialogue.value("node * normal(1, 0.1)")?.distributed?.spreads
    dialogue.session.sampling.seed = 2
    let second = dialogue.value("node * normal(1, 0.1)")?.distributed?.spreads
    #expect(first != second)
    dialogue.session.sampling.seed = 1
    #expect(dialogue.value("node * normal(1, 0.1)")?.distributed?.spreads == first)
    dialogue.session.sampling.setCount(1000)
    #expect(dialogue.value("node")?.distributed?.sampling.count == 1024)
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
      abs(cells[0] - wanted) <= tolerance * max(abs(wanted), 1), "\(text) is \(cells[0])",
      sourceLocation: sourceLocation)
  }
}
