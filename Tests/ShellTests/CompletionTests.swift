import Support
import Testing

@testable import Shell

/// What Tab offers; `|` is the cursor.
struct CompletionTests {
  let tj = Conversation()

  init() {
    tj.enter("node = 3 kW; throughput = 319.8 t/s; card = h100_sxm; f(x) = x")
  }

  /// The texts offered, and the word that they would replace.
  func complete(_ text: String) -> (word: String, found: [String]) {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
    let line = parts.joined()
    let completion = Completer(tj.interpreter.session).complete(line, at: parts[0].utf8.count)
    let word = String(decoding: Array(line.utf8)[completion.range], as: UTF8.self)
    return (word, completion.candidates.map(\.text))
  }

  @Test(arguments: [
    ("3 kW|", "kW", "kWh"), ("3 kWh/M|", "M", "Mt"), ("700W|", "W", "Wh"),
    ("[1, 2] t/|", "", "s"), ("jt -> kWh/M|", "M", "Mt"), ("x = 5 kW; jt → k|", "k", "kWh"),
    ("5 J/kg K|", "K", "K"), ("2.7 kWh/million t|", "t", "t"), ("jt to MW|", "MW", "MWh"),
    ("1.30 $/gp|", "gp", "gpu"), ("3 L per mi|", "mi", "min"), ("3 µ|", "µ", "µs"),
    ("5/s|", "s", "s"), ("1e3 kW|", "kW", "kWh"), ("KWH = 3 KWH|", "KWH", "kWh"),
  ])
  func `units after a number and an arrow`(_ text: String, _ word: String, _ unit: String) {
    let (found, candidates) = complete(text)
    #expect(found == word)
    #expect(candidates.contains(unit))
  }

  @Test(arguments: [
    ("no|", "node"), ("jt = thr|", "throughput"), ("2+h100_p|", "h100_pcie"),
    ("node * thr|", "throughput"), ("3 kW * no|", "node"), ("4 h100_s|", "h100_sxm"),
    ("(no|", "node"), ("sq|", "sqrt("), ("x = if no|", "node"), ("grid.US_O|", "grid.US_OH"),
    ("a = 1; no|", "node"), ("a = 1\nno|", "node"), ("print \"it is {no|", "node"),
    ("x = h100 + no|", "node"), ("?no|", "node"), (":time no|", "node"), ("const.k|", "const.k_B"),
    ("jt -> kWh with no|", "node"), ("table node, thr|", "throughput"),
  ])
  func `names elsewhere`(_ text: String, _ name: String) {
    #expect(complete(text).found.contains(name))
  }

  @Test func `no units where only a name can stand`() {
    #expect(!complete("k|").found.contains("kWh"))
    #expect(!complete("node * k|").found.contains("kWh"))
    #expect(!complete("3 kW + k|").found.contains("kWh"))
    #expect(!complete("3 kW * k|").found.contains("kWh"))
  }

  @Test func `fields after a point`() {
    #expect(complete("h100_sxm.me|").found == ["h100_sxm.memory"])
    #expect(complete("2 * card.ban|").found == ["card.bandwidth"])
  }

  @Test func `dimensions and units in an annotation`() {
    #expect(complete("jt: ener|").found.contains("energy"))
    #expect(complete("jt: kW|").found.contains("kWh"))
  }

  @Test func `words of statements, and of a lesson`() {
    #expect(Set(complete("as|").found).isSuperset(of: ["ask", "assert"]))
    #expect(complete("ex|").found.contains("explain"))
    #expect(complete("ask \"?\" exp|").found.contains("expect"))
    #expect(complete("ask \"?\" expect node hi|").found.contains("hint"))
    #expect(complete("explain node de|").found.contains("depth"))
    #expect(complete("explain node format la|").found == ["latex"])
    #expect(!complete("hi|").found.contains("hint"))
    let lesson = Completer(tj.interpreter.session, words: Teacher.words)
    #expect(lesson.complete("hi", at: 2).candidates.map(\.text).contains("hint"))
    #expect(!lesson.complete("3 kW + hi", at: 9).candidates.map(\.text).contains("hint"))
  }

