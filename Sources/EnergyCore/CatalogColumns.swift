/// How a column of the data becomes a field.
struct CatalogColumn: Sendable {
  enum Content: Sendable {
    /// a number, or a range `44-132`; in `unit` once `exponent` powers of ten are put to it
    case number(unit: String, exponent: Int)
    case text
  }

  /// the head of the column
  var column: String
  /// the name of the field
  var field: String
  var content: Content
  var summary: String

  static func number(
    _ column: String, _ field: String, _ unit: String, exponent: Int = 0, _ summary: String
  ) -> CatalogColumn {
    CatalogColumn(
      column: column, field: field, content: .number(unit: unit, exponent: exponent),
      summary: summary)
  }

  static func text(_ column: String, _ field: String, _ summary: String) -> CatalogColumn {
    CatalogColumn(column: column, field: field, content: .text, summary: summary)
  }

  /// What every kind has, at the end.
  static let provenance: [CatalogColumn] = [
    text("source", "source", "where the figures come from"),
    text("confidence", "confidence", "high, medium or low"),
    text("note", "note", "what to know before using it"),
  ]
}

/// What the rows of a kind say, in the order in which it is shown. The first is the plain value.
extension Catalog.Kind {
  var columns: [CatalogColumn] {
    switch self {
    case .accelerator: Self.acceleratorColumns
    case .model: Self.modelColumns
    case .grid: Self.gridColumns
    case .facility: Self.facilityColumns
    }
  }

  /// The column that holds the title.
  var titleColumn: String {
    switch self {
    case .accelerator, .model: "name"
    case .grid: "region"
    case .facility: "operator"
    }
  }

  private static let acceleratorColumns: [CatalogColumn] = [
    .number("tdp_w", "board_power", "W", "power limit of the thing named in the title"),
    .number("memory_gb", "memory", "GB", "memory"),
    .number("memory_bandwidth_gbps", "bandwidth", "GB/s", "peak memory bandwidth"),
    .number("peak_bf16_dense_tflops", "bf16", "TFLOP/s", "dense BF16 peak (FP16 where no BF16)"),
    .number("peak_fp8_dense_tflops", "fp8", "TFLOP/s", "dense FP8 peak"),
    .number("gpus", "gpus", "", "accelerators in the thing named in the title"),
    .text("form", "form", "board, module, superchip, rack …"),
    .text("vendor", "vendor", "who makes it"),
    .number("year", "year", "", "year of introduction"),
  ]

  private static let modelColumns: [CatalogColumn] = [
    .number("params_total_b", "parameters", "param", exponent: 9, "all parameters"),
    .number("params_active_b", "active", "param", exponent: 9, "parameters used for one token"),
    .number("layers", "layers", "", "transformer layers"),
    .number("hidden", "hidden", "", "width of the residual stream"),
    .number("heads", "heads", "", "attention heads of a layer"),
    .number("kv_heads", "kv_heads", "", "key-value heads of a layer"),
    .number("head_dim", "head_dim", "", "width of a head"),
    .number("ffn", "ffn", "", "width of the feed-forward layer"),
    .number("vocab", "vocab", "", "size of the vocabulary"),
    .number("experts", "experts", "", "routed experts of a layer"),
    .number("experts_per_token", "experts_per_token", "", "routed experts used for one token"),
    .number("shared_experts", "shared_experts", "", "experts used for every token"),
    .number("moe_ffn", "moe_ffn", "", "width of one expert"),
    .number(
      "kv_bytes_per_token_bf16", "kv_bytes_per_token", "B/t",
      "key-value cache of one token of one sequence, BF16"),
    .text("tied_embeddings", "tied_embeddings", "whether input and output embeddings are one"),
    .number("dense_layers", "dense_layers", "", "layers of a mixture that have no experts"),
    .text("qkv_bias", "qkv_bias", "whether queries, keys and values have a bias"),
    .number("latent", "latent", "", "width of the latent of keys and values (latent attention)"),
    .number("rope_dim", "rope_dim", "", "width of a key with rotary positions (latent attention)"),
    .number("nope_dim", "nope_dim", "", "width of a key without positions (latent attention)"),
    .number("value_dim", "value_dim", "", "width of a value (latent attention)"),
    .number("query_rank", "query_rank", "", "width of the latent of queries (latent attention)"),
    .number(
      "expert_bits", "expert_bits", "bit",
      "bits of a parameter of an expert, where weights are published in mixed precision"),
  ]

  private static let gridColumns: [CatalogColumn] = [
    .number("gCO2e_per_kWh", "intensity", "gCO2e/kWh", "emissions of a kilowatt hour"),
    .number("water_l_per_kwh_generation", "water", "L/kWh", "water used by generation"),
    .number("primary_energy_mj_per_kwh", "primary_energy", "MJ/kWh", "primary energy used"),
    .text("region", "region", "country, state or cloud region"),
    .text("iso", "code", "ISO code, or the provider's name of its region"),
    .number("year", "year", "", "year of the figures"),
    .text("basis", "basis", "what was averaged, and how"),
  ]

  private static let facilityColumns: [CatalogColumn] = [
    .number("pue", "pue", "", "power usage effectiveness: facility energy / IT energy"),
    .number("wue_l_per_kwh", "wue", "L/kWh", "water used on site for IT energy"),
    .text("operator", "operator", "who runs it, and what is counted"),
    .number("year", "year", "", "year of the figures"),
  ]
}
