import ArgumentParser
import Glibc
import Report
import Shell

/// Reads a command line with all its options and does what it asks for.
enum CommandLineReader {
  static func run(_ arguments: [String]) -> ExitStatus {
    do {
      switch try TJ.parseAsRoot(arguments) {
      case let command as TJ: return command.invocation.run()
      case let command as Run: return command.invocation.run()
      case var other:
        try other.run()
        return .success
      }
    } catch {
      return report(error)
    }
  }

  /// Help and version go to standard output, faults to standard error.
  private static func report(_ error: any Error) -> ExitStatus {
    if TJ.exitCode(for: error).isSuccess {
      write(TJ.fullMessage(for: error), to: 1)
      return .success
    }
    write("tj: \(firstLower(TJ.message(for: error)))\n  `tj --help` shows how it is used", to: 2)
    return .usage
  }

  private static func write(_ text: String, to descriptor: Int32) {
    let sink = ByteSink(descriptor: descriptor)
    sink.write(text.hasSuffix("\n") ? text : text + "\n")
    sink.flush()
  }

  private static func firstLower(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }
}
