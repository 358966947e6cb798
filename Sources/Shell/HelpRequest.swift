import Glibc
import Report
import Syntax

/// `tj help TOPIC…`: what `?name` shows, outside the prompt; `tj help --all`, the reference page.
package struct HelpRequest: Equatable, Sendable {
  package var topics: [String]
  /// everything, as Markdown
  package var isWhole = false
  package var format = Format.text
  package var colour = Invocation.Colour.auto

  package init(topics: [String]) { self.topics = topics }

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
    if isWhole { interpreter.output.results.write(Reference().markdown()) }
    var isSound = true
    for topic in topics {
      let source = SourceText(name: "help", text: topic)
      do {
        try interpreter.showHelp(on: topic, Place(source, Span(0, source.bytes.count)))
      } catch {
        interpreter.show(error)
        isSound = false
      }
    }
    return isSound ? .success : .failure
  }
}
