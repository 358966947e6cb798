import Engine
import Testing

/// §4: `minimize E over NAME`, `maximize` likewise: the value of the name.
struct OptimizeTests {
  static let batches = SolveTests.batches

  @Test func picksAlongAnAxis() {
    shows("minimize jt over batch", after: Self.batches, as: "8")
    shows("maximize jt over batch", after: Self.batches, as: "1")
    shows(
      "maximize card.bandwidth / card over card", after: "card = [h100_pcie, h100_sxm]",
      as: "350 W  # h100_pcie")
    // of equals the first
    shows("minimize (batch - 3)^2 over batch", after: Self.batches, as: "2")
    // a label for each cell of the other axes: 0.1 n + c/n at n = 1, 2, 4, 8 for c = 0.1 and 1
    shows(
      "minimize 0.1 * batch + c / batch over batch", after: Self.batches + "\nc = [0.1, 1]",
      as: "[1, 4] over c")
  }

  @Test func findsTheLowestPoint() {
    // the kettle of a rate: x + 4/x has it at 2
    shows("minimize x + 4 / x over x", after: "x = 1", as: "2")
    shows("minimize x^2 - 6 * x over x from 0..10", as: "3")
    shows("maximize 6 * x - x^2 over x from 0..10", as: "3")
    shows("minimize abs(x - 7) over x from 0..10", as: "7")
    // drag and lift: a v² + b/v², at (b/a)^(1/4)
    shows(
      "minimize 2 W s^2/m^2 * v^2 + 32 W m^2/s^2 / v^2 over v", after: "v = 3 m/s", as: "2 m/s")
    shows("minimize x * ln(x) over x from 0.01..10", as: "0.367879")  // 1/e
    shows("minimize x * ln(x) over x from 0.01..10 -> %", as: "36.7879 %")
  }

  @Test func isAccurateToTheSlope() throws {
    let found = Dialogue().numbers("minimize x * ln(x) over x from 0.01..10")
    #expect(try isClose(#require(found.first), exponential(-1), within: 1e-12))
  }

  @Test func findsTheDeepestOfMany() {
    // sin(5x) + x/10: the least near 3π/10, then shallower
    let x = Dialogue().numbers("minimize sin(5 * x) + x / 10 over x from 0.1..20").first ?? .nan
    // 5 cos 5x = −1/10 beyond π: 5x = 2π − arccos(−0.02)
    #expect(isClose(x, (2 * .pi - 1.5907976603) / 5, within: 1e-9))
    // two equal ones: the lower place
    shows("minimize (x^2 - 4)^2 over x from -5 .. 5", as: "-2")
  }

  @Test func theEndOfTheRangeIsSaid() throws {
    let tj = Dialogue("v = 3 m/s")
    let notes = Dialogue.notes(tj.enter("minimize 2 * v over v from 1 m/s..9 m/s"))
    guard case .noteOptimum("2 * v", "2 m/s", "low") = try #require(notes.last as? EngineProblem)
    else {
      Issue.record("\(notes)")
      return
    }
    let others = Dialogue.notes(tj.enter("maximize 2 * v over v from 1 m/s..9 m/s"))
    guard case .noteOptimum("2 * v", "18 m/s", "high") = try #require(others.last as? EngineProblem)
    else {
      Issue.record("\(others)")
      return
    }
  }

