import Glibc

/// Runs a program on ranges with slopes, one cell at a time: the enclosure of a formula over a box
/// of its sources.
struct DualRunner {
  let program: Program
  let faults: Faults
  /// asked now and then; the cells that are left are not found then
  let isInterrupted: () -> Bool
  /// names the brackets that a divisor rests on
  let sourceName: (Int32) -> String

  /// - Returns: nil if the work was interrupted.
  func run(_ inputs: [Column<Dual>], axes: [Axis]) -> [Dual]? {
    let total = axes.reduce(1) { $0 * $1.count }
    // one cell is where it is
    var walks = total == 1 ? [] : inputs.map { Walk(over: axes, in: $0) }
    var registers: [Dual] = []
    registers.reserveCapacity(Int(program.registerCount))
    for input in inputs { registers.append(input.cells.first ?? Dual(0)) }
    for value in program.constants { registers.append(value.isNaN ? .fault(value) : Dual(value)) }
    while registers.count < program.registerCount { registers.append(Dual(0)) }
    var results: [Dual] = []
    results.reserveCapacity(total)
    for cell in 0..<total {
      if cell & 1023 == 1023, isInterrupted() { return nil }
      for i in walks.indices {
        registers[i] = inputs[i].cells[walks[i].offset]
        walks[i].advance()
      }
      for instruction in program.instructions {
        registers[Int(instruction.target)] = apply(
          instruction, registers[Int(instruction.a)], registers[Int(instruction.b)],
          registers[Int(instruction.c)])
      }
      results.append(registers[Int(program.result)])
    }
    return results
  }

  private func apply(_ instruction: Instruction, _ a: Dual, _ b: Dual, _ c: Dual) -> Dual {
    switch instruction.operation {
    case .select: return select(a, b, condition: c)
    case .and, .or: return connective(instruction.operation, a, b)
    default: break
    }
    if a.isFault { return a }
    if b.isFault { return b }
    switch instruction.operation {
    case .add: return a + b
    // one register on both sides is one value
    case .subtract: return instruction.a == instruction.b ? Dual(0) : a - b
    case .multiply: return a * b
    case .negate: return -a
    case .divide:
      if b.range.holdsZero {
        if b.isPlain { return fault(.divisionByZero, instruction, b) }
        return fault(.divisorHoldsZero(sources: names(b)), instruction, b)
      }
      return instruction.a == instruction.b ? Dual(1) : a / b
    case .minimum: return Dual.extreme(a, b, larger: false)
    case .maximum: return Dual.extreme(a, b, larger: true)
    case .power: return power(a, b, instruction)
    case .absolute:
      switch a.range.sign {
      case 1 where a.range.high > 0 || a.slopes.isEmpty: return a
      case -1: return -a
      default:
        return a.through(
          Interval(0, max(-a.range.low, a.range.high)), center: abs(a.center),
          derivative: Interval(-1, 1))
      }
    case .less, .lessOrEqual, .equal, .notEqual: return compare(instruction.operation, a, b)
    case .near: return near(a, b, c)
    case .not:
      return a.through(Interval(1) - a.range, center: 1 - a.center, derivative: Interval(-1))
    case .floor, .ceiling, .round, .modulo: return stepped(a, b, instruction)
    default: return monotone(a, instruction)
    }
  }

