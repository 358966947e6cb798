import Engine
import Syntax
import Testing

/// §3, §10: nothing that is typed ends the session; every limit is an error like any other.
struct LimitTests {
  /// The session still answers afterwards.
  private func survives(
    _ text: String, saying expected: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let tj = Dialogue()
    let errors = Dialogue.errors(tj.enter(text)).map(\.id)
    if let expected {
      #expect(errors.contains(expected), "\(errors)", sourceLocation: sourceLocation)
    }
    #expect(tj.shown("1 + 2") == "3", sourceLocation: sourceLocation)
  }

  @Test func `deep nesting`() {
    let many = 100_000
    survives(String(repeating: "(", count: many) + "1" + String(repeating: ")", count: many))
    survives("x = " + String(repeating: "-", count: many) + "1")
    survives(String(repeating: "[", count: many))
    survives(String(repeating: "not ", count: many) + "true")
    survives(String(repeating: "if true then ", count: many) + "1")
    survives(String(repeating: "sqrt(", count: many) + "1")
    survives(String(repeating: "2^", count: many) + "1")
    survives("1" + String(repeating: " with a = 1", count: 1000))
  }

  @Test func `long sums`() {
    let tj = Dialogue()
    let sum = "1" + String(repeating: " + 1", count: 300)
    #expect(tj.shown(sum) == "301")
    #expect(tj.shown("x = " + sum) == "x = 301")
    #expect(tj.shown("1" + String(repeating: " * 1", count: 300)) == "1")
  }

  @Test func `sums without end`() {
    survives("1" + String(repeating: " + 1", count: 20_000), saying: "too-many-operators")
    survives("x = 2" + String(repeating: " * 2", count: 20_000), saying: "too-many-operators")
  }

  @Test func `long lists`() {
    let tj = Dialogue()
    let items = (1...20_000).map(String.init).joined(separator: ", ")
    tj.enter("x = [\(items)]")
    #expect(tj.shown("sum(x)") == "200010000")
    #expect(tj.shown("x[x = 777]") == "777")
    #expect(tj.shown("sum(x * 2 over x) with x = [3, 4]") == "14")
  }

  @Test func `too many cells`() {
    refuses("steps(1, 1e10, 1)", as: "too-many-cells")
    refuses("linspace(0, 1, 1e9)", as: "too-many-cells")
    let tj = Dialogue()
    tj.enter("a = steps(1, 10000, 1); b = steps(1, 10000, 1)", mode: .script)
    #expect(Dialogue.errors(tj.enter("sum(a * b)")).map(\.id) == ["too-many-cells"])
    #expect(tj.shown("sum(a) * sum(b)").hasPrefix("25005"))
  }

  @Test func `formulas that grow as they are unfolded`() {
    // each level writes its argument twice: 2⁴⁰ steps if it were copied
    var script = "f0(x) = x"
    for i in 1...40 { script += "\nf\(i)(x) = f\(i - 1)(x) + f\(i - 1)(x * 2)" }
    let tj = Dialogue(script)
    #expect(Dialogue.errors(tj.enter("f40(1)")).map(\.id) == ["too-long"])
    #expect(tj.shown("f3(1)") == "27")
  }

  @Test func `a calculation is stopped, the session goes on`() {
    let tj = Dialogue("x = steps(1, 300000, 1)")
    tj.session.isInterrupted = { true }
    #expect(Dialogue.errors(tj.enter("sum(x * 2 + 1)")).map(\.id) == ["interrupted"])
    tj.session.isInterrupted = { false }
    #expect(tj.shown("sum(x * 2 + 1)") == "90000600000")
  }

  @Test func `a search is stopped`() {
    let tj = Dialogue("a = -1..2; b = -2..1; c = -3..3")
    var asked = 0
    tj.session.isInterrupted = {
      asked += 1
      return asked > 20
    }
    // what is known by then holds the range, and says that it is no more than that
    let outcomes = tj.enter("sin(a * b) + cos(b * c * 7) * sin(a * c * 5)")
    #expect(Dialogue.notes(outcomes).map(\.id) == ["note-stopped-search"])
    for case .value(_, let value) in outcomes {
      #expect(value.isOuterBound)
      #expect((value.low?[0] ?? 0) <= -1.9 && (value.high?[0] ?? 0) >= 1.9)
    }
    tj.session.isInterrupted = { false }
    #expect(tj.shown("a + b") == "-3 .. 3")
  }

  @Test func `odd bytes`() {
    for bytes: [UInt8] in [[0xff, 0xfe], [0x31, 0x00, 0x32], [0xc3], [0x31, 0x2b, 0x80]] {
      let tj = Dialogue()
      tj.session.run(SourceText(name: "test", bytes: bytes), mode: .prompt) { _ in }
      #expect(tj.shown("1 + 2") == "3")
    }
  }

  @Test func `huge and tiny numbers`() {
    survives("1e999", saying: nil)
    survives("x = 1e308; y = x * x", saying: "too-large")
    shows("1e-300 * 1e-300", as: "0")
    shows("2^53 + 1", as: "9007199254740992")
    survives("10^400")
    survives("steps(1, 2, 1e-300)")
    survives("round(1e300, 1e-300)")
    survives("[1, 2][x = 1]")
  }
}