  @Test func `commands and what they take`() {
    #expect(complete(":di|").found == ["digits"])
    #expect(complete("1 + 1; :di|").found == ["digits"])
    #expect(complete(":|").found.count == Command.all.count)
    #expect(complete(":format m|").found == ["markdown"])
    #expect(complete(":list acc|").found == ["accelerators"])
    #expect(complete(":help no|").found.contains("node"))
    #expect(complete(":help di|").found.contains("digits"))
    #expect(complete("?:di|").found == [":digits"])
    #expect(complete("table node format c|").found == ["csv"])
    #expect(complete(":undo x|").found.isEmpty)
  }

  @Test func `files`() {
    let folder = TemporaryFolder()
    folder.write("", to: "rig.tj")
    folder.write("", to: "rig 2.tj")
    folder.write("", to: "rig.csv")
    for head in [":load ", ":save ", ":save! ", "use \"", ":load \""] {
      let (word, found) = complete("\(head)\(folder.path)/ri|")
      #expect(word == "\(folder.path)/ri")
      #expect(found == ["\(folder.path)/rig 2.tj", "\(folder.path)/rig.tj"])
    }
    #expect(complete(":load /et|").found == ["/etc"])
  }

  @Test func `files after use, before its quote`() {
    let folder = TemporaryFolder()
    folder.write("", to: "rig.tj")
    let (word, found) = complete("use \(folder.path)/ri|")
    #expect(word == "\(folder.path)/ri")
    #expect(found == ["\"\(folder.path)/rig.tj"])
    #expect(complete("use = 3 kW; nod|").found == ["node"])
  }

  @Test(arguments: [
    "node -> |", "x = 2 * node → |", "table 3 kWh, node -> |", "(node + 1 W -> |",
    "3 kWh / 2 h -> |", "p: power = node -> |", "b = node == 3 kW; node -> |",
  ])
  func `an arrow offers the units of what stands before it`(_ text: String) {
    let found = complete(text).found
    for unit in ["W", "kW", "MW", "hp"] { #expect(found.contains(unit)) }
    for unit in ["J", "kWh", "t", "day", "kilowatt", "watts"] { #expect(!found.contains(unit)) }
    #expect(found.first == "W")
  }

  @Test func `units that fit, by their beginning`() {
    #expect(Set(complete("node -> k|").found).isSuperset(of: ["kW", "kVA"]))
    #expect(!complete("node -> k|").found.contains("kWh"))
    #expect(complete("1 kW * 1 h -> kW|").found == ["kWh"])
    // of a quotient the units above its line; a typed word may go on in another way
    let quotient = complete("node / throughput -> |").found
    #expect(Set(quotient).isSuperset(of: ["J/t", "kWh/t"]))
    #expect(!quotient.contains("kWh"))
    #expect(complete("node / throughput -> kW|").found.prefix(1) == ["kWh/t"])
    #expect(complete("node / throughput -> kW|").found.contains("kWh"))
    #expect(complete("node / throughput -> kWh/M|").found.contains("Mt"))
    // what is no expression, or none yet, has all units
    #expect(complete("nothing -> M|").found.contains("MWh"))
    #expect(complete("node + 1 kWh -> M|").found.contains("MWh"))
  }

  @Test func `asking for a dimension keeps the notes for later`() {
    tj.enter("s = 3")
    _ = complete("300 t/s -> |")
    #expect(tj.enter("x = 300 t/s").contains("note: `s`"))
  }

  @Test func `many candidates are only names`() {
    let session = tj.interpreter.session
    let few = Completer(session).complete("h100_", at: 5).candidates
    #expect(few.contains { $0.detail == "accelerator" })
    let many = Completer(session).complete("3 k", at: 3).candidates
    #expect(many.count > 16)
    #expect(many.allSatisfy { $0.detail.isEmpty })
  }

  @Test func `nothing in comments and strings`() {
    #expect(complete("# no|").found.isEmpty)
    #expect(complete("print \"no|").found.isEmpty)
    #expect(complete("zzqq|").found.isEmpty)
  }

  @Test(arguments: [
    "|", "\"|", "{|", "\"{|", ":|", "->|", "µ|", "日|", "..|", "3|", "3.|", "/|", "?|",
  ])
  func `any text`(_ text: String) {
    let (word, _) = complete(text)
    #expect(text.contains(word))
  }
}
