import Glibc
import Testing

@testable import Engine

/// Distributions beside everything else: what each statement makes of them.
struct DistributionsElsewhereTests {
  private func numbers(_ line: String, after definitions: String) -> [Double] {
    Dialogue(definitions).numbers(line)
  }

  // MARK: compare, why

  @Test func `compare tells how likely each is below the first`() {
    let tj = Dialogue(
      """
      x = uniform(0 W, 4 W); y = normal(10 W, 3 W); z = x + 0 * y
      scenario a { x = 1 W }; scenario b { x = uniform(4 W, 5 W) }; scenario c { y = 0 W }
      """)
    for case .comparison(let comparison) in tj.enter("compare x under base, a, b, c") {
      let below = comparison.rows[0].below.map { value -> Double? in
        guard case .numbers(let cells)? = value?.cells else { return nil }
        return cells[0]
      }
      // 1 W is below x in 3 of 4 cases, 4 to 5 W never; c leaves x alone
      #expect(below[0] == nil && below[3] == nil)
      #expect(abs((below[1] ?? 0) - 0.75) < 1e-3)
      #expect(below[2] == 0)
    }
    // common samples: the difference of two that share a source is exact
    tj.define("scenario d { y = y + 1 W }")
    for case .comparison(let comparison) in tj.enter("compare x + y under base, d") {
      let change = comparison.rows[0].changes[1]
      guard case .numbers(let cells)? = change?.cells else { continue }
      #expect(isClose(cells[0], 1, within: 1e-9))
    }
  }

  @Test func `why explains the change of the median`() {
    let tj = Dialogue(
      """
      x = uniform(0 W, 4 W); k = 3; y = x * k
      scenario a { x = uniform(2 W, 6 W); k = 5 }
      """)
    for case .attribution(let found) in tj.enter("why y under a") {
      // medians: 2 · 3 = 6 and 4 · 5 = 20; Shapley: x 2 · (3 + 5)/2 = 8, k 2 · (2 + 4)/2 = 6
      var parts: [String: Double] = [:]
      for part in found.parts {
        if case .numbers(let cells) = part.change.cells { parts[part.name] = cells[0] }
      }
      #expect(isClose(parts["x"] ?? 0, 8, within: 1e-2))
      #expect(isClose(parts["k"] ?? 0, 6, within: 1e-2))
      #expect(found.before.distributed != nil && found.change.distributed == nil)
    }
    #expect(tj.shown("why y by factor under a").contains("product"))
  }

  // MARK: solve, minimize

