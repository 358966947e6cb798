import Glibc

/// Runs a program over the cells of its inputs in blocks that stay in cache.
struct BlockRunner {
  static let blockSize = 512

  let program: Program
  let faults: Faults
  /// asked once a sweep
  let isInterrupted: () -> Bool

  /// The values of the result along `axes`; every input varies along some of them.
  /// - Returns: nil if the work was interrupted.
  func run(_ inputs: [Column<Double>], axes: [Axis]) -> [Double]? {
    let total = axes.reduce(1) { $0 * $1.count }
    let block = min(max(total, 1), Self.blockSize)
    let inputCount = Int(program.inputCount)
    let registers = Int(program.registerCount)
    // which inputs lie in the very order of the result, and which are single values
    let isDirect = inputs.map { column in
      column.axes.count == axes.count && zip(column.axes, axes).allSatisfy { $0 === $1 }
    }
    var walks = inputs.map { Walk(over: axes, in: $0) }

    let complete = withUnsafeTemporaryAllocation(
      of: Double.self, capacity: max(registers, 1) * block
    ) {
      scratch -> [Double]? in
      guard let base = scratch.baseAddress else { return nil }
      for (i, value) in program.constants.enumerated() {
        (base + (inputCount + i) * block).update(repeating: value, count: block)
      }
      for i in inputs.indices where inputs[i].axes.isEmpty {
        (base + i * block).update(repeating: inputs[i].cells[0], count: block)
      }
      var sweeps = 0
      var interrupted = false
      let output = [Double](unsafeUninitializedCapacity: total) { output, count in
        var start = 0
        while start < total {
          let n = min(block, total - start)
          for i in inputs.indices where !inputs[i].axes.isEmpty {
            let slot = base + i * block
            if isDirect[i] {
              inputs[i].cells.withUnsafeBufferPointer { cells in
                if let first = cells.baseAddress { slot.update(from: first + start, count: n) }
              }
            } else {
              inputs[i].cells.withUnsafeBufferPointer { cells in
                for k in 0..<n {
                  slot[k] = cells[walks[i].offset]
                  walks[i].advance()
                }
              }
            }
          }
          for instruction in program.instructions {
            step(instruction, base, block: block, n)
          }
          if let out = output.baseAddress {
            (out + start).initialize(from: base + Int(program.result) * block, count: n)
          }
          start += n
          sweeps += 1
          if sweeps & 255 == 0, isInterrupted() {
            interrupted = true
            break
          }
        }
        count = start
      }
      return interrupted ? nil : output
    }
    return complete
  }

  private func step(
    _ instruction: Instruction, _ base: UnsafeMutablePointer<Double>, block: Int, _ n: Int
  ) {
    let target = base + Int(instruction.target) * block
    let a = UnsafePointer(base + Int(instruction.a) * block)
    let b = UnsafePointer(base + Int(instruction.b) * block)
    let c = UnsafePointer(base + Int(instruction.c) * block)
    switch instruction.operation {
    case .add: for i in 0..<n { target[i] = a[i] + b[i] }
    case .subtract: for i in 0..<n { target[i] = a[i] - b[i] }
    case .multiply: for i in 0..<n { target[i] = a[i] * b[i] }
    case .negate: for i in 0..<n { target[i] = -a[i] }
    case .divide:
      var zeros = false
      for i in 0..<n { zeros = zeros || b[i] == 0 }
      if zeros {
        let fault = fault(.divisionByZero, instruction)
        for i in 0..<n { target[i] = b[i] == 0 && !a[i].isNaN ? fault : a[i] / b[i] }
      } else {
        for i in 0..<n { target[i] = a[i] / b[i] }
      }
    case .select:
      for i in 0..<n { target[i] = c[i] == 1 ? a[i] : c[i] == 0 ? b[i] : c[i] }
    case .less: for i in 0..<n { target[i] = truth(a[i], b[i], a[i] < b[i]) }
    case .lessOrEqual: for i in 0..<n { target[i] = truth(a[i], b[i], a[i] <= b[i]) }
    case .equal: for i in 0..<n { target[i] = truth(a[i], b[i], a[i] == b[i]) }
    case .notEqual: for i in 0..<n { target[i] = truth(a[i], b[i], a[i] != b[i]) }
    case .near:
      for i in 0..<n { target[i] = c[i].isNaN ? c[i] : truth(a[i], b[i], isNear(a[i], b[i], c[i])) }
    case .and:
      for i in 0..<n { target[i] = a[i] == 0 ? 0 : a[i].isNaN ? a[i] : b[i] }
    case .or:
      for i in 0..<n { target[i] = a[i] == 1 ? 1 : a[i].isNaN ? a[i] : b[i] }
    default:
      for i in 0..<n {
        let value = Scalar.apply(instruction.operation, a[i], b[i])
        target[i] =
          value.isNaN && !a[i].isNaN && !b[i].isNaN
          ? fault(Scalar.problem(instruction.operation), instruction) : value
      }
    }
  }

