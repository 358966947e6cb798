import Glibc
import Syntax

/// A product of powers of sources, times what varies with none of them: `node * pue / tput`.
enum Monomial: Equatable {
  /// nil: not known here
  case constant(Double?)
  case powers([Int32: Double])

  private var powers: [Int32: Double] {
    if case .powers(let powers) = self { return powers }
    return [:]
  }

  private static func of(_ powers: [Int32: Double]) -> Monomial {
    let left = powers.filter { $0.value != 0 }
    return left.isEmpty ? .constant(nil) : .powers(left)
  }

  func times(_ other: Monomial, power: Double) -> Monomial {
    .of(powers.merging(other.powers.mapValues { $0 * power }) { $0 + $1 })
  }

  func raised(to power: Double) -> Monomial { .of(powers.mapValues { $0 * power }) }

  var isConstant: Bool { self.powers.isEmpty }
}

extension Formula {
  /// The formula as one product of powers of its sources; nil where it is anything else.
  /// - Complexity: linear in the definitions below.
  var monomial: Monomial? {
    var walk = Walk()
    return monomial(&walk)
  }

  private struct Walk {
    var known: [ObjectIdentifier: Monomial?] = [:]
    /// the literal of each source: a part of a distribution goes by the name of the whole
    var literals: [Int32: DistributionInput] = [:]
  }

  private func monomial(_ walk: inout Walk) -> Monomial? {
    if case .constant(let value, _) = code { return .constant(value) }
    guard hasSamples else { return .constant(nil) }
    if let found = walk.known[ObjectIdentifier(self)] { return found }
    // what is on the way to itself is no product
    walk.known[ObjectIdentifier(self)] = .some(nil)
    var found: Monomial?
    switch code {
    case .constant, .text: found = nil
    case .input(let input): found = Self.monomial(of: input, &walk)
    case .program(let program, let inputs):
      found = program.monomial(inputs.map { Self.monomial(of: $0, &walk) })
    }
    walk.known[ObjectIdentifier(self)] = .some(found)
    return found
  }

  private static func monomial(
    of input: Input, _ walk: inout Walk
  ) -> Monomial? {
    switch input {
    case .node(let node): return node.formula?.monomial(&walk)
    case .formula(let formula), .pick(let formula, _, _): return formula.monomial(&walk)
    case .distribution(let input):
      if let other = walk.literals[input.source], other !== input { return nil }
      walk.literals[input.source] = input
      return input.parameters.contains(where: \.hasSamples) ? nil : .powers([input.source: 1])
    case .constant, .spaced, .bracket, .statistic, .end: return .constant(nil)
    case .list(let list):
      return list.items.contains(where: \.value.hasSamples) ? nil : .constant(nil)
    case .field(let formula, _, _, _), .reduction(_, let formula, _, _),
      .along(_, let formula, _, _), .comparison(_, let formula):
      return formula.hasSamples ? nil : .constant(nil)
    case .filter(let formula, let condition, _):
      return condition.hasSamples ? nil : formula.monomial(&walk)
    default: return nil
    }
  }
}

extension Program {
  fileprivate func monomial(_ inputs: [Monomial?]) -> Monomial? {
    var registers: [Monomial?] = inputs
    registers += constants.map { .constant($0) }
    if registers.count < Int(registerCount) {
      registers += Array(repeating: nil, count: Int(registerCount) - registers.count)
    }
    for step in instructions {
      registers[Int(step.target)] = apply(
        step.operation, registers[Int(step.a)], registers[Int(step.b)], registers[Int(step.c)])
    }
    return registers[Int(result)]
  }

  private func apply(
    _ operation: Instruction.Operation, _ a: Monomial?, _ b: Monomial?, _ c: Monomial?
  ) -> Monomial? {
    guard let a, let b, let c else { return nil }
    switch operation {
    case .multiply: return a.times(b, power: 1)
    case .divide: return a.times(b, power: -1)
    case .negate: return a
    case .absolute: return a
    case .squareRoot: return a.raised(to: 1.0 / 2)
    case .cubeRoot: return a.raised(to: 1.0 / 3)
    case .power:
      if case .constant(let exponent?) = b { return a.raised(to: exponent) }
    case .add, .subtract:
      // 3 x + 2 x
      if !a.isConstant, a == b { return a }
    default: break
    }
    return a.isConstant && b.isConstant && c.isConstant ? .constant(nil) : nil
  }
}

extension Distribution {
  /// The variance of the logarithm, exact to rounding; nil where it may be 0 or less, and where no
  /// form is known.
  var logVariance: Double? {
    guard support.low >= 0, support.high > 0 else { return nil }
    switch self {
    case .lognormal(_, let gsd): return log(gsd) * log(gsd)
    case .triangular(let low, let mode, let high):
      return logVariance(turns: high > low ? [(mode - low) / (high - low)] : [])
    case .normal: return support.isPoint ? 0 : nil
    case .uniform, .pert, .beta: return logVariance(turns: [])
    case .discrete(let values, let upTo):
      guard values.first.map({ $0 > 0 }) ?? false else { return nil }
      let shares = zip(upTo, [0] + upTo).map { $0 - $1 }
      let logs = values.map { log($0) }
      let mean = zip(shares, logs).reduce(0) { $0 + $1.0 * $1.1 }
      return zip(shares, logs).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
    case .truncated(let whole, _, _):
      switch whole {
      case .uniform, .pert, .beta, .lognormal, .normal: return logVariance(turns: [])
      default: return nil
      }
    case .fault: return nil
    }
  }

  /// Whether the logarithm is normal.
  var isLognormal: Bool { if case .lognormal = self { true } else { false } }

  /// - Parameter turns: the shares at which the quantile is not smooth.
  private func logVariance(turns: [Double]) -> Double? {
    let quantile = self.quantile
    let edges = [0] + turns.filter { $0 > 0 && $0 < 1 } + [1]
    // around the median, so that a narrow distribution keeps its digits
    let middle = log(quantile(0.5))
    guard middle.isFinite else { return nil }
    var (first, second) = (0.0, 0.0)
    for (a, b) in zip(edges, edges.dropFirst()) {
      DoubleExponential.each(from: a, to: b) { share, weight in
        let value = log(quantile(share)) - middle
        if value.isFinite {
          first += weight * value
          second += weight * value * value
        }
      }
    }
    return max(0, second - first * first)
  }
}

/// The quadrature of H. Takahasi and M. Mori (1974), for what may go to infinity at an end.
enum DoubleExponential {
  static func each(from low: Double, to high: Double, _ body: (Double, Double) -> Void) {
    let step = 1.0 / 32
    for k in -128...128 {
      let t = Double(k) * step
      let u = Double.pi / 2 * sinh(t)
      let share = 1 / (1 + exp(-2 * u))
      let weight = Double.pi / 2 * cosh(t) / (2 * cosh(u) * cosh(u)) * step
      if weight > 0 { body(low + share * (high - low), weight * (high - low)) }
    }
  }
}
