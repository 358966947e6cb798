import Glibc
import LineEditing
import Report

/// What every command line of tj does with its output: `tj`, `tj help`, `tj read`, `tj learn`.
extension Output {
  /// Standard output and standard error, as wide as the terminal where there is one.
  static func standard(_ colour: Invocation.Colour, _ format: Format = .text) -> Output {
    let output = Output(
      results: ByteSink(descriptor: 1), messages: ByteSink(descriptor: 2),
      colour: (colour.isAllowed(on: 1), colour.isAllowed(on: 2)))
    output.isWatched = isTerminal(1)
    if let columns = Prompt.columns {
      output.width = columns
      output.wrapsMessages = isTerminal(2)
    }
    if format != .text { output.format = format }
    return output
  }

  /// Writes what is left, and says if that cannot be done.
  /// - Parameter hasStopped: an error has been shown that ends with its own status.
  func finish(_ status: ExitStatus, hasStopped: Bool = false) -> ExitStatus {
    flush()
    guard let failure = results.failure, status != .interrupted else { return status }
    // Whoever read the results has had enough of them; anything else is a loss.
    if failure == EPIPE { return hasStopped ? status : .success }
    messages.write("tj: the results cannot be written: \(String(cString: strerror(failure)))\n")
    flush()
    return .failure
  }
}
