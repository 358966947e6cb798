import CSV

/// Measured runs of the data files as tables of columns, by name.
///
/// ```
/// Measurements.named("llama_3_3_70b_h100")   // power, rate … by batch, of ML.ENERGY
/// Measurements.named("tensoreconomics")      // a whole sweep, row by row
/// ```
package struct Measurements: Sendable {
  /// A column of texts as they stand in the file; `unit` is nil for one that is no number.
  package struct Column: Sendable {
    package let name: String
    package let unit: String?
    package var cells: [String]
  }
  package let name: String
  package var columns: [Column]
  /// the column whose values the rows go by; nil where they are counted
  package let key: String?
  /// how many rows
  package var count: Int { columns.first?.cells.count ?? 0 }

  package static func named(_ name: String) -> Measurements? { all[name] }

  /// In alphabetical order.
  package static let names: [String] = all.keys.sorted()

  private static let all: [String: Measurements] = {
    var all = energy()
    all["tensoreconomics"] = sweep()
    return all
  }()

  /// heads of a file, as a field and its unit
  private typealias Heads = [(head: String, field: String, unit: String?)]

  private static let energyHeads: Heads = [
    ("max_batch", "batch", ""), ("avg_batch", "running", ""), ("num_gpus", "gpus", "gpu"),
    ("gpu_power_w_total", "power", "W"), ("output_tokens_per_s", "rate", "t/s"),
    ("j_per_output_token", "per_token", "J/t"), ("j_per_request", "per_request", "J/request"),
    ("avg_output_tokens", "length", "t/request"), ("median_itl_ms", "token_time", "ms/t"),
    ("model", "model", nil), ("task", "task", nil), ("weight_precision", "precision", nil),
    ("source", "source", nil), ("confidence", "confidence", nil),
  ]

  private static let sweepHeads: Heads = [
    ("model", "model", nil), ("gpus", "gpus", ""), ("input_tokens", "input", "t"),
    ("output_tokens", "output", "t"), ("batch", "batch", ""), ("elapsed_s", "elapsed", "s"),
    ("tokens_per_s_ratio_of_means", "rate", "t/s"),
    ("tokens_per_s_mean_of_runs", "rate_of_runs", "t/s"),
    ("tokens_per_s_in_plus_out", "rate_in_and_out", "t/s"), ("source", "source", nil),
    ("confidence", "confidence", nil),
  ]

  /// The sweep of Mazurek and Gabriel 2025, all of it.
  private static func sweep() -> Measurements {
    var table = Measurements("tensoreconomics", sweepHeads, key: nil)
    table.add(rows(of: EmbeddedData.throughputTensoreconomics))
    return table
  }

  /// The runs of ML.ENERGY, one table for each model and machine. A model's chats on the machine with
  /// most runs have the plain name; other tasks and numbers of cards say so behind it.
  private static func energy() -> [String: Measurements] {
    var groups: [[String]: [[String: String]]] = [:]
    for row in rows(of: EmbeddedData.measuredEnergyH100) {
      let parts = ["model", "gpu", "task", "num_gpus"].map { row[$0] ?? "" }
      groups[parts, default: []].append(row)
    }
    var all: [String: Measurements] = [:]
    let order = groups.keys.sorted {
      let (a, b) = (groups[$0]?.count ?? 0, groups[$1]?.count ?? 0)
      let (chatA, chatB) = ($0[2] == chat, $1[2] == chat)
      if chatA != chatB { return chatA }
      return a != b ? a > b : $0.lexicographicallyPrecedes($1)
    }
    for parts in order {
      let plain = slug(parts[0]) + "_" + slug(parts[1])
      var name = plain
      if all[name] != nil, parts[2] != chat { name += "_" + slug(parts[2]) }
      if all[name] != nil { name += "_" + parts[3] }
      var table = Measurements(name, energyHeads, key: "batch")
      var seen: Set<String> = []
      table.add((groups[parts] ?? []).filter { seen.insert($0["max_batch"] ?? "").inserted })
      all[name] = table
    }
    return all
  }

  private static let chat = "lm-arena-chat"

  /// `meta-llama/Llama-3.3-70B-Instruct` is `llama_3_3_70b`.
  private static func slug(_ text: String) -> String {
    var name = ""
    for character in (text.split(separator: "/").last ?? "").lowercased() {
      if character.isLetter || character.isNumber {
        name.append(character)
      } else if name.last != "_" {
        name.append("_")
      }
    }
    for ending in ["_instruct", "_it"] where name.hasSuffix(ending) {
      name.removeLast(ending.count)
    }
    return name.replacing("_instruct_", with: "_")
  }

  private init(_ name: String, _ heads: Heads, key: String?) {
    self.name = name
    self.key = key
    self.heads = heads.map(\.head)
    columns = heads.map { Column(name: $0.field, unit: $0.unit, cells: []) }
  }

  /// as they stand in the file, column by column
  private let heads: [String]

  private mutating func add(_ rows: [[String: String]]) {
    for row in rows {
      for (index, head) in heads.enumerated() { columns[index].cells.append(row[head] ?? "") }
    }
  }

  private static func rows(of text: StaticString) -> [[String: String]] {
    var reader = CSVReader(text.withUTF8Buffer { Array($0) })
    guard (try? reader.next()) == true else { return [] }
    let heads = reader.texts
    var rows: [[String: String]] = []
    while (try? reader.next()) == true {
      rows.append(Dictionary(uniqueKeysWithValues: zip(heads, reader.texts)))
    }
    return rows
  }
}
