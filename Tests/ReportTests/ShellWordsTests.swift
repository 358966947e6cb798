import Testing

@testable import Report

/// What is said of sessions at the prompt, word for word.
struct ShellWordsTests {
  /// The message and below it the mends.
  func said(_ problem: ShellProblem) -> String {
    ([problem.words.message] + problem.words.hints.map { "  " + $0 }).joined(separator: "\n")
  }

  @Test func `undo, redo, watch`() {
    #expect(said(.nothingToUndo) == "there is nothing to undo")
    #expect(
      said(.nothingToRedo) == """
        there is nothing to redo
          an entry that changes something ends what can be redone
        """)
    #expect(
      said(.notWatched(["jt"], watched: ["cost", "jt -> kWh/Mt"])) == """
        `jt` is not watched
          watched are `cost`, `jt -> kWh/Mt`
        """)
    #expect(
      said(.notWatched(["jt"], watched: [])) == "`jt` is not watched\n  nothing is watched")
  }

  @Test func journals() {
    #expect(
      said(.historyNotKept("/s/history", reason: "Read-only file system")) == """
        lines typed here will not be called back later: `/s/history` cannot be written: Read-only file system
          what they define is kept by the session itself, see `tj --resume`
        """)
    #expect(
      said(.journalNotKept("/s/tj", reason: "Permission denied")) == """
        this session is not kept: `/s/tj` cannot be written: Permission denied
          it works on; `:save file.tj` keeps its definitions elsewhere
        """)
    #expect(
      said(.sessionInUse("/s/1.tj")) == """
        another tj is at work in `/s/1.tj`
          leave that one first, or begin another with `tj`
        """)
    #expect(
      said(.journalCut("node = 4 * h1")) == "the end was cut off, and is left out: `node = 4 * h1`")
    #expect(said(.noSession(folder: "")) == "there is no session to go on with")
  }

  @Test func `files that are not there`() {
    #expect(
      said(.noScript("a.tj", folder: ".")) == """
        there is no file `a.tj` that can be read
          check the name: it is meant from the current folder
        """)
    #expect(
      said(.noScript("a.tj", folder: "/home/ann")).hasSuffix(
        "it is meant from the current folder, /home/ann"))
    #expect(said(.noScript("/a.tj", folder: "")).hasSuffix("check the name"))
  }
}
