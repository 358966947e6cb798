import Syntax
import Units

/// A product where a quotient was meant, a quotient that stands on its head: `node * tput -> J/t`.
extension Session {
  /// What would have the dimension that is wanted if one sign were the other one.
  func turned(_ candidate: MendCandidate, _ whole: Place) -> EngineProblem? {
    if let (turn, text) = turnedText(candidate.text, to: candidate.to, from: candidate.from) {
      let line =
        line(whole, replacing: candidate.place, with: text)?.text
        ?? lineOfFunction(whole, candidate.place, with: text)
      if let line { return .turned(candidate.text, turn, line: line) }
    }
    // the sign stands in the definition of the name
    guard let node = world.node(Name(candidate.text)), node.definition.annotation == nil,
      node.definition.locals.isEmpty, !node.definition.isFrozen,
      case let written = node.source.text(of: node.definition.value),
      let (turn, text) = turnedText(written, to: candidate.to, from: candidate.from),
      turn != .onItsHead
    else { return nil }
    let line = "\(candidate.text) = \(text)"
    return isSound(line) ? .turned(written, turn, line: line) : nil
  }

  /// `node / tput` for `node * tput`.
  private func turnedText(_ text: String, to wanted: Dimension, from: Dimension) -> (
    EngineProblem.Turn, String
  )? {
    let source = SourceText(name: "mend", text: text)
    var parser = Parser(source, units: units)
    guard case .statement(let statement) = parser.next(),
      case .expression(let expression) = statement.kind, case .end = parser.next()
    else { return nil }
    func isMended(_ text: String) -> Bool {
      let line = SourceText(name: "mend", text: text)
      var parser = Parser(line, units: units)
      guard case .statement(let statement) = parser.next(),
        case .expression(let expression) = statement.kind
      else { return false }
      return silently { (try? build(expression, line))?.type.dimension == wanted }
    }
    var here = expression
    while case .binary(let binary) = here, binary.op == .multiply || binary.op == .divide {
      let operand = source.text(of: binary.right)
      let sign = binary.op == .multiply ? "/" : "*"
      let bytes = source.bytes
      let turned =
        String(decoding: bytes[..<Int(binary.opSpan.start)], as: UTF8.self) + sign
        + String(decoding: bytes[Int(binary.opSpan.end)...], as: UTF8.self)
      if isMended(turned) {
        return (binary.op == .multiply ? .divides(operand) : .multiplies(operand), turned)
      }
      here = binary.left
    }
    guard units.quotient(.none, from) == wanted else { return nil }
    if case .number = expression { return (.onItsHead, "1 / (\(text))") }
    guard case .binary(let binary) = expression, binary.op == .divide else {
      return (.onItsHead, "1 / \(bracketed(text))")
    }
    let turned =
      "\(bracketed(source.text(of: binary.right))) / "
      + divisor(source.text(of: binary.left))
    return isMended(turned) ? (.onItsHead, turned) : nil
  }

  /// A text that may stand behind a `/`.
  private func divisor(_ text: String) -> String {
    let source = SourceText(name: "operand", text: text)
    var parser = Parser(source, units: units)
    if case .statement(let statement) = parser.next(),
      case .expression(.binary(let binary)) = statement.kind,
      binary.op == .multiply || binary.op == .divide
    {
      return "(\(text))"
    }
    return bracketed(text)
  }
}
