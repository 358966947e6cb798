/// What can be wrong with comma-separated text. Lines are counted from 1; of a record that goes
/// over several lines it is the line where the fault stands.
public enum CSVProblem: Error, Equatable, Sendable {
  /// a quote was opened on this line and the text ended before it was closed
  case unclosedQuote(line: Int)
  /// something other than a separator or a line end follows a closing quote
  case textAfterQuote(line: Int)
  /// the record that begins on this line is larger than the reader's limit, in bytes
  case recordTooLong(line: Int, limit: Int)
  /// the system could not read on: its `errno`
  case unreadable(line: Int, errno: Int32)
}
