import Engine

/// Which label of an axis is shown.
extension RemarkWords {
  func words(_ labels: Derivation.Remark.Labels) -> String {
    switch labels {
    case .shown(let labels):
      "for "
        + labels.map { label in
          label.axis.map { "\($0) = \(label.text), \(place(label))" } ?? place(label)
        }.joined(separator: "; ")
    case .at(let labels): at(labels)
    case .among(let labels, let count): "\(at(labels)), one of \(count) values"
    case .kept(let labels):
      labels.map { "\(place($0)) for which it holds" }.joined(separator: "; ")
    }
  }

  private func at(_ labels: [Derivation.Label]) -> String {
    // a list that labels itself: the place, not the value once more
    (labels.first?.axis == nil ? "" : "at ")
      + labels.map { label in
        label.axis.map { "\($0) = \(label.text)" }
          ?? "number \(label.position + 1) of \(label.count)"
      }.joined(separator: ", ")
  }

  /// `the first of 4`, `number 3 of 4`, `the only one`
  private func place(_ label: Derivation.Label) -> String {
    if label.count == 1 { return "the only one" }
    return label.position == 0
      ? "the first of \(label.count)" : "number \(label.position + 1) of \(label.count)"
  }
}
