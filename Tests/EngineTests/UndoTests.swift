import Engine
import Syntax
import Testing

/// `:undo` and `:redo`.
struct UndoTests {
  // MARK: what is undone

  @Test func `several entries at once, and again`() {
    let tj = Dialogue("a = 1")
    tj.define("b = a * 10")
    tj.define("a = 2; c = b + 1")
    #expect(tj.session.undo(2)?.names == ["a", "c", "b"])
    #expect(tj.session.savedText() == "a = 1\n")
    #expect(tj.session.redo(1)?.names == ["b"])
    #expect(tj.shown("b") == "10")
    let redone = tj.session.redo(5)
    #expect(redone?.count == 1)
    #expect(redone?.names == ["a", "c"])
    #expect(tj.shown("c") == "21")
    #expect(tj.session.redo(1) == nil)
    #expect(tj.session.undo(9)?.count == 3)
    #expect(tj.session.savedText() == "")
    #expect(tj.session.undo(1) == nil)
  }

  @Test func `an entry that changes something ends redo, one that only asks does not`() {
    let tj = Dialogue("a = 1")
    tj.define("a = 2")
    _ = tj.session.undo()
    tj.enter("a + 1")
    tj.enter("a = 1 + 1 W")
    #expect(tj.session.redo(1)?.names == ["a"])
    #expect(tj.shown("a") == "2")
    _ = tj.session.undo()
    tj.define("b = 5")
    #expect(tj.session.redo(1) == nil)
    #expect(tj.shown("a") == "1")
  }

  @Test func `functions, frozen values, documentation`() {
    let tj = Dialogue("a = 3; f(x) = x * a")
    tj.define("## doubled\n## source: me\nb = f(2)")
    tj.define("k := b")
    tj.define("f(x) = x * a * 100")
    tj.define("b = 7")
    let text = tj.session.savedText()
    _ = tj.session.undo(2)
    #expect(tj.shown("b") == "6")
    #expect(tj.shown("k") == "6")
    #expect(tj.session.savedText().contains("## doubled\n## source: me\nb = f(2)"))
    _ = tj.session.redo(2)
    #expect(tj.session.savedText() == text)
    #expect(tj.shown("f(1)") == "300")
  }

  @Test func `a unit that is undone is no unit, and one that is back is the same`() {
    let tj = Dialogue("unit lap = 400 m, also laps")
    tj.define("way = 3 laps")
    tj.define("kept := 2 laps")
    tj.define("unit lap = 500 m, also laps")
    #expect(tj.shown("way -> m") == "1500 m")
    _ = tj.session.undo()
    #expect(tj.shown("way -> m") == "1200 m")
    #expect(tj.shown("kept + 1 lap") == "3 laps")
    _ = tj.session.undo(3)
    #expect(Dialogue.errors(tj.enter("3 laps")).map(\.id) == ["unknown-after-number"])
    #expect(!tj.session.units.allNames().contains("lap"))
    // one entry came between, and it changed nothing
    _ = tj.session.redo(3)
    #expect(tj.shown("way -> km") == "1.2 km")
    #expect(tj.shown("kept + 1 lap") == "3 laps")
    #expect(tj.session.units.allNames().filter { $0 == "lap" }.count == 1)
  }

  @Test func `a currency loses its rate again`() {
    let tj = Dialogue("bill = 100 €")
    tj.define("unit EUR = 1.08 USD")
    #expect(tj.shown("bill -> $") == "108.00 $")
    _ = tj.session.undo()
    #expect(Dialogue.errors(tj.enter("bill -> $")).count == 1)
    #expect(tj.shown("bill + 1 €") == "101.00 €")
    _ = tj.session.redo(1)
    #expect(tj.shown("bill -> $") == "108.00 $")
    #expect(tj.shown("bill + 1 €") == "101.00 €")
  }

  @Test func `reset is undone and redone`() {
    let tj = Dialogue("unit lap = 400 m; a = 2 lap; f(x) = x + a")
    tj.define("b = [1, 2]; c = b * a")
    let text = tj.session.savedText()
    tj.session.checkpoint()
    tj.session.reset()
    #expect(tj.session.savedText() == "")
    tj.define("a = 5")
    #expect(tj.session.undo(2)?.names == ["a", "lap", "f", "b", "c"])
    #expect(tj.session.savedText() == text)
    #expect(tj.shown("c") == "[2, 4] lap over b")
    tj.define("a = 3 lap")
    _ = tj.session.undo(1)
    #expect(tj.session.savedText() == text)
    #expect(tj.session.redo(1)?.names == ["a"])
    _ = tj.session.undo(3)
    #expect(tj.session.savedText() == "")
  }

