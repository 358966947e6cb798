import CSV
import Glibc
import Testing

@testable import EnergyCore

/// The figure of a field, written as the data has it: `700 W`, `44..132 x`, `not known`.
private func figure(_ id: String, _ field: String? = nil) -> String {
  guard let entry = Catalog.entry(id) else { return "no entry" }
  guard let figure = field.map({ entry.field($0)?.figure }) ?? entry.plain else {
    return "no field"
  }
  switch figure {
  case .number(let value, let unit): return "\(value) \(unit)"
  case .bracket(let low, let high, let unit): return "\(low)..\(high) \(unit)"
  case .text(let text): return text
  case .notKnown: return "not known"
  }
}

/// Read off the CSV files by eye.
@Suite struct Figures {
  @Test(
    arguments: [
      ("h100_sxm", nil, "700.0 W"),
      ("h100_sxm", "board_power", "700.0 W"),
      ("h100_sxm", "memory", "80.0 GB"),
      ("h100_sxm", "bandwidth", "3350.0 GB/s"),
      ("h100_sxm", "bf16", "989.0 TFLOP/s"),
      ("h100_sxm", "fp8", "1979.0 TFLOP/s"),
      ("h100_sxm", "form", "SXM5"),
      ("h100_sxm", "vendor", "NVIDIA"),
      ("h100_sxm", "year", "2022.0 "),
      ("h100_sxm", "confidence", "high"),
      ("h100_pcie", nil, "350.0 W"),
      ("h100_pcie", "note", ""),
      ("a100_sxm_80gb", nil, "400.0 W"),
      ("mi300x", nil, "750.0 W"),
      ("nvidia_a2", nil, "60.0 W"),
      ("a10g", nil, "not known"),
      ("a10g", "memory", "24.0 GB"),
      ("groq_lpu_v1", "memory", "0.23 GB"),
      ("llama_3_3_70b", nil, "70554000000.0 param"),
      ("llama_3_3_70b", "parameters", "70554000000.0 param"),
      ("llama_3_3_70b", "active", "70554000000.0 param"),
      ("llama_3_3_70b", "layers", "80.0 "),
      ("llama_3_3_70b", "kv_heads", "8.0 "),
      ("llama_3_3_70b", "kv_bytes_per_token", "327680.0 B/t"),
      ("llama_3_3_70b", "experts", "not known"),
      ("llama_3_3_70b", "tied_embeddings", "no"),
      ("deepseek_v3", "experts", "256.0 "),
      ("deepseek_v3", "latent", "512.0 "),
      ("deepseek_v3", "query_rank", "1536.0 "),
      ("deepseek_v3", "dense_layers", "3.0 "),
      ("deepseek_v2_lite", "query_rank", "not known"),
      ("gpt_oss_120b", "expert_bits", "4.25 bit"),
      ("qwen2_5_7b", "qkv_bias", "yes"),
      ("llama_3_3_70b", "latent", "not known"),
      ("gb200_nvl72", "gpus", "72.0 "),
      ("gb200_superchip", "gpus", "2.0 "),
      ("gb200", "gpus", "1.0 "),
      ("claude_sonnet_4_guess", nil, "440000000000.0 param"),
      ("claude_sonnet_4_guess", "active", "44000000000.0..132000000000.0 param"),
      ("gpt_4o_mini_guess", nil, "8000000000.0..28000000000.0 param"),
      ("gpt_4o_epoch_baseline", nil, "not known"),
      ("gpt_4o_epoch_baseline", "active", "100000000000.0 param"),
      ("grid.FRA", nil, "44.18 gCO2e/kWh"),
      ("grid.FRA", "water", "3.6737 L/kWh"),
      ("grid.FRA", "primary_energy", "9.3135 MJ/kWh"),
      ("grid.FRA", "region", "France"),
      ("grid.FRA", "year", "not known"),
      ("grid.FRA.codecarbon", nil, "56.039 gCO2e/kWh"),
      ("grid.FRA.codecarbon", "year", "2023.0 "),
      ("grid.FRA.codecarbon", "water", "not known"),
      ("grid.FRA.ecologits", nil, "44.18 gCO2e/kWh"),
      ("grid.US_OH", nil, "598.58 gCO2e/kWh"),
      ("grid.WORLD", nil, "473.01 gCO2e/kWh"),
      ("grid.WORLD.green_algorithms_tool", nil, "475.0 gCO2e/kWh"),
      ("grid.gcp_europe_west9", "code", "GCP:europe-west9"),
      ("facility.google_fleet", nil, "1.09 "),
      ("facility.google_fleet", "wue", "0.999 L/kWh"),
      ("facility.google_fleet.datacenterdynamics", nil, "1.1 "),
      ("facility.industry_average", nil, "1.56 "),
      ("facility.industry_average.uptime_institute_2022", nil, "1.55 "),
      ("facility.anthropic_on_aws_google", nil, "1.09..1.14 "),
      ("facility.anthropic_on_aws_google", "wue", "0.13..0.999 L/kWh"),
      ("facility.openai_on_azure", nil, "1.2 "),
      ("facility.openai_on_azure.jegham", nil, "1.12 "),
      ("h100", nil, "no entry"),
      ("FRA", nil, "no entry"),
      ("grid.fra", nil, "no entry"),
      ("grid.", nil, "no entry"),
      ("", nil, "no entry"),
      ("h100_sxm.memory", nil, "no entry"),
    ] as [(String, String?, String)])
  func `a figure, as the data has it`(id: String, field: String?, shown: String) {
    #expect(figure(id, field) == shown)
  }

