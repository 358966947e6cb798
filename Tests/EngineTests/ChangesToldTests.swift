import Engine
import Syntax
import Testing

/// What the prompt tells after a redefinition, and within which time.
struct ChangesToldTests {
  private func changes(_ outcomes: [Outcome]) -> [String] {
    outcomes.compactMap {
      switch $0 {
      case .change(let change): change.name
      case .moreChanges(let count): "+\(count)"
      case .notRecomputed(let count): "?\(count)"
      default: nil
      }
    }
  }

  @Test func `largest relative change first, at most ten, then a count`() {
    let tj = Dialogue("a = 1")
    for i in 1...14 { tj.define("b\(i) = 100 + a * \(i)") }
    let told = changes(tj.enter("a = 2"))
    #expect(told == (5...14).reversed().map { "b\($0)" } + ["+4"])
  }

  @Test func `changes that are equal but for rounding come by name`() {
    let tj = Dialogue("a = 3")
    for i in [7, 3, 9, 1, 5] { tj.define("b\(i) = a * 0.\(i)1 + a / \(i)") }
    #expect(changes(tj.enter("a = 4.5")) == ["b1", "b3", "b5", "b7", "b9"])
  }

  @Test func `a difference of rounding is no change`() {
    let tj = Dialogue("T1 = 20 °C; T2 = 30 °C; d = T2 - T1; e = d * 2")
    #expect(changes(tj.enter("T1 = 68 °F")) == [])
    #expect(changes(tj.enter("T1 = 21 °C")) == ["d", "e"])
  }

  @Test func `what has become an error comes first, with the reason`() {
    let tj = Dialogue("a = 1; b = a * 10; c = 1 / (a - 2)")
    let outcomes = tj.enter("a = 2")
    #expect(changes(outcomes) == ["c", "b"])
    for case .change(let change) in outcomes where change.name == "c" {
      #expect(change.problem?.problem.id == "division-by-zero")
    }
  }

  @Test func `a unit that is made anew changes what is said in it`() {
    let tj = Dialogue("unit lap = 400 m; x = 3 lap; y = x -> m; z = 2 m")
    #expect(changes(tj.enter("unit lap = 500 m")) == ["x", "y"])
    #expect(tj.shown("y") == "1500 m")
    #expect(changes(tj.enter("unit lap = 500 m")) == [])
  }

  @Test func `another dimension is a change even where the number is the same`() {
    let tj = Dialogue("a = 3 W; b = a * 2")
    #expect(changes(tj.enter("a = 3 s")) == ["b"])
  }

  @Test func `what is not found in time is counted, and never stale`() {
    let tj = Dialogue("a = 1")
    for i in 1...30 { tj.define("b\(i) = a * \(i)") }
    tj.session.secondsForChanges = 0
    #expect(changes(tj.enter("a = 2")) == ["?30"])
    #expect(tj.shown("b30") == "60")
    tj.enter("a = 1 s")
    tj.define("f(x) = x * 3")
    tj.define("g = f(a)")
    #expect(changes(tj.enter("f(x) = x * 4")) == ["?1"])
    #expect(tj.shown("g") == "4 s")
    tj.session.secondsForChanges = 60
    #expect(tj.shown("b7") == "7 s")
    #expect(changes(tj.enter("a = 2 s")).last == "+21")
  }

  @Test func `one slow value does not hold the prompt`() {
    let tj = Dialogue("a = 1; quick = a + 1")
    // some hundred million operations
    tj.define("x = linspace(0, 1, 2000)")
    tj.define("y = linspace(0, 1, 2000)")
    tj.define(
      "slow = max(max(exp(x * y * a)^2.5 over x) over y) + max(max(cos(x - y * a) over x) over y)")
    // a clock that goes on by a millisecond each time that it is looked at
    var looks = 0
    tj.session.clock = {
      looks += 1
      return Double(looks) * 1e-3
    }
    tj.session.secondsForChanges = 0.1
    let told = changes(tj.enter("a = 2"))
    #expect(looks < 150)
    // the slow one comes last, whichever of them stands first
    #expect(told == ["quick", "?1"])
    #expect(tj.shown("quick") == "3")
  }

