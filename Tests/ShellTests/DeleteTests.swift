import Support
import Testing

/// `:delete`
struct DeleteTests {
  private let tj = Conversation()

  @Test func `what rests on a deleted definition waits, and undo brings it back`() {
    _ = tj.enter("node = 3 kW; tput = 300 t/s; jt = node / tput")
    #expect(tj.enter(":delete node") == "deleted: node\njt  waits for node\n")
    #expect(tj.enter("node").contains("not defined"))
    #expect(tj.enter(":undo") == "undone: node\nnode = 3 kW\njt = 10 J/t\n")
    #expect(tj.enter(":redo").contains("jt  waits for node"))
    #expect(tj.enter("node = 6 kW") == "node = 6 kW\njt = 20 J/t\n")
  }

  @Test func `functions and scenarios go too, several at once`() {
    _ = tj.enter("pue = 1.2; f(x) = x * pue; y = f(2); scenario high { pue = 2 }")
    #expect(tj.enter(":delete f, high") == "deleted: f(), scenario high\ny  waits for f\n")
    #expect(tj.enter("y under high").contains("error"))
    #expect(tj.enter(":undo").contains("y = 2.4"))
    #expect(tj.enter("y under high") == "4\n")
    // a function and a value of one name
    _ = tj.enter("f = 3")
    #expect(tj.enter(":delete f()").hasPrefix("deleted: f()\ny  has no value now"))
    #expect(tj.enter("f") == "3\n")
  }

  @Test func `a catalog figure that was defined anew is the catalog's again`() {
    _ = tj.enter("h100_sxm = 1 kW; v = 2 * h100_sxm")
    #expect(tj.enter(":delete h100_sxm").contains("v  2 → 1.4 kW  (−30 %)"))
  }

  @Test func `what is not there is an error, and nothing goes`() {
    _ = tj.enter("node = 3 kW")
    let said = tj.enter(":delete node, nodd")
    #expect(said.contains("`nodd` has no definition, so there is nothing to delete"))
    #expect(said.contains("did you mean `node`?"))
    #expect(tj.enter("node") == "3 kW\n")
    #expect(tj.enter(":delete").contains(":delete jt"))
  }

  @Test func `what is saved is what is left`() {
    let folder = TemporaryFolder()
    _ = tj.enter("a = 1; b = 2; c = a + b")
    _ = tj.enter(":delete b")
    _ = tj.enter("b = 5")
    _ = tj.enter(":undo 2")
    _ = tj.enter(":delete a")
    _ = tj.enter("a = 7")
    _ = tj.enter(":save \(folder.path)/s.tj")
    let saved = folder.read("s.tj") ?? ""
    #expect(saved.contains("b = 2") && saved.contains("a = 7") && !saved.contains("a = 1\n"))
    let other = Conversation()
    _ = other.run(saved)
    #expect(other.enter("c") == "9\n")
  }
}

/// Labels that change, and come back.
struct RelabelledTests {
  @Test func `no note when the labels are back`() {
    let tj = Conversation()
    _ = tj.enter("batch = [1, 2, 4]; rate = [5, 6, 7] t/s over batch; x = rate * 2")
    #expect(tj.enter("batch = [1, 2, 8]").contains("`batch` has other labels now, and `rate` was"))
    #expect(!tj.enter("batch = [1, 2, 4]").contains("note"))
    #expect(tj.enter("batch = [1, 2, 5]").contains("other labels"))
    _ = tj.enter("rate = [5, 6, 8] t/s over batch")
    #expect(tj.enter("batch = [1, 2, 4]").contains("other labels"))
    #expect(!tj.enter("batch = [1, 2, 5]").contains("note"))
  }
}
