import Testing

@testable import Syntax

/// A fixed set of unit names, enough to read the contract's examples without the Units room.
final class KnownUnits: UnitNames {
  private let names: Set<Name> = Set(
    [
      "%", "$", "€", "°C", "°F", "Δ°C", "‰", "ppm", "A", "B", "CO2e", "GB", "J", "K", "L", "MJ",
      "Mt", "N", "V", "W", "Wh", "day", "ft", "g", "gCO2e", "gpu", "h", "hours", "inch", "kW",
      "kWh",
      "kg", "kilowatt", "km", "kt", "m", "min", "param", "request", "s", "t", "tonne", "year", "μs",
      "µs", "Ω",
    ].map { Name($0) })

  func isUnit(_ name: Name) -> Bool { names.contains(name) }
}

/// What a whole text comes to: readings, error ids and note ids in order.
struct Seen {
  var readings: [String] = []
  var errors: [Diagnostic] = []
  var notes: [Diagnostic] = []
  var statements: [Statement] = []

  init(_ text: String, isPrompt: Bool = false) {
    self.init(bytes: Array(text.utf8), isPrompt: isPrompt)
  }

  init(bytes: [UInt8], isPrompt: Bool = false) {
    let source = SourceText(name: "test", bytes: bytes)
    var parser = Parser(source, units: KnownUnits(), isPrompt: isPrompt)
    while true {
      let step = parser.next()
      notes += parser.notes
      switch step {
      case .statement(let statement):
        statements.append(statement)
        readings.append(Reading.text(statement))
      case .failure(let diagnostics): errors += diagnostics
      case .end: return
      }
    }
  }

  var problems: [SyntaxProblem] { errors.compactMap { $0.problem as? SyntaxProblem } }
  var remarks: [SyntaxProblem] { notes.compactMap { $0.problem as? SyntaxProblem } }
  var errorIDs: [String] { errors.map(\.problem.id) }
  var noteIDs: [String] { notes.map(\.problem.id) }
}

/// One line of tj, and the same line as tj reads it. What is printed reads as the same again.
func reads(
  _ text: String, as reading: String, notes: [String] = [],
  location: SourceLocation = #_sourceLocation
) {
  let seen = Seen(text)
  #expect(seen.errorIDs == [], "\(text): \(seen.problems)", sourceLocation: location)
  #expect(seen.readings == [reading], "\(text)", sourceLocation: location)
  #expect(seen.noteIDs == notes, "\(text)", sourceLocation: location)
  let again = Seen(reading)
  #expect(again.readings == [reading], "read again: \(again.problems)", sourceLocation: location)
}

/// One line of tj that is an error, with the place that is underlined.
func fails(
  _ text: String, _ problem: SyntaxProblem, at place: String? = nil,
  location: SourceLocation = #_sourceLocation
) {
  let seen = Seen(text)
  #expect(seen.problems == [problem], "\(text)", sourceLocation: location)
  if let place { #expect(seen.errors.first?.place.text == place, sourceLocation: location) }
}
