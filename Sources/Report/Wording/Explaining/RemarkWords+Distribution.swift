import Engine

/// Distributions: which of their numbers stands in a line, and how many samples the whole has.
extension RemarkWords {
  func words(_ distribution: Derivation.Remark.Distribution) -> String {
    switch distribution {
    case .everyMedian(false): "every distribution at its median:"
    case .everyMedian(true):
      "every distribution at its median, every bracket at its best guess:"
    case .atMedians: "every distribution at its median"
    case .medianOf(let whole): "the median of \(whole)"
    case .correlated(let words): words
    case .certain(let holds):
      "certain: it \(holds ? "holds" : "does not hold"), and no distribution is in it"
    case .samples(let count, let seed, let spread):
      (spread.map { "(\($0)) " } ?? "") + "from \(count) samples, seed \(seed)"
    case .statistic(.share, let of, _, let count, let seed):
      "the share of \(count) samples, seed \(seed), in which \(of) holds"
    case .statistic(let statistic, let of, let spread, let count, let seed):
      "\(words(statistic)) \(of)\(spread.map { "; \(of) is \($0)" } ?? ""), "
        + "from \(count) samples, seed \(seed)"
    }
  }

  private func words(_ statistic: Derivation.Remark.Statistic) -> String {
    switch statistic {
    case .mean: "the mean of"
    case .median: "the median of"
    case .deviation: "the standard deviation of"
    case .variance: "the variance of"
    case .quantile(let share): "the \(text(share * 100)) % point of"
    case .share: "the share of"
    }
  }
}
