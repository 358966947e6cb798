import ArgumentParser
import Report
import Shell

/// The command line of `tj help TOPIC`.
struct HelpOptions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tj help",
    abstract:
      "Shows what is known of a word, a sign, a function, a unit, a catalog row, a command.",
    discussion: """
      EXAMPLES:
        tj help with
        tj help '->'
        tj help kWh J/t power h100_sxm :undo
      """)

  @Argument(help: "What ?name takes at the prompt.")
  var topics: [String] = []

  @Flag(help: "The whole reference, as Markdown.")
  var all = false

  @Option(help: "The form of results.")
  var format = Format.text

  @Option(help: "Colour; auto: on a terminal, unless NO_COLOR is set.")
  var color = Invocation.Colour.auto

  var request: HelpRequest {
    var request = HelpRequest(topics: topics)
    request.isWhole = all
    request.format = format
    request.colour = color
    return request
  }
}
