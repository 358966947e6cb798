/// What varies along few of the axes is worked out along those alone: `exp(a) * sqrt(b)` over
/// 1,000 × 1,000 labels takes 1,000 exponentials and 1,000 roots, not a million of each.
extension Program {
  /// Some axes of those a program runs over, one bit each.
  typealias AxisSet = UInt64

  /// A value that varies along few axes, with a program of its own.
  struct Part {
    let program: Program
    /// which inputs of the whole it loads
    let inputs: [Int]
    let axes: AxisSet
  }

  /// Cuts the program in two: parts, and what loads them as further inputs, numbered on from the
  /// inputs of the whole. The arithmetic is the same, so are its faults.
  /// - Parameters:
  ///   - axes: the axes that each input varies along.
  ///   - isSmall: whether there are so few cells along some axes that they are a part.
  /// - Returns: nil where nothing is gained.
  func parted(_ axes: [AxisSet], isSmall: (AxisSet) -> Bool)
    -> (parts: [Part], rest: Program, inputs: [Int])?
  {
    let chain = Chain(self, axes)
    guard case .computed(let result) = chain.result, !isSmall(chain.axes[Int(result)]),
      chain.axes.contains(where: isSmall)
    else { return nil }
    var parts: [Part] = []
    var places: [Int32: Int] = [:]
    let large = chain.axes.indices.filter { !isSmall(chain.axes[$0]) }
    let rest = chain.program(large, result) { i in
      guard isSmall(chain.axes[Int(i)]) else { return nil }
      if let place = places[i] { return inputs(place) }
      let within = (0...Int(i)).filter { chain.axes[$0] | chain.axes[Int(i)] == chain.axes[Int(i)] }
      let (program, loaded) = chain.program(within, i) { _ in nil }
      parts.append(Part(program: program, inputs: loaded, axes: chain.axes[Int(i)]))
      places[i] = parts.count - 1
      return inputs(parts.count - 1)
    }
    return (parts, rest.program, rest.inputs)

    func inputs(_ part: Int) -> ProgramWriter.Register { .input(inputCount + Int32(part)) }
  }
}

/// A program in single-assignment form again.
private struct Chain {
  typealias Register = ProgramWriter.Register

  let whole: Program
  /// what each instruction reads
  private var operands: [(Register, Register, Register)] = []
  /// the axes that the value of each instruction varies along
  let axes: [Program.AxisSet]
  let result: Register

  init(_ program: Program, _ inputs: [Program.AxisSet]) {
    whole = program
    var current = (0..<program.registerCount).map { i -> Register in
      i < program.inputCount ? .input(i) : .constant(i - program.inputCount)
    }
    var axes: [Program.AxisSet] = []
    func set(_ register: Register) -> Program.AxisSet {
      switch register {
      case .input(let k): inputs[Int(k)]
      case .constant: 0
      case .computed(let k): axes[Int(k)]
      }
    }
    for (i, instruction) in program.instructions.enumerated() {
      let a = current[Int(instruction.a)]
      let b = current[Int(instruction.b)]
      let c = current[Int(instruction.c)]
      operands.append((a, b, c))
      axes.append(set(a) | set(b) | set(c))
      current[Int(instruction.target)] = .computed(Int32(i))
    }
    self.axes = axes
    result = current[Int(program.result)]
  }

  /// The program of some of the instructions, in their order.
  /// - Parameter load: the input that stands for an instruction's value, if one does.
  func program(_ chosen: [Int], _ result: Int32, load: (Int32) -> Register?)
    -> (program: Program, inputs: [Int])
  {
    var writer = ProgramWriter()
    var written: [Int32: Register] = [:]
    var inputs = whole.inputCount
    func register(_ register: Register) -> Register {
      switch register {
      case .input: return register
      case .constant(let k): return writer.constant(whole.constants[Int(k)])
      case .computed(let k):
        guard let input = load(k) else { return written[k] ?? register }
        if case .input(let number) = input { inputs = max(inputs, number + 1) }
        return input
      }
    }
    for i in chosen {
      let instruction = whole.instructions[i]
      let (a, b, c) = operands[i]
      written[Int32(i)] = writer.emit(
        instruction.operation, register(a), register(b), register(c),
        place: instruction.place < 0 ? nil : whole.places[Int(instruction.place)])
    }
    return writer.finished(written[result] ?? .computed(result), inputs: Int(inputs))
  }
}
