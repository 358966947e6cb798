import Engine

/// Distributions: which of their numbers stands in a line, and how many samples the whole has.
extension RemarkWords {
  func words(_ distribution: Derivation.Remark.Distribution) -> String {
    switch distribution {
    case .everyMedian(false): "every distribution at its median:"
    case .everyMedian(true):
      "every distribution at its median, every bracket at its best guess:"
    case .medianOf(let whole): "the median of \(whole)"
    case .samples(let count, let seed, let of, let spread):
      (spread.map { "(\($0)) " } ?? "") + (of.map { "of \($0), " } ?? "")
        + "from \(count) samples, seed \(seed)"
    }
  }
}
