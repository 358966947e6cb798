import Syntax
import Testing

@testable import Engine
@testable import Report

/// What the engine's problems say, word for word.
struct EngineWordsTests {
  typealias Side = EngineProblem.Side

  /// The message and below it the mends.
  func said(_ problem: EngineProblem) -> String {
    let words = problem.words
    return ([words.message] + words.hints.map { "  " + $0 }).joined(separator: "\n")
  }

  func side(_ text: String, _ dimension: String, _ value: String? = nil) -> Side {
    Side(text: text, value: value, dimension: dimension)
  }

  @Test func `names that are missing`() {
    #expect(
      said(.unknownName("nodee", nearest: ["node"], unitReading: nil)) == """
        `nodee` is not defined
          did you mean `node`?
        """)
    #expect(
      said(.unknownName("s", nearest: [], unitReading: "319.8 t/s")) == """
        `s` is not defined
          did you mean `319.8 t/s`?
        """)
    #expect(
      said(.unknownAfterNumber("kw", number: "3", nearest: ["kW", "kWh"])) == """
        `kw` is no unit and no name
          did you mean `kW` or `kWh`?
        """)
    #expect(
      said(.touchesUnit(left: "10 kW", op: "/", right: "node", nearest: [])) == """
        `node` is no unit
          write `10 kW / node` to calculate with it
        """)
    #expect(
      said(.undefined("jt", missing: ["node", "tput"]))
        == "`jt` has no value yet: `node` and `tput` are not defined")
    #expect(
      said(.stillUndefined(["jt waits for node", "cost waits for price"])) == """
        definitions are left without a value
          define what is missing:
        jt waits for node
        cost waits for price
        """)
  }

  @Test func `circles name every step`() {
    #expect(
      said(.definedByItself("x", mend: "x := x + 1", isKnown: true)) == """
        `x` is defined by itself
          write `x := x + 1` to keep the value of now
        """)
    #expect(
      said(.cycle(["a", "b", "a"])) == """
        `a` is defined by itself: a → b → a
          break the circle: `:=` in one of them keeps its value of now
        """)
    #expect(EngineProblem.functionCallsItself(["f", "f"]).words.message == "`f` calls itself")
    #expect(
      EngineProblem.functionCallsItself(["h", "f", "g", "f"]).words.message
        == "`f` calls itself: f → g → f")
    #expect(
      EngineProblem.functionCallsItself(["f", "g"]).words.message
        == "functions call each other too deeply")
    #expect(
      EngineProblem.cycleOfUse(["a.tj", "b.tj", "a.tj"]).words.message
        == "`a.tj` uses itself: a.tj → b.tj → a.tj")
  }

  @Test func `two dimensions, and what would make them fit`() {
    #expect(
      said(.doNotAdd(op: "+", left: side("3 kg", "mass"), right: side("2 A", "current")))
        == "`3 kg` (mass) and `2 A` (current) do not add")
    #expect(
      said(.doNotAdd(op: "-", left: side("used", "energy"), right: side("a + b", "power"))) == """
        `used` (energy) and `a + b` (power) cannot be subtracted
          mind that power is energy per time: 1 kW over an hour is 1 kWh
        """)
    #expect(
      said(.doNotCompare(op: "<", left: side("tput", "token/time"), right: side("2 t", "token")))
        == """
        `tput` (token/time) and `2 t` (token) cannot be compared
          mind that tokens per second are a rate: over a time they are tokens
        """)
    #expect(
      said(.cannotConvert(from: side("node", "power"), to: side("kWh", "energy"))) == """
        `node` is power, and `kWh` is energy
          mind that power is energy per time: 1 kW over an hour is 1 kWh
        """)
    #expect(
      said(.cannotConvert(from: side("2 + 3", "a plain number"), to: side("kWh", "energy"))) == """
        `2 + 3` is a plain number, and `kWh` is energy
          write `(2 + 3) * 1 kWh` to give it this unit
        """)
    #expect(
      said(.exponentNotPlain(side("1 W", "power"))) == """
        an exponent is a plain number, and `1 W` is power
          divide it by a value of the same kind first
        """)
    #expect(
      said(
        .annotationMismatch(
          name: "e", wanted: side("energy", "energy"), found: side("4 kW", "power", "4 kW")))
          == """
          `e` is stated as energy, and comes to power
            mind that power is energy per time: 1 kW over an hour is 1 kWh
          """)
    #expect(
      said(
        .listItemsDiffer(first: side("5 t", "token"), other: side("2 tonne", "mass"))) == """
          `5 t` (token) and `2 tonne` (mass) do not go together
            write `tonne` for the tonne: `t` is token
          """)
  }

  @Test func `lists and axes`() {
    #expect(
      said(.wrongCount(list: 3, axis: "batch", labels: 4)) == """
        the list has 3 values, and `batch` has 4 labels
          give one value for each label, or state the labels: `[1: 53.9, 2: 102.9]`
        """)
    #expect(
      said(
        .noSuchLabel(
          "6", axis: "batch", labels: ["1", "2", "4", "8"], mend: "interpolate(…, batch = 6)"))
          == """
          `6` is no label of `batch`
            choose one of 1, 2, 4, 8
            write `interpolate(…, batch = 6)` for a value between labels
          """)
    #expect(
      said(.namelessBesideNamed(axis: "batch")) == """
        a list without a name meets one along `batch`
          write `[…] over batch` for one value per label
          give the list a name to pair each with each
        """)
    #expect(
      said(.whichAxis(function: "first", axes: ["batch", "card"])) == """
        `first` must be told along which axis
          write `first(… over batch)`
          write `first(… over card)`
        """)
  }

  @Test func `brackets and values`() {
    #expect(
      said(.uncertainEnd("jt", mend: "jt * (1 ± 10%)")) == """
        `jt` is a bracket or a distribution, and a plain number must stand here
          write `jt * (1 ± 10%)`
        """)
    #expect(
      said(.lowAboveHigh(low: "3 kW", high: "1.5 kW")) == """
        the low end, 3 kW, lies above the high end, 1.5 kW
          write `1.5 kW .. 3 kW`
        """)
    #expect(
      said(.divisorHoldsZero(sources: ["x", "this range"]))
        == """
        the divisor can be 0 within the range of `x` and this range
          choose a range that does not hold 0
        """)
    #expect(
      said(.notDefinedFor(function: "asin", needs: "between -1 and 1"))
        == "`asin` needs a value between -1 and 1")
    #expect(
      said(
        .notKnown(
          what: "power", of: "a10g", source: "AWS instance page", others: ["a10g.techpowerup"]))
          == """
          the power of `a10g` is not known: its source does not state it (AWS instance page)
            take another source's: `a10g.techpowerup`
          """)
  }

  @Test func `checks, files, and what comes later`() {
    #expect(
      said(
        .assertFailed(
          text: "jt ~= 9.4 J/t within 1%", left: "9.63102 J/t", right: "9.4 J/t",
          difference: "0.231 J/t (2.458 %)"))
        == "this does not hold: 9.63102 J/t against 9.4 J/t, off by 0.231 J/t (2.458 %)")
    #expect(
      said(.assertFailed(text: "a < b", left: "3", right: "2", difference: "at batch = 8"))
        == "this does not hold: 3 against 2 at batch = 8")
    #expect(
      said(.notBuilt(feature: "explain"))
        == "`explain` is not built yet: this line reads as it always will, "
        + "but tj cannot answer it today")
    #expect(
      said(.notBuilt(feature: "scenarios")).hasPrefix("scenarios are not built yet: this line"))
    #expect(
      said(.doesNotRestOn("pue", expression: "jt", restsOn: ["node", "tput"])) == """
        `jt` does not depend on `pue`
          choose what it rests on: `node` or `tput`
        """)
    #expect(
      said(.outsideFolder("../rig.tj")) == """
        `../rig.tj` lies outside the folder of the script
          move it below that folder, or name it on the command line
        """)
    #expect(
      said(.outsideFolder("../gpu.csv", isTyped: true)) == """
        `../gpu.csv` lies outside the current folder
          start tj in a folder above it, or name the file on the command line: `tj ../gpu.csv`
        """)
    #expect(
      said(.fileNotFound("gpu.csv", isTyped: true)) == """
        there is no file `gpu.csv` that can be read
          check the name: it is meant from the current folder
        """)
    #expect(
      said(.tableChanged("gpu.csv")) == """
        `gpu.csv` is not what it was when it was read
          read it again: say the line with `read_csv` once more
        """)
  }

  @Test func `notes`() {
    #expect(
      said(.noteGrid(first: "a", second: "b", rows: 3, columns: 3)) == """
        `a` and `b` make a grid of 3 × 3
          write `b = […] over a` for pairs
        """)
    #expect(
      said(.noteHardLimits) == """
        `±` sets hard limits
          write `normal(c, s)` for a standard deviation
        """)
    let cause = EngineProblem.Cause(
      problem: EngineProblem.cannotConvert(
        from: side("node", "power"), to: side("kWh", "energy")))
    #expect(
      said(.noteBroken(name: "jt", cause: cause))
        == "`jt` has no value now: `node` is power, and `kWh` is energy")
  }

  @Test func `a text of the user's stays on one line and short`() {
    let long = String(repeating: "1 +\n", count: 1_000_000)
    let words = EngineProblem.notACondition(long).words
    #expect(words.message.count < 100)
    #expect(!words.message.contains("\n"))
    let mend = EngineProblem.definedByItself("x", mend: "x := \(long)", isKnown: true).words
    #expect(mend.hints.isEmpty)
  }
}
