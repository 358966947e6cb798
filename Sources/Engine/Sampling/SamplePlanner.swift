import Syntax

/// Writes the plan of some formulas: values them as columns whose cells are registers.
///
/// What does not vary with samples is valued as it always is and stands as constants; a definition that
/// several use is written once. Where a step has no register program (a sorted list, a distribution
/// whose parameters vary with another one) there is no plan, and columns are valued instead.
final class SamplePlanner {
  typealias Register = ProgramWriter.Register
  /// programs that are longer than this are valued column by column
  static let longest = 20_000

  private let evaluator: Evaluator
  private let samples: SampleSet
  private let point: Point
  private var writer = ProgramWriter()
  private var loads: [SamplePlan.Load] = []
  private var pointLoads: [[Int]: Int] = [:]
  private var nodes: [ObjectIdentifier: (node: Node, column: Column<Register>)] = [:]

  init(_ evaluator: Evaluator, _ samples: SampleSet, at point: Point) {
    self.evaluator = evaluator
    self.samples = samples
    self.point = point
  }

  /// - Returns: the plan, and for each formula the axes along which its results lie, one behind the
  ///   other; nil where there is none.
  func plan(_ formulas: [Formula]) throws(Diagnostic) -> (plan: SamplePlan, axes: [[Axis]])? {
    var results: [Register] = []
    var axes: [[Axis]] = []
    for formula in formulas {
      guard let column = try column(formula) else { return nil }
      results += column.cells
      axes.append(column.axes)
    }
    guard writer.instructions.count <= Self.longest else { return nil }
    // all loads are kept, since some are drawn from others
    let (program, loaded, found) = writer.finished(
      all: loads.indices.map { .input(Int32($0)) } + results, inputs: loads.count)
    guard loaded.count == loads.count else { return nil }
    let plan = SamplePlan(
      loads: loads, program: program, results: found.dropFirst(loads.count).map(Int.init),
      points: samples.points, faults: evaluator.faults)
    return (plan, axes)
  }

  // MARK: formulas

  private func column(_ formula: Formula) throws(Diagnostic) -> Column<Register>? {
    guard formula.hasSamples else { return constants(try evaluator.column(formula, at: point)) }
    guard try prepare(formula.nodes) else { return nil }
    switch formula.code {
    case .constant(let value, _): return Column(writer.constant(value))
    case .text: return nil
    case .input(let input): return try load(input)
    case .program(let program, let inputs):
      var columns: [Column<Register>] = []
      for input in inputs {
        guard let column = try load(input) else { return nil }
        columns.append(column)
      }
      let axes = try evaluator.union(columns.map(\.axes), formula.place)
      let count = axes.reduce(1) { $0 * $1.count }
      guard count * program.instructions.count <= Self.longest else { return nil }
      let cells = columns.map { $0.spread(over: axes).cells }
      return Column(
        axes: axes, cells: (0..<count).map { i in write(program, cells.map { $0[i] }) })
    }
  }

  private func constants(_ column: Column<Double>) -> Column<Register>? {
    guard column.cells.count <= Self.longest, !column.axes.contains(where: \.isOfSamples) else {
      return nil
    }
    return column.map { writer.constant($0) }
  }

  /// A program's instructions, on registers of this one.
  private func write(_ program: Program, _ inputs: [Register]) -> Register {
    var registers = Array(repeating: Register.constant(0), count: Int(program.registerCount))
    for (i, input) in inputs.enumerated() { registers[i] = input }
    for (i, value) in program.constants.enumerated() {
      registers[inputs.count + i] = writer.constant(value)
    }
    for instruction in program.instructions {
      registers[Int(instruction.target)] = writer.emit(
        instruction.operation, registers[Int(instruction.a)], registers[Int(instruction.b)],
        registers[Int(instruction.c)],
        place: instruction.place < 0 ? nil : program.places[Int(instruction.place)])
    }
    return registers[Int(program.result)]
  }

