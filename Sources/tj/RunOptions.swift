import ArgumentParser
import Report
import Shell

/// The options of `tj` and of `tj run`, the files aside.
struct RunOptions: ParsableArguments {
  @Option(
    name: .short, parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Run statements; may be repeated. The last one's value is shown, a definition's too.",
      valueName: "statements"))
  var e: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Take the place of the script's own definition; may be repeated.", valueName: "name=expr"))
  var set: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Show an expression after the files; may be repeated.", valueName: "expr"))
  var print: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Show each --print under a scenario; may be repeated.", valueName: "name"))
  var scenario: [String] = []

  @Option(
    defaultAsFlag: "",
    help: ArgumentHelp(
      "Go on with the newest session, or with the one in a file.", valueName: "file"),
    completion: .file(extensions: ["tj"]))
  var resume: String?

  @Flag(name: .customLong("no-init"), help: "Leave out ~/.config/tj/init.tj.")
  var hasNoInit = false

  @Flag(name: .short, help: "Go on at the prompt.")
  var i = false

  @Option(help: "The form of results.")
  var format = Format.text

  @Option(help: ArgumentHelp("Significant digits, 1 to 17 (default: 6).", valueName: "n"))
  var digits: Int?

  @OptionGroup var bounds: BoundsOptions

  @Option(help: "Colour; auto: on a terminal, unless NO_COLOR is set.")
  var color = Invocation.Colour.auto

  func validate() throws {
    if resume != nil, !set.isEmpty {
      throw ValidationError("--set goes with files; a session that goes on has its own inputs")
    }
    if !scenario.isEmpty, print.isEmpty {
      throw ValidationError("--scenario says under what a --print is shown, and there is none")
    }
    if let digits, !(1...17).contains(digits) {
      throw ValidationError("--digits takes a number from 1 to 17, not \(digits)")
    }
  }
}
