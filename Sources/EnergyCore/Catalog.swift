import Units

/// The catalog: accelerators, models, grids and facilities, each figure with its source.
///
/// ```
/// Catalog.entry("h100_sxm")?.plain      // 700 W
/// Catalog.entry("grid.FRA")?.source
/// ```
///
/// The CSV text is indexed by id at the first question; a row is parsed when it is asked for.
public enum Catalog {
  public enum Kind: String, CaseIterable, Sendable {
    case accelerator, model, grid, facility
  }

  /// One figure of a row.
  public enum Figure: Sendable, Equatable {
    /// in `unit`, a text such as `GB/s`, `FLOP/s`, `gCO2e/kWh` or an empty one
    case number(Double, unit: String)
    /// a cell such as `44-132`
    case bracket(low: Double, high: Double, unit: String)
    case text(String)
    /// an empty cell: nobody whom we read says
    case notKnown
  }

  public struct Field: Sendable {
    /// `memory`, `bandwidth`, `bf16` …
    public var name: String
    public var figure: Figure
    /// one line of documentation: *dense BF16 peak*
    public var summary: String
  }

  public struct Entry: Sendable {
    public var id: String
    public var kind: Kind
    /// `H100 SXM5 80GB`
    public var title: String
    /// the name of the field that is the plain value: `board_power`, `parameters`, `intensity`, `pue`
    public var plainField: String
    public var fields: [Field]
    public var source: String
    public var confidence: String
    public var note: String
    /// further rows for the same thing, `grid.FRA.codecarbon` under its own id
    public var alternatives: [String]

    public var plain: Figure { fields.first { $0.name == plainField }?.figure ?? .notKnown }
  }

  public static func entry(_ id: String) -> Entry? { nil }
  /// All ids of a kind, in the order of the file (without the alternatives).
  public static func ids(_ kind: Kind) -> [String] { [] }
}
