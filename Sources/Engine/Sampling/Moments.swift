import Glibc
import Syntax

/// Why something has no mean, or no variance.
public enum MissingMoment: Sendable, Equatable {
  /// it is divided by what can be as near to 0 as one likes; at: of a source where that is so, if not at 0;
  /// isMet: it is 0 in some samples
  case divisor(String, at: String? = nil, isMet: Bool = false)
  /// it grows faster with a source than that becomes rare
  case growth(String)
}

extension Evaluator {
  /// Whether the mean (order 1) or the variance (order 2) of a formula does not exist, by all that its
  /// distributions can come to; nil where it does, and where nobody can say but the samples.
  func missingMoment(_ order: Double, of formula: Formula) throws(Diagnostic) -> MissingMoment? {
    let outer = isFindingSupport
    isFindingSupport = true
    defer { isFindingSupport = outer }
    var walk = GrowthWalk(self)
    let growth: Growth
    do {
      growth = try walk.growth(of: formula)
    } catch {
      // what has no enclosure says nothing
      if error.problem as? EngineProblem == .interrupted { throw error }
      return nil
    }
    if let divisor = growth.divisor { return .divisor(divisor) }
    let near = growth.near.filter { pole, power in
      let least = walk.distributions[pole.source]?.map { $0.order(at: pole.at) }.min() ?? 1
      return least.isFinite && power * order >= least
    }
    if let pole = near.keys.min(by: { ($0.source, $0.at) < ($1.source, $1.at) }) {
      let isMet = walk.distributions[pole.source]?.contains { $0.order(at: pole.at) == 0 } == true
      return .divisor(
        session.sourceNames[Int(pole.source)],
        at: pole.at == 0 ? nil : session.brief(pole.at, .one), isMet: isMet)
    }
    for (source, far) in growth.size.sorted(by: { $0.key < $1.key }) {
      if far.isTooFast { return .growth(session.sourceNames[Int(source)]) }
      // exp(c z²) has a mean for c below ½
      if far.level == 1, far.power == 2, try square(source, of: formula) * order >= 0.4999 {
        return .growth(session.sourceNames[Int(source)])
      }
    }
    return nil
  }

  /// The c of what goes out as exp(c z²) with the normal quantile z of a source, by two places far out on
  /// either side; 0 where it has no values there.
  private func square(_ source: Int32, of formula: Formula) throws(Diagnostic) -> Double {
    let outer = (samples, isFindingSupport)
    defer { (samples, isFindingSupport) = outer }
    isFindingSupport = false
    let places = [-8.0, -6, 5, 7]
    var shares: [Int32: [Double]] = [:]
    var names: [Int32: String] = [:]
    for other in formula.distributions.keys {
      names[other] = session.sourceNames[Int(other)]
      shares[other] = places.map { other == source ? StandardNormal.share(below: $0) : 0.5 }
    }
    let some = SampleSet(shares, names, count: places.count, session.sampling)
    samples = some
    let column = try column(formula)
    guard let along = column.index(of: some.axis) else { return 0 }
    let slopes = column.reducing(along: along) { line -> Double in
      let logs = line.map { log(abs($0)) }
      let pairs = [(logs[0] - logs[1]) / 28, (logs[3] - logs[2]) / 24]
      return pairs.filter(\.isFinite).max() ?? 0
    }
    return slopes.cells.max() ?? 0
  }
}

/// Walks from a formula down to its sources. Cells along axes are taken together: what one of them does
/// the whole does.
private struct GrowthWalk {
  private let evaluator: Evaluator
  private var known: [ObjectIdentifier: Growth] = [:]
  /// of each source all that it can be
  private(set) var distributions: [Int32: [Distribution]] = [:]

  init(_ evaluator: Evaluator) { self.evaluator = evaluator }

  mutating func growth(of formula: Formula) throws(Diagnostic) -> Growth {
    // deepest first, since chains of definitions may be long
    var stack = [formula]
    while let next = stack.last {
      let open = next.nodes.compactMap(\.formula).filter {
        $0.hasSamples && known[ObjectIdentifier($0)] == nil
      }
      if open.isEmpty || known[ObjectIdentifier(next)] != nil {
        stack.removeLast()
        _ = try found(next)
      } else {
        stack += open
      }
    }
    return try found(formula)
  }

