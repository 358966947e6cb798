import Glibc
import LineEditing
import Report
import Syntax

/// `tj read TEXT…`: how lines are read, without names being looked up or anything valued.
///
/// Without a text, or with `-`, standard input is read.
package struct ReadingRequest: Equatable, Sendable {
  package var texts: [String]
  package var format = Format.text
  package var colour = Invocation.Colour.auto

  package init(texts: [String]) { self.texts = texts }

  package func run() -> ExitStatus {
    let output = Output(
      results: ByteSink(descriptor: 1), messages: ByteSink(descriptor: 2),
      colour: (colour.isAllowed(on: 1), colour.isAllowed(on: 2)))
    output.format = format
    let status = run(Interpreter(output: output))
    output.flush()
    return status
  }

  package func run(_ interpreter: Interpreter) -> ExitStatus {
    var isSound = true
    for text in texts.isEmpty ? ["-"] : texts {
      let source =
        text == "-"
        ? SourceText(name: "standard input", bytes: PlainReader().rest())
        : SourceText(name: "read", text: text)
      if !interpreter.session.read(source, emit: interpreter.take) { isSound = false }
    }
    return isSound ? .success : .failure
  }
}
