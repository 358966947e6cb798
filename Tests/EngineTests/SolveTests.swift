import Engine
import Syntax
import Testing

private struct Unexpected: Error { var problems: [any Problem] }

/// §4: `solve A == B for NAME` is a live expression: the value of one input that makes it so.
struct SolveTests {
  static let machine = """
    node = 4 * h100_sxm * 1.1
    tput = 319.8 t/s
    jt = node / tput
    """
  static let batches = """
    node = 3 kW
    batch = [1, 2, 4, 8]
    tput = [50, 100, 200, 300] t/s over batch
    k = 1
    jt = node / (tput * k)
    """

  // MARK: what it is

  @Test func turnsTheEquationAround() {
    // 3080 W / (0.4 J/t)
    shows("solve jt == 0.4 J/t for tput", after: Self.machine, as: "7700 t/s")
    // through two definitions, into the catalog: 5 J/t × 319.8 t/s / 4.4
    shows("solve jt == 5 J/t for h100_sxm", after: Self.machine, as: "363.409 W")
    shows("solve 0.4 J/t == jt for tput", after: Self.machine, as: "7700 t/s")
  }

  @Test func exactInversionIsExactToTheLastBit() {
    let tj = Dialogue(Self.machine)
    #expect(tj.numbers("solve jt == 5 J/t for tput") == [4.0 * 700 * 1.1 / 5])
  }

  @Test(arguments: [
    ("2 * x + 3 == 11", 4.0), ("3 - x == 1", 2.0), ("6 / x == 2", 3.0), ("-x == -5", 5.0),
    ("x^2 == 9", 3.0), ("x^3 == 27", 3.0), ("x^-2 == 0.25", 2.0), ("sqrt(x) == 3", 9.0),
    ("cbrt(x) == 2", 8.0), ("exp(x) == 1", 0.0), ("ln(x) == 0", 1.0), ("log10(x) == 2", 100.0),
    ("log2(x) == 5", 32.0), ("2^x == 8", 3.0), ("10 == 2 * (x + 1)", 4.0),
    ("sqrt((x + 1)^2 + 3) == 2", 0.0), ("1 / (1 + exp(-x)) == 0.5", 0.0),
  ])
  func undoesEachStep(_ equation: String, _ x: Double) throws {
    let range = x == 0 ? "-0.5 .. 1" : "0.5..200"
    let found = Dialogue().numbers("solve \(equation) for x from \(range)")
    #expect(try abs(#require(found.first) - x) < 1e-14 * max(1, x))
  }

