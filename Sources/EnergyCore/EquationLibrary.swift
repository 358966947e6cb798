/// The equations of inference energy, in tj: `Library/*.tj`, brought by `use energy` and the like.
package enum EquationLibrary {
  /// `energy`, `roofline` …
  package static let names = LibraryFiles.all.map { String($0.name.description.dropLast(3)) }

  /// The text of a library; nil for a name that none has.
  package static func text(of name: String) -> [UInt8]? {
    LibraryFiles.all.first { $0.name.description == name + ".tj" }
      .map { file in file.text.withUTF8Buffer { Array($0) } }
  }
}
