import Glibc
import Syntax

/// By how much rounding alone may move what a formula comes to: of `u + v - u - v` samples differ by
/// 1e-16, and that is 0.
///
/// The usual running bound: each step is off by half a unit of its last bit, and passes on what its
/// operands are off by, times its slopes.
struct RoundingNoise {
  private struct Number {
    var value: Double
    var error: Double
  }

  /// The most by which some cells are off.
  /// - Parameter cells: of each input those that belong together.
  static func bound(_ program: Program, _ cells: [[Double]]) -> Double {
    let count = cells.map(\.count).max() ?? 1
    var worst = 0.0
    for cell in 0..<count {
      var registers = cells.map { Number(value: $0.count == 1 ? $0[0] : $0[cell], error: 0) }
      registers += program.constants.map { Number(value: $0, error: 0) }
      while registers.count < Int(program.registerCount) {
        registers.append(Number(value: 0, error: 0))
      }
      for step in program.instructions {
        registers[Int(step.target)] = apply(
          step, registers[Int(step.a)], registers[Int(step.b)], registers[Int(step.c)])
      }
      let error = registers[Int(program.result)].error
      if error.isFinite { worst = max(worst, error) }
    }
    return worst
  }

  private static func apply(_ step: Instruction, _ a: Number, _ b: Number, _ c: Number) -> Number {
    let (x, y) = (a.value, b.value)
    func rounded(_ value: Double, _ passed: Double) -> Number {
      Number(value: value, error: passed + 0x1p-52 * abs(value))
    }
    switch step.operation {
    case .add: return rounded(x + y, a.error + b.error)
    case .subtract:
      return step.a == step.b ? Number(value: 0, error: 0) : rounded(x - y, a.error + b.error)
    case .multiply: return rounded(x * y, abs(x) * b.error + abs(y) * a.error)
    case .divide:
      return step.a == step.b
        ? Number(value: 1, error: 0)
        : rounded(x / y, (a.error + abs(x / y) * b.error) / abs(y))
    case .negate: return Number(value: -x, error: a.error)
    case .absolute: return Number(value: abs(x), error: a.error)
    case .minimum: return x < y ? a : b
    case .maximum: return x > y ? a : b
    case .select: return c.value == 1 ? a : b
    case .less, .lessOrEqual, .equal, .notEqual, .near, .and, .or, .not, .floor, .ceiling, .round:
      return Number(value: value(step.operation, a, b), error: 0)
    default:
      let value = value(step.operation, a, b)
      // by its slope, over a little more than the operand is off by
      let width = max(a.error, 1e-7 * abs(x), .leastNormalMagnitude)
      let slope = abs(Scalar.apply(step.operation, x + width, y) - value) / width
      return rounded(value, slope.isFinite ? slope * a.error : 0)
    }
  }

  private static func value(_ operation: Instruction.Operation, _ a: Number, _ b: Number) -> Double
  {
    switch operation {
    case .less: a.value < b.value ? 1 : 0
    case .lessOrEqual: a.value <= b.value ? 1 : 0
    case .equal, .near: a.value == b.value ? 1 : 0
    case .notEqual: a.value != b.value ? 1 : 0
    case .and: a.value != 0 && b.value != 0 ? 1 : 0
    case .or: a.value != 0 || b.value != 0 ? 1 : 0
    case .not: 1 - a.value
    default: Scalar.apply(operation, a.value, b.value)
    }
  }
}

extension Evaluator {
  /// By how much rounding may move the samples of a formula at most, by the first few of them; 0 where
  /// it is no sum, and where nobody can tell.
  func roundingNoise(of formula: Formula) -> Double {
    guard formula.isSum, let flat = FlatFormula(formula).formula,
      case .program(let program, let inputs) = flat.code, let all = samples, !all.isGiven
    else { return 0 }
    let outer = samples
    samples = SampleSet(all, from: 0, count: min(16, all.axis.count))
    defer { samples = outer }
    do {
      var columns: [Column<Double>] = []
      try prepareForLoading(flat)
      for input in inputs { columns.append(try load(input, at: bestPoint)) }
      let axes = try union(columns.map(\.axes), formula.place)
      guard axes.reduce(1, { $0 * $1.count }) <= 4096 else { return 0 }
      return RoundingNoise.bound(program, columns.map { $0.spread(over: axes).cells })
    } catch {
      // also where the work was stopped: what is known by then is shown
      return 0
    }
  }
}

extension Formula {
  /// Whether the last step is one in which something may cancel.
  fileprivate var isSum: Bool {
    var formula = self
    for _ in 0..<Limits.callDepth {
      switch formula.code {
      case .program(let program, let inputs):
        guard let last = program.instructions.last, last.target == program.result else {
          return false
        }
        if last.operation == .add || last.operation == .subtract { return true }
        guard program.instructions.count == 1, inputs.count == 1, last.operation != .power else {
          return false
        }
        guard let next = inputs[0].loaded else { return false }
        formula = next
      case .input(let input):
        guard let next = input.loaded else { return false }
        formula = next
      case .constant, .text: return false
      }
    }
    return false
  }
}

extension Input {
  fileprivate var loaded: Formula? {
    switch self {
    case .formula(let formula): formula
    case .node(let node): node.formula
    default: nil
    }
  }
}