  @Test func `an entry says what it is and where it is from`() throws {
    let card = try #require(Catalog.entry("h100_sxm"))
    #expect(card.kind == .accelerator)
    #expect(card.title == "H100 SXM5 80GB")
    #expect(card.plainField == "board_power")
    #expect(card.source.hasPrefix("SemiAnalysisAI/InferenceX-app"))
    #expect(card.confidence == "high")
    #expect(card.note.hasPrefix("ridge point"))
    #expect(card.alternatives.isEmpty)
    #expect(card.fields.map(\.name).suffix(3) == ["source", "confidence", "note"])
  }

  @Test func `the other rows are had by their source`() throws {
    #expect(Catalog.entry("grid.FRA")?.alternatives == ["grid.FRA.codecarbon"])
    #expect(Catalog.entry("grid.FRA.codecarbon")?.alternatives == [])
    #expect(Catalog.entry("grid.FRA.codecarbon")?.id == "grid.FRA.codecarbon")
    #expect(
      Catalog.entry("facility.google_fleet")?.alternatives
        == ["facility.google_fleet.datacenterdynamics"])
    #expect(
      Catalog.entry("facility.industry_average")?.alternatives == [
        "facility.industry_average.uptime_institute_2023",
        "facility.industry_average.uptime_institute_2022",
      ])
  }

  @Test func `lists are in the order of the files`() {
    #expect(Catalog.ids(.accelerator).prefix(2) == ["v100_pcie", "v100_sxm"])
    #expect(Catalog.ids(.model).last == "gpt_4o_epoch_baseline")
    #expect(Catalog.ids(.grid).prefix(2) == ["grid.ARG", "grid.AUS"])
    #expect(Catalog.ids(.facility).prefix(2) == ["facility.google_fleet", "facility.google_cloud"])
    #expect(Catalog.Kind.allCases.map { Catalog.ids($0).count } == [62, 59, 169, 21])
    #expect(Catalog.allIds.count == 62 + 59 + 169 + 21)
  }
}

/// What holds for every row.
@Suite struct Laws {
  @Test(arguments: Catalog.Kind.allCases)
  func `every row parses, and its numbers are numbers`(kind: Catalog.Kind) throws {
    for id in Catalog.ids(kind) {
      let entry = try #require(Catalog.entry(id))
      for name in [id] + entry.alternatives {
        let entry = try #require(Catalog.entry(name), "\(name)")
        #expect(entry.id == name && entry.kind == kind)
        #expect(!entry.title.isEmpty && !entry.source.isEmpty, "\(name)")
        #expect(["high", "medium", "low"].contains(entry.confidence), "\(name)")
        #expect(entry.field(entry.plainField) != nil)
        for (column, field) in zip(kind.columns, entry.fields) {
          switch (column.content, field.figure) {
          case (_, .notKnown), (.text, .text): break
          case (.number(let unit, _), .number(let value, let shown)):
            #expect(unit == shown && value > 0 && value.isFinite, "\(name).\(field.name)")
          case (.number(let unit, _), .bracket(let low, let high, let shown)):
            #expect(unit == shown && 0 < low && low < high, "\(name).\(field.name)")
          default: Issue.record("\(name).\(field.name) is no number: \(field.figure)")
          }
        }
      }
    }
  }

