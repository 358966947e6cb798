import CKernels
import Glibc

/// Runs a program over the cells of its inputs in blocks that stay in cache.
struct BlockRunner {
  static let blockSize = 512
  /// so many cells that it is worth looking for parts that vary along few axes
  static let worthParting = 1 << 15
  /// what a thread takes at a time
  static let blocksInPiece = 64
  /// so many operations on cells that another thread pays
  static let worthThreads = 1 << 21

  let program: Program
  let faults: Faults
  /// asked between pieces
  let isInterrupted: () -> Bool

  /// The values of the result along `axes`; every input varies along some of them.
  /// - Returns: nil if the work was interrupted.
  func run(_ inputs: [Column<Double>], axes: [Axis]) -> [Double]? {
    let total = axes.reduce(1) { $0 * $1.count }
    if total == 1 { return [single(inputs)] }
    guard total >= Self.worthParting, let parted = parted(inputs, axes, total) else {
      return reading(inputs, []) { cells in run(inputs, cells, axes, total) }
    }
    var columns = inputs
    for part in parted.parts {
      let own = axes.indices.filter { part.axes >> $0 & 1 == 1 }.map { axes[$0] }
      guard let cells = other(part.program).run(part.inputs.map { inputs[$0] }, axes: own) else {
        return nil
      }
      columns.append(Column(axes: own, cells: cells))
    }
    let loaded = parted.inputs.map { columns[$0] }
    return other(parted.rest).reading(loaded, []) { cells in
      other(parted.rest).run(loaded, cells, axes, total)
    }
  }

  /// The same steps where there is but one cell: nothing to walk along and nothing to share out.
  private func single(_ inputs: [Column<Double>]) -> Double {
    let count = max(Int(program.registerCount), 1)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { cells in
      withUnsafeTemporaryAllocation(of: BlockRegister.self, capacity: count) { registers in
        guard let first = cells.baseAddress else { return .nan }
        cells.initialize(repeating: 0)
        for i in 0..<count {
          registers.initializeElement(at: i, to: BlockRegister(cells: first + i, step: 0))
        }
        for i in inputs.indices { cells[i] = inputs[i].cells[0] }
        for i in program.constants.indices { cells[inputs.count + i] = program.constants[i] }
        let steps = UnsafeBufferPointer(registers)
        for instruction in program.instructions { step(instruction, steps, 1) }
        return cells[Int(program.result)]
      }
    }
  }

  private func other(_ program: Program) -> BlockRunner {
    BlockRunner(program: program, faults: faults, isInterrupted: isInterrupted)
  }

  /// The parts of the program that vary along few axes, if all of them together are little work.
  private func parted(_ inputs: [Column<Double>], _ axes: [Axis], _ total: Int)
    -> (parts: [Program.Part], rest: Program, inputs: [Int])?
  {
    guard axes.count <= Program.AxisSet.bitWidth else { return nil }
    func cells(_ set: Program.AxisSet) -> Int {
      axes.indices.reduce(1) { set >> $1 & 1 == 1 ? $0 * axes[$1].count : $0 }
    }
    let sets = inputs.map { column in
      axes.indices.reduce(Program.AxisSet(0)) {
        column.index(of: axes[$1]) == nil ? $0 : $0 | 1 << $1
      }
    }
    guard let parted = program.parted(sets, isSmall: { cells($0) <= total / 8 }) else { return nil }
    let (held, done) = parted.parts.reduce((0, 0)) { sum, part in
      (sum.0 + cells(part.axes), sum.1 + cells(part.axes) * part.program.instructions.count)
    }
    let isLittle = held <= total / 4 && done <= total / 4 * program.instructions.count
    return isLittle ? parted : nil
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
    _ inputs: [Column<Double>], _ cells: [UnsafePointer<Double>], _ axes: [Axis], _ total: Int
  ) -> [Double]? {
    [Double](count: total) { output in
      output.baseAddress.map { sweep(inputs, cells, axes, into: $0, total) } ?? false
    }
  }

