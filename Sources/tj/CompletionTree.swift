import ArgumentParser

/// The whole command line as one tree, for the completion scripts of shells and nothing else: the first
/// word chooses a reading of its own (`CommandLineReader`), so ArgumentParser sees but one of them.
struct CompletionTree: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tj", abstract: Options.configuration.abstract,
    subcommands: [
      Run.self, Word<CheckOptions>.self, Word<FormatOptions>.self, Word<ReadOptions>.self,
      Word<HelpOptions>.self, Word<LearnOptions>.self,
    ])

  // (with files of its own, it would take the words for files)
  @OptionGroup var options: RunOptions

  /// `tj run` takes what `tj` takes.
  struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "run", abstract: "Runs scripts; the same as tj FILE.")

    @OptionGroup var options: Options
  }

  /// `tj check` is called `check` here.
  struct Word<Command: ParsableCommand>: ParsableCommand {
    static var configuration: CommandConfiguration {
      let name = Command.configuration.commandName ?? ""
      return CommandConfiguration(
        commandName: name.split(separator: " ").last.map(String.init) ?? name,
        abstract: Command.configuration.abstract)
    }

    @OptionGroup var options: Command
  }
}
