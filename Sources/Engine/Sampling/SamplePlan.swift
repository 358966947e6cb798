/// What some formulas come to, sample by sample: one register program for all of them over what is
/// drawn from the points. Dimensions, names and axes are gone; it holds nothing of the session, so
/// that any thread can run it on any block.
struct SamplePlan: @unchecked Sendable {
  enum Load: Sendable {
    /// the shares below of a source
    case shares(Int)
    /// a uniform distribution over such a width from a number on
    case uniform(Int, low: Double, width: Double)
    /// the normal quantiles of them
    case scores(Int)
    /// values of a distribution, from the shares in a register
    case draw(Distribution.Sampler, from: Int)
  }
  /// what is put into the first registers, in this order
  let loads: [Load]
  let program: Program
  /// the registers of the results
  let results: [Int]
  let points: SamplePoints
  let faults: Faults

  static let blockSize = BlockRunner.blockSize

  /// About how many operations on numbers a sample takes.
  var work: Int {
    loads.count * 6 + program.instructions.count + results.count * 4
  }
}

/// The registers of a plan for one thread, with room for a block each.
final class SampleRegisters {
  private let plan: SamplePlan
  private let runner: BlockRunner
  private let memory: UnsafeMutablePointer<Double>
  private let registers: UnsafeMutableBufferPointer<BlockRegister>
  private let spare: UnsafeMutablePointer<Double>

  init(_ plan: SamplePlan) {
    self.plan = plan
    runner = BlockRunner(program: plan.program, faults: plan.faults, isInterrupted: { false })
    let count = max(Int(plan.program.registerCount), plan.loads.count) + 1
    let size = SamplePlan.blockSize
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: count * size * MemoryLayout<Double>.stride, alignment: 64
    ).bindMemory(to: Double.self, capacity: count * size)
    memory.initialize(repeating: 0, count: count * size)
    self.memory = memory
    registers = .allocate(capacity: count)
    for i in 0..<count {
      registers.initializeElement(at: i, to: BlockRegister(cells: memory + i * size, step: 1))
    }
    spare = memory + (count - 1) * size
    for (i, value) in plan.program.constants.enumerated() {
      registers[plan.loads.count + i].cells[0] = value
      registers[plan.loads.count + i].step = 0
    }
  }

  deinit {
    registers.deallocate()
    memory.deallocate()
  }

  /// Values a block of samples from `start` on, a multiple of the block size unless there is only one.
  func run(from start: Int, _ n: Int) {
    for (i, load) in plan.loads.enumerated() {
      let target = registers[i].cells
      switch load {
      case .shares(let source): plan.points.shares(source, target, from: start, n)
      case .uniform(let source, let low, let width):
        plan.points.uniform(source, target, low, width, from: start, n)
      case .scores(let source): plan.points.scores(source, target, from: start, n)
      case .draw(let sampler, let from):
        sampler(target, registers[from].cells, n)
      }
    }
    let registers = UnsafeBufferPointer(registers)
    for instruction in plan.program.instructions { runner.step(instruction, registers, n) }
  }

  /// The values of a result in the block that was run last.
  func result(_ i: Int, _ n: Int) -> UnsafePointer<Double> {
    let register = registers[plan.results[i]]
    if register.step == 1 { return UnsafePointer(register.cells) }
    spare.update(repeating: register.cells[0], count: n)
    return UnsafePointer(spare)
  }
}
