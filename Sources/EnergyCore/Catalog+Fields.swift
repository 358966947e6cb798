/// What the fields of a kind are, whichever row is asked.
extension Catalog.Kind {
  /// `board_power`, `memory` …, then `source`, `confidence`, `note` and `title`.
  public var fieldNames: [String] { (columns + CatalogColumn.provenance).map(\.field) + ["title"] }

  /// What a field says: `dense FP8 peak`; nil for one that the kind has not.
  public func meaning(ofField name: String) -> String? {
    (columns + CatalogColumn.provenance).first { $0.field == name }?.summary
  }

  /// The unit of a field of numbers; nil for a field of text.
  public func unit(ofField name: String) -> String? {
    guard let column = columns.first(where: { $0.field == name }) else { return nil }
    if case .number(let unit, _) = column.content { return unit }
    return nil
  }
}
