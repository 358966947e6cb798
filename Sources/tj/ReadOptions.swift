import ArgumentParser
import Report
import Shell

/// The command line of `tj read`.
struct ReadOptions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tj read",
    abstract: "Shows how lines are read: fully bracketed, with their units and their tree.",
    discussion: """
      No name is looked up and nothing is valued. Without a text, or with a lone -, standard input is read.
      """)

  @Argument(help: "Statements, such as 'node / 319.8 t/s'.")
  var texts: [String] = []

  @Option(help: "The form of results; json gives the tree as data.")
  var format = Format.text

  @Option(help: "Colour; auto: on a terminal, unless NO_COLOR is set.")
  var color = Invocation.Colour.auto

  var request: ReadingRequest {
    var request = ReadingRequest(texts: texts)
    request.format = format
    request.colour = color
    return request
  }
}
