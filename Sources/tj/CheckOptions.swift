import ArgumentParser
import Report
import Shell

/// The command line of `tj check FILE…`.
struct CheckOptions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tj check",
    abstract: "Reports every error of scripts without running them.",
    discussion: """
      What cannot be read, names that nobody defines, with the nearest ones, and dimensions that do \
      not fit, also in functions that are never called and at calls of them. What is defined and never \
      used is noted. Nothing is valued; files that a script names with use and read_csv are read.

      EXAMPLES:
        tj check rig.tj
        tj check examples/*.tj
        tj check - < rig.tj

      Exit codes: 0; 1 for an error; 2 for wrong usage.
      """)

  @Argument(help: "Scripts, each checked by itself.", completion: .file(extensions: ["tj"]))
  var files: [String]

  @Option(help: "The form of messages.")
  var format = Format.text

  @Option(help: "Colour; auto: on a terminal, unless NO_COLOR is set.")
  var color = Invocation.Colour.auto

  @OptionGroup var bounds: BoundsOptions

  var checking: Checking {
    var checking = Checking(files: files)
    checking.format = format
    checking.colour = color
    checking.bounds = bounds.bounds
    return checking
  }
}
