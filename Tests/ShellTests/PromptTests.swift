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

  @Test func `a very long value shows its ends to somebody who converses`() {
    tj.interpreter.output.isConversation = true
    let shown = tj.enter("z = linspace(1, 1000000, 1000000)").split(separator: "\n")
    #expect(shown.count == 22)
    #expect(shown[10].hasSuffix("10"))
    #expect(shown[11].hasPrefix("… 999,980 more …"))
    #expect(shown[12].hasSuffix("999991"))
    #expect(shown[21].hasSuffix("1000000"))
    tj.enter("y = linspace(1, 41, 41); x = linspace(1, 40, 40)")
    #expect(tj.enter("y").contains("… 21 more …"))
    #expect(tj.enter("x").split(separator: "\n").count == 41)
    // a table, a script and a program have all
    #expect(tj.enter("table y").split(separator: "\n").count == 42)
    #expect(tj.run("y").shown.split(separator: "\n").count == 42)
    tj.enter(":format csv")
    #expect(tj.enter("y").split(separator: "\n").count == 42)
    tj.enter(":format text")
    tj.interpreter.output.isConversation = false
    #expect(tj.enter("y").split(separator: "\n").count == 42)
  }

  @Test(arguments: [
    ("(1 +", true), ("1 +", true), ("f(x) = x where", true), ("1 + 2", false), ("", false),
    (":list (", false), ("?(", false), ("[1, 2", true), ("print \"\"\"a", true), ("1)", false),
  ])
  func `Return goes on with an unfinished text`(_ text: String, _ expected: Bool) {
    #expect(Prompt.needsMore(text) == expected)
  }
}
