import Support
import Testing

@testable import Shell

/// The `:commands`, as typed.
struct CommandTests {
  let tj = Conversation()

  // MARK: finding

  @Test func `a unique beginning is enough`() {
    #expect(tj.enter(":dig 3; 2/3") == "0.667\n")
    #expect(tj.enter(":u").contains("nothing to undo"))
  }

  @Test func `several that begin so are listed`() {
    let shown = Conversation().enter(":lo")
    #expect(shown.contains("write `:load file.tj`"))
    #expect(tj.enter(":s").contains("`:save"))
    #expect(tj.enter(":").contains("error"))
  }

  @Test func `an unknown one gets the nearest`() {
    let shown = tj.enter(":lst")
    #expect(shown.contains("there is no command `:lst`"))
    #expect(shown.contains("did you mean `:list`?"))
  }

  // MARK: leaving

  @Test(arguments: [":quit", ":exit", ":q", "quit", "exit", " quit ", "1 + 1; :quit; 2 + 2"])
  func `leaving`(_ text: String) {
    let shown = tj.enter(text)
    #expect(tj.interpreter.isLeaving)
    #expect(!shown.contains("4"))
  }

  @Test func `a definition takes the word`() {
    tj.enter("quit = 3 kW")
    #expect(tj.enter("quit = 4 kW").contains("`:quit` still leaves"))
    #expect(tj.enter("quit") == "4 kW\n")
    #expect(!tj.interpreter.isLeaving)
    tj.enter(":quit")
    #expect(tj.interpreter.isLeaving)
  }

  // MARK: help

  @Test func `help without a name lists the commands`() {
    let shown = tj.enter(":help")
    for command in Command.all { #expect(shown.contains(command.usage)) }
    #expect(tj.enter("help") == shown)
    #expect(tj.enter("?") == shown)
  }

  @Test func `help on a definition shows its formula and documentation`() {
    tj.enter("## one server\n## source: data sheet\nnode = 3 kW")
    tj.enter("jt = node / 319.8 t/s")
    for ask in ["?node", ":help node", "help node", ":h node"] {
      let shown = tj.enter(ask)
      #expect(shown.contains("one server"))
      #expect(shown.contains("3 kW"))
      #expect(shown.contains("data sheet"))
    }
    #expect(tj.enter("?jt").contains("node / 319.8 t/s"))
  }

  @Test func `help on units, the catalog and commands`() {
    #expect(tj.enter("?kWh").contains("energy"))
    #expect(tj.enter("?h100_sxm").contains("700 W"))
    #expect(tj.enter("?:digits").contains(":digits n"))
    #expect(tj.enter(":help list").contains("accelerators"))
    #expect(tj.enter("?sqrt").contains("sqrt("))
  }

  @Test func `help on nothing known offers the nearest`() {
    tj.enter("throughput = 3 t/s")
    let shown = tj.enter("?thruoghput")
    #expect(shown.contains("nothing is known about `thruoghput`"))
    #expect(shown.contains("`throughput`"))
  }

  @Test func `help on nothing known says where to look`() {
    #expect(tj.enter("?nothingatall").contains("`:list grids germany` searches"))
    #expect(tj.enter("?germany").contains("`:list grids germany`"))
    #expect(tj.enter("?grid.Germany").contains("`:list grids Germany`"))
    #expect(tj.enter(":list grids germany").contains("grid.DEU"))
    #expect(tj.enter("?grid").contains("`:list grids`"))
    #expect(tj.enter("germany").contains("`:list grids germany`"))
    #expect(!tj.run("germany").shown.contains(":list"))
  }

  // MARK: lists

  @Test func `the session's own definitions`() {
    #expect(tj.enter(":list") == "nothing is defined yet\n")
    tj.enter("node = 3 kW; f(x) = 2 * x")
    let shown = tj.enter(":list")
    #expect(shown.contains("node"))
    #expect(shown.contains("3 kW"))
    #expect(shown.contains("f(x)"))
  }

  @Test func `a formula is marked, and not written beside the same value`() {
    tj.enter("price = 0.32 €/kWh; half = price / 2; f(x) = 2 * x")
    tj.enter("## what it costs\nbill = price * 100 kWh")
    #expect(
      tj.enter(":list")
        == """
          bill   32.00 €     what it costs
          half   0.16 €/kWh  = price / 2
          price  0.32 €/kWh
          f(x)               = 2 * x

        """)
  }

