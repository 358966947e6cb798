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
    case .end(let isLow, let places, let isReached):
      (isLow ? "low end" : "high end") + (isReached ? "" : ", not reached here")
        + (places.isEmpty ? "" : ": \(words(places))")
    case .ordinal(let number): "the \(Self.ordinal(number)) that is spelt so"
    case .depends(let sources):
      "depends on \(sources.map { SourceName.words($0) { $0 } }.joined(separator: ", ")); at the best guess:"
    case .at(let places): "at \(words(places))"
    case .endByEnd: "low with low, and high with high"
    case .everyBestGuess: "every bracket at its best guess"
    }
  }

  private func words(_ places: [Derivation.Remark.Place]) -> String {
    places.map { place in
      let which = place.ordinal.map { " (the \(Self.ordinal($0)))" } ?? ""
      return "\(place.name)\(which) = \(text(place.amount))"
    }.joined(separator: ", ")
  }

  /// `second`, `12th`
  private static func ordinal(_ number: Int) -> String {
    let words = ["first", "second", "third", "fourth", "fifth", "sixth"]
    return words.indices.contains(number - 1) ? words[number - 1] : "\(number)th"
  }
}
