import CSV
import Engine
import Units

/// A question of a lesson where nobody is asked: its words, and the answer.
///
/// ```
/// How many joules does a token take?
///   node / tput = 9.63102 J/t  (within 2%)
/// ```
struct ExerciseReport: StatementReport {
  let exercise: Exercise
  let units: UnitTable
  let settings: Settings

  var format: String? { nil }

  private var phrase: String {
    ValuePhrase(units: units, settings: settings).text(exercise.value)
  }

  /// `node / tput = 9.63102 J/t`; the value alone where that is how the answer is written.
  private var answer: String {
    phrase == exercise.answer ? phrase : "\(DisplayWidth.visible(exercise.answer)) = \(phrase)"
  }

  private var within: String { exercise.toleranceText.map { "  (within \($0))" } ?? "" }

  func writeText(into out: inout [UInt8]) {
    for line in Wrapped.lines(exercise.text, width: settings.width) {
      out.write(line, .head, hasColour: settings.hasColour)
      out.write("\n")
    }
    out.write("  \(answer)")
    out.write(within, .dim, hasColour: settings.hasColour)
    out.write("\n")
  }

  func writeMarkdown(into out: inout [UInt8]) {
    out.write("**\(Markdown.escaped(exercise.text))**\n\n`\(answer)`\(within)\n")
  }

  func writeCSV(into out: inout [UInt8]) {
    var writer = CSVWriter()
    writer.record(["question", "answer", "value", "within"])
    writer.record([exercise.text, exercise.answer, phrase, exercise.toleranceText ?? ""])
    out += writer.take()
  }

  func writeFields(into json: inout JSONWriter) {
    json.field("question", exercise.text)
    json.field("answer", exercise.answer)
    json.field("within", exercise.toleranceText)
    json.field("hints", exercise.hints)
    json.key("expected")
    JSONResult(units: units, settings: settings).write(exercise.value, into: &json)
  }
}
