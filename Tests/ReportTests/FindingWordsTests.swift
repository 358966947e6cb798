import Engine
import Report
import Testing
import Units

/// What is said about wrong answers, word for word; answers and their findings are in JudgeTests.
struct FindingWordsTests {
  private let units = UnitTable()

  private func says(
    _ finding: Finding, _ words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(finding.words(units) == words, sourceLocation: sourceLocation)
  }

  @Test func `what is said`() {
    says(
      .kind(wanted: .truth, got: .number), "A yes or no is asked for: a comparison such as `a < b`."
    )
    says(.kind(wanted: .text, got: .number), "A name or a text is asked for.")
    says(.kind(wanted: .number, got: .truth), "A value is asked for, not a yes or no.")
    says(.kind(wanted: .number, got: .text), "A value is asked for, not a text.")
    says(.otherUnit(got: "J/t", wanted: "kWh/Mt"), "That is the same, in J/t; say it in kWh/Mt.")
    says(.otherUnit(got: "", wanted: "%"), "That is the same, as a plain number; say it in %.")
    says(.otherUnit(got: "%", wanted: ""), "That is the same, in %; say it as a plain number.")
    says(
      .dimension(
        got: "mass/token", wanted: "emissions/token",
        mend: .init(operation: .times, dimension: "CO2e", names: [], isExact: false)),
      "That is mass per token, and emissions per token are asked for: write `CO2e` behind the "
        + "mass, as in `44 gCO2e`.")
    says(.opposite, "It is the other way round.")
    says(.otherText, "That is another one.")
    says(
      .unitMissing(fits: "J/t", dimension: "energy/token"),
      "The number is right; now say of what: write its unit, J/t.")
    says(
      .unitMissing(fits: nil, dimension: "energy/token"),
      "A number without a unit could be anything: an energy per token is asked for. J/t "
        + "or kWh/Mt, say."
    )
    says(
      .dimension(got: "length", wanted: "energy", mend: nil),
      "That is length, and an energy is asked for.")
    says(
      .dimension(
        got: "power", wanted: "energy",
        mend: .init(operation: .times, dimension: "time", names: [], isExact: false)),
      "That is power, J per second, and an energy is asked for: a watt is a rate. Did you "
        + "forget to multiply by a time?"
    )
    says(
      .dimension(
        got: "energy/token", wanted: "a plain number",
        mend: .init(operation: .over, dimension: "energy/token", names: [], isExact: false)),
      "That is energy per token, and a plain number is asked for: divide it by another "
        + "energy per token."
    )
    says(
      .dimension(
        got: "token", wanted: "token/time",
        mend: .init(operation: .over, dimension: "time", names: ["a", "b"], isExact: false)),
      "That is tokens, and tokens per second are asked for: did you forget to divide by `a` "
        + "or `b`, a time?"
    )
    // what nobody has a word for is named, and nothing is guessed
    says(
      .dimension(
        got: "power*token/time", wanted: "energy/token",
        mend: .init(operation: .over, dimension: "token^2/time^2", names: [], isExact: false)),
      "That comes to power*token/time, and an energy per token is asked for.")
    says(
      .dimension(
        got: "power", wanted: "information",
        mend: .init(operation: .over, dimension: "power/information", names: [], isExact: false)),
      "That is power, J per second, and an amount of information is asked for.")
    says(
      .dimension(
        got: "energy", wanted: "emissions",
        mend: .init(
          operation: .times, dimension: "emissions/energy", names: ["grid.FRA"], isExact: true)),
      "That is energy, joules, and an amount of emissions is asked for: did you forget to multiply "
        + "by `grid.FRA`, emissions per energy?")
    says(
      .dimension(
        got: "energy/token", wanted: "token/time",
        mend: .init(operation: .into, dimension: "power", names: ["node"], isExact: false)),
      "That is energy per token, and tokens per second are asked for: did you forget to divide "
        + "`node`, a power, by it?")
    says(
      .factor(needs: .times, cause: [.count("4", of: "4 gpu", holder: "")]),
      "Multiply by the `4` of `4 gpu` and it is right: that was forgotten.")
    says(
      .upsideDown(got: "token/energy", wanted: "energy/token", isExact: true),
      "That is tokens per joule, and an energy per token is asked for: it stands on its "
        + "head. One over it is right."
    )
    says(
      .upsideDown(got: "", wanted: "", isExact: true),
      "That is one over the answer: it stands on its head.")
    says(
      .factor(needs: .times, cause: [.number("1.1", holder: "node")]),
      "Multiply by the `1.1` of `node` and it is right: that was forgotten.")
    says(
      .factor(needs: .over, cause: [.name("pue")]),
      "Divide by `pue` and it is right: that is in it and does not belong there.")
    says(
      .factor(needs: .over, cause: [.number("4", holder: "a"), .number("2", holder: "b")]),
      "Divide by the `4` of `a` and the `2` of `b` and it is right: they are in it and do "
        + "not belong there."
    )
    says(
      .factor(needs: .times, cause: [.onePlus("10%")]),
      "Multiply by `1 + 10%` and it is right: that was forgotten.")
    says(
      .factor(needs: .times, cause: [.known(.wattHour)]),
      "That is too small by a factor of 3600: an hour has 3600 seconds, so 1 Wh = 3600 J.")
    says(
      .wrongWay(.name("pue"), needs: .times),
      "`pue` is in it the wrong way round: you divided where you should multiply.")
    says(.sign, "The sign is wrong; the rest is right.")
    says(.oneEnd(.low), "That is the low end only. The whole range is asked for, low..high.")
    says(.oneEnd(.high), "That is the high end only. The whole range is asked for, low..high.")
    says(.oneEnd(nil), "One value is not enough: a range is asked for, low..high.")
    says(.bracket(asked: .low), "One value is asked for: the low end of that range.")
    says(.bracket(asked: .high), "One value is asked for: the high end of that range.")
    says(.bracket(asked: nil), "One value is asked for, not a range.")
    says(.otherEnd(asked: .low), "That is the high end; the low one is asked for.")
    says(.otherEnd(asked: .high), "That is the low end; the high one is asked for.")
    says(.endsSwapped, "The two ends are swapped: the low one comes first.")
    says(.halfBracket(wrong: .low), "The high end is right. Look at the low one again.")
    says(.halfBracket(wrong: .high), "The low end is right. Look at the high one again.")
    says(.count(got: 3, wanted: 1), "One value is asked for; that is a list of 3.")
    says(.count(got: 1, wanted: 3), "That is one value; 3 are asked for, a list.")
    says(.count(got: 2, wanted: 3), "That is a list of 2; 3 values are asked for.")
    says(
      .someValues(right: 1, wrong: ["batch = 2", "batch = 4"]),
      "1 value is right. Look again at batch = 2 and batch = 4.")
    says(
      .rounded,
      "That is rounded too far: a few more digits, or the formula instead of the number.")
    says(
      .near(share: -0.0266),
      "Close: 2.7 % too low. Was it rounded on the way? Keep all digits and round at the end.")
    says(.near(share: 0.12), "Close: 12 % too high.")
    says(
      .off(factor: 2.5, isTooLarge: true), "The unit fits, but the value is 2.5 times too large.")
    says(.off(factor: 40, isTooLarge: false), "The unit fits, but the value is 40 times too small.")
    says(.other, "The unit fits, but the value does not.")
    says(
      .redefined(["node"]),
      "`node` means something else here since you redefined it; the question is about the lesson's."
    )
    says(
      .redefined(["a", "b"]),
      "`a` and `b` mean something else here since you redefined them; the question is "
        + "about the lesson's."
    )
  }

  /// Each factor that people forget says what it is, and with the number that it is.
  @Test(arguments: Finding.Known.allCases)
  func `every known factor has its reason`(_ known: Finding.Known) {
    let words = Finding.factor(needs: .times, cause: [.known(known)]).words(units)
    #expect(words.hasPrefix("That is too small by a factor of "))
    #expect(words.contains(": ") && words.hasSuffix("."))
    #expect(known.value > 1)
  }
}
