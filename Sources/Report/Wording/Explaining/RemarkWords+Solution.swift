import Engine

/// What `solve`, `minimize` and `maximize` found, and the answer of a derivation.
extension RemarkWords {
  func words(_ solution: Derivation.Remark.Solution) -> String {
    switch solution {
    case .turned(let equation): "\(equation), turned around"
    case .least(let goal): "\(goal) is least there"
    case .greatest(let goal): "\(goal) is greatest there"
    case .putBack(let left, let amount): "put back, \(left) is \(text(amount)) as it should be"
    }
  }

  func words(_ result: Derivation.Remark.Result) -> String {
    switch result {
    case .outerBound: "an outer bound"
    case .nothingBeyond: "an outer bound: no value is beyond it"
    case .inOneStep: "all of it in one step"
    }
  }
}
