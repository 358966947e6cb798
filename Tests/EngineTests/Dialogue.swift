import Engine
import Report
import Syntax
import Testing

/// A session and what it answers, for tests that read like a specification.
final class Dialogue {
  let session = Session()

  init(_ entries: String = "", sourceLocation: SourceLocation = #_sourceLocation) {
    if !entries.isEmpty { define(entries, sourceLocation: sourceLocation) }
  }

  /// Everything that came of an entry.
  @discardableResult
  func enter(_ text: String, mode: Session.Mode = .prompt) -> [Outcome] {
    var outcomes: [Outcome] = []
    session.checkpoint()
    session.run(SourceText(name: "test", text: text), mode: mode) { outcomes.append($0) }
    return outcomes
  }

  /// Enters lines that must be sound.
  func define(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    for problem in Self.errors(enter(text)) {
      Issue.record("\(problem.id) in \(text)", sourceLocation: sourceLocation)
    }
  }

  /// What an entry shows, notes left out.
  func shown(_ text: String, mode: Session.Mode = .prompt) -> String {
    rendered(enter(text, mode: mode))
  }

  /// What an expression shows that is asked for from outside: no entry, and `ans` stays.
  func asked(_ text: String) -> String {
    var outcomes: [Outcome] = []
    _ = session.show(expression: SourceText(name: "test", text: text)) { outcomes.append($0) }
    return rendered(outcomes)
  }

  func rendered(_ outcomes: [Outcome]) -> String {
    var renderer = Renderer(.text)
    var out: [UInt8] = []
    for outcome in outcomes {
      if case .diagnostic(let diagnostic) = outcome {
        if diagnostic.severity == .error { out += Array("error: \(diagnostic.problem.id)\n".utf8) }
      } else {
        renderer.render(outcome, units: session.units, into: &out)
      }
    }
    return String(decoding: out.last == UInt8(ascii: "\n") ? out.dropLast() : out, as: UTF8.self)
  }

  /// The value of a bare expression, or nil where it has none.
  func value(_ text: String) -> Value? {
    for case .value(_, let value) in enter(text) { return value }
    return nil
  }

  /// Its cells in base units.
  func numbers(_ text: String) -> [Double] {
    if let value = value(text), case .numbers(let numbers) = value.cells { return numbers }
    return []
  }

  /// Its ends in base units, cell by cell; those of a plain value are the value.
  func range(_ text: String) -> (low: [Double], high: [Double], isOuterBound: Bool)? {
    guard let value = value(text), case .numbers(let numbers) = value.cells else { return nil }
    return (value.low ?? numbers, value.high ?? numbers, value.isOuterBound)
  }

  static func errors(_ outcomes: [Outcome]) -> [any Problem] { problems(outcomes, .error) }
  static func notes(_ outcomes: [Outcome]) -> [any Problem] { problems(outcomes, .note) }

  private static func problems(_ outcomes: [Outcome], _ severity: Diagnostic.Severity)
    -> [any Problem]
  {
    outcomes.compactMap {
      if case .diagnostic(let diagnostic) = $0, diagnostic.severity == severity {
        return diagnostic.problem
      }
      return nil
    }
  }
}

/// One line of tj, and one of what it shows.
func shows(
  _ line: String, after definitions: String = "", as expected: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let tj = Dialogue(definitions, sourceLocation: sourceLocation)
  #expect(tj.shown(line) == expected, "\(line)", sourceLocation: sourceLocation)
}

/// One line of tj that is an error, and the identifier of that error.
func refuses(
  _ line: String, after definitions: String = "", as expected: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let tj = Dialogue(definitions, sourceLocation: sourceLocation)
  let errors = Dialogue.errors(tj.enter(line)).map(\.id)
  #expect(errors == [expected], "\(line)", sourceLocation: sourceLocation)
}

/// One line of tj that gets a note, and the identifier of that note.
func notes(
  _ line: String, after definitions: String = "", as expected: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let tj = Dialogue(definitions, sourceLocation: sourceLocation)
  let notes = Dialogue.notes(tj.enter(line)).map(\.id)
  #expect(notes.contains(expected), "\(line)", sourceLocation: sourceLocation)
}

/// Equal to within a share of their size.
func isClose(_ a: Double, _ b: Double, within share: Double = 1e-12) -> Bool {
  a == b || abs(a - b) <= share * max(abs(a), abs(b))
}
