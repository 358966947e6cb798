/// What the process says when it ends.
package enum ExitStatus: Int32, Sendable {
  /// Everything was right.
  case success = 0
  /// An error in a script, or an `assert` that failed.
  case failure = 1
  /// The command line asks for something that there is not.
  case usage = 2
  /// Ctrl-C, as shells count it: 128 and the number of SIGINT.
  case interrupted = 130
}
