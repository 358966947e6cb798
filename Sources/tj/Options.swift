import ArgumentParser
import Report
import Shell

/// Everything that can stand on a command line, with its help.
struct Options: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tj",
    abstract: "Calculates with quantities, keeps definitions live, asks what if.",
    usage: """
      tj [options] [FILE …] [-e STATEMENTS …]
      tj run FILE … [--set NAME=EXPR …] [options]
      tj read TEXT …
      tj check FILE …
      tj fmt [--check] FILE …
      tj help TOPIC
      tj learn [LESSON | FILE] [--demo] [--again]
      """,
    discussion: """
      EXAMPLES:
        tj                                  the prompt
        tj -e '700 W * 3 h -> MJ'           one calculation: 7.56 MJ
        tj rig.tj                           run a script
        tj rig.tj -e 'jt -> kWh/Mt'         ask a script for something
        tj run rig.tj --set 'node=2 kW'     with another input
        tj run rig.tj --print jt            show something after the script
        tj read 'node / 319.8 t/s'          how a line is read, as a tree
        tj check rig.tj                     its errors, without running it
        tj fmt rig.tj                       its blanks and indents in order
        tj help with                        what is known of a word, a unit, a sign
        tj run rig.tj --scenario worst --print jt
        tj --resume                         go on where the last session ended
        tj -i rig.tj                        the prompt, with what the script defines
        tj --format json rig.tj | jq .      results for programs

      Without files and statements tj is a prompt, or reads statements from \
      standard input where that is no terminal. A file named - is standard input.

      Exit codes: 0; 1 for an error or a failed assert; 2 for wrong usage; 130 \
      when interrupted.
      """,
    version: "tj \(version)")

  @Argument(
    help: "Scripts, run one after another in one session.",
    completion: .file(extensions: ["tj"]))
  var files: [String] = []

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
      "Go on with the newest session, or with the one in a file.", valueName: "file"))
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

  var invocation: Invocation {
    var invocation = Invocation()
    invocation.inputs = files.map(Invocation.input)
    invocation.add(statements: e)
    invocation.settings = set
    invocation.prints = print
    invocation.scenarios = scenario
    invocation.resumption = resume.map { $0.isEmpty ? .newest : .file($0) }
    invocation.hasNoInit = hasNoInit
    invocation.bounds = bounds.bounds
    invocation.isInteractive = i
    invocation.format = format
    invocation.digits = digits
    invocation.colour = color
    return invocation
  }
}

extension Format: ExpressibleByArgument {
  public init?(argument: String) { self.init(word: argument) }
}

extension Invocation.Colour: ExpressibleByArgument {}
