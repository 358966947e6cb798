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

  @OptionGroup var run: RunOptions

  var invocation: Invocation {
    var invocation = Invocation()
    invocation.inputs = files.map(Invocation.input)
    invocation.add(statements: run.e)
    invocation.settings = run.set
    invocation.prints = run.print
    invocation.scenarios = run.scenario
    invocation.resumption = run.resume.map { $0.isEmpty ? .newest : .file($0) }
    invocation.hasNoInit = run.hasNoInit
    invocation.bounds = run.bounds.bounds
    invocation.isInteractive = run.i
    invocation.format = run.format
    invocation.digits = run.digits
    invocation.colour = run.color
    return invocation
  }
}

extension Format: ExpressibleByArgument {
  public init?(argument: String) { self.init(word: argument) }
}

extension Invocation.Colour: ExpressibleByArgument {}