  @Test func `a statistic is solved for`() {
    let u = "u = uniform(0 W, 10 W); k = 1"
    // the 95 % point of k u is 9.5 k, its mean 5 k
    #expect(
      isClose(
        numbers("solve quantile(u * k, 0.95) == 19 W for k", after: u).first ?? 0, 2, within: 1e-3))
    #expect(
      isClose(numbers("solve mean(u * k) == 20 W for k", after: u).first ?? 0, 4, within: 1e-3))
    // mean((k − 7)² u) is least at 7
    #expect(
      abs((numbers("minimize mean((k - 7)^2 * u) over k", after: u).first ?? 0) - 7) < 1e-3)
    // what is solved for may be a distribution itself
    #expect(
      isClose(
        numbers("solve mean(u * p) == 20 W for p", after: u + "; p = lognormal(1, 2)").first ?? 0,
        4,
        within: 1e-3))
    refuses("solve u * k == 3 W for k", after: u, as: "sought-distribution")
    refuses("minimize u * k over k", after: u, as: "sought-distribution")
    refuses("maximize u * k over k", after: u, as: "sought-distribution")
  }

  // MARK: explain

  @Test func `explain shows the sources and what comes of them`() {
    let text = Dialogue("x = uniform(2 W, 4 W); y = lognormal(3, 1.2); z = x * y").shown(
      "explain z")
    #expect(text.hasPrefix("every distribution at its median:\nz = x × y\n"))
    #expect(text.contains("the median of 3.00 W (2.10..3.90, 90 %)"))
    #expect(text.contains("= 9 W"))
    #expect(text.hasSuffix("from 16384 samples, seed 1"))
    shows(
      "explain mean(x) depth 1", after: "x = uniform(2 W, 4 W)",
      as: """
        mean(x)     every distribution at its median
           x = 3 W  see explain x
           = 3 W    the mean of x; x is 3.00 W (2.10..3.90, 90 %), from 16384 samples, seed 1
        """)
  }

  @Test func `short texts`() {
    let x = "x = uniform(2 W, 4 W)"
    shows("\"{x}\"", after: x, as: "3.00 W (2.10..3.90, 90 %)")
    shows("\"{x:.1f}\"", after: x, as: "3.0 W")
    #expect(Dialogue(x).shown("1 W + ?").contains("x = 3.00 W (2.10..3.90, 90 %)"))
  }

  // MARK: overrides

  @Test func `numbers and distributions stand in for each other`() {
    let x = "x = uniform(2 W, 4 W); y = 2 * x; k = 3 W; z = 2 * k"
    shows("y with x = 3 W", after: x, as: "6 W")
    shows("z with k = uniform(2 W, 4 W)", after: x, as: "6.0 W (4.2..7.8, 90 %)")
    // a definition that an override leaves alone keeps its source
    shows("(y with k = 1 W) - y", after: "x = uniform(2 W, 4 W); k = 0 W; y = x + k", as: "1 W")
    shows("assert prob(y < 10 W) > 0.9", after: x, as: "")
    #expect(
      Dialogue.errors(Dialogue(x).enter("assert y < 3 W")).map(\.id) == ["assert-probably"])
    shows("if k > 2 W then y else 0 W", after: x, as: "6.0 W (4.2..7.8, 90 %)")
  }

  // MARK: digits that are known

  @Test func `a statistic shows what its samples know`() {
    // known exactly, or to more than six digits
    shows("mean(x)", after: "x = uniform(2 W, 4 W)", as: "3 W")
    shows("quantile(x, 0.25)", after: "x = uniform(2 W, 4 W)", as: "2.5 W")
    // 0 within its error
    #expect(
      Dialogue("x = normal(0, 1)").shown("mean(x)").contains("(sampling error "))
    for line in ["mean(x * y)", "prob(x < y)", "quantile(x * y, 0.95)", "2 * mean(x / y) + 1"] {
      let tj = Dialogue("x = lognormal(2, 1.5); y = lognormal(3, 1.3)")
      guard let value = tj.value(line), case .numbers(let numbers) = value.cells,
        let errors = value.errors
      else {
        Issue.record("no error of \(line)")
        continue
      }
      // other seeds differ by about as much as is said
      var worst = 0.0
      for seed in 2...6 {
        tj.session.sampling.seed = UInt64(seed)
        worst = max(worst, abs((tj.numbers(line).first ?? .nan) - numbers[0]))
      }
      #expect(worst <= 8 * errors.cells[0], "\(line): \(worst) against \(errors.cells[0])")
      #expect(errors.cells[0] < 0.01 * abs(numbers[0]), "\(line)")
    }
    // a definition that rests on one, and one that does not
    let tj = Dialogue("x = lognormal(2, 1.5); m = mean(x); n = m * 2; k = 3")
    #expect(tj.value("n")?.errors != nil)
    #expect(tj.value("k")?.errors == nil)
    #expect(tj.value("n")?.errors?.sampling == tj.session.sampling)
    // valuing it on other samples leaves nothing behind
    let before = tj.numbers("n")
    #expect(tj.numbers("n") == before && isClose(tj.numbers("m")[0] * 2, before[0]))
  }

  // MARK: brackets beside distributions

  @Test func `a statistic beside a bracket is a range`() {
    let w = "w = 1..2; x = uniform(1 W, 3 W); y = w * x; u = -1..1"
    func range(_ line: String) -> (Double, Double) {
      guard let found = Dialogue(w).range(line) else { return (.nan, .nan) }
      return (found.low[0], found.high[0])
    }
    func near(_ line: String, _ low: Double, _ high: Double) {
      let found = range(line)
      #expect(abs(found.0 - low) < 2e-3 && abs(found.1 - high) < 2e-3, "\(line): \(found)")
    }
    near("mean(y)", 2, 4)
    near("median(y)", 2, 4)
    near("quantile(y, 0.95)", 2.9, 5.8)
    near("prob(y < 3 W)", 0.25, 1)
    near("prob(y > 3 W)", 0, 0.75)
    near("low(y)", 1.1, 2.2)
    // not at the corners: u² is least inside
    near("mean(u^2 * x)", 0, 2)
    near("mean(w - x / 1 W)", -1, 0)
    near("sd(y)", 2 / 12.0.squareRoot(), 4 / 12.0.squareRoot())
    shows("assert prob(y < 6.1 W) > 0.9", after: w, as: "")
  }

  /// What one statement has enclosed belongs to its samples.
  @Test func `an envelope twice`() {
    let tj = Dialogue(
      "w = 1..2; x = uniform(1 W, 3 W); y = w * x; z = uniform(0 W, 1 W); s = y + z")
    let first = tj.shown("y")
    #expect(first == "1.1..5.8 W (5–95 %, worst case over w)")
    #expect(tj.shown("s") == "1.4..6.4 W (5–95 %, worst case over w)")
    #expect(tj.shown("y") == first)
    tj.session.sampling.seed = 5
    #expect(tj.shown("y") == first)
  }

  // MARK: histograms

  private func histogram(_ line: String, after definitions: String) -> Histogram? {
    for case .histogram(let found) in Dialogue(definitions).enter("histogram \(line)") {
      return found
    }
    return nil
  }

  @Test(arguments: [
    "normal(3 W, 1 W)", "lognormal(2 kW, 3)", "uniform(-1 mW, 7 mW)", "beta(2, 3)", "x * y",
    "1 / normal(3, 1)", "discrete([1, 2, 5], [1, 2, 3])", "x - x", "batch * x",
    "normal(25 °C, 2 °C)",
    "uniform(1e9 J, 1.000001e9 J)",
  ]) func `every sample is counted once`(text: String) {
    guard
      let found = histogram(
        text, after: "x = normal(1, 2); y = uniform(0, 3); batch = [1, 2, 4]")
    else {
      Issue.record("no histogram of \(text)")
      return
    }
    #expect(zip(found.edges, found.edges.dropFirst()).allSatisfy { $0 < $1 }, "\(text)")
    for line in found.lines {
      let total = line.shares.reduce(line.below + line.above, +)
      #expect(isClose(total, 1), "\(text): \(total)")
      #expect(found.isCounted || line.below + line.above < 0.006, "\(text)")
      #expect(line.shares.count == (found.isCounted ? found.edges.count : found.edges.count - 1))
      #expect(line.shares.count <= 64)
    }
  }

  @Test func `shares of bins in closed form`() {
    // a tenth each
    for line in histogram("uniform(0 W, 1 W)", after: "k = 1")?.lines ?? [] {
      #expect(line.shares.count == 10)
      #expect(line.shares.allSatisfy { abs($0 - 0.1) < 2e-4 })
    }
    let few = histogram("discrete([1, 2, 5], [1, 2, 1])", after: "k = 1")
    #expect(few?.edges == [1, 2, 5])
    for (share, exact) in zip(few?.lines.first?.shares ?? [], [0.25, 0.5, 0.25]) {
      #expect(abs(share - exact) < 2e-4)
    }
    refuses("histogram 3", as: "no-distribution")
    refuses("histogram 1..2", as: "no-distribution")
    refuses("histogram x < 1", after: "x = normal(0, 1)", as: "not-a-number")
    refuses("histogram w * x", after: "w = 1..2; x = normal(0, 1)", as: "statistic-of-envelope")
    refuses("1 + histogram(x)", after: "x = normal(0, 1)", as: "histogram-inside")
  }

  @Test func `shapes`() {
    let sorted = (0..<1300).map { Double($0) }
    #expect(Bins.shape(sorted).count == 13)
    #expect(isClose(Bins.shape(sorted).reduce(0, +), 0.99, within: 0.02))
    #expect(Bins.shape([1, 1, 1]) == [])
    // drawn only where a person looks
    #expect(Dialogue("k = 1").shown("uniform(0, 1)") == "0.50 (0.05..0.95, 90 %)")
    let tj = Dialogue("k = 1")
    tj.session.drawsShapes = true
    #expect(tj.shown("uniform(0, 1)") == "0.50 (0.05..0.95, 90 %)  █████████████")
  }
}
