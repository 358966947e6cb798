import Engine
import Glibc
import LineEditing
import Report
import Syntax

/// What a command line asks for.
///
/// All inputs share one session, in their order: a file's definitions can be asked by the next one.
/// An error ends the run; after a failed `assert` it goes on.
package struct Invocation: Equatable, Sendable {
  package enum Input: Equatable, Sendable {
    case file(String)
    /// `-e`
    case statements(String)
    case standardInput
  }

  package enum Colour: String, CaseIterable, Sendable { case auto, always, never }

  /// None: the prompt, or standard input where that is no terminal.
  package var inputs: [Input] = []
  /// What `--resume` goes on with.
  package enum Resumption: Equatable, Sendable {
    case newest
    case file(String)
  }

  /// the expression of each `--print`
  package var prints: [String] = []
  /// the name of each `--scenario`
  package var scenarios: [String] = []
  package var resumption: Resumption?
  /// The file that is run before the prompt is left out.
  package var hasNoInit = false
  /// `name=expr` of each `--set`
  package var settings: [String] = []
  package var bounds = Bounds()
  /// The prompt comes after the inputs.
  package var isInteractive = false
  package var format = Format.text
  package var digits: Int?
  package var colour = Colour.auto

  package init() {}

  /// Does it.
  package func run() -> ExitStatus {
    let output = Output.standard(colour, format)
    if let digits { output.digits = digits }
    let interpreter = Interpreter(output: output)
    // the process ends: a large session need not be taken apart first
    _ = Unmanaged.passRetained(interpreter)
    return output.finish(run(interpreter), hasStopped: interpreter.hasStopped)
  }

  package func run(_ interpreter: Interpreter) -> ExitStatus {
    bounds.hold(interpreter.session)
    Watchdog.watch(bounds.limits, format)
    for setting in settings {
      do {
        try interpreter.session.set(setting)
      } catch {
        interpreter.show(error)
        return .usage
      }
    }
    let hasPrompt = isTerminal(0) && isTerminal(1)
    let asksNothing = inputs.isEmpty && prints.isEmpty
    var inputs = inputs
    if !hasPrompt && (asksNothing || isInteractive) { inputs.append(.standardInput) }
    let wantsPrompt = hasPrompt && (asksNothing || isInteractive)

    let store = SessionStore.standard
    if wantsPrompt { interpreter.keepJournal(in: store) }
    if let resumption {
      do {
        try interpreter.resume(resumption, in: store, goesOn: wantsPrompt)
      } catch {
        // without an old session the prompt begins a new one
        let isMissing = error.problem.id == "no-session"
        guard isMissing, wantsPrompt else {
          interpreter.show(error)
          return .failure
        }
        interpreter.show(.note(error.problem, at: error.place))
      }
    }
    if wantsPrompt { begin(interpreter) }

    // what one of them reads another one may name
    for case .file(let path) in inputs where Self.isTable(path) || path.hasSuffix(".tj") {
      interpreter.session.allowFiles(besides: path)
    }
    var isSound = true
    var hasStopped = false
    for input in inputs where !hasStopped {
      if run(input, interpreter) { continue }
      isSound = false
      hasStopped = interpreter.hasStopped
    }
    // a misspelt name: the values of `--print` would be those without it
    if !hasStopped, !interpreter.isInterrupted, let unused = unusedSettings(interpreter) {
      interpreter.show(unused)
      isSound = false
      hasStopped = true
    }
    if !hasStopped, !show(prints, interpreter) { isSound = false }
    if interpreter.isInterrupted && !wantsPrompt { return .interrupted }
    guard wantsPrompt else { return isSound ? .success : .failure }
    return Prompt(interpreter).run()
  }

  /// What comes before the files of a session at the prompt: settings, and the user's own file.
  private func begin(_ interpreter: Interpreter) {
    // what a session that goes on had is outdone by what the command line says now
    if let digits {
      interpreter.digits = digits
      interpreter.journal?.note(":digits \(digits)")
    }
    if format != .text {
      interpreter.output.format = format
      interpreter.journal?.note(":format \(format.rawValue)")
    }
    for setting in settings { interpreter.journal?.note(":set \(setting)") }
    guard resumption == nil, !hasNoInit, !bounds.isSandboxed, let path = InitFile.path else {
      return
    }
    _ = run(.file(path), interpreter)
  }

  /// Shows the value of each `--print`, in order, under each scenario; several are told apart by name.
  /// - Returns: false if one had an error; the others are shown.
  private func show(_ prints: [String], _ interpreter: Interpreter) -> Bool {
    guard !prints.isEmpty else { return true }
    return interrupting(interpreter) {
      var isSound = true
      for text in prints {
        for scenario in scenarios.isEmpty ? [""] : scenarios where !interpreter.isInterrupted {
          let isName = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
          let under =
            scenario.isEmpty ? text : (isName ? text : "(\(text))") + " under \(scenario)"
          let source = SourceText(name: "--print", text: under)
          let name = scenarios.count > 1 ? under : nil
          if !interpreter.show(expression: source, as: name) { isSound = false }
        }
      }
      return isSound
    }
  }

  /// Does something that Ctrl-C stops.
  private func interrupting(_ interpreter: Interpreter, _ body: () -> Bool) -> Bool {
    Interruption.begin()
    defer { Interruption.end() }
    interpreter.obey { Interruption.isAsked }
    defer { interpreter.obey { false } }
    return body()
  }

  private func unusedSettings(_ interpreter: Interpreter) -> Diagnostic? {
    let names = settings.isEmpty ? [] : interpreter.session.unusedSettings()
    guard !names.isEmpty else { return nil }
    let source = SourceText(name: "--set", text: settings.joined(separator: "\n"))
    return Diagnostic(
      ShellProblem.settingsUnused(
        names, nearest: names.first.map(interpreter.session.namesNear) ?? []),
      at: Place(source, Span(0, source.bytes.count)))
  }

  /// - Returns: false if there was an error or a failed `assert`.
  private func run(_ input: Input, _ interpreter: Interpreter) -> Bool {
    if resumption != nil, interpreter.journal != nil {
      interpreter.session.checkpoint()
      interpreter.journal?.beginEntry()
    }
    switch input {
    case .statements(let text):
      let source = SourceText(name: "-e", text: text)
      return interrupting(interpreter) { interpreter.runKept(source, mode: .command) }
    case .standardInput:
      let source = SourceText(name: "standard input", bytes: PlainReader().rest())
      return interrupting(interpreter) { interpreter.runKept(source, mode: .script) }
    case .file(let path):
      do {
        return try run(file: path, interpreter)
      } catch {
        interpreter.show(error)
        return false
      }
    }
  }

  static func isTable(_ path: String) -> Bool {
    [".csv", ".tsv"].contains(where: path.lowercased().hasSuffix)
  }

  private func run(file path: String, _ interpreter: Interpreter) throws(Diagnostic) -> Bool {
    let session = interpreter.session
    let nowhere = Place(SourceText(name: path, bytes: []), Span(0, 0))
    // a table is named so that a script may read it
    if Self.isTable(path), access(path, R_OK) == 0 { return true }
    let bytes = try FileName.read(path, at: nowhere, saysFolder: false)
    let source = SourceText(name: path, bytes: bytes)
    if session.isJournal(bytes) {
      if interpreter.journal != nil {
        throw Diagnostic(EngineProblem.journalUsed(path), at: nowhere)
      }
      let isOwn = SessionStore.standard.holds(path)
      return interrupting(interpreter) { interpreter.replay(source, isTrusted: isOwn) }
    }
    session.noteRead(path, bytes)
    session.allowFiles(besides: path)
    let isSound = interrupting(interpreter) { interpreter.run(source, mode: .script) }
    // what has been run need not be brought by `use` again
    if isSound { session.noteRun(path) }
    interpreter.journal?.noteLoad(":load \"\(path)\"", files: session.takeFileMarks())
    return isSound
  }
}

extension Invocation.Colour {
  /// Whether a stream may have colour: asked for, or a terminal that can show it and nobody objects
  /// (https://no-color.org).
  func isAllowed(on descriptor: Int32) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if let no = getenv("NO_COLOR"), no.pointee != 0 { return false }
      guard let terminal = getenv("TERM"), String(cString: terminal) != "dumb" else { return false }
      return isTerminal(descriptor)
    }
  }
}
