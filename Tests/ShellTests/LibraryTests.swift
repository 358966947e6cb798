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

  @Test(arguments: EquationLibrary.names)
  func `every parameter of a library states its dimension`(_ library: String) throws {
    let bytes = try #require(EquationLibrary.text(of: library))
    var depth = 0
    var head = ""
    var parameters: [String] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      // a function begins at the left, its name touching a bracket
      let name = line.prefix { $0.isLetter || $0 == "_" }
      if depth == 0, name.isEmpty || line.dropFirst(name.count).first != "(" { continue }
      for character in depth == 0 ? line.dropFirst(name.count) : line[...] {
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
        if depth == 0 || (depth == 1 && character == ",") {
          parameters.append("\(name): \(head)")
          head = ""
        } else if depth > 1 || character != "(" {
          head.append(character)
        }
        if depth == 0 { break }
      }
    }
    #expect(parameters.count > 2)
    for parameter in parameters {
      #expect(parameter.filter { $0 == ":" }.count >= 2, "\(parameter)")
    }
  }

  /// What cannot be is refused in words, at the call.
  @Test(arguments: [
    ("roofline", "dense_parameters(deepseek_v3)", "is a mixture of experts, and not dense"),
    (
      "roofline", "dense_parameters(mistral_large_2)",
      "the layers of `mistral_large_2` are not known"
    ),
    ("roofline", "experts_touched(llama_3_3_70b, 8)", "Llama-3.3-70B has no experts"),
    ("roofline", "prefill_flops(llama_3_3_70b, -5 t)", "a prompt of -5 t is none"),
    (
      "roofline", "calibrated_rate(llama_3_3_70b, h100_sxm, 1, 100 t, 100 t)",
      "the weights of Llama-3.3-70B, 141.108 GB, do not fit into 72 GB"
    ),
    (
      "roofline", "published_rate(llama_3_3_70b, h100_sxm, 1, 100 t, 100 t, batch = 8)",
      "the weights of Llama-3.3-70B, 141.108 GB, do not fit into 72 GB"
    ),
    (
      "roofline", "calibrated_rate(llama_3_3_70b, h100_sxm, 2, 300_000 t, 100 t)",
      "not one sequence of 300100 t fits"
    ),
    (
      "roofline", "calibrated_rate(mixtral_8x7b, h100_sxm, 4, 100 t, 100 t)",
      "fitted to a dense model, and Mixtral-8x7B is a mixture"
    ),
    (
      "roofline", "calibrated_rate(llama_3_3_70b, b200_sxm, 4, 100 t, 100 t)",
      "fitted to H100 SXM cards, and B200 SXM is another"
    ),
    ("roofline", "usable_memory(h100_sxm, 0)", "hold nothing"),
    ("energy", "average_power(3 kW, 1.2 kW, utilisation = 50)", "a utilisation of 50 is no share"),
    ("energy", "node_power(h100_sxm, 4, overhead = 10)", "make no node"),
    ("energy", "node_power(h100_sxm, 0)", "make no node"),
    ("energy", "node_power(gb200_nvl72, 72)", "120 kW is more than one GPU takes"),
    ("energy", "server_power(gb200_superchip)", "2.7 kW is more than one GPU takes"),
    ("energy", "drawn_share(0)", "a batch of 0 is none"),
    ("energy", "facility_energy(10 kWh, pue = 0.5)", "a PUE of 0.5 is out of reach"),
    ("energy", "facility_energy(10 kWh, pue = 120)", "a PUE of 120 is out of reach"),
    (
      "energy", "average_power(1.2 kW, 3 kW, utilisation = 10%)",
      "1.2 kW busy is less than 3 kW idle"
    ),
    ("energy", "node_power(h100_sxm, 4, overhead = 1.1)", "make no node"),
    ("energy", "drawn_power(h100_sxm, -4)", "-4 boards of 700 W draw nothing"),
    (
      "energy", "output_price(0.01 $, 2035 t, 300 t, share = 30)",
      "30 of the price of an output token"
    ),
    ("roofline", "usable_memory(gb200_nvl72, 72)", "is more than one GPU"),
    (
      "roofline", "published_rate(llama_3_3_70b, h100_sxm, 4, 2035 t, 300 t, reading = 700%)",
      "700 % of their bandwidth"
    ),
    (
      "roofline", "calibrated_rate(llama_3_3_70b, h100_sxm, 4, 2035 t, 300 t, batch = 0)",
      "a batch of 0"
    ),
    ("energy", "facility_energy(10 kWh)", "is not given its `pue`"),
    ("energy", "water_use(10 kWh)", "is not given its `pue`"),
    ("energy", "energy_per_year(1 Wh/request, users = -5)", "-5 users with 8 request/day"),
    ("energy", "carbon_emitted(6.41 t, grid.FRA)", "is stated as energy"),
    ("energy", "carbon_emitted(6.41 kWh, 44 g/kWh)", "write `CO2e` behind the mass"),
    ("energy", "electricity_cost(5 kg, 0.15 $/kWh)", "is stated as energy"),
    ("energy", "node_power(h100_sxm, 4 gpu)", "`count` of `node_power` is stated as 1"),
    ("scope", "board_scope(gb200_superchip)", "2.7 kW is more than one GPU takes"),
    ("scope", "site_pue(0.9)", "a PUE of 0.9 is out of reach"),
  ])
  func `what cannot be is refused`(_ library: String, _ line: String, _ words: String) {
    let tj = Conversation()
    _ = tj.enter("use \(library)")
    #expect(tj.enter(line).contains(words), "\(line)")
  }

  /// By hand: the formulas of each item, with another program where they are long.
  @Test(arguments: [
    ("roofline", "cache_per_token(deepseek_v3)", "70.272 kB/t"),
    ("roofline", "model_parameters(qwen2_5_7b)", "7.61562 Gparam"),
    ("roofline", "matrix_parameters(gpt_oss_20b)", "3.02801 Gparam"),
    ("roofline", "bytes_touched(llama_3_3_70b)", "141.108 GB"),
    ("roofline", "allreduce_time(1 MB, 1)", "0 s"),
    // 45 % of the peak of four cards over the operations of a token: below 12,600 t/s
    (
      "roofline", "calibrated_rate(llama_3_3_70b, h100_sxm, 4, 10 t, 100 t, batch = 3000)",
      "11751.1 t/s"
    ),
    (
      "roofline",
      "calibrated_rate(llama_3_3_70b, b200_sxm, 4, 10 t, 10 t, compute = 45%, weights = 58%, cache = 16%) > 0 t/s",
      "true"
    ),
    ("energy", "rental_cost(4, 1.30 €/gpu/h, 319.8 t/s)", "4.51671 €/Mt"),
    ("energy", "output_price(0.01 £, 2035 t, 300 t, batch = 8)", "1.37287 £/Mt"),
    (
      "energy", "energy_per_year(3.85 J/t * 500 t/request, users = 1e6, use = 2000 request/day)",
      "390.347 GWh"
    ),
    ("energy", "3.6 MJ -> kettle", "23.8752 kettle"),
    ("scope", "gb200_nvl72.board", "1.66667 kW IT/gpu"),
    ("scope", "4 gpu * gb200_superchip.board", "5.4 kW IT"),
  ])
  func `figures that were wrong once`(_ library: String, _ line: String, _ answer: String) {
    let tj = Conversation()
    _ = tj.enter("use \(library)")
    #expect(tj.enter(line) == answer + "\n", "\(line)")
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
