import Engine
import Report
import Syntax
import Testing
import Units

/// `ask TEXT expect VALUE [within TOLERANCE] [hint "…", …]`: how it is read and what it shows.
@Suite struct QuestionTests {
  private let rig = "node = 4 * h100_sxm * 1.1; tput = 319.8 t/s"

  @Test func aQuestionShowsItsAnswer() {
    shows(
      "ask \"How many?\" expect node / tput within 2%", after: rig,
      as: "How many?\n  node / tput = 9.63102 J/t  (within 2%)")
    shows("ask \"An hour of 1 kW?\" expect 3.6 MJ", as: "An hour of 1 kW?\n  3.6 MJ")
    shows(
      "ask \"Of {tput}?\" expect tput > 300 t/s", after: rig,
      as: "Of 319.8 t/s?\n  tput > 300 t/s = true")
  }

  @Test func aLineGoesOnBehindExpectHintAndComma() {
    let question = "ask \"How many?\" expect\n  node / tput within 1% hint\n  \"one\",\n  \"two\""
    #expect(exercise(question)?.hints == ["one", "two"])
    #expect(Parser.isIncomplete("ask \"How many?\" expect"))
    #expect(Parser.isIncomplete("ask \"How many?\" expect 3 kW hint"))
    #expect(Parser.isIncomplete("ask \"How many?\" expect 3 kW hint \"a\","))
    #expect(!Parser.isIncomplete("ask \"How many?\" expect 3 kW hint \"a\""))
    #expect(!Parser.isIncomplete("x = hint"))
    #expect(!Parser.isIncomplete("ask = hint"))
  }

  @Test func theWordsAreNamesElsewhere() {
    shows("ask * 2", after: "ask = 3 kW", as: "6 kW")
    shows("ask - 1 kW", after: "ask = 3 kW", as: "2 kW")
    shows("2 hint", after: "hint = 3 kW", as: "6 kW")
    shows("expect + hint", after: "expect = 1 kW; hint = 2 kW", as: "3 kW")
    shows("table expect", after: "expect = 1 kW", as: "expect [kW]\n          1")
  }

  @Test func whatIsMissingIsAnError() {
    refuses("ask \"How many?\"", as: "unexpected-token")
    refuses("ask \"How many?\" expect", as: "missing-operand")
    refuses("ask \"How many?\" expect 3 kW hint", as: "unexpected-token")
    refuses("ask \"How many?\" expect 3 kW hint 4", as: "unexpected-token")
    refuses("ask \"How many?\" expect nodes", after: rig, as: "unknown-name")
  }

  @Test func toleranceIsOfTheAnswer() {
    #expect(exercise("ask \"?\" expect 3 kW")?.tolerance == .share(0.01))
    #expect(exercise("ask \"?\" expect 3 kW within 2%")?.tolerance == .share(0.02))
    #expect(exercise("ask \"?\" expect 3 kW within 50 W")?.tolerance == .amount(50))
    #expect(exercise("ask \"?\" expect 4 within 0.5")?.tolerance == .amount(0.5))
    #expect(exercise("ask \"?\" expect 4 within 10%")?.tolerance == .share(0.1))
    if case .amount(let half)? = exercise("ask \"?\" expect 2.50 kW within rounding")?.tolerance {
      #expect(isClose(half, 5, within: 1e-6))
    } else {
      Issue.record("rounding")
    }
    refuses("ask \"?\" expect 3 kW within 2 s", as: "tolerance-of-question")
    refuses("ask \"?\" expect 3 kW within -1%", as: "tolerance-of-question")
    refuses("ask \"?\" expect node within rounding", after: rig, as: "tolerance-of-question")
    refuses("ask \"?\" expect 2 > 1 within 1%", as: "tolerance-of-question")
  }

  @Test func wordsOfAQuestionDoNotVary() {
    refuses(
      "ask \"How much is {x}?\" expect 3 kW", after: "x = [1, 2] kW", as: "question-varies")
  }

  @Test func theReadingReadsBack() {
    for text in [
      "ask \"How many?\" expect node / tput within 2% hint \"a\", \"b\"",
      "ask \"How many?\" expect jt with node = 3 kW, pue = 1.2 -> kWh/Mt within 2%",
      "ask \"Yes?\" expect a ~= b within 1% hint \"a\"",
      "ask \"A {node}?\" expect 2.50 kW within rounding",
    ] {
      let once = read(text)
      #expect(once.map { read($0) } == .some(once), "\(text)")
      #expect(once?.hasPrefix("ask \"") == true, "\(text)")
    }
  }

  private func read(_ text: String) -> String? {
    var parser = Parser(SourceText(name: "test", text: text), units: UnitTable())
    guard case .statement(let statement) = parser.next() else { return nil }
    return Reading.text(statement)
  }

  @Test func everyFormHasIt() {
    let tj = Dialogue(rig)
    let outcomes = tj.enter("ask \"How many?\" expect tput within 2% hint \"a\"")
    func rendered(_ format: Format) -> String {
      var renderer = Renderer(format)
      var out: [UInt8] = []
      for outcome in outcomes { renderer.render(outcome, units: tj.session.units, into: &out) }
      return String(decoding: out, as: UTF8.self)
    }
    #expect(rendered(.markdown) == "**How many?**\n\n`tput = 319.8 t/s`  (within 2%)\n")
    #expect(
      rendered(.csv) == "question,answer,value,within\nHow many?,tput,319.8 t/s,2%\n"
        || rendered(.csv) == "question,answer,value,within\r\nHow many?,tput,319.8 t/s,2%\r\n")
    #expect(
      rendered(.json)
        == "{\"kind\":\"question\",\"text\":\"How many?\\n  tput = 319.8 t/s  (within 2%)\","
        + "\"question\":\"How many?\",\"answer\":\"tput\",\"within\":\"2%\",\"hints\":[\"a\"],"
        + "\"expected\":{\"value\":319.8,\"unit\":\"t/s\",\"dimension\":\"token/time\"}}\n")
  }

  private func exercise(_ text: String) -> Exercise? {
    for case .exercise(let exercise) in Dialogue(rig).enter(text) { return exercise }
    return nil
  }
}
