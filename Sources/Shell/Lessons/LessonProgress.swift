import Glibc

/// Which questions of which lessons have been answered: a text file for the user's eyes only.
///
/// ```
/// # lesson, its text, how many questions, those answered
/// 3	a1b2c3d4e5f60718	5	1 2 4
/// /home/ann/mine.tj	08f7e6d5c4b3a291	2	1
/// ```
struct LessonProgress {
  struct Entry: Equatable {
    var fingerprint: UInt64
    var questions: Int
    /// by their numbers, from 1
    var answered: Set<Int>
  }

  /// nil: nothing is kept.
  let path: String?
  private(set) var entries: [String: Entry] = [:]

  /// `tj/lessons` in `$XDG_STATE_HOME` or in `~/.local/state`.
  static var standard: LessonProgress { LessonProgress(path: standardPath) }

  private static var standardPath: String? {
    func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/tj/lessons" }
    guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.local/state/tj/lessons"
  }

  init(path: String?) {
    self.path = path
    read()
  }

  /// What is known about a lesson with that very text.
  func entry(_ id: String, fingerprint: UInt64) -> Entry? {
    guard let entry = entries[id], entry.fingerprint == fingerprint else { return nil }
    return entry
  }

  // MARK: the file

  private mutating func read() {
    entries = [:]
    guard let path, let bytes = Self.bytes(of: path) else { return }
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let fields = String(decoding: line, as: UTF8.self).split(
        separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 4, let fingerprint = UInt64(fields[1], radix: 16),
        let questions = Int(fields[2]), questions >= 0
      else { continue }
      let answered = fields[3].split(separator: " ").compactMap { Int($0) }
      entries[String(fields[0])] = Entry(
        fingerprint: fingerprint, questions: questions,
        answered: Set(answered.filter { $0 >= 1 && $0 <= questions }))
    }
  }

  /// Keeps what is known about a lesson. Another tj may have written meanwhile: what it wrote stays.
  /// - Returns: the system's error number, nil for success and where nothing is kept.
  mutating func keep(_ entry: Entry, of id: String) -> Int32? {
    guard let path, !id.contains(where: { $0 == "\t" || $0.isNewline }) else { return nil }
    read()
    entries[id] = entry
    var text = "# lesson, fingerprint of its text, questions, those answered\n"
    for (id, entry) in entries.sorted(by: { $0.key < $1.key }) {
      let answered = entry.answered.sorted().map(String.init).joined(separator: " ")
      text += "\(id)\t\(String(entry.fingerprint, radix: 16))\t\(entry.questions)\t\(answered)\n"
    }
    Self.makeFolders(above: path)
    let draft = "\(path).\(getpid()).draft"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return errno }
    let sink = ByteSink(descriptor: descriptor)
    sink.write(text)
    sink.flush()
    var number = sink.failure
    if close(descriptor) != 0, number == nil { number = errno }
    if number == nil, rename(draft, path) != 0 { number = errno }
    if number != nil { unlink(draft) }
    return number
  }

  private static func bytes(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 12)
    while bytes.count < 1 << 20 {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  private static func makeFolders(above path: String) {
    var index = path.startIndex
    while let slash = path[index...].dropFirst().firstIndex(of: "/") {
      mkdir(String(path[..<slash]), 0o700)
      index = slash
    }
  }
}
