import Syntax
import Units

/// A statement with its mend, and what else it lacked.
struct MendedLine {
  /// ready to paste
  var text: String
  /// where a second thing had to be mended: what, with the same line
  var further: [EngineProblem]
}

/// The line that a mend comes to. What is offered has been read and checked; where something else is
/// wrong with it then, that is mended too.
extension Session {
  /// The statement with a side replaced; nil where it stands elsewhere, or cannot be made right.
  /// - Parameter isValued: the ends of a range are compared, and that takes their values.
  func line(
    _ whole: Place, replacing place: Place, with text: String, isValued: Bool = false
  ) -> MendedLine? {
    let span = place.source.balanced(place.span)
    guard place.source === whole.source, span.start >= whole.span.start,
      span.end <= whole.span.end, whole.span.end - whole.span.start <= 200
    else { return nil }
    let bytes = whole.source.bytes
    return mended(
      String(decoding: bytes[Int(whole.span.start)..<Int(span.start)], as: UTF8.self) + text
        + String(decoding: bytes[Int(span.end)..<Int(whole.span.end)], as: UTF8.self), by: text,
      isValued: isValued)
  }

  /// A line as it is, where it is right, else with a further mend.
  /// - Parameter text: what has been put into it; if that is still wrong, there is no progress.
  private func mended(_ line: String, by text: String, isValued: Bool) -> MendedLine? {
    let found = fault(in: line, isValued: isValued)
    guard let (fault, whole) = found.fault else {
      return found.isRead ? MendedLine(text: line, further: []) : nil
    }
    guard mendDepth < 1, fault.place.source === whole.source, !isAbout(fault, text) else {
      return nil
    }
    mendDepth += 1
    defer { mendDepth -= 1 }
    let advice = taught(fault, in: whole).advice.compactMap { $0 as? EngineProblem }
    guard let best = advice.first(where: { $0.line != nil }), let whole = best.line else {
      return nil
    }
    return MendedLine(text: whole, further: [best])
  }

  /// Whether what was put in is a side of the fault that is left.
  private func isAbout(_ fault: Diagnostic, _ text: String) -> Bool {
    let places = fault.labels.isEmpty ? [fault.place] : fault.labels.map(\.place)
    return places.contains { [text, "(\(text))"].contains($0.text) }
  }

  /// Whether a line can be read, and its dimensions agree.
  func isSound(_ line: String) -> Bool {
    let found = fault(in: line)
    return found.isRead && found.fault == nil
  }

  /// What is still wrong with a line that can be read.
  private func fault(
    in line: String, isValued: Bool = false
  ) -> (isRead: Bool, fault: (Diagnostic, Place)?) {
    let source = SourceText(name: "mend", text: line)
    var parser = Parser(source, units: units)
    guard case .statement(let statement) = parser.next(), case .end = parser.next() else {
      return (false, nil)
    }
    let outer = isMending
    isMending = true
    defer { isMending = outer }
    return silently {
      switch statement.kind {
      case .function: return (true, nil)
      case .scenario(let scenario):
        // its overrides as those of one value
        guard let first = scenario.definitions.first else { return (true, nil) }
        let overrides = scenario.definitions.map { "\($0.name) = \(source.text(of: $0.value))" }
        let isSound = isSound("\(first.name) with \(overrides.joined(separator: ", "))")
        return (isSound, nil)
      default:
        let whole = Place(source, statement.span)
        switch attempt(statement) {
        case .failure(let fault): return (true, (fault, whole))
        case .success(let formula):
          guard isValued, let formula, !formula.hasSamples else { return (true, nil) }
          do throws(Diagnostic) {
            _ = try value(of: formula)
            return (true, nil)
          } catch { return (true, (error, whole)) }
        }
      }
    }
  }

  /// Does something without a word.
  func silently<Result>(_ body: () -> Result) -> Result {
    let outer = (emit: emit, mode: mode, saidNotes: saidNotes)
    emit = { _ in }
    mode = .script
    defer { (emit, mode, saidNotes) = outer }
    return body()
  }

  /// A text that `*` and `/` may follow.
  func bracketed(_ text: String) -> String {
    let source = SourceText(name: "operand", text: text)
    var parser = Parser(source, units: units)
    guard case .statement(let statement) = parser.next(),
      case .expression(let expression) = statement.kind
    else { return "(\(text))" }
    switch expression {
    case .number, .name, .dotted, .field, .call, .index, .united, .list: return text
    case .binary(let binary):
      switch binary.op {
      case .multiply, .divide, .power, .juxtapose: return text
      default: return "(\(text))"
      }
    default: return "(\(text))"
    }
  }
}

extension EngineProblem {
  /// The line of an advice, ready to paste.
  var line: String? {
    switch self {
    case .lacks(let missing): missing.line
    case .meantOtherwise(let line, _), .joinedBy(_, let line), .swapped(_, let line),
      .turned(_, _, let line):
      line
    default: nil
    }
  }
}
