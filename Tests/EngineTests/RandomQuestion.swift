/// Questions about a machine made by chance from a seed, out of every form that tj can explain.
///
/// Each piece has its dimension and its axes by the rule that makes it, so that most questions have a
/// value: `energy` varies along `batch`, `one` is a single energy per token, `power` and `share` are
/// single too.
struct RandomQuestion {
  let hasBrackets: Bool
  private var random: SplitMix
  let definitions: String

  init(hasBrackets: Bool, _ seed: SplitMix) {
    self.hasBrackets = hasBrackets
    var random = seed
    func number(_ range: ClosedRange<Int>, over divisor: Double, _ random: inout SplitMix) -> Double
    {
      Double(Int.random(in: range, using: &random)) / divisor
    }
    let cards = Int.random(in: 1...8, using: &random)
    let card = Bool.random(using: &random) ? "h100_sxm" : "h100_pcie"
    let rates = (0..<4).map { i in number(10...90, over: 1.7, &random) * Double(i + 1) }
    let list = rates.map { "\($0)" }.joined(separator: ", ")
    let pue = number(110...150, over: 100, &random)
    self.random = random
    definitions = """
      ## The machine.
      ## source: made by chance
      node = \(cards) * \(card) * 1.1
      batch = [1, 2, 4, 8]
      tput = [\(list)] t/s over batch
      pue = \(hasBrackets ? "1.05..\(pue)" : "\(pue)")
      spare = \(hasBrackets ? "2 kW ± 10%" : "2 kW")
      x = \(number(2...9, over: 2, &random))
      jt = pue * node / tput
      half(e) = e * part where part = 1 / 2
      each(p: power, r, n = 2) = if n > 3 then p / r else w / n where w = p / r * n
      scenario worst { pue = 1.6; node = node * 1.3 }
      scenario slow from worst { tput = tput / 2 }
      """
  }

  private mutating func pick<T>(_ all: [T]) -> T {
    all[Int.random(in: 0..<all.count, using: &random)]
  }

  private mutating func number() -> String {
    "\(Double(Int.random(in: 1...40, using: &random)) / 8)"
  }

  /// - Parameter depth: how many forms stand inside each other.
  mutating func question(depth: Int) -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return "\(energy(depth)) -> kWh/Mt"
    case 1: return "solve \(power(depth - 1)) / r == \(number()) J/t for r from 1 t/s..1e6 t/s"
    case 2: return "solve jt[batch = \(label())] * \(share(depth - 1)) == 3 J/t for node"
    case 3: return "solve half(jt with batch = \(label())) == 5 J/t for pue from 0.001..1000"
    case 4: return "count(\(condition(depth, isOne: false)) over batch)"
    case 5: return "batch[\(condition(depth, isOne: false)) or batch == 2]"
    case 6: return condition(depth, isOne: true)
    case 7: return "\(energy(depth)) under worst"
    case 8: return "\(pick(["sort", "cumulative", "difference", "reverse"]))(\(energy(depth)))"
    case 9, 10: return one(depth)
    default: return energy(depth)
    }
  }

  private mutating func label() -> String { pick(["1", "2", "4", "8"]) }

  /// Along `batch`.
  private mutating func energy(_ depth: Int) -> String {
    if depth <= 0 { return pick(["jt", "node / tput", "2 kW / tput", "spare / tput"]) }
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return "(\(energy(depth - 1)) + \(energy(depth - 1)))"
    case 1: return "\(energy(depth - 1)) * \(share(depth - 1))"
    case 2: return "half(\(energy(depth - 1)))"
    case 3: return "each(\(power(depth - 1)), tput)"
    case 4: return "each(\(power(depth - 1)), tput, n = \(number()))"
    case 5:
      return "(if \(condition(depth - 1, isOne: false)) then \(energy(depth - 1)) else "
        + "\(energy(depth - 1)))"
    case 6: return "(jt with node = \(power(depth - 1)))"
    case 7: return "(\(energy(depth - 1)) under \(pick(["worst", "slow"])))"
    case 8: return "max(\(energy(depth - 1)), \(one(depth - 1)))"
    case 9: return "\(power(depth - 1)) / tput"
    case 10: return "(\(energy(depth - 1)) - \(one(depth - 1)) / 2)"
    default: return "clamp(\(energy(depth - 1)), 1 J/t, 90 J/t)"
    }
  }

  /// A single energy per token.
  private mutating func one(_ depth: Int) -> String {
    if depth <= 0 { return pick(["jt[batch = 4]", "3 J/t", "node / (300 t/s)", "first(jt)"]) }
    switch Int.random(in: 0..<9, using: &random) {
    case 0:
      let reduction = pick(["sum", "mean", "min", "max", "median", "last"])
      return "\(reduction)(\(energy(depth - 1)) over batch)"
    case 1: return "interpolate(\(energy(depth - 1)), batch = \(pick(["3", "6.5", "2", "x"])))"
    case 2: return "interpolate(\(energy(depth - 1)), batch = 5, log)"
    case 3: return "(jt with batch = \(label()))"
    case 4: return "half(\(one(depth - 1)))"
    case 5:
      return
        "(if \(condition(depth - 1, isOne: true)) then \(one(depth - 1)) else \(one(depth - 1)))"
    case 6: return "(\(one(depth - 1)) with pue = 1.4)"
    case 7: return "(\(one(depth - 1)) + \(one(depth - 1)) * \(share(depth - 1)))"
    default: return "low(\(one(depth - 1)))"
    }
  }

  private mutating func power(_ depth: Int) -> String {
    if depth <= 0 { return pick(["node", "3 kW", "2 h100_sxm", "spare", "a100_pcie_80gb"]) }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return "(\(power(depth - 1)) + \(power(depth - 1)))"
    case 1: return "\(share(depth - 1)) * \(power(depth - 1))"
    case 2: return "sqrt(\(power(depth - 1)) * node)"
    default: return "round(\(power(depth - 1)), 10 W)"
    }
  }

  private mutating func share(_ depth: Int) -> String {
    if depth <= 0 { return pick(["pue", "x", "1.1", "40%", "h100_sxm.memory / 1 TB"]) }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return "(\(share(depth - 1)) + \(share(depth - 1)))"
    case 1: return "\(share(depth - 1)) * \(share(depth - 1))"
    case 2: return "sqrt(abs(\(share(depth - 1))) + 1)"
    case 3: return "(\(power(depth - 1)) / node)"
    case 4: return "(1 + \(share(depth - 1)))^2"
    default: return "exp(-abs(\(share(depth - 1))))"
    }
  }

  private mutating func condition(_ depth: Int, isOne: Bool) -> String {
    let side = isOne ? one(depth - 1) : energy(depth - 1)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return "\(share(depth - 1)) > \(number())"
    case 1 where depth > 0:
      return "(\(condition(depth - 1, isOne: isOne)) and \(condition(depth - 1, isOne: isOne)))"
    case 2 where depth > 0: return "not (\(condition(depth - 1, isOne: isOne)))"
    case 3: return "\(side) ~= \(one(depth - 1)) within 40%"
    default: return "\(side) < \(one(depth - 1))"
    }
  }
}