  /// Writes the definitions that a formula loads, deepest first: chains of them may be long.
  /// - Returns: false where one has no program.
  private func prepare(_ wanted: [Node]) throws(Diagnostic) -> Bool {
    func isOpen(_ node: Node) -> Bool {
      guard let formula = node.formula, formula.hasSamples else { return false }
      return nodes[ObjectIdentifier(node)] == nil
    }
    var stack = wanted.filter(isOpen)
    while let node = stack.last {
      guard isOpen(node), let formula = node.formula else {
        stack.removeLast()
        continue
      }
      let open = formula.nodes.filter(isOpen)
      if open.isEmpty {
        stack.removeLast()
        guard let found = try column(formula) else { return false }
        nodes[ObjectIdentifier(node)] = (node, evaluator.named(found, node, formula))
      } else {
        stack.append(contentsOf: open)
      }
    }
    return true
  }

  // MARK: inputs

  private func load(_ input: Input) throws(Diagnostic) -> Column<Register>? {
    switch input {
    case .node(let node):
      if let known = nodes[ObjectIdentifier(node)] { return known.column }
      return constants(try evaluator.load(input, at: point))
    case .formula(let formula): return try column(formula)
    case .distribution(let input): return try draw(input)
    case .reduction(let reduction, let formula, let over, let place) where formula.hasSamples:
      guard [.sum, .mean, .min, .max, .first, .last, .count].contains(reduction),
        let column = try column(formula)
      else { return nil }
      return try evaluator.reduce(column, reduction, over, place) { (_) throws(Diagnostic) in
        column
      } _: { line in
        reduce(line, reduction)
      }
    case .along(let operation, let formula, let over, let place) where formula.hasSamples:
      guard operation != .sort, let column = try column(formula) else { return nil }
      return try evaluator.along(column, operation, over, place) { line in
        map(line, operation)
      }
    case .pick(let formula, let picks, let place) where formula.hasSamples:
      guard !picks.contains(where: \.label.hasSamples), let column = try column(formula) else {
        return nil
      }
      return try evaluator.pick(column, picks, place)
    case .filter(let formula, let condition, let place)
    where formula.hasSamples && !condition.hasSamples:
      let test = try evaluator.column(condition, at: point)
      for value in test.cells where value.isNaN {
        throw evaluator.failure(value, condition.place)
      }
      guard let column = try column(formula) else { return nil }
      return try evaluator.filter(column, test, place, condition: condition.place)
    case .interpolation(let formula, let axis, let at, let isLogarithmic, let place)
    where formula.hasSamples:
      guard !isLogarithmic, !at.hasSamples, let column = try column(formula) else { return nil }
      return try evaluator.interpolate(column, axis, at, place) { a, b, w in
        let (x, y) = (writer.constant(1 - w), writer.constant(w))
        return writer.emit(.add, writer.emit(.multiply, a, x), writer.emit(.multiply, b, y))
      } isLogarithmic: {
        false
      }
    case .list(let list) where list.items.contains(where: \.value.hasSamples):
      var cells: [Register] = []
      for item in list.items {
        guard let column = try column(item.value), column.axes.isEmpty else { return nil }
        cells.append(column.cells[0])
      }
      return try evaluator.place(cells, nil, list)
    case .comparison(let operation, let gap) where gap.hasSamples:
      return try column(gap)?.map { compare(operation, $0) }
    case .constant, .frozen, .bracket, .spaced, .statistic:
      return constants(try evaluator.load(input, at: point))
    default:
      return input.varies ? nil : constants(try evaluator.load(input, at: point))
    }
  }

  private func draw(_ input: DistributionInput) throws(Diagnostic) -> Column<Register>? {
    if input.parameters.contains(where: \.hasSamples) { return nil }
    let source = samples.dimension(of: input.source)
    let distributions = try evaluator.distributions(of: input, at: point)
    guard distributions.cells.count <= Self.longest else { return nil }
    return distributions.map { draw($0, source) }
  }