  @Test func `a kind, and a part of a name`() {
    #expect(tj.enter(":list accelerators").contains("h100_sxm"))
    let some = tj.enter(":list acc h100")
    #expect(some.contains("h100_pcie"))
    #expect(!some.contains("mi300x"))
    tj.enter("node = 3 kW; pue = 1.2")
    #expect(!tj.enter(":list nod").contains("pue"))
    #expect(tj.enter(":list zzz") == "no definitions with zzz\n")
    #expect(tj.enter(":list a b c").contains("write `:list [kind] [part of a name]`"))
  }

  // MARK: undo, reset

  @Test func `undo goes back, again and again`() {
    tj.enter("a = 1; b = a * 10")
    tj.enter("a = 2")
    tj.enter("a = 3")
    tj.enter("b")
    #expect(tj.enter(":undo") == "undone: a\na = 2\nb  30 → 20  (−33.3 %)\n")
    #expect(tj.enter("b") == "20\n")
    tj.enter(":undo")
    #expect(tj.enter("b") == "10\n")
    tj.enter(":undo")
    #expect(tj.enter("b").contains("error"))
    #expect(tj.enter(":undo").contains("there is nothing to undo"))
  }

  @Test func `undo tells what it brought back, and of much only a part`() {
    tj.enter("a = 1; other = 5")
    #expect(tj.enter(":undo") == "undone: a, other\n")
    tj.enter("a = 1; other = 5")
    for i in 10..<25 { tj.enter("b\(i) = a + \(i)") }
    tj.enter("a = 2")
    let shown = tj.enter(":undo").split(separator: "\n")
    #expect(shown.prefix(3) == ["undone: a", "a = 1", "b10  12 → 11  (−8.33 %)"])
    #expect(shown.last == "… and 6 more changed")
    #expect(shown.count == 12)
  }