  @Test func isLive() {
    let tj = Dialogue(Self.machine)
    tj.define("need = solve jt == 5 J/t for tput")
    #expect(tj.shown("need") == "616 t/s")
    #expect(
      tj.shown("node = 2 kW").split(separator: "\n").contains("need  616 → 400 t/s  (−35.1 %)"))
    #expect(tj.shown("need with node = 1 kW") == "200 t/s")
    #expect(tj.shown("need -> t/h") == "1440000 t/h")
    #expect(tj.shown("1 - tput / need -> %") == "20.05 %")
  }

  @Test func standsWhereAnExpressionStands() {
    shows("(solve jt == 5 J/t for tput) * 2", after: Self.machine, as: "1232 t/s")
    shows("print \"{solve jt == 5 J/t for tput:.1f}\"", after: Self.machine, as: "616.0 t/s")
    shows("solve jt == 5 J/t for tput with node = 2 kW", after: Self.machine, as: "400 t/s")
    shows("solve jt == 5 J/t for tput -> t/min", after: Self.machine, as: "36960 t/min")
    // a solution of a solution: node / 100 t/s
    shows(
      "solve (solve jt == e for tput) == 100 t/s for e from 1 J/t..100 J/t", after: Self.machine,
      as: "30.8 J/t")
  }

  @Test func worksInFunctions() {
    let tj = Dialogue(Self.machine)
    tj.define("needed(target) = solve jt == target for tput")
    #expect(tj.shown("needed(5 J/t)") == "616 t/s")
    // the argument means the jt of the call, not one with another tput
    #expect(tj.shown("needed(jt / 2)") == "639.6 t/s")
    tj.define("twice(x) = needed(x) * 2")
    #expect(tj.shown("twice(5 J/t)") == "1232 t/s")
  }

  @Test func theAnswerCanBePutBack() {
    let tj = Dialogue(Self.machine + "\nneed = solve jt == 5 J/t for tput")
    #expect(tj.shown("jt with tput = need") == "5 J/t")
    #expect(tj.shown("jt with tput = need, node = 9 kW") == "5 J/t")
    #expect(tj.shown("jt with tput = (solve jt == 2 J/t for tput)") == "2 J/t")
    tj.define("speed(target) = solve jt == target for tput")
    #expect(tj.shown("jt with tput = speed(3 J/t)") == "3 J/t")
    // what a name is solved for may not decide another input of the same equation
    refuses(
      "jt with node = need * 1 J/t",
      after: Self.machine + "\nneed = solve jt == 5 J/t for tput", as: "override-cycle")
    refuses(
      "tput = need * 2", after: Self.machine + "\nneed = solve jt == 5 J/t for tput", as: "cycle")
  }

  @Test func waitsForNamesThatAreMissing() {
    let tj = Dialogue("need = solve jt == 5 J/t for tput")
    tj.define("jt = node / tput; node = 3 kW; tput = 1 t/s")
    #expect(tj.shown("need") == "600 t/s")
  }

  @Test func aBracketIsReplacedByTheUnknown() {
    shows(
      "solve node / tput == 5 J/t for tput", after: "node = 3 kW; tput = 300..330 t/s",
      as: "600 t/s")
    shows(
      "solve node / tput == 5 J/t for tput", after: "node = 3 kW; tput = 300 t/s ± 10%",
      as: "600 t/s")
  }

  @Test func catalogNamesKeepTheirOtherFigures() {
    // 3.35 TB/s over 10 GB/J
    shows("solve h100_sxm.bandwidth / h100_sxm == 10 GB/J for h100_sxm", as: "335 W")
    shows(
      "solve ratio == 10 GB/J for card", after: "card = h100_sxm; ratio = card.bandwidth / card",
      as: "335 W")
  }

  @Test func temperaturesAreReadings() {
    shows("solve (t1 -> K) == 300 K for t1", after: "t1 = 25 °C", as: "26.85 °C")
    // 2 kW/m² of heat leak per 20 K: linear in the difference
    shows(
      "solve (inside - outside) * 50 W/K == 1 kW for inside",
      after: "inside = 21 °C; outside = 5 °C",
      as: "25 °C")
  }

  // MARK: where it looks

  @Test func theRangeNamesAValueThatIsMissing() {
    shows(
      "solve node / need == 5 J/t for need from 1 t/s..1000 t/s", after: "node = 3 kW",
      as: "600 t/s")
    shows("solve x * exp(x) == 2 for x from 0.001..10", as: "0.852606")  // Lambert W(2)
    refuses("solve node / need == 5 J/t for need", after: "node = 3 kW", as: "solve-needs-range")
  }

  @Test func theRangeMayBeAName() {
    shows(
      "solve jt == 5 J/t for tput from seen", after: Self.machine + "\nseen = 100..1000 t/s",
      as: "616 t/s")
  }

  @Test func theEndsOfTheRangeCount() {
    shows("solve x * exp(x) == exp(1) for x from 1..2", as: "1")
    shows("solve x * exp(x) == exp(1) for x from 0..1", as: "1")
    shows("solve 2 * x == 4 for x from 2..9", as: "2")
    // the present value is 300 t/s: a thousandth of it
    shows(
      "solve jt == 10 kJ/t for tput", after: "node = 3 kW; tput = 300 t/s; jt = node / tput",
      as: "0.3 t/s")
  }

  @Test func negativeValuesHaveARangeOfTheirOwn() {
    shows("solve x^2 == 4 for x", after: "x = -1", as: "-2")
    shows("solve x^3 == -8 for x from -10 .. 10", as: "-2")
  }

  @Test func refusesWhatCannotBeAskedFor() {
    refuses("solve x + 1 == 3 for x", after: "x = 0", as: "solve-range-at-zero")
    refuses("solve x + 1 == 3 for x from 2", after: "x = 1", as: "solve-range-not-wide")
    refuses("solve x + 1 == 3 for x from 2 kW..3 kW", after: "x = 1", as: "solve-range-differs")
    refuses("solve jt == 5 kW for tput", after: Self.machine, as: "do-not-compare")
    refuses(
      "solve jt == 5 J/t for pue", after: Self.machine + "\npue = 1.2", as: "solve-does-not-rest-on"
    )
    refuses("solve jt == 5 J/t for pi", after: Self.machine, as: "reserved-name")
    refuses("solve s == \"a\" for s", after: "s = \"b\"", as: "not-a-number")
    refuses("x = solve x == 3 for x", as: "defined-by-itself")
    refuses("f(3)", after: "f(a) = solve a * 2 == 4 for a", as: "solve-for-local")
  }

  // MARK: several, none

  @Test func severalSolutionsAreListed() throws {
    let tj = Dialogue("v = 3")
    let errors = Dialogue.errors(tj.enter("solve (v - 2) * (v - 5) == 0 for v"))
    guard
      case .severalSolutions(let searched, let cells, 0, "0.003..3.5") = try #require(
        errors.first as? EngineProblem)
    else {
      Issue.record("\(errors)")
      return
    }
    #expect((searched.low, searched.high) == ("0.003", "3000"))
    #expect(cells.map(\.values) == [["2", "5"]])
    #expect(tj.shown("solve (v - 2) * (v - 5) == 0 for v from 3.5..3000") == "5")
    // where the curve touches the line there is one
    #expect(tj.shown("solve (v - 2) * (v - 5) == -2.25 for v") == "3.5")
    #expect(tj.shown("solve (v - 3)^2 == 0 for v from 0..10") == "3")
  }

  @Test func allOfManyAreFound() throws {
    // arcsin 1/2 = π/6 and its images up to 20
    let errors = Dialogue.errors(Dialogue().enter("solve sin(x) == 0.5 for x from 0..20"))
    guard case .severalSolutions(_, let cells, _, _) = try #require(errors.first as? EngineProblem)
    else { return }
    #expect(
      cells.first?.values == [
        "0.523599", "2.61799", "6.80678", "8.90118", "13.09", "15.1844", "19.3732",
      ])
  }

  @Test func aKinkThatTouchesIsASolution() {
    shows("solve abs(x - 2) == 0 for x from 0..10", as: "2")
    shows("solve max(x, 4 - x) == 2 for x from 0.1..10", as: "2")
    shows("solve sqrt((x - 2)^2) == 0 for x from 0..10", as: "2")
    let found = Dialogue().numbers("solve abs(x^2 - 2) == 0 for x from 0..10").first ?? .nan
    #expect(isClose(found, 2.0.squareRoot(), within: 1e-12))
    refuses("solve abs(x - 2) == -0.001 for x from 0..10", as: "no-solution")
  }

  @Test func oneTouchIsOneSolution() {
    let found = Dialogue().numbers("solve cos(x) == 1 for x from -1 .. 1")
    #expect(found.count == 1)
    #expect(abs(found.first ?? 1) < 1e-8)
    shows("solve sin(x) == 1 for x from 0..3", as: "1.5708")
  }

  @Test func allAreListedWithARangeForOne() throws {
    // x = π/6 + 2πk and 5π/6 + 2πk: 16 pairs up to 100
    let tj = Dialogue()
    let errors = Dialogue.errors(tj.enter("solve sin(x) == 0.5 for x from 0..100"))
    // 97π/6 = 50.7891 lies nearest to the middle of the range, between 31π/2 and 33π/2
    guard
      case .severalSolutions(_, let cells, _, "48.6947..51.8363") = try #require(
        errors.first as? EngineProblem)
    else {
      Issue.record("\(errors)")
      return
    }
    #expect(cells.first?.values.count == 32)
    #expect(cells.first?.more == 0)
    #expect(cells.first?.isCut == false)
  }

  @Test func pastTheLastNumberNothingIsEqual() {
    refuses("solve exp(x) - x == 1 for x from 1..1000", as: "no-solution")
    refuses("solve exp(x) - x == 1 for x", after: "x = 1", as: "no-solution")
    let found = Dialogue("x = 1").numbers("solve exp(x) - x == 2 for x").first ?? .nan
    #expect(isClose(found, 1.1461932206205825, within: 1e-12))
  }

  @Test func whatHoldsToRoundingHoldsEverywhere() {
    let errors = Dialogue.errors(
      Dialogue().enter("solve x - (1.32 + x) + 1.03 == -0.29 for x from -3 .. 4"))
    guard case .everyValueSolves(_, nil, "-3", "4")? = errors.first as? EngineProblem else {
      Issue.record("\(errors)")
      return
    }
    refuses(
      "solve (max(1.03, x) - (1.32 + x)) + x == -0.29 for x from -3 .. 4",
      as: "every-value-solves")
    // a shallow slope is a slope
    let shallow = Dialogue().numbers("solve 1 + 1e-6 * x^3 == 1.000008 for x from 0.1..10")
    #expect(isClose(shallow.first ?? .nan, 2, within: 1e-8))
  }

  @Test func aRecordPutBackKeepsItsFigures() {
    let tj = Dialogue("c = h100_sxm; v = c.memory / c")
    #expect(tj.shown("v with c = (solve v == 0.2 GB/W for c)") == "0.2 GB/W")
    #expect(tj.shown("solve v == 0.2 GB/W for c") == "400 W")
    tj.define("need := solve v == 0.2 GB/W for c")
    #expect(tj.shown("need") == "400 W")
  }

  @Test func twoSolutionsThatLieCloseAreTwo() throws {
    let errors = Dialogue.errors(
      Dialogue().enter("solve (x - 1) * (x - 1.000001) == 0 for x from 0.1..10"))
    guard
      case .severalSolutions(_, let cells, _, "0.1..1.0000005") = try #require(
        errors.first as? EngineProblem)
    else {
      Issue.record("\(errors)")
      return
    }
    #expect(cells.map(\.values) == [["1", "1.000001"]])
  }

  @Test func noneSaysHowNear() throws {
    let tj = Dialogue(Self.machine)
    func miss(_ line: String) throws -> EngineProblem.Miss {
      let errors = Dialogue.errors(tj.enter(line))
      guard case .noSolution(_, let misses, _) = try #require(errors.first as? EngineProblem) else {
        throw Unexpected(problems: errors)
      }
      return try #require(misses.first)
    }
    // 3080 W / 319800 t/s, at the end of the range; what would do it lies beyond
    let far = try miss("solve jt == 1 mJ/t for tput")
    #expect(far.reached == "9.63102 mJ/t")
    #expect(far.at == "319800 t/s")
    #expect(far.elsewhere == "3.08 Mt/s")
    // the parabola's lowest point
    let low = try miss("solve (x - 3)^2 + 1 == 0 for x from 0.1..10")
    #expect((low.reached, low.at) == ("1", "3"))
    let jump = try miss("solve floor(x) == 2.5 for x from 1..10")
    #expect(jump.isJump)
    #expect(jump.at == "3")
    // across a pole the sign changes and nothing is reached
    let pole = try miss("solve 1 / (x - 3) == 0 for x from 0..10")
    #expect(pole.at == "10")
    #expect(try miss("solve sqrt(x) == -2 for x from 0.1..10").reached == "0.316228")
    #expect(try miss("solve ln(x) == 2 for x from -9..-1").fault != nil)
  }

  @Test func aLevelStretchIsNoAnswer() throws {
    let errors = Dialogue.errors(Dialogue().enter("solve ceil(x) == 3 for x from 0.5..10"))
    guard case .everyValueSolves(_, nil, "2", "3") = try #require(errors.first as? EngineProblem)
    else {
      Issue.record("\(errors)")
      return
    }
    // 0.25 up to 0.35, but for the last bit of 3 × 0.1
    refuses("solve round(x, 0.1) == 0.3 for x from 0.01..10", as: "every-value-solves")
    refuses("solve x - x == 0 for x from 1..2", as: "every-value-solves")
    refuses("solve max(x, 3) == 3 for x from 1..9", as: "every-value-solves")
    shows("solve max(x, 3) == 5 for x from 1..9", as: "5")
  }

  @Test func whatIsUndefinedInPartIsSolvedInTheRest() {
    shows("solve ln(x - 3) == 0 for x from -10 .. 10", as: "4")
    shows("solve sqrt(x - 3) + x == 5 for x from 0..10", as: "4")
    shows("solve 1 / (x - 3) == 2 for x from 0..10", as: "3.5")
    shows("solve x + 1 / x == 2.5 for x from 1..10", as: "2")
  }

  // MARK: axes

  @Test func alongAxesEachLabelHasItsOwn() {
    shows(
      "solve jt == 10 J/t for k", after: Self.batches, as: "[6, 3, 1.5, 1] over batch")
    // without turning around: 3000/(tput k) = 9 + k
    let tj = Dialogue(Self.batches)
    let found = tj.numbers("solve jt == (9 + k) * 1 J/t for k")
    for (k, rate) in zip(found, [50.0, 100, 200, 300]) {
      // k² + 9k − 3000/rate = 0
      #expect(isClose(k, (-9 + (81 + 12_000 / rate).squareRoot()) / 2, within: 1e-13))
    }
    #expect(found.count == 4)
  }

  @Test func manyLabelsAreSolvedTogether() {
    let tj = Dialogue("b = linspace(1, 2, 500); k = 1")
    let found = tj.numbers("solve b * k + k^2 == 6 for k")
    #expect(found.count == 500)
    for (i, k) in found.enumerated() {
      let b = 1 + Double(i) / 499
      #expect(isClose(k, (-b + (b * b + 24).squareRoot()) / 2, within: 1e-13))
    }
    let best = tj.numbers("minimize b * k + 4 / k over k")
    #expect(best.count == 500)
    for (i, k) in best.enumerated() {
      #expect(isClose(k, (4 / (1 + Double(i) / 499)).squareRoot(), within: 1e-10))
    }
  }

  @Test func listsWithoutNamesAreSolvedToo() {
    // [1, 2, 3] x exp(x) = 6: Lambert W of 6, 3 and 2
    let found = Dialogue("x = 1; y = [1, 2, 3] * x; z = y * exp(x)").numbers("solve z == 6 for x")
    #expect(found.count == 3)
    for (x, w) in zip(found, [1.4324047758983003, 1.0499088949640400, 0.8526055020137255]) {
      #expect(isClose(x, w))
    }
  }

  @Test func sumsAlongAnAxisTakeTheUnknownWhole() {
    shows("solve sum(tput * k over batch) == 1300 t/s for k", after: Self.batches, as: "2")
    // each label with the unknown of its own in the sum as well
    let found = Dialogue(Self.batches).numbers(
      "solve tput * k / sum(tput * k^2 over batch) == 0.1 for k")
    // 650 k² × 0.1 = tput k
    for (k, rate) in zip(found, [50.0, 100, 200, 300]) { #expect(isClose(k, rate / 65)) }
    #expect(found.count == 4)
  }

  @Test func labelsWithoutSolutionAreNamed() throws {
    let tj = Dialogue(Self.batches)
    let errors = Dialogue.errors(tj.enter("solve jt == 10 J/t for k from 1.2..10"))
    guard case .noSolution(_, let misses, 0) = try #require(errors.first as? EngineProblem) else {
      Issue.record("\(errors)")
      return
    }
    #expect(misses.map(\.label) == ["batch = 8"])
    #expect(misses.first?.at == "1.2")
    #expect(misses.first?.elsewhere == "1")
    // a label that is not asked for is not missed
    tj.define("some = if tput > 250 t/s then 0 else solve jt == 10 J/t for k from 1.2..10")
    #expect(tj.shown("some") == "[6, 3, 1.5, 0] over batch")
  }

  @Test func ofAnAxisItIsTheLabel() throws {
    shows("solve jt == 15 J/t for batch", after: Self.batches, as: "4")
    let errors = Dialogue.errors(
      Dialogue(Self.batches).enter("solve jt == 20 J/t for batch"))
    guard
      case .solveBetween(_, let between, 0, "jt", "20 J/t", "1..8") = try #require(
        errors.first as? EngineProblem)
    else {
      Issue.record("\(errors)")
      return
    }
    #expect(between.map { [$0.label, $0.low, $0.high] } == [[nil, "2", "4"]])
    // the mend: 30 J/t at 2 and 15 J/t at 4
    shows(
      "solve interpolate(jt, batch = x) == 20 J/t for x from 1..8", after: Self.batches,
      as: "3.33333")
    refuses("solve jt == 2 J/t for batch", after: Self.batches, as: "no-solution")
    shows(
      "solve card.bandwidth == 3.35 TB/s for card", after: "card = [h100_pcie, h100_sxm]",
      as: "700 W  # h100_sxm")
  }

  // MARK: brackets

  @Test func withBracketsItIsTheBracketOfTheSolutions() {
    let tj = Dialogue("node = 2..3 kW; tput = 300 t/s; jt = node / tput")
    #expect(tj.shown("solve jt == 5 J/t for tput") == "400..600 t/s")
    #expect(tj.shown("low(solve jt == 5 J/t for tput)") == "400 t/s")
    // the worst case decided first
    #expect(tj.shown("solve high(jt) == 5 J/t for tput") == "600 t/s")
    tj.define("node = 2..2.2..3 kW")
    #expect(tj.shown("best(solve jt == 5 J/t for tput)") == "440 t/s")
  }

  @Test func searchedSolutionsHaveExactRangesToo() throws {
    // b x + x² = 9, b in 2..3: x = (−b + √(b² + 36))/2 falls with b
    let tj = Dialogue("b = 2..3; x = 1")
    let range = try #require(tj.range("solve b * x + x^2 == 9 for x"))
    #expect(isClose(range.low[0], (-3 + 45.0.squareRoot()) / 2, within: 1e-13))
    #expect(isClose(range.high[0], (-2 + 40.0.squareRoot()) / 2, within: 1e-13))
    #expect(!range.isOuterBound)
    // the unknown's own tolerance: k²(1 ± 10 %) = 2.2
    tj.define("k = 1; q = k ± 10%")
    let own = try #require(tj.range("solve q * k == 2.2 for k"))
    #expect(isClose(own.low[0], 2.0.squareRoot()))
    #expect(isClose(own.high[0], (2.2 / 0.9).squareRoot()))
  }

  @Test func aTornadoSwingsTheAnswer() {
    // (−b + √(b² + 36 p)) / (2 p) at b = 2, 3 and at p = 1.1, 1.3; the slopes by central differences
    let tj = Dialogue("b = 2..3; p = 1.1..1.3; x = 1; r = solve b * x + x^2 * p == 9 for x")
    let lines = tj.shown("sensitivity r").split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains("1.76..2.029") && $0.hasSuffix("0.2689       -0.36") })
    #expect(lines.contains { $0.contains("1.84..1.941") && $0.hasSuffix("0.1017       -0.32") })
  }

  @Test func aSharedBracketCancels() {
    shows("solve b * x == b * 6 for x", after: "b = 2..3; x = 1", as: "6")
    shows("solve b * (x + x^2) == b * 6 for x", after: "b = 2..3; x = 1", as: "2")
  }

  @Test func interruptsEnd() {
    let tj = Dialogue("batch = linspace(1, 2, 300); k = 1")
    tj.session.isInterrupted = { true }
    let errors = Dialogue.errors(tj.enter("solve batch * k + exp(k) == 5 for k"))
    #expect(errors.map(\.id) == ["interrupted"])
  }
}
