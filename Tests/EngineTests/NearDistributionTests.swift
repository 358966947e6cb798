import Engine
import Testing

/// `~=` beside distributions: how likely the two sides are near, as of every other comparison.
struct NearDistributionTests {
  /// The probability that a line shows; nil where it is certain.
  private func probability(_ line: String, after definitions: String = "") -> (Double, Double)? {
    guard case .truths(let truths)? = Dialogue(definitions).value(line)?.cells else { return nil }
    switch truths[0] {
    case .probably(let share): return (share, share)
    case .between(let low, let high): return (low, high)
    default: return nil
    }
  }

  @Test func `what holds in no sample is never true`() throws {
    for (definitions, line) in [
      ("a = normal(300, 1); b = normal(900, 1)", "a ~= b within 1%"),
      ("a = lognormal(1, 2); b = lognormal(5, 3)", "a ~= b"),
      ("a = pert(1, 2, 3); b = triangular(1, 2, 3)", "a ~= b"),
      ("z = normal(0, 1)", "z ~= z + 1 within 10%"),
      ("z = normal(0, 1)", "z ~= -z within 10%"),
      ("z = normal(0, 1)", "z * 2 ~= z within 10%"),
    ] {
      let found = try #require(probability(line, after: definitions), "\(line)")
      #expect(found.0 < 1e-3, "\(line)")
      #expect(
        Dialogue.errors(Dialogue(definitions).enter("assert \(line)")).map(\.id)
          == ["assert-probably"], "\(line)")
    }
  }

  @Test func `a share of the samples is the probability`() throws {
    // |u − v| ≤ v/100 for u, v uniform on 1..2: the strip of width v/50, less its corners
    let found = try #require(
      probability("u ~= v within 1%", after: "u = uniform(1, 2); v = uniform(1, 2)"))
    #expect(abs(found.0 - 0.0298) < 2e-3)
    // as far as the supports tell it is certain
    shows("x ~= y within 200%", after: "x = uniform(3, 4); y = uniform(100, 101)", as: "true")
    shows("x ~= y within 1%", after: "x = uniform(3, 4); y = uniform(100, 101)", as: "false")
    shows("z ~= z", after: "z = normal(0, 1)", as: "true")
    shows("prob(z ~= z)", after: "z = normal(0, 1)", as: "1")
  }

  @Test func `beside brackets it is a range of probabilities`() throws {
    // within 10 % up to n = 1.1 in all samples, and beyond in none
    let definitions = "n = 1..2; u = uniform(0, 1)"
    let near = try #require(probability("n * u ~= u within 10%", after: definitions))
    #expect(near == (0, 1))
    // at n = 1 the two are one
    let equal = try #require(probability("n * u == u", after: definitions))
    #expect(equal == (0, 1))
    refuses("assert n * u ~= u within 10%", after: definitions, as: "assert-probably")
    // between brackets ends are compared with ends, whatever distributions stand elsewhere
    shows("n ~= k within 1%", after: "n = 1..2; k = 1.001..2.001; u = uniform(0, 1)", as: "true")
  }

  @Test func `the mend of an assert keeps its tolerance`() {
    let errors = Dialogue.errors(
      Dialogue("x = uniform(0 W, 1 W)").enter("assert x ~= 0.5 W within 1%"))
    #expect(
      errors as? [EngineProblem] == [
        .assertProbably(text: "x ~= 0.5 W within 1%", probability: "1 %")
      ])
  }
}
