import CReadline
import Glibc

/// Reads lines from a person at a terminal: editing, completion, history, Ctrl-C.
///
/// ```
/// let editor = LineEditor()
/// editor.needsMore = { text in hasOpenBracket(text) }
/// while case let input = editor.read(prompt: "tj> "), input != .end {
///   guard case .line(let text) = input else { continue }   // Ctrl-C dropped the line
///   editor.add(toHistory: text)
///   …                                                       // asks editor.interruptPending() now and then
/// }
/// ```
///
/// readline does the editing through its callback interface; signals arrive through a descriptor.
/// One editor per process, and only on the main thread. Standard input and standard output must be
/// terminals (`isTerminal`); elsewhere `PlainReader` is right.
public final class LineEditor {
  public struct Options: Sendable {
    /// The name under which inputrc finds the program: `$if tj`.
    public var name: String
    /// nil keeps no file.
    public var historyPath: String?
    /// Entries kept.
    public var historyLimit: Int

    public init(
      name: String = "tj", historyPath: String? = LineEditor.defaultHistoryPath,
      historyLimit: Int = 10_000
    ) {
      self.name = name
      self.historyPath = historyPath
      self.historyLimit = historyLimit
    }
  }

  public enum Input: Equatable, Sendable {
    /// What was accepted, without the last line end; several lines where the text needed them or
    /// was pasted.
    case line(String)
    /// Ctrl-C: what had been typed is dropped.
    case interrupted
    /// Ctrl-D on an empty line, or the terminal is gone.
    case end
  }

  /// `$TJ_HISTORY`, `$XDG_STATE_HOME/tj/history` or `~/.local/state/tj/history`; nil for none.
  public static var defaultHistoryPath: String? { History.defaultPath }

  /// What could stand at a cursor (a UTF-8 offset into the line). Called when Tab is pressed.
  public var complete: (_ line: String, _ cursor: Int) -> Completion = { .none(at: $1) }
  /// Whether a text goes on: Return then begins a new line of it.
  public var needsMore: (_ text: String) -> Bool = { _ in false }

  private let history: History
  private var hasFailedHistory = false
  private let signals: SignalSource?
  private var isInterrupted = false
  private var hasResized = false
  /// What the line handler was given, while `read` waits for it.
  private var input: Input?

  /// The editor whose `read` is running: readline's callbacks bring nothing to tell it by.
  nonisolated(unsafe) private(set) static var reading: LineEditor?

  /// Sets the locale, the keys and the signals, and reads inputrc and the history.
  public init(options: Options = Options()) {
    useUTF8Characters()
    // readline keeps the pointer.
    tj_configure(strdup(options.name), EditorCommands.all)
    history = History(path: options.historyPath, limit: options.historyLimit)
    signals = SignalSource()
  }

  // MARK: reading

  /// Shows the prompt and waits for a text. Colours (`\u{1B}[…m`) may stand in the prompt.
  public func read(prompt: String) -> Input {
    noteSignals()
    isInterrupted = false
    if hasResized { rl_reset_screen_size() }
    hasResized = false
    input = nil
    LineEditor.reading = self
    signals?.holdLeaving()
    defer {
      signals?.releaseLeaving()
      LineEditor.reading = nil
    }
    rl_callback_handler_install(markingColours(prompt), lineArrived)
    while true {
      wait()
      if let input { return input }
    }
  }

  /// Waits for a key or a signal, and deals with it.
  private func wait() {
    var waiting = [pollfd(fd: 0, events: Int16(POLLIN), revents: 0)]
    if let signals {
      waiting.append(pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0))
    }
    guard poll(&waiting, nfds_t(waiting.count), -1) > 0 else { return }
    while let signal = signals?.next() {
      act(on: signal)
      if input != nil { return }
    }
    if waiting[0].revents != 0 { rl_callback_read_char() }
  }

  private func act(on signal: Int32) {
    switch signal {
    case SIGINT:
      goBelow(saying: "^C")
      abandon()
      input = .interrupted
    case SIGWINCH:
      rl_resize_terminal()
    case SIGCONT:
      // Stopped from outside: whoever had the terminal meanwhile may have changed it.
      rl_deprep_terminal()
      rl_crlf()
      takeTerminal()
    case SIGTSTP:
      rl_deprep_terminal()
      signals?.deliver(signal)
      signals?.drain()
      takeTerminal()
    default:
      goBelow(saying: "")
      abandon()
      signals?.deliver(signal)
      input = .end
    }
  }

  /// Makes the terminal ours again and draws prompt and text on a new line.
  private func takeTerminal() {
    rl_prep_terminal(1)
    rl_reset_screen_size()
    rl_forced_update_display()
  }

  /// Gives up the line that is being edited and puts the terminal right.
  private func abandon() {
    rl_free_line_state()
    rl_callback_sigcleanup()
    rl_cleanup_after_signal()
    rl_callback_handler_remove()
  }

  /// Writes behind the text, however many lines it has, and goes to a new line.
  private func goBelow(saying text: String) {
    tj_set_cursor(tj_line_length())
    rl_redisplay()
    write(text + "\n")
  }

  /// What readline hands over: a text of its own allocation, or nothing at the end of input.
  fileprivate func accept(_ line: UnsafeMutablePointer<CChar>?) {
    rl_callback_handler_remove()
    guard let line else {
      write("\n")
      input = .end
      return
    }
    input = .line(String(cString: line))
    free(line)
  }

  func write(_ text: String) {
    var copy = text
    copy.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { tj_write($0.baseAddress, $0.count) }
    }
  }

  // MARK: history

  /// Remembers a text, in the file at once. Blank ones and repetitions of the last are left out.
  /// - Returns: the first time that the file could not be written: which, and the system's reason.
  @discardableResult
  public func add(toHistory text: String) -> (path: String, reason: String)? {
    guard let number = history.add(text), !hasFailedHistory else { return nil }
    hasFailedHistory = true
    return (history.path ?? "", String(cString: strerror(number)))
  }

  /// Cuts the file if it has grown long; to be called at the end of a session.
  public func saveHistory() { history.trim() }

  // MARK: signals

  /// Whether Ctrl-C was pressed since the last `read`: to be asked now and then during long work.
  /// Once true it stays so until the next `read`.
  /// - Complexity: one system call, under a microsecond.
  public func interruptPending() -> Bool {
    if !isInterrupted { noteSignals() }
    return isInterrupted
  }

  private func noteSignals() {
    while let signal = signals?.next() {
      if signal == SIGINT { isInterrupted = true }
      if signal == SIGWINCH { hasResized = true }
    }
  }

  /// Before a child takes the terminal (a pager, an editor): Ctrl-C goes to it and not to us.
  public func suspendSignals() { signals?.suspend() }

  /// After the child has ended.
  public func resumeSignals() {
    signals?.resume()
    hasResized = true
  }
}

private func lineArrived(_ line: UnsafeMutablePointer<CChar>?) {
  LineEditor.reading?.accept(line)
}
