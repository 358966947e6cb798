import Units

/// The catalog: accelerators, models, grids and facilities, each figure with its source.
///
/// ```
/// Catalog.entry("h100_sxm")?.plain              // 700 W
/// Catalog.entry("grid.FRA")?.source             // genai-impact/ecologits …
/// Catalog.entry("grid.FRA")?.alternatives       // ["grid.FRA.codecarbon"]
/// ```
///
/// An id is the name by which a user writes the thing: the `id` column of the data, for grids and
/// facilities after `grid.` and `facility.`. Of several rows with one id the first is the value;
/// every row can also be had by its source (`SourceSlug`), `grid.FRA.codecarbon`.
///
/// The CSV text of a kind is indexed by id at the first question about it; a row is parsed each
/// time it is asked for.
///
/// - Complexity: the first question about a kind reads its text once (under 0.5 ms for the largest
///   one); every further one is a look-up and the parsing of one line, some microseconds.
public enum Catalog {
  /// The state of the data, as `Data/README.md` states it.
  public static let version = "2026-11"

  /// In the order in which lists show them.
  public enum Kind: String, CaseIterable, Sendable {
    case accelerator, model, grid, facility

    /// As in `:list accelerators`.
    public var plural: String {
      switch self {
      case .accelerator: "accelerators"
      case .model: "models"
      case .grid: "grids"
      case .facility: "facilities"
      }
    }
  }

  /// One figure of a row.
  public enum Figure: Sendable, Equatable {
    /// in `unit`, a text such as `GB/s`, `TFLOP/s`, `gCO2e/kWh` or an empty one
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
    /// in the order in which they are shown; `source`, `confidence` and `note` are the last
    public var fields: [Field]
    public var source: String
    /// `high`, `medium` or `low`
    public var confidence: String
    /// empty where there is nothing to say
    public var note: String
    /// further rows for the same thing, `grid.FRA.codecarbon`, each an id of its own; none for an
    /// entry that was itself asked for by its source
    public var alternatives: [String]

    public var plain: Figure { field(plainField)?.figure ?? .notKnown }

    public func field(_ name: String) -> Field? { fields.first { $0.name == name } }
  }

  /// The thing that an id names, or nil. Upper and lower case differ.
  public static func entry(_ id: String) -> Entry? {
    let prefixed = Kind.allCases.first { !$0.prefix.isEmpty && id.hasPrefix($0.prefix) }
    if let kind = prefixed { return CatalogFile.of(kind).entry(id) }
    for kind in Kind.allCases where kind.prefix.isEmpty {
      if let entry = CatalogFile.of(kind).entry(id) { return entry }
    }
    return nil
  }

  /// All ids of a kind, in the order of the file (without the alternatives).
  public static func ids(_ kind: Kind) -> [String] { CatalogFile.of(kind).ids }

  /// All ids of all kinds (without the alternatives): what a misspelt name may have meant.
  public static var allIds: [String] { Kind.allCases.flatMap { ids($0) } }
}

extension Catalog.Kind {
  /// What stands before the `id` column in the name.
  var prefix: String {
    switch self {
    case .accelerator, .model: ""
    case .grid: "grid."
    case .facility: "facility."
    }
  }
}
