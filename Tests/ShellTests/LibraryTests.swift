import EnergyCore
import Engine
import Support
import Syntax
import Testing

@testable import Shell

/// The libraries written in tj: every item says what it is and where it is from, and has an example
/// that does what it says. The answers in the examples were worked out by hand and in another
/// program.
struct LibraryTests {
  /// The `##` lines above each item, with the line that defines it.
  private static func items(of library: String) throws -> [(line: String, documentation: [String])]
  {
    let bytes = try #require(EquationLibrary.text(of: library))
    var items: [(line: String, documentation: [String])] = []
    var held: [String] = []
    for line in String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("## ") {
        held.append(String(line.dropFirst(3)))
      } else if !held.isEmpty {
        items.append((String(line), held))
        held = []
      }
    }
    return items
  }

  @Test(arguments: EquationLibrary.names)
  func `every item has its words, source and an example that does what it says`(
    _ library: String
  ) throws {
    let items = try Self.items(of: library)
    #expect(items.count >= 8)
    for (line, documentation) in items {
      #expect(documentation.contains { $0.hasPrefix("source: ") }, "\(line)")
      #expect(
        documentation.first.map { !$0.hasPrefix("source:") && !$0.hasPrefix("example:") } ?? false,
        "\(line)")
      let example = try #require(
        documentation.first { $0.hasPrefix("example: ") }, "\(line) has no example")
      let parts = example.dropFirst(9).split(separator: "#")
      let answer = try #require(parts.count == 2 ? parts[1].dropFirst(2) : nil, "\(example)")
      let tj = Conversation()
      #expect(tj.enter("use \(library)").isEmpty)
      let shown = tj.enter(String(parts[0])).split(separator: "\n").first
      #expect(shown == answer, "\(example)")
    }
  }

  @Test(arguments: EquationLibrary.names)
  func `every item of a library is documented`(_ library: String) throws {
    let documented = try Self.items(of: library).map(\.line)
    let bytes = try #require(EquationLibrary.text(of: library))
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      guard let first = line.first, first.isLetter else { continue }
      #expect(documented.contains(String(line)), "\(line)")
    }
  }

  @Test func `a library takes no name from anybody`() {
    let tj = Conversation()
    _ = tj.enter("node = 3 kW")
    _ = tj.enter("rate = 319.8 t/s")
    _ = tj.enter("power = 1 W")
    for library in EquationLibrary.names {
      #expect(tj.enter("use \(library)").isEmpty)
    }
    #expect(tj.enter("energy_per_token(node, rate)").contains("9.38086 J/t"))
    // and is brought once
    #expect(tj.enter("use energy").isEmpty)
  }

  @Test func `a name that is there already is not changed`() {
    let tj = Conversation()
    _ = tj.enter("node_power = 3 kW; chassis_power = 1 W")
    #expect(tj.enter("use energy").contains("`chassis_power` is defined already"))
    #expect(tj.enter("chassis_power").contains("1 W"))
  }

  @Test func `a session with a library is saved with its use`() {
    let session = Session()
    let text = "use energy\njt = energy_per_token(3 kW, 300 t/s)\nchassis_power = 140 W\n"
    session.run(SourceText(name: "a", text: text)) { _ in }
    let saved = session.savedText()
    #expect(saved.hasPrefix("use energy\n"))
    #expect(saved.contains("jt = energy_per_token(3 kW, 300 t/s)"))
    #expect(saved.contains("chassis_power = 140 W"))
    #expect(!saved.contains("kettle"))
  }

  @Test func `scope gives accelerators a board whose power is per GPU`() {
    let tj = Conversation()
    #expect(tj.enter("h100_sxm.board").contains("`h100_sxm` has no field `board`"))
    _ = tj.enter("use scope")
    #expect(tj.enter("h100_sxm.board") == "700 W IT/gpu\n")
    #expect(tj.enter("4 gpu * h100_sxm.board") == "2.8 kW IT\n")
    _ = tj.enter("cards = [h100_pcie, h100_sxm]")
    #expect(tj.enter("sum(4 gpu * cards.board)") == "4.2 kW IT\n")
    // plain joules per token on the other side, without the marks
    let slip = "this is per GPU on one side and per node on the other"
    _ = tj.enter("x = node_scope(h100_sxm, 4 gpu) / (2174 t_out/s/gpu)")
    for line in ["x -> J/t", "y: J/t = x", "x + 3 J/t", "x < 3 J/t"] {
      #expect(tj.enter(line).contains(slip), "\(line)")
    }
  }

  @Test func `a library that is not there is named, with those that are`() {
    let shown = Conversation().enter("use enrgy")
    #expect(shown.contains("there is no library `enrgy`"))
    #expect(shown.contains("`use energy`"))
  }
}
