import Engine
import Report
import Syntax

/// A session with its output, and what a session leaves to others: commands, help, settings.
///
/// ```
/// let interpreter = Interpreter(output: output)
/// interpreter.run(SourceText(name: "rig.tj", bytes: bytes), mode: .script)
/// interpreter.enter("node = 3 kW")          // an entry at the prompt
/// ```
package final class Interpreter {
  package let session: Session
  package let output: Output
  /// `:quit` was said.
  package var isLeaving = false
  /// An error has been shown that ends scripts; a failed `assert` is none.
  package private(set) var hasStopped = false
  /// Ctrl-C stopped something.
  package private(set) var isInterrupted = false
  /// `:time`: the time of every entry is said.
  var isTiming = false
  /// Keeps what is accepted, while somebody is at the prompt.
  var journal: SessionJournal?
  /// The entry has changed something, or may have: what is watched is shown.
  var hasNews = false
  /// A session is brought back: nothing is shown but what goes wrong.
  var isQuiet = false
  /// A journal is run that tj wrote itself, or that the user asks to trust: it may name files.
  var trustsJournal = false
  /// Files that `:save` may write again: those that it wrote.
  var savedFiles: Set<String> = []

  private var mode = Session.Mode.script
  private var commandFailed = false

  package init(output: Output, session: Session = Session()) {
    (self.output, self.session) = (output, session)
    session.digits = output.digits
  }

  /// Significant digits of results, and of the lines of derivations.
  var digits: Int {
    get { output.digits }
    set { (output.digits, session.digits) = (newValue, newValue) }
  }

  /// Runs a source and shows what comes of it. May be called by a command while another source is
  /// running, as `:load` does.
  /// - Returns: false if there was an error or a failed `assert`.
  @discardableResult
  package func run(_ source: SourceText, mode: Session.Mode) -> Bool {
    let outer = (self.mode, commandFailed)
    self.mode = mode
    commandFailed = false
    hasStopped = false
    defer { (self.mode, commandFailed) = outer }
    let isSound = session.run(source, mode: mode) { [unowned self] in take($0) }
    return isSound && !commandFailed
  }

  /// Shows the value of a text that must be one expression.
  /// - Returns: false if there was an error.
  func show(expression source: SourceText, as name: String? = nil) -> Bool {
    hasStopped = false
    let isSound = session.show(expression: source) { [unowned self] outcome in
      if let name, case .value(_, let value) = outcome {
        take(.value(name: name, value))
      } else {
        take(outcome)
      }
    }
    return isSound && !hasStopped
  }

  /// Shows an outcome, or carries out what it asks for.
  func take(_ outcome: Outcome) {
    if isQuiet, !outcome.isHeeded { return }
    switch outcome {
    case .setting(let name, let rest, let place):
      attempt { () throws(Diagnostic) in try carryOut(name.text, rest, place) }
    case .help(let text, let place):
      attempt { () throws(Diagnostic) in try showHelp(on: text, place) }
    case .diagnostic(let diagnostic):
      show(diagnostic)
      if mode == .prompt { tellLists(after: diagnostic) }
    default:
      output.show(outcome, units: session.units, isEntry: mode == .prompt)
      if mode == .prompt, let name = outcome.definedName { noteIfWordTaken(name) }
      if output.isBroken { session.stop() }
      if session.isInterrupted() { interrupt() }
    }
  }

  /// An error ends a script here; at the prompt what follows in the entry is still run.
  private func attempt(_ body: () throws(Diagnostic) -> Void) {
    do {
      try body()
    } catch {
      show(error)
      commandFailed = true
      if mode == .script || mode == .command { session.stop() }
    }
  }

  /// Shows an error or a note.
  package func show(_ diagnostic: Diagnostic) {
    if diagnostic.problem as? EngineProblem == .interrupted {
      return interrupt()
    }
    if diagnostic.severity == .error, !diagnostic.problem.id.hasPrefix("assert") {
      hasStopped = true
    }
    output.show(.diagnostic(diagnostic), units: session.units)
  }

  private func interrupt() {
    isInterrupted = true
    hasStopped = true
    commandFailed = true
    output.say("interrupted", units: session.units)
    session.stop()
  }

  /// Who is asked now and then whether to go on.
  package func obey(_ isInterrupted: @escaping () -> Bool) {
    session.isInterrupted = isInterrupted
    session.progress = ProgressLine.shown
    output.isInterrupted = isInterrupted
  }

  // MARK: commands

  func carryOut(_ word: String, _ rest: String, _ place: Place) throws(Diagnostic) {
    let command = try Command.find(word, at: place)
    let isReplay = mode == .replay || mode == .resume
    guard isReplay || !command.isOfJournals else {
      throw Diagnostic(ShellProblem.journalOnly(command.name), at: place)
    }
    guard mode == .prompt || command.worksInScripts || (isReplay && command.kept != .never) else {
      throw Diagnostic(ShellProblem.promptOnly(command.name), at: place)
    }
    try command.run(self, Command.Call(rest: rest, place: place, isPrompt: mode == .prompt))
    let isKept =
      switch command.kept {
      case .never: false
      case .always: true
      case .withArgument: !rest.isEmpty
      case .alone: rest.isEmpty
      }
    if isKept { session.accepted?(":" + command.name + (rest.isEmpty ? "" : " " + rest)) }
  }

  /// Runs something, and keeps what is accepted of it.
  func keeping<Result>(_ body: () -> Result) -> Result {
    let outer = session.accepted
    session.accepted = { [unowned self] text in
      hasNews = true
      journal?.keep(text, files: session.takeFileMarks())
      if output.isHeld { output.flush() }
    }
    defer { session.accepted = outer }
    return body()
  }

  /// Runs what did not come from the prompt, and keeps what is accepted of it where a journal is.
  func runKept(_ source: SourceText, mode: Session.Mode) -> Bool {
    journal == nil ? run(source, mode: mode) : keeping { run(source, mode: mode) }
  }

  /// Runs a script for somebody who keeps that it was run, and not what it says.
  func runInside(_ source: SourceText) {
    let outer = session.accepted
    session.accepted = nil
    defer { session.accepted = outer }
    run(source, mode: .script)
  }

  /// Something said at the prompt that is no result.
  func say(_ text: String) {
    if !isQuiet { output.say(text, units: session.units) }
  }
}

extension Outcome {
  /// Whether it is to be looked at while a session is brought back.
  fileprivate var isHeeded: Bool {
    switch self {
    case .setting: true
    case .diagnostic(let diagnostic):
      diagnostic.severity == .error || diagnostic.problem.id == "note-file-changed"
    default: false
    }
  }

  /// The name that a definition has just given, with or without a value.
  fileprivate var definedName: String? {
    switch self {
    case .value(let name, _): name
    case .waiting(let name, _): name
    default: nil
    }
  }
}