  private mutating func found(_ formula: Formula) throws(Diagnostic) -> Growth {
    if let known = known[ObjectIdentifier(formula)] { return known }
    let found: Growth
    if !formula.hasSamples {
      found = try plain { (evaluator) throws(Diagnostic) in try evaluator.column(formula) }
    } else {
      switch formula.code {
      case .constant(let value, _): found = Growth(value)
      case .text: found = Growth(.everything)
      case .input(let input): found = try growth(of: input)
      case .program(let program, let inputs):
        var registers: [Growth] = []
        for input in inputs { registers.append(try growth(of: input)) }
        found = run(program, registers)
      }
    }
    known[ObjectIdentifier(formula)] = found
    return found
  }

  /// What no distribution moves, brackets at their best guess.
  private func plain(_ value: (Evaluator) throws(Diagnostic) -> Column<Double>)
    throws(Diagnostic) -> Growth
  {
    let outer = evaluator.isFindingSupport
    evaluator.isFindingSupport = false
    defer { evaluator.isFindingSupport = outer }
    let column = try value(evaluator)
    let cells = column.cells.filter { !$0.isNaN }
    guard !column.axes.contains(where: \.isOfSamples), let low = cells.min(),
      let high = cells.max()
    else { return Growth(.everything) }
    var hull = Growth(Interval(low, high))
    if cells.contains(0) { hull.zeros = nil } else { hull.zeros = [:] }
    return hull
  }

  private mutating func growth(of input: Input) throws(Diagnostic) -> Growth {
    switch input {
    case .node(let node):
      guard let formula = node.formula else { return Growth(.everything) }
      return try found(formula)
    case .formula(let formula), .pick(let formula, _, _), .filter(let formula, _, _),
      .interpolation(let formula, _, _, _, _):
      return try found(formula)
    case .reduction(let reduction, let formula, _, _):
      if reduction == .count || reduction == .argmin || reduction == .argmax {
        return Growth(.everything)
      }
      var growth = try found(formula)
      if reduction == .sum { growth = growth + growth * Growth(Interval(0, 1e6)) }
      return growth
    case .along(let operation, let formula, _, _):
      let growth = try found(formula)
      switch operation {
      case .cumulative: return growth + growth * Growth(Interval(0, 1e6))
      case .difference: return growth + -growth
      case .sort, .reverse: return growth
      }
    case .distribution(let input): return try growth(of: input)
    case .list(let list):
      var whole: Growth?
      for item in list.items {
        let growth = try found(item.value)
        if whole == nil { whole = growth } else { whole?.join(growth) }
      }
      return whole ?? Growth(.everything)
    case .comparison, .near, .sameText, .known: return Growth(Interval(0, 1))
    case .refusal: return Growth(Interval(0))
    case .constant, .frozen, .rows, .bracket, .statistic, .field, .movedField, .grouped, .spaced,
      .end,
      .unknown,
      .sought, .soughtLabel:
      return try plain { (evaluator) throws(Diagnostic) in
        try evaluator.load(input, at: evaluator.bestPoint)
      }
    }
  }

  private mutating func growth(of input: DistributionInput) throws(Diagnostic) -> Growth {
    let source = input.source
    var growth = Growth(.everything)
    // of a distribution of distributions anything may come
    if !input.parameters.contains(where: \.hasSamples) {
      let all = try evaluator.distributions(of: input, at: evaluator.bestPoint).cells
      distributions[source, default: []] += all
      let ranges = all.map(\.support).filter { !$0.low.isNaN }
      if let first = ranges.first {
        growth = Growth(ranges.dropFirst().reduce(first) { $0.joined($1) })
      }
      if growth.range.isPoint { return growth }
      growth.line = (source, 1, 0)
      if growth.range.holdsZero { growth.zeros = [Growth.Pole(source: source, at: 0): 1] }
      let far = all.map(\.far).max() ?? Growth.Far(power: 1)
      if growth.range.high >= Growth.unbounded { growth.above = [source: far] }
      if growth.range.low <= -Growth.unbounded { growth.below = [source: far] }
    }
    return growth
  }

  // MARK: programs

  private func run(_ program: Program, _ inputs: [Growth]) -> Growth {
    var registers = inputs + program.constants.map { $0.isNaN ? Growth(.everything) : Growth($0) }
    while registers.count < Int(program.registerCount) { registers.append(Growth(0)) }
    for step in program.instructions {
      registers[Int(step.target)] = apply(
        step, registers[Int(step.a)], registers[Int(step.b)], registers[Int(step.c)], program)
    }
    return registers[Int(program.result)]
  }