  @Test func theGoalThereIsSaid() throws {
    for (line, definitions, said) in [
      ("minimize x + 4 / x over x", "x = 1", "4"),
      ("minimize jt over batch", Self.batches, "10 J/t"),
    ] {
      let notes = Dialogue.notes(Dialogue(definitions).enter(line))
      guard case .noteOptimum(_, let value, nil) = try #require(notes.last as? EngineProblem) else {
        Issue.record("\(notes)")
        continue
      }
      #expect(value == said)
    }
    #expect(Dialogue.notes(Dialogue(Self.batches).enter("argmin(jt over batch)")).isEmpty)
  }

  @Test func isLive() {
    let tj = Dialogue("a = 4; x = 1; best_x = minimize x + a / x over x")
    #expect(tj.shown("best_x") == "2")
    tj.define("a = 9")
    #expect(tj.shown("best_x") == "3")
    #expect(tj.shown("best_x with a = [1, 16]") == "[1, 4] over a")
    tj.define("f(c) = minimize x + c / x over x")
    #expect(tj.shown("f(25)") == "5")
  }

  @Test func flatGoalsAreRefused() {
    refuses("minimize 3 + 0 * x over x from 1..2", as: "optimum-flat")
    refuses("minimize 3 over x from 1..2", as: "solve-does-not-rest-on")
    refuses("minimize \"a\" over x from 1..2", as: "not-a-number")
  }

  @Test func bracketsDecideOrAreDecided() {
    let tj = Dialogue("b = 2..3; x = 1")
    // every b says the same
    #expect(tj.shown("minimize b * x over x from 1..5") == "1")
    #expect(
      Dialogue.errors(tj.enter("minimize b * x + 12 / x over x")).map(\.id) == ["optimum-depends"])
    // 3 x + 12/x and 2.5 x + 12/x
    #expect(tj.shown("minimize high(b * x + 12 / x) over x") == "2")
    #expect(
      isClose(
        tj.numbers("minimize best(b * x + 12 / x) over x").first ?? .nan, 4.8.squareRoot(),
        within: 1e-8))
  }

  @Test func aTextIsALabelToo() throws {
    let texts = "n = [\"x\", \"y\"]; c = [5, 1] W over n"
    shows("minimize c over n", after: texts, as: "y")
    shows("argmax(c over n)", after: texts, as: "x")
    shows("argmin(c)", after: texts, as: "y")
    let notes = Dialogue.notes(Dialogue(texts).enter("minimize c over n"))
    guard case .noteOptimum("c", "1 W", nil) = try #require(notes.last as? EngineProblem) else {
      Issue.record("\(notes)")
      return
    }
    // brackets must leave no doubt
    shows("minimize d over n", after: texts + "; d = [5, 1..2] W over n", as: "y")
    #expect(
      !Dialogue.errors(Dialogue(texts + "; d = [5, 1..9] W over n").enter("minimize d over n"))
        .isEmpty)
    #expect(!Dialogue.errors(Dialogue(texts).enter("minimize 3 kW over n")).isEmpty)
    #expect(!Dialogue.errors(Dialogue(texts).enter("argmin(25 °C over n)")).isEmpty)
  }

  @Test func aTextIsNotInterpolated() {
    let texts = "word = \"a\"; b = [1, 2]; t = [\"x\", \"y\"] over b; n = [\"x\", \"y\"]"
    refuses("interpolate(word, word = 2)", after: texts, as: "not-a-number")
    refuses("interpolate(t, b = 2)", after: texts, as: "not-a-number")
    refuses("interpolate(n, n = 2)", after: texts, as: "not-a-number")
  }

  @Test func pastTheLastNumberThereIsNoBest() throws {
    let tj = Dialogue("x = 1")
    let errors = Dialogue.errors(tj.enter("maximize exp(x) - 2 * x over x"))
    // ln of the last double
    guard
      case .optimumEndless(_, _, "709.783", false, true) = try #require(
        errors.first as? EngineProblem)
    else {
      Issue.record("\(errors)")
      return
    }
    // the other way there is one
    #expect(tj.shown("minimize exp(x) - 2 * x over x") == "0.693147")
  }

  @Test func theGoalBesideAJumpIsSaid() throws {
    let notes = Dialogue.notes(
      Dialogue().enter("minimize (if x > 2 then x else 10 - x) over x from 0..5"))
    guard
      case .noteOptimumBeside(_, "2", "x = 2", "8") = try #require(notes.last as? EngineProblem)
    else {
      Issue.record("\(notes)")
      return
    }
    let attained = Dialogue.notes(
      Dialogue().enter("minimize (if x >= 2 then x else 10 - x) over x from 0..5"))
    guard case .noteOptimum(_, "2", nil) = try #require(attained.last as? EngineProblem) else {
      Issue.record("\(attained)")
      return
    }
  }

  @Test func ofManyPeriodsTheFirstIsTaken() {
    shows("minimize sin(x) over x from 0..1000", as: "4.71239")
    let x = Dialogue().numbers(
      "minimize sin(x) * cos(1.1 * x) + exp(sin(3 * x)) over x from 0..100000")
    // by scipy.optimize
    #expect(isClose(x.first ?? .nan, 14.168379, within: 1e-6))
  }

  @Test func theBestOverALevelBottomIsItsLowEnd() {
    let x = Dialogue().numbers("minimize max(x, 3) over x from 1..9").first ?? .nan
    #expect(x == 1)
  }

  /// What is best on samples is off as far as they tell, and so is the goal there.
  @Test func `of a statistic`() throws {
    let tj = Dialogue("v = normal(0, 1); u = uniform(0, 1)")
    // by the distributions: the middle; the level bottom 0.45…0.55; the 75 % point of the normal one
    for (text, low, high) in [
      ("minimize mean((v - f)^2) over f from -3..3", 0.0, 0.0),
      ("maximize prob(abs(v - f) < 1) over f from -2..3", 0, 0),
      ("minimize prob(abs(v - f) > 0.3) over f from -2..3", 0, 0),
      ("minimize quantile(abs(u - f), 0.9) over f from 0..1", 0.45, 0.55),
      ("minimize quantile((u - f)^2, 0.9) over f from 0..1", 0.45, 0.55),
      ("minimize mean(max(v - f, 0)) + f / 4 over f from -3..3", 0.67449, 0.67449),
    ] {
      let value = try #require(tj.value(text), "\(text)")
      let error = try #require(value.errors?.cells.first, "\(text)")
      let x = tj.numbers(text).first ?? .nan
      #expect(error > 0 && x > low - 5 * error && x < high + 5 * error, "\(text): \(x), \(error)")
      let notes = Dialogue.notes(tj.enter(text))
      guard case .noteOptimum(_, let there, nil) = notes.last as? EngineProblem else {
        Issue.record("\(text): \(notes)")
        continue
      }
      #expect(Double(there) != nil && there.count <= 7, "\(text): \(there)")
    }
    for goal in ["mean(v - 1 / abs(f - 1))", "quantile(v - 1 / sqrt(abs(f - 1)), 0.9)"] {
      refuses("minimize \(goal) over f from 0..3", after: "v = normal(0, 1)", as: "optimum-endless")
    }
  }
}
