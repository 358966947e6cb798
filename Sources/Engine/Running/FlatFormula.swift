/// Writes a formula out together with the definitions that it loads, every step once: of `y - u * v / n`
/// beside `y = u * v / n` both sides are one register, and their difference is 0 whatever the brackets
/// are.
///
/// Enclosures need it: two ranges with the same slopes differ by anything between, two readings of one
/// register by nothing. Definitions that make an axis of their own are loaded as they are, and so is all
/// that has no register program.
struct FlatFormula {
  typealias Register = ProgramWriter.Register

  /// so many steps are written out, and so deep
  private static let longest = 2000
  private static let deepest = 100

  private struct Step: Hashable {
    var operation: Instruction.Operation
    var a: Register
    var b: Register
    var c: Register
  }
  private var writer = ProgramWriter()
  private var inputs: [Input] = []
  private var nodes: [Node] = []
  private var leaves: [ObjectIdentifier: Register] = [:]
  private var written: [ObjectIdentifier: Register] = [:]
  private var steps: [Step: Register] = [:]
  private var depth = 0
  /// some step, or some definition, was met twice
  private(set) var isShared = false
  private(set) var formula: Formula?

  init(_ formula: Formula) {
    guard formula.type.kind != .text, let result = write(formula) else { return }
    let (program, loaded) = writer.finished(result, inputs: inputs.count)
    self.formula = Formula(
      type: formula.type, code: .program(program, loaded.map { inputs[$0] }), place: formula.place,
      nodes: nodes, hasSources: formula.hasSources, hasSamples: formula.hasSamples)
  }

  private mutating func write(_ formula: Formula) -> Register? {
    if let known = written[ObjectIdentifier(formula)] {
      isShared = true
      return known
    }
    guard depth < Self.deepest, writer.instructions.count < Self.longest else { return nil }
    depth += 1
    defer { depth -= 1 }
    let found: Register?
    switch formula.code {
    case .constant(let value, let record):
      // the payload of a fault is more than its number
      if record != nil || value.isNaN {
        found = load(.formula(formula), as: formula)
      } else {
        found = writer.constant(value)
      }
    case .input(let input): found = write(input)
    case .program(let program, let inputs):
      var registers = Array(repeating: Register.constant(0), count: Int(program.registerCount))
      for (i, input) in inputs.enumerated() {
        guard let register = write(input) else { return nil }
        registers[i] = register
      }
      for (i, value) in program.constants.enumerated() {
        registers[inputs.count + i] = writer.constant(value)
      }
      for instruction in program.instructions {
        registers[Int(instruction.target)] = emit(
          instruction, registers[Int(instruction.a)], registers[Int(instruction.b)],
          registers[Int(instruction.c)], program)
      }
      found = registers[Int(program.result)]
    case .text: return nil
    }
    written[ObjectIdentifier(formula)] = found
    return found
  }

  private mutating func emit(
    _ instruction: Instruction, _ a: Register, _ b: Register, _ c: Register, _ program: Program
  ) -> Register {
    var step = Step(operation: instruction.operation, a: a, b: b, c: c)
    if [.add, .multiply].contains(step.operation), a.number > b.number {
      // what is not read stands for the first
      step = Step(operation: step.operation, a: b, b: a, c: c == a ? b : c)
    }
    if let known = steps[step] {
      isShared = true
      return known
    }
    let register = writer.emit(
      instruction.operation, a, b, c,
      place: instruction.place < 0 ? nil : program.places[Int(instruction.place)])
    steps[step] = register
    return register
  }

  private mutating func write(_ input: Input) -> Register? {
    switch input {
    case .formula(let formula): return write(formula)
    case .node(let node):
      if let formula = node.formula, formula.hasSources || formula.hasSamples,
        formula.type.kind == .number, formula.makesNoAxis
      {
        return write(formula)
      }
      return load(input, as: node)
    case .bracket(let bracket): return load(input, as: bracket)
    case .distribution(let distribution): return load(input, as: distribution)
    default: return load(input, as: nil)
    }
  }

  /// - Parameter identity: what two loads have in common that are one.
  private mutating func load(_ input: Input, as identity: AnyObject?) -> Register {
    if let identity, let known = leaves[ObjectIdentifier(identity)] { return known }
    inputs.append(input)
    let register = Register.input(Int32(inputs.count - 1))
    if let identity { leaves[ObjectIdentifier(identity)] = register }
    switch input {
    case .node(let node): nodes.append(node)
    default:
      for formula in input.parts {
        for node in formula.nodes where !nodes.contains(where: { $0 === node }) {
          nodes.append(node)
        }
      }
    }
    return register
  }
}

extension Formula {
  /// Whether its axes, if it has any, are those of definitions that it loads.
  fileprivate var makesNoAxis: Bool {
    func isPlain(_ formula: Formula) -> Bool {
      if case .constant = formula.code { return true }
      return formula.makesNoAxis
    }
    return inputs.allSatisfy { input in
      switch input {
      case .node: return true
      case .formula(let formula): return isPlain(formula)
      case .bracket(let bracket):
        return [bracket.low, bracket.best, bracket.high].allSatisfy { $0.map(isPlain) ?? true }
      case .distribution(let distribution): return distribution.parameters.allSatisfy(isPlain)
      default: return false
      }
    }
  }

  /// The same with every step once, where a step occurs twice.
  var simplified: Formula {
    let flat = FlatFormula(self)
    guard flat.isShared, let formula = flat.formula else { return self }
    return formula
  }
}
