import Engine

/// What a value along an axis is made of: reductions, running sums, interpolation.
extension RemarkWords {
  func words(_ terms: Derivation.Remark.Terms) -> String {
    switch terms {
    case .added(1): "one value"
    case .added(let count): "\(count) values added"
    case .averaged(1): "one value, which is its own mean"
    case .averaged(let count): "\(count) values added and divided by their number"
    case .least(let count, let at): "the least of \(count), at \(at)"
    case .greatest(let count, let at): "the greatest of \(count), at \(at)"
    case .leastThere(let what, let amount, let count):
      "\(what) is least there, \(text(amount)), of \(count)"
    case .greatestThere(let what, let amount, let count):
      "\(what) is greatest there, \(text(amount)), of \(count)"
    case .middle(let count): "the middle one of \(count) in rising order"
    case .middleTwo(let count): "the mean of the middle two of \(count) in rising order"
    case .holds(let what, let labels): holds(what, labels)
    case .first(let count, let at): "the first of \(count), at \(at)"
    case .last(let count, let at): "the last of \(count), at \(at)"
    case .cut: "the last but one stands for those between"
    case .upTo(let number, let count): "the first \(number) of \(count) values"
    case .fromTo(let one, let other): "from \(one) to \(other)"
    case .rising(let number, let count): "number \(number) of \(count) in rising order"
    case .fromTheEnd(let number, let count): "number \(number) of \(count) from the end"
    case .firstValue: "the first value"
    case .between(let one, let other, let share, let isRatio):
      "between \(one) and \(other), \(text(share * 100)) % of the way"
        + (isRatio ? " in ratio" : "")
    case .area(let below, let along, 1): "the area below \(below) along \(along): a trapezoid"
    case .area(let below, let along, let steps):
      "the area below \(below) along \(along): \(steps) trapezoids"
    case .inOrder(let one, let other, let count, let share):
      "between numbers \(one) and \(other) of \(count) in rising order, "
        + "\(text(share * 100)) % of the way"
    case .place(let number, let count): "number \(number) of \(count) in rising order"
    case .squares(let count, let mean):
      "the mean of the squares of what each of \(count) is away from their mean, \(text(mean))"
    case .group(let by, let label, let count, let all):
      "\(by) = \(label): \(count) of \(all) values"
    case .oneOfTheLabels(let label): "\(label) is one of the labels"
    }
  }

  private func holds(_ what: String, _ labels: [String]) -> String {
    if labels.isEmpty { return "\(what) holds nowhere" }
    let more = labels.count > 4 ? " and \(labels.count - 4) more" : ""
    return "\(what) holds at \(labels.prefix(4).joined(separator: "; "))\(more)"
  }
}
