import Engine
import Glibc
import LineEditing
import Syntax

/// The conversation at a terminal: reads an entry, runs it, shows what comes of it.
package struct Prompt {
  private let interpreter: Interpreter

  package init(_ interpreter: Interpreter) { self.interpreter = interpreter }

  /// Until Ctrl-D or `:quit`. Standard input and output must be terminals.
  package func run() -> ExitStatus {
    let editor = LineEditor()
    let session = interpreter.session
    let output = interpreter.output
    output.isConversation = true
    session.drawsShapes = output.hasColour
    let completer = Completer(session)
    editor.needsMore = Self.needsMore
    editor.complete = { completer.complete($0, at: $1) }
    interpreter.obey { [unowned editor] in editor.interruptPending() }
    defer { interpreter.obey { false } }
    // files below the current folder may be used from here
    session.allowFiles(besides: "prompt")
    let prompt = output.hasColour ? "\u{1B}[1mtj>\u{1B}[0m " : "tj> "
    output.results.write("tj \(version)   :help shows what there is, Ctrl-D leaves\n")
    output.flush()
    while !interpreter.isLeaving {
      output.width = Self.columns ?? output.width
      switch editor.read(prompt: prompt) {
      case .end: interpreter.isLeaving = true
      case .interrupted: continue
      case .line(let text):
        let lost = editor.add(toHistory: text)
        interpreter.enter(text)
        if let lost { interpreter.noteHistoryLost(lost.path, lost.reason) }
      }
    }
    editor.saveHistory()
    return .success
  }

  /// Whether Return begins another line: a command is always one line.
  static func needsMore(_ text: String) -> Bool {
    guard let first = text.utf8.first(where: { $0 != 32 && $0 != 9 }), first != UInt8(ascii: ":"),
      first != UInt8(ascii: "?")
    else { return false }
    // `help with` asks about a word that would go on in the next line
    let words = text.split(whereSeparator: \.isBlank)
    if words.count == 2, words[0] == "help", words[1].first?.isNameStart == true { return false }
    return Parser.isIncomplete(text)
  }

  /// The width of the terminal.
  static var columns: Int? {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