  /// Functions of one argument that rise (or fall) throughout, with their derivative's range.
  private func monotone(_ a: Dual, _ instruction: Instruction) -> Dual {
    let operation = instruction.operation
    let low = Scalar.apply(operation, a.range.low, 1)
    let high = Scalar.apply(operation, a.range.high, 1)
    if low.isNaN || high.isNaN {
      // a root has a value at 0, and an enclosure may reach below it alone; a logarithm has none
      let hasEdge = ![.logarithm, .logarithm2, .logarithm10].contains(operation)
      return fault(Scalar.problem(operation), instruction, a, mayBeNone: hasEdge)
    }
    let (x, y) = (a.range.low, a.range.high)
    let center = Scalar.apply(operation, a.center, 1)
    func through(_ range: Interval, derivative: Interval) -> Dual {
      a.through(range, center: center, derivative: derivative)
    }
    func inverse(_ f: (Double) -> Double) -> Interval { Interval(1 / f(y), 1 / f(x)) }
    switch operation {
    case .squareRoot:
      return through(Interval(low, high), derivative: inverse { 2 * $0.squareRoot() })
    case .cubeRoot:
      let steepest =
        x <= 0 && y >= 0 ? Double.infinity : 1 / (3 * pow(cbrt(min(abs(x), abs(y))), 2))
      return through(
        Interval(low, high),
        derivative: Interval(1 / (3 * pow(cbrt(max(abs(x), abs(y))), 2)), steepest))
    case .exponential:
      // it is never 0, though rounding may say so
      let least = low == 0 && high > .leastNormalMagnitude ? .leastNormalMagnitude : low
      return through(Interval(least, high), derivative: Interval(low, high))
    case .logarithm: return through(Interval(low, high), derivative: inverse { $0 })
    case .logarithm10:
      return through(Interval(low, high), derivative: inverse { $0 * 2.302585092994046 })
    case .logarithm2:
      return through(Interval(low, high), derivative: inverse { $0 * 0.6931471805599453 })
    case .arctangent:
      let far = max(abs(x), abs(y))
      let near = x <= 0 && y >= 0 ? 0 : min(abs(x), abs(y))
      return through(
        Interval(low, high), derivative: Interval(1 / (1 + far * far), 1 / (1 + near * near)))
    case .arcsine: return through(Interval(low, high), derivative: Interval(1, .infinity))
    case .arccosine: return through(Interval(high, low), derivative: Interval(-.infinity, -1))
    case .sine: return wave(a, phase: 0)
    case .cosine: return wave(a, phase: 0.5)
    case .tangent:
      // a pole lies at every odd multiple of π/2, between two numbers: nearer than rounding is on it
      let rounding = a.isPlain ? 0 : (abs(x) + abs(y) + 1) * 0x1p-52
      let turns = Interval(x / .pi - 0.5 - rounding, y / .pi - 0.5 + rounding)
      if turns.high.rounded(.down) > turns.low.rounded(.down) {
        return fault(.poleWithin(sources: names(a)), instruction, a)
      }
      return through(Interval(low, high), derivative: Interval(1, .infinity))
    default: return a.through(.everything, center: center, derivative: .everything, isRough: true)
    }
  }

  /// The range of a sine (phase in half turns) and, as its derivative, of the cosine.
  private func wave(_ a: Dual, phase: Double) -> Dual {
    func range(_ phase: Double) -> Interval {
      let (x, y) = (a.range.low / .pi + phase, a.range.high / .pi + phase)
      let ends = [sin(x * .pi), sin(y * .pi)]
      let top = ((y - 0.5) / 2).rounded(.down) > ((x - 0.5) / 2).rounded(.down) || x == 0.5
      let bottom = ((y + 0.5) / 2).rounded(.down) > ((x + 0.5) / 2).rounded(.down) || x == -0.5
      return Interval(bottom ? -1 : min(ends[0], ends[1]), top ? 1 : max(ends[0], ends[1]))
    }
    if a.range.isPoint {
      let value = phase == 0 ? sin(a.range.low) : cos(a.range.low)
      return a.through(Interval(value), center: value, derivative: range(phase + 0.5))
    }
    return a.through(
      range(phase), center: phase == 0 ? sin(a.center) : cos(a.center),
      derivative: range(phase + 0.5))
  }

