/// What could stand at the cursor.
public struct Completion: Sendable {
  public struct Candidate: Sendable {
    /// what would replace the range
    public var text: String
    /// put after it when it is the only one left: a blank, `(`, `"`
    public var suffix: String
    /// shown beside it in a list: *board power, 700 W*
    public var detail: String

    public init(_ text: String, suffix: String = "", detail: String = "") {
      self.text = text
      self.suffix = suffix
      self.detail = detail
    }
  }

  /// The best first; that is the order of the list.
  public var candidates: [Candidate]
  /// What they would replace, as UTF-8 offsets into the line: from the start of the word to the
  /// cursor.
  public var range: Range<Int>

  public init(candidates: [Candidate], range: Range<Int>) {
    self.candidates = candidates
    self.range = range
  }

  /// Nothing fits.
  public static func none(at cursor: Int) -> Completion {
    Completion(candidates: [], range: cursor..<cursor)
  }
}

extension Completion {
  /// What all candidates begin with.
  var commonPrefix: String {
    guard let first = candidates.first?.text else { return "" }
    // bytes are compared, and there may be many; then the end goes back to a whole character
    var same = first.utf8.count
    for candidate in candidates.dropFirst() {
      same = zip(first.utf8.prefix(same), candidate.text.utf8).prefix { $0 == $1 }.count
    }
    var prefix = first[...]
    while prefix.utf8.count > same { prefix.removeLast() }
    return String(prefix)
  }

  /// The candidates as lines of a terminal: with details one a line, else in columns read
  /// downwards. What does not fit on the screen is counted.
  func list(columns: Int, rows: Int) -> [String] {
    let room = max(1, rows - 3)
    let widest = candidates.map(\.text.count).max() ?? 0
    let hasDetails = candidates.contains { !$0.detail.isEmpty }
    guard !hasDetails || candidates.count > room else {
      return candidates.map { candidate in
        guard !candidate.detail.isEmpty else { return candidate.text }
        return String(
          (padded(candidate.text, widest) + "  " + candidate.detail).prefix(columns - 1))
      }
    }
    let across = max(1, (columns - 1) / (widest + 2))
    let shown = candidates.prefix(room * across)
    let down = (shown.count + across - 1) / across
    var lines = (0..<down).map { row in
      let cells = stride(from: row, to: shown.count, by: down).map { shown[$0].text }
      return cells.dropLast().map { padded($0, widest + 2) }.joined() + (cells.last ?? "")
    }
    let left = candidates.count - shown.count
    if left > 0 { lines.append("… and \(left) more") }
    return lines
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
