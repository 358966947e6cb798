import Glibc
import Support
import Testing

@testable import Shell

/// `:save` and `:load`.
struct SaveTests {
  let tj = Conversation()
  let folder = TemporaryFolder()

  @Test func `a saved session is the session`() throws {
    tj.enter(
      """
      ## one server
      ## source: data sheet
      node = 4 * h100_sxm * 1.1
      """)
    tj.enter("batch = [1, 2, 4, 8]; tput = [53.9, 102.9, 182.5, 319.8] t/s over batch")
    tj.enter("jt = node / tput; f(x: power, n = 2) = n * x; unit lap = 400 m; way = 3 lap")
    tj.enter("band = 1.5..2.2..3.0 kW; fixed := f(3 kW)")
    let path = "\(folder.path)/rig.tj"
    #expect(tj.enter(":save \(path)") == "saved \(path)\n")

    let other = Conversation()
    #expect(other.enter(":load \(path)") == "")
    for name in ["node", "batch", "tput", "jt", "f(1 W)", "way", "band", "fixed", "?node", "?f"] {
      #expect(other.enter(name) == tj.enter(name))
    }
    // written again, it is the same text
    other.enter(":save \(folder.path)/again.tj")
    #expect(folder.read("again.tj") == folder.read("rig.tj"))
  }

  @Test func `what failed is not saved`() {
    tj.enter("a = 1")
    tj.enter("b = 3 kw")
    tj.enter("a = a + 1")
    tj.enter(":save \(folder.path)/rig.tj")
    #expect(folder.read("rig.tj") == "a = 1\n")
  }

  @Test func `another file is not overwritten`() {
    let path = folder.write("precious", to: "rig.tj")
    tj.enter("a = 1")
    #expect(tj.enter(":save \(path)").contains("`:save! \(path)` replaces it"))
    #expect(folder.read("rig.tj") == "precious")
    #expect(tj.enter(":save! \(path)") == "saved \(path)\n")
    // now it is this session's own
    tj.enter("a = 2")
    #expect(tj.enter(":save \(path)") == "saved \(path)\n")
    #expect(folder.read("rig.tj") == "a = 2\n")
    #expect(folder.names == ["rig.tj"])
  }

  @Test func `a replaced file keeps who may read it`() {
    let path = folder.write("precious", to: "rig.tj")
    chmod(path, 0o600)
    tj.enter("a = 1")
    tj.enter(":save! \(path)")
    var status = stat()
    stat(path, &status)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func `names in quotes may hold blanks`() {
    tj.enter("a = 1")
    tj.enter(":save \"\(folder.path)/my rig #1.tj\"")
    #expect(folder.names == ["my rig #1.tj"])
    let other = Conversation()
    other.enter(":load \"\(folder.path)/my rig #1.tj\"")
    #expect(other.enter("a") == "1\n")
  }

  @Test func `faults`() {
    #expect(tj.enter(":save x.tj").contains("nothing is defined that could be saved"))
    tj.enter("a = 1")
    #expect(tj.enter(":save").contains("write `:save file.tj`"))
    #expect(tj.enter(":save!").contains("write `:save file.tj`"))
    #expect(tj.enter(":save /no/such/folder/x.tj").contains("No such file or directory"))
    #expect(tj.enter(":load /no/such/file.tj").contains("/no/such/file.tj"))
    #expect(!tj.enter(":load /no/such/file.tj").contains("folder"))
    #expect(tj.enter(":load nothere.tj").contains("meant from the current folder, /"))
    #expect(tj.enter(":load").contains("write `:load file.tj`"))
    #expect(tj.enter("a") == "1\n")
  }

  @Test func `loading goes on with the entry, and an error in the file keeps what was before it`() {
    let path = folder.write("a = 1\nprint \"here\"\nb = 1 W + 1 s\nc = 3\n", to: "rig.tj")
    let shown = tj.enter(":load \(path); 1 + 1")
    #expect(shown.contains("here\n"))
    #expect(shown.contains("rig.tj:3"))
    #expect(shown.hasSuffix("2\n"))
    #expect(tj.enter("a") == "1\n")
    #expect(tj.enter("c").contains("error"))
  }

  @Test func `a loaded script may use files beside it`() {
    folder.write("a = 7", to: "base.tj")
    let path = folder.write("use \"base.tj\"\nb = a * 2", to: "rig.tj")
    #expect(tj.enter(":load \(path)") == "")
    #expect(tj.enter("b") == "14\n")
  }

  @Test func `undo takes a load back`() {
    let path = folder.write("a = 1\nb = 2", to: "rig.tj")
    tj.enter(":load \(path)")
    tj.enter(":undo")
    #expect(tj.enter("a").contains("error"))
    #expect(tj.enter("b").contains("error"))
  }
}
