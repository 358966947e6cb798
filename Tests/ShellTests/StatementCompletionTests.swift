import Support
import Testing

@testable import Shell

/// Tab in statements that ask about a value; `|` is the cursor.
struct StatementCompletionTests {
  let tj = Conversation()

  init() { tj.enter("node = 3 kW; jt = node / 319.8 t/s") }

  func complete(_ text: String) -> [String] {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
    let completer = Completer(tj.interpreter.session)
    return completer.complete(parts.joined(), at: parts[0].utf8.count).candidates.map(\.text)
  }

  @Test func `the words that begin them`() {
    #expect(complete("inp|") == ["inputs"])
    #expect(complete("sens|") == ["sensitivity"])
    #expect(complete("grap|") == ["graph"])
    #expect(!complete("2 * inp|").contains("inputs"))
  }

  @Test func `names and units in them`() {
    #expect(complete("inputs nod|") == ["node"])
    #expect(complete("graph j|") == ["jt"])
    #expect(complete("sensitivity node -> k|").contains("kW"))
  }

  @Test func `forms, of which a graph has one more`() {
    #expect(complete("graph jt format d|") == ["dot"])
    #expect(complete("inputs jt format |") == ["text", "markdown", "csv", "json"])
    #expect(complete("sensitivity jt by 10% format m|") == ["markdown"])
  }

  @Test func `each has a line of help`() {
    for word in ["inputs", "graph", "sensitivity"] {
      #expect(tj.interpreter.session.describe(word) != nil)
    }
  }
}
