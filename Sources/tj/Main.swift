import Engine
import Glibc
import Syntax

@main struct Main {
  static func main() {
    let session = Session()
    for argument in CommandLine.arguments.dropFirst() {
      session.run(SourceText(name: "-e", text: argument)) { print($0) }
    }
  }
}
