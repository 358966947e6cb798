import Syntax

/// Turns an equation around: from `node / tput == 0.4 J/t` to `tput = node / (0.4 J/t)`.
///
/// The formula is walked backwards from its result to the unknown, through definitions and inlined
/// functions; each step is undone on the other side. It ends where the unknown is met twice or where
/// a step cannot be undone (`max`, `if`, sums along an axis …).
struct Inversion {
  private let builder: FormulaBuilder
  private let unknown: Unknown
  private let reach: Reach
  private let place: Place
  private var positive: [Formula] = []
  private var steady: [Formula] = []

  init(_ builder: FormulaBuilder, _ unknown: Unknown, _ reach: Reach, _ place: Place) {
    self.builder = builder
    self.unknown = unknown
    self.reach = reach
    self.place = place
  }

  mutating func inverse(_ left: Formula, _ right: Formula) -> Sought.Inverse? {
    let isLeft = reach.holds(left)
    guard isLeft != reach.holds(right) else { return nil }
    let other = isLeft ? right : left
    var target: Operand
    if case .constant(let value, _) = other.code {
      target = .constant(value)
    } else {
      builder.adopt(other)
      target = builder.operand(.formula(other), .plain)
    }
    var open = isLeft ? left : right
    while true {
      let inputs: [Input]
      switch open.code {
      case .constant, .text: return nil
      case .input(let input): inputs = [input]
      case .program(let program, let loaded):
        guard let (index, value) = undo(Steps(program), loaded, target, open) else { return nil }
        target = value
        inputs = [loaded[index]]
      }
      switch inputs[0] {
      case .unknown(let found):
        guard found === unknown else { return nil }
        return Sought.Inverse(
          formula: builder.finished(target, place: place), positive: positive, steady: steady)
      case .node(let node):
        guard let formula = node.formula else { return nil }
        open = formula
      case .formula(let formula): open = formula
      default: return nil
      }
    }
  }

  /// Undoes a program from its result to the one input that holds the unknown.
  private mutating func undo(
    _ steps: Steps, _ inputs: [Input], _ target: Operand, _ formula: Formula
  ) -> (input: Int, value: Operand)? {
    // which steps hold the unknown
    var inputHolds = inputs.map { reach.holds($0, unknown) }
    var stepHolds = Array(repeating: false, count: steps.list.count)
    func holds(_ value: Steps.Value) -> Bool {
      switch value {
      case .input(let i): inputHolds[i]
      case .constant: false
      case .step(let i): stepHolds[i]
      }
    }
    for (i, step) in steps.list.enumerated() {
      stepHolds[i] = step.operands.contains(where: holds)
    }
    inputHolds = inputHolds.map { $0 }
    var copies = Copies(builder: builder, steps: steps, inputs: inputs)
    var target = target
    var at = steps.result
    while true {
      let step: Steps.Step
      switch at {
      case .constant: return nil
      case .input(let i): return (i, target)
      case .step(let i): step = steps.list[i]
      }
      let holding = step.operands.filter(holds)
      guard holding.count == 1, let open = holding.first else { return nil }
      let isFirst = step.operands[0] == open
      let other = step.operands.first { $0 != open }.map { copies.operand($0) }
      func part(_ value: Steps.Value) -> Formula { steps.formula(value, inputs, formula) }
      guard let undone = undo(step.operation, isFirst: isFirst, other, target, part(open)) else {
        return nil
      }
      target = undone
      at = open
    }
  }

  private mutating func undo(
    _ operation: Instruction.Operation, isFirst: Bool, _ other: Operand?, _ target: Operand,
    _ open: @autoclosure () -> Formula
  ) -> Operand? {
    func emit(_ operation: Instruction.Operation, _ a: Operand, _ b: Operand? = nil) -> Operand {
      builder.emit(operation, a, b, type: .plain, place: place)
    }
    switch (operation, other) {
    case (.add, let b?): return emit(.subtract, target, b)
    case (.subtract, let b?): return isFirst ? emit(.add, target, b) : emit(.subtract, b, target)
    case (.multiply, let b?): return emit(.divide, target, b)
    case (.divide, let b?):
      if isFirst { return emit(.multiply, target, b) }
      if !positive.isEmpty { steady.append(open()) }
      return emit(.divide, b, target)
    case (.negate, _): return emit(.negate, target)
    case (.exponential, _): return emit(.logarithm, target)
    case (.logarithm, _): return emit(.exponential, target)
    case (.logarithm10, _): return emit(.power, .constant(10), target)
    case (.logarithm2, _): return emit(.power, .constant(2), target)
    case (.squareRoot, _): return emit(.power, target, .constant(2))
    case (.cubeRoot, _): return emit(.power, target, .constant(3))
    case (.power, let b?):
      guard isFirst else { return emit(.divide, emit(.logarithm, target), emit(.logarithm, b)) }
      guard let n = b.constant else { return nil }
      if n == 0 { return nil }
      if n == 3 { return emit(.cubeRoot, target) }
      if n < 0, !positive.isEmpty { steady.append(open()) }
      // a whole power but 1 and 3 is turned around for a positive base only
      if n == n.rounded(), abs(n) != 1 { positive.append(open()) }
      if n == -1 { return emit(.divide, .constant(1), target) }
      return n == 2
        ? emit(.squareRoot, target) : emit(.power, target, .constant(1 / n))
    default: return nil
    }
  }
}

