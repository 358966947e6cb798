import Engine

/// Brackets: which end of the whole begins, and where in its range a literal stands.
extension RemarkWords {
  func words(_ bracket: Derivation.Remark.Bracket) -> String {
    switch bracket {
    case .lowEnd: "the low end"
    case .highEnd: "the high end"
    case .bestGuess: "the best guess"
    case .middle: "the middle"
    case .share(let share): "\(text(share * 100)) % of the way"
    case .end(let isLow, let places):
      (isLow ? "low end" : "high end") + (places.isEmpty ? "" : ": \(words(places))")
    case .depends(let sources):
      "depends on \(sources.map { SourceName.words($0) { $0 } }.joined(separator: ", ")); at the best guess:"
    case .at(let places): "at \(words(places))"
    case .endByEnd: "low with low, and high with high"
    case .everyBestGuess: "every bracket at its best guess"
    }
  }

  private func words(_ places: [Derivation.Remark.Place]) -> String {
    places.map { "\($0.name) = \(text($0.amount))" }.joined(separator: ", ")
  }
}
