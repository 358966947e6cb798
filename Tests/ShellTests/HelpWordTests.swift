import Report
import Support
import Testing

@testable import Shell

/// Help about the words of statements, and what is said of one that stands alone.
struct HelpWordTests {
  let tj = Conversation()

  @Test(arguments: ["scenario", "with", "compare", "why", "solve", "inputs", "sensitivity"])
  func `help tells about a word of a statement`(_ word: String) {
    let page = tj.enter("?\(word)")
    #expect(page.contains("see also"))
    #expect(tj.enter("help \(word)") == page)
    #expect(!Prompt.needsMore("help \(word)"))
  }

  @Test func `the overview names what tj is for`() {
    let page = tj.enter("help")
    for word in ["scenario", "compare", "why", "solve", "inputs", "sensitivity", "?"] {
      #expect(page.contains(word))
    }
  }

  @Test(arguments: ["compare", "why", "inputs", "sensitivity", "graph"])
  func `a word alone is told how it is written`(_ word: String) {
    #expect(tj.enter(word).contains("write `\(word) jt"))
  }
}
