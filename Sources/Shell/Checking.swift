import Engine
import Glibc
import LineEditing
import Report
import Syntax

/// `tj check FILE…`: every error of each script, without running it.
package struct Checking: Equatable, Sendable {
  package var files: [String]
  package var format = Format.text
  package var colour = Invocation.Colour.auto
  package var bounds = Bounds()

  package init(files: [String]) { self.files = files }

  package func run() -> ExitStatus {
    let output = Output.standard(colour, format)
    Watchdog.watch(bounds.limits, format)
    return output.finish(run(output))
  }

  /// Each file is a session of its own. Errors and notes are messages, as those of a run are.
  package func run(_ output: Output) -> ExitStatus {
    var isSound = true
    // a table is named so that a script may read it
    for file in files where !(Invocation.isTable(file) && access(file, R_OK) == 0) {
      let session = Session()
      bounds.hold(session)
      let source: SourceText
      do throws(Diagnostic) {
        source = try ScriptFile.read(file)
      } catch {
        output.show(.diagnostic(error), units: session.units)
        isSound = false
        continue
      }
      for other in files where other != "-" { session.allowFiles(besides: other) }
      let check = ScriptCheck(session)
      // what scripts may set is set as ever, for an output that nobody sees
      let settings = Interpreter(
        output: Output(results: ByteSink(), messages: ByteSink()), session: session)
      check.settingFault = { word, rest, place in
        do throws(Diagnostic) {
          try settings.carryOut(word.text, rest, place)
          return nil
        } catch {
          return error
        }
      }
      if !check.run(source) { isSound = false }
      for diagnostic in check.diagnostics {
        output.show(.diagnostic(diagnostic), units: session.units)
      }
    }
    return isSound ? .success : .failure
  }
}

/// A script named on the command line, read whole; `-` is standard input.
enum ScriptFile {
  static func read(_ path: String) throws(Diagnostic) -> SourceText {
    if path == "-" { return SourceText(name: "standard input", bytes: PlainReader().rest()) }
    let nowhere = Place(SourceText(name: path, bytes: []), Span(0, 0))
    return SourceText(name: path, bytes: try FileName.read(path, at: nowhere, saysFolder: false))
  }
}
