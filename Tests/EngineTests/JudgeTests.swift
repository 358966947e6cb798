import Engine
import Report
import Syntax
import Testing

/// What is found about an answer. Expected values are worked out by hand.
@Suite struct JudgeTests {
  /// node 3080 W, tput 319.8 t/s, jt 9.63102 J/t, e 4.69043..9.38086 J/t
  private static let rig =
    "node = 4 * h100_sxm * 1.1; tput = 319.8 t/s; jt = node / tput; "
    + "e = 1.5..3.0 kW / tput; batch = [1, 2, 4]; rates = [10, 20, 40] t/s over batch; rest = 10%; "
    + "cards = 4; hours = 2 h; memory = 80 GB"

  private func judged(_ answer: String, _ expected: String) -> Judgement? {
    let tj = Dialogue(Self.rig)
    guard let value = tj.value(answer) else { return nil }
    for case .exercise(let exercise) in tj.enter("ask \"?\" expect \(expected)") {
      return tj.session.judge(value, typed: answer, for: exercise)
    }
    return nil
  }

  private func finding(_ answer: String, _ expected: String) -> Finding? {
    guard case .wrong(let findings)? = judged(answer, expected) else { return nil }
    return findings.first
  }

  private func words(_ answer: String, _ expected: String) -> String? {
    finding(answer, expected)?.words(Dialogue().session.units)
  }

  // MARK: right

  @Test(arguments: [
    ("node / tput", "jt"), ("9.63102 J/t", "jt"), ("9.6 J/t", "jt within 1%"),
    ("2.67528 kWh/Mt", "jt"), ("9631 J/kt", "jt within 1%"),
    ("4.69..9.38 J/t", "e"), ("1.303..2.606 kWh/Mt", "e"), ("e", "e"),
    ("[0.1, 0.05, 0.025] s/t", "1 / rates"), ("[10, 20, 40] t/s", "rates"), ("rates", "rates"),
    ("true", "node > 1 W"), ("4 > 3", "node > 1 W"), ("h100_sxm", "h100_sxm"),
    ("\"pue\"", "\"pue\""), ("0", "0 W"), ("12 %", "0.12"), ("-3 kW", "0 - 3 kW"),
    ("2.5 kW", "2.504 kW within 5 W"), ("3.14 kW", "3.1 kW within rounding"),
  ]) func right(_ answer: String, _ expected: String) {
    #expect(judged(answer, expected) == .right, "\(answer) for \(expected)")
  }

  @Test(arguments: [
    ("9.5 J/t", "jt within 1%"), ("2.5 kW", "2.51 kW within 5 W"),
    ("3.16 kW", "3.1 kW within rounding"),
    ("4.69..9.2 J/t", "e"), ("[10, 20, 41] t/s", "rates"), ("false", "node > 1 W"),
    ("h100_pcie", "h100_sxm"), ("\"node\"", "\"pue\""), ("9.63", "jt"), ("9.63 J", "jt"),
    ("1 W", "0 W"),
  ]) func wrong(_ answer: String, _ expected: String) {
    if case .wrong(let findings)? = judged(answer, expected) {
      #expect(!findings.isEmpty)
    } else {
      Issue.record("\(answer) is taken for \(expected)")
    }
  }

  /// Where a question asks for a unit, its value in another one only repeats the question; a prefix of
  /// the number itself is free.
  @Test(arguments: [
    ("node / tput", "jt -> kWh/Mt", "J/t", "kWh/Mt"),
    ("9.63102 J/t", "jt -> kWh/Mt", "J/t", "kWh/Mt"),
    ("1 kWh", "1000 W * 3600 s -> J", "kWh", "J"),
    ("2 h", "hours -> min", "h", "min"), ("0.1", "rest -> %", "", "%"),
    ("4.69043..9.38086 J/t", "e -> kWh/Mt", "J/t", "kWh/Mt"),
  ]) func `the same in another unit`(
    _ answer: String, _ expected: String, _ got: String, _ wanted: String
  ) {
    #expect(finding(answer, expected) == .otherUnit(got: got, wanted: wanted))
  }

  @Test(arguments: [
    ("2.67528 kWh/Mt", "jt -> kWh/Mt"), ("jt -> kWh/million t", "jt -> kWh/Mt"),
    ("2.67528 Wh/kt", "jt -> kWh/Mt"), ("3.6 MJ", "1000 W * 3600 s -> J"),
    ("120 min", "hours -> min"), ("10%", "rest -> %"), ("1 kWh", "1000 W * 3600 s"),
    ("3 kW * 1 h", "3 kW * 1 h -> kWh"),
  ]) func `the unit that is asked for`(_ answer: String, _ expected: String) {
    #expect(judged(answer, expected) == .right)
  }

