import Syntax

/// One step of a register program: `registers[target] = operation(a, b, c)`.
struct Instruction {
  enum Operation: UInt8 {
    case add, subtract, multiply, divide, power, negate
    case absolute, squareRoot, cubeRoot, exponential, logarithm, logarithm10, logarithm2
    case sine, cosine, tangent, arcsine, arccosine, arctangent
    case minimum, maximum, floor, ceiling, round, modulo
    case less, lessOrEqual, equal, notEqual, near
    case and, or, not
    /// `a` where the condition `c` is 1, else `b`
    case select
  }
  var operation: Operation
  var target: Int32 = 0
  var a: Int32
  var b: Int32
  var c: Int32
  /// where it was said, for an error: an index into `Program.places`; −1 where none can occur
  var place: Int32
}

/// A formula's arithmetic, dimensions long checked and unit factors folded in: straight-line code
/// over registers. The same program runs on one cell, on blocks of cells and on `Dual`s.
///
/// Registers `0 ..< inputs` hold the loaded columns, the next ones the constants; the others are
/// reused after their last reading, so that the working set stays in cache.
struct Program {
  var instructions: [Instruction] = []
  var constants: [Double] = []
  var inputCount: Int32 = 0
  var registerCount: Int32 = 0
  /// the register of the result
  var result: Int32 = 0
  var places: [Place] = []
}

/// Writes a program in single-assignment form, then packs its registers.
struct ProgramWriter {
  /// A value in the program being written.
  enum Register: Hashable {
    case input(Int32)
    case constant(Int32)
    case computed(Int32)

    /// Another one for every register: all that is hashed of it.
    var number: UInt64 {
      switch self {
      case .input(let i): UInt64(UInt32(bitPattern: i))
      case .constant(let i): UInt64(UInt32(bitPattern: i)) | 1 << 30
      case .computed(let i): UInt64(UInt32(bitPattern: i)) | 2 << 30
      }
    }

    func hash(into hasher: inout Hasher) { hasher.combine(number) }
  }
  private(set) var instructions: [Instruction] = []
  private(set) var operands: [(Register, Register, Register)] = []
  private(set) var constants: [Double] = []
  private(set) var places: [Place] = []

  var isEmpty: Bool { instructions.isEmpty && constants.isEmpty && places.isEmpty }

  mutating func constant(_ value: Double) -> Register {
    if let known = constants.lastIndex(where: { $0 == value }) { return .constant(Int32(known)) }
    constants.append(value)
    return .constant(Int32(constants.count - 1))
  }

  mutating func emit(
    _ operation: Instruction.Operation, _ a: Register, _ b: Register? = nil, _ c: Register? = nil,
    place: Place? = nil
  ) -> Register {
    var at: Int32 = -1
    if let place {
      places.append(place)
      at = Int32(places.count - 1)
    }
    instructions.append(Instruction(operation: operation, a: 0, b: 0, c: 0, place: at))
    operands.append((a, b ?? a, c ?? a))
    return .computed(Int32(instructions.count - 1))
  }

  /// What becomes of a computed value.
  private struct Use {
    var isNeeded = false
    /// the instruction that reads it last
    var last = -1
    /// the register that it is packed into
    var slot: Int32 = -1
  }

  /// The program that computes one of its registers, and which of the inputs it loads.
  func finished(_ result: Register, inputs count: Int) -> (program: Program, inputs: [Int]) {
    let (program, loaded, _) = finished(all: [result], inputs: count)
    return (program, loaded)
  }

  /// The program that computes some of its registers, which of the inputs it loads, and where the
  /// results are when it has run.
  func finished(all results: [Register], inputs count: Int)
    -> (program: Program, inputs: [Int], results: [Int32])
  {
    var program = Program()
    program.constants = constants
    program.places = places

    var uses = Array(repeating: Use(), count: instructions.count)
    // only what leads to the result is kept, and only the inputs that it loads
    var number = Array(repeating: Int32(-1), count: count)
    func need(_ register: Register) {
      switch register {
      case .input(let i): number[Int(i)] = 0
      case .computed(let i): uses[Int(i)].isNeeded = true
      case .constant: break
      }
    }
    for result in results { need(result) }
    for i in instructions.indices.reversed() where uses[i].isNeeded {
      need(operands[i].0)
      need(operands[i].1)
      need(operands[i].2)
    }
    var loaded: [Int] = []
    for input in number.indices where number[input] >= 0 {
      number[input] = Int32(loaded.count)
      loaded.append(input)
    }
    let inputs = loaded.count
    program.inputCount = Int32(inputs)
    let fixed = Int32(inputs + constants.count)
    for (i, (a, b, c)) in operands.enumerated() where uses[i].isNeeded {
      for case .computed(let r) in [a, b, c] { uses[Int(r)].last = i }
    }
    for case .computed(let r) in results { uses[Int(r)].last = instructions.count }

    var free: [Int32] = []
    var used = fixed
    func place(_ register: Register) -> Int32 {
      switch register {
      case .input(let i): number[Int(i)]
      case .constant(let i): Int32(inputs) + i
      case .computed(let i): uses[Int(i)].slot
      }
    }
    program.instructions.reserveCapacity(instructions.count)
    for i in instructions.indices where uses[i].isNeeded {
      var packed = instructions[i]
      let (a, b, c) = operands[i]
      packed.a = place(a)
      packed.b = place(b)
      packed.c = place(c)
      if let reused = free.popLast() {
        uses[i].slot = reused
      } else {
        uses[i].slot = used
        used += 1
      }
      packed.target = uses[i].slot
      program.instructions.append(packed)
      for case .computed(let r) in [a, b, c] where uses[Int(r)].last == i {
        free.append(uses[Int(r)].slot)
        // freed once, also where it is read on both sides
        uses[Int(r)].last = -1
      }
    }
    program.registerCount = used
    let found = results.map(place)
    if let first = found.first { program.result = first }
    return (program, loaded, found)
  }
}