  @Test func `work that is stopped leaves no error behind`() {
    let tj = Dialogue("a = [1, 2, 3]; b = a * 2; c = b[a > 1]")
    tj.session.isInterrupted = { true }
    tj.enter("a = [4, 5, 6]")
    tj.session.isInterrupted = { false }
    #expect(tj.shown("b") == "[8, 10, 12] over a" || tj.shown("b") == "[2, 4, 6] over a")
    #expect(Dialogue.errors(tj.enter("c")).isEmpty)
  }

  @Test func `what a new name brings is told, ten of it`() {
    let tj = Dialogue()
    for i in 1...12 { tj.define("b\(i) = a * \(i)") }
    let outcomes = tj.enter("a = 1")
    let values = outcomes.filter { if case .value = $0 { true } else { false } }
    #expect(values.count == 11)
    #expect(changes(outcomes) == ["+2"])
  }

  // MARK: watch

  private func watched(_ tj: Dialogue) -> [Watched] {
    var all: [Watched] = []
    tj.session.showWatches { if case .watched(let one) = $0 { all.append(one) } }
    return all
  }

  private let place = Place(SourceText(name: "test", text: ":watch"), Span(0, 6))

  @Test func `watched names are not told a second time`() throws {
    let tj = Dialogue("a = 1; b = a * 2; c = b + 1")
    try tj.session.watch("b", at: place)
    #expect(changes(tj.enter("a = 2")) == ["c"])
    tj.session.unwatchAll()
    #expect(changes(tj.enter("a = 3")).sorted() == ["b", "c"])
  }

  @Test func `a watch shows its value, its change, its error, and comes back`() throws {
    let tj = Dialogue("a = 1; b = a * 2 W")
    try tj.session.watch("b -> kW, b with a = 10, nothing", at: place)
    #expect(tj.session.watchedTexts == ["b -> kW", "b with a = 10", "nothing"])
    #expect(watched(tj).map { $0.after != nil } == [true, true, false])
    tj.define("a = 2")
    let second = watched(tj)
    #expect(second.map { $0.before != nil } == [true, true, false])
    tj.define("nothing = a")
    tj.enter("a = 1 s")
    let third = watched(tj)
    #expect(third.map { $0.problem?.problem.id } == ["cannot-convert", "override-differs", nil])
    tj.define("a = 5")
    #expect(watched(tj)[0].before == nil)
    #expect(tj.session.unwatch("b, nothing") == ["b"])
    #expect(tj.session.watchedTexts == ["b -> kW", "b with a = 10"])
  }

  @Test(arguments: [
    ("jt, cost", ["jt", "cost"]), ("jt", ["jt"]), ("f(a, b), [1, 2]", ["f(a, b)", "[1, 2]"]),
    ("jt with a = 1, b = 2, cost", ["jt with a = 1, b = 2", "cost"]),
    ("a with x = 1, b == 2", ["a with x = 1", "b == 2"]),
    ("\"a, {b}\", c", ["\"a, {b}\"", "c"]),
  ])
  func `a list of expressions is parted at its commas`(_ text: String, _ parts: [String]) throws {
    let tj = Dialogue()
    try tj.session.watch(text, at: place)
    #expect(tj.session.watchedTexts == parts)
  }

  @Test func `what is no expression is not watched`() {
    let tj = Dialogue()
    for text in ["a = 1", "table a", "", "a,", "1 +", "a; b"] {
      #expect(throws: Diagnostic.self) { try tj.session.watch(text, at: place) }
    }
    #expect(tj.session.watchedTexts.isEmpty)
  }

  @Test func `a watch does not change ans, and follows it`() throws {
    let tj = Dialogue("a = 1")
    try tj.session.watch("ans * 2, a + 100", at: place)
    tj.enter("a + 4")
    _ = watched(tj)
    #expect(tj.asked("ans") == "5")
    #expect(watched(tj)[0].problem == nil)
  }
}
