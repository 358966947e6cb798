import Engine

/// From which samples a report was found: the line below a table, a comparison, a list of inputs.
///
/// Values in a line are told apart by `:samples` and `:seed`; JSON has both with each value.
struct SamplingRemark {
  /// `from 16384 samples (seed 1)`
  let text: String

  /// nil where nothing in the outcome rests on samples.
  init?(_ outcome: Outcome) {
    let values: [Value?]
    switch outcome {
    case .table(let table): values = table.columns.map(\.value)
    case .comparison(let comparison):
      values = comparison.rows.flatMap { $0.values + $0.below }
    case .attribution(let attribution): values = [attribution.before, attribution.after]
    case .inputs(let assumptions): values = [assumptions.value] + assumptions.leaves.map(\.value)
    default: return nil
    }
    var least: Int?
    var seed: UInt64 = 0
    for value in values {
      guard let sampling = value?.distributed?.sampling ?? value?.errors?.sampling else { continue }
      seed = sampling.seed
      let used = value?.distributed?.samples ?? value?.errors?.samples
      least = min(least ?? .max, used ?? sampling.count)
    }
    guard let least else { return nil }
    text = "from \(least) samples (seed \(seed))"
  }
}
