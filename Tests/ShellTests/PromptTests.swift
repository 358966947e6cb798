import Support
import Testing

@testable import Shell

/// Entries at the prompt.
struct PromptTests {
  let tj = Conversation()

  @Test func `the line on the card`() {
    #expect(
      tj.enter("node = 4 * h100_sxm * 1.1; jt = node / 319.8 t/s")
        == "node = 3.08 kW\njt = 9.63102 J/t\n")
    #expect(tj.enter("jt -> kWh/million t") == "2.67528 kWh/million t\n")
    let shown = tj.enter("node = 4 * h100_pcie * 1.1")
    #expect(shown.hasPrefix("node = 1.54 kW\n"))
    #expect(shown.contains("jt  9.631 → 4.816 J/t  (−50 %)"))
  }

  @Test func `a pasted block is several statements`() {
    #expect(tj.enter("1 + 1\n2 + 2\n(3\n + 3)") == "2\n4\n6\n")
  }

  @Test func `an error keeps everything before it, and what follows is run`() {
    let shown = tj.enter("a = 1; b = 3 kw; a + 1")
    #expect(shown.hasPrefix("a = 1\n"))
    #expect(shown.contains("error"))
    #expect(shown.hasSuffix("2\n"))
  }

  @Test func `ans, and a line that begins with an operator`() {
    tj.enter("3 W + 4 W")
    #expect(tj.enter("* 2") == "14 W\n")
    #expect(tj.enter("ans / 2") == "7 W\n")
  }

  @Test func `Ctrl-C stops and keeps`() {
    tj.enter("a = 1; x = linspace(0, 1, 1000); y = linspace(0, 1, 1000)")
    tj.interpreter.session.isInterrupted = { true }
    let shown = tj.enter("sum((0..1) * x * y over x); a")
    #expect(shown.contains("interrupted"))
    tj.interpreter.session.isInterrupted = { false }
    #expect(tj.enter("a") == "1\n")
  }

  @Test(arguments: [
    ("(1 +", true), ("1 +", true), ("f(x) = x where", true), ("1 + 2", false), ("", false),
    (":list (", false), ("?(", false), ("[1, 2", true), ("print \"\"\"a", true), ("1)", false),
  ])
  func `Return goes on with an unfinished text`(_ text: String, _ expected: Bool) {
    #expect(Prompt.needsMore(text) == expected)
  }
}
