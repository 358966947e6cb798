/// The equations of inference energy, in tj: `Library/*.tj`, brought by `use energy` and the like.
package enum EquationLibrary {
  /// `energy`, `roofline` …
  package static let names = LibraryFiles.all.map { String($0.name.description.dropLast(3)) }

  /// The text of a library; nil for a name that none has.
  package static func text(of name: String) -> [UInt8]? {
    LibraryFiles.all.first { $0.name.description == name + ".tj" }
      .map { file in file.text.withUTF8Buffer { Array($0) } }
  }

  /// Whether a library defines a name, a function or a unit; its text is read for it.
  package static func brings(_ name: String, _ library: String) -> Bool {
    guard let text = text(of: library).map({ String(decoding: $0, as: UTF8.self) }) else {
      return false
    }
    return text.split(separator: "\n").contains { line in
      if line.hasPrefix("unit ") {
        let words = line.dropFirst(5).prefix { $0 != "=" }.split { $0 == " " || $0 == "," }
        // (behind `prefixes` stand no names)
        return words.prefix { $0 != "prefixes" }.contains { $0 == name }
      }
      guard line.hasPrefix(name), let next = line.dropFirst(name.count).first else { return false }
      return "( =:".contains(next)
    }
  }
}
