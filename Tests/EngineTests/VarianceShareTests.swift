import Glibc
import Testing

@testable import Engine

/// `sensitivity` of distributions against exact answers (notes/uncertainty.md §5), each to three times
/// the error that is stated with it.
struct VarianceShareTests {
  private func shares(_ line: String, after definitions: String = "") -> VarianceShares? {
    let tj = Dialogue(definitions)
    for case .sensitivity(let tornado) in tj.enter(line) { return tornado.variances }
    return nil
  }

  /// - Parameter expected: first-order and total of each source.
  private func check(
    _ line: String, after definitions: String, _ expected: [String: (first: Double, total: Double)],
    within largest: Double = 0.01, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let shares = shares(line, after: definitions) else {
      Issue.record("no shares", sourceLocation: sourceLocation)
      return
    }
    #expect(Set(shares.rows.map(\.name)) == Set(expected.keys), sourceLocation: sourceLocation)
    for row in shares.rows {
      guard let exact = expected[row.name] else { continue }
      for (share, truth) in [(row.first[0], exact.first), (row.total[0], exact.total)] {
        let allowed = max(3 * share.error, 1e-12)
        #expect(
          abs(share.share - truth) <= allowed,
          "\(row.name): \(share.share) ± \(share.error), not \(truth)",
          sourceLocation: sourceLocation)
        // an error that is large enough for anything says nothing
        #expect(share.error < largest, "\(row.name)", sourceLocation: sourceLocation)
      }
    }
  }

  static let angles = "x1 = uniform(-pi, pi); x2 = uniform(-pi, pi); x3 = uniform(-pi, pi)"

  @Test func `Ishigami`() {
    check(
      "sensitivity sin(x1) + 7 sin(x2)^2 + 0.1 x3^4 * sin(x1)", after: Self.angles,
      [
        "x1": (0.31390519114781, 0.55758885520996), "x2": (0.44241114479004, 0.44241114479004),
        "x3": (0, 0.24368366406215),
      ], within: 0.04)
    check(
      "sensitivity sin(x1) + 7 sin(x2)^2 + 0.05 x3^4 * sin(x1)", after: Self.angles,
      [
        "x1": (0.21851856442701, 0.31310535635131), "x2": (0.68689464364869, 0.68689464364869),
        "x3": (0, 0.09458679192429),
      ], within: 0.03)
  }

  @Test func `Sobol g`() {
    let a = [0, 1, 4.5, 9, 99, 99, 99, 99]
    let first =
      [0.71619216887903, 0.17904804221976, 0.02367577417782, 0.00716192168879]
      + Array(repeating: 7.1619e-5, count: 4)
    let total =
      [0.78714412665927, 0.24219819281824, 0.03431691015408, 0.01046038706524]
      + Array(repeating: 1.04949e-4, count: 4)
    var expected: [String: (first: Double, total: Double)] = [:]
    for i in a.indices { expected["x\(i + 1)"] = (first[i], total[i]) }
    let factors = a.indices.map { "(abs(4 * x\($0 + 1) - 2) + \(a[$0])) / \(1 + a[$0])" }
    check(
      "sensitivity \(factors.joined(separator: " * "))",
      after: a.indices.map { "x\($0 + 1) = uniform(0, 1)" }.joined(separator: "; "), expected,
      within: 0.03)
  }

  @Test func `linear and pure interaction`() {
    let normals = "a = normal(0, 1); b = normal(0, 1); c = normal(0, 1)"
    check(
      "sensitivity a + 2 * b + 3 * c", after: normals,
      ["a": (1.0 / 14, 1.0 / 14), "b": (4.0 / 14, 4.0 / 14), "c": (9.0 / 14, 9.0 / 14)])
    check("sensitivity a * b", after: normals, ["a": (0, 1), "b": (0, 1)], within: 0.05)
    check("sensitivity 5 - a", after: normals, ["a": (1, 1)])
  }

  static let carbon = """
    node = 1.5..3.0 kW as uniform; pue = 1.1..1.5 as lognormal
    tput = 275..370 t/s as lognormal; ci = uniform(50 g/kWh, 450 g/kWh)
    carbon = node * pue / tput * ci -> g/Mt
    """

  @Test func `the energy product`() {
    check(
      "sensitivity carbon", after: Self.carbon,
      [
        "node": (0.13233331925751, 0.16332141499831), "pue": (0.03190123122070, 0.04046833027344),
        "tput": (0.02918870877589, 0.03705524030337), "ci": (0.76223991892327, 0.80404388922247),
      ])
    let logs = [
      "node": 0.10363979930783, "pue": 0.02356457610810, "tput": 0.02156903708667,
      "ci": 0.85122658749740,
    ]
    for row in shares("sensitivity carbon", after: Self.carbon)?.rows ?? [] {
      #expect(isClose(row.logShare?[0] ?? .nan, logs[row.name] ?? 0, within: 1e-11), "\(row.name)")
    }
  }

  /// Shares of the logarithm, whatever the way to write a product.
  @Test(arguments: [
    "x^2 / y", "x * x / y", "1 / (y / x^2)", "sqrt(x^4) / y", "-3 * (x / y) * x", "f(x, y)",
    "2 * x^2 / y + 3 * x * x / y",
  ]) func `products`(text: String) {
    let tj = Dialogue(
      "x = lognormal(2, 1.2); y = lognormal(3, 1.5); f(a, b) = c * a where c = a / b")
    let (x, y) = (4 * pow(log(1.2), 2), pow(log(1.5), 2))
    for case .sensitivity(let tornado) in tj.enter("sensitivity \(text)") {
      let logs = tornado.variances?.rows.reduce(into: [:]) { $0[$1.name] = $1.logShare?[0] } ?? [:]
      #expect(isClose(logs["x"] ?? .nan, x / (x + y)), "\(text)")
      #expect(isClose(logs["y"] ?? .nan, y / (x + y)), "\(text)")
    }
  }

  /// Correlated ones share as one: (σx² + σy² + 2ρσxσy) of x y, and with a minus of x / y.
  @Test func `products of correlated sources`() {
    let model =
      "x = lognormal(2, 1.2); y = lognormal(3, 1.5); z = lognormal(1, 2); correlate(x, y, 0.7)"
    let (x, y, z) = (log(1.2), log(1.5), log(2.0))
    for (text, sign) in [("x * y * z", 1.0), ("x / y * z", -1)] {
      let rows = shares("sensitivity \(text)", after: model)?.rows ?? []
      let both = x * x + y * y + sign * 1.4 * x * y
      let pair = rows.first { $0.names.count == 2 }?.logShare?[0] ?? .nan
      #expect(isClose(pair, both / (both + z * z), within: 1e-12), "\(text)")
      #expect(rows.count == 2)
    }
    // of others no closed form is known
    let others = "x = uniform(1, 2); y = lognormal(3, 1.5); correlate(x, y, 0.7)"
    let rows = shares("sensitivity x * y", after: others)?.rows ?? []
    #expect(!rows.isEmpty && rows.allSatisfy { $0.logShare == nil })
  }

  @Test(arguments: ["x + y", "x * z", "exp(z) * y", "x^y", "x * (y + 1)", "max(x, y)"])
  func `what is no product of positive factors`(text: String) {
    let rows =
      shares(
        "sensitivity \(text)", after: "x = lognormal(2, 1.2); y = uniform(1, 2); z = normal(0, 1)")?
      .rows ?? []
    #expect(rows.count == 2, "\(text)")
    #expect(rows.allSatisfy { $0.logShare == nil }, "\(text)")
  }

  @Test func `variances of logarithms in closed form`() {
    // of uniform(0, 1): −log u is exponential, with variance 1; of (a, b): by parts
    #expect(isClose(Distribution.uniform(low: 0, high: 1).logVariance ?? 0, 1, within: 1e-13))
    #expect(isClose(Distribution.uniform(low: 0, high: 7).logVariance ?? 0, 1, within: 1e-13))
    func byParts(_ a: Double, _ b: Double) -> Double {
      let first = (b * log(b) - b - a * log(a) + a) / (b - a)
      func second(_ x: Double) -> Double { x * log(x) * log(x) - 2 * x * log(x) + 2 * x }
      return (second(b) - second(a)) / (b - a) - first * first
    }
    #expect(
      isClose(
        Distribution.uniform(low: 1.5, high: 3).logVariance ?? 0, byParts(1.5, 3), within: 1e-12))
    // beta(a, 1) is u^(1/a), so its variance is 1/a²; triangular with its peak at an end is a square root
    #expect(
      isClose(
        Distribution.beta(a: 3, b: 1, low: 0, high: 1).logVariance ?? 0, 1.0 / 9, within: 1e-10))
    #expect(
      isClose(
        Distribution.triangular(low: 0, mode: 2, high: 2).logVariance ?? 0, 1.0 / 4, within: 1e-12))
    #expect(isClose(Distribution.lognormal(median: 3, gsd: 2).logVariance ?? 0, pow(log(2), 2)))
    #expect(Distribution.normal(mean: 9, sd: 1).logVariance == nil)
    #expect(Distribution.uniform(low: -1, high: 1).logVariance == nil)
  }

  @Test func `what has no effect`() {
    let tj = Dialogue("x = normal(0, 1); y = uniform(0, 1)")
    #expect(
      tj.shown("sensitivity x + 0 * y").contains("no effect: y\n"))
    #expect(tj.shown("sensitivity x - x").hasPrefix("x - x = 0\nno effect: x\n"))
    #expect(tj.shown("sensitivity x * y").contains("about 0"))
  }

  @Test func `the seed changes the digits and not the shares`() {
    let tj = Dialogue(Self.carbon)
    var found: [Double] = []
    for seed in 1...4 {
      tj.session.sampling.seed = UInt64(seed)
      for case .sensitivity(let tornado) in tj.enter("sensitivity carbon") {
        guard let row = tornado.variances?.rows.first else { continue }
        #expect(row.name == "ci")
        #expect(abs(row.total[0].share - 0.80404388922247) < 4 * row.total[0].error)
        found.append(row.total[0].share)
      }
    }
    #expect(Set(found).count == 4)
    tj.session.sampling.seed = 1
    for case .sensitivity(let tornado) in tj.enter("sensitivity carbon") {
      #expect(tornado.variances?.rows.first?.total[0].share == found.first)
    }
  }

  @Test func `more samples, less error`() {
    let tj = Dialogue(Self.carbon)
    var errors: [Double] = []
    for count in [4096, 16_384] {
      tj.session.sampling.setCount(count)
      for case .sensitivity(let tornado) in tj.enter("sensitivity carbon") {
        errors.append(tornado.variances?.rows.map { $0.total[0].error }.max() ?? 0)
        #expect(tornado.variances?.evaluations == count / 4 * 6)
      }
    }
    #expect(errors.count == 2 && errors[1] < errors[0])
  }

  /// Beside a bracket: the shares are those at its best guess, and the bracket moves the median.
  @Test func `brackets beside distributions`() {
    let tj = Dialogue("w = 1..2..4; x = lognormal(3 W, 1.5); y = lognormal(1, 1.5)")
    for case .sensitivity(let tornado) in tj.enter("sensitivity w * x * y") {
      #expect(tornado.rows.map(\.name) == ["w"])
      // medians of lognormals multiply
      #expect(isClose(tornado.rows[0].low[0], 3, within: 0.02))
      #expect(isClose(tornado.rows[0].high[0], 12, within: 0.02))
      #expect(tornado.variances?.brackets == ["w"])
      for row in tornado.variances?.rows ?? [] {
        #expect(isClose(row.logShare?[0] ?? 0, 0.5, within: 1e-12))
      }
    }
    // its place matters: w is a shift here
    let first = shares(
      "sensitivity w + x", after: "w = 1..2; x = normal(0, 1)")
    #expect(isClose(first?.rows.first?.total[0].share ?? 0, 1, within: 0.01))
  }

  @Test func `along an axis cell by cell`() {
    let tj = Dialogue("b = [1, 2]; x = normal(0, 1); y = normal(0, 1)")
    for case .sensitivity(let tornado) in tj.enter("sensitivity b * x + y") {
      for row in tornado.variances?.rows ?? [] {
        let exact = row.name == "x" ? [1.0 / 2, 4.0 / 5] : [1.0 / 2, 1.0 / 5]
        for cell in 0...1 {
          #expect(abs(row.total[cell].share - exact[cell]) <= 3 * row.total[cell].error)
        }
      }
    }
    // the parameters of a source may vary along it
    let rows =
      shares(
        "sensitivity x * y", after: "b = [1.2, 1.5]; x = lognormal(2, b); y = lognormal(1, 1.2)")?
      .rows ?? []
    for row in rows where row.name == "x" {
      let (narrow, wide) = (pow(log(1.2), 2), pow(log(1.5), 2))
      #expect(isClose(row.logShare?[0] ?? 0, 0.5))
      #expect(isClose(row.logShare?[1] ?? 0, wide / (wide + narrow)))
    }
  }

  @Test func `what has no variance`() {
    refuses("sensitivity 1 / normal(3, 1)", as: "no-moment")
    refuses("sensitivity mean(x)", after: "x = normal(0, 1)", as: "sources-of-statistic")
    refuses("sensitivity y", after: "y = 3", as: "no-sources")
    refuses("sensitivity x < 1", after: "x = normal(0, 1)", as: "not-a-number")
  }

  /// The median of 1.5 v is 1.5 times as large, so its elasticity is 1; where v goes up by a tenth
  /// prob(v < 1.5) falls from 2/3 to 4/11, three tenths of its ½.
  @Test func `slopes of order statistics`() {
    let model = "v = uniform(1, 2); p = 1..2"
    for (line, elasticity) in [
      ("median(v) by 10%", 1.0), ("quantile(v, 0.95) by 10%", 1), ("high(v) by 10%", 1),
      ("prob(v < 1.5) by 10%", (4.0 / 11 - 2.0 / 3) / 0.2 / 0.5), ("median(v * p)", 1),
      ("mean(v) by 10%", 1), ("mean(1 / v) by 10%", -1),
    ] {
      var found: Double?
      for case .sensitivity(let tornado) in Dialogue(model).enter("sensitivity \(line)") {
        found = tornado.rows.first?.elasticity[0]
      }
      #expect(isClose(found ?? .nan, elasticity, within: 2e-3), "\(line)")
    }
  }

  @Test func `by a share`() {
    let tj = Dialogue("x = lognormal(3 W, 1.5); y = 2")
    for case .sensitivity(let tornado) in tj.enter("sensitivity x * y by 10%") {
      #expect(tornado.rows.map(\.name).sorted() == ["x", "y"])
      for row in tornado.rows {
        #expect(isClose(row.low[0], 0.9 * 6, within: 0.01))
        #expect(isClose(row.high[0], 1.1 * 6, within: 0.01))
      }
    }
  }
}
