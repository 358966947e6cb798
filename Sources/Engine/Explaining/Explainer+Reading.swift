import EnergyCore
import Syntax
import Units

/// What stands in a formula that wants explaining by itself.
enum ExplainedPart {
  case node(Node, String)
  case local(Name, Binding)
  case expression(Expression, String)
  /// a name of which only fields are asked: the row of the catalog that it stands for
  case record(String, id: String, Quantity, Node?)
}

/// From an expression as it was written to one that can be worked out.
extension Explainer {
  struct Found {
    var working: Working
    var parts: [ExplainedPart] = []
    /// what catalog and constants say of the names in it
    var remarks: [Derivation.Remark] = []
    var sources: [String] = []
  }

  func read(_ expression: Expression, _ frame: ExplainFrame) throws(Diagnostic) -> Found {
    var found = Found(working: .value(.truth(false)))
    found.working = try working(expression, frame, &found)
    // a name that stands twice in a formula is explained once, and so is an expression, unless each
    // time it holds a bracket of its own
    var names: Set<String> = []
    var counts: [String: Int] = [:]
    for part in found.parts {
      switch part {
      case .node(_, let name): names.insert(name)
      case .local(let name, _): names.insert(name.text)
      case .expression(_, let text): counts[text, default: 0] += 1
      case .record: break
      }
    }
    var seen: Set<String> = []
    var sources: [String: [Int32]] = [:]
    var parts: [ExplainedPart] = []
    for part in found.parts {
      switch part {
      case .node(_, let name):
        if seen.insert(name).inserted { parts.append(part) }
      case .record(let name, _, _, _):
        // where its plain value counts too, that is explained
        if !names.contains(name), seen.insert(name).inserted { parts.append(part) }
      case .local(let name, _):
        if seen.insert(name.text).inserted { parts.append(part) }
      case .expression(let expression, let text):
        guard counts[text, default: 1] > 1 else {
          parts.append(part)
          continue
        }
        let own = try formula(expression, frame).sources
        if sources[text] != own { parts.append(part) }
        sources[text] = own
      }
    }
    found.parts = parts
    return found
  }

  private func working(_ expression: Expression, _ frame: ExplainFrame, _ found: inout Found)
    throws(Diagnostic) -> Working
  {
    switch expression {
    case .number(let literal):
      let quantity = try quantity(expression, frame)
      return .exact(
        text(expression, frame), quantity,
        literal.unit != nil ? .quantity : literal.power == nil ? .atom : .power)
    case .text(let text) where text.isPlain:
      return .exact(self.text(expression, frame), try quantity(expression, frame))
    case .negate(let operand, _):
      if case .number = operand {
        return .exact(text(expression, frame), try quantity(expression, frame), .negative)
      }
      return .negative(try working(operand, frame, &found))
    case .name(let name, _): return try self.name(name, expression, frame, &found)
    case .dotted(let names, _): return try dotted(names, expression, frame, &found)
    case .field(let base, let name, _):
      _ = try working(base, frame, &found)
      return try field(name, expression, frame, &found)
    case .not(let operand, _): return .not(try working(operand, frame, &found))
    case .binary(let binary): return try self.binary(binary, frame, &found)
    case .comparison(let comparison):
      let first = try working(comparison.first, frame, &found)
      var rest: [(op: String, operand: Working)] = []
      for part in comparison.rest {
        rest.append((part.op.rawValue, try working(part.operand, frame, &found)))
      }
      return .comparison(first, rest, try quantity(expression, frame))
    case .approximately(let approximation):
      return .near(
        try working(approximation.left, frame, &found),
        try working(approximation.right, frame, &found),
        try tolerance(approximation, frame), try quantity(expression, frame))
    case .convert(let base, let unit, _):
      return .converted(try working(base, frame, &found), try resolved(unit, frame))
    case .united(let base, let unit):
      switch base {
      case .list, .range, .tolerance: return try part(expression, frame, &found)
      default: return .united(try working(base, frame, &found), try resolved(unit, frame))
      }
    case .call(let call) where isArithmetic(call):
      var arguments: [Working] = []
      for argument in call.arguments {
        arguments.append(try working(argument.value, frame, &found))
      }
      return .call(call.name, arguments)
    default: return try part(expression, frame, &found)
    }
  }

  /// A built-in function of numbers, cell by cell.
  func isArithmetic(_ call: Call) -> Bool {
    guard call.over.isEmpty, call.arguments.allSatisfy({ $0.name == nil }) else { return false }
    if call.name == "min" || call.name == "max" { return call.arguments.count > 1 }
    return Library.cellFunctions[call.name] != nil
  }

