import Engine
import Syntax
import Testing

/// `:save`: a saved session is the session.
struct SavingTests {
  /// Saves, runs the text again elsewhere, and compares what both show for each name.
  private func survives(
    _ script: String, _ asked: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let tj = Dialogue(script, sourceLocation: sourceLocation)
    let text = tj.session.savedText()
    let other = Dialogue()
    let errors = Dialogue.errors(other.enter(text, mode: .script))
    #expect(errors.isEmpty, "\(errors.map(\.id)) in\n\(text)", sourceLocation: sourceLocation)
    for line in asked {
      #expect(other.shown(line) == tj.shown(line), "\(line)", sourceLocation: sourceLocation)
      #expect(
        other.numbers(line).map(\.bitPattern) == tj.numbers(line).map(\.bitPattern), "\(line)",
        sourceLocation: sourceLocation)
    }
    #expect(other.session.savedText() == text, sourceLocation: sourceLocation)
  }

  @Test func `definitions, functions, units, documentation`() {
    survives(
      """
      ## one server
      ## source: data sheet
      node: power = 4 * h100_sxm * 1.1
      f(x: power, n = 2) = n * x where k = 3
      unit lap = 400 m, also laps, prefixes k
      way = 3 laps
      cost = way * price
      price = 2 $/m
      """, ["node", "f(1 W)", "way", "cost", "cost with price = 3 $/m"])
  }

  @Test func `lists, axes, brackets`() {
    survives(
      """
      batch = [1, 2, 4, 8]
      tput = [53.9, 102.9, 182.5, 319.8] t/s over batch
      band = 1.5..2.2..3.0 kW
      jt = band / tput
      some = batch[tput > 100 t/s]
      """, ["jt", "jt[batch = 8]", "some", "best(band)", "jt - jt"])
  }

  @Test func `frozen values keep every bit`() {
    survives(
      """
      a := 1 / 3
      b := 0.1 + 0.2
      c := 1 kWh / 7
      d := 1 / 3 * 1 km
      e := 1.5..3.0 kW
      t := 25 °C
      s := "text \\"quoted\\" {a}"
      v := 1 < 2
      big := 2^60
      small := 1e-300
      minus := -7 W
      """, ["a", "b", "c", "d", "e", "t", "s", "v", "big", "small", "minus", "best(e)"])
  }

  @Test func `frozen lists and records`() {
    survives(
      """
      z := [1, 2, 3] W
      n = [5, 6]
      over_n := n / 7
      card := h100_sxm
      texts := ["a", "b"]
      """, ["z", "over_n", "n * over_n", "card.memory", "texts"])
  }

  @Test func `a frozen list of brackets is one source`() {
    survives("n = [5, 6]; zz := n * (1..2)", ["zz", "zz[n = 6] * 5 - zz[n = 5] * 6"])
  }

  @Test func `what failed is not saved, what was mended is`() {
    let tj = Dialogue("a = 1")
    tj.enter("b = 1 W + 1")
    tj.enter("a = a + 1")
    tj.define("c = a + d")
    tj.define("d = 5")
    tj.define("a = 2")
    #expect(tj.session.savedText().contains("a = 2"))
    #expect(!tj.session.savedText().contains("b ="))
    _ = tj.session.undo()
    #expect(tj.session.savedText().contains("a = 1\n"))
  }

  @Test func `ans is written out`() {
    let tj = Dialogue("x = 2 W")
    tj.enter("x * 3")
    tj.define("y = ans + 1 W")
    let other = Dialogue()
    #expect(Dialogue.errors(other.enter(tj.session.savedText(), mode: .script)).isEmpty)
    #expect(other.shown("y") == "7 W")
    #expect(other.shown("y with x = 3 W") == "10 W")
  }

  @Test func `definitions that wait are saved`() {
    let tj = Dialogue("a = b * 2")
    #expect(tj.session.savedText() == "a = b * 2\n")
  }
}