/// A program in single-assignment form again: who computes what a step reads.
struct Steps {
  enum Value: Equatable {
    case input(Int)
    case constant(Int)
    case step(Int)
  }
  struct Step {
    var operation: Instruction.Operation
    /// as many as the operation reads
    var operands: [Value]
    var place: Place?
  }
  let program: Program
  private(set) var list: [Step] = []
  private(set) var result: Value

  init(_ program: Program) {
    self.program = program
    let inputs = Int(program.inputCount)
    let fixed = inputs + program.constants.count
    var owner: [Int32: Int] = [:]
    func value(_ register: Int32) -> Value {
      let r = Int(register)
      if r < inputs { return .input(r) }
      if r < fixed { return .constant(r - inputs) }
      return .step(owner[register] ?? 0)
    }
    list.reserveCapacity(program.instructions.count)
    result = .constant(0)
    for (i, instruction) in program.instructions.enumerated() {
      let registers = [instruction.a, instruction.b, instruction.c].prefix(
        instruction.operation.arity)
      list.append(
        Step(
          operation: instruction.operation, operands: registers.map(value),
          place: instruction.place < 0 ? nil : program.places[Int(instruction.place)]))
      owner[instruction.target] = i
    }
    result = value(program.result)
  }

  /// A value within the program as a formula of its own.
  func formula(_ value: Value, _ inputs: [Input], _ whole: Formula) -> Formula {
    var part = program
    switch value {
    case .input(let i): part.result = Int32(i)
    case .constant(let i): part.result = program.inputCount + Int32(i)
    case .step(let i):
      part.result = program.instructions[i].target
      part.instructions.removeSubrange((i + 1)...)
    }
    return Formula(
      type: .plain, code: .program(part, inputs), place: whole.place, nodes: whole.nodes,
      hasSources: whole.hasSources)
  }
}

/// Writes parts of a program into another builder, each step once.
private struct Copies {
  let builder: FormulaBuilder
  let steps: Steps
  let inputs: [Input]
  private var copiedSteps: [Int: Operand] = [:]
  private var copiedInputs: [Int: Operand] = [:]

  init(builder: FormulaBuilder, steps: Steps, inputs: [Input]) {
    self.builder = builder
    self.steps = steps
    self.inputs = inputs
  }

  /// - Complexity: linear in the steps before; without recursion.
  mutating func operand(_ value: Steps.Value) -> Operand {
    guard case .step(let last) = value else { return simple(value) }
    if let known = copiedSteps[last] { return known }
    var needed: Set<Int> = [last]
    for i in stride(from: last, through: 0, by: -1) where needed.contains(i) {
      for case .step(let j) in steps.list[i].operands where copiedSteps[j] == nil {
        needed.insert(j)
      }
    }
    for i in needed.sorted() where copiedSteps[i] == nil {
      let step = steps.list[i]
      let operands = step.operands.map { copied($0) }
      if operands.count == 3 {
        let registers = operands.map { builder.register($0) }
        copiedSteps[i] = Operand(
          .register(
            builder.writer.emit(step.operation, registers[0], registers[1], registers[2])),
          .plain)
      } else {
        copiedSteps[i] = builder.emit(
          step.operation, operands[0], operands.count > 1 ? operands[1] : nil, type: .plain,
          place: step.place)
      }
    }
    return copiedSteps[last] ?? .constant(.nan)
  }

  private mutating func copied(_ value: Steps.Value) -> Operand {
    if case .step(let i) = value { return copiedSteps[i] ?? .constant(.nan) }
    return simple(value)
  }

  private mutating func simple(_ value: Steps.Value) -> Operand {
    switch value {
    case .constant(let i): return .constant(steps.program.constants[i])
    case .step: return .constant(.nan)
    case .input(let i):
      if let known = copiedInputs[i] { return known }
      let copy: Operand
      if case .node(let node) = inputs[i] {
        copy = builder.load(node, type: .plain)
      } else {
        let links = Links(inputs[i])
        for formula in links.formulas { builder.adopt(formula) }
        if !links.brackets.isEmpty { builder.hasSources = true }
        copy = builder.operand(inputs[i], .plain)
      }
      copiedInputs[i] = copy
      return copy
    }
  }
}

extension Instruction.Operation {
  /// How many registers it reads.
  var arity: Int {
    switch self {
    case .negate, .absolute, .squareRoot, .cubeRoot, .exponential, .logarithm, .logarithm10,
      .logarithm2, .sine, .cosine, .tangent, .arcsine, .arccosine, .arctangent, .not:
      1
    case .near, .select: 3
    default: 2
    }
  }
}