  private func draw(_ distribution: Distribution, _ source: Int) -> Register {
    func points(_ load: SamplePlan.Load, _ kind: Int, of numbers: [Double] = []) -> Register {
      let key = [kind, source] + numbers.map { Int(bitPattern: UInt($0.bitPattern)) }
      if let known = pointLoads[key] { return .input(Int32(known)) }
      loads.append(load)
      pointLoads[key] = loads.count - 1
      return .input(Int32(loads.count - 1))
    }
    func number(_ value: Double) -> Register { writer.constant(value) }
    // the same steps as of `Distribution.sampler`
    switch distribution {
    case .fault(let fault): return number(fault)
    case .uniform(let low, let high):
      // loads stay in their registers, so not too many of them
      if loads.count < 64 {
        let width = high - low
        return points(.uniform(source, low: low, width: width), 2, of: [low, width])
      }
      let width = writer.emit(.multiply, points(.shares(source), 0), number(high - low))
      return writer.emit(.add, number(low), width)
    case .normal(let mean, let sd):
      return writer.emit(
        .add, number(mean), writer.emit(.multiply, number(sd), points(.scores(source), 1)))
    case .lognormal(let median, let gsd):
      let spread = number(Elementary.log(gsd))
      let exponent = writer.emit(.multiply, spread, points(.scores(source), 1))
      return writer.emit(.multiply, number(median), writer.emit(.exponential, exponent))
    default:
      let isOfScores = distribution.isOfScores
      let drawn = points(isOfScores ? .scores(source) : .shares(source), isOfScores ? 1 : 0)
      guard case .input(let from) = drawn else { return number(.nan) }
      loads.append(.draw(distribution.sampler, from: Int(from)))
      return .input(Int32(loads.count - 1))
    }
  }

  // MARK: lines

  private func reduce(_ line: [Register], _ reduction: Reduction) -> Register {
    guard let first = line.first else { return writer.constant(.nan) }
    switch reduction {
    case .sum, .count: return line.dropFirst().reduce(first) { writer.emit(.add, $0, $1) }
    case .mean:
      let sum = line.dropFirst().reduce(first) { writer.emit(.add, $0, $1) }
      return writer.emit(.divide, sum, writer.constant(Double(line.count)))
    case .min: return line.dropFirst().reduce(first) { writer.emit(.minimum, $0, $1) }
    case .max: return line.dropFirst().reduce(first) { writer.emit(.maximum, $0, $1) }
    case .last: return line[line.count - 1]
    default: return first
    }
  }

  private func map(_ line: [Register], _ operation: LineOperation) -> [Register] {
    switch operation {
    case .cumulative:
      var sums: [Register] = []
      for cell in line { sums.append(sums.last.map { writer.emit(.add, $0, cell) } ?? cell) }
      return sums
    case .difference:
      return zip(line.dropFirst(), line).map { writer.emit(.subtract, $0, $1) }
    case .reverse, .sort: return line.reversed()
    }
  }

  private func compare(_ operation: Comparison.Operator, _ gap: Register) -> Register {
    let zero = writer.constant(0)
    switch operation {
    case .less: return writer.emit(.less, gap, zero)
    case .lessOrEqual: return writer.emit(.lessOrEqual, gap, zero)
    case .greater: return writer.emit(.less, zero, gap)
    case .greaterOrEqual: return writer.emit(.lessOrEqual, zero, gap)
    case .equal: return writer.emit(.equal, gap, zero)
    case .notEqual: return writer.emit(.notEqual, gap, zero)
    }
  }
}

extension Input {
  /// Whether something that it is made of varies with samples.
  fileprivate var varies: Bool {
    switch self {
    case .node(let node): node.formula?.hasSamples ?? false
    case .formula(let formula), .field(let formula, _, _, _), .comparison(_, let formula),
      .reduction(_, let formula, _, _), .along(_, let formula, _, _), .pick(let formula, _, _),
      .interpolation(let formula, _, _, _, _):
      formula.hasSamples
    case .filter(let formula, let condition, _): formula.hasSamples || condition.hasSamples
    case .list(let list): list.items.contains { $0.value.hasSamples }
    case .movedField(let field): field.records.hasSamples
    case .near(let near): near.left.hasSamples || near.right.hasSamples || near.within.hasSamples
    case .sameText(let a, let b, _): a.hasSamples || b.hasSamples
    case .sought(let sought): sought.gap.hasSamples
    case .soughtLabel(let sought): sought.gap.hasSamples
    case .known(let formula): formula.hasSamples
    case .grouped(let grouping): grouping.formulas.contains(where: \.hasSamples)
    case .distribution: true
    case .constant, .frozen, .rows, .unknown, .bracket, .spaced, .end, .statistic, .refusal: false
    }
  }
}
