import CKernels
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
    reading(inputs, []) { cells in run(inputs, cells, axes) }
  }

  /// Hands the inputs' cells over without copying them.
  private func reading(
    _ inputs: [Column<Double>], _ found: [UnsafePointer<Double>],
    _ body: ([UnsafePointer<Double>]) -> [Double]?
  ) -> [Double]? {
    guard found.count < inputs.count else { return body(found) }
    return inputs[found.count].cells.withUnsafeBufferPointer { cells in
      guard let base = cells.baseAddress else { return nil }
      return reading(inputs, found + [base], body)
    }
  }

  private func run(
    _ inputs: [Column<Double>], _ cells: [UnsafePointer<Double>], _ axes: [Axis]
  ) -> [Double]? {
    let total = axes.reduce(1) { $0 * $1.count }
    var isFinished = false
    let output = [Double](unsafeUninitializedCapacity: total) { output, filled in
      guard let base = output.baseAddress else { return }
      output.useLargePages()
      isFinished = sweep(inputs, cells, axes, into: base, total)
      filled = isFinished ? total : 0
    }
    return isFinished ? output : nil
  }

  /// - Returns: false if the work was interrupted.
  private func sweep(
    _ inputs: [Column<Double>], _ cells: [UnsafePointer<Double>], _ axes: [Axis],
    into output: UnsafeMutablePointer<Double>, _ total: Int
  ) -> Bool {
    let block = min(total, Self.blockSize)
    let count = max(Int(program.registerCount), 1)
    let result = Int(program.result)
    let isComputed = result >= inputs.count + program.constants.count
    return withUnsafeTemporaryAllocation(
      byteCount: count * block * MemoryLayout<Double>.stride, alignment: 64
    ) { memory in
      guard let scratch = memory.bindMemory(to: Double.self).baseAddress else { return false }
      var registers = (0..<count).map { Register(cells: scratch + $0 * block, step: 1) }
      for (i, value) in program.constants.enumerated() {
        let register = inputs.count + i
        registers[register].cells[0] = value
        registers[register].step = 0
      }
      var loads: [Load] = []
      for i in inputs.indices {
        if total == 1 || inputs[i].axes.isEmpty {
          registers[i] = Register(cells: UnsafeMutablePointer(mutating: cells[i]), step: 0)
        } else {
          loads.append(
            Load(
              cells: cells[i], walk: Walk(over: axes, in: inputs[i]), register: i,
              scratch: scratch + i * block))
        }
      }
      // the first block is shorter, so that the others begin where a line of the cache does
      var n = min(block - (block == total ? 0 : Int(bitPattern: output) / 8 & 7), total)
      var start = 0
      var sweeps = 0
      while start < total {
        for i in loads.indices { registers[loads[i].register] = loads[i].next(n) }
        // a computed result is written where it belongs
        if isComputed { registers[result].cells = output + start }
        registers.withUnsafeBufferPointer { registers in
          for instruction in program.instructions { step(instruction, registers, n) }
        }
        if !isComputed {
          for k in 0..<n { output[start + k] = registers[result][k] }
        }
        start += n
        n = min(block, total - start)
        sweeps += 1
        if sweeps & 255 == 0, isInterrupted() { return false }
      }
      return true
    }
  }

  /// The cells of a block: one each, or one that stands for all of them.
  private struct Register {
    var cells: UnsafeMutablePointer<Double>
    /// 1, or 0 where one stands for all
    var step: Int

    subscript(_ i: Int) -> Double { cells[i &* step] }
  }

  /// An input on its way through the blocks.
  private struct Load {
    let cells: UnsafePointer<Double>
    var walk: Walk
    let register: Int
    let scratch: UnsafeMutablePointer<Double>

    /// The next cells: where they are if they lie in one run, else copied.
    mutating func next(_ n: Int) -> Register {
      if walk.run >= n, walk.step <= 1 {
        let register = Register(
          cells: UnsafeMutablePointer(mutating: cells + walk.offset), step: walk.step)
        walk.advance(by: n)
        return register
      }
      var filled = 0
      while filled < n {
        let count = min(walk.run, n - filled)
        let (from, to) = (cells + walk.offset, scratch + filled)
        switch walk.step {
        case 0: to.update(repeating: from.pointee, count: count)
        case 1: to.update(from: from, count: count)
        default: for k in 0..<count { to[k] = from[k * walk.step] }
        }
        walk.advance(by: count)
        filled += count
      }
      return Register(cells: scratch, step: 1)
    }
  }

  private func step(
    _ instruction: Instruction, _ registers: UnsafeBufferPointer<Register>, _ n: Int
  ) {
    let target = registers[Int(instruction.target)].cells
    let a = registers[Int(instruction.a)]
    let b = registers[Int(instruction.b)]
    let c = registers[Int(instruction.c)]
    switch instruction.operation {
    case .add: tj_add(target, a.cells, a.step, b.cells, b.step, n)
    case .subtract: tj_subtract(target, a.cells, a.step, b.cells, b.step, n)
    case .multiply: tj_multiply(target, a.cells, a.step, b.cells, b.step, n)
    case .negate: for i in 0..<n { target[i] = -a[i] }
    case .divide:
      if tj_any_zero(b.cells, b.step == 0 ? 1 : n) != 0 {
        let fault = fault(.divisionByZero, instruction)
        for i in 0..<n { target[i] = b[i] == 0 && !a[i].isNaN ? fault : a[i] / b[i] }
      } else {
        tj_divide(target, a.cells, a.step, b.cells, b.step, n)
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

extension [Double] {
  /// Whether every value is a finite number: no fault, no overflow.
  var areFinite: Bool {
    withUnsafeBufferPointer { cells in
      cells.baseAddress.map { tj_all_finite($0, cells.count) != 0 } ?? true
    }
  }
}

extension UnsafeMutableBufferPointer<Double> {
  /// Asks for large pages behind a long column: the system hands them out 512 times as fast.
  func useLargePages() {
    guard count >= 1 << 18, let base = baseAddress else { return }
    let page = 1 << 21
    let start = (Int(bitPattern: base) + page - 1) & ~(page - 1)
    let end = (Int(bitPattern: base) + count * MemoryLayout<Double>.stride) & ~(page - 1)
    if end > start {
      madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_HUGEPAGE)
    }
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
