import Glibc
import Shell

/// tj, the program. The commonest command lines are read directly; the others by ArgumentParser.
@main struct Main {
  static func main() {
    // A closed pipe is an error number, not a sudden end.
    signal(SIGPIPE, SIG_IGN)
    let arguments = CommandLine.arguments.dropFirst()
    let status = Invocation(plain: arguments)?.run() ?? CommandLineReader.run(Array(arguments))
    exit(status.rawValue)
  }
}
