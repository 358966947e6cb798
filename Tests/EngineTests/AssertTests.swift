import Testing

/// §9: `assert`.
struct AssertTests {
  private func holds(_ line: String, after definitions: String = "") -> Bool {
    let tj = Dialogue(definitions)
    return Dialogue.errors(tj.enter("assert " + line)).isEmpty
  }

  @Test func `plain`() {
    #expect(holds("1 < 2"))
    #expect(!holds("2 < 1"))
    #expect(holds("x ~= 9.63 J/t within rounding", after: "x = 3080 W / 319.8 t/s"))
    #expect(holds("x > 0 and not x > 5", after: "x = 3"))
    refuses("assert 3", as: "not-a-condition")
    refuses("assert 2 < 1", as: "assert-failed")
  }

  @Test func `of a bracket it means everywhere in it`() {
    #expect(holds("x > -2", after: "x = -1..2"))
    #expect(holds("-1 <= x <= 2", after: "x = -1..2"))
    #expect(holds("x^2 < 4.1", after: "x = -1..2"))
    #expect(holds("p < 0.07", after: "x = 1..10; p = x / (x + 4)^2"))
    refuses("assert x > 0", after: "x = -1..2", as: "assert-depends")
    refuses("assert x > 3", after: "x = -1..2", as: "assert-failed")
  }

  @Test func `of a list it means every label`() {
    #expect(holds("x > 0", after: "x = [1, 2, 3]"))
    #expect(!holds("x > 1", after: "x = [1, 2, 3]"))
    #expect(holds("[1.04, 2.04] ~= [1.0, 2.0] within rounding"))
    #expect(!holds("[1.04, 2.06] ~= [1.0, 2.0] within rounding"))
  }

  @Test func `a failure does not end a script, an error does`() {
    let tj = Dialogue()
    #expect(
      tj.shown("assert 1 > 2\n3", mode: .script) == "error: assert-failed\n\n3"
        || tj.shown("assert 1 > 2\n3", mode: .script) == "error: assert-failed\n3")
    #expect(tj.shown("1 W + 1\n3", mode: .script) == "error: do-not-add")
    #expect(tj.session.run(.init(name: "t", text: "assert 1 > 2"), mode: .script) { _ in } == false)
    #expect(tj.session.run(.init(name: "t", text: "assert 2 > 1"), mode: .script) { _ in })
  }
}
