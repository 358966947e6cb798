/// The commonest command lines, read without the machinery for options, which costs a millisecond.
extension Invocation {
  /// `tj`, `tj FILE…`, `tj -e STATEMENTS…`; nil for everything else.
  ///
  /// What is read here means the same there, and the tests hold both to it.
  /// - Parameter arguments: without the program's name.
  package init?(plain arguments: ArraySlice<String>) {
    var statements: [String] = []
    var files: [Input] = []
    var rest = arguments
    while let argument = rest.popFirst() {
      if argument == "-e" {
        guard let text = rest.popFirst() else { return nil }
        statements.append(text)
      } else {
        guard !argument.isEmpty, !argument.hasPrefix("-") || argument == "-",
          !Self.subcommands.contains(argument)
        else { return nil }
        files.append(Self.input(argument))
      }
    }
    inputs = files
    add(statements: statements)
  }

  private static let subcommands = ["run", "help", "read", "learn", "check", "fmt"]

  /// What a file argument means: `-` is standard input.
  package static func input(_ argument: String) -> Input {
    argument == "-" ? .standardInput : .file(argument)
  }

  /// The texts of all `-e` are one source.
  package mutating func add(statements: [String]) {
    guard var text = statements.first else { return }
    // `joined` would look up generic types at run time, a tenth of what a short run costs
    for more in statements.dropFirst() { text += "\n" + more }
    inputs.append(.statements(text))
  }
}
