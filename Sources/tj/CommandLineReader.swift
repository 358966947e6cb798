import ArgumentParser
import Shell

/// Reads a command line with all its options and does what it asks for.
///
/// `tj run FILE …` is `tj FILE …`; `tj help` is `tj --help`.
enum CommandLineReader {
  static func run(_ arguments: [String]) -> ExitStatus {
    let arguments = wordFirst(arguments)
    if arguments.first == "read" { return read(Array(arguments.dropFirst())) }
    if arguments.first == "help", arguments.count > 1 { return help(Array(arguments.dropFirst())) }
    if arguments.first == "learn" { return learn(Array(arguments.dropFirst())) }
    if arguments.first == "check" { return check(Array(arguments.dropFirst())) }
    if arguments.first == "fmt" { return format(Array(arguments.dropFirst())) }
    if arguments.count <= 2, arguments.first == "--generate-completion-script",
      let shell = arguments.count == 2
        ? CompletionShell(rawValue: arguments[1]) : CompletionShell.autodetected()
    {
      write(CompletionTree.script(for: shell), to: 1)
      return .success
    }
    let isRun = arguments.first == "run"
    let isHelp = arguments.first == "help"
    let options = isRun || isHelp ? Array(arguments.dropFirst()) : arguments
    do {
      let command = try Options.parseAsRoot(isHelp ? ["--help"] : options)
      guard let other = command as? Options else {
        // what ArgumentParser brings along: completion scripts
        var builtIn = command
        try builtIn.run()
        return .success
      }
      if isRun, other.files.isEmpty { throw ValidationError("`tj run` needs a file") }
      return other.invocation.run()
    } catch {
      return report(error)
    }
  }

  private static let words: Set<String> = ["run", "read", "help", "learn", "check", "fmt"]
  private static let optionsWithValue: Set<String> = [
    "-e", "--set", "--print", "--scenario", "--format", "--digits", "--color", "--limit-time",
    "--limit-memory",
  ]

  /// `tj --no-init run rig.tj` is `tj run --no-init rig.tj`: options may stand before the word.
  private static func wordFirst(_ arguments: [String]) -> [String] {
    var at = 0
    while at < arguments.count {
      let argument = arguments[at]
      guard argument.hasPrefix("-"), argument != "-", argument != "--" else { break }
      at += optionsWithValue.contains(argument) ? 2 : 1
    }
    guard at > 0, at < arguments.count, words.contains(arguments[at]) else { return arguments }
    // no file is run before the others in any case
    let before = arguments[..<at].filter { arguments[at] == "run" || $0 != "--no-init" }
    return [arguments[at]] + before + arguments[(at + 1)...]
  }

  /// `tj read TEXT…`
  private static func read(_ arguments: [String]) -> ExitStatus {
    do {
      return try ReadOptions.parse(textsLast(arguments)).request.run()
    } catch {
      return report(error, of: ReadOptions.self)
    }
  }

  /// `tj help TOPIC…`
  private static func help(_ arguments: [String]) -> ExitStatus {
    do {
      return try HelpOptions.parse(textsLast(arguments)).request.run()
    } catch {
      return report(error, of: HelpOptions.self)
    }
  }

  /// Options first, so that a text may begin with a sign: `tj help '->'`, `tj read '-x^2'`.
  private static func textsLast(_ arguments: [String]) -> [String] {
    var options: [String] = []
    var texts: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        texts += rest
        break
      }
      if argument == "-h" || argument.hasPrefix("--") {
        options.append(argument)
        if ["--format", "--color"].contains(argument), let value = rest.popFirst() {
          options.append(value)
        }
      } else {
        texts.append(argument)
      }
    }
    return options + ["--"] + texts
  }

  private static func learn(_ arguments: [String]) -> ExitStatus {
    do {
      return try LearnOptions.parse(arguments).learning.run()
    } catch {
      return report(error, of: LearnOptions.self)
    }
  }

  private static func check(_ arguments: [String]) -> ExitStatus {
    do {
      return try CheckOptions.parse(arguments).checking.run()
    } catch {
      return report(error, of: CheckOptions.self)
    }
  }

  private static func format(_ arguments: [String]) -> ExitStatus {
    do {
      return try FormatOptions.parse(arguments).formatting.run()
    } catch {
      return report(error, of: FormatOptions.self)
    }
  }

  /// Help and version go to standard output, faults to standard error.
  private static func report(
    _ error: any Error, of command: any ParsableArguments.Type = Options.self
  ) -> ExitStatus {
    guard !command.exitCode(for: error).isSuccess else {
      write(command.fullMessage(for: error), to: 1)
      return .success
    }
    let message = command.message(for: error)
    let sentence = message.prefix(1).lowercased() + message.dropFirst()
    write("tj: \(sentence)\n  `tj --help` shows how it is used", to: 2)
    return .usage
  }

  private static func write(_ text: String, to descriptor: Int32) {
    let sink = ByteSink(descriptor: descriptor)
    sink.write(text.hasSuffix("\n") ? text : text + "\n")
    sink.flush()
  }
}
