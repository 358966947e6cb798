import Testing

/// §3: what follows from what.
struct GraphTests {
  @Test func `a change reaches everything that rests on it, once`() {
    let tj = Dialogue("a = 1; b = a + 1; c = a + b; d = b * c; e = 7")
    #expect(
      tj.shown("a = 2") == "a = 2\nd  6 → 15  (+150 %)\nc  3 → 5  (+66.7 %)\nb  2 → 3  (+50 %)")
    #expect(tj.shown("e = 8") == "e = 8")
  }

  @Test func `a long chain`() {
    let tj = Dialogue()
    let count = 3000
    var script = "x0 = 1\n"
    for i in 1...count { script += "x\(i) = x\(i - 1) + 1\n" }
    #expect(Dialogue.errors(tj.enter(script, mode: .script)).isEmpty)
    #expect(tj.numbers("x\(count)") == [Double(count + 1)])
    tj.define("x0 = 10")
    #expect(tj.numbers("x\(count)") == [Double(count + 10)])
  }

  @Test func `a long chain under with`() {
    let tj = Dialogue()
    let count = 3000
    var script = "x0 = 1..2\n"
    for i in 1...count { script += "x\(i) = x\(i - 1) + 1\n" }
    #expect(Dialogue.errors(tj.enter(script, mode: .script)).isEmpty)
    #expect(tj.shown("x\(count)") == "\(count + 1)..\(count + 2)")
    #expect(tj.numbers("x\(count) with x0 = 100") == [Double(count + 100)])
    #expect(tj.numbers("x\(count) - x\(count - 1)") == [1])
  }

  @Test func `a long chain written backwards`() {
    let tj = Dialogue()
    var script = ""
    for i in (1...2000).reversed() { script += "x\(i) = x\(i - 1) + 1\n" }
    script += "x0 = 1\n"
    #expect(Dialogue.errors(tj.enter(script, mode: .script)).isEmpty)
    #expect(tj.numbers("x2000") == [2001])
  }

  @Test func `a name that many use`() {
    let tj = Dialogue()
    var script = "a = 1\n"
    for i in 0..<300 { script += "y\(i) = a * \(i)\n" }
    script += "total = " + (0..<300).map { "y\($0)" }.joined(separator: " + ")
    #expect(Dialogue.errors(tj.enter(script, mode: .script)).isEmpty)
    #expect(tj.numbers("total") == [44_850])
    #expect(tj.numbers("total with a = 2") == [89_700])
    tj.enter("a = 3")
    #expect(tj.numbers("total") == [134_550])
  }

  @Test func `undo goes back, also over errors`() {
    let tj = Dialogue("a = 1")
    tj.define("b = a * 2")
    tj.define("a = 5")
    tj.enter("a = 1 W + 1")
    tj.enter("b")
    #expect(tj.session.undo() == ["a"])
    #expect(tj.shown("b") == "2")
    #expect(tj.session.undo() == ["b"])
    #expect(Dialogue.errors(tj.enter("b")).map(\.id) == ["unknown-name"])
    #expect(tj.shown("a") == "1")
    tj.define("b = a * 3")
    #expect(tj.shown("b") == "3")
    #expect(tj.session.undo() == ["b"])
    #expect(tj.session.undo() == ["a"])
    #expect(tj.session.undo() == nil)
  }

  @Test func `undo brings axes and functions back`() {
    let tj = Dialogue("x = [1, 2]; y = [3, 4] over x; f(n) = n * 2; z = f(y)")
    tj.enter("x = [1, 2, 3]")
    #expect(Dialogue.errors(tj.enter("z")).map(\.id) == ["wrong-count"])
    #expect(tj.session.undo() == ["x"])
    #expect(tj.shown("z") == "[6, 8] over x")
    tj.enter("f(n) = n * 3")
    #expect(tj.shown("z[x = 2]") == "12")
    #expect(tj.session.undo() == ["f"])
    #expect(tj.shown("z[x = 2]") == "8")
  }

  @Test func `reset forgets, and undo brings back`() {
    let tj = Dialogue("a = 1; f(x) = x")
    tj.session.reset()
    #expect(Dialogue.errors(tj.enter("a")).map(\.id) == ["unknown-name"])
    tj.define("a = 2")
    #expect(tj.shown("a") == "2")
  }
}
