import Engine
import Support
import Syntax
import Testing

/// `use` at the prompt brings a file whole or not at all, and is undone like a definition.
struct UseAtPromptTests {
  let folder = TemporaryFolder()
  let tj = Dialogue()

  init() { tj.session.allowFiles(besides: folder.path + "/prompt") }

  private func use(_ name: String) -> [any Problem] {
    Dialogue.errors(tj.enter("use \"\(folder.path)/\(name)\""))
  }

  @Test func `one that fails in its middle brings nothing, and can be used when mended`() {
    for faulty in [
      "unit lap = 400 m\na = 1\nb = 1 + 1 W\nc = 3\n", "unit lap = 400 m\na = 1\nb = (\n",
    ] {
      folder.write(faulty, to: "rig.tj")
      #expect(use("rig.tj").count == 1)
      #expect(tj.session.savedText() == "")
      #expect(tj.session.undo() == nil)
      #expect(Dialogue.errors(tj.enter("3 lap")).count == 1)
    }
    tj.define("a = 5")
    folder.write("unit lap = 400 m\na = 1\nb = 2 lap\n", to: "rig.tj")
    #expect(use("rig.tj").map(\.id) == ["already-defined"])
    #expect(tj.session.savedText() == "a = 5\n")
    _ = tj.session.undo()
    #expect(use("rig.tj").isEmpty)
    #expect(tj.shown("b + a * 1 m") == "2.0025 lap")
  }

  @Test func `undone it is not used, redone it is`() {
    folder.write("unit lap = 400 m\na = 2 lap\n", to: "rig.tj")
    #expect(use("rig.tj").isEmpty)
    let text = tj.session.savedText()
    // a second time it brings nothing
    #expect(use("rig.tj").isEmpty)
    #expect(tj.session.undo() == ["lap", "a"])
    #expect(tj.session.savedText() == "")
    #expect(tj.session.redo(1)?.names == ["lap", "a"])
    #expect(tj.session.savedText() == text)
    #expect(tj.session.undo() == ["lap", "a"])
    #expect(use("rig.tj").isEmpty)
    #expect(tj.shown("a -> m") == "800 m")
  }

  @Test func `a journal is refused`() {
    folder.write("\(JournalMark.head) of today\na = 1\n", to: "journal.tj")
    #expect(use("journal.tj").map(\.id) == ["journal-used"])
  }
}
