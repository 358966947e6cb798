import Engine
import Testing

@testable import Report

/// Pairs of dimensions that are taken for each other: one table, in either order.
struct ConfusionTests {
  @Test(arguments: [
    ("energy", "power", "1 kW over an hour is 1 kWh"),
    ("token", "token/time", "tokens per second are a rate"),
    ("FLOP", "FLOP/time", "FLOPS is a rate"),
    ("token", "mass", "`tonne`"),
    ("token/time", "mass/time", "`tonne`"),
    ("mass/energy", "emissions/energy", "`CO2e`"),
    ("power/gpu", "power", "per GPU on one side"),
    ("energy/token", "energy", "for each token"),
    ("money/time", "money", "money/time is a rate: over a time it is money"),
    ("money in USD", "money in EUR", "exchange rate"),
  ])
  func `what is confused is told apart`(_ a: String, _ b: String, _ words: String) {
    #expect(Confusion.hints(a, b).count == 1)
    #expect(Confusion.hints(a, b).first?.contains(words) == true)
    #expect(Confusion.hints(b, a) == Confusion.hints(a, b))
  }

  @Test(arguments: [("length", "mass"), ("energy", "token"), ("power/token", "power/gpu")])
  func `nothing is said of others`(_ a: String, _ b: String) {
    #expect(Confusion.hints(a, b) == [])
  }

  @Test func `every usual factor has a word`() {
    for dimension in Session.usual {
      #expect(!DimensionWords.phrase(dimension).hasPrefix("a value of"), "\(dimension)")
    }
    #expect(DimensionWords.phrase("token/time") == "a throughput (token/time)")
    #expect(DimensionWords.phrase("time") == "a time")
    #expect(DimensionWords.phrase("mass/current") == "a value of mass/current")
  }

  @Test func `the missing factor in words, then the line`() {
    var missing = MissingFactor(
      operand: "node", isDivisor: true, dimension: "token/time", names: ["tput"], catalog: [],
      line: "jt + node / tput")
    #expect(
      missing.words.hints == [
        "divide `node` by a throughput (token/time): `tput`", "write `jt + node / tput`",
      ])
    missing.names = []
    missing.catalog = ["const.c"]
    missing.line = nil
    #expect(
      missing.words.hints == ["divide `node` by a throughput (token/time), in the catalog const.c"])
  }

  @Test func `a ratio has its words`() {
    for ratio in KnownRatio.allCases {
      #expect(EngineProblem.offBy(ratio, isLarger: true).words.hints.count == 1)
    }
    #expect(
      EngineProblem.offBy(.gibi, isLarger: false).words.hints
        == ["the right side is 1.0737 times the other: 1 GiB is 1.0737 GB"])
  }
}
