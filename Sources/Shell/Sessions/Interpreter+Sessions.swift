import Engine
import Glibc
import Report
import Syntax

/// Sessions that are kept and brought back.
extension Interpreter {
  /// Begins to keep what is accepted from here on.
  func keepJournal(in store: SessionStore) {
    journal = SessionJournal(in: store) { [unowned self] in complain($0) }
  }

  /// Brings a session back from its journal.
  /// - Parameter goesOn: it is kept further, in its file.
  /// - Throws: where there is no such session, or another process has it.
  func resume(_ wanted: Invocation.Resumption, in store: SessionStore, goesOn: Bool)
    throws(Diagnostic)
  {
    let held: SessionStore.Held
    var isCopy = false
    switch wanted {
    case .newest:
      guard let newest = store.newest() else {
        throw Diagnostic(
          ShellProblem.noSession(folder: store.folder ?? ""), at: nowhere("--resume"))
      }
      held = newest
      isCopy = newest.descriptor < 0
    case .file(let path):
      switch SessionStore.hold(path) {
      case .success(let found): held = found
      case .failure(let error) where error.number == EWOULDBLOCK:
        throw Diagnostic(ShellProblem.sessionInUse(path), at: nowhere(path))
      case .failure(let error) where error.isReadOnly:
        held = SessionStore.Held(path: path, descriptor: -1)
        isCopy = true
      case .failure: throw Diagnostic(ShellProblem.noScript(path, folder: ""), at: nowhere(path))
      }
    }
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try FileName.read(held.path, at: nowhere(held.path))
      guard session.isJournal(bytes) else {
        throw Diagnostic(ShellProblem.noJournal(held.path), at: nowhere(held.path))
      }
    } catch {
      if held.descriptor >= 0 { close(held.descriptor) }
      throw error
    }
    let whole = bring(back: bytes, held.path)
    if goesOn {
      say("resumed the session" + Self.origin(bytes))
      showWatches()
      journal =
        isCopy
        ? SessionJournal(copying: bytes[..<whole], in: store) { [unowned self] in complain($0) }
        : SessionJournal(continuing: held, size: whole, in: store) { [unowned self] in
          complain($0)
        }
    } else if held.descriptor >= 0 {
      close(held.descriptor)
    }
  }

  /// ` of 2026-11-23 14:03:22`, from the first line of a journal.
  private static func origin(_ bytes: [UInt8]) -> String {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: ",") }
    return String(decoding: line.dropFirst(JournalMark.head.utf8.count), as: UTF8.self)
  }

  /// Runs a journal, quietly.
  /// - Returns: how many of its bytes are whole.
  package func bring(back bytes: [UInt8], _ path: String) -> Int {
    // the last line may be cut off, and its bytes not written yet
    var whole = bytes.count
    while whole > 0, bytes[whole - 1] == 0 { whole -= 1 }
    whole = bytes[..<whole].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let source = SourceText(name: "journal", bytes: Array(bytes[..<whole]))
    isQuiet = true
    trustsJournal = true
    defer {
      isQuiet = false
      trustsJournal = false
      session.setFolder(nil)
      _ = session.takeFileMarks()
      session.checkpoint()
    }
    run(source, mode: .resume)
    if let unfinished = session.unfinished {
      whole = bytes[unfinished..<whole].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? whole
    }
    let cut = bytes[whole...].prefix { $0 != 0 }
    if !cut.isEmpty {
      let text = String(decoding: cut, as: UTF8.self)
      show(.note(ShellProblem.journalCut(text), at: nowhere(path)))
    }
    return whole
  }

  /// Runs a journal as a script is run: its results are shown, errors as they come.
  func replay(_ source: SourceText, isTrusted: Bool) -> Bool {
    trustsJournal = isTrusted
    defer {
      trustsJournal = false
      session.setFolder(nil)
    }
    return run(source, mode: .replay)
  }

  private func complain(_ error: SystemError) {
    show(
      .note(
        ShellProblem.journalNotKept(error.path, reason: error.reason), at: nowhere(error.path)))
  }

  /// Lines typed here can not be called back in a later session.
  func noteHistoryLost(_ path: String, _ reason: String) {
    show(.note(ShellProblem.historyNotKept(path, reason: reason), at: nowhere(path)))
    output.flush()
  }

  private func nowhere(_ name: String) -> Place {
    Place(SourceText(name: name, bytes: []), Span(0, 0))
  }
}