  /// Cells are met by their labels, whichever axis was named first.
  @Test func severalAxesAreComparedByTheirNames() {
    let tj = Dialogue("a = [1, 2]; b = [10, 20, 30]")
    var exercise: Exercise?
    for case .exercise(let found) in tj.enter("ask \"?\" expect 100 a + b") { exercise = found }
    guard let exercise else { return #expect(Bool(false)) }
    // a learner's session has axes of its own
    let other = Dialogue("a = [1, 2]; b = [10, 20, 30]")
    func judged(_ text: String) -> Judgement? {
      other.value(text).map { tj.session.judge($0, typed: text, for: exercise) }
    }
    #expect(judged("100 a + b") == .right)
    #expect(judged("b + 100 a") == .right)
    #expect(
      judged("b + 100 a + (if a == 2 and b == 10 then 50 else 0)")
        == .wrong([.someValues(right: 5, wrong: ["a = 2, b = 10"])]))
    #expect(judged("[[110, 120, 130], [210, 220, 230]] over a, b") == .right)
    #expect(judged("a + 100 b") != .right)
  }

  // MARK: dimensions

  @Test func theMissingFactorIsNamed() {
    #expect(
      finding("node", "jt")
        == .dimension(
          got: "power", wanted: "energy/token",
          mend: .init(operation: .over, dimension: "token/time", names: ["tput"], isExact: true)))
    #expect(
      words("node", "jt")
        == "That is power, J per second, and an energy per token is asked for: did you forget to "
        + "divide by `tput`, tokens per second?")
    #expect(
      words("jt", "node")
        == "That is energy per token, and a power is asked for: did you forget to multiply by `tput`, "
        + "tokens per second?")
    // a name of the right dimension, though the value is another
    #expect(
      finding("2 kW", "jt")
        == .dimension(
          got: "power", wanted: "energy/token",
          mend: .init(operation: .over, dimension: "token/time", names: ["tput"], isExact: false)))
    #expect(
      words("node", "node * hours")
        == "That is power, J per second, and an energy is asked for: a watt is a rate. Did you forget "
        + "to multiply by `hours`, a time?")
    #expect(
      words("node * hours", "node")
        == "That is energy, joules, and a power is asked for: joules are an amount. Did you forget to "
        + "divide by `hours`, a time?")
    #expect(
      words("3 kW", "memory")
        == "That is power, J per second, and an amount of information is asked for.")
  }

  /// Times written for over, and the other way round.
  @Test func aFactorTheWrongWayRound() {
    #expect(finding("node * tput", "jt") == .wrongWay(.name("tput"), needs: .over))
    #expect(
      words("node * tput", "jt")
        == "`tput` is in it the wrong way round: you multiplied where you should divide.")
    #expect(finding("node / hours", "node * hours") == .wrongWay(.name("hours"), needs: .times))
  }

  /// A constant has a dimension: its number alone was not what was forgotten.
  @Test func theNumberOfAConstantIsNoFactorOfItsOwn() {
    #expect(
      finding("3600 J", "1000 W * 3600 s") == .factor(needs: .times, cause: [.known(.kilo)]))
    #expect(
      finding("3 kW * 1 h", "3 kW * 7 h")
        == .factor(needs: .times, cause: [.count("7", of: "7 h", holder: "")]))
  }

  @Test func aNumberWithoutAUnit() {
    #expect(finding("9.63", "jt") == .unitMissing(fits: "J/t", dimension: "energy/token"))
    #expect(finding("3.08", "node") == .unitMissing(fits: "kW", dimension: "power"))
    #expect(finding("3080", "node") == .unitMissing(fits: "W", dimension: "power"))
    #expect(finding("7", "node") == .unitMissing(fits: nil, dimension: "power"))
    #expect(
      words("7", "node")
        == "A number without a unit could be anything: a power is asked for. W or kW, say.")
  }

  @Test func anAnswerOnItsHead() {
    #expect(
      finding("tput / node", "jt")
        == .upsideDown(got: "token/energy", wanted: "energy/token", isExact: true))
    #expect(
      finding("tput / 2 kW", "jt")
        == .upsideDown(got: "token/energy", wanted: "energy/token", isExact: false))
    #expect(finding("1 / 3.6", "3.6") == .upsideDown(got: "", wanted: "", isExact: true))
  }

  // MARK: factors

  @Test func whatWasForgotten() {
    #expect(
      finding("h100_sxm * 1.1 / tput", "jt")
        == .factor(needs: .times, cause: [.number("4", holder: "node")]))
    #expect(
      finding("4 * h100_sxm / tput", "jt")
        == .factor(needs: .times, cause: [.number("1.1", holder: "node")]))
    #expect(
      finding("h100_sxm / tput", "jt")
        == .factor(
          needs: .times, cause: [.number("4", holder: "node"), .number("1.1", holder: "node")]))
    #expect(
      words("h100_sxm / tput", "jt")
        == "Multiply by the `4` and the `1.1` of `node` and it is right: they were forgotten.")
    #expect(
      finding("jt * 1.1", "jt") == .factor(needs: .over, cause: [.number("1.1", holder: "node")]))
    #expect(finding("700 W", "700 W * cards") == .factor(needs: .times, cause: [.name("cards")]))
    #expect(
      finding("700 W", "700 W * (1 + rest)") == .factor(needs: .times, cause: [.onePlus("rest")]))
  }

  @Test(arguments: [
    ("2.67528 J/t", "jt", Finding.Known.megajoules, Finding.Operation.times),
    ("34.67 J/t", "jt", .megajoules, .over),
    ("50 J", "3 kW * 60 s", .wattHour, .times), ("180 Wh", "180 J", .wattHour, .over),
    ("3.08 W", "node", .kilo, .times), ("3.08 MW", "node", .kilo, .over),
    ("9.63102 J/Mt", "jt", .mega, .times), ("3 kW * 1 day", "3 kW * 1 h", .hours, .over),
    ("10 kB", "80 kB", .bits, .times), ("74.5058 GB", "80 GB", .gibi, .times),
    ("1200 %", "12 %", .percent, .over),
  ]) func factorsThatPeopleForget(
    _ answer: String, _ expected: String, _ known: Finding.Known, _ operation: Finding.Operation
  ) {
    #expect(
      finding(answer, expected) == .factor(needs: operation, cause: [.known(known)]),
      "\(answer) for \(expected)")
  }

  @Test func theWrongWayRound() {
    // 36 J/t are 10 kWh/Mt; 36 × 3.6 = 129.6
    #expect(finding("129.6 kWh/Mt", "36 J/t") == .wrongWay(.known(.megajoules), needs: .over))
    #expect(
      words("129.6 kWh/Mt", "36 J/t")
        == "The 3.6 (1 kWh = 3.6 MJ) is in it the wrong way round: you multiplied where you should "
        + "divide.")
    #expect(finding("jt / 1.21", "jt") == .wrongWay(.number("1.1", holder: "node"), needs: .times))
    #expect(finding("-3 kW", "3 kW") == .sign)
  }

  /// A factor that explains the answer within its tolerance is the nearest one, and no factor is
  /// found for an answer that is only rounded.
  @Test func roundingIsNoFactor() {
    #expect(finding("10 J/t", "jt") == .rounded)
    #expect(finding("9.4 J/t", "jt") == .near(share: 9.4 / (3080 / 319.8) - 1))
    #expect(
      words("5.2 kWh/Mt", "3.0 kW / 156 t/s")
        == "Close: 2.7 % too low. Was it rounded on the way? Keep all digits and round at the end.")
    #expect(
      words("52 J/t", "jt")?.hasPrefix("The unit fits, but the value is 5.4 times too large")
        == true)
  }

  // MARK: brackets and lists

  @Test func endsOfBrackets() {
    #expect(finding("4.69 J/t", "e") == .oneEnd(.low))
    #expect(finding("9.38 J/t", "e") == .oneEnd(.high))
    #expect(finding("7 J/t", "e") == .oneEnd(nil))
    #expect(finding("4.69..9 J/t", "e") == .halfBracket(wrong: .high))
    #expect(finding("4..9.38 J/t", "e") == .halfBracket(wrong: .low))
    #expect(finding("e", "low(e)") == .bracket(asked: .low))
    #expect(finding("e", "high(e)") == .bracket(asked: .high))
    #expect(finding("high(e)", "low(e)") == .otherEnd(asked: .low))
    #expect(finding("9.38 J/t", "low(e)") == .otherEnd(asked: .low))
    #expect(finding("low(e)", "high(e)") == .otherEnd(asked: .high))
    #expect(finding("2.606 kWh/Mt", "low(e) -> kWh/Mt") == .otherEnd(asked: .low))
    #expect(
      finding("1.303..2.606 J/t", "e") == .factor(needs: .times, cause: [.known(.megajoules)]))
  }

  @Test func lists() {
    #expect(finding("10 t/s", "rates") == .count(got: 1, wanted: 3))
    #expect(finding("rates", "10 t/s") == .count(got: 3, wanted: 1))
    #expect(
      finding("[10, 25, 40] t/s", "rates") == .someValues(right: 2, wrong: ["batch = 2"]))
    #expect(finding("rates / 1000", "rates") == .factor(needs: .times, cause: [.known(.kilo)]))
  }

  @Test func kinds() {
    #expect(finding("3 kW", "node > 2 kW") == .kind(wanted: .truth, got: .number))
    #expect(finding("true", "node") == .kind(wanted: .number, got: .truth))
    #expect(finding("\"abc\"", "node") == .kind(wanted: .number, got: .text))
    #expect(finding("3 kW", "\"pue\"") == .kind(wanted: .text, got: .number))
    #expect(finding("false", "node > 2 kW") == .opposite)
    #expect(finding("\"node\"", "\"pue\"") == .otherText)
  }

  /// Nothing that is said of a wrong answer holds the right number.
  @Test func noFindingGivesTheAnswerAway() {
    for answer in ["node", "7", "tput", "node / tput / 4", "8 J/t", "100 J/t", "e", "true"] {
      let text = words(answer, "jt") ?? ""
      #expect(!text.isEmpty && !text.contains("9.6"), "\(answer): \(text)")
    }
  }
}
