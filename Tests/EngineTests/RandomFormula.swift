/// Formulas made by chance from a seed, with the value that Swift's own arithmetic gives them.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// A formula over some variables, as text and as a function.
indirect enum RandomFormula {
  case variable(Int)
  case number(Double)
  case sum(RandomFormula, RandomFormula)
  case difference(RandomFormula, RandomFormula)
  case product(RandomFormula, RandomFormula)
  /// over 1 + b², which is never 0
  case quotient(RandomFormula, RandomFormula)
  /// over a variable, which is positive
  case share(RandomFormula, Int)
  case square(RandomFormula)
  case absolute(RandomFormula)
  case least(RandomFormula, RandomFormula)
  case greatest(RandomFormula, RandomFormula)
  /// exp(−|a| / 4)
  case decay(RandomFormula)
  /// √(|a| + 1)
  case root(RandomFormula)

  static func made(
    of variables: Int, depth: Int, _ random: inout SplitMix
  ) -> RandomFormula {
    if depth == 0 {
      return Int.random(in: 0..<5, using: &random) == 0
        ? .number(Double(Int.random(in: 1...9, using: &random)) / 2)
        : .variable(Int.random(in: 0..<variables, using: &random))
    }
    let less = Int.random(in: max(0, depth - 2)..<depth, using: &random)
    let a = made(of: variables, depth: depth - 1, &random)
    let b = made(of: variables, depth: less, &random)
    switch Int.random(in: 0..<13, using: &random) {
    case 0, 1: return .sum(a, b)
    case 2, 3: return .difference(a, b)
    case 4, 5: return .product(a, b)
    case 6: return .quotient(a, b)
    case 7: return .share(a, Int.random(in: 0..<variables, using: &random))
    case 8: return .square(a)
    case 9: return .absolute(a)
    case 10: return Bool.random(using: &random) ? .least(a, b) : .greatest(a, b)
    case 11: return .decay(a)
    default: return .root(a)
    }
  }

  func text(_ names: [String]) -> String {
    func t(_ formula: RandomFormula) -> String { formula.text(names) }
    switch self {
    case .variable(let i): return names[i]
    case .number(let value): return "\(value)"
    case .sum(let a, let b): return "(\(t(a)) + \(t(b)))"
    case .difference(let a, let b): return "(\(t(a)) - \(t(b)))"
    case .product(let a, let b): return "\(t(a)) * \(t(b))"
    case .quotient(let a, let b): return "(\(t(a)) / (1 + (\(t(b)))^2))"
    case .share(let a, let i): return "(\(t(a)) / \(names[i]))"
    case .square(let a):
      if case .product = a { return "(\(t(a)))^2" }
      if case .square = a { return "(\(t(a)))^2" }
      return "\(t(a))^2"
    case .absolute(let a): return "abs(\(t(a)))"
    case .least(let a, let b): return "min(\(t(a)), \(t(b)))"
    case .greatest(let a, let b): return "max(\(t(a)), \(t(b)))"
    case .decay(let a): return "exp(-abs(\(t(a))) / 4)"
    case .root(let a): return "sqrt(abs(\(t(a))) + 1)"
    }
  }

  func value(_ x: [Double]) -> Double {
    switch self {
    case .variable(let i): return x[i]
    case .number(let value): return value
    case .sum(let a, let b): return a.value(x) + b.value(x)
    case .difference(let a, let b): return a.value(x) - b.value(x)
    case .product(let a, let b): return a.value(x) * b.value(x)
    case .quotient(let a, let b):
      let divisor = b.value(x)
      return a.value(x) / (1 + divisor * divisor)
    case .share(let a, let i): return a.value(x) / x[i]
    case .square(let a):
      let base = a.value(x)
      return base * base
    case .absolute(let a): return abs(a.value(x))
    case .least(let a, let b): return min(a.value(x), b.value(x))
    case .greatest(let a, let b): return max(a.value(x), b.value(x))
    case .decay(let a): return exponential(-abs(a.value(x)) / 4)
    case .root(let a): return (abs(a.value(x)) + 1).squareRoot()
    }
  }
}