  @Test func `undo tells lists and brackets`() {
    tj.enter("b = 4..8 W; batch = [1, 2]; p = b * batch; unmoved = [1, 2, 3]")
    tj.enter("b = 3 W")
    #expect(
      tj.enter(":undo") == "undone: b\nb = 4..8 W\np  [3, 6] → [4..8, 8..16] W over batch\n")
  }

  @Test func `reset forgets, undo brings back`() {
    tj.enter("node = 3 kW")
    tj.enter(":digits 3")
    tj.enter(":reset")
    #expect(tj.enter("node").contains("error"))
    #expect(tj.enter("2/3") == "0.667\n")
    tj.enter(":undo")
    #expect(tj.enter("node") == "3 kW\n")
  }

  @Test func `undo and redo over several entries`() {
    tj.enter("a = 1")
    tj.enter("a = 2; b = a * 10")
    tj.enter("a = 3")
    #expect(tj.enter(":undo 2") == "undone: a, b\na = 1\n")
    #expect(tj.enter(":redo") == "redone: a, b\na = 2\nb = 20\n")
    #expect(
      tj.enter(":redo 4") == "redone 1 entry, all there were: a\na = 3\nb  20 → 30  (+50 %)\n")
    #expect(tj.enter(":redo").contains("nothing to redo"))
    #expect(tj.enter(":undo 9").hasPrefix("undone 3 entries, all there were: a, b\n"))
    for wrong in [":undo 0", ":undo -1", ":undo all", ":redo x"] {
      #expect(tj.enter(wrong).contains("write `:\(wrong.dropFirst().prefix(4)) 3`"))
    }
    for i in 1...12 { tj.enter("c\(i) = 1") }
    #expect(
      tj.enter(":undo 12").hasPrefix("undone: c12, c11, c10, c9, c8, c7, c6, c5, c4, c3 and 2 more")
    )
    #expect(tj.enter("1 + 1; :undo; :redo").contains("nothing to undo"))
  }

  // MARK: watch

  @Test func `what is watched stands after every entry that is accepted`() {
    #expect(tj.enter(":watch") == "nothing is watched\n")
    tj.enter("a = 1; b = a * 2 W")
    #expect(tj.enter(":watch b, b -> kW") == "· b  2 W\n· b -> kW  0.002 kW\n")
    #expect(tj.enter("1 + 1") == "2\n· b  2 W\n· b -> kW  0.002 kW\n")
    #expect(
      tj.enter("a = 2")
        == "a = 2\n· b  2 → 4 W  (+100 %)\n· b -> kW  0.002 → 0.004 kW  (+100 %)\n")
    #expect(!tj.enter("3 kw").contains("·"))
    #expect(!tj.enter(":list").contains("·"))
    #expect(
      tj.enter(":undo").hasSuffix(
        "a = 1\n· b  4 → 2 W  (−50 %)\n· b -> kW  0.004 → 0.002 kW  (−50 %)\n"))
    #expect(tj.enter(":unwatch b -> kW") == "· b  2 W\n")
    #expect(tj.enter(":unwatch c").contains("`c` is not watched"))
    #expect(tj.enter(":reset").hasSuffix("· b  has no value now: `b` is not defined\n"))
    #expect(tj.enter(":watch off") == "nothing is watched any more\n")
    #expect(tj.enter("1") == "1\n")
    #expect(tj.enter(":watch a = 3").contains("here stands one expression"))
  }

  @Test func `Ctrl-C stops a watch`() {
    tj.enter(
      "x = linspace(0, 1, 1000); y = linspace(0, 1, 1000); :watch sum((0..1) * x * y over x)")
    tj.interpreter.session.isInterrupted = { true }
    #expect(tj.enter("a = 1").contains("interrupted"))
    tj.interpreter.session.isInterrupted = { false }
    #expect(tj.enter(":watch off; a").hasPrefix("nothing is watched any more\n"))
  }

  // MARK: settings

  @Test func `digits`() {
    tj.enter(":digits 3")
    #expect(tj.enter("1/3") == "0.333\n")
    #expect(tj.enter(":digits 9; 1/3") == "0.333333333\n")
    #expect(tj.enter(":digits") == "9 digits\n")
    for wrong in [":digits 0", ":digits 18", ":digits many", ":digits 3 4"] {
      #expect(tj.enter(wrong).contains("write `:digits 8`"))
    }
    #expect(tj.enter("1/3") == "0.333333333\n")
  }

  @Test func `format`() {
    #expect(tj.enter(":format") == "text\n")
    tj.enter(":format json")
    #expect(tj.enter("1 + 1").contains(#""kind":"value""#))
    #expect(tj.enter("3 kw").contains(#""kind":"error""#))
    tj.enter(":format md")
    #expect(tj.enter("1 + 1") == "`2`\n")
    tj.enter(":format csv")
    #expect(tj.enter("[1, 2] kW").split(separator: "\n").count == 3)
    tj.enter(":f text")
    #expect(tj.enter("1 + 1") == "2\n")
    #expect(tj.enter(":format xml").contains("write `:format text|markdown|csv|json`"))
  }

  @Test func `time of one statement, and of every entry`() {
    let shown = tj.enter(":time 1 + 1").split(separator: "\n")
    #expect(shown.first == "2")
    #expect(shown.count == 2)
    tj.enter(":time")
    #expect(tj.enter("1 + 1").split(separator: "\n").count == 2)
    tj.enter(":time")
    #expect(tj.enter("1 + 1") == "2\n")
  }

  // MARK: in scripts

  @Test func `settings work in scripts`() {
    #expect(tj.run(":digits 3\n1/3").shown == "0.333\n")
    #expect(tj.run(":format json\n1/3").shown.hasPrefix("{"))
  }

  @Test(arguments: [
    ":list", ":undo", ":redo", ":watch a", ":folder /", ":set a = 1", ":save x.tj", ":reset",
    ":quit", ":help", ":time",
  ])
  func `commands of the prompt are errors in a script, which ends there`(_ command: String) {
    let (isSound, shown) = tj.run("1\n\(command)\n2")
    #expect(!isSound)
    #expect(
      shown.contains("works only at the prompt")
        || shown.contains("stands only in the journal of a session"))
    #expect(shown.hasPrefix("1\n"))
    #expect(!shown.hasSuffix("2\n"))
  }

  @Test func `help works in a script`() {
    let (isSound, shown) = tj.run("node = 3 kW\n?node")
    #expect(isSound)
    #expect(shown.contains("3 kW"))
  }
}