  private func power(_ a: Dual, _ b: Dual, _ instruction: Instruction) -> Dual {
    let x = a.range
    if b.isPlain {
      let n = b.range.low
      let center = Scalar.apply(.power, a.center, n)
      if a.isPlain {
        return center.isNaN ? fault(Scalar.problem(.power), instruction, a) : Dual(center)
      }
      if n == 0 { return Dual(1) }
      let isWhole = n == n.rounded()
      if n < 0, x.holdsZero {
        return fault(.divisorHoldsZero(sources: names(a)), instruction, a)
      }
      if !isWhole, x.low < 0 {
        return fault(Scalar.problem(.power), instruction, a, mayBeNone: true)
      }
      let ends = Interval(min(pow(x.low, n), pow(x.high, n)), max(pow(x.low, n), pow(x.high, n)))
      let isEven = isWhole && Int(exactly: n / 2) != nil
      let range = isEven && x.holdsZero ? Interval(0, ends.high) : ends
      return a.through(range, center: center, derivative: slope(x, n))
    }
    if x.low == 0, b.range.low >= 0 { return powerFromZero(a, b) }
    if x.low <= 0 { return fault(Scalar.problem(.power), instruction, a) }
    let logarithm = Dual.merge(
      a, Dual(0), Interval(log(x.low), log(x.high)), center: log(a.center),
      left: { $0 * Interval(1 / x.high, 1 / x.low) }, right: { $0 })
    let exponent = logarithm * b
    let range = Interval(exp(exponent.range.low), exp(exponent.range.high))
    return exponent.through(range, center: exp(exponent.center), derivative: range)
  }

  /// A base that may be 0 under exponents of 0 and more, where the logarithm has no value.
  private func powerFromZero(_ a: Dual, _ b: Dual) -> Dual {
    let (x, n) = (a.range.high, b.range)
    let most = max(pow(x, n.low), pow(x, n.high))
    // n·xⁿ⁻¹, and xⁿ·ln x, which is least at x = e^(−1/n)
    let ofBase = Interval(0, n.low >= 1 ? n.high * max(1, pow(x, n.high - 1)) : .infinity)
    let ofExponent = Interval(-1 / (M_E * n.low), x > 1 ? most * log(x) : 0)
    return Dual.merge(
      a, b, Interval(0, most), center: pow(a.center, b.center), left: { $0 * ofBase },
      right: { $0 * ofExponent })
  }

  /// The derivative n·xⁿ⁻¹ over a range.
  private func slope(_ x: Interval, _ n: Double) -> Interval {
    let m = n - 1
    if m == 0 { return Interval(n) }
    let (p, q) = (pow(x.low, m), pow(x.high, m))
    if p.isNaN || q.isNaN { return .everything }
    var range = Interval(min(p, q), max(p, q))
    if x.holdsZero { range = m < 0 ? .everything : range.joined(.zero) }
    return Interval(n) * range
  }

  /// Decided by the difference, in which shared sources cancel.
  private func compare(_ operation: Instruction.Operation, _ a: Dual, _ b: Dual) -> Dual {
    let d = (a - b).range
    let decided: Bool?
    switch operation {
    case .less: decided = d.high < 0 ? true : d.low >= 0 ? false : nil
    case .lessOrEqual: decided = d.high <= 0 ? true : d.low > 0 ? false : nil
    case .equal: decided = d == .zero ? true : d.high < 0 || d.low > 0 ? false : nil
    default: decided = d == .zero ? false : d.high < 0 || d.low > 0 ? true : nil
    }
    if let decided { return Dual(decided ? 1 : 0) }
    return undecided(a, b)
  }

  /// Decided where the two are never further apart, or always. (That of brackets their ends are compared
  /// is a reading of its own: `NearInput`.)
  private func near(_ a: Dual, _ b: Dual, _ tolerance: Dual) -> Dual {
    let (d, t) = ((a - b).range, tolerance.range)
    let (least, most) = (d.holdsZero ? 0 : min(abs(d.low), abs(d.high)), max(-d.low, d.high))
    if isNear(most, 0, t.low) { return Dual(1) }
    if !isNear(least, 0, t.high) { return Dual(0) }
    return undecided(a, b)
  }

