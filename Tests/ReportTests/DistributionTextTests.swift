import Testing

@testable import Engine
@testable import Report

/// How a distribution is shown: two digits of its half-width, and no digit that its samples do not
/// tell.
struct DistributionTextTests {
  let s = Samples()

  @Test(arguments: [
    (1.65, 2.5, 3.62, 0.001, "2.50 kW (1.65..3.62, 90 %)"),
    // the half-width, 0.985, is known to tenths
    (1.65, 2.5, 3.62, 0.05, "2.5 kW (1.6..3.6, 90 %)"),
    // not even to its first digit
    (1.65, 2.5, 3.62, 0.5, "2.5 kW (1.6..3.6, 90 %, sampling error 0.5)"),
    (-0.02, 0.001, 0.02, 1e-6, "1 W (-20 .. 20, 90 %)"),
    (100, 640, 900, 1, "640 kW (100..900, 90 %)"),
  ]) func `digits that are known`(
    low: Double, median: Double, high: Double, error: Double, text: String
  ) {
    var value = s.value(median, "kW")
    value.distributed = Distributed(
      spreads: [
        Spread(low: low * 1000, high: high * 1000, mean: nil, sd: nil, error: error * 1000)
      ], sampling: Sampling())
    let shown = s.render(.value(name: nil, value))
    #expect(shown == text + "\n")
  }

  @Test func `the worst case over brackets`() {
    var value = s.value(3, "kWh/Mt")
    let one = value.largestMagnitude / 3
    value.distributed = Distributed(
      spreads: [Spread(low: 1.41 * one, high: 4.19 * one, mean: nil, sd: nil, error: 0)],
      sampling: Sampling())
    value.distributed?.brackets = ["node"]
    #expect(
      s.render(.value(name: nil, value)) == "1.4..4.2 kWh/Mt (5–95 %, worst case over node)\n")
    #expect(
      s.render(.value(name: nil, s.truth([.probably(0.842)]))) == "84.2 %\n")
  }

  @Test(arguments: [(0.5, "50 %"), (0.0001, "< 0.1 %"), (0.99999, "> 99.9 %"), (0.1234, "12.3 %")])
  func `what is not certain never shows so`(share: Double, text: String) {
    #expect(Value.Truth.probably(share).probability == text)
  }

  @Test func `the words of what cannot be`() {
    #expect(
      EngineProblem.badParameter("sd", of: "normal", value: "-1 kW", must: "not be negative").words
        .message == "the sd of `normal` is -1 kW, and must not be negative")
    #expect(
      EngineProblem.meanOfWhich("mean", of: "jt", axis: "batch").words.hints
        == [
          "write `mean(jt over samples)`, one for each batch",
          "write `mean(jt over batch)`, one for each sample",
        ])
    #expect(
      EngineProblem.assertProbably(text: "a < b", probability: "81 %").words.message
        == "`a < b` holds with a probability of 81 %")
  }
}
