import Engine
import Glibc
import Report
import Support
import Syntax
import Testing

@testable import Shell

/// The reference: every word, function and command has an example that does what it says, and
/// `docs/reference.md` is what is made from them.
struct ReferenceTests {
  /// Topics that write or read files, leave, or measure.
  private static let withoutExample: Set<String> = [
    ":save", ":load", ":time", ":quit", "use", "as", "read_csv", "csv", "learn", "check", "fmt",
    "read", "by",
  ]

  @Test(arguments: Topic.all.map(\.name))
  func `the example does what it says`(_ name: String) throws {
    let topic = try #require(Topic.named(name))
    if topic.example.isEmpty {
      #expect(Self.withoutExample.contains(name))
      return
    }
    let tj = Conversation()
    var wanted: [String] = []
    var came: [String] = []
    for line in topic.example {
      if line.hasPrefix("#> ") || line.hasPrefix("#! ") || line == "#>" {
        wanted.append(String(line.dropFirst(3)))
      } else if line.hasPrefix("## ") {
        continue
      } else {
        came += tj.enter(line).split(separator: "\n").map(String.init)
      }
    }
    // a message has further lines, which the example may leave out
    let messages = wanted.filter { $0.hasPrefix("note: ") || $0.hasPrefix("error: ") }
    let shown = came.filter { line in
      !line.hasPrefix("  help: ") || wanted.contains(line) || messages.isEmpty
    }
    #expect(shown == wanted.filter { !$0.isEmpty })
  }

  @Test func `every built-in name has a topic`() {
    for entry in Library.help + Library.words {
      #expect(Topic.named(entry.name) != nil, "\(entry.name) has no topic")
    }
    for command in Command.all {
      #expect(Topic.named(":" + command.name) != nil, ":\(command.name) has no topic")
    }
  }

  @Test func `every topic says what it is, and what it points to is there`() {
    let session = Session()
    for topic in Topic.all {
      if topic.chapter == "commands" {
        #expect(Command.named(String(topic.name.dropFirst())) != nil)
      } else {
        #expect(!topic.usage.isEmpty && !topic.summary.isEmpty, "\(topic.name)")
      }
      for other in topic.related {
        #expect(
          session.describe(other) != nil || Command.named(String(other.dropFirst())) != nil,
          "\(topic.name) points to \(other)")
      }
    }
  }

  @Test func `docs/reference.md is up to date`() throws {
    let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    let written = try #require(read(root + "/docs/reference.md"))
    #expect(
      written == Reference().markdown(), "run `scripts/run help --all > docs/reference.md`")
  }

  private func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&block, 1, block.count, file)
      if count <= 0 { break }
      bytes += block[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: what can be asked

  @Test(arguments: [
    ("?J/t", "joule per token"), ("?kWh", "energy"), ("?power", "kW"), ("?energy/token", "J/t"),
    ("?with", "?under"), ("?->", "asks for a unit"), ("?→", "asks for a unit"),
    ("?±", "hard limits"), ("?+-", "hard limits"), ("?:undo", "undone: node"),
    ("?1/s", "per second"), ("?..", "bracket"), ("?explain", "step by step"), ("?min", "minute"),
    ("?h100_sxm", "h100_sxm.memory"), ("?const.c", "299792458 m/s"), ("?[", "list"),
    ("?kWh/million t", "3.6 J/t"), ("?token", "dimension"), ("?sqrt", "2 m"),
    ("?h100_sxm.memory", "80 GB"), ("?grid.FRA.intensity", "emissions/energy"),
    ("?then", "if c then a else b"), ("?else", "`else` must be there"), ("?or", "one of them"),
    ("?not", "it does not"), ("?from", "the range to look in"), ("?for", "may change"),
    ("?depth", "levels"), ("?full", "levels"), ("?by", "groups"), ("?expect", "question"),
    ("?hint", "weak to strong"), ("?true", "comparison"), ("?false", "comparison"),
    ("?°C", "0 °C is 273.15 K"), ("?W/gpu", "units put together"), ("?USD", "6.00 USD"),
    ("?grid", "grid.ARG"), ("?const", "const.sigma"), ("?facility", "facility.google_fleet"),
    ("?measured", "measured.tensoreconomics"), ("?learn", "tj learn 3"), ("?lessons", "tj learn 3"),
  ])
  func `anything that can stand in a line`(_ ask: String, _ words: String) {
    let shown = Conversation().enter(ask)
    if ask == "?min" {
      #expect(shown.contains("the unit min"))
    } else {
      #expect(shown.contains(words))
    }
  }

  @Test func `a definition: value, unit, dimension, what it rests on and what rests on it`() {
    let tj = Conversation()
    tj.enter("## the rig\n## source: a meter\nnode = 3 kW")
    tj.enter("jt = node / 300 t/s; cost = jt * 0.3 $/kWh")
    #expect(
      tj.enter("?jt")
        == """
        jt: a definition
          formula    node / 300 t/s
          value      10 J/t
          unit       J/t
          dimension  energy/token
          rests on   node = 3 kW
          used by    cost
          example
            tj> jt with node = 1.2 * node
            12 J/t
            tj> inputs jt

        """)
    #expect(tj.enter("?node").contains("source     a meter"))
    tj.enter("batch = [1, 2, 4]; card = h100_pcie; f(e) = e * 2 + 1 kWh; twice = f(2 kWh)")
    #expect(tj.enter("?batch").contains("value        [1, 2, 4]"))
    #expect(tj.enter("?h100_pcie").contains("used by      card"))
    #expect(tj.enter("?card.memory").contains("value       80 GB"))
    let function = tj.enter("?f")
    for part in ["e          energy", "dimension  energy", "used by    twice", "3 kWh"] {
      #expect(function.contains(part), "\(function)")
    }
    #expect(tj.enter("?J/t").contains("in scope   jt = 10 J/t"))
  }

  @Test func `the same outside the prompt`() {
    var request = HelpRequest(topics: ["with", "nothingatall"])
    let tj = Conversation()
    #expect(request.run(tj.interpreter) == .failure)
    request.topics = ["->"]
    #expect(request.run(tj.interpreter) == .success)
  }
}