  private func undecided(_ a: Dual, _ b: Dual) -> Dual {
    Dual.merge(
      a, b, Interval(0, 1), center: 0, left: { _ in .everything }, right: { _ in .everything },
      isRough: true)
  }

  private func connective(_ operation: Instruction.Operation, _ a: Dual, _ b: Dual) -> Dual {
    if a.isFault { return a }
    let decisive: Double = operation == .and ? 0 : 1
    if a.range == Interval(decisive) { return a }
    if b.isFault { return a.isPlain ? b : b.inBranch(of: a) }
    if b.range == Interval(decisive) { return b }
    if a.isPlain { return b }
    if b.isPlain { return a }
    return undecided(a, b)
  }

  private func select(_ a: Dual, _ b: Dual, condition: Dual) -> Dual {
    if condition.isFault { return condition }
    if condition.range == Interval(1) { return a }
    if condition.range == Interval(0) { return b }
    return Dual.either(a, b, condition: condition)
  }

  /// floor, ceil and round rise in steps; the remainder jumps where a whole multiple lies within.
  private func stepped(_ a: Dual, _ b: Dual, _ instruction: Instruction) -> Dual {
    if b.range.holdsZero {
      return b.isPlain
        ? fault(.divisionByZero, instruction, b)
        : fault(.divisorHoldsZero(sources: names(b)), instruction, b)
    }
    let operation = instruction.operation
    guard b.isPlain else { return steppedByRange(a, b, operation) }
    let step = b.range.low
    let low = Scalar.apply(operation, a.range.low, step)
    let high = Scalar.apply(operation, a.range.high, step)
    let center = Scalar.apply(operation, a.center, step)
    if operation == .modulo {
      if Scalar.steps(a.range.low, step, .down) == Scalar.steps(a.range.high, step, .down) {
        return a.through(
          Interval(min(low, high), max(low, high)), center: center, derivative: Interval(1))
      }
      return a.through(
        Interval(min(0, step), max(0, step)), center: center, derivative: .everything,
        isRough: true)
    }
    return a.through(
      Interval(min(low, high), max(low, high)), center: center,
      derivative: low == high ? .zero : Interval(0, .infinity))
  }

  /// A step that is itself a range: an outer bound.
  private func steppedByRange(_ a: Dual, _ b: Dual, _ operation: Instruction.Operation) -> Dual {
    var range: Interval
    if operation == .modulo {
      range = Interval(min(0, b.range.low), max(0, b.range.high))
    } else {
      let steps = a.range / b.range
      range =
        b.range
        * Interval(
          Scalar.apply(operation, steps.low, 1), Scalar.apply(operation, steps.high, 1))
      // no further than a step, or half of one, from what is rounded
      let step = max(abs(b.range.low), abs(b.range.high))
      let isUp = (operation == .ceiling) == (b.range.low > 0)
      let (below, above) =
        operation == .round ? (step / 2, step / 2) : isUp ? (0, step) : (step, 0)
      range = range.intersected(Interval(a.range.low - below, a.range.high + above))
    }
    return Dual.merge(
      a, b, range, center: Scalar.apply(operation, a.center, b.center),
      left: { _ in .everything }, right: { _ in .everything }, isRough: true)
  }

  private func names(_ dual: Dual) -> [String] { dual.slopes.map { sourceName($0.source) } }

  private func fault(
    _ problem: EngineProblem, _ instruction: Instruction, _ cause: Dual, mayBeNone: Bool = false
  ) -> Dual {
    let place = Int(instruction.place)
    var fault = Dual.fault(
      place < 0 ? .nan : faults.number(problem, at: program.places[place]))
    fault.slopes = cause.slopes
    fault.isRough = mayBeNone
    return fault
  }
}
