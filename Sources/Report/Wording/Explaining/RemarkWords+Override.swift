import Engine

/// What stands in for something else: `under worst, instead of 1.2`.
extension RemarkWords {
  func words(_ override: Derivation.Remark.Override) -> String {
    let head = override.scenario.map { "under \($0)" } ?? "with"
    guard let replaced = override.replaced else { return head }
    let before =
      switch replaced {
      case .amount(let amount): text(amount)
      case .range(let low, let high): text(low, to: high)
      case .text(let text): text
      case .list(let count, let axes):
        "\(count) values\(axes.isEmpty ? "" : " over \(axes.joined(separator: ", "))")"
      }
    return "\(head), was \(before)"
  }
}
