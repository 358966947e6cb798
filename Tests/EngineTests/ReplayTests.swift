import Engine
import Report
import Syntax
import Testing

/// A journal that is run again is the session.
struct ReplayTests {
  /// A journal as a prompt would keep it, in memory.
  private final class Kept {
    var text = JournalMark.head + "\n"
  }

  /// Runs entries and keeps what is accepted; the number of an undo stands for it.
  private func session(_ entries: [String]) -> (tj: Dialogue, journal: String) {
    let tj = Dialogue()
    let kept = Kept()
    tj.session.accepted = { kept.text += $0 + "\n" }
    for entry in entries {
      kept.text += JournalMark.entry + "now\n"
      tj.enter(entry)
    }
    return (tj, kept.text)
  }

  private func resumed(_ journal: String) -> (tj: Dialogue, outcomes: [Outcome]) {
    let tj = Dialogue()
    let outcomes = tj.enter(journal, mode: .resume)
    return (tj, outcomes)
  }

  @Test func `definitions, documentation, units, frozen values and ans`() {
    let (tj, journal) = session([
      "## one server\n## source: data sheet\nnode: power = 4 * h100_sxm * 1.1",
      "unit lap = 400 m, also laps", "way = 3 laps; x = [1,\n  2] kW", "f(a, b = 2) = a * b",
      "1 + 1", "* 20", "y = ans + 2", "k := y", "y = 7", "print \"hello\"; table y",
      "assert y == 7",
      "s = \"\"\"\nraw # text\n#: no mark\n\"\"\"",
    ])
    let (other, outcomes) = resumed(journal)
    #expect(Dialogue.errors(outcomes).isEmpty)
    #expect(other.session.savedText() == tj.session.savedText())
    for name in ["k", "y", "ans", "way", "x", "s", "f(2)"] {
      #expect(other.asked(name) == tj.asked(name))
    }
    #expect(other.asked("ans") == "40")
    #expect(other.session.undoDepth == tj.session.undoDepth)
    #expect(other.session.undo(3)?.names == ["s", "y", "k"])
  }

  @Test func `what fails is not kept, what stands before it is`() {
    let (_, journal) = session(["a = 1; b = 3 kw; c = a + 1", "a = 1 W + 1", "1 +", "d = a; 1 / 0"])
    let lines = journal.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines == ["a = 1", "c = a + 1", "d = a"])
  }

  @Test func `a definition whose value is an error stands, and is kept`() {
    let (tj, journal) = session(["card = a10g", "card.memory"])
    #expect(journal.contains("\ncard = a10g\n"))
    #expect(resumed(journal).tj.session.savedText() == tj.session.savedText())
  }

  @Test func `only what changes something is run again`() {
    let (other, outcomes) = resumed(
      "x = 2\n1 / 0\nprint 1 / 0\ntable 1 / 0\nassert 1 == 2\nx * 2\n")
    #expect(outcomes.isEmpty)
    #expect(other.asked("ans") == "4")
  }

  @Test func `what cannot be run is said, and the rest is run`() {
    let (other, outcomes) = resumed("#: now\na = 1\nb = = 2\nc = 1 + 1 W\n#: now\nd = a + 1\n")
    #expect(Dialogue.errors(outcomes).count == 2)
    #expect(other.session.savedText() == "a = 1\nd = a + 1\n")
    #expect(other.session.undoDepth == 2)
  }

  @Test func `an end that was cut off is left out`() {
    let whole = "#: now\na = 1\n"
    for rest in ["b = [1,\n", "f(x) = x where\n", "s = \"\"\"\nraw\n"] {
      let (other, outcomes) = resumed(whole + rest)
      #expect(outcomes.isEmpty)
      #expect(other.session.savedText() == "a = 1\n")
      #expect(other.session.unfinished == whole.utf8.count - 1)
    }
    #expect(resumed(whole).tj.session.unfinished == nil)
  }

  @Test(arguments: 0..<20)
  func `resumed equals saved`(_ seed: Int) {
    var random = SplitMix(UInt64(seed + 1000))
    let entries = (0..<30).map { _ in UndoTests.entry(&random) }
    let (tj, journal) = session(["a = 1; b = 2; c = 3; d = 4; e = 5; f(x) = x"] + entries)
    let (other, _) = resumed(journal)
    #expect(other.session.savedText() == tj.session.savedText())
    for name in ["a", "b", "c", "d", "e", "f(2)", "a + d under s", "ans"] {
      #expect(other.asked(name) == tj.asked(name))
    }
    #expect(other.session.undoDepth == tj.session.undoDepth)
    while let names = tj.session.undo() {
      #expect(other.session.undo() == names)
      #expect(other.session.savedText() == tj.session.savedText())
    }
  }

  @Test func `a journal is no script to use`() {
    #expect(tj().session.isJournal(Array("#@ tj session of 2026".utf8)))
    #expect(!tj().session.isJournal(Array("# tj session".utf8)))
  }

  private func tj() -> Dialogue { Dialogue() }
}
