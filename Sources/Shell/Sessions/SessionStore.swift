import Engine
import Glibc

/// The folder of journals: one file for each session, for the user's eyes only.
///
/// A living session holds a lock on its file, so that several at once do not mix; the lock goes with
/// the process, however it ends.
struct SessionStore {
  static let kept = 20

  /// nil: nothing is kept.
  let folder: String?

  /// `$TJ_SESSIONS`, or `tj/sessions` in `$XDG_STATE_HOME` or in `~/.local/state`. None, and no
  /// journal, if `$TJ_SESSIONS` is empty.
  static var standard: SessionStore {
    func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    if let path = variable("TJ_SESSIONS") { return SessionStore(folder: path.isEmpty ? nil : path) }
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      return SessionStore(folder: state + "/tj/sessions")
    }
    guard let home = variable("HOME"), !home.isEmpty else { return SessionStore(folder: nil) }
    return SessionStore(folder: home + "/.local/state/tj/sessions")
  }

  /// A file that is open and locked.
  struct Held {
    let path: String
    let descriptor: Int32
  }

  // MARK: making

  /// Makes the file of a new session, and the folders above it; old sessions go.
  /// - Returns: the system's error number where it cannot be made.
  func make() -> Result<Held, SystemError> {
    guard let folder else { return .failure(SystemError(number: ENOENT, path: "")) }
    if let number = Self.makeFolders(folder) {
      return .failure(SystemError(number: number, path: folder))
    }
    for attempt in 1...100 {
      let suffix = attempt == 1 ? "" : "-\(attempt)"
      let path = "\(folder)/\(Clock.stamp("%Y%m%d-%H%M%S"))-\(getpid())\(suffix).tj"
      let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
      if descriptor >= 0 {
        _ = flock(descriptor, LOCK_EX | LOCK_NB)
        prune()
        return .success(Held(path: path, descriptor: descriptor))
      }
      if errno != EEXIST { return .failure(SystemError(number: errno, path: folder)) }
    }
    return .failure(SystemError(number: EEXIST, path: folder))
  }

  /// - Returns: why the last one is not there; nil where it is.
  private static func makeFolders(_ path: String) -> Int32? {
    var index = path.startIndex
    var number: Int32?
    func make(_ folder: String) {
      if mkdir(folder, 0o700) != 0, errno != EEXIST, number == nil { number = errno }
    }
    while let slash = path[index...].dropFirst().firstIndex(of: "/") {
      make(String(path[..<slash]))
      index = slash
    }
    make(path)
    return access(path, F_OK) == 0 ? nil : number
  }

  /// Removes all but the newest sessions, never one that is in use.
  private func prune() {
    for path in paths.dropFirst(Self.kept) {
      guard case .success(let old) = Self.hold(path) else { continue }
      unlink(path)
      close(old.descriptor)
    }
  }

  // MARK: finding

  /// The journals, the last written first.
  var paths: [String] {
    guard let folder, let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var found: [(path: String, time: timespec)] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var status = stat()
      guard Self.isJournalName(name), stat("\(folder)/\(name)", &status) == 0,
        status.st_mode & S_IFMT == S_IFREG
      else { continue }
      found.append(("\(folder)/\(name)", status.st_mtim))
    }
    return found.sorted {
      ($1.time.tv_sec, $1.time.tv_nsec, $1.path) < ($0.time.tv_sec, $0.time.tv_nsec, $0.path)
    }.map(\.path)
  }

  /// `20261123-140322-4711.tj`: no other file is touched.
  private static func isJournalName(_ name: String) -> Bool {
    guard name.hasSuffix(".tj") else { return false }
    let parts = name.dropLast(3).split(separator: "-", omittingEmptySubsequences: false)
    return (3...4).contains(parts.count) && parts[0].count == 8 && parts[1].count == 6
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
  }

  /// The session that was written last and that no living process has.
  ///
  /// One that may only be read comes without a descriptor.
  func newest() -> Held? {
    for path in paths {
      // one that was killed before its first line was written holds nothing
      var status = stat()
      guard stat(path, &status) == 0, status.st_size > 0 else { continue }
      switch Self.hold(path) {
      case .success(let held): return held
      case .failure(let error) where error.isReadOnly: return Held(path: path, descriptor: -1)
      case .failure: continue
      }
    }
    return nil
  }

  /// Opens a journal and locks it: `EWOULDBLOCK` where another process has it.
  static func hold(_ path: String) -> Result<Held, SystemError> {
    let descriptor = open(path, O_RDWR | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(SystemError(number: errno, path: path)) }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(descriptor)
      return .failure(SystemError(number: EWOULDBLOCK, path: path))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_nlink > 0 else {
      close(descriptor)
      return .failure(SystemError(number: ENOENT, path: path))
    }
    return .success(Held(path: path, descriptor: descriptor))
  }

  /// Whether a file lies in the folder.
  func holds(_ path: String) -> Bool {
    guard let folder else { return false }
    let whole = FileName.whole(path)
    return whole.hasPrefix(FileName.whole(folder) + "/")
  }
}

/// What the system said, and of which file.
struct SystemError: Error {
  let number: Int32
  let path: String

  var reason: String { String(cString: strerror(number)) }
  /// The file may be there to be read.
  var isReadOnly: Bool { [EACCES, EROFS, EPERM].contains(number) }
}

/// The time of day.
enum Clock {
  /// `%Y-%m-%d %H:%M:%S`
  static func stamp(_ format: String) -> String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
      guard let base = buffer.baseAddress, strftime(base, 64, format, &parts) > 0 else { return "" }
      return String(cString: base)
    }
  }
}
