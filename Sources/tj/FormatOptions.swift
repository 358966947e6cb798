import ArgumentParser
import Shell

/// The command line of `tj fmt FILE…`.
struct FormatOptions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tj fmt",
    abstract: "Puts the blanks and indents of scripts in order.",
    discussion: """
      Words, signs, lines, empty lines and comments stay, and every statement reads as it did: a \
      script is written only after it has been read again and compared. One that cannot be read is \
      left as it is.

      EXAMPLES:
        tj fmt rig.tj
        tj fmt --check examples/*.tj    names those that are not in order
        tj fmt - < rig.tj               from standard input to standard output

      Exit codes: 0; 1 where a script cannot be read or written, or is not in order with --check; 2 \
      for wrong usage.
      """)

  @Argument(help: "Scripts.", completion: .file(extensions: ["tj"]))
  var files: [String]

  @Flag(help: "Write nothing; name the files that are not in order.")
  var check = false

  @Option(help: "Colour; auto: on a terminal, unless NO_COLOR is set.")
  var color = Invocation.Colour.auto

  var formatting: Formatting {
    var formatting = Formatting(files: files)
    formatting.isCheck = check
    formatting.colour = color
    return formatting
  }
}
