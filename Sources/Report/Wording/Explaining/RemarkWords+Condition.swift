import Engine

/// Conditions: which branch is taken and why, and how far apart two values are.
extension RemarkWords {
  func words(_ condition: Derivation.Remark.Condition) -> String {
    switch condition {
    case .taken(let condition, holds: true): "\(condition) holds: the branch after then"
    case .taken(let condition, holds: false): "\(condition) does not hold: the branch after else"
    case .gap(let amount, let share):
      "they differ by \(text(amount))"
        + (share.map { ", \(text(100 * $0, digits: 3)) %" } ?? "")
    case .same: "they are the same"
    }
  }
}
