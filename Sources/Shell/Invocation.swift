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
  /// `name=expr` of each `--set`
  package var settings: [String] = []
  /// The prompt comes after the inputs.
  package var isInteractive = false
  package var format = Format.text
  package var digits: Int?
  package var colour = Colour.auto

  package init() {}

  /// Does it.
  package func run() -> ExitStatus {
    let output = Output(
      results: ByteSink(descriptor: 1), messages: ByteSink(descriptor: 2),
      colour: (colour.isAllowed(on: 1), colour.isAllowed(on: 2)))
    output.isWatched = isTerminal(1)
    if format != .text { output.format = format }
    if let digits { output.digits = digits }
    let interpreter = Interpreter(output: output)
    let status = run(interpreter)
    output.flush()
    guard let failure = output.results.failure, status != .interrupted else { return status }
    // Whoever read the results has had enough of them; anything else is a loss.
    if failure == EPIPE { return interpreter.hasStopped ? status : .success }
    output.messages.write(
      "tj: the results cannot be written: \(String(cString: strerror(failure)))\n")
    output.flush()
    return .failure
  }

  package func run(_ interpreter: Interpreter) -> ExitStatus {
    for setting in settings {
      do {
        try interpreter.session.set(setting)
      } catch {
        interpreter.show(error)
        return .usage
      }
    }
    let hasPrompt = isTerminal(0) && isTerminal(1)
    var inputs = inputs
    if !hasPrompt && (inputs.isEmpty || isInteractive) { inputs.append(.standardInput) }
    let wantsPrompt = hasPrompt && (inputs.isEmpty || isInteractive)

    var isSound = true
    for input in inputs {
      guard run(input, interpreter) else {
        isSound = false
        if interpreter.hasStopped { break }
        continue
      }
    }
    if interpreter.isInterrupted && !wantsPrompt { return .interrupted }
    if !interpreter.hasStopped, let unused = unusedSettings(interpreter) {
      interpreter.show(unused)
      isSound = false
    }
    guard wantsPrompt else { return isSound ? .success : .failure }
    return Prompt(interpreter).run()
  }

  private func unusedSettings(_ interpreter: Interpreter) -> Diagnostic? {
    let names = settings.isEmpty ? [] : interpreter.session.unusedSettings()
    guard !names.isEmpty else { return nil }
    let source = SourceText(name: "--set", text: settings.joined(separator: "\n"))
    return Diagnostic(
      ShellProblem.settingsUnused(names), at: Place(source, Span(0, source.bytes.count)))
  }

  /// - Returns: false if there was an error or a failed `assert`.
  private func run(_ input: Input, _ interpreter: Interpreter) -> Bool {
    let source: SourceText
    switch input {
    case .statements(let text): source = SourceText(name: "-e", text: text)
    case .standardInput:
      source = SourceText(name: "standard input", bytes: PlainReader().rest())
    case .file(let path):
      do {
        let bytes = try Session.read(
          path: path, at: Place(SourceText(name: path, bytes: []), Span(0, 0)))
        interpreter.session.allowFiles(besides: path)
        source = SourceText(name: path, bytes: bytes)
      } catch {
        interpreter.show(error)
        return false
      }
    }
    Interruption.begin()
    defer { Interruption.end() }
    interpreter.obey { Interruption.isAsked }
    defer { interpreter.obey { false } }
    return interpreter.run(source, mode: input.mode)
  }
}

extension Invocation.Input {
  var mode: Session.Mode {
    if case .statements = self { .command } else { .script }
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