  private func apply(
    _ step: Instruction, _ a: Growth, _ b: Growth, _ c: Growth, _ program: Program
  ) -> Growth {
    func name() -> String {
      let sources = program.places.indices.contains(Int(step.place)) ? step.place : -1
      return sources >= 0 ? program.places[Int(sources)].text : ""
    }
    func function(_ range: Interval) -> Interval { self.range(step.operation, range) }
    switch step.operation {
    case .add: return a + b
    case .subtract: return step.a == step.b ? Growth(0) : a + -b
    case .multiply:
      guard step.a == step.b else { return a * b }
      return a.raised(to: 2, squared(a.range))
    case .divide: return step.a == step.b ? Growth(1) : a * b.inverse(name)
    case .negate: return -a
    case .absolute:
      let far = max(-a.range.low, a.range.high)
      return a.raised(to: 1, a.range.holdsZero ? Interval(0, far) : function(a.range))
    case .squareRoot: return a.raised(to: 0.5, function(a.range))
    case .cubeRoot: return a.raised(to: 1.0 / 3, function(a.range))
    case .power: return power(a, b, name)
    case .exponential: return a.exponential(function(a.range))
    case .logarithm, .logarithm10, .logarithm2: return a.logarithm(function(a.range))
    case .sine, .cosine: return a.bounded(Interval(-1, 1))
    case .arcsine, .arccosine, .arctangent: return a.bounded(Interval(-4, 4))
    case .tangent:
      let turns = Interval(a.range.low / .pi - 0.5, a.range.high / .pi - 0.5)
      var growth = a.bounded(.everything)
      if turns.high.rounded(.down) > turns.low.rounded(.down) { growth.divisor = name() }
      return growth
    case .minimum, .maximum:
      var either = a.joined(b)
      let (x, y) = (a.range, b.range)
      either.range =
        step.operation == .minimum
        ? Interval(min(x.low, y.low), min(x.high, y.high))
        : Interval(max(x.low, y.low), max(x.high, y.high))
      if !either.range.holdsZero { either.zeros = [:] }
      if either.range.high < Growth.unbounded { either.above = [:] }
      if either.range.low > -Growth.unbounded { either.below = [:] }
      return either
    case .floor, .ceiling, .round:
      var stepped = a
      stepped.range = Interval(a.range.low - 1e6, a.range.high + 1e6)
      (stepped.zeros, stepped.line) = (nil, nil)
      return stepped
    case .modulo:
      let far = max(abs(b.range.low), abs(b.range.high))
      return a.bounded(Interval(-far, far))
    case .less, .lessOrEqual:
      if b.range.isPoint { return a.compared(below: b.range.low, true) }
      if a.range.isPoint { return b.compared(below: a.range.low, false) }
      return a.bounded(Interval(0, 1))
    case .equal, .notEqual, .near, .and, .or, .not: return a.bounded(Interval(0, 1))
    case .select: return .chosen(a, b, c)
    }
  }

  private func power(_ a: Growth, _ b: Growth, _ name: () -> String) -> Growth {
    guard b.range.isPoint else {
      let exponent = b * a.logarithm(range(.logarithm, a.range))
      return exponent.exponential(range(.exponential, exponent.range))
    }
    let n = b.range.low
    if n == 0 { return Growth(1) }
    if n < 0 { return power(a, Growth(-n), name).inverse(name) }
    let isEven = n.truncatingRemainder(dividingBy: 2) == 0
    let ends = [Scalar.apply(.power, a.range.low, n), Scalar.apply(.power, a.range.high, n)]
    var range = Interval(min(ends[0], ends[1]), max(ends[0], ends[1]))
    if ends.contains(where: \.isNaN) { range = Interval(0, .infinity) }
    if isEven, a.range.holdsZero { range.low = 0 }
    return a.raised(to: n, range)
  }

  private func squared(_ x: Interval) -> Interval {
    let (p, q) = (x.low * x.low, x.high * x.high)
    return Interval(x.holdsZero ? 0 : min(p, q), max(p, q))
  }

  /// Of a function that rises or falls throughout.
  private func range(_ operation: Instruction.Operation, _ x: Interval) -> Interval {
    let low = Scalar.apply(operation, x.low, 1)
    let high = Scalar.apply(operation, x.high, 1)
    let range = Interval(min(low, high), max(low, high))
    return range.low.isNaN || range.high.isNaN
      ? (operation == .squareRoot ? Interval(0, .infinity) : .everything) : range
  }
}
