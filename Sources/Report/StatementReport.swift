import Engine
import Units

/// What a statement prints that is neither a value nor a table: `inputs`, `compare`, `why` …
///
/// Each is made of the engine's data and written in every form; words and widths stand here, and
/// nothing is evaluated.
protocol StatementReport {
  /// the last word of the statement: `markdown` in `format markdown`
  var format: String? { get }
  /// Lines for a terminal, each with its line end.
  func writeText(into out: inout [UInt8])
  func writeMarkdown(into out: inout [UInt8])
  func writeCSV(into out: inout [UInt8])
  /// A form that only this statement has; false where it does not know the word.
  func write(as word: String, into out: inout [UInt8]) -> Bool
  /// The fields of its JSON object after `kind` and `text`.
  func writeFields(into json: inout JSONWriter)
}

extension StatementReport {
  func write(as word: String, into out: inout [UInt8]) -> Bool { false }

  /// Writes the form that the statement asks for, else the one that is set.
  /// - Precondition: the form is not JSON, which has an object of its own.
  func write(_ standard: Format, into out: inout [UInt8]) {
    if let format, write(as: format, into: &out) { return }
    switch format.flatMap(Format.init(word:)) ?? standard {
    case .text, .json: writeText(into: &out)
    case .markdown: writeMarkdown(into: &out)
    case .csv: writeCSV(into: &out)
    }
  }

  /// Whether the statement itself asks for JSON.
  var asksForJSON: Bool { format.flatMap(Format.init(word:)) == .json }
}

extension Outcome {
  /// The outcome as a report, if it is one.
  func report(units: UnitTable, settings: Settings) -> (any StatementReport)? {
    switch self {
    case .inputs(let assumptions):
      InputsReport(assumptions, units: units, settings: settings)
    case .graph(let graph): GraphReport(graph, units: units, settings: settings)
    case .sensitivity(let tornado):
      TornadoReport(tornado, units: units, settings: settings)
    case .histogram(let histogram):
      HistogramReport(histogram, units: units, settings: settings)
    case .comparison(let comparison):
      ComparisonReport(comparison: comparison, units: units, settings: settings)
    case .attribution(let attribution):
      AttributionReport(attribution: attribution, units: units, settings: settings)
    case .reading(let reading):
      ReadingReport(reading, units: units, settings: settings)
    case .derivation(let derivation):
      ExplainReport(derivation: derivation, units: units, settings: settings)
    case .hole(let hole): HoleReport(hole: hole, settings: settings)
    case .exercise(let exercise):
      ExerciseReport(exercise: exercise, units: units, settings: settings)
    default: nil
    }
  }
}
