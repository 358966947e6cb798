import CReadline
import Glibc

/// What was typed, kept in a file from session to session.
///
/// Every entry is appended to the file when it is made, so that sessions side by side all keep
/// theirs and a session that is killed keeps its own. A file that cannot be written costs nothing
/// but the memory of it.
struct History {
  let path: String?
  private let limit: Int32

  /// Where the history is kept: `$TJ_HISTORY`, or `tj/history` in `$XDG_STATE_HOME` or in
  /// `~/.local/state`. nil, no file at all, if `$TJ_HISTORY` is empty or there is no home.
  static var defaultPath: String? {
    func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    if let path = variable("TJ_HISTORY") { return path.isEmpty ? nil : path }
    // The specification asks for relative paths to be ignored.
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/tj/history" }
    guard let home = variable("HOME"), !home.isEmpty else { return nil }
    return home + "/.local/state/tj/history"
  }

  /// Reads the file, if there is one. `limit` entries are kept in memory and on disk.
  init(path: String?, limit: Int) {
    self.path = path
    self.limit = Int32(clamping: max(1, limit))
    tj_configure_history(self.limit)
    if let path { _ = read_history(path) }
  }

  /// Adds an entry, of one line or several. Blank ones and a repetition of the last are left out.
  /// - Returns: the system's error number where it could not be written; nil for success.
  @discardableResult
  func add(_ text: String) -> Int32? {
    var entry = Substring(text)
    while let last = entry.last, last.isWhitespace { entry.removeLast() }
    guard !entry.isEmpty, !entry.utf8.contains(0) else { return nil }
    let text = unlikeTimeStamps(entry)
    if let last = tj_last_history_line(), String(cString: last) == text { return nil }
    add_history(text)
    guard let path else { return nil }
    if let number = create(path) { return number }
    let number = append_history(1, path)
    return number == 0 ? nil : number
  }

  /// A line `#5 cards` would be read back as a time stamp, which parts two entries: it becomes
  /// `# 5 cards`, the same comment.
  private func unlikeTimeStamps(_ text: Substring) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in
      guard line.first == "#", line.dropFirst().first?.isNumber == true else { return String(line) }
      return "# " + line.dropFirst()
    }.joined(separator: "\n")
  }

  /// Cuts the file to the limit, oldest first, once it has grown to twice that.
  func trim() {
    guard let path, let file = fopen(path, "r") else { return }
    var lines = 0
    while true {
      let byte = getc_unlocked(file)
      if byte == EOF { break }
      if byte == 0x0A { lines += 1 }
    }
    fclose(file)
    // An entry is its text and a time stamp.
    if lines > 4 * Int(limit) { _ = history_truncate_file(path, limit) }
  }

  /// Creates the file and the folders above it, for the user's eyes only.
  /// - Returns: the system's error number where it cannot be made.
  private func create(_ path: String) -> Int32? {
    if access(path, F_OK) == 0 { return nil }
    var index = path.startIndex
    var number: Int32?
    while let slash = path[index...].dropFirst().firstIndex(of: "/") {
      let isMade = mkdir(String(path[..<slash]), 0o700) == 0 || errno == EEXIST
      if !isMade, number == nil { number = errno }
      index = slash
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    // a folder that could not be made is the reason, and not that it is missing
    guard descriptor >= 0 else { return errno == ENOENT ? number ?? ENOENT : errno }
    close(descriptor)
    return nil
  }
}