  @Test func `ans goes with its entry`() {
    let tj = Dialogue("x = 2")
    tj.enter("x * 3")
    tj.define("y = ans + 1")
    tj.enter("x * 100")
    #expect(tj.session.undo(2)?.names == ["y", "x"])
    #expect(Dialogue.errors(tj.enter("ans")).map(\.id) == ["no-answer-yet"])
    _ = tj.session.redo(2)
    #expect(tj.shown("ans") == "200")
  }

  @Test func `a long chain, undone in the middle of an entry`() {
    let tj = Dialogue()
    var script = "x0 = 1\n"
    for i in 1...3000 { script += "x\(i) = x\(i - 1) + 1\n" }
    #expect(Dialogue.errors(tj.enter(script, mode: .script)).isEmpty)
    tj.define("x0 = 5")
    #expect(tj.numbers("x3000") == [3005])
    _ = tj.session.undo()
    #expect(tj.numbers("x3000") == [3001])
    _ = tj.session.undo()
    #expect(tj.session.savedText() == "")
    _ = tj.session.redo(2)
    #expect(tj.numbers("x3000") == [3005])
    tj.session.reset()
  }

  // MARK: what is told

  @Test func `what is others now is said, the names first`() {
    let tj = Dialogue("a = 1")
    tj.define("b = a * 2; c = 7")
    tj.define("a = 4")
    tj.session.checkpoint()
    let outcomes = tj.session.undo(1, isTold: true)?.outcomes ?? []
    guard case .value(name: "a", _) = outcomes.first, case .change(let change) = outcomes.last
    else {
      Issue.record("\(outcomes)")
      return
    }
    #expect(outcomes.count == 2)
    #expect(change.name == "b")
  }

  // MARK: laws

  /// Entries by chance: definitions of a few names by others of them, functions, units, a reset now
  /// and then, entries that fail.
  static func entry(_ random: inout SplitMix) -> String {
    let names = ["a", "b", "c", "d", "e"]
    func name() -> String { names[Int.random(in: 0..<5, using: &random)] }
    func number() -> Int { Int.random(in: 1...9, using: &random) }
    switch Int.random(in: 0..<14, using: &random) {
    case 0, 1: return "\(name()) = \(number())"
    case 2: return "\(name()) = \(name()) + \(number())"
    case 3: return "\(name()) = \(name()) * \(name())"
    case 4: return "\(name()) := \(name()) + \(number())"
    case 5: return "\(name()) = [\(number()), 1\(number()), 2\(number())]"
    case 6: return "\(name()) = \(number())..\(number() + 10)"
    case 7: return "f(x) = x * \(name()) + \(number())"
    case 8: return "\(name()) = f(\(name())); \(name()) = \(number()) u"
    case 9: return "unit u = \(number()) m"
    case 10: return "## about \(number())\n\(name()) = (\(name()) -> u)"
    case 11: return "\(name()) * \(number())"
    case 12: return "scenario s { \(name()) = \(number()) }"
    default: return "\(name()) = ans; \(name()) = \(number()) nosuch"
    }
  }

  /// Everything that can be seen of a session.
  private func state(_ tj: Dialogue) -> [String] {
    var state = [tj.session.savedText()]
    for name in ["a", "b", "c", "d", "e", "f(2)", "a + d under s", "3 u -> m", "ans"] {
      state.append("\(name): \(tj.asked(name))")
    }
    return state
  }

  @Test(arguments: 0..<30)
  func `undo after do is the identity, and so is redo after undo`(_ seed: Int) {
    var random = SplitMix(UInt64(seed))
    let tj = Dialogue("a = 1; b = 2; c = 3; d = 4; e = 5; f(x) = x; unit u = 2 m")
    let depth = tj.session.undoDepth
    var states = [state(tj)]
    for _ in 0..<25 {
      if Int.random(in: 0..<15, using: &random) == 0 {
        tj.session.checkpoint()
        tj.session.reset()
      } else {
        tj.enter(Self.entry(&random))
      }
      // an entry that only asked, or failed, is none to take back
      if tj.session.undoDepth - depth == states.count {
        states.append(state(tj))
      } else {
        states[states.count - 1] = state(tj)
      }
      #expect(tj.session.undoDepth - depth == states.count - 1)
      if Int.random(in: 0..<4, using: &random) == 0, states.count > 1 {
        let count = Int.random(in: 1..<states.count, using: &random)
        _ = tj.session.undo(count)
        // ans is what it was when the entry began, which the entry before may have set later
        #expect(state(tj).dropLast() == states[states.count - 1 - count].dropLast())
        _ = tj.session.redo(count)
        #expect(state(tj) == states[states.count - 1])
      }
    }
    while tj.session.undoDepth > depth {
      _ = tj.session.undo()
      states.removeLast()
      #expect(state(tj).dropLast() == states[states.count - 1].dropLast())
    }
    #expect(states.count == 1)
  }
}
