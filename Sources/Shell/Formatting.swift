import Engine
import Glibc
import Report
import Syntax
import Units

/// `tj fmt FILE…`: scripts with their blanks in order, written in their place.
package struct Formatting: Equatable, Sendable {
  package var files: [String]
  /// Nothing is written; the files that would be are named.
  package var isCheck = false
  package var colour = Invocation.Colour.auto

  package init(files: [String]) { self.files = files }

  package func run() -> ExitStatus {
    let output = Output.standard(colour)
    return output.finish(run(output))
  }

  /// A file that cannot be read as a script stays as it is. Standard input (`-`) goes to standard output.
  package func run(_ output: Output) -> ExitStatus {
    let units = UnitTable()
    var isSound = true
    for file in files {
      do throws(Diagnostic) {
        let source = try ScriptFile.read(file)
        let isInput = file == "-"
        let found = ScriptFormat(source, besides: isInput ? nil : file).formatted()
        guard let text = found.text else {
          found.faults.forEach { output.show(.diagnostic($0), units: units) }
          isSound = false
          continue
        }
        let isInOrder = Array(text.utf8) == source.bytes
        if isCheck {
          if !isInOrder {
            output.results.write("\(source.name)\n")
            isSound = false
          }
        } else if isInput {
          output.results.write(text)
        } else if !isInOrder, let number = FileName.write(text, to: file) {
          let reason = String(cString: strerror(number))
          throw Diagnostic(
            ShellProblem.cannotWrite(file, reason: reason), at: Place(source, Span(0, 0)))
        }
      } catch {
        output.show(.diagnostic(error), units: units)
        isSound = false
      }
    }
    return isSound ? .success : .failure
  }
}