  private func fault(_ problem: EngineProblem, _ instruction: Instruction) -> Double {
    guard instruction.place >= 0 else { return .nan }
    return faults.number(problem, at: program.places[Int(instruction.place)])
  }

  @inline(__always) private func truth(_ a: Double, _ b: Double, _ holds: Bool) -> Double {
    a.isNaN ? a : b.isNaN ? b : holds ? 1 : 0
  }
}

/// Whether two numbers are the same within a tolerance (an amount, not a share).
func isNear(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
  a == b || abs(a - b) <= tolerance * (1 + 1e-12)
}

/// The operations that have no vector loop of their own, one number at a time.
enum Scalar {
  static func apply(_ operation: Instruction.Operation, _ a: Double, _ b: Double) -> Double {
    switch operation {
    case .power: a == 0 && b < 0 ? .nan : Glibc.pow(a, b)
    case .absolute: Swift.abs(a)
    case .squareRoot: a.squareRoot()
    case .cubeRoot: Glibc.cbrt(a)
    case .exponential: Glibc.exp(a)
    case .logarithm: a > 0 ? Glibc.log(a) : a.isNaN ? a : .nan
    case .logarithm10: a > 0 ? Glibc.log10(a) : a.isNaN ? a : .nan
    case .logarithm2: a > 0 ? Glibc.log2(a) : a.isNaN ? a : .nan
    case .sine: Glibc.sin(a)
    case .cosine: Glibc.cos(a)
    case .tangent: Glibc.tan(a)
    case .arcsine: Glibc.asin(a)
    case .arccosine: Glibc.acos(a)
    case .arctangent: Glibc.atan(a)
    case .minimum: a.isNaN ? a : b.isNaN ? b : a < b ? a : b
    case .maximum: a.isNaN ? a : b.isNaN ? b : a > b ? a : b
    case .floor: b == 0 ? .nan : steps(a, b, .down) * b
    case .ceiling: b == 0 ? .nan : steps(a, b, .up) * b
    case .round: b == 0 ? .nan : steps(a, b, .toNearestOrAwayFromZero) * b
    case .modulo: b == 0 ? .nan : a - b * (a / b).rounded(.down)
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: b == 0 ? .nan : a / b
    case .negate: -a
    case .less: a < b ? 1 : 0
    case .lessOrEqual: a <= b ? 1 : 0
    case .equal: a == b ? 1 : 0
    case .notEqual: a != b ? 1 : 0
    case .and: a == 0 ? 0 : b
    case .or: a == 1 ? 1 : b
    case .not: a.isNaN ? a : 1 - a
    case .near, .select: .nan
    }
  }

  /// How many steps fit, forgiving the last bits: 0.3/0.1 is 3 steps, not 2.
  private static func steps(_ a: Double, _ step: Double, _ rule: FloatingPointRoundingRule)
    -> Double
  {
    let ratio = a / step
    let nearest = ratio.rounded()
    return abs(ratio - nearest) <= 1e-12 * abs(ratio) ? nearest : ratio.rounded(rule)
  }

  /// What is wrong where an operation of numbers gives none.
  static func problem(_ operation: Instruction.Operation) -> EngineProblem {
    switch operation {
    case .divide, .floor, .ceiling, .round, .modulo: .divisionByZero
    case .squareRoot: .notDefinedFor(function: "sqrt", needs: "0 or more")
    case .logarithm: .notDefinedFor(function: "ln", needs: "more than 0")
    case .logarithm10: .notDefinedFor(function: "log10", needs: "more than 0")
    case .logarithm2: .notDefinedFor(function: "log2", needs: "more than 0")
    case .arcsine: .notDefinedFor(function: "asin", needs: "between -1 and 1")
    case .arccosine: .notDefinedFor(function: "acos", needs: "between -1 and 1")
    case .power:
      .notDefinedFor(
        function: "^", needs: "0 or more under a fractional power, and not 0 under a negative one")
    default: .tooLarge
    }
  }
}