  private func binary(_ binary: Binary, _ frame: ExplainFrame, _ found: inout Found)
    throws(Diagnostic) -> Working
  {
    switch binary.op {
    case .and, .or:
      return .connective(
        binary.op.rawValue, try working(binary.left, frame, &found),
        try working(binary.right, frame, &found))
    case .power:
      return .power(
        try working(binary.left, frame, &found), try working(binary.right, frame, &found))
    case .add, .subtract:
      var rest: [(BinaryOperator, Expression)] = []
      var first = Expression.binary(binary)
      while case .binary(let next) = first, next.op == .add || next.op == .subtract {
        rest.append((next.op, next.right))
        first = next.left
      }
      var summands = [
        Working.Summand(isMinus: false, value: try working(first, frame, &found))
      ]
      for (op, operand) in rest.reversed() {
        summands.append(
          Working.Summand(
            isMinus: op == .subtract, value: try working(operand, frame, &found)))
      }
      return .sum(summands)
    case .multiply, .divide, .juxtapose:
      var rest: [(BinaryOperator, Expression)] = []
      var first = Expression.binary(binary)
      // `2 x` inside a division holds together more tightly than the division
      while case .binary(let next) = first,
        next.op == .multiply || next.op == .divide || next.op == .juxtapose
      {
        rest.append((next.op, next.right))
        first = next.left
      }
      var factors = [Working.Factor(isDivided: false, value: try working(first, frame, &found))]
      for (op, operand) in rest.reversed() {
        factors.append(
          Working.Factor(isDivided: op == .divide, value: try working(operand, frame, &found)))
      }
      return .product(factors)
    }
  }

  // MARK: names

  private func name(
    _ name: Name, _ expression: Expression, _ frame: ExplainFrame, _ found: inout Found
  ) throws(Diagnostic) -> Working {
    let quantity = try quantity(expression, frame)
    if let binding = frame.scope.binding(name) {
      found.parts.append(.local(name, binding))
    } else if let node = world(of: name, frame).node(name) {
      found.parts.append(.node(node, name.text))
    } else if Library.constants[name] == nil, let entry = Catalog.entry(name.text) {
      remark(entry, entry.plainField, name.text, &found)
    } else if quantity.type.kind == .truth {
      return .exact(name.text, quantity)
    }
    return leaf(name.text, quantity)
  }

  func world(of name: Name, _ frame: ExplainFrame) -> World {
    let context = frame.context
    return name == context.ownName ? context.outer ?? context.world : context.world
  }

  func leaf(_ name: String, _ quantity: Quantity, _ strength: Working.Strength = .atom)
    -> Working
  {
    .leaf(Working.Leaf(name: name, strength: strength, isName: true, quantity: quantity))
  }

  // MARK: parts with rules of their own

  func part(_ expression: Expression, _ frame: ExplainFrame, _ found: inout Found)
    throws(Diagnostic) -> Working
  {
    let text = text(expression, frame)
    let quantity = try quantity(expression, frame)
    found.parts.append(.expression(expression, text))
    let strength: Working.Strength
    switch expression {
    case .call, .index, .text: strength = .atom
    case .list(let list) where list.over.isEmpty && list.unit == nil: strength = .atom
    default: strength = .loose
    }
    return leaf(text, quantity, strength)
  }

  /// What a block about an expression is called: the line that it would begin with.
  func subject(_ expression: Expression, _ frame: ExplainFrame) throws(Diagnostic) -> String {
    let working = try read(expression, frame).working
    if working.leaf != nil { return text(expression, frame) }
    return WorkingText(quantities: quantities, digits: nil).text(working)
  }

  /// An expression as written, on one line and without comments.
  func text(_ expression: Expression, _ frame: ExplainFrame) -> String {
    Self.tidy(frame.scope.source.text(of: expression))
  }

  static func tidy(_ text: String) -> String {
    guard text.utf8.contains(10) else { return signed(text) }
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
      var isInText = false
      var end = line.endIndex
      for index in line.indices {
        if line[index] == "\"" { isInText.toggle() }
        if line[index] == "#", !isInText {
          end = index
          break
        }
      }
      lines.append(line[..<end])
    }
    let joined = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    return signed(joined.replacing("( ", with: "(").replacing(" )", with: ")"))
  }

  /// With the sign that the other lines have; a text stays as it is.
  private static func signed(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "\"")) ? text : text.replacing(" * ", with: " × ")
  }

  func resolved(_ unit: UnitExpression, _ frame: ExplainFrame) throws(Diagnostic) -> Unit {
    try FormulaBuilder(frame.context).resolve(unit, frame.scope)
  }
}

extension TextLiteral {
  /// Whether no value stands in it.
  fileprivate var isPlain: Bool {
    pieces.allSatisfy { if case .text = $0 { true } else { false } }
  }
}
