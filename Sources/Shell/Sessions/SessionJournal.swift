import Engine
import Glibc

/// Writes what a session accepts to its file, as it is accepted.
///
/// Each part goes to the system at once (`write`), so that it survives the end of the process, however
/// that comes; after a power loss the last lines may be missing or cut off, and the rest is whole.
/// The file is made with the first part: a session in which nothing was said leaves none.
final class SessionJournal {
  private let store: SessionStore
  private var held: SessionStore.Held?
  /// The bytes of the file that are whole.
  private var size: off_t = 0
  /// What has not been written yet.
  private var pending: [UInt8] = []
  private var beginsEntry = false
  private var hasFolder = false
  private var hasFailed = false
  /// Told once, if writing fails.
  private let complain: (SystemError) -> Void

  /// A new session.
  init(in store: SessionStore, complain: @escaping (SystemError) -> Void) {
    self.store = store
    self.complain = complain
    note("\(JournalMark.head) of \(Clock.stamp("%Y-%m-%d %H:%M:%S")), tj \(version)")
    note("# `tj --resume` goes on with the newest session, `tj --resume FILE` with this one")
  }

  /// One that goes on: `size` bytes of its file are whole.
  init(
    continuing held: SessionStore.Held, size: Int, in store: SessionStore,
    complain: @escaping (SystemError) -> Void
  ) {
    self.store = store
    self.held = held
    self.size = off_t(size)
    self.complain = complain
  }

  /// One that goes on in a new file, because its own cannot be written.
  init(
    copying bytes: ArraySlice<UInt8>, in store: SessionStore,
    complain: @escaping (SystemError) -> Void
  ) {
    self.store = store
    self.complain = complain
    pending = Array(bytes)
  }

  deinit {
    if let held { close(held.descriptor) }
  }

  /// What comes next is one entry.
  func beginEntry() { beginsEntry = true }

  /// Adds something that is written with the next part that is kept: it makes no session alone.
  func note(_ text: String) { pending += Array((text + "\n").utf8) }

  /// Adds a part of an entry, and writes it.
  /// - Parameter files: marks of the files that it read.
  func keep(_ text: String, files: [String]) {
    guard store.folder != nil || held != nil else {
      pending = []
      return
    }
    if beginsEntry { note(JournalMark.entry + Clock.stamp("%Y-%m-%d %H:%M:%S")) }
    beginsEntry = false
    noteFolder(files)
    note(text)
    files.forEach(note)
    write()
  }

  /// A file that was read before the first entry: `:load "rig.tj"`.
  func noteLoad(_ text: String, files: [String]) {
    if beginsEntry { note(JournalMark.entry + Clock.stamp("%Y-%m-%d %H:%M:%S")) }
    beginsEntry = false
    noteFolder(files)
    note(text)
    files.forEach(note)
  }

  /// Before the first part that names a file: from where it is meant.
  private func noteFolder(_ files: [String]) {
    guard !files.isEmpty, !hasFolder, let current = getcwd(nil, 0) else { return }
    defer { free(current) }
    note(":folder \"\(String(cString: current))\"")
    hasFolder = true
  }

  /// What cannot be written stays pending, and is tried again with the next part.
  private func write() {
    if held == nil {
      switch store.make() {
      case .success(let made): held = made
      case .failure(let error): return fail(error)
      }
    }
    guard let held else { return }
    // what is not whole goes: the end of a file that was cut off, a part that was not taken whole
    var status = stat()
    if fstat(held.descriptor, &status) == 0, status.st_size > size {
      ftruncate(held.descriptor, size)
    }
    let sink = ByteSink(descriptor: held.descriptor)
    sink.bytes = pending
    sink.flush()
    if let number = sink.failure {
      ftruncate(held.descriptor, size)
      return fail(SystemError(number: number, path: held.path))
    }
    size += off_t(pending.count)
    pending.removeAll(keepingCapacity: true)
  }

  private func fail(_ error: SystemError) {
    if !hasFailed { complain(error) }
    hasFailed = true
  }
}