  @Test func `every id is one thing and a legal name`() {
    #expect(Set(Catalog.allIds).count == Catalog.allIds.count)
    for id in Catalog.allIds {
      let parts = (Catalog.entry(id)?.alternatives ?? []) + [id]
      for part in parts.flatMap({ $0.split(separator: ".") }) {
        #expect(
          part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }, "\(id)")
        #expect(part.first?.isNumber == false, "\(id)")
      }
    }
    // So that a forgotten `a2` is never a card of 60 W.
    for id in Catalog.ids(.accelerator) + Catalog.ids(.model) { #expect(id.count > 3, "\(id)") }
  }

  @Test func `a source's short name is never a field`() {
    for kind in Catalog.Kind.allCases {
      let fields = Set((kind.columns + CatalogColumn.provenance).map(\.field))
      #expect(fields.count == kind.columns.count + 3)
      for id in Catalog.ids(kind) {
        for other in Catalog.entry(id)?.alternatives ?? [] {
          #expect(!fields.contains(String(other.dropFirst(id.count + 1))), "\(other)")
        }
      }
    }
  }

  @Test(arguments: [
    ("mlco2/codecarbon (2026-08 snapshot) codecarbon/data", "codecarbon"),
    ("GreenAlgorithms/green-algorithms-tool data/v3.0", "green_algorithms_tool"),
    ("datacenterdynamics.com 2024-12 AWS global", "datacenterdynamics"),
    ("cloud-carbon-footprint packages/*/src", "cloud_carbon_footprint"),
    ("Jegham et al. 2025", "jegham"),
    ("Uptime Institute 2022 survey", "uptime_institute"),
    ("Computer Weekly via briefly.co 2025", "computer_weekly"),
    ("", "unnamed"),
  ])
  func `short names of sources`(source: String, slug: String) {
    #expect(SourceSlug.of(source) == slug)
  }

  @Test func `rows that no year tells apart are numbered`() {
    #expect(
      SourceSlug.of([("A", "2023"), ("A", ""), ("A", ""), ("B", "2023")]) == [
        "a_2023", "a", "a_3", "b",
      ])
  }

  @Test(arguments: [
    ("44-132", Catalog.Figure.bracket(low: 44, high: 132, unit: "W")),
    ("0.13-0.99", .bracket(low: 0.13, high: 0.99, unit: "W")),
    ("-5", .number(-5, unit: "W")),
    ("1e-5", .number(1e-5, unit: "W")),
    ("", .notKnown),
    ("9-3", .text("9-3")),
    ("about 5", .text("about 5")),
  ])
  func `what a cell says`(cell: String, figure: Catalog.Figure) {
    #expect(CatalogFile.figure(cell, .number(unit: "W", exponent: 0)) == figure)
  }
}

/// The data is what was received, and what is built in is the data.
@Suite struct Copies {
  static let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  static func bytes(_ path: String) throws -> [UInt8] {
    let file = try #require(fopen("/\(folder)/Sources/EnergyCore/Data/\(path)", "r"), "\(path)")
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes[..<count])
  }

  /// FNV-1a, 64 bits; the expected values were computed by a Python program over the originals.
  static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  @Test(arguments: [
    ("accelerators.csv", 0xe05b_751f_3bf3_fd06 as UInt64),
    ("models.csv", 0x85b3_ac84_8132_a0e7),
    ("grid_intensity.csv", 0xcea5_39b5_91e6_14f5),
    ("facilities.csv", 0xe5a8_cf3b_cd1a_5e65),
  ])
  func `files are the originals, but for the columns added`(path: String, hash: UInt64) throws {
    let added: Set<String> = [
      "facilities.csv id", "accelerators.csv gpus", "models.csv dense_layers",
      "models.csv qkv_bias", "models.csv latent", "models.csv rope_dim", "models.csv nope_dim",
      "models.csv value_dim", "models.csv query_rank", "models.csv expert_bits",
    ]
    let lines = try Self.bytes(path).split(separator: UInt8(ascii: "\n")).map(Self.cells)
    let kept = lines[0].indices.filter {
      !added.contains("\(path) \(String(decoding: lines[0][$0], as: UTF8.self))")
    }
    let bytes = lines.flatMap { line in
      kept.map { line[$0] }.joined(separator: [UInt8(ascii: ",")]) + [10]
    }
    #expect(Self.hash(Array(bytes)) == hash)
  }

  /// The cells of a line as they are written, quotes and all.
  static func cells(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var isQuoted = false
    return line.split(omittingEmptySubsequences: false) { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == UInt8(ascii: ",") && !isQuoted
    }
  }

  @Test func `what is built in is what the files say`() throws {
    let pairs: [(String, StaticString)] = [
      ("accelerators.csv", EmbeddedData.accelerators), ("models.csv", EmbeddedData.models),
      ("grid_intensity.csv", EmbeddedData.gridIntensity),
      ("facilities.csv", EmbeddedData.facilities),
    ]
    for (path, text) in pairs {
      // A literal ends before its last line end.
      let embedded = text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) } + "\n"
      #expect(
        embedded == String(decoding: try Self.bytes(path), as: UTF8.self),
        "\(path) is stale: run scripts/embed")
    }
  }

  @Test func `the data's README states the version`() throws {
    let text = String(decoding: try Self.bytes("README.md"), as: UTF8.self)
    #expect(text.contains("Version \(Catalog.version)."))
  }

  @Test(arguments: Catalog.Kind.allCases)
  func `the text is CSV without a fault`(kind: Catalog.Kind) throws {
    let text =
      switch kind {
      case .accelerator: EmbeddedData.accelerators
      case .model: EmbeddedData.models
      case .grid: EmbeddedData.gridIntensity
      case .facility: EmbeddedData.facilities
      }
    var reader = CSVReader(text.withUTF8Buffer { Array($0) })
    #expect(try reader.next())
    let heads = reader.texts
    #expect(heads.first == "id" && Set(heads).count == heads.count)
    for column in kind.columns { #expect(heads.contains(column.column), "\(column.column)") }
    while try reader.next() { #expect(reader.count == heads.count, "line \(reader.line)") }
  }
}
