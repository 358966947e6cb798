import Report
import Support
import Testing

@testable import Shell

/// `##` lines typed one after another at the prompt.
struct TypedDocumentationTests {
  let tj = Conversation()

  @Test func `they belong to the definition typed next`() {
    for line in ["## the throughput", "## source: log of May"] { #expect(tj.enter(line) == "") }
    tj.enter("tput = 300 t/s")
    let about = tj.enter("?tput")
    #expect(about.contains("the throughput"))
    #expect(about.contains("log of May"))
    tj.enter("other = 2")
    #expect(!tj.enter("?other").contains("throughput"))
  }

  @Test func `a definition that is refused leaves them for the next try`() {
    tj.enter("## the throughput")
    tj.enter("tput = 300 t/s + 1 kW")
    tj.enter("tput = 300 t/s")
    #expect(tj.enter("?tput").contains("the throughput"))
  }

  @Test(arguments: ["", "  ", "1 + 1", ":digits 4"])
  func `anything else lets go of them`(_ between: String) {
    tj.enter("## the throughput")
    tj.enter(between)
    tj.enter("tput = 300 t/s")
    #expect(!tj.enter("?tput").contains("the throughput"))
  }
}