  /// - Returns: false if the work was interrupted.
  private func sweep(
    _ inputs: [Column<Double>], _ cells: [UnsafePointer<Double>], _ axes: [Axis],
    into output: UnsafeMutablePointer<Double>, _ total: Int
  ) -> Bool {
    // the first piece is shorter, so that the others begin where a line of the cache does
    let skipped = total <= Self.blockSize ? 0 : Int(bitPattern: output) / 8 & 7
    let size = Self.blockSize * Self.blocksInPiece
    let isLong = total >= Self.worthThreads / max(program.instructions.count, 1)
    return Cores.share(
      (skipped + total + size - 1) / size, over: isLong ? Cores.count : 1,
      isInterrupted: isInterrupted
    ) { take in
      sweep(inputs, cells, axes, into: output, total, skipped) {
        take().map { max($0 * size - skipped, 0)..<min(($0 + 1) * size - skipped, total) }
      }
    }
  }

  /// Fills range after range of the result.
  private func sweep(
    _ inputs: [Column<Double>], _ cells: [UnsafePointer<Double>], _ axes: [Axis],
    into output: UnsafeMutablePointer<Double>, _ total: Int, _ skipped: Int,
    _ next: () -> Range<Int>?
  ) {
    let block = min(total, Self.blockSize)
    let count = max(Int(program.registerCount), 1)
    let result = Int(program.result)
    let isComputed = result >= inputs.count + program.constants.count
    withUnsafeTemporaryAllocation(
      byteCount: count * block * MemoryLayout<Double>.stride, alignment: 64
    ) { memory in
      guard let scratch = memory.bindMemory(to: Double.self).baseAddress else { return }
      var registers = (0..<count).map { BlockRegister(cells: scratch + $0 * block, step: 1) }
      for (i, value) in program.constants.enumerated() {
        let register = inputs.count + i
        registers[register].cells[0] = value
        registers[register].step = 0
      }
      var loads: [BlockLoad] = []
      for i in inputs.indices {
        if inputs[i].axes.isEmpty {
          registers[i] = BlockRegister(cells: UnsafeMutablePointer(mutating: cells[i]), step: 0)
        } else {
          loads.append(
            BlockLoad(
              cells: cells[i], walk: Walk(over: axes, in: inputs[i]), register: i,
              scratch: scratch + i * block))
        }
      }
      // blocks end where the lines of a table do, so that nothing is copied, unless they are short
      let endsWithLines = loads.allSatisfy { $0.walk.line >= Self.blockSize / 4 }
      while let range = next() {
        for i in loads.indices { loads[i].walk.move(to: range.lowerBound) }
        var start = range.lowerBound
        while start < range.upperBound {
          var n = min(block - (start == 0 ? skipped : 0), range.upperBound - start)
          if endsWithLines { for load in loads { n = min(n, load.walk.run) } }
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
        }
      }
    }
  }

  func step(
    _ instruction: Instruction, _ registers: UnsafeBufferPointer<BlockRegister>, _ n: Int
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
    case .exponential where a.step == 1: tj_exp(target, a.cells, n)
    case .logarithm where a.step == 1 && tj_all_above(a.cells, n, 0) != 0:
      tj_log(target, a.cells, n)
    case .squareRoot where a.step == 1 && tj_all_above(a.cells, n, -0x1p-1074) != 0:
      for i in 0..<n { target[i] = a.cells[i].squareRoot() }
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
    case .exponential: Elementary.exp(a)
    case .logarithm: a > 0 ? Elementary.log(a) : a.isNaN ? a : .nan
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
    case .modulo: b == 0 ? .nan : remainder(a, b)
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
  static func steps(_ a: Double, _ step: Double, _ rule: FloatingPointRoundingRule) -> Double {
    let ratio = a / step
    return isWhole(ratio) ? ratio.rounded() : ratio.rounded(rule)
  }

  /// What is left after whole steps, forgiving the same: 0.3 leaves nothing of 0.1.
  private static func remainder(_ a: Double, _ step: Double) -> Double {
    let ratio = a / step
    return isWhole(ratio) ? 0 : a - step * ratio.rounded(.down)
  }

  /// Of large numbers no more than their last bits are forgiven: 10¹³ + 0.5 is none.
  private static func isWhole(_ ratio: Double) -> Bool {
    let bits = max(1e-9, 2 * ratio.ulp)
    return abs(ratio - ratio.rounded()) <= min(1e-12 * abs(ratio), bits)
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
