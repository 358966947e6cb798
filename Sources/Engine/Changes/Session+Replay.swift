import Syntax

/// A journal: what a session at the prompt was told, as a script that gives the session back.
///
/// ```
/// #@ tj session
/// #: 2026-11-23 14:03:22        an entry begins
/// node = 3 kW
/// #: 2026-11-23 14:03:40
/// use "rig.tj"
/// #@ 4b825dc642cb6eb9 /home/ann/rig.tj
/// #: 2026-11-23 14:05:01
/// :undo 1
/// ```
///
/// The marks are comments; between statements they tell where an entry begins (`:undo` takes back
/// whole entries) and what a file held when it was read.
package enum JournalMark {
  package static let head = "#@ tj session"
  package static let entry = "#: "
  package static let file = "#@ "
}

extension Statement {
  /// Whether it changes something, or `ans`: the rest need not be run to bring a session back.
  var isKept: Bool {
    switch kind {
    case .definition, .function, .unit, .use, .scenario, .expression, .setting, .correlate: true
    default: false
    }
  }
}

extension Session {
  /// Runs a journal entry by entry. What fails is reported, and the next statement is run.
  func runReplay(_ source: SourceText) -> Bool {
    namesRead = []
    unitsRead = []
    unfinished = nil
    var parser = Parser(source, units: units, isPrompt: true)
    var isSound = true
    var end = 0
    while !isStopped {
      switch parser.next() {
      case .end:
        heed(source, end, source.bytes.count)
        return isSound
      case .failure(let diagnostics):
        let rest = source.text(Span(end, source.bytes.count))
        if Parser.isIncomplete(rest) {
          unfinished = end
          return isSound
        }
        diagnostics.forEach(report)
        isSound = false
      case .statement(let statement):
        heed(source, end, Int(statement.span.start))
        end = Int(statement.span.end)
        if mode == .replay { parser.notes.forEach(report) }
        if !runEntered(statement) { isSound = false }
        if mustStop() {
          report(Diagnostic(EngineProblem.interrupted, at: Place(source, statement.span)))
          return false
        }
      }
    }
    return isSound
  }

  /// Does what the marks between two statements say.
  private func heed(_ source: SourceText, _ start: Int, _ end: Int) {
    guard start < end else { return }
    var lineStart = start
    for line in source.bytes[start..<end].split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      defer { lineStart += line.count + 1 }
      if line.starts(with: JournalMark.entry.utf8) {
        checkpoint()
      } else if line.starts(with: JournalMark.file.utf8) {
        let parts = String(decoding: line.dropFirst(JournalMark.file.utf8.count), as: UTF8.self)
          .split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let digest = UInt64(parts[0], radix: 16),
          let now = files.digests[String(parts[1])], now != digest
        else { continue }
        note(
          .noteFileChanged(String(parts[1])),
          at: Place(source, Span(lineStart, lineStart + line.count)))
      }
    }
  }

  /// Gives the text of an accepted statement to whoever keeps them; commands are kept by the one who
  /// carries them out.
  func accept(_ statement: Statement) {
    guard let accepted else { return }
    switch statement.kind {
    case .setting, .help: break
    default: accepted(written(statement, as: nil).joined(separator: "\n"))
    }
  }

  // MARK: files

  /// Whether a text is a journal: then it is no script.
  package func isJournal(_ bytes: [UInt8]) -> Bool { bytes.starts(with: JournalMark.head.utf8) }

  /// Remembers what a file held.
  package func noteRead(_ path: String, _ bytes: [UInt8]) {
    noteRead(path, digest: Self.digest(bytes))
  }

  func noteRead(_ path: String, digest: UInt64) {
    let path = Self.absolute(path)
    files.digests[path] = digest
    files.recent.append(path)
  }

  /// The files that were read since this was last asked, each as a mark of a journal.
  package func takeFileMarks() -> [String] {
    defer { files.recent = [] }
    return files.recent.compactMap { path in
      files.digests[path].map { JournalMark.file + String($0, radix: 16) + " " + path }
    }
  }

  /// From where a journal's file names are meant; files below may be read. nil after it.
  package func setFolder(_ path: String?) {
    files.folder = path.map(Self.absolute)
    if let folder = files.folder { files.roots.append(folder) }
  }

  /// A file name of a journal as this process can open it.
  package func fileName(_ path: String) -> String {
    guard let folder = files.folder, !path.hasPrefix("/") else { return path }
    return folder == Self.absolute(".") ? path : "\(folder)/\(path)"
  }

  /// FNV-1a: tells contents apart, and is no protection against anybody.
  private static func digest(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}
